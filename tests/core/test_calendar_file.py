"""Calendar files as RFC 5545 wants them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar_file import OCTETS, Event, calendar
from tests.builders import NOW

TODAY = date(2026, 12, 1)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))), st.text(max_size=200))
def test_lines_are_short_and_lose_nothing(title: str, more: str) -> None:
    details = "x" * 90 + more.replace("\r", "").replace("\x00", "")
    text = calendar([Event("a", TODAY, title, details)], TODAY, "faq")
    lines = text.split("\r\n")
    assert all(len(line.encode(errors="surrogatepass")) <= OCTETS for line in lines)
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}" in unfolded(text)


def test_an_event_at_a_time_is_told_in_utc() -> None:
    """A calendar shows it as its own clock has it, also where that is not in Borken."""
    event = Event("k7m-3pq", NOW, "Anruf", lasts=timedelta(minutes=15))
    lines = unfolded(calendar([event], TODAY, "tickets"))
    assert "PRODID:-//Jobcenter-Bot//tickets//DE" in lines
    begin = lines.index("UID:k7m-3pq@tickets.jobcenter-bot")
    assert lines[begin + 1 : begin + 4] == [
        "DTSTAMP:20261201T000000Z",
        "DTSTART:20261123T090000Z",
        "DTEND:20261123T091500Z",
    ]
