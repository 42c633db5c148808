"""All questions, asked of two versions of the knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.core.knowledge import ELSEWHERE, KnowledgeBase
from bot.core.matching import Band, Candidate, Found
from bot.editors.asked_again import asked_again
from bot.editors.sample_questions import sample_questions
from tests.content.faq_folder import a_faq
from tests.editors.a_kb import a_kb, an_entry

BEFORE, NOW = a_kb(an_entry("alt")), a_kb(an_entry("neu"))
SIGNPOST = an_entry("elsewhere-pass", topic=ELSEWHERE)


def test_both_versions_are_asked_one_after_the_other_each_text_once() -> None:
    asked: list[tuple[str, list[str]]] = []

    def find(kb: KnowledgeBase, texts: Sequence[str], when: str) -> list[Found]:
        asked.append((when, [*texts]))
        entry = kb.entries[0].id
        return [Found(text, "de", Band.ANSWER, entry, 1, (Candidate(entry, 1),)) for text in texts]

    samples = [("eins", ("alt",)), ("zwei", ("neu",)), ("eins", ("neu",))]
    again = asked_again(samples, ["aus dem chat", "zwei"], BEFORE, NOW, find)
    every = ["eins", "zwei", "aus dem chat"]
    assert asked == [("vorher", every), ("jetzt", every)]
    assert [(one.after.text, one.gain) for one in again.samples] == [("eins", -3), ("zwei", 3)]
    assert [(one.before.entry, one.after.entry) for one in again.recent] == [("alt", "neu")]


def test_samples_of_all_kinds_come_with_what_is_right_for_them(tmp_path: Path) -> None:
    folder = a_faq(
        tmp_path,
        {
            "samples/en/termine.yaml": "termin-verpasst: [missed it]\n",
            "samples/de/life.yaml": "- {text: pass weg, right: [termin-verpasst, elsewhere]}\n",
        },
    )
    german = [
        ("Besprechung verschwitzt", ("termin-verpasst",)),
        ("pass weg", ("termin-verpasst", "elsewhere", "elsewhere-pass")),
        ("perso verloren", ("none", "elsewhere-pass")),
    ]
    kb = a_kb(SIGNPOST, an_entry("termin-verpasst"))
    assert [*sample_questions(folder, kb, "de")] == german
    assert sorted(sample_questions(folder, kb)) == sorted([*german, ("missed it", ("termin-verpasst",))])
    assert [*sample_questions(folder, kb, "tr")] == []
