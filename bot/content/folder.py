"""The files of one folder as trees of YAML: read once, bounded in size, hashed, problems gathered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bot.content.slips import Slip
from bot.content.yaml_nodes import Node, compose
from bot.core.knowledge import Place, Problem

LARGEST = 2 << 20
"""Bytes of one file; the largest in use has half of it. A bound against slips and bombs alike."""


class Folder:
    """A folder of YAML files. Names are relative to it, with ``/``: ``de/termine.yaml``."""

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._title = path.resolve().name
        self._hash = hashlib.sha256()

    @property
    def version(self) -> str:
        """12 hex digits over the names and bytes of the hashed files that have been read so far."""
        return self._hash.hexdigest()[:12]

    def place(self, name: str = "") -> Place:
        return Place(f"{self._title}/{name}" if name else self._title)

    def complain(self, place: Place, slip: Slip, text: str) -> None:
        self.problems.append(Problem(place, text, rule=slip))

    def exists(self, name: str) -> bool:
        return (self._path / name).exists()

    def says_something(self, name: str) -> bool:
        """Whether there is such a file with more than comments in it."""
        try:
            with (self._path / name).open("rb") as file:
                lines = file.read(LARGEST).splitlines()
        except OSError:
            return self.exists(name)
        return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)

    def node(self, name: str, hashed: bool = True) -> Node | None:
        """The tree of this file; None after a complaint if it cannot be read."""
        content = self._bytes(name)
        if content is None:
            return None
        if hashed:
            for part in (name.encode(), content):
                self._hash.update(len(part).to_bytes(8) + part)
        text = self._text(name, content)
        if text is None:
            return None
        node, problems = compose(text, self.place(name).file)
        self.problems += problems
        return node

    def topic_files(self, name: str) -> list[tuple[str, str]]:
        """Topic and name of each YAML file of a folder within this one; "_..." is left out."""
        found = []
        for path in self._listed(name):
            if path.suffix == ".yaml" and not path.name.startswith("_"):
                found.append((path.stem, f"{name}/{path.name}"))
            elif path.suffix == ".yml":
                self._refuse_ending(f"{name}/{path.name}")
        return found

    def language_files(self, name: str) -> list[tuple[str, str]]:
        """Language and name of each YAML file of a folder within this one."""
        files = self.topic_files(name)
        for language, file in files:
            if not _is_language(language):
                self._refuse_language(file)
        return [(language, file) for language, file in files if _is_language(language)]

    def language_folders(self, name: str) -> list[str]:
        """The folders within one of this folder that bear the name of a language (two letters)."""
        paths = self._listed(name)
        names = [path.name for path in paths if path.is_dir()]
        for other in names:
            if not _is_language(other):
                self._refuse_language(f"{name}/{other}")
        for path in paths:
            if path.suffix in (".yaml", ".yml") and not path.name.startswith("_"):
                self.complain(
                    self.place(f"{name}/{path.name}"),
                    Slip.MISPLACED_FILE,
                    f"Diese Datei gehört in den Ordner einer Sprache, zum Beispiel {name}/de. "
                    "Bitte verschieben.",
                )
        return [language for language in names if _is_language(language)]

    def refuse_unknown_files(self, known: Iterable[str]) -> None:
        """A misnamed file would be ignored in silence."""
        for path in self._listed(""):
            if path.suffix == ".yml":
                self._refuse_ending(path.name)
            elif path.suffix == ".yaml" and path.name not in known and not path.name.startswith("_"):
                self.complain(
                    self.place(path.name),
                    Slip.MISPLACED_FILE,
                    f"Diese Datei gehört nicht hierher. Es gibt hier: {', '.join(known)}. "
                    "Bitte umbenennen oder in den richtigen Ordner legen.",
                )

    def _listed(self, name: str) -> list[Path]:
        try:
            return sorted(p for p in (self._path / name).iterdir() if not p.name.startswith("."))
        except OSError:
            return []

    def _refuse_language(self, name: str) -> None:
        self.complain(
            self.place(name),
            Slip.MISPLACED_FILE,
            "Der Name muss eine Sprache sein, mit zwei Kleinbuchstaben: de, en, tr. Bitte umbenennen.",
        )

    def _refuse_ending(self, name: str) -> None:
        words = "Der Dateiname endet auf .yml. Bitte in .yaml umbenennen."
        self.complain(self.place(name), Slip.MISPLACED_FILE, words)

    def _bytes(self, name: str) -> bytes | None:
        path, place = self._path / name, self.place(name)
        try:
            if not path.is_file():
                words = "Die Datei fehlt. Bitte anlegen oder aus der Sicherung zurückholen."
                self.complain(place, Slip.MISSING_FILE, words)
            elif path.stat().st_size > LARGEST:
                words = "Die Datei ist größer als 2 MiB. Bitte auf mehrere Themenbereiche aufteilen."
                self.complain(place, Slip.LARGE_FILE, words)
            else:
                return path.read_bytes()
        except OSError as error:
            words = f"Die Datei lässt sich nicht lesen ({error.strerror}). Bitte die Rechte prüfen."
            self.complain(place, Slip.UNREADABLE_FILE, words)
        return None

    def _text(self, name: str, content: bytes) -> str | None:
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content[: error.start]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
            self.complain(
                Place(self.place(name).file, line, column),
                Slip.ENCODING,
                "Hier steht ein Zeichen, das nicht in UTF-8 gespeichert ist. "
                "Bitte die Datei im Editor mit der Kodierung UTF-8 speichern.",
            )
            return None


def _is_language(name: str) -> bool:
    return len(name) == 2 and name.isascii() and name.isalpha() and name.islower()
