"""A citizen's own messages: what became of them, taking one back, another time or number for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from bot.core import appointments, calendar, moves, next_call, reminders, wishes
from bot.core.flows import ask, form, office
from bot.core.flows.appointment_date import when_in_words
from bot.core.flows.fields import SAFE, contact_field
from bot.core.flows.form import Form, begin, without_draft
from bot.core.flows.when import DAY, FURTHEST_DAY, when_field
from bot.core.matching.cues import ENDS_A_CALL
from bot.core.phone import Phone, parse_phone
from bot.core.scene import GO, Scene, button, go, say
from bot.core.talk import Arg, CancelTimers, Choice, Later, Order, Phrase, SaveTicket, Say, Turn
from bot.core.tickets import Change, Kind, Outcome, State, Ticket, parse_code, shown

LISTED = 5
SENTENCE = 6
"""Words up to which a text that begins with yes or no is the answer to a question of yes or no."""
LONGEST = 12
"""Words of an answer to the question itself, while it is the newest offer."""
SHORT = 4
"""Words up to which a text may be the bare answer to "when shall we try again?"."""


def overview(scene: Scene, _: str = "") -> Turn:
    """All open messages and the newest settled ones with their state in plain words, then reminders."""
    own = sorted(scene.world.tickets, key=lambda ticket: ticket.is_settled)  # stable: each newest first
    listed = own[: max(LISTED, sum(not ticket.is_settled for ticket in own))]
    reminders_set = scene.world.reminders
    if not listed and not reminders_set:
        return scene.turn(say("my-none", *ask.menu_rows(scene)))
    lines = tuple(_line(scene, ticket) for ticket in listed)
    lines += tuple(Phrase("my-reminder", {"appointment": _reminded(scene, one)}) for one in reminders_set)
    open_ones = [ticket for ticket in listed if not ticket.is_settled]
    rows = tuple(_buttons(ticket, len(open_ones)) for ticket in open_ones)
    rows += tuple((go(f"unremind:{place}", "button-unremind"),) for place in range(len(reminders_set)))
    return scene.turn(Say((Phrase("my-title"), *lines), rows or ask.menu_rows(scene)))


def ordered(scene: Scene, change: Change) -> tuple[Order, ...]:
    """The orders of a citizen's move: the ticket, and the timers of its new state."""
    there = scene.now_with(town=change.ticket.office, draft={})
    timers = reminders.of_ticket(change.ticket, office.calendar_of(there), change.event.at)
    return (SaveTicket(change.ticket, change.event), *timers)


def _line(scene: Scene, ticket: Ticket) -> Phrase:
    place = scene.world.kb.office(ticket.office)
    args: dict[str, Arg] = {
        "code": shown(ticket.code),
        "kind": ticket.kind.value,
        "state": _state(ticket),
        "at": ticket.created_at,
        "town": place.town if place else "",
        "attempts": ticket.attempts if ticket.not_before else 0,
        "told": "yes" if ticket.read_told else "no",
        "appointment": "none",
    }
    if ticket.appointment_at is not None and not ticket.is_settled:
        args["appointment"] = when_in_words(scene, ticket.appointment_at, ticket.appointment_time_known)
    return Phrase("my-line", args)


def _state(ticket: Ticket) -> str:
    """Which words tell the state; which answer an office has given is never among them."""
    if ticket.outcome is Outcome.NOT_REACHED:
        return "vain"
    answered = ticket.kind is Kind.RESCHEDULE and ticket.state is State.DONE
    return "answered" if answered else ticket.state.value


def _reminded(scene: Scene, later: Later) -> str:
    return when_in_words(scene, *reminders.appointment_of(later.name))


def _buttons(ticket: Ticket, how_many: int) -> tuple[Choice, ...]:
    code = shown(ticket.code)
    if how_many == 1:
        return (go(f"wish:{ticket.code}", "button-new-time"), go(f"withdraw:{ticket.code}"))
    wish = button(f"go:wish:{ticket.code}", "button-new-time-one", code=code)
    return (wish, button(f"go:withdraw:{ticket.code}", "button-withdraw-one", code=code))


def _unremind(scene: Scene, place: str) -> Turn:
    found = scene.world.reminders[int(place) :][:1] if place.isdecimal() else ()
    return scene.turn(say("unreminded"), orders=[CancelTimers(name=later.name) for later in found])


def _withdraw(scene: Scene, code: str) -> Turn:
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    yes = go(f"withdrawn:{ticket.code}", "button-withdraw-yes", means="yes")
    row = (yes, go("keep", "button-keep-it", means="no"))
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
    """[Heute], [Morgen] or [Montag, 30.11.] below "nicht erreicht"."""
    code, _, day = argument.partition(":")
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    there = scene.now_with(town=ticket.office)
    working = office.calendar_of(there)
    on = _named_day(day, scene.today)
    is_over = not working.is_working_day(on) or scene.incoming.at >= working.end_of(on)
    if day == "tomorrow" or is_over:
        on = working.next_working_day(on)
    wish = next_call.on_day(ticket, on, scene.world.now, working)
    due = calendar.call_due(working, scene.world.now, wish, office.answer_within(there))
    change = next_call.wished(ticket, wish, due, scene.world.now, working)
    return scene.turn(say("wish-noted-day", code=shown(ticket.code), on=on), orders=ordered(scene, change))


def _named_day(day: str, today: date) -> date:
    """*day*, if a button can have named it and it is not over; else *today*."""
    with suppress(ValueError):
        named = date.fromisoformat(day)
        return named if today < named <= today + FURTHEST_DAY else today
    return today


