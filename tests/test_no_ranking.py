"""Nobody is measured: no figure, order, filter or export by employee. (PERSONALRAT.md promises it.)"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.caseworkers.export import Around, columns_of
from bot.caseworkers.objects import exported_object
from bot.core import statistics
from bot.core.knowledge import KnowledgeBase
from bot.core.tickets import State
from tests.builders import NOW, a_ticket
from tests.test_rooms import BOT, FILES, strings

NAME = r"(who|taken_by|by|given_by|ended_by|name|account|staff|user)"
"""Columns in which an employee may stand."""
RANKING = re.compile(rf"\b(GROUP|ORDER|PARTITION)\s+BY\b[^;)]*\b{NAME}\b", re.IGNORECASE)
COUNTING = re.compile(rf"\bcount\s*\(\s*(DISTINCT\s+)?{NAME}\s*\)", re.IGNORECASE)
PEOPLE = {"who", "by", "taken_by", "caseworker", "staff", "employee", "mitarbeiter", "von", "wer"}
"""Words under which a link could ask for somebody."""
PAGES = sorted((BOT / "caseworkers" / "pages").rglob("*.py")) + sorted((BOT / "web").rglob("*.py"))
PATHS = re.compile(r"""path\(\s*"([^"]*)\"""")


@pytest.mark.parametrize("path", sorted((BOT / "storage").glob("*.py")), ids=lambda path: path.name)
def test_no_query_counts_or_sorts_by_employee(path):
    for text, line in strings(path):
        assert not RANKING.search(text), f"{path}:{line}: {text}"
        assert not COUNTING.search(text), f"{path}:{line}: {text}"


@pytest.mark.parametrize("path", sorted((BOT / "storage" / "migrations").glob("*.sql")), ids=lambda p: p.name)
def test_no_index_and_no_view_is_by_employee(path):
    sql = path.read_text(encoding="utf-8")
    assert not RANKING.search(sql)
    assert not COUNTING.search(sql)
    for columns in re.findall(r"\bINDEX\s+\w+\s+ON\s+\w+\s*\(([^)]*)\)", sql, re.IGNORECASE):
        assert not re.search(rf"\b{NAME}\b", columns), f"{path}: {columns}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(BOT)))
def test_no_address_and_no_parameter_names_an_employee(path):
    source = path.read_text(encoding="utf-8")
    for address in PATHS.findall(source):
        words = set(re.findall(r"[a-z_]+", address.lower()))
        assert not words & PEOPLE, f"{path}: {address}"
    for asked in _asked(ast.parse(source)):
        assert asked not in PEOPLE, f"{path}: GET {asked}"


def test_tickets_are_asked_for_by_holder_for_two_reasons_only():
    """One's own; and those that lie with an absent colleague, to be given back to all."""
    asked = {
        (path.relative_to(BOT).as_posix(), ast.unparse(keyword.value))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "TicketFilter"
        for keyword in node.keywords
        if keyword.arg == "taken_by"
    }
    assert asked == {
        ("caseworkers/cli/options.py", "caseworker(who) if self.mine else ''"),
        ("caseworkers/asides.py", "of"),
    }


def test_no_export_names_an_employee():
    """A column of names in Excel is one click away from a ranking."""
    held = a_ticket(taken_by="Kaya", state=State.TAKEN, lease_until=NOW)
    around = Around(KnowledgeBase(), NOW)
    cells = [column(held, around) for column in columns_of(True).values()]
    assert not [cell for cell in (*cells, *exported_object(held, around, True).values()) if cell == "Kaya"]


def test_what_is_counted_knows_no_employee():
    kinds = [kind for kind in vars(statistics).values() if dataclasses.is_dataclass(kind)]
    assert len(kinds) >= 5
    for kind in kinds:
        assert not {field.name for field in dataclasses.fields(kind)} & (PEOPLE | {"name", "account"})


def test_the_page_for_the_staff_council_is_there():
    page = Path(__file__).parent.parent / "PERSONALRAT.md"
    assert "Auswertung nach Personen gibt es nicht" in page.read_text(encoding="utf-8")


def _asked(tree: ast.AST) -> Iterator[str]:
    """Names that are read from ``request.GET``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and re.search(r"\bGET\.(get|getlist)$", ast.unparse(node.func)):
            yield from (arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant))
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith(".GET"):
            yield ast.unparse(node.slice).strip("'\"")
