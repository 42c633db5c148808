"""A citizen's own messages: what became of them, taking one back, another time or number for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.core import calendar, moves, reminders
from bot.core.calendar import OfficeCalendar
from bot.core.flows import ask
from bot.core.flows.fields import contact_field
from bot.core.flows.form import Form, begin, without_draft
from bot.core.flows.when import DAY, when_field
from bot.core.scene import Scene, button, go, say
from bot.core.talk import Choice, Order, Phrase, SaveTicket, Say, Turn
from bot.core.tickets import Change, Kind, State, Ticket, parse_code, shown

LISTED = 5


def overview(scene: Scene, _: str = "") -> Turn:
    """The newest messages with their state in plain words."""
    own = scene.world.tickets[:LISTED]
    if not own:
        return scene.turn(say("my-none", *ask.menu_rows(scene)))
    lines = tuple(_line(scene, ticket) for ticket in own)
    open_ones = [ticket for ticket in own if not ticket.is_settled]
    rows = tuple(_buttons(ticket, len(open_ones)) for ticket in open_ones)
    return scene.turn(Say((Phrase("my-title"), *lines), rows or ask.menu_rows(scene)))


def ordered(scene: Scene, change: Change) -> tuple[Order, ...]:
    """The orders of a citizen's move: the ticket, and the timers of its new state."""
    office = scene.world.kb.office(change.ticket.office)
    working = OfficeCalendar.of(office.hours, office.closed_days) if office else OfficeCalendar.of()
    promised = office is not None and office.confirmed and office.answer_within is not None
    timers = reminders.of_ticket(change.ticket, working, change.event.at, promised)
    return (SaveTicket(change.ticket, change.event), *timers)


def _line(scene: Scene, ticket: Ticket) -> Phrase:
    office = scene.world.kb.office(ticket.office)
    args = {
        "code": shown(ticket.code),
        "kind": ticket.kind.value,
        "state": ticket.state.value,
        "at": ticket.created_at,
        "town": office.town if office else "",
    }
    return Phrase("my-line", args)


def _buttons(ticket: Ticket, how_many: int) -> tuple[Choice, ...]:
    code = shown(ticket.code)
    if how_many == 1:
        withdraw = go(f"withdraw:{ticket.code}")
    else:
        withdraw = button(f"go:withdraw:{ticket.code}", "button-withdraw-one", code=code)
    if ticket.kind is Kind.PHONE_CALL and how_many == 1:
        return (go(f"wish:{ticket.code}", "button-new-time"), withdraw)
    return (withdraw,)


def _withdraw(scene: Scene, code: str) -> Turn:
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    yes = go(f"withdrawn:{ticket.code}", "button-withdraw-yes", means="yes")
    row = (yes, go("menu", "button-keep-it", means="no"))
    return scene.turn(say("withdraw-sure", row, code=shown(ticket.code), kind=ticket.kind.value))


def _withdrawn(scene: Scene, code: str) -> Turn:
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    change = moves.withdrawn(ticket, scene.world.now)
    done = say("withdrawn", *ask.menu_rows(scene), code=shown(ticket.code), kind=ticket.kind.value)
    return scene.turn(done, orders=ordered(scene, change))


def _gone(scene: Scene, ticket: Ticket | None) -> Turn:
    if ticket is None:
        return scene.turn(say("my-unknown", *ask.menu_rows(scene)))
    key = "already-withdrawn" if ticket.state is State.WITHDRAWN else "already-done"
    return scene.turn(say(key, *ask.menu_rows(scene), code=shown(ticket.code)))


def _own(scene: Scene, code: str) -> Ticket | None:
    """Only the chat's own tickets can be named: another code is unknown here."""
    wanted = parse_code(code)
    return next((ticket for ticket in scene.world.tickets if ticket.code == wanted), None)


# -- after a call in vain, and what else caseworkers' notices offer -----------------------------


def _again(scene: Scene, argument: str) -> Turn:
    """[Heute] or [Morgen] below "nicht erreicht"."""
    code, _, day = argument.partition(":")
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    on = scene.today + timedelta(days=day == "tomorrow")
    due = calendar.call_due(OfficeCalendar.of(), scene.world.now, on.isoformat())
    change = moves.wished(ticket, on.isoformat(), due, scene.world.now)
    return scene.turn(say("wish-noted", code=shown(ticket.code)), orders=ordered(scene, change))


def _myself(scene: Scene, code: str) -> Turn:
    """[Ich rufe selbst an] and [Hat sich erledigt] settle the ticket."""
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    change = moves.withdrawn(ticket, scene.world.now)
    return scene.turn(say("myself-noted", code=shown(ticket.code)), orders=ordered(scene, change))


def _worked(scene: Scene, argument: str) -> Turn:
    """ "Hat der Anruf geklappt?": yes settles the ticket, no makes it overdue."""
    code, _, said = argument.partition(":")
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    change = moves.answered(ticket, said == "yes", scene.world.now)
    if said == "yes":
        return scene.turn(say("call-worked", code=shown(ticket.code)), orders=ordered(scene, change))
    row = (go(f"wish:{ticket.code}", "button-new-time"), go(f"myself:{ticket.code}", "button-myself"))
    return scene.turn(say("call-missing", row), orders=ordered(scene, change))


def _thank(scene: Scene, _: str) -> Turn:
    return scene.turn(say("thanked"))


def _fits(scene: Scene, _: str) -> Turn:
    return scene.turn(say("fits-noted"))


# -- another time, another number ---------------------------------------------------------------


def _begin_for(form: Callable[[], Form]) -> Callable[[Scene, str], Turn]:
    def start(scene: Scene, code: str) -> Turn:
        ticket = _own(scene, code)
        if ticket is None or ticket.is_settled:
            return _gone(scene, ticket)
        return begin(scene, form(), {"code": ticket.code, "town": ticket.office})

    return start


def _send_time(scene: Scene) -> Turn:
    draft = scene.session.draft
    ticket = _own(scene, draft["code"])
    if ticket is None or ticket.is_settled:
        return _gone(without_draft(scene), ticket)
    wish = draft.get("day", draft["when"])
    due = calendar.call_due(OfficeCalendar.of(), scene.world.now, wish)
    change = moves.wished(ticket, wish, due, scene.world.now)
    told = say("wish-noted", code=shown(ticket.code))
    return without_draft(scene).turn(told, orders=ordered(scene, change))


def _send_number(scene: Scene) -> Turn:
    draft = scene.session.draft
    ticket = _own(scene, draft["code"])
    if ticket is None or ticket.is_settled:
        return _gone(without_draft(scene), ticket)
    change = moves.renumbered(ticket, draft["phone"], draft.get("phone_own") == "yes", scene.world.now)
    told = say("number-noted", code=shown(ticket.code))
    return without_draft(scene).turn(told, orders=ordered(scene, change))


NEW_TIME = Form("new_time", (when_field("ask-when"), DAY), _send_time)
NEW_NUMBER = Form("new_number", (contact_field("notice"),), _send_number)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "my": overview,
    "withdraw": _withdraw,
    "withdrawn": _withdrawn,
    "again": _again,
    "myself": _myself,
    "worked": _worked,
    "thank": _thank,
    "fits": _fits,
    "wish": _begin_for(lambda: NEW_TIME),
    "number": _begin_for(lambda: NEW_NUMBER),
}
