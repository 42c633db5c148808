"""The operator's commands: what they print, what they refuse, how they end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.core.audit import Act, Deed
from bot.core.talk import ForgetMe, Later
from bot.operators import Installation, add_commands
from bot.storage.lock import ProcessLock
from bot.storage.store import SqliteStore, open_store
from tests.builders import (
    NOW,
    a_chat,
    a_received,
    a_say,
    a_session,
    a_ticket,
    a_ticket_event,
    a_turn,
    an_incoming,
    an_opening,
)

HERE, THERE = a_chat("4711"), a_chat("4712")
PERSONAL = ("Ayşe", "Öztürk", "+4915112345678")


class Machine:
    """One installation; the clock stands at NOW until a test moves it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.time = folder / "var", NOW
        self.place = Installation(f"sqlite:///{self.folder}/bot.db", folder / "secrets", 30, 90)
        self.app = typer.Typer()
        add_commands(
            self.app, lambda: self.place, self._finish, lambda name: name or "Olga", lambda: self.time
        )

    @staticmethod
    def _finish(work):
        raise typer.Exit(asyncio.run(work))

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqliteStore]:
        store = await open_store(self.place.database, self.place.secrets, lambda: self.time)
        try:
            yield store
        finally:
            await store.close()

    def does(self, act: Callable[[SqliteStore], Awaitable[object]]) -> object:
        """Let *act* happen to the store, outside of any command."""

        async def within():
            async with self.store() as store:
                return await act(store)

        return asyncio.run(within())

    def run(self, *arguments: object, given: str = "") -> Result:
        return CliRunner().invoke(self.app, [str(one) for one in arguments], input=given)

    def prints(self, *arguments: object, given: str = "") -> str:
        """What it prints when all is fine."""
        result = self.run(*arguments, given=given)
        assert (result.exit_code, result.stderr.strip()) == (0, "Telefonnummer:" if given else "")
        return result.stdout

    def objects(self, *arguments: object):
        return json.loads(self.prints(*arguments, "--json"))

    def refuses(self, *arguments: object, code: int = 1) -> str:
        """What it says when it does nothing."""
        result = self.run(*arguments)
        assert (result.exit_code, "Traceback" in result.output) == (code, False)
        return result.stderr

    def backups(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "backups").glob("*"))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def office(machine: Machine) -> Machine:
    """A citizen with a ticket and a draft, and another one."""

    async def act(store):
        await store.receive(a_received("unheard", HERE))
        session = a_session(draft={"name": "Ayşe"}, town="Ahaus")
        ticket = a_ticket(text="Bitte\x1b[2J laut")
        turn = a_turn(a_say("unsent"), session=session, orders=(an_opening(ticket), Later(NOW, "overdue")))
        await store.save_turn(an_incoming(chat=HERE), turn, NOW)
        other = a_turn(orders=(an_opening(code="BBBBBB", name="Kim", phone="+4917112345678"),))
        await store.save_turn(an_incoming(chat=THERE), other, NOW)

    machine.does(act)
    return machine


def events(machine, code="K7M3PQ"):
    return [(event.who, event.what) for event in machine.does(lambda store: store.events(code))]


def forget(machine, chat=HERE):
    asked = a_turn(orders=(ForgetMe(),))
    machine.does(lambda store: store.save_turn(an_incoming(chat=chat), asked, machine.time))


# backup


def test_a_backup_says_where_it_is_and_that_the_keys_are_not_in_it(office):
    printed = office.prints("backup")
    assert office.backups() == ["bot-20261123-1000.bak"]
    assert f"{office.folder}/backups/bot-20261123-1000.bak" in printed
    assert "2 Nachrichten" in printed
    assert str(office.place.secrets) in printed
    assert "selbst löschen" not in printed


def test_a_backup_elsewhere_is_the_operators_own(office, tmp_path):
    assert "selbst löschen" in office.prints("backup", tmp_path / "mine.bak")
    assert (tmp_path / "mine.bak").exists()


def test_a_backup_tells_scripts_what_was_made(office):
    made = office.objects("backup")
    assert made["file"].endswith("backups/bot-20261123-1000.bak")
    assert made["size"] == Path(made["file"]).stat().st_size
    assert (made["tickets"], made["deleted"]) == (2, 0)


