"""Intake: query strings and forms are read the way PHP read them."""

from __future__ import annotations

from urllib.parse import quote_plus, urlencode

from hypothesis import given
from hypothesis import strategies as st

from nonagent.legacy.intake import Array, Intake, mask_query, parse_multipart, parse_pairs, text

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


def test_a_pair_without_a_name_is_dropped() -> None:
    assert parse_pairs(b"=1&+=2") == {}


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


def test_of_a_malformed_multipart_form_what_comes_first_is_kept() -> None:
    field = b'--XX\r\nContent-Disposition: form-data; name="agent.user"\r\n\r\none\r\n'
    assert parse_multipart(field + b"--XX--\r\n", "XX") == {"agent_user": "one"}
    assert parse_multipart(field + b'--XX\r\nContent-Disposition: form-data; name="b"\r\n\r\ntw', "XX") == {
        "agent_user": "one"
    }
    assert parse_multipart(b"nothing of the kind", "XX") == {}


@given(st.binary(), st.text(max_size=3))
def test_any_body_is_read_as_a_multipart_form(body: bytes, boundary: str) -> None:
    parse_multipart(body, boundary)
