"""Who sent a request, and under which name it reached us: forwarded headers count only from a trusted proxy."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from functools import lru_cache

from werkzeug.wrappers import Request

from nonagent.settings import Network


@dataclass(frozen=True)
class Peer:
    """The caller's address, and the public host, port and scheme of this server."""

    address: str
    host: str
    port: str
    secure: bool
    #: whether a trusted proxy handed the request on
    by_proxy: bool = False

    @property
    def origin(self) -> str:
        """Scheme, host and port of this server, the port always named."""
        return f"{'https' if self.secure else 'http'}://{self.host}:{self.port}"

    def url(self, path: str) -> str:
        """The public URL of a path, as the API log keeps it."""
        scheme = "https" if self.secure else "http"
        port = "" if self.port in ("80", "443") else f":{self.port}"
        return f"{scheme}://{self.host}{port}{path}"


def of(request: Request, trusted: tuple[Network, ...]) -> Peer:
    """Work out the peer.

    Parameters: request; trusted, the proxies whose forwarded headers are believed.
    Returns: the peer.
    Source: docs/protocol.md#api-log.
    """
    address, host = (
        request.remote_addr or "",
        request.environ.get("HTTP_HOST") or request.environ["SERVER_NAME"],
    )
    scheme, port = request.scheme, ""
    by_proxy = _is_trusted(address, trusted)
    if by_proxy:
        address = _client(request.headers.get("X-Forwarded-For", ""), trusted) or address
        host = _last(request.headers.get("X-Forwarded-Host", "")) or host
        scheme = _last(request.headers.get("X-Forwarded-Proto", "")) or scheme
        port = _last(request.headers.get("X-Forwarded-Port", ""))
    if not port.isdigit():
        # legacy: the port of the Host header is not looked at, since Apache did not.
        port = "443" if scheme.lower() == "https" else "80"
    return Peer(address, _without_port(host).lower(), port, secure="443" in port, by_proxy=by_proxy)


def _client(forwarded_for: str, trusted: tuple[Network, ...]) -> str:
    """The address nearest to us that is not a proxy of ours: what stands further left can be made up."""
    hops = [hop.strip() for hop in forwarded_for.split(",") if hop.strip()]
    strangers = [hop for hop in hops if not _is_trusted(hop, trusted)]
    nearest = (strangers or hops or [""])[-1]
    return nearest if _address(nearest) else ""


def _last(values: str) -> str:
    return values.rpartition(",")[2].strip()


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _is_trusted(address: str, trusted: tuple[Network, ...]) -> bool:
    found = _address(address)
    return found is not None and any(found in network for network in trusted)
