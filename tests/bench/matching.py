"""The matcher beside others: ``python -m tests.bench.matching [--dataset DIR] [--ablate] [--most N]``.

Measures the project's questions (see ``questions.py``), its signs of danger, and the public data sets in DIR
(see README.md). In percent: right at first place and among three, mean reciprocal rank, AUROC of the
Jobcenter's matters against all others, against those of other authorities (near) and against the rest (far),
right while 90 % of the others are rejected, calibration error; milliseconds a question. Then the five
figures: answered at once, of all answered wrongly, helped, of the near and of all others answered as if they
were the Jobcenter's. ``--most N`` takes every k-th question of a set.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml

from bot.content.faq_files import read_faq
from bot.core.matching import Band, Found
from bot.core.matching.danger_lesson import KINDS
from bot.core.matching.finder import KnowledgeFinder
from bot.core.matching.fitting import calibration_error
from tests.bench import engines
from tests.bench.ablations import ablations
from tests.bench.datasets import read_datasets
from tests.bench.engines import Engine, Ranked
from tests.bench.measures import auroc, right_at_rejection
from tests.bench.questions import SIGNPOST, Query, question_sets

HEADS = ("at 1", "at 3", "MRR", "AUROC", "near", "far", "at 90 %", "ECE", "p50 ms", "p99 ms")


@dataclass(frozen=True)
class Run:
    """The answers of one engine to the questions of one set."""

    ranked: tuple[Ranked, ...]
    milliseconds: tuple[float, ...]


def run(engine: Engine, queries: Sequence[Query]) -> Run:
    for query in queries[:20]:
        engine(query.text)
    ranked, milliseconds = [], []
    for query in queries:
        begin = time.perf_counter()
        ranked.append(engine(query.text))
        milliseconds.append((time.perf_counter() - begin) * 1000)
    return Run(tuple(ranked), tuple(milliseconds))


def figures(queries: Sequence[Query], done: Run) -> list[float]:
    """Shares (0 to 1) in the order of HEADS, without the times."""
    pairs = list(zip(queries, done.ranked, strict=True))
    inside = [(query, ranked) for query, ranked in pairs if query.inside]
    ranks = [_rank(query, ranked) for query, ranked in inside]
    first = [rank == 1 for rank in ranks]
    tops = [_top(ranked) for _, ranked in inside]
    near = [_top(ranked) for query, ranked in pairs if query.near]
    far = [_top(ranked) for query, ranked in pairs if not query.inside and not query.near]
    return [
        float(np.mean(first)),
        float(np.mean([0 < rank <= 3 for rank in ranks])),
        float(np.mean([1 / rank if rank else 0 for rank in ranks])),
        auroc(tops, near + far),
        auroc(tops, near),
        auroc(tops, far),
        right_at_rejection(tops, first, near + far),
        calibration_error([ranked[0][1] for _, ranked in pairs], [_rank(*pair) == 1 for pair in pairs]),
    ]


def _rank(query: Query, ranked: Ranked) -> int:
    """At which place the first right entry stands, from 1; 0 if none is there."""
    return next((place for place, (entry, _) in enumerate(ranked, 1) if entry in query.right), 0)


def _top(ranked: Ranked) -> float:
    """The confidence that it is a matter of the Jobcenter: a signpost elsewhere is no answer of its own."""
    return next((confidence for entry, confidence in ranked if not entry.startswith(SIGNPOST)), 0.0)


def row(name: str, queries: Sequence[Query], done: Run) -> str:
    shares = figures(queries, done)
    if done.ranked[0] and max(ranked[0][1] for ranked in done.ranked if ranked) > 1:
        shares[-1] = float("nan")  # no probability
    p50, p99 = np.percentile(done.milliseconds, [50, 99])
    return f"  {name:22}" + "".join(f"{100 * x:8.1f}" for x in shares) + f"{p50:8.2f}{p99:8.2f}"


def compare(name: str, queries: Sequence[Query], compared: dict[str, Engine]) -> None:
    print(f"\n{name}: {len(queries)} questions, {sum(query.inside for query in queries)} in scope")
    print(" " * 24 + "".join(f"{head:>8}" for head in HEADS))
    for title, engine in compared.items():
        print(row(title, queries, run(engine, queries)), flush=True)


def bands(name: str, finder: KnowledgeFinder, queries: Sequence[Query]) -> None:
    """The five figures."""
    found = [(query, finder.find(query.text)) for query in queries]
    inside = [(query, one) for query, one in found if query.inside]
    answered = [(query, one) for query, one in inside if one.band is Band.ANSWER]
    right = sum(one.entry in query.right for query, one in answered)
    offered = sum(_offers(query, one) for query, one in inside if one.band is Band.SUGGEST)
    near = [_answers(one) for query, one in found if query.near]
    others = [_answers(one) for query, one in found if not query.inside]
    shares = {
        "answered": len(answered) / len(inside),
        "wrong of all": (len(answered) - right) / len(inside),
        "helped": (right + offered) / len(inside),
        "near answered": float(np.mean(near)) if near else float("nan"),
        "others answered": float(np.mean(others)) if others else float("nan"),
    }
    print(f"  {name:22}" + ", ".join(f"{title} {100 * value:.1f}" for title, value in shares.items()))


def _offers(query: Query, found: Found) -> bool:
    return any(candidate.entry in query.right for candidate in found.candidates[:3])


def _answers(found: Found) -> bool:
    """Is it answered as if it were the Jobcenter's matter?"""
    return found.band is Band.ANSWER and not (found.entry or "").startswith(SIGNPOST)


