"""The HTTP side of the fake Telegram: tokens, dispatch, failures, the log of calls."""

import asyncio
import inspect
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

from .answers import cut, garbage, ordered_error, read_params, refusal
from .citizen import PATIENCE, Citizen
from .clock import Clock
from .errors import ApiError
from .faults import Fault, Faults
from .group import Group
from .methods import Methods
from .params import Json, Params
from .profile import Profile
from .screen import PhoneError
from .world import World

TOKEN = "123456:TEST-abcdefghijklmnopqrstuvwxyz0123"


@dataclass(slots=True)
class Call:
    """One request; *status* is None while it runs or if the caller went away, 0 if it was cut."""

    method: str
    params: Json
    status: int | None = None


class FakeTelegram:
    """A Bot API server on 127.0.0.1, and the people who write to its one bot.

    State lives in this object: it outlives bot processes and ``stop()``/``start()``, which is an outage.
    """

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.token = token
        self.faults = Faults()
        self.latency = 0.0  # seconds a call takes at least, half of them on the way back
        self.calls: list[Call] = []
        self._port = port
        self._runner: web.AppRunner | None = None
        self._world = World(bot_id=int(token.partition(":")[0]))
        self._profile = Profile()
        self._methods = {**_table(Methods(self._world)), **_table(self._profile)}
        self._user_ids = itertools.count(7_000_000_001)  # above 32 bits, as new accounts are
        self._group_ids = itertools.count(-4_000_000_001, -1)
        self._channel_ids = itertools.count(-1_002_000_000_001, -1)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; after ``stop()`` on the same port as before."""
        app = web.Application()
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._serve)
        # Handlers must end when the bot is killed, else its open poll would live on.
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.01)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Cut all connections and refuse new ones."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """For ``BOT_TELEGRAM__API_URL``."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def clock(self) -> Clock:
        return self._world.clock

    @property
    def profile(self) -> Profile:
        return self._profile

    @property
    def is_polled(self) -> bool:
        """Whether the bot waits in a getUpdates right now, in other words: is up and idle."""
        return self._world.updates.is_polled

    @property
    def delivered(self) -> set[int]:
        """Ids of updates handed out at least once."""
        return self._world.updates.delivered

    @property
    def confirmed(self) -> set[int]:
        """Ids of updates that an offset has confirmed."""
        return self._world.updates.confirmed

    @property
    def expired(self) -> set[int]:
        """Ids of updates that grew too old before they were confirmed."""
        return self._world.updates.expired

    @property
    def pending(self) -> list[Json]:
        """Updates not yet confirmed."""
        return self._world.updates.pending

    def citizen(
        self, first_name: str, last_name: str | None = None, language: str = "de", user_id: int | None = None
    ) -> Citizen:
        """A new person; the bot can write to them once they have written."""
        user = {"id": user_id or next(self._user_ids), "is_bot": False, "first_name": first_name}
        more = {"last_name": last_name, "language_code": language}
        return Citizen(self._world, user | {key: value for key, value in more.items() if value})

    def group(self, title: str = "Nachbarn", kind: str = "group") -> Group:
        """A ``group``, ``supergroup`` or ``channel`` without the bot."""
        ids = self._group_ids if kind == "group" else self._channel_ids
        return Group(self._world, next(ids), title, kind)

    def push_raw(self, update: Json) -> Json:
        """Queue any update as it is; an ``update_id`` is added if it has none."""
        return self._world.updates.push(update)

    def restart_ids(self, next_id: int) -> None:
        """Telegram numbers anew, as after a week without updates."""
        self._world.updates.next_id = next_id

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.casefold() == method.casefold()]

    async def wait_until(self, is_so: Callable[[], object], timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Wait for anything on the server, e.g. ``lambda: tg.is_polled``.

        Raises:
            PhoneError: it did not come true within *timeout* seconds.
        """
        if not await self._world.bell.until(is_so, timeout):
            last = [(call.method, call.status) for call in self.calls[-5:]]
            raise PhoneError(f"waited {timeout} s in vain; the last calls were {last}")

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        call = Call(request.match_info["method"], await read_params(request))
        self.calls.append(call)
        self._world.bell.ring()
        await asyncio.sleep(self.latency / 2)
        fault = self.faults.take(call.method, call.params)
        if fault:
            response = await self._fail(fault, call, request)
        else:
            response = await self._perform(call, request)
        call.status = response.status
        self._world.bell.ring()
        await asyncio.sleep(self.latency / 2)
        return response

    async def _perform(self, call: Call, request: web.Request) -> web.Response:
        try:
            handler = self._handler(call, request.match_info["token"])
            result = handler(Params(call.params))
            if inspect.isawaitable(result):
                result = await result
        except ApiError as error:
            return refusal(error)
        return web.json_response({"ok": True, "result": result})

    def _handler(self, call: Call, token: str) -> Callable[[Params], Any]:
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        if call.method.casefold() not in self._methods:
            raise ApiError(404, "Not Found: method not found")
        return self._methods[call.method.casefold()]

    async def _fail(self, fault: Fault, call: Call, request: web.Request) -> web.Response:
        if fault.kind == "delay" and not fault.after:
            await asyncio.sleep(fault.seconds or 0)
        took_place = await self._perform(call, request) if fault.after or fault.kind == "delay" else None
        if fault.kind == "delay" and took_place:
            await asyncio.sleep(fault.seconds if fault.after and fault.seconds else 0)
            return took_place
        if fault.kind == "error":
            return ordered_error(fault)
        if fault.kind == "garbage":
            return garbage()
        call.status = 0
        self._world.bell.ring()
        return await cut(request, fault.seconds if fault.kind == "hang" else 0)


def _table(owner: object) -> dict[str, Callable[[Params], Any]]:
    """The methods of *owner* by the name under which the Bot API knows them, in lower case."""
    names = [name for name, _ in inspect.getmembers(owner, inspect.ismethod) if not name.startswith("_")]
    return {name.replace("_", ""): getattr(owner, name) for name in names}
