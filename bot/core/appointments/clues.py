"""Words around a day or a time that say what it is: missed already, the span of an illness, a wish."""

from __future__ import annotations

import re

from bot.core.appointments.sheet import Sheet, any_of, pattern

_MISSED = pattern(
    r"(?<!nicht\s)"
    + any_of(
        """
        verpasst? verbasst? versäumt verschlafen verpennt verschwitzt geschwänzt versemmelt verschusselt
        sausen_lassen nich?t?_(?:hin|da)?gegangen nich?t?_hingekommen nich?t?_erschienen nich?t?_geschafft
        gefehlt geplatzt
        """
    )
)
"""Anywhere in the text: the appointment is over."""
_MISSED_BUS = pattern(
    rf"\b\w{{0,8}}(?:bus|zug|bahn|anschluss|reifen)\b.{{0,30}}{any_of('ver[pb]asst? geplatzt')}"
)
_WAS = pattern(any_of("war waren gewesen"))
_PERHAPS_WAS = pattern(any_of("hatten? konnten? sollten? vergess?en"))
"""Said of the past, and just as often of an appointment to come ("hatte am donnerstag einen termin")."""
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n]\s|\s(?:und|aber|weil|denn)\s")
_AROUND = 100
"""So many letters before and after are looked at."""

_NOT_IT_BEFORE = pattern(
    any_of("seit bis ab nach vor außer")
    + r"(?:~(?:zum|zur|einschlie(?:ß|ss)lich|inklusive|inkl\.?|dem|den|der|am|um|ca\.?|kurz))*~$"
)
"""How long an illness or a shift lasts is no appointment."""
_INSTEAD_AFTER = pattern(r"^[\s,.]{0,3}sondern\b")
_TARGET_BEFORE = pattern(r"\bauf(?:~(?:den|dem|die))?(?:~(?:spät|nächst|kommend)\w{0,3})?~$")
_MOVES = pattern(any_of("(?:ver|um|vor)?(?:zu)?(?:schieb|schob|leg|tausch|änder|wechsel)*"))

_APPOINTMENT = any_of("*termin* einladung* vorsprache gespräch eingeladen vorgeladen")
_SMALL = any_of(
    r"""
    ist is war wär\w? wäre hätte hatte hab haben? steht ich wir er sie mein* der den dem die das ein* nen
    am um für vom von zum erst schon aber drin eigentlich noch auch so gegen
    """
)
_GAP = r"[\s,:<TIME><DAY>]{1,20}"
_APPOINTMENT_BEFORE = pattern(rf"{_APPOINTMENT}{_GAP}(?:{_SMALL}{_GAP}){{0,5}}$")
_APPOINTMENT_AFTER = pattern(rf"^{_GAP}(?:{_SMALL}{_GAP}){{0,5}}{_APPOINTMENT}")

_CLOCK_NOW = pattern(
    any_of("isses iss?t?_(?:es|jetzt|schon|inzwischen) haben_wir wir_haben es_iss?t?")
    + r"(?: (?:schon|jetzt|erst|grade?|gerade|nun|bereits|es|gleich|kurz))*~$"
)
_RIGHT_NOW = pattern(
    r"\btermin (?:ist|is|wär\w?) (?:schon )?(?:gleich|jetzt)\b|"
    r"\b(?:hab|habe|haben|hätte) (?:ich )?(?:jetzt )?(?:gleich|jetzt) (?:\w{1,8} )?termin\b"
)
_WEEKLY = pattern(
    any_of(
        r"(?:mon|diens|donners|frei|sams|sonn)tags mittwochs jede[nrms]?_(?:\w{3,9}tag|mittwoch|tag|woche)"
    )
)

