"""The web process beside the bot: started, watched, started again; the bot goes on whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import time
from collections.abc import Awaitable, Callable, Sequence

import structlog

log = structlog.get_logger("app")

COMMAND = (sys.executable, "-m", "bot", "web", "--child")
PORT_TAKEN = 4
"""Exit code of the web process: another program listens at its address. It has said so itself."""
SHORTEST, LONGEST = 1.0, 60.0
"""Seconds between two starts: doubled each time, from the shortest again after a longest time of life."""
PATIENCE = 15.0
"""Seconds in which a web process that was told to stop finishes what it does."""

Pause = Callable[[float], Awaitable[None]]


class Beside:
    """One child process; ``run`` it as a task and cancel that."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        pause: Pause = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        self._command, self._pause, self._clock, self._patience = command, pause, clock, patience
        self._is_quiet = False

    async def run(self) -> None:
        """Keep the child running; cancelling ends it."""
        wait = SHORTEST
        while True:
            began = self._clock()
            code = await self._once()
            if self._clock() - began >= LONGEST:
                wait, self._is_quiet = SHORTEST, False
            if code == PORT_TAKEN:
                self._is_quiet = True  # said once; it may be free again one day
            else:
                log.warning("web process ended; starting again", code=code, seconds=wait)
            await self._pause(wait)
            wait = min(wait * 2, LONGEST)

    async def _once(self) -> int:
        # A session of its own: Ctrl-C is for the bot, which then ends the child.
        child = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL if self._is_quiet else None,
            start_new_session=True,
            env=os.environ,
        )
        try:
            return await child.wait()
        finally:
            await self._ended(child)

    async def _ended(self, child: asyncio.subprocess.Process) -> None:
        if child.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            child.terminate()
        try:
            await asyncio.wait_for(child.wait(), self._patience)
        except TimeoutError:
            child.kill()
            await child.wait()
