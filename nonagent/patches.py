"""Whether gevent has put its own in place of the standard library's functions, and what stood there before."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any


def applied(module: str) -> bool:
    """Whether gevent runs this process's requests. Parameters: module, of the standard library. Returns: so."""
    monkey = sys.modules.get("gevent.monkey")
    return monkey is not None and bool(monkey.is_module_patched(module))


@cache
def original(module: str, name: str) -> Any:
    """What the standard library itself has under a name. Parameters: module; name, in it."""
    monkey = sys.modules.get("gevent.monkey")
    return monkey.get_original(module, name) if monkey else getattr(import_module(module), name)
