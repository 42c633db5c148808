"""YAML as a tree with positions: nothing raises, both parsers agree, positions are exact."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.content.yaml_nodes import DEEPEST, Fields, Items, Node, Scalar, compose

PIECES = [
    "a",
    "b:",
    " ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "|",
    ">",
    "&x",
    "*x",
    "!t",
    "#",
    "---",
    "%",
]
YAMLISH = st.lists(
    st.sampled_from([*PIECES, "\n- ", "\n  ", ": ", "...", "? ", "\r", "\x85", "ä"]), max_size=40
).map("".join)


def fields(text: str) -> Fields:
    node, problems = compose(text, "faq/x.yaml")
    assert problems == []
    assert isinstance(node, Fields)
    return node


def scalar(text: str) -> Scalar:
    node = fields(text).values["a"]
    assert isinstance(node, Scalar)
    return node


def at(node: Scalar, word: str) -> tuple[int, int]:
    place = node.place_at(node.text.index(word))
    return place.line, place.column


@given(YAMLISH | st.text())
def test_no_text_raises_and_every_problem_has_a_place(text: str) -> None:
    node, problems = compose(text, "faq/x.yaml")
    assert node is not None or problems
    for problem in problems:
        assert problem.place.file == "faq/x.yaml"
        assert problem.place.line >= 1
        assert problem.place.column >= 1


@given(YAMLISH)
def test_the_slow_parser_reads_the_same_as_the_fast_one(text: str) -> None:
    """A machine without libyaml gives the same answers."""
    fast, _ = compose(text, "faq/x.yaml")
    slow, _ = compose(text, "faq/x.yaml", loader=yaml.SafeLoader)
    if fast is not None and slow is not None:
        assert _shape(fast) == _shape(slow)


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: b: c", 1, 5, "Doppelpunkt"),
        ("a: 1\n b: 2", 2, 3, "so weit einrücken wie die Felder darüber"),
        ('a: "b', 1, 4, "wird nicht geschlossen"),
        ('a: "b\nc: "d"', 1, 4, "Das Anführungszeichen, das hier beginnt"),
        ("a: 'b\nc: d\ne: 'f'", 1, 4, "Das Anführungszeichen, das hier beginnt"),
        ("a: [1, 2\nb: 3", 1, 4, "Klammer"),
        ("a: {b: 1", 1, 4, "Klammer"),
        ("- a\nb: c", 2, 1, "gehört nicht zur Liste"),
        ('a: "b" c', 1, 8, "nach dem schließenden"),
        ("a: b\nc\nd: e", 2, 1, "fehlt der Doppelpunkt"),
        ("a: %x", 1, 4, "darf ein Text nicht beginnen"),
        ("a: - b", 1, 4, "Strich einer Liste"),
        ("a: |b\n  c", 1, 5, "Nach '|' oder '>'"),
        ("a: ]", 1, 4, "es steht eine Klammer zu viel"),
        ("a: &\n", 1, 5, "in Anführungszeichen setzen"),
        ("a: b\n...\nc: d", 3, 1, "Zeile '...' löschen"),
        ("[a]: b", 1, 1, "muss ein Wort stehen"),
        ("a:\n- b\n  - c\n  - d\n", 3, 3, "weiter eingerückt als die Liste"),
    ],
)
def test_syntax_errors_are_told_in_german_by_both_parsers(
    loader: object, text: str, line: int, column: int, words: str
) -> None:
    _, problems = compose(text, "faq/x.yaml", loader)
    assert [(p.place.line, p.place.column) for p in problems] == [(line, column)]
    assert words in problems[0].text


def test_a_wrong_escape_is_explained() -> None:
    _, (problem,) = compose('a: "C:\\Daten"', "faq/x.yaml")
    assert "Schrägstrich" in problem.text


@pytest.mark.parametrize("levels", [DEEPEST - 1, DEEPEST])
def test_nesting_is_bounded(levels: int) -> None:
    node, problems = compose("a: " + "[" * levels + "]" * levels, "faq/x.yaml")
    assert (node is None, len(problems)) == ((False, 0) if levels < DEEPEST else (True, 1))


def test_a_word_in_a_block_text_is_found_exactly() -> None:
    text = "a: |  # Kommentar\n\n    eins\n    zwei drei\n\n    vier\n"
    assert at(scalar(text), "eins") == (3, 5)
    assert at(scalar(text), "drei") == (4, 10)
    assert at(scalar(text), "vier") == (6, 5)


def test_a_word_in_another_text_is_found_at_its_beginning() -> None:
    assert at(scalar("a: 'eins\n  zwei'"), "zwei") == (1, 4)


def test_columns_count_letters_not_bytes() -> None:
    _, (problem,) = compose("ä: ö: ü", "faq/x.yaml")
    assert problem.place.column == 5


def test_tabs_are_counted_and_the_first_is_shown() -> None:
    _, (problem,) = compose("a: b\n\tc: d\n\te: f\n", "faq/x.yaml")
    assert (problem.place.line, problem.place.column) == (2, 1)
    assert "(2 Mal in dieser Datei)" in problem.text


@pytest.mark.parametrize(
    ("written", "null"), [("null", True), ("~", True), ("", True), ('"null"', False), ("nul", False)]
)
def test_only_a_bare_null_means_nothing(written: str, null: bool) -> None:
    assert scalar(f"a: {written}").is_null is null


def _shape(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_shape(item) for item in node.items]
    return {key: _shape(value) for key, value in node.values.items()}
