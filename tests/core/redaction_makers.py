"""What is personal, made up by lot, as people type it, with the pieces of it that must not be left.

Numbers of phones are from ranges that are kept free for films.
"""

from __future__ import annotations

import random
import re

from stdnum import iban, luhn
from stdnum.de import idnr
from stdnum.iso7064 import mod_11_10

Chance = random.Random
Made = tuple[str, tuple[str, ...]]
"""As it is typed, and its secret pieces."""


def an_iban(chance: Chance) -> Made:
    country, length = chance.choice(
        (("DE", 18), ("DE", 18), ("DE", 18), ("AT", 16), ("NL", 0), ("TR", 22), ("PL", 24))
    )
    account = (
        f"{chance.choice(('ABNA', 'INGB', 'RABO'))}{_digits(chance, 10)}"
        if not length
        else _digits(chance, length)
    )
    whole = f"{country}{iban.calc_check_digits(f'{country}00{account}')}{account}"
    written = chance.choice((whole, whole, iban.format(whole), iban.format(whole), iban.format(whole, "-")))
    if chance.random() < 0.1:  # a slip: the check digits are wrong
        at = chance.randrange(6, len(written))
        written = (
            written[:at] + (_digits(chance, 1) if written[at].isdigit() else written[at]) + written[at + 1 :]
        )
    return written, _pieces(written)


def a_tax_number(chance: Chance) -> Made:
    order = chance.sample("0123456789", 10)  # of ten digits one comes twice and one not at all
    if order[0] == "0":
        order.reverse()
    order[9] = order[4]
    stem = "".join(order)
    whole = stem + mod_11_10.calc_check_digit(stem)
    written = chance.choice((whole, whole, idnr.format(whole), whole[:3] + "/" + whole[3:]))
    return written, _pieces(written)


def a_phone(chance: Chance) -> Made:
    area, number = chance.choice(
        (
            ("0171", f"39200{_digits(chance, 2)}"),
            ("0176", f"04069{_digits(chance, 3)}"),
            ("0152", "28817386"),
            ("0172", "9925904"),
            ("0174", "9091317"),
            ("030", f"23125{_digits(chance, 3)}"),
            ("0221", f"4710{_digits(chance, 3)}"),
            ("089", f"99998{_digits(chance, 3)}"),
        )
    )
    split = f"{number[:3]} {number[3:5]} {number[5:]}"
    written = chance.choice(
        (
            area + number,
            f"{area} {number}",
            f"{area}/{number}",
            f"{area}-{number}",
            f"{area} / {split}",
            f"({area}) {number}",
            f"+49{area[1:]}{number}",
            f"+49 {area[1:]} {split}",
            f"0049 {area[1:]} {number}",
            f"+49 (0){area[1:]} {number}",
            f"{area} {split}",
        )
    )
    return written, _pieces(written)


def an_email(chance: Chance) -> Made:
    first, last = chance.choice(STRANGE_NAMES).split()[0], chance.choice(STRANGE_NAMES).split()[-1]
    user = chance.choice(
        (f"{first}.{last}", f"{first}{_digits(chance, 2)}", f"{first[0]}_{last}", f"{first}-{last}+amt")
    )
    host = chance.choice(("web.de", "gmail.com", "t-online.de", "gmx.net", "example.org", "mail.ru", "wp.pl"))
    at = chance.choice(("@", "@", "@", "@", " @ ", "(at)", " (at) ", " [at] ", " at "))
    dot = chance.choice((".", ".", ".", " punkt ", ",")) if at != " at " else "."
    return f"{user}{at}{host.replace('.', dot)}", (user,)


def a_link(chance: Chance) -> Made:
    user = chance.choice(STRANGE_NAMES).replace(" ", chance.choice(("", ".", "_")))
    link = chance.choice(
        (
            f"https://www.facebook.com/{user}",
            f"instagram.com/{user}?hl=de",
            f"https://t.me/{user}",
            f"t.me/{user}",
            f"http://example.org/profil?name={user}",
            f"https://example.org/~{user}/",
            f"https://{user}:geheim@example.org",
            f"www.tiktok.com/@{user}",
            f"https://wa.me/4917139200{_digits(chance, 2)}",
        )
    )
    return link, (user,) if user in link else _pieces(link.rpartition("/")[2])


def a_telegram_name(chance: Chance) -> Made:
    name = chance.choice(STRANGE_NAMES).replace(" ", "_") + _digits(chance, 2)
    return f"@{name}", (name,)


def a_customer_number(chance: Chance) -> Made:
    first, letter, rest = _digits(chance, 3), chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ"), _digits(chance, 6)
    space = chance.choice(("", "", "", " ", "-"))
    written = f"{first}{space}{letter}{space}{rest}"
    return written, _pieces(written)


def a_household_number(chance: Chance) -> Made:
    middle = chance.choice(("BG", " BG ", " BG", "//", "//", "BG "))
    written = f"{_digits(chance, 5)}{middle}{_digits(chance, 7)}"
    return written, _pieces(written)


def an_insurance_number(chance: Chance) -> Made:
    area, birth, rest = _digits(chance, 2), _digits(chance, 6), _digits(chance, 3)
    space = chance.choice(("", "", " ", "-"))
    written = space.join((area, birth, chance.choice("ABCDEFGHIKLMNOPRSTUVWZ"), rest))
    return written, _pieces(written)


