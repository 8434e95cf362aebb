"""Long computing, beside the requests of the process."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from nonagent import patches

Given = ParamSpec("Given")
Result = TypeVar("Result")


def run(compute: Callable[Given, Result], *args: Given.args, **named: Given.kwargs) -> Result:
    """Compute something so that no other request waits for it.

    Parameters: compute, which neither waits for anything nor touches a connection; args and named, its arguments.
    Returns: its result.
    Raises: what it raises.
    """
    if not patches.applied("threading"):
        return compute(*args, **named)
    from gevent import get_hub

    # All requests of a process under gevent are one native thread's; this has some more.
    return cast(Result, get_hub().threadpool.apply(compute, args, named))
