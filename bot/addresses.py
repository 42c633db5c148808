"""Settings that say where something can be reached: the site, and what monitoring reads."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, IPvAnyNetwork, model_validator

_HTTPS = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?")


def yaml_off(value: object) -> object:
    """YAML reads a bare ``off`` as false; here it is a word."""
    return "off" if value is False else value


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Web(Section):
    listen: Annotated[str, BeforeValidator(yaml_off)] = "127.0.0.1:8080"
    """"off": no site."""
    url: str = ""
    """What people type, behind a proxy that speaks TLS; empty: the site is for this machine only."""
    proxies: list[str] = ["127.0.0.1", "::1"]
    trusted_networks: list[IPvAnyNetwork] = []

    @model_validator(mode="after")
    def _reachable(self) -> Web:
        host, _ = self.place or ("127.0.0.1", 0)
        if self.url and not _HTTPS.fullmatch(self.url):
            raise ValueError("url braucht die Form https://posteingang.example, ohne Pfad dahinter.")
        if not self.url and not _is_loopback(host):
            raise ValueError(
                "listen ist von außen erreichbar. Dann braucht es url (https://...) und davor einen Proxy, "
                "der TLS spricht."
            )
        return self

    @property
    def place(self) -> tuple[str, int] | None:
        """Host and port; None: no site.

        Raises:
            ValueError: listen has another form.
        """
        return _place(self.listen, "127.0.0.1:8080")

    @property
    def address(self) -> str:
        """What people type."""
        return self.url or f"http://{self.listen}"


class Health(Section):
    listen: Annotated[str, BeforeValidator(yaml_off)] = "127.0.0.1:8081"
    """"off": nothing is served for monitoring."""

    @model_validator(mode="after")
    def _readable(self) -> Health:
        _ = self.place
        return self

    @property
    def place(self) -> tuple[str, int] | None:
        """Host and port; None: nowhere.

        Raises:
            ValueError: listen has another form.
        """
        return _place(self.listen, "127.0.0.1:8081")


def _place(listen: str, example: str) -> tuple[str, int] | None:
    """Host and port; None: off.

    Raises:
        ValueError: *listen* has another form than *example*.
    """
    if listen == "off":
        return None
    host, separator, port = listen.rpartition(":")
    if not separator or not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"listen braucht die Form {example}, oder off.")
    return host.strip("[]"), int(port)


def _is_loopback(host: str) -> bool:
    return host in ("127.0.0.1", "::1", "localhost")
