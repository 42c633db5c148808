"""``try --explain``: what the dialogue really asked, in an editor's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.knowledge import Safety
from bot.core.matching.finder import build
from bot.core.talk import World
from bot.editors.overheard import MARGIN, Explainer
from tests.core.matching.knowledge import DAY, SAFETY, a_kb
from tests.talker import TEXTS, Talker, a_knowledge_base

TEXTS_OF_DANGER = a_knowledge_base().safety.texts
KB = a_kb(safety=Safety(TEXTS_OF_DANGER, SAFETY.phrases, SAFETY.look_alikes))
FINDER = build(KB, DAY)


class Editor(Talker):
    """Writes a message and reads why it got its answer."""

    def __init__(self) -> None:
        super().__init__(kb=KB)
        at = datetime(2026, 11, 23, 9, tzinfo=UTC)
        self.explainer = Explainer(lambda: World(KB, FINDER, TEXTS.words, at))

    def world(self) -> World:
        return self.explainer.world()

    def why(self, text: str) -> list[str]:
        self.say(text)
        return self.explainer.explained(text).splitlines()


@pytest.fixture
def editor() -> Editor:
    return Editor()


def test_a_question_is_explained_with_its_band_and_its_words(editor: Editor) -> None:
    lines = editor.why("hab den termin verschlaffen")
    assert lines[0].startswith(f"{MARGIN}Für sich allein: Der Bot antwortet mit termin-verpasst (")
    bounds = FINDER.judge.calibration
    assert f"Ab {100 * bounds.answer:.0f} % antwortet er, ab {100 * bounds.suggest:.0f} %" in lines[1]
    assert lines[2] == f"{MARGIN}Gelesen: verschlaffen als verschlafen."
    assert "Für termin-verpasst und gegen" in lines[3]
    assert "verschlafen" in lines[3]
    assert any(line.endswith("%  hab den termin verschlafen") for line in lines)
    assert any("Danach käme" in line for line in lines)


def test_danger_is_explained_by_the_sign_that_is_nearest(editor: Editor) -> None:
    (line,) = editor.why("Guten Tag. ich will nicht mehr leben!")
    assert "Gefahr (crisis) geht allem vor." in line
    assert "safety.yaml: ich will nicht mehr leben (100 %)" in line


def test_a_command_in_words_is_named(editor: Editor) -> None:
    (line,) = editor.why("ruf mich an")
    assert line == f"{MARGIN}Befehl call_me: Am ähnlichsten ist in commands.yaml: ruf mich an (100 %)"


@pytest.mark.parametrize("text", ["/hilfe", "/start"])
def test_what_needs_no_search_says_so(editor: Editor, text: str) -> None:
    (line,) = editor.why(text)
    assert "Verstanden ohne Suche" in line


def test_in_a_form_what_it_asked_for_comes_first(editor: Editor) -> None:
    editor.say("hab den termin verschlafen")
    (line,) = editor.explainer.explained("hab den termin verschlafen", in_form=True).splitlines()
    assert line.startswith(f"{MARGIN}Im Formular zählt zuerst die Angabe.")
    assert "antwortet mit termin-verpasst" in line


def test_small_talk_needs_no_reasons(editor: Editor) -> None:
    assert editor.why("wie geht es dir") == [f"{MARGIN}Für sich allein: Der Bot plaudert (gruss)."]


def test_what_is_like_nothing_says_so(editor: Editor) -> None:
    assert editor.why("12345")[-1] == f"{MARGIN}Kein Satz der Wissensbasis hat etwas damit gemeinsam."


def test_what_was_heard_before_explains_nothing_later(editor: Editor) -> None:
    editor.why("hab den termin verschlafen")
    (line,) = editor.why("/hilfe")
    assert "Verstanden ohne Suche" in line


def test_the_dialogue_understands_the_same_whether_it_is_explained_or_not(editor: Editor) -> None:
    plain = Talker(kb=KB, finder=FINDER)  # type: ignore[arg-type]
    for text in ("hab den termin verschlafen", "wie geht es dir", "wie hoch ist der eiffelturm"):
        assert editor.say(text) == plain.say(text)


def test_before_the_first_turn_there_is_nothing_to_explain() -> None:
    world = World(KB, FINDER, TEXTS.words, datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert Explainer(lambda: replace(world)).explained("hallo") == ""
