"""What a client may send to the lead archive, and what is said about what does not fit: the same in both versions.

Source: docs/lead-archive.md.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing, validate

MOST_LEADS = 500
LARGEST_ID = 4_294_967_295


class BodyError(ValueError):
    """The body is no JSON object; its text is one sentence."""


@dataclass(frozen=True)
class Batch:
    """One request: which steps are wanted, for which leads."""

    insert: bool
    update: bool
    delete: bool
    lead_ids: list[int]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a request: version 1's number for it, the sentence, and the ids at fault as they came."""

    status: int
    message: str
    lead_ids: list[Any] = field(default_factory=list)


UNKNOWN_IDS = "lead_ids does not exist"


class Flag(fields.Boolean):
    """true or false of JSON, not what looks like it. Its errors are Problems."""

    def __init__(self, name: str, status: int, about: str) -> None:
        """Parameters: name, as messages have it; status, version 1's; about, for the OpenAPI document."""
        super().__init__(required=True, metadata={"description": about})
        self.problem = Problem(status, f"{name} must be a boolean value")

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **options: Any
    ) -> bool:
        """The value. Raises: ValidationError when it is missing or anything else."""
        if not isinstance(value, bool):
            raise ValidationError({"problem": self.problem})
        return value


class LeadIds(fields.List):  # type: ignore[type-arg]
    """Up to 500 different whole numbers. Its errors are Problems."""

    def __init__(self) -> None:
        super().__init__(
            fields.Integer(strict=True, validate=validate.Range(0, LARGEST_ID)),
            required=True, validate=validate.Length(1, MOST_LEADS),
            metadata={"uniqueItems": True, "description": "leads to archive"},
        )  # fmt: skip

    def deserialize(  # type: ignore[override]
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **options: Any
    ) -> list[int]:
        """The ids. Raises: ValidationError with the first thing that is wrong with them."""
        problem = _problem_of_ids([] if value is missing or value is None else value)
        if problem:
            raise ValidationError({"problem": problem})
        ids: list[int] = value
        return ids


class ArchiveRequest(Schema):
    """A batch of leads to archive. Its fields stand in the order in which they are checked."""

    class Meta:
        unknown = EXCLUDE

    insert_leads = Flag("insert_leads", 432, "copy leads that the archive lacks into it")
    update_leads = Flag("update_leads", 433, "bring the archive's copies up to date")
    delete_leads = Flag("delete_leads", 434, "remove leads that have a copy in the archive")
    lead_ids = LeadIds()


_SCHEMA = ArchiveRequest()


def parse(body: bytes) -> dict[str, Any]:
    """Parse a request's body.

    Parameters: body, as it came.
    Returns: its names and values.
    Raises: BodyError.
    """
    try:
        found = json.loads(body, parse_constant=_refuse_number, parse_float=_finite)
    except UnicodeDecodeError:
        raise BodyError("The body is not UTF-8.") from None
    except RecursionError:
        # A few bytes may nest deeper than the parser goes.
        raise BodyError("The body is nested too deeply.") from None
    except ValueError as error:
        raise BodyError(str(error)) from None
    if not isinstance(found, dict):
        raise BodyError("The body must be a JSON object.")
    return found


def check(sent: dict[str, Any]) -> Batch | Problem:
    """Judge a request.

    Parameters: sent, the parsed body.
    Returns: the batch, or the first thing that is wrong with it.
    """
    try:
        loaded = _SCHEMA.load(sent)
    except ValidationError as error:
        messages = error.messages_dict
        first = next(name for name in _SCHEMA.fields if name in messages)
        problem: Problem = messages[first]["problem"]
        return problem
    return Batch(loaded["insert_leads"], loaded["update_leads"], loaded["delete_leads"], loaded["lead_ids"])


def _problem_of_ids(value: Any) -> Problem | None:
    ids = value if isinstance(value, list) else [value]
    if wrong := [lead_id for lead_id in ids if not _is_id(lead_id)] if isinstance(value, list) else [value]:
        return Problem(435, "lead_ids must only contain integer values", wrong)
    if not ids:
        return Problem(436, "lead_ids must contain atleast 1 value")
    if len(ids) > MOST_LEADS:
        return Problem(437, f"lead_ids cannot exceed {MOST_LEADS} values")
    if repeated := [lead_id for lead_id, times in Counter(ids).items() if times > 1]:
        return Problem(438, "lead_ids cannot contain duplicate values", repeated)
    return None


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_ID


def _refuse_number(name: str) -> Any:
    raise ValueError(f"{name} is no number in JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        # It could not be handed back as JSON.
        raise ValueError("The body holds a number that is too large.")
    return number
