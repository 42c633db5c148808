"""The page of a ticket: what it shows, what can be done there, and what is refused."""

from __future__ import annotations

import asyncio
import html
import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest

from bot.caseworkers.inbox import Inbox
from bot.content.texts import Texts
from bot.core import moves
from bot.core.talk import ForgetMe, Phrase
from bot.core.tickets import Kind, Outcome, State
from bot.site import Room
from bot.web.room import furnish
from tests.builders import NOW, a_chat, a_ticket, a_turn, an_incoming, an_opening
from tests.caseworkers.conftest import KB

PAGE = "/anliegen/K7M-3PQ/"
THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
OTHER = "ABCDEF"


def a_call(code="K7M3PQ", **fields):
    return a_ticket(code, **({"office": "bocholt"} | fields))


def an_appointment(code="K7M3PQ", **fields):
    appointment = {"kind": Kind.RESCHEDULE, "appointment_at": THURSDAY, "due_at": NOW + timedelta(days=2)}
    return a_call(code, **(appointment | fields))


def held_by(name, **fields):
    return a_call(state=State.TAKEN, taken_by=name, lease_until=NOW + timedelta(hours=4), **fields)


async def shows(browser, path=PAGE):
    """The page as text: what a person reads of it, in one line."""
    answer = await browser.get(path)
    assert answer.status_code == HTTPStatus.OK
    return text_of(answer)


def text_of(answer):
    body = answer.content.decode().split("<main")[1].partition(">")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def actions_of(answer):
    """The actions that the page offers."""
    return set(re.findall(r'name="act" value="(\w+)"', answer.content.decode()))


async def does(browser, act, path=PAGE, version=None, **fields):
    """Press a button of the page as it is now, or as it was at *version*."""
    if version is None:
        page = (await browser.get(path)).content.decode()
        version = re.search(r'name="version" value="(\d+)"', page).group(1)
    return await browser.post(path, {"act": act, "version": version, **fields})


async def history(site, code="K7M3PQ"):
    return [(event.who, event.what) for event in await site.store.events(code)]


async def heard(site):
    """The keys of what citizens are going to read."""
    waiting = await site.store.to_send("telegram", NOW + timedelta(days=366))
    return [part.key for message in waiting for part in message.say.parts if isinstance(part, Phrase)]


# what is seen


async def test_the_page_tells_at_a_glance_what_is_wished(site, enter):
    await site.receive(an_appointment(interpreter="uk", wish="mornings", reason="child", urgent=True))
    page = await shows(await enter())
    for told in (
        "K7M-3PQ Termin verschieben eilt",
        "Ort Bocholt",
        "Termin Do 26.11. 10:00, in 3 Tagen",
        "Thema Termin verpasst: was nun?",
        "Wunsch vormittags",
        "braucht im Gespräch Hilfe: Ukrainisch",
        "Ayşe Öztürk",
        "Vor Auskünften zum Fall: Nummer mit dem Fachverfahren vergleichen.",
        "Grund Kind oder Betreuung",
    ):
        assert told in page


async def test_the_number_can_be_called_with_one_tap(site, enter):
    await site.receive(a_call())
    page = (await (await enter()).get(PAGE)).content.decode()
    assert '<a href="tel:+4915112345678">' in page


async def test_a_number_that_is_not_safe_is_a_warning_and_no_link(site, enter):
    await site.receive(a_call(call_safe=False))
    page = (await (await enter()).get(PAGE)).content.decode()
    assert "Auf dieser Nummer nicht sicher." in page
    assert "Suchen Sie im Fachverfahren einen anderen, sicheren Weg" in page
    assert "tel:" not in page
    assert 'value="not_reached"' not in page
    assert "Das liest die Person" not in page


async def test_where_a_call_is_not_safe_the_chat_is_silent_too(site, enter):
    """A message lights up on a telephone that somebody else may hold."""
    await site.receive(an_appointment(call_safe=False), a_call(OTHER, call_safe=False))
    browser = await enter()
    await does(browser, "take")
    await does(browser, "not_moved")
    page = await shows(browser)
    assert "Davon steht im Chat nichts. Bitte suchen Sie einen sicheren Weg" in page
    assert await heard(site) == []


async def test_whoever_has_withdrawn_is_not_called_any_more(site, enter):
    await site.receive(a_call(state=State.WITHDRAWN))
    answer = await (await enter()).get(PAGE)
    assert "Zurückgezogen. Bitte nicht mehr anrufen. +49 1511 2345678" in text_of(answer)
    assert "tel:" not in answer.content.decode()


async def test_the_page_tells_why_it_is_urgent(site, enter):
    await site.receive(a_call(urgent=True, topic="money", wish="afternoons"))
    answer = await (await enter()).get(PAGE)
    why = "kein Geld für Essen, kein Strom oder die Wohnung in Gefahr"
    assert f"Eilt {why}" in text_of(answer)
    assert "geht dem Wunsch vor" in text_of(answer)
    assert f"Anliegen: Anruf, eilig ({why});" in answer.content.decode()


@pytest.mark.parametrize(
    "fields", [{"wish": "afternoons"}, {"kind": Kind.RESCHEDULE, "urgent": True, "wish": "afternoons"}]
)
async def test_only_a_call_in_need_is_said_to_be_one(site, enter, fields):
    await site.receive(a_call(**fields))
    page = await shows(await enter())
    assert not [word for word in ("kein Strom", "geht dem Wunsch vor") if word in page]


async def test_the_new_appointment_stands_where_the_old_one_stood(site, enter):
    await site.receive(an_appointment(appointment_at=THURSDAY - timedelta(days=1)))
    browser = await enter()
    await does(browser, f"moved meant={THURSDAY.isoformat()}", text="moved 2026-12-24T09:00+00:00")
    page = await shows(browser)
    assert "Neuer Termin Donnerstag, 26.11.2026, 10:00 Uhr Alter Termin Mi 25.11. 10:00" in page


