"""The ids of the answers, found line by line: also while the files cannot be read otherwise."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from bot.content.translations import SOURCE

_ID = re.compile(r"""^[ ]*(?:- +)?\{?[ ]*["']?id["']?:[ ]+["']?(?P<id>[a-z0-9-]+)["']?[ ]*(?:[,}#].*)?$""")


def entry_ids(folder: Path) -> dict[str, str]:
    """Every id in the German answers of *folder*, with the file in which it stands first."""
    found: dict[str, str] = {}
    for path in sorted((folder / SOURCE).glob("*.yaml")):
        with suppress(OSError):
            for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
                match = _ID.match(line)
                if match:
                    found.setdefault(match["id"], f"{folder.name}/{SOURCE}/{path.name}")
    return found
