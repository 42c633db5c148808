"""German words for what stands in the audit; what happens to tickets has its words elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.audit import Act, Deed
from bot.core.staff import Role
from bot.core.tickets import parse_code, shown

DEEDS: Mapping[str, str] = {
    Deed.DISCLOSED: "Auskunft gegeben",
    Deed.FORGOT: "alle Angaben gelöscht",
    Deed.EXPORTED: "Liste exportiert",
    Deed.SEARCHED: "gesucht",
    Deed.SIGNED_IN: "angemeldet",
    Deed.SIGNED_OUT: "abgemeldet",
    Deed.SIGN_IN_FAILED: "Anmeldung gescheitert",
    Deed.LOCKED_OUT: "nach falschen Passwörtern gesperrt",
    Deed.INVITATION_USED: "Einladung benutzt",
    Deed.PASSWORD_CHANGED: "Passwort geändert",
    Deed.FACTOR_ADDED: "zweiten Faktor eingerichtet",
    Deed.FACTOR_REMOVED: "zweiten Faktor entfernt",
    Deed.CODES_MADE: "Ersatzcodes erzeugt",
    Deed.STAFF_ADDED: "Konto angelegt",
    Deed.STAFF_RESET: "Konto zurückgesetzt",
    Deed.STAFF_REMOVED: "Konto entfernt",
    Deed.STAFF_UNLOCKED: "Sperre aufgehoben",
    Deed.MACHINE_ADDED: "Zugang für ein Programm angelegt",
    Deed.MACHINE_REVOKED: "Zugang eines Programms beendet",
    Deed.PULLED: "von einem Programm abgerufen",
    Deed.PULL_REFUSED: "ein Programm abgewiesen",
    Deed.AUDIT_READ: "Protokoll geöffnet, zusammen mit",
    Deed.RESTORED: "Sicherung zurückgespielt",
    Deed.ANSWERS_STOPPED: "Chat abgeschaltet",
    Deed.ANSWERS_RESUMED: "Chat eingeschaltet",
    Deed.BANNER_PUT_UP: "Hinweis gezeigt",
    Deed.BANNER_TAKEN_DOWN: "Hinweis beendet",
}
REASONS: Mapping[str, str] = {
    "complaint": "Beschwerde einer Bürgerin oder eines Bürgers",
    "disclosure": "Auskunft an Betroffene oder an den Datenschutz",
    "suspicion": "Verdacht auf Missbrauch oder Einbruch",
    "agreed check": "Prüfung, die mit dem Personalrat vereinbart ist",
}
"""Why the audit is opened; the keys stand in it. Free words could name somebody."""
_DETAILS: Mapping[str, str] = {
    **REASONS,
    "password": "Passwort",
    "code": "Code",
    "totp": "App",
    "webauthn": "Passkey",
    "recovery_codes": "Ersatzcodes",
    "order": "Anordnung",
    "no_token": "kein gültiger Token",
    "scope": "Token reicht nicht",
    "no_ticket": "dieses Anliegen gibt es für das Programm nicht",
    Role.CASEWORKER: "Sachbearbeitung",
    Role.LEAD: "Leitung",
    Role.EDITOR: "Redaktion",
    Role.ADMIN: "Verwaltung",
}


def what(act: Act, moves: Mapping[str, str]) -> str:
    """As in "Chat abgeschaltet"; *moves* are the words for what happens to tickets."""
    return {**moves, **DEEDS}.get(act.what, act.what)


def subject(act: Act) -> str:
    """A ticket's code as it is shown elsewhere, or a name."""
    return shown(act.subject) if act.subject and parse_code(act.subject) == act.subject else act.subject


def detail(act: Act) -> str:
    """As a whole if it is known so, else word by word."""
    return _DETAILS.get(act.detail) or " ".join(_word(word) for word in act.detail.split(" "))


def _word(word: str) -> str:
    """Also "x100": so often within an hour."""
    if word[:1] == "x" and word[1:].isdecimal():
        return f"({word[1:]}-mal in einer Stunde)"
    return _DETAILS.get(word, word)
