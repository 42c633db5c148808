"""What a change of the knowledge base does to messages: what each got before, and what it gets now.

Pure: nothing is asked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.matching import Band, Found

SUGGESTED = 3
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Effect:
    """A message with what it means before and after. ``right`` are the entries that fit it, or "smalltalk",
    "none" or "danger"; nothing: it belongs nowhere."""

    before: Found
    after: Found
    right: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        return _outcome(self.before) != _outcome(self.after)

    @property
    def gain(self) -> int:
        """Above 0: the message is served better now; below 0: worse."""
        return _worth(self.after, self.right) - _worth(self.before, self.right)


def in_words(found: Found) -> str:
    """What somebody gets who writes this."""
    if found.command and found.band is not Band.SAFETY:
        return f"den Befehl '{found.command}'"
    match found.band:
        case Band.ANSWER:
            names = " und ".join(f"'{entry}'" for entry in (found.entry, *found.also))
            return f"die Antwort{'en' * bool(found.also)} {names}"
        case Band.SUGGEST:
            return f"die Rückfrage {' / '.join(_suggested(found))}"
        case Band.SMALLTALK:
            return "eine Plauderei"
        case Band.SAFETY:
            return "zuerst die Notrufnummern"
    return "„weiß ich nicht“"


def of_sentence(effect: Effect) -> str:
    """What became of a sentence that was added."""
    before, after = in_words(effect.before), in_words(effect.after)
    if before == after:
        return f"„{effect.after.text}“ bekam und bekommt {after}."
    return f"„{effect.after.text}“ bekam bisher {before}, jetzt {after}."


def of_samples(effects: Sequence[Effect]) -> Iterator[str]:
    """How many of the sample questions get something else, and the most telling of them, the worse first."""
    changed = changes(effects)
    if not changed:
        yield f"Alle {number(len(effects))} Probefragen bekommen dasselbe wie bisher."
        return
    better, worse = sum(one.gain > 0 for one in changed), sum(one.gain < 0 for one in changed)
    yield f"{counted(changed, len(effects), 'Probefragen')}; besser: {better}, schlechter: {worse}."
    for one in changed[:MOST_SHOWN]:
        then, now = in_words(one.before), in_words(one.after)
        yield f"  {judgement(one)}: „{one.after.text}“ bekam {then}, jetzt {now}"
    if len(changed) > MOST_SHOWN:
        yield f"  ... und {len(changed) - MOST_SHOWN} weitere"


def changes(effects: Iterable[Effect]) -> list[Effect]:
    """Those that are one, the worse first."""
    return sorted((effect for effect in effects if effect.is_change), key=lambda effect: effect.gain)


def counted(changed: Sequence[Effect], among: int, what: str) -> str:
    """A sentence without its dot: "3 von 40 Probefragen bekommen jetzt etwas anderes"."""
    verb = "bekommt" if len(changed) == 1 else "bekommen"
    return f"{number(len(changed))} von {number(among)} {what} {verb} jetzt etwas anderes"


def judgement(effect: Effect) -> str:
    return "besser" if effect.gain > 0 else "schlechter" if effect.gain < 0 else "anders"


def _outcome(found: Found) -> tuple[str, frozenset[str]]:
    """What somebody notices."""
    if found.command and found.band is not Band.SAFETY:
        return found.command, frozenset()
    suggested = _suggested(found) if found.band is Band.SUGGEST else found.also
    return f"{found.band} {found.entry or ''}", frozenset(suggested)


def _suggested(found: Found) -> list[str]:
    return [candidate.entry for candidate in found.candidates[:SUGGESTED]]


def _worth(found: Found, right: tuple[str, ...]) -> int:
    """3: the right answer, or rightly none; 2: it is offered; 1: nothing that harms; 0: something wrong."""
    match found.band:
        case Band.ANSWER:
            return 3 if found.entry in right else 0
        case Band.NONE:
            return 3 if not right or "none" in right else 1
        case Band.SUGGEST:
            return 2 if not set(_suggested(found)).isdisjoint(right) else 1
        case Band.SMALLTALK:
            return 3 if "smalltalk" in right else 0
    return 3 if "danger" in right else 0


def number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
