"""``faq unanswered`` and ``faq dismiss``: what editors learn, and what they never do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.questions import What
from bot.editors.in_vain import QuestionDesk
from bot.errors import NoDatabase
from bot.storage.store import SqliteStore
from tests.builders import NOW
from tests.editors.a_store import Asked

PARKING = ("gibt es parkplätze beim jobcenter", "parkplatz?", "habt ihr einen behindertenparkplatz")
DOGS = ("kann ich mit dem hund reinkommen", "darf mein hund mit", "hund mitbringen erlaubt?")
DAY = timedelta(days=1)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


def test_a_group_says_how_many_asked_why_it_was_in_vain_and_what_to_do(asked: Asked) -> None:
    asked.ask(*PARKING[:2])
    asked.ask(PARKING[2], reason=What.NONE_OF_THESE, entry="anfahrt")
    assert asked.prints("unanswered") == (
        "Vergeblich gefragt, seit 24.10.2026\n"
        "    1  3 Chats, zuletzt 23.11.2026: 2-mal nicht gefunden, 1-mal „Nichts davon“ gewählt. "
        "Es ging um: anfahrt\n"
        "       „habt ihr einen behindertenparkplatz“\n"
        "       „parkplatz?“\n"
        "       „gibt es parkplätze beim jobcenter“\n"
        '       faq add-phrasing ID "habt ihr einen behindertenparkplatz"  oder  faq dismiss 1\n'
        "Ob etwas davon inzwischen beantwortet wird, steht hier erst, wenn faq check keinen Fehler nennt und "
        "der Bot die neuen Formulierungen gelernt hat (faq ask).\n"
        "\n"
        "Gezählt seit 24.10.2026: 3 Fragen, 0 gleich beantwortet, 0 nachgefragt, 2-mal nicht gefunden, "
        "1-mal „Nichts davon“ gewählt.\n"
    )


def test_newest_groups_come_first(asked: Asked) -> None:
    asked.ask(*PARKING)
    asked.time += DAY
    asked.ask(*DOGS)
    assert [set(examples) for examples in asked.groups()] == [set(DOGS), set(PARKING)]


def test_what_fewer_than_three_chats_asked_is_counted_and_not_shown(asked: Asked) -> None:
    """One person's words may point to that person."""
    asked.ask(*PARKING)
    asked.ask(DOGS[0], DOGS[0])
    for _ in range(5):
        asked.ask("wo steht der drucker von herrn müller", chat="one")
    assert len(asked.groups()) == 1
    printed = asked.prints("unanswered")
    assert "Dazu 2 Gruppen mit weniger als 3 Chats: faq unanswered --all" in printed
    assert "hund" not in printed
    assert len(asked.groups("--all")) == 3


def test_one_wording_is_one_example_however_it_is_spelt(asked: Asked) -> None:
    asked.ask("Parkplatz?", "parkplatz", "PARKPLATZ!")
    assert asked.groups() == [["PARKPLATZ!"]]


def test_what_is_older_than_wished_is_left_out(asked: Asked) -> None:
    asked.ask(*PARKING, at=NOW - 8 * DAY)
    assert len(asked.groups()) == 1
    assert asked.groups("--since", "7d") == []
    assert asked.listing("--since", "7d")["counts"] == {}
    assert len(asked.groups("--since", "15.11.2026")) == 1


def test_after_thirty_days_there_are_only_counts(asked: Asked) -> None:
    asked.ask(*PARKING)
    asked.time += 31 * DAY
    asked.does(lambda store: store.retire(asked.time, 30, 90, force=True))
    listing = asked.listing("--since", "60d", "--all")
    assert (listing["groups"], listing["counts"]) == ([], {"question": 3, "not_known": 3})
    assert "was davor war, ist nur noch gezählt" in asked.prints("unanswered", "--since", "60d")


def test_answers_without_words_of_the_citizen_stand_together(asked: Asked) -> None:
    """She had pressed buttons only."""
    for chat in "abc":
        asked.ask("", chat=chat, reason=What.UNCLEAR, entry="anfahrt")
    (group,) = asked.listing()["groups"]
    assert (group["chats"], group["entries"], group["examples"]) == (3, ["anfahrt"], [])


def test_what_citizens_type_does_not_steer_the_terminal(asked: Asked) -> None:
    asked.ask(*['\x1b]0;parkplatz $(rm x) `y` "z"'] * 3)
    printed = asked.prints("unanswered")
    assert "\x1b" not in printed
    assert 'add-phrasing ID "]0;parkplatz \\$(rm x) \\`y\\` \\"z\\""' in printed


def test_what_was_redacted_is_no_phrasing_to_learn(asked: Asked) -> None:
    asked.ask("ich bin [Name] und suche einen parkplatz", *["ich suche einen parkplatz"] * 2)
    assert 'add-phrasing ID "ich suche einen parkplatz"' in asked.prints("unanswered")
    asked.ask(*["wann kommt frau [Name]?"] * 3)
    assert 'add-phrasing ID "..."' in asked.prints("unanswered")


def test_nothing_asked_is_said(asked: Asked) -> None:
    assert "  nichts\n" in asked.prints("unanswered")


def test_a_day_that_is_none_is_refused_with_an_example(asked: Asked) -> None:
    result = asked.run("unanswered", "--since", "gestern")
    assert (result.exit_code, "--since 7d" in result.stderr) == (2, True)