def danger(finder: KnowledgeFinder, faq: Path, sets: dict[str, list[Query]]) -> None:
    """Signs of danger that are found, and what is taken for one."""
    print("\ndanger, in percent")
    for path in sorted((faq / "samples" / "de").glob("_danger*.yaml")):
        samples: dict[str, list[str]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        every = [text for kind in KINDS for text in samples[kind]]
        shares = {
            **{f"{kind} found": samples[kind] for kind in KINDS},
            "all found": every,
            **{name: texts for name, texts in samples.items() if name not in KINDS},
        }
        said = ", ".join(f"{name} {_alarms(finder, texts):.1f}" for name, texts in shares.items())
        print(f"  {path.stem:22}{said} of {len(every)}")
    for name, queries in sets.items():
        ordinary = [query.text for query in queries if not finder.watch.grave.intersection(query.right)]
        print(f"  alarms in {name:12}{_alarms(finder, ordinary):8.1f} of {len(ordinary)}", flush=True)


def _alarms(finder: KnowledgeFinder, texts: Sequence[str]) -> float:
    return 100 * float(np.mean([bool(finder.danger(text)) for text in texts]))


def misspelt(queries: Sequence[Query], seed: int = 20261122) -> list[Query]:
    """Each question with one or two typing errors: letters left out, doubled, swapped or replaced."""
    chance = random.Random(seed)
    return [replace(query, text=_with_typos(query.text, chance)) for query in queries]


def _with_typos(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 2))):
        places = [place for place in range(1, len(text) - 1) if text[place].isalpha()]
        if places:
            at = chance.choice(places)
            letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
            middle = chance.choice(("", text[at] * 2, text[at + 1] + text[at], letter))
            text = text[:at] + middle + text[at + (2 if len(middle) == 2 and middle[1] == text[at] else 1) :]
    return text


def memory() -> str:
    with open("/proc/self/status", encoding="ascii") as status:
        now = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"memory of this process: {now // 1024} MB, at most {peak // 1024} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--dataset", type=Path, help="folder of public data sets, or one of them")
    parser.add_argument("--faq", type=Path, default=Path("faq"), help="folder of the knowledge base")
    parser.add_argument("--ablate", action="store_true", help="what each piece is worth")
    parser.add_argument("--most", type=int, default=600, help="questions of a public set at most")
    parser.add_argument("--only", default="", help="sets of questions whose name begins so")
    parser.add_argument("--every", type=int, default=1, help="learn only each N-th phrasing")
    parser.add_argument("--cache", type=Path, help="folder in which what was learnt is kept")
    parser.add_argument("--alone", action="store_true", help="without the other engines")
    asked = parser.parse_args()
    if asked.dataset:
        for dataset in read_datasets(asked.dataset):
            queries = dataset.queries[:: max(1, len(dataset.queries) // asked.most)]
            others = {} if asked.alone else engines.peers(dataset.kb)
            compare(dataset.name, queries, {**ours(dataset.kb), **others})
        return
    kb = engines.thinned(read_faq(asked.faq), asked.every)
    sets = {name: qs for name, qs in question_sets(asked.faq).items() if name.startswith(asked.only)}
    if asked.ablate:
        ablations(kb, question_sets(asked.faq))
        return
    full, lexical = (learnt(kb, asked.cache, meaning=meaning) for meaning in (True, False))
    compared = {"full": engines.of_finder(full), "lexical": engines.of_finder(lexical)}
    others = {} if asked.alone else engines.peers(kb)
    for name, queries in sets.items():
        compare(name, queries, {**compared, **(others if name in ("samples", "life") else {})})
        if name in ("samples", "life"):
            compare(f"{name}, 1 or 2 typing errors each", misspelt(queries), compared)
    print("\nfive figures, in percent")
    for name, queries in sets.items():
        bands(name, full, queries)
        bands(f"{name}, lexical", lexical, queries)
    danger(full, asked.faq, sets)
    print(memory())


def learnt(kb: engines.KnowledgeBase, cache: Path | None, *, meaning: bool) -> KnowledgeFinder:
    """The finder, and a line on how long it took."""
    begin = time.perf_counter()
    finder = engines.finder(kb, cache, meaning=meaning)
    size = finder.judge.shelf("de").index.size
    took = time.perf_counter() - begin
    print(f"{size} German examples, {'full' if meaning else 'lexical'}: there after {took:.0f} s; {memory()}")
    return finder


def ours(kb: engines.KnowledgeBase) -> dict[str, Engine]:
    return {
        "full": engines.of_finder(engines.finder(kb)),
        "lexical": engines.of_finder(engines.finder(kb, meaning=False)),
    }


if __name__ == "__main__":
    main()
