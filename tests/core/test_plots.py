"""Plots: well-formed whatever they are given, drawn to scale, and read out by those who do not see them."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.plots import HEIGHT, STYLE, WIDTH, Caption, Series, bars, lines, stacked_bars

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("fragen", "Fragen je Woche", "Je Woche ein Balken.")
EVIL = '</text><script>alert("1")</script>&amp;\x00\x1b\ufffe'
VALUES = st.none() | st.integers(0, 10**7) | st.floats(0, 1e6)
NAMES = st.text(max_size=40) | st.just(EVIL)


def form(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def drawn(svg: str, tag: str = "rect", **attributes: str) -> list[ElementTree.Element]:
    found = ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
    return [one for one in found if all(one.get(name) == value for name, value in attributes.items())]


def words(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in drawn(svg, "text")]


def number(element: ElementTree.Element, name: str) -> float:
    return float(element.attrib[name])


PLOTS = pytest.mark.parametrize("plot", [stacked_bars, lines])


@PLOTS
@given(data=st.data(), count=st.integers(0, 60), kinds=st.integers(0, 4))
def test_whatever_is_plotted_is_well_formed_and_stays_within_the_picture(plot, data, count, kinds):
    labels = data.draw(st.lists(NAMES, min_size=count, max_size=count))
    columns = st.lists(VALUES, min_size=count, max_size=count)
    series = [Series(data.draw(NAMES), tuple(data.draw(columns))) for _ in range(kinds)]
    svg = plot(Caption("a", EVIL, EVIL), labels, series, form)
    for rect in drawn(svg):
        assert -0.1 <= number(rect, "y") <= number(rect, "y") + number(rect, "height") <= HEIGHT
        assert 0 <= number(rect, "x") <= number(rect, "x") + number(rect, "width") <= WIDTH
    for text in drawn(svg, "text"):
        assert 0 <= number(text, "y") <= HEIGHT
    assert not drawn(svg, "script")


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12))
def test_rows_of_bars_are_well_formed_too(rows):
    svg = bars(Caption("a", EVIL, EVIL), rows, form)
    assert all(number(rect, "width") <= WIDTH for rect in drawn(svg))
    assert len(words(svg)) == 2 * len(rows)


@PLOTS
def test_a_plot_says_what_it_shows(plot):
    svg = plot(CAPTION, ["16.11."], [Series("beantwortet", (3,))], form)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "fragen-title fragen-desc"
    assert [(one.get("id"), one.text) for one in (root[0], root[1])] == [
        ("fragen-title", "Fragen je Woche"),
        ("fragen-desc", "Je Woche ein Balken."),
    ]


def test_bars_stand_on_each_other_in_proportion():
    svg = stacked_bars(CAPTION, ["a", "b"], [Series("x", (10, 30)), Series("y", (10, None))], form)
    low = drawn(svg, **{"class": "fill1"})
    high = drawn(svg, **{"class": "fill2"})
    assert number(low[1], "height") == pytest.approx(3 * number(low[0], "height"), abs=0.2)
    assert number(high[0], "y") < number(low[0], "y")
    assert number(high[0], "height") == pytest.approx(number(low[0], "height") - 1, abs=0.2)


def test_each_series_is_named_once_and_names_keep_apart():
    names = ["eins", "zwei", "drei", "vier"]
    svg = stacked_bars(CAPTION, ["a"], [Series(name, (1,)) for name in names], form)
    assert [word for word in words(svg) if word in names] == names
    flat = lines(CAPTION, ["a", "b"], [Series(name, (7, 7)) for name in names], form)
    heights = sorted(number(text, "y") for text in drawn(flat, "text") if text.text in names)
    assert all(high - low >= 16 for low, high in pairwise(heights))


def test_a_series_without_any_value_is_not_named():
    svg = stacked_bars(CAPTION, ["a"], [Series("da", (1,)), Series("nichts", (None,))], form)
    assert "nichts" not in words(svg)


def test_a_line_is_broken_where_a_value_is_missing():
    svg = lines(CAPTION, list("abcde"), [Series("x", (1, 2, None, 4, 5))], form)
    assert len(drawn(svg, "path")) == 2
    assert len(drawn(svg, "circle")) == 4


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (8, ["0", "2", "4", "6", "8"]),
        (130, ["0", "50", "100", "150"]),
        (4100, ["0", "2000", "4000", "6000"]),
    ],
)
def test_the_scale_has_few_round_numbers(most, ticks):
    svg = lines(CAPTION, ["w"], [Series("x", (most,))], form)
    assert [word for word in words(svg) if word not in ("w", "x")] == ticks


def test_of_many_weeks_the_last_is_labelled_and_others_as_far_as_they_fit():
    labels = [f"w{place}" for place in range(52)]
    shown = [word for word in words(lines(CAPTION, labels, [], form)) if word in labels]
    assert shown[-1] == "w51"
    assert 3 <= len(shown) <= 6


def test_a_long_name_leaves_room_for_its_value():
    svg = bars(CAPTION, [("Alles über die Kosten der Unterkunft und der Heizung im Kreis", 1234)], form)
    name, value = words(svg)
    assert name.endswith("…")
    assert value == "1234"


def test_the_style_needs_nothing_from_elsewhere_and_knows_the_dark():
    assert "prefers-color-scheme:dark" in STYLE
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_a_line_that_is_nought_has_its_name_within_the_picture():
    """A good week: nobody waited."""
    svg = lines(CAPTION, ["a", "b"], [Series("Bocholt", (0, 0))], form)
    (name,) = (one for one in drawn(svg, "text") if one.text == "Bocholt")
    assert number(name, "x") + 7 * len("Bocholt") <= WIDTH
