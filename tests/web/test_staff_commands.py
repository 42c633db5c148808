"""``staff``: what an operator types and reads, and what of it stands in the audit."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
import typer
from typer.testing import CliRunner

from bot.operators import Installation, Personnel, Site, staff_app
from bot.storage.store import open_store
from bot.web.accounts.models import Account
from tests.builders import NOW
from tests.caseworkers.conftest import KB
from tests.site import an_account


class Operator:
    """Types commands; the database is made, and Django is configured here already."""

    def __init__(self, folder, app=staff_app) -> None:
        self.url, self.keys = f"sqlite:///{folder}/bot.db", folder / "secrets"
        asyncio.run(self._acts())
        site = Site(lambda: None, lambda: KB, lambda: "https://posteingang.example")
        place = Installation(self.url, self.keys, 30, 90)
        personnel = Personnel(site, lambda: place, lambda name: name or "Olga", lambda: NOW)
        self.app = app(personnel, self._finish)

    @staticmethod
    def _finish(work):
        raise typer.Exit(asyncio.run(work))

    def run(self, *arguments):
        return CliRunner().invoke(self.app, arguments)

    def prints(self, *arguments) -> str:
        result = self.run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    def refuses(self, *arguments, code=1) -> str:
        result = self.run(*arguments)
        assert (result.exit_code, result.stdout) == (code, "")
        return result.stderr

    def acts(self) -> list[tuple[str, str, str, str]]:
        return asyncio.run(self._acts())

    async def _acts(self):
        store = await open_store(self.url, self.keys, lambda: NOW)
        found = [(act.who, act.what, act.subject, act.detail) for _, act in reversed(await store.acts())]
        await store.close()
        return found


@pytest.fixture
def operator(transactional_db, tmp_path):
    return Operator(tmp_path)


def test_a_new_account_is_a_link_and_an_act(operator):
    said = operator.prints("add", "Kaya", "--role", "caseworker", "--office", "Bocholt", "--office", "ahaus")
    assert re.match(r"https://posteingang\.example/einladung/[\w-]{43}/\n", said)
    assert "15 Minuten" in said
    account = Account.objects.get()
    assert (account.name, account.is_for.value, account.office_ids) == (
        "Kaya",
        "caseworker",
        ("bocholt", "ahaus"),
    )
    assert not account.has_usable_password()
    assert operator.acts() == [("Olga", "staff_added", "Kaya", "caseworker bocholt ahaus")]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--role", "caseworker"), "--office"),
        (("--role", "caseworker", "--office", "Hamburg"), "Hamburg"),
        (("--role", "editor", "--office", "Bocholt"), "sieht keine Anliegen"),
    ],
)
def test_what_makes_no_sense_makes_no_account(operator, arguments, complaint):
    assert complaint in operator.refuses("add", "Kaya", *arguments, code=2)
    assert not Account.objects.exists()
    assert operator.acts() == []


@pytest.mark.parametrize("name", ["citizen", "Bot", " ", "x" * 61])
def test_a_name_that_would_mean_something_else_is_refused(operator, name):
    assert "Name" in operator.refuses("add", name, "--role", "admin", code=2)


def test_a_name_is_taken_however_it_is_written(operator):
    operator.prints("add", "Kaya", "--role", "admin")
    assert "staff reset" in operator.refuses("add", "KAYA", "--role", "lead")


def test_reset_makes_a_new_link_and_ends_what_was(operator):
    an_account("Kaya")
    said = operator.prints("reset", "kaya")
    assert "/einladung/" in said
    assert not Account.objects.get().has_usable_password()
    assert operator.acts()[-1][:2] == ("Olga", "staff_reset")


def test_who_is_not_known_is_told_so_and_nothing_is_recorded(operator):
    for command in ("reset", "remove", "unlock"):
        assert "gibt es nicht" in operator.refuses(command, "Niemand")
    assert operator.acts() == []


def test_removed_is_removed(operator):
    an_account("Kaya")
    assert "ist weg" in operator.prints("remove", "Kaya")
    assert not Account.objects.exists()
    assert operator.acts() == [("Olga", "staff_removed", "Kaya", "")]


def test_the_list_says_who_can_do_what(operator):
    assert "Noch keine Konten" in operator.prints("list")
    an_account("Kaya", offices=("bocholt",))
    operator.prints("add", "Mo", "--role", "lead")
    kaya, mo = operator.prints("list").splitlines()
    assert kaya == "Kaya · Sachbearbeitung · Bocholt · App · noch nie da"
    assert mo.startswith("Mo · Leitung · kein zweiter Faktor · noch nie da · Link gilt bis ")
    assert [one["role"] for one in json.loads(operator.prints("list", "--json"))] == ["caseworker", "lead"]
