"""Scripted days: what a citizen hears and when, also when nobody acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import moves
from bot.core.calendar import OfficeCalendar, is_quiet
from bot.core.tickets import Outcome, State
from tests.life import Life, berlin


def a_call(life: Life, when: str, town: str = "Bocholt") -> str:
    life.say("ruf mich an")
    life.press("Ein Brief")
    life.press(town)
    life.share()
    life.press("Ja")
    life.press(when)
    life.press("Absenden")
    return life.last


def a_wish_to_move(life: Life, typed: str) -> str:
    life.finder.commands["termin verschieben"] = "reschedule"
    life.say("Termin verschieben")
    life.say(typed)
    life.press("Nachricht weitergeben")
    life.press("Kind")
    life.press("Bocholt")
    life.press("Ohne Nummer")
    life.press("Ja")
    life.press("So bald")
    life.press("Absenden")
    return life.last


def test_a_friday_evening_promises_tuesday_where_the_office_has_agreed():
    life = Life(at=berlin(2026, 11, 27, 18, 30))
    receipt = a_call(life, "Vormittags", "Rhede")
    assert "bis Dienstag, 1.12., 12 Uhr" in receipt
    assert life.until(berlin(2026, 12, 1, 11, 59)) == []
    assert "Hat der Anruf geklappt?" in life.until(berlin(2026, 12, 1, 12, 30))[0]


def test_an_overdue_call_is_owned_up_to_where_a_time_was_promised():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    assert "bis Mittwoch, 25.11." in a_call(life, "So bald", "Rhede")
    said = life.until(berlin(2026, 11, 25, 19, 0))
    assert "Es tut uns leid" in said[0]
    life.press("Hat sich erledigt")
    assert life.tickets[0].state is State.WITHDRAWN
    assert life.until(berlin(2026, 12, 10, 9, 0)) == []


def test_where_no_time_was_promised_nobody_is_overdue():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    assert "Einen genauen Tag kann ich nicht sagen" in a_call(life, "So bald")
    assert life.until(berlin(2026, 12, 23, 9, 30)) == []


def test_christmas_week_warns_on_the_last_working_day_before():
    life = Life(at=berlin(2026, 12, 21, 10, 0))
    a_wish_to_move(life, "28.12. um 9")
    said = life.until(berlin(2026, 12, 28, 8, 0))
    assert len(said) == 1
    assert "Ihr Termin gilt weiter" in said[0]
    assert life.log[0][0] == berlin(2026, 12, 24, 14, 0)


def test_the_monday_of_the_model_conversation():
    life = Life(at=berlin(2026, 11, 23, 7, 12))
    life.finder.answers["kind krank hab um viertel nach 8 termin kann nicht"] = "termin-verschieben"
    life.say("kind krank hab um viertel nach 8 termin kann nicht")
    life.press("Nachricht weitergeben")
    life.press("Bocholt")
    life.share()
    life.press("Ja")
    life.press("Vormittags")
    life.press("Absenden")
    life.press("Erinnern")
    assert "öffnet jetzt" in life.until(berlin(2026, 11, 23, 8, 5))[0]
    said = life.office(lambda t: moves.taken(t, "Kim", life.at, life.at + timedelta(hours=4)))
    assert "Einen neuen Termin haben Sie damit noch nicht" in said[0]
    moved_to = berlin(2026, 11, 26, 10, 0)
    said = life.office(lambda t: moves.moved(t, moved_to, "Kim", life.at, full=True))
    assert "Donnerstag, 26.11.2026, um 10:00 Uhr" in said[0]
    assert life.until(berlin(2026, 12, 24, 12, 0)) == []


def test_neutral_news_name_no_date():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    said = life.office(lambda t: moves.moved(t, berlin(2026, 11, 27, 10, 0), "Kim", life.at, full=False))
    assert "Es gibt eine Antwort" in said[0]
    assert "27." not in said[0]


def test_three_calls_in_vain():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    office = OfficeCalendar.of()
    life.until(berlin(2026, 11, 24, 10, 12))
    said = life.office(lambda t: moves.not_reached(t, "Kim", life.at, office))
    assert "um 10:12 Uhr nicht erreicht" in said[0]
    assert life.tickets[0].not_before == berlin(2026, 11, 24, 12, 12)
    life.tap(f"0.go:again:{life.tickets[0].code}:tomorrow")
    assert life.tickets[0].wish == "2026-11-25"
    assert life.tickets[0].not_before is None
    life.office(lambda t: moves.not_reached(t, "Kim", life.at, office))
    said = life.office(lambda t: moves.not_reached(t, "Kim", life.at, office))
    assert "dreimal nicht erreicht" in said[0]
    assert (life.tickets[0].state, life.tickets[0].outcome) == (State.DONE, Outcome.NOT_REACHED)


def test_a_wrong_number_is_asked_for_and_comes_back():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    said = life.office(lambda t: moves.number_wrong(t, "Kim", life.at))
    assert "richtige Nummer" in said[0]
    assert life.tickets[0].phone == ""
    life.tap(f"0.go:number:{life.tickets[0].code}")
    life.say("0151 23456789")
    assert life.tickets[0].phone == "+4915123456789"


def test_the_night_of_the_clock_change_and_the_turn_of_the_year():
    for start, at in (
        (berlin(2026, 10, 23, 10, 0), "26.10. 9 uhr"),
        (berlin(2027, 3, 24, 10, 0), "30.3. 9 uhr"),
        (berlin(2026, 12, 29, 10, 0), "4.1. 9 uhr"),
    ):
        life = Life(at=start)
        a_wish_to_move(life, at)
        said = life.until(start + timedelta(days=14))
        assert len(said) == 1
        when = life.log[0][0]
        assert (when.hour, when.minute) == (14, 0), when
        assert OfficeCalendar.of().is_working_day(when.date())


def test_nothing_is_said_unasked_in_quiet_hours():
    for minute in range(0, 24 * 60 * 7, 137):
        start = berlin(2026, 12, 18, 0, 0) + timedelta(minutes=minute)
        life = Life(at=start)
        a_call(life, "Nachmittags", "Rhede")
        life.until(start + timedelta(days=20))
        assert all(not is_quiet(at) for at, _ in life.log), life.log
        assert life.log


def test_a_closed_ticket_ends_with_a_good_wish_and_thanks_are_taken():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    said = life.office(lambda t: moves.closed(t, Outcome.REACHED, "Kim", life.at))
    assert "ist erledigt. Alles Gute!" in said[0]
    life.tap("0.go:thank")
    assert "Gern geschehen" in life.last


def test_answers_typed_to_a_notice_are_understood():
    """After "nicht erreicht" a bare day, after a wrong number the bare new one."""
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    life.office(lambda t: moves.not_reached(t, "Kim", life.at, OfficeCalendar.of()))
    life.say("morgen")
    assert life.tickets[0].wish == "2026-11-24"
    life.office(lambda t: moves.number_wrong(t, "Kim", life.at))
    life.say("0151 23456789")
    assert life.tickets[0].phone == "+4915123456789"


def test_an_appointment_that_cannot_be_moved_is_still_warned_of():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    said = life.office(lambda t: moves.not_moved(t, "Kim", life.at, full=False))
    assert "Gehen Sie hin" in said[0]
    assert "Ihr Termin gilt weiter" in life.until(berlin(2026, 11, 26, 8, 0))[0]


def test_a_promised_ring_survives_that_somebody_takes_the_message():
    life = Life(at=berlin(2026, 11, 22, 20, 30))
    a_wish_to_move(life, "morgen um 9")
    life.press("Erinnern")
    life.office(lambda t: moves.taken(t, "Kim", life.at, life.at + timedelta(hours=4)))
    assert any("öffnet jetzt" in text for text in life.until(berlin(2026, 11, 23, 8, 30)))


def test_a_timer_that_comes_late_waits_for_the_morning():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    life.at = berlin(2026, 11, 25, 22, 30)
    assert life.do(timer="unconfirmed", ticket="AAAAAA") == []
    assert life.timers[-1].at == berlin(2026, 11, 26, 7, 30)


def test_what_is_typed_below_a_notice_means_its_buttons():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    life.until(berlin(2026, 11, 24, 10, 12))
    life.office(lambda t: moves.not_reached(t, "Kim", life.at, OfficeCalendar.of()))
    life.say("morgen")
    assert life.tickets[0].wish == "2026-11-25"


def test_a_notice_does_not_take_the_buttons_of_a_running_form():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    life.finder.commands["termin verschieben"] = "reschedule"
    life.say("Termin verschieben")
    before = life.buttons
    life.office(lambda t: moves.number_wrong(t, "Kim", life.at))
    assert life.buttons == before


def test_no_nobody_called_is_a_no():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    assert "Hat der Anruf geklappt?" in life.until(berlin(2026, 11, 24, 18, 0))[0]
    life.finder.commands["nein"] = "no"
    assert "dass der Anruf fehlt" in life.say("Nein, keiner hat angerufen")[0]
    assert life.history[-1] == "call_missing"


def test_what_the_citizen_asked_for_comes_in_quiet_hours_too():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.finder.commands["an meinen termin erinnern"] = "remind_me"
    life.say("an meinen Termin erinnern")
    life.say("Mittwoch 9 Uhr")
    assert "Ich erinnere Sie am Dienstag, 24.11., um 17 Uhr" in life.last
    life.timers = [replace(one, at=berlin(2026, 11, 24, 22, 0)) for one in life.timers]
    assert "Mittwoch, 25.11.2026, um 9:00 Uhr" in life.until(berlin(2026, 11, 24, 22, 0))[0]


def test_a_reminder_is_asked_for_in_one_sentence():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.say("erinnere mich bitte an meinen termin am 3.12. um 9 uhr")
    assert "Ich erinnere Sie am Mittwoch, 2.12., um 17 Uhr" in life.last
    assert life.tickets == ()
