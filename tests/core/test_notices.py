"""What citizens hear of caseworkers' moves: each in her language, the German below it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.texts import FOLDER, Texts, entries
from bot.core import notices
from bot.core.calendar import OfficeCalendar
from bot.core.talk import OTHER_LANGUAGES, Phrase
from bot.core.tickets import Kind, Outcome
from tests.builders import NOW, a_ticket

TEXTS = Texts()
OFFICE = OfficeCalendar.of()
CLOSED_TOMORROW = OfficeCalendar.of(closed=(date(2026, 11, 24),))


def everything_said(**fields):
    """Each message that a move can send."""
    call = a_ticket(**fields)
    other = a_ticket(**({"kind": Kind.RESCHEDULE, "appointment_at": NOW} | fields))
    yield from (notices.read(call), notices.read(other), notices.number_wrong(call))
    for outcome in (Outcome.REACHED, Outcome.NOT_OURS, Outcome.DUPLICATE):
        settled = (
            a_ticket(outcome=outcome, **fields),
            a_ticket(kind=Kind.RESCHEDULE, outcome=outcome, **fields),
        )
        yield from (say for ticket in settled for say in notices.closed(ticket))
    for full in (True, False):
        yield from (*notices.moved(other, NOW, full), *notices.not_moved(other, full))
    yield from (notices.not_reached(call, NOW, OFFICE), notices.not_reached(call, NOW, CLOSED_TOMORROW))
    for phone in ("none", "02861 1234"):
        yield from (*notices.last_try(call, phone), *notices.last_try(other, phone))


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_whoever_speaks_another_language_reads_everything_in_it_and_then_in_german(language):
    there = entries(FOLDER / f"{language}.ftl")
    for say in everything_said(language=language):
        first, below = say.parts[: len(say.parts) // 2], say.parts[len(say.parts) // 2 :]
        keys = [part.key for part in first if isinstance(part, Phrase)]
        assert {*keys, *(choice.key for choice in say.choices)} <= there.keys()
        assert keys == [part.key for part in below if isinstance(part, Phrase)]
        german = "\n\n".join(TEXTS.words(part, "de-simple") for part in first if isinstance(part, Phrase))
        assert TEXTS.message(say, "de").endswith(f"\n\n{german}")
        assert not TEXTS.message(say, "de").startswith(german)


def test_whoever_wishes_help_with_the_language_is_written_to_in_it():
    say = notices.read(a_ticket(interpreter="uk"))
    assert TEXTS.message(say, "de") == (
        "K7M-3PQ: Jobcenter прочитав ваше повідомлення.\n\nK7M-3PQ: Das Jobcenter hat Ihre Nachricht gelesen."
    )


@pytest.mark.parametrize("fields", [{}, {"interpreter": "ro"}, {"language": "de-simple"}])
def test_in_german_nothing_stands_twice(fields):
    for say in everything_said(**fields):
        assert say.language == fields.get("language", "de")
        keys = [part.key for part in say.parts if isinstance(part, Phrase)]
        assert len(set(keys)) == len(keys)
