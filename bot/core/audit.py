"""What staff did with citizens' data and with accounts, as it is kept for those who have to answer for it.

Nothing personal of a citizen may stand in an act: a ticket is named by its code, a search by its class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_DETAIL = re.compile(r"[a-z0-9_:., -]{0,80}")
"""Words of the program and counts. Citizens' names have capitals, and their numbers a plus."""


class Deed(StrEnum):
    """What was done, apart from the moves and looks that ticket events name ("revealed", "taken" ...)."""

    DISCLOSED = "disclosed"
    FORGOT = "forgot"
    EXPORTED = "exported"
    SEARCHED = "searched"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    INVITATION_USED = "invitation_used"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a word
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    CODES_MADE = "codes_made"
    STAFF_ADDED = "staff_added"
    STAFF_RESET = "staff_reset"
    STAFF_REMOVED = "staff_removed"
    STAFF_UNLOCKED = "staff_unlocked"
    AUDIT_READ = "audit_read"
    MACHINE_ADDED = "machine_added"
    MACHINE_REVOKED = "machine_revoked"
    PULLED = "pulled"
    """A program has read tickets, or asked for a move that was not made."""
    PULL_REFUSED = "pull_refused"
    ANSWERS_STOPPED = "answers_stopped"
    ANSWERS_RESUMED = "answers_resumed"
    BANNER_PUT_UP = "banner_put_up"
    BANNER_TAKEN_DOWN = "banner_taken_down"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that *who* did: ``subject`` is a ticket's code or an account's name, ``detail`` words.

    Raises:
        ValueError: ``detail`` could hold something personal.
    """

    at: datetime
    who: str
    what: str
    subject: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        if not _DETAIL.fullmatch(self.detail):
            raise ValueError("the detail of an act holds words of the program only")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the record at *number*: "changed", "missing", "cut", "anchor" or "head"."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What looking through the whole record came to.

    ``first`` and ``last`` are numbers of the acts that there are (0, 0: none); acts up to ``retired``
    were deleted for their age. ``mark`` stands for everything up to ``last``: who has noted it can
    later say whether the record still goes on from there.
    """

    first: int
    last: int
    retired: int
    mark: str
    flaws: tuple[Flaw, ...] = ()
