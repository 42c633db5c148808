"""The one door for appointments: the date decides between moving and missed; then it is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.core import appointments, calendar, moves, places, reminders, wishes
from bot.core.flows import ask, office
from bot.core.flows.appointment_date import (
    AT_DAY,
    AT_TIME,
    MISSED,
    appointment_at,
    is_soon,
    is_timed,
    is_today,
    kind_of,
    read_day,
    shown_when,
)
from bot.core.flows.fields import NAME, SAFE, TOWN, contact_field
from bot.core.flows.form import (
    Again,
    Field,
    Fill,
    Form,
    Leave,
    Reading,
    Reopen,
    begin,
    reopened,
    sent,
    without_draft,
)
from bot.core.flows.same_day import ANOTHER, already, twin_of
from bot.core.flows.when import DAY, when_field
from bot.core.matching import Band
from bot.core.matching.cues import HINDRANCES
from bot.core.phone import Phone, parse_phone
from bot.core.scene import Scene, beside, button, go, say
from bot.core.talk import Arg, Later, Phrase, Say, Turn
from bot.core.tickets import Kind, Ticket, shown

REASONS = ("sick", "child", "work", "travel", "other", "untold")
OWN_WORDS = 300
"""Characters of an own reason that are kept (encrypted)."""
OPENING = (Band.ANSWER, Band.SUGGEST)
ANSWERS = {Kind.RESCHEDULE: "termin-verschieben", Kind.MISSED: "termin-verpasst"}
DOOR = frozenset({"termin-verschieben", "termin-verpasst", "termin-krank"})
"""Entries whose questions speak of an appointment that somebody cannot keep."""


# -- read back ----------------------------------------------------------------------------------


def _ask_sure(scene: Scene) -> Say:
    """What was understood, and what a message can and cannot do."""
    reason = scene.session.draft.get("reason", "")
    known = (Phrase("appointment-understood", {"when": shown_when(scene), "reason": reason or "none"}),)
    kind_words = (Phrase(f"get-well-{reason}"),) if reason in ("sick", "child") else ()
    pass_on = replace(button("pass-on", style="primary"), means="yes")
    not_right = replace(button("not-right"), means="no")
    if kind_of(scene) is Kind.RESCHEDULE:
        rows = ((pass_on,), (not_right, button("only-question")))
        return Say((*kind_words, *known, Phrase("cannot-move"), *_call_too(scene)), rows)
    first = () if "glad" in scene.session.draft else (Phrase("glad-you-write"),)
    if is_today(scene):
        today = (button("go-there"), button("call-them"))
        return Say((*first, *known, Phrase("missed-today")), (today, (pass_on,)))
    other = (button("only-question", "button-what-happens"), not_right)
    return Say((*first, *known, Phrase("missed-before")), ((pass_on,), other))


def _choose_sure(scene: Scene, value: str) -> Reading:
    if value == "pass-on":
        return Fill({"sure": kind_of(scene).value})
    if value == "not-right":
        return Reopen(("at_day", "at_time", "reason"))
    if value == "only-question":
        entry = ask.entry_of(scene, ANSWERS[kind_of(scene)])
        turn = ask.given(scene, entry) if entry else ask.lost(scene)
        return Leave(turn.says, turn.orders)
    if value in ("go-there", "call-them"):
        return Leave((Say((Phrase(value, office.phone_args(scene)),)),))
    return None


def _call_too(scene: Scene) -> tuple[Phrase, ...]:
    """Less than a working day is left: a message alone may be read too late."""
    if not is_soon(scene):
        return ()
    when = office.next_call(scene)
    return (Phrase("call-now" if when["near"] == "now" else "call-from", when),)


# -- reason -------------------------------------------------------------------------------------


def _ask_reason(scene: Scene) -> Say:
    reasons = beside((button(reason, f"reason-{reason}") for reason in REASONS), 2)
    return say("ask-reason", *reasons, kind=kind_of(scene).value)


def _choose_reason(_: Scene, value: str) -> Reading:
    if value not in REASONS:
        return None
    return Fill({"reason": value}, say(f"reason-help-{value}"))


def _read_reason(scene: Scene, text: str) -> Reading:
    known = appointments.reason_in(text)
    if known and known != "other":
        return _choose_reason(scene, known)
    if wishes.says_unknown(text):
        return _choose_reason(scene, "untold")
    if "?" in text or _says_something_else(scene, text) or ask.aside(scene, text) is not None:
        return None
    return Fill({"reason": "other", "text": text.strip()[:OWN_WORDS]}, say("reason-help-other"))


def _says_something_else(scene: Scene, text: str) -> bool:
    """A date, a number or a town is a correction, and a denial is no reason: nothing of it is kept as one."""
    reading = appointments.read_appointment(text, scene.incoming.at)
    dated = reading.day is not None or reading.time is not None or bool(reading.also)
    placed = places.find_office(text, scene.world.kb.offices, fuzzy=False) is not None
    return dated or placed or isinstance(parse_phone(text), Phone) or wishes.is_correction(text)


# -- the new date, summary, sending -------------------------------------------------------------


def _summary(scene: Scene) -> tuple[Phrase, ...]:
    draft = scene.session.draft
    place = scene.office()
    details: dict[str, Arg] = {
        "when": shown_when(scene),
        "town": place.town if place else "",
        "reason": draft["reason"],
        "wish": draft["when"],
        "day": date.fromisoformat(draft.get("day", scene.today.isoformat())),
        "tail": draft["phone"][-3:] or "none",
        "safe": draft.get("safe", "yes"),
    }
    guard = (Phrase("still-stands"),) if kind_of(scene) is Kind.RESCHEDULE else ()
    return (Phrase("appointment-summary", details), *guard)


def start(scene: Scene, argument: str) -> Turn:
    """The door: opened by a button (``appointment``) or by a message that names an appointment."""
    instead = office.not_begun(scene, FORM)
    if instead is not None:
        return instead
    draft, unclear = known(scene, scene.incoming.text)
    if argument == "missed":
        draft |= {"past": "yes", "missed": "yes"}
    before = [say("glad-you-write")] if "missed" in draft and FORM.next(_with(scene, draft)) != "sure" else []
    if before:
        draft |= MISSED
    return begin(scene, FORM, draft, *before, *unclear, *office.asleep_note(_with(scene, draft)))


def _with(scene: Scene, draft: Mapping[str, str]) -> Scene:
    return scene.now_with(draft=draft)


def opened_by(scene: Scene, text: str) -> Turn | None:
    """The flow, if a message speaks of an appointment of its own: it names a day or a time.

    "kind krank hab um viertel nach 8 termin kann nicht" is no question but a wish.
    """
    if scene.session.flow or not scene.world.rules.takes_details or scene.world.finder.asks(text):
        return None
    if not (appointments.reason_in(text) or HINDRANCES.search(text.casefold())):
        return None
    reading = appointments.read_appointment(text, scene.incoming.at)
    if reading.day is None and not reading.also and reading.time is None:
        return None
    found = scene.world.finder.find(text)
    likely = found.candidates[0].entry if found.candidates and found.band in OPENING else ""
    return start(scene, "") if likely in DOOR else None


def known(scene: Scene, text: str) -> tuple[dict[str, str], tuple[Say, ...]]:
    """What the message says already (date, time, reason, town), and what of it cannot be."""
    draft = office.known_town(scene)
    if not text or text.startswith("/"):
        return draft, ()
    reading, unclear = read_day(scene, text), None
    if isinstance(reading, Fill):
        draft |= reading.values
        unclear = reading.note
    elif isinstance(reading, Again):
        unclear = reading.why
    reason = appointments.reason_in(text)
    if reason:
        draft["reason"] = reason
    return draft, (unclear,) if unclear else ()


def _send(scene: Scene) -> Turn:
    if scene.session.draft["sure"] != kind_of(scene).value:  # meanwhile its time has come
        return reopened(scene, FORM, "sure")
    ticket = _ticket(scene)
    twin = twin_of(scene, ticket)
    if twin is not None:
        return without_draft(scene).turn(already(twin))
    orders = moves.opened(ticket, office.calendar_of(scene))
    timers = tuple(order for order in orders if isinstance(order, Later))
    return sent(scene, ticket).turn(_receipt(scene, ticket, timers), orders=orders)


def _ticket(scene: Scene) -> Ticket:
    draft, world = scene.session.draft, scene.world
    working, at = office.calendar_of(scene), appointment_at(scene)
    timed = is_timed(scene)
    if not timed and at is not None:  # it may be in the morning: due and urgent count from there
        at = working.beginning_of(calendar.local(at).date()).astimezone(at.tzinfo)
    wish = draft.get("day", draft["when"])
    kind = kind_of(scene)
    within = office.answer_within(scene)
    due = calendar.call_due(working, world.now, "asap", within)
    urgent = False
    if at is not None and kind is Kind.RESCHEDULE:
        due, urgent = calendar.reschedule_due(working, world.now, at, due)
    elif at is not None:
        due = calendar.missed_due(working, world.now, at, due)
    return Ticket(
        code=world.code,
        kind=kind,
        office=draft["town"],
        created_at=world.now,
        due_at=due,
        topic="appointment",
        urgent=urgent,
        wish=wish,
        appointment_at=at,
        appointment_time_known=timed,
        reason=draft["reason"],
        name=draft["name"],
        phone=draft["phone"],
        phone_own=draft.get("phone_own") == "yes",
        call_safe=draft.get("safe") != "no",
        text=draft.get("text", ""),
        language=scene.session.written_to,
    )


def _receipt(scene: Scene, ticket: Ticket, timers: tuple[Later, ...]) -> Say:
    """The number; that the old appointment stands; what to keep; when the bot writes again."""
    soon = ticket.kind is Kind.RESCHEDULE and ticket.urgent
    saved = Phrase("receipt-saved", {"at": ticket.created_at, "code": shown(ticket.code)})
    parts = [*office.asleep_phrases(scene), saved]
    if ticket.kind is Kind.RESCHEDULE:
        parts.append(Phrase("still-stands"))
    if soon:
        parts += [Phrase("nobody-may-read"), *_call_too(scene)]
    reminding = next((later for later in timers if later.name == reminders.UNCONFIRMED), None)
    if reminding is not None and not soon:
        parts.append(Phrase("will-remind", {"at": reminding.at}))
    if ticket.reason in ("sick", "child", "work", "travel"):
        parts.append(Phrase(f"reason-help-{ticket.reason}"))
    parts.append(Phrase("will-tell-read") if ticket.call_safe else office.unsafe_phrase(scene))
    if scene.world.rules.trial:
        parts.append(Phrase("trial"))
    opening = reminders.opening(office.calendar_of(scene), scene.world.now) if soon else None
    ring = ((go(f"ring:{ticket.code}", "button-ring"),),) if opening is not None else ()
    return Say(tuple(parts), (*ring, (go(f"withdraw:{ticket.code}"),)), tag="receipt")


FORM = Form(
    "appointment",
    (
        AT_DAY,
        AT_TIME,
        ANOTHER,
        Field("sure", _ask_sure, choose=_choose_sure, on_first_miss="example-button", changeable=False),
        Field("reason", _ask_reason, _read_reason, _choose_reason, keys=("text",)),
        TOWN,
        contact_field("notice-find", "without"),
        SAFE,
        NAME,
        when_field("ask-new-date"),
        DAY,
    ),
    _send,
    _summary,
)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"appointment": start}
