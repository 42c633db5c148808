"""The bot as a process of its own, as an operator starts it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60
"""Seconds; a guard against hanging on a busy machine, no measure."""


def environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which nothing of this machine's settings and no ``var/`` plays a part."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {
        **kept,
        "BOT_DATABASE__URL": f"sqlite:///{folder}/bot.sqlite3",
        "BOT_SECRETS__FOLDER": str(folder / "secrets"),
        "BOT_CACHE__FOLDER": os.environ.get("TEST_CACHE", str(folder / "cache")),
        "BOT_FAQ__FOLDER": str(ROOT / "faq"),
        "BOT_WEB__LISTEN": "off",  # tests of the site have a port of their own
        "BOT_HEALTH__LISTEN": "off",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


@dataclass
class BotProcess:
    """A running bot; ``output`` grows while it runs."""

    process: asyncio.subprocess.Process
    output: bytearray
    grown: asyncio.Event
    reading: asyncio.Task[None]

    async def says(self, words: str) -> None:
        """Return when *words* stand in the output.

        Raises:
            AssertionError: the process ended without them.
        """
        async with asyncio.timeout(PATIENCE):
            while words not in self.text:
                self.grown.clear()
                assert not self.reading.done(), self.text
                await self.grown.wait()

    async def stop(self) -> int:
        """SIGTERM, as systemd sends it; the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def kill(self) -> None:
        """SIGKILL: no last words."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.ended()

    async def ended(self) -> int:
        code = await asyncio.wait_for(self.process.wait(), PATIENCE)
        await self.reading
        return code

    @property
    def text(self) -> str:
        return self.output.decode(errors="replace")


async def start(*arguments: str, env: Mapping[str, str], cwd: Path = ROOT) -> BotProcess:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=cwd,
        env=env,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, grown = bytearray(), asyncio.Event()
    return BotProcess(process, output, grown, asyncio.create_task(_read(process, output, grown)))


@asynccontextmanager
async def running(*arguments: str, env: Mapping[str, str]) -> AsyncIterator[BotProcess]:
    bot = await start(*(arguments or ("run",)), env=env)
    try:
        yield bot
    finally:
        await bot.kill()


async def command(*arguments: str, env: Mapping[str, str]) -> tuple[int, str]:
    """Exit code and output of a short command."""
    process = await start(*arguments, env=env)
    return await process.ended(), process.text


async def _read(process: asyncio.subprocess.Process, output: bytearray, grown: asyncio.Event) -> None:
    assert process.stdout is not None
    while chunk := await process.stdout.read(4096):
        output += chunk
        grown.set()
    grown.set()