@pytest.mark.parametrize(
    ("present", "wrong"),
    [(b"Liebe Kollegin,", "nicht lesbar (file is not a database)"), (None, "nicht mehr")],
)
def test_a_backup_without_the_accounts_is_made_and_a_nightly_job_notices(office, present, wrong):
    office.does(lambda store: store.record(Act(NOW, "Olga", Deed.STAFF_ADDED, "Kaya")))
    if present:
        (office.folder / "bot-accounts.db").write_bytes(present)
    said = office.refuses("backup", code=3)
    assert said.startswith("ACHTUNG: Die Konten des Posteingangs fehlen in dieser Sicherung")
    assert f"{office.folder}/bot-accounts.db" in said
    assert wrong in said
    assert office.backups() == ["bot-20261123-1000.bak"]
    told = office.run("backup", office.folder / "again.bak", "--json")
    assert (told.exit_code, json.loads(told.stdout)["accounts"]) == (3, None)


def test_backups_older_than_30_days_go_when_a_new_one_is_made(office):
    for _ in range(4):
        office.prints("backup")
        office.time += timedelta(days=15)
    assert office.backups() == ["bot-20261208-1000.bak", "bot-20261223-1000.bak", "bot-20270107-1000.bak"]


def test_a_second_backup_within_the_minute_is_refused(office):
    office.prints("backup")
    assert "gibt es schon" in office.refuses("backup")
    assert len(office.backups()) == 1


def test_without_a_database_every_command_says_so_and_makes_none(machine):
    for command in (["backup"], ["retention"], ["citizen", "show", "--code", "K7M-3PQ"]):
        assert "gibt es keine Datenbank" in machine.refuses(*command)
    assert not machine.folder.exists()


# restore


def test_a_restore_says_what_it_brought_and_where_the_rest_is(office):
    office.prints("backup")
    forget(office)
    office.time += timedelta(days=1)
    printed = office.prints("restore", office.folder / "backups/bot-20261123-1000.bak")
    assert "Stand vom 23.11.2026, 10:00 Uhr mit 2 Nachrichten" in printed
    assert "auch hier gelöscht: 1 Nachricht." in printed
    assert f"{office.folder}/bot.db.before-restore-20261124-090000" in printed
    assert office.does(lambda store: store.ticket("K7M3PQ")).forgotten


def test_while_a_bot_runs_nothing_is_restored(office):
    office.prints("backup")
    with ProcessLock(office.folder / "bot.db"):
        said = office.refuses("restore", office.folder / "backups/bot-20261123-1000.bak")
    assert "Der Bot läuft noch (Prozess " in said


def test_that_deletions_may_have_come_back_is_said_loudly(office):
    office.prints("backup")
    (office.folder / "bot.db").write_bytes(b"Liebe Kollegin,")
    result = office.run("restore", office.folder / "backups/bot-20261123-1000.bak")
    assert (result.exit_code, result.stderr.split(":")[0]) == (0, "ACHTUNG")


def test_a_file_that_is_no_backup_is_named(office, tmp_path):
    (tmp_path / "letter.bak").write_text("Liebe Kollegin,")
    said = office.refuses("restore", tmp_path / "letter.bak")
    assert "letter.bak" in said
    assert "keine Sicherung dieses Programms" in said
    assert "gibt es nicht" in office.refuses("restore", tmp_path / "none.bak")


def test_without_keys_the_folder_is_named(office):
    office.prints("backup")
    shutil.rmtree(office.place.secrets)
    said = office.refuses("restore", office.folder / "backups/bot-20261123-1000.bak")
    assert str(office.place.secrets) in said


# retention


def old_tickets(machine, count, days=91):
    async def act(store):
        for number in range(count):
            opening = an_opening(code=f"AAAA{number:02}", created_at=machine.time - timedelta(days=days))
            await store.save_turn(an_incoming(), a_turn(orders=(opening,)), machine.time)

    machine.does(act)


def test_the_preview_changes_nothing_and_says_so(office):
    old_tickets(office, 3)
    for _ in range(2):
        printed = office.prints("retention")
        assert "Zu löschen (3 von 5 Nachrichten)" in printed
        assert "Andere Nachrichten, älter als 90 Tage " in printed
        assert "Gelöscht wurde nichts" in printed
    assert office.objects("retention") == {
        "settled": 0,
        "unsettled": 3,
        "there": 5,
        "drafts": 0,
        "traces": 0,
        "events": 0,
        "messages": 0,
        "history": 0,
        "deletions": 0,
        "acts": 0,
        "orders": 0,
        "copies": 0,
        "in_vain": 0,
        "doubt": None,
    }


