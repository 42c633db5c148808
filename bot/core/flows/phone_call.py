"""The call-back flow: topic, town, number, name, when; read back once, then a ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.core import calendar, moves, wishes
from bot.core import phone as phones
from bot.core.flows import ask, office
from bot.core.flows.fields import NAME, SAFE, TOWN, contact_field
from bot.core.flows.form import Field, Fill, Form, Reading, begin, sent, without_draft
from bot.core.flows.when import DAY, when_field
from bot.core.phone import Phone
from bot.core.scene import Scene, below, beside, button, go, say
from bot.core.talk import Phrase, Say, Turn
from bot.core.tickets import Kind, Ticket, shown

TOPICS = ("appointment", "money", "work", "family", "letter", "later")
"""What the list offers; a call from an answer has the entry's id as topic instead."""
URGENT_TOPIC = "money"
URGENT_AREAS = frozenset({"geld", "wohnen"})
"""Topics of the knowledge base whose questions may stand for need."""


# -- fields -------------------------------------------------------------------------------------


def _ask_topic(_: Scene) -> Say:
    return say("ask-topic", *beside((button(topic, f"topic-{topic}") for topic in TOPICS), 2))


def _choose_topic(_: Scene, value: str) -> Reading:
    return Fill({"topic": value}) if value in TOPICS else None


def _read_topic(scene: Scene, text: str) -> Reading:
    """A question typed here names the topic: its entry is kept, the words are not."""
    if not any(character.isalpha() for character in text):
        return None
    found = scene.world.finder.find(text)
    entry = ask.entry_of(scene, found.entry or "")
    if entry is not None:
        return Fill({"topic": entry.id, **({"need": "yes"} if entry.urgent else {})})
    return Fill({"topic": wishes.find_topic(text) or "later"})


def _ask_need(_: Scene) -> Say:
    return say("ask-need", (button("yes", "button-yes-urgent"), button("no")))


def _choose_need(_: Scene, value: str) -> Reading:
    return Fill({"need": value}) if value in ("yes", "no") else None


def _ask_interpreter(scene: Scene) -> Say:
    yes = button("yes", "button-yes-language", language=scene.session.heard)
    return say("ask-interpreter", (yes, button("no")))


def _choose_interpreter(scene: Scene, value: str) -> Reading:
    spoken = scene.session.heard if value == "yes" else ""
    return Fill({"interpreter": spoken}) if value in ("yes", "no") else None


def _summary(scene: Scene) -> tuple[Phrase, ...]:
    draft = scene.session.draft
    place = scene.office()
    return (
        Phrase(
            "call-summary",
            {
                "when": draft["when"],
                "day": date.fromisoformat(draft["day"]) if "day" in draft else scene.today,
                "town": place.town if place else "",
                "tail": draft["phone"][-3:],
                "safe": draft.get("safe", "yes"),
            },
        ),
    )


# -- beginning and sending ----------------------------------------------------------------------


def start(scene: Scene, topic: str) -> Turn:
    """The flow from the first thing that is not known yet.

    *topic* is the id of the answered entry, "again" for a further wish of the same chat, or empty.
    """
    instead = office.not_begun(scene, FORM)
    if instead is not None:
        return instead
    waiting = [t for t in scene.open_tickets() if t.kind is Kind.PHONE_CALL]
    if waiting and topic != "again":
        return without_draft(scene).turn(_already_open(waiting[0]))
    again = {"again": "yes"} if topic == "again" else {}
    known = _known(scene, topic) | again
    return begin(scene, FORM, known, say("call-begins"), *office.asleep_note(scene.now_with(draft=known)))


def _known(scene: Scene, topic: str) -> dict[str, str]:
    """What need not be asked: the topic of the answer, the town, a number in the message."""
    draft = office.known_town(scene)
    entry = ask.entry_of(scene, topic)
    if entry is not None:
        draft["topic"] = entry.id
        if entry.urgent:
            draft["need"] = "yes"
    text = scene.incoming.text
    number = phones.parse_phone(text) if text else None
    if isinstance(number, Phone):
        draft["phone_named"] = number.e164
    return draft


