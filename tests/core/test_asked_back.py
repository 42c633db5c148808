"""After "Meinten Sie ...?": what was said before counts, and what was not meant is not offered again."""

from __future__ import annotations

from bot.core.matching import Band, Candidate, Found
from tests.talker import ScriptedFinder, Talker, a_knowledge_base, an_entry

LABELS = {"alpha": "Erstes", "beta": "Zweites", "gamma": "Drittes", "delta": "Viertes"}


class Rated(ScriptedFinder):
    """Finds entries with the confidences that stand in the text: "alpha 0.5 beta 0.4"."""

    def find(self, text: str, language: str = "") -> Found:
        words = text.split()
        pairs = zip(words[::2], words[1::2], strict=True)
        rated = sorted((Candidate(one, float(sure)) for one, sure in pairs), key=lambda c: -c.confidence)
        sure = rated[0].confidence >= 0.8
        band = Band.ANSWER if sure else Band.SUGGEST
        return Found(text, "de", band, rated[0].entry if sure else None, rated[0].confidence, tuple(rated))


def a_talker() -> Talker:
    entries = tuple(an_entry(one, label=label) for one, label in LABELS.items())
    return Talker(kb=a_knowledge_base(entries=entries), finder=Rated())


def test_what_was_likely_before_is_still_likely() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.say("gamma 0.3 beta 0.25")
    assert talker.buttons == ["Zweites", "Drittes", "Erstes", "Nichts davon"]


def test_what_was_not_meant_is_not_offered_again() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.press("Nichts davon")
    talker.say("alpha 0.6 gamma 0.3")
    assert talker.buttons == ["Drittes", "Nichts davon"]


def test_not_even_as_the_answer() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.press("Nichts davon")
    talker.say("alpha 0.9 delta 0.3")
    assert talker.buttons == ["Viertes", "Nichts davon"]


def test_a_clear_question_is_answered_whatever_was_said_before() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.say("delta 0.9 alpha 0.1")
    assert "Die Antwort zu delta." in talker.all


def test_after_an_answer_all_is_forgotten() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.press("Nichts davon")
    talker.say("delta 0.9 alpha 0.1")
    talker.say("alpha 0.9 beta 0.1")
    assert "Die Antwort zu alpha." in talker.all


def test_who_means_nothing_of_all_that_hears_so() -> None:
    talker = a_talker()
    talker.say("alpha 0.5 beta 0.4")
    talker.press("Nichts davon")
    talker.say("alpha 0.5 beta 0.4")
    assert "Bitte anrufen" in talker.buttons
