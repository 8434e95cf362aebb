"""Shows the custom fields of one list or of all.

Source: docs/functions/list_custom_fields.md
"""

from __future__ import annotations

from nonagent.api import styles
from nonagent.api.answers import BLANK, REFUSAL, Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD, permission
from nonagent.api.list_ids import LONGEST, SHORTEST, check_allowed, check_length
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifiers, listed
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.lists import visible_lists

ALL_LISTS = "---ALL---"
LIST_COLUMNS = ("list_id", "list_name", "campaign_id", "active", "list_changedate", "list_lastcalldate")
COLUMNS = (*LIST_COLUMNS, "custom_fields_list_space_delimited")
UP, DOWN = "alpha_up", "alpha_down"


class Asked(Parameters):
    """What list_custom_fields is asked with."""

    list_id = parameter("The list, or `---ALL---` for all lists.", required=True, length=(SHORTEST, LONGEST))
    custom_order = parameter("Sorts the fields by name; otherwise they come as the table has them.",
                             values=(UP, DOWN))  # fmt: skip
    stage = STAGE
    header = HEADER


def custom_fields_enabled(call: Call) -> None:
    """The gate of systems that have custom fields turned off."""
    if not custom_fields.are_enabled(call.system):
        raise call.error(
            "CUSTOM LIST FIELDS ARE NOT ENABLED ON THIS SYSTEM",
            form=REFUSAL, by="", logged=(), function=call.function, end=BLANK,
        )  # fmt: skip


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
def list_custom_fields(call: Call[Asked]) -> None:
    params = call.params
    list_id = params.list_id
    check_length(call, list_id)
    if list_id == ALL_LISTS:
        lists = read_all_lists(call)
    else:
        check_allowed(call, list_id)
        lists = read_list(call)
        if not lists:
            raise call.refusal("LIST DOES NOT EXIST", list_id=list_id)

    fields = ordered(field_names(call, [row["list_id"] for row in lists]), params.custom_order)
    rows = [[*row.values(), " ".join(names)] for row, names in zip(lists, fields, strict=True)]
    call.show(Rows(COLUMNS, rows, styles.style(params.stage), COLUMNS if params.header == "YES" else None))
    call.log("SUCCESS", "list_custom_fields LIST CUSTOM FIELDS INFORMATION SENT", list_id)


def read_list(call: Call[Asked]) -> list[Row]:
    # legacy: a text against a number, so that 101abc and 0101 find list 101.
    return read_lists(call, Sql("list_id = %s", call.params.list_id))


def read_all_lists(call: Call) -> list[Row]:
    allowed = (call.allowed_lists or "").split()
    return read_lists(call, Sql("list_id IN (%s)", listed(allowed)) if allowed else Sql("list_id > 0"))


def read_lists(call: Call, wanted: Sql) -> list[Row]:
    return call.db.all(
        """
        SELECT %s
        FROM vicidial_lists
        WHERE %s AND %s
        ORDER BY list_id
        """,
        identifiers(LIST_COLUMNS, LIST_COLUMNS), wanted, visible_lists.visible(call.group),
    )  # fmt: skip


def field_names(call: Call, list_ids: list[str]) -> list[list[str]]:
    """The columns of each list's custom table in their order, without lead_id; none where there is no table."""
    # One name is looked up directly; with more it is quicker to go through them all.
    one = len(list_ids) == 1
    wanted = Sql("= %s", f"custom_{list_ids[0]}") if one else Sql("LIKE %s", r"custom\_%")
    rows = call.db.all(
        """
        SELECT table_name AS name, column_name AS label
        FROM information_schema.columns
        WHERE table_schema = DATABASE()
          AND table_name %s
          AND column_name <> 'lead_id'
        ORDER BY table_name, ordinal_position
        """,
        wanted,
    )
    by_table: dict[str, list[str]] = {}
    for row in rows:
        by_table.setdefault(row["name"], []).append(row["label"])
    return [by_table.get(f"custom_{list_id}", []) for list_id in list_ids]


def ordered(fields: list[list[str]], order: str) -> list[list[str]]:
    """The names of each list in the order asked for. Parameters: fields, by list; order, the parameter."""
    if order not in (UP, DOWN):
        return fields
    shown: list[list[str]] = []
    carried: list[str] = []
    for names in fields:
        # legacy: names of the lists before stay behind a list's own; only the first of them are overwritten.
        carried = sorted(names + carried[len(names) :], reverse=order == DOWN)
        shown.append(carried)
    return shown
