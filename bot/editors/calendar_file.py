"""Days as a calendar file (iCalendar, RFC 5545) that Outlook, Thunderbird and phones read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

OCTETS = 75
"""Of one line without its end (RFC 5545, section 3.1); what is longer goes on behind a blank."""

_DOMAIN = "faq.jobcenter-bot"
_SPECIAL = re.compile(r"[\\;,]")


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. A calendar that knows the ``key`` already moves its event instead of adding another."""

    key: str
    day: date
    title: str
    details: str = ""


def calendar(events: Iterable[Event], made_on: date) -> str:
    """The text of the file, with the line ends that the standard asks for."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Jobcenter-Bot//faq review//DE",
        "CALSCALE:GREGORIAN",
    ]
    for event in events:
        lines += _of_event(event, made_on)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _of_event(event: Event, made_on: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@{_DOMAIN}"
    yield f"DTSTAMP:{made_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the first day that is not part of it
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.details:
        yield f"DESCRIPTION:{_escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"  # a reminder keeps nobody busy
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """*line* in pieces of at most OCTETS; no letter is torn apart."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
