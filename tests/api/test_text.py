"""What the plain-text protocol makes of rows that are read while they are sent, of files and of labelled fields."""

from __future__ import annotations

from collections.abc import Iterator

from nonagent.api import text
from nonagent.api.answers import BLANK, ROWS_AT_ONCE, File, Labelled, Page, Rows, Style, Tally

MANY = 3 * ROWS_AT_ONCE


def test_rows_are_read_no_further_than_they_are_sent_and_told_of_who_hangs_up() -> None:
    read: list[int] = []
    ended: list[bool] = []

    def rows() -> Iterator[tuple[int]]:
        try:
            for number in range(MANY):
                read.append(number)
                yield (number,)
        finally:
            ended.append(True)

    report = Rows(("number",), rows(), header=("number",))
    blocks = text.blocks(report)
    assert next(iter(blocks)).startswith("number\n0\n1\n")
    assert (len(read), ended) == (ROWS_AT_ONCE, [])
    del blocks
    # The report is still there, as an answer is while its log is written.
    assert (len(read), ended) == (ROWS_AT_ONCE, [True])
    assert report.header == ("number",)


def test_a_file_is_saved_under_its_name_where_it_has_one() -> None:
    rows = Rows(("name", "calls"), [("A", 1)], Style(",", ends_line=False), ("NAME", "CALLS"))
    shown, saved = File(rows, "text/plain"), File(rows, "application/octet-stream", "report.csv")
    assert text.of(shown) == text.of(saved) == "NAME,CALLS\nA,1"
    assert text.headers_of(shown) == {"Content-Type": "text/plain"}
    assert text.headers_of(saved)["Content-Type"] == "application/octet-stream"
    assert text.headers_of(saved)["Content-Disposition"] == 'attachment; filename="report.csv"'


def test_headers_come_with_pages_and_files_alone() -> None:
    policy = {"Content-Security-Policy": "default-src 'none'"}
    assert text.headers_of(Page("<p>", policy)) == policy
    assert text.headers_of(Rows((), [])) == {}


def test_labelled_fields_are_logged_as_shown_but_for_the_line_feed() -> None:
    fields = Labelled({"VERSION": "1", "DST": 0})
    assert text.of(fields) == "VERSION: 1|DST: 0|\n"
    assert text.data_of(fields) == "VERSION: 1|DST: 0|"


def test_counts_by_name_are_one_field() -> None:
    row = ("A", 3, Tally({"NA": 1, "": 2}), Tally(), BLANK)
    assert text.of(Rows((), [row])) == "A|3|NA-1,-2||\n"
