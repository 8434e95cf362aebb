"""Which functions there are: every handler module names its own with @function."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from nonagent.api.call import Call
from nonagent.api.gates import Gate
from nonagent.api.parameters import Parameters

Handler = Callable[[Call[Any]], None]


@dataclass(frozen=True)
class Function:
    """One API function: its name, what a caller must show, and its handler."""

    name: str
    gates: tuple[Gate, ...]
    needs_login: bool
    list_restriction: bool
    reads_replica: bool
    handler: Handler
    #: what it is asked with
    asked: type[Parameters] = Parameters

    @property
    def module(self) -> str:
        """The handler's module, `nonagent.functions.WING.NAME`."""
        return self.handler.__module__

    @property
    def wing(self) -> str:
        """The folder it lives in, by subject."""
        return self.module.split(".")[-2]

    @property
    def summary(self) -> str:
        """What the function does, the first line of its module's docstring."""
        return (sys.modules[self.module].__doc__ or "").strip().split("\n")[0]


_functions: dict[str, Function] = {}


def function(
    *names: str,
    gates: tuple[Gate, ...] = (),
    needs_login: bool = True,
    list_restriction: bool = False,
    reads_replica: bool = False,
) -> Callable[[Handler], Handler]:
    """Register a handler under the names a request asks for.

    Parameters: names, case-sensitive; gates, run in order before the handler; needs_login, False for what answers
    anybody; list_restriction, whether api_list_restrict is worked out first (docs/protocol.md#list-restriction);
    reads_replica, whether call.db may be the read replica (a report that writes nothing but the API log).
    Returns: the decorator, which leaves the handler as it is.
    """

    def register(handler: Handler) -> Handler:
        asked = _asked_by(handler)
        for name in names:
            _functions[name] = Function(name, gates, needs_login, list_restriction, reads_replica, handler, asked)
        return handler

    return register


def _asked_by(handler: Handler) -> type[Parameters]:
    """The parameters that a handler declares: those in its `call: Call[Asked]`."""
    found: tuple[type[Parameters], ...] = get_args(get_type_hints(handler)["call"])
    return found[0]


@cache
def registered() -> dict[str, Function]:
    """Every function by name, after loading each handler module once."""
    package = importlib.import_module("nonagent.functions")
    for module in pkgutil.walk_packages(package.__path__, "nonagent.functions."):
        importlib.import_module(module.name)
    return _functions