async def test_what_rests_says_how_a_call_all_the_same_is_recorded(site, enter):
    await site.receive(a_call(not_before=NOW + timedelta(hours=2)))
    browser = await enter()
    assert "Es ruht noch. Rufen Sie trotzdem jetzt an? Dann bitte erst übernehmen." in await shows(browser)
    await does(browser, "take")
    assert "ruht noch" not in await shows(browser)
    assert "not_reached" in actions_of(await browser.get(PAGE))


async def test_a_ticket_of_another_office_does_not_exist(site, enter):
    await site.receive(a_ticket(office="borken"))
    browser = await enter()
    for answer in (
        await browser.get(PAGE),
        await browser.get(f"{PAGE}neues/"),
        await does(browser, "take", version=1),
    ):
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert await history(site) == [("citizen", "opened")]


@pytest.mark.parametrize("path", ["/anliegen/ZZZ-ZZZ/", "/anliegen/I0O-1LO/", "/anliegen/K7M3PQ/"])
async def test_what_is_no_ticket_is_not_found(site, enter, path):
    assert (await (await enter()).get(path)).status_code == HTTPStatus.NOT_FOUND


async def test_each_look_is_audited_and_stands_in_the_history_once_an_hour_for_each_person(site, enter):
    await site.receive(a_call())
    kaya, ben = await enter(), await enter("Ben")
    await shows(kaya)
    site.forward(minutes=59)
    await shows(kaya)
    await shows(ben)
    assert (await history(site))[1:] == [("Kaya", "revealed"), ("Ben", "revealed")]
    site.forward(minutes=1)
    await shows(kaya)
    assert (await history(site))[3:] == [("Kaya", "revealed")]
    looks = [who for who, what, subject, _ in await site.audit() if (what, subject) == ("revealed", "K7M3PQ")]
    assert looks == ["Kaya", "Kaya", "Ben", "Kaya"]


async def test_of_a_deleted_ticket_nothing_personal_is_left_and_nobody_looks_at_it(site, enter):
    await site.receive(a_call(text="bitte leise"))
    await site.store.save_turn(an_incoming(chat=a_chat("K7M3PQ")), a_turn(orders=(ForgetMe(),)), NOW)
    answer = await (await enter()).get(PAGE)
    page = text_of(answer)
    assert "auf Wunsch gelöscht" in page
    assert not [word for word in ("Ayşe", "1511", "leise") if word in page]
    assert actions_of(answer) == set()
    assert ("Kaya", "revealed") not in await history(site)


async def test_other_wishes_of_the_same_chat_are_listed_within_the_scope(site, enter):
    here = (a_call(), a_call(OTHER, state=State.DONE, outcome=Outcome.REACHED))
    elsewhere = a_ticket("GHJKMN", office="borken")
    orders = tuple(an_opening(ticket) for ticket in (*here, elsewhere))
    await site.store.save_turn(an_incoming(chat=a_chat("one")), a_turn(orders=orders), NOW)
    await site.receive(a_call("QRSTUV"))
    page = await shows(await enter())
    assert page.index("Andere Anliegen aus demselben Chat") < page.index("Was ist zu tun?")
    assert "Andere Anliegen aus demselben Chat ABC-DEF Anruf Mo 23.11. 10:00, erledigt (erreicht)" in page
    assert not [code for code in ("GHJ-KMN", "QRS-TUV") if code in page]


async def test_the_case_note_is_there_to_be_selected(site, enter):
    await site.receive(a_call())
    page = (await (await enter()).get(PAGE)).content.decode()
    note = re.search(r'<textarea id="note" readonly[^>]*>(.*?)</textarea>', page, re.DOTALL).group(1)
    assert note.startswith("Nachricht K7M-3PQ aus dem Chat")
    assert "Name: Ayşe Öztürk" in html.unescape(note)


# what the citizen has got


@pytest.mark.parametrize(
    ("settle", "told"),
    [
        (None, "unterwegs seit Mo 23.11. 10:00"),
        (lambda store, message: store.sent(message.id, "1", NOW), "gesendet Mo 23.11. 10:00"),
        (lambda store, message: store.park(message.id, "blocked", NOW), "per Telefon erreichen"),
    ],
)
async def test_the_page_tells_whether_the_citizen_has_got_the_last_message(site, enter, settle, told):
    await site.receive(a_call())
    browser = await enter()
    assert "Im Chat gesendet" not in await shows(browser)
    await does(browser, "take")
    if settle:
        (message,) = await site.store.to_send("telegram", NOW)
        await settle(site.store, message)
    assert told in await shows(browser)


# what can be done


@pytest.mark.parametrize(
    ("ticket", "offered"),
    [
        (
            a_call(),
            {
                *("take", "reached", "called", "came", "not_reached", "number_wrong"),
                *("not_ours", "duplicate", "forward", "snooze", "note"),
            },
        ),
        (
            an_appointment(phone=""),
            {
                *("take", "reached", "called", "came", "moved", "not_moved", "not_reached"),
                *("not_ours", "duplicate", "forward", "snooze", "note"),
            },
        ),
        (a_call(state=State.DONE, outcome=Outcome.CAME), {"note"}),
        (held_by("Ben"), {"note"}),
        (
            held_by("Kaya", phone=""),
            {
                *("release", "reached", "called", "came"),
                *("not_ours", "duplicate", "forward", "snooze", "note"),
            },
        ),
    ],
    ids=["call", "appointment", "settled", "a colleague's", "mine"],
)
async def test_the_page_offers_what_the_moves_allow(site, enter, ticket, offered):
    await site.receive(ticket)
    assert actions_of(await (await enter()).get(PAGE)) == offered


