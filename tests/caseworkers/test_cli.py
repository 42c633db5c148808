"""The caseworkers' commands: what they print, what they refuse, how they end."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from bot.caseworkers.cli import inbox_app
from bot.core.tickets import Kind, Outcome, State
from bot.errors import KeysMissing
from tests.builders import NOW, a_ticket

CODE = "K7M-3PQ"
PERSONAL = ("Ayşe", "Öztürk", "15112345678", "1511 2345678", "ill", "beim Arzt")


def a_full_ticket(**fields):
    return a_ticket(**({"reason": "ill", "text": "bin beim Arzt", "topic": "money"} | fields))


def taken_until(until, code="K7M3PQ", **fields):
    return a_ticket(code, state=State.TAKEN, taken_by="Kaya", lease_until=until, **fields)


def codes(printed):
    return re.findall(r"[A-Z2-9]{3}-[A-Z2-9]{3}", printed)


# list


def test_the_list_shows_what_is_to_be_done_at_100_columns(desk):
    desk.put(
        a_ticket(urgent=True, topic="money", due_at=NOW - timedelta(hours=1)),
        a_ticket("R4T8WX", kind=Kind.RESCHEDULE, office="suedlohn", wish="2026-11-26"),
        taken_until(NOW + timedelta(hours=1), "AAAAAA", kind=Kind.MISSED, wish="mornings"),
    )
    printed = desk.prints("list")
    rows = [re.split(r" {2,}", line.strip()) for line in printed.splitlines() if codes(line)]
    # Cells wrap by words: the row with the code holds the first line of each.
    assert rows == [
        [CODE, "eilt", "Anruf", "Borken", "so bald wie", "Mo 23.11. 09:00", "Geld oder", "frei"],
        ["R4T-8WX", "Termin", "Südlohn", "Do 26.11.", "Di 24.11. 10:00", "Termin", "frei"],
        ["AAA-AAA", "Termin", "Borken", "vormittags", "Di 24.11. 10:00", "Termin", "Kaya"],
    ]
    assert printed.count("überfällig") == 2  # in the row and in the last line
    assert printed.splitlines()[-1] == "2 offen, 1 übernommen, 1 eilt, 1 überfällig"
    assert max(map(len, printed.splitlines())) <= 100


@pytest.mark.parametrize("width", [60, 80, 89, 90, 100, 200])
def test_on_no_terminal_anything_is_cut(desk, width):
    """Narrow ones break words, but the code stays whole and the last column is there to its end."""
    desk.put(
        a_ticket(state=State.TAKEN, taken_by="Kaya-Anneliese Wissmann", lease_until=NOW + timedelta(hours=1))
    )
    lines = desk.prints("list", width=width).splitlines()
    assert [codes(line) for line in lines if codes(line)] == [[CODE]]
    start = lines[0].index("Bei")
    assert "".join(line[start:].strip() for line in lines[2:-1]).replace(" ", "") == "Kaya-AnnelieseWissmann"
    assert max(map(len, lines)) <= width


def test_the_list_holds_nothing_personal(desk):
    desk.put(a_full_ticket())
    for printed in (desk.prints("list"), desk.prints("list", "--json")):
        assert not [word for word in PERSONAL if word in printed]


def test_an_empty_list_says_so(desk):
    assert desk.prints("list") == "Keine offenen Nachrichten.\n"
    assert desk.prints("list", "--all") == "Keine Nachrichten.\n"
    assert "Auswahl" in desk.prints("list", "--urgent")
    assert desk.objects("list") == []


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ([], ["open", "mine", "urgent"]),
        (["--open"], ["open", "urgent"]),
        (["--mine"], ["mine"]),
        (["--mine", "--as", "Ben"], []),  # what Ben has closed is not to be done any more
        (["--urgent"], ["urgent"]),
        (["--all"], ["open", "mine", "rests", "done", "urgent"]),
        (["--kind", "verschieben"], ["open"]),
        (["--kind", "verpasst", "--kind", "reschedule"], ["open", "urgent"]),
        (["--office", "Südlohn"], ["mine"]),
        (["--office", "suedlohn", "--office", "borken"], ["open", "mine", "urgent"]),
    ],
)
def test_the_list_can_be_narrowed(desk, chosen, found):
    tickets = {
        "open": a_ticket("AAAAAA", kind=Kind.RESCHEDULE),
        "mine": taken_until(NOW + timedelta(hours=1), "BBBBBB", office="suedlohn"),
        "rests": a_ticket("CCCCCC", not_before=NOW + timedelta(days=1)),
        "done": a_ticket("DDDDDD", state=State.DONE, outcome=Outcome.CAME, taken_by="Ben"),
        "urgent": a_ticket("EEEEEE", kind=Kind.MISSED, urgent=True),
    }
    desk.put(*tickets.values())
    named = {ticket.code: name for name, ticket in tickets.items()}
    listed = {named[ticket["code"].replace("-", "")] for ticket in desk.objects("list", *chosen)}
    assert listed == set(found)


def test_a_ticket_whose_lease_ran_out_is_listed_as_open(desk):
    desk.put(taken_until(NOW))
    printed = desk.prints("list", width=120)
    assert "frei, zuletzt Kaya" in printed
    assert "1 offen" in printed
    (ticket,) = desk.objects("list", "--open")
    assert (ticket["state"], ticket["taken_by"], ticket["last_taken_by"]) == ("open", None, "Kaya")
    assert ticket["lease_until"] is None


def test_after_a_call_attempt_a_run_out_ticket_says_that_it_may_be_taken_over(desk):
    desk.put(taken_until(NOW, attempts=1))
    assert "Kaya, Frist um" in desk.prints("list", width=120)
    assert desk.objects("list", "--open") == []


def test_what_is_settled_is_neither_urgent_nor_overdue(desk):
    desk.put(
        a_ticket(state=State.DONE, outcome=Outcome.CAME, urgent=True, due_at=NOW - timedelta(days=1)),
        a_ticket("AAAAAA", state=State.WITHDRAWN),
    )
    printed = desk.prints("list", "--all", width=120)
    assert "erledigt (war da)" in printed
    assert "zurückgezogen" in printed
    assert printed.splitlines()[-1] == "0 offen, 2 abgeschlossen"


# show


def test_a_ticket_is_shown_at_a_glance(desk):
    desk.put(a_full_ticket(urgent=True, interpreter="uk", appointment_at=NOW, wish="afternoons"))
    printed = desk.prints("show", CODE)
    for word in (
        "Anruf",
        "eilt",
        "frei",
        "Geld oder Miete",
        "nachmittags",
        "Borken",
        "Di 24.11. 10:00",
        "Ukrainisch",
    ):
        assert word in printed
    assert "Termin" in printed
    assert re.search(r"Mo 23\.11\. 10:00\s+Bürgerin oder Bürger\s+gesendet", printed)


def test_name_and_number_are_shown_only_on_demand(desk):
    desk.put(a_full_ticket())
    printed = desk.prints("show", CODE)
    assert not [word for word in PERSONAL if word in printed]
    assert f"Name und Nummer: inbox show {CODE} --reveal" in printed
    assert "revealed" not in desk.events(CODE)


def test_revealing_shows_whom_to_call_and_is_an_event(desk):
    desk.put(a_full_ticket())
    printed = desk.prints("show", CODE, "--reveal", "--as", "Ben")
    for word in ("Ayşe Öztürk", "+49 1511 2345678", "bin beim Arzt", "Fachverfahren", "selbst angegeben"):
        assert word in printed
    assert re.search(r"Ben\s+Name und Nummer angesehen", printed)
    assert desk.events(CODE) == ["opened", "revealed"]


def test_a_number_that_telegram_vouches_for_is_told_from_a_typed_one(desk):
    desk.put(a_ticket(phone_own=True))
    printed = desk.prints("show", CODE, "--reveal")
    assert "von Telegram bestätigt" in printed
    assert "selbst angegeben" not in printed


@pytest.mark.parametrize("reveal", [[], ["--reveal"]])
def test_a_number_on_which_a_call_is_not_safe_is_never_shown_without_the_warning(desk, reveal):
    desk.put(a_ticket(call_safe=False), a_ticket("AAAAAA"))
    assert "ACHTUNG" in desk.prints("show", CODE, *reveal)
    assert "ACHTUNG" not in desk.prints("show", "AAAAAA", *reveal)


def test_a_ticket_without_a_number_says_so(desk):
    desk.put(a_ticket(name="", phone=""))
    page, _, case_note = desk.prints("show", CODE, "--reveal").partition("Vermerk")
    assert (page.count("nicht angegeben"), case_note.count("nicht angegeben")) == (2, 2)


def test_a_forgotten_ticket_says_that_all_was_deleted(desk):
    ticket = a_full_ticket()
    desk.put(ticket)
    desk.delete(ticket)
    printed = desk.prints("show", CODE, "--reveal")
    assert "gelöscht" in printed
    assert "--reveal" not in printed
    assert desk.objects("show", CODE)["forgotten"] is True


def test_the_history_is_told_in_german_with_local_times(desk):
    desk.put(a_ticket())
    desk.prints("take", CODE)
    desk.forward(minutes=20)
    desk.prints("release", CODE)
    desk.prints("close", CODE, "hat-angerufen", "--as", "Ben")
    history = desk.prints("show", CODE).partition("Verlauf")[2].partition("Vermerk")[0]
    assert [re.split(r" {2,}", line.strip()) for line in history.strip().splitlines()] == [
        ["Mo 23.11. 10:00", "Bürgerin oder Bürger", "gesendet"],
        ["Mo 23.11. 10:00", "Kaya", "übernommen"],
        ["Mo 23.11. 10:20", "Kaya", "zurückgegeben"],
        ["Mo 23.11. 10:20", "Ben", "erledigt: hat selbst angerufen"],
    ]


# take, release, close


def test_taking_says_until_when_and_what_the_citizen_hears(desk):
    desk.put(a_ticket())
    printed = desk.prints("take", "k7m3pq", width=80)
    told, way = printed.splitlines()  # sentences are not wrapped: scripts may look for them
    assert told.startswith(f"{CODE} liegt jetzt bei Ihnen (bis Mo 23.11. 14:00).")
    assert "gelesen" in told
    assert f"inbox show {CODE} --reveal" in way
    assert "gelesen" not in desk.prints("take", CODE), "the citizen hears it once"


def test_releasing_and_closing_say_what_is_now_so(desk):
    desk.put(a_ticket())
    desk.prints("take", CODE)
    assert "wieder für alle offen" in desk.prints("release", CODE)
    printed = desk.prints("close", CODE, "reached")
    assert "erledigt (erreicht)" in printed
    assert "Bescheid" in printed


def test_moves_print_the_ticket_for_scripts(desk):
    desk.put(a_full_ticket())
    assert desk.objects("take", CODE)["taken_by"] == "Kaya"
    assert desk.objects("release", CODE)["state"] == "open"
    closed = desk.objects("close", CODE, "doppelt")
    assert (closed["state"], closed["outcome"], closed["taken_by"]) == ("done", "duplicate", "Kaya")
    assert not closed.keys() & {"name", "phone", "reason", "text"}


# JSON


def test_the_object_of_a_ticket_has_stable_names(desk):
    desk.put(a_full_ticket(appointment_at=NOW + timedelta(days=3), wish="mornings"))
    desk.prints("take", CODE)
    ticket = desk.objects("show", CODE, "--reveal")
    events = ticket.pop("events")
    assert ticket.pop("case_note").startswith(f"Nachricht {CODE}")
    assert ticket == {
        "code": CODE,
        "kind": "phone_call",
        "state": "taken",
        "urgent": False,
        "overdue": False,
        "office": "borken",
        "town": "Borken",
        "topic": "money",
        "topic_label": "Geld oder Miete",
        "wish": "mornings",
        "created_at": "2026-11-23T09:00:00+00:00",
        "due_at": "2026-11-24T09:00:00+00:00",
        "appointment_at": "2026-11-26T09:00:00+00:00",
        "appointment_time_known": True,
        "not_before": None,
        "taken_by": "Kaya",
        "last_taken_by": None,
        "lease_until": "2026-11-23T13:00:00+00:00",
        "outcome": None,
        "attempts": 0,
        "call_safe": True,
        "interpreter": None,
        "language": "de",
        "forgotten": False,
        "version": 3,
        "name": "Ayşe Öztürk",
        "phone": "+4915112345678",
        "phone_own": False,
        "reason": "ill",
        "text": "bin beim Arzt",
    }
    assert [(event["who"], event["what"]) for event in events] == [
        ("citizen", "opened"),
        ("Kaya", "taken"),
        ("Kaya", "revealed"),
    ]
    assert events[0] == {
        "at": "2026-11-23T09:00:00+00:00",
        "who": "citizen",
        "what": "opened",
        "detail": None,
    }


def test_objects_hold_personal_fields_only_if_revealed(desk):
    desk.put(a_full_ticket())
    assert not desk.objects("show", CODE).keys() & {"name", "phone", "phone_own", "reason", "text"}
    assert "revealed" not in desk.events(CODE)


# Refusals


def test_who_comes_second_learns_who_has_it_and_what_to_do(desk):
    desk.put(a_ticket())
    desk.prints("take", CODE, "--as", "Ben")
    for move in (["take", CODE], ["release", CODE], ["close", CODE, "erreicht"], ["take", CODE, "--json"]):
        complaint = desk.refuses(*move)
        assert "Ben" in complaint
        assert f"inbox show {CODE}" in complaint
    assert desk.events(CODE) == ["opened", "taken"]


@pytest.mark.parametrize(
    ("ticket", "word"),
    [
        (a_ticket(state=State.DONE, outcome=Outcome.CAME), "erledigt"),
        (a_ticket(state=State.WITHDRAWN), "zurückgezogen"),
        (a_ticket(), "niemandem"),
    ],
)
def test_what_cannot_be_released_says_why(desk, ticket, word):
    desk.put(ticket)
    assert word in desk.refuses("release", CODE)


@pytest.mark.parametrize("command", [["show"], ["take"], ["release"], ["close", "erreicht"]])
def test_an_unknown_code_is_refused(desk, command):
    complaint = desk.refuses(command[0], CODE, *command[1:])
    assert CODE in complaint
    assert "inbox list" in complaint


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["show", "K7M"], "K7M-3PQ"),
        (["take", "[bold]\x1b[2J"], "K7M-3PQ"),
        (["take", CODE, "--as", "bot"], "--as"),
        (["list", "--mine", "--as", " "], "--as"),
        (["list", "--kind", "brief"], "verschieben"),
        (["list", "--office", "Münster"], "Südlohn"),
        (["list", "--open", "--all"], "--open"),
        (["close", CODE, "fertig"], "nicht-zustaendig"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_would_be_right(desk, arguments, remedy):
    desk.put(a_ticket())
    complaint = desk.refuses(*arguments, code=2)
    assert remedy in complaint
    assert "\x1b" not in complaint
    assert desk.events(CODE) == ["opened"]


@pytest.mark.parametrize("arguments", [["take"], ["close", CODE], ["list", "--nonsense"], ["dance"], []])
def test_a_command_line_that_is_none_ends_with_2(desk, arguments):
    assert desk.run(*arguments).exit_code == 2


def test_a_database_that_cannot_be_opened_is_told_in_words():
    def open_inbox():
        raise KeysMissing("/somewhere")

    result = CliRunner().invoke(inbox_app(open_inbox, str), ["list"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "/somewhere" in result.stderr


# What citizens write


EVIL = "\x1b]0;weg\x07\x1b[2J\u202e[red]\u009b31m[/red]\nEve"


@pytest.mark.parametrize(
    "field", ["name", "phone", "reason", "text", "topic", "wish", "office", "interpreter"]
)
def test_control_characters_and_markup_are_harmless(desk, field):
    desk.put(a_full_ticket(**{field: EVIL}))
    for arguments in (
        ["list"],
        ["show", CODE],
        ["show", CODE, "--reveal"],
        ["show", CODE, "--reveal", "--json"],
    ):
        printed = desk.prints(*arguments, width=400)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    assert "[red]31m[/red] Eve" in desk.prints("show", CODE, "--reveal", width=400)
    assert desk.objects("show", CODE, "--reveal")[field] == EVIL


def test_a_colleagues_name_is_harmless_too(desk):
    desk.put(a_ticket(state=State.TAKEN, taken_by=EVIL, lease_until=NOW + timedelta(hours=1)))
    for printed in (desk.prints("list", width=400), desk.prints("show", CODE), desk.refuses("take", CODE)):
        assert "\x1b" not in printed
        assert "Eve" in printed
