"""The fake Telegram behaves like the real one, as far as our bot can tell."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from tests.fake_telegram import Citizen, FakeTelegram, Fault, Json, PhoneError
from tests.fake_telegram.formatting import ParseError, parse_html

YES_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Ja, absenden", callback_data="cb:yes"),
            InlineKeyboardButton("Nein", callback_data="cb:no"),
        ]
    ]
)


@pytest.fixture
async def tg() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def bot(tg: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(tg.token, base_url=f"{tg.url}/bot") as ready:
        yield ready


@pytest.fixture
async def aylin(tg: FakeTelegram) -> Citizen:
    """Somebody to whom the bot may write."""
    citizen = tg.citizen("Aylin", "Kaya")
    await citizen.send("/start termin")
    return citizen


async def fetch(bot: Bot, seconds: int = 0, **more: Any) -> list[Update]:
    return list(await bot.get_updates(timeout=seconds, **more))


async def raw_call(
    tg: FakeTelegram, method: str, token: str | None = None, **params: Any
) -> tuple[int, Json]:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{tg.url}/bot{token or tg.token}/{method}", json=params) as response,
    ):
        return response.status, await response.json()


# Updates


async def test_an_update_comes_again_until_an_offset_confirms_it(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    second = await aylin.send("Hallo")
    first, again = (await fetch(bot), await fetch(bot))
    assert [u.update_id for u in first] == [u.update_id for u in again]
    assert not tg.confirmed
    last = await fetch(bot, offset=second["update_id"])
    assert [u.message.text for u in last if u.message] == ["Hallo"]
    assert tg.confirmed == {second["update_id"] - 1}
    assert await fetch(bot, offset=second["update_id"] + 1) == []
    assert tg.confirmed == tg.delivered == {second["update_id"] - 1, second["update_id"]}


async def test_limit_and_negative_offset(bot: Bot, aylin: Citizen) -> None:
    for text in ("eins", "zwei", "drei"):
        await aylin.send(text)
    assert len(await fetch(bot, limit=2)) == 2
    newest = await fetch(bot, offset=-1)
    assert [u.message.text for u in newest if u.message] == ["drei"]
    assert len(await fetch(bot)) == 1, "all older ones are forgotten"


async def test_a_long_poll_ends_when_somebody_writes(tg: FakeTelegram, bot: Bot) -> None:
    poll = asyncio.create_task(fetch(bot, seconds=30))
    await tg.wait_until(lambda: tg.is_polled)
    await tg.citizen("Mert").send("Guten Tag")
    (update,) = await poll
    assert update.message
    assert update.message.text == "Guten Tag"
    assert not tg.is_polled


async def test_the_older_of_two_polls_gets_the_conflict(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    offset = (await fetch(bot))[-1].update_id + 1
    older = asyncio.create_task(fetch(bot, seconds=30, offset=offset))
    await tg.wait_until(lambda: tg.is_polled)
    async with Bot(tg.token, base_url=f"{tg.url}/bot") as other:
        newer = asyncio.create_task(fetch(other, seconds=30, offset=offset))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await aylin.send("noch da?")
        assert len(await newer) == 1


async def test_unwanted_kinds_of_updates_do_not_come(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    await fetch(bot, allowed_updates=["message"])
    await aylin.send_edited("/start rueckruf")
    await aylin.send("Hallo")
    texts = [u.message.text for u in await fetch(bot) if u.message]
    assert texts == ["/start termin", "Hallo"], "the setting is remembered"


async def test_presses_live_150_seconds_and_messages_a_day(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    press = await aylin.tap("cb:old")
    tg.clock.advance(151)
    assert [u.callback_query for u in await fetch(bot)] == [None]
    assert tg.expired == {press["update_id"]}
    tg.clock.advance(24 * 3600)
    assert await fetch(bot) == []


async def test_messages_carry_the_date_of_the_set_clock(tg: FakeTelegram, bot: Bot) -> None:
    tg.clock.set(datetime(2027, 3, 28, 0, 59, 30, tzinfo=UTC))
    await tg.citizen("Aylin").send("Hallo")
    (update,) = await fetch(bot)
    assert update.message
    assert update.message.date.replace(second=0) == datetime(2027, 3, 28, 0, 59, tzinfo=UTC)


async def test_a_replayed_update_comes_although_it_was_confirmed(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    update = await aylin.send("Absenden")
    offset = update["update_id"] + 1
    await fetch(bot)
    await fetch(bot, offset=offset)
    await aylin.replay(update)
    assert [u.update_id for u in await fetch(bot, offset=offset)] == [update["update_id"]]
    assert await fetch(bot, offset=offset) == []


async def test_after_ids_restart_an_offset_from_the_future_is_ignored(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    offset = (await fetch(bot))[-1].update_id + 1
    await fetch(bot, offset=offset)
    tg.restart_ids(5000)
    await aylin.send("eine Woche später")
    assert [u.update_id for u in await fetch(bot, offset=offset)] == [5000]


async def test_poison_is_delivered_as_it_is(tg: FakeTelegram, aylin: Citizen) -> None:
    poison = tg.push_raw({"message": {"date": "gestern"}})
    _, answer = await raw_call(tg, "getUpdates")
    assert answer["result"][-1] == poison
    assert isinstance(poison["update_id"], int)


async def test_a_killed_poller_leaves_nothing_behind(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    """kill -9: the open poll vanishes with its connection and takes no update along."""
    offset = (await fetch(bot))[-1].update_id + 1
    poll = f"{tg.url}/bot{tg.token}/getUpdates?timeout=50&offset={offset}"
    code = f"import urllib.request; urllib.request.urlopen('{poll}')"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    await tg.wait_until(lambda: tg.is_polled)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    await tg.wait_until(lambda: not tg.is_polled)
    update = await aylin.send("hört mich jemand?")
    assert update["update_id"] not in tg.delivered
    assert len(await fetch(bot, offset=offset)) == 1


# Shapes


async def test_every_message_of_a_citizen_is_one_the_library_can_read(tg: FakeTelegram, bot: Bot) -> None:
    aylin = tg.citizen("Aylin", "Kaya", language="tr")
    await aylin.send("bitte /hilfe 👍 /termin@fake_test_bot a/b")
    await aylin.send("weitergeleitet", forwarded=True)
    await aylin.send_edited("geändert")
    await aylin.send_voice()
    await aylin.send_photo(caption="Bescheid", album="7")
    await aylin.send_sticker()
    await aylin.send_location()
    await aylin.send_document(album="7")
    await aylin.block()
    await aylin.unblock()
    updates = await fetch(bot)
    ids = [u.update_id for u in updates]
    assert ids == list(range(ids[0], ids[0] + 10))
    words, forwarded, edited, voice, photo, sticker, place, document, blocked, unblocked = updates
    assert words.message
    assert words.effective_user
    assert words.effective_user.language_code == "tr"
    assert list(words.message.parse_entities().values()) == ["/hilfe", "/termin@fake_test_bot"]
    assert forwarded.message
    assert forwarded.message.forward_origin
    assert not words.message.forward_origin
    assert edited.edited_message
    assert edited.edited_message.text == "geändert"
    assert edited.edited_message.edit_date
    assert voice.message
    assert voice.message.voice
    assert photo.message
    assert photo.message.photo
    assert photo.message.caption == "Bescheid"
    assert sticker.message
    assert sticker.message.sticker
    assert place.message
    assert place.message.location
    assert document.message
    assert document.message.document
    assert document.message.media_group_id == "7"
    assert blocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    assert not any(getattr(update, "api_kwargs", None) for update in updates)


async def test_a_contact_tells_whose_it_is(tg: FakeTelegram, bot: Bot) -> None:
    aylin = tg.citizen("Aylin", "Kaya")
    await aylin.share_contact("4915112345678")
    await aylin.share_contact("+49 151 1", own=False)
    await aylin.share_contact(forwarded=True)
    own, foreign, forwarded = [u.message for u in await fetch(bot) if u.message]
    assert own.contact
    assert own.contact.user_id == aylin.id
    assert own.contact.phone_number == "4915112345678"
    assert foreign.contact
    assert foreign.contact.user_id != aylin.id
    assert forwarded.contact
    assert forwarded.contact.user_id == aylin.id
    assert forwarded.forward_origin


async def test_a_group_can_be_left(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    await fetch(bot)
    group = tg.group("Nachbarn", kind="supergroup")
    await group.add_bot(by=aylin)
    await group.send("/start", by=aylin)
    added, _, command = (await fetch(bot))[1:]
    assert added.my_chat_member
    assert added.my_chat_member.chat.id == group.id
    assert command.message
    assert command.message.chat.type == "supergroup"
    assert (await bot.get_chat(group.id)).title == "Nachbarn"
    await bot.leave_chat(group.id)
    assert not group.has_bot
    with pytest.raises(Forbidden, match="not a member of the supergroup chat"):
        await bot.send_message(group.id, "Hallo")


# Sending


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("ü<b>fett", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ü<p>Absatz</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("3 < 4", "Unclosed start tag at byte offset 2"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b ", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=https://a.de>x</a>", "Unexpected end of name token at byte offset 0"),
        ("&#xDFDF;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
async def test_bad_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_html(source)
    assert str(caught.value).startswith(complaint)


async def test_good_html_becomes_plain_text_and_entities() -> None:
    text, entities = parse_html(
        '👍 <b>A &amp; <i>B</i></b> <a href="jobcenter.de?a=1&amp;b=2">hier</a> <a href="tel:110">110</a>'
        "<u></u> &lt;&#8211;&nbsp; <blockquote expandable>mehr</>"
    )
    assert text == "👍 A & B hier 110 <–&nbsp; mehr"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 7, "length": 1},
        {"type": "text_link", "offset": 9, "length": 4, "url": "http://jobcenter.de?a=1&b=2"},
        {"type": "expandable_blockquote", "offset": 27, "length": 4},
    ]


async def test_a_citizen_sees_plain_text_and_what_is_bold(bot: Bot, aylin: Citizen) -> None:
    sent = await bot.send_message(aylin.id, " <b>Grüße 👍</b> &lt;3\n", parse_mode="HTML")
    reply = await aylin.wait_reply()
    assert (reply.text, reply.message_id, reply.edited) == ("Grüße 👍 <3", sent.message_id, False)
    assert reply.html == " <b>Grüße 👍</b> &lt;3\n"
    assert reply.marked("bold") == ["Grüße 👍"]
    assert sent.text_html == "<b>Grüße 👍</b> &lt;3"


async def test_the_limit_of_a_text_is_4096_utf16_units_after_parsing(bot: Bot, aylin: Citizen) -> None:
    await bot.send_message(aylin.id, f"<b>{'👍' * 2048}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(aylin.id, "👍" * 2049)


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "html"}, "text must be non-empty"),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 4}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    ],
)
async def test_bad_messages_are_refused_in_telegrams_words(
    tg: FakeTelegram, aylin: Citizen, params: Json, complaint: str
) -> None:
    status, answer = await raw_call(tg, "sendMessage", **{"chat_id": aylin.id, **params})
    assert (status, answer["error_code"], answer["description"]) == (400, 400, f"Bad Request: {complaint}")
    assert not aylin.has_unseen


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([[{"text": "x", "callback_data": "ü" * 33}]], "BUTTON_DATA_INVALID"),
        (
            [[{"text": "x", "callback_data": ""}]],
            "can't parse inline keyboard button: Text buttons are unallowed",
        ),
        ([[{"callback_data": "x"}]], "can't parse inline keyboard button: Can't find field \"text\""),
        ([[{"text": "x", "callback_data": "x"}]] * 101, "reply markup is too long"),
        ([[{"text": "x", "url": "kein-link"}]], "inline keyboard button URL 'kein-link' is invalid"),
        ([{"text": "x"}], 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    ],
)
async def test_bad_keyboards_are_refused(tg: FakeTelegram, aylin: Citizen, rows: Any, complaint: str) -> None:
    markup = {"inline_keyboard": rows}
    status, answer = await raw_call(tg, "sendMessage", chat_id=aylin.id, text="x", reply_markup=markup)
    assert status == 400
    assert answer["description"].startswith(f"Bad Request: {complaint}")


async def test_who_never_wrote_or_has_blocked_the_bot_gets_nothing(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(tg.citizen("Mert").id, "Hallo")
    await aylin.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(aylin.id, "Hallo")
    await aylin.unblock()
    await bot.send_message(aylin.id, "Hallo")
    assert (await aylin.wait_reply()).text == "Hallo"


async def test_tokens_and_methods_unknown(tg: FakeTelegram) -> None:
    assert (await raw_call(tg, "getMe", token="123456:WRONG"))[1]["description"] == "Unauthorized"
    assert (await raw_call(tg, "getMe", token="WRONG"))[0] == 404
    assert (await raw_call(tg, "sendHug"))[0] == 404
    with pytest.raises(InvalidToken):
        async with Bot("123456:WRONG", base_url=f"{tg.url}/bot"):
            pass


# Buttons and edits


async def test_a_press_reaches_the_bot_and_its_answer_the_phone(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    await bot.send_message(aylin.id, "Alt?", reply_markup=YES_NO)
    sent = await bot.send_message(aylin.id, "Absenden?", reply_markup=YES_NO)
    assert (await aylin.wait_reply()).text == "Alt?"
    assert (await aylin.wait_reply()).buttons == [["Ja, absenden", "Nein"]]
    await aylin.press("Ja")
    query = (await fetch(bot))[-1].callback_query
    assert query
    assert query.data == "cb:yes"
    assert query.message
    assert query.message.message_id == sent.message_id
    assert aylin.spinning == [query.id]
    await query.answer("Gespeichert")
    assert (aylin.toasts, aylin.spinning) == (["Gespeichert"], [])
    await query.edit_message_text("<b>Danke</b>", parse_mode="HTML")
    receipt = await aylin.wait_reply()
    assert (receipt.text, receipt.buttons, receipt.edited) == ("Danke", [], True)
    assert [message.text for message in aylin.chat] == ["Alt?", "Danke"]
    with pytest.raises(BadRequest, match="Message is not modified"):
        await query.edit_message_text("<b>Danke</b>", parse_mode="HTML")


async def test_a_press_can_be_stale_forged_or_too_old_to_answer(
    tg: FakeTelegram, bot: Bot, aylin: Citizen
) -> None:
    await aylin.tap("forged", message_id=1)
    query = (await fetch(bot))[-1].callback_query
    assert query
    assert query.data == "forged"
    assert query.message
    assert not query.message.is_accessible
    tg.clock.advance(16)
    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await query.answer()


async def test_taking_buttons_away_is_no_reply(bot: Bot, aylin: Citizen) -> None:
    sent = await bot.send_message(aylin.id, "Absenden?", reply_markup=YES_NO)
    aylin.read_all()
    await bot.edit_message_reply_markup(aylin.id, sent.message_id)
    await aylin.wait_silence(0)
    with pytest.raises(PhoneError, match="sees no button 'Ja'"):
        await aylin.press("Ja")
    await bot.edit_message_reply_markup(aylin.id, sent.message_id, reply_markup=YES_NO)
    assert (await aylin.wait_reply()).button("Nein").data == "cb:no"


async def test_edits_and_deletions_need_a_message(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    sent = await bot.send_message(aylin.id, "Hallo")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", aylin.id, 1)
    with pytest.raises(BadRequest, match="Inline keyboard expected"):
        await bot.edit_message_text("x", aylin.id, sent.message_id, reply_markup=ReplyKeyboardRemove())  # type: ignore[arg-type]
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.edit_message_text("x" * 4097, aylin.id, sent.message_id)
    own = await aylin.send("meins")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", aylin.id, own["message"]["message_id"])
    await bot.delete_message(aylin.id, sent.message_id)
    assert aylin.chat == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(aylin.id, sent.message_id)
    tg.clock.advance(49 * 3600)
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await bot.delete_message(aylin.id, own["message"]["message_id"])


async def test_reply_keyboards_send_text_or_ones_own_contact(bot: Bot, aylin: Citizen) -> None:
    keys: list[list[str | KeyboardButton]] = [
        [KeyboardButton("Meine Nummer senden", request_contact=True)],
        ["Lieber tippen"],
    ]
    asked = await bot.send_message(
        aylin.id, "Nummer?", reply_markup=ReplyKeyboardMarkup(keys, one_time_keyboard=True)
    )
    assert aylin.keyboard == [["Meine Nummer senden"], ["Lieber tippen"]]
    await aylin.press("Nummer")
    message = (await fetch(bot))[-1].message
    assert message
    assert message.contact
    assert message.contact.user_id == aylin.id
    assert message.reply_to_message
    assert message.reply_to_message.message_id == asked.message_id
    assert aylin.keyboard is None, "used once"
    await bot.send_message(aylin.id, "Nummer?", reply_markup=ReplyKeyboardMarkup(keys))
    update = await aylin.press("tippen")
    assert update
    assert update["message"]["text"] == "Lieber tippen"
    await bot.send_message(aylin.id, "Danke", reply_markup=ReplyKeyboardRemove())
    assert aylin.keyboard is None


async def test_ask_and_pick_wait_for_the_next_reply(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    async def one_turn() -> None:
        offset = (await fetch(bot))[-1].update_id + 1
        (update,) = await fetch(bot, seconds=10, offset=offset)
        if update.callback_query:
            await update.callback_query.edit_message_text("Gut.")
        else:
            await bot.send_chat_action(aylin.id, "typing")
            await bot.send_message(aylin.id, "Absenden?", reply_markup=YES_NO)

    for ask, expected in ((aylin.ask("Hallo"), "Absenden?"), (aylin.pick("Ja"), "Gut.")):
        turn = asyncio.create_task(one_turn())
        await tg.wait_until(lambda: tg.is_polled)
        assert (await ask).text == expected
        await turn
    assert aylin.actions == ["typing"]


async def test_a_missing_reply_says_what_is_on_the_phone(bot: Bot, aylin: Citizen) -> None:
    await bot.send_message(aylin.id, "Guten Tag")
    with pytest.raises(PhoneError, match=r"expected silence, got .'Guten Tag'"):
        await aylin.wait_silence(0.1)
    await aylin.wait_reply()
    with pytest.raises(PhoneError, match=r"Aylin got no reply within 0.05 s(.|\n)*bot: Guten Tag"):
        await aylin.wait_reply(timeout=0.05)


async def test_an_answer_to_a_lost_message_can_be_sent_anyway(bot: Bot, aylin: Citizen) -> None:
    lost = ReplyParameters(1, allow_sending_without_reply=True)
    assert (await bot.send_message(aylin.id, "Hallo", reply_parameters=lost)).reply_to_message is None


# What the bot says about itself


async def test_the_profile_is_kept_by_language_and_scope(tg: FakeTelegram, bot: Bot) -> None:
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("termin", "Termin verschieben")], scope=scope, language_code="de")
    assert [c.command for c in await bot.get_my_commands(scope=scope, language_code="de")] == ["termin"]
    assert await bot.get_my_commands() == ()
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Rückruf", "x")])
    await bot.set_my_description("Auskunft", language_code="de")
    await bot.set_my_short_description("Kurz")
    assert (await bot.get_my_description(language_code="de")).description == "Auskunft"
    assert (await bot.get_my_description()).description == ""
    assert (await bot.get_my_short_description(language_code="tr")).short_description == "Kurz"
    await bot.set_my_name("Jobcenter")
    assert (await bot.get_my_name()).name == "Jobcenter"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.delete_webhook()


# Failures


async def test_an_ordered_429_says_how_long_to_wait_and_hits_once(
    tg: FakeTelegram, bot: Bot, aylin: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else the library warns about its own future
    tg.faults.add(Fault("sendMessage", "error", status=429, retry_after=2, chat=aylin.id))
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(aylin.id, "eins")
    assert caught.value.retry_after == timedelta(seconds=2)
    await bot.send_message(aylin.id, "zwei")
    assert [message.text for message in aylin.chat] == ["zwei"]
    assert [call.status for call in tg.calls_of("sendMessage")] == [429, 200]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "status": 502},
        {"kind": "error", "status": 500},
        {"kind": "drop"},
        {"kind": "garbage"},
        {"kind": "hang", "seconds": 0.05},
    ],
)
async def test_after_a_failure_the_message_is_there_or_not(
    tg: FakeTelegram, bot: Bot, aylin: Citizen, fault: dict[str, Any], after: bool
) -> None:
    """The bot cannot tell the two apart; the test can."""
    tg.faults.add(Fault("sendMessage", after=after, **fault))
    with pytest.raises(NetworkError if fault["kind"] != "garbage" else Exception):
        await bot.send_message(aylin.id, "Hallo")
    assert len(aylin.chat) == after
    assert (await bot.get_me()).username == "fake_test_bot", "the server goes on"


async def test_a_bad_gateway_is_a_page_not_json(tg: FakeTelegram) -> None:
    tg.faults.add(Fault("*", "error", status=502, times=None))
    async with aiohttp.ClientSession() as http, http.get(f"{tg.url}/bot{tg.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
    tg.faults.clear()
    assert (await raw_call(tg, "GETME"))[0] == 200, "names of methods are case-insensitive"


async def test_a_hanging_call_lasts_until_the_bot_gives_up(tg: FakeTelegram, aylin: Citizen) -> None:
    tg.faults.add(Fault("sendMessage", "hang"))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await raw_call(tg, "sendMessage", chat_id=aylin.id, text="Hallo")
    assert tg.calls[-1].status == 0


async def test_calls_can_be_slow(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    tg.latency = 0.04
    tg.faults.add(Fault("sendMessage", "delay", seconds=0.06))
    started = asyncio.get_running_loop().time()
    await bot.send_message(aylin.id, "Hallo")
    assert asyncio.get_running_loop().time() - started > 0.095


async def test_an_outage_keeps_port_and_state(tg: FakeTelegram, bot: Bot, aylin: Citizen) -> None:
    poll = asyncio.create_task(fetch(bot, seconds=30, offset=(await fetch(bot))[-1].update_id + 1))
    await tg.wait_until(lambda: tg.is_polled)
    await tg.stop()
    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError):
        await bot.get_me()
    await aylin.send("noch da?")
    await tg.start()
    assert len(await fetch(bot)) == 1


async def test_parameters_may_come_as_form_or_json(tg: FakeTelegram, aylin: Citizen) -> None:
    form = {"chat_id": str(aylin.id), "text": "Hallo", "reply_markup": YES_NO.to_json()}
    async with aiohttp.ClientSession() as http:
        for body in ({"data": form}, {"json": form | {"reply_markup": YES_NO.to_dict()}}):
            async with http.post(f"{tg.url}/bot{tg.token}/sendMessage", **body) as response:
                assert response.status == 200
    assert [message.buttons for message in aylin.chat] == [[["Ja, absenden", "Nein"]]] * 2


async def test_the_stand_alone_server_talks_to_a_terminal() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fake_telegram", "--port", "0"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    try:
        settings = dict(pair.split("=", 1) for pair in (await process.stdout.readline()).decode().split())
        root = f"{settings['BOT_TELEGRAM__API_URL']}/bot"
        await process.stdout.readline()
        process.stdin.write(b"Hallo\n")
        async with Bot(settings["BOT_TELEGRAM__TOKEN"], base_url=root) as bot:
            (update,) = await fetch(bot, seconds=10)
            assert update.message
            await update.message.reply_text("Guten Tag", reply_markup=YES_NO)
        seen = [(await process.stdout.readline()).decode().strip() for _ in range(3)]
        assert seen == ["", "Guten Tag", "[Ja, absenden]  [Nein]"]
        process.stdin.close()
        assert await process.wait() == 0
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
