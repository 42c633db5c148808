"""The watch: what is worth a line, what rings, and that nothing ends it by accident."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.caseworkers import watch
from bot.caseworkers.watch import BELL, Look, News
from bot.core.tickets import Kind
from bot.errors import NotStored
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB

LATER = NOW + timedelta(minutes=1)
A_CALL = a_ticket()
A_NEW_CALL = a_ticket(created_at=LATER)


class Over(Exception):
    """Ends a watch."""


def what(before, after, at=LATER):
    return [item.what for item in watch.news(Look(NOW, before), Look(at, after))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        ([A_CALL], [A_CALL], []),
        ([A_CALL], [], []),
        ([], [A_NEW_CALL], ["neu"]),
        ([], [A_CALL], ["wieder da"]),  # it rested, or came from another office
        ([], [a_ticket(created_at=LATER, urgent=True)], ["eilt"]),
        ([A_CALL], [a_ticket(urgent=True)], ["eilt"]),
        ([a_ticket(urgent=True)], [a_ticket(urgent=True)], []),
        ([a_ticket(due_at=LATER)], [a_ticket(due_at=LATER)], ["überfällig"]),
        ([a_ticket(due_at=NOW)], [a_ticket(due_at=NOW)], []),
        ([], [a_ticket(due_at=NOW)], ["überfällig"]),
        ([], [a_ticket(due_at=NOW, urgent=True)], ["eilt"]),
        ([A_CALL], [A_CALL, a_ticket("AAAAAA", created_at=LATER, urgent=True)], ["eilt"]),
    ],
)
def test_what_is_so_now_and_was_not_before_is_news(before, after, expected):
    assert what(before, after) == expected


def test_what_came_between_two_looks_rings_if_somebody_should_look_up():
    rings = {kind: News(A_CALL, kind).rings for kind in (watch.URGENT, watch.OVERDUE, watch.NEW, watch.BACK)}
    assert rings == {"eilt": True, "überfällig": True, "neu": False, "wieder da": False}


def test_a_line_says_what_it_is_about_and_holds_nothing_personal():
    ticket = a_ticket(kind=Kind.RESCHEDULE, appointment_at=NOW + timedelta(minutes=40))
    assert watch.line(News(ticket, "eilt"), KB, NOW) == (
        "10:00  eilt        K7M-3PQ  Termin verschieben, Borken, "
        "Termin Mo 23.11. 10:40, in 40 min, bis Di 24.11. 10:00"
    )
    assert "Termin" not in watch.line(News(A_CALL, "neu"), KB, NOW)


async def watched(*looks: Look | Exception) -> list[str]:
    """What a watch says that began with nothing and sees these, one after the other."""
    said: list[str] = []
    left = list(looks)

    async def look() -> Look:
        seen = left.pop(0)
        if isinstance(seen, Exception):
            raise seen
        return seen

    async def pause() -> None:
        if not left:
            raise Over

    with pytest.raises(Over):
        await watch.watch(Look(NOW, ()), look, pause, KB, said.append)
    return said


async def test_each_news_is_said_once():
    urgent = a_ticket("AAAAAA", urgent=True, created_at=LATER)
    said = await watched(Look(LATER, [A_NEW_CALL]), Look(LATER, [A_NEW_CALL, urgent]), Look(LATER, [urgent]))
    assert [(line[0] == BELL, line.strip(BELL).split()[2]) for line in said] == [
        (False, "K7M-3PQ"),
        (True, "AAA-AAA"),
    ]


async def test_a_database_in_trouble_does_not_end_the_watch():
    """Nobody would notice; and it is said once, not every twenty seconds."""
    full = NotStored("disk full")
    said = await watched(full, full, Look(LATER, [A_NEW_CALL]), full)
    assert ["versuche es weiter" in line for line in said] == [True, False, True]
    assert "K7M-3PQ" in said[1]


# The command

WATCH = ("watch", "--every", "7")


def test_the_command_tells_what_comes_until_it_is_interrupted(desk):
    desk.put(a_ticket("BBBBBB"))

    def comes():
        desk.forward(seconds=7)
        desk.put(
            a_ticket(urgent=True, created_at=LATER),
            a_ticket("AAAAAA", office="suedlohn", created_at=LATER),
        )

    def time_passes():
        desk.forward(days=1)

    desk.pauses = [comes, time_passes]
    first, *news, last = desk.prints(*WATCH, "--office", "borken").splitlines()
    assert first.startswith("1 offen. ")
    assert [line.split()[1:3] for line in news] == [
        ["eilt", "K7M-3PQ"],
        ["überfällig", "K7M-3PQ"],
        ["überfällig", "BBB-BBB"],
    ]
    assert all(line.startswith(BELL) for line in news)
    assert last == "Ende."


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [(["--every", "0"], "1 Sekunde"), (["--every", "x"], "--every"), (["--office", "Münster"], "Südlohn")],
)
def test_what_cannot_be_watched_is_wrong_use(desk, arguments, remedy):
    assert remedy in desk.refuses("watch", *arguments, code=2)
