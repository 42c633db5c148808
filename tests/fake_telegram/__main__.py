"""Chat with a bot by hand: ``python -m tests.fake_telegram --port 8081``."""

import argparse
import asyncio
import contextlib
import sys
import threading

from . import BotMessage, Citizen, FakeTelegram, PhoneError

HELP = (
    "A line is a message. !LABEL presses a button, !! shares your number, ?block and ?unblock, Ctrl-D ends."
)


async def chat(port: int) -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    async with FakeTelegram(port=port) as tg:
        print(f"BOT_TELEGRAM__API_URL={tg.url} BOT_TELEGRAM__TOKEN={tg.token}\n{HELP}", flush=True)
        citizen = tg.citizen("Aylin", "Kaya")
        threading.Thread(target=_read_lines, args=(asyncio.get_running_loop(), lines), daemon=True).start()
        reader = asyncio.create_task(_print_replies(citizen))
        while line := await lines.get():
            try:
                await _act(citizen, line.rstrip("\n"))
            except PhoneError as error:
                print(f"  ! {error}", flush=True)
        reader.cancel()


def _read_lines(loop: asyncio.AbstractEventLoop, lines: asyncio.Queue[str]) -> None:
    """In a thread of its own, because reading a terminal cannot be cancelled; an empty line ends it."""
    with contextlib.suppress(RuntimeError):  # the loop is gone: nobody reads any more
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, "")


async def _act(citizen: Citizen, line: str) -> None:
    match line:
        case "":
            return
        case "!!":
            await citizen.share_contact()
        case "?block":
            await citizen.block()
        case "?unblock":
            await citizen.unblock()
        case _ if line.startswith("!"):
            await citizen.press(line[1:])
        case _:
            await citizen.send(line)


async def _print_replies(citizen: Citizen) -> None:
    while True:
        await citizen.wait_until(lambda: citizen.toasts or citizen.has_unseen, None)
        for message in citizen.read_all():
            _print(message, citizen.keyboard)
        for toast in citizen.toasts:
            print(f"  ({toast})", flush=True)
        citizen.toasts.clear()


def _print(message: BotMessage, keyboard: list[list[str]] | None) -> None:
    print(f"\n  {'(edited) ' if message.edited else ''}{message.text}".replace("\n", "\n  "))
    for row in message.buttons:
        print("  " + "  ".join(f"[{label}]" for label in row))
    if keyboard:
        print("  keyboard: " + " | ".join(label for row in keyboard for label in row))
    print(flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.fake_telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(chat(parser.parse_args().port))
