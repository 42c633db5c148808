"""Finding a ticket by what somebody says on the phone: its number, a phone number, or a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.typed import WrongUse
from bot.core.audit import Act, Deed
from bot.core.literal import literal
from bot.core.phone import Phone, parse_phone
from bot.core.ports_desk import TicketFilter
from bot.core.tickets import Ticket, parse_code

MOST = 50
"""Tickets found; who finds more has to say more."""
LETTERS = 2
DIGITS = 5
"""Of a number without area code: fewer would fit too many."""
LONGEST = 80

_NUMBER = re.compile(r"[\d\s()/+.\-]+")
_SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"}
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "ʼ": "", "'": "", "’": ""})


class By(StrEnum):
    """What was sought by: all of a search that is ever recorded."""

    CODE = "code"
    PHONE = "phone"
    NAME = "name"


class TermWrong(WrongUse):
    """Nothing can be found by this."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the newest first; of too many only the newest."""

    by: By
    tickets: Sequence[Ticket]


async def search(inbox: Inbox, typed: str, who: str) -> Found:
    """The tickets that *typed* names, also settled and resting ones, without personal fields.

    A word that could be a ticket's number is one only if there is such a ticket. That *who* has searched
    is recorded first.

    Raises:
        TermWrong: too short, or too long.
    """
    term = literal(typed)
    if len(term) > LONGEST:
        raise TermWrong(f"Das ist zu lang zum Suchen: höchstens {LONGEST} Zeichen.")
    code = parse_code(term)
    found = await inbox.list(TicketFilter(codes=(code,), hidden=True), by_hand=False) if code else ()
    by = By.CODE if found else _by(term, bool(code))
    fits = _fitting(term, by)
    await inbox.store.record(Act(inbox.now(), who, Deed.SEARCHED, detail=by.value))
    if not found and by is not By.CODE:
        found = await _sought(inbox, by, fits)
    return Found(by, found)


def _by(term: str, is_code: bool) -> By:
    """What *term* is if there is no ticket of that number: "Becker" could be one, too."""
    if _NUMBER.fullmatch(term):
        return By.PHONE
    return By.CODE if is_code and any(letter.isdigit() for letter in term) else By.NAME


async def _sought(inbox: Inbox, by: By, fits: Callable[[str], bool]) -> Sequence[Ticket]:
    scope = inbox.narrowed(TicketFilter())
    if scope is None:
        return ()
    return await inbox.store.sought(scope.offices, "phone" if by is By.PHONE else "name", fits, MOST)


def _fitting(term: str, by: By) -> Callable[[str], bool]:
    """Says whether a stored value is what was sought.

    Raises:
        TermWrong: it would fit too many.
    """
    if by is By.PHONE:
        return _fits_phone(term)
    return _fits_name(term) if by is By.NAME else lambda _: False


def _fits_phone(term: str) -> Callable[[str], bool]:
    phone = parse_phone(term)
    if isinstance(phone, Phone) and term.startswith(("0", "+", "(0")):
        return lambda stored: stored == phone.e164
    end = "".join(character for character in term if character.isdigit()).lstrip("0")
    if len(end) < DIGITS:
        raise TermWrong(f"Zu kurz für eine Telefonnummer: Bitte mindestens die letzten {DIGITS} Ziffern.")
    return lambda stored: stored.endswith(end)


def _fits_name(term: str) -> Callable[[str], bool]:
    wanted = list(_words(term))
    if sum(len(spellings[0]) for spellings in wanted) < LETTERS:
        raise TermWrong(f"Zu kurz für einen Namen: Bitte mindestens {LETTERS} Buchstaben angeben.")

    def fits(stored: str) -> bool:
        """Each word begins a word of the name, in any order."""
        there = [spelling for spellings in _words(stored) for spelling in spellings]
        return all(any(word.startswith(spellings) for word in there) for spellings in wanted)

    return fits


def _words(name: str) -> Iterator[tuple[str, str]]:
    """Each word of a name in two spellings: Öztürk is "ozturk" and "oeztuerk"."""
    for word in re.split(r"[\s\-.,]+", unicodedata.normalize("NFC", name).casefold()):
        plain = _without_marks(word)
        if plain:
            yield plain, _without_marks("".join(_SPELT.get(letter, letter) for letter in word))


def _without_marks(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
