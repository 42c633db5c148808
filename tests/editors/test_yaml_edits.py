"""YAML with one value more: whatever the file looks like, every other byte stays."""

from __future__ import annotations

from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.yaml_nodes import Fields, Items, Node, Scalar, compose
from bot.editors.yaml_edits import scalar, with_field, with_text

ASKED = """\
# vor allem
plain:
  - eins
  - zwei   # dahinter
  # zum nächsten

flow: [a, b]   # eine Zeile
comma: [a, b, ]
no-indent:
- eins
- auf
  zwei Zeilen

quoted:
    - "mit: Doppelpunkt"
    - 'und
      Umbruch'   # hier
block:
  - |
    Zeile

    # kein Kommentar

# zum Schluss
empty: []
  # [] löschen und Sätze sammeln
nothing:
last:
  - ende
"""
ENTRIES = """\
# oben
- id: eins
  answer: |
    Hallo
    Welt

  # zum nächsten
- {id: zwei, answer: x, }
- id: drei
  approved_by: null  # wer?
  sources:
    - {title: t}
    # dahinter
- "id": drei
  approved_by:
    name: Kaya
    on: 2026-06-01
  urgent: false
- {id: vier, approved_by: {name: q}, see_also: []}
- id: fuenf
  see_also:
"""


def texts(node: Node | None) -> object:
    """The tree as plain values."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Items):
        return [texts(item) for item in node.items]
    return {key: texts(value) for key, value in node.values.items()} if isinstance(node, Fields) else None


def read(text: str) -> object:
    node, problems = compose(text, "file")
    assert problems == [], [*map(str, problems)]
    return texts(node)


def changes(before: str, after: str) -> list[str]:
    lines = ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("plain", "  - neu"),
        ("no-indent", "- neu"),
        ("quoted", "    - neu"),
        ("block", "  - neu"),
        ("nothing", "  - neu"),
        ("last", "  - neu"),
    ],
)
def test_an_item_is_a_line_more_and_nothing_else(mark: str, end: str, key: str, line: str) -> None:
    before = mark + ASKED.replace("\n", end)
    after = with_text(before, key, "neu")
    assert after is not None
    assert changes(before, after) == [f"+ {line}{end}"]


@pytest.mark.parametrize("key", ["plain", "flow", "comma", "no-indent", "quoted", "block", "empty", "last"])
@pytest.mark.parametrize("more", ["neu", "Frage: was nun?", '"so" [nicht], #1', "- null"])
def test_the_item_is_read_at_the_end_of_its_list(key: str, more: str) -> None:
    after = with_text(ASKED, key, more)
    assert after is not None
    before = read(ASKED)
    assert isinstance(before, dict)
    assert read(after) == {**before, key: [*before[key], more]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("flow: [a, b]   # so\n", 'flow: [a, b, "neu"]   # so\n'),
        ("empty: [] # so\n", "empty: # so\n  - neu\n"),
        ("empty: []\n  # danach\nb: [c]\n", "empty:\n  - neu\n  # danach\nb: [c]\n"),
        ("other: [a]\n", "other: [a]\nempty:\n  - neu\n"),
        ("other: [a]", "other: [a]\nempty:\n  - neu\n"),
        ("# nur das\n", "# nur das\nempty:\n  - neu\n"),
        ("", "empty:\n  - neu\n"),
    ],
)
def test_a_list_in_brackets_an_empty_one_and_none(before: str, after: str) -> None:
    assert with_text(before, "flow" if "flow" in before else "empty", "neu") == after


@pytest.mark.parametrize(
    ("before", "after"), [("# so\n- a\n\n# z\n", "# so\n- a\n- neu\n\n# z\n"), ("- a", "- a\n- neu\n")]
)
def test_a_file_that_is_one_list(before: str, after: str) -> None:
    assert with_text(before, "", "neu") == after


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a: [\n", "a"),
        ("a: text\n", "a"),
        ("- a\n", "a"),
        ("a: [b]\n", ""),
        ("{a: [b]}\n", "c"),
        ("\x00", "a"),
    ],
)
def test_where_there_is_no_list_nothing_is_written(text: str, key: str) -> None:
    assert with_text(text, key, "neu") is None


@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("entry", ["eins", "zwei", "drei", "vier", "fuenf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_field_is_set_in_one_entry_only(end: str, entry: str, number: int) -> None:
    before = ENTRIES.replace("\n", end)
    after = with_field(before, entry, number, "approved_by", "{name: Neu}")
    if entry != "drei" and number:
        assert after is None
        return
    assert after is not None
    expected = read(before)
    assert isinstance(expected, list)
    [item for item in expected if item["id"] == entry][number]["approved_by"] = {"name": "Neu"}
    assert read(after) == expected
    assert sum(line.startswith("+") for line in changes(before, after)) == 1
    assert after.count("#") == before.count("#")


@pytest.mark.parametrize("text", ["a: b\n", "- [\n", "nur Text\n", ""])
def test_without_such_an_entry_nothing_is_set(text: str) -> None:
    assert with_field(text, "eins", 0, "approved_by", "null") is None


LINES = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))).map(lambda text: " ".join(text.split()))


@given(LINES.filter(bool))
def test_whatever_a_sentence_looks_like_it_is_quoted_so_that_it_is_read_back(text: str) -> None:
    after = with_text("a:\n  - b\n", "a", text)
    assert after == f"a:\n  - b\n  - {scalar(text)}\n"
    assert read(after) == {"a": ["b", text]}
