"""Writes one set of field values to several leads at once.

Source: spec/batch_update_lead.md
"""

from __future__ import annotations

from nonagent.api import list_restriction
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.rules.leads import leads

DEFAULT_RECORDS = 1000


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
def batch_update_lead(call: Call[AnyParameters]) -> None:
    params, user = call.params, call.user.name
    if not params.lead_ids:
        raise call.error("batch_update_lead NO LEADS DEFINED", f"{user}|", data="")
    check_target_list(call)
    table = leads.table(params.archived_lead)
    found = leads.find_ids(
        call.db, table, named_leads(call), allowed_lists(call), leads.most(params.records, DEFAULT_RECORDS)
    )
    if not found:
        reason = "batch_update_lead NO MATCHES FOUND IN THE SYSTEM"
        raise call.error(reason, f"|{user}|{params.lead_ids}", data=params.lead_ids, separator=": ")
    values = leads.changes(lambda name: getattr(params, name))
    if not values:
        return
    changed = leads.update(call.db, table, found, values)
    data = f"{changed}|{len(found)}|{','.join(found)}"
    call.success("batch_update_lead LEADS HAVE BEEN UPDATED", f"{user}|{data}", data=data)


def check_target_list(call: Call[AnyParameters]) -> None:
    target, shown = call.params.list_id_field, f"{call.user.name}|{call.params.list_id_field}"
    if not list_restriction.may_update_in(call, target):
        raise call.error("batch_update_lead NOT AN ALLOWED LIST ID", shown, data=target)
    if "Y" in call.params.list_exists_check.upper() and target and not leads.is_list_defined(call.db, target):
        reason = "batch_update_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED"
        raise call.error(reason, shown, data=target)


def named_leads(call: Call[AnyParameters]) -> list[str]:
    # safer: empty members ended in a crash.
    return [lead_id for lead_id in call.params.lead_ids.split(",") if lead_id]


def allowed_lists(call: Call[AnyParameters]) -> list[str] | None:
    # safer: a restricted user whose campaigns have no list finds nothing, where he found everything.
    return None if call.allowed_lists is None else call.allowed_lists.split()