def _myself(scene: Scene, code: str) -> Turn:
    """[Ich rufe selbst an] and [Hat sich erledigt]: a call is settled by it, an appointment is not."""
    ticket = _own(scene, code)
    if ticket is None or ticket.is_settled:
        return _gone(scene, ticket)
    if ticket.kind is Kind.RESCHEDULE:
        phone = office.phone_args(scene.now_with(town=ticket.office))
        return scene.turn(Say((Phrase("myself-appointment", phone), Phrase("still-stands"))))
    change = moves.withdrawn(ticket, scene.world.now)
    phone = office.phone_args(scene.now_with(town=ticket.office))
    told = Say((Phrase("myself-noted", {"code": shown(ticket.code), **phone}),))
    return scene.turn(told, orders=ordered(scene, change))


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


def replied(scene: Scene, text: str) -> Turn | None:
    """A typed answer to what a caseworker's notice asked: another number, another time; else None."""
    if scene.session.flow:
        return None
    answer = _on_the_call(scene, text)
    if answer:
        return _worked(scene, answer)
    offered = _offered(scene, "myself")
    if offered and not scene.world.finder.asks(text) and ENDS_A_CALL.search(text.casefold()):
        return _myself(scene, offered)
    for ticket in scene.open_tickets():
        if not ticket.phone and isinstance(parse_phone(text), Phone):
            begun = begin(scene, NEW_NUMBER, {"code": ticket.code, "town": ticket.office})
            return form.heard(replace(scene, session=begun.session), NEW_NUMBER, text)
        longest = LONGEST if _offered(scene, "again") else SHORT
        if ticket.attempts and len(text.split()) <= longest and _names_time(scene, text):
            begun = begin(scene, NEW_TIME, {"code": ticket.code, "town": ticket.office, "for": "call"})
            return form.heard(replace(scene, session=begun.session), NEW_TIME, text)
    return None


def _offered(scene: Scene, action: str) -> str:
    """The argument of a button of this kind in the newest offer; empty if there is none."""
    values = (choice.value for choice in scene.session.offers)
    found = (value.removeprefix(f"{GO}{action}:") for value in values if value.startswith(f"{GO}{action}:"))
    return next(found, "")


def _on_the_call(scene: Scene, text: str) -> str:
    """What a short text says to "Hat der Anruf geklappt?": "nein keiner hat angerufen" is a no."""
    words, finder = text.split(), scene.world.finder
    if not 1 < len(words) <= SENTENCE or finder.asks(text):
        return ""
    means = finder.command(words[0].strip(",.!"))
    asked = (c.value.removeprefix(f"{GO}worked:") for c in scene.session.offers if c.means == means)
    return next((argument for argument in asked if argument.endswith((":yes", ":no"))), "")


def _names_time(scene: Scene, text: str) -> bool:
    return bool(wishes.find_wish(text)) or appointments.find_day(text, scene.today) is not None


# -- another time, another number ---------------------------------------------------------------


def _begin_for(wanted: Callable[[], Form]) -> Callable[[Scene, str], Turn]:
    def start(scene: Scene, code: str) -> Turn:
        ticket = _own(scene, code)
        if ticket is None or ticket.is_settled:
            return _gone(scene, ticket)
        return begin(scene, wanted(), {"code": ticket.code, "town": ticket.office})

    return start


def _send_time(scene: Scene) -> Turn:
    draft = scene.session.draft
    ticket = _own(scene, draft["code"])
    if ticket is None or ticket.is_settled:
        return _gone(without_draft(scene), ticket)
    wish = draft.get("day", draft["when"])
    there = scene.now_with(town=ticket.office)
    working = office.calendar_of(there)
    due = ticket.due_at  # of a wish to move an appointment: it stays bound to the appointment
    if ticket.kind is not Kind.RESCHEDULE:
        due = calendar.call_due(working, scene.world.now, wish, office.answer_within(there))
    move = next_call.wished if draft.get("for") == "call" else moves.wished
    change = move(ticket, wish, due, scene.world.now, working)
    day = date.fromisoformat(draft["day"]) if "day" in draft else scene.today
    told = say("wish-noted", code=shown(ticket.code), when=draft["when"], day=day)
    return without_draft(scene).turn(told, orders=ordered(scene, change))


def _send_number(scene: Scene) -> Turn:
    draft = scene.session.draft
    ticket = _own(scene, draft["code"])
    if ticket is None or ticket.is_settled:
        return _gone(without_draft(scene), ticket)
    own, safe = draft.get("phone_own") == "yes", draft.get("safe") != "no"
    change = moves.renumbered(ticket, draft["phone"], own, safe, scene.world.now)
    told = say("number-noted", code=shown(ticket.code))
    return without_draft(scene).turn(told, orders=ordered(scene, change))


def _asks_when(scene: Scene) -> str:
    draft = scene.session.draft
    ticket = _own(scene, draft["code"])
    is_call = draft.get("for") == "call" or ticket is None or ticket.kind is not Kind.RESCHEDULE
    return "ask-when" if is_call else "ask-new-date"


NEW_TIME = Form("new_time", (when_field(_asks_when), DAY), _send_time)
NEW_NUMBER = Form("new_number", (contact_field("notice"), SAFE), _send_number)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "my": overview,
    "withdraw": _withdraw,
    "withdrawn": _withdrawn,
    "again": _again,
    "myself": _myself,
    "worked": _worked,
    "thank": _thank,
    "fits": _fits,
    "unremind": _unremind,
    "wish": _begin_for(lambda: NEW_TIME),
    "number": _begin_for(lambda: NEW_NUMBER),
}
