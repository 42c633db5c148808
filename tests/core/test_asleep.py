"""An office that has stopped reading: the citizen is told first to phone, and no time is promised."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.core.talk import World
from tests.talker import Talker


@dataclass
class Waiting(Talker):
    """Writes to offices of which some are asleep."""

    asleep: frozenset[str] = field(default=frozenset({"bocholt", "rhede"}))

    def world(self) -> World:
        return replace(super().world(), asleep=self.asleep)


def test_who_chooses_a_town_where_nobody_reads_is_told():
    citizen = Waiting()
    citizen.say("ruf mich an")
    citizen.press("Ein Brief")
    citizen.press("Bocholt")
    assert "Bitte rufen Sie Ihr Jobcenter an." in citizen.all


def test_who_comes_by_the_link_of_a_letter_is_told_at_once_and_in_the_receipt():
    citizen = Waiting()
    citizen.say("/start rueckruf_rhede")
    assert "Bitte rufen Sie Ihr Jobcenter an." in citizen.all
    assert "02872 1234" in citizen.all
    citizen.press("Ein Brief")
    citizen.share()
    for label in ("Ja", "So bald", "Absenden"):
        citizen.press(label)
    assert citizen.last.startswith("Bitte rufen Sie Ihr Jobcenter an.")
    assert "Einen genauen Tag kann ich nicht sagen" in citizen.last
    assert citizen.tickets[0].promised_until is None


def test_an_appointment_by_link_is_told_too():
    citizen = Waiting()
    citizen.say("/start termin_bocholt")
    assert "Bitte rufen Sie Ihr Jobcenter an." in citizen.all


def test_an_office_that_reads_is_no_reason_to_phone():
    citizen = Waiting(asleep=frozenset())
    citizen.say("/start rueckruf_rhede")
    assert "Bitte rufen Sie Ihr Jobcenter an." not in citizen.all
