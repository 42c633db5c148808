"""Configures Django and brings the database of the accounts up to date."""

from __future__ import annotations

from typing import Any

from bot.web.plan import Plan


def set_up(plan: Plan) -> None:
    """Configure Django for *plan*, once in a process, before anything else of this room is imported."""
    import django
    from django.conf import settings

    from bot.web.settings import build

    settings.configure(**build(plan))
    django.setup()


def migrate() -> None:
    """Bring the database up to date, and drop what is over. Not inside an event loop.

    Two processes must not do this at once; the caller holds a lock.
    """
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("clearsessions", verbosity=0)


def application() -> Any:
    """The site as an ASGI application."""
    from django.core.asgi import get_asgi_application

    return get_asgi_application()
