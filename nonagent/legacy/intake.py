"""Reading a request: query string and form body into names and values, byte for byte as they were sent.

Values are text with the bytes of invalid UTF-8 as surrogate escapes, so that nothing is lost on the way.
Source: docs/protocol.md#request.
"""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote_to_bytes

from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
from werkzeug.wrappers import Request

from nonagent import aside
from nonagent.api.parameters import Array
from nonagent.legacy import multipart

#: bytes; a longer one is parsed beside other requests
LONG_FORM = 1 << 17

_BROKEN_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
#: PHP's max_input_vars: pairs of a query string, or fields of a form, that are read; more are passed over
MOST_VARIABLES = 1000


Pairs = dict[str, str]


#: what stands in place of a password where a request is shown
MASK = "***"

#: the caller's own password, and those of users and phones that it sets
CALLERS_PASSWORD = ("pass",)
PASSWORDS = ("pass", "agent_pass", "phone_pass", "registration_password")


@dataclass(frozen=True)
class Intake:
    """What a request carries: its query string as sent, and the values of query and form by name."""

    query_string: str = ""
    query: Pairs = field(default_factory=dict)
    form: Pairs = field(default_factory=dict)

    def raw(self, name: str) -> str | None:
        """The value as sent: of the query string if the name is there even with a blank value, else of the form.

        Parameters: name of the parameter.
        Returns: its value, an Array for an array, None when it was not sent.
        """
        if name in self.query:
            return self.query[name]
        return self.form.get(name)

    def names(self) -> Iterable[str]:
        """Every name that was sent."""
        return (*self.query, *self.form)

    @property
    def last_form_value(self) -> str:
        """The value of the form's last field, blank when there is none."""
        return next(reversed(self.form.values())) if self.form else ""

    def query_text(self, masked: Collection[str] = ()) -> str:
        """Query string and form as one text, as the API log keeps them.

        Parameters: masked, names whose values are replaced by `***`.
        Returns: the query string as sent, and a form behind it as `&GET-AND-POST=Y&name=value`, decoded.
        Source: docs/protocol.md#api-log.
        """
        query = mask_query(self.query_string, masked)
        body = "&".join(f"{name}={MASK if name in masked else value}" for name, value in self.form.items())
        body = re.sub(r"""['"\\;]""", "", body)
        if len(body) <= 2:
            return query
        # legacy: a form without a query string stands there twice.
        return f"{query or body}&GET-AND-POST=Y&{body}"


def mask_query(query_string: str, names: Collection[str]) -> str:
    """Replace values in a query string, however their names were written.

    Parameters: query_string, as sent; names, as they are once decoded.
    Returns: the same with `name=***`.
    """
    if not names:
        return query_string
    return "&".join(_masked(pair, names) for pair in query_string.split("&"))


def _masked(pair: str, names: Collection[str]) -> str:
    name, equals, _ = pair.partition("=")
    if not name.isidentifier():
        # Written in another way, it may be one of them once it is decoded.
        name = next(iter(parse_pairs(pair.encode("utf8", "surrogateescape"))), "")
    return f"{name}={MASK}" if equals and name in names else pair


def read(request: Request) -> Intake:
    """Take a request in.

    Parameters: request, whose body is read only for POST with a form's content type.
    Returns: what it carries.
    Raises: werkzeug's RequestEntityTooLarge when the body is over the limit, ClientDisconnected when it breaks off.
    """
    query_string = request.environ.get("QUERY_STRING", "").encode("latin-1")
    query = parse_pairs(query_string)
    return Intake(text(query_string), query, _form(request))


def text(raw: bytes) -> str:
    """Bytes as text that can be turned back into the same bytes."""
    return raw.decode("utf8", "surrogateescape")


def parse_pairs(encoded: bytes) -> Pairs:
    """Parse `name=value&name=value`: `&` alone separates, the last of a repeated name wins at the first's place.

    Parameters: encoded, as sent.
    Returns: decoded values by decoded name.
    """
    return _filed(map(_decoded, islice(filter(None, encoded.split(b"&")), MOST_VARIABLES)))


def parse_form(encoded: bytes) -> Pairs:
    """Parse a form that is written like a query string. Parameters and result: as parse_pairs."""
    # legacy: of a form PHP reads one pair more, and counts those that are empty.
    return _filed(map(_decoded, encoded.split(b"&", MOST_VARIABLES + 1)[: MOST_VARIABLES + 1]))


def parse_multipart(body: bytes, boundary: str) -> Pairs:
    """Parse a multipart form.

    Parameters: body; boundary between its parts.
    Returns: values by name, files left out.
    """
    return _filed(islice(multipart.fields(body, boundary.encode("utf8", "surrogateescape")), MOST_VARIABLES))


def _decoded(pair: bytes) -> tuple[bytes, bytes]:
    name, _, value = pair.replace(b"+", b" ").partition(b"=")
    return _unquoted(name), _unquoted(value)


def _unquoted(encoded: bytes) -> bytes:
    if len(encoded) < LONG_FORM or _BROKEN_ESCAPE.search(encoded):
        return unquote_to_bytes(encoded)
    # Quoted-printable has another sign and is decoded a hundred times as fast.
    return a2b_qp(encoded.replace(b"=", b"=3D").replace(b"%", b"="))


def _filed(pairs: Iterable[tuple[bytes, bytes]]) -> Pairs:
    found: Pairs = {}
    for name, value in pairs:
        _put(found, text(name), text(value))
    return found


def _put(found: Pairs, name: str, value: str) -> None:
    """File one pair under the name that PHP would give it."""
    if name.isidentifier():
        found[name] = value
        return
    name, bracket, rest = name.partition("\0")[0].lstrip(" ").partition("[")
    if not name:
        return
    if "]" in rest:
        found[_plain_name(name)] = Array("Array")
    else:
        found[_plain_name(name + bracket + rest)] = value


def _plain_name(name: str) -> str:
    # legacy: callers that send agent.user or "agent user" mean agent_user, as PHP made it.
    return re.sub(r"[. \[]", "_", name)


def _form(request: Request) -> Pairs:
    content_type = request.headers.get("Content-Type", "")
    kind = re.split("[;, ]", content_type.strip())[0].lower()
    if request.method != "POST" or kind not in FORM_TYPES:
        return {}
    body = request.get_data()
    if len(body) < (request.content_length or 0):
        # safer: half a form would be taken for a whole one, and half a lead added.
        raise ClientDisconnected
    if request.content_length is None and len(body) >= (request.max_content_length or 0):
        # A body in chunks is cut at the limit, not refused.
        raise RequestEntityTooLarge
    if kind != FORM_TYPES[0]:
        return parse_multipart(body, multipart.boundary_of(content_type))
    # Megabytes of escapes take a while, and seconds where one of them is broken.
    return aside.run(parse_form, body) if len(body) > LONG_FORM else parse_form(body)
