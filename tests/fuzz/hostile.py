"""Values that have broken somebody's program before. Each payload carries a mark, by which it is found again.

The mark is a word of letters and digits, so that it outlives cleaning: where it turns up in a statement outside of
quotes, a value has become part of the statement.
"""

from __future__ import annotations

import re
from random import Random

#: what every mark begins with
MARK = "zqfz"
#: the caller's password, and part of every password that a request sets: no line of the log may hold it
SECRET = "PwZq7Secret"

#: an address where nobody listens, so that a URL is never asked of anybody
NOBODY = "127.0.0.1:1"

_SQL = (
    "' OR {m}='1", "'; DROP TABLE vicidial_users; -- {m}", '" UNION SELECT {m} -- ', "\\' OR {m} -- ", "{m}\\",
    "\\{m}", "'{m}", '"{m}', "`{m}", "`{m}`", "{m})", "',{m}),('", "/*{m}*/", "/*!50000 {m}*/", "{m}'||'", "'+{m}+'",
    "{m}#", "{m};", "{m} --", "') OR {m} LIKE ('%", "1 OR {m}", "1) OR ({m}", "{m}'", "{m}''", "{m}\\'", "@@{m}",
    "0x{m}", ":{m}", "?{m}",
)  # fmt: skip
_FORMATS = (
    "%s{m}", "%({m})s", "{{{m}}}", "{{{m}.__class__}}", "%n%x%d{m}", "{{0}}{m}", "%{m}", "{m}%", "%%{m}%%",
    "${{{m}}}", "$(touch {m})", "`touch {m}`", "--A--{m}--B--", "--A--first_name--B--{m}", "%u0041{m}", "%00{m}",
    "%zz{m}", "&{m}=1",
)  # fmt: skip
_HTML = (
    "<script>{m}</script>", "<img src=x onerror={m}>", "</script><script>{m}", "');{m}//", "&lt;{m}&#39;", "<!--{m}",
    "\" onmouseover=\"{m}", "javascript:{m}", "',{m} instanceof{{[Symbol.hasInstance]:eval}},'", "]]>{m}", "<b>{m}",
)  # fmt: skip
_CHARACTERS = (
    "{m}\x00{m}", "\x00", "{m}\n{m}", "{m}\r\n{m}: x", "\t{m}", "\x7f{m}\x1b[31m", "é{m}", "漢{m}字", "😀{m}",
    "\U0010ffff{m}", "\u2028{m}", "\u202e{m}", "\ufeff{m}", "ʼ{m}", "＇{m}", "İ{m}ı", "ß{m}", "K{m}", "e\u0301{m}",
    "\u0660{m}", "{m}²", "\xa0{m}", "{m}|{m}", "|{m}|", "{m},{m}", ",,{m},", " {m} ", "{m}+{m}", "{m}-{m}!{m}",
    "{m}:{m}", "../../{m}", "{m}.wav", ".{m}", "/{m}", b"\xff\xfe%m", b"\xbf' OR %m", b"\xc0\xa7%m",
    b"\xed\xa0\x80%m", b"%m\xc3", b"\xe6\xbc%m", b"\xf0\x9f%m", b"Jos\xe9 %m",
)  # fmt: skip
_URLS = (
    f"http://{NOBODY}/{{m}}", f"http://{NOBODY}/?a=--A--comments--B--&{{m}}", "http://[{m}/", "http://{m}:99999999/",
    "file:///etc/passwd?{m}", "data:text/plain,%zz{m}", "data:{m}", "http://\x00{m}/", "http://127.0.0.1:x{m}/",
    "VAR{m}", f"http://{NOBODY}/ {{m}}\r\nHost: {{m}}", f"http://user:{{m}}@{NOBODY}/",
)  # fmt: skip
#: what a program may take for a number, or not
NUMBERS = (
    "0", "-0", "-1", "+1", "1", "2", "7", "99", "100", "101", "999", "1e5", "1E400", "-1e400", "NaN", "inf",
    "Infinity", "0x10", "0b1", "1_000", " 1", "1 ", "1.5", ".5", "5.", "--5", "1-", "-", ".", "007", "1,2,3", "1,,2",
    ",", "1|2", "²", "٣", "①", "½", "12345678901", "2147483648", "-2147483649", "4294967295", "4294967296",
    "9223372036854775808", "18446744073709551616", "9" * 30, "9" * 400, "-" + "9" * 400, "9" * 5000, "0" * 5000,
    "1" + "0" * 310, "0." + "3" * 400,
)  # fmt: skip
#: what a program may take for a moment or a length of time, or not
DATES = (
    "2025-07-15", "2025-07-15 14:30:00", "2025-07-15+14:30:00", "2025-07-14", "2025-07-16 00:00:00", "2025-7-5",
    "20250715", "2025-02-30", "2025-02-29", "2024-02-29", "2025-00-00", "0000-00-00", "0000-00-00 00:00:00",
    "0001-01-01", "0000-01-01", "1970-01-01", "1969-12-31 23:59:59", "2038-01-19 03:14:08", "9999-12-31",
    "9999-12-31 23:59:59", "10000-01-01", "2025-13-01", "2025-07-15 25:61:61", "2025-07-15 24:00:00",
    "2025-03-09 02:30:00", "2025-11-02 01:30:00", "-2025-01-01", "2025-07-15T14:30", "2025-07-15 14", "TODAY",
    "YESTERDAY", "NOW", "14:30", "24:00:00", "99:99:99", "-1:00", "2025-07-15--2025", "+14DAYS", "+99999999999DAYS",
    "-1DAYS", "2025-06-31", "٢٠٢٥-٠٧-١٥", "2025-07-1５",
)  # fmt: skip
#: words that mean something to one function or another
WORDS = (
    "", " ", "+", "%", "_", "*", "Y", "N", "y", "1", "0", "NULL", "null", "None", "Array", "ALL", "-ALL-",
    "---ALL---", "---NONE---", "--BLANK--", "---BLANK---", "ALLGROUPS", "ALL-GROUPS", "ALL_FUNCTIONS", "AUTO",
    "DEFAULT", "TESTCAMP", "testcamp", "TESTCAMP-", "-TESTCAMP-OLDCAMP-", "custom_101", "lead_id", "LEAD_ID",
    "list_id", "pass", "user", "6666", "6666 ", "DUPLIST", "DUPCAMP", "DUPSYS", "DUPSYS30DAY", "DUPNAMEPHONELIST",
    "DUPALTLIST", "DUPPHONEALTLIST", "DUPTITLEALTPHONELIST99999999999999DAY", "DUPLIST99999999DAY", "DUPCAMP-1DAY",
    "LIST", "CAMP", "GROUP", "SINGLE", "STANDARD", "MONITOR", "BARGE", "HIJACK", "pipe", "csv", "tab", "newline",
    "HTML", "json", "YES", "NO", "POSTAL", "TZCODE", "EST", "NANPA", "USA", "undefined", "true", "-1", "ANYONE",
    "USERONLY", "APPEND", "REPLACE", "UPDATE", "ADD", "DELETE", "COPY", "TEXT", "AREA", "SELECT", "MULTI", "RADIO",
    "CHECKBOX", "DATE", "TIME", "INTEGER", "DISPLAY", "SCRIPT", "HIDDEN", "READONLY", "HIDEBLOB", "SWITCH", "BUTTON",
    "SOURCESELECT",
)  # fmt: skip

