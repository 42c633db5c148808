"""A citizen's own messages: what became of them, and taking one back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core import tickets
from bot.core.flows import ask
from bot.core.scene import Scene, below, button, go, say
from bot.core.talk import Choice, Phrase, SaveTicket, Say, Turn
from bot.core.tickets import Ticket, parse_code, shown

LISTED = 5


def overview(scene: Scene, _: str = "") -> Turn:
    """The newest messages with their state in plain words."""
    own = scene.world.tickets[:LISTED]
    if not own:
        return scene.turn(say("my-none", *ask.menu_rows(scene)))
    lines = tuple(_line(scene, ticket) for ticket in own)
    open_ones = [ticket for ticket in own if not ticket.is_settled]
    rows = below(*(_withdraw_button(ticket, len(open_ones)) for ticket in open_ones))
    return scene.turn(Say((Phrase("my-title"), *lines), rows or ask.menu_rows(scene)))


def _line(scene: Scene, ticket: Ticket) -> Phrase:
    office = scene.world.kb.office(ticket.office)
    return Phrase(
        "my-line",
        {
            "code": shown(ticket.code),
            "kind": ticket.kind.value,
            "state": ticket.state.value,
            "at": ticket.created_at,
            "town": office.town if office else "",
        },
    )


def _withdraw_button(ticket: Ticket, how_many: int) -> Choice:
    choice = go(f"withdraw:{ticket.code}")
    if how_many == 1:
        return choice
    return button(choice.value, "button-withdraw-one", code=shown(ticket.code))


def _withdraw(scene: Scene, code: str) -> Turn:
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    return scene.turn(
        say(
            "withdraw-sure",
            (go(f"withdrawn:{ticket.code}", "button-withdraw-yes"), go("menu", "button-keep-it")),
            code=shown(ticket.code),
        )
    )


def _withdrawn(scene: Scene, code: str) -> Turn:
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    change = tickets.withdrawn(ticket, scene.world.now)
    done = say("withdrawn", *ask.menu_rows(scene), code=shown(ticket.code))
    return scene.turn(done, orders=(SaveTicket(change.ticket, change.event),))


def _gone(scene: Scene, ticket: Ticket | None) -> Turn:
    if ticket is None:
        return scene.turn(say("my-unknown", *ask.menu_rows(scene)))
    key = "already-withdrawn" if ticket.state is tickets.State.WITHDRAWN else "already-done"
    return scene.turn(say(key, *ask.menu_rows(scene), code=shown(ticket.code)))


def _own(scene: Scene, code: str) -> Ticket | None:
    """Only the chat's own tickets can be named: another code is unknown here."""
    wanted = parse_code(code)
    return next((ticket for ticket in scene.world.tickets if ticket.code == wanted), None)


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "my": overview,
    "withdraw": _withdraw,
    "withdrawn": _withdrawn,
}
