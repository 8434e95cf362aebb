"""The columns of a lead that the answers about leads show, in their order.

Source: docs/functions/ccc_lead_info.md, docs/functions/lead_status_search.md, docs/functions/lead_all_info.md.
"""

from __future__ import annotations

from nonagent.database import Sql, identifier, joined

SHOWN = (
    "status", "user", "vendor_lead_code", "source_id", "list_id", "gmt_offset_now", "phone_code", "phone_number",
    "title", "first_name", "middle_initial", "last_name", "address1", "address2", "address3", "city", "state",
    "province", "postal_code", "country_code", "gender", "date_of_birth", "alt_phone", "email", "security_phrase",
    "comments", "called_count", "last_local_call_time", "rank", "owner",
)  # fmt: skip

#: the same for a SELECT that calls the table `lead`
OF_LEAD = joined(", ", [Sql("lead.%s", identifier(column, SHOWN)) for column in SHOWN])
