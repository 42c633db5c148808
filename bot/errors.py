"""The errors of this project: the class says what happened, attributes hold the thing.

Nothing here ever holds what a citizen wrote. Messages are German where a caseworker, an editor or an
operator reads them; the counters print them as they are.
"""

from __future__ import annotations

from typing import ClassVar


class BotError(Exception):
    """Anything that this project raises on purpose; ``str()`` is a sentence with a remedy."""


class ConfigError(BotError):
    """A setting is missing or wrong; the text names its key and the remedy."""


class ContentError(BotError):
    """The knowledge base cannot be used; ``problems`` are ready lines with file, line and column."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StorageError(BotError):
    """The database cannot be opened or used as it is; nothing has been changed."""


class KeysMissing(StorageError):
    """There is a database, but not the keys that opened it."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(
            f"Die Datenbank ist da, aber die Schlüssel fehlen: {folder}. Ohne sie ist nichts lesbar. "
            "Bitte den Ordner aus der Sicherung zurückholen. Nichts wurde verändert."
        )


class KeysWrong(StorageError):
    """The keys in the folder do not belong to this database."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(
            f"Die Schlüssel in {folder} gehören nicht zu dieser Datenbank. "
            "Bitte den passenden Ordner aus der Sicherung zurückholen. Nichts wurde verändert."
        )


class DatabaseNewer(StorageError):
    """A later version of the program has already changed the database."""

    def __init__(self, found: int, known: int) -> None:
        self.found, self.known = found, known
        super().__init__(
            f"Die Datenbank hat Fassung {found}, dieses Programm kennt nur {known}. "
            "Bitte die neuere Programmversion starten. Nichts wurde verändert."
        )


class DatabaseUnusable(StorageError):
    """The file is no database, or cannot be read or written."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"Die Datenbank {path} lässt sich nicht öffnen ({reason}). "
            "Bitte Pfad, Rechte und freien Platz prüfen. Nichts wurde verändert."
        )


class DatabaseForeign(DatabaseUnusable):
    """The file is a SQLite database, but another program's."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "sie gehört zu einem anderen Programm")


class DatabaseUrlWrong(StorageError):
    """The setting for the database names no SQLite file; ``scheme`` is all that is repeated of it."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme
        super().__init__(
            f"Mit dieser Adresse der Datenbank ({scheme}:...) geht es nicht. "
            "Bitte BOT_DATABASE__URL so angeben: sqlite:///var/bot.db oder sqlite:////voller/pfad/bot.db"
        )


class NotStored(StorageError):
    """The database refused just now (full, busy, read-only): nothing changed, one may try again."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"Die Datenbank konnte gerade nicht arbeiten ({reason}); nichts wurde verändert. "
            "Bitte freien Platz und Rechte prüfen und es noch einmal versuchen."
        )


class Unreadable(StorageError):
    """A stored field was not written by this program for this place, or not in a form it knows."""

    def __init__(self, table: str, field: str) -> None:
        self.table, self.field = table, field
        super().__init__(
            f"In der Datenbank ist ein Feld nicht lesbar ({table}.{field}): beschädigt oder vertauscht. "
            "Bitte die Datenbank aus der Sicherung zurückholen."
        )


class AlreadyRunning(BotError):
    """Another process of this bot works on the same database."""

    def __init__(self, process: int | None) -> None:
        self.process = process
        super().__init__(f"läuft schon (Prozess {process})" if process else "läuft schon")


class UnknownTicket(BotError):
    """No ticket bears this code (shown as people read it)."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Es gibt keine Nachricht mit der Nummer {code}. Alle zeigt: inbox list")


class MoveRefused(BotError):
    """The ticket's state does not allow this move: ``reason`` is "done", "withdrawn" or "free"."""

    _WORDS: ClassVar[dict[str, str]] = {
        "done": "ist schon erledigt",
        "withdrawn": "hat die Bürgerin oder der Bürger zurückgezogen",
        "free": "liegt bei niemandem; es gibt nichts zurückzugeben",
    }

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason
        super().__init__(f"{code} {self._WORDS[reason]}.")


class AlreadyTaken(BotError):
    """Another caseworker holds the ticket and the lease has not run out."""

    def __init__(self, code: str, by: str) -> None:
        self.code, self.by = code, by
        super().__init__(f"{code} liegt schon bei {by}.")


class StaleTicket(BotError):
    """The ticket was changed by somebody else since it was read: read again and decide again."""
