"""Mail addresses, and a sendmail program that does not do its work."""

from __future__ import annotations

import pytest

from nonagent import mail


@pytest.mark.parametrize(
    "address",
    ["a@b.co", "o'brien@example.com", "first.last%x@sub.example-site.org", "x" * 64 + "@example.com", "1@2.c3"],
)
def test_an_address_has_a_domain_with_a_dot(address: str) -> None:
    assert mail.is_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "", "alice", "alice@localhost", "@example.com", "alice@", "a b@example.com", "a@b@example.com",
        ".a@example.com", "a.@example.com", "a..b@example.com", "a@-b.com", "a@b-.com", "a@b..com", "a@1.2.3.4",
        "zoë@example.com", "x" * 65 + "@example.com", "a@" + "b" * 64 + ".com", "a@b.com\n", "a@b.com\nBcc: c@d.com",
        "<a@b.com>", "a@b.com,c@d.com",
    ],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert not mail.is_address(text)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("/bin/sh -c 'echo no; echo  mailbox full >&2; exit 1'", "mailbox full"),
        ("/bin/false", "/bin/false: exit status 1"),
        ("", "no mail program is set"),
        ("unclosed 'quote", "No closing quotation"),
    ],
)
def test_a_refusal_says_why(program: str, reason: str) -> None:
    with pytest.raises(mail.MailRefused, match=reason):
        mail.send(program, "a@b.co", "Subject", "text")


def test_a_program_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LONGEST_WAIT", 0.1)
    with pytest.raises(mail.MailRefused, match="no answer"):
        mail.send("/bin/sleep 5", "a@b.co", "Subject", "text")
