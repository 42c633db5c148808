"""What can be wrong in the amounts: no value, two values for one day, shares of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.content.draft import Draft
from bot.content.schema import meant, quoted
from bot.core.knowledge import Fact, Problem

Window = tuple[date | None, date | None]
"""The first and the last day on which something holds; None: no bound."""


def overlap(one: Window, other: Window) -> bool:
    """Whether there is a day on which both hold."""
    begins = max(one[0] or date.min, other[0] or date.min)
    return begins <= min(one[1] or date.max, other[1] or date.max)


def facts_without_value(draft: Draft) -> Iterator[Problem]:
    for fact, node in draft.facts.rows:
        if not fact.values and not fact.share_of:
            yield Problem(
                node.place,
                f"{quoted(fact.id)} hat keinen Betrag. Bitte values ergänzen (oder share_of mit share).",
            )
        if fact.values and fact.share_of:
            yield Problem(
                node.place_of("share_of"),
                f"{quoted(fact.id)} hat values und share_of. Bitte eines von beiden löschen.",
            )
        if fact.share_of and "share" not in node.values:
            yield Problem(node.place_of("share_of"), 'Zu share_of fehlt share, zum Beispiel: share: "0.30"')


def windows_of_facts(draft: Draft) -> Iterator[Problem]:
    """On one day a fact has one value."""
    for fact, node in draft.facts.rows:
        for index, value in enumerate(fact.values):
            place = node.place_of("values", index)
            if value.until and value.until < value.from_:
                yield Problem(place, "until liegt vor from. Bitte die beiden Tage prüfen.")
            for earlier in fact.values[:index]:
                if overlap((value.from_, value.until), (earlier.from_, earlier.until)):
                    yield Problem(
                        place,
                        f"Dieser Betrag gilt zur selben Zeit wie der ab {earlier.from_:%Y-%m-%d}. "
                        "Bitte from und until so setzen, dass sie sich ablösen.",
                    )


def shares_of_nothing(draft: Draft) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in draft.facts.values}
    for fact, node in draft.facts.rows:
        if not fact.share_of:
            continue
        if draft.facts.lacks(fact.share_of):
            yield Problem(
                node.place_of("share_of"),
                f"{quoted(fact.share_of)} steht nicht in facts.yaml. Bitte berichtigen."
                + meant(fact.share_of, draft.facts.ids),
            )
        elif _runs_in_a_circle(fact, facts):
            yield Problem(
                node.place_of("share_of"),
                "Dieser Anteil führt im Kreis. Bitte share_of auf einen Betrag mit values richten.",
            )


CHECKS = (facts_without_value, windows_of_facts, shares_of_nothing)


def _runs_in_a_circle(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    seen: set[str] = set()
    while fact.share_of in facts and fact.id not in seen:
        seen.add(fact.id)
        fact = facts[fact.share_of]
    return fact.id in seen
