"""Scripted days: what a citizen hears and when, also when nobody acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core import moves
from bot.core.calendar import BERLIN, OfficeCalendar, is_quiet
from bot.core.tickets import Kind, Outcome, State
from bot.errors import MoveRefused, MoveUnfit
from tests.builders import a_ticket
from tests.life import Life, berlin
from tests.talker import TEXTS

TUESDAY = berlin(2026, 11, 24, 10, 12)


def a_call(life: Life, when: str, town: str = "Bocholt") -> str:
    life.say("ruf mich an")
    life.press("Ein Brief")
    life.press(town)
    life.share()
    life.press("Ja")
    life.press(when)
    life.press("Absenden")
    return life.last


def not_reached(life: Life) -> list[str]:
    """Kim calls now, in vain; what the citizen hears."""
    return life.office(lambda ticket: moves.not_reached(ticket, "Kim", life.at, OfficeCalendar.of()))


def a_call_in_vain(at: datetime = TUESDAY) -> Life:
    """Wished on Monday for the mornings, tried on Tuesday."""
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "Vormittags")
    life.until(at)
    not_reached(life)
    return life


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
    life.until(berlin(2026, 11, 24, 10, 12))
    said = not_reached(life)
    assert "um 10:12 Uhr nicht erreicht" in said[0]
    assert life.tickets[0].not_before == berlin(2026, 11, 24, 12, 12)
    life.tap(f"0.go:again:{life.tickets[0].code}:tomorrow")
    assert life.tickets[0].wish == "2026-11-25 mornings"
    assert life.tickets[0].not_before == berlin(2026, 11, 25, 8, 0)
    assert life.tickets[0].due_at == berlin(2026, 11, 25, 12, 0)
    life.until(berlin(2026, 11, 25, 9, 0))
    not_reached(life)
    with pytest.raises(MoveRefused):  # a key pressed twice is no second call
        not_reached(life)
    life.office(lambda t: moves.taken(t, "Kim", life.at, life.at + timedelta(hours=4)))
    said = not_reached(life)
    assert "dreimal nicht erreicht" in said[0]
    assert (life.tickets[0].state, life.tickets[0].outcome) == (State.DONE, Outcome.NOT_REACHED)


def test_calls_about_an_appointment_leave_the_wish_as_it_is_and_the_appointment_standing():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    wish, due = life.tickets[0].wish, life.tickets[0].due_at
    assert "um 9:30 Uhr nicht erreicht" in not_reached(life)[0]
    assert life.tickets[0].not_before == berlin(2026, 11, 23, 11, 30)
    life.tap(f"0.go:again:{life.tickets[0].code}:today")
    assert life.tickets[0].not_before == berlin(2026, 11, 23, 11, 30)
    life.until(berlin(2026, 11, 23, 11, 30))
    not_reached(life)
    life.say("morgen")
    assert (life.tickets[0].wish, life.tickets[0].due_at) == (wish, due)
    assert life.tickets[0].not_before == berlin(2026, 11, 24, 8, 0)
    life.until(berlin(2026, 11, 24, 8, 0))
    said = not_reached(life)
    assert "dreimal nicht erreicht" in said[0]
    assert "Ihr Termin gilt weiter" in said[0]
    assert "Ihr alter Termin gilt noch" in life.until(berlin(2026, 11, 26, 9, 0))[0]


def test_nothing_rests_until_its_appointment_is_over():
    ticket = a_ticket(kind=Kind.RESCHEDULE, appointment_at=TUESDAY + timedelta(hours=1))
    after = moves.not_reached(ticket, "Kim", TUESDAY, OfficeCalendar.of()).ticket
    assert after.not_before == TUESDAY


@pytest.mark.parametrize(
    ("kind", "fits"), [(Kind.PHONE_CALL, False), (Kind.RESCHEDULE, True), (Kind.MISSED, True)]
)
def test_without_a_number_nobody_is_called_but_who_said_that_the_jobcenter_has_it(kind, fits):
    ticket = a_ticket(kind=kind, phone="")
    if fits:
        assert moves.not_reached(ticket, "Kim", TUESDAY, OfficeCalendar.of()).ticket.attempts == 1
    else:
        with pytest.raises(MoveUnfit):
            moves.not_reached(ticket, "Kim", TUESDAY, OfficeCalendar.of())


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
    not_reached(life)
    life.say("morgen")
    assert life.tickets[0].wish == "2026-11-24 mornings"
    life.office(lambda t: moves.number_wrong(t, "Kim", life.at))
    life.say("0151 23456789")
    assert life.tickets[0].phone == "+4915123456789"


def test_an_appointment_that_cannot_be_moved_is_still_warned_of():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    said = life.office(lambda t: moves.not_moved(t, "Kim", life.at, full=False))
    assert "Gehen Sie hin" in said[0]
    assert "Ihr alter Termin gilt noch" in life.until(berlin(2026, 11, 26, 8, 0))[0]


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


def test_after_a_call_in_vain_the_ticket_rests_until_the_day_that_is_named():
    """She taps within seconds: nobody calls again in the same minute, nor a day too early."""
    life = a_call_in_vain(berlin(2026, 11, 24, 9, 0))
    life.tap("0.go:again:AAAAAA:today")
    assert life.tickets[0].wish == "2026-11-24 mornings"
    assert life.tickets[0].not_before == berlin(2026, 11, 24, 11, 0)
    assert life.tickets[0].due_at == berlin(2026, 11, 24, 12, 0)
    assert [later.name for later in life.timers] == ["call_over"]


def test_a_half_of_the_day_is_not_wished_any_more_when_it_is_over():
    life = a_call_in_vain(berlin(2026, 11, 24, 11, 30))
    life.tap("0.go:again:AAAAAA:today")
    assert life.tickets[0].wish == "2026-11-24"
    assert life.tickets[0].due_at == berlin(2026, 11, 24, 16, 0)


def test_nothing_rests_until_it_is_due():
    life = a_call_in_vain(berlin(2026, 11, 24, 14, 30))
    life.tap("0.go:again:AAAAAA:today")  # two working hours later nobody is there any more
    assert life.tickets[0].not_before is None


def test_what_is_typed_below_a_notice_means_its_buttons():
    life = a_call_in_vain()
    life.say("morgen")
    assert life.tickets[0].wish == "2026-11-25 mornings"


def test_a_day_typed_as_it_stands_on_the_button_means_it():
    life = a_call_in_vain(berlin(2026, 11, 27, 9, 0))
    life.say("montag, 30.11.")
    assert life.tickets[0].wish == "2026-11-30 mornings"


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


def a_reminder(life: Life, of: str) -> None:
    life.finder.commands["an meinen termin erinnern"] = "remind_me"
    life.say("an meinen Termin erinnern")
    life.say(of)
    assert "Ich erinnere Sie am Dienstag, 24.11., um 17 Uhr" in life.last


def after_an_outage(life: Life) -> None:
    """The bot was down at 17:00 and comes back at 22:00."""
    life.timers = [replace(one, at=berlin(2026, 11, 24, 22, 0)) for one in life.timers]


def test_a_reminder_that_comes_late_comes_at_night_if_the_appointment_is_early():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_reminder(life, "Mittwoch 7:15 Uhr")
    after_an_outage(life)
    assert "Mittwoch, 25.11.2026, um 7:15 Uhr" in life.until(berlin(2026, 11, 24, 22, 0))[0]


def test_a_reminder_that_comes_late_waits_for_the_morning_if_it_can():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_reminder(life, "Mittwoch 9 Uhr")
    after_an_outage(life)
    assert life.until(berlin(2026, 11, 25, 7, 29)) == []
    assert "um 9:00 Uhr" in life.until(berlin(2026, 11, 25, 7, 30))[0]


def test_what_was_asked_for_after_danger_comes_on_time_what_before_comes_the_next_morning():
    life = Life(at=berlin(2026, 11, 24, 9, 30))
    life.say("ich will nicht mehr leben")
    life.press("Weitermachen")
    life.later(minutes=1)
    a_reminder(life, "Mittwoch 9 Uhr")
    assert "um 9:00 Uhr" in life.until(berlin(2026, 11, 24, 17, 0))[0]
    life = Life(at=berlin(2026, 11, 24, 9, 30))
    a_reminder(life, "Mittwoch 7:15 Uhr")
    life.later(minutes=1)
    life.say("ich will nicht mehr leben")
    assert life.until(berlin(2026, 11, 24, 23, 59)) == []
    assert "um 7:15 Uhr" in life.until(berlin(2026, 11, 25, 6, 0))[0]


def test_reminders_are_seen_counted_and_taken_back():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_reminder(life, "Mittwoch 9 Uhr")
    a_reminder(life, "Mittwoch 9 Uhr")
    assert len(life.timers) == 1
    life.say("/daten")
    assert "eine Erinnerung an einen Termin" in life.last
    life.say("/nachrichten")
    assert "Mittwoch, 25.11., 9:00 Uhr" in life.last
    life.press("Nicht mehr erinnern")
    assert life.timers == []


def test_a_reminder_is_asked_for_in_one_sentence():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.say("erinnere mich bitte an meinen termin am 3.12. um 9 uhr")
    assert "Ich erinnere Sie am Mittwoch, 2.12., um 17 Uhr" in life.last
    assert life.tickets == ()


@pytest.mark.parametrize(
    "text",
    [
        "ich habe meinen termin am 20.11. um 9 uhr verpasst, mich hat keiner erinnert",
        "erinnerung: ihr termin ist am 26.11. um 9 uhr - da kann ich nicht, kind krank",
        "Ich kann mich nicht erinnern ob mein Termin am 26.11. ist",
        "danke für die erinnerung am 20.11.",
    ],
)
def test_who_speaks_of_a_reminder_does_not_ask_for_one(text):
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.say(text)
    assert life.session.flow != "remind"
    assert life.timers == []


@pytest.mark.parametrize("kind", [Kind.RESCHEDULE, Kind.MISSED, Kind.PHONE_CALL])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_end_of_a_message_never_makes_an_appointment_look_moved(kind, outcome):
    ticket = a_ticket(kind=kind, appointment_at=berlin(2026, 11, 26, 9, 0), phone="+491713920017")
    says = closings(ticket, outcome)
    heard = " ".join(TEXTS.message(say, "de") for say in says)
    guarded = "gilt" in heard or "kommen Sie, oder rufen Sie an" in heard
    assert guarded == (kind is Kind.RESCHEDULE), heard
    assert not (kind is Kind.MISSED and "Hören Sie bis zum Termin" in heard)


def closings(ticket, outcome):
    """What the citizen hears when the office ends the ticket so; nothing where the move does not fit."""
    at = berlin(2026, 11, 24, 10, 0)
    try:
        if outcome is Outcome.MOVED:
            return moves.moved(ticket, berlin(2026, 12, 3, 9, 0), "Kim", at, full=False).says
        if outcome is Outcome.NOT_MOVED:
            return moves.not_moved(ticket, "Kim", at, full=True).says
        if outcome is Outcome.NOT_REACHED:
            third = replace(ticket, attempts=2)
            return moves.not_reached(third, "Kim", at, OfficeCalendar.of()).says
        return moves.closed(ticket, outcome, "Kim", at).says
    except MoveUnfit:
        return ()


def test_after_a_no_the_old_appointment_is_warned_of_and_nobody_says_that_no_answer_came():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    life.office(lambda t: moves.not_moved(t, "Kim", life.at, full=True))
    said = life.until(berlin(2026, 11, 26, 9, 0))
    assert "Ihr alter Termin gilt noch" in said[0]
    assert "keine Antwort" not in said[0]


def test_what_was_promised_stands_in_the_first_line_of_the_history():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "So bald", "Rhede")
    assert life.happened[0].detail == "call 2026-11-25T16:00+01:00"
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    assert life.happened[0].detail == "reminder 2026-11-25T14:00+01:00"


def test_a_promise_survives_forwarding_and_a_new_wish_renews_it():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    a_call(life, "So bald", "Rhede")
    life.office(lambda t: moves.forwarded(t, "bocholt", "umgezogen", "Kim", life.at))
    assert [later.name for later in life.timers] == ["overdue"]
    life.tap("0.go:wish:AAAAAA")
    life.press("Nachmittags")
    assert life.tickets[0].promised_until == life.tickets[0].due_at


def test_a_call_in_vain_is_not_asked_about():
    life = a_call_in_vain(berlin(2026, 11, 24, 11, 30))
    assert life.until(berlin(2026, 11, 24, 20, 0)) == []


@pytest.mark.parametrize(
    ("at", "offered"),
    [
        ((2026, 11, 24, 9, 0), ["Heute", "Morgen"]),
        ((2026, 11, 24, 16, 30), ["Morgen"]),  # nobody calls today any more
        ((2026, 11, 27, 9, 0), ["Heute", "Montag, 30.11."]),
    ],
)
def test_a_day_is_offered_only_if_somebody_can_call_then(at, offered):
    life = a_call_in_vain(berlin(*at))
    assert life.buttons[:-1] == offered


@pytest.mark.parametrize("at", [(2026, 11, 28, 9, 0), (2026, 11, 30, 8, 30)])
def test_a_day_on_a_button_is_that_day_also_when_it_has_come(at):
    """Asked on Friday afternoon, read on Saturday or on Monday morning."""
    life = a_call_in_vain(berlin(2026, 11, 27, 9, 0))
    life.at = berlin(*at)
    assert "Montag, 30.11." in life.tap(f"0.{life.choice('Montag, 30.11.').value}")[-1]
    assert life.tickets[0].wish == "2026-11-30 mornings"


@pytest.mark.parametrize("day", ["2026-11-20", "9999-12-31", "2026-02-31", "yesterday", ""])
def test_a_day_that_no_button_named_is_the_next_on_which_somebody_works(day):
    life = a_call_in_vain(berlin(2026, 11, 27, 9, 0))
    life.tap(f"0.go:again:AAAAAA:{day}")
    assert life.tickets[0].wish == "2026-11-27 mornings"


def test_today_after_closing_is_the_next_working_day():
    life = a_call_in_vain(berlin(2026, 11, 24, 9, 0))
    life.tap("0.go:again:AAAAAA:today")
    assert life.tickets[0].due_at.astimezone(BERLIN) == berlin(2026, 11, 24, 12, 0)
    life.at = berlin(2026, 11, 24, 18, 0)
    life.tap("0.go:again:AAAAAA:today")
    assert life.tickets[0].wish == "2026-11-25 mornings"


def test_all_open_messages_are_shown_and_each_can_be_changed():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    life.tickets = (
        *(a_ticket(code=code * 6, state=State.WITHDRAWN) for code in "VWXYZ"),
        a_ticket(code="BBBBBB", office="bocholt"),
        *life.tickets,
    )
    life.say("/nachrichten")
    assert "Termin: Donnerstag, 26.11., 9:00 Uhr" in life.last
    assert {"AAA-AAA: neue Zeit", "AAA-AAA zurückziehen", "BBB-BBB: neue Zeit"} <= set(life.buttons)
    life.press("AAA-AAA: neue Zeit")
    assert "Wann passt ein neuer Termin?" in life.last
    due = next(ticket for ticket in life.tickets if ticket.code == "AAAAAA").due_at
    life.press("Nachmittags")
    changed = life.tickets[0]
    assert (changed.wish, changed.due_at) == ("afternoons", due)


def test_deleting_says_that_the_appointment_stands():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    a_wish_to_move(life, "Donnerstag 9 Uhr")
    life.say("/loeschen")
    assert "Ihr Termin gilt weiter" in life.last
    life.press("Ja, alles löschen")
    assert "Ihr Termin gilt weiter" in life.last


@pytest.mark.parametrize("text", ["ich ruf selber an", "hat sich erledigt", "ihr müsst nich mehr anrufen"])
def test_no_further_call_is_needed_in_words(text):
    life = a_call_in_vain()
    life.finder.commands["hat sich erledigt"] = "cancel"
    life.say(text)
    assert life.tickets[0].state is State.WITHDRAWN


def test_a_longer_answer_to_when_shall_we_try_again_is_read_and_echoed():
    life = a_call_in_vain()
    life.say("ne da bin ich arbeiten. am besten nach 17 uhr")
    assert "nachmittags" in life.last
    assert life.tickets[0].wish == "afternoons"


def test_a_day_that_does_not_suit_is_neither_wished_nor_the_appointment():
    life = Life(at=berlin(2026, 11, 23, 9, 0))
    life.finder.commands["termin verschieben"] = "reschedule"
    life.say("Termin verschieben")
    life.say("Mittwoch 9 Uhr")
    for label in ("Nachricht weitergeben", "Kind", "Bocholt", "Ohne Nummer", "Ja"):
        life.press(label)
    life.say("egal aber nich freitag da hab ich putzjob")
    assert "when" not in life.session.draft
    life.say("freitag kann ich doch nich")
    assert life.session.draft["at_day"] == "2026-11-25"


@pytest.mark.parametrize(
    ("text", "sent"), [("ja abschicken", True), ("ja mach", True), ("ok danke", False), ("ja aber", False)]
)
def test_a_short_yes_sends_a_goodbye_does_not(text, sent):
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.finder.commands |= {"ja": "yes", "ok danke": "yes"}
    life.say("ruf mich an")
    for label in ("Ein Brief", "Bocholt"):
        life.press(label)
    life.share()
    for label in ("Ja", "Vormittags"):
        life.press(label)
    life.say(text)
    assert bool(life.tickets) == sent


def test_a_typed_topic_asks_about_need_as_the_button_does():
    life = Life(at=berlin(2026, 11, 23, 9, 30))
    life.say("ruf mich an")
    life.say("wegen miete")
    assert life.session.draft["topic"] == "money"
    assert "kein Geld für Essen" in life.last