ACTS = {
    "take": ({}, "taken", "liegt jetzt bei Ihnen (bis", ["ticket-read"]),
    "reached": ({}, "closed", "wurde erledigt (erreicht)", ["ticket-done"]),
    "called": ({}, "closed", "wurde erledigt (hat selbst angerufen)", ["ticket-done"]),
    "came": ({}, "closed", "wurde erledigt (war da)", ["ticket-done"]),
    "not_ours": ({}, "closed", "wurde erledigt (nicht zuständig)", ["ticket-not-ours"]),
    "duplicate": ({}, "closed", "wurde erledigt (doppelt)", ["ticket-duplicate"]),
    "not_reached": (
        {},
        "not_reached",
        "wurde nicht erreicht (Versuch 1 von 3) und ruht bis Mo 23.11. 12:00",
        ["ticket-not-reached"],
    ),
    "number_wrong": (
        {"sure": "yes"},
        "number_wrong",
        "Die Nummer wurde gelöscht",
        ["ticket-number-wrong"],
    ),
    "forward": (
        {"office": "borken", "reason": "umgezogen"},
        "forwarded",
        "wurde weitergegeben an Borken",
        [],
    ),
    "snooze": ({"usual": "2026-11-23T14:00"}, "snoozed", "ruht bis Mo 23.11. 14:00", []),
    "note": ({"text": "ruft morgen an"}, "noted", "notiert, nur für Kolleginnen und Kollegen", []),
}


@pytest.mark.parametrize("act", ACTS)
async def test_each_action_does_what_it_says(site, enter, act):
    fields, event, told, said = ACTS[act]
    await site.receive(a_call())
    browser = await enter()
    answer = await does(browser, act, **fields)
    assert answer.status_code == HTTPStatus.FOUND
    assert told in await shows(browser, answer["Location"])
    assert ("Kaya", event) in await history(site)
    assert await heard(site) == said


async def test_a_ticket_is_given_back(site, enter):
    await site.receive(held_by("Kaya"))
    browser = await enter()
    answer = await does(browser, "release")
    assert "K7M-3PQ wurde zurückgegeben und ist wieder für alle offen." in await shows(
        browser, answer["Location"]
    )
    assert (await site.store.ticket("K7M3PQ")).state is State.OPEN


@pytest.mark.parametrize("act", ["reached", "not_reached", "forward", "snooze"])
async def test_after_an_outcome_the_most_urgent_open_ticket_comes(site, enter, act):
    await site.receive(
        a_call(),
        a_call("GHJKMN"),
        a_call(OTHER, urgent=True),
        a_call("QRSTUV", urgent=True, not_before=NOW + timedelta(days=1)),
        a_ticket("WXYZ23", office="borken", urgent=True),
    )
    answer = await does(await enter(), act, **ACTS[act][0])
    assert answer["Location"] == "/anliegen/ABC-DEF/"


async def test_after_the_last_one_the_queue_comes_with_a_kind_word(site, enter):
    await site.receive(a_call())
    browser = await enter()
    answer = await does(browser, "reached")
    assert answer["Location"] == "/anliegen/"
    assert "Das war das letzte offene Anliegen." in await shows(browser, "/anliegen/")


async def test_what_was_given_back_is_no_last_one(site, enter):
    await site.receive(held_by("Kaya"))
    browser = await enter()
    answer = await does(browser, "release")
    assert answer["Location"] == "/anliegen/"
    assert "Das war das letzte" not in await shows(browser, "/anliegen/")


async def test_the_notice_above_the_next_ticket_speaks_of_its_own_and_asks_for_nothing(site, enter):
    """Below it stands the next person's name and number: nobody shall call the wrong one."""
    await site.receive(a_call(), a_call(OTHER))
    browser = await enter()
    answer = await does(browser, "reached")
    page = (await browser.get(answer["Location"])).content.decode()
    notice = re.search(r'<li class="note success">(.*?)</li>', page).group(1)
    way = f'<a href="{PAGE}">K7M-3PQ noch einmal ansehen</a>'
    assert notice == f"<strong>K7M-3PQ</strong> wurde erledigt (erreicht). {way}"


async def test_the_settled_ticket_has_its_case_note_and_the_way_on(site, enter):
    await site.receive(a_call(state=State.DONE, outcome=Outcome.REACHED), a_call(OTHER))
    browser = await enter()
    page = (await browser.get(PAGE)).content.decode()
    assert page.index("Nächstes Anliegen") < page.index('id="note"') < page.index("Verlauf")
    way = re.search(r'<button class="main" formaction="([^"]+)"', page).group(1)
    assert (await browser.get(way))["Location"] == "/anliegen/ABC-DEF/"


async def test_a_note_goes_along_with_the_way_on_too(site, enter):
    await site.receive(a_call(state=State.DONE, outcome=Outcome.REACHED), a_call(OTHER))
    browser = await enter()
    answer = await browser.post(f"{PAGE}naechstes/", {"text": "ruft selbst an"})
    assert answer["Location"] == "/anliegen/ABC-DEF/"
    assert "K7M-3PQ: notiert" in await shows(browser, answer["Location"])
    assert (await history(site))[-1] == ("Kaya", "noted")


async def test_without_a_next_ticket_the_way_on_leads_to_the_queue(site, enter):
    await site.receive(a_call(state=State.DONE, outcome=Outcome.REACHED))
    browser = await enter()
    assert (await browser.get(f"{PAGE}naechstes/"))["Location"] == "/anliegen/"
    assert "Das war das letzte offene Anliegen." in await shows(browser, "/anliegen/")


