"""Which wording was given since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.knowledge import Source
from bot.core.wordings import Wording
from tests.builders import NOW

DAY = timedelta(days=1)
OLD = Wording(
    "anfahrt", "Parken geht nicht.", "Nicht parken.", (Source("Plan", "https://example.org"),), None
)
NEW = replace(OLD, answer="Parken geht.")
OTHER = Wording("uhrzeit", "Um acht.", "Um 8.")


def given(*wordings):
    return {wording.entry: wording for wording in wordings}


async def periods(store, entry="anfahrt"):
    return [
        (live.wording, live.since, live.until, set(live.versions)) for live in await store.wordings_of(entry)
    ]


async def test_a_wording_is_given_from_when_it_was_seen_first(store, another):
    assert await store.go_live("v1", given(OLD, OTHER), NOW)
    assert await store.go_live("v2", given(NEW, OTHER), NOW + DAY)
    later = await another()
    assert await periods(later) == [(OLD, NOW, NOW + DAY, {"v1"}), (NEW, NOW + DAY, None, {"v2"})]
    assert await periods(later, "uhrzeit") == [(OTHER, NOW, None, {"v1", "v2"})]
    assert await periods(later, "unbekannt") == []


async def test_a_restart_changes_nothing(store):
    await store.go_live("v1", given(OLD), NOW)
    assert not await store.go_live("v1", given(OLD), NOW + DAY)
    assert await periods(store) == [(OLD, NOW, None, {"v1"})]


async def test_what_is_not_given_any_more_ends_and_may_come_again(store):
    """Withdrawn, mended, given again."""
    await store.go_live("v1", given(OLD, OTHER), NOW)
    await store.go_live("v2", given(OTHER), NOW + DAY)
    assert await periods(store) == [(OLD, NOW, NOW + DAY, {"v1"})]
    await store.go_live("v3", given(OLD, OTHER), NOW + 2 * DAY)
    assert await periods(store) == [(OLD, NOW, NOW + DAY, {"v1"}), (OLD, NOW + 2 * DAY, None, {"v3"})]


async def test_who_reverts_has_the_old_wording_anew(store):
    for number, wording in enumerate((OLD, NEW, OLD)):
        await store.go_live(f"v{number % 2}", given(wording), NOW + number * DAY)
    assert [period[3] for period in await periods(store)] == [{"v0"}, {"v1"}, {"v0"}]


async def test_a_signature_is_news_and_the_same_wording(store):
    signed = replace(OLD, approved_by="Kaya", approved_on=NOW.date())
    await store.go_live("v1", given(OLD), NOW)
    await store.go_live("v2", given(signed), NOW + DAY)
    found = [live.wording for live in await store.wordings_of("anfahrt")]
    assert found == [OLD, signed]
    assert found[0].hash == found[1].hash
    assert OLD.hash != NEW.hash
