"""Which mails are due when: working days, clock changes, and nobody is told the same thing twice."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.alerts import Alert, AlertKind, Counts, Item, Queue, asleep, due, waits
from bot.core.calendar import BERLIN, OfficeCalendar
from bot.core.knowledge import Office
from bot.core.tickets import State
from tests.builders import NOW, a_ticket

CALENDAR = OfficeCalendar.of()
DAY = timedelta(days=1)
OFFICE, LEAD = "borken@example.org", "leitung@example.org"
URGENT, LATE, UNOPENED, DIGEST, _ = AlertKind


def at(text: str) -> datetime:
    """ "2026-11-27 18:00" as the clock on the wall shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def alerts(*tickets, now, notify=OFFICE, lead=LEAD, seen=None, sent=(), **office) -> tuple[Alert, ...]:
    """What is due in Borken, whose queue was opened just now unless told otherwise."""
    offices = {"borken": Office("borken", "Borken", notify=notify, **office)}
    return due(tickets, offices, {"borken": seen or now}, lead, now, sent)


def kinds(*tickets, now, **more) -> list[tuple[str, str]]:
    return [(alert.kind.value, alert.to) for alert in alerts(*tickets, now=now, **more)]


def an_urgent(created: str, **more):
    created_at = at(created)
    return a_ticket(**({"urgent": True, "created_at": created_at, "due_at": created_at + 9 * DAY} | more))


# Urgent


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, True),
        ({"urgent": False}, False),
        ({"state": State.TAKEN, "taken_by": "Kaya"}, False),
        ({"state": State.TAKEN, "lease_until": at("2026-11-28 02:59")}, True),
        ({"state": State.TAKEN, "lease_until": at("2026-11-28 02:59"), "attempts": 1}, False),
        ({"state": State.DONE}, False),
        ({"state": State.WITHDRAWN}, False),
        ({"not_before": at("2026-11-28 04:00")}, False),
        ({"forgotten": True}, False),
    ],
)
def test_the_office_is_told_at_once_of_what_is_urgent_and_waits(fields, told):
    """Also at night: a mail rings nobody out of bed, and it is there in the morning."""
    ticket = an_urgent("2026-11-28 02:58", **fields)
    assert kinds(ticket, now=at("2026-11-28 03:00")) == ([("urgent", OFFICE)] if told else [])


def test_urgent_ones_that_came_together_go_into_one_mail():
    now = at("2026-11-28 03:00")
    (alert,) = alerts(*(an_urgent("2026-11-28 02:58", code=code) for code in ("AAAAAA", "BBBBBB")), now=now)
    assert [item.code for item in alert.items] == ["AAAAAA", "BBBBBB"]


def test_a_forwarded_ticket_is_news_at_its_new_office():
    now = at("2026-11-28 03:00")
    (told,) = alerts(an_urgent("2026-11-28 02:58"), now=now)
    moved = an_urgent("2026-11-28 02:58", office="ahaus")
    (again,) = due([moved], {"ahaus": Office("ahaus", "Ahaus", notify="a@x")}, {}, LEAD, now, told.keys)
    assert (again.kind, again.to, again.town) == (URGENT, "a@x", "Ahaus")


@pytest.mark.parametrize(
    ("notify", "lead", "told"),
    [("", LEAD, [("urgent", LEAD)]), ("", "", []), (OFFICE, "", [("urgent", OFFICE)])],
)
def test_without_the_offices_address_the_lead_is_told_at_once(notify, lead, told):
    ticket = an_urgent("2026-11-28 02:58")
    assert kinds(ticket, now=at("2026-11-28 03:00"), notify=notify, lead=lead) == told


def test_an_office_that_is_not_known_any_more_leaves_nobody_untold():
    now = at("2026-11-28 03:00")
    (alert,) = due([an_urgent("2026-11-28 02:58", office="atlantis")], {}, {}, LEAD, now, ())
    assert (alert.to, alert.town) == (LEAD, "atlantis")


# Late


@pytest.mark.parametrize(
    ("created", "from_"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:15"),
        ("2026-11-23 06:00", "2026-11-23 08:15"),
        ("2026-11-23 15:55", "2026-11-24 08:10"),  # five minutes today, ten tomorrow
        ("2026-11-27 18:00", "2026-11-30 08:15"),  # Friday evening
        ("2026-12-24 17:00", "2026-12-28 08:15"),  # Christmas, and then a weekend
        ("2027-03-27 23:00", "2027-03-30 08:15"),  # Easter, with the clock change in its night
        ("2026-10-24 23:00", "2026-10-26 08:15"),  # the night with an hour more
    ],
)
def test_urgent_and_not_taken_a_quarter_of_an_hour_into_working_time(created, from_):
    ticket, due_from = an_urgent(created), at(from_)
    sent = [f"urgent:{ticket.code}:borken"]
    late = [("late", OFFICE), ("late", LEAD)]
    before, then = due_from - timedelta(seconds=1), due_from
    assert [kind for kind in kinds(ticket, now=before, sent=sent) if kind[0] == "late"] == []
    assert [kind for kind in kinds(ticket, now=then, sent=sent) if kind[0] == "late"] == late


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, True),
        ({"state": State.TAKEN, "taken_by": "Kaya"}, True),
        ({"state": State.DONE}, False),
        ({"not_before": at("2026-11-24 16:01")}, False),
        ({"due_at": at("2026-11-24 16:01")}, False),
    ],
)
def test_overdue_is_told_also_when_somebody_has_it(fields, told):
    ticket = a_ticket(**({"due_at": at("2026-11-24 16:00")} | fields))
    found = [alert for alert in alerts(ticket, now=at("2026-11-24 16:00")) if alert.kind is LATE]
    assert [alert.to for alert in found] == ([OFFICE, LEAD] if told else [])
    assert all(alert.items[0].overdue and not alert.items[0].untaken for alert in found)