def test_retention_can_be_done_at_once(office):
    old_tickets(office, 3)
    assert "Gelöscht: 3 Nachrichten" in office.prints("retention", "--delete")
    assert office.objects("retention")["unsettled"] == 0


def test_too_much_at_once_is_refused_until_it_is_answered_for(office):
    old_tickets(office, 20)
    preview = office.run("retention")
    assert (preview.exit_code, "20 von 22 Nachrichten" in preview.stderr) == (0, True)
    said = office.refuses("retention", "--delete")
    assert "20 von 22 Nachrichten" in said
    assert "retention --delete --force" in said
    assert office.objects("retention", "--delete", "--force")["unsettled"] == 20
    assert office.objects("retention")["there"] == 2


@pytest.mark.parametrize(("days", "word"), [(2, "gesprungen"), (-2, "frühere Zeit")])
def test_with_a_doubtful_clock_the_clock_is_named(office, days, word):
    office.time += timedelta(days=days)
    said = office.refuses("retention", "--delete")
    assert word in said
    assert "Datum und Uhrzeit" in said


def test_force_alone_is_wrong_use(office):
    assert "--delete" in office.refuses("retention", "--force", code=2)


# citizen show


@pytest.mark.parametrize(
    "person", [["--code", "k7m-3pq"], ["--phone", "01511 2345678"], ["--phone", "+4915112345678"]], ids=str
)
def test_shown_is_everything_in_words(office, person):
    printed = office.prints("citizen", "show", *person)
    assert "nur der Person selbst" in printed
    for line in (
        "Nachrichten                      K7M-3PQ",
        "Eingänge, noch nicht bearbeitet  1",
        "Adresse im Kanal: 4711",
        "Name: Ayşe Öztürk",
        "Telefon: +4915112345678",
        "Gesendet am: 23.11.2026, 10:00 Uhr",
        "(1) unheard",
    ):
        assert line in printed
    assert "Kim" not in printed
    assert "\x1b" not in printed


def test_shown_is_everything_for_programs(office):
    (found,) = office.objects("citizen", "show", "--code", "K7M-3PQ")
    assert found["counts"] == {"tickets": 1, "timers": 1, "unsent": 1, "unheard": 1, "in_vain": 0}
    assert found["chat"] == {"channel": "telegram", "address": "4711"}
    assert found["session"]["draft"] == {"name": "Ayşe"}
    (ticket,) = found["tickets"]
    assert (ticket["code"], ticket["text"]) == ("K7M-3PQ", "Bitte\x1b[2J laut")
    assert ticket["created_at"] == "2026-11-23T09:00:00+00:00"
    assert [event["what"] for event in ticket["events"]] == ["opened", "disclosed"]
    assert [message["parts"] for message in found["unsent"]] == [["unsent"]]
    assert (found["timers"][0]["name"], found["unheard"]) == ("overdue", ["unheard"])


def test_who_has_seen_it_stands_in_the_history(office):
    office.prints("citizen", "show", "--code", "K7M-3PQ", "--as", "Kaya")
    office.prints("citizen", "show", "--phone", "01511 2345678")
    assert events(office) == [("citizen", "opened"), ("Kaya", "disclosed"), ("Olga", "disclosed")]
    assert events(office, "BBBBBB") == [("citizen", "opened")]


def test_the_number_can_be_typed_so_that_no_shell_remembers_it(office):
    assert "Ayşe Öztürk" in office.prints("citizen", "show", "--phone", "-", given="0151 12345678\n")


def test_who_types_no_number_ends_without_a_traceback(office):
    assert "Abgebrochen" in office.refuses("citizen", "show", "--phone", "-")


@pytest.mark.parametrize(
    "person",
    [
        [],
        ["--code", "K7M-3PQ", "--phone", "01511 2345678"],
        ["--code", "K7M-3P0"],
        ["--phone", "zwölf"],
        ["--phone", "110"],
        ["--code", "K7M-3PQ", "--as", "citizen"],
    ],
    ids=str,
)
@pytest.mark.parametrize("command", ["show", "forget"])
def test_what_can_mean_nothing_is_wrong_use(machine, command, person):
    assert machine.refuses("citizen", command, *person, code=2)


