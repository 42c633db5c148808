"""The call-back flow: topic, town, number, name, when; read back once, then a ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import islice

from bot.core import appointments, calendar, places
from bot.core import phone as phones
from bot.core.calendar import OfficeCalendar
from bot.core.flows import ask
from bot.core.flows.fields import NAME, PHONE, TOWN
from bot.core.flows.form import Again, Field, Fill, Form, Reading, begin, without_draft
from bot.core.knowledge import Office
from bot.core.phone import Phone
from bot.core.scene import Scene, below, beside, button, go, say
from bot.core.talk import Phrase, SaveTicket, Say, Turn
from bot.core.tickets import OPEN_PER_CHAT, PER_DAY, Kind, Ticket, TicketEvent, shown

TOPICS = ("appointment", "money", "work", "family", "letter", "later")
"""What the list offers; a call from an answer has the entry's id as topic instead."""
URGENT_TOPIC = "money"
FURTHEST_DAY = timedelta(days=30)
DAYS_OFFERED = 5


# -- fields -------------------------------------------------------------------------------------


def _ask_topic(_: Scene) -> Say:
    return say("ask-topic", *beside((button(topic, f"topic-{topic}") for topic in TOPICS), 2))


def _choose_topic(_: Scene, value: str) -> Reading:
    return Fill({"topic": value}) if value in TOPICS else None


def _read_topic(scene: Scene, text: str) -> Reading:
    """A question typed here names the topic: its entry is kept, the words are not."""
    found = scene.world.finder.find(text)
    if found.entry and ask.entry_of(scene, found.entry):
        return Fill({"topic": found.entry})
    return Fill({"topic": "later"}) if "?" not in text else None


def _ask_need(_: Scene) -> Say:
    return say("ask-need", (button("yes", "button-yes-urgent"), button("no")))


def _choose_need(_: Scene, value: str) -> Reading:
    return Fill({"need": value}) if value in ("yes", "no") else None


def _ask_safe(_: Scene) -> Say:
    return say("ask-safe", (button("yes"), button("no")))


def _choose_safe(_: Scene, value: str) -> Reading:
    if value == "no":
        return Fill({"safe": "no"}, note=say("unsafe-call"))
    return Fill({"safe": "yes"}) if value == "yes" else None


def _ask_when(_: Scene) -> Say:
    return say(
        "ask-when",
        (button("asap"), button("mornings")),
        (button("afternoons"), button("day", "button-certain-day")),
    )


def _choose_when(_: Scene, value: str) -> Reading:
    return Fill({"when": value}) if value in ("asap", "mornings", "afternoons", "day") else None


def _read_when(scene: Scene, text: str) -> Reading:
    if appointments.find_day(text, scene.today) is None:
        return None
    reading = _read_day(scene, text)
    return Fill({"when": "day", **reading.values}) if isinstance(reading, Fill) else reading


def _ask_day(scene: Scene) -> Say:
    days = islice(_calendar(scene.office()).working_days(scene.today), DAYS_OFFERED)
    offered = beside((button(day.isoformat(), "button-one-day", on=day) for day in days), 2)
    return say("ask-day", *offered)


def _read_day(scene: Scene, text: str) -> Reading:
    day = appointments.find_day(text, scene.today)
    if day is None:
        return None
    if day < scene.today or day > scene.today + FURTHEST_DAY:
        return Again(say("day-out-of-range", on=day))
    if not _calendar(scene.office()).is_working_day(day):
        return Again(say("day-closed", on=day))
    return Fill({"day": day.isoformat()})


def _choose_day(scene: Scene, value: str) -> Reading:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return Fill({"day": value}) if scene.today <= day <= scene.today + FURTHEST_DAY else None


def _ask_interpreter(scene: Scene) -> Say:
    yes = button("yes", "button-yes-language", language=scene.session.heard)
    return say("ask-interpreter", (yes, button("no")))


def _choose_interpreter(scene: Scene, value: str) -> Reading:
    spoken = scene.session.heard if value == "yes" else ""
    return Fill({"interpreter": spoken}) if value in ("yes", "no") else None


def _summary(scene: Scene) -> tuple[Phrase, ...]:
    draft = scene.session.draft
    office = scene.office()
    return (
        Phrase(
            "call-summary",
            {
                "when": draft["when"],
                "day": date.fromisoformat(draft["day"]) if "day" in draft else scene.today,
                "town": office.town if office else "",
                "tail": draft["phone"][-3:],
            },
        ),
    )


# -- beginning and sending ----------------------------------------------------------------------


def start(scene: Scene, topic: str) -> Turn:
    """The flow from the first thing that is not known yet.

    *topic* is the id of the answered entry, "again" for a further wish of the same chat, or empty.
    """
    if scene.session.flow == FORM.name and not scene.session.paused:
        return scene.turn()
    if not scene.world.rules.takes_details:
        return self_call(scene)
    waiting = [t for t in scene.open_tickets() if t.kind is Kind.PHONE_CALL]
    if len(scene.open_tickets()) >= OPEN_PER_CHAT or _today_made(scene) >= PER_DAY:
        return scene.turn(say("too-many", (go("my"), go("self-call"))))
    if waiting and topic != "again":
        return without_draft(scene).turn(_already_open(waiting[0]))
    return begin(scene, FORM, _known(scene, topic), say("call-begins"))