def test_what_is_due_the_moment_it_comes_first_lies_a_while_with_the_office():
    """A wish to move tomorrow's appointment, sent at night, is overdue at once: nobody could have acted."""
    ticket = an_urgent("2026-11-23 22:00", due_at=at("2026-11-23 22:00"))
    assert kinds(ticket, now=at("2026-11-23 22:01")) == [("urgent", OFFICE)]
    (to_office, to_lead) = [a for a in alerts(ticket, now=at("2026-11-24 08:15")) if a.kind is LATE]
    assert to_office.items == to_lead.items
    assert (to_lead.items[0].untaken, to_lead.items[0].overdue) == (True, True)


def test_what_was_forwarded_first_lies_a_while_with_its_new_office():
    ticket = an_urgent("2026-11-23 09:00", forwarded_at=at("2026-11-23 11:00"))
    assert ("late", LEAD) not in kinds(ticket, now=at("2026-11-23 11:14"))
    assert ("late", LEAD) in kinds(ticket, now=at("2026-11-23 11:15"))


def test_a_new_due_time_that_passes_is_news():
    first = a_ticket(due_at=at("2026-11-24 16:00"))
    sent = [key for a in alerts(first, now=at("2026-11-24 16:00")) for key in a.keys]
    again = a_ticket(due_at=at("2026-11-25 12:00"))
    assert ("late", LEAD) in kinds(again, now=at("2026-11-25 12:00"), sent=sent)


def test_the_lead_who_reads_the_offices_mail_gets_one():
    ticket = a_ticket(due_at=at("2026-11-24 16:00"))
    assert kinds(ticket, now=at("2026-11-24 17:00"), lead=OFFICE.upper()) == [("late", OFFICE)]


# Unopened


@pytest.mark.parametrize(
    ("created", "seen", "told_from", "asleep_from"),
    [
        ("2026-11-23 10:00", None, "2026-11-24 10:00", "2026-11-25 10:00"),
        ("2026-11-23 10:00", "2026-11-23 15:00", "2026-11-24 15:00", "2026-11-25 15:00"),
        ("2026-11-23 10:00", "2026-11-20 15:00", "2026-11-24 10:00", "2026-11-25 10:00"),
        ("2026-11-27 18:00", None, "2026-12-01 08:00", "2026-12-02 08:00"),  # Monday went by
        ("2026-12-23 10:00", None, "2026-12-24 10:00", "2026-12-28 10:00"),
        ("2026-12-24 18:00", None, "2026-12-29 08:00", "2026-12-30 08:00"),
        ("2026-10-23 10:00", None, "2026-10-26 10:00", "2026-10-27 10:00"),  # over the clock change
    ],
)
def test_a_queue_that_nobody_opened(created, seen, told_from, asleep_from):
    ticket = a_ticket(created_at=at(created), due_at=at("2027-01-29 16:00"))
    seen_at = at(seen) if seen else None
    queue = Queue(ticket.created_at, seen_at)

    def told(now):
        found = due([ticket], {}, {"borken": seen_at} if seen_at else {}, LEAD, now, ())
        return [alert.kind for alert in found]

    assert told(at(told_from) - timedelta(seconds=1)) == []
    assert told(at(told_from)) == [UNOPENED]
    assert not asleep(queue, CALENDAR, at(asleep_from) - timedelta(seconds=1))
    assert asleep(queue, CALENDAR, at(asleep_from))


def test_an_office_wakes_when_somebody_looks_or_nothing_waits():
    now = at("2026-11-27 10:00")
    assert asleep(Queue(at("2026-11-23 10:00")), CALENDAR, now)
    assert not asleep(Queue(at("2026-11-23 10:00"), now), CALENDAR, now)
    assert not asleep(Queue(None, at("2026-01-01 10:00")), CALENDAR, now)


def test_closed_days_are_no_neglect():
    closed = OfficeCalendar.of(closed=[date(2026, 11, 24)])
    queue = Queue(at("2026-11-23 10:00"))
    assert not asleep(queue, closed, at("2026-11-25 10:00"))
    assert asleep(queue, closed, at("2026-11-26 10:00"))


