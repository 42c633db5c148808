"""What the bot makes of a message, and why, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Found
from bot.core.matching.normalise import fold
from bot.core.matching.sentences import sentences
from bot.editors.effects import SUGGESTED

if TYPE_CHECKING:  # numpy is slow to import
    from bot.core.matching.explain import Contender, Explanation
    from bot.core.matching.finder import KnowledgeFinder

MOST_SENTENCES = 16


def decision(found: Found) -> str:
    """One sentence without its first word and dot: "antwortet mit termin-verpasst (95 % sicher)"."""
    sure = f"{100 * found.confidence:.0f} % sicher"
    best = ", ".join(candidate.entry for candidate in found.candidates[:SUGGESTED])
    words = {
        Band.ANSWER: f"antwortet mit {found.entry} ({sure})",
        Band.SUGGEST: f"fragt zurück und bietet an: {best} ({sure})",
        Band.NONE: "weiß es nicht",
        Band.SMALLTALK: f"plaudert ({found.entry})",
        Band.SAFETY: f"nennt zuerst die Notrufnummern ({found.entry})",
    }[found.band]
    also = f", außerdem mit {', '.join(found.also)}" if found.also else ""
    return words + also + (f"; als Befehl verstanden: {found.command}" if found.command else "")


def why(kb: KnowledgeBase, finder: KnowledgeFinder, found: Found) -> Iterator[str]:
    """Lines that say why *finder* made this of the message."""
    from bot.core.matching.explain import explain

    if found.command:
        yield command_sign(kb, found.command, found.text)
    if found.band is Band.SAFETY:
        yield danger_sign(kb, found.entry or "", found.text)
    elif found.band is not Band.SMALLTALK:
        answer, suggest = finder.judge.calibration.answer, finder.judge.calibration.suggest
        yield (
            f"Ab {100 * answer:.0f} % antwortet er, ab {100 * suggest:.0f} % fragt er zurück, "
            "darunter weiß er es nicht."
        )
        yield from _reasons(explain(finder, found.text))


def danger_sign(kb: KnowledgeBase, kind: str, text: str) -> str:
    """The sign of this danger that is most like *text*."""
    nearest = _nearest_sign(kb.safety.phrases.get(kind, {}), text, "safety.yaml")
    return f"Gefahr ({kind}) geht allem vor. {nearest}"


def command_sign(kb: KnowledgeBase, command: str, text: str) -> str:
    """The wording of this command that is most like *text*."""
    return f"Befehl {command}: {_nearest_sign(kb.commands.get(command, {}), text, 'commands.yaml')}"


def _nearest_sign(phrases: Mapping[str, Sequence[str]], text: str, file: str) -> str:
    """By letters alone, of the whole message and of each of its sentences."""
    parts = {text, *sentences(text, MOST_SENTENCES)}
    known = [phrase for of_language in phrases.values() for phrase in of_language]
    rated = [(ratio(_folded(part), _folded(phrase)), phrase) for part in parts for phrase in known]
    if not rated:
        return f"In {file} steht dazu nichts."
    likeness, phrase = max(rated)
    return f"Am ähnlichsten ist in {file}: {phrase} ({likeness:.0f} %)"


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _reasons(explanation: Explanation) -> Iterator[str]:
    """Lines that say why: what was read differently, which words spoke, which phrasings are nearest."""
    if not explanation.contenders:
        yield "Kein Satz der Wissensbasis hat etwas damit gemeinsam."
        return
    if explanation.mended:
        read = ", ".join(f"{typed} als {meant}" for typed, meant in explanation.mended)
        yield f"Gelesen: {read}."
    first, *rest = explanation.contenders
    against = f" und gegen {rest[0].candidate.entry}" if rest else ""
    if explanation.words:
        words = ", ".join(explanation.words)
        yield f"Für {first.candidate.entry}{against} sprachen vor allem die Wörter: {words}."
    else:
        yield f"Für {first.candidate.entry} sprach der ganze Satz, kein einzelnes Wort."
    yield "Am ähnlichsten ist dort:"
    yield from _nearest(first)
    for other in rest:
        sure = 100 * other.candidate.confidence
        yield f"Danach käme {other.candidate.entry} ({sure:.0f} % sicher). Am ähnlichsten ist dort:"
        yield from _nearest(other)


def _nearest(contender: Contender) -> Iterator[str]:
    for phrasing, likeness in contender.phrasings:
        yield f"  {100 * likeness:.0f} %  {phrasing}"