_MONTH = r"(?:jan|feb|m(?:ä|e)r|apr|mai|jun|jul|aug|sep|okt|nov|de[zs])[^\W\d_]{0,7}"
_SPAN = r"(?:tage?n?|wochen?|monate?n?)"
_VAGUE = (
    pattern(any_of("irgendwann demnächst bald* neulich letztens die_tage am_wochenende weihnachten ostern")),
    pattern(
        r"(?<!auf\s)(?<!auf\sdie\s)"
        + any_of(r"n(?:ä|e)\w{1,6} überne?\w{1,7} diese[rnms]? kommende\w? letzte\w? folgende\w? vorige\w?")
        + r" (?:woche|monat\w{0,2}|wochenende|jahr\w{0,2})\b"
    ),
    pattern(
        rf"\b(?:in|vor) (?:ein |nem |den nächsten )?(?:paar|einigen|wenigen|<COUNT>~-?) ?(?:\d )?{_SPAN}\b"
    ),
    pattern(rf"\b(?:in|vor) \d{{1,2}}~(?:-|bis)~\d{{1,2}} {_SPAN}\b"),
    pattern(
        r"\b(?:nach|vor|zwischen|in) (?:den |dem |der )?"
        + any_of("*ferien feiertage?n? weihnacht* urlaub ostern silvester neujahr")
    ),
    pattern(
        r"\b(?:im|anfang|mitte|ende) (?:des |der |diese\w |nächste\w |kommende\w )?"
        + any_of(f"monate?s? woche {_MONTH}")
    ),
)


def past_clue(sheet: Sheet, start: int) -> str:
    """Whether the day at *start* is said to be over: "strong", "weak" or ""."""
    if _speaks_of_missing(sheet):
        return "strong"
    clause = _clause(sheet.text, start)
    if _WAS.search(clause):
        return "strong"
    return "weak" if _PERHAPS_WAS.search(clause) else ""


def is_missed(sheet: Sheet) -> bool:
    """Whether the text speaks of an appointment that is over."""
    return _speaks_of_missing(sheet) or sheet.says(_WAS)


def is_aside(sheet: Sheet, start: int, end: int) -> bool:
    """Whether what stands there is no day or time of the appointment: how long, until when, a wish."""
    before = sheet.text[max(0, start - _AROUND // 2) : start]
    if _NOT_IT_BEFORE.search(before) or _INSTEAD_AFTER.match(sheet.text[end : end + _AROUND]):
        return True
    return bool(_TARGET_BEFORE.search(before)) and sheet.says(_MOVES)


def is_named_appointment(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the appointment is named right beside that place: "termin ist am ...", "... hab ich termin"."""
    before, after = sheet.before(start, _AROUND), sheet.after(end, _AROUND)
    return bool(_APPOINTMENT_BEFORE.search(before) or _APPOINTMENT_AFTER.match(after))


def is_time_now(sheet: Sheet, start: int) -> bool:
    """Whether a time is only what the clock shows: "jetzt isses halb elf"."""
    return bool(_CLOCK_NOW.search(sheet.text[max(0, start - _AROUND // 2) : start]))


def is_right_now(sheet: Sheet) -> bool:
    """Whether an appointment is said to be now: "hab gleich termin"."""
    return sheet.says(_RIGHT_NOW)


def is_weekly(sheet: Sheet) -> bool:
    """Whether the text speaks of what is so every week, such as a course: "dienstags um 9"."""
    return sheet.says(_WEEKLY)


def is_vague(sheet: Sheet) -> bool:
    """Whether the text speaks of a day without naming one: "irgendwann", "nach den ferien", "in 2 wochen"."""
    return any(sheet.says(wanted) for wanted in _VAGUE)


def _speaks_of_missing(sheet: Sheet) -> bool:
    return sheet.says(_MISSED) and not sheet.says(_MISSED_BUS)


def _clause(text: str, at: int) -> str:
    before = text[max(0, at - _AROUND) : at]
    after = text[at : at + _AROUND]
    end = _CLAUSE_ENDS.search(after, 3)  # not at the dot of "3. dezember"
    return _CLAUSE_ENDS.split(before)[-1] + (after[: end.start()] if end else after)