async def blocks(site):
    """The citizens' chats take no message any more."""
    for message in await site.store.to_send("telegram", NOW):
        await site.store.park(message.id, "blocked", NOW)


async def test_an_answer_that_the_chat_does_not_tell_is_told_before_the_next_ticket_comes(site, enter):
    await site.receive(an_appointment(), a_call(OTHER))
    browser = await enter()
    answer = await does(browser, "not_moved")
    assert answer["Location"] == PAGE
    page = await shows(browser)
    assert "Im Chat steht nur, dass es eine Antwort gibt. Bitte rufen Sie an oder schreiben Sie." in page
    assert "Nächstes Anliegen" in page


async def test_who_has_told_the_citizen_says_so_once_and_the_next_ticket_comes(site, enter):
    await site.receive(an_appointment(), a_call(OTHER))
    browser, other = await enter(), await enter("Ben")
    await does(browser, "not_moved")
    answer = await does(browser, "told")
    assert answer["Location"] == "/anliegen/ABC-DEF/"
    assert (await history(site))[-1] == ("Kaya", "told")
    page = await shows(browser)
    assert "Noch zu tun" not in page
    assert "Bescheid gesagt (durch Kaya)" in page
    again = await does(other, "told", version=2)
    assert again.status_code == HTTPStatus.CONFLICT


async def test_what_is_not_settled_nobody_can_be_told(site, enter):
    await site.receive(a_call())
    answer = await does(await enter(), "told")
    assert "Hier ist noch nichts entschieden" in text_of(answer)


LOST = [
    ("not_ours", {}, {}, "Im Chat kommt nichts an. Bitte rufen Sie an oder schreiben Sie."),
    ("duplicate", {}, {}, "Im Chat kommt nichts an. Bitte rufen Sie an oder schreiben Sie."),
    ("not_ours", {}, {"call_safe": False}, "Davon steht im Chat nichts. Bitte suchen Sie einen sicheren Weg"),
    ("not_reached", {}, {"attempts": 2}, "Im Chat kommt nichts an. Bitte schreiben Sie einen Brief."),
    ("number_wrong", {"sure": "yes"}, {}, "Bitte sehen Sie im Fachverfahren nach einer Nummer."),
]


@pytest.mark.parametrize(("act", "typed", "fields", "left"), LOST)
async def test_what_a_blocked_chat_is_not_told_is_left_to_do(site, enter, act, typed, fields, left):
    await site.receive(a_call(**fields), a_call(OTHER))
    browser = await enter()
    await does(browser, "take")
    await blocks(site)
    answer = await does(browser, act, **typed)
    assert answer["Location"] == PAGE
    page = await shows(browser)
    assert left in page
    assert "bekommt Bescheid" not in page
    assert (await browser.get(f"{PAGE}naechstes/"))["Location"] == "/anliegen/ABC-DEF/"


async def test_who_has_been_spoken_with_needs_no_chat(site, enter):
    await site.receive(a_call(), a_call(OTHER))
    browser = await enter()
    await does(browser, "take")
    await blocks(site)
    assert (await does(browser, "reached"))["Location"] == "/anliegen/ABC-DEF/"


# calls in vain, wrong numbers


async def test_a_second_call_in_vain_within_half_an_hour_is_asked_for(site, enter):
    await site.receive(a_call(attempts=1))
    browser = await enter()
    await does(browser, "not_reached")
    await does(browser, "take")
    site.forward(minutes=29)
    answer = await does(browser, "not_reached")
    page = text_of(answer)
    assert "Schon um 10:00 nicht erreicht. Haben Sie seitdem noch einmal vergeblich angerufen?" in page
    assert "Ja, wieder nicht erreicht" in page
    assert "Dritter Versuch: danach ist das Anliegen abgeschlossen, und die Person bekommt Bescheid." in page
    assert (await site.store.ticket("K7M3PQ")).attempts == 2
    assert 'name="act" value="not_reached sure=yes"' in answer.content.decode()
    await does(browser, "not_reached sure=yes")
    assert (await site.store.ticket("K7M3PQ")).outcome is Outcome.NOT_REACHED


async def test_after_half_an_hour_a_call_in_vain_is_just_one_more(site, enter):
    await site.receive(a_call())
    browser = await enter()
    await does(browser, "not_reached")
    await does(browser, "take")
    site.forward(minutes=30)
    assert (await does(browser, "not_reached")).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize(
    ("attempts", "told"),
    [
        (0, ""),
        (1, "Zweiter Versuch von 3."),
        (2, "Dritter Versuch: danach ist das Anliegen abgeschlossen, und die Person bekommt Bescheid."),
    ],
)
async def test_the_button_says_which_call_in_vain_it_would_be(site, enter, attempts, told):
    await site.receive(a_call(attempts=attempts))
    assert f"Nicht erreicht N {told}".strip() in await shows(await enter())


async def test_a_number_is_not_destroyed_with_one_click(site, enter):
    await site.receive(a_call())
    browser = await enter()
    answer = await does(browser, "number_wrong")
    page = text_of(answer)
    assert "Nummer wirklich löschen? +49 1511 2345678 wird gelöscht" in page
    assert "Das liest die Person K7M-3PQ: Unter der Telefonnummer haben wir Sie nicht gefunden." in page
    assert (await site.store.ticket("K7M3PQ")).phone == "+4915112345678"
    assert re.search(r'<button[^>]* formaction="/aufheben/" autofocus>Abbrechen', answer.content.decode())
    await does(browser, "number_wrong sure=yes")
    assert (await site.store.ticket("K7M3PQ")).phone == ""
    assert "Telefon: war falsch und ist gelöscht." in await shows(browser)


