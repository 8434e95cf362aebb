"""On PYTHONPATH, names under hangs.test take as long to look up as with a name server that does not answer."""

import socket
import time
from typing import Any

SECONDS = 20

# Both as they are before gevent replaces them: the C library holds a native thread for as long.
_getaddrinfo, _sleep = socket.getaddrinfo, time.sleep


def getaddrinfo(host: Any, *further: Any, **named: Any) -> Any:
    """As the standard library's."""
    if str(host).endswith("hangs.test"):
        _sleep(SECONDS)
    return _getaddrinfo(host, *further, **named)


socket.getaddrinfo = getaddrinfo
