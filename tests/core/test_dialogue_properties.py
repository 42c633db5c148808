"""The dialogue as a machine: whatever people do, some things always hold."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.core import dialogue
from bot.core.talk import ChatRef, Incoming, Phrase, SaveTicket
from bot.core.tickets import OPEN_PER_CHAT, parse_code
from tests.talker import TEXTS as TEXTS_OF_THE_BOT
from tests.talker import Talker

TEXTS = [
    "ruf mich an",
    "ja",
    "nein",
    "1",
    "2",
    "7",
    "Bocholt",
    "48599",
    "Münster",
    "0171 3920017",
    "110",
    "Maria Muster",
    "vormittags",
    "Samstag",
    "26.11.",
    "abbrechen",
    "zurück",
    "mensch",
    "hilfe",
    "themen",
    "einfacher",
    "termin verpennt",
    "irgendwas mit termin",
    "ich will nicht mehr leben",
    "er schlägt mich",
    "weiter",
    "nein, die Nummer ist 0151 23456789",
    "/start",
    "/start rueckruf_borken",
    "/loeschen",
    "/nachrichten",
    "/abbrechen",
    "/quatsch",
    "danke",
    "lila kühe",
    "I missed my appointment",
    "?",
    "😀",
]

MADE_ROOM = {TEXTS_OF_THE_BOT.words(Phrase("summary-gone"), locale) for locale in ("de", "de-simple")}
"""Stands in the place of a summary when its answer was typed: the one difference to a press."""


class Citizen(RuleBasedStateMachine):
    """Somebody who types and taps at random."""

    def __init__(self) -> None:
        super().__init__()
        self.talker = Talker()
        self.old: list[str] = ["1.go:menu"]

    @rule(text=st.one_of(st.sampled_from(TEXTS), st.text(max_size=40)))
    def types(self, text):
        before = self.talker.session
        self.talker.say(text)
        self.check_twice(before, text=text)

    @rule(data=st.data())
    def presses(self, data):
        if self.talker.session.offers:
            choice = data.draw(st.sampled_from(self.talker.session.offers))
            self.old.append(choice.token)
            if choice.kind == "contact":
                self.talker.share()
            else:
                self.talker.tap(choice.token)

    @rule(data=st.data())
    def presses_something_old(self, data):
        self.talker.tap(data.draw(st.sampled_from(self.old[-20:])))

    @rule()
    def shares_a_number(self):
        self.talker.share()

    @rule(kind=st.sampled_from(["voice", "photo", "edited"]))
    def sends_what_cannot_be_read(self, kind):
        self.talker.do(unsupported=kind)

    @rule(minutes=st.integers(0, 2000))
    def waits(self, minutes):
        self.talker.later(minutes=minutes)

    def check_twice(self, before, **what):
        """A step is a function: the same message in the same state decides the same."""
        incoming = Incoming(
            ChatRef("telegram", "1"), self.talker.at, f"e{self.talker.events}", name="Aylin Kaya", **what
        )
        world = self.talker.world()
        assert dialogue.step(before, incoming, world) == dialogue.step(before, incoming, world)

    @invariant()
    def every_choice_can_be_typed(self):
        """By its number, in a copy of the chat."""
        session, at, tickets = self.talker.session, self.talker.at, self.talker.tickets
        for number, choice in enumerate(session.offers[:5], 1):
            if choice.kind != "contact":
                typed = Talker(session=session, at=at, tickets=tickets)
                tapped = Talker(session=session, at=at, tickets=tickets)
                typed.say(str(number))
                tapped.tap(choice.token)
                said = [text for text in typed.heard if text not in MADE_ROOM]
                assert said == tapped.heard, choice

    @invariant()
    def the_menu_is_two_steps_away(self):
        talker = Talker(session=self.talker.session, at=self.talker.at, tickets=self.talker.tickets)
        talker.say("/abbrechen")
        talker.say("/start")
        assert talker.session.flow == ""
        assert "Bitte anrufen" in talker.buttons

    @invariant()
    def no_ticket_without_the_notice(self):
        for order in self.talker.turn.orders:
            if isinstance(order, SaveTicket) and order.event.what == "opened":
                assert order.ticket.phone
                assert order.ticket.name
                assert parse_code(order.ticket.code)
                assert self.talker.before.draft["notice"]

    @invariant()
    def at_most_three_are_open(self):
        assert sum(not ticket.is_settled for ticket in self.talker.tickets) <= OPEN_PER_CHAT

    @invariant()
    def buttons_fit_into_telegram(self):
        for choice in self.talker.session.offers:
            assert len(choice.token.encode()) <= 64
            assert self.talker.label(choice)

    @invariant()
    def nothing_is_said_without_words(self):
        assert all(text.strip() for text in self.talker.heard)


TestCitizen = Citizen.TestCase
TestCitizen.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