async def test_a_citizen_who_said_that_the_jobcenter_has_her_number_is_believed(site, enter):
    await site.receive(an_appointment(phone=""))
    page = await shows(await enter())
    assert "Telefon: hat das Jobcenter, sagt die Person. Bitte im Fachverfahren nachsehen." in page


def primaries(answer):
    """What the page holds out first."""
    buttons = re.findall(r'<button name="act" value="(\w+)" class="main"', answer.content.decode())
    assert len(buttons) == 1
    return buttons[0]


@pytest.mark.parametrize(
    ("kind", "primary"),
    [(Kind.PHONE_CALL, "reached"), (Kind.RESCHEDULE, "moved"), (Kind.MISSED, "moved")],
)
async def test_the_first_button_is_what_the_citizen_asks_for(site, enter, kind, primary):
    await site.receive(held_by("Kaya", kind=kind))
    assert primaries(await (await enter()).get(PAGE)) == primary


# forwarded


async def test_who_has_forwarded_a_ticket_is_told_where_it_is_and_nobody_else_is(site, enter):
    await site.receive(a_call(), a_call(OTHER))
    kaya, ben = await enter(), await enter("Ben")
    answer = await does(kaya, "forward", office="borken", reason="umgezogen")
    page = await shows(kaya, answer["Location"])
    assert "K7M-3PQ wurde weitergegeben an Borken" in page
    assert "noch einmal ansehen" not in page
    gone = await shows(kaya)
    assert "K7M-3PQ ist weitergegeben an Borken Das haben Sie am Mo 23.11. 10:00 getan." in gone
    assert "Öztürk" not in gone
    assert "jetzt" not in gone  # Borken may have sent it on, which is no business of Kaya's
    assert (await does(kaya, "note", version=1, text="x")).status_code == HTTPStatus.CONFLICT
    assert (await kaya.get(f"{PAGE}neues/")).status_code == HTTPStatus.NOT_FOUND
    assert (await ben.get(PAGE)).status_code == HTTPStatus.NOT_FOUND
    assert (await does(ben, "note", version=1, text="x")).status_code == HTTPStatus.NOT_FOUND


async def test_what_comes_back_is_a_ticket_again(site, enter):
    await site.receive(a_call())
    kaya = await enter()
    await does(kaya, "forward", office="borken", reason="umgezogen")
    await does(await enter("Ahmet", offices=("borken",)), "forward", office="bocholt", reason="doch nicht")
    assert "Öztürk" in await shows(kaya)


async def test_a_usual_rest_is_one_button(site, enter):
    await site.receive(a_call())
    browser = await enter()
    page = (await browser.get(PAGE)).content.decode()
    usual = re.findall(r'value="(snooze usual=[^"]+)"', page)[1]
    await does(browser, usual)
    assert (await site.store.ticket("K7M3PQ")).not_before == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


async def test_a_typed_rest_is_read_back_with_what_it_means_for_the_due_time(site, enter):
    await site.receive(a_call())
    browser = await enter()
    answer = await does(browser, "snooze", until="morgen 9 Uhr")
    assert "Bis dahin ruhen lassen? Dienstag, 24.11.2026, 09:00 Uhr (morgen)" in text_of(answer)
    assert "Fällig am" not in text_of(answer)
    answer = await does(browser, "snooze", until="Fr 10 Uhr")
    assert "Fällig am Di 24.11. 10:00: Das Anliegen liegt dann 3 Tage darüber." in text_of(answer)
    assert (await site.store.ticket("K7M3PQ")).not_before is None
    page = answer.content.decode()
    assert re.search(r'<input id="until"[^>]* value="Fr 10 Uhr"', page)
    (yes,) = re.findall(r'value="(snooze meant=[^"]+)"', page)
    await does(browser, yes, until="Fr 10 Uhr")
    assert (await site.store.ticket("K7M3PQ")).not_before == datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


async def test_a_typed_rest_says_when_nobody_will_be_there_then(site, enter):
    await site.receive(a_call(due_at=NOW + timedelta(days=9)))
    answer = await does(await enter(), "snooze", until="29.11. 03:00")
    assert "Das ist ein Sonntag und ist nicht zwischen 07 und 19 Uhr." in text_of(answer)
    assert "Trotzdem ruhen lassen" in text_of(answer)


async def test_a_usual_rest_beyond_the_due_time_is_asked_back(site, enter):
    await site.receive(a_call(due_at=NOW - timedelta(hours=3)))
    answer = await does(await enter(), "snooze", usual="2026-11-23T14:00")
    assert "Das Anliegen liegt dann 7 h darüber." in text_of(answer)
    assert "Trotzdem ruhen lassen" in text_of(answer)
    assert (await site.store.ticket("K7M3PQ")).not_before is None


# the new date


async def test_a_new_date_is_read_back_before_anything_is_said(site, enter):
    await site.receive(an_appointment(appointment_at=THURSDAY - timedelta(days=1)))
    browser = await enter()
    answer = await does(browser, "moved", to="Do 26.11. 10:00")
    assert "Stimmt der neue Termin? Donnerstag, 26.11.2026, 10:00 Uhr (in 3 Tagen)" in text_of(answer)
    assert "Es gibt eine Antwort." in text_of(answer)
    assert ("Kaya", "closed") not in await history(site)
    (yes,) = re.findall(r'value="(moved meant=[^"]+)"', answer.content.decode())
    await does(browser, yes, to="Do 26.11. 10:00")
    assert (await site.store.events("K7M3PQ"))[-1].detail == "moved 2026-11-26T09:00+00:00"
    assert await heard(site) == ["ticket-answer"]


