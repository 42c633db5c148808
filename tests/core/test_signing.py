"""The fingerprint under a signature: nothing that a citizen reads can change without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.knowledge import Entry, Place, Signature, Source
from bot.core.signing import DIGITS, fingerprint, of_entry, signed

DAY = date(2026, 11, 22)
ENTRY = Entry(
    "termin-verpasst",
    "termine",
    question="Was jetzt?",
    label="Termin verpasst",
    answer="Rufen Sie an.",
    simple="Anrufen.",
    checked_on=DAY,
    review_by=DAY,
    actions=("phone_call",),
    legal_basis="§ 32 SGB II",
    sources=(Source("§ 32", "https://example.org/32"),),
)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "termin-verschieben"},
        {"question": "Was nun?"},
        {"label": "Verpasst"},
        {"answer": "Rufen Sie  an."},
        {"simple": "Anrufen!"},
        {"actions": ()},
        {"actions": ("phone_call", "reschedule")},
        {"legal_basis": ""},
        {"sources": (Source("§ 32", "https://example.org/33"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_text_or_button_is_another_wording(change: dict[str, Any]) -> None:
    assert of_entry(replace(ENTRY, **change)) != of_entry(ENTRY)


@pytest.mark.parametrize(
    "change",
    [
        {"checked_on": date(2027, 1, 2)},
        {"review_by": date(2027, 1, 2)},
        {"valid_until": date(2027, 1, 2)},
        {"keywords": ("verpennt",)},
        {"see_also": ("anhoerung",)},
        {"urgent": True},
        {"place": Place("faq/de/termine.yaml", 9)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_editors_keep_up_around_a_text_leaves_it_signed(change: dict[str, Any]) -> None:
    assert of_entry(replace(ENTRY, **change)) == of_entry(ENTRY)


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_answers_have_one_fingerprint_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (fingerprint("x", (one,)) == fingerprint("x", (other,))) == (one == other)


@given(st.lists(st.text(max_size=9), max_size=4), st.integers(0, 4), st.integers(0, 4))
def test_a_text_that_moves_to_another_field_is_a_change(texts: list[str], cut: int, other: int) -> None:
    def cut_at(place: int) -> str:
        return fingerprint("x", texts[:place], texts[place:])

    assert (cut_at(cut) == cut_at(other)) == (min(cut, len(texts)) == min(other, len(texts)))


def test_a_signature_counts_only_under_the_text_it_was_given_to() -> None:
    told = of_entry(ENTRY)
    assert len(told) == DIGITS
    approved = signed(ENTRY, Signature("Kaya", DAY, told))
    assert (approved.approved_by, approved.approved_on, approved.lapsed) == ("Kaya", DAY, None)
    old = Signature("Kaya", DAY, "0" * DIGITS)
    lapsed = signed(ENTRY, old)
    assert (lapsed.approved_by, lapsed.approved_on, lapsed.lapsed) == (None, None, old)
    assert signed(ENTRY, None) == ENTRY
