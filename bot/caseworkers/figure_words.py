"""German words and numbers for statistics, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.core.questions import What
from bot.core.statistics import Figures
from bot.core.suppression import FEWEST, Shown

OUTCOMES: Mapping[str, str] = {
    What.ANSWERED: "beantwortet",
    What.ASKED_BACK: "nachgefragt",
    What.NOT_KNOWN: "nicht gewusst",
}
HIDDEN = "verdeckt"
FEW = f"unter {FEWEST}"
NONE = "–"
WHAT_IS_HIDDEN = (
    f"„{HIDDEN}“: Die Zahl ist unter {FEWEST}, oder mit ihr ließe sich eine Zahl unter {FEWEST} ausrechnen."
)
HOW_WAITING_IS_MEASURED = (
    "Von der Nachricht bis zur ersten Reaktion (übernommen, angerufen oder erledigt). Arbeitszeit heißt hier "
    f"Montag bis Freitag 8 bis 16 Uhr ohne Feiertage. Bei weniger als {FEWEST} Nachrichten steht nichts da."
)
WHAT_EXAMPLES_ARE = (
    f"Ähnliche Fragen aus mindestens {FEWEST} Chats, die ohne Antwort blieben; je ein Beispiel, "
    "persönliche Angaben sind entfernt."
)


def number(value: float) -> str:
    """As in "1.234" or "2,5"."""
    digits = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return digits.translate(str.maketrans(",.", ".,"))


def count(value: float | None) -> str:
    """A count in a table."""
    return HIDDEN if value is None else number(value)


def single(value: Shown) -> str:
    """A count that stands alone: it is hidden for one reason only."""
    return FEW if value is None else number(value)


def hours(value: float | None) -> str:
    """As in "2,5 h"; a few minutes are "0,3 h"."""
    return NONE if value is None else f"{number(round(value, 1))} h"


def percent(part: Shown, whole: Shown) -> str:
    """How much *part* is of *whole*; empty where one is hidden or there is nothing."""
    return "" if part is None or not whole else f"{round(100 * part / whole)} %"


def week(monday: date) -> str:
    return f"{monday:%d.%m.}"


def time_of(found: Figures) -> str:
    """As a headline needs it: the last week may not be over."""
    last = found.weeks[-1] + timedelta(days=6)
    running = "" if last <= found.until else "; die letzte läuft noch"
    return f"{found.since:%d.%m.%Y} bis {found.until:%d.%m.%Y}, in ganzen Wochen{running}"
