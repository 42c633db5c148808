"""What the service refuses beyond the rules of the moves: it knows offices and deletions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.knowledge import Office
from bot.core.tickets import Ticket, shown
from bot.errors import BotError


class ForwardRefused(BotError):
    """The ticket cannot go to this office."""


class NoteRefused(BotError):
    """The citizen had everything deleted: nothing new is written about her."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(
            f"{code}: Alle Angaben wurden auf Wunsch gelöscht. Hier wird nichts mehr notiert; "
            "bitte im Fachverfahren festhalten, was nötig ist."
        )


def refuse_office(ticket: Ticket, office: Office) -> None:
    """Raise ForwardRefused if *ticket* cannot go to *office*."""
    code = shown(ticket.code)
    if office.id == ticket.office:
        raise ForwardRefused(f"{code} liegt schon in {office.town}. Bitte einen anderen Ort angeben.")
    if not office.tickets:
        raise ForwardRefused(
            f"{office.town} nimmt hier keine Nachrichten an (tickets: false in faq/offices.yaml). Bitte "
            f"dort anrufen und dann abschließen, zum Beispiel: inbox close {code} nicht-zustaendig"
        )


def offices_for(ticket: Ticket, offices: Iterable[Office]) -> Sequence[Office]:
    """Those of *offices* to which *ticket* can go."""
    return [office for office in offices if _takes(office, ticket)]


def _takes(office: Office, ticket: Ticket) -> bool:
    try:
        refuse_office(ticket, office)
    except ForwardRefused:
        return False
    return True
