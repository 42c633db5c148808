"""A citizen who talks to the pure core: no store, no clock, no Telegram."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from bot.content.texts import Texts
from bot.core import dialogue, markup
from bot.core.knowledge import (
    Entry,
    HelpContact,
    KnowledgeBase,
    Office,
    Safety,
    Smalltalk,
    Source,
    Topic,
)
from bot.core.matching import Band, Candidate, Found
from bot.core.moves import forgotten
from bot.core.talk import (
    ChatRef,
    Choice,
    Contact,
    ForgetMe,
    Incoming,
    Rules,
    SaveTicket,
    Say,
    Session,
    Turn,
    World,
)
from bot.core.tickets import Ticket, TicketEvent

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""Monday, 23.11.2026, 9:30 in Borken."""
TEXTS = Texts()


def an_entry(entry_id: str, **changes: object) -> Entry:
    entry = Entry(
        id=entry_id,
        topic="termine",
        question=f"Frage zu {entry_id}?",
        label=entry_id.replace("-", " ").title()[:30],
        answer=f"Die Antwort zu {entry_id}.",
        simple=f"Einfach gesagt: {entry_id}.",
        checked_on=date(2026, 11, 22),
        review_by=date(2027, 7, 1),
        actions=("phone_call",),
        sources=(Source("§ 32 SGB II", "https://www.gesetze-im-internet.de/sgb_2/__32.html"),),
        legal_basis="§ 32 SGB II",
    )
    return replace(entry, **changes)  # type: ignore[arg-type]


def a_knowledge_base(**changes: object) -> KnowledgeBase:
    kb = KnowledgeBase(
        version="test",
        topics=(Topic("termine", 1, "Termine"), Topic("geld", 2, "Geld und Leistungen")),
        entries=(
            an_entry("termin-verpasst", see_also=("sanktion-hoehe",)),
            an_entry("termin-verschieben"),
            an_entry("sanktion-hoehe", topic="geld"),
            an_entry("notlage-kein-geld", topic="geld", urgent=True),
            an_entry("gewalt-zuhause", actions=("emergency",)),
        ),
        offices=(
            Office("bocholt", "Bocholt", ("Barlo", "Suderwick"), ("46395", "46397", "46399")),
            Office("borken", "Borken", ("Gemen",), ("46325",)),
            Office("gronau", "Gronau", ("Epe",), ("48599",), tickets=False),
            Office("rhede", "Rhede", (), ("46414",), phone="02872 1234", answer_within=2, confirmed=True),
        ),
        contacts={"notruf": HelpContact("notruf", "Notruf", "112", confirmed=True)},
        safety=Safety(
            texts={
                "crisis": {
                    "de": "Das klingt sehr schwer.\nLebensgefahr: {contact:notruf}\nHier liest niemand mit.",
                    "simple": "Das ist schwer.\nRufen Sie {contact:notruf} an.\nHier liest niemand mit.",
                    "en": "That sounds very hard.\nEmergency: {contact:notruf}\nNobody reads along here.",
                },
                "violence": {"de": "In Gefahr rufen Sie 110 an.\nHilfetelefon: 116 016\nMehr Text."},
                "emergency": {"de": "Rufen Sie {contact:notruf} an.\nSofort.\nMehr Text."},
            }
        ),
        smalltalk=(Smalltalk("danke", "Gern.", "Gern.", ("danke",)),),
    )
    return replace(kb, **changes)  # type: ignore[arg-type]


