"""What is hidden in a table cannot be computed from what is shown."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.suppression import FEWEST, Table, protected, shown

SMALL = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 12, 40])
GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(SMALL, min_size=width, max_size=width), min_size=1, max_size=7)
)


def a_table(grid: list[list[int]]) -> Table:
    rows, columns = [f"r{r}" for r in range(len(grid))], [f"c{c}" for c in range(len(grid[0]))]
    counts = {(rows[r], columns[c]): n for r, line in enumerate(grid) for c, n in enumerate(line)}
    return protected(counts, rows, columns)


def seen(table: Table) -> list[list[int | None]]:
    """The table with its sums as one grid."""
    body = [[*cells, whole] for cells, whole in zip(table.cells, table.row_sums, strict=True)]
    return [*body, [*table.column_sums, table.total]]


def true(grid: list[list[int]]) -> list[list[int]]:
    body = [[*line, sum(line)] for line in grid]
    return [*body, [sum(column) for column in zip(*body, strict=True)]]


@given(GRIDS)
def test_what_is_shown_is_true_and_of_nobody_or_enough(grid):
    for shown_line, line in zip(seen(a_table(grid)), true(grid), strict=True):
        for one, n in zip(shown_line, line, strict=True):
            assert one is None or (one == n and (n == 0 or n >= FEWEST))


BRIDGE = [[0, 2, 0, 2], [8, 0, 2, 8], [0, 0, 0, 0], [0, 8, 0, 0], [2, 0, 2, 8], [8, 8, 0, 0]]
"""Two or more are hidden in each row and column, and yet one could be computed from several of them."""


@given(GRIDS)
@example(BRIDGE)
def test_no_hidden_count_can_be_computed(grid):
    """As an attacker would: every sum of the table is an equation, every hidden count an unknown."""
    found, numbers = seen(a_table(grid)), true(grid)
    height, width = len(found), len(found[0])
    unknown = [place for place in product(range(height), range(width)) if found[place[0]][place[1]] is None]
    lines = [[(r, c) for c in range(width)] for r in range(height)]
    lines += [[(r, c) for r in range(height)] for c in range(width)]
    equations = np.array(
        [[0 if place not in line else -1 if place == line[-1] else 1 for place in unknown] for line in lines]
    ).reshape(len(lines), len(unknown))
    rank = np.linalg.matrix_rank(equations) if unknown else 0
    for place in range(len(unknown)):
        alone = np.eye(1, len(unknown), place)
        assert np.linalg.matrix_rank(np.vstack([equations, alone])) > rank
    # With none below 1, any of them may be one more or less while the others make up for it.
    assert all(numbers[r][c] > 0 for r, c in unknown)


@given(GRIDS)
def test_what_is_hidden_in_a_row_or_column_is_together_not_few(grid):
    found, numbers = seen(a_table(grid)), true(grid)
    turned = (
        [list(column) for column in zip(*found, strict=True)],
        [list(c) for c in zip(*numbers, strict=True)],
    )
    for lines, wholes in ((found, numbers), turned):
        for line, counts in zip(lines, wholes, strict=True):
            hidden = [n for one, n in zip(line[:-1], counts[:-1], strict=True) if one is None]
            assert line[-1] is None or not hidden or sum(hidden) >= FEWEST


@given(GRIDS)
def test_the_sum_of_all_is_shown_whenever_it_may_be(grid):
    """So that two tables over the same things never differ in it."""
    assert a_table(grid).total == shown(sum(map(sum, grid)))


@given(st.lists(SMALL, min_size=1, max_size=8))
def test_a_list_keeps_its_secrets_too(counts):
    table = a_table([[count] for count in counts])
    hidden = [n for n, (one,) in zip(counts, table.cells, strict=True) if one is None]
    assert table.total is None or not hidden or (len(hidden) > 1 and sum(hidden) >= FEWEST)


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ([10, 20], [10, 20]),
        ([10, 3, 20], [None, None, 20]),
        ([10, 0, 3, 20], [None, 0, None, 20]),
        ([4, 3, 20], [None, None, 20]),
        ([1, 1, 8, 20], [None, None, None, 20]),
        ([3], [None]),
        ([0, 0], [0, 0]),
        ([], []),
    ],
)
def test_beside_a_small_count_the_next_smallest_is_hidden(counts, cells):
    rows = [str(place) for place in range(len(counts))]
    table = protected({(row, ""): n for row, n in zip(rows, counts, strict=True)}, rows, [""])
    assert [one for (one,) in table.cells] == cells
    assert table.hides is (None in cells)


def test_a_table_without_small_counts_is_shown_whole():
    table = a_table([[10, 20], [30, 40]])
    assert (table.cells, table.row_sums, table.column_sums, table.total) == (
        ((10, 20), (30, 40)),
        (30, 70),
        (40, 60),
        100,
    )
    assert table.column("c1") == (20, 40)
    assert not table.hides
