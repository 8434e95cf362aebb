"""The JSON endpoints: lead archive, lead submission, the OpenAPI document and the pages for operators."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

from tests.fuzz import actions, hostile
from tests.fuzz.actions import Action, Request, Sql
from tests.fuzz.target import MOST_BYTES

ARCHIVE = (
    "/vicidial/lead/archive", "/vicidial/lead/archive/", "/vicidial/leads/archive", "/vicidial/leads/archive/",
)  # fmt: skip
SUBMISSION = ("/lead/add", "/lead/cancel")
#: asked with any method, and with things behind them
OTHERS = (
    "/openapi.json", "/healthz", "/readyz", "/metrics", "/", "/favicon.ico", "/lead", "/lead/", "/lead/add/",
    "/lead/add/x", "/vicidial", "/vicidial/lead/archive/1", "/vicidial/leads/archive/%00", "/lead/%61dd",
    "/lead//add", "/openapi.json/", "/vicidial/non_agent_api.php/", "/vicidial/%6eon_agent_api.php",
    "/..%2f..%2fetc/passwd", "/lead/cancel%0d%0aX: y", "/vicidial/lead/archive/%ff%fe", "//lead/add", "/./lead/add",
    "/lead/../lead/cancel", "/lead/add.php/x",
)  # fmt: skip
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
TYPES = (
    b"application/json", b"application/json; charset=utf-16", b"text/plain", b"application/x-www-form-urlencoded",
    b"multipart/form-data; boundary=XX", b"application/json; charset=\"", b"", b"*/*", b"json", b"application/xml",
)  # fmt: skip

LEAD: dict[str, object] = {
    "email": "john@example.com", "first_name": "John", "surname": "Doe", "mobile": "07840258823", "type": "motor",
    "subtype": "valet", "other_phone": "02079460000", "data": '{"favorite_color": "red", "vehicle": "Ford"}',
    "delays": 600,
}  # fmt: skip
LEAD_IDS = (1001, 1002, 1003, 1004, 1005, 1006, 1, 2, 999)
#: what may stand in JSON where it was not expected; as text, since Python writes no duplicate names
ODD_JSON = (
    "null", "true", "false", "0", "-0", "1", "-1", "1.0", "1e3", "1.5", "1e400", "-1e400", "NaN", "Infinity",
    "4294967296", "9" * 30, "9" * 5000, "-" + "9" * 400, '""', '" "', '"1"', '"true"', '"\\ud800"',
    '"\\udc00\\ud800"', '"\\u0000"', '"\\ud83d\\ude00"', "[]", "[[]]", "[null]", "{}", '{"": ""}', '{"a": 1, "a": 2}',
    "[1, 1]", "[1001, 1001.0]", "[true]", '["1001"]', "[1001, 4294967295]", "[" + "1001," * 600 + "1]",
    "[" * 50 + "]" * 50, "[" * 100000, '{"a":' * 5000 + "1" + "}" * 5000,
)  # fmt: skip

RESTORED = Sql(
    """
    UPDATE vicidial_users SET active = 'Y', user_level = 9, modify_leads = '1' WHERE user = '6666';
    REPLACE INTO vicidial_list SELECT * FROM {base}.vicidial_list
    """
)


class JsonEndpoints:
    """The part `json`."""

    name = "json"

    def __init__(self, base: str, keys: dict[str, str]) -> None:
        """Parameters: base, the database that leads come back from; keys, by what they open."""
        self._restored = Sql(RESTORED.text.format(base=base))
        self._keys = keys

    def actions(self, chance: Random) -> Iterator[Action]:
        """Archive, submission and the rest, in turns of chance."""
        makers: tuple[Callable[[Random, str], Request], ...] = (self._archive, self._submission, self._other)
        number = 0
        while True:
            number += 1
            if number % 20 == 1:
                yield self._restored
            yield chance.choices(makers, (45, 45, 10))[0](chance, f"{hostile.MARK}{number}x")

    def _archive(self, chance: Random, mark: str) -> Request:
        ids = chance.sample(LEAD_IDS, chance.randrange(1, 5))
        steps = ("insert_leads", "update_leads", "delete_leads")
        sent = {**{name: chance.random() < 0.8 for name in steps}, "lead_ids": ids}
        return self._posted(chance, chance.choice(ARCHIVE), _written(chance, sent, mark), mark)

    def _submission(self, chance: Random, mark: str) -> Request:
        sent = {name: value for name, value in LEAD.items() if chance.random() < 0.9}
        sent["mobile"] = f"0784025{chance.randrange(10000):04}"
        return self._posted(chance, chance.choice(SUBMISSION), _written(chance, sent, mark), mark)

    def _posted(self, chance: Random, path: str, body: bytes, mark: str) -> Request:
        headers = [("Content-Type", chance.choice(TYPES) if chance.random() < 0.2 else TYPES[0])]
        target = path.encode()
        key = self._key(chance, mark, "lead" if path in SUBMISSION else "archive")
        if chance.random() < 0.2:
            target += b"?key=" + key
        else:
            headers.append(
                ("Authorization", chance.choices((b"Key=", b"key = ", b"Bearer ", b""), (90, 5, 3, 2))[0] + key)
            )
        if chance.random() < 0.15:
            name = chance.choice((b"again", b"a" * 190, b"a" * 191, _header_value(hostile.value(chance, mark))))
            headers.append(("Idempotency-Key", name))
        return actions.request("POST", target, "json", [*headers, *_proxy(chance, mark)], body)

    def _other(self, chance: Random, mark: str) -> Request:
        path = chance.choice((*ARCHIVE, *SUBMISSION, *OTHERS, *OTHERS)).encode()
        method = chance.choice(METHODS)
        headers = [*_proxy(chance, mark), ("Authorization", b"Key=" + self._key(chance, mark, "both"))]
        if chance.random() < 0.3:
            headers += [("Origin", b"https://example.com"), ("Access-Control-Request-Method", b"POST")]
        body = None if method in ("GET", "HEAD", "OPTIONS", "TRACE") else b'{"a": 1}'
        return actions.request(method, path, "any", headers, body)

    def _key(self, chance: Random, mark: str, opens: str) -> bytes:
        good = self._keys[chance.choice((opens, opens, "both"))].encode()
        if chance.random() < 0.9:
            return good
        others = [key.encode() for key in self._keys.values()]
        text = _header_value(hostile.value(chance, mark)).replace(b" ", b"")[:300]
        return chance.choice((*others, good[:-1], good.upper(), good[:8] + b"0" * 56, b"\xff" * 8, b"", text))


def _written(chance: Random, sent: dict[str, object], mark: str) -> bytes:
    """A body: the object as it is, with odd values, or torn."""
    kind = chance.random()
    if kind < 0.15:
        return json.dumps(sent).encode()
    members = [(json.dumps(name), json.dumps(value)) for name, value in sent.items()]
    for _ in range(chance.choice((1, 1, 2, 3))):
        place = chance.randrange(len(members) + 1)
        name = json.dumps(chance.choice([*sent, "data", "test", "", "lead_ids", "__class__"]))
        members[place : place + chance.randrange(2)] = [(name, _odd(chance, mark))]
    text = ("{" + ", ".join(f"{name}: {value}" for name, value in members) + "}").encode("utf8", "surrogatepass")
    if kind < 0.8:
        return text
    return _torn(chance, text, mark)


def _odd(chance: Random, mark: str) -> str:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(ODD_JSON)
    text = hostile.value(chance, mark).decode("utf8", "replace")
    if kind < 0.6:
        return json.dumps(text, ensure_ascii=chance.random() < 0.5)
    if kind < 0.8:
        # The text of `data` is JSON of its own.
        inner: dict[str, object] = {
            text[:60]: text,
            "favorite_color": text,
            "lead_id": text,
            "policy_type": chance.choice((1, None, [], {}, 1.5)),
        }
        return json.dumps(json.dumps(inner))
    return json.dumps(
        chance.choice(
            (f"{mark}@example.com", f"+44 20 7946 {chance.randrange(10000):04}", "motor", "valet", "true", "x" * 71)
        )
    )


def _torn(chance: Random, text: bytes, mark: str) -> bytes:
    place = chance.randrange(len(text) + 1)
    return chance.choice(
        (
            text[:place],
            text[:place] + hostile.value(chance, mark) + text[place:],
            b"\xef\xbb\xbf" + text,
            text.decode("utf8", "replace").encode("utf-16"),
            text.decode("utf8", "replace").encode("utf-32-be"),
            text + text,
            b"[" + text + b"]",
            b"",
            b"\x00",
            b"[" * 20000,
            chance.choice(ODD_JSON).encode(),
            bytes(chance.randrange(256) for _ in range(200)),
            text + b" " * chance.choice((MOST_BYTES, 1 << 20, (1 << 20) + 1)) if chance.random() < 0.2 else text,
        )
    )


def _proxy(chance: Random, mark: str) -> list[tuple[str, bytes]]:
    """What a proxy adds: another address each time, or wrong keys of one would have to wait."""
    address = b"10.%d.%d.%d" % (chance.randrange(256), chance.randrange(256), chance.randrange(256))
    headers = [("X-Forwarded-For", address)]
    if chance.random() < 0.05:
        headers = [("X-Forwarded-For", _header_value(hostile.value(chance, mark)) + b", " + address)]
        headers.append(("X-Forwarded-Host", _header_value(hostile.payload(chance, mark))))
    return headers


def _header_value(value: bytes) -> bytes:
    """A value without what ends a header."""
    return value.translate(None, bytes([*range(32), 127]))[:2000].strip()
