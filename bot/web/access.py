"""Who may open what: one table of all routes. What is not in it is closed to everybody.

A row says who may look (GET) and who may act (POST). Add a row for each new route; a test walks all of
them. Which *tickets* somebody sees is another question: ``core.staff.scope``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.staff import Role, Scope


class Stranger(StrEnum):
    """Those who are not, or not completely, signed in."""

    STRANGER = "stranger"
    INVITED = "invited"
    """Came by a one-time link, has a password and no second factor yet."""


Visitor = Role | Scope | Stranger

EVERYBODY: frozenset[Visitor] = frozenset((*Role, *Stranger))
SIGNED_IN: frozenset[Visitor] = frozenset(Role)
ENROLLING: frozenset[Visitor] = SIGNED_IN | {Stranger.INVITED}
DESK: frozenset[Visitor] = frozenset({Role.CASEWORKER, Role.LEAD})
MACHINES: frozenset[Visitor] = frozenset(Scope)
WORKING_MACHINES: frozenset[Visitor] = frozenset({Scope.WORK})
LEADS: frozenset[Visitor] = frozenset({Role.LEAD, Role.ADMIN})
EDITORS: frozenset[Visitor] = frozenset({Role.EDITOR})
ADMINS: frozenset[Visitor] = frozenset({Role.ADMIN})
NOBODY: frozenset[Visitor] = frozenset()


@dataclass(frozen=True, slots=True)
class Access:
    """Who may look at a route, and who may act by it.

    ``background``: requests that a page makes by itself; they do not count as somebody being there.
    """

    look: frozenset[Visitor] = NOBODY
    act: frozenset[Visitor] = NOBODY
    background: bool = False


TABLE: Mapping[str, Access] = {
    "start": Access(look=SIGNED_IN),
    # signing in and out
    "account_login": Access(look=EVERYBODY, act=EVERYBODY),
    "account_logout": Access(look=EVERYBODY, act=EVERYBODY),
    "keep": Access(act=SIGNED_IN),
    "invitation": Access(look=EVERYBODY, act=EVERYBODY),
    "mfa_authenticate": Access(look=EVERYBODY, act=EVERYBODY),  # between password and code nobody is in
    # one's own account
    "account_reauthenticate": Access(look=ENROLLING, act=ENROLLING),
    "account_change_password": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_index": Access(look=ENROLLING),
    "mfa_reauthenticate": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_activate_totp": Access(look=ENROLLING, act=ENROLLING),
    "mfa_deactivate_totp": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_view_recovery_codes": Access(look=SIGNED_IN),
    "mfa_generate_recovery_codes": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_download_recovery_codes": Access(look=SIGNED_IN),
    "mfa_list_webauthn": Access(look=SIGNED_IN),
    "mfa_add_webauthn": Access(look=ENROLLING, act=ENROLLING),
    "mfa_reauthenticate_webauthn": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_remove_webauthn": Access(look=SIGNED_IN, act=SIGNED_IN),
    "mfa_edit_webauthn": Access(look=SIGNED_IN, act=SIGNED_IN),
    # what the library knows and this site does not have
    "account_signup": Access(),
    # caseworkers
    "caseworkers:queue": Access(look=DESK),
    "caseworkers:fresh": Access(look=DESK, background=True),
    "caseworkers:search": Access(look=DESK, act=DESK),
    "caseworkers:today": Access(look=DESK, act=DESK),
    "caseworkers:export": Access(act=DESK),
    "caseworkers:ticket": Access(look=DESK, act=DESK),
    "caseworkers:following": Access(look=DESK, act=DESK),
    "caseworkers:news": Access(look=DESK, background=True),
    "caseworkers:absent": Access(look=DESK, act=DESK),
    "caseworkers:report": Access(look=DESK, act=DESK),
    # programs: let in by a token, never by signing in
    "api:openapi-json": Access(look=MACHINES),
    "api:list_tickets": Access(look=MACHINES),
    "api:get_ticket": Access(look=MACHINES),
    "api:get_person": Access(look=WORKING_MACHINES),
    "api:take": Access(act=WORKING_MACHINES),
    "api:release": Access(act=WORKING_MACHINES),
    "api:note": Access(act=WORKING_MACHINES),
    "api:forward": Access(act=WORKING_MACHINES),
    "api:close": Access(act=WORKING_MACHINES),
    "api:not_reached": Access(act=WORKING_MACHINES),
    "api:wrong_number": Access(act=WORKING_MACHINES),
    "api:moved": Access(act=WORKING_MACHINES),
    "api:not_moved": Access(act=WORKING_MACHINES),
    "api:snooze": Access(act=WORKING_MACHINES),
    "api:api-root": Access(),  # the library asks for its address
    # leads
    "lead:offices": Access(look=LEADS),
    "lead:questions": Access(look=LEADS | EDITORS),
    "lead:chat": Access(look=LEADS),
    "lead:stop": Access(act=LEADS),
    "lead:answer_again": Access(act=LEADS),
    "lead:put_up": Access(act=LEADS),
    "lead:take_down": Access(act=LEADS),
    # two admins together
    "audit": Access(look=ADMINS, act=ADMINS),
    "audit_close": Access(act=ADMINS),
}

NAVIGATION = (
    ("caseworkers:queue", "Anliegen"),
    ("caseworkers:today", "Heute"),
    ("caseworkers:search", "Suche"),
    ("caseworkers:absent", "Abwesend"),
    ("caseworkers:report", "Antwort melden"),
    ("lead:offices", "Zahlen"),
    ("lead:questions", "Fragen"),
    ("lead:chat", "Chat steuern"),
    ("audit", "Protokoll"),
)
"""Route and label of what stands at the top of each page, for those who may look at it."""

_LOOKING = frozenset({"GET", "HEAD"})


class Verdict(StrEnum):
    """What becomes of a request."""

    OPEN = "open"
    UNKNOWN = "unknown"
    """The route is closed to everybody: as if it did not exist."""
    METHOD = "method"
    """Nobody may use the route in this way."""
    SIGN_IN = "sign in"
    ENROL = "enrol"
    FORBIDDEN = "forbidden"


def verdict(route: str, method: str, visitor: Visitor) -> Verdict:
    """What becomes of *visitor*'s request."""
    access = TABLE.get(route, Access())
    if not access.look and not access.act:
        return Verdict.UNKNOWN
    allowed = access.look if method in _LOOKING else access.act if method == "POST" else NOBODY
    if visitor in allowed:
        return Verdict.OPEN
    if visitor is Stranger.STRANGER:
        return Verdict.SIGN_IN
    if visitor is Stranger.INVITED and allowed:
        return Verdict.ENROL
    return Verdict.FORBIDDEN if allowed else Verdict.METHOD


def may_look(route: str, visitor: Visitor) -> bool:
    return visitor in TABLE.get(route, Access()).look
