"""uvicorn around the site: owns the port, leaves signals and logging to the program."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Sequence
from typing import Any

import uvicorn

from bot.errors import BotError

FAREWELL = 10
"""Seconds for requests under way when the site closes."""


class PortTaken(BotError):
    """Another program listens at this address."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host, self.port = host, port
        super().__init__(
            f"Unter {host}:{port} kann der Posteingang nicht lauschen ({reason}). Läuft er schon, oder ein "
            "anderes Programm? Eine andere Adresse: BOT_WEB__LISTEN=127.0.0.1:8082"
        )


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # the program hears them


def bound(host: str, port: int) -> socket.socket:
    """A socket at this address.

    Raises:
        PortTaken: it is not to be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # who comes before the server is ready waits
    except OSError as error:
        listening.close()
        raise PortTaken(host, port, error.strerror or type(error).__name__) from None
    return listening


async def serve(
    application: Any, listening: socket.socket, proxies: Sequence[str], stop: asyncio.Event
) -> None:
    """Answer requests until *stop*; what came from *proxies* says itself from whom it is."""
    server = _Server(
        uvicorn.Config(
            application,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
            timeout_graceful_shutdown=FAREWELL,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopped}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopped.cancel()
    await serving
