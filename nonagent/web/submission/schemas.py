"""What a partner may send to /lead/add and /lead/cancel, and what is said about what does not fit.

Source: docs/lead-submission.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from marshmallow import EXCLUDE, Schema, ValidationError, fields

from nonagent.database import storable

EMAIL_LENGTH, NAME_LENGTH, PHONE_LENGTH, ALT_PHONE_LENGTH = 70, 30, 18, 12  # columns of vicidial_list
TYPE_LENGTH = 50  # of the project's own tables
INVALID_DATA = "Empty or invalid content of `data` field"
INVALID_DELAY = "Delays must be a number."
NO_OBJECT = "Body must be a JSON object."

# phonenumbers digs a number out of any text around it; here the text has to be one.
_NUMBER = re.compile(r"[0-9+(). /-]{3,40}")
# What can be said of one whose country is not known: as many digits as a lead's number may have.
_DIGITS = re.compile(r"[0-9]{6,16}")
_DELAY = re.compile(r"[0-9]{1,9}")
_NO_TEXT = re.compile("[\x00-\x20\x7f\xa0]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


class NotAnObject(ValueError):
    """The text is no JSON object."""


def parse_object(text: str) -> dict[str, Any]:
    """Parse a JSON object.

    Parameters: text.
    Returns: its names and values.
    Raises: NotAnObject.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        # A text may nest deeper than the parser goes.
        raise NotAnObject from None
    if not isinstance(found, dict):
        raise NotAnObject
    return found


def tidy(value: object) -> str:
    """A text on one line without spaces around it; blank for what is no text. Parameters: value, as parsed."""
    if not isinstance(value, str):
        return ""
    return _NO_TEXT.sub(" ", _SURROGATES.sub("?", value)).strip()


class Text(fields.String):
    """A text of at most so many characters, blank ones refused where it is required and left out where not."""

    def __init__(self, label: str, length: int = 0, **options: Any) -> None:
        """Parameters: label, as messages name it; length of its column, 0 for any; options of a marshmallow field."""
        blank = f"{label} cannot be blank."
        super().__init__(
            error_messages={"required": blank, "null": blank, "blank": blank, "invalid": f"{label} must be text."},
            allow_none=not options.get("required"),
            metadata=options.pop("metadata", {}) | ({"maxLength": length} if length else {}),
            **options,
        )
        self.label = label
        self.length = length

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any) -> Any:
        text = tidy(super()._deserialize(value, attr, data, **options))
        if not text:
            if self.required:
                raise self.make_error("blank")
            return None
        # Measured as the column will hold it: four-byte characters become four.
        if self.length and len(storable(text)) > self.length:
            raise self.too_long(self.length)
        return text

    def too_long(self, most: int) -> ValidationError:
        """What to raise for a text that its column would cut. Parameters: most, how long it may be."""
        return ValidationError(f"{self.label} is too long (maximum is {most} characters).")


class Email(Text):
    """An address of correct syntax; whether it takes mail is not asked."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any) -> Any:
        text = super()._deserialize(value, attr, data, **options)
        try:
            validate_email(text, check_deliverability=False)
        except (EmailNotValidError, UnicodeError):
            raise ValidationError(f"{self.label} is not a valid email address.") from None
        return text


class Phone(Text):
    """A phone number, read in the region of its schema. Gives a phonenumbers.PhoneNumber.

    Where neither the number nor the schema says the country, it is one without, whose raw_input are its digits.
    """

    def __init__(self, label: str, digits: int, **options: Any) -> None:
        """Parameters: label, as messages name it; digits its column holds; options of a marshmallow field."""
        super().__init__(label, **options)
        self.digits = digits

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any) -> Any:
        invalid = ValidationError(f"{self.label} is not a valid phone number.")
        if not isinstance(value, str):
            raise invalid
        text = super()._deserialize(value, attr, data, **options)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            raise invalid
        region = getattr(self.root, "region", "")
        if not region and not text.startswith("+"):
            digits = re.sub("[^0-9]", "", text)
            if not _DIGITS.fullmatch(digits):
                raise invalid
            return phonenumbers.PhoneNumber(raw_input=digits)
        try:
            number = phonenumbers.parse(text, region or None)
        except phonenumbers.NumberParseException:
            raise invalid from None
        if not phonenumbers.is_valid_number(number):
            raise invalid
        if len(phonenumbers.national_significant_number(number)) > self.digits:
            raise self.too_long(self.digits)
        return number


class Delay(fields.Field[int]):
    """A whole number of seconds, as a number or as digits in a text."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int | str) or not _DELAY.fullmatch(str(value).strip()):
            raise ValidationError(INVALID_DELAY)
        return int(value)


class JsonText(fields.Field[dict[str, Any]]):
    """A text that is a JSON object itself. Gives the object."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **options: Any
    ) -> dict[str, Any]:
        try:
            return parse_object(value if isinstance(value, str) else "")
        except NotAnObject:
            raise ValidationError(INVALID_DATA) from None


class CancelRequest(Schema):
    """A lead to be taken back. Its fields stand in the order in which messages about them are given."""

    class Meta:
        unknown = EXCLUDE

    def __init__(self, *, region: str = "", **options: Any) -> None:
        """Parameters: region that numbers are read in, as GB; options of a marshmallow schema."""
        super().__init__(**options)
        self.region = region

    type = Text("Type", TYPE_LENGTH, required=True, metadata={"description": "lead type, as it was given to you"})
    mobile = Phone("Mobile", PHONE_LENGTH, required=True, metadata={"description": "primary phone number"})


class LeadRequest(CancelRequest):
    """A lead handed in."""

    class Meta(CancelRequest.Meta):
        fields = (
            "email", "first_name", "surname", "mobile", "type", "subtype", "other_phone", "data", "delays", "test",
        )  # fmt: skip

    email = Email("Email", EMAIL_LENGTH, required=True, metadata={"description": "e-mail address"})
    first_name = Text("First Name", NAME_LENGTH, required=True, metadata={"description": "first name"})
    surname = Text("Surname", NAME_LENGTH, required=True, metadata={"description": "surname"})
    subtype = Text("Subtype", TYPE_LENGTH, load_default=None, metadata={"description": "lead sub-type"})
    other_phone = Phone(
        "Other Phone", ALT_PHONE_LENGTH, load_default=None, metadata={"description": "any other phone number"}
    )
    data = JsonText(
        error_messages={"null": INVALID_DATA},
        load_default=dict,
        metadata={"type": "string", "description": "further data: a JSON object, as text"},
    )
    delays = Delay(
        error_messages={"null": INVALID_DELAY},
        load_default=0,
        metadata={"type": ["integer", "string"], "description": "postpone the call by this many seconds"},
    )
    test = fields.Raw(
        load_default=None,
        metadata={
            "type": ["boolean", "string", "null"],
            "description": 'true or "true": only say whether it is valid',
        },
    )


def numbered(messages: Any) -> dict[str, dict[str, str]]:
    """Messages as they are answered.

    Parameters: messages of a ValidationError, lists by field.
    Returns: by field, in the order of the schema, its messages numbered from 0.
    """
    return {name: {str(place): text for place, text in enumerate(texts)} for name, texts in messages.items()}
