"""Tokens of programs that pull tickets: made, looked through, revoked; and whose one is."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from bot.core.staff import Machine, Scope
from bot.errors import BotError
from bot.web.accounts.models import Account, MachineToken

MARK = "jcb_"
"""How every token begins, so that one that got lost in a file or a mail can be recognised."""
NOTED_EVERY = timedelta(minutes=1)
"""As exactly is known when a token was used last: not every request writes."""


class MachineError(BotError):
    """What was asked for cannot be done; the text says what can."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A token as the command line shows it."""

    name: str
    scope: Scope
    offices: tuple[str, ...]
    made_at: datetime
    last_used: datetime | None


def add(name: str, scope: Scope, offices: Iterable[str]) -> str:
    """A new token, which nobody can see again.

    Raises:
        MachineError: a program or an account has this name.
    """
    if Account.objects.filter(login=name.lower()).exists():
        raise MachineError(f"„{name}“ heißt schon ein Konto. Bitte einen anderen Namen nehmen.")
    token = MARK + secrets.token_urlsafe(32)
    row = MachineToken(name=name, scope=scope.value, offices=" ".join(offices), digest=_digest(token))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise MachineError(
            f"Ein Programm „{name}“ gibt es schon. Für einen neuen Token erst: machine revoke {name}"
        ) from None
    return token


def revoke(name: str) -> None:
    """The token opens nothing any more. Its name stays in histories.

    Raises:
        MachineError: there is none of this name.
    """
    if not MachineToken.objects.filter(name=name).delete()[0]:
        raise MachineError(f"Ein Programm „{name}“ gibt es nicht. Alle zeigt: machine list")


def listed() -> Sequence[Listed]:
    """All tokens by name."""
    return [
        Listed(row.name, row.machine.scope, row.machine.offices, row.made_at, row.last_used)
        for row in MachineToken.objects.order_by("name")
    ]


def machine_of(token: str) -> Machine | None:
    """Whose token this is; None: nobody's, or nobody's any more."""
    row = MachineToken.objects.filter(digest=_digest(token)).first()
    if row is None:
        return None
    now = timezone.now()
    if row.last_used is None or now - row.last_used > NOTED_EVERY:
        MachineToken.objects.filter(pk=row.pk).update(last_used=now)
    return row.machine


def _digest(token: str) -> str:
    # The token is long and random: a plain hash cannot be guessed back.
    return hashlib.sha256(token.encode()).hexdigest()
