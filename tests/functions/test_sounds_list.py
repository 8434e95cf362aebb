"""sounds_list: folders of all kinds, names of all kinds, and nothing from outside the store."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.choose_page import TAGS, Page
from tests.support.statements import Statements
from tests.support.working_database import EPOCH, WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

#: written so long ago that nobody is still writing it
OLD = EPOCH - 30 * 86400


class Store:
    """A folder under the web root, as the system settings name it."""

    def __init__(self, folder: Path, database: WorkingDatabase) -> None:
        self.folder, self.database = folder, database
        folder.mkdir()
        self.use(folder.name)

    def use(self, name: str) -> None:
        self.database.run("UPDATE system_settings SET sounds_web_directory = %s", name)

    def add(self, name: str | bytes, size: int = 10, written: float = OLD) -> Path:
        path = self.folder / os.fsdecode(name)
        path.touch()
        os.truncate(path, size)
        os.utime(path, (written, written))
        return path


@pytest.fixture
def store(database: WorkingDatabase, web_root: Path) -> Iterator[Store]:
    """An audio store without files."""
    folder = web_root / "sounds_of_a_test"
    yield Store(folder, database)
    shutil.rmtree(folder)


def names(api: AppProcess, stage: str = "name") -> list[str]:
    answer = api(function="sounds_list", format="tab", stage=stage)
    assert answer.status_code == 200
    return [line.split("\t")[1] for line in answer.content.decode("utf8", "surrogateescape").splitlines()]


def missing(path: str) -> str:
    return f"ERROR: audio store web directory does not exist: |6666|sounds_list|{path}|\n"


# -- folders --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", ["tab", "link", "selectframe", "tablinkselectframe"])
def test_a_folder_without_sounds_is_an_empty_answer(api: AppProcess, store: Store, output: str) -> None:
    store.add("readme.txt")
    answer = api(function="sounds_list", format=output, stage="name")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_store_that_is_a_file_does_not_exist(api: AppProcess, store: Store, web_root: Path) -> None:
    store.add("alpha.wav")
    store.use(f"{store.folder.name}/alpha.wav")
    answer = api(function="sounds_list", format="tab", stage="name")
    assert answer.text == missing(f"{web_root}/{store.folder.name}/alpha.wav")


def test_a_store_that_cannot_be_read_does_not_exist_and_the_log_says_why(
    api: AppProcess, store: Store, web_root: Path
) -> None:
    (store.folder / "loop").symlink_to("loop")
    store.use(f"{store.folder.name}/loop")
    logged = api.log_size()
    answer = api(function="sounds_list", format="tab", stage="name")
    assert answer.text == missing(f"{web_root}/{store.folder.name}/loop")
    assert "symbolic links" in api.log_since(logged)


@pytest.mark.parametrize("path", ["..", "sounds_of_a_test/..", "../web/sounds_of_a_test", "sounds_of_a_test/../"])
def test_a_store_beside_the_web_root_does_not_exist(api: AppProcess, store: Store, web_root: Path, path: str) -> None:
    store.add("alpha.wav")
    store.use(path)
    assert api(function="sounds_list", format="tab", stage="name").text == missing(f"{web_root}/{path}")


def test_a_setting_names_a_store_that_is_not_under_the_web_root(
    start_app: StartApp, store: Store, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "audio"
    elsewhere.mkdir()
    (elsewhere / "far.wav").touch()
    os.utime(elsewhere / "far.wav", (OLD, OLD))
    app = start_app({"NONAGENT_SOUNDS_FOLDER": str(elsewhere)})
    assert names(app) == ["far.wav"]
    link = app(function="sounds_list", format="link", stage="name").text
    assert link == '<a href="http://127.0.0.1/sounds_of_a_test/far.wav">far.wav</a><br>\n'


# -- files ----------------------------------------------------------------------------------------------------


def test_a_link_to_a_file_outside_is_not_listed(api: AppProcess, store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "secret.wav"
    outside.touch()
    store.add("own.wav")
    (store.folder / "stolen.wav").symlink_to(outside)
    (store.folder / "beside.wav").symlink_to("../sounds_store/alpha.wav")
    (store.folder / "nowhere.wav").symlink_to("nothing.wav")
    (store.folder / "again.wav").symlink_to("own.wav")
    assert names(api) == ["again.wav", "own.wav"]


def test_a_store_that_is_a_link_itself_is_listed(api: AppProcess, store: Store) -> None:
    store.add("own.wav")
    link = store.folder.with_name("sounds_link")
    link.symlink_to(store.folder.name)
    store.use(link.name)
    try:
        assert names(api) == ["own.wav"]
    finally:
        link.unlink()


def test_names_are_listed_byte_for_byte(api: AppProcess, store: Store) -> None:
    odd = (
        "a b.wav",
        "été.gsm",
        "漢字.wav",
        "😀.wav",
        b"latin\xe9.wav",
        "100%.wav",
        "q?u#e&ry.gsm",
        "'quote'.wav",
        ".wav",
    )
    for name in odd:
        store.add(name)
    expected = sorted(name if isinstance(name, bytes) else name.encode() for name in odd)
    assert [name.encode("utf8", "surrogateescape") for name in names(api)] == expected


def test_a_name_with_markup_is_only_a_name(api: AppProcess, store: Store) -> None:
    name = "<img src=x onerror=alert('1')>\"%41&amp;.wav"
    store.add(name)
    text = api(function="sounds_list", format="linkselectframe", stage="name", comments="f").text
    shown = Page(text)
    assert {tag for tag, _ in shown.tags} <= TAGS
    assert not shown.handlers
    assert shown.chosen == [(name.removesuffix(".wav"), "f")]
    assert shown.texts.count(name.replace("&amp;", "&")) == 2


def test_a_file_that_grows_is_left_out(api: AppProcess, store: Store) -> None:
    store.add("done.wav", written=time.time())
    growing = store.add("growing.wav", written=time.time())
    answered = threading.Event()

    def write() -> None:
        with growing.open("ab", buffering=0) as file:
            while not answered.wait(0.05):
                file.write(b"more")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert names(api) == ["done.wav"]
    finally:
        answered.set()
        writer.join()


def test_nobody_waits_for_files_that_are_old(api: AppProcess, store: Store) -> None:
    store.add("alpha.wav")

    def seconds() -> float:
        started = time.monotonic()
        assert names(api) == ["alpha.wav"]
        return time.monotonic() - started

    assert min(seconds() for _ in range(3)) < 0.9


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("size", "cab"), ("SIZE", "cab"), ("date", "bac"), ("name", "abc"), ("NaMe", "abc"),
        ("datename", "abc"), ("namedate", "abc"), ("sizename", "cab"), ("namesize", "cab"), ("datesize", "cab"),
    ],
)  # fmt: skip
def test_the_last_of_date_name_and_size_is_the_order(
    api: AppProcess, store: Store, stage: str, expected: str
) -> None:
    store.add("a.wav", size=800, written=OLD + 1)
    store.add("b.wav", size=71, written=OLD + 2)
    store.add("c.wav", size=70000, written=OLD)
    assert "".join(name[0] for name in names(api, stage)) == expected


def test_thousands_of_files_are_listed(api: AppProcess, store: Store) -> None:
    for number in range(2000):
        store.add(f"prompt-{number:05}.wav", size=number)
    text = api(function="sounds_list", format="tabselectframe", stage="size").text
    assert text.count("javascript:choose_file(") == 2000
    assert text.startswith("0\tprompt-01999.wav\t2025-06-15 14:30:00.\t1999\t")


def test_the_folder_of_the_admin_pages_and_a_server_name_are_in_the_links(api: AppProcess, store: Store) -> None:
    store.database.run(
        "UPDATE system_settings SET admin_web_directory = 'call/center/vicidial', sounds_web_server = 'HTTPS://s.x'"
    )
    store.add("a.wav")
    text = api(function="sounds_list", format="linkselectframe", stage="name", headers={"Host": "d.x:8080"}).text
    assert '<a href="HTTPS://s.x/call/center/sounds_of_a_test/a.wav">' in text
    assert '<a href="http://d.x:80/call/center/sounds_of_a_test/a.wav" target="_blank">' in text


def test_a_host_name_cannot_end_its_quotes(api: AppProcess, store: Store) -> None:
    store.add("a.wav")
    text = api(
        function="sounds_list", format="selectframe", stage="name", headers={"Host": 'x"onclick="alert(1)'}
    ).text
    assert not Page(text).handlers


def test_a_fields_name_adds_no_parameters_to_the_links(api: AppProcess, store: Store) -> None:
    store.add("a.wav")
    text = api(function="sounds_list", format="selectframe", stage="name", comments="f&function=version&x=%").text
    assert "&comments=f%26function=version%26x=%25&stage=date" in text


def test_a_store_switched_off_says_so(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET sounds_central_control_active = '0'")
    answer = api(function="sounds_list", format="tab", stage="name")
    assert answer.text == "ERROR: sounds_list CENTRAL SOUND CONTROL IS NOT ACTIVE: |6666|0|\n"
    assert database.value("SELECT data FROM vicidial_api_log") == "0"


@pytest.mark.parametrize(("output", "statements"), [("tab", 2), ("selectframe", 3)])
def test_a_list_of_sounds_costs_few_statements(
    api: AppProcess, count_statements: CountStatements, output: str, statements: int
) -> None:
    names(api)
    with count_statements() as sent:
        api(function="sounds_list", format=output, stage="name")
    assert len(sent) == statements, sent
