"""What a lead may order, and what is refused with which words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.caseworkers.lead import BANNER_LENGTH, LONGEST, REASON_LENGTH, Lead, OrderRefused
from bot.caseworkers.typed import NameWrong, WrongUse
from bot.storage.store import open_store
from tests.builders import NOW
from tests.caseworkers.conftest import KB

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
async def lead(tmp_path):
    """Gives the service for a lead of these offices; of all without any."""
    store = await open_store(f"sqlite:///{tmp_path}/bot.db", tmp_path / "secrets", lambda: NOW)

    def at(*offices: str) -> Lead:
        return Lead(store, lambda: NOW, KB, frozenset(offices) if offices else None)

    yield at
    await store.close()


async def test_a_stop_and_its_end(lead):
    assert await lead().stop("Lena", " Falsche\nAuskunft ")
    assert not await lead("borken").stop("Ben", "noch einmal")
    (stop,) = await lead().stops()
    assert (stop.by, stop.reason) == ("Lena", "Falsche Auskunft")
    assert await lead("borken").answer_again("Ben")
    assert not await lead().answer_again("Ben")


@pytest.mark.parametrize("reason", ["", " \n", "x" * (REASON_LENGTH + 1)])
async def test_no_stop_without_a_reason_of_one_line(lead, reason):
    with pytest.raises(WrongUse):
        await lead().stop("Lena", reason)
    assert not await lead().stops()


async def test_nobody_orders_without_a_name(lead):
    with pytest.raises(NameWrong):
        await lead().stop("", "Grund")
    with pytest.raises(NameWrong):
        await lead().answer_again(" ")


@pytest.mark.parametrize(
    ("own", "wanted", "got"),
    [
        ((), (), ()),
        ((), ("borken",), ("borken",)),
        (("borken",), (), ("borken",)),
        (("borken", "bocholt"), ("borken",), ("borken",)),
    ],
)
async def test_a_banner_is_for_the_wanted_offices_else_for_all_of_ones_own(lead, own, wanted, got):
    banner = await lead(*own).put_up("Lena", "Heute ist zu.", TODAY, TODAY, wanted)
    assert banner.offices == got
    assert (await lead().standing()).banners == (banner,)


@pytest.mark.parametrize(
    ("own", "changes", "words"),
    [
        ((), {"until": TODAY - DAY}, "vor dem ersten"),
        ((), {"since": TODAY - 2 * DAY, "until": TODAY - DAY}, "schon vorbei"),
        ((), {"until": TODAY + LONGEST}, "höchstens 60 Tage"),
        ((), {"text": " "}, "leer"),
        ((), {"text": "x" * (BANNER_LENGTH + 1)}, "zu lang"),
        ((), {"offices": ("atlantis",)}, "gibt es nicht"),
        (("borken",), {"offices": ("bocholt",)}, "eigenen Orte"),
    ],
)
async def test_a_banner_that_cannot_be_is_refused_with_the_reason(lead, own, changes, words):
    wanted = {"text": "Heute ist zu.", "since": TODAY, "until": TODAY, "offices": (), **changes}
    with pytest.raises(WrongUse, match=words):
        await lead(*own).put_up("Lena", **wanted)
    assert not (await lead().standing()).banners


async def test_a_lead_takes_down_only_what_is_for_the_own_offices(lead):
    everywhere = await lead().put_up("Anna", "Alle.", TODAY, TODAY)
    both = await lead().put_up("Anna", "Zwei.", TODAY, TODAY, ("borken", "bocholt"))
    own = await lead("borken").put_up("Lena", "Eins.", TODAY, TODAY)
    for banner in (everywhere, both, own):
        assert await lead("borken").take_down("Lena", banner.number) is (banner == own)
    assert (await lead().standing()).banners == (everywhere, both)
    assert await lead().take_down("Anna", everywhere.number)
    assert not await lead().take_down("Anna", 99)


def test_a_refused_order_is_a_wrong_use():
    """So the command line ends with the code for that."""
    assert issubclass(OrderRefused, WrongUse)
