"""Counts in which nobody finds a few people: small ones are hidden, and so many others that no
subtraction brings a hidden one back.

The rule is that of official statistics (primary and secondary suppression). A table with its sums is a
graph: rows and columns (the sums are a row and a column too) are its nodes, each hidden count joins two of
them. What is hidden can be computed exactly if its edge is a bridge, that is, if it lies on no circle: on a
circle one may add and take away 1 in turn, and all sums stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
"""Chats or tickets from which a count is shown; nothing of fewer is shown, nor can be computed."""

Shown = int | None
"""A count, or None: it is hidden. 0 never is: there is nobody of whom it could tell."""

_Grid = Sequence[Sequence[int]]
_Place = tuple[int, int]
_Line = Sequence[_Place]


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by row and column, and their sums; what is None is hidden and says nothing of its size."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Shown, ...], ...]
    row_sums: tuple[Shown, ...]
    column_sums: tuple[Shown, ...]
    total: Shown

    def column(self, name: str) -> tuple[Shown, ...]:
        """The counts of this column, row by row."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.cells)

    @property
    def hides(self) -> bool:
        """Whether anything is hidden."""
        everything = (*self.row_sums, *self.column_sums, self.total)
        return None in everything or any(None in row for row in self.cells)


def shown(count: int) -> Shown:
    """A count that stands in no sum."""
    return count if count == 0 or count >= FEWEST else None


def protected(counts: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]) -> Table:
    """The table of *counts* (by row and column; what is missing is 0) as it may be shown.

    Two tables over the same things must not be put side by side unless they share no more than their total.
    """
    grid = _with_sums([[counts.get((row, column), 0) for column in columns] for row in rows])
    hidden = _hidden(grid)
    seen = [
        [None if (r, c) in hidden else count for c, count in enumerate(line)] for r, line in enumerate(grid)
    ]
    *body, sums = (tuple(line) for line in seen)
    cells, row_sums = tuple(line[:-1] for line in body), tuple(line[-1] for line in body)
    return Table(tuple(rows), tuple(columns), cells, row_sums, sums[:-1], sums[-1])


def _with_sums(cells: _Grid) -> _Grid:
    lines = [[*line, sum(line)] for line in cells]
    return [*lines, [sum(line[c] for line in lines) for c in range(len(lines[0]))]] if lines else [[0]]


def _hidden(grid: _Grid) -> set[_Place]:
    hidden = {(r, c) for r, line in enumerate(grid) for c, n in enumerate(line) if shown(n) is None}
    while (more := _further(grid, hidden)) is not None:
        hidden.add(more)
    return hidden


def _further(grid: _Grid, hidden: set[_Place]) -> _Place | None:
    """A count that must be hidden because of the others; None if all is well."""
    for line in (*_rows(grid), *_columns(grid)):
        if _tells(grid, line, hidden) and (found := _smallest(grid, line, hidden)):
            return found
    for bridge in sorted(hidden):
        rows, columns = _bank(hidden, bridge)
        if bridge[1] not in columns:
            return _across(grid, hidden, rows, columns)
    return None


def _across(grid: _Grid, hidden: set[_Place], rows: set[int], columns: set[int]) -> _Place | None:
    """What leads from one bank of a bridge to somewhere else, so that a circle grows."""
    everything = [place for line in _rows(grid) for place in line]
    return _smallest(grid, [(r, c) for r, c in everything if (r in rows) != (c in columns)], hidden)


def _rows(grid: _Grid) -> list[_Line]:
    return [[(r, c) for c in range(len(grid[0]))] for r in range(len(grid))]


def _columns(grid: _Grid) -> list[_Line]:
    return [[(r, c) for r in range(len(grid))] for c in range(len(grid[0]))]


def _tells(grid: _Grid, line: _Line, hidden: set[_Place]) -> bool:
    """Whether what is seen of a line says a hidden count, or that all hidden ones together are few."""
    *parts, whole = line
    inside = [place for place in parts if place in hidden]
    if whole in hidden:
        return not inside
    return len(inside) == 1 or 0 < sum(grid[r][c] for r, c in inside) < FEWEST


def _smallest(grid: _Grid, places: _Line, hidden: set[_Place]) -> _Place | None:
    """What it costs least to hide: not the sum of all, and no zero, which would be guessed."""
    last = (len(grid) - 1, len(grid[0]) - 1)
    free = [(r, c) for r, c in places if (r, c) not in hidden and (r, c) != last and grid[r][c]]
    return min(free, key=lambda place: grid[place[0]][place[1]], default=None)


def _bank(hidden: set[_Place], edge: _Place) -> tuple[set[int], set[int]]:
    """The rows and columns that hang together with the row of *edge* without *edge* itself."""
    edges = hidden - {edge}
    rows, columns = {edge[0]}, set[int]()
    while more := {c for r, c in edges if r in rows} - columns:
        columns |= more
        rows |= {r for r, c in edges if c in columns}
    return rows, columns
