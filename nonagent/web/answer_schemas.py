"""What the JSON endpoints answer, for the OpenAPI document; the views' own answers are tested against it.

Source: docs/lead-archive.md, docs/lead-submission.md.
"""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, fields, validate


class Answer(Schema):
    """An answer holds what is named here, and nothing else."""

    class Meta:
        unknown = RAISE


def _text(**options: object) -> fields.String:
    return fields.String(required=True, metadata=options)


def _count(about: str) -> fields.Integer:
    return fields.Integer(required=True, validate=validate.Range(min=0), metadata={"description": about})


def _is(value: bool | int | str) -> fields.Field[Any]:
    """A field that always holds the one value."""
    kind = fields.Boolean if isinstance(value, bool) else fields.Integer if isinstance(value, int) else fields.String
    return kind(required=True, validate=validate.OneOf([value]))


class Counts(Answer):
    """How many leads each step touched."""

    select_count = _count("ids found in vicidial_list")
    insert_count = _count("leads copied into the archive")
    update_count = _count("archived leads brought up to date")
    delete_count = _count("leads removed from vicidial_list")


class ArchiveDone1(Counts):
    """Version 1 has done what was asked for."""

    success = _is("Lead batch was successfully processed")
    status_code = _is(200)

    class Meta(Answer.Meta):
        fields = ("success", "select_count", "insert_count", "update_count", "delete_count", "status_code")


class ArchiveError1(Answer):
    """Version 1 says what is wrong; the status stands in the body too."""

    error = _text()
    status_code = fields.Integer(required=True)


class ArchiveIdsError1(Answer):
    """Version 1 says which ids are wrong."""

    error = _text()
    lead_ids = fields.List(fields.Raw(), required=True, metadata={"description": "the ids at fault, as they came"})
    status_code = fields.Integer(required=True)


class ArchiveDone2(Counts):
    """Version 2 has done what was asked for."""

    message = _is("lead_ids batch was successfully processed")

    class Meta(Answer.Meta):
        fields = ("message", "select_count", "insert_count", "update_count", "delete_count")


class Message(Answer):
    """One sentence."""

    message = _text()


class ArchiveIdsError2(Answer):
    """Version 2 says what is wrong, and how many ids are."""

    message = _text()
    lead_errors = _count("how many ids are at fault")
    lead_ids = fields.List(fields.Raw(), required=True, metadata={"description": "the ids at fault, as they came"})


class Problem(Answer):
    """One sentence."""

    error = _text()


class Processed(Answer):
    """The submission is kept, and a lead made of it."""

    saved = _is(True)
    processed = _is(True)


class NotProcessed(Answer):
    """The submission is kept, but no lead was made of it."""

    saved = _is(True)
    processed = _is(False)
    error = fields.String(
        required=True,
        validate=validate.OneOf(["Unknown Type", "Another call is already scheduled", "Existing Contact"]),
    )


class Failed(Answer):
    """No lead was made of it; what is not even saved is to be sent again."""

    saved = fields.Boolean(required=True)
    processed = _is(False)
    error = _text()


class Tested(Answer):
    """The submission is valid, and nothing was kept, as asked."""

    test = _is("ok")


class Cancelled(Answer):
    """The lead will not be called."""

    cancelled = _is(True)


class NotCancelled(Answer):
    """Nothing was cancelled."""

    cancelled = _is(False)
    warning = fields.String(
        required=True,
        validate=validate.OneOf(
            ["not found", "already processed", "server error (call group)", "server error (save)"]
        ),
    )


#: by field, the messages about it, numbered from 0
INVALID = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
}
