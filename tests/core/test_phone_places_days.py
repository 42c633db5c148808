"""Numbers, towns and days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.appointments import find_day
from bot.core.flows.fields import clean_name
from bot.core.phone import Phone, Refusal, parse_phone
from bot.core.places import ELSEWHERE, find_office
from tests.talker import a_knowledge_base

OFFICES = a_knowledge_base().offices
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("0171 3920017", "+491713920017"),
        ("0171/3920017", "+491713920017"),
        ("0171-39 200 17", "+491713920017"),
        ("+49 171 3920017", "+491713920017"),
        ("0049 171 3920017", "+491713920017"),
        ("(02871) 123456", "+492871123456"),
        ("meine nummer ist 0171 3920017 danke", "+491713920017"),
        ("٠١٧١٣٩٢٠٠١٧", "+491713920017"),
        ("+31612345678", "+31612345678"),
        ("0031 6 12345678", "+31612345678"),
    ],
)
def test_a_number_as_people_type_it(typed, e164):
    phone = parse_phone(typed)
    assert isinstance(phone, Phone)
    assert phone.e164 == e164
    assert phone.tail == e164[-3:]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("112", Refusal.EMERGENCY),
        ("116 117", Refusal.EMERGENCY),
        ("0900 1234567", Refusal.SERVICE),
        ("0800 1110111", Refusal.SERVICE),
        ("12345", Refusal.SHORT),
        ("0171 39200171234567", Refusal.IMPOSSIBLE),
        ("weiß nicht", Refusal.NONE),
        ("", Refusal.NONE),
    ],
)
def test_why_a_number_cannot_be_called(typed, why):
    assert parse_phone(typed) is why


@given(st.text())
def test_no_text_breaks_the_reading_of_numbers(text):
    parse_phone(text)


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("Bocholt", "bocholt"),
        ("bochold", "bocholt"),
        ("aus suderwick", "bocholt"),
        ("46397 Bocholt", "bocholt"),
        ("ich wohne in Gemen", "borken"),
        ("BORKEN!!", "borken"),
        ("epe", "gronau"),
    ],
)
def test_a_town_as_people_write_it(typed, office):
    found = find_office(typed, OFFICES)
    assert found is not None
    assert not isinstance(found, str)
    assert found.id == office


@pytest.mark.parametrize("typed", ["Münster", "Rheine", "keine ahnung", "", "1", "was meinst du mit ort"])
def test_what_is_no_town_of_the_kreis(typed):
    assert find_office(typed, OFFICES) is None


def test_a_postcode_outside_is_elsewhere():
    assert find_office("48143", OFFICES) == ELSEWHERE


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 24)),
        ("übermorgen", date(2026, 11, 25)),
        ("Donnerstag", date(2026, 11, 26)),
        ("am montag", date(2026, 11, 30)),
        ("do", date(2026, 11, 26)),
        ("26.11.", date(2026, 11, 26)),
        ("am 3.12. bitte", date(2026, 12, 3)),
        ("3.1.", date(2027, 1, 3)),
        ("22.11.", date(2027, 11, 22)),
        ("24.12.2026", date(2026, 12, 24)),
        ("31.2.", None),
        ("irgendwann", None),
        ("so bald es geht", None),
    ],
)
def test_a_day_as_people_type_it(typed, day):
    assert find_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    "name", ["Maria Muster", "Fatma Öztürk-Schulz", "José d'Ávila", "Оксана Коваль", "محمد علي"]
)
def test_names_are_taken_as_they_are(name):
    assert clean_name(f"  {name} ") == name


@pytest.mark.parametrize(
    "text", ["", "x", "0171 3920017", "a" * 61, "<b>Eva</b>", "Eva\u202eavE", "😀😀", "=1+1"]
)
def test_what_is_no_name(text):
    assert clean_name(text) == ""