def self_call(scene: Scene, _: str = "") -> Turn:
    """The citizen rather calls: how, and nothing is kept."""
    office = scene.office()
    phone = office.phone if office is not None and office.confirmed else ""
    key = "self-call-number" if phone else "self-call"
    return without_draft(scene).turn(say(key, phone=phone))


def _known(scene: Scene, topic: str) -> dict[str, str]:
    """What need not be asked: the topic of the answer, the town, a number in the message."""
    draft = {}
    entry = ask.entry_of(scene, topic)
    if entry is not None:
        draft["topic"] = entry.id
        if entry.urgent:
            draft["need"] = "yes"
    text = scene.incoming.text
    place = places.find_office(text, scene.world.kb.offices, fuzzy=False) if text else None
    if isinstance(place, Office):
        draft["town"] = place.id
    elif scene.session.town:
        draft["town"] = scene.session.town
    number = phones.parse_phone(text) if text else None
    if isinstance(number, Phone):
        draft["phone_named"] = number.e164
    return draft


def _already_open(ticket: Ticket) -> Say:
    rows = below(go("call:again", "button-call-again"), go(f"withdraw:{ticket.code}"))
    return say("call-already-open", *rows, code=shown(ticket.code))


def _today_made(scene: Scene) -> int:
    return sum(
        calendar.local(t.created_at).date() == calendar.local(scene.world.now).date()
        for t in scene.world.tickets
    )


def _send(scene: Scene) -> Turn:
    draft = scene.session.draft
    same = [t for t in scene.open_tickets() if t.kind is Kind.PHONE_CALL and t.phone == draft["phone"]]
    twin = next((ticket for ticket in same if ticket.name == draft["name"]), None)
    if twin is not None:
        return without_draft(scene).turn(_already_open(twin))
    ticket = _ticket(scene)
    order = SaveTicket(ticket, TicketEvent(scene.world.now, "citizen", "opened"))
    town = draft["town"]
    receipt = _receipt(scene, ticket)
    return without_draft(scene).now_with(town=town).turn(receipt, orders=(order,))


def _ticket(scene: Scene) -> Ticket:
    draft, world = scene.session.draft, scene.world
    if draft.get("notice") is None:
        raise AssertionError("no ticket without the notice")
    office = scene.office()
    wish = draft.get("day", draft["when"])
    due = calendar.call_due(_calendar(office), world.now, wish, office.answer_within if office else None)
    return Ticket(
        code=world.code,
        kind=Kind.PHONE_CALL,
        office=draft["town"],
        created_at=world.now,
        due_at=due,
        topic=draft["topic"],
        urgent=_is_urgent(scene),
        wish=wish,
        name=draft["name"],
        phone=draft["phone"],
        phone_own=draft.get("phone_own") == "yes",
        call_safe=draft.get("safe") != "no",
        language=scene.session.locale,
        interpreter=draft.get("interpreter", ""),
    )


def _receipt(scene: Scene, ticket: Ticket) -> Say:
    """What the citizen keeps: the number, what happens next, no personal details."""
    office = scene.office()
    first = (Phrase("receipt-urgent"),) if ticket.urgent else ()
    promised = office is not None and office.confirmed and office.answer_within is not None
    weekend = not _calendar(office).is_working_day(calendar.local(ticket.created_at).date())
    parts = (
        *first,
        Phrase("receipt-saved", {"at": ticket.created_at, "code": shown(ticket.code)}),
        *((Phrase("receipt-weekend"),) if weekend else ()),
        Phrase("receipt-by", {"at": ticket.due_at}) if promised else Phrase("receipt-no-time"),
        Phrase("receipt-call"),
        *((Phrase("trial"),) if scene.world.rules.trial else ()),
    )
    return Say(parts, ((go(f"withdraw:{ticket.code}"),),), tag="receipt")


def _is_urgent(scene: Scene) -> bool:
    return scene.session.draft.get("need") == "yes"


def _calendar(office: Office | None) -> OfficeCalendar:
    return OfficeCalendar.of(office.hours, office.closed_days) if office else OfficeCalendar.of()


def _after_violence(scene: Scene) -> bool:
    return scene.session.safety_kind == "violence"


FORM = Form(
    "phone_call",
    (
        Field("topic", _ask_topic, _read_topic, _choose_topic, keys=("need",)),
        Field(
            "need",
            _ask_need,
            choose=_choose_need,
            needed=lambda scene: scene.session.draft.get("topic") == URGENT_TOPIC,
            on_first_miss="example-button",
            changeable=False,
        ),
        TOWN,
        PHONE,
        Field(
            "safe",
            _ask_safe,
            choose=_choose_safe,
            needed=_after_violence,
            on_first_miss="example-button",
            changeable=False,
        ),
        NAME,
        Field("when", _ask_when, _read_when, _choose_when, _read_when, keys=("day",)),
        Field(
            "day",
            _ask_day,
            _read_day,
            _choose_day,
            needed=lambda scene: scene.session.draft.get("when") == "day",
            changeable=False,
        ),
        Field(
            "interpreter",
            _ask_interpreter,
            choose=_choose_interpreter,
            needed=lambda scene: scene.session.heard != "",
            on_first_miss="example-button",
            changeable=False,
        ),
    ),
    _summary,
    _send,
)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"call": start, "self-call": self_call}
