"""Intake: query strings and forms are read the way PHP read them."""

from __future__ import annotations

from random import Random
from urllib.parse import quote_plus, unquote_to_bytes, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonagent.legacy.intake import (
    LONG_FORM,
    Array,
    Intake,
    mask_query,
    parse_form,
    parse_multipart,
    parse_pairs,
    text,
)
from tests.support.app import API_PATH, AppProcess

PLAIN_NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=12)


def test_an_escape_that_is_none_stays_as_it_is() -> None:
    assert parse_pairs(b"a=100%zz%2") == {"a": "100%zz%2"}


def test_the_last_of_a_repeated_name_wins_even_when_blank() -> None:
    assert parse_pairs(b"a=1&b=2&a=") == {"a": "", "b": "2"}


def test_only_ampersands_separate() -> None:
    assert parse_pairs(b"a=1;b=2&&c") == {"a": "1;b=2", "c": ""}


def test_names_lose_dots_and_spaces() -> None:
    assert parse_pairs(b"agent.user=1&phone+number=2&%20lead=3") == {
        "agent_user": "1",
        "phone_number": "2",
        "lead": "3",
    }


def test_an_array_is_an_array_under_its_plain_name() -> None:
    for query in (b"lead_ids[]=1", b"lead_ids[x]=1", b"lead_ids%5B%5D=1&lead_ids[]=2"):
        pairs = parse_pairs(query)
        assert list(pairs) == ["lead_ids"]
        assert isinstance(pairs["lead_ids"], Array)


def test_a_bracket_that_is_not_closed_is_part_of_the_name() -> None:
    assert parse_pairs(b"a[b=1") == {"a_b": "1"}


@pytest.mark.parametrize("pair", [b"=1", b"+=2", b"[a]=1", b"[=1", b"[]=1", b"+[a]=1", b"%00a=1", b"%5b%5d=1"])
def test_a_pair_without_a_name_is_dropped(pair: bytes) -> None:
    assert parse_pairs(b"b=1&" + pair) == {"b": "1"}


def test_a_name_ends_at_a_nul_and_a_value_does_not() -> None:
    assert parse_pairs(b"a%00b=1%002&c[%00]=3") == {"a": "1\x002", "c_": "3"}


def test_the_query_string_wins_over_the_form_even_when_blank() -> None:
    intake = Intake("pass=", {"pass": ""}, {"pass": "1234", "user": "6666"})
    assert intake.raw("pass") == ""
    assert intake.raw("user") == "6666"
    assert intake.raw("other") is None


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_in_and_come_back(raw: bytes) -> None:
    pairs = parse_pairs(b"value=" + quote_plus(raw).encode())
    assert pairs["value"].encode("utf8", "surrogateescape") == raw


@given(st.binary(max_size=200))
def test_no_query_string_is_refused(raw: bytes) -> None:
    for name, value in parse_pairs(raw).items():
        assert isinstance(name, str)
        assert isinstance(value, str)
        assert "." not in name
        assert " " not in name


@given(st.dictionaries(PLAIN_NAMES, st.text(max_size=20), max_size=6))
def test_what_a_client_encodes_is_what_arrives(sent: dict[str, str]) -> None:
    assert parse_pairs(urlencode(sent, errors="surrogatepass").encode()) == {
        name: text(value.encode("utf8", "surrogatepass")) for name, value in sent.items()
    }


@given(st.text(alphabet="1234567890abcXYZ!$", min_size=6, max_size=20))
def test_a_password_never_stays_in_the_masked_text(password: str) -> None:
    for name in ("pass", "p%61ss", "%70ass", "+pass"):
        assert password not in mask_query(f"user=6&{name}={quote_plus(password)}&x=1", ["pass"]).replace("user=6", "")
    form = Intake("", {}, {"user": "u", "pass": password})
    assert f"pass={password}" not in form.query_text(["pass"])


def test_other_parameters_stay_as_they_were_sent() -> None:
    assert (
        mask_query("agent_pass=x&bypass=%41&pass=y&PASS=z&pass", ["pass"])
        == "agent_pass=x&bypass=%41&pass=***&PASS=z&pass"
    )


def part(headers: str, value: str = "1") -> bytes:
    return f"--XX\r\n{headers}\r\n\r\n{value}\r\n".encode()


def named(parameters: str, value: str = "1") -> bytes:
    return part(f"Content-Disposition: form-data; {parameters}", value)


