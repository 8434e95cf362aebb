"""The fields of a lead that a request can fill, and those that only a change can write.

Source: docs/functions/add_lead.md, docs/functions/update_lead.md, docs/functions/batch_update_lead.md.
"""

from __future__ import annotations

from nonagent.api.parameters import Parameters, flag, parameter


class LeadFields(Parameters):
    """The fields of leads.FIELDS: what is longer than its column is cut."""

    vendor_lead_code = parameter("The lead's id in the caller's own system.")
    source_id = parameter("Where the lead comes from.")
    title = parameter("Mr, Mrs and the like.")
    first_name = parameter("The first name.")
    middle_initial = parameter("The initial of a middle name.")
    last_name = parameter("The last name.")
    address1 = parameter("The first line of the address.")
    address2 = parameter("The second line of the address.")
    address3 = parameter("The third line of the address.")
    city = parameter("The city.")
    state = parameter("The state, in two letters.")
    province = parameter("The province.")
    postal_code = parameter("The postal code.")
    country_code = parameter("The country, in three letters.")
    gender = parameter("The gender; `U` is unknown.", values=("M", "F", "U"))
    date_of_birth = parameter("The date of birth, `YYYY-MM-DD`.")
    alt_phone = parameter("Another phone number.")
    email = parameter("The mail address.")
    security_phrase = parameter("The security phrase.")
    comments = parameter("Comments.")
    rank = parameter("The rank, a number.")
    owner = parameter("The owner; also the time zone code that tz_method `TZCODE` looks up.")


class LeadChanges(LeadFields):
    """What a change can write: `--BLANK--` empties a field, and one that is not sent stays as it is."""

    user_field = parameter("The user that the lead belongs to.")
    list_id_field = parameter("The list that the lead moves to.")
    status = parameter("The status.")
    gmt_offset_now = parameter("The hours of the lead's time zone from GMT.")
    called_count = parameter("How often the lead was called.")
    phone_code = parameter("The country's code.")
    reset_lead = flag("Lets the lead be called again, as if it had not been since its list was last reset.")
