"""Every function with its own parameters: recorded requests, which reach far into it, with values made hostile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import quote_from_bytes

from nonagent.api.cleaning import table
from nonagent.api.registry import registered
from nonagent.legacy.intake import PASSWORDS
from nonagent.web.load_lead import PATHS as LOAD_LEAD_PATHS
from tests.conformance import transcript
from tests.fuzz import actions, hostile
from tests.fuzz.actions import Action, Request, Sql
from tests.support.app import API_PATH, CALLER
from tests.support.working_database import WorkingDatabase

Pair = tuple[bytes, bytes]
Pairs = list[Pair]

#: requests made of one recorded case and the state that it begins from
REQUESTS_OF_A_CASE = 6
#: of the cases, those that lead past every check: behind it lies more
SUCCEEDING = 0.7
#: a target longer than this goes into a form: gunicorn refuses 8190 bytes
LONGEST_TARGET = 7500
#: the transcript of what all functions share: log-in, lock-out, hashed passwords, gates
COMMON = "common"
#: recorded cases for which a function gets another turn: the more was recorded of it, the more there is in it
CASES_OF_A_TURN = 40
#: headers that are made hostile now and then
HEADERS = (
    "Host", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "User-Agent", "Cookie",
    "Referer", "Origin", "Accept-Language", "Authorization", "Accept-Encoding", "Via",
)  # fmt: skip
#: parameters that say who calls and what for: mutated seldom, or nothing else would be tried
WHO = ("user", "pass", "function")


@dataclass(frozen=True)
class Case:
    """A recorded case: the state it begins from, and its requests."""

    fixture: str | None
    requests: tuple[Pairs, ...]
    #: whether it was answered with anything but an error
    succeeds: bool


class Recorded:
    """The recorded cases by function, and the values they send by parameter."""

    def __init__(self) -> None:
        self.cases: dict[str, list[Case]] = defaultdict(list)
        self.values: dict[bytes, list[bytes]] = defaultdict(list)
        self.names: dict[str, list[bytes]] = {}
        for case in transcript.cases():
            if case.subject in registered() or case.subject == COMMON:
                sent = tuple(_pairs(step) for step in case.steps if not step.get("raw"))
                succeeds = not case.steps[-1]["expect"]["body"].startswith("ERROR")
                if sent:
                    self.cases[case.subject].append(Case(case.fixture, sent, succeeds))
        for function, cases in self.cases.items():
            pairs = [pair for case in cases for request in case.requests for pair in request]
            self.names[function] = sorted({name for name, _ in pairs} - {name.encode() for name in WHO})
            for name, value in pairs:
                self.values[name].append(value)
        unrecorded = {function.module for function in registered().values()} - {
            registered()[name].module for name in self.cases if name != COMMON
        }
        assert not unrecorded, f"nothing is recorded of {unrecorded}"


class Functions:
    """The part `functions`."""

    name = "functions"

    def __init__(self, database: WorkingDatabase) -> None:
        """Parameters: database, whose base holds the caller's rows."""
        self._recorded = Recorded()
        self._restored = restored(database)
        #: the functions' names, each as often as it has turns
        self.turns = [
            name
            for name, cases in sorted(self._recorded.cases.items())
            for _ in range(1 + len(cases) // CASES_OF_A_TURN)
        ]

    def actions(self, chance: Random) -> Iterator[Action]:
        """Case after case: its state, in either character mode, then its requests with hostile values."""
        for function in endless(chance, self.turns):
            yield self._restored
            yield Sql("UPDATE system_settings SET use_non_latin = %s", (chance.choice("01"),))
            yield from self.episode(chance, function)

    def episode(
        self, chance: Random, function: str, fixtures: float = 1.0, gentle: float = 0.05, more: Sequence[Pair] = ()
    ) -> Iterator[Action]:
        """The requests of one case.

        Parameters: chance; function; fixtures, how often the case's own state is brought about; gentle, how often a
        request is sent as it was recorded; more, sent with each of them.
        """
        case = self._case(chance, function)
        if case.fixture and chance.random() < fixtures:
            yield Sql(case.fixture)
        for number in range(REQUESTS_OF_A_CASE):
            mark = f"{hostile.MARK}{number}x"
            pairs = list(chance.choice(case.requests))
            if chance.random() >= gentle:
                pairs = self._mutated(chance, function, pairs, mark)
            yield sent(chance, function, [*pairs, *more], mark)

    def _case(self, chance: Random, function: str) -> Case:
        cases = self._recorded.cases[function]
        if chance.random() < SUCCEEDING:
            cases = [case for case in cases if case.succeeds] or cases
        return chance.choice(cases)

    def _mutated(self, chance: Random, function: str, pairs: Pairs, mark: str) -> Pairs:
        names = [name for name, _ in pairs if name.decode("latin-1") not in WHO] or [b"comments"]
        wanted = chance.choice((1, 1, 1, 1, 2, 2, 3, len(names)))
        for _ in range(wanted):
            name = self._name(chance, function, names, mark)
            value = self._value(chance, name, mark)
            if name.decode("latin-1") in PASSWORDS:
                value = hostile.SECRET.encode() + value
            pairs = _put(chance, pairs, name, value)
        return pairs

    def _name(self, chance: Random, function: str, names: list[bytes], mark: str) -> bytes:
        kind = chance.random()
        if kind < 0.6:
            return chance.choice(names)
        if kind < 0.85 and self._recorded.names[function]:
            return chance.choice(self._recorded.names[function])
        if kind < 0.95:
            return chance.choice(sorted(table())).encode()
        if kind < 0.98:
            return chance.choice(WHO).encode()
        return hostile.payload(chance, mark)

    def _value(self, chance: Random, name: bytes, mark: str) -> bytes:
        good = self._recorded.values.get(name) or [b""]
        kind = chance.random()
        if kind < 0.6:
            return hostile.value(chance, mark)
        if kind < 0.8:
            return chance.choice(good)
        return hostile.mutated(chance, chance.choice(good), mark)


def endless(chance: Random, names: list[str]) -> Iterator[str]:
    """Names in an order of chance, each as often as the others. Parameters: chance; names."""
    while True:
        yield from chance.sample(names, len(names))


def restored(database: WorkingDatabase) -> Sql:
    """What lets the caller in again, whatever requests have done to users and settings. Parameters: database."""
    copies = "; ".join(
        f"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM {database.base}.{table}"
        for table in ("vicidial_users", "vicidial_user_groups", "system_settings")
    )
    return Sql(copies)


def sent(chance: Random, function: str, pairs: Pairs, mark: str) -> Request:
    """A request of the legacy protocol: in the URL, in a form, or in both.

    Parameters: chance; function; pairs, names and values; mark of its payloads.
    """
    path = API_PATH
    if function == "add_lead" and chance.random() < 0.15:
        path = chance.choice(LOAD_LEAD_PATHS)
    headers = _headers(chance, mark)
    query, kind = encoded(chance, pairs), chance.random()
    if kind < 0.6 and len(query) < LONGEST_TARGET:
        method = "GET" if path != API_PATH or chance.random() < 0.97 else chance.choice(("HEAD", "PUT", "DELETE"))
        return actions.request(method, path.encode() + b"?" + query, "legacy", headers)
    if kind < 0.9:
        form = [*headers, ("Content-Type", b"application/x-www-form-urlencoded")]
        return actions.request("POST", path.encode(), "legacy", form, query)
    if kind < 0.95:
        form = [*headers, ("Content-Type", b'multipart/form-data; boundary="XX"')]
        return actions.request("POST", path.encode(), "legacy", form, _multipart(pairs))
    half = chance.randrange(len(pairs) + 1)
    form = [*headers, ("Content-Type", b"application/x-www-form-urlencoded; charset=utf-16")]
    in_url = encoded(chance, pairs[:half])
    if len(in_url) > LONGEST_TARGET:
        in_url, half = b"", 0
    return actions.request("POST", path.encode() + b"?" + in_url, "legacy", form, encoded(chance, pairs[half:]))


def encoded(chance: Random, pairs: Iterable[Pair]) -> bytes:
    """Pairs as a query string, encoded as strictly or loosely as clients do. Parameters: chance; pairs."""
    safe = chance.choice(("", "[]", "'()*!,;:@/?$|`{}<>\"\\^ "))
    if safe.endswith(" "):
        return b"&".join(_quoted(name, safe) + b"=" + _quoted(value, safe) for name, value in pairs)
    return b"&".join(quote_from_bytes(name, safe).encode() + b"=" + quote_from_bytes(value, safe).encode()
                     for name, value in pairs)  # fmt: skip


def _quoted(text: bytes, safe: str) -> bytes:
    return quote_from_bytes(text, safe).replace(" ", "+").encode()


def _put(chance: Random, pairs: Pairs, name: bytes, value: bytes) -> Pairs:
    kind = chance.random()
    if kind < 0.04:
        is_password = name.decode("latin-1") in PASSWORDS
        # Under another name it is no password to the application, and shown as any other value.
        endings = (b"[]", b"[a]", b"[a][b]") if is_password else (b"[]", b"[a][b]", b"[", b"]", b".", b" ")
        return [*pairs, (name + chance.choice(endings), value)]
    if kind < 0.08:
        return [*pairs, (name, value)]
    if kind < 0.12:
        return [(found, old) for found, old in pairs if found != name]
    if any(found == name for found, _ in pairs):
        return [(found, value if found == name else old) for found, old in pairs]
    return [*pairs, (name, value)]


def _headers(chance: Random, mark: str) -> list[tuple[str, bytes]]:
    if chance.random() < 0.9:
        return []
    name = chance.choice(HEADERS)
    value = hostile.value(chance, mark).translate(None, bytes([*range(32), 127]))[:4000].strip()
    return [(name, value.decode("utf8", "ignore").encode("latin-1", "ignore") if name == "Host" else value)]


def _multipart(pairs: Pairs) -> bytes:
    parts = [
        b'--XX\r\nContent-Disposition: form-data; name="' + name.replace(b'"', b"%22") + b'"\r\n\r\n' + value
        for name, value in pairs
    ]
    return b"\r\n".join([*parts, b"--XX--\r\n"])


def _pairs(step: dict[str, list[list[str]]]) -> Pairs:
    found = [*step["query"], *(step.get("form") or [])]
    return [(name.encode(), _known_password(name, value).encode()) for name, value in found]


def _known_password(name: str, value: str) -> str:
    return hostile.SECRET if (name, value) == ("pass", CALLER["pass"]) else value
