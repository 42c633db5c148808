"""Signing in and what belongs to it, told to the audit; what was typed as a name is not kept."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from asgiref.sync import async_to_sync
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import Signal
from django.http import HttpRequest
from django.utils import timezone

from bot.core.audit import Act, Deed
from bot.web.accounts.models import Account
from bot.web.accounts.presence import Presence
from bot.web.accounts.tries import login_tried
from bot.web.room import room

NOBODY = "unknown"
"""Stands for a name that no account has: it may be a password in the wrong field."""


def listen() -> None:
    """Hear of everything from now on; done once."""
    user_logged_in.connect(_signed_in)
    user_logged_out.connect(_signed_out)
    user_login_failed.connect(_failed)
    user_locked_out.connect(_locked)
    for signal, deed, detail in (
        (password_changed, Deed.PASSWORD_CHANGED, ""),
        (authentication_failed, Deed.SIGN_IN_FAILED, "code"),
        (authenticator_added, Deed.FACTOR_ADDED, None),
        (authenticator_removed, Deed.FACTOR_REMOVED, None),
        (authenticator_reset, Deed.CODES_MADE, ""),
    ):
        _tell(signal, deed, detail)


def invitation_used(account: Account) -> None:
    """Somebody has set a password by a one-time link."""
    _record(account.name, Deed.INVITATION_USED)


def _tell(signal: Signal, deed: Deed, detail: str | None) -> None:
    """Record *deed* at each *signal*; without *detail* the kind of the second factor is said."""

    def heard(sender: object, user: Account, **more: Any) -> None:
        _record(user.name, deed, more["authenticator"].type if detail is None else detail)

    signal.connect(heard, weak=False)


def _signed_in(sender: object, request: HttpRequest, user: Account, **_: Any) -> None:
    Presence(request.session).begin(time.time())
    request.session.set_expiry(None)
    request.session.clear_expired()  # the rows of others; what was kept in them is gone for good
    _record(user.name, Deed.SIGNED_IN)


def _signed_out(sender: object, user: Account | None, **_: Any) -> None:
    if user is not None:
        _record(user.name, Deed.SIGNED_OUT)


def _failed(
    sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any
) -> None:
    _record(_known(login_tried(request, credentials)), Deed.SIGN_IN_FAILED, "password")


def _locked(sender: object, username: str, **_: Any) -> None:
    _record(_known(username), Deed.LOCKED_OUT)


def _known(login: str) -> str:
    account = Account.objects.filter(login=login).first()
    return account.name if account else NOBODY


def _record(who: str, what: Deed, detail: str = "") -> None:
    async_to_sync(room().audit.record)(Act(timezone.now(), who, what, detail=detail))
