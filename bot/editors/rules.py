"""Warnings about a knowledge base that works but could serve people better: one rule, one generator.

The German docstring of a rule is its documentation for editors. Rules about wording: ``editors.style``,
about slips in amounts: ``editors.amounts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz.fuzz import ratio

from bot.content.rule_names import found_by
from bot.core.knowledge import ELSEWHERE, Entry, KnowledgeBase, Place, Problem, Signature
from bot.core.matching.normalise import fold
from bot.editors.amounts import AMOUNT_RULES
from bot.editors.places import place_in, warning
from bot.editors.style import MAIN, STYLE_RULES, Rule

NOTICE = timedelta(days=30)
"""So long before its end an amount is warned about. The last amounts of a new year are published late in the
old one: with 60 days every amount was warned about in November, for weeks without a remedy, and warnings
that nobody can follow are soon no longer read. 30 days still leave time to look up and to sign."""

LOOKALIKE = 85
"""Likeness (0 to 100) from which two labels are mixed up: "Wohnung" and "Wohnungen" have 87, the likest
two of the first 39 entries, "Angst vor der Maßnahme" and "Kosten bei der Maßnahme", 72."""

NEAR_COPY = 85
"""Likeness (0 to 100) above which two phrasings teach the matcher the same thing."""

ENOUGH_PHRASINGS = 30
ENOUGH_FOR_A_SIGNPOST = 15
"""German phrasings of an entry and of a signpost to another authority; what is asked there varies less."""


def lint(kb: KnowledgeBase, today: date, complete: bool = True) -> Iterator[Problem]:
    """All warnings of all rules.

    *complete* is false while something in the files cannot be read: then nothing is called missing.
    """
    for rule in RULES:
        if complete or rule not in COUNTING_RULES:
            yield from found_by(rule, kb, today)


def review_overdue(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Der Tag, bis zu dem eine Antwort wieder geprüft werden sollte, ist vorbei. Sie kann inzwischen falsch
    sein. Bitte prüfen, dann checked_on und review_by neu setzen.
    """
    for entry in kb.entries:
        if entry.review_by < today:
            yield warning(
                entry.place,
                f"'{entry.id}' sollte bis {entry.review_by:%d.%m.%Y} geprüft werden. "
                "Bitte prüfen, dann checked_on und review_by neu setzen.",
            )


