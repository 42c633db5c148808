"""A calendar file (iCalendar, RFC 5545) that Outlook, Thunderbird and phones read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75
"""Of one line without its end (RFC 5545, section 3.1); what is longer goes on behind a blank."""

_SPECIAL = re.compile(r"[\\;,]")


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day, or a time with what it ``lasts``.

    A calendar that knows the ``key`` already moves its event instead of adding another.
    """

    key: str
    begin: date | datetime
    title: str
    details: str = ""
    lasts: timedelta = timedelta(days=1)


def calendar(events: Iterable[Event], made_on: date, name: str) -> str:
    """The text of the file, with the line ends that the standard asks for; *name*: whose keys they are."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Jobcenter-Bot//{name}//DE",
        "CALSCALE:GREGORIAN",
    ]
    for event in events:
        lines += _of_event(event, made_on, name)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _of_event(event: Event, made_on: date, name: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@{name}.jobcenter-bot"
    yield f"DTSTAMP:{made_on:%Y%m%d}T000000Z"
    yield f"DTSTART{_moment(event.begin)}"
    yield f"DTEND{_moment(event.begin + event.lasts)}"  # the first moment, or day, that is not part of it
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.details:
        yield f"DESCRIPTION:{_escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"  # a reminder keeps nobody busy
    yield "END:VEVENT"


def _moment(at: date | datetime) -> str:
    if isinstance(at, datetime):
        return f":{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f";VALUE=DATE:{at:%Y%m%d}"


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
