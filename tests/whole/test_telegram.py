"""Whole conversations over the fake Telegram, with the bot as a process of its own."""

from __future__ import annotations

import json
import re

import pytest

from tests.fake_telegram import Fault
from tests.whole import bot_process

CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}\b")


async def a_call_wish(citizen) -> str:
    """From the first word to the number."""
    await citizen.ask("bitte rufen Sie mich an")
    await citizen.pick("Ein Brief")
    await citizen.pick("Bocholt")
    await citizen.share_contact()
    await reply_with(citizen, "richtiger Name")
    await citizen.pick("Ja")
    summary = await citizen.pick("Vormittags")
    assert "Alles richtig?" in summary.text
    receipt = await citizen.pick("Absenden")
    assert receipt.edited
    assert receipt.message_id == summary.message_id
    found = CODE.search(receipt.text)
    assert found, receipt.text
    return found[0]


async def reply_with(citizen, words):
    """The next reply that says *words*; others before it are read over."""
    while True:
        message = await citizen.wait_reply(timeout=bot_process.PATIENCE)
        if words in message.text:
            return message


async def test_question_wish_caseworker_and_back(telegram, telegram_env, bot):
    """The whole way: the one test that may never be missing."""
    aylin = telegram.citizen("Aylin", last_name="Kaya")
    start = await aylin.ask("/start", timeout=bot_process.PATIENCE)
    assert "kein Mensch" in start.text
    answer = await aylin.ask("hab mein termin verpennt was jetz")
    assert answer.text.startswith("Gut, dass Sie sich melden")
    assert ["Einfacher", "Mehr dazu"] in answer.buttons
    code = await a_call_wish(aylin)

    status, listed = await bot_process.command("inbox", "list", "--json", env=telegram_env)
    assert status == 0, listed
    assert code.replace("-", "") in listed.replace("-", "")
    assert "Kaya" not in listed
    assert aylin.phone not in listed
    status, taken = await bot_process.command("inbox", "take", code, "--as", "Kim", env=telegram_env)
    assert status == 0, taken
    assert "gelesen" in (await reply_with(aylin, code)).text
    status, shown = await bot_process.command(
        "inbox", "show", code, "--reveal", "--as", "Kim", env=telegram_env
    )
    assert "Aylin Kaya" in shown
    status, refused = await bot_process.command("inbox", "take", code, "--as", "Toni", env=telegram_env)
    assert status == 1
    assert "Kim" in refused
    status, closed = await bot_process.command(
        "inbox", "close", code, "erreicht", "--as", "Kim", env=telegram_env
    )
    assert status == 0, closed
    assert "erledigt" in (await reply_with(aylin, "erledigt")).text
    assert await bot.stop() == 0
    assert "Traceback" not in bot.text


async def test_three_messages_at_once_are_answered_in_order(telegram, bot):
    ben = telegram.citizen("Ben")
    for text in ("ruf mich an", "Ein Brief", "Bocholt"):
        await ben.send(text)
    assert "Worum geht es" in (await reply_with(ben, "Worum geht es")).text
    assert "welchem Ort" in (await reply_with(ben, "welchem Ort")).text
    assert "eine fremde Firma" in (await reply_with(ben, "fremde Firma")).text
    await ben.wait_silence(0.3)


async def test_the_contact_of_somebody_else_is_only_typed(telegram, telegram_env, bot):
    cem = telegram.citizen("Cem")
    await cem.ask("ruf mich an")
    await cem.pick("Ein Brief")
    await cem.pick("Bocholt")
    assert any("Nummer aus Telegram" in label for row in cem.keyboard for label in row)
    await cem.share_contact("+4915123456789", own=False)
    await reply_with(cem, "richtiger Name")
    assert cem.keyboard is None
    await cem.pick("Ja")
    await cem.pick("Nachmittags")
    receipt = await cem.pick("Absenden")
    code = CODE.search(receipt.text)[0]
    _, shown = await bot_process.command("inbox", "show", code, "--json", "--reveal", env=telegram_env)
    ticket = json.loads(shown)
    assert "false" in json.dumps(
        ticket["phone_own"] if "phone_own" in ticket else ticket["ticket"]["phone_own"]
    )


