"""The interface for programs: what a token opens, what is answered, what acts once, what is recorded."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from itertools import count

import pytest
from asgiref.sync import sync_to_async
from django.test import AsyncClient
from hypothesis import given
from hypothesis import strategies as st

from bot.caseworkers.dates import DateDoubtful
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.pages.api.problems import problem_of
from bot.caseworkers.typed import CodeWrong, WrongUse
from bot.core.audit import Act
from bot.core.staff import Scope
from bot.core.tickets import Kind, State
from bot.errors import AlreadyTaken, MoveRefused, NotStored
from bot.site import Room
from bot.web import refusals
from bot.web.accounts import machines
from bot.web.accounts.models import MachineToken
from bot.web.audit import words
from bot.web.refusals import SOURCES, Refusals
from bot.web.room import furnish
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB

PROBLEM = "application/problem+json"
FRIDAY = "2026-12-04T10:00:00+01:00"
_keys = count(1)


class Program:
    """A program with a token."""

    def __init__(self, token: str) -> None:
        self.token = token
        self._browser = AsyncClient(raise_request_exception=False)

    async def get(self, path: str, **headers: str):
        return await self._browser.get(f"/api/{path}", headers=self._headers(headers))

    async def post(self, path: str, body=None, key: str = "", raw: bytes | None = None):
        content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        headers = self._headers({"Idempotency-Key": key or f"key-{next(_keys):08}"})
        return await self._browser.post(
            f"/api/{path}", content, content_type="application/json", headers=headers
        )

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", **more}


@pytest.fixture
def program(site):
    """Gives a program: ``await program(Scope.READ, "borken")``."""

    async def made(scope: Scope = Scope.WORK, *offices: str, name: str = "fachverfahren") -> Program:
        return Program(await sync_to_async(machines.add)(name, scope, offices or ("bocholt",)))

    return made


def a_wish(code: str = "K7M3PQ", **fields):
    return a_ticket(code, **({"office": "bocholt", "topic": ""} | fields))


async def codes(program: Program, query: str = "") -> list[str]:
    answer = await program.get(f"tickets{query}")
    assert answer.status_code == HTTPStatus.OK
    return [ticket["code"] for ticket in answer.json()["tickets"]]


def problem(answer, status: int, kind: str = "about:blank") -> dict[str, object]:
    """What went wrong, once it is sure that it is said as it should."""
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM)
    assert int(answer["Content-Length"]) == len(answer.content)
    said = answer.json()
    assert (said["status"], said["type"]) == (status, kind)
    assert said["title"]
    assert said["detail"]
    return said


# Seeing


async def test_a_program_sees_the_tickets_of_its_offices_and_no_others(site, program):
    await site.receive(a_wish(), a_wish("ABCDEF", office="borken"))
    reader = await program(Scope.READ, "bocholt")
    assert await codes(reader) == ["K7M-3PQ"]
    problem(await reader.get("tickets/ABC-DEF"), 404, "urn:jobcenter-bot:unknown-ticket")


async def test_no_name_and_no_number_without_the_scope_to_work(site, program):
    await site.receive(a_wish(reason="illness", text="bitte leise"))
    reader = await program(Scope.READ)
    seen = [(await reader.get(path)).content.decode() for path in ("tickets", "tickets/K7M-3PQ")]
    assert not [word for word in ("Ayşe", "15112345678", "illness", "leise") for page in seen if word in page]
    problem(await reader.get("tickets/K7M-3PQ/person"), 403)


async def test_a_look_at_the_person_is_recorded_as_one(site, program):
    await site.receive(a_wish(text="bitte leise"))
    worker = await program()
    answer = await worker.get("tickets/k7m3pq/person")
    assert answer.json() == {
        "code": "K7M-3PQ",
        "name": "Ayşe Öztürk",
        "phone": "+4915112345678",
        "phone_own": False,
        "call_safe": True,
        "reason": None,
        "text": "bitte leise",
    }
    assert await site.audit() == [("fachverfahren", "revealed", "K7M3PQ", "")]


async def test_each_pull_is_recorded(site, program):
    await site.receive(a_wish(), a_wish("ABCDEF"))
    reader = await program(Scope.READ)
    await reader.get("tickets?state=open")
    await reader.get("tickets/ABC-DEF")
    assert await site.audit() == [
        ("fachverfahren", "pulled", "", "list open 2"),
        ("fachverfahren", "pulled", "ABCDEF", "ticket"),
    ]


async def test_a_program_that_lists_is_no_look_at_the_queue(site, program):
    """Else a program that pulls every minute would hide that a whole office sleeps."""
    await site.receive(a_wish())
    reader = await program(Scope.READ)
    await codes(reader)
    await reader.get("tickets/K7M-3PQ")
    assert await site.store.seen() == {}


@pytest.mark.parametrize("size", [1, 2, 3, 7])
async def test_page_by_page_every_ticket_comes_once(site, program, size):
    """Also those that came in the same second, and those that rest."""
    made = [NOW, NOW, NOW + timedelta(seconds=1), NOW - timedelta(days=1), NOW + timedelta(microseconds=5)]
    tickets = [a_wish(f"AAAAA{'BCDEF'[i]}", created_at=at) for i, at in enumerate(made)]
    tickets[2] = a_wish("AAAAAD", created_at=made[2], not_before=NOW + timedelta(days=1), urgent=True)
    await site.receive(*tickets)
    reader, seen, cursor = await program(Scope.READ), [], ""
    for _ in range(6):
        page = (await reader.get(f"tickets?limit={size}{cursor}")).json()
        seen += [ticket["code"] for ticket in page["tickets"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == ["AAA-AAE", "AAA-AAB", "AAA-AAC", "AAA-AAF", "AAA-AAD"]


async def test_tickets_by_state(site, program):
    await site.receive(a_wish(), a_wish("ABCDEF"), a_wish("GHJKMN"))
    worker = await program()
    await worker.post("tickets/K7M-3PQ/take")
    await worker.post("tickets/ABC-DEF/close", {"outcome": "came"})
    assert await codes(worker, "?state=open") == ["GHJ-KMN"]
    assert await codes(worker, "?state=taken") == ["K7M-3PQ"]
    assert await codes(worker, "?state=done") == ["ABC-DEF"]
    assert await codes(worker, "?state=withdrawn") == []


# Moving


async def test_taking_and_giving_back(site, program):
    await site.receive(a_wish())
    worker = await program()
    answer = await worker.post("tickets/K7M-3PQ/take")
    moved = answer.json()
    assert (moved["state"], moved["taken_by"], moved["told"]) == ("taken", "fachverfahren", True)
    assert (await worker.get("tickets/K7M-3PQ")).json()["lease_until"] == moved["lease_until"]
    assert (await worker.post("tickets/K7M-3PQ/release")).json()["state"] == "open"
    assert [act[1] for act in await site.audit()] == ["taken", "pulled", "released"]


@pytest.mark.parametrize(
    ("kind", "path", "asked", "state", "outcome"),
    [
        (Kind.PHONE_CALL, "close", {"outcome": "reached"}, "done", "reached"),
        (Kind.PHONE_CALL, "close", {"outcome": "called"}, "done", "called"),
        (Kind.PHONE_CALL, "close", {"outcome": "came"}, "done", "came"),
        (Kind.PHONE_CALL, "close", {"outcome": "not_ours"}, "done", "not_ours"),
        (Kind.PHONE_CALL, "close", {"outcome": "duplicate"}, "done", "duplicate"),
        (Kind.PHONE_CALL, "not-reached", None, "open", None),
        (Kind.RESCHEDULE, "not-reached", {"sure": True}, "open", None),
        (Kind.MISSED, "wrong-number", None, "open", None),
        (Kind.RESCHEDULE, "moved", {"to": FRIDAY}, "done", "moved"),
        (Kind.RESCHEDULE, "moved", {"to": "2026-11-27T10:00:00Z", "sure": True}, "done", "moved"),
        (Kind.RESCHEDULE, "not-moved", None, "done", "not_moved"),
    ],
)
async def test_every_outcome(site, program, kind, path, asked, state, outcome):
    await site.receive(a_wish(kind=kind))
    answer = await (await program()).post(f"tickets/K7M-3PQ/{path}", asked)
    moved = answer.json()
    assert (answer.status_code, moved["state"], moved["outcome"]) == (HTTPStatus.OK, state, outcome)


async def test_a_note_and_a_ticket_that_goes_elsewhere(site, program):
    await site.receive(a_wish())
    worker = await program()
    assert (await worker.post("tickets/K7M-3PQ/note", {"text": "ruft selbst an"})).json()["told"] is False
    answer = await worker.post("tickets/K7M-3PQ/forward", {"office": "ahaus", "reason": "wohnt dort"})
    assert answer.json()["office"] == "ahaus"
    events = [(event.who, event.what, event.detail) for event in await site.store.events("K7M3PQ")]
    assert events[1:] == [
        ("fachverfahren", "noted", "ruft selbst an"),
        ("fachverfahren", "forwarded", "bocholt > ahaus: wohnt dort"),
    ]
    problem(await worker.get("tickets/K7M-3PQ"), 404, "urn:jobcenter-bot:unknown-ticket")


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("release", None, "move-refused"),
        ("moved", {"to": FRIDAY}, "move-unfit"),
        ("snooze", {"until": "2026-11-20T10:00:00Z"}, "rest-refused"),
        ("snooze", {"until": "9999-12-31T23:00:00-14:00"}, "rest-refused"),
        ("forward", {"office": "bocholt", "reason": "hier"}, "forward-refused"),
        ("forward", {"office": "vreden", "reason": "nimmt keine an"}, "forward-refused"),
        ("forward", {"office": "nowhere", "reason": "gibt es nicht"}, "forward-refused"),
    ],
)
async def test_what_the_rules_refuse_is_a_conflict(site, program, path, body, kind):
    await site.receive(a_wish())
    answer = await (await program()).post(f"tickets/K7M-3PQ/{path}", body)
    problem(answer, 409, f"urn:jobcenter-bot:{kind}")
    assert [act[1] for act in await site.audit()] == ["pulled"]


@pytest.mark.parametrize(
    "to",
    ["2026-11-20T10:00:00Z", "2026-11-29T10:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00Z"],
)
async def test_a_day_on_which_nobody_is_invited_is_doubted(site, program, to):
    await site.receive(a_wish(kind=Kind.RESCHEDULE))
    answer = await (await program()).post("tickets/K7M-3PQ/moved", {"to": to})
    problem(answer, 409, "urn:jobcenter-bot:date-doubtful")


async def test_a_second_call_in_vain_within_half_an_hour_is_doubted(site, program):
    await site.receive(a_wish())
    worker = await program()
    await worker.post("tickets/K7M-3PQ/not-reached")
    await worker.post("tickets/K7M-3PQ/take")
    problem(await worker.post("tickets/K7M-3PQ/not-reached"), 409, "urn:jobcenter-bot:tried-before")
    answer = await worker.post("tickets/K7M-3PQ/not-reached", {"sure": True})
    assert answer.status_code == HTTPStatus.OK
    assert (await site.store.ticket("K7M3PQ")).attempts == 2


async def test_what_is_put_aside_comes_back(site, program):
    await site.receive(a_wish())
    worker = await program()
    answer = await worker.post("tickets/K7M-3PQ/snooze", {"until": "2026-11-24T09:00:00+01:00"})
    assert answer.json()["not_before"] == "2026-11-24T08:00:00Z"
    assert await codes(worker) == ["K7M-3PQ"], "lists show it, with not_before"


async def test_of_two_programs_one_gets_the_ticket(site, program):
    await site.receive(a_wish())
    both = [await program(name="fachverfahren"), await program(name="telefonie")]
    answers = await asyncio.gather(*(one.post("tickets/K7M-3PQ/take") for one in both))
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_where_everything_was_deleted_nothing_is_noted_any_more(site, program):
    from bot.core.talk import ForgetMe
    from tests.builders import a_chat, a_turn, an_incoming

    await site.receive(a_wish())
    await site.store.save_turn(an_incoming(chat=a_chat("K7M3PQ")), a_turn(orders=(ForgetMe(),)), NOW)
    worker = await program()
    problem(
        await worker.post("tickets/K7M-3PQ/note", {"text": "noch etwas"}), 409, "urn:jobcenter-bot:forgotten"
    )
    assert (await worker.get("tickets/K7M-3PQ/person")).json()["name"] is None


# Once


async def test_the_same_request_acts_once_and_gets_the_same_answer(site, program):
    """Three tries that were sent thrice would close a ticket nobody was called about."""
    await site.receive(a_wish())
    worker = await program()
    asked = ("tickets/K7M-3PQ/not-reached", None, "same-key-1")
    first, second, third = [await worker.post(*asked) for _ in range(3)]
    assert first.content == second.content == third.content
    assert first.status_code == third.status_code == HTTPStatus.OK
    assert (await site.store.ticket("K7M3PQ")).attempts == 1


async def test_two_at_the_same_time_act_once(site, program):
    await site.receive(a_wish())
    worker = await program()
    asked = ("tickets/K7M-3PQ/not-reached", None, "same-key-1")
    answers = await asyncio.gather(*(worker.post(*asked) for _ in range(5)))
    assert len({answer.content for answer in answers}) == 1
    assert (await site.store.ticket("K7M3PQ")).attempts == 1


class _Slow:
    """A record that takes a while; meanwhile something else happens, once."""

    def __init__(self, store, meanwhile):
        self._store, self._meanwhile = store, [meanwhile]

    def __getattr__(self, name):
        return getattr(self._store, name)

    async def record(self, act):
        if self._meanwhile:
            await self._meanwhile.pop()()
        await self._store.record(act)


async def test_who_was_refused_a_moment_before_the_same_request_went_through_hears_that_it_did(site, program):
    """Sent twice at once, a request would else be refused and done under one key."""
    await site.receive(a_wish())
    worker, asked = await program(), ("tickets/K7M-3PQ/release", None, "same-key-1")
    answers = []

    async def taken_and_sent_again():
        await worker.post("tickets/K7M-3PQ/take")
        answers.append(await worker.post(*asked))

    furnish(Room(Inbox(site.store, lambda: site.time, KB), _Slow(site.store, taken_and_sent_again)))
    answers.append(await worker.post(*asked))
    assert [answer.status_code for answer in answers] == [HTTPStatus.OK] * 2
    assert answers[0].content == answers[1].content


async def test_a_refusal_stays_one_for_its_key(site, program):
    await site.receive(a_wish())
    worker = await program()
    first = await worker.post("tickets/K7M-3PQ/release", key="same-key-1")
    await worker.post("tickets/K7M-3PQ/take")
    again = await worker.post("tickets/K7M-3PQ/release", key="same-key-1")
    problem(again, 409, "urn:jobcenter-bot:move-refused")
    assert again.content == first.content
    assert (await worker.post("tickets/K7M-3PQ/release")).status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    ("path", "body"), [("note", {"text": "etwas anderes"}), ("release", None), ("../ABC-DEF/note", None)]
)
async def test_a_key_stands_for_one_request_only(site, program, path, body):
    await site.receive(a_wish(), a_wish("ABCDEF"))
    worker = await program()
    first = {"text": "etwas"}
    assert (await worker.post("tickets/K7M-3PQ/note", first, "same-key-1")).status_code == HTTPStatus.OK
    path = f"tickets/K7M-3PQ/{path}".replace("K7M-3PQ/../", "")
    problem(await worker.post(path, body or first, "same-key-1"), 409, "urn:jobcenter-bot:key-reused")


async def test_keys_of_two_programs_do_not_meet(site, program):
    await site.receive(a_wish())
    one, other = await program(), await program(name="telefonie")
    await one.post("tickets/K7M-3PQ/take", key="same-key-1")
    problem(
        await other.post("tickets/K7M-3PQ/take", key="same-key-1"), 409, "urn:jobcenter-bot:already-taken"
    )


async def test_after_a_day_a_key_is_new(site, program):
    await site.receive(a_wish())
    worker = await program()
    asked = ("tickets/K7M-3PQ/note", {"text": "ruft selbst an"}, "same-key-1")
    await worker.post(*asked)
    site.forward(hours=24, seconds=1)
    await worker.post(*asked)
    assert [event.what for event in await site.store.events("K7M3PQ")] == ["opened", "noted", "noted"]


async def test_a_change_without_a_key_is_not_made(site, program):
    await site.receive(a_wish())
    worker = await program()
    answer = await worker._browser.post("/api/tickets/K7M-3PQ/take", headers=worker._headers({}))
    problem(answer, 422)
    assert (await site.store.ticket("K7M3PQ")).version == 1


# Refusing


async def test_without_a_token_one_is_told_so(site):
    answer = await AsyncClient().get("/api/tickets")
    problem(answer, 401)
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer jcb_wrong", "Basic a2F5YTp4", "jcb_x"])
async def test_what_is_no_token_opens_nothing(site, header):
    problem(await AsyncClient().get("/api/tickets", headers={"Authorization": header}), 401)


async def test_a_revoked_token_opens_nothing(site, program):
    reader = await program(Scope.READ)
    await codes(reader)
    await sync_to_async(machines.revoke)("fachverfahren")
    problem(await reader.get("tickets"), 401)


async def test_somebody_who_is_signed_in_is_no_program(site, enter):
    problem(await (await enter()).get("/api/tickets"), 401)


async def test_who_may_only_read_changes_nothing(site, program):
    await site.receive(a_wish())
    problem(await (await program(Scope.READ)).post("tickets/K7M-3PQ/take"), 403)
    assert await codes(await program(Scope.READ, name="telefonie")) == ["K7M-3PQ"]


@pytest.mark.parametrize("path", ["nothing", "tickets/K7M-3PQ/nothing", "", "tickets/K7M-3PQ/"])
async def test_an_unknown_address_is_a_problem_too(site, program, path):
    problem(await (await program()).get(path), 404)


@pytest.mark.parametrize("code", ["K7M-3P", "000-000", "Ayşe", "K7M3PQ7", "%2e%2e"])
async def test_what_is_no_code_is_no_ticket(site, program, code):
    problem(await (await program()).get(f"tickets/{code}"), 404, "urn:jobcenter-bot:unknown-ticket")


@pytest.mark.parametrize(("path", "method"), [("tickets", "post"), ("tickets/K7M-3PQ/take", "get")])
async def test_the_wrong_method_is_a_problem_too(site, program, path, method):
    answer = await getattr(await program(), method)(path)
    problem(answer, 405)
    assert answer["Allow"] == ("GET" if method == "post" else "POST")


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b"[" * 5000])
async def test_what_is_no_json_is_not_readable(site, program, raw):
    problem(await (await program()).post("tickets/K7M-3PQ/note", raw=raw), 400)


async def test_a_body_beyond_the_limit_is_not_read(site, program):
    body = {"text": "x" * 300_000}
    problem(await (await program()).post("tickets/K7M-3PQ/note", body), 400)


@pytest.mark.parametrize(
    ("path", "body", "place"),
    [
        ("note", None, "body"),
        ("note", {}, "body.text"),
        ("note", {"text": "  "}, "body.text"),
        ("note", {"text": "x" * 501}, "body.text"),
        ("note", {"text": "gut", "by": "Kaya"}, "body.by"),
        ("close", {"outcome": "anything"}, "body.outcome"),
        ("moved", {}, "body.to"),
        ("moved", {"to": "2026-12-04T10:00:00"}, "body.to"),
        ("moved", {"to": 1796374800}, "body.to"),
        ("moved", {"to": FRIDAY, "sure": 1}, "body.sure"),
    ],
)
async def test_what_does_not_fit_is_named_by_its_place(site, program, path, body, place):
    await site.receive(a_wish())
    said = problem(await (await program()).post(f"tickets/K7M-3PQ/{path}", body), 422)
    assert [fault["place"] for fault in said["errors"]] == [place]


async def test_what_was_sent_is_not_repeated_in_a_problem(site, program):
    """It may be a name in the wrong place, and problems end up in logs."""
    answer = await (await program()).post("tickets/K7M-3PQ/close", {"outcome": "Ayşe Öztürk"})
    assert "Ayşe" not in answer.content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (AlreadyTaken("K7M-3PQ", "Kaya"), 409),
        (MoveRefused("K7M-3PQ", "done"), 409),
        (DateDoubtful(NOW, ["ist ein Samstag"]), 409),
        (CodeWrong("Kaya"), 404),
        (WrongUse("zu lang"), 422),
        (NotStored("full"), 503),
    ],
)
def test_no_problem_names_a_command_or_a_colleague(error, status):
    found = problem_of(error)
    assert found.status == status
    assert not [word for word in ("inbox", "--", "Kaya") if word in found.title + found.detail]


@given(st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)), st.sampled_from(["K7M3PQ", "AAAAAA"]))
def test_a_cursor_leads_back_to_its_place(at, code):
    from bot.caseworkers.pages.api import reading

    ticket = a_ticket(code, created_at=at.replace(tzinfo=UTC))
    assert reading._read(reading._cursor(ticket)) == (ticket.created_at, code)


# Tokens


async def test_only_a_hash_of_a_token_is_kept_and_when_it_was_used(site, program):
    reader = await program(Scope.READ)
    row = await MachineToken.objects.aget()
    assert (row.last_used, reader.token in str(row.__dict__)) == (None, False)
    await codes(reader)
    first = (await MachineToken.objects.aget()).last_used
    await codes(reader)
    assert first is not None
    assert (await MachineToken.objects.aget()).last_used == first, "not every request writes"


async def test_the_description_is_for_those_with_a_token(site, program):
    problem(await AsyncClient().get("/api/openapi.json"), 401)
    described = (await (await program(Scope.READ)).get("openapi.json")).json()
    for methods in described["paths"].values():
        for operation in methods.values():
            assert {"400", "401", "403", "404", "409", "422"} < set(operation["responses"])
            assert [*operation["responses"]["404"]["content"]] == [PROBLEM]


async def test_a_made_up_cursor_is_no_trouble(program):
    reader = await program(Scope.READ)
    assert await codes(reader, "?cursor=9999999999999999-ZZZZZZ") == []


async def test_a_list_of_open_tickets_goes_on_behind_many_that_are_held(site, program):
    """A page is cut by the database, which knows nothing of leases."""
    held = {"state": State.TAKEN, "taken_by": "Ben"}
    names = [f"AAAA{one}{two}" for one in "BCDEF" for two in "BCDEF"]
    until = NOW + timedelta(hours=4)
    await site.receive(*(a_wish(name, **held, lease_until=until) for name in names))
    await site.receive(a_wish("ZZZZZZ", created_at=NOW + timedelta(seconds=1)))
    await site.receive(a_wish("AAAAAA", created_at=NOW - timedelta(1), **held, lease_until=NOW))
    reader = await program(Scope.READ)
    assert await codes(reader, "?limit=2") == ["AAA-AAA", "ZZZ-ZZZ"]


# Refused


@pytest.fixture
def no_refusals(monkeypatch):
    """Counted from nothing; gives the clock of the count."""
    seconds = [0.0]
    for counted in ("_programs", "_strangers"):
        monkeypatch.setattr(refusals, counted, Refusals(lambda: seconds[0]))
    return seconds


async def refused(site):
    return [act for act in await site.audit() if act[1] == "pull_refused"]


async def test_a_wrong_and_a_revoked_token_stand_in_the_audit_with_where_they_came_from(
    site, program, no_refusals
):
    reader = await program(Scope.READ)
    await sync_to_async(machines.revoke)("fachverfahren")
    problem(await reader.get("tickets"), 401)
    problem(await Program("jcb_wrong").get("tickets/K7M-3PQ"), 401)
    assert await refused(site) == [("unknown", "pull_refused", "", "no_token 127.0.0.1")]


async def test_who_asks_for_more_than_it_may_stands_in_the_audit_by_name(site, program, no_refusals):
    await site.receive(a_wish(office="borken"))
    reader = await program(Scope.READ)
    problem(await reader.get("tickets/K7M-3PQ"), 404, "urn:jobcenter-bot:unknown-ticket")
    problem(await reader.get("tickets/K7M-3PQ/person"), 403)
    assert await refused(site) == [
        ("fachverfahren", "pull_refused", "K7M3PQ", "no_ticket"),
        ("fachverfahren", "pull_refused", "K7M3PQ", "scope"),
    ]


async def test_an_address_at_which_there_is_nothing_is_no_ticket_that_was_refused(site, program, no_refusals):
    for one in (Program("jcb_wrong"), await program(Scope.READ)):
        problem(await one.get(""), 404)
    assert await refused(site) == []


async def test_whatever_stands_in_the_address_comes_not_into_the_audit(site, program, no_refusals):
    reader = await program(Scope.READ)
    problem(await reader.get("tickets/Erika%20Muster"), 404, "urn:jobcenter-bot:unknown-ticket")
    assert await refused(site) == [("fachverfahren", "pull_refused", "", "no_ticket")]


async def test_a_flood_leaves_few_rows_that_tell_how_large_it_was(site, program, no_refusals):
    wrong = Program("jcb_wrong")
    for _ in range(101):
        await wrong.get("tickets")
    details = [detail for *_, detail in await refused(site)]
    assert details == ["no_token 127.0.0.1", "no_token x10 127.0.0.1", "no_token x100 127.0.0.1"]
    assert words.detail(Act(NOW, "unknown", "pull_refused", "", details[1])) == (
        "kein gültiger Token (10-mal in einer Stunde) 127.0.0.1"
    )
    no_refusals[0] += 3600
    await wrong.get("tickets")
    assert len(await refused(site)) == 4


async def test_strangers_take_no_place_of_a_program_that_is_known(site, program, no_refusals):
    for number in range(SOURCES + 1):
        refusals._strangers.counted("no_token", "unknown", f"10.0.0.{number}")
    reader = await program(Scope.READ)
    problem(await reader.get("tickets/K7M-3PQ"), 404, "urn:jobcenter-bot:unknown-ticket")
    assert ("fachverfahren", "pull_refused", "K7M3PQ", "no_ticket") in await refused(site)


def test_also_from_a_thousand_addresses_few_are_recorded():
    seconds = [0.0]
    found = Refusals(lambda: seconds[0])
    recorded = [found.counted("no_token", "unknown", f"10.0.{i // 250}.{i % 250}") for i in range(1000)]
    assert sum(map(bool, recorded)) <= SOURCES + 3
