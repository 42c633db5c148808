"""Two admins open the audit: the one who is signed in, and a second one who signs in on the same form."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest

from bot.core.staff import Role
from bot.web.accounts.forms import Code
from bot.web.accounts.models import Account
from bot.web.audit.words import REASONS

LASTS = timedelta(minutes=10)
WRONG = "Name oder Passwort stimmen nicht, oder das Konto gehört nicht zur Verwaltung."
ALONE = "Das Protokoll öffnen zwei Personen. Bitte meldet sich hier die zweite an."
NO_CODE = "Für dieses Konto ist keine App mit Codes eingerichtet. Das geht unter „Mein Konto“."
_OPEN = "audit"
"""The mark in the session."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The audit is open ``until`` (seconds since 1970), for a reason, together with ``second``."""

    until: float
    second: str
    reason: str


def open_audit(request: HttpRequest, second: str, reason: str) -> None:
    """From now on, for LASTS, in this browser."""
    request.session[_OPEN] = [time.time() + LASTS.total_seconds(), second, reason]


def close_audit(request: HttpRequest) -> None:
    request.session.pop(_OPEN, None)


def opening(request: HttpRequest) -> Opening | None:
    """How the audit is open here; None if it is not, or no more."""
    marked = request.session.get(_OPEN)
    found = Opening(*marked) if marked else None
    return found if found is not None and time.time() < found.until else None


class Together(forms.Form):
    """Why, and the second admin: name, password and code, as when signing in.

    Wrong tries count as those at the door: after five the second account is locked there too.
    """

    reason = forms.ChoiceField(label="Anlass", choices=[("", "Bitte wählen"), *REASONS.items()])
    name = forms.CharField(
        label="Name der zweiten Person",
        help_text="Sie tippt selbst. Der Browser soll das Passwort nicht speichern.",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label="Passwort", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )
    code = forms.CharField(
        label="Code aus der App",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._request = request
        self.second: Account | None = None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.second = self._signed_in(cleaned["name"].strip().lower(), cleaned["password"])
        if self.second is not None:
            self._check_code(self.second, cleaned["code"])
        return cleaned

    def _signed_in(self, login: str, password: str) -> Account | None:
        first = self._request.user
        if isinstance(first, Account) and login == first.login:
            self.add_error("name", ALONE)
            return None
        account = authenticate(self._request, username=login, password=password)
        if isinstance(account, Account) and account.is_for is Role.ADMIN:
            return account
        self.add_error(None, WRONG)
        return None

    def _check_code(self, second: Account, code: str) -> None:
        """A code is good once: the library remembers it."""
        factors = Authenticator.objects.filter(user_id=second.pk)
        form = Code({"code": code}, user=second)
        if not factors.exclude(type=Authenticator.Type.WEBAUTHN).exists():
            self.add_error("code", NO_CODE)
        elif not form.is_valid():
            self.add_error("code", form.errors["code"].as_data())