@dataclass
class ScriptedFinder:
    """A finder that understands exactly what it was told."""

    answers: dict[str, str] = field(
        default_factory=lambda: {
            "termin verpennt": "termin-verpasst",
            "was passiert wenn ich nicht komme?": "sanktion-hoehe",
            "kein geld für essen": "notlage-kein-geld",
        }
    )
    suggests: tuple[str, ...] = ("irgendwas mit termin",)
    dangers: dict[str, str] = field(
        default_factory=lambda: {"ich will nicht mehr leben": "crisis", "er schlägt mich": "violence"}
    )
    commands: dict[str, str] = field(
        default_factory=lambda: {
            "ruf mich an": "call_me",
            "abbrechen": "cancel",
            "zurück": "back",
            "mensch": "human",
            "hilfe": "help",
            "ja": "yes",
            "nein": "no",
            "weiter": "continue",
            "lösch meine daten": "delete_my_data",
            "themen": "topics",
            "einfacher": "simpler",
            "meine nachrichten": "my_messages",
            "start": "start",
        }
    )
    languages: dict[str, str] = field(default_factory=lambda: {"i missed my appointment": "en"})

    def find(self, text: str, language: str = "") -> Found:
        plain = text.casefold().strip()
        language = self.language(text)
        three = tuple(
            Candidate(name, 0.5) for name in ("termin-verpasst", "termin-verschieben", "sanktion-hoehe")
        )
        if plain in self.answers:
            entry = self.answers[plain]
            return Found(text, language, Band.ANSWER, entry, 0.9, (Candidate(entry, 0.9), *three))
        if plain in self.languages:
            return Found(text, language, Band.ANSWER, "termin-verpasst", 0.9, three)
        if plain in self.suggests:
            return Found(text, language, Band.SUGGEST, None, 0.5, three)
        if plain == "danke":
            return Found(text, language, Band.SMALLTALK, "danke", 1.0, three)
        return Found(text, language, Band.NONE, None, 0.1, three)

    def danger(self, text: str) -> str:
        return next((kind for sign, kind in self.dangers.items() if sign in text.casefold()), "")

    def asks(self, text: str) -> bool:
        return "?" in text

    def language(self, text: str) -> str:
        return self.languages.get(text.casefold().strip(), "de")

    def command(self, text: str) -> str:
        return self.commands.get(text.casefold().strip(), "")


@dataclass
class Talker:
    """One chat with the core. ``heard`` are the messages of the last turn as plain texts."""

    kb: KnowledgeBase = field(default_factory=a_knowledge_base)
    finder: ScriptedFinder = field(default_factory=ScriptedFinder)
    rules: Rules = field(default_factory=Rules)
    session: Session = field(default_factory=Session)
    at: datetime = MONDAY
    channel: str = "telegram"
    name: str = "Aylin Kaya"
    tickets: tuple[Ticket, ...] = ()
    turn: Turn = field(default_factory=lambda: Turn(Session()))
    events: int = 0
    happened: list[TicketEvent] = field(default_factory=list)
    before: Session = field(default_factory=Session)
    """The session before the last turn."""

    def world(self) -> World:
        code = "ABCDEFGHJKMNPQRSTUVWXYZ"[len(self.tickets)] * 6
        return World(
            self.kb,
            self.finder,
            TEXTS.words,
            self.at,
            self.rules,
            tickets=self.tickets,
            code=code,
            shares_contact=self.channel == "telegram",
        )

    def do(self, **what: object) -> list[str]:
        self.events += 1
        incoming = Incoming(
            ChatRef(self.channel, "1"),
            self.at,
            f"e{self.events}",
            name=self.name,
            **what,  # type: ignore[arg-type]
        )
        self.before = self.session
        self.turn = dialogue.step(self.session, incoming, self.world())
        self.session = self.turn.session
        for order in self.turn.orders:
            if isinstance(order, SaveTicket):
                rest = tuple(ticket for ticket in self.tickets if ticket.code != order.ticket.code)
                self.tickets = (order.ticket, *rest)
                self.happened.append(order.event)
            elif isinstance(order, ForgetMe):
                self.tickets = tuple(forgotten(ticket, self.at).ticket for ticket in self.tickets)
        return self.heard

    def say(self, text: str) -> list[str]:
        return self.do(text=text)

    def press(self, label: str) -> list[str]:
        """Press the button with this label in the newest message that has buttons."""
        return self.do(choice=self.choice(label).token)

    def tap(self, token: str) -> list[str]:
        return self.do(choice=token)

    def share(self, phone: str = "+491713920017", own: bool = True) -> list[str]:
        return self.do(contact=Contact(phone, own))

    def later(self, **amount: float) -> None:
        self.at += timedelta(**amount)

    @property
    def heard(self) -> list[str]:
        return [self.plain(say) for say in self.turn.says]

    @property
    def history(self) -> list[str]:
        """What the tickets' events tell, oldest first."""
        return [event.what for event in self.happened]

    @property
    def last(self) -> str:
        return self.heard[-1]

    @property
    def all(self) -> str:
        return "\n".join(self.heard)

    @property
    def buttons(self) -> list[str]:
        return [self.label(choice) for choice in self.session.offers]

    def label(self, choice: Choice) -> str:
        return TEXTS.label(choice, self.session.locale)

    def choice(self, label: str) -> Choice:
        found = [choice for choice in self.session.offers if label in self.label(choice)]
        assert found, f"no button {label!r} among {self.buttons}; said: {self.heard}"
        return found[0]

    def plain(self, say: Say) -> str:
        return markup.to_plain(TEXTS.message(say, self.session.locale))
