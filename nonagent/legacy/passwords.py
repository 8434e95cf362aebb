"""VICIdial's password hash: bcrypt with one salt for all users and a cost that starts at 2.

Source: spec/common.md section 6.1.
"""

from __future__ import annotations

import hashlib
import secrets
import struct

import bcrypt

from nonagent.database import Row, Secret

KEY_BYTES = 16
#: the bcrypt package refuses a cost below this
LOWEST_FAST_COST = 4
HIGHEST_COST = 31
MAX_PASSWORD_BYTES = 72
#: hashes kept in memory, so that a dashboard that logs in every second is hashed once
MOST_REMEMBERED = 1024

# "OrpheanBeholderScryDoubt", the text that bcrypt enciphers, as six words
_BCRYPT_TEXT = struct.unpack(">6I", b"OrpheanBeholderScryDoubt")

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
    if fingerprint not in _remembered:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        _remembered[fingerprint] = _bcrypt(secret, salt, rounds)
    return _remembered[fingerprint]


def stored(password: str, system: Row) -> dict[str, Secret]:
    """The columns of vicidial_users that a new password goes to.

    Parameters: password, cleaned; system, the row of system_settings.
    Returns: pass; where pass_hash_enabled is on it is blank, and pass_hash stands beside it.
    Source: spec/add_user.md, "Password storage".
    """
    if system.get("pass_hash_enabled") != "1":
        return {"pass": Secret(password)}
    hashed = pass_hash(password, system.get("pass_key", ""), system.get("pass_cost", ""))
    return {"pass": Secret(""), "pass_hash": Secret(hashed)}


def _bcrypt(secret: bytes, salt: bytes, rounds: int) -> str:
    if rounds < LOWEST_FAST_COST:
        return _bcrypt_below_four(secret, salt, rounds)
    from passlib.utils.binary import bcrypt64

    return bcrypt.hashpw(secret, b"$2a$%02d$" % rounds + bcrypt64.encode_bytes(salt)).decode()[-31:]


def _bcrypt_below_four(secret: bytes, salt: bytes, rounds: int) -> str:
    # legacy: every VICIdial installation with the default pass_cost of 2; no bcrypt function goes below 4.
    from passlib.crypto._blowfish import BlowfishEngine
    from passlib.utils.binary import bcrypt64

    engine = BlowfishEngine()
    password_words = engine.key_to_words(secret + b"\0")
    salt_words = engine.key_to_words(salt)
    engine.eks_salted_expand(password_words, salt_words[:4])
    engine.eks_repeated_expand(password_words, salt_words, 1 << rounds)
    words: list[int] = []
    for left, right in zip(_BCRYPT_TEXT[::2], _BCRYPT_TEXT[1::2], strict=True):
        words.extend(engine.repeat_encipher(left, right, 64))
    return str(bcrypt64.encode_bytes(struct.pack(">6I", *words)[:-1]).decode())
