"""What allauth asks of this site."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest

from bot.web.accounts.presence import is_invited

WRONG = "Name oder Passwort stimmen nicht. Groß- und Kleinschreibung zählt nur beim Passwort."
TOO_OFT = "Zu viele Versuche. Bitte warten Sie ein paar Minuten."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made on the command line only."""

    error_messages = {  # noqa: RUF012 - as the library has it
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": TOO_OFT,
        "rate_limited": TOO_OFT,
        "incorrect_password": "Das Passwort stimmt nicht.",
        "enter_current_password": "Bitte geben Sie Ihr jetziges Passwort ein.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not for those who have just chosen their password."""
        return not is_invited(context.request)

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Errors only: the library also greets and congratulates; pages here show what is so now."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are stored encrypted; the last second factor cannot be given up."""

    error_messages = {  # noqa: RUF012 - as the library has it
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Der Code stimmt nicht. Ein Code gilt nur einmal und nur etwa eine Minute.",
        "cannot_delete_authenticator": "Ihr einziger zweiter Faktor lässt sich nicht entfernen. "
        "Bitte richten Sie zuerst einen anderen ein.",
    }

    def encrypt(self, text: str) -> str:
        return str(settings.PLAN.seal(text))

    def decrypt(self, encrypted_text: str) -> str:
        return str(settings.PLAN.unseal(encrypted_text))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Jobcenter-Posteingang"}
