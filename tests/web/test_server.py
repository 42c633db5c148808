"""The server around the site: from whom a request is, a taken port, the end."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.web.server import PortTaken, bound, serve

FORGED = {"X-Forwarded-For": "10.20.3.4", "X-Forwarded-Proto": "https"}


async def tells_who(scope, receive, send):
    """An application that answers with the address and scheme that it is told."""
    body = f"{scope['client'][0]} {scope['scheme']}".encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": body})


@asynccontextmanager
async def open_site(application=tells_who, proxies=()):
    """The address at which *application* answers, and the event that closes it."""
    listening, stop = bound("127.0.0.1", 0), asyncio.Event()
    serving = asyncio.create_task(serve(application, listening, proxies, stop))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", stop
    finally:
        stop.set()
        await serving
        listening.close()


async def answer(url: str, headers=None) -> str:
    async with aiohttp.ClientSession() as browser, browser.get(url, headers=headers) as said:
        return await said.text()


@pytest.mark.parametrize(
    ("proxies", "headers", "told"),
    [
        ((), {}, "127.0.0.1 http"),
        ((), FORGED, "127.0.0.1 http"),
        (("10.0.0.1",), FORGED, "127.0.0.1 http"),
        (("127.0.0.1",), FORGED, "10.20.3.4 https"),
        (("127.0.0.1",), {**FORGED, "X-Forwarded-For": "10.20.3.4, 172.16.0.9"}, "172.16.0.9 https"),
    ],
)
async def test_who_comes_is_believed_of_the_proxy_only(proxies, headers, told):
    """An address in a trusted network needs no second factor: nobody may claim one."""
    async with open_site(proxies=proxies) as (url, _):
        assert await answer(url, headers) == told


async def test_the_server_does_not_say_what_it_is():
    async with open_site() as (url, _), aiohttp.ClientSession() as browser, browser.get(url) as said:
        assert "server" not in said.headers


async def test_a_request_under_way_is_answered_before_the_end():
    began, goes_on = asyncio.Event(), asyncio.Event()

    async def slow(scope, receive, send):
        began.set()
        await goes_on.wait()
        await tells_who(scope, receive, send)

    async with open_site(slow) as (url, stop):
        asking = asyncio.create_task(answer(url))
        await began.wait()
        stop.set()
        goes_on.set()
        assert await asking == "127.0.0.1 http"


def test_a_taken_port_is_named_with_a_remedy():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Unter 127.0.0.1:{port} .* BOT_WEB__LISTEN"):
            bound("127.0.0.1", port)
