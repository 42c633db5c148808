"""What caseworkers type, read: names, numbers of messages, remarks; and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from bot.core import tickets
from bot.core.literal import literal
from bot.errors import BotError

NAME_LENGTH = 60
NOTE_LENGTH = 500
REASON_LENGTH = 200
RESERVED_NAMES = frozenset({"citizen", "bot"})
"""They mean something else in the history of a ticket."""


class WrongUse(BotError):
    """What a caseworker typed can mean nothing here; the text says what would."""


class CodeWrong(WrongUse):
    """Not of the form of a ticket's code."""

    def __init__(self, typed: str) -> None:
        self.typed = literal(typed)[:20]
        super().__init__(
            f"„{self.typed}“ ist keine Nummer einer Nachricht. Eine Nummer hat sechs Zeichen ohne I, L, O, 0 "
            "und 1, zum Beispiel K7M-3PQ. Alle zeigt: inbox list"
        )


class NameWrong(WrongUse):
    """No name under which a caseworker could hold a ticket."""

    def __init__(self, typed: str) -> None:
        self.typed = typed[:NAME_LENGTH]
        reason = f"„{self.typed}“ geht als Name nicht" if typed else "Es fehlt Ihr Name"
        super().__init__(
            f"{reason}. Bitte so angeben: --as NAME (höchstens {NAME_LENGTH} Zeichen), oder BOT_CASEWORKER."
        )


class AnswerUnknown(WrongUse):
    """The knowledge base has no answer with this id."""

    def __init__(self, typed: str, known: Collection[str]) -> None:
        self.typed = literal(typed)[:60]
        near = get_close_matches(self.typed, known, 1)
        hint = f"Meinten Sie {near[0]}?" if near else "Die Kennungen stehen in faq/de, hinter id."
        super().__init__(f"Es gibt keine Antwort mit der Kennung „{self.typed}“. {hint}")


def caseworker(name: str) -> str:
    """*name* as it stands in the history.

    Raises:
        NameWrong: it is empty, too long, or means the citizen or the bot there.
    """
    plain = literal(name)
    if not plain or len(plain) > NAME_LENGTH or plain.casefold() in RESERVED_NAMES:
        raise NameWrong(plain)
    return plain


def code(typed: str) -> str:
    """The code as it is stored: ``k7m-3pq`` becomes ``K7M3PQ``.

    Raises:
        CodeWrong: it is none.
    """
    parsed = tickets.parse_code(typed)
    if not parsed:
        raise CodeWrong(typed)
    return parsed


def remark(typed: str, longest: int) -> str:
    """A text for the history of a ticket, in one line.

    Raises:
        WrongUse: it is empty or longer than *longest* characters.
    """
    plain = literal(typed)
    if not plain:
        raise WrongUse("Der Text ist leer. Bitte ein paar Worte angeben.")
    if len(plain) > longest:
        raise WrongUse(f"Der Text ist zu lang: {len(plain)} Zeichen, höchstens {longest}. Bitte kürzen.")
    return plain
