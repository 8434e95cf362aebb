"""Which user groups a user may look at, and so which rows that belong to a user group.

Source: docs/protocol.md#viewable-groups.
"""

from __future__ import annotations

from nonagent.database import ALWAYS, Row, Sql, listed

#: user_group of rows that everybody may look at
EVERYBODY = "---ALL---"
#: in bytes; a list of viewable groups as short as this limits nothing
LONGEST_TO_MEAN_ALL = 3


def words(value: str) -> list[str]:
    """Split a column that ends in " -" into its words, as allowed_campaigns and the viewable groups are written."""
    return value.replace(" -", "").split()


def viewable_groups(group: Row) -> list[str] | None:
    """The groups whose rows may be looked at.

    Parameters: group, the row of vicidial_user_groups of the user's group, empty when there is none.
    Returns: group names, those of rows for everybody among them; None when nothing is restricted.
    """
    value = group.get("admin_viewable_groups", "")
    if "--ALL--" in value.upper() or len(value.encode()) <= LONGEST_TO_MEAN_ALL:
        return None
    return _named(value)


def viewable(group: Row, column: Sql = Sql("user_group")) -> Sql:  # noqa: B008  # cannot be changed
    """The same as a condition. Parameters: group, as for viewable_groups; column. Returns: the condition."""
    groups = viewable_groups(group)
    return ALWAYS if groups is None else Sql("%s IN (%s)", column, listed(groups))


def named(group: Row, column: Sql = Sql("user_group")) -> Sql:  # noqa: B008  # cannot be changed
    """The rule for DIDs and CID groups: everything only where --ALL-- is named, never for a missing or blank value.

    Parameters: as for viewable.
    Returns: the condition.
    Source: docs/functions/update_did.md.
    """
    value = group.get("admin_viewable_groups", "")
    if "--ALL--" in value.upper():
        return ALWAYS
    return Sql("%s IN (%s)", column, listed(_named(value)))


def _named(value: str) -> list[str]:
    # legacy: split at each space, so that the spaces around the list make rows without a group everybody's too.
    return list(dict.fromkeys([EVERYBODY, *value.replace(" -", "").split(" ")]))
