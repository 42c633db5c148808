"""Plots as SVG: stacked bars and lines by week, and rows of bars; beside each belongs a table of the same.

Drawn for a width of 360 units, so that they can be read on a phone and stand in two columns on a desk.
Colours are classes of STYLE, which the page around holds once: it knows light and dark. Series are named
where they end, so no legend is needed. What is None is not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise
from math import ceil, floor, log10

from bot.core.literal import literal

WIDTH, HEIGHT = 360, 210
SERIES = 4
"""At most so many in a plot."""
STYLE = """\
.plot{width:100%;height:auto;display:block;font:13px system-ui,sans-serif;--ink:#1d2b33;--soft:#56656e;
--grid:#dde4e8;--s1:#0f5470;--s2:#4d93b0;--s3:#a5cbdb;--s4:#cbd2d6}
@media (prefers-color-scheme:dark){.plot{--ink:#e6edf0;--soft:#a3b2ba;--grid:#33424a;
--s1:#9bd3e8;--s2:#4f9ab9;--s3:#2b6077;--s4:#56646c}}
.plot text{fill:var(--ink)}.plot .soft{fill:var(--soft);font-size:12px}.plot .grid{stroke:var(--grid)}
.plot .fill1{fill:var(--s1)}.plot .fill2{fill:var(--s2)}.plot .fill3{fill:var(--s3)}
.plot .fill4{fill:var(--s4)}.plot .fill3,.plot .fill4{stroke:var(--soft);stroke-width:.6}
.plot .line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
.plot .line1{stroke:var(--s1)}.plot .line2{stroke:var(--s2)}.plot .line3{stroke:var(--s3)}
.plot .line4{stroke:var(--s4)}
"""

_LEFT, _TOP, _BOTTOM = 40, 10, 26
_FLOOR = HEIGHT - _BOTTOM
_NAME_HEIGHT, _LABEL_WIDTH, _LETTER = 17, 46, 7.2
_SIGN, _LONGEST_NAME = 22, 18
"""Room for the coloured square beside a name, and letters after which a name is cut."""
_WIDEST_BAR = 40.0
_ROW, _BAR = 38, 9
_TICKS = 4

Format = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Series:
    """One value (0 or more) for each label of the axis; None: not known, or not to be told."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """What is read out of the plot; ``key`` is unique in the page: the ids come from it."""

    key: str
    title: str
    description: str


def stacked_bars(caption: Caption, labels: Sequence[str], series: Sequence[Series], form: Format) -> str:
    """One bar for each label, the first series lowest."""
    stacks = [[0.0, *accumulate(one.values[place] or 0.0 for one in series)] for place in range(len(labels))]
    scale = _Scale.of(stack[-1] for stack in stacks)
    frame = _Frame.beside((one.name for one in series if any(one.values)), len(labels))
    step = frame.step
    width = min(step * 0.72, _WIDEST_BAR)
    drawn = [
        _segment(frame.x(place) - width / 2, width, scale, low, high, number)
        for place, stack in enumerate(stacks)
        for number, (low, high) in enumerate(pairwise(stack), 1)
        if high > low
    ]
    last = next((stack for stack in reversed(stacks) if stack[-1]), [])
    middles = [scale.y((low + high) / 2) for low, high in pairwise(last)]
    named = [(y, n) for n, (y, one) in enumerate(zip(middles, series, strict=False), 1) if any(one.values)]
    return _svg(
        caption, HEIGHT, [*frame.grid(scale, form), *frame.axis(labels), *drawn, *frame.names(named, series)]
    )


def lines(caption: Caption, labels: Sequence[str], series: Sequence[Series], form: Format) -> str:
    """One line for each series, broken where a value is missing."""
    scale = _Scale.of(value for one in series for value in one.values if value is not None)
    named_ones = (one.name for one in series if any(value is not None for value in one.values))
    frame = _Frame.beside(named_ones, len(labels))
    drawn: list[str] = []
    named: list[tuple[float, int]] = []
    for number, one in enumerate(series, 1):
        points = [
            (frame.x(place), None if value is None else scale.y(value))
            for place, value in enumerate(one.values)
        ]
        drawn += _line(points, number)
        ends = [y for _, y in points if y is not None]
        named += [(ends[-1], number)] if ends else []
    return _svg(
        caption, HEIGHT, [*frame.grid(scale, form), *frame.axis(labels), *drawn, *frame.names(named, series)]
    )


def bars(
    caption: Caption, rows: Sequence[tuple[str, float | None]], form: Callable[[float | None], str]
) -> str:
    """A bar for each row, with its name and value above it."""
    longest = max((value for _, value in rows if value is not None), default=0) or 1
    drawn = []
    for place, (name, value) in enumerate(rows):
        y, told = place * _ROW + 15, form(value)
        room = int((WIDTH - _LETTER * (len(told) + 2)) / _LETTER)
        drawn.append(_label(0, y, _cut(name, room)))
        drawn.append(_label(WIDTH, y, told, "end"))
        if value:
            drawn.append(_rect(0, y + 6, max(value / longest * WIDTH, 2), _BAR, 1))
        else:
            drawn.append(f'<line class="grid" x1="0" x2="{WIDTH}" y1="{y + 10}" y2="{y + 10}"/>')
    return _svg(caption, max(len(rows) * _ROW, 1), drawn)


# -- the parts of a plot ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    """Heights of values between 0 and ``top``, with a line at each ``tick``."""

    tick: float
    top: float

    @classmethod
    def of(cls, values: Iterable[float]) -> _Scale:
        """Up to *values*, in steps of 1, 2 or 5 times a power of ten, but of whole numbers."""
        most = max(max(values, default=0), 1)
        power = 10.0 ** floor(log10(most / _TICKS))
        tick = next(size for factor in (1, 2, 5, 10) if (size := factor * power) * _TICKS >= most)
        tick = max(tick, 1)
        return cls(tick, ceil(most / tick) * tick)

    def y(self, value: float) -> float:
        return _FLOOR - value / self.top * (_FLOOR - _TOP)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand between the axis and, from ``right`` on, the names; each label has ``step``."""

    right: float
    step: float

    @classmethod
    def beside(cls, names: Iterable[str], labels: int) -> _Frame:
        longest = max((len(_cut(name, _LONGEST_NAME)) for name in names), default=0)
        right = WIDTH - _SIGN - longest * _LETTER
        return cls(right, (right - _LEFT) / max(labels, 1))

    def x(self, place: int) -> float:
        return _LEFT + self.step * (place + 0.5)

    def grid(self, scale: _Scale, form: Format) -> Iterator[str]:
        for number in range(round(scale.top / scale.tick) + 1):
            value = number * scale.tick
            y = scale.y(value)
            yield f'<line class="grid" x1="{_LEFT}" x2="{self.right:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield _label(_LEFT - 7, y + 4, form(value), "end", "soft")

    def axis(self, labels: Sequence[str]) -> Iterator[str]:
        """The labels below, the last one and as many as fit before it."""
        every = ceil(_LABEL_WIDTH / self.step)
        for place in reversed(range(len(labels) - 1, -1, -every)):
            yield _label(self.x(place), HEIGHT - 8, labels[place], "middle", "soft")

    def names(self, ends: Sequence[tuple[float, int]], series: Sequence[Series]) -> Iterator[str]:
        """The names of series (from 1 on) at the height of their ends but apart from each other."""
        lowest = float(_FLOOR)
        placed = []
        for y, number in sorted(ends, reverse=True):  # from below
            lowest = min(y, lowest)
            placed.append((lowest, number))
            lowest -= _NAME_HEIGHT
        lift = max(_TOP - placed[-1][0], 0) if placed else 0  # who is pushed over the top takes all down
        for y, number in placed:
            y = min(y + lift, HEIGHT - 4)
            yield _rect(self.right + 8, y - 4.5, 9, 9, number)
            yield _label(self.right + _SIGN, y + 4.5, _cut(series[number - 1].name, _LONGEST_NAME))


def _segment(x: float, width: float, scale: _Scale, low: float, high: float, number: int) -> str:
    """A part of a bar, with a hair's breadth to the one below."""
    top, bottom = scale.y(high), scale.y(low) - (1 if low else 0)
    return _rect(x, top, width, max(bottom - top, 0.5), number)


def _line(points: Sequence[tuple[float, float | None]], number: int) -> Iterator[str]:
    for (x, y), (next_x, next_y) in pairwise(points):
        if y is not None and next_y is not None:
            yield f'<path class="line line{number}" d="M{x:.1f} {y:.1f}L{next_x:.1f} {next_y:.1f}"/>'
    for x, y in points:
        if y is not None:
            yield f'<circle class="fill{number}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'


def _rect(x: float, y: float, width: float, height: float, number: int) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="fill{number}" {place} rx="1"/>'


def _label(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    known_as = f' class="{kind}"' if kind else ""
    return f'<text{known_as} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_text(text)}</text>'


def _svg(caption: Caption, height: float, drawn: Iterable[str]) -> str:
    key = _text(caption.key)
    return "\n".join(
        [
            f'<svg class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
            f' aria-labelledby="{key}-title {key}-desc">',
            f'<title id="{key}-title">{_text(caption.title)}</title>',
            f'<desc id="{key}-desc">{_text(caption.description)}</desc>',
            *drawn,
            "</svg>",
        ]
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: max(most - 1, 1)].rstrip()}…"


def _text(text: str) -> str:
    """As it may stand in XML, also in an attribute: whatever it was, it is only read."""
    return escape("".join(letter for letter in literal(text) if letter not in "\ufffe\uffff"))
