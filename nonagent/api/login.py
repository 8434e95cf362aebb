"""Who is calling: password, lock-out, IP lists and two-factor, with the rows each of them writes.

Source: docs/protocol.md#login.
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.api.opening import Opening
from nonagent.api.parameters import Parameters
from nonagent.api.passwords import pass_hash
from nonagent.clock import Moment
from nonagent.database import Row, Session

LOWEST_LEVEL = 7
MOST_FAILURES = 10
LOCKED_SECONDS = 900
#: an automatic report is fetched when it starts later than this
REPORT_WAITS_SECONDS = 300
TWO_FACTOR_OFF = ("", "---DISABLED---")


@dataclass(frozen=True)
class Attempt:
    """One login: what was sent, what the opening found, and the moment and address it came from."""

    params: Parameters
    opening: Opening
    now: Moment
    address: str
    #: whether the same login was written with the opening, by another request of its burst
    is_written: bool = False

    @property
    def user(self) -> str:
        """The name given, cleaned."""
        return self.params.user

    @property
    def password(self) -> str:
        """The password given, cleaned."""
        return self.params.password

    @property
    def unlocked_since(self) -> str:
        """Who logged in before this moment, as `YYYY-MM-DD HH:MM:SS`, is not locked."""
        return self.now.later(-LOCKED_SECONDS).text


def log_in(db: Session, attempt: Attempt) -> str | None:
    """Judge a login and write down how it went.

    Parameters: db; attempt.
    Returns: the line that refuses it; None when the caller is let in, unless db says with a later statement that
    others have locked the user meanwhile.
    Raises: Overtaken, as every statement of db may until it is settled; see refuse.
    """
    refused = _judge(db, attempt)
    if refused is None or _is_live_call_of_queuemetrics(db, attempt.params):
        return None
    return _line(attempt, refused)


def refuse(db: Session, attempt: Attempt) -> str:
    """Write down that a login was Overtaken: others had used up the user's attempts before it was written.

    Parameters: db; attempt.
    Returns: the line that refuses it.
    """
    return _line(attempt, _count_failure(db, attempt, attempt.opening.user))


def _line(attempt: Attempt, refused: str) -> str:
    if refused == "LOCK":
        return f"ERROR: Too many login attempts, try again in 15 minutes: |{attempt.user}|LOCK|\n"
    if refused == "IPBLOCK":
        # legacy: the user's place is always empty in this line.
        return f"ERROR: Your IP Address is not allowed: {attempt.address}: ||IPBLOCK|\n"
    # legacy: integrations show this line, password and all, to whoever set them up.
    return f"ERROR: Login incorrect, please try again: |{attempt.user}|{attempt.password}|{refused}|\n"


def _judge(db: Session, attempt: Attempt) -> str | None:
    row = attempt.opening.user
    # safer: asked before it matters, so that the time taken tells nobody which users there are.
    is_right = not _is_locked(attempt, row) and _password_is_right(attempt, row)
    if not row:
        return "BAD"
    if not is_right or int(row["user_level"] or 0) < LOWEST_LEVEL or row["active"] != "Y":
        return _count_failure(db, attempt, row)
    if _is_address_blocked(db, attempt, row):
        return "IPBLOCK" if _count_blocked_address(db, attempt) else _count_failure(db, attempt, row)
    if not attempt.is_written:
        _write(db, attempt)
    return None if _has_second_factor(db, attempt, row) else "2FA"


def _write(db: Session, attempt: Attempt) -> None:
    # safer: of passwords sent at once no more are tried than of passwords sent one after the other.
    db.claim(
        """
        UPDATE vicidial_users
        SET last_login_date = %s, last_ip = %s, failed_login_count = 0
        WHERE user = %s
          AND (IFNULL(failed_login_count, 0) < %s OR last_login_date > '1000-01-01' AND last_login_date < %s)
        """,
        attempt.now.text, attempt.address, attempt.user, MOST_FAILURES, attempt.unlocked_since,
    )  # fmt: skip


def _password_is_right(attempt: Attempt, row: Row) -> bool:
    given, system = attempt.password, attempt.opening.system
    if system.get("pass_hash_enabled") != "1":
        # safer: a blank password never matches, not even the blank column that turning hashing off leaves behind.
        return attempt.opening.password_matches and given != ""
    hashed = pass_hash(given, system.get("pass_key", ""), system.get("pass_cost", ""))
    return hashed != "" and hashed.lower() == row.get("pass_hash", "").lower()


def _is_locked(attempt: Attempt, row: Row) -> bool:
    return int(row.get("failed_login_count") or 0) >= MOST_FAILURES and not (
        _is_date(row["last_login_date"]) and row["last_login_date"] < attempt.unlocked_since
    )


def _is_date(value: str) -> bool:
    return value != "" and not value.startswith("0000")


def _count_failure(db: Session, attempt: Attempt, row: Row) -> str:
    has_attempts = int(row["failed_login_count"] or 0) < MOST_FAILURES
    if not has_attempts and _is_locked(attempt, row) and _is_date(row["last_login_date"]):
        return _count_locked(db, attempt)
    # The row is what it was when the request began: each statement finds out by itself whether it still holds.
    if (has_attempts and _count_one_more(db, attempt)) or _count_anew(db, attempt) or _count_one_more(db, attempt):
        return "BAD"
    return _count_locked(db, attempt)


def _count_one_more(db: Session, attempt: Attempt) -> bool:
    return bool(
        db.run(
            """
            UPDATE vicidial_users
            SET failed_login_count = failed_login_count + 1,
                failed_login_attempts_today = failed_login_attempts_today + 1,
                failed_login_count_today = failed_login_count_today + 1,
                failed_last_ip_today = %s, failed_last_type_today = 'aBAD'
            WHERE user = %s AND IFNULL(failed_login_count, 0) < %s
            """,
            attempt.address, attempt.user, MOST_FAILURES,
        )
    )  # fmt: skip


def _count_anew(db: Session, attempt: Attempt) -> bool:
    return bool(
        db.run(
            """
            UPDATE vicidial_users
            SET last_login_date = %s, failed_login_count = 1,
                failed_login_attempts_today = failed_login_attempts_today + 1,
                failed_login_count_today = failed_login_count_today + 1,
                failed_last_ip_today = %s, failed_last_type_today = 'aBAD'
            WHERE user = %s AND failed_login_count >= %s AND (last_login_date IS NULL OR last_login_date < %s)
            """,
            attempt.now.text, attempt.address, attempt.user, MOST_FAILURES, attempt.unlocked_since,
        )
    )  # fmt: skip


def _count_locked(db: Session, attempt: Attempt) -> str:
    db.run(
        """
        UPDATE vicidial_users
        SET failed_login_attempts_today = failed_login_attempts_today + 1, failed_last_type_today = 'aLOCK'
        WHERE user = %s
        """,
        attempt.user,
    )
    return "LOCK"


def _count_blocked_address(db: Session, attempt: Attempt) -> bool:
    return bool(
        db.run(
            """
            UPDATE vicidial_users
            SET failed_login_attempts_today = failed_login_attempts_today + 1, failed_last_type_today = 'aIPBLOCK'
            WHERE user = %s
              AND (IFNULL(failed_login_count, 0) < %s OR last_login_date > '1000-01-01' AND last_login_date < %s)
            """,
            attempt.user, MOST_FAILURES, attempt.unlocked_since,
        )
    )  # fmt: skip


def _is_address_blocked(db: Session, attempt: Attempt, row: Row) -> bool:
    if attempt.opening.system.get("allow_ip_lists") != "1" or row.get("ignore_ip_list") != "0":
        return False
    blacklist = attempt.opening.system.get("system_ip_blacklist", "")
    if len(blacklist) > 1 and _is_listed(db, blacklist, attempt.address):
        return True
    allowed = attempt.opening.group.get("api_ip_list", "")
    return len(allowed) > 1 and not _is_listed(db, allowed, attempt.address)


def _is_listed(db: Session, ip_list: str, address: str) -> bool:
    class_c = address.rpartition(".")[0] + ".x"
    found = db.one(
        """
        SELECT 1 FROM vicidial_ip_list_entries
        WHERE ip_list_id = %s AND ip_address IN (%s, %s)
        LIMIT 1
        """,
        ip_list, address, class_c,
    )  # fmt: skip
    return found is not None


def _has_second_factor(db: Session, attempt: Attempt, row: Row) -> bool:
    system = attempt.opening.system
    if int(system.get("two_factor_auth_hours") or 0) <= 0 or system.get("two_factor_container", "") in TWO_FACTOR_OFF:
        return True
    if row.get("two_factor_override") == "DISABLED":
        return True
    session = db.one(
        """
        SELECT 1 FROM vicidial_two_factor_auth
        WHERE user = %s AND auth_stage = '1' AND auth_exp_date > %s
        LIMIT 1
        """,
        attempt.user, attempt.now.text,
    )  # fmt: skip
    return session is not None or _authorizes_triggered_report(db, attempt)


def _authorizes_triggered_report(db: Session, attempt: Attempt) -> bool:
    """Whether an automatic report of this user waits to be fetched; it is marked as fetched."""
    if attempt.opening.system.get("enable_auto_reports") != "1":
        return False
    now = attempt.now
    # safer: the missing session is forgiven only to a report that really waits, not to every login.
    return bool(
        db.run(
            """
            UPDATE vicidial_pending_ar
            SET status = 'AUTHORIZED', notes = %s
            WHERE user = %s AND status = 'TRIGGERED' AND start_datetime > %s
            ORDER BY start_datetime
            LIMIT 1
            """,
            f"{now.text} {attempt.address}",
            attempt.user,
            now.later(REPORT_WAITS_SECONDS).text,
        )
    )


def _is_live_call_of_queuemetrics(db: Session, params: Parameters) -> bool:
    # legacy: QueueMetrics' listen button sends the caller id of a live call for a password.
    if (params.function, params.source, params.as_logged("stage")) != ("blind_monitor", "queuemetrics", "MONITOR"):
        return False
    if not params.password:
        # safer: a blank password was that of any call without a caller id.
        return False
    found = db.one("SELECT 1 FROM vicidial_auto_calls WHERE callerid = %s LIMIT 1", params.password)
    return found is not None
