"""The way to each page of the site, in each of the states that look different."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page

from bot.app import now
from bot.core import moves
from bot.core.tickets import CODE_ALPHABET, Kind, Outcome, shown
from tests.builders import a_chat, a_ticket, a_turn, an_incoming, an_opening
from tests.site import PASSWORD, totp_code
from tests.web.browser.conftest import NOWHERE, Place

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A passkey of the browser itself."""


class Walk:
    """Goes through the site as one person and another, and keeps the pages of each."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._pages: dict[str, Page] = {}

    def of(self, name: str) -> Page:
        """The page of this person; strangers are those whom nobody knows."""
        if name not in self._pages:
            self._pages[name] = self._entered(name)
        return self._pages[name]

    def _entered(self, name: str) -> Page:
        if name not in self.place.people:
            return self.place.stranger()
        elsewhere = {"base_url": self.place.url_by_name} if name == "Pia" else {}
        return self.place.enter(name, **elsewhere)

    def at(self, path: str, name: str = "Kaya") -> Page:
        page = self.of(name)
        page.goto(path)
        return page

    def close(self) -> None:
        for page in self._pages.values():
            page.context.close()


# what there is to see

_NOW = now()
_TIMES = {"created_at": _NOW - timedelta(days=3), "due_at": _NOW - timedelta(hours=1), "office": "bocholt"}
_WORST = {
    "urgent": True,
    "interpreter": "uk",
    "call_safe": False,
    "name": f"Anneliese {LONG}",
    "text": f"{LONG} und {LONG}",
    "reason": "other",
    "appointment_at": _NOW,
}
_TO_COME = {"appointment_at": _NOW + timedelta(days=9)}
MISSED, MOVED, TAKEN, RESTING, DONE, FORGOTTEN = TICKETS = (
    a_ticket("EVAAAA", kind=Kind.MISSED, **_TIMES, **_WORST),
    a_ticket(
        "EVBBBB", kind=Kind.RESCHEDULE, **_TIMES, **(_WORST | {"appointment_at": _NOW + timedelta(days=9)})
    ),
    a_ticket("EVCCCC", **_TIMES),
    a_ticket("EVDDDD", **_TIMES),
    a_ticket("EVEEEE", **_TIMES),
    a_ticket("EVFFFF", **_TIMES),
)


def prepare(place: Place) -> None:
    """From now on there is something to see."""
    place.receive(*TICKETS)
    place.stored(_worked_on)
    place.stored(_some_weeks)


async def _worked_on(store: Any) -> None:
    end = _NOW + timedelta(hours=4)
    for ticket, rule in (
        (TAKEN, lambda it: moves.taken(it, "Ben", _NOW, end)),
        (DONE, lambda it: moves.closed(it, Outcome.REACHED, "Kaya", _NOW)),
        (FORGOTTEN, lambda it: moves.forgotten(it, _NOW)),
    ):
        await store.change_ticket(ticket.code, rule)


async def _some_weeks(store: Any) -> None:
    """Tickets of the last weeks, each settled an hour later: enough for figures."""
    for number in range(24):
        code, at = f"WEEK{CODE_ALPHABET[number]}A", _NOW - timedelta(weeks=1 + number % 3)
        order = an_opening(code=code, office="bocholt", created_at=at, due_at=at)
        await store.save_turn(an_incoming(chat=a_chat(code, NOWHERE)), a_turn(orders=(order,)), at)
        end = at + timedelta(hours=1)
        await store.change_ticket(code, lambda it, end=end: moves.closed(it, Outcome.REACHED, "Kaya", end))


def _shows_names(walk: Walk) -> Page:
    page = walk.at("/anliegen/heute/")
    page.get_by_role("button", name="Mit Namen anzeigen").click()
    return page


def _of(ticket: Any) -> str:
    return f"/anliegen/{shown(ticket.code)}/"


# how one comes to each page


def _goes(path: str, name: str = "Kaya") -> Callable[[Walk], Page]:
    return lambda walk: walk.at(path, name)


def _signs_in(walk: Walk, password: str = PASSWORD, name: str = "Kaya") -> Page:
    page = walk.at("/anmelden/", "a stranger")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passwort").fill(password)
    page.locator("main button.main").click()
    return page


def _is_locked_out(walk: Walk) -> Page:
    page = walk.of("a stranger")
    for _ in range(6):
        page = _signs_in(walk, "falsch", "niemand")
    return page


def _sends(path: str, field: str, value: str, button: str, name: str = "Kaya") -> Callable[[Walk], Page]:
    def sent(walk: Walk) -> Page:
        page = walk.at(path, name)
        page.locator(field).fill(value)
        page.get_by_role("button", name=button, exact=True).click()
        return page

    return sent


def _changes_the_password_in_vain(walk: Walk) -> Page:
    page = walk.at("/passwort/")
    for one in page.locator("main input[type=password]").all():
        one.fill("kurz")
    page.get_by_role("button", name="Passwort ändern").click()
    return page


def _follows_the_link(walk: Walk) -> Page:
    page = walk.of("a newcomer")
    page.goto(walk.place.link("Nora"))
    return page


def _follows_it_again(walk: Walk) -> Page:
    """The link has led on, to a password and to the choice of a second factor."""
    page = walk.of("a newcomer")
    link = page.url
    page.get_by_label("Neues Passwort").fill(PASSWORD)
    page.get_by_label("Noch einmal").fill(PASSWORD)
    page.get_by_role("button", name="Weiter").click()
    return walk.at(link, "a stranger")


def _confirms(path: str) -> Callable[[Walk], Page]:
    """A page that asks for the password before, once in a while."""

    def confirmed(walk: Walk) -> Page:
        page = walk.at(path, "Pia")
        if page.locator("[name=password]").count():
            page.get_by_label("Passwort").fill(PASSWORD)
            page.locator("main button.main").click()
            page.wait_for_url(f"**{path}")
        return page

    return confirmed


def _adds_a_passkey(walk: Walk) -> Page:
    devtools = walk.of("Pia").context.new_cdp_session(walk.of("Pia"))
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page = _confirms("/zweiter-faktor/webauthn/add/")(walk)
    page.locator("#id_name").fill("Schlüssel am Bund")
    page.get_by_role("button", name="Einrichten").click()
    page.wait_for_url("**/zweiter-faktor/")
    return walk.at("/zweiter-faktor/webauthn/", "Pia")


def _presses_in_the_list(label: str) -> Callable[[Walk], Page]:
    def pressed(walk: Walk) -> Page:
        page = walk.at("/zweiter-faktor/webauthn/", "Pia")
        page.locator("main").get_by_text(label, exact=True).click()
        return page

    return pressed


def _opens_the_audit(walk: Walk) -> Page:
    page = walk.of("Clara")
    page.get_by_label("Anlass").select_option("suspicion")
    page.get_by_label("Name der zweiten Person").fill("Anna")
    page.get_by_label("Passwort").fill(PASSWORD)
    code = totp_code(walk.place.people["Anna"]["secret"], time.time())
    page.get_by_label("Code aus der App").fill(code)
    page.get_by_role("button", name="Gemeinsam öffnen").click()
    page.wait_for_selector("table")
    return page


def _asks_for_the_audit(walk: Walk) -> Page:
    page = walk.at("/protokoll/", "Clara")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.locator("main button.main").click()
    page.wait_for_url("**/protokoll/")
    return page


VISITS: Mapping[str, tuple[Callable[[Walk], Page], ...]] = {
    "start": (_goes("/"), _goes("/", "Edith")),
    "account_login": (
        _goes("/anmelden/", "a stranger"),
        lambda walk: _signs_in(walk, "falsch"),
        _is_locked_out,
    ),
    "account_logout": (_goes("/abmelden/"),),
    "invitation": (_follows_the_link, _follows_it_again),
    "mfa_authenticate": (lambda walk: _signs_in(walk, name="Lena"),),
    "account_reauthenticate": (_goes("/bestaetigen/"),),
    "account_change_password": (
        _goes("/passwort/"),
        _changes_the_password_in_vain,
    ),
    "mfa_index": (_goes("/zweiter-faktor/"), _goes("/zweiter-faktor/", "a newcomer")),
    "mfa_reauthenticate": (_goes("/zweiter-faktor/reauthenticate/"),),
    "mfa_activate_totp": (
        _goes("/zweiter-faktor/totp/activate/", "a newcomer"),
        _sends("/zweiter-faktor/totp/activate/", "#id_code", "000000", "Fertig", "a newcomer"),
    ),
    "mfa_add_webauthn": (_goes("/zweiter-faktor/webauthn/add/", "a newcomer"),),
    "mfa_deactivate_totp": (_confirms("/zweiter-faktor/totp/deactivate/"),),
    "mfa_view_recovery_codes": (_confirms("/zweiter-faktor/recovery-codes/"),),
    "mfa_generate_recovery_codes": (_confirms("/zweiter-faktor/recovery-codes/generate/"),),
    "mfa_list_webauthn": (_adds_a_passkey,),
    "mfa_edit_webauthn": (_presses_in_the_list("Umbenennen"),),
    "mfa_remove_webauthn": (_presses_in_the_list("Entfernen"),),
    "mfa_reauthenticate_webauthn": (_goes("/zweiter-faktor/reauthenticate/webauthn/", "Pia"),),
    "caseworkers:queue": (
        _goes("/anliegen/"),
        _goes("/anliegen/?art=verpasst"),
        _goes("/anliegen/?liste=meine"),
        _goes("/anliegen/?liste=warten"),
        _goes("/anliegen/?liste=erledigt"),
    ),
    "caseworkers:search": (
        _goes("/anliegen/suche/"),
        _sends("/anliegen/suche/", "main input[name=suche]", LONG[:20], "Suchen"),
        _sends("/anliegen/suche/", "main input[name=suche]", "Anneliese", "Suchen"),
        _sends("/anliegen/suche/", "main input[name=suche]", "1", "Suchen"),
    ),
    "caseworkers:today": (_goes("/anliegen/heute/"), _shows_names),
    "caseworkers:ticket": (
        *(_goes(_of(ticket)) for ticket in TICKETS),
        _sends(_of(MOVED), "#to", "1.2.2099 3:00", "Prüfen"),
        _sends(_of(MOVED), "#to", LONG[:60], "Prüfen"),
    ),
    "caseworkers:absent": (_goes("/anliegen/abwesend/"),),
    "caseworkers:report": (_goes("/anliegen/melden/"),),
    "lead:offices": (_goes("/leitung/", "Lena"), _goes("/leitung/", "Anna")),
    "lead:questions": (_goes("/leitung/fragen/", "Lena"),),
    "lead:chat": (_goes("/leitung/chat/", "Lena"),),
    "audit": (_asks_for_the_audit, _opens_the_audit),
    "403": (_goes("/protokoll/"),),
    "404": (_goes("/nirgends/"),),
}
