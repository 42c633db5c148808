"""The door for appointments, held against the model conversations."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.talk import Later, SaveTicket
from bot.core.tickets import Kind, State
from tests.talker import Talker

EARLY = datetime(2026, 11, 23, 6, 12, tzinfo=UTC)
"""Monday, 23.11.2026, 7:12 in Borken."""
FIRST = "kind krank hab um viertel nach 8 termin kann nicht"


def a_talker(**changes) -> Talker:
    talker = Talker(at=EARLY, **changes)
    talker.finder.answers[FIRST] = "termin-verschieben"
    talker.finder.commands["termin verschieben"] = "reschedule"
    talker.finder.commands["termin verpasst melden"] = "missed"
    return talker


def timers(talker):
    return [order for order in talker.turn.orders if isinstance(order, Later)]


def test_the_model_conversation_in_six_taps():
    talker = a_talker()
    talker.say(FIRST)
    assert "Gute Besserung für Ihr Kind!" in talker.all
    assert "heute, Montag, 23.11., 8:15 Uhr" in talker.all
    assert "Grund: Kind" in talker.all
    assert "ab 8:00 Uhr auch an" in talker.all
    assert talker.buttons == ["Nachricht weitergeben", "Etwas stimmt nicht", "Ich habe nur eine Frage"]
    talker.press("Nachricht weitergeben")
    talker.press("Bocholt")
    assert "Damit das Jobcenter Sie findet" in talker.last
    assert "Ohne Nummer" in talker.buttons[2]
    talker.share()
    talker.press("Ja")
    assert "Wann passt ein neuer Termin?" in talker.last
    talker.press("Vormittags")
    assert "Termin: heute, Montag, 23.11., 8:15 Uhr · Bocholt" in talker.last
    assert "Grund: Kind · Neu: vormittags · Telefon: …017" in talker.last
    assert "Ihr Termin gilt weiter" in talker.last
    talker.later(minutes=2)
    talker.press("Absenden")
    assert "Gespeichert: Montag, 23.11.2026, 7:14 Uhr" in talker.last
    assert "AAA-AAA" in talker.last
    assert "Ihr Termin gilt weiter" in talker.last
    assert "Zettel vom Kinderarzt" in talker.last
    assert "Vielleicht liest das vorher niemand" in talker.last
    ticket = talker.tickets[0]
    assert (ticket.kind, ticket.reason, ticket.urgent) == (Kind.RESCHEDULE, "child", True)
    assert ticket.appointment_at == datetime(2026, 11, 23, 7, 15, tzinfo=UTC)


def test_the_receipt_of_an_early_morning_offers_to_ring_when_the_office_opens():
    talker = a_talker()
    talker.say(FIRST)
    for label in ("Nachricht weitergeben", "Bocholt"):
        talker.press(label)
    talker.share()
    for label in ("Ja", "Vormittags", "Absenden"):
        talker.press(label)
    talker.press("Erinnern")
    assert timers(talker) == [Later(datetime(2026, 11, 23, 7, 0, tzinfo=UTC), "office_opens:AAAAAA")]
    talker.later(minutes=48)
    talker.do(timer="office_opens:AAAAAA")
    assert "öffnet jetzt" in talker.all
    assert talker.history == ["opened", "ring_wished", "office_opens"]


def up_to_sent(talker) -> Talker:
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.press("Nachricht weitergeben")
    talker.press("Arbeit")
    if "Bocholt" in talker.buttons:  # not asked twice
        talker.press("Bocholt")
    talker.press("Ohne Nummer")
    talker.press("Ja")
    talker.press("Nachmittags")
    talker.press("Absenden")
    return talker


def test_nothing_known_asks_for_date_and_reason():
    talker = up_to_sent(a_talker())
    ticket = talker.tickets[0]
    assert ticket.appointment_at == datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    assert (ticket.reason, ticket.wish, ticket.phone, ticket.urgent) == ("work", "afternoons", "", False)
    assert "Hören Sie bis Mittwoch, 25.11., um 14 Uhr" in talker.last
    reminder = next(later for later in timers(talker) if later.name == "unconfirmed")
    assert reminder.at == datetime(2026, 11, 25, 13, 0, tzinfo=UTC)


def test_without_an_answer_the_bot_warns_on_the_working_day_before():
    talker = up_to_sent(a_talker())
    talker.at = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)
    talker.do(timer="unconfirmed", ticket="AAAAAA")
    assert "Ihr Termin gilt weiter" in talker.all
    saved = [order for order in talker.turn.orders if isinstance(order, SaveTicket)]
    assert saved[0].event.who == "bot"


def test_a_settled_ticket_has_no_timers_any_more():
    talker = up_to_sent(a_talker())
    talker.press("zurückziehen")
    talker.press("Ja, zurückziehen")
    assert talker.tickets[0].state is State.WITHDRAWN
    assert timers(talker) == []
    talker.do(timer="unconfirmed", ticket="AAAAAA")
    assert talker.heard == []


def test_the_day_of_danger_has_no_timers():
    talker = up_to_sent(a_talker())
    talker.at = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    talker.say("ich will nicht mehr leben")
    talker.at = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)
    talker.do(timer="unconfirmed", ticket="AAAAAA")
    assert talker.heard == []
    assert len(timers(talker)) == 1


def test_missed_today_with_time_left_says_go_or_call():
    talker = a_talker()
    talker.at = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
    talker.finder.answers["termin heute um 8 verpasst"] = "termin-verpasst"
    talker.say("termin heute um 8 verpasst")
    assert talker.last.startswith("Gut, dass Sie sich melden.")
    assert "Dann kann der Termin noch zählen" in talker.last
    assert talker.buttons == ["Ich gehe heute noch hin", "Ich rufe an", "Nachricht weitergeben"]
    talker.press("Ich gehe heute noch hin")
    assert talker.session.flow == ""


def test_missed_on_an_earlier_day():
    talker = a_talker()
    talker.say("Termin verpasst melden")
    assert talker.last.startswith("Gut, dass Sie sich melden.")
    talker.press("Gestern")
    assert "niemand da" in talker.last
    talker.press("Anderer Tag")
    talker.say("20.11. 10 uhr")
    assert "Sagen Sie dem Jobcenter schnell" in talker.last
    assert talker.buttons[0] == "Nachricht weitergeben"
    talker.press("Nachricht weitergeben")
    assert "Warum waren Sie nicht da?" in talker.last
    talker.press("Ich bin krank")
    talker.press("Bocholt")
    talker.say("0171 3920017")
    talker.press("Ja")
    talker.press("So bald")
    talker.press("Absenden")
    assert talker.tickets[0].kind is Kind.MISSED


@pytest.mark.parametrize(
    ("typed", "words"),
    [("31.2. 9 uhr", "gibt es nicht"), ("28.11. 9 uhr", "niemand da"), ("25.12. um 9", "niemand da")],
)
def test_impossible_and_odd_dates_are_asked_back(typed, words):
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say(typed)
    assert words in talker.all
    assert "at_day" not in talker.session.draft


def test_an_ambiguous_weekday_is_asked_back_with_both_days():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("nächsten Mittwoch halb neun")
    assert talker.buttons == ["Mittwoch, 25.11.", "Mittwoch, 2.12."]
    talker.press("Mittwoch, 2.12.")
    assert "Mittwoch, 2.12., 8:30 Uhr" in talker.all


def test_something_is_not_right_asks_anew():
    talker = a_talker()
    talker.say(FIRST)
    talker.press("Etwas stimmt nicht")
    assert "Wann ist Ihr Termin?" in talker.last


def test_only_a_question_gets_the_answer():
    talker = a_talker()
    talker.say(FIRST)
    talker.press("nur eine Frage")
    assert "Die Antwort zu termin-verschieben." in talker.all
    assert talker.session.flow == ""


def test_the_same_wish_twice_shows_the_one_there_is():
    talker = up_to_sent(a_talker())
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    assert "Ist das für einen anderen Termin oder eine andere Person?" in talker.last
    talker.say("nein")
    assert "AAA-AAA" in talker.last
    assert (talker.session.flow, len(talker.tickets)) == ("", 1)


def test_the_same_wish_is_not_sent_twice_even_if_it_was_said_to_be_another():
    talker = up_to_sent(a_talker())
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    for label in ("Ja", "Nachricht weitergeben", "Arbeit", "Ohne Nummer", "Ja", "Nachmittags", "Absenden"):
        talker.press(label)
    assert len(talker.tickets) == 1
    assert "AAA-AAA" in talker.all


@pytest.mark.parametrize("path", ["words", "buttons"])
def test_missed_today_without_a_time_is_missed(path):
    talker = a_talker()
    talker.at = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
    if path == "words":
        talker.finder.answers["hab heute meinen termin verpasst"] = "termin-verpasst"
        talker.say("hab heute meinen termin verpasst")
    else:
        talker.say("Termin verschieben")
        talker.press("schon vorbei")
    assert talker.all.startswith("Gut, dass Sie sich melden.")
    if path == "buttons":
        talker.press("Heute")
    talker.press("Weiß ich nicht")
    assert "Dann kann der Termin noch zählen" in talker.last
    talker.press("Nachricht weitergeben")
    for label in ("Kind", "Bocholt", "Ohne Nummer", "Ja", "Nachmittags", "Absenden"):
        talker.press(label)
    assert talker.tickets[0].kind is Kind.MISSED
    assert "gilt weiter" not in talker.last


def test_a_day_that_does_not_exist_in_the_first_message_is_named():
    talker = a_talker()
    talker.finder.answers["kann am 31.2. um 9 nicht zum termin, kind krank"] = "termin-verschieben"
    talker.finder.commands["kann am 31.2. um 9 nicht zum termin, kind krank"] = "reschedule"
    talker.say("kann am 31.2. um 9 nicht zum termin, kind krank")
    assert "Diesen Tag oder diese Uhrzeit gibt es nicht." in talker.all
    assert talker.session.draft["reason"] == "child"


def test_a_range_of_hours_keeps_its_day():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("donnerstag 10-12")
    assert "Bitte schreiben Sie nur eine Uhrzeit." in talker.all
    assert "Um wie viel Uhr am Donnerstag" in talker.all


def test_two_people_on_one_phone_have_a_message_each():
    talker = up_to_sent(a_talker())
    talker.say("Termin verschieben")
    talker.say("Donnerstag 11 Uhr")
    for label in ("Ja", "Nachricht weitergeben", "Kind", "Ohne Nummer", "Nein, ich schreibe"):
        talker.press(label)
    talker.say("Deniz Kaya")
    for label in ("Vormittags", "Absenden"):
        talker.press(label)
    assert [ticket.name for ticket in talker.tickets] == ["Deniz Kaya", "Aylin Kaya"]


def test_another_day_is_another_appointment_and_nothing_is_asked():
    talker = up_to_sent(a_talker())
    talker.say("Termin verschieben")
    talker.say("Freitag 9 Uhr")
    assert "Ich habe verstanden" in talker.last


def test_own_words_are_kept_apart_and_only_as_a_reason():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.press("Nachricht weitergeben")
    talker.say("meine oma hat geburtstag")
    assert talker.session.draft["reason"] == "other"
    assert talker.session.draft["text"] == "meine oma hat geburtstag"
    assert "oma" not in talker.all


def test_after_the_wished_window_the_bot_asks_whether_the_call_has_happened():
    talker = Talker()
    talker.say("ruf mich an")
    for label in ("Ein Brief", "Bocholt"):
        talker.press(label)
    talker.share()
    for label in ("Ja", "Vormittags", "Absenden"):
        talker.press(label)
    assert [later.name for later in timers(talker)] == ["call_over"]
    talker.at = timers(talker)[0].at
    talker.do(timer="call_over", ticket="AAAAAA")
    assert "Hat der Anruf geklappt?" in talker.all
    talker.press("Nein")
    assert "tut mir leid" in talker.all
    talker.press("Neue Zeit")
    talker.press("Nachmittags")
    assert talker.tickets[0].wish == "afternoons"
    talker.tap(f"1.go:worked:{talker.tickets[0].code}:yes")
    assert talker.tickets[0].state is State.DONE


def test_a_reminder_without_a_ticket():
    talker = a_talker()
    talker.tap("1.go:remind")
    talker.say("Donnerstag 9 Uhr")
    assert [later.at for later in timers(talker)] == [datetime(2026, 11, 25, 16, 0, tzinfo=UTC)]
    assert talker.tickets == ()
    name = timers(talker)[0].name
    talker.at = timers(talker)[0].at
    talker.do(timer=name)
    assert "Donnerstag, 26.11.2026, um 9:00 Uhr" in talker.all


def test_a_timer_in_the_middle_of_a_form_leaves_the_form_alone():
    talker = up_to_sent(a_talker())
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    before = talker.session.offers
    talker.do(timer="unconfirmed", ticket="AAAAAA")
    assert talker.session.offers == before
    talker.say("0171 3920017")
    assert talker.session.draft["phone"] == "+491713920017"


# -- what a second stern reading found ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day", "time"),
    [
        ("freitag morgen um 9", "2026-11-27", "09:00"),
        ("morgen um 9 uhr", "2026-11-24", "09:00"),
        ("donnerstag morgen 8:30", "2026-11-26", "08:30"),
    ],
)
def test_a_typed_day_is_not_overruled_by_a_button_word_in_it(typed, day, time):
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say(typed)
    assert (talker.session.draft["at_day"], talker.session.draft["at_time"]) == (day, time)


def test_a_corrected_time_moves_no_day():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.say("nein um 10 uhr")
    assert "Donnerstag, 26.11., 10:00 Uhr" in talker.all


def test_a_correction_to_an_odd_day_is_asked_back_and_not_called_done():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.say("nein, der termin ist am samstag")
    assert "geändert" not in talker.all
    assert "niemand da" in talker.all
    talker.say("nein")
    assert "at_day" not in talker.session.draft


@pytest.mark.parametrize("typed", ["nein der termin ist um 10 uhr", "die nummer ist 0171 3920018", "falsch"])
def test_a_correction_is_no_reason(typed):
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.press("Nachricht weitergeben")
    talker.say(typed)
    assert "text" not in talker.session.draft


def test_yes_at_the_read_back_goes_on_and_no_asks_anew():
    talker = a_talker()
    talker.say(FIRST)
    talker.say("ja")
    assert talker.session.step == "town"
    talker = a_talker()
    talker.say(FIRST)
    talker.say("nein")
    assert talker.session.step == "at_day"


@pytest.mark.parametrize(
    "typed", ["termin am freitag um 9 hat geklappt danke", "ich möchte einen termin am freitag um 9"]
)
def test_a_message_without_a_hindrance_opens_no_wish(typed):
    talker = a_talker()
    talker.finder.answers[typed] = "termin-verschieben"
    talker.say(typed)
    assert talker.session.flow == ""


def test_sent_after_its_minute_the_wish_is_read_back_as_missed():
    talker = a_talker()
    talker.say(FIRST)
    talker.press("Nachricht weitergeben")
    talker.press("Bocholt")
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    talker.later(minutes=90)
    talker.press("Absenden")
    assert talker.tickets == ()
    assert "Gehen Sie heute noch hin" in talker.all


def test_calling_oneself_keeps_an_appointment_wish():
    talker = up_to_sent(a_talker())
    talker.tap("1.go:myself:AAAAAA")
    assert not talker.tickets[0].is_settled
    assert "Ihr Termin gilt weiter" in talker.all


def test_after_violence_an_appointment_asks_whether_a_call_is_safe():
    talker = a_talker()
    talker.say("er schlägt mich")
    talker.at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.press("Nachricht weitergeben")
    talker.press("Arbeit")
    talker.press("Bocholt")
    talker.say("0171 3920017")
    assert talker.session.step == "safe"
    for pressed in ("Nein", "Ja", "Vormittags"):
        talker.press(pressed)
    assert "(Anruf nicht sicher)" in talker.last
    talker.press("Absenden")
    assert "Ich schreibe Ihnen, wenn" not in talker.last
    assert "Vielleicht liest jemand mit" in talker.last


def test_keeping_a_message_keeps_a_running_form_too():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.say("/loeschen")
    talker.press("Nein, nichts ändern")
    assert talker.session.step == "sure"


def test_another_form_does_not_throw_a_half_filled_one_away():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag 9 Uhr")
    talker.say("ruf mich an")
    assert talker.session.flow == "appointment"
    assert "noch nicht fertig" in talker.all


def test_a_time_that_is_not_known_is_nowhere_made_up():
    talker = a_talker()
    talker.say("Termin verschieben")
    talker.say("Donnerstag")
    talker.press("Weiß ich nicht")
    assert "Donnerstag, 26.11." in talker.all
    assert "Uhr" not in talker.heard[-1].split("Grund")[0]
    talker.press("Nachricht weitergeben")
    talker.press("Arbeit")
    talker.press("Bocholt")
    talker.press("Ohne Nummer")
    talker.press("Ja")
    talker.press("So bald")
    talker.press("Absenden")
    ticket = talker.tickets[0]
    assert not ticket.appointment_time_known
    assert ticket.appointment_at == datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # the beginning of work
