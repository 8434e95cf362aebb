"""A lead's alternate phone numbers. Source: docs/functions/add_lead.md."""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.database import Session, Sql, joined

#: multi_alt_phones up to this many bytes is not looked at
TOO_SHORT = 5


@dataclass(frozen=True)
class AltPhone:
    """One part of multi_alt_phones."""

    number: str
    phone_code: str
    note: str


def parse(multi_alt_phones: str) -> list[AltPhone]:
    """Split `number_code_note!number_code_note` into its parts, empty ones too.

    Parameters: multi_alt_phones, the parameter.
    Returns: the numbers in order; none when the text is too short to be one.
    """
    if len(multi_alt_phones.encode("utf8", "surrogateescape")) <= TOO_SHORT:
        return []
    return [AltPhone(*[*part.split("_"), "", ""][:3]) for part in multi_alt_phones.split("!")]


def insert(db: Session, lead_id: int, phones: list[AltPhone]) -> None:
    """Store them, numbered from 1, in one statement.

    Parameters: db; lead_id; phones, at least one.
    """
    rows = [
        Sql("(%s, %s, %s, %s, %s)", lead_id, phone.phone_code or "1", phone.number, phone.note, count)
        for count, phone in enumerate(phones, 1)
    ]
    db.run(
        """
        INSERT INTO vicidial_list_alt_phones (lead_id, phone_code, phone_number, alt_phone_note, alt_phone_count)
        VALUES %s
        """,
        joined(", ", rows),
    )
