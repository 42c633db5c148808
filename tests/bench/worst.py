"""The slowest of many hostile texts: ``python -m tests.bench.worst [COUNT] [--faq DIR] [--cache DIR]``.

Seeded texts of up to 4,096 characters: phrasings run together, misspelt, without stops, in mixed languages,
strange characters, repeated words of danger. Prints percentiles and the five slowest.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.content.faq_files import read_faq
from bot.core.matching.reading import LONGEST_TEXT
from tests.bench import engines


def hostile(texts: Sequence[str], chance: random.Random) -> str:
    """A text that was never meant to be understood."""
    some = chance.sample(texts, k=chance.randint(1, 60))
    makers: list[Callable[[], str]] = [
        lambda: chance.choice(texts),
        lambda: ". ".join(some),
        lambda: " und ".join(some),
        lambda: "".join(some).replace(" ", ""),
        lambda: " ".join("".join(chance.sample(word, len(word))) for word in " ".join(some).split()),
        lambda: chance.choice(some[0].split() or ["x"]) * 600,
        lambda: "".join(chr(chance.randint(33, 0x2FFF)) for _ in range(2000)),
        lambda: "!?\n".join(word for text in some for word in text.split()),
        lambda: " ".join(chance.choice("abcdefgh") * chance.randint(1, 80) for _ in range(200)),
    ]
    return chance.choice(makers)()[:LONGEST_TEXT]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--faq", type=Path, default=Path("faq"))
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args()
    kb = read_faq(asked.faq)
    finder = engines.finder(kb, asked.cache)
    texts = [text for by_entry in kb.phrasings.values() for found in by_entry.values() for text in found]
    texts += [text for kinds in kb.safety.phrases.values() for found in kinds.values() for text in found]
    chance, took = random.Random(20261122), []
    for _ in range(asked.count):
        text = hostile(texts, chance)
        begin = time.perf_counter()
        finder.find(text)
        took.append(((time.perf_counter() - begin) * 1000, text))
    times = np.array([milliseconds for milliseconds, _ in took])
    print(f"{asked.count} texts: p50 {np.median(times):.1f} ms, p99 {np.percentile(times, 99):.1f} ms")
    for milliseconds, text in sorted(took, reverse=True)[:5]:
        print(f"  {milliseconds:6.1f} ms  {len(text)} characters: {text[:60]!r}")


if __name__ == "__main__":
    main()
