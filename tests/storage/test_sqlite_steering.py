"""A damaged order harms nobody: the bot stays as silent as it was told to be, and answers otherwise."""

from __future__ import annotations

from tests.storage.test_contract_steering import BANNER, NOW, STOP, TODAY
from tests.storage.test_sqlite_files import sql


async def test_an_unreadable_stop_holds_and_an_unreadable_banner_is_left_out(sqlite):
    store = await sqlite.open()
    await store.stop_answers(STOP)
    await store.put_up(BANNER, NOW)
    with sql(sqlite.path) as execute:
        execute("UPDATE standing_order SET text = 'damaged'")
    standing = await store.standing_orders(TODAY)
    assert (standing.stop.by, standing.stop.reason) == ("Lena", "")
    assert standing.banners == ()


async def test_why_and_what_is_said_is_not_readable_in_the_file(sqlite):
    store = await sqlite.open()
    await store.stop_answers(STOP)
    await store.put_up(BANNER, NOW)
    await store.close()
    written = sqlite.path.read_bytes()
    assert STOP.reason.encode() not in written
    assert BANNER.text.encode() not in written
