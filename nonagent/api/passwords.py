"""VICIdial's password hash: bcrypt with one salt for all users and a cost that starts at 2.

Source: docs/protocol.md#login.
"""

from __future__ import annotations

import hashlib
import secrets
from base64 import b64encode

# Not Crypto.Protocol.KDF.bcrypt, nor the bcrypt package: they refuse a cost below 4, and VICIdial's default is 2.
from Crypto.Cipher import _EKSBlowfish

from nonagent import aside
from nonagent.database import Row, Secret

KEY_BYTES = 16
HIGHEST_COST = 31
MAX_PASSWORD_BYTES = 72
#: hashes kept in memory, so that a dashboard that logs in every second is hashed once
MOST_REMEMBERED = 1024

BCRYPT_TEXT = b"OrpheanBeholderScryDoubt"
BCRYPT_BYTES = 23
_TO_BCRYPTS_BASE64 = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
)

_secret = secrets.token_bytes(32)
_remembered: dict[bytes, str] = {}


def pass_hash(password: str, key: str, cost: str) -> str:
    """Hash a password as vicidial_users.pass_hash holds it.

    Parameters: password, cleaned; key and cost, pass_key and pass_cost of system_settings.
    Returns: the last 31 characters of the bcrypt text; blank when the password is blank or the key or cost cannot be
    used, and a blank hash must never be let match.
    """
    salt = key.encode("utf8", "surrogateescape")
    rounds = int(cost) if cost.isascii() and cost.isdigit() else 2
    secret = password.encode("utf8", "surrogateescape")[:MAX_PASSWORD_BYTES].split(b"\0")[0]
    if not secret or len(salt) != KEY_BYTES or rounds > HIGHEST_COST:
        return ""
    # Keyed with a secret of this process: a dump of the memory's table gives no password away.
    fingerprint = hashlib.blake2b(b"%d:%s:%s" % (rounds, salt, secret), key=_secret).digest()
    hashed = _remembered.get(fingerprint)
    if hashed is None:
        hashed = aside.run(_bcrypt, secret, salt, rounds)
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        _remembered[fingerprint] = hashed
    return hashed


def stored(password: str, system: Row) -> dict[str, Secret]:
    """The columns of vicidial_users that a new password goes to.

    Parameters: password, cleaned; system, the row of system_settings.
    Returns: pass; where pass_hash_enabled is on it is blank, and pass_hash stands beside it.
    Source: docs/functions/add_user.md.
    """
    if system.get("pass_hash_enabled") != "1":
        return {"pass": Secret(password)}
    hashed = pass_hash(password, system.get("pass_key", ""), system.get("pass_cost", ""))
    return {"pass": Secret(""), "pass_hash": Secret(hashed)}


def _bcrypt(secret: bytes, salt: bytes, rounds: int) -> str:
    key = (secret + b"\0")[:MAX_PASSWORD_BYTES]
    cipher = _EKSBlowfish.new(key, _EKSBlowfish.MODE_ECB, salt, rounds, invert=True)  # type: ignore[call-arg, unused-ignore]
    text = BCRYPT_TEXT
    for _ in range(64):
        text = cipher.encrypt(text)
    return b64encode(text[:BCRYPT_BYTES]).rstrip(b"=").translate(_TO_BCRYPTS_BASE64).decode()