def _already_open(ticket: Ticket) -> Say:
    again = go("call:again", "button-call-again", means="yes")
    rows = below(again, go(f"withdraw:{ticket.code}"))
    return say("call-already-open", *rows, code=shown(ticket.code))


def _send(scene: Scene) -> Turn:
    draft = scene.session.draft
    same = [t for t in scene.open_tickets() if t.kind is Kind.PHONE_CALL and t.phone == draft["phone"]]
    twin = next((ticket for ticket in same if ticket.name == draft["name"]), None)
    if twin is not None and "again" not in draft:
        return without_draft(scene).turn(_already_open(twin))
    ticket = _ticket(scene)
    receipt = _receipt(scene, ticket)
    return sent(scene, ticket).turn(receipt, orders=moves.opened(ticket, office.calendar_of(scene)))


def _ticket(scene: Scene) -> Ticket:
    draft, world = scene.session.draft, scene.world
    if draft.get("notice") is None:
        raise AssertionError("no ticket without the notice")
    wish = draft.get("day", draft["when"])
    working, urgent = office.calendar_of(scene), _is_urgent(scene)
    by_then = calendar.call_due(working, world.now, wish, office.answer_within(scene))
    return Ticket(
        code=world.code,
        kind=Kind.PHONE_CALL,
        office=draft["town"],
        created_at=world.now,
        due_at=calendar.urgent_due(working, world.now, wish) if urgent else by_then,
        topic=draft["topic"],
        urgent=urgent,
        wish=wish,
        promised_until=by_then if office.promised(scene) and draft.get("safe") != "no" else None,
        name=draft["name"],
        phone=draft["phone"],
        phone_own=draft.get("phone_own") == "yes",
        call_safe=draft.get("safe") != "no",
        language=scene.session.written_to,
        interpreter=draft.get("interpreter", ""),
    )


def _receipt(scene: Scene, ticket: Ticket) -> Say:
    """What the citizen keeps: the number, what happens next, no personal details."""
    why = office.closed_why(scene)
    parts = (
        *((Phrase("receipt-urgent", office.next_call(scene)),) if ticket.urgent else ()),
        *office.asleep_phrases(scene),
        Phrase("receipt-saved", {"at": ticket.created_at, "code": shown(ticket.code)}),
        *((Phrase("receipt-weekend", {"why": why}),) if why else ()),
        *_what_comes(scene, ticket),
        *((Phrase("trial"),) if scene.world.rules.trial else ()),
    )
    return Say(parts, ((go(f"withdraw:{ticket.code}"),),), tag="receipt")


def _what_comes(scene: Scene, ticket: Ticket) -> tuple[Phrase, ...]:
    """When the call comes; nobody is told to answer a telephone on which a call is not safe."""
    if not ticket.call_safe:
        return (office.unsafe_phrase(scene), Phrase("receipt-deadlines"))
    if ticket.promised_until:
        return (Phrase("receipt-by", {"at": ticket.promised_until}), Phrase("receipt-call"))
    return (Phrase("receipt-no-time", {"urgent": "yes" if ticket.urgent else "no"}), Phrase("receipt-call"))


def _is_urgent(scene: Scene) -> bool:
    return scene.session.draft.get("need") == "yes"


def _may_be_need(scene: Scene) -> bool:
    """Money and home: whether there is need is asked, unless the message has said so."""
    topic = scene.session.draft.get("topic", "")
    entry = ask.entry_of(scene, topic)
    return topic == URGENT_TOPIC or (entry is not None and entry.topic in URGENT_AREAS)


FORM = Form(
    "phone_call",
    (
        Field("topic", _ask_topic, _read_topic, _choose_topic, keys=("need",)),
        Field(
            "need",
            _ask_need,
            choose=_choose_need,
            needed=_may_be_need,
            on_first_miss="example-button",
            changeable=False,
        ),
        TOWN,
        contact_field("notice"),
        SAFE,
        NAME,
        when_field("ask-when"),
        DAY,
        Field(
            "interpreter",
            _ask_interpreter,
            choose=_choose_interpreter,
            needed=lambda scene: scene.session.heard != "",
            on_first_miss="example-button",
            changeable=False,
        ),
    ),
    _send,
    _summary,
)

ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"call": start, "self-call": office.self_call}
