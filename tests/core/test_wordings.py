"""What counts as a wording that is given."""

from __future__ import annotations

from datetime import date

from bot.core.wordings import given_wordings
from tests.talker import a_knowledge_base, an_entry

TODAY = date(2026, 11, 23)
ENTRIES = (
    an_entry("a-signed", approved_by="Kaya", answer="Notruf: {contact:notruf}"),
    an_entry("b-unsigned"),
    an_entry("c-withdrawn", approved_by="Kaya"),
    an_entry("d-later", approved_by="Kaya", valid_from=date(2027, 1, 1)),
)
KB = a_knowledge_base(entries=ENTRIES, withdrawn=frozenset({"c-withdrawn"}))


def test_given_is_what_is_valid_in_service_and_signed_where_that_is_asked_for():
    assert list(given_wordings(KB, TODAY, unsigned=True)) == ["a-signed", "b-unsigned"]
    assert list(given_wordings(KB, TODAY, unsigned=False)) == ["a-signed"]
    assert "d-later" in given_wordings(KB, date(2027, 1, 1), unsigned=False)


def test_a_wording_is_what_citizens_read():
    assert given_wordings(KB, TODAY, unsigned=False)["a-signed"].answer == "Notruf: 112"
