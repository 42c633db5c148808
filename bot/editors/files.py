"""Writing a file of the knowledge base: whoever reads meanwhile sees the old one or the new one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_AS_IT_IS = "surrogateescape"


def write(path: Path, text: str) -> None:
    """Replace *path* by *text* as a whole; its rights stay. A new file may be read as any other file here.

    The piece beside it does not end on ``.yaml``: a running bot takes no notice of it.

    Raises:
        OSError: nothing was changed.
    """
    path = path.resolve()  # a link stays one
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors=_AS_IT_IS, newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read(path: Path) -> str:
    """The text of *path* with its own line ends; "" if there is no such file.

    What is not UTF-8 comes out again unchanged when the text is written.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with path.open(encoding="utf-8", errors=_AS_IT_IS, newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def appended(text: str, piece: str) -> str:
    """*text* with *piece* below it, in the line ends of *text*."""
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (piece.replace("\n", "\r\n") if "\r\n" in text else piece)
