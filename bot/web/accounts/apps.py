"""Makes the accounts known to Django, and lets the audit hear of signing in."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "bot.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        from bot.web.accounts import record

        record.listen()
