"""Accounts of people who are signed in already: that this works by hand, ``test_whole_way`` proves.

Run as a program beside the site, with its settings in the environment; it is given the password of all and
NAME:ROLE of each, and says in JSON what their browser and their telephone know:
``{"Kaya": {"session": ..., "secret": ...}}``.
"""

from __future__ import annotations

from bot.storage import newer_sqlite

newer_sqlite.use()  # before anything imports sqlite3

import json  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

from bot.config import read_settings  # noqa: E402
from bot.site import set_up  # noqa: E402

OFFICE = "bocholt"


def main(password: str, *people: str) -> None:
    set_up(read_settings())
    from django.contrib.auth.hashers import make_password

    hashed = make_password(password)  # slow on purpose: once for all
    print(json.dumps(dict(_signed_in(*one.split(":"), hashed) for one in people)))


def _signed_in(name: str, role: str, password: str) -> tuple[str, dict[str, str]]:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from bot.web.accounts.models import Account
    from bot.web.accounts.presence import Presence
    from bot.web.accounts.views import BACKEND

    offices = "" if role == "admin" else OFFICE
    account = Account.objects.create(
        name=name, login=name.lower(), role=role, offices=offices, password=password
    )
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    Presence(session).begin(time.time())
    session.save()
    return name, {"session": str(session.session_key), "secret": secret}


if __name__ == "__main__":
    main(*sys.argv[1:])
