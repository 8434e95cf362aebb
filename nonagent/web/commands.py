"""The commands about the JSON endpoints: init-db, keys, types.

Source: docs/lead-archive.md, docs/lead-submission.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import click

from nonagent import clock
from nonagent.clock import Moment
from nonagent.database import Database, MissingTable, Refused, Session, Unavailable
from nonagent.settings import Settings, SettingsError
from nonagent.web import tables
from nonagent.web.keys import keys as api_keys
from nonagent.web.submission import lead_types

#: a key with a last day ends with that day
END_OF_DAY = "23:59:59"

_DATE = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?", re.ASCII)


@click.command("init-db")
@click.option("--with-archive", is_flag=True, help="Make vicidial_list_archive too, like vicidial_list.")
def init_db(with_archive: bool) -> None:
    """Make the tables of the JSON endpoints; safe to run again.

    The tables are nonagent_api_keys, nonagent_lead_types, nonagent_lead_submissions and nonagent_idempotency. A table
    that is there stays as it is. The database user needs the privilege CREATE, and ALTER for the archive.
    """
    with _session() as (db, _):
        for line in tables.make(db, with_archive):
            click.echo(line)


@click.group()
def keys() -> None:
    """Make, list and revoke the API keys of the JSON endpoints.

    \b
    A key belongs to a user of VICIdial, and is refused as soon as that user is made inactive, falls below level 8 or
    may no longer modify leads. Callers send it as a header:
      curl -H 'Authorization: Key=THEKEY' ...
    With the scope lead, `?key=THEKEY` in the URL does as well.
    """


@keys.command("create")
@click.option("--user", required=True, help="User of VICIdial that the key belongs to.")
@click.option(
    "--scope", "scopes", required=True, multiple=True, type=click.Choice(api_keys.SCOPES),
    help="archive: the lead archive; lead: /lead/add and /lead/cancel. May be given twice.",
)  # fmt: skip
@click.option("--region", default="", help="Country of phone numbers of an unknown lead type, as GB.")
@click.option("--expires", default="", help="YYYY-MM-DD (that day included) or 'YYYY-MM-DD HH:MM:SS'; else never.")
def create_key(user: str, scopes: Sequence[str], region: str, expires: str) -> None:
    """Make a key; it is shown once, alone on the last line.

    \b
    Only a hash of it is kept: who loses a key makes another and revokes the first.
      nonagent keys create --user 6666 --scope archive
      KEY=$(nonagent keys create --user 6666 --scope lead --region GB | tail -1)
    """
    region, end = _region(region) if region else "", _end(expires)
    with _session() as (db, now):
        if end and end <= now.text:
            raise click.ClickException(f"--expires {expires} is past")
        try:
            number, key = api_keys.create(db, user, scopes, now, region, end)
        except api_keys.KeyRefused as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"key {number} of user {user}, scopes {' '.join(sorted(set(scopes)))}, ends {end or 'never'}")
    click.echo(key)


@keys.command("list")
def list_keys() -> None:
    """List the keys, with the first characters of each; the keys themselves are not kept."""
    with _session() as (db, now):
        found = api_keys.listed(db)
    if not found:
        click.echo("no keys; make one with: nonagent keys create --user USER --scope archive")
        return
    head = ("id", "key", "user", "scopes", "region", "created", "expires", "last used", "state")
    _table(head, [_key_row(key, now) for key in found])


@keys.command("revoke")
@click.argument("key", metavar="ID_OR_PREFIX")
def revoke_key(key: str) -> None:
    """Close a key for good, by its id or its first eight characters as `nonagent keys list` shows them."""
    with _session() as (db, now):
        # The list shows dots behind the prefix, and is copied from; a whole key is found by its beginning.
        wanted = key.rstrip(".")
        found = api_keys.revoke(db, wanted[: api_keys.PREFIX_LENGTH], now)
    if found is None:
        raise click.ClickException(f"there is no key {key[: api_keys.PREFIX_LENGTH]}; see: nonagent keys list")
    click.echo(f"key {found.id} ({found.prefix}...) of user {found.user} revoked {found.revoked}")


@click.group()
def types() -> None:
    """Say into which list the leads of /lead/add go, by their type.

    \b
    A submission names a type and perhaps a subtype; the row of its subtype counts where there is one, else that of
    the type alone.
      nonagent types add PPI --list 101 --campaign TESTCAMP --phone-code 44 --region GB
      nonagent types add PPI --subtype urgent --list 102 --campaign TESTCAMP --phone-code 44 --region GB --priority 50
    """


@types.command("add")
@click.argument("type")
@click.option("--subtype", default="", help="Subtype; without it the row is for every other subtype.")
@click.option("--list", "list_id", required=True, type=click.IntRange(1), help="List the leads go into.")
@click.option("--campaign", required=True, help="Campaign that calls them.")
@click.option("--phone-code", required=True, help="Country code of its numbers, as 44.")
@click.option("--region", required=True, help="Country of numbers sent without a country code, as GB.")
@click.option("--source-id", default="", help="source_id of its leads.")
@click.option(
    "--priority", default=0, show_default=True, type=click.IntRange(-99, 99), help="Priority in the hopper."
)
@click.option("--inactive", is_flag=True, help="Keep the row, and answer Unknown Type to its submissions.")
def add_type(
    type: str, subtype: str, list_id: int, campaign: str, phone_code: str, region: str, source_id: str, priority: int,
    inactive: bool,
) -> None:  # fmt: skip
    """Keep a lead type; one of the same type and subtype is replaced."""
    if not re.fullmatch(r"[1-9]\d{0,3}", phone_code, re.ASCII):
        raise click.ClickException(f"--phone-code {phone_code} is no country code such as 44")
    for what, text in (("TYPE", type), ("--subtype", subtype), ("--source-id", source_id)):
        if len(text) > 50:
            raise click.ClickException(f"{what} is longer than 50 characters")
    if not type.strip():
        raise click.ClickException("TYPE is blank")
    lead_type = lead_types.LeadType(
        type, subtype, list_id, campaign, phone_code, _region(region), source_id, priority, active=not inactive
    )
    with _session() as (db, _):
        _check_list(db, list_id, campaign)
        is_new = lead_types.add(db, lead_type)
    click.echo(f"{_name(type, subtype)} {'added' if is_new else 'replaced'}: list {list_id}, campaign {campaign}")


@types.command("list")
def list_types() -> None:
    """List the lead types."""
    with _session() as (db, _):
        found = lead_types.listed(db)
    if not found:
        click.echo("no lead types; see: nonagent types add --help")
        return
    head = ("type", "subtype", "list", "campaign", "phone code", "region", "source id", "priority", "active")
    _table(head, [_type_row(each) for each in found])


@types.command("remove")
@click.argument("type")
@click.option("--subtype", default="", help="Subtype; without it the type's own row goes, its subtypes stay.")
def remove_type(type: str, subtype: str) -> None:
    """Forget a lead type; its leads and submissions stay."""
    with _session() as (db, _):
        if not lead_types.remove(db, type, subtype):
            raise click.ClickException(f"there is no {_name(type, subtype)}; see: nonagent types list")
    click.echo(f"{_name(type, subtype)} removed")


@contextmanager
def _session() -> Iterator[tuple[Session, Moment]]:
    """The database and the moment of a command; what goes wrong there ends it with one line."""
    try:
        settings = Settings.from_environment()
        with Database(settings).session() as db:
            yield db, clock.now(settings.timezone)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    except Unavailable as error:
        raise click.ClickException(f"the database cannot be used: {error}; see: nonagent check") from None
    except Refused as error:
        hint = "; make our tables with: nonagent init-db" if isinstance(error, MissingTable) else ""
        raise click.ClickException(f"the database refuses: {error.args[-1]}{hint}") from None


def _check_list(db: Session, list_id: int, campaign: str) -> None:
    if not db.one("SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s", campaign):
        raise click.ClickException(f"there is no campaign {campaign}")
    row = db.one("SELECT campaign_id FROM vicidial_lists WHERE list_id = %s", list_id)
    if row is None:
        raise click.ClickException(f"there is no list {list_id}")
    if row["campaign_id"].lower() != campaign.lower():
        raise click.ClickException(f"list {list_id} belongs to campaign {row['campaign_id']}, not to {campaign}")


def _region(text: str) -> str:
    import phonenumbers

    if text.upper() not in phonenumbers.SUPPORTED_REGIONS:
        raise click.ClickException(f"--region {text} is no country of phone numbers such as GB")
    return text.upper()


def _end(expires: str) -> str:
    if not expires:
        return ""
    text = expires if " " in expires else f"{expires} {END_OF_DAY}"
    try:
        if not _DATE.fullmatch(expires):
            raise ValueError
        datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    except ValueError:
        raise click.ClickException(f"--expires {expires} is neither YYYY-MM-DD nor 'YYYY-MM-DD HH:MM:SS'") from None
    return text


def _key_row(key: api_keys.Listed, now: Moment) -> tuple[str, ...]:
    ends, used = key.expires or "never", key.last_used or "never"
    region, state = key.region or "-", _state(key, now)
    return str(key.id), f"{key.prefix}...", key.user, key.scopes, region, key.created, ends, used, state


def _state(key: api_keys.Listed, now: Moment) -> str:
    if key.revoked:
        return f"revoked {key.revoked}"
    return "expired" if key.expires and key.expires <= now.text else "good"


def _type_row(each: lead_types.LeadType) -> tuple[str, ...]:
    names = (each.type, each.subtype or "-", str(each.list_id), each.campaign_id, each.phone_code, each.region)
    return *names, each.source_id or "-", str(each.priority), "yes" if each.active else "no"


def _name(type: str, subtype: str) -> str:
    return f"type {type}, subtype {subtype}" if subtype else f"type {type}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        click.echo("  ".join(map(str.ljust, row, widths)).rstrip())


COMMANDS: tuple[click.Command, ...] = (init_db, keys, types)
