"""Writes one set of field values to several leads at once.

Source: docs/functions/batch_update_lead.md
"""

from __future__ import annotations

from nonagent.api import list_restriction
from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, LIST_EXISTS_CHECK, UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.functions.leads.lead_fields import LeadChanges
from nonagent.rules.leads import leads


class Asked(LeadChanges):
    """What batch_update_lead is asked with."""

    lead_ids = parameter("The leads to change, with commas between their ids.", required=True, length=(1, UNLIMITED))
    records = parameter("How many of them at the most.", default="1000")
    archived_lead = ARCHIVED_LEAD
    list_exists_check = LIST_EXISTS_CHECK


@function(
    "batch_update_lead",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE LEADS IN THE SYSTEM",
            level=8,
            columns={"vdc_agent_api_access": "1", "modify_leads": "1234"},
        ),
    ),
    list_restriction=True,
)
def batch_update_lead(call: Call[Asked]) -> None:
    params = call.params
    if not params.are_complete():
        raise call.error("NO LEADS DEFINED", end=BLANK)
    check_target_list(call)
    table = leads.table(params.archived_lead)
    found = leads.find_ids(call.db, table, named_leads(call), allowed_lists(call), leads.most(params.records))
    if not found:
        raise call.error("NO MATCHES FOUND IN THE SYSTEM", form=REFUSAL, lead_ids=params.lead_ids)
    values = leads.changes(params.value)
    if not values:
        return
    changed = leads.update(call.db, table, found, values)
    call.success("LEADS HAVE BEEN UPDATED", changed=changed, found=len(found), lead_ids=",".join(found))


def check_target_list(call: Call[Asked]) -> None:
    target = call.params.list_id_field
    if not list_restriction.may_update_in(call, target):
        raise call.error("NOT AN ALLOWED LIST ID", list_id_field=target)
    if "Y" in call.params.list_exists_check.upper() and target and not leads.is_list_defined(call.db, target):
        raise call.error("NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED", list_id_field=target)


def named_leads(call: Call[Asked]) -> list[str]:
    # safer: empty members ended in a crash.
    return [lead_id for lead_id in call.params.lead_ids.split(",") if lead_id]


def allowed_lists(call: Call[Asked]) -> list[str] | None:
    # safer: a restricted user whose campaigns have no list finds nothing, where he found everything.
    return None if call.allowed_lists is None else call.allowed_lists.split()
