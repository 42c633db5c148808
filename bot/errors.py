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


class NotLearnt(BotError):
    """The matcher would have to learn first, which takes minutes."""


def refuse_to_learn() -> None:
    """What to call before anything is learnt where nobody can wait for it."""
    raise NotLearnt


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


class NoDatabase(StorageError):
    """There is no database where the settings say that one is."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            f"Hier gibt es keine Datenbank: {path}. Läuft der Bot schon, und sind Sie im richtigen Ordner? "
            "Den Ort nennt BOT_DATABASE__URL oder database.url in config.yaml."
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
        "resting": "ruht noch. Rufen Sie trotzdem jetzt an? Dann bitte erst übernehmen",
        "free": "liegt bei niemandem; es gibt nichts zurückzugeben",
    }

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason
        super().__init__(f"{code} {self._WORDS[reason]}.")


class MoveUnfit(BotError):
    """This move does not belong to this kind of ticket; ``move`` is an outcome or a move's name."""

    _WORDS: ClassVar[dict[str, str]] = {
        "moved": "Ein neuer Termin gehört nur zu Terminwünschen.",
        "not_moved": "„geht nicht“ gehört nur zu Wünschen, einen Termin zu verschieben.",
        "not_reached": "„nicht erreicht“ gehört zu Nachrichten, bei denen es eine Telefonnummer gibt.",
        "number_wrong": "Die Nachricht hat keine Telefonnummer, die falsch sein kann.",
        "call_unsafe": "Auf dieser Nummer ist ein Anruf nicht sicher. Bitte dort nicht anrufen; suchen "
        "Sie im Fachverfahren einen anderen, sicheren Weg und sprechen Sie mit Ihrer Leitung.",
        "told": "Hier ist noch nichts entschieden, was jemand erfahren müsste.",
    }

    def __init__(self, code: str, move: str) -> None:
        self.code, self.move = code, move
        super().__init__(f"{code}: {self._WORDS.get(move, 'Das passt nicht zu dieser Nachricht.')}")


class RestRefused(BotError):
    """A ticket cannot rest until then: ``reason`` is "past", "long" or "appointment"."""

    _WORDS: ClassVar[dict[str, str]] = {
        "past": "Diese Zeit ist schon vorbei. Bitte eine spätere angeben.",
        "long": "So lange kann nichts ruhen. Bitte einen Tag in den nächsten vier Wochen angeben.",
        "appointment": "Dann wäre der Termin schon vorbei. Bitte eine Zeit davor angeben.",
    }

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(self._WORDS[reason])


class AlreadyTaken(BotError):
    """Another caseworker holds the ticket and the lease has not run out."""

    def __init__(self, code: str, by: str) -> None:
        self.code, self.by = code, by
        super().__init__(f"{code} liegt schon bei {by}.")


class StaleTicket(BotError):
    """The ticket was changed by somebody else since it was read: read again and decide again."""


class AnsweredBefore(BotError):
    """This request came before, and its answer is there: nothing was changed again."""

    def __init__(self) -> None:
        super().__init__("Diese Anfrage kam schon einmal. Es gilt die Antwort von damals.")


class KeyReused(BotError):
    """The key of this request stood for another one."""

    def __init__(self) -> None:
        super().__init__("Dieser Schlüssel stand schon für eine andere Anfrage. Bitte einen neuen nehmen.")


class RetentionRefused(BotError):
    """Retention waits: ``reason`` is "behind" or "ahead" (the clock is doubted) or "many" (tickets)."""

    _CLOCK = (
        "Bitte Datum und Uhrzeit dieses Rechners prüfen. Sind sie richtig, geht es nach einem Tag Laufzeit "
        "von selbst weiter, oder sofort: retention --delete --force"
    )
    _WORDS: ClassVar[dict[str, str]] = {
        "behind": "Die Uhr zeigt eine frühere Zeit, als schon gespeichert ist. Gelöscht wurde nichts. ",
        "ahead": "Die Uhr ist seit dem letzten Mal um mehr als einen Tag gesprungen (oder der Bot war so "
        "lange aus). Gelöscht wurde nichts. ",
    }

    def __init__(self, reason: str, going: int = 0, there: int = 0) -> None:
        self.reason, self.going, self.there = reason, going, there
        if reason == "many":
            super().__init__(
                f"{going} von {there} Nachrichten würden auf einmal gelöscht. Das ist ungewöhnlich viel; sie "
                "bleiben vorerst. Bitte privacy.days_done und privacy.days_open prüfen und die Vorschau "
                "ansehen: retention. Ist es gewollt: retention --delete --force"
            )
        else:
            super().__init__(self._WORDS[reason] + self._CLOCK)


class BackupRefused(StorageError):
    """No backup can be written there; nothing was left behind."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"Die Sicherung {path} ließ sich nicht schreiben ({reason}).")


class BackupThere(BackupRefused):
    """There is a file of this name; a backup never takes another one's place."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "eine Datei mit diesem Namen gibt es schon; bitte einen anderen Namen angeben")


class BackupUnusable(StorageError):
    """This file cannot be restored; ``reason`` is "missing", "foreign", "damaged", "keys" or "no keys"."""

    _WORDS: ClassVar[dict[str, str]] = {
        "missing": "Die Datei gibt es nicht oder sie ist nicht lesbar. Bitte Pfad und Rechte prüfen.",
        "foreign": "Die Datei ist keine Sicherung dieses Programms.",
        "damaged": "Die Datei ist beschädigt oder unvollständig. Bitte eine andere Sicherung nehmen.",
        "keys": "Die Schlüssel in {folder} gehören nicht zu ihr. Bitte den passenden Ordner zurückholen.",
        "no keys": "Die Schlüssel fehlen: {folder}. Sie stehen in keiner Sicherung der Datenbank; bitte den "
        "Ordner aus seiner eigenen Sicherung zurückholen.",
    }

    def __init__(self, path: str, reason: str, folder: str = "") -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"Die Sicherung {path} ist nicht verwendbar. {self._WORDS[reason].format(folder=folder)} "
            "Nichts wurde verändert."
        )