async def test_voice_photo_album_and_edits_get_one_friendly_answer(telegram, bot):
    dana = telegram.citizen("Dana")
    await dana.send_voice()
    assert "Sprachnachrichten" in (await dana.wait_reply(timeout=bot_process.PATIENCE)).text
    eli = telegram.citizen("Eli")
    for _ in range(3):
        await eli.send_photo(album="a1")
    assert "Fotos" in (await eli.wait_reply()).text
    await eli.wait_silence(0.4)
    fee = telegram.citizen("Fee")
    await fee.ask("hallo")
    await fee.send_edited("hallo?")
    assert "neu" in (await fee.wait_reply()).text
    assert telegram.calls_of("getFile") == []


async def test_danger_comes_first_and_stands_alone(telegram, bot):
    gia = telegram.citizen("Gia")
    await gia.ask("ruf mich an", timeout=bot_process.PATIENCE)
    reply = await gia.ask("ich will nicht mehr leben")
    assert "112" in reply.text
    assert reply.buttons == [["Weitermachen", "Beenden"]]
    assert "Worum geht es" in (await gia.pick("Weitermachen")).text


async def test_groups_are_left_without_a_word(telegram, bot):
    group = telegram.group("Nachbarn")
    hal = telegram.citizen("Hal")
    await group.add_bot(hal)
    await telegram.wait_until(lambda: not group.has_bot, timeout=bot_process.PATIENCE)
    assert group.chat == []


async def test_a_poisonous_update_is_set_aside_and_the_next_one_answered(telegram, bot):
    canary = "KANARIENVOGEL-GIFT"
    telegram.push_raw({"message": {"message_id": 1, "text": canary, "date": "gestern", "chat": "x"}})
    ida = telegram.citizen("Ida")
    assert (await ida.ask("hallo", timeout=bot_process.PATIENCE)).text
    assert canary not in bot.text


async def test_a_blocked_bot_parks_the_message_and_serves_others(telegram, bot):
    jan, kai = telegram.citizen("Jan"), telegram.citizen("Kai")
    await jan.send("hallo")
    await jan.block()
    assert (await kai.ask("hallo", timeout=bot_process.PATIENCE)).text


@pytest.mark.parametrize(
    "fault",
    [
        Fault(method="sendMessage", kind="error", status=429, retry_after=1),
        Fault(method="sendMessage", kind="error", status=502, times=2),
        Fault(method="sendMessage", kind="drop"),
        Fault(method="getUpdates", kind="error", status=500),
        Fault(method="getUpdates", kind="drop"),
        Fault(method="getUpdates", kind="garbage"),
        Fault(method="answerCallbackQuery", kind="error", status=500),
    ],
    ids=lambda fault: f"{fault.method}-{fault.kind}-{fault.status}",
)
async def test_trouble_with_the_network_loses_and_doubles_nothing(telegram, bot, fault):
    lea = telegram.citizen("Lea")
    telegram.faults.add(fault)
    assert (await lea.ask("/start", timeout=bot_process.PATIENCE)).text
    await lea.pick("Themen", timeout=bot_process.PATIENCE)
    await lea.wait_silence(0.5)
    assert telegram.token not in bot.text


async def test_a_send_dropped_after_its_effect_comes_at_most_twice(telegram, bot):
    mia = telegram.citizen("Mia")
    telegram.faults.add(Fault(method="sendMessage", kind="drop", after=True))
    await mia.send("/hilfe")
    first = await mia.wait_reply(timeout=bot_process.PATIENCE)
    second = await mia.wait_reply(timeout=bot_process.PATIENCE)
    assert first.text == second.text
    await mia.wait_silence(0.5)


async def test_an_old_button_and_a_double_press_are_answered(telegram, bot):
    nia = telegram.citizen("Nia")
    await nia.ask("ruf mich an", timeout=bot_process.PATIENCE)
    old = nia.chat[-1]
    letter = old.button("Ein Brief").data
    await nia.tap(letter, old.message_id)
    await reply_with(nia, "welchem Ort")
    await nia.tap(letter, old.message_id)
    assert "gilt nicht mehr" in (await reply_with(nia, "gilt nicht mehr")).text
    assert nia.spinning == []


