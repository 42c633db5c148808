"""What happens by the clock, on the real store with a clock that is set by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.assistant import Assistant
from bot.caseworkers.inbox import Inbox
from bot.clockwork import TRIES, Clockwork
from bot.core import moves
from bot.core.knowledge import KnowledgeBase, Office
from bot.core.ports_desk import TicketFilter
from bot.core.talk import ChatRef, Later, Phrase, World
from bot.errors import NotStored
from bot.storage.store import SqliteStore, open_store
from tests.builders import NOW, a_chat, a_say, a_ticket, a_turn, an_incoming, an_opening
from tests.talker import TEXTS, ScriptedFinder, a_knowledge_base, an_entry

SECOND, MINUTE, HOUR, DAY = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))
KB = KnowledgeBase(offices=(Office("borken", "Borken"), Office("ahaus", "Ahaus")))
HERE, THERE = a_chat("1"), a_chat("2")


@dataclass
class Night:
    """A running bot without its loops: each test looks when it wants, at a time that it sets."""

    store: SqliteStore
    time: datetime = NOW
    broken: set[ChatRef] = field(default_factory=set)
    """Chats whose turns fail."""

    def __post_init__(self) -> None:
        self.clock = Clockwork(self.store, self.now, days_done=30, days_open=90)
        self.assistant = Assistant(self.store, self.world, self.now)

    def now(self) -> datetime:
        return self.time

    def world(self) -> World:
        return World(KB, ScriptedFinder(), TEXTS.words, self.time)

    async def with_reminder(self, chat: ChatRef = HERE, at: datetime = NOW + HOUR) -> None:
        """A citizen wants to be reminded at *at* of an appointment on the day after."""
        later = Later(at, f"remind:at:{(at + DAY).isoformat()}")
        await self.store.save_turn(an_incoming(chat=chat), a_turn(orders=(later,)), self.time)

    async def look(self, at: datetime) -> list[ChatRef]:
        """Let the timers go off at *at*; who is reminded."""
        self.time = at
        before = {message.id for message in await self.store.to_send("telegram", at)}
        await self.clock.fire(self.assistant if not self.broken else Failing(self))  # type: ignore[arg-type]
        said = await self.store.to_send("telegram", at)
        return [message.chat for message in said if message.id not in before]

    async def watch(self, begin: datetime, span: timedelta, step: timedelta = MINUTE) -> None:
        """Look at the clock again and again while it goes on from *begin*."""
        for number in range(int(span / step) + 1):
            self.time = begin + number * step
            await self.clock.look_at_clock()

    async def waiting_timers(self) -> int:
        return len(await self.store.due_timers(NOW + 9999 * DAY))


@dataclass
class Failing:
    """An assistant that cannot handle some chats."""

    night: Night
    asked: list[ChatRef] = field(default_factory=list)

    async def turn(self, incoming):
        self.asked.append(incoming.chat)
        if incoming.chat in self.night.broken:
            raise NotStored("disk full")
        return await self.night.assistant.turn(incoming)


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Night]:
    store = await open_store(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "secrets", lambda: NOW)
    night = Night(store)
    await night.clock.retire()  # the first look at the clock, as at every start
    yield night
    night.assistant.threads.shutdown()
    await store.close()


# Timers


async def test_a_timer_goes_through_the_assistant_when_it_is_due_and_only_once(night):
    await night.with_reminder()
    assert await night.look(NOW + HOUR - SECOND) == []
    assert await night.look(NOW + HOUR) == [HERE]
    (message,) = await night.store.to_send("telegram", night.time)
    assert [part.key for part in message.say.parts if isinstance(part, Phrase)] == ["timer-remind"]
    assert (await night.store.session(HERE)).turn == 4
    assert await night.look(NOW + 2 * HOUR) == []


async def test_a_timer_that_fails_holds_up_no_other_and_is_left_alone_in_the_end(night):
    await night.with_reminder(HERE)
    await night.with_reminder(THERE)
    night.broken.add(HERE)
    assert await night.look(NOW + HOUR) == [THERE]
    failing = Failing(night)
    with capture_logs() as logs:
        for _ in range(TRIES + 3):
            await night.clock.fire(failing)  # type: ignore[arg-type]
    assert failing.asked == [HERE] * (TRIES - 1)
    assert {line["error"] for line in logs} == {"NotStored"}
    assert await night.waiting_timers() == 1


async def test_after_the_next_start_a_timer_that_failed_is_tried_again(night):
    await night.with_reminder()
    night.broken.add(HERE)
    for _ in range(TRIES):
        await night.look(NOW + HOUR)
    night.broken.clear()
    assert await night.look(NOW + HOUR) == []
    assert await next_start(night).look(NOW + HOUR) == [HERE]


def next_start(night: Night) -> Night:
    return Night(night.store, night.time)


# A clock that is doubted


async def test_a_clock_that_runs_a_year_ahead_for_one_look_uses_up_no_reminder(night):
    """The appointment would seem to be over, and nobody would be told of it."""
    await night.with_reminder(at=NOW + DAY)
    assert await night.look(NOW + 365 * DAY) == []
    assert await night.waiting_timers() == 1
    assert await night.look(NOW + 2 * HOUR) == []
    assert await night.look(NOW + DAY) == [HERE]


async def test_timers_go_on_at_once_when_the_clock_is_right_again(night):
    await night.with_reminder()
    for seconds in range(0, 60, 5):
        await night.look(NOW + 365 * DAY + seconds * SECOND)
    assert await night.waiting_timers() == 1
    assert await night.look(NOW + HOUR) == [HERE]


async def test_what_was_stored_by_the_wrong_clock_holds_up_no_timer(night):
    """It makes retention doubt the right clock for a day; a clock that is behind fires nothing early."""
    await night.with_reminder()
    night.time = NOW + 365 * DAY
    await night.store.save_turn(an_incoming(chat=THERE), a_turn(a_say()), night.time)
    assert await night.look(night.time) == []
    assert await night.look(NOW + HOUR) == [HERE]


async def test_a_clock_put_back_fires_only_what_is_due_by_it(night):
    await night.with_reminder(HERE, at=NOW - 2 * HOUR)
    await night.with_reminder(THERE, at=NOW - HOUR)
    assert await night.look(NOW - 2 * HOUR) == [HERE]
    assert await night.waiting_timers() == 1


async def test_after_weeks_in_which_the_machine_was_off_timers_go_on_within_an_hour_or_so(night):
    back = NOW + 21 * DAY
    await night.with_reminder(at=back + 2 * HOUR)
    await night.with_reminder(THERE, at=back - 5 * MINUTE)
    night = next_start(night)
    assert await night.look(back) == []
    await night.watch(back, timedelta(minutes=59))
    assert await night.look(back + 59 * MINUTE) == []
    assert await night.look(back + 60 * MINUTE) == [THERE]
    await night.watch(night.time, timedelta(minutes=59))
    assert await night.look(back + 2 * HOUR) == [HERE]


async def test_the_wait_runs_also_while_no_timer_is_due(night):
    back = NOW + 21 * DAY
    await night.with_reminder(at=back + 2 * HOUR)
    await night.watch(back, timedelta(minutes=119))
    assert await night.look(back + 2 * HOUR) == [HERE]


async def test_a_clock_that_leaps_again_is_watched_anew(night):
    """Half an hour in the wrong year and half an hour in another one are no steady hour."""
    await night.with_reminder()
    wrong, other = NOW + 365 * DAY, NOW + 200 * DAY
    await night.watch(wrong, timedelta(minutes=59))
    await night.watch(other, timedelta(minutes=59))
    await night.look(other + 59 * MINUTE)
    await night.look(wrong + 65 * MINUTE)
    assert await night.waiting_timers() == 1


async def test_the_doubt_is_logged_once_and_so_is_its_end(night):
    await night.with_reminder()
    with capture_logs() as logs:
        for seconds in range(0, 60, 5):
            await night.look(NOW + 2 * DAY + seconds * SECOND)
        await night.look(NOW + HOUR)
        await night.look(NOW + HOUR)
    assert [(line["event"], line.get("reason")) for line in logs] == [
        ("timers wait", "ahead"),
        ("timers go on", None),
    ]


async def test_a_share_of_tickets_that_retention_finds_too_large_holds_up_no_timer(night):
    codes = [f"AAAA{letter}{other}" for letter in "ABCDE" for other in "ABCDE"]
    opened = tuple(an_opening(code=code, created_at=NOW - 91 * DAY) for code in codes)
    await night.store.save_turn(an_incoming(chat=THERE), a_turn(orders=opened), NOW)
    await night.with_reminder()
    assert await night.look(NOW + HOUR) == [HERE]


# Offices


async def with_ticket(night: Night, office: str = "borken", **fields) -> None:
    opening = an_opening(a_ticket(office=office, **fields))
    await night.store.save_turn(an_incoming(chat=HERE), a_turn(orders=(opening,)), NOW)


async def sleeping(night: Night, at: datetime) -> set[str]:
    night.time = at
    await night.clock.look_at_offices(KB)
    return set(night.clock.asleep)


async def test_an_office_that_nobody_opened_for_two_working_days_falls_asleep_and_wakes_up(night):
    await with_ticket(night)
    wednesday = NOW + 2 * DAY
    assert await sleeping(night, wednesday - MINUTE) == set()
    assert await sleeping(night, wednesday) == {"borken"}
    inbox = Inbox(night.store, night.now, KB)
    await inbox.take("K7M3PQ", "Kaya")
    assert await sleeping(night, wednesday) == set()


async def test_where_nothing_waits_nobody_sleeps(night):
    assert await sleeping(night, NOW + 9 * DAY) == set()


async def test_a_forwarded_ticket_does_not_put_its_new_office_to_sleep(night):
    await with_ticket(night)
    thursday = NOW + 3 * DAY
    await night.store.change_ticket(
        "K7M3PQ", lambda ticket: moves.forwarded(ticket, "ahaus", "umgezogen", "Kaya", thursday)
    )
    assert await sleeping(night, thursday + MINUTE) == set()
    assert await sleeping(night, thursday + 5 * DAY) == {"ahaus"}


# Retention


async def test_retention_destroys_what_is_too_old(night):
    await with_ticket(night, created_at=NOW - 90 * DAY)
    night.time = NOW + HOUR
    with capture_logs() as logs:
        await night.clock.retire()
        await night.clock.retire()
    assert not await night.store.tickets(TicketFilter(), night.time)
    assert [(line["event"], line["tickets"]) for line in logs] == [("retention", 1)]


async def test_retention_waits_while_the_clock_is_doubted(night):
    await with_ticket(night)
    night.time = NOW + 365 * DAY
    with capture_logs() as logs:
        await night.clock.retire()
    assert len(await night.store.tickets(TicketFilter(), NOW)) == 1
    assert [(line["event"], line["reason"]) for line in logs] == [("retention waits", "ahead")]


# All of it


async def test_trouble_in_one_loop_stops_no_other_and_all_run_until_they_are_cancelled(night):
    """The store cannot tell of the offices; timers go off all the same."""
    await night.with_reminder(at=NOW)
    fired = asyncio.Event()

    class Troubled:
        def __getattr__(self, method):
            return getattr(night.store, method)

        async def queue(self, office, now):
            raise NotStored("disk full")

    class Heard(Failing):
        async def turn(self, incoming):
            done = await super().turn(incoming)
            fired.set()
            return done

    night.clock.store = Troubled()  # type: ignore[assignment]
    with capture_logs() as logs:
        running = asyncio.create_task(night.clock.run(Heard(night), lambda: KB))  # type: ignore[arg-type]
        async with asyncio.timeout(20):
            await fired.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()
    assert await night.waiting_timers() == 0
    assert [(line["what"], line["error"]) for line in logs if "what" in line] == [("offices", "NotStored")]


# -- wordings -----------------------------------------------------------------------------------


def the_kb(version="v1", withdrawn=frozenset(), **fields):
    entries = (an_entry("anfahrt", **fields),)
    return a_knowledge_base(version=version, entries=entries, withdrawn=withdrawn)


async def answers(night, entry="anfahrt"):
    """Each wording that was given: its text, since when and until when."""
    found = await night.store.wordings_of(entry)
    return [(live.wording.answer, live.since, live.until) for live in found]


async def test_since_when_a_wording_is_given_is_remembered_across_restarts(night):
    await night.clock.note_wordings(the_kb(answer="Alt."))
    night.clock = Clockwork(night.store, night.now, days_done=30, days_open=90)
    night.time = NOW + HOUR
    await night.clock.note_wordings(the_kb(answer="Alt."))
    night.time = NOW + 2 * HOUR
    await night.clock.note_wordings(the_kb("v2", answer="Neu."))
    assert await answers(night) == [("Alt.", NOW, NOW + 2 * HOUR), ("Neu.", NOW + 2 * HOUR, None)]


async def test_a_withdrawn_answer_is_given_no_more_also_while_the_version_stays(night):
    """While another file is broken, only the withdrawn answers are news."""
    await night.clock.note_wordings(the_kb(answer="Falsch."))
    night.time = NOW + HOUR
    await night.clock.note_wordings(the_kb(answer="Falsch.", withdrawn=frozenset({"anfahrt"})))
    assert await answers(night) == [("Falsch.", NOW, NOW + HOUR)]


async def test_a_new_day_may_bring_another_wording(night):
    kb = the_kb(answer="Alt.", valid_until=NOW.date())
    await night.clock.note_wordings(kb)
    night.time = NOW + DAY
    await night.clock.note_wordings(kb)
    assert await answers(night) == [("Alt.", NOW, NOW + DAY)]


async def test_an_unsigned_answer_counts_only_where_it_is_given(night):
    night.clock.unsigned = False
    await night.clock.note_wordings(the_kb(answer="Entwurf."))
    await night.clock.note_wordings(the_kb("v2", answer="Entwurf.", approved_by="Kaya"))
    (live,) = await night.store.wordings_of("anfahrt")
    assert (live.wording.approved_by, live.versions) == ("Kaya", {"v2"})
