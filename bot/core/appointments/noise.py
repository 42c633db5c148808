"""Numbers and words that look like a day or a time and are none: phones, sums, greetings, rooms."""

from __future__ import annotations

from bot.core.appointments.sheet import NOISE, Sheet, any_of, pattern

_DECIMAL = r"\d{1,4}(?:[.,]\d{1,3}){0,2}"
_PLACES = any_of(
    """
    zimmer zi raum büro nr nummer hausnummer *stra(?:ß|ss)e *str haus linie gleis platz tür seite größe
    fieber teil stufe
    """
)
_COUNTED = any_of(
    """
    stock etage og mal termin* einladung* brief* klasse kind mahnung person monat versuch schuljahr
    lehrjahr semester woche bescheid*
    """
)
_NOISE = (
    pattern(r"(?:https?://|www\.)\S{1,200}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,100}"),
    # Phone numbers; a date such as 03.12. has no third digit before its dot.
    pattern(r"<^>(?:\+\d{1,4}|0\d{2,4})[ /()-]{0,3}\d{2,}(?:[ /-]{1,3}\d{2,}){0,4}(?!~<UHR>|\d|[.:]\d)"),
    # Postcodes and customer numbers.
    pattern(r"\d{5,}\w{0,20}"),
    # Sums, ages, amounts of things. "in 3 tagen" and "10 minuten vor 9" are something else.
    pattern(
        rf"(?<!\bin\s)(?<!\bvor\s)(?<![\d:])(?:{_DECIMAL}~-~)?{_DECIMAL}~<UNIT>"
        r"(?!~(?:vor|nach) (?:halb )?<N>)"
    ),
    pattern(rf"(?:€|§{{1,2}}|art\.|abs\.)~{_DECIMAL}\w?"),
    pattern(rf"{_PLACES}\.?~\d{{1,4}}(?:[.,]\d{{1,3}})?(?!\d|~<UHR>|~[.:]~\d)"),
    pattern(rf"<^>\d{{1,2}}\.~{_COUNTED}"),
    # Greetings.
    pattern(r"\b(?:gut\w{0,3}|schön\w{0,3}) (?:morgen|morgn|abend|tag|mittag)\b"),
    pattern(r"^\W{0,5}(?:morgen|morgn) (?:zusammen|allerseits|leute|ihr)\b"),
    # What is so every week is no day.
    pattern(r"\bjede[nrms]? (?:\w{3,9}tag|mittwoch)\b"),
    # A night is no time for an appointment: it is when somebody fell ill.
    pattern(any_of("heute?_nacht gestern_nacht letzte_nacht diese_nacht ganze_nacht der_nacht die_nacht")),
    # "fr. müller", not "fr. früh"
    pattern(rf"\bfr\.~(?=[^\W\d])(?!{any_of('nach* vor* früh um mittag* morgen* abend* den ab bis')})"),
)


def cross_out_noise(sheet: Sheet) -> None:
    for one in _NOISE:
        sheet.cross_out_all(one, NOISE)
