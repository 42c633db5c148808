"""What the bot makes of a message, and why, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.core.knowledge import Calibration
from bot.core.matching import Band, Found

if TYPE_CHECKING:  # numpy is slow to import
    from bot.core.matching.explain import Contender, Explanation

OFFERED = 3
"""Topics that are offered when the bot asks back."""


def decision(found: Found) -> str:
    """One sentence without its first word and dot: "antwortet mit termin-verpasst (95 % sicher)"."""
    sure = f"{100 * found.confidence:.0f} % sicher"
    best = ", ".join(candidate.entry for candidate in found.candidates[:OFFERED])
    words = {
        Band.ANSWER: f"antwortet mit {found.entry} ({sure})",
        Band.SUGGEST: f"fragt zurück und bietet an: {best} ({sure})",
        Band.NONE: "weiß es nicht",
        Band.SMALLTALK: f"plaudert ({found.entry})",
        Band.SAFETY: f"nennt zuerst die Notrufnummern ({found.entry})",
    }[found.band]
    also = f", außerdem mit {', '.join(found.also)}" if found.also else ""
    return words + also + (f"; als Befehl verstanden: {found.command}" if found.command else "")


def bounds(calibration: Calibration) -> str:
    """How sure the bot must be."""
    answer, suggest = (f"{100 * bound:.0f} %" for bound in (calibration.answer, calibration.suggest))
    return f"Ab {answer} antwortet er, ab {suggest} fragt er zurück, darunter weiß er es nicht."


def reasons(explanation: Explanation) -> Iterator[str]:
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
