"""The web process beside the bot: it comes back, it is not asked too often, and it ends with the bot."""

from __future__ import annotations

import asyncio
import os
import sys

import pytest

from bot.beside import LONGEST, PORT_TAKEN, Beside

ENDS = "import sys; sys.exit(int(sys.argv[1]))"


class Clock:
    """Seconds that pass only in pauses; after *many* pauses the watch is over."""

    def __init__(self, many: int) -> None:
        self.seconds, self.many, self.pauses = 0.0, many, []

    def __call__(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds
        if len(self.pauses) == self.many:
            raise asyncio.CancelledError


def command(program: str, *arguments: object) -> tuple[str, ...]:
    return (sys.executable, "-c", program, *map(str, arguments))


async def watched(many: int, code: int) -> Clock:
    clock = Clock(many)
    with pytest.raises(asyncio.CancelledError):
        await Beside(command(ENDS, code), clock.pause, clock).run()
    return clock


async def test_a_process_that_ends_is_started_again_after_longer_and_longer_pauses():
    clock = await watched(9, 1)
    assert clock.pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_after_a_long_life_the_pauses_begin_anew():
    clock = Clock(3)
    times = iter([0.0, 1.0, 2.0, 3.0, 4.0, 4.0 + LONGEST])
    with pytest.raises(asyncio.CancelledError):
        await Beside(command(ENDS, 0), clock.pause, lambda: next(times)).run()
    assert clock.pauses == [1, 2, 1]


@pytest.mark.parametrize(("code", "complaints"), [(1, 3), (PORT_TAKEN, 0)])
async def test_a_taken_port_is_named_by_the_process_itself_and_once(capfd, code, complaints):
    program = f"import sys; print('besetzt', file=sys.stderr); sys.exit({code})"
    clock = Clock(3)
    with pytest.raises(asyncio.CancelledError):
        await Beside(command(program), clock.pause, clock).run()
    said = capfd.readouterr()
    assert said.out.count("web process ended") == complaints
    assert said.err.count("besetzt") == (1 if code == PORT_TAKEN else 3)


LIVES = "open(sys.argv[1], 'w').write(str(os.getpid())); sys.stdin.read()"
DOES_NOT_LISTEN = (
    "signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    " open(sys.argv[1], 'w').write(str(os.getpid())); signal.pause()"
)


@pytest.mark.parametrize(("program", "patience"), [(LIVES, 15), (DOES_NOT_LISTEN, 0.1)])
async def test_it_ends_with_the_bot_whether_it_listens_or_not(tmp_path, program, patience):
    os.mkfifo(tmp_path / "its number")
    started = command(f"import os, signal, sys; {program}", tmp_path / "its number")
    watch = asyncio.create_task(Beside(started, patience=patience).run())
    number = int(await asyncio.to_thread((tmp_path / "its number").read_text))
    watch.cancel()
    await asyncio.gather(watch, return_exceptions=True)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