def test_the_unopened_queue_is_told_to_both_once_a_working_day():
    ticket, seen = a_ticket(due_at=NOW + 90 * DAY), at("2026-11-20 10:00")
    sent: set[str] = set()
    told = []
    now = at("2026-11-24 00:00")
    while now < at("2026-12-01 00:00"):
        for alert in alerts(ticket, now=now, seen=seen, sent=sent):
            sent.update(alert.keys)
            if alert.kind is UNOPENED:
                told.append((f"{now.astimezone(BERLIN):%a %H:%M}", alert.to))
        now += timedelta(minutes=30)
    mornings = ["Tue 10:00", "Wed 08:00", "Thu 08:00", "Fri 08:00", "Mon 08:00"]
    assert told == [(moment, to) for moment in mornings for to in (OFFICE, LEAD)]


# Digest


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-27 07:29", False),
        ("2026-11-27 07:30", True),
        ("2026-11-27 11:29", True),  # the program was down at 7:30
        ("2026-11-27 11:30", False),
        ("2026-11-27 12:30", True),
        ("2026-11-27 16:30", False),
        ("2026-11-28 07:30", False),  # Saturday
        ("2026-12-24 07:30", True),
        ("2026-12-25 07:30", False),
        ("2026-12-28 07:30", True),
        ("2026-03-30 07:30", True),  # the Monday after each clock change
        ("2026-10-26 07:30", True),
        ("2026-11-30 07:30", False),  # its own closed day
    ],
)
def test_the_digest_comes_on_working_days_at_its_times(now, told):
    ticket = a_ticket(created_at=at("2026-03-27 15:00"), due_at=NOW + 90 * DAY)
    found = kinds(ticket, now=at(now), closed_days=(date(2026, 11, 30),))
    assert found == ([("digest", OFFICE)] if told else [])


def test_what_came_after_the_time_of_the_digest_waits_for_the_next():
    ticket = a_ticket(created_at=at("2026-11-23 07:31"), due_at=NOW + 9 * DAY)
    assert kinds(ticket, now=at("2026-11-23 08:00")) == []
    assert kinds(ticket, now=at("2026-11-23 12:30")) == [("digest", OFFICE)]


def test_the_digest_counts_what_can_be_taken():
    now = at("2026-11-24 12:30")
    tickets = (
        a_ticket("AAAAAA", urgent=True, due_at=NOW + 9 * DAY),
        a_ticket("BBBBBB", due_at=now),
        a_ticket("CCCCCC", due_at=now, state=State.TAKEN, taken_by="Kaya"),
        a_ticket("DDDDDD", state=State.DONE),
    )
    (digest,) = [alert for alert in alerts(*tickets, now=now) if alert.kind is DIGEST]
    assert digest.counts == Counts(open=2, urgent=1, overdue=1, oldest=NOW)
    assert digest.items == ()


def test_where_nothing_is_open_nobody_is_written_to():
    assert kinds(a_ticket(state=State.DONE), now=at("2026-11-24 12:30")) == []
    assert kinds(now=at("2026-11-24 12:30")) == []


# All


def test_what_was_sent_is_not_due_again():
    now = at("2026-11-24 12:30")
    ticket = an_urgent("2026-11-23 09:00", due_at=at("2026-11-23 16:00"))
    seen = at("2026-11-20 10:00")
    found = alerts(ticket, now=now, seen=seen)
    assert [alert.kind for alert in found] == [URGENT, LATE, LATE, UNOPENED, UNOPENED, DIGEST]
    sent = {key for alert in found for key in alert.keys}
    assert alerts(ticket, now=now, seen=seen, sent=sent) == ()


def test_each_mail_has_keys_of_its_own():
    """What one recipient's server took must not silence the other mail."""
    ticket = an_urgent("2026-11-23 09:00", due_at=at("2026-11-23 16:00"))
    found = alerts(ticket, now=at("2026-11-24 12:30"), seen=at("2026-11-20 10:00"))
    keys = [key for alert in found for key in alert.keys]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "@" in key]


def test_no_value_of_an_alert_can_hold_anything_personal():
    personal = {"name", "phone", "text", "reason", "topic", "taken_by"}
    assert not personal & {field.name for kind in (Alert, Item, Counts) for field in fields(kind)}


def test_offices_do_not_mix():
    now = at("2026-11-24 12:30")
    offices = {town: Office(town, town.title(), notify=f"{town}@x") for town in ("ahaus", "borken")}
    where = {"AAAAAA": "borken", "BBBBBB": "ahaus", "CCCCCC": "borken"}
    tickets = [a_ticket(code, office=office) for code, office in where.items()]
    found = due(tickets, offices, dict.fromkeys(offices, now), "", now, ())
    counted = {alert.to: alert.counts.open for alert in found if alert.kind is DIGEST}
    assert counted == {"ahaus@x": 1, "borken@x": 2}


def test_a_ticket_without_an_end_of_its_lease_is_held():
    assert not waits(a_ticket(state=State.TAKEN, taken_by="Kaya"), NOW + 99 * DAY)