def a_case_number(chance: Chance) -> Made:
    number, year = str(chance.randrange(10, 3000)), str(chance.randrange(20, 27))
    court = chance.choice(("S", "L", "S", "B"))
    kind = chance.choice(("AS", "AS", "SO", "AL", "R", "KR"))
    space = chance.choice((" ", " ", ""))
    written = space.join((court, str(chance.randrange(1, 40)), kind, f"{number}/{year}"))
    return written + chance.choice(("", "", " ER", " B ER")), (f"{number}/{year}",)


def a_card_number(chance: Chance) -> Made:
    stem = f"4{_digits(chance, 14)}"
    whole = stem + luhn.calc_check_digit(stem)
    written = chance.choice((whole, " ".join(re.findall("....", whole)), "-".join(re.findall("....", whole))))
    return written, _pieces(written)


def a_birth(chance: Chance) -> Made:
    day, month, year = chance.randrange(1, 29), chance.randrange(1, 13), chance.randrange(1945, 2025)
    short = f"{year % 100:02}"
    name = _MONTHS[month - 1]
    written = chance.choice(
        (
            f"{day}.{month}.{year}",
            f"{day:02}.{month:02}.{year}",
            f"{day}. {month}. {year}",
            f"{day:02}.{month:02}.{short}",
            f"{day}/{month}/{year}",
            f"{day:02}-{month:02}-{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day}. {name} {year}",
            f"{day} {name} {year}",
            f"{day}.{name} {short}",
            f"{day:02} {month:02} {year}",
            f"{day:02}{month:02}{year}",
        )
    )
    return written, (written,)


def an_old_day(chance: Chance) -> Made:
    """As ``a_birth``, without a word beside it: so long ago that it is one."""
    while True:
        written, secrets = a_birth(chance)
        year = re.search(r"(?:19|20)\d\d", written)
        if year and int(year[0]) < 2012 and not re.fullmatch(r"\d{8}", written):
            return written, secrets


_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


def an_address(chance: Chance) -> Made:
    street = chance.choice(STREETS)
    number = f"{chance.randrange(1, 200)}{chance.choice(('', '', '', 'a', ' b'))}"
    space = "" if street.endswith(".") and chance.random() < 0.3 else " "
    written = f"{street}{space}{number}"
    postcode, town = chance.choice(
        (("48683", "Ahaus"), ("46397", "Bocholt"), ("48599", "Gronau"), ("46342", "Velen"))
    )
    behind = chance.choice(("", "", f", {postcode} {town}", f" {postcode} {town}", f", {postcode}"))
    return written + behind, (street.strip(".").split()[-1], *((postcode,) if behind else ()))


STREETS = tuple(
    street.strip()
    for street in """
    Bahnhofstraße|Bahnhofstr.|Hauptstrasse|Königsstr.|Ahauser Straße|Vredener Str.|Wüllener Str
    |Südlohner Weg|Eschstr.|Kirchgasse|Coesfelder Ring|Lindenallee|Alter Markt|Neuer Wall|Große Stiege
    |Van-Delden-Straße|Adenauerallee|Wiesenweg|Up'n Kamp|Dinkelpromenade|Prozessionsweg
    |Kurt-Schumacher-Platz|Berliner Ring|Lange Straße|Schulze-Delitzsch-Str.|Mühlenweg|Marienstraße
    |Holtwicker Straße|Enschedeer Str.|Nordwall""".split("|")
)


def a_name(chance: Chance) -> Made:
    name = chance.choice((*STRANGE_NAMES, *KNOWN_NAMES))
    return name, tuple(name.split())


def a_surname(chance: Chance) -> Made:
    name = chance.choice((*STRANGE_NAMES, *KNOWN_NAMES)).split()[-1]
    return name, (name,)


def a_first_name(chance: Chance) -> Made:
    names = chance.choices((STRANGE_NAMES, KNOWN_NAMES), (1, 3))[0]
    name = chance.choice(names).split()[0]
    return name, (name,)


STRANGE_NAMES = tuple(
    name.strip()
    for name in """
    Quirin Ahlert|Zyra Wieskus|Thiemo Brockherde|Gesine Uphues|Ottokar Benning|Sünje Hörsting
    |Wunibald Effing|Adelgunde Vornholt|Elvin Mammadov|Zbysław Gąsior|Gültaze Karaduman|Habtamu Gebre
    |Yordanos Tesema|Bronisława Kępa|Zinovij Hnatjuk|Lavdim Zogaj|Enkhbat Dorj|Sivakumar Rasiah|Thuy Pham
    |Dragoslav Petković|Ferdaus Noori|Ghulam Sakhi|Nzinga Mbala|Oumou Diallo|Tanisha Okafor|Wenzel Tacke
    |Hiltraud Sicking""".split("|")
)
"""On no list of the bot."""
KNOWN_NAMES = tuple(
    name.strip()
    for name in """
    Peter Müller|Fatma Yılmaz|Ahmed Hassan|Olena Kovalenko|Piotr Kowalski|Maria Popescu|Sandra Schulte
    |Mehmet Kaya|Svetlana Petrova|Mohammad Al-Ahmad|Anna-Lena Terhorst|Uwe van de Sand|Max Becker
    |Ben Wolf""".split("|")
)


def _digits(chance: Chance, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _pieces(written: str) -> tuple[str, ...]:
    """What could be recognised of a number: each run of three letters or digits and more."""
    return tuple(re.findall(r"\w{3,}", written))
