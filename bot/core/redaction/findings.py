"""Where something personal stands in a text, and the text with a placeholder in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found; the value is what editors read in its place."""

    ADDRESS = "[Adresse]"
    BIRTH = "[Geburtsdatum]"
    EMAIL = "[E-Mail]"
    IBAN = "[IBAN]"
    LINK = "[Link]"
    NAME = "[Name]"
    NUMBER = "[Nummer]"
    PHONE = "[Telefon]"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something personal from *start* up to *end*."""

    start: int
    end: int
    kind: Kind


PLACEHOLDER = re.compile("|".join(map(re.escape, Kind)))
_HIDDEN = "\0"
"""No letter, no digit, no blank and no punctuation: no finder reads over it."""


def hidden(text: str) -> str:
    """*text* with its placeholders out of sight, so that they are not looked into."""
    return PLACEHOLDER.sub(lambda placeholder: _HIDDEN * len(placeholder[0]), text)


def replaced(text: str, findings: Iterable[Finding]) -> str:
    """*text* with each of *findings* replaced; of those that overlap, the first one says what they are."""
    parts, at = [], 0
    for finding in _apart(findings):
        parts += [text[at : finding.start], finding.kind]
        at = finding.end
    return "".join([*parts, text[at:]])


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """In the order of the text, the overlapping ones as one: nothing of the later one may stay behind."""
    ranked = sorted(enumerate(findings), key=lambda pair: (pair[1].start, pair[0]))
    current: tuple[int, Finding] | None = None
    for rank, finding in ranked:
        if current is None:
            current = (rank, finding)
        elif finding.start >= current[1].end:
            yield current[1]
            current = (rank, finding)
        else:
            best, first = min(current, (rank, finding), key=lambda pair: pair[0])
            end = max(current[1].end, finding.end)
            current = (best, Finding(current[1].start, end, first.kind))
    if current is not None:
        yield current[1]
