"""Our own tables, and the lead archive of VICIdial where it is not there yet: `nonagent init-db` makes them.

Source: docs/lead-archive.md, docs/lead-submission.md.
"""

from __future__ import annotations

import re

from nonagent.database import Session

ARCHIVE = "vicidial_list_archive"

# utf8mb4 whatever the database's default is: what partners send is kept whole. Names compare exactly.
OWN = {
    "nonagent_api_keys": """
        CREATE TABLE IF NOT EXISTS nonagent_api_keys (
            id int unsigned NOT NULL AUTO_INCREMENT,
            prefix char(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            key_hash char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            user varchar(20) NOT NULL,
            scopes varchar(100) NOT NULL,
            region char(2) NOT NULL DEFAULT '',
            created datetime NOT NULL,
            expires datetime NULL DEFAULT NULL,
            last_used datetime NULL DEFAULT NULL,
            revoked datetime NULL DEFAULT NULL,
            PRIMARY KEY (id),
            UNIQUE KEY prefix (prefix)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
    """,
    "nonagent_lead_types": """
        CREATE TABLE IF NOT EXISTS nonagent_lead_types (
            id int unsigned NOT NULL AUTO_INCREMENT,
            type varchar(50) COLLATE utf8mb4_bin NOT NULL,
            subtype varchar(50) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
            list_id bigint unsigned NOT NULL,
            campaign_id varchar(8) NOT NULL,
            phone_code varchar(10) NOT NULL,
            region char(2) NOT NULL,
            source_id varchar(50) NOT NULL DEFAULT '',
            priority tinyint NOT NULL DEFAULT 0,
            active tinyint unsigned NOT NULL DEFAULT 1,
            PRIMARY KEY (id),
            UNIQUE KEY type (type, subtype)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
    """,
    "nonagent_lead_submissions": """
        CREATE TABLE IF NOT EXISTS nonagent_lead_submissions (
            id int unsigned NOT NULL AUTO_INCREMENT,
            received datetime NOT NULL,
            key_id int unsigned NOT NULL,
            type varchar(50) COLLATE utf8mb4_bin NOT NULL,
            subtype varchar(50) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
            mobile varchar(20) NOT NULL,
            body longtext NOT NULL,
            lead_id int unsigned NULL DEFAULT NULL,
            outcome varchar(100) NOT NULL DEFAULT '',
            PRIMARY KEY (id),
            KEY mobile (mobile),
            KEY lead_id (lead_id)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
    """,
    "nonagent_idempotency": """
        CREATE TABLE IF NOT EXISTS nonagent_idempotency (
            key_id int unsigned NOT NULL,
            idempotency_key varchar(190) COLLATE utf8mb4_bin NOT NULL,
            request_hash char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            status smallint unsigned NULL DEFAULT NULL,
            body mediumtext NULL DEFAULT NULL,
            created datetime NOT NULL,
            PRIMARY KEY (key_id, idempotency_key),
            KEY created (created)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
    """,
}


def make(db: Session, with_archive: bool) -> list[str]:
    """Make the tables that are missing; what is there stays as it is, so that it may be run again.

    Parameters: db; with_archive, whether to make vicidial_list_archive too.
    Returns: a line for each table, of what was done.
    Raises: DatabaseError.
    """
    done = []
    for name, statement in OWN.items():
        there = _is_there(db, name)
        db.run(statement)
        done.append(_line(name, there))
    if with_archive:
        done.append(_line(ARCHIVE, _make_archive(db)))
    return done


def _make_archive(db: Session) -> bool:
    """Make the archive like the list it takes its leads from. Returns: whether it was there."""
    there = _is_there(db, ARCHIVE)
    if not there:
        db.run("CREATE TABLE IF NOT EXISTS vicidial_list_archive LIKE vicidial_list")
    # Ids come from vicidial_list: an archive of VICIdial numbers none itself. Asked always, should the last run have
    # ended in between.
    numbered = db.scalar(
        """
        SELECT column_type FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = %s AND column_name = 'lead_id' AND extra = 'auto_increment'
        """,
        ARCHIVE,
    )
    if re.fullmatch(r"[a-z]+(\(\d+\))?( unsigned)?", numbered):
        db.run(f"ALTER TABLE vicidial_list_archive MODIFY lead_id {numbered} NOT NULL")
    return there


def _is_there(db: Session, table: str) -> bool:
    return bool(
        db.one(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = %s LIMIT 1",
            table,
        )
    )


def _line(table: str, there: bool) -> str:
    return f"table {table} was there already" if there else f"made table {table}"
