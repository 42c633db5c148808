"""How a slip is made: one line of one file is replaced, at a place that a seed chooses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

Files = Mapping[str, str]
"""Names within the folder -> contents."""


@dataclass(frozen=True)
class Mutation:
    """``content`` takes the place of ``file``; a problem of ``rule`` must stand between the two lines."""

    file: str
    content: str | bytes | None
    rule: str
    first: int
    last: int


Mutate = Callable[[Random, Files], Mutation]


def swapped(
    rule: str,
    files: str,
    pattern: str,
    replace: Callable[[Random, re.Match[str]], str],
    shift: int = 0,
    later: int = 0,
) -> Mutate:
    """Replaces one line that matches *pattern*; reported *shift* lines below, or up to *later* more."""

    def mutate(dice: Random, there: Files) -> Mutation:
        name, number, match = dice.choice([*matching_lines(there, files, pattern)])
        lines = there[name].split("\n")
        lines[number - 1] = replace(dice, match)
        return Mutation(name, "\n".join(lines), rule, number + shift, number + shift + later)

    return mutate


def matching_lines(there: Files, files: str, pattern: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    for name, text in there.items():
        if re.fullmatch(files, name):
            for number, line in enumerate(text.split("\n"), 1):
                match = re.fullmatch(pattern, line)
                if match and not line.lstrip().startswith("#"):
                    yield name, number, match


def inserted(sign: str) -> Callable[[Random, re.Match[str]], str]:
    def insert(dice: Random, match: re.Match[str]) -> str:
        at = dice.randrange(len(match[0]))
        return match[0][:at] + sign + match[0][at:]

    return insert


def written(*choices: str) -> Callable[[Random, re.Match[str]], str]:
    """One of the *choices*, with the groups of the match filled in."""
    return lambda dice, match: dice.choice(choices).format(match[0], **match.groupdict())