async def test_what_is_due_only_after_its_appointment_says_why(site, enter):
    soon = {"appointment_at": NOW + timedelta(minutes=20), "due_at": NOW + timedelta(minutes=30)}
    await site.receive(an_appointment(**soon))
    assert "früher ging es nicht, der Termin ist vorher: bitte gleich" in await shows(await enter())


async def test_yesterday_is_no_slip_of_a_digit(site, enter):
    await site.receive(an_appointment())
    answer = await does(await enter(), "moved", to="gestern 10 Uhr")
    assert "Das liegt einen Tag zurück" in text_of(answer)
    assert "Meinten Sie vielleicht" not in text_of(answer)


async def test_a_doubtful_date_says_so(site, enter):
    await site.receive(an_appointment())
    answer = await does(await enter(), "moved", to="28.11. 10:00")
    assert "Das ist ein Samstag." in text_of(answer)
    assert "Trotzdem eintragen" in text_of(answer)


async def test_a_date_that_is_over_is_asked_back_and_nothing_dangerous_has_the_focus(site, enter):
    """Typed without a year it meant the next year, and one key entered it."""
    await site.receive(an_appointment(appointment_at=THURSDAY - timedelta(days=1)))
    browser = await enter()
    answer = await does(browser, "moved", to="12.11. 10:00")
    assert "Stimmt der neue Termin? Donnerstag, 12.11.2026, 10:00 Uhr (vor 11 Tagen)" in text_of(answer)
    assert "Das liegt 11 Tage zurück. Meinten Sie vielleicht: Donnerstag, 26.11.2026" in text_of(answer)
    page = answer.content.decode()
    assert re.findall(r"<(\w+)[^>]*\bautofocus", page) == ["h2"]
    (instead,) = re.findall(r'value="(moved to=[^"]+)"', page)
    answer = await does(browser, instead, to="12.11. 10:00")
    assert "Stimmt der neue Termin? Donnerstag, 26.11.2026, 10:00 Uhr" in text_of(answer)
    assert re.search(r'<input id="to"[^>]* value="26\.11\.2026 10:00"', answer.content.decode())


async def test_a_note_of_a_colleague_is_quoted_with_one_full_stop(site, enter):
    await site.receive(a_call())
    await does(await enter("Ben"), "take")
    browser = await enter("Ben2")
    await does(browser, "note", text="Sie ruft selbst an.")
    assert ".." not in text_of(await does(browser, "reached", version=1))


@pytest.mark.parametrize("typed", ["", "bald", "31.2. 10:00", "Mi 26.11. 10:00"])
async def test_what_is_no_date_is_refused_and_stays_in_the_form(site, enter, typed):
    await site.receive(an_appointment())
    answer = await does(await enter(), "moved", to=typed)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert f'name="to" maxlength="60" autocomplete="off" value="{typed}"' in answer.content.decode()
    assert ("Kaya", "closed") not in await history(site)


async def test_a_forged_confirmation_cannot_smuggle_in_something_that_is_no_date(site, enter):
    await site.receive(an_appointment())
    answer = await does(await enter(), "moved", to="26.11. 10:00", meant="<script>")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "<script>" not in answer.content.decode().split("<main")[1].split("</main")[0]


async def test_that_an_appointment_stays_is_said_as_the_house_has_decided(site, enter):
    await site.receive(an_appointment())
    await does(await enter(), "not_moved")
    assert await heard(site) == ["ticket-answer"]


async def test_where_the_house_has_decided_so_the_date_itself_is_read(site, enter):
    furnish(Room(Inbox(site.store, lambda: site.time, KB, full=True), site.store))
    await site.receive(an_appointment(appointment_at=THURSDAY - timedelta(days=1)))
    browser = await enter()
    assert "Die Person liest das neue Datum." in await shows(browser)
    answer = await does(browser, "moved", to="26.11. 10:00")
    assert "K7M-3PQ: Ihr neuer Termin ist am Donnerstag, 26.11.2026, um 10:00 Uhr." in text_of(answer)
    await does(browser, "moved", to="26.11. 10:00", meant=THURSDAY.isoformat())
    assert await heard(site) == ["ticket-moved"]


# what the citizen would hear


async def test_beside_each_action_stands_what_the_citizen_reads(site, enter):
    await site.receive(a_call())
    page = await shows(await enter())
    for told in (
        "K7M-3PQ: Das Jobcenter hat Ihre Nachricht gelesen.",
        "K7M-3PQ ist erledigt. Alles Gute!",
        "Wir haben Sie um 10:00 Uhr nicht erreicht. Wann sollen wir es wieder versuchen? Heute Morgen",
        "K7M-3PQ: Unter der Telefonnummer haben wir Sie nicht gefunden.",
        "K7M-3PQ: Dafür ist das Jobcenter nicht zuständig.",
        "K7M-3PQ: Diese Nachricht ist doppelt.",
    ):
        assert told in page


async def test_a_chat_that_has_blocked_the_bot_is_promised_nothing(site, enter):
    await site.receive(a_call(attempts=2))
    browser = await enter()
    await does(browser, "take")
    await shows(browser)  # the notice of a moment ago
    await blocks(site)
    page = await shows(browser)
    assert "Kommt im Chat nicht an: per Telefon erreichen." in page
    assert "Dritter Versuch: danach ist das Anliegen abgeschlossen." in page
    assert not [promise for promise in ("Bescheid", "Das liest die Person") if promise in page]


async def test_a_chat_that_took_the_last_message_is_promised_again(site, enter):
    await site.receive(a_call())
    browser = await enter()
    await does(browser, "take")
    await blocks(site)
    await does(browser, "reached")
    assert "unterwegs, die letzte kam nicht an: per Telefon erreichen" in await shows(browser)
    (message,) = await site.store.to_send("telegram", NOW)
    await site.store.sent(message.id, "1", NOW)
    assert "gesendet Mo 23.11. 10:00" in await shows(browser)


