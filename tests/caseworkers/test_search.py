"""Finding what somebody on the phone is talking about, and leaving no trace of what was typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.caseworkers import search
from bot.caseworkers.search import By, TermWrong
from bot.core.audit import Act
from bot.core.tickets import State
from tests.builders import NOW, a_ticket

A = a_ticket("K7M3PQ", name="Ayşe Öztürk-Müller", phone="+4915112345678")
B = a_ticket("ABCDEF", name="Jan Große Vorholt", phone="+492871123456", state=State.DONE)
C = a_ticket("DEFGHJ", name="Олена Шевченко", phone="+4915198765432", not_before=NOW + timedelta(hours=1))
D = a_ticket("BECKER", name="Łukasz Yıldız", phone="+48601234567", created_at=NOW + timedelta(hours=1))


async def found(desk, inbox, typed):
    await desk.receive(A, B, C, D)
    result = await search.search(inbox, typed, "Kaya")
    return result.by, [ticket.code for ticket in result.tickets]


@pytest.mark.parametrize("typed", ["K7M-3PQ", "k7m3pq", " K7M 3PQ "])
async def test_by_the_number_of_a_ticket(desk, inbox, typed):
    assert await found(desk, inbox, typed) == (By.CODE, ["K7M3PQ"])


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("0151 12345678", ["K7M3PQ"]),
        ("+49 151 / 123-456 78", ["K7M3PQ"]),
        ("004915112345678", ["K7M3PQ"]),
        ("(02871) 123456", ["ABCDEF"]),
        ("123456", ["ABCDEF"]),
        ("0048 601 234 567", ["BECKER"]),
        ("345678", ["K7M3PQ"]),
        ("0151 12345670", []),
    ],
)
async def test_by_a_phone_number_however_it_is_typed(desk, inbox, typed, codes):
    assert await found(desk, inbox, typed) == (By.PHONE, codes)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Öztürk", ["K7M3PQ"]),
        ("oeztuerk", ["K7M3PQ"]),
        ("ozturk ayse", ["K7M3PQ"]),
        ("Mueller", ["K7M3PQ"]),
        ("mull", ["K7M3PQ"]),
        ("Grosse", ["ABCDEF"]),
        ("VORHOLT, Jan", ["ABCDEF"]),
        ("шевч", ["DEFGHJ"]),
        ("lukasz yildiz", ["BECKER"]),
        ("ürk", []),
        ("Ayşe Vorholt", []),
    ],
)
async def test_by_the_beginnings_of_a_name_in_any_spelling_and_order(desk, inbox, typed, codes):
    assert await found(desk, inbox, typed) == (By.NAME, codes)


async def test_a_name_that_could_be_a_number_is_one_only_if_there_is_such_a_ticket(desk, inbox):
    assert await found(desk, inbox, "Becker") == (By.CODE, ["BECKER"])
    assert (await search.search(inbox, "Sander", "Kaya")).by is By.NAME
    assert (await search.search(inbox, "S2NDER", "Kaya")).by is By.CODE


async def test_the_newest_comes_first_and_no_name_comes_along(desk, inbox):
    await desk.receive(a_ticket("AAAAAA"), a_ticket("BBBBBB", created_at=NOW + timedelta(hours=1)))
    result = await search.search(inbox, "Ayşe", "Kaya")
    assert [(ticket.code, ticket.name) for ticket in result.tickets] == [("BBBBBB", ""), ("AAAAAA", "")]


@pytest.mark.parametrize("typed", ["K7M-3PQ", "0151 12345678", "Öztürk"])
@pytest.mark.parametrize("offices", [{"ahaus"}, set()])
async def test_nobody_finds_tickets_of_other_offices(desk, inbox, typed, offices):
    await desk.receive(A)
    result = await search.search(inbox.within(frozenset(offices)), typed, "Kaya")
    assert not result.tickets


@pytest.mark.parametrize("typed", ["", " ", "Ö", "- -", "0151", "1234", "x" * 81])
async def test_what_would_fit_too_many_is_refused(inbox, typed):
    with pytest.raises(TermWrong):
        await search.search(inbox, typed, "Kaya")
    assert await inbox.store.acts() == []


@pytest.mark.parametrize(("typed", "by"), [("K7M-3PQ", "code"), ("0151 12345678", "phone"), ("Anna", "name")])
async def test_each_search_is_recorded_by_its_kind_and_not_by_its_words(desk, inbox, typed, by):
    await desk.receive(A)
    await search.search(inbox, typed, "Kaya")
    assert [act for _, act in await inbox.store.acts()] == [Act(NOW, "Kaya", "searched", "", by)]


@given(st.text(max_size=100))
def test_no_text_breaks_the_search_and_a_name_finds_itself(text):
    for fitting in (search._fits_name, search._fits_phone):
        try:
            fits = fitting(text)
        except TermWrong:
            continue
        assert fits("Ayşe Öztürk") in (True, False)
        if fitting is search._fits_name:
            assert fits(text)
