"""German words for what the operator's commands did or found."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.core.calendar import local
from bot.core.retention import Retirement
from bot.errors import BotError
from bot.storage.accounts import GONE
from bot.storage.backup import Backup
from bot.storage.restore import Restored

LOG_LOST = (
    "ACHTUNG: Es gab keine bisherige Datenbank, oder sie war mit diesen Schlüsseln nicht lesbar. "
    "Wer nach der Sicherung seine Angaben löschen ließ, dessen Angaben sind jetzt wieder da. "
    "Sind Ihnen solche Fälle bekannt, löschen Sie bitte noch einmal: citizen forget --code NUMMER --yes"
)
ACCOUNTS_BACK = (
    "Konten und Zugänge von Programmen gab es hier nicht; sie stehen wieder so da wie bei der Sicherung. "
    "Wer seither entfernt wurde, muss noch einmal entfernt werden. Bitte prüfen: staff list, machine list"
)
HAND_OUT = "Bitte nur der Person selbst aushändigen: Prüfen Sie vorher, wer fragt."
NOT_SURE = "Gelöscht wurde nichts. Löschen lässt sich nicht rückgängig machen; wirklich löschen: mit --yes"
ONLY_SHOWN = "Gelöscht wurde nichts. Der Bot löscht stündlich; sofort geht es mit: retention --delete"
FORGOTTEN = (
    "Gelöscht. Von den Nachrichten bleiben Nummer, Art, Ort und Zeiten, bis ihre Frist um ist.\n"
    "In Sicherungen steht es noch bis zu 30 Tage; wird eine zurückgespielt, wird es wieder gelöscht. "
    "Was schon ins Fachverfahren übernommen ist, gehört dort gelöscht."
)


class NothingKept(BotError):
    """The code or the number leads to nobody's data."""


def tickets(count: int) -> str:
    return "1 Nachricht" if count == 1 else f"{count} Nachrichten"


def accounts(count: int) -> str:
    return "1 Konto" if count == 1 else f"{count} Konten"


def moment(at: datetime) -> str:
    """As the clock on the wall shows it."""
    return f"{local(at):%d.%m.%Y, %H:%M} Uhr"


def still_running(process: int | None) -> str:
    who = f" (Prozess {process})" if process else ""
    return f"Der Bot läuft noch{who}. Bitte erst beenden, dann noch einmal. Nichts wurde verändert."


def backed_up(made: Backup, gone: int, keys: Path, is_looked_after: bool) -> str:
    with_accounts = "ohne Konten" if made.accounts is None else accounts(made.accounts)
    lines = [
        f"Gesichert und zur Probe geöffnet: {made.file} ({_size(made.size)}, {tickets(made.tickets)}, "
        f"{with_accounts})."
    ]
    if gone:
        lines.append(f"Älter als 30 Tage und gelöscht: {gone}.")
    if not is_looked_after:
        lines.append("Diese Datei bitte nach 30 Tagen selbst löschen: Gelöschte Angaben stehen noch darin.")
    lines.append(f"Die Schlüssel sind nicht darin. Bitte getrennt sichern: {keys}")
    return "\n".join(lines)


def accounts_lost(file: Path, reason: str) -> str:
    """What is missing in a backup, and that the rest of it is good."""
    wrong = "gibt es nicht mehr" if reason == GONE else f"ist gerade nicht lesbar ({reason})"
    return (
        f"ACHTUNG: Die Konten des Posteingangs fehlen in dieser Sicherung: {file} {wrong}. Alles andere ist "
        "gesichert. Was zu tun ist, steht in docs/betrieb.md unter „Konten verloren“."
    )


def restored(done: Restored) -> str:
    lines = [
        f"Wiederhergestellt: der Stand vom {moment(done.made_at)} mit {tickets(done.tickets)}. "
        "Was danach kam, fehlt; begonnene Eingaben sind verworfen."
    ]
    if done.emptied:
        lines.append(f"Seither gelöschte Angaben sind auch hier gelöscht: {tickets(done.emptied)}.")
    if done.aside:
        lines.append(
            f"Die bisherige Datenbank liegt noch hier: {done.aside} (30 Tage, dann löscht sie der Bot)"
        )
    if done.accounts:
        lines.append(ACCOUNTS_BACK)
    return "\n".join(lines)


def retirement(found: Retirement, days_done: int, days_open: int) -> str:
    """The preview, one line a class."""
    rows = (
        (f"Abgeschlossene Nachrichten, älter als {days_done} Tage", found.settled),
        (f"Andere Nachrichten, älter als {days_open} Tage", found.unsettled),
        ("Gespräche, still seit 24 Stunden: bis auf Sprache und Stil", found.drafts),
        ("Sprache und Stil, still seit 12 Monaten", found.traces),
        ("Erledigte Eingänge, älter als 48 Stunden", found.events),
        ("Gesendete Antworten, älter als 48 Stunden", found.messages),
        ("Verläufe gelöschter Nachrichten, älter als 12 Monate", found.history),
        ("Vermerke über Löschungen, älter als 12 Monate", found.deletions),
        ("Fragen ohne Antwort, älter als 30 Tage: bis auf die Zahlen", found.in_vain),
        ("Protokoll, wer was tat, älter als 12 Monate", found.acts),
        ("Anordnungen der Leitung, vorbei seit 12 Monaten", found.orders),
        ("Kopien und Sicherungen, älter als 30 Tage", found.copies),
    )
    width = max(len(text) for text, _ in rows)
    lines = [f"Zu löschen ({found.tickets} von {tickets(found.there)}):"]
    lines += [f"  {text:<{width}} {count:>6}" for text, count in rows]
    return "\n".join(lines)


def _size(count: int) -> str:
    return f"{count / 1024:.0f} KiB" if count < 1024**2 else f"{count / 1024**2:.1f} MiB"
