"""The HTML page of the *_list functions: a table whose links put a value into a field of the page around it.

The admin pages open it in a frame beside a field; its script is our own.
Source: docs/functions/callmenu_list.md#answers.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from nonagent.api.answers import Page
from nonagent.api.call import Call
from nonagent.api.parameters import Parameters, parameter
from nonagent.rules.pages.html import in_attribute, in_text

SCRIPT = r"""
function choose_file(filename, fieldname) {
  if (filename) {
    parent.document.getElementById(fieldname).value = filename;
    close_file();
  }
}
function close_file() {
  var frame = document.getElementById("selectframe");
  frame.innerHTML = "";
  frame.style.visibility = "hidden";
  parent.close_chooser();
}
function plain(text) {
  var named = { n: "\n", r: "\r", t: "\t" };
  return text.replace(/%25/g, "%").replace(/\\([^])/g, function (both, it) { return named[it] || it; });
}
document.addEventListener("click", function (event) {
  var link = event.target.closest("a[href^='javascript:']");
  if (!link) return;
  event.preventDefault();
  var address = link.getAttribute("href");
  var chosen = /^javascript:choose_file\('((?:[^'\\]|\\[^])*)','([^]*)'\);$/.exec(address);
  if (chosen) choose_file(plain(chosen[1]), plain(chosen[2]));
  if (address == "javascript:close_file();") close_file();
});
"""

# safer: a browser runs this script and no other. Not even the links' own: it reads them instead.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline';"
    f" script-src 'sha256-{b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
)
HEADERS = {"Content-Security-Policy": POLICY}

CLOSING = "</table></div></body></HTML>\n"

ODD_ROW, EVEN_ROW = 'bgcolor="#E6E6E6"', 'bgcolor="#F6F6F6"'

# Out of its quotes a text of these says something at most: it takes more to call or change anything.
UNABLE_TO_ACT = re.compile(r"[0-9A-Za-z_\t '<>\\%&|\x80-\U0010ffff]*")
SCRIPT_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class ChooseAsked(Parameters):
    """What a page to choose from is asked with."""

    comments = parameter("The field of the page around it that takes what is chosen, by its id.")


def piece(html: str) -> Page:
    """A piece of a page that is made here. Parameters: html. Returns: it, and the headers that such a page needs."""
    return Page(html, HEADERS)


def opening(call: Call) -> str:
    """The page up to its heading cells. Parameters: call. Returns: HTML, an empty line first."""
    close_frame = call.translate("close frame")
    return f"""
<HTML><head><title>NON-AGENT API</title>
<script language="Javascript">{SCRIPT}</script>
</head>

<body>
<a href="javascript:close_file();"><font size=1 face="Arial,Helvetica">{in_text(close_frame)}</font></a>
<div id='selectframe' style="height:400px;width:710px;overflow:scroll;">
<table border=0 cellpadding=1 cellspacing=2 width=690 bgcolor=white><tr>
"""


def page(call: Call, headings: Iterable[str], rows: Iterable[str]) -> Page:
    """A whole page.

    Parameters: call; headings of the columns behind the number; rows, as row makes them.
    Returns: the page.
    """
    what, *others = map(in_text, headings)
    cells = [f"<td width=30>#</td>\n<td colspan=2>{what}</td>\n", *(f"<td>{other}</td>\n" for other in others)]
    return piece("".join([opening(call), *cells, "</tr>\n", *rows, CLOSING]))


def row(number: int, value: str, field: str, *cells: str) -> str:
    """One row: its number, the link that chooses its value, and further cells.

    Parameters: number, from 1; value to be chosen; field that it goes into; cells, as cell makes them.
    Returns: HTML.
    """
    link = f'<a href="{choose(value, field)}"><font size=2 face="Arial,Helvetica">{in_text(value)}</a>'
    lines = (
        f'<tr {colour(number)}><td width=30><font size=1 face="Arial,Helvetica">{number}</td>',
        f"<td colspan=2>{link}</td>",
        *cells,
    )
    return "\n".join(lines) + "</tr>\n"


def cell(value: str) -> str:
    """A further cell of a row. Parameters: value. Returns: HTML."""
    return f'<td><font size=2 face="Arial,Helvetica">{in_text(value)}</td>'


def colour(number: int) -> str:
    """The colour of a row, as an attribute. Parameters: number, from 1. Returns: HTML."""
    return ODD_ROW if number % 2 else EVEN_ROW


def choose(value: str, field: str) -> str:
    """The address of a link that chooses a value.

    Parameters: value to be chosen; field that it goes into.
    Returns: what stands between the quotes of href.
    """
    return f"javascript:choose_file('{_script_text(value)}','{_sent_text(field)}');"


def _script_text(value: str) -> str:
    # safer: a value could end its quotes and run as script. Script reads it last, so that its escapes come first.
    value = value.translate(SCRIPT_ESCAPES)
    if unquote(value) != value:
        value = value.replace("%", "%25")
    if unescape(value) != value:
        value = value.replace("&", "&amp;")
    return in_attribute(value)


def _sent_text(value: str) -> str:
    # legacy: a field's name comes back as it was sent, quotes and all. safer: unless it could act outside of them.
    # A browser leaves tabs out of an address between the two readings.
    is_read_so = unquote(unescape(value).replace("\t", "")) == value.replace("\t", "")
    return value if is_read_so and UNABLE_TO_ACT.fullmatch(value) else _script_text(value)
