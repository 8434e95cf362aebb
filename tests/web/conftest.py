"""What the tests of the JSON endpoints share: our tables, a key, a lead type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from nonagent.clock import Moment
from nonagent.database import Database, Session
from nonagent.settings import Settings
from nonagent.web import tables
from nonagent.web.keys import keys, slow_down
from nonagent.web.submission import lead_types
from nonagent.web.submission.lead_types import LeadType
from tests.support.app import AppProcess
from tests.support.working_database import EPOCH, WorkingDatabase

NEW_YORK = Settings.from_environment({"NONAGENT_TIMEZONE": "America/New_York", "NONAGENT_ASTGUICLIENT_CONF": "-"})
NOW = Moment(EPOCH, NEW_YORK.timezone)


class MakeKey(Protocol):
    """make_key("archive", user="6666") makes a key and gives its text."""

    def __call__(self, *scopes: str, user: str = "6666", region: str = "GB", expires: str = "") -> str: ...


@pytest.fixture
def db(database: WorkingDatabase) -> Iterator[Session]:
    """A session of nonagent's own on the working database, as root of the test server; no tables of ours yet."""
    settings = Settings(db_socket=str(database.mariadb.socket), db_name=database.name, db_user="nonagent",
                        db_password="test")  # fmt: skip
    with Database(settings).session() as session:
        yield session


@pytest.fixture
def own_tables(db: Session) -> Session:
    """The session, `nonagent init-db` done."""
    tables.make(db, with_archive=True)
    slow_down.forget()
    return db


@pytest.fixture
def make_key(own_tables: Session) -> MakeKey:
    """make_key("archive", user="6666"): a key with these scopes."""

    def make(*scopes: str, user: str = "6666", region: str = "GB", expires: str = "") -> str:
        return keys.create(own_tables, user, scopes, NOW, region, expires)[1]

    return make


@pytest.fixture
def archive_key(make_key: MakeKey) -> str:
    """A key of user 6666 with the scope `archive`."""
    return make_key("archive")


@pytest.fixture
def lead_key(make_key: MakeKey) -> str:
    """A key of user 6666 with the scope `lead` and the region GB."""
    return make_key("lead")


@pytest.fixture
def add_type(own_tables: Session) -> Callable[..., LeadType]:
    """add_type("PPI", list_id=101, ...): keep a lead type; of British numbers in list 101 unless told otherwise."""

    def add(type: str, **more: object) -> LeadType:
        usual = {"subtype": "", "list_id": 101, "campaign_id": "TESTCAMP", "phone_code": "44", "region": "GB"}
        lead_type = LeadType(type=type, **{**usual, **more})  # type: ignore[arg-type]
        lead_types.add(own_tables, lead_type)
        return lead_type

    return add


@pytest.fixture
def json_api(api: AppProcess, own_tables: Session) -> AppProcess:
    """The running application on a freshly reset database with our tables: json_api.request("POST", path, ...)."""
    return api