_PAYLOADS = (*_SQL, *_FORMATS, *_HTML, *_CHARACTERS, *_URLS)
_LONG = (255, 1000, 5000)


def payload(chance: Random, mark: str) -> bytes:
    """A text that carries the mark. Parameters: chance; mark. Returns: its bytes, seldom many of them."""
    template = chance.choice(_PAYLOADS)
    if isinstance(template, bytes):
        found = template.replace(b"%m", mark.encode())
    else:
        found = template.format(m=mark).encode()
    if chance.random() < 0.05:
        found = (found * 400)[: chance.choice(_LONG)]
    return found


def value(chance: Random, mark: str) -> bytes:
    """Any hostile value. Parameters: chance; mark. Returns: its bytes."""
    kind = chance.random()
    if kind < 0.5:
        return payload(chance, mark)
    return chance.choice(NUMBERS if kind < 0.7 else DATES if kind < 0.85 else WORDS).encode()


def mutated(chance: Random, good: bytes, mark: str) -> bytes:
    """A good value gone slightly wrong. Parameters: chance; good; mark. Returns: its bytes."""
    place = chance.randrange(len(good) + 1)
    other = value(chance, mark)
    return chance.choice(
        (
            good[:place] + other + good[place:],
            good[:place] + other,
            other + good[place:],
            good[:place],
            good + good,
            good + b"," + other,
            good + b"-" + good,
            good.swapcase(),
            b" " + good + b" ",
            good[:place] + bytes([chance.randrange(256)]) + good[place:],
            re.sub(rb"\d", lambda _: b"%d" % chance.randrange(10), good),
        )
    )
