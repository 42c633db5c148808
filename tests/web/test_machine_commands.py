"""``machine``: tokens of programs, made and revoked on the command line, and what the audit has of it."""

from __future__ import annotations

import json
import re

import pytest

from bot.core.staff import Scope
from bot.operators import machine_app
from bot.web.accounts import staff
from bot.web.accounts.machines import machine_of
from tests.site import an_account
from tests.web.test_staff_commands import Operator

ADD = ("add", "fachverfahren", "--scope", "work", "--office", "Bocholt", "--office", "ahaus")


@pytest.fixture
def operator(transactional_db, tmp_path):
    return Operator(tmp_path, machine_app)


def test_a_new_token_is_shown_once_and_opens_its_offices(operator):
    said = operator.prints(*ADD, "--as", "Ömer")
    token = re.match(r"(jcb_[\w-]{43})\n", said).group(1)
    machine = machine_of(token)
    assert (machine.name, machine.scope) == ("fachverfahren", Scope.WORK)
    assert machine.offices == ("bocholt", "ahaus")
    assert "https://posteingang.example/api/openapi.json" in said
    assert token not in operator.prints("list") + operator.prints("list", "--json")
    assert operator.acts() == [("Ömer", "machine_added", "fachverfahren", "work bocholt ahaus")]


def test_the_list_tells_what_each_may_and_when_it_was_there(operator):
    assert "machine add NAME --scope read" in operator.prints("list")
    token = operator.prints(*ADD).splitlines()[0]
    assert "fachverfahren · liest und bearbeitet · Bocholt, Ahaus · seit " in operator.prints("list")
    assert "noch nie da" in operator.prints("list")
    machine_of(token)
    assert "zuletzt da" in operator.prints("list")
    (row,) = json.loads(operator.prints("list", "--json"))
    assert (row["name"], row["scope"], row["offices"]) == ("fachverfahren", "work", ["bocholt", "ahaus"])


def test_a_revoked_token_opens_nothing_and_its_name_is_free(operator):
    token = operator.prints(*ADD).splitlines()[0]
    assert "gilt nicht mehr" in operator.prints("revoke", "fachverfahren")
    assert machine_of(token) is None
    assert operator.prints(*ADD).splitlines()[0] != token
    assert [act[1] for act in operator.acts()] == ["machine_added", "machine_revoked", "machine_added"]


@pytest.mark.parametrize(
    ("arguments", "complaint", "code"),
    [
        (("add", "fachverfahren", "--scope", "read"), "--office Bocholt", 2),
        (("add", "Fach Verfahren", "--scope", "read", "--office", "Bocholt"), "kleine Buchstaben", 2),
        (("add", "bot", "--scope", "read", "--office", "Bocholt"), "geht als Name nicht", 2),
        (("add", "fachverfahren", "--scope", "read", "--office", "Atlantis"), "Atlantis", 2),
        (("revoke", "fachverfahren"), "machine list", 1),
    ],
)
def test_what_does_not_go_is_said_and_leaves_nothing(operator, arguments, complaint, code):
    assert complaint in operator.refuses(*arguments, code=code)
    assert operator.acts() == []


def test_two_never_have_the_same_name(operator):
    """Histories name a person and a program in the same way."""
    operator.prints(*ADD)
    assert "machine revoke fachverfahren" in operator.refuses(*ADD)
    an_account("Telefonie")
    refusal = operator.refuses("add", "telefonie", "--scope", "read", "--office", "Bocholt")
    assert "heißt schon ein Konto" in refusal
    with pytest.raises(staff.StaffError, match="heißt schon ein Programm"):
        staff.add("Fachverfahren", "caseworker", [])
