"""``faq history``: what an editor reads about the life of an answer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.knowledge import Source
from bot.core.questions import Counted, What
from bot.core.wordings import Wording
from bot.editors.cli import faq_app
from bot.editors.in_vain import QuestionDesk
from bot.errors import NoDatabase
from tests.builders import NOW, a_turn, an_incoming
from tests.content.faq_folder import a_faq
from tests.editors.a_store import Asked

DAY = timedelta(days=1)
OLD = Wording(
    "termin-verpasst",
    "Rufen Sie an. Es drohen 30 Prozent.",
    "Rufen Sie an.",
    (Source("§ 32 SGB II", "https://example.org/32"),),
)
SIGNED = replace(OLD, approved_by="Kaya", approved_on=date(2026, 11, 24))
NEW = replace(SIGNED, answer="Rufen Sie an. Es drohen 10 Prozent. Das ist neu.")


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    a_faq(tmp_path)
    return Asked(tmp_path)


def live(asked: Asked, version: str, *wordings: Wording, days: int = 0, given: int = 0) -> None:
    """From so many days after NOW on, and how often it was given on that day."""

    async def act(store):
        at = NOW + days * DAY
        await store.go_live(version, {one.entry: one for one in wordings}, at)
        counted = Counted(What.ANSWERED, "termin-verpasst", version=version)
        await store.save_turn(an_incoming(), a_turn(orders=(counted,) * given), at)

    asked.does(act)


def test_the_newest_wording_comes_first_with_what_it_changed(asked: Asked) -> None:
    live(asked, "v1", OLD, given=4)
    live(asked, "v2", SIGNED, days=1)
    live(asked, "v3", NEW, days=2, given=2)
    printed = asked.prints("history", "termin-verpasst").splitlines()
    assert [line.rstrip() for line in printed] == [
        "termin-verpasst",
        "",
        "25.11.2026, 10:00 Uhr, gilt noch: 2-mal gegeben",
        "  unterschrieben von Kaya am 24.11.2026",
        "  Antwort:",
        "    vorher: Es drohen 30 Prozent.",
        "    jetzt:  Es drohen 10 Prozent. Das ist neu.",
        "",
        "24.11.2026, 10:00 Uhr bis 25.11.2026, 10:00 Uhr: 0-mal gegeben",
        "  unterschrieben von Kaya am 24.11.2026",
        "  Wortlaut wie davor",
        "",
        "23.11.2026, 10:00 Uhr bis 24.11.2026, 10:00 Uhr: 4-mal gegeben",
        "  nicht unterschrieben",
        "  Quelle: § 32 SGB II (https://example.org/32)",
        "  Antwort:",
        "    Rufen Sie an. Es drohen 30 Prozent.",
        "  Einfache Sprache:",
        "    Rufen Sie an.",
    ]


def test_each_wording_can_be_shown_whole(asked: Asked) -> None:
    live(asked, "v1", OLD)
    live(asked, "v2", NEW, days=1)
    printed = asked.prints("history", "termin-verpasst", "--full")
    assert "Rufen Sie an. Es drohen 10 Prozent. Das ist neu." in printed
    assert "vorher" not in printed


def test_a_time_without_an_answer_is_told(asked: Asked) -> None:
    """It was withdrawn and mended."""
    live(asked, "v1", OLD)
    live(asked, "v2", days=1)
    live(asked, "v3", NEW, days=2)
    printed = asked.prints("history", "termin-verpasst")
    assert "Davor wurde ab 24.11.2026, 10:00 Uhr keine Antwort gegeben." in printed


def test_other_sources_are_told(asked: Asked) -> None:
    live(asked, "v1", OLD)
    live(asked, "v2", replace(OLD, sources=()), days=1)
    printed = asked.prints("history", "termin-verpasst")
    assert "ohne Quelle" in printed
    assert "Wortlaut wie davor" in printed


def test_answers_from_a_trial_are_told_apart(asked: Asked) -> None:
    live(asked, "v1", OLD)
    counted = Counted(What.ANSWERED, "termin-verpasst", version="draft")
    asked.does(lambda store: store.save_turn(an_incoming(), a_turn(orders=(counted,)), NOW))
    assert "Dazu 1-mal in Fassungen" in asked.prints("history", "termin-verpasst")


def test_programs_read_all_of_it(asked: Asked) -> None:
    live(asked, "v1", OLD, given=4)
    live(asked, "v2", NEW, days=1)
    found: dict[str, Any] = json.loads(asked.prints("history", "termin-verpasst", "--json"))
    newest, oldest = found["periods"]
    assert (found["id"], found["given_elsewhere"], newest["until"]) == ("termin-verpasst", 0, None)
    assert oldest == {
        "since": "2026-11-23T09:00:00+00:00",
        "until": "2026-11-24T09:00:00+00:00",
        "given": 4,
        "hash": OLD.hash,
        "answer": OLD.answer,
        "simple": OLD.simple,
        "sources": [{"title": "§ 32 SGB II", "url": "https://example.org/32"}],
        "approved_by": None,
        "approved_on": None,
        "versions": ["v1"],
    }
    assert (newest["approved_by"], newest["approved_on"]) == ("Kaya", "2026-11-24")


def test_an_answer_that_was_never_given_has_no_history(asked: Asked) -> None:
    asked.does(lambda store: store.go_live("v1", {}, NOW))
    result = asked.run("history", "termin-verpasst")
    assert result.exit_code == 1
    assert "noch kein Wortlaut festgehalten" in result.stderr


def test_an_unknown_id_is_refused_with_the_one_that_is_meant(asked: Asked) -> None:
    asked.does(lambda store: store.go_live("v1", {}, NOW))
    result = asked.run("history", "termin-verpast")
    assert result.exit_code == 2
    assert "Meinten Sie 'termin-verpasst'?" in result.stderr


def test_without_a_database_the_reason_is_said(asked: Asked) -> None:
    class Missing:
        async def __aenter__(self) -> None:
            raise NoDatabase("var/bot.sqlite3")

        async def __aexit__(self, *_: object) -> None:
            pass

    desk = QuestionDesk(Missing, lambda: NOW, str)  # type: ignore[arg-type]
    asked.app = faq_app(lambda: asked.folder, NOW.date, lambda: asked.folder, desk)
    result = asked.run("history", "termin-verpasst")
    assert (result.exit_code, "keine Datenbank" in result.stderr) == (1, True)
