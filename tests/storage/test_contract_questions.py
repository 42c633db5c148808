"""What every store remembers of questions: counts without chats, and for a while those asked in vain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.questions import KEPT, AskedInVain, Counted, DayCount, What, voices
from tests.builders import NOW, a_chat, a_session, a_ticket, a_turn, an_incoming
from tests.storage.turns import HERE, THERE, forget, with_tickets

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
PARKING = AskedInVain("wo kann ich parken", What.NOT_KNOWN, language="de", version="v1")


async def turn(store, *orders, chat=HERE, now=NOW):
    await store.save_turn(an_incoming(chat=chat), a_turn(orders=orders), now)


async def listed(store, since=NOW - KEPT):
    return [(one.text, one.reason, one.entry) for one in await store.asked_in_vain(since)]


async def test_what_happened_is_counted_by_day_entry_language_and_version(store, another):
    given = Counted(What.ANSWERED, "termin-verpasst", "uk", "v1")
    await turn(store, Counted(What.QUESTION, version="v1"), given)
    await turn(store, given, chat=THERE)
    await turn(store, replace(given, version="v2"))
    await turn(store, given, now=NOW + DAY)
    assert await (await another()).counts(MONDAY) == [
        DayCount(MONDAY, What.ANSWERED, "termin-verpasst", "v1", "uk", 2),
        DayCount(MONDAY, What.ANSWERED, "termin-verpasst", "v2", "uk", 1),
        DayCount(MONDAY, What.QUESTION, "", "v1", "de", 1),
        DayCount(MONDAY + DAY, What.ANSWERED, "termin-verpasst", "v1", "uk", 1),
    ]
    assert len(await store.counts(MONDAY + DAY)) == 1


async def test_a_day_is_one_of_the_clock_on_the_wall(store):
    await turn(store, Counted(What.QUESTION), now=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert [one.day for one in await store.counts(date(2026, 1, 1))] == [MONDAY]


async def test_a_turn_that_is_saved_twice_is_counted_once(store):
    """Telegram may bring a message again."""
    for _ in range(2):
        incoming = an_incoming(chat=HERE, event_id="e")
        await store.save_turn(incoming, a_turn(orders=(Counted(What.QUESTION), PARKING)), NOW)
    assert [one.count for one in await store.counts(MONDAY)] == [1]
    assert len(await listed(store)) == 1


async def test_a_question_asked_in_vain_is_kept_with_its_reason(store, another):
    await turn(store, replace(PARKING, reason=What.WRONG, entry="anfahrt", language="tr"))
    (found,) = await (await another()).asked_in_vain(NOW)
    assert (found.text, found.reason, found.entry) == ("wo kann ich parken", What.WRONG, "anfahrt")
    assert (found.language, found.version, found.at, found.dismissed) == ("tr", "v1", NOW, 0)
    assert await store.asked_in_vain(NOW + timedelta(seconds=1)) == []


async def test_chats_are_told_apart_and_not_named(store):
    for chat in (HERE, THERE, HERE):
        await turn(store, PARKING, chat=chat)
    found = await store.asked_in_vain(NOW)
    assert voices(found) == 2
    assert [one.chat for one in found] == [1, 2, 1]


async def test_a_report_of_staff_is_kept_with_the_name_and_counted(store):
    await store.report("anfahrt", "Parkplatz gesperrt", "Kaya", "v1", NOW)
    await store.report("anfahrt", "", "Ben", "v1", NOW)
    found = await store.asked_in_vain(NOW)
    assert [(one.reason, one.entry, one.text, one.who, one.chat) for one in found] == [
        (What.REPORTED, "anfahrt", "Parkplatz gesperrt", "Kaya", 0),
        (What.REPORTED, "anfahrt", "", "Ben", 0),
    ]
    assert voices(found) == 2
    assert await store.counts(MONDAY) == [DayCount(MONDAY, What.REPORTED, "anfahrt", "v1", "de", 2)]


async def test_who_is_forgotten_asked_nothing_and_the_counts_stay(store):
    for chat in (HERE, THERE):
        await turn(store, PARKING, Counted(What.NOT_KNOWN), chat=chat)
    await forget(store)
    assert [one.chat for one in await store.asked_in_vain(NOW)] == [1]
    assert [one.count for one in await store.counts(MONDAY)] == [2]


async def test_at_the_counter_it_is_shown_and_forgotten_too(store):
    await with_tickets(store, a_ticket())
    await turn(store, PARKING)
    await turn(store, PARKING, chat=THERE)
    holding = await store.holding_of("K7M3PQ")
    assert holding.in_vain == 1
    kept = await store.disclose(holding.key, "Kaya", NOW)
    assert [one.text for one in kept.in_vain] == ["wo kann ich parken"]
    await store.forget(holding.key, "Kaya", NOW)
    assert len(await store.asked_in_vain(NOW)) == 1


async def test_after_thirty_days_only_the_counts_are_left(store):
    await turn(store, PARKING, Counted(What.NOT_KNOWN))
    await turn(store, PARKING, chat=THERE, now=NOW + DAY)
    later = NOW + KEPT + timedelta(minutes=1)
    assert (await store.preview(later, 30, 90)).in_vain == 1
    await store.retire(later, 30, 90, force=True)
    assert [one.at for one in await store.asked_in_vain(NOW)] == [NOW + DAY]
    assert [one.count for one in await store.counts(MONDAY)] == [1]
    assert (await store.preview(later, 30, 90)).in_vain == 0


async def test_with_a_doubtful_clock_the_questions_stay_as_well(store):
    await turn(store, PARKING)
    with pytest.raises(Exception, match="Uhr"):
        await store.retire(NOW + KEPT + DAY, 30, 90)
    assert len(await listed(store)) == 1


async def test_a_chat_may_go_after_its_questions(store):
    """A year later nothing of the chat is left."""
    await turn(store, PARKING)
    await store.retire(NOW + 366 * DAY, 30, 90, force=True)
    assert await store.asked_in_vain(NOW) == []


async def test_dismissed_words_stay_dismissed_whoever_asks_them_again(store, another):
    await turn(store, PARKING)
    (first,) = await store.asked_in_vain(NOW)
    await store.dismiss([first.id, 999], 4, "Kaya", NOW)
    await turn(store, replace(PARKING, text="Wo kann ich  PARKEN?"), chat=THERE)
    await turn(store, replace(PARKING, text="Wo ist der Eingang?"), chat=THERE)
    found = await (await another()).asked_in_vain(NOW)
    assert [one.dismissed for one in found] == [4, 4, 0]
    await store.take_up([first.id])
    assert [one.dismissed for one in await store.asked_in_vain(NOW)] == [0, 0, 0]


async def test_of_reports_each_is_dismissed_by_itself(store):
    """The answer was mended; who finds it wrong again is heard."""
    wrong = replace(PARKING, reason=What.WRONG, entry="anfahrt")
    await turn(store, wrong)
    (first,) = await store.asked_in_vain(NOW)
    await store.dismiss([first.id], 1, "Kaya", NOW)
    await turn(store, wrong, chat=THERE)
    await store.report("anfahrt", "", "Ben", "v1", NOW)
    assert [one.dismissed for one in await store.asked_in_vain(NOW)] == [1, 0, 0]


async def test_an_editors_number_is_never_used_again(store):
    await turn(store, PARKING, chat=a_chat("3"))
    (first,) = await store.asked_in_vain(NOW)
    await forget(store, chat=a_chat("3"))
    await turn(store, PARKING)
    (second,) = await store.asked_in_vain(NOW)
    assert second.id > first.id


async def test_the_newest_question_lives_in_the_session_for_a_day(store):
    session = a_session(asked="wo kann ich parken", rated=("helped anfahrt",))
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=session), NOW)
    assert await store.session(HERE) == session
    await store.retire(NOW + timedelta(hours=25), 30, 90, force=True)
    assert (await store.session(HERE)).asked == ""


async def test_errors_are_listed_without_their_words(store):
    await turn(store, PARKING, replace(PARKING, reason=What.WRONG, entry="anfahrt"))
    await store.report("anfahrt", "neu", "Kaya", "v1", NOW)
    found = await store.errors(NOW)
    assert [(one.reason, one.chat, one.who, one.text) for one in found] == [
        (What.WRONG, 1, "", ""),
        (What.REPORTED, 0, "Kaya", ""),
    ]
    await store.dismiss([found[0].id], 1, "Kaya", NOW)
    assert [one.dismissed for one in await store.errors(NOW)] == [1, 0]
    assert await store.errors(NOW + DAY) == []
