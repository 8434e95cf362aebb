"""Who may ask for probes and metrics: the networks of NONAGENT_OPERATIONS_FROM, this machine alone by default."""

from __future__ import annotations

import ipaddress

from flask import Request

from nonagent.requests import peer
from nonagent.settings import Settings

#: what somebody counts as who comes over a Unix socket
THIS_MACHINE = "127.0.0.1"
#: what proxies add to a request, besides X-Forwarded-...
ADDED_BY_PROXIES = {"HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_X_CLIENT_IP", "HTTP_TRUE_CLIENT_IP"}


def may_ask(request: Request, settings: Settings) -> bool:
    """Judge by the address the request was first sent from, not by that of the proxy that handed it on.

    A proxy on this machine must not open these pages to the world. So a request that shows signs of a proxy counts
    for nothing unless the proxy is a trusted one and names a client other than itself.

    Parameters: request; settings, with the networks and the trusted proxies.
    Returns: whether it may be answered.
    """
    address = request.remote_addr or ""
    if _came_through_a_proxy(request):
        client = peer.of(request, settings.trusted_proxies).address
        return client != address and _is_within(client, settings)
    return _is_within(address or THIS_MACHINE, settings)


def _came_through_a_proxy(request: Request) -> bool:
    return any(name.startswith("HTTP_X_FORWARDED") or name in ADDED_BY_PROXIES for name in request.environ)


def _is_within(address: str, settings: Settings) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    # A socket that listens on [::] shows IPv4 callers as ::ffff:1.2.3.4.
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in network for network in settings.operations_from)
