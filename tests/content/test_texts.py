"""The program's phrases: complete, the same in every language, and short enough for a phone."""

from __future__ import annotations

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.content.texts import COMPLETE, FOLDER, Texts, entries
from bot.core.talk import OTHER_LANGUAGES, Phrase, Say

BOT = Path(__file__).parent.parent.parent / "bot"
TEXTS = Texts()
GERMAN = entries(FOLDER / "de.ftl")
ARGUMENTS = {
    "at": datetime(2026, 11, 23, 6, 14, tzinfo=UTC),
    "on": date(2026, 11, 26),
    "day": date(2026, 11, 26),
    "open": 1,
    "settled": 2,
}


def example(name: str) -> object:
    return ARGUMENTS.get(name, "bocholt")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ftl")), ids=lambda path: path.stem)
def test_every_language_uses_the_same_keys_and_variables(path):
    for key, variables in entries(path).items():
        assert key in GERMAN, f"{path.name}: {key} is unknown in de.ftl"
        assert variables <= GERMAN[key] or path.stem not in COMPLETE, f"{path.name}: {key}"
        if path.stem in COMPLETE:
            assert variables == GERMAN[key], f"{path.name}: {key}"


def test_einfache_sprache_is_complete():
    assert entries(FOLDER / "de-simple.ftl").keys() == GERMAN.keys()


@pytest.mark.parametrize("locale", OTHER_LANGUAGES)
def test_every_other_language_says_the_same_things(locale):
    assert entries(FOLDER / f"{locale}.ftl").keys() == entries(FOLDER / "en.ftl").keys()


@pytest.mark.parametrize("locale", ["de", "de-simple", *OTHER_LANGUAGES])
def test_every_phrase_renders(locale):
    for key, variables in GERMAN.items():
        text = TEXTS.words(Phrase(key, {name: example(name) for name in variables}), locale)  # type: ignore[misc]
        assert text.strip(), key
        assert len(text) <= 2000, key
        assert ".." not in text, key


@pytest.mark.parametrize("locale", [*COMPLETE, *OTHER_LANGUAGES])
def test_buttons_fit_on_a_small_phone(locale):
    for key, variables in GERMAN.items():
        if key.startswith(("button-", "topic-", "field-", "language-de")):
            text = TEXTS.words(Phrase(key, {name: example(name) for name in variables}), locale)  # type: ignore[misc]
            assert len(text) <= 36, f"{locale}: {key}: {text}"
            assert "\n" not in text


def test_times_are_those_of_borken():
    said = TEXTS.words(Phrase("receipt-saved", {"at": ARGUMENTS["at"], "code": "K7M-3PQ"}), "de")  # type: ignore[dict-item]
    assert "Montag, 23.11.2026, 7:14 Uhr" in said


def test_what_a_citizen_typed_cannot_format_a_message():
    said = TEXTS.words(Phrase("topic", {"title": "*x* [y](https://z)"}), "de")
    assert said.count("*") == 2
    assert "[" not in said


def test_an_unknown_language_falls_back_to_einfache_sprache():
    assert TEXTS.words(Phrase("help"), "pl") == TEXTS.words(Phrase("help"), "de-simple")


def test_paragraphs_are_separated_by_an_empty_line():
    say = Say((Phrase("thanks"), "Der Text."))
    assert TEXTS.message(say, "de") == "Danke.\n\nDer Text."


def test_a_phrase_may_have_its_own_language():
    say = Say((Phrase("button-today"), Phrase("button-today", language="de")), language="en")
    assert TEXTS.message(say, "tr") == "Today\n\nHeute"


def test_a_broken_file_is_refused_with_its_line(tmp_path):
    (tmp_path / "de.ftl").write_text("a = gut\nb = { $x\n")
    with pytest.raises(ValueError, match=r"de\.ftl:2"):
        Texts(tmp_path)


def test_a_missing_argument_is_an_error_and_not_a_hole():
    with pytest.raises(KeyError):
        TEXTS.words(Phrase("topic"), "de")


def used_keys() -> set[str]:
    """Keys that stand as they are in the code; those made of parts are listed below."""
    keys = set()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                keys.add(node.value)
    return keys


MADE_OF_PARTS = re.compile(
    r"^(button|topic|field|example|phone|unsupported|menu|language|ticket|fear|date|reason|reason-help|get-well)-"
)


def test_no_phrase_is_left_over():
    used = used_keys()
    left = {key for key in GERMAN if key not in used and not MADE_OF_PARTS.match(key)}
    assert not left
