"""Leads order the running bot to be silent, or to say something first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from bot.core import dialogue, safety
from bot.core.steering import Banner, StandingOrders, Stop
from bot.core.talk import ChatRef, Incoming, Later, World
from tests.talker import MONDAY, Talker

CLOSED = "Heute ist das Jobcenter in Bocholt geschlossen."
TODAY = date(2026, 11, 23)
STOPPED = StandingOrders(Stop(MONDAY, "Lena", "Falsche Auskunft zur Miete"))
SENTENCE = "Dieser Chat ist gerade abgeschaltet"


def a_banner(text: str = CLOSED, number: int = 1, **changes: object) -> Banner:
    return replace(Banner(text, TODAY, TODAY, "Lena", number=number), **changes)


@dataclass
class Steered(Talker):
    """A chat with a bot that has standing orders."""

    standing: StandingOrders = field(default_factory=StandingOrders)

    def world(self) -> World:
        return replace(super().world(), standing=self.standing)


def told(*banners: Banner, **more: object) -> Steered:
    return Steered(standing=StandingOrders(banners=banners), **more)


# banners


def test_a_banner_comes_before_the_first_answer_and_once_a_day():
    citizen = told(a_banner(until=TODAY + timedelta(days=1)))
    citizen.say("termin verpennt")
    assert citizen.heard[0] == f"Hinweis vom Jobcenter: {CLOSED}"
    assert "Die Antwort zu termin-verpasst" in citizen.heard[1]
    citizen.say("danke")
    assert CLOSED not in citizen.all
    citizen.later(days=1)
    citizen.say("danke")
    assert CLOSED in citizen.all
    citizen.later(days=1)
    citizen.say("danke")
    assert CLOSED not in citizen.all


def test_a_second_banner_of_the_same_day_is_told_too_and_by_itself():
    citizen = told(a_banner())
    citizen.say("danke")
    citizen.standing = StandingOrders(banners=(a_banner(), a_banner("Die Heizung geht wieder.", 2)))
    citizen.say("danke")
    assert "Heizung" in citizen.all
    assert CLOSED not in citizen.all


def test_several_are_one_message():
    citizen = told(a_banner(), a_banner("Die Heizung ist aus.", 2))
    citizen.say("danke")
    assert len(citizen.heard) == 2
    assert CLOSED in citizen.heard[0]
    assert "Heizung" in citizen.heard[0]


@pytest.mark.parametrize(
    ("town", "offices", "is_told"),
    [
        ("", (), True),
        ("", ("bocholt",), True),
        ("bocholt", ("bocholt", "rhede"), True),
        ("borken", ("bocholt", "rhede"), False),
        ("borken", (), True),
    ],
)
def test_it_is_for_its_offices_and_for_those_who_named_none(town, offices, is_told):
    citizen = told(a_banner(offices=offices))
    citizen.session = replace(citizen.session, town=town)
    citizen.say("danke")
    assert (CLOSED in citizen.all) is is_told


@pytest.mark.parametrize(("since", "until"), [(-2, -1), (1, 2)])
def test_before_its_first_and_after_its_last_day_it_is_not_told(since, until):
    days = (TODAY + timedelta(days=since), TODAY + timedelta(days=until))
    citizen = told(a_banner(since=days[0], until=days[1]))
    citizen.say("danke")
    assert CLOSED not in citizen.all


def test_a_safety_text_stands_alone_and_the_banner_comes_later():
    citizen = told(a_banner())
    citizen.say("ich will nicht mehr leben")
    assert citizen.heard == [citizen.last]
    assert "112" in citizen.last
    citizen.say("danke")
    assert CLOSED in citizen.all


def test_the_banner_has_no_buttons_and_takes_none_away():
    citizen = told(a_banner())
    citizen.say("ruf mich an")
    assert CLOSED in citizen.heard[0]
    assert citizen.turn.says[0].rows == ()
    citizen.press("Ein Brief")
    assert citizen.session.draft["topic"] == "letter"


def test_what_a_lead_writes_is_no_markup():
    citizen = told(a_banner("Heute *nicht* [kommen](https://example.org)"))
    citizen.say("danke")
    assert citizen.heard[0].endswith("Heute \u2217nicht\u2217 (kommen)(https://example.org)")


def test_who_deletes_everything_hears_only_that():
    citizen = told(a_banner())
    citizen.say("danke")
    citizen.standing = StandingOrders(banners=(a_banner("Neu.", 2),))
    citizen.say("lösch meine daten")
    citizen.standing = StandingOrders(banners=(a_banner("Ganz neu.", 3),))
    citizen.press("löschen")
    assert "Ganz neu." not in citizen.all


# the stop


@pytest.mark.parametrize("text", ["termin verpennt", "hallo", "/start", "ruf mich an", "danke", "1", ""])
def test_a_stopped_bot_says_one_sentence_to_everything(text):
    citizen = Steered(standing=STOPPED)
    citizen.say(text)
    assert len(citizen.heard) == 1
    assert citizen.last.startswith(SENTENCE)
    assert "Die Telefonnummer steht auf Ihrer Einladung" in citizen.last
    assert citizen.turn.says[0].rows == ()
    assert "Miete" not in citizen.all


def test_it_names_the_confirmed_number_of_a_known_office():
    citizen = Steered(standing=STOPPED)
    citizen.session = replace(citizen.session, town="rhede")
    citizen.say("hallo")
    assert "02872 1234" in citizen.last


def test_it_speaks_the_language_of_the_message():
    citizen = Steered(standing=STOPPED)
    citizen.say("I missed my appointment")
    assert "switched off" in citizen.last


@pytest.mark.parametrize("what", [{"text": "ich will nicht mehr leben"}, {"unsupported": "photo"}])
def test_danger_is_heard_by_a_stopped_bot_also_in_a_caption(what):
    citizen = Steered(standing=STOPPED)
    citizen.do(**{"text": "ich will nicht mehr leben", **what})
    assert citizen.turn.says[0].tag == safety.TAG
    assert "112" in citizen.all
    assert SENTENCE not in citizen.all
    assert citizen.turn.says[0].rows == ()  # they would lead nowhere


def test_danger_is_heard_also_in_a_refused_message():
    world = Steered(standing=STOPPED).world()
    said = [
        dialogue.overflow(Incoming(ChatRef("telegram", "1"), MONDAY, "e", text=text), world)
        for text in ("ich will nicht mehr leben", "hallo")
    ]
    assert said[0].tag == safety.TAG
    assert said[1].parts[0].key == "answers-stopped"


def test_a_form_goes_on_where_it_was_when_the_bot_answers_again():
    citizen = Steered()
    for text in ("ruf mich an", "Ein Brief", "Bocholt"):
        citizen.say(text)
    before = citizen.session
    citizen.standing = STOPPED
    citizen.say("0171 3920017")
    citizen.press(citizen.buttons[0])
    assert citizen.session == before
    assert citizen.last.startswith(SENTENCE)
    citizen.standing = StandingOrders()
    citizen.say("0171 3920017")
    assert citizen.session.step == "name"


def test_an_album_hears_the_sentence_once():
    citizen = Steered(standing=STOPPED)
    heard = [citizen.do(unsupported="photo") for _ in range(10)]
    assert sum(map(len, heard)) == 1
    citizen.later(minutes=2)
    assert len(citizen.do(unsupported="photo")) == 1


def test_a_timer_comes_again_and_nothing_is_said():
    """A reminder is not lost: it comes as soon as the bot may speak."""
    citizen = Steered(standing=STOPPED)
    name = f"remind:at:{(MONDAY + timedelta(days=1)).isoformat()}"
    assert citizen.do(timer=name) == []
    (again,) = citizen.turn.orders
    assert isinstance(again, Later)
    assert (again.name, again.at > citizen.at) == (name, True)
    citizen.standing = StandingOrders()
    assert citizen.do(timer=again.name) != []


def test_a_stop_outdoes_a_banner():
    citizen = Steered(standing=replace(STOPPED, banners=(a_banner(),)))
    citizen.say("hallo")
    assert CLOSED not in citizen.all
