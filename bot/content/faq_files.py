"""The one loader of the knowledge base: the bot and the editors' checks read ``faq/`` through it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.content.cross_checks import CHECKS
from bot.content.draft import WITHDRAWN, Asked, Draft, read_draft, read_samples_into
from bot.content.folder import LARGEST, Folder
from bot.content.formats import LifeSample
from bot.content.rule_names import found_by
from bot.content.slips import Slip
from bot.content.yaml_nodes import Fields, Items, Scalar, compose
from bot.core.knowledge import KnowledgeBase, Place, Problem, Safety
from bot.errors import ContentError

Questions = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Language -> id of an entry -> texts."""


def read_faq(folder: Path) -> KnowledgeBase:
    """The knowledge base in *folder*.

    Raises:
        ContentError: something is wrong; its ``problems`` are all of them, each with its place.
    """
    kb, problems = check_faq(folder)
    if kb is None:
        raise ContentError([str(problem) for problem in problems])
    return kb


def check_faq(folder: Path) -> tuple[KnowledgeBase | None, list[Problem]]:
    """The knowledge base and no problems, or None and every problem in the order of the files."""
    kb, problems = survey(folder)
    return (None if problems else kb), problems


def survey(folder: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """What can be read in spite of all problems: for those who mend them, never for citizens."""
    files = Folder(folder)
    if not folder.is_dir():
        words = f"Den Ordner {folder} gibt es nicht. Bitte den Pfad prüfen."
        files.complain(files.place(), Slip.MISSING_FILE, words)
        return KnowledgeBase(), files.problems
    draft = read_draft(files)
    between = (problem for check in CHECKS for problem in found_by(check, draft))
    return _knowledge_base(draft, files.version), _in_order([*files.problems, *between])


def read_samples(folder: Path) -> Questions:
    """Natural questions that must find their entry (``samples/<language>/<topic>.yaml``).

    Raises:
        ContentError: a file cannot be read.
    """
    return _by_language(_samples(folder).samples)


def read_out_of_scope(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """By language: questions that must find nothing (``samples/<language>/_out_of_scope.yaml``).

    Raises:
        ContentError: a file cannot be read.
    """
    return {asked.language: asked.texts for asked in _samples(folder).out_of_scope}


def read_life_samples(folder: Path) -> tuple[LifeSample, ...]:
    """Messages written from the lives of people (``samples/<language>/life.yaml``).

    Raises:
        ContentError: a file cannot be read.
    """
    return _samples(folder).life_samples.values


def read_withdrawn(folder: Path) -> frozenset[str]:
    """Ids of the answers out of service, whatever else in the folder is broken; never raises.

    A ``withdrawn.yaml`` that is itself broken is searched line by line: rather one answer too many out
    of service than a wrong one given.
    """
    try:
        with (folder / WITHDRAWN).open("rb") as file:
            text = file.read(LARGEST).decode(errors="replace")
    except OSError:
        return frozenset()
    node, _ = compose(text, WITHDRAWN)
    if not isinstance(node, Items):
        return frozenset(_WITHDRAWN_ID.findall(text))
    ids = (item.values.get("id") if isinstance(item, Fields) else item for item in node.items)
    return frozenset(name.text for name in ids if isinstance(name, Scalar))


_WITHDRAWN_ID = re.compile(r"""^[\s{-]*["']?id["']?\s*:\s*["']?([a-z0-9-]+)""", re.MULTILINE)


def _samples(folder: Path) -> Draft:
    files, draft = Folder(folder), Draft()
    read_samples_into(files, draft)
    if files.problems:
        raise ContentError([str(problem) for problem in _in_order(files.problems)])
    return draft


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line and column; each once."""
    once = dict.fromkeys(problems)
    return sorted(once, key=lambda problem: (problem.place.file, problem.place.line, problem.place.column))


def _by_language(asked: Iterable[Asked]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in asked:
        by_entry = found.setdefault(one.language, {})
        by_entry[one.entry] = by_entry.get(one.entry, ()) + one.texts
    return found


def _knowledge_base(draft: Draft, version: str) -> KnowledgeBase:
    order = {topic.id: topic.order for topic in draft.topics.values}
    return KnowledgeBase(
        version=version,
        topics=tuple(sorted(draft.topics.values, key=lambda topic: topic.order)),
        entries=tuple(sorted(draft.entries.values, key=lambda entry: order.get(entry.topic, len(order) + 1))),
        facts={fact.id: fact for fact in draft.facts.values},
        offices=draft.offices.values,
        contacts={contact.id: contact for contact in draft.contacts.values},
        safety=draft.safety[0] if draft.safety else Safety(),
        smalltalk=draft.smalltalk.values,
        commands=draft.commands[0] if draft.commands else {},
        phrasings=_by_language(draft.phrasings),
        from_life=frozenset(
            (asked.language, asked.entry, text)
            for asked in draft.phrasings
            if asked.from_life
            for text in asked.texts
        ),
        phrasing_places={
            (asked.language, asked.entry, text): place
            for asked in draft.phrasings
            for text, place in zip(asked.texts, asked.places, strict=False)
        },
        line_places=dict(_line_places(draft)),
        none={asked.language: asked.texts for asked in draft.none},
        languages=draft.languages,
        calibration=draft.calibration[0] if draft.calibration else {},
        withdrawn=frozenset(withdrawal.id for withdrawal in draft.withdrawn.values),
    )


def _line_places(draft: Draft) -> Iterator[tuple[tuple[Place, str], tuple[Place, ...]]]:
    for entry, node in draft.entries.rows:
        for field in ("question", "label", "answer", "simple"):
            written = node.values[field]
            if isinstance(written, Scalar):
                yield (entry.place, field), tuple(_lines_of(written))
    for fact, node in draft.facts.rows:
        rows = tuple(node.place_of("values", index) for index in range(len(fact.values)))
        yield (fact.place, "values"), rows


def _lines_of(written: Scalar) -> Iterator[Place]:
    """Where each line begins, counted as in the value: without empty lines at its beginning and end."""
    text = written.text.strip()
    start = written.text.index(text)
    yield written.place_at(start)
    if written.indent is not None:
        yield from (written.place_at(start + line.end()) for line in re.finditer("\n", text))
