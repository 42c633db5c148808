"""Danger comes first: at every step, in captions, in refused messages; and no form is locked by it."""

from __future__ import annotations

import pytest

from bot.core import dialogue, safety
from bot.core.talk import ChatRef, Incoming
from tests.talker import Talker

STEPS = {
    "topic": [],
    "town": ["Ein Brief"],
    "phone": ["Ein Brief", "Bocholt"],
    "name": ["Ein Brief", "Bocholt", "0171 3920017"],
    "when": ["Ein Brief", "Bocholt", "0171 3920017", "Maria Muster"],
    "day": ["Ein Brief", "Bocholt", "0171 3920017", "Maria Muster", "Bestimmter Tag"],
    "summary": ["Ein Brief", "Bocholt", "0171 3920017", "Maria Muster", "vormittags"],
    "change": ["Ein Brief", "Bocholt", "0171 3920017", "Maria Muster", "vormittags", "Etwas ändern"],
}
APPOINTMENT = {
    "at_day": [],
    "at_time": ["Donnerstag"],
    "sure": ["Donnerstag 9 Uhr"],
    "reason": ["Donnerstag 9 Uhr", "Nachricht weitergeben"],
}


def at_step(step: str) -> Talker:
    talker = Talker(name="")
    talker.finder.commands["termin verschieben"] = "reschedule"
    in_call = step in STEPS
    talker.say("ruf mich an" if in_call else "Termin verschieben")
    for text in STEPS[step] if in_call else APPOINTMENT[step]:
        talker.say(text)
    assert talker.session.step == step
    return talker


@pytest.mark.parametrize("step", [*STEPS, *APPOINTMENT])
def test_the_numbers_come_first_and_alone_at_every_step(step):
    talker = at_step(step)
    draft = talker.session.draft
    talker.say("Ich will nicht mehr leben")
    assert talker.heard == [talker.last]
    assert "112" in talker.last
    assert talker.buttons == ["Weitermachen", "Beenden"]
    assert talker.session.draft == draft
    talker.say("weitermachen")
    assert not talker.session.paused
    assert talker.session.step == step or step == "change"


@pytest.mark.parametrize("step", ["town", "name"])
def test_a_second_time_within_minutes_locks_no_form(step):
    """Where people give names, what only sounds dangerous can be given after all."""
    talker = at_step(step)
    talker.say("Ich will nicht mehr leben")
    talker.say("weitermachen")
    talker.say("Ich will nicht mehr leben")
    assert talker.turn.says[0].tag == safety.TAG
    assert "112" in talker.heard[0]
    assert len(talker.heard) > 1
    assert not talker.session.paused


@pytest.mark.parametrize("step", ["topic", "phone", "when", "summary", "at_day", "reason"])
def test_a_second_cry_for_help_is_no_reply_to_a_form(step):
    talker = at_step(step)
    talker.say("Ich will nicht mehr leben")
    talker.say("weitermachen")
    draft = talker.session.draft
    talker.say("Ich will nicht mehr leben")
    assert "112" in talker.all
    assert "Hier liest niemand mit" not in talker.all  # the first two lines only
    assert talker.buttons == ["Weitermachen", "Beenden"]
    assert talker.session.draft == draft


def test_the_name_that_sounds_like_danger_is_taken_the_second_time():
    talker = at_step("name")
    talker.finder.dangers["heike schlag"] = "violence"
    talker.say("Heike Schlag")
    talker.say("weitermachen")
    talker.say("ja")  # a call to this number is safe
    talker.say("Heike Schlag")
    assert talker.session.draft["name"] == "Heike Schlag"


def test_a_button_that_sounds_like_danger_is_a_button():
    talker = Talker()
    talker.finder.dangers["mehr dazu"] = "crisis"
    talker.say("termin verpennt")
    talker.say("Mehr dazu")
    assert "§ 32" in talker.all


@pytest.mark.parametrize("kind", ["photo", "voice", "edited", "forwarded", "document"])
def test_danger_in_a_caption_or_a_changed_message_is_heard(kind):
    talker = Talker()
    talker.do(unsupported="voice")
    talker.do(unsupported=kind, text="ich will nicht mehr leben")
    assert "112" in talker.all


def test_danger_in_a_refused_message_is_heard():
    talker = Talker()
    incoming = Incoming(ChatRef("telegram", "1"), talker.at, "e", text="ich will nicht mehr leben")
    assert dialogue.overflow(incoming, talker.world()).tag == safety.TAG
    plain = Incoming(ChatRef("telegram", "1"), talker.at, "e", text="hallo")
    assert dialogue.overflow(plain, talker.world()).tag == "one-moment"


def test_a_crisis_after_violence_still_asks_whether_a_call_is_safe():
    talker = Talker()
    talker.say("er schlägt mich")
    talker.later(minutes=1)
    talker.say("ich will nicht mehr leben")
    for text in ("ruf mich an", "Ein Brief", "Bocholt", "0171 3920017"):
        talker.say(text)
    assert talker.session.step == "safe"


def test_violence_at_the_summary_asks_before_sending():
    talker = at_step("summary")
    talker.say("er schlägt mich")
    talker.say("weitermachen")
    assert talker.session.step == "safe"
    talker.say("nein")
    talker.say("absenden")
    assert not talker.tickets[0].call_safe


def test_while_paused_the_way_back_stands_below_every_reply():
    talker = at_step("phone")
    talker.say("ich will nicht mehr leben")
    talker.say("termin verpennt")
    assert "Weitermachen" in talker.buttons
    talker.say("ruf mich an")
    assert talker.session.draft["topic"] == "letter"
    assert talker.session.step == "phone"


def test_the_keyboard_of_the_phone_goes_after_the_safety_text_and_not_before():
    talker = Talker()
    for text in ("ruf mich an", "Ein Brief", "Bocholt"):
        talker.say(text)
    assert talker.session.keyboard_out
    talker.say("ich will nicht mehr leben")
    assert talker.turn.says[0].tag == safety.TAG
    talker.say("beenden")
    assert talker.turn.says[0].clear_keyboard
    assert not talker.session.keyboard_out


def test_voice_messages_are_answered_again_after_a_minute_also_in_a_row():
    talker = Talker()
    heard = 0
    for _ in range(6):
        heard += len(talker.do(unsupported="voice"))
        talker.later(seconds=40)  # of six, every second one falls into the pause
    assert heard == 3
