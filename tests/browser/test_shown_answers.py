"""Answers in a real browser: the pages to choose from work, and nothing that somebody sent or stored runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.functions.test_choose_pages import ACTING, ROWS
from tests.support.app import API_PATH, CALLER, AppProcess
from tests.support.working_database import WorkingDatabase

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

# An admin page with a field and a frame for each address; what is done in it is a function of each frame's document.
ADMIN_PAGE = """<!DOCTYPE html><input id="chosen"><script>
var closings = 0, ran = 0;
function close_chooser() { closings += 1; }
async function shown(address) {
  var frame = document.createElement("iframe");
  // What a page finds in its window's name, somebody else's page may have put there.
  frame.name = "parent.ran = 1";
  frame.src = address;
  document.body.append(frame);
  await new Promise(done => { frame.onload = done; });
  return frame.contentDocument;
}
var pause = () => new Promise(done => setTimeout(done, 100));
var found = [];
async function look() {
  for (var address of ADDRESSES) {
    document.getElementById("chosen").value = "";
    closings = ran = 0;
    var page = await shown(address);
    WORK
    await pause();
    var text = page.body.innerText;
    found.push({ chosen: document.getElementById("chosen").value, closings: closings, ran: ran, text: text });
  }
}
look().catch(error => { found = String(error); }).then(
  () => fetch("/found", { method: "POST", body: JSON.stringify(found) }));
</script>"""

# The last link of the first page, the one before it of the second, and so on.
CLICK = "[...page.querySelectorAll('a')].filter(it => it.href.includes('choose_file')).at(-1 - found.length).click();"
CLICK_LAST = CLICK.replace(" - found.length", "")
CLICK_ALL = "for (var link of page.querySelectorAll('a')) { if (!link.target) link.click(); await pause(); }"
TOUCH_ALL = "for (var each of page.querySelectorAll('*')) { each.dispatchEvent(new MouseEvent('mouseover')); }"

Show = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def show(api: AppProcess, tmp_path: Path) -> Iterator[Show]:
    """Show addresses one after the other in a frame, and do something there: show(addresses, "page.links...")."""
    pages: dict[str, bytes] = {}
    found: Queue[list[dict[str, Any]]] = Queue()

    class Server(BaseHTTPRequestHandler):
        """The application with a page of the admin's beside it, as both are on a dialer."""

        def do_GET(self) -> None:
            if self.path in pages:
                self.answer({"Content-Type": "text/html"}, pages[self.path])
                return
            told = api.request("GET", self.path)
            self.answer(dict(told.headers), told.content)

        def do_POST(self) -> None:
            found.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.answer({}, b"")

        def answer(self, headers: dict[str, str], body: bytes) -> None:
            self.send_response(200)
            for name, value in headers.items():
                if name not in ("Content-Length", "Transfer-Encoding", "Connection", "Date", "Server"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()

    def shown(addresses: list[str], work: str = "") -> list[dict[str, Any]]:
        page = ADMIN_PAGE.replace("ADDRESSES", json.dumps(addresses)).replace("WORK", work)
        pages["/admin"] = page.encode()
        command = [CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command += ["--no-first-run", f"--user-data-dir={tmp_path}/profile", "--remote-debugging-port=0"]
        address = f"http://127.0.0.1:{server.server_port}/admin"
        with subprocess.Popen([*command, address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
            try:
                told = found.get(timeout=60)
            finally:
                browser.terminate()
        assert isinstance(told, list), told
        return told

    yield shown
    server.shutdown()
    server.server_close()


def address(**parameters: str) -> str:
    return f"{API_PATH}?{urlencode({**CALLER, **parameters})}"


def page_of(function: str, field: str = "chosen") -> str:
    return address(function=function, type="OTHER", format="selectframe", stage="name", comments=field)


def test_a_click_chooses_what_is_named_and_closes(show: Show, database: WorkingDatabase) -> None:
    insert, keys = ROWS["callmenu_list"]
    odd = ("\\", "'", "%26%2339;", "%5c", "&amp;", "a\nb", "A & B", "100%", "é漢", "<b>", "\\n", "%25", "z\"'")
    for name in odd:
        database.run(insert, name, name)
    names = [row["name"] for row in database.all(f"{keys} ORDER BY name")]
    shown = show([page_of("callmenu_list")] * len(names), CLICK)
    # A field takes no line ends.
    assert [found["chosen"] for found in reversed(shown)] == [name.replace("\n", "") for name in names]
    assert {(found["closings"], found["ran"]) for found in shown} == {(1, 0)}


def test_every_page_chooses(show: Show, database: WorkingDatabase) -> None:
    for insert, _ in ROWS.values():
        database.run(insert, *["anything"] * insert.count("%s"))
    functions = [*ROWS, "sounds_list"]
    for function, found in zip(functions, show([*map(page_of, functions)], CLICK_LAST), strict=True):
        assert found["chosen"], function
        assert found["closings"] == 1


def test_the_link_above_closes(show: Show) -> None:
    (found,) = show([page_of("moh_list")], "page.querySelector('a').click();")
    assert (found["chosen"], found["closings"]) == ("", 1)


FIELDS = (
    *(field.replace("alert(1)", "eval(name)").replace("alert`1`", "eval(name)") for field in ACTING),
    "',name instanceof{[Symbol.hasInstance]:eval},'",
    "',top.ran++,'", "',top.ran--,'", "',[name].find(eval),'", "',parent.ran=1,'", "' in new close_file in '",
)  # fmt: skip


def test_no_field_runs(show: Show) -> None:
    for found in show([page_of("callmenu_list", field) for field in FIELDS], CLICK_ALL + TOUCH_ALL):
        assert (found["ran"], found["chosen"]) == (0, "")


def test_no_stored_value_runs(show: Show, database: WorkingDatabase) -> None:
    texts = ("<script>parent.ran = 1</script>", "<img src=x onerror='parent.ran = 1'>", "<svg onload='parent.ran=1'>")
    lead_id = database.value("SELECT MIN(lead_id) FROM vicidial_list")
    addresses = [address(function="lead_field_info", lead_id=str(lead_id), field_name="comments")]
    for text in texts:
        database.run("UPDATE vicidial_list SET comments = %s WHERE lead_id = %s", text, lead_id)
        (found,) = show(addresses, TOUCH_ALL)
        assert found["ran"] == 0
    # A page of the same server still reads what the answer says.
    database.run("UPDATE vicidial_list SET comments = 'to be called again' WHERE lead_id = %s", lead_id)
    assert show(addresses)[0]["text"].strip() == "to be called again"
