"""Passwords that are long enough and guessed all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError

HINT = "Gut sind vier Wörter, die nichts miteinander zu tun haben, oder ein Satz, den nur Sie kennen."
DIFFERENT = 7
"""Different characters at least; "passwort" has seven, but see below."""
LEFT = 8
"""Letters at least that are no part of an obvious word or a row; three times as many of other characters."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm")
_ROW = 4
"""Neighbouring characters from which on they are a row."""
_OBVIOUS = (
    "jobcenter|kreis|borken|bocholt|ahaus|gronau|stadtlohn|vreden|coesfeld|münster|muenster|"
    "posteingang|anliegen|behörde|behoerde|sachbearbeitung|arbeitsamt|bürgergeld|buergergeld|"
    "passwort|password|kennwort|geheim|secret|hallo|willkommen|welcome|login|admin|test|"
    "sommer|winter|frühling|fruehling|herbst|montag|dienstag|mittwoch|donnerstag|freitag|"
    "januar|februar|märz|maerz|april|juni|juli|august|september|oktober|november|dezember|"
    "schalke|bayern|borussia|dortmund|deutschland|liebe|schatz"
)
_WORD = re.compile(_OBVIOUS, re.IGNORECASE)


class Guessable:
    """Refuses what is put together from repetitions, rows of keys and the words that come to mind first.

    Django knows the commonest passwords as a whole; "passwortpasswort" and "JobcenterBorken26" are none.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raises:
        ValidationError: it is guessed soon; the text says why and what is better.
        """
        plain = password.casefold()
        if len(set(plain)) < DIFFERENT or _is_repetition(plain):
            raise ValidationError(f"Das Passwort wiederholt sich. {HINT}", code="repeated")
        left = _WORD.sub("", plain)
        for row in _rows(left):
            left = left.replace(row, "")
        if sum(3 if character.isalpha() else 1 for character in left) < 3 * LEFT:
            raise ValidationError(f"Dieses Passwort ist leicht zu erraten. {HINT}", code="obvious")

    def get_help_text(self) -> str:
        return HINT


class LongEnough(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Das Passwort ist zu kurz: Es braucht mindestens {self.min_length} Zeichen. {HINT}"


class NotLikeTheName(UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return f"Das Passwort ist Ihrem Namen zu ähnlich. {HINT}"


class NotCommon(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return f"Dieses Passwort benutzen sehr viele. {HINT}"


def _is_repetition(plain: str) -> bool:
    """Whether a piece of at most half its length makes up the whole, apart from signs between."""
    letters = "".join(character for character in plain if character.isalnum()) or plain
    return letters in (letters + letters)[1:-1]


def _rows(plain: str) -> Iterable[str]:
    """The longest rows of keys, of the alphabet and of figures, in either direction."""
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for length in range(len(row), _ROW - 1, -1):
            for start in range(len(row) - length + 1):
                if row[start : start + length] in plain:
                    yield row[start : start + length]