def lapsed_signature(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Unter einer Antwort steht eine Unterschrift, die für einen anderen Wortlaut gegeben wurde, oder nur ein
    Name von Hand. Sie zählt nicht: Im echten Betrieb wird die Antwort nicht gegeben. Bitte lesen lassen und
    neu unterschreiben: faq sign ID --by NAME.
    """
    for entry in kb.entries:
        if entry.lapsed is not None:
            yield warning(
                entry.place, f"'{entry.id}': {lapse(entry.lapsed)} Neu: faq sign {entry.id} --by NAME"
            )


def lapse(signature: Signature) -> str:
    """Why a signature does not count."""
    if signature.on is None:
        return f"Nur ein Name ('{signature.name}') ist keine Unterschrift: Was dort stand, weiß niemand."
    return (
        f"Die Unterschrift ({signature.name}, {signature.on:%d.%m.%Y}) gilt nicht mehr, "
        "denn danach wurde der Text geändert."
    )


def fact_without_successor(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Ein Betrag endet in weniger als 30 Tagen oder ist abgelaufen, und der nächste fehlt. Der Chat zeigt
    dann den alten mit einem Hinweis. Bitte den neuen Betrag nachsehen und unter values als neue Zeile
    ergänzen; die alte bleibt stehen.
    """
    for fact in kb.facts.values():
        if not fact.values:
            continue
        last = max(fact.values, key=lambda value: value.from_)
        if last.until and last.until - today < NOTICE:
            ends = "ist abgelaufen" if last.until < today else "endet"
            yield warning(
                fact.place,
                f"'{fact.id}' {ends} am {last.until:%d.%m.%Y}, und es gibt keinen neuen Betrag. "
                f"Bitte unter values eine Zeile ab {last.until + timedelta(days=1):%Y-%m-%d} ergänzen.",
            )


def same_phrasing(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Dieselbe Formulierung steht bei zwei Antworten, abgesehen von Groß- und Kleinschreibung, Umlauten und
    Satzzeichen. Der Chat weiß dann nicht, welche gemeint ist. Bitte dort lassen, wo die Antwort besser passt.
    """
    first: dict[tuple[str, str], tuple[str, Place]] = {}
    for language, by_entry in kb.phrasings.items():
        for entry_id, texts in by_entry.items():
            for text in texts:
                place = kb.phrasing_places.get((language, entry_id, text), Place(""))
                other, where = first.setdefault((language, plain(text)), (entry_id, place))
                if other != entry_id:
                    yield warning(
                        place,
                        f"\"{text}\" steht auch bei '{other}' ({where}). "
                        "Bitte dort lassen, wo die Antwort besser passt.",
                    )


def lookalike_label(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Zwei Knöpfe sind fast gleich beschriftet. Menschen drücken dann den falschen. Bitte eine der beiden
    Aufschriften deutlicher machen.
    """
    labelled = [(entry, plain(entry.label)) for entry in kb.entries]
    for (one, its_label), (other, other_label) in combinations(labelled, 2):
        if one.id != other.id and ratio(its_label, other_label) >= LOOKALIKE:
            yield warning(
                place_in(kb, other, "label"),
                f'Die Aufschrift "{other.label}" gleicht der von \'{one.id}\' ("{one.label}"). '
                "Bitte eine von beiden deutlicher machen.",
            )


def few_phrasings(kb: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Zu einer Antwort gibt es weniger als 30 deutsche Formulierungen (bei Wegweisern 15); fast gleiche
    zählen nur einmal. Der Chat lernt nur aus ihnen, wie Menschen fragen, und findet die Antwort sonst oft
    nicht. Bitte in phrasings/de ergänzen: kurz und lang, mit Fehlern, so wie Menschen schreiben.
    """
    asked = kb.phrasings.get(MAIN, {})
    for entry in {entry.id: entry for entry in kb.entries}.values():
        texts = asked.get(entry.id, ())
        enough = ENOUGH_FOR_A_SIGNPOST if entry.topic == ELSEWHERE else ENOUGH_PHRASINGS
        count = _without_near_copies(texts)
        if count < enough:
            alike = f" (und {len(texts) - count} fast gleiche)" if count < len(texts) else ""
            yield warning(
                _place_of_phrasings(kb, entry, texts),
                f"'{entry.id}' hat {count} deutsche Formulierungen{alike}, {enough} sollten es sein. "
                f"Bitte in phrasings/de/{entry.topic}.yaml ergänzen.",
            )


COUNTING_RULES: tuple[Rule, ...] = (few_phrasings,)
"""Rules that call something missing: silent while not everything can be read."""

RULES: tuple[Rule, ...] = (
    review_overdue,
    lapsed_signature,
    fact_without_successor,
    *AMOUNT_RULES,
    same_phrasing,
    lookalike_label,
    few_phrasings,
    *STYLE_RULES,
)


def is_near_copy(one: str, other: str) -> bool:
    """Whether two plain texts teach the matcher the same thing."""
    return ratio(one, other) > NEAR_COPY


def plain(text: str) -> str:
    """*text* without case, marks and punctuation."""
    return " ".join(fold(text).split())


def _without_near_copies(texts: Sequence[str]) -> int:
    kept: list[str] = []
    for text in map(plain, texts):
        if not any(is_near_copy(text, other) for other in kept):
            kept.append(text)
    return len(kept)


def _place_of_phrasings(kb: KnowledgeBase, entry: Entry, texts: Sequence[str]) -> Place:
    """Where the first of them stands; without any, where the entry does."""
    places = (kb.phrasing_places.get((MAIN, entry.id, text)) for text in texts)
    return next(filter(None, places), entry.place)
