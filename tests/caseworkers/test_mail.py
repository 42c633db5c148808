"""Mails to staff, through a real mail server: each once, none lost, nothing personal."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from datetime import timedelta

import pytest

from bot.caseworkers.mail import Notifier, Pauses, message
from bot.caseworkers.smtp import MailServer
from bot.caseworkers.view import Desk
from bot.core.alerts import Alert, AlertKind, Counts
from bot.core.knowledge import Office
from bot.core.tickets import Kind, State
from bot.errors import NotStored
from tests.builders import NOW, a_ticket
from tests.caseworkers.mail_server import HOST, Post, certificate, running

SENDER, LEAD = "Chat <chat@jobcenter.example>", "leitung@jobcenter.example"
BORKEN = Office("borken", "Borken", notify="borken@jobcenter.example")
AHAUS = Office("ahaus", "Ahaus", notify="ahaus@jobcenter.example")
MINUTE = timedelta(minutes=1)
URGENT = a_ticket(urgent=True, due_at=NOW + timedelta(days=9))
AFTER_DIGEST = NOW + timedelta(hours=3)
EVENING = NOW + timedelta(hours=8)
"""18:00: nobody works, so nothing but urgent mails is due for what comes now."""


@pytest.fixture
def post():
    return Post()


@pytest.fixture
async def store(desk):
    async with desk.store() as store:
        yield store


def a_notifier(store: Desk, post: Post, editors: str = "", **server) -> Notifier:
    """One that uses *post*, as it is started by the program."""
    mail_server = MailServer(HOST, post.port, **({"security": "none"} | server))
    return Notifier(store, mail_server.send, lambda: (BORKEN, AHAUS), SENDER, LEAD, lambda: NOW, editors)


def an_evening_ticket(code="K7M3PQ", **fields):
    return a_ticket(code, urgent=True, created_at=EVENING, due_at=EVENING + timedelta(days=9), **fields)


def body(mail) -> str:
    return mail.get_content().replace("\r\n", "\n")


# Words


async def test_an_urgent_mail_names_code_kind_time_and_command(desk, store, post):
    await desk.receive(an_evening_ticket(kind=Kind.RESCHEDULE))
    async with running(post):
        assert await a_notifier(store, post).step(EVENING) == 1
    (mail,) = post.taken
    assert mail["Subject"] == "Eilige Nachricht (Borken)"
    assert (mail["From"], mail["To"]) == (SENDER, BORKEN.notify)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert body(mail) == (
        "In Borken wartet Eiliges:\n"
        "- K7M-3PQ: Termin verschieben, eilig, fällig bis Mi 02.12. 18:00\n\n"
        "Nachsehen:\n  inbox show K7M-3PQ\n\n"
        "Diese Mail schreibt der Chat des Jobcenters. Bitte nicht darauf antworten.\n"
    )


async def test_a_digest_holds_counts_only(desk, store, post):
    await desk.receive(a_ticket(), a_ticket("ABCDEF", due_at=NOW + timedelta(days=2)))
    await store.mark_seen(["borken"], NOW)
    async with running(post):
        await a_notifier(store, post).step(AFTER_DIGEST)
    (mail,) = post.taken
    assert mail["Subject"] == "2 Nachrichten sind offen (Borken)"
    assert body(mail).startswith(
        "Stand in Borken:\n- offen: 2\n- davon eilig: 0\n- davon überfällig: 0\n"
        "- die älteste wartet seit Mo 23.11. 10:00\n\nNachsehen:\n  inbox list --office borken\n"
    )


async def test_the_lead_learns_what_lies_and_that_nobody_looked(desk, store, post):
    await desk.receive(URGENT)
    now = NOW + timedelta(days=1)
    async with running(post):
        await a_notifier(store, post).step(now)
    to_lead = {mail["Subject"]: body(mail) for mail in post.taken if mail["To"] == LEAD}
    assert set(to_lead) == {"Eine Nachricht bleibt liegen (Borken)", "Niemand hat nachgesehen (Borken)"}
    assert "K7M-3PQ: Anruf, eilig, von niemandem übernommen" in "".join(to_lead.values())
    assert "verspricht der Chat dort keine Zeiten mehr" in "".join(to_lead.values())


async def test_editors_learn_once_a_day_that_an_answer_is_said_to_be_wrong(desk, store, post):
    for name in ("Kaya", "Ben", "Ada"):
        await store.report("anfahrt", "geheim", name, "v1", NOW)
    async with running(post):
        notifier = a_notifier(store, post, editors="redaktion@jobcenter.example")
        assert [await notifier.step(NOW + number * MINUTE) for number in range(3)] == [1, 0, 0]
    (mail,) = post.taken
    assert (mail["To"], mail["Subject"]) == (
        "redaktion@jobcenter.example",
        "Eine Antwort soll falsch sein (anfahrt)",
    )
    assert body(mail) == (
        "An einem Tag haben 3 Menschen gemeldet: Diese Antwort des Chats stimmt nicht.\n"
        "- anfahrt\n\n"
        "Ist sie falsch, nehmen Sie sie bitte gleich heraus:\n"
        '  faq withdraw anfahrt --reason "..."\n\n'
        "Nachsehen:\n  faq unanswered\n\n"
        "Diese Mail schreibt der Chat des Jobcenters. Bitte nicht darauf antworten.\n"
    )


async def test_nothing_personal_stands_in_any_mail(desk, store, post):
    canaries = {"name": "canary-name", "phone": "+49151canary", "text": "canary-text", "reason": "canary-why"}
    await desk.receive(
        a_ticket("AAAAAA", urgent=True, **canaries),
        a_ticket("BBBBBB", **canaries),
        a_ticket("CCCCCC", state=State.TAKEN, taken_by="canary-worker", **canaries),
        a_ticket("DDDDDD", office="ahaus", topic="canary-topic", language="canary-language", **canaries),
    )
    async with running(post):
        await a_notifier(store, post).step(NOW + timedelta(days=2))
    kinds = {mail["Subject"] for mail in post.taken}
    assert len(kinds) == 7  # four of Borken, three of Ahaus, where nothing is urgent
    written = "".join(mail.as_string() + body(mail) for mail in post.taken)
    assert "BBB-BBB" in written
    assert "canary" not in written
    assert URGENT.name not in written


def an_alert(**fields) -> Alert:
    return Alert(**({"kind": AlertKind.DIGEST, "to": BORKEN.notify, "office": "borken", "town": "Borken",
                     "keys": ("k",), "counts": Counts(1, 0, 0, NOW)} | fields))  # fmt: skip


def test_a_town_cannot_add_lines_to_the_head_of_a_mail():
    mail = message(an_alert(town="Borken\nBcc: thief@example.org"), SENDER, NOW)
    assert mail["Bcc"] is None
    with pytest.raises(ValueError):  # noqa: PT011 - the library's own
        message(an_alert(to="a@b\nBcc: thief@example.org"), SENDER, NOW)


def test_the_same_alert_has_the_same_message_id():
    first, again = (message(an_alert(), SENDER, NOW + span) for span in (MINUTE, 2 * MINUTE))
    other = message(an_alert(keys=("l",)), SENDER, NOW)
    assert first["Message-ID"] == again["Message-ID"] != other["Message-ID"]
    assert first["Message-ID"].endswith("@jobcenter.example>")


# Sending


async def test_each_mail_goes_out_once_also_after_a_restart(desk, store, post):
    await desk.receive(an_evening_ticket())
    async with running(post):
        notifier = a_notifier(store, post)
        assert [await notifier.step(EVENING), await notifier.step(EVENING + MINUTE)] == [1, 0]
        assert await a_notifier(store, post).step(EVENING + MINUTE) == 0
    assert post.received == [(BORKEN.notify, "Eilige Nachricht (Borken)")]


async def test_what_a_server_that_is_down_misses_goes_out_when_it_is_back(desk, store, post):
    await desk.receive(an_evening_ticket())
    async with running(post):
        pass
    notifier = a_notifier(store, post)
    assert await notifier.step(EVENING) == 0
    assert await store.notified() == frozenset()
    async with running(post):
        assert await notifier.step(EVENING + MINUTE / 3) == 0
        assert post.connections == 0  # it still rests
        assert await notifier.step(EVENING + MINUTE) == 1


async def test_after_a_failure_of_the_server_the_others_wait_too(desk, store, post):
    """With 18 addresses each would wait for the timeout."""
    await desk.receive(an_evening_ticket(), an_evening_ticket("ABCDEF", office="ahaus"))
    post.cuts_after_data = 1
    async with running(post):
        assert await a_notifier(store, post).step(EVENING) == 0
    assert post.connections == 1


async def test_a_connection_cut_after_the_data_counts_as_not_sent(desk, store, post):
    await desk.receive(an_evening_ticket())
    post.cuts_after_data = 1
    async with running(post):
        notifier = a_notifier(store, post)
        assert await notifier.step(EVENING) == 0
        assert await store.notified() == frozenset()
        assert await notifier.step(EVENING + MINUTE) == 1
    assert len(post.taken) == 1


async def test_an_address_whose_mails_cut_the_connection_does_not_keep_the_others_waiting(desk, store, post):
    await desk.receive(an_evening_ticket(), an_evening_ticket("ABCDEF", office="ahaus"))
    post.cuts_after_data = 1
    async with running(post):
        notifier = a_notifier(store, post)
        await notifier.step(EVENING)
        await notifier.step(EVENING + MINUTE)
    assert [to for to, _ in post.received] == [BORKEN.notify, AHAUS.notify]


async def test_a_refused_address_is_tried_again_and_the_others_get_theirs(desk, store, post):
    await desk.receive(an_evening_ticket(), an_evening_ticket("ABCDEF", office="ahaus"))
    post.refused = {AHAUS.notify}
    async with running(post):
        notifier = a_notifier(store, post)
        assert await notifier.step(EVENING) == 1
        assert post.received == [(BORKEN.notify, "Eilige Nachricht (Borken)")]
        post.refused = set()
        assert await notifier.step(EVENING + MINUTE / 3) == 0
        assert await notifier.step(EVENING + MINUTE) == 1
    assert post.received[1:] == [(AHAUS.notify, "Eilige Nachricht (Ahaus)")]


async def test_a_mail_that_the_server_refuses_is_tried_again(desk, store, post):
    await desk.receive(an_evening_ticket())
    post.data_answer = "452 Mailbox full"
    async with running(post):
        notifier = a_notifier(store, post)
        assert await notifier.step(EVENING) == 0
        post.data_answer = "250 OK"
        assert await notifier.step(EVENING + MINUTE) == 1


async def test_an_address_that_is_none_keeps_nobody_waiting(desk, store, post):
    await desk.receive(an_evening_ticket(), an_evening_ticket("ABCDEF", office="ahaus"))
    async with running(post):
        server = MailServer(HOST, post.port, "none")
        offices = (BORKEN, Office("ahaus", "Ahaus", notify="a@b\nBcc: x@y"))
        notifier = Notifier(store, server.send, lambda: offices, SENDER, LEAD, lambda: NOW)
        assert await notifier.step(EVENING) == 1


async def test_pauses_grow_to_half_an_hour_and_end_with_a_success():
    pauses, lengths = Pauses(), []
    for _ in range(8):
        pauses.failed("a", NOW)
        minutes = (n / 2 for n in range(1, 100))
        lengths.append(next(m for m in minutes if not pauses.rests("a", NOW + m * MINUTE)))
    assert lengths == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert not pauses.rests("b", NOW)
    pauses.worked("a")
    assert not pauses.rests("a", NOW)


async def test_what_the_store_cannot_remember_is_not_sent_for_ever(desk, store, post):
    class FullDisk:
        """A store that still reads."""

        def __init__(self):
            self.is_full = True

        def __getattr__(self, method):
            return getattr(store, method)

        async def mark_notified(self, keys, at):
            if self.is_full:
                raise NotStored("disk full")
            await store.mark_notified(keys, at)

    await desk.receive(an_evening_ticket())
    disk = FullDisk()
    async with running(post):
        notifier = a_notifier(disk, post)
        for number in range(3):
            with pytest.raises(NotStored):
                await notifier.step(EVENING + number * MINUTE)
        disk.is_full = False
        assert await notifier.step(EVENING + 5 * MINUTE) == 0
    assert len(post.taken) == 1
    assert len(await store.notified()) == 1


async def test_failures_are_logged_by_class_only(desk, store, post, capsys):
    await desk.receive(an_evening_ticket())
    post.refused = {BORKEN.notify}
    async with running(post):
        await a_notifier(store, post).step(EVENING)
    logged = capsys.readouterr().out
    assert "mail not sent" in logged
    assert "SMTPRecipientsRefused" in logged
    assert "No such user" not in logged
    assert "@" not in logged


async def test_the_loop_outlives_failures_and_ends_when_told(desk, store, post):
    await desk.receive(an_evening_ticket())
    stop, answers = asyncio.Event(), asyncio.Event()

    def broken() -> tuple[Office, ...]:
        answers.set()
        raise RuntimeError("broken")

    notifier = Notifier(store, print, broken, SENDER, LEAD, lambda: EVENING)
    loop = asyncio.create_task(notifier.run(stop))
    await asyncio.wait_for(answers.wait(), 60)
    assert not loop.done()
    stop.set()
    await asyncio.wait_for(loop, 60)


# The server


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_mails_and_the_password_travel_encrypted(desk, store, post, tmp_path, security):
    ca_file, context = certificate(tmp_path)
    await desk.receive(an_evening_ticket())
    async with running(post, context, tls_at_once=security == "tls", password="geheim"):
        notifier = a_notifier(store, post, security=security, ca_file=ca_file, user="chat", password="geheim")
        assert await notifier.step(EVENING) == 1
    assert post.encrypted == [True]


async def test_a_wrong_password_is_a_failure_of_the_server(post, tmp_path):
    ca_file, context = certificate(tmp_path)
    async with running(post, context, password="geheim"):
        server = MailServer(HOST, post.port, "starttls", "chat", "falsch", ca_file)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            await asyncio.to_thread(server.send, message(an_alert(), SENDER, NOW))
    assert "falsch" not in repr(server)


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_server_that_nobody_vouches_for_gets_nothing(post, tmp_path, security):
    _, context = certificate(tmp_path)
    async with running(post, context, tls_at_once=security == "tls"):
        server = MailServer(HOST, post.port, security)
        with pytest.raises(ssl.SSLCertVerificationError):
            await asyncio.to_thread(server.send, message(an_alert(), SENDER, NOW))
    assert post.taken == []


async def test_a_server_without_starttls_gets_nothing_in_clear(post):
    async with running(post):
        server = MailServer(HOST, post.port, "starttls")
        with pytest.raises(smtplib.SMTPNotSupportedError):
            await asyncio.to_thread(server.send, message(an_alert(), SENDER, NOW))
    assert post.taken == []
