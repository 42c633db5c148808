"""The Vermerk that goes into the case management system."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.caseworkers.case_note import case_note
from bot.caseworkers.view import Shown, without_personal
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket, a_ticket_event
from tests.caseworkers.conftest import KB

TICKET = a_ticket(
    kind=Kind.RESCHEDULE,
    topic="",
    urgent=True,
    appointment_at=NOW + timedelta(days=1),
    wish="mornings",
    reason="child",
    text="Kita ist zu",
    state=State.DONE,
    outcome=Outcome.MOVED,
    taken_by="Kaya",
)
EVENTS = (
    a_ticket_event("opened"),
    a_ticket_event("taken", NOW + timedelta(minutes=5), "Kaya"),
    a_ticket_event("revealed", NOW + timedelta(minutes=5), "Kaya"),
    a_ticket_event("noted", NOW + timedelta(minutes=10), "Ben", "Oma springt ein"),
    a_ticket_event("closed", NOW + timedelta(minutes=15), "Kaya", "moved 2026-11-26T09:00+00:00"),
)
PERSONAL = ("Ayşe", "1511", "Kind", "Kita")


def test_it_tells_what_was_wished_what_happened_and_by_whom():
    assert case_note(Shown(TICKET, EVENTS, revealed=True), KB) == (
        "Nachricht K7M-3PQ aus dem Chat vom Montag, 23.11.2026, 10:00 Uhr, Borken. "
        "Anliegen: Termin verschieben, eilig; Termin: Dienstag, 24.11.2026, 10:00 Uhr; Wunsch: vormittags. "
        "Name: Ayşe Öztürk; Telefon: +49 1511 2345678 (selbst angegeben); "
        "Grund: Kind oder Betreuung; eigene Worte: „Kita ist zu“. "
        "Verlauf: am 23.11.2026 um 10:05 Uhr übernommen (durch Kaya); "
        "am 23.11.2026 um 10:10 Uhr Notiz: Oma springt ein (durch Ben); "
        "am 23.11.2026 um 10:15 Uhr erledigt: neuer Termin Donnerstag, 26.11.2026, 10:00 Uhr (durch Kaya). "
        "Stand: erledigt (neuer Termin)."
    )


def test_without_revealing_it_holds_nothing_personal():
    """Also where the caller forgot to empty the fields."""
    for ticket in (TICKET, without_personal(TICKET)):
        note = case_note(Shown(ticket, EVENTS), KB)
        assert not [word for word in PERSONAL if word in note]


def test_where_all_was_deleted_it_says_so():
    note = case_note(Shown(a_ticket(forgotten=True, name="", phone=""), EVENTS, revealed=True), KB)
    assert "auf Wunsch gelöscht" in note
    assert "Name" not in note


def test_what_a_caller_must_know_is_in_it():
    ticket = a_ticket(
        call_safe=False, interpreter="uk", state=State.TAKEN, taken_by="Kaya", phone_own=True, name=""
    )
    note = case_note(Shown(ticket, (), revealed=True), KB)
    for word in (
        "nicht sicher",
        "Ukrainisch",
        "„Termin verpasst: was nun?“",
        "Name: nicht angegeben",
        "von Telegram bestätigt",
        "Stand: übernommen von Kaya.",
    ):
        assert word in note


def test_a_message_that_was_only_sent_has_no_history():
    assert case_note(Shown(a_ticket(), (a_ticket_event(),)), KB).endswith(
        "Wunsch: so bald wie möglich. Stand: offen."
    )


def test_it_is_one_line_that_steers_nothing():
    evil = "a\nb\x1b[2J\u202e"
    ticket = a_ticket(name=evil, text=evil, reason=evil, topic=evil, wish=evil, office=evil, phone=evil)
    note = case_note(Shown(ticket, (a_ticket_event("noted", who=evil, detail=evil),), revealed=True), KB)
    assert not {"\n", "\x1b", "\u202e"} & set(note)


def test_who_said_that_the_jobcenter_has_the_number_is_not_called_without_one():
    said = replace(TICKET, phone="")
    assert "Telefon: hat das Jobcenter, sagt die Person;" in case_note(Shown(said, EVENTS, revealed=True), KB)
    wrong = (*EVENTS, a_ticket_event("number_wrong", who="Kaya"))
    assert "Telefon: war falsch und ist gelöscht;" in case_note(Shown(said, wrong, revealed=True), KB)
