"""What stands between the server and Flask: paths as Apache reads them, and bodies that are read to their end."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from werkzeug.exceptions import BadRequest, HTTPException, RequestTimeout

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

PIECE = 1 << 16
#: a body is thrown away up to here, as long as Apache's own limit
MOST_THROWN_AWAY = 1 << 30


class Front:
    """The application as the server calls it."""

    def __init__(self, app: Wsgi, direct: Mapping[str, Wsgi]) -> None:
        """Parameters: app, Flask's own; direct, by path what needs none of the machinery that Flask has for a view.

        Contexts, a session, routing and a Response cost more than a quarter of the application's time for `version`.
        """
        self._app = app
        self._direct = direct

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, as WSGI has it."""
        path = environ["PATH_INFO"]
        if "//" in path or "/." in path or ".php/" in path:
            path = environ["PATH_INFO"] = as_apache_reads(path)
        app = self._direct.get(path, self._app)
        if environ.get("CONTENT_LENGTH", "0") == "0" and "HTTP_TRANSFER_ENCODING" not in environ:
            return app(environ, start_response)
        body = environ["wsgi.input"] = Body(environ["wsgi.input"])
        answer = app(environ, start_response)
        # A proxy that is still sending takes an early answer for a broken connection, and tells its caller so.
        body.throw_away()
        return answer


def as_apache_reads(path: str) -> str:
    """The path that a web server in front of PHP would look for.

    Parameters: path, decoded.
    Returns: the same without empty and dot segments, and without what follows a script's name (PATH_INFO).
    """
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            segments[-1:] = []
        elif segment not in ("", "."):
            segments.append(segment)
    plain = "/" + "/".join(segments)
    if segments and path.endswith(("/", "/.", "/..")):
        plain += "/"
    script, slash, _ = plain.partition(".php/")
    return f"{script}.php" if slash else plain


class Body(io.RawIOBase):
    """A request's body, whose faults are answers: 400 for one that cannot be read, 408 for one that does not come."""

    def __init__(self, stream: Any) -> None:
        """Parameters: stream, the server's."""
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read. Parameters: buffer to fill. Returns: how many bytes came.

        Raises: BadRequest, RequestTimeout, OSError when the caller is gone.
        """
        piece = self._read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def throw_away(self) -> None:
        """Read what nobody wanted, as far as it comes."""
        with suppress(OSError, HTTPException):
            for _ in range(MOST_THROWN_AWAY // PIECE):
                if not self._read(PIECE):
                    return

    def _read(self, size: int) -> bytes:
        try:
            return bytes(self._stream.read(size))
        except TimeoutError:
            raise RequestTimeout from None
        except OSError:
            raise
        except Exception as error:
            # Servers have their own classes for a chunk whose size is no number, and the like.
            raise BadRequest(type(error).__name__) from error
