"""Shows the custom fields of one list or of all.

Source: spec/list_custom_fields.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.list_ids import check_allowed, check_length
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.database import Row, placeholders
from nonagent.rules import delimited
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.lists import visible_lists

ALL_LISTS = "---ALL---"
HEADER = ("list_id", "list_name", "campaign_id", "active", "list_changedate", "list_lastcalldate")
FIELDS_HEADER = "custom_fields_list_space_delimited"


def custom_fields_enabled(call: Call[AnyParameters]) -> None:
    """The gate of systems that have custom fields turned off."""
    if not custom_fields.are_enabled(call.system):
        reason = "CUSTOM LIST FIELDS ARE NOT ENABLED ON THIS SYSTEM"
        raise call.error(reason, f"|{call.user.name}|{call.function}|", data="", separator=": ")


@function(
    "list_custom_fields",
    gates=(
        *STANDARD,
        custom_fields_enabled,
        permission(
            "USER DOES NOT HAVE PERMISSION TO MODIFY LISTS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_lists": "1"}, shown="0",
        ),
    ),
    list_restriction=True,
)  # fmt: skip
def list_custom_fields(call: Call[AnyParameters]) -> None:
    list_id = call.params.list_id
    check_length(call, list_id)
    if list_id == ALL_LISTS:
        lists = read_all_lists(call)
    else:
        check_allowed(call, list_id)
        lists = read_list(call)
        if not lists:
            raise call.refusal("LIST DOES NOT EXIST", list_id)

    fields = field_names(call, [row["list_id"] for row in lists])
    stage = call.params.stage
    if call.params.header == "YES":
        call.print(delimited.line(stage, *HEADER, FIELDS_HEADER))
    for row, names in zip(lists, ordered(fields, call.params.custom_order), strict=True):
        call.print(delimited.line(stage, *row.values(), " ".join(names)))
    call.log("SUCCESS", "list_custom_fields LIST CUSTOM FIELDS INFORMATION SENT", list_id)


def read_list(call: Call[AnyParameters]) -> list[Row]:
    # legacy: a text against a number, so that 101abc and 0101 find list 101.
    return read_lists(call, "list_id = %s", [call.params.list_id])


def read_all_lists(call: Call[AnyParameters]) -> list[Row]:
    allowed = (call.allowed_lists or "").split()
    if allowed:
        return read_lists(call, f"list_id IN ({placeholders(allowed)})", allowed)
    return read_lists(call, "list_id > 0", [])


def read_lists(call: Call[AnyParameters], wanted: str, values: list[str]) -> list[Row]:
    visible, campaigns = visible_lists.condition(call.group)
    return call.db.all(
        f"""
        SELECT {", ".join(HEADER)}
        FROM vicidial_lists
        WHERE {wanted} AND {visible}
        ORDER BY list_id
        """,  # noqa: S608
        *values, *campaigns,
    )  # fmt: skip


def field_names(call: Call[AnyParameters], list_ids: list[str]) -> list[list[str]]:
    """The columns of each list's custom table in their order, without lead_id; none where there is no table."""
    # One name is looked up directly; with more it is quicker to go through them all.
    wanted = f"custom_{list_ids[0]}" if len(list_ids) == 1 else r"custom\_%"
    rows = call.db.all(
        f"""
        SELECT table_name AS name, column_name AS label
        FROM information_schema.columns
        WHERE table_schema = DATABASE()
          AND table_name {"=" if len(list_ids) == 1 else "LIKE"} %s
          AND column_name <> 'lead_id'
        ORDER BY table_name, ordinal_position
        """,  # noqa: S608
        wanted,
    )
    by_table: dict[str, list[str]] = {}
    for row in rows:
        by_table.setdefault(row["name"], []).append(row["label"])
    return [by_table.get(f"custom_{list_id}", []) for list_id in list_ids]


def ordered(fields: list[list[str]], order: str) -> list[list[str]]:
    """The names of each list in the order asked for. Parameters: fields, by list; order, the parameter."""
    if order not in ("alpha_up", "alpha_down"):
        return fields
    shown: list[list[str]] = []
    carried: list[str] = []
    for names in fields:
        # legacy: names of the lists before stay behind a list's own; only the first of them are overwritten.
        carried = sorted(names + carried[len(names) :], reverse=order == "alpha_down")
        shown.append(carried)
    return shown
