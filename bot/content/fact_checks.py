"""What can be wrong in the amounts: no value, two values for one day, shares of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.content.draft import Draft
from bot.content.schema import meant, quoted
from bot.core.knowledge import DAY_UNIT, Fact, Problem

Window = tuple[date | None, date | None]
"""The first and the last day on which something holds; None: no bound."""


def overlap(one: Window, other: Window) -> bool:
    """Whether there is a day on which both hold."""
    begins = max(one[0] or date.min, other[0] or date.min)
    return begins <= min(one[1] or date.max, other[1] or date.max)


def fact_without_value(draft: Draft) -> Iterator[Problem]:
    """Ein Betrag hat keinen Wert oder zwei Arten von Werten zugleich. Der Chat wüsste nicht, was er nennen
    soll. Bitte entweder values mit Zeiträumen eintragen oder share_of mit share.
    """
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


def overlapping_amounts(draft: Draft) -> Iterator[Problem]:
    """Für einen Tag gibt es zwei Werte desselben Betrags, oder ein Zeitraum endet, bevor er beginnt. Welchen
    Wert der Chat nennt, wäre Zufall. Bitte from und until so setzen, dass ein Wert auf den anderen folgt.
    """
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


def day_or_amount(draft: Draft) -> Iterator[Problem]:
    """Einheit und Wert passen nicht zusammen: Ein Tag steht, wo ein Betrag hingehört, oder umgekehrt. Im Chat
    stünde Unsinn wie „2026-07-01 Euro“. Bitte den Wert oder unit berichtigen.
    """
    days = {fact.id for fact in draft.facts.values if fact.unit == DAY_UNIT}
    for fact, node in draft.facts.rows:
        for index, value in enumerate(fact.values):
            if isinstance(value.value, date) != (fact.id in days):
                wanted = f"ein Tag wie 2026-07-01 (unit ist {DAY_UNIT})" if fact.id in days else "eine Zahl"
                yield Problem(node.place_of("values", index), f"Hier gehört {wanted} hin. Bitte berichtigen.")
        if fact.share_of in days:
            yield Problem(
                node.place_of("share_of"),
                f"{quoted(fact.share_of)} ist ein Tag; davon gibt es keinen Anteil.",
            )


def share_of_nothing(draft: Draft) -> Iterator[Problem]:
    """Ein Anteil bezieht sich auf einen Betrag, den es nicht gibt, oder im Kreis auf sich selbst. Der Chat
    kann ihn nicht ausrechnen. Bitte share_of auf einen Betrag mit values richten.
    """
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


CHECKS = (fact_without_value, overlapping_amounts, day_or_amount, share_of_nothing)


def _runs_in_a_circle(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    seen: set[str] = set()
    while fact.share_of in facts and fact.id not in seen:
        seen.add(fact.id)
        fact = facts[fact.share_of]
    return fact.id in seen