async def test_too_many_waiting_messages_get_one_notice(telegram, bot):
    oli = telegram.citizen("Oli")
    await oli.ask("hallo", timeout=bot_process.PATIENCE)
    telegram.faults.add(Fault(method="getUpdates", kind="delay", seconds=1.0))
    for number in range(80):
        await oli.send(f"frage {number} zu meinem termin und zu allem anderen auch. " * 60)
    await reply_with(oli, "Bitte einen Moment")
    await telegram.wait_until(
        lambda: telegram.is_polled and not telegram.pending, timeout=bot_process.PATIENCE
    )
    notices = [message for message in oli.chat if "Bitte einen Moment" in message.text]
    assert len(notices) == 1


async def test_the_menu_is_set_once_and_not_again(telegram, telegram_env, bot):
    await telegram.wait_until(
        lambda: len(telegram.calls_of("setMyCommands")) >= 7, timeout=bot_process.PATIENCE
    )
    await telegram.wait_until(
        lambda: len(telegram.calls_of("setMyShortDescription")) >= 7, timeout=bot_process.PATIENCE
    )
    await bot.stop()
    before = len(telegram.calls_of("setMyCommands"))
    async with bot_process.running(env=telegram_env):
        await telegram.wait_until(
            lambda: len(telegram.calls_of("getMyShortDescription")) >= 14, timeout=bot_process.PATIENCE
        )
        assert len(telegram.calls_of("setMyCommands")) == before


async def test_no_text_number_or_token_reaches_the_log(telegram, telegram_env):
    """At the chattiest level, with trouble on the way."""
    env = {**telegram_env, "BOT_LOG__LEVEL": "debug"}
    canaries = ("KANARIENVOGEL", "4917139200", telegram.token, "Zeisig")
    async with bot_process.running(env=env) as bot:
        pia = telegram.citizen("Zeisig")
        telegram.faults.add(Fault(method="sendMessage", kind="error", status=502))
        telegram.faults.add(Fault(method="getUpdates", kind="garbage"))
        await pia.ask("KANARIENVOGEL frage", timeout=bot_process.PATIENCE)
        await a_call_wish(pia)
        telegram.push_raw({"message": {"message_id": 1, "text": "KANARIENVOGEL", "date": "x", "chat": "y"}})
        await pia.ask("noch ein KANARIENVOGEL")
        assert await bot.stop() == 0
    assert bot.text.strip()
    for canary in (*canaries, pia.phone, str(pia.id)):
        assert canary not in bot.text, canary


async def test_a_wrong_token_ends_with_the_remedy(telegram, telegram_env):
    status, said = await bot_process.command(
        "run", env={**telegram_env, "BOT_TELEGRAM__TOKEN": "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
    )
    assert status == 1
    assert "BotFather" in said
    assert "AAAA" not in said


async def test_without_network_it_says_so_once_and_connects_later(telegram, telegram_env):
    await telegram.stop()
    async with bot_process.running(env=telegram_env) as bot:
        await bot.says("noch nicht erreichbar")
        await telegram.start()
        rea = telegram.citizen("Rea")
        assert (await rea.ask("hallo", timeout=bot_process.PATIENCE)).text
        assert bot.text.count("noch nicht erreichbar") == 1


async def test_a_second_poller_is_an_error_state_and_not_the_end(telegram, telegram_env, bot):
    other = {
        **telegram_env,
        "BOT_DATABASE__URL": telegram_env["BOT_DATABASE__URL"].replace("bot.sqlite3", "b.sqlite3"),
    }
    async with bot_process.running(env=other) as second:
        await telegram.wait_until(
            lambda: any(call.status == 409 for call in telegram.calls_of("getUpdates")),
            timeout=bot_process.PATIENCE,
        )
        assert second.process.returncode is None
        assert bot.process.returncode is None
