"""Questions that ask the same stand together, without anything being learnt."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.matcher import installed_encoder
from bot.core.matching.grouping import grouped

PARKING = ("gibt es parkplätze beim jobcenter", "parkplatz?", "habt ihr einen behindertenparkplatz")
DOGS = ("kann ich mit dem hund reinkommen", "darf mein hund mit", "hund mitbringen erlaubt?")


def together(texts, encoder=None):
    found = grouped([(text, "de") for text in texts], encoder)
    return [{texts[place] for place in places} for places in found]


def test_with_meaning_questions_stand_together_that_share_few_words():
    texts = [text for pair in zip(PARKING, DOGS, strict=True) for text in pair]
    assert together(texts, installed_encoder()) == [set(PARKING), set(DOGS)]


def test_words_alone_bring_the_same_words_together():
    texts = ["wo ist der parkplatz", "darf mein hund mit", "der parkplatz wo ist er", "hund darf mit?"]
    assert together(texts) == [{texts[0], texts[2]}, {texts[1], texts[3]}]


def test_groups_stand_in_the_order_in_which_they_began():
    assert grouped([("parkplatz", "de"), ("hund", "de"), ("parkplatz", "de")]) == [[0, 2], [1]]


def test_of_very_many_questions_the_newest_are_compared():
    assert grouped([("parkplatz", "de"), ("hund", "de"), ("hund", "de")], most=2) == [[1, 2]]


class Constant:
    """An encoder to which everything means the same."""

    def encode(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.sampled_from(["de", "uk", "xx"])), max_size=12), st.booleans()
)
def test_every_question_stands_in_one_group_whatever_it_says(questions, with_encoder):
    found = grouped(questions, Constant() if with_encoder else None)
    assert sorted(place for places in found for place in places) == list(range(len(questions)))
    assert all(places == sorted(places) for places in found)
