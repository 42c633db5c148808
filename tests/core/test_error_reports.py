"""When editors get a mail because an answer is said to be wrong."""

from __future__ import annotations

from datetime import timedelta

from bot.core.error_reports import due_reports
from bot.core.questions import InVain, What
from tests.builders import NOW

EDITORS = "redaktion@jobcenter.example"


def a_report(chat=1, entry="anfahrt", at=NOW, who="", dismissed=0):
    reason = What.REPORTED if who else What.WRONG
    return InVain(1, at, 0 if who else chat, reason, entry, who=who, dismissed=dismissed)


def told(*reports, editors=EDITORS, sent=()):
    return [(alert.entry, alert.reports, alert.keys) for alert in due_reports(reports, editors, sent)]


def test_two_people_on_one_day_are_enough_whoever_they_are():
    key = ("reported:anfahrt:2026-11-23",)
    assert told(a_report(1), a_report(2)) == [("anfahrt", 2, key)]
    assert told(a_report(1), a_report(who="Kaya")) == [("anfahrt", 2, key)]
    assert told(a_report(who="Kaya"), a_report(who="Ben")) == [("anfahrt", 2, key)]


def test_one_person_is_not_enough_however_often():
    assert told(a_report(1), a_report(1), a_report(1)) == []
    assert told(a_report(who="Kaya"), a_report(who="Kaya")) == []


def test_each_answer_and_each_day_counts_by_itself():
    assert told(a_report(1), a_report(2, entry="hund")) == []
    late, early = NOW.replace(hour=22, minute=30), NOW.replace(hour=23, minute=30)  # 23:30 and 0:30
    assert told(a_report(1, at=late), a_report(2, at=early)) == []
    assert (
        len(told(*(a_report(chat, at=NOW + timedelta(days=day)) for day in (0, 1) for chat in (1, 2)))) == 2
    )


def test_what_was_sent_or_dismissed_or_has_no_address_is_not_told():
    assert told(a_report(1), a_report(2), sent={"reported:anfahrt:2026-11-23"}) == []
    assert told(a_report(1), a_report(2, dismissed=1)) == []
    assert told(a_report(1), a_report(2), editors="") == []
