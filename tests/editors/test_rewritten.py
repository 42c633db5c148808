"""Two wordings side by side: what changed, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.editors.rewritten import lines, rewritten

OLD = "Rufen Sie an. Sie bekommen 563 Euro. Danke."


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (OLD, []),
        (OLD.replace("563", "570"), ["vorher: Sie bekommen 563 Euro.", "jetzt:  Sie bekommen 570 Euro."]),
        (f"{OLD} Bis bald.", ["dazu:   Bis bald."]),
        ("Rufen Sie an. Danke.", ["weg:    Sie bekommen 563 Euro."]),
        (OLD.replace(". ", ".\n\n"), []),
    ],
)
def test_only_sentences_that_differ_are_told(now, told):
    assert [line.plain for line in lines(OLD, now)] == told


def test_of_a_list_each_line_stands_beside_its_own():
    assert [*rewritten("- eins: 5\n- zwei: 6", "- eins: 7\n- zwei: 8")] == [
        ("- eins: 5", "- eins: 7"),
        ("- zwei: 6", "- zwei: 8"),
    ]


def test_the_words_that_changed_are_marked():
    _, now = lines(OLD, OLD.replace("563", "570"))
    assert [now.plain[span.start : span.end] for span in now.spans] == ["570"]


def test_a_sentence_that_is_new_as_a_whole_is_not_marked():
    before, now = lines("Parken geht nicht.", "Kommen Sie mit dem Bus!")
    assert (before.spans, now.spans) == ([], [])


def test_what_steers_a_terminal_is_left_out():
    (line,) = lines("", "Gut.\x1b[31m")
    assert "\x1b" not in line.plain


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_every_word_that_is_new_is_told(before, now):
    told = " ".join(new for _, new in rewritten(before, now)).split()
    assert {word.strip(".") for word in set(now.split()) - set(before.split())} <= {
        word.strip(".") for word in told
    }
    assert [*rewritten(now, now)] == []
