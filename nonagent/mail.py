"""Mail, handed to this machine's own sendmail program, as the original did.

Source: docs/functions/update_user.md.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from email.message import EmailMessage

#: seconds that the program may take
LONGEST_WAIT = 30
LONGEST_LOCAL_PART = 64

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<local>{_ATOM}(?:\.{_ATOM})*)@(?:{_LABEL}\.)+(?=[A-Za-z]){_LABEL}")


class MailRefused(Exception):
    """The mail was not accepted; its text is one line that says why."""


def is_address(text: str) -> bool:
    """Whether a text is one mail address, its domain with a dot."""
    found = _ADDRESS.fullmatch(text)
    return found is not None and len(found["local"]) <= LONGEST_LOCAL_PART


def send(program: str, address: str, subject: str, text: str) -> None:
    """Send a mail and wait until it is accepted for delivery.

    Parameters: program, the command that takes it; address, for which is_address holds; subject; text, ASCII.
    Raises: MailRefused.
    """
    if not program:
        raise MailRefused("no mail program is set")
    message = EmailMessage()
    message["To"] = address
    message["Subject"] = subject
    # As it is: quoted-printable would break a long password in two.
    message.set_content(text, cte="7bit")
    try:
        done = subprocess.run(
            shlex.split(program), input=message.as_bytes(), capture_output=True, timeout=LONGEST_WAIT, check=False
        )
    except (OSError, ValueError) as error:
        raise MailRefused(f"{program}: {error}") from error
    except subprocess.TimeoutExpired as error:
        raise MailRefused(f"{program}: no answer in {LONGEST_WAIT} seconds") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf8", "replace").split())
        raise MailRefused(said or f"{program}: exit status {done.returncode}")
