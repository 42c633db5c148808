"""Two hundred slips in good files are each reported where they were made; valid edits are let through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from bot.content.faq_files import check_faq
from bot.core.knowledge import Problem
from tests.content.faq_folder import a_faq
from tests.content.mutate import Files
from tests.content.mutations import MUTATIONS
from tests.content.valid_edits import EDITS, Edit

REAL = Path(__file__).parents[2] / "faq"
_DICE = Random(20261122)
SEEDS = [_DICE.randrange(1 << 32) for _ in range(200)]
KINDS = [*MUTATIONS] * (len(SEEDS) // len(MUTATIONS) + 1)
EVERY = 5
"""One slip in so many is made in the real files: they are large, so each takes half a second."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge base that is shipped."""
    return copytree(REAL, tmp_path_factory.mktemp("real") / "faq")


def files_in(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


@contextmanager
def changed(folder: Path, changes: dict[str, str | bytes | None]) -> Iterator[list[Problem]]:
    """What is wrong after the changes, which are undone afterwards."""
    before = {name: path.read_bytes() if (path := folder / name).exists() else None for name in changes}
    try:
        write(folder, changes)
        yield check_faq(folder)[1]
    finally:
        write(folder, before)


def write(folder: Path, changes: dict[str, str | bytes | None] | dict[str, bytes | None]) -> None:
    for name, content in changes.items():
        path = folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("number", "seed", "kind"), [*zip(range(200), SEEDS, KINDS, strict=False)])
def test_a_slip_is_reported_where_it_was_made(
    tmp_path: Path, real: Path, number: int, seed: int, kind: str
) -> None:
    """Without a traceback, at the line that an editor has to look at (a slip in the syntax: or the next)."""
    folder = real if number % EVERY == 0 else a_faq(tmp_path)
    slip = MUTATIONS[kind](Random(seed), files_in(folder))

    with changed(folder, {slip.file: slip.content}) as problems:
        here = [problem for problem in problems if problem.place.file == f"faq/{slip.file}"]
        there = [problem for problem in here if problem.rule == slip.rule]
        assert any(slip.first <= problem.place.line <= slip.last for problem in there), (
            slip.rule,
            (slip.first, slip.last),
            [*map(str, here)],
        )
        assert all(problem.text.strip() and problem.rule for problem in problems)


@pytest.fixture(scope="module")
def known(real: Path) -> list[Problem]:
    """What is wrong in the shipped files already: another test's business."""
    return check_faq(real)[1]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_valid_edit_is_let_through(tmp_path: Path, real: Path, known: list[Problem], edit: Edit) -> None:
    good = a_faq(tmp_path)
    with changed(good, edit(files_in(good))) as problems:
        assert [*map(str, problems)] == []
    with changed(real, edit(files_in(real))) as problems:
        assert [str(problem) for problem in problems if problem not in known] == []


def test_there_are_as_many_as_promised() -> None:
    assert (len(set(SEEDS)), len(EDITS) >= 20) == (200, True)
    assert set(KINDS[: len(SEEDS)]) == set(MUTATIONS), "each kind of slip is made at least once"
