"""The list of samples that the bot does not understand yet may only become shorter."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.faq_files import read_samples
from bot.core.matching.finder import KnowledgeFinder
from bot.editors.judged import Judged, Misses, misses
from bot.editors.known_misses import FILE, beyond, read_misses
from bot.editors.samples_report import new_misses_as_text

FAQ = Path(__file__).parents[2] / "faq"

pytestmark = pytest.mark.slow  # over half a minute: the matcher is built and asked everything


@pytest.fixture(scope="module")
def known() -> Misses:
    listed = read_misses(FAQ)
    assert listed is not None, f"faq/{FILE} fehlt: python -m bot faq samples --update-misses --accept"
    return listed


@pytest.fixture(scope="module")
def missed(real_finder: KnowledgeFinder) -> Misses:
    samples = read_samples(FAQ)["de"]
    return misses(Judged(entry, real_finder.find(text)) for entry, texts in samples.items() for text in texts)


def test_what_is_listed_is_a_sample(known: Misses) -> None:
    assert beyond(known, read_samples(FAQ)["de"]) == {}, "gestrichen wird mit: faq samples --update-misses"


def test_what_is_found_now_is_taken_off_the_list(known: Misses, missed: Misses) -> None:
    assert beyond(known, missed) == {}, "das findet der Bot jetzt; bitte: faq samples --update-misses"


def test_no_sample_is_lost_that_was_found(known: Misses, missed: Misses) -> None:
    new = beyond(missed, known)
    assert not new, new_misses_as_text(new, sum(map(len, missed.values())))
