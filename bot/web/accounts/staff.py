"""Accounts from the command line: made, looked through, removed; and the one-time links to them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from axes.utils import reset as forgive
from django.core.cache import cache
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from bot.core.staff import Role
from bot.errors import BotError
from bot.web.accounts.models import Account, Invitation, MachineToken

VALID = timedelta(minutes=15)
"""How long a link can be used."""


class StaffError(BotError):
    """What was asked for cannot be done with this account; the text says what can."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as the command line shows it; ``factors`` are kinds: "totp", "webauthn"."""

    name: str
    role: Role
    offices: tuple[str, ...]
    factors: tuple[str, ...]
    invited_until: datetime | None
    last_login: datetime | None


def add(name: str, role: Role, offices: Iterable[str]) -> str:
    """A new account; the secret part of its one-time link.

    Raises:
        StaffError: there is one of this name, or a program has it.
    """
    if MachineToken.objects.filter(name=name.lower()).exists():
        raise StaffError(f"„{name}“ heißt schon ein Programm. Bitte einen anderen Namen nehmen.")
    account = Account(name=name, login=name.lower(), role=role.value, offices=" ".join(offices))
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:
        raise StaffError(
            f"Ein Konto „{name}“ gibt es schon. Einen neuen Link macht: staff reset {name}"
        ) from None
    return _invite(account)


def reset(name: str) -> str:
    """As if the account were new: password, second factor and sessions are gone; a new link."""
    with transaction.atomic():
        account = _account(name)
        account.set_unusable_password()  # ends every session of the account
        account.save()
        Authenticator.objects.filter(user_id=account.pk).delete()
        return _invite(account)


def remove(name: str) -> None:
    """The account is gone, and its sessions with it. Its name stays in histories."""
    _account(name).delete()


def unlock(name: str) -> bool:
    """Tries are forgotten; False if the account was not locked."""
    account = _account(name)
    cache.clear()  # also holds the tries that allauth counts, under keys of its own
    return bool(forgive(username=account.login))


def listed() -> Sequence[Listed]:
    """All accounts by name."""
    return [_row(account) for account in Account.objects.select_related("invitation").order_by("login")]


def name_of(token: str) -> Account | None:
    """The account to which a link leads that can still be used."""
    found = _open(token).select_related("account").first()
    return found.account if found else None


def use(token: str) -> bool:
    """The link is used up; False if somebody else was quicker, or its time is over."""
    return _open(token).delete()[0] == 1


def _open(token: str) -> models.QuerySet[Invitation]:
    return Invitation.objects.filter(digest=_digest(token), ends_at__gt=timezone.now())


def _account(name: str) -> Account:
    account = Account.objects.filter(login=name.lower()).first()
    if account is None:
        raise StaffError(f"Ein Konto „{name}“ gibt es nicht. Alle zeigt: staff list")
    return account


def _invite(account: Account) -> str:
    token = secrets.token_urlsafe(32)
    Invitation.objects.update_or_create(
        account=account, defaults={"digest": _digest(token), "ends_at": timezone.now() + VALID}
    )
    return token


def _digest(token: str) -> str:
    # The token is long and random: a plain hash cannot be guessed back.
    return hashlib.sha256(token.encode()).hexdigest()


def _row(account: Account) -> Listed:
    factors = Authenticator.objects.filter(user_id=account.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    invitation = getattr(account, "invitation", None)
    ends_at = invitation.ends_at if invitation and invitation.ends_at > timezone.now() else None
    return Listed(
        account.name,
        account.is_for,
        account.office_ids,
        tuple(sorted(set(factors.values_list("type", flat=True)))),
        ends_at,
        account.last_login,
    )