async def test_german_that_stands_in_for_another_language_reads_from_left_to_right(site, enter):
    await site.receive(a_call(language="fa"))
    page = (await (await enter()).get(PAGE)).content.decode()
    assert re.search(r'<blockquote lang="de" dir="ltr"><q>K7M-3PQ: Das Jobcenter hat', page)


async def test_who_speaks_another_language_reads_it_first_and_german_below(site, enter):
    await site.receive(a_call(interpreter="ar"))
    page = (await (await enter()).get(PAGE)).content.decode()
    read = re.findall(r'<blockquote lang="(..)" dir="(...)"><q>(.*?)</q>', page)[:2]
    assert [one[:2] for one in read] == [("ar", "rtl"), ("de", "ltr")]
    assert "قرأ الجوب سنتر رسالتكم" in read[0][2]
    assert read[1][2] == "K7M-3PQ: Das Jobcenter hat Ihre Nachricht gelesen."
    assert '<span class="chip" lang="ar" dir="auto">اليوم</span>' in page


async def test_it_stands_there_in_the_citizens_language(site, enter):
    await site.receive(a_call(language="de-simple", attempts=moves.TRIES - 1))
    browser = await enter()
    simple = Texts().words(Phrase("ticket-last-try", {"code": "K7M-3PQ", "phone": "none"}), "de-simple")
    assert " ".join(simple.split()) in await shows(browser)


async def test_looking_at_the_page_says_nothing_to_the_citizen(site, enter):
    await site.receive(a_call(), an_appointment(OTHER))
    browser = await enter()
    await shows(browser)
    await shows(browser, "/anliegen/ABC-DEF/")
    assert await heard(site) == []
    assert (await site.store.ticket("K7M3PQ")).version == 1


# two people


async def test_the_second_sees_who_has_it_and_since_when(site, enter):
    await site.receive(a_call())
    await does(await enter("Ben"), "take")
    site.forward(minutes=5)
    page = await shows(await enter())
    assert "K7M-3PQ liegt seit Mo 23.11. 10:00 bei Ben, bis Mo 23.11. 14:00" in page
    assert "Nächstes Anliegen" in page


