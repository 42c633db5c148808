"""What the commands for calls, appointments, forwarding and notes print and refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.tickets import Kind, State
from tests.builders import NOW, a_ticket

CODE = "K7M-3PQ"


def an_appointment(**fields):
    return a_ticket(**({"kind": Kind.RESCHEDULE, "appointment_at": NOW + timedelta(days=1)} | fields))


def test_a_call_in_vain_says_which_it_was_and_when_the_next_is_due(desk):
    desk.put(a_ticket())
    assert "Versuch 1 von 3" in desk.prints("not-reached", CODE)
    assert "inbox take" in desk.refuses("not-reached", CODE)
    desk.prints("take", CODE)
    desk.forward(minutes=30)
    second = desk.prints("not-reached", CODE)
    assert "Versuch 2 von 3" in second
    assert "ruht bis Mo 23.11. 12:30" in second
    desk.prints("take", CODE)
    last = desk.prints("not-reached", CODE, "--sure")
    assert "erledigt" in last
    assert "selbst anzurufen" in last
    assert desk.events(CODE) == ["opened", *["not_reached", "taken"] * 2, "not_reached"]


def test_two_calls_in_vain_within_half_an_hour_need_insisting(desk):
    desk.put(a_ticket(attempts=1))
    desk.prints("not-reached", CODE)
    desk.prints("take", CODE)
    desk.forward(minutes=29)
    complaint = desk.refuses("not-reached", CODE)
    assert "Schon um 10:00 nicht erreicht" in complaint
    assert "Dritter Versuch: danach ist das Anliegen abgeschlossen" in complaint
    assert "--sure" in complaint
    assert desk.events(CODE)[-1] == "taken"


def test_a_wrong_number_says_what_is_asked_of_the_citizen(desk):
    desk.put(a_ticket())
    assert "anderen Nummer gefragt" in desk.prints("wrong-number", CODE)
    assert "show K7M-3PQ" in desk.refuses("wrong-number", CODE)


@pytest.mark.parametrize("when", [["26.11. 10:00"], ["26.11.", "10:00"], ["2026-11-26T10:00"]])
def test_a_new_date_is_read_back_with_its_weekday(desk, when):
    """Quotes may be left out: nobody thinks of them with the phone in the hand."""
    desk.put(an_appointment())
    assert "Donnerstag, 26.11.2026, 10:00 Uhr (in 3 Tagen)" in desk.prints("moved", CODE, *when)


def test_who_has_to_tell_the_citizen_is_said(desk):
    desk.put(an_appointment(), an_appointment(code="AAAAAA"))
    for command in (["moved", CODE, "26.11. 10:00"], ["not-moved", "AAAAAA"]):
        printed = desk.prints(*command)
        assert "nur, dass es eine Antwort gibt" in printed
        assert "rufen Sie an" in printed


def test_where_the_chat_tells_everything_nobody_is_asked_to(desk):
    desk.full = True
    desk.put(an_appointment(), an_appointment(code="AAAAAA"))
    assert "liest dieses Datum im Chat" in desk.prints("moved", CODE, "26.11. 10:00")
    assert "liest das im Chat" in desk.prints("not-moved", "AAAAAA")


def test_a_doubtful_date_needs_insisting(desk):
    desk.put(an_appointment())
    complaint = desk.refuses("moved", CODE, "28.11. 10:00")
    assert "Samstag, 28.11.2026" in complaint
    assert "--sure" in complaint
    assert desk.events(CODE) == ["opened"]
    assert "erledigt" in desk.prints("moved", CODE, "28.11. 10:00", "--sure")


def test_forwarding_says_where_it_lies_now_and_that_the_time_stays(desk):
    desk.put(a_ticket())
    printed = desk.prints("forward", CODE, "südlohn", "--reason", "umgezogen")
    assert "weitergegeben an Südlohn" in printed
    assert "Di 24.11. 10:00" in printed
    assert "weitergegeben: Borken > Südlohn: umgezogen" in desk.prints("show", CODE)


def test_an_office_that_takes_nothing_gets_nothing(desk):
    desk.put(a_ticket())
    assert "nicht-zustaendig" in desk.refuses("forward", CODE, "Vreden", "--reason", "umgezogen")
    assert desk.events(CODE) == ["opened"]


def test_a_note_is_read_by_the_next_colleague(desk):
    desk.put(a_ticket())
    assert "notiert" in desk.prints("note", CODE, "ruft morgen selbst an")
    assert "Notiz: ruft morgen selbst an" in desk.prints("show", CODE)
    desk.prints("take", CODE)
    desk.forward(hours=1)
    assert "bis Mo 23.11. 15:00" in desk.prints("note", CODE, "Rückruf nach 13 Uhr")


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (["not-reached", CODE], "open"),
        (["wrong-number", CODE], "open"),
        (["moved", CODE, "26.11. 10:00"], "done"),
        (["not-moved", CODE], "done"),
        (["forward", CODE, "suedlohn", "--reason", "x"], "open"),
        (["note", CODE, "x"], "open"),
    ],
)
def test_every_command_prints_the_ticket_for_scripts_without_personal_fields(desk, command, state):
    desk.put(an_appointment(reason="sick"))
    printed = desk.objects(*command)
    assert (printed["code"], printed["state"]) == (CODE, state)
    assert not printed.keys() & {"name", "phone", "reason", "text"}


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["moved", CODE, "bald"], "26.11.2026 10:00"),
        (["moved", CODE, "Fr", "26.11.", "10:00"], "Donnerstag"),
        (["forward", CODE, "Münster", "--reason", "x"], "Südlohn"),
        (["forward", CODE, "Südlohn", "--reason", " "], "ein paar Worte"),
        (["note", CODE, "x" * 501], "500"),
        (["close", CODE, "nicht-erreicht"], "inbox not-reached"),
        (["show", CODE, "--vermerk", "--json"], "case_note"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_would_be_right(desk, arguments, remedy):
    desk.put(an_appointment())
    assert remedy in desk.refuses(*arguments, code=2)
    assert desk.events(CODE) == ["opened"]


def test_what_does_not_fit_the_kind_says_where_to_look(desk):
    desk.put(a_ticket())
    for command in (["moved", CODE, "26.11. 10:00"], ["not-moved", CODE]):
        assert "inbox show K7M-3PQ" in desk.refuses(*command)


# show


def test_the_page_ends_with_a_paragraph_to_copy(desk):
    """Not wrapped by us: pasted elsewhere it is one paragraph."""
    desk.put(an_appointment(reason="child"))
    page = desk.prints("show", CODE, width=60)
    heading, case_note = page.splitlines()[-2:]
    assert heading == "Vermerk"
    assert case_note.startswith("Nachricht K7M-3PQ")
    assert desk.prints("show", CODE, "--vermerk") == f"{case_note}\n"
    assert "Kind oder Betreuung" not in case_note


def test_the_paragraph_alone_can_hold_the_name_too(desk):
    desk.put(an_appointment(reason="child"))
    case_note = desk.prints("show", CODE, "--vermerk", "--reveal")
    assert "Ayşe Öztürk" in case_note
    assert "Kind oder Betreuung" in case_note
    assert desk.events(CODE) == ["opened", "revealed"]


def test_an_appointment_says_how_far_it_is(desk):
    desk.put(an_appointment(appointment_at=NOW + timedelta(minutes=40)))
    assert "Mo 23.11. 10:40, in 40 min" in desk.prints("show", CODE)
    assert "Mo 23.11. 10:40, in 40 min" in desk.prints("list", width=160)
    desk.put(an_appointment(code="AAAAAA", kind=Kind.MISSED, appointment_at=NOW - timedelta(days=3)))
    assert "Fr 20.11. 10:00, vor 3 Tagen" in desk.prints("list", width=160)


# Typing mistakes


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["take"], "Es fehlt: NUMMER"),
        (["moved", CODE], "Es fehlt: DATUM"),
        (["forward", CODE, "Borken"], "Es fehlt: --reason"),
        (["tke"], "Meinten Sie take?"),
        (["dance"], "Möglich: list, show"),
        (["list", "--offic", "x"], "Meinten Sie --office?"),
        (["list", "--office"], "--office"),
        (["take", "a", "b"], "Anführungszeichen"),
        (["watch", "--every", "oft"], "--every"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_typing_mistake_is_told_in_german_with_the_way_to_help(desk, arguments, complaint):
    told = desk.refuses(*arguments, code=2)
    assert complaint in told
    assert told.endswith("--help\n")


def test_without_a_command_the_help_is_printed(desk):
    result = desk.run()
    assert result.exit_code == 2
    assert "forward" in result.output


def test_a_colleagues_name_in_an_answer_is_harmless(desk):
    evil = "\u202eEve\x07"  # no escape sequence: those would be dropped on the way to a file anyway
    desk.put(a_ticket(state=State.TAKEN, taken_by=evil, lease_until=NOW + timedelta(hours=1)))
    assert "liegt bei Eve (bis" in desk.prints("note", CODE, "x")


def test_a_lease_that_ran_out_is_not_told_as_one(desk):
    desk.put(a_ticket(state=State.TAKEN, taken_by="Kaya", lease_until=NOW))
    assert "liegt bei" not in desk.prints("note", CODE, "x")


def test_who_has_told_the_citizen_says_so(desk):
    desk.put(an_appointment())
    assert "noch nichts entschieden" in desk.refuses("told", CODE)
    desk.prints("not-moved", CODE)
    assert desk.prints("told", CODE).strip() == f"{CODE}: Bescheid gesagt."
    assert desk.events(CODE)[-1] == "told"
