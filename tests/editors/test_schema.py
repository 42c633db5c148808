"""The schemas for editors' programs: made of the loader's formats, so they allow what the loader allows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.content.faq_files import check_faq
from bot.content.groups import Record
from bot.content.schema import Kind
from bot.content.yaml_nodes import Node
from bot.editors.field_words import FIELD_WORDS
from bot.editors.json_schema import schema_of
from bot.editors.schema_files import FILE_KINDS, as_text, files, kind_of, named, schema
from tests.content.faq_folder import GOOD, a_faq
from tests.content.mistakes import MISTAKES
from tests.editors.command import faq
from tests.editors.json_values import faults, json_value

FAQ = Path(__file__).parents[2] / "faq"
REAL = [*files(FAQ)]
SHAPE = {
    "unknown-field",
    "missing-field",
    "wrong-type",
    "wrong-form",
    "unknown-word",
    "unknown-action",
    "empty",
}
"""Mistakes in the shape of one value: those a schema can see."""


def shapes() -> Iterator[Any]:
    for name, old, new, place, words, rule in MISTAKES:
        if rule in SHAPE and kind_of(name) and "Datei" not in words:
            yield pytest.param(name, old, new, id=f"{name}:{place} {rule}")


@pytest.mark.parametrize(
    ("path", "name"), REAL, ids=lambda of: of if isinstance(of, str) else of.relative_to(FAQ).as_posix()
)
def test_the_real_files_are_valid(path: Path, name: str) -> None:
    assert [*faults(json_value(path.read_text(encoding="utf-8")), schema(name))] == []


@pytest.mark.parametrize(("name", "old", "new"), [*shapes()])
def test_what_the_loader_calls_a_mistake_of_shape_the_schema_calls_one_too(
    name: str, old: str, new: str
) -> None:
    written = GOOD[name].replace(old, new, 1)
    kind = kind_of(name)
    assert kind is not None
    assert [*faults(json_value(GOOD[name]), schema(kind))] == []
    assert [*faults(json_value(written), schema(kind))] != []


@pytest.mark.parametrize("name", FILE_KINDS)
def test_every_field_is_explained_in_german_and_no_other(name: str) -> None:
    fields = set(re.findall(r'"(\w+)": \{\s*"description"', as_text(name)))
    undescribed = [*_without_words(schema(name))]
    assert undescribed == []
    expected = set(FIELD_WORDS[name]) if name != "elsewhere" else fields
    assert fields == expected


def _without_words(of: Any) -> Iterator[str]:
    if isinstance(of, dict):
        for field, below in of.get("properties", {}).items():
            if "description" not in below:
                yield field
        for below in of.values():
            yield from _without_words(below)
    elif isinstance(of, list):
        for below in of:
            yield from _without_words(below)


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("topics.yaml", "topics"),
        ("withdrawn.yaml", "withdrawn"),
        ("de/geld.yaml", "entries"),
        ("de/elsewhere.yaml", "elsewhere"),
        ("language/tr.yaml", "language"),
        ("phrasings/ar/geld.yaml", "phrasings"),
        ("phrasings/de/none.yaml", "none"),
        ("samples/de/geld.yaml", "samples"),
        ("samples/de/_known_misses.yaml", "samples"),
        ("samples/de/_out_of_scope.yaml", "none"),
        ("tr/geld.yaml", None),
        ("unbekannt.yaml", None),
        ("README.md", None),
    ],
)
def test_each_file_has_its_format(file: str, kind: str | None) -> None:
    assert kind_of(file) == kind


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a: 1\n", "# yaml-language-server: $schema=../.schema/entries.json\na: 1\n"),
        ("", "# yaml-language-server: $schema=../.schema/entries.json\n"),
        (
            "# yaml-language-server: $schema=old.json\na: 1\n",
            "# yaml-language-server: $schema=../.schema/entries.json\na: 1\n",
        ),
        ("\ufeffa: 1\r\n", "\ufeff# yaml-language-server: $schema=../.schema/entries.json\r\na: 1\r\n"),
    ],
)
def test_the_line_that_names_the_schema_comes_first_once(text: str, result: str) -> None:
    assert named(text, "entries", 1) == result
    assert named(result, "entries", 1) == result


def test_written_schemas_are_named_in_every_file_and_disturb_nothing(tmp_path: Path) -> None:
    misses = "termin-verpasst: [Besprechung verschwitzt]\n"
    folder = a_faq(tmp_path, {"samples/de/_known_misses.yaml": misses})
    before, _ = check_faq(folder)
    result = faq(folder, "schema", "--write")
    assert (result.exit_code, "neu geschrieben: 16" in result.stdout) == (0, True)
    for path, name in files(folder):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert json.loads(target.read_text(encoding="utf-8")) == schema(name)
    after, problems = check_faq(folder)
    assert problems == []
    assert before is not None
    assert after is not None
    assert [entry.answer for entry in after.entries] == [entry.answer for entry in before.entries]
    again = faq(folder, "schema", "--write")
    assert "neu geschrieben: 0" in again.stdout
    assert again.stdout.endswith("in der ersten Zeile nennen: 0.\n")


def test_a_file_in_another_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    folder = a_faq(tmp_path, {"de/geld.yaml": "# Fläche\n".encode("latin-1")})
    faq(folder, "schema", "--write")
    assert (folder / "de/geld.yaml").read_bytes().endswith(b"# Fl\xe4che\n")


def test_one_schema_is_printed(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "schema", "--kind", "facts")
    assert json.loads(result.stdout) == schema("facts")
    assert json.loads(faq(a_faq(tmp_path), "schema").stdout)["title"] == "Antworten zu einem Thema"


def test_an_unknown_kind_is_wrong_use(tmp_path: Path) -> None:
    result = faq(a_faq(tmp_path), "schema", "--kind", "fact")
    assert (result.exit_code, "Meinten Sie 'facts'?" in result.stderr) == (2, True)


@pytest.mark.parametrize("name", FILE_KINDS)
def test_the_schemas_that_lie_beside_the_files_are_those_of_the_program(name: str) -> None:
    written = (FAQ / ".schema" / f"{name}.json").read_text(encoding="utf-8")
    assert written == as_text(name), "bitte schreiben: python -m bot faq schema --write"


def test_a_file_that_names_a_schema_names_its_own() -> None:
    texts = [(path, name, path.read_text(encoding="utf-8")) for path, name in REAL]
    naming = [(path, name, text) for path, name, text in texts if "yaml-language-server" in text]
    assert naming
    for path, name, text in naming:
        assert named(text, name, len(path.relative_to(FAQ).parts) - 1) == text, path


def test_a_new_kind_of_value_must_be_translated_too() -> None:
    with pytest.raises(TypeError, match="Strange"):
        schema_of(Record(dict, {"a": Strange()}), {})


class Strange(Kind[str]):
    """A kind that nobody has thought of."""

    def read(self, node: Node) -> str:
        raise AssertionError("never read")
