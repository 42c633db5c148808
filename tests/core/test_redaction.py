"""What citizens asked in vain is read by editors: the question stays, the person goes."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.core.redaction import LONGEST, redacted
from bot.core.redaction.findings import PLACEHOLDER
from tests.core import redaction_frames as frames
from tests.core import redaction_makers as made
from tests.core.redaction_cases import Case, Maker, cases, left_of

TODAY = date(2026, 11, 27)
FAQ = Path(__file__).parents[2] / "faq"
COUNT = 500
STRUCTURED, BY_CUE = 0.99, 0.90
TOUCHED = 0.02

STRUCTURED_KINDS = {
    "iban": (made.an_iban, frames.OF_AN_ACCOUNT),
    "tax number": (made.a_tax_number, frames.OF_A_NUMBER),
    "bank card": (made.a_card_number, frames.ANYWHERE),
    "phone": (made.a_phone, frames.OF_A_PHONE),
    "e-mail": (made.an_email, frames.ANYWHERE),
    "link": (made.a_link, frames.ANYWHERE),
    "Telegram name": (made.a_telegram_name, frames.ANYWHERE),
    "customer": (made.a_customer_number, frames.OF_A_NUMBER),
    "household": (made.a_household_number, frames.OF_A_NUMBER),
    "insurance": (made.an_insurance_number, frames.OF_A_NUMBER),
    "case": (made.a_case_number, frames.OF_A_CASE),
    "birth": (made.a_birth, frames.OF_A_BIRTH),
    "day of long ago": (made.an_old_day, frames.ANYWHERE),
    "address": (made.an_address, frames.OF_AN_ADDRESS),
}
CUES = {
    "introduced": (made.a_name, frames.INTRODUCED),
    "titled or signed": (made.a_surname, frames.ADDRESSED),
    "related": (made.a_first_name, frames.RELATED),
}


def missed(make: Maker, questions: tuple[str, ...]) -> list[str]:
    """The messages of which something personal is still to be read."""
    corpus = cases(make, questions, COUNT)
    assert len({case.text for case in corpus}) > COUNT / 10, "no variety"
    return [case.text for case in corpus if left_of(case, redacted(case.text, TODAY))]


@pytest.mark.parametrize("kind", STRUCTURED_KINDS)
def test_of_a_hundred_numbers_addresses_and_dates_one_may_stay_at_most(kind: str) -> None:
    left = missed(*STRUCTURED_KINDS[kind])
    assert len(left) <= COUNT * (1 - STRUCTURED), left[:5]


@pytest.mark.parametrize("kind", CUES)
def test_of_ten_names_behind_a_cue_one_may_stay_at_most(kind: str) -> None:
    """Behind "mein sohn" a name on no list cannot be told from a word if nothing has a capital letter."""
    left = missed(*CUES[kind])
    assert len(left) <= COUNT * (1 - BY_CUE), left[:5]


@pytest.mark.parametrize("folder", ["samples", "phrasings"])
def test_plain_questions_stay_as_they_are(folder: str) -> None:
    """Some of them do name somebody: these are rightly touched, and count all the same."""
    questions = [text for path in sorted((FAQ / folder).glob("*/*.yaml")) for text in texts(path)]
    assert len(questions) > COUNT
    if folder == "phrasings":
        questions = random.Random(2026).sample(questions, COUNT)
    touched = [text for text in questions if PLACEHOLDER.search(redacted(text, TODAY) or "")]
    assert len(touched) <= TOUCHED * len(questions), touched[:10]


def texts(path: Path) -> Iterator[str]:
    """The messages in a file of samples or phrasings."""
    return _strings(yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in [node["text"]] if "text" in node else node.values():
            yield from _strings(value)
    else:
        for value in node:
            yield from _strings(value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        # numbers
        ("iban de89370400440532013000 kommt das geld", "iban [IBAN] kommt das geld"),
        ("NL91 ABNA 0417 1643 00 ist neu", "[IBAN] ist neu"),
        ("meine steuer id ist 36 574 261 809 reicht das", "meine steuer id ist [Nummer] reicht das"),
        ("123d456789 ist meine nummer", "[Nummer] ist meine nummer"),
        ("BG 35502//0012345 gekürzt, warum", "BG [Nummer] gekürzt, warum"),
        ("Klage L 7 AS 12/24 B ER was nun", "Klage [Nummer] was nun"),
        ("mein az ist 502.3-4711/26 was heißt das", "mein az ist [Nummer] was heißt das"),
        ("Ausweis L01X00T471 abgelaufen", "Ausweis [Nummer] abgelaufen"),
        ("Rentennummer 65 170839 J 003 stimmt nicht", "Rentennummer [Nummer] stimmt nicht"),
        # contacts
        ("ruft an ٠١٧١٣٩٢٠٠١٧ danke", "ruft an [Telefon] danke"),
        ("tel 924711 bitte anrufen", "tel [Telefon] bitte anrufen"),
        ("0171\u200b3920017 ist neu", "[Telefon] ist neu"),
        ("null eins sieben eins drei neun zwei null anrufen", "[Telefon]anrufen"),
        ("schreibt an max.muster (at) web punkt de bitte", "schreibt an [E-Mail] bitte"),
        ("das profil t.me/maxmuster ist meins", "das profil [Link] ist meins"),
        ("geht jobcenter.digital gerade nicht?", "geht jobcenter.digital gerade nicht?"),
        # births
        ("bin am 12. märz 1990 geboren", "bin am [Geburtsdatum] geboren"),
        ("Unsere Tochter ist am 3.2. geboren", "Unsere Tochter ist am [Geburtsdatum] geboren"),
        ("Geburtstermin ist der 12.05.2027", "Geburtstermin ist der 12.05.2027"),
        ("bin 1963 geboren, wann ist rente", "bin 1963 geboren, wann ist rente"),
        ("ab 1. April 87,14 Euro mehr?", "ab 1. April 87,14 Euro mehr?"),
        # addresses
        ("wohne am markt 5, wer zahlt", "wohne [Adresse], wer zahlt"),
        ("neue adresse Kirchhof 5, 48683 Ahaus melden", "neue adresse [Adresse] melden"),
        ("ich wohne in Ahaus und suche arbeit", "ich wohne in Ahaus und suche arbeit"),
        ("mein Arbeitsweg 30 km ist weit", "mein Arbeitsweg 30 km ist weit"),
        ("habe 15000 Schulden was nun", "habe 15000 Schulden was nun"),
        # names
        ("ich heisse tim ahlers brauche termin", "ich heisse [Name] brauche termin"),
        ("Mein Name ist falsch geschrieben", "Mein Name ist falsch geschrieben"),
        ("Frau Dr. Wieskus ist nett", "Frau Dr. [Name] ist nett"),
        ("die frau meier hat angerufen", "die frau [Name] hat angerufen"),
        ("meine Frau hat Arbeit, mein Mann nicht", "meine Frau hat Arbeit, mein Mann nicht"),
        ("Herr Sachbearbeiter antwortet nicht", "Herr Sachbearbeiter antwortet nicht"),
        ("meine vermieterin müller will mehr", "meine vermieterin [Name] will mehr"),
        ("die kinder sind schon groß, was nun", "die kinder sind schon groß, was nun"),
        ("Meine Kinder Max und Lena sind krank", "Meine Kinder [Name] und [Name] sind krank"),
        ("Bekommt mein Sohn Kindergeld?", "Bekommt mein Sohn Kindergeld?"),
        ("was muss ich tun? lg quirin", "was muss ich tun? lg [Name]"),
        ("Viele Grüße aus Ahaus", "Viele Grüße aus Ahaus"),
        ("mənim adım Elvin, kömək lazımdır", "mənim adım [Name], kömək lazımdır"),
        ("bir sonraki adım ne", "bir sonraki adım ne"),
        ("мене звати Зіновій, що робити", "мене звати [Name], що робити"),
        ("اسمي محمد الأحمد متى المال", "اسمي [Name] متى المال"),
        ("اسمي مكتوب غلط بالرسالة", "اسمي مكتوب غلط بالرسالة"),
        ("das St.-Agnes-Hospital will Geld", "das St.-Agnes-Hospital will Geld"),
        (
            "im März und Mai nur 520 Euro, § 32 SGB II, 30 %",
            "im März und Mai nur 520 Euro, § 32 SGB II, 30 %",
        ),
        ("Mini Job: Will, Mark, Rose bleiben stehen", "Mini Job: Will, Mark, Rose bleiben stehen"),
        ("termin 15.03.2027 10:30-11:15 passt nicht", "termin 15.03.2027 10:30-11:15 passt nicht"),
        ("Bescheide 2024 2025 2026 2027 fehlen", "Bescheide 2024 2025 2026 2027 fehlen"),
        ("steuernummer 312/4567/8901 oder id?", "steuernummer [Nummer] oder id?"),
        ("mo-fr 8.00-12.00 und 14.00-16.00 uhr", "mo-fr 8.00-12.00 und 14.00-16.00 uhr"),
    ],
)
def test_what_is_personal_goes_and_the_question_stays(typed: str, kept: str) -> None:
    assert redacted(typed, TODAY) == kept


@pytest.mark.parametrize("nothing", ["", "?", "0171 3920017", "Peter Müller", "x" * (LONGEST + 1)])
def test_what_is_no_question_is_not_kept(nothing: str) -> None:
    """Too long, or nothing left of it."""
    assert redacted(nothing, TODAY) is None


def test_a_message_that_placeholders_make_too_long_is_not_kept() -> None:
    """The bound holds for what is stored, so that redacting again changes nothing."""
    many = "Ali, " * 39 + "hilfe"
    assert len(many) <= LONGEST
    assert redacted(many, TODAY) is None


PIECES = st.sampled_from(
    "ich heiße|mein Sohn|Frau|geb.|am|0171|3920017|DE89|3704 0044|@|max|Peter|Müller|12.3.|1990|Str. 5|48683|"
    "Ahaus|[Name]|[|]|LG|,|.|:|/|+49|null|eins|S 12 AS|345/26|von|de|wohne|Az".split("|")
)
MESSAGES = st.one_of(
    st.text(max_size=LONGEST),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map(" ".join),
)


@given(MESSAGES)
def test_redacting_again_changes_nothing(text: str) -> None:
    once = redacted(text, TODAY)
    assert once is None or (redacted(once, TODAY) == once and len(once) <= LONGEST)


NUMBERS = sorted({*STRUCTURED_KINDS} - {"birth", "address"})
"""What needs no word beside it; "146 km" is no house."""


@given(st.text(max_size=60), st.sampled_from(NUMBERS), st.integers(0, 2**32), st.text(max_size=60))
def test_no_number_survives_whatever_stands_around_it(before: str, kind: str, seed: int, after: str) -> None:
    written, secrets = STRUCTURED_KINDS[kind][0](random.Random(seed))
    case = Case(f"{before} {written} {after}", secrets)
    already_there = {secret for secret in secrets if secret in before + after}
    assert not {*left_of(case, redacted(case.text, TODAY))} - already_there


@pytest.mark.parametrize(
    "hostile",
    [
        "7" * 4096,
        "1 " * 100,
        "0" * LONGEST,
        "+" * LONGEST,
        "a@" * 100,
        "a." * 100,
        "@" * LONGEST,
        "-a" * 100,
        "a'" * 99 + "straße",
        "Aa " * 66,
        "von " * 50,
        "DE89 " * 40,
        "de12" * 50,
        "12.3." * 40,
        "straße " * 28,
        "wohne am " * 22,
        "ich heiße " * 20,
        "https://" * 25,
        "[Name]" * 33,
        "\u0300" * LONGEST,
        "﷽" * LONGEST,
        "ﷺ" * 11,
        "null " * 40,
    ],
)
def test_nothing_makes_it_think_for_long(hostile: str) -> None:
    """Bad patterns take minutes for two hundred characters; a second is far above what is needed."""
    started = time.process_time()
    redacted(hostile, TODAY)
    assert time.process_time() - started < 1
