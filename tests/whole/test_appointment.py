"""The door for appointments over the fake Telegram: the taps of the model conversation, and the answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.core.calendar import OfficeCalendar, local
from tests.whole import bot_process
from tests.whole.test_telegram import CODE, reply_with


def a_working_day_after(days: int) -> date:
    """The bot runs on the real clock: the first working day after so many days from today."""
    return OfficeCalendar.of().next_working_day(local(datetime.now(UTC)).date() + timedelta(days=days))


async def test_an_appointment_wish_and_its_answer(telegram, telegram_env, bot):
    env = {**telegram_env, "BOT_INBOX__NOTIFICATIONS": "full"}
    lena = telegram.citizen("Lena", last_name="Beispiel")
    old, new = a_working_day_after(9), a_working_day_after(20)
    text = f"kind krank kann am {old.day}.{old.month}. um 9 uhr nicht zum termin"
    read_back = await lena.ask(text, timeout=bot_process.PATIENCE)
    assert f"{old.day}.{old.month}., 9:00 Uhr" in read_back.text
    assert "Grund: Kind" in read_back.text
    await lena.pick("Nachricht weitergeben")
    notice = await lena.pick("Bocholt")
    assert "Damit das Jobcenter Sie findet" in notice.text
    await lena.share_contact()
    await reply_with(lena, "richtiger Name")
    await lena.pick("Ja")
    await lena.pick("Vormittags")
    receipt = await lena.pick("Absenden")
    assert receipt.edited
    assert "Ihr Termin gilt weiter" in receipt.text
    assert "Beispiel" not in receipt.text
    code = CODE.search(receipt.text)[0]

    status, said = await bot_process.command("inbox", "take", code, "--as", "Kim", env=env)
    assert status == 0, said
    assert "Einen neuen Termin haben Sie damit noch nicht" in (await reply_with(lena, code)).text
    to = f"{new:%d.%m.%Y} 10:00"
    status, said = await bot_process.command("inbox", "moved", code, to, "--as", "Kim", env=env)
    assert status == 0, said
    news = await reply_with(lena, "neuer Termin")
    assert f"{new.day}.{new.month}.{new.year}, um 10:00 Uhr" in news.text
    assert news.buttons == [["Passt", "Passt nicht"]]
