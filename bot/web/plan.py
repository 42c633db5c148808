"""What the site is told from outside: plain values and two functions, nothing of other rooms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Plan:
    """How the site is set up.

    ``database`` holds accounts and sessions, nothing of citizens; ``journal`` is SQLite's journal mode
    for it. ``url`` is the address that people type, without a slash at its end. ``seal`` and ``unseal``
    encrypt the secrets of second factors. From ``trusted_networks`` nobody needs a second factor.
    """

    database: Path
    journal: str
    secret: str
    seal: Callable[[str], str]
    unseal: Callable[[str], str]
    url: str = "http://127.0.0.1:8080"
    trusted_networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @property
    def is_secure(self) -> bool:
        """People reach the site over TLS only."""
        return self.url.startswith("https://")

    @property
    def hosts(self) -> list[str]:
        """Names under which the site answers."""
        host = urlsplit(self.url).hostname or ""
        host = f"[{host}]" if ":" in host else host
        return [host] if self.is_secure else sorted({host, *LOOPBACK})