def test_without_a_database_the_reason_is_said(asked: Asked) -> None:
    from bot.editors.cli import faq_app

    class Missing:
        async def __aenter__(self) -> None:
            raise NoDatabase("var/bot.sqlite3")

        async def __aexit__(self, *_: object) -> None:
            pass

    desk = QuestionDesk(Missing, lambda: NOW, str)  # type: ignore[arg-type]
    asked.app = faq_app(lambda: asked.folder, NOW.date, lambda: asked.folder, desk)
    for command in (("unanswered",), ("dismiss", "1")):
        result = asked.run(*command)
        assert (result.exit_code, "keine Datenbank" in result.stderr) == (1, True)


# -- errors -------------------------------------------------------------------------------------


def test_a_report_of_an_error_stands_on_top_at_once_even_from_one_chat(asked: Asked) -> None:
    asked.ask(*PARKING)
    asked.ask("termin verpennt", reason=What.WRONG, entry="termin-verpasst")
    asked.does(lambda store: store.report("termin-verpasst", "Die Frist ist neu", "Kaya", "v1", NOW))
    printed = asked.prints("unanswered")
    assert printed.startswith(
        "Fehler gemeldet\n"
        "    4  termin-verpasst: 1-mal nicht hilfreich: stimmt nicht, 1-mal vom Jobcenter gemeldet, "
        "zuletzt 23.11.2026\n"
        "       „Die Frist ist neu“ (Kaya)\n"
        "       „termin verpennt“\n"
        "       Ansehen: faq show termin-verpasst\n"
        '       Herausnehmen: faq withdraw termin-verpasst --reason "..."\n'
        "       Behoben, oder doch richtig: faq dismiss 4\n"
        "\n"
        "Vergeblich gefragt"
    )
    (report,) = asked.listing()["reports"]
    assert (report["entries"], report["chats"]) == (["termin-verpasst"], 2)


def test_a_report_that_was_dealt_with_goes_and_the_next_one_shows_again(asked: Asked) -> None:
    asked.ask("", reason=What.WRONG, entry="anfahrt")
    assert "Jede neue Meldung" in asked.prints("dismiss", "1")
    assert asked.listing()["reports"] == []
    assert len(asked.listing("--dismissed")["reports"]) == 1
    asked.ask("", reason=What.WRONG, entry="anfahrt")
    assert [report["number"] for report in asked.listing()["reports"]] == [2]
    asked.prints("dismiss", "1", "--undo")
    assert [report["number"] for report in asked.listing()["reports"]] == [1]


# -- dismissing ---------------------------------------------------------------------------------


def test_what_is_dismissed_is_gone_until_clearly_more_ask_it(asked: Asked) -> None:
    asked.ask(*PARKING)
    told = asked.prints("dismiss", "1", "--by", "Kaya")
    assert "deutlich mehr Chats danach fragen (6)" in told
    assert "faq dismiss 1 --undo" in told
    assert asked.groups() == []
    asked.ask("parkplatz?", "wo parkplatz?")
    assert asked.groups() == []
    asked.ask("ein parkplatz?")
    assert len(asked.groups()) == 1


def test_dismissing_can_be_undone(asked: Asked) -> None:
    asked.ask(*PARKING)
    asked.prints("dismiss", "1")
    assert len(asked.groups("--dismissed")) == 1
    assert "Wieder zeigen: faq dismiss 1 --undo" in asked.prints("unanswered", "--dismissed")
    asked.prints("dismiss", "1", "--undo")
    assert (len(asked.groups()), asked.groups("--dismissed")) == (1, [])


def test_any_question_of_a_group_names_it_and_its_words_do_too(asked: Asked) -> None:
    """A number stays good although others have asked meanwhile."""
    asked.ask(*PARKING)
    asked.ask(*DOGS)
    asked.prints("dismiss", "3")
    asked.prints("dismiss", "Darf mein Hund mit?")
    assert asked.groups("--all") == []


@pytest.mark.parametrize("named", ["99", "gibt es nicht", ""])
def test_what_is_not_in_the_list_is_not_dismissed(asked: Asked, named: str) -> None:
    asked.ask("", *PARKING)
    result = asked.run("dismiss", named)
    assert (result.exit_code, "faq unanswered --all" in result.stderr) == (2, True)


def test_who_dismissed_what_is_kept_without_its_words(asked: Asked) -> None:
    asked.ask(*PARKING)
    asked.prints("dismiss", "1", "--by", "Kaya")

    async def rows(store):  # type: ignore[no-untyped-def]
        async with store._database.read() as db:
            return [tuple(row) for row in await db.all("SELECT who, chats, what FROM dismissed")]

    found = asked.does(rows)
    assert {row[:2] for row in found} == {("Kaya", 3)}
    assert not [row for row in found if "park" in row[2]]


def test_a_change_is_tried_on_what_was_asked_of_late(asked: Asked) -> None:
    """`faq diff` asks these questions of both versions."""
    desk = QuestionDesk(asked.store, lambda: asked.time, str)
    asked.ask("wo ist der eingang", at=NOW - timedelta(days=40))
    asked.ask("gibt es einen aufzug", "gibt es einen aufzug", at=NOW - timedelta(days=2))
    asked.ask("darf mein hund mit")
    assert desk.recent() == ("darf mein hund mit", "gibt es einen aufzug")


def test_without_a_database_nothing_was_asked() -> None:
    @asynccontextmanager
    async def nothing() -> AsyncIterator[SqliteStore]:
        raise NoDatabase("var/bot.db")
        yield

    assert QuestionDesk(nothing, lambda: NOW, str).recent() == ()