LAST = named('name="z"', "26") + b"--XX--\r\n"


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (named('name="agent.user"'), {"agent_user": "1"}),
        (named("name=a"), {"a": "1"}),
        (named("name='a'"), {"a": "1"}),
        (named('NAME="a"'), {"a": "1"}),
        (named('name="a\\b"'), {"a\\b": "1"}),
        (named('name="a\\"b"'), {'a"b': "1"}),
        (named('name="a%22b"'), {"a%22b": "1"}),
        (named('name="a;b"; x=y'), {"a;b": "1"}),
        (named('x="1;name=q"; name="a"'), {"a": "1"}),
        (named('name="a'), {"a": "1"}),
        (named("name=\"a\"; filename*=UTF-8''f"), {"a": "1"}),
        (named('name="a"; filename="f"'), {}),
        (named('name="a"; filename=""', ""), {}),
        (named('name=""'), {}),
        (part('content-disposition:name="a"'), {"a": "1"}),
        (part('Content-Disposition: form-data;\r\n name="a"'), {"a": "1"}),
        (part('Content-Type: text/plain\r\nContent-Disposition: form-data; name="a"'), {"a": "1"}),
        (part("Content-Type: text/plain"), {}),
        (b"--XX\r\n\r\nno headers\r\n", {}),
        (named('name="a"', "1\r\n--X\r\n\r\n"), {"a": "1\r\n--X\r\n\r\n"}),
        (named('name="a"', "1\r\n--XXY"), {"a": "1"}),
        (named('name="a"', "--XX"), {"a": "--XX"}),
        (named('name="a"').replace(b"\r\n", b"\n"), {"a": "1"}),
        (b"preamble\r\n" + named('name="a"'), {"a": "1"}),
        (b"--XX--\r\n" + named('name="a"'), {"a": "1"}),
        (named('name="a"', "1") + named('name="a"', "2"), {"a": "2"}),
    ],
)
def test_a_part_is_read_as_php_reads_it(body: bytes, values: dict[str, str]) -> None:
    assert parse_multipart(body + LAST, "XX") == {**values, "z": "26"}


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (named('name="a"'), {"a": "1"}),
        (named('name="a"') + b"--", {"a": "1"}),
        (named('name="a"')[:-2], {"a": "1"}),
        (named('name="a"') + b'--XX\r\nContent-Disposition: form-data; name="b"', {"a": "1"}),
        (named('name="a"') + named("") + LAST, {"a": "1"}),
        (b"nothing of the kind", {}),
        (b"", {}),
    ],
)
def test_a_multipart_form_that_is_not_ended_has_what_was_sent(body: bytes, values: dict[str, str]) -> None:
    assert parse_multipart(body, "XX") == values


def numbered(count: int) -> dict[str, str]:
    return {f"p{number}": str(number) for number in range(count)}


def test_of_a_query_string_the_first_thousand_pairs_are_read() -> None:
    pairs = urlencode(numbered(1100)).encode()
    assert parse_pairs(pairs) == numbered(1000)
    # Those without a name or of a name that was there before count, empty ones do not.
    assert parse_pairs(b"&&p0=&=&" + pairs) == numbered(998)


def test_of_a_form_one_pair_more_is_read_and_empty_ones_count() -> None:
    pairs = urlencode(numbered(1100)).encode()
    assert parse_form(pairs) == numbered(1001)
    assert parse_form(b"&&p0=&=&" + pairs) == numbered(997)
    assert parse_form(urlencode(numbered(1001)).encode() + b"&") == numbered(1001)


def test_of_a_multipart_form_a_thousand_fields_are_read_and_files_beside_them() -> None:
    fields = b"".join(named(f"name={name}", value) for name, value in numbered(1100).items())
    file = named('name="f"; filename="f"')
    assert parse_multipart(fields, "XX") == numbered(1000)
    assert parse_multipart(file * 19 + fields, "XX") == numbered(1000)
    assert parse_multipart(file * 21 + fields, "XX") == numbered(999)
    assert parse_multipart(file * 1019 + LAST, "XX") == {"z": "26"}
    assert parse_multipart(file * 1020 + LAST, "XX") == {}


@pytest.mark.parametrize(("before", "read"), [(999, True), (1000, False)])
def test_a_query_string_is_read_as_far_over_http(api: AppProcess, before: int, read: bool) -> None:
    answer = api.request("GET", f"{API_PATH}?{'x&' * before}function=version")
    assert answer.text.startswith("VERSION") == read


@pytest.mark.parametrize(("before", "read"), [(1000, True), (1001, False)])
def test_a_form_is_read_as_far_over_http(api: AppProcess, before: int, read: bool) -> None:
    form = "application/x-www-form-urlencoded, application/json"
    answer = api.request("POST", API_PATH, data=f"{'x&' * before}function=version", headers={"Content-Type": form})
    assert answer.text.startswith("VERSION") == read


@pytest.mark.parametrize(("before", "read"), [(999, True), (1000, False)])
def test_a_multipart_form_is_read_as_far_over_http(api: AppProcess, before: int, read: bool) -> None:
    body = named("name=x") * before + named("name=function", "version")
    form = 'Multipart/Form-Data; boundary="XX"; charset=utf-8'
    answer = api.request("POST", API_PATH, data=body, headers={"Content-Type": form})
    assert answer.text.startswith("VERSION") == read


def test_a_part_without_a_name_is_no_failure_over_http(api: AppProcess) -> None:
    body = named("name=function", "version") + named("") + LAST
    answer = api.request("POST", API_PATH, data=body, headers={"Content-Type": "multipart/form-data; boundary=XX"})
    assert answer.text.startswith("VERSION")


@given(st.binary(), st.text(max_size=3))
def test_any_body_is_read_as_a_multipart_form(body: bytes, boundary: str) -> None:
    parse_multipart(body, boundary)


def test_a_long_value_is_decoded_as_a_short_one_is() -> None:
    alphabet = [
        b"%41",
        b"%3d",
        b"%3D",
        b"=",
        b"a",
        b"+",
        b" ",
        b"\n",
        b"\r\n",
        b"%0A",
        b"%0d",
        b"_",
        b".",
        b"\xe9",
        b"%FF",
        b"\t",
    ]
    chosen = Random(7)
    for broken in (b"", b"%", b"%4", b"%zz", b"%%41", b"%\n"):
        long = b"".join(chosen.choices(alphabet, k=120_000)) + broken + b" "
        assert len(long) > LONG_FORM
        assert parse_form(b"x=" + long)["x"] == text(unquote_to_bytes(long.replace(b"+", b" ")))
