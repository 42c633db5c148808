"""What the commands of the caseworkers have in common: their arguments and options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.typed import NOTE_LENGTH, WrongUse, caseworker
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import State

Code = Annotated[str, typer.Argument(metavar="NUMMER", help="Nummer der Nachricht, zum Beispiel K7M-3PQ.")]
Result = Annotated[str, typer.Argument(metavar="ERGEBNIS", help=", ".join(words.CLOSING))]
When = Annotated[
    list[str],
    typer.Argument(metavar="DATUM", help="26.11. 10:00, 26.11.2026 10:00 oder 2026-11-26T10:00."),
]
Town = Annotated[str, typer.Argument(metavar="ORT", help="Ort der anderen Stelle, zum Beispiel Bocholt.")]
Note = Annotated[
    str,
    typer.Argument(metavar="TEXT", help=f"In Anführungszeichen, höchstens {NOTE_LENGTH} Zeichen."),
]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Warum; das liest die andere Stelle.")]
Sure = Annotated[
    bool, typer.Option("--sure", help="Das Datum stimmt, auch wenn es ungewöhnlich ist (z. B. Feiertag).")
]
CalledAgain = Annotated[
    bool, typer.Option("--sure", help="Es wurde wirklich noch einmal angerufen, kurz nach dem letzten Mal.")
]
As = Annotated[
    str,
    typer.Option("--as", metavar="NAME", help="Ihr Name; sonst BOT_CASEWORKER, sonst Ihr Anmeldename."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Als JSON für Programme; Zeiten in UTC.")]
Offices = Annotated[
    list[str] | None, typer.Option("--office", metavar="ORT", help="Nur dieser Ort; mehrfach möglich.")
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="ART", help=f"Nur {', '.join(words.KINDS_TYPED)}; mehrfach möglich."),
]
Mine = Annotated[bool, typer.Option("--mine", help="Nur was bei Ihnen liegt oder zuletzt lag.")]
OnlyOpen = Annotated[bool, typer.Option("--open", help="Nur was bei niemandem liegt.")]
Everything = Annotated[bool, typer.Option("--all", help="Auch Erledigtes, Zurückgezogenes und Ruhendes.")]
Urgent = Annotated[bool, typer.Option("--urgent", help="Nur was eilt.")]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="Auch Name, Nummer, Grund und Text; das steht danach im Verlauf.")
]
OnlyCaseNote = Annotated[
    bool, typer.Option("--vermerk", help="Nur den Vermerk fürs Fachverfahren, als einen Absatz.")
]
CsvFile = Annotated[
    str, typer.Option("--csv", metavar="DATEI", help="Tabelle für Excel in diese Datei; - gibt sie aus.")
]
Force = Annotated[bool, typer.Option("--force", help="Eine vorhandene Datei überschreiben.")]
Every = Annotated[int, typer.Option("--every", metavar="SEKUNDEN", help="So oft wird nachgesehen.")]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters of ``list`` and ``export`` as typed; ``who`` for ``--mine``."""

    office: list[str] | None
    kind: list[str] | None
    mine: bool
    only_open: bool
    everything: bool
    urgent: bool

    def filter(self, inbox: Inbox, who: str) -> TicketFilter:
        """What the store is asked for.

        Raises:
            WrongUse: an office or kind that does not exist, or filters that contradict each other.
        """
        return TicketFilter(
            states=self._states(),
            offices=office_ids(inbox, self.office),
            kinds=tuple(words.read_kind(typed).value for typed in self.kind or ()),
            taken_by=caseworker(who) if self.mine else "",
            urgent=self.urgent,
            hidden=self.everything,
        )

    def _states(self) -> tuple[State, ...]:
        if self.only_open and self.everything:
            raise WrongUse("--open und --all widersprechen sich. Bitte nur eines davon angeben.")
        if self.everything:
            return ()
        return (State.OPEN,) if self.only_open else (State.OPEN, State.TAKEN)


def office_ids(inbox: Inbox, towns: list[str] | None) -> tuple[str, ...]:
    return tuple(words.read_office(town, inbox.kb.offices).id for town in towns or ())
