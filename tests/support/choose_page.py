"""A page of links to choose from, read as a browser reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

CHOOSE = re.compile(r"javascript:choose_file\('((?:[^'\\]|\\.)*)','((?:[^'\\]|\\.)*)'\);", re.DOTALL)
#: the tags such a page is made of
TAGS = {"html", "head", "title", "script", "body", "a", "font", "div", "table", "tr", "td", "br"}


class Page(HTMLParser):
    """The tags of a page with their attributes, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """The arguments that each link to choose hands over, read as HTML, as an address, then as script."""
        links = [attributes["href"] or "" for tag, attributes in self.tags if tag == "a"]
        return [_arguments(link) for link in links if "choose_file" in link]

    @property
    def handlers(self) -> list[str]:
        """The attributes that would run script."""
        return [name for _, attributes in self.tags for name in attributes if name.startswith("on")]


def _arguments(link: str) -> tuple[str, str]:
    # A browser drops line ends and tabs from an address before it reads it.
    script = unquote_to_bytes(re.sub(r"[\n\r\t]", "", link).encode()).decode()
    found = CHOOSE.fullmatch(script)
    assert found, f"does more than choose: {script}"
    escapes = {"n": "\n", "r": "\r", "t": "\t"}
    value, field = (re.sub(r"\\(.)", lambda it: escapes.get(it[1], it[1]), text) for text in found.groups())
    return value, field