@pytest.mark.parametrize(
    ("person", "word"), [(["--code", "AAA-AAA"], "AAA-AAA"), (["--phone", "0171 1234567"], "nichts")]
)
def test_who_is_not_known_is_told_so(office, person, word):
    for command in ("show", "forget"):
        assert word in office.refuses("citizen", command, *person)


# citizen forget


def test_without_yes_it_only_says_what_would_go_and_shows_nothing_personal(office):
    result = office.run("citizen", "forget", "--code", "K7M-3PQ")
    assert result.exit_code == 1
    assert "Gelöscht wurde nichts" in result.stderr
    assert "K7M-3PQ" in result.stdout
    assert not [word for word in PERSONAL if word in result.output]
    assert events(office) == [("citizen", "opened")]


@pytest.mark.parametrize("person", [["--code", "K7M-3PQ"], ["--phone", "01511 2345678"]], ids=str)
def test_forgotten_is_all_of_this_person_and_nobody_elses(office, person):
    assert "Gelöscht." in office.prints("citizen", "forget", *person, "--yes", "--as", "Kaya")
    ticket = office.does(lambda store: store.ticket("K7M3PQ"))
    assert (ticket.forgotten, ticket.name, ticket.phone, ticket.text) == (True, "", "", "")
    assert events(office) == [("citizen", "opened"), ("Kaya", "forgotten")]
    assert office.does(lambda store: store.ticket("BBBBBB")).name == "Kim"
    assert "sind gelöscht" in office.refuses("citizen", "show", "--code", "K7M-3PQ")
    assert "nichts gespeichert" in office.refuses("citizen", "show", "--phone", "01511 2345678")


def test_forgetting_by_number_takes_every_chat_in_which_it_stands(office):
    async def act(store):
        again = a_turn(orders=(an_opening(code="CCCCCC"),))
        await store.save_turn(an_incoming(chat=a_chat("4713")), again, NOW)
        await store.log_event("CCCCCC", a_ticket_event("noted", who="Kaya", detail="Remark"))

    office.does(act)
    printed = office.prints("citizen", "forget", "--phone", "01511 2345678", "--yes")
    assert printed.count("Gespeichert zu einem Chat") == 2
    for code in ("K7M3PQ", "CCCCCC"):
        assert office.does(lambda store, code=code: store.ticket(code)).forgotten


# The audit


def recorded(office, count):
    async def act(store):
        for _ in range(count):
            await store.record(Act(NOW, "Kaya", "signed_in"))

    office.does(act)


def test_an_untouched_record_is_said_to_be_so_with_its_mark(office):
    recorded(office, 3)
    printed = office.prints("audit", "verify")
    assert "unverändert: 3 Einträge" in printed
    mark = re.search(r"audit verify (3-[0-9a-f]{16})", printed).group(1)
    assert "unverändert" in office.prints("audit", "verify", mark)
    found = office.objects("audit", "verify")
    assert (found["last"], found["mark"], found["flaws"]) == (3, mark, [])


def test_what_was_tampered_with_is_named(office):
    recorded(office, 3)
    with contextlib.closing(sqlite3.connect(office.folder / "bot.db", isolation_level=None)) as db:
        db.execute("DROP TRIGGER audit_trail_unchanged")
        db.execute("UPDATE audit_trail SET who = 'Mo' WHERE number = 2")
    result = office.run("audit", "verify")
    assert result.exit_code == 1
    assert "Eintrag 2 wurde verändert" in result.stdout


def test_a_record_that_does_not_reach_a_noted_mark_is_cut(office):
    recorded(office, 3)
    result = office.run("audit", "verify", "9-0123456789abcdef")
    assert result.exit_code == 1
    assert "Ab Eintrag 4 ist das Ende abgeschnitten" in result.stdout


def test_what_operators_do_with_peoples_data_is_recorded(office):
    office.prints("citizen", "show", "--code", "K7M-3PQ")
    office.prints("citizen", "forget", "--code", "K7M-3PQ", "--yes")
    found = office.does(lambda store: store.acts())
    assert [(act.who, act.what, act.subject) for _, act in reversed(found)] == [
        ("Olga", "disclosed", "K7M3PQ"),
        ("Olga", "disclosed", ""),
        ("Olga", "forgotten", "K7M3PQ"),
        ("Olga", "forgot", ""),
    ]