async def test_of_two_who_take_at_once_one_gets_it(site, enter):
    await site.receive(a_call())
    browsers = [await enter("Kaya"), await enter("Ben")]
    answers = await asyncio.gather(*(does(browser, "take") for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [HTTPStatus.FOUND, HTTPStatus.CONFLICT]
    (refused,) = [answer for answer in answers if answer.status_code == HTTPStatus.CONFLICT]
    winner = (await site.store.ticket("K7M3PQ")).taken_by
    assert f"K7M-3PQ liegt seit Mo 23.11. 10:00 bei {winner}" in text_of(refused)
    assert [what for _, what in await history(site)].count("taken") == 1


@pytest.mark.parametrize("act", sorted(ACTS.keys() - {"note"}))
async def test_what_a_colleague_holds_nobody_else_moves(site, enter, act):
    await site.receive(a_call())
    ben, kaya = await enter("Ben"), await enter()
    await does(ben, "take")
    answer = await does(kaya, act, version=1, **ACTS[act][0])
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "bei Ben" in text_of(answer)
    assert (await site.store.ticket("K7M3PQ")).taken_by == "Ben"


async def test_a_stale_form_is_refused_with_what_is_now_so(site, enter):
    await site.receive(a_call())
    browser = await enter()
    await does(await enter("Ben"), "not_reached")
    site.forward(hours=3)
    answer = await does(browser, "forward", version=1, office="borken", reason="ist umgezogen")
    assert answer.status_code == HTTPStatus.CONFLICT
    page = answer.content.decode()
    assert "Inzwischen ist etwas geschehen: Mo 23.11. 10:00, Ben, nicht erreicht: 1. Versuch" in text_of(
        answer
    )
    assert 'value="ist umgezogen"' in page
    assert 'value="borken" selected' in page
    assert (await site.store.ticket("K7M3PQ")).office == "bocholt"
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    answer = await does(browser, "forward", version=version, office="borken", reason="ist umgezogen")
    assert answer.status_code == HTTPStatus.FOUND


async def test_what_was_typed_for_something_that_is_no_more_possible_is_not_lost(site, enter):
    await site.receive(a_call())
    browser = await enter()
    await does(await enter("Ben"), "reached")
    answer = await does(browser, "forward", version=1, office="borken", reason="ist umgezogen")
    assert "ist schon erledigt. Sie hatten geschrieben: ist umgezogen" in text_of(answer)


FORMS = [
    ("take", {}),
    ("reached", {}),
    ("not_reached", {}),
    ("number_wrong sure=yes", {}),
    ("forward", {"office": "borken", "reason": "umgezogen"}),
    ("snooze usual=2026-11-23T14:00", {}),
]


@pytest.mark.parametrize(("act", "fields"), FORMS, ids=[act.split()[0] for act, _ in FORMS])
async def test_a_note_goes_along_with_whatever_button_is_pressed(site, enter, act, fields):
    await site.receive(a_call(), a_call(OTHER))
    browser = await enter()
    answer = await does(browser, act, text="nur vormittags", **fields)
    assert "Ihre Notiz steht dabei." in await shows(browser, answer["Location"])
    *_, noted, move = await site.store.events("K7M3PQ")
    assert (noted.who, noted.what, noted.detail) == ("Kaya", "noted", "nur vormittags")
    assert move.what == ACTS[act.split()[0]][1]


@pytest.mark.parametrize(
    ("act", "fields", "status"),
    [
        ("moved", {"to": "26.11. 10:00"}, HTTPStatus.OK),
        ("moved", {"to": "bald"}, HTTPStatus.CONFLICT),
        ("number_wrong", {}, HTTPStatus.OK),
        ("release", {}, HTTPStatus.CONFLICT),
        ("forward", {"office": "borken"}, HTTPStatus.CONFLICT),
    ],
    ids=["asked", "no date", "grave", "refused", "incomplete"],
)
async def test_what_is_asked_back_or_refused_keeps_the_note_in_its_field(site, enter, act, fields, status):
    await site.receive(an_appointment(appointment_at=THURSDAY - timedelta(days=1)))
    answer = await does(await enter(), act, text="nur vormittags", **fields)
    assert answer.status_code == status
    assert ">nur vormittags</textarea>" in answer.content.decode()
    assert ("Kaya", "noted") not in await history(site)


@pytest.mark.parametrize("act", ["take", "note"])
async def test_what_was_typed_for_later_is_still_there_after_taking_and_noting(site, enter, act):
    await site.receive(an_appointment())
    browser = await enter()
    await does(browser, act, text="ruft an", to="Do 10 Uhr", office="borken", reason="umgezogen")
    page = (await browser.get(PAGE)).content.decode()
    for typed in (
        'value="Do 10 Uhr"',
        'value="borken" selected',
        'value="umgezogen"',
        'name="text" rows="1"',
    ):
        assert typed in page
    assert ">ruft an</textarea>" not in page
    assert "noch nicht gesendet" not in page


async def test_a_note_that_is_too_long_stops_the_button(site, enter):
    await site.receive(a_call())
    answer = await does(await enter(), "reached", text="x" * 501)
    assert "Der Text ist zu lang" in text_of(answer)
    assert (await site.store.ticket("K7M3PQ")).state is State.OPEN


async def test_a_note_and_taking_do_not_mind_what_happened_meanwhile(site, enter):
    await site.receive(a_call())
    await does(await enter("Ben"), "not_reached")
    browser = await enter()
    for act, fields in (("note", {"text": "ruft selbst an"}), ("take", {})):
        assert (await does(browser, act, version=1, **fields)).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize(
    ("act", "fields", "reason"),
    [
        ("snooze", {"until": "bald"}, "Das ist kein Datum mit Uhrzeit."),
        ("snooze", {"until": "23.11.2026 09:00"}, "Diese Zeit ist schon vorbei."),
        ("snooze", {"until": "23.2.2027 09:00"}, "So lange kann nichts ruhen."),
        ("forward", {"office": "atlantis", "reason": "x"}, "Diesen Ort gibt es nicht"),
        ("forward", {"office": "borken", "reason": ""}, "Der Text ist leer."),
        ("note", {"text": "x" * 501}, "Der Text ist zu lang"),
        ("moved", {"to": "26.11. 10:00"}, "Ein neuer Termin gehört nur zu Terminwünschen."),
        ("not_moved", {}, "gehört nur zu Wünschen, einen Termin zu verschieben"),
        ("release", {}, "es gibt nichts zurückzugeben"),
    ],
)
async def test_what_does_not_fit_is_refused_with_the_reason(site, enter, act, fields, reason):
    await site.receive(a_call())
    answer = await does(await enter(), act, **fields)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert reason in text_of(answer)
    assert (await site.store.ticket("K7M3PQ")).version == 1


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"act": "delete", "version": "1"},
        {"act": "take"},
        {"act": "take", "version": "²"},
        {"act": "take", "version": "9" * 400},
        {"act": "take version=1", "version": "1"},
    ],
)
async def test_what_is_no_form_of_the_page_is_refused(site, enter, form):
    await site.receive(a_call())
    assert (await (await enter()).post(PAGE, form)).status_code == HTTPStatus.BAD_REQUEST


async def test_nothing_can_rest_until_its_appointment_is_over(site, enter):
    await site.receive(an_appointment())
    answer = await does(await enter(), "snooze", until="27.11. 10:00")
    assert "Dann wäre der Termin schon vorbei." in text_of(answer)


# news


async def test_an_open_page_learns_that_the_citizen_has_withdrawn(site, enter):
    await site.receive(a_call())
    browser = await enter()
    page = (await browser.get(PAGE)).content.decode()
    mark = int(re.search(r'data-mark="(\d+)"', page).group(1))
    await shows(await enter("Ben"))
    assert (await browser.get(f"{PAGE}neues/")).json()["mark"] == mark
    await site.store.change_ticket("K7M3PQ", lambda ticket: moves.withdrawn(ticket, NOW))
    news = (await browser.get(f"{PAGE}neues/")).json()
    assert news == {"mark": mark + 1, "text": "Mo 23.11. 10:00, Bürgerin oder Bürger, zurückgezogen"}


async def test_asking_for_news_is_no_look_at_the_person(site, enter):
    await site.receive(a_call())
    answer = await (await enter()).get(f"{PAGE}neues/")
    assert "Ayşe" not in answer.content.decode()
    assert await history(site) == [("citizen", "opened")]


# what citizens and colleagues write

PAYLOAD = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}javascript:alert(1)\u202e"


async def test_whatever_stands_in_a_ticket_is_only_text(site, enter):
    fields = dict.fromkeys(("name", "phone", "text", "reason", "topic", "interpreter"), PAYLOAD)
    await site.receive(a_call(**fields))
    browser = await enter()
    await does(browser, "note", text=PAYLOAD)
    answer = await does(browser, "forward", office=PAYLOAD, reason=PAYLOAD)
    for page in (answer.content.decode(), (await browser.get(PAGE)).content.decode()):
        assert "<img" not in page.split("<main")[1]
        assert page.split("<main")[1].count("<script") == 1
        assert 'href="tel:' not in page
        assert "\u202e" not in page
