"""The matcher beside rapidfuzz's own scorers: ``python -m tests.bench.bench_matching [--datasets DIR]``.

Measures the project's samples (``faq/samples``, ``--faq DIR`` for another knowledge base), its signs of
danger, and the public data sets in DIR (see ``datasets.py``). Per engine: right at first place and among
three, AUROC of in scope against out of scope, right while 90 % of those out of scope are rejected (all in
percent), milliseconds a question. ``--most N`` takes every k-th question of a set.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from rapidfuzz import fuzz, process

from bot.content.faq_files import read_faq, read_out_of_scope, read_samples
from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Band, Found
from bot.core.matching.corpus import Kind, read
from bot.core.matching.finder import KnowledgeFinder, build
from tests.bench.datasets import DAY, DataSet, Query, read_datasets
from tests.bench.measures import auroc, calibration_error, right_at_rejection

KINDS = ("crisis", "violence", "emergency")
Ranked = list[tuple[str, float]]
Engine = Callable[[str], Ranked]


@dataclass(frozen=True)
class Run:
    """The answers of one engine to the questions of one set."""

    ranked: tuple[Ranked, ...]
    milliseconds: tuple[float, ...]


def this_engine(kb: KnowledgeBase) -> Engine:
    finder = build(kb, DAY)
    return lambda text: [(found.entry, found.confidence) for found in finder.find(text).candidates]


def scorer(kb: KnowledgeBase, measure: Callable[..., float]) -> Engine:
    """rapidfuzz as most people use it: the best example of each entry."""
    examples = [(e.text, e.of.id) for e in read(kb, DAY).examples if e.of.kind is Kind.ENTRY]
    texts, ids = [text.lower() for text, _ in examples], [entry for _, entry in examples]

    def ranked(text: str) -> Ranked:
        best: dict[str, float] = {}
        for _, score, place in process.extract(text.lower(), texts, scorer=measure, limit=200):
            best.setdefault(ids[place], score)
        return sorted(best.items(), key=lambda pair: -pair[1])[:5]

    return ranked


def run(engine: Engine, queries: Sequence[Query]) -> Run:
    for query in queries[:20]:
        engine(query.text)
    ranked, milliseconds = [], []
    for query in queries:
        begin = time.perf_counter()
        ranked.append(engine(query.text))
        milliseconds.append((time.perf_counter() - begin) * 1000)
    return Run(tuple(ranked), tuple(milliseconds))


def row(name: str, queries: Sequence[Query], done: Run) -> str:
    inside = [(query, ranked) for query, ranked in zip(queries, done.ranked, strict=True) if query.right]
    first = [bool(ranked) and ranked[0][0] in query.right for query, ranked in inside]
    three = [any(entry in query.right for entry, _ in ranked[:3]) for query, ranked in inside]
    tops = [_top(ranked) for _, ranked in inside]
    outside = [_top(ranked) for query, ranked in zip(queries, done.ranked, strict=True) if not query.right]
    figures = (
        float(np.mean(first)),
        float(np.mean(three)),
        auroc(tops, outside),
        right_at_rejection(tops, first, outside),
    )
    p50, p99 = np.percentile(done.milliseconds, [50, 99])
    return f"  {name:18}" + "".join(f"{100 * x:9.1f}" for x in figures) + f"{p50:9.2f}{p99:9.2f}"


def compare(dataset: DataSet, most: int) -> None:
    queries = dataset.queries[:: max(1, len(dataset.queries) // most)]
    print(f"\n{dataset.name}: {len(dataset.kb.entries)} entries, {len(queries)} questions")
    print(
        " " * 20 + "".join(f"{head:>9}" for head in ("at 1", "at 3", "AUROC", "at 90 %", "p50 ms", "p99 ms"))
    )
    engines = {
        "this": this_engine(dataset.kb),
        "token_set_ratio": scorer(dataset.kb, fuzz.token_set_ratio),
        "WRatio": scorer(dataset.kb, fuzz.WRatio),
    }
    for name, engine in engines.items():
        print(row(name, queries, run(engine, queries)), flush=True)


def bands(finder: KnowledgeFinder, queries: Sequence[Query]) -> None:
    """The five figures, and how far the confidence can be believed."""
    found = [(query, finder.find(query.text)) for query in queries]
    inside = [(query, one) for query, one in found if query.right]
    outside = [one for query, one in found if not query.right]
    answered = [(query, one) for query, one in inside if one.band is Band.ANSWER]
    right = sum(one.entry in query.right for query, one in answered)
    offered = sum(
        any(candidate.entry in query.right for candidate in one.candidates[:3])
        for query, one in inside
        if one.band is Band.SUGGEST
    )
    total = len(inside)
    tops = [one.candidates[0].confidence for _, one in found]
    hits = [one.candidates[0].entry in query.right for query, one in found]
    figures = {
        "answered": len(answered) / total,
        "of these right": right / max(len(answered), 1),
        "wrong of all": (len(answered) - right) / total,
        "helped": (right + offered) / total,
        "out of scope answered": np.mean([one.band is Band.ANSWER and not _signpost(one) for one in outside]),
        "signposted": np.mean([one.band is Band.ANSWER and _signpost(one) for one in outside]),
        "calibration error": calibration_error(tops, hits),
    }
    print("  " + ", ".join(f"{name} {value:.1%}" for name, value in figures.items()))


SIGNPOST = "elsewhere-"


def _signpost(found: Found) -> bool:
    return (found.entry or "").startswith(SIGNPOST)


def _top(ranked: Ranked) -> float:
    """The confidence that it is a matter of the Jobcenter: a signpost elsewhere is no answer of its own."""
    return next((confidence for entry, confidence in ranked if not entry.startswith(SIGNPOST)), 0.0)


def danger(finder: KnowledgeFinder, faq: Path, queries: Sequence[Query], grave: frozenset[str]) -> None:
    """Signs of danger that are found, and what is taken for one."""
    for file in ("_danger.yaml", "_danger_held_apart.yaml"):
        text = (faq / "samples" / "de" / file).read_text(encoding="utf-8")
        samples: dict[str, list[str]] = yaml.load(text, yaml.BaseLoader)
        print(f"\ndanger found in {file}, in percent")
        for name, texts in samples.items():
            hits = [bool(finder.danger(one)) for one in texts]
            print(f"  {name:18}{100 * np.mean(hits):9.1f} of {len(texts)}")
        every = [bool(finder.danger(one)) for kind in KINDS for one in samples[kind]]
        print(f"  {'all kinds':18}{100 * np.mean(every):9.1f} of {len(every)}")
    groups = {
        "ordinary samples": [q.text for q in queries if q.right and not grave.intersection(q.right)],
        "grave entries": [q.text for q in queries if grave.intersection(q.right)],
        "out of scope": [q.text for q in queries if not q.right],
    }
    for name, texts in groups.items():
        print(f"  {name:18}{100 * np.mean([bool(finder.danger(one)) for one in texts]):9.1f} of {len(texts)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--datasets", type=Path, help="folder of public data sets")
    parser.add_argument("--faq", type=Path, default=Path("faq"), help="folder of the knowledge base")
    parser.add_argument("--most", type=int, default=600, help="questions of a set at most")
    asked = parser.parse_args()
    kb = read_faq(asked.faq)
    own = project_samples(asked.faq, kb)
    compare(own, len(own.queries))
    finder = build(kb, DAY)
    bands(finder, own.queries)
    danger(finder, asked.faq, own.queries, finder.watch.grave)
    for dataset in read_datasets(asked.datasets) if asked.datasets else ():
        compare(dataset, asked.most)


def project_samples(faq: Path, kb: KnowledgeBase) -> DataSet:
    inside = [
        Query(text, (entry,))
        for by_entry in read_samples(faq).values()
        for entry, texts in by_entry.items()
        for text in texts
    ]
    outside = [Query(text) for texts in read_out_of_scope(faq).values() for text in texts]
    return DataSet("faq/samples", kb, (*inside, *outside))


if __name__ == "__main__":
    main()
