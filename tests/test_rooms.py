"""Which room may know which: the picture of the design, held against every import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
FILES = sorted(BOT.rglob("*.py"))

ROOMS = {
    "core": set(),
    "storage": {"core"},
    "content": {"core"},
    "assistant": {"core"},
    "citizens": {"core", "content", "assistant"},
    "editors": {"core", "content", "assistant"},
    "caseworkers": {"core", "content"},
    "web": {"core"},  # and the packages of pages, see below
    "health": {"core"},
    "config": {"addresses"},
    "addresses": set(),
    "errors": set(),
    "logs": set(),
}
"""Room -> rooms that it may import, besides itself and ``errors``. The others may import all."""
# operators opens the store itself, because backups and restores act on files: the outermost layer, like app.
EVERYTHING = {
    "app",
    "opening",
    "site",
    "beside",
    "__main__",
    "live",
    "clockwork",
    "checkup",
    "operators",
    "__init__",
}

PAGES = re.compile(r"bot\.\w+\.pages\b")
"""Views, templates and static files of a counter: all that the site may know of it."""

THIRD_PARTIES = {
    "telegram": re.compile(r"citizens/telegram_\w+\.py"),
    "django": re.compile(r"web/|\w+/pages/"),
    "ninja": re.compile(r"\w+/pages/"),
    "allauth": re.compile(r"web/"),
    "axes": re.compile(r"web/"),
    "csp": re.compile(r"web/"),
    "uvicorn": re.compile(r"web/"),
    "sqlite3": re.compile(r"storage/"),
    "aiosqlite": re.compile(r"storage/"),
    "pysqlite3": re.compile(r"storage/"),
    "yaml": re.compile(r"content/|editors/"),
    "ruamel": re.compile(r"content/|editors/"),
}
"""Library -> where alone it may be imported."""

IMPURE = {
    "time",
    "random",
    "secrets",
    "threading",
    "asyncio",
    "os",
    "pathlib",
    "io",
    "socket",
    "uuid",
    "subprocess",
}
SQL = re.compile(r"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)\b", re.DOTALL)
GERMAN = re.compile(r"\b(ist|nicht|bitte|Sie|und|wird|haben|kann|keine|Ihre|noch)\b")


def room_of(path: Path) -> str:
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every imported module, also those inside functions."""
    package = ("bot", *path.relative_to(BOT).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield module, node.lineno
            if module == "bot":
                yield from ((f"bot.{alias.name}", node.lineno) for alias in node.names)


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """Every string that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", [])
        if isinstance(node, documented) or isinstance(body, list):
            for statement in body if isinstance(body, list) else []:
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    docstrings.add(id(statement.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value, node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(BOT)))
def test_a_room_imports_only_what_it_may_know(path):
    room = room_of(path)
    if room in EVERYTHING:
        return
    allowed = ROOMS[room] | {room, "errors"}
    for module, line in imports(path):
        if module.startswith("bot.") and not (room == "web" and PAGES.match(module)):
            assert module.split(".")[1] in allowed, f"{path}:{line} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(BOT)))
def test_a_library_stays_in_its_place(path):
    here = path.relative_to(BOT).as_posix()
    for module, line in imports(path):
        place = THIRD_PARTIES.get(module.split(".")[0])
        assert place is None or place.match(here), f"{path}:{line} imports {module}"


@pytest.mark.parametrize(
    "path", [f for f in FILES if room_of(f) == "core"], ids=lambda p: str(p.relative_to(BOT))
)
def test_the_core_has_no_clock_file_thread_or_chance(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    for module, line in imports(path):
        assert module.split(".")[0] not in IMPURE, f"{path}:{line} imports {module}"
    for node in ast.walk(tree):
        if not path.name.startswith("ports"):
            assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), f"{path}:{node.lineno} awaits"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("open", "print", "input"), f"{path}:{node.lineno} calls {called}"
            assert not re.search(r"\b(datetime\.now|datetime\.utcnow|date\.today)$", called), (
                f"{path}:{node.lineno}"
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(BOT)))
def test_sql_stands_in_storage_only(path):
    if room_of(path) == "storage":
        return
    for text, line in strings(path):
        assert not SQL.search(text), f"{path}:{line}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(BOT)))
def test_german_sentences_stand_in_the_texts(path):
    """Only where editors, caseworkers and operators are spoken to may German stand in code."""
    here = path.relative_to(BOT).as_posix()
    if room_of(path) not in ("core", "assistant", "citizens", "storage"):
        return
    if here.startswith(("core/matching/", "core/appointments", "core/redaction/")):
        return
    for text, line in strings(path):
        assert len(GERMAN.findall(text)) < 2 or len(text.split()) < 4, f"{path}:{line}: {text!r}"


def test_no_folder_or_module_hides_a_library_or_an_idea():
    names = {path.stem for path in (*BOT.rglob("*"), *(ROOT / "tests").rglob("*"))}
    assert not names & {"telegram", "utils", "helpers", "misc"}


def test_modules_stay_readable():
    """Past 350 lines there is a missing idea."""
    long = {str(path): count for path in FILES if (count := len(path.read_text().splitlines())) > 350}
    assert not long
