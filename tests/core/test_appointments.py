"""Days, times and reasons of an appointment as citizens type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.appointments import Reading, find_day, read_appointment, reason_in
from bot.core.calendar import BERLIN

MONDAY = datetime(2026, 11, 23, 7, 12, tzinfo=BERLIN)
MONDAY_LATE = datetime(2026, 11, 23, 10, 30, tzinfo=BERLIN)
MONDAY_AFTERNOON = datetime(2026, 11, 23, 16, 5, tzinfo=BERLIN)
WEDNESDAY = datetime(2026, 11, 25, 9, 0, tzinfo=BERLIN)
FRIDAY_EVENING = datetime(2026, 11, 27, 18, 40, tzinfo=BERLIN)
NEW_YEARS_EVE = datetime(2026, 12, 31, 9, 0, tzinfo=BERLIN)
NEW_YEAR = datetime(2027, 1, 4, 8, 0, tzinfo=BERLIN)
CLOCK_BACK = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)
"""Already Sunday, 25 October, half past midnight in Borken; the night has 25 hours."""
CLOCK_FORWARD = datetime(2027, 3, 27, 23, 15, tzinfo=UTC)
"""Sunday, 28 March, a quarter past midnight in Borken; there is no half past two today."""

_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def written(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day}.{day.month}.{day:%y}"


def shown(reading: Reading) -> str:
    """A reading in one line: "Mi 25.11.26 8:15 +morning !range"; several days "A / B"; nothing "-"."""
    days = (reading.day,) if reading.day else reading.also
    parts = [" / ".join(map(written, days)) or "-"]
    if reading.time:
        parts.append(f"{reading.time.hour}:{reading.time.minute:02}")
    if reading.part_of_day:
        parts.append(f"+{reading.part_of_day}")
    if reading.problem:
        parts.append(f"!{reading.problem}")
    return " ".join(parts)


FIRST_MESSAGES = [
    ("kind krank hab um viertel nach 8 termin kann nicht", "Mo 23.11.26 8:15"),
    ("kann heute nicht kommen bin krank", "Mo 23.11.26"),
    ("guten morgen, ich schaffe den termin um 9 nicht", "Mo 23.11.26 9:00"),
    (
        "Guten Morgen, ich habe seit heute Nacht starkes Fieber und kann den heutigen Termin um 11 Uhr "
        "nicht wahrnehmen. Wohin schicke ich die Bescheinigung?",
        "Mo 23.11.26 11:00",
    ),
    ("Krank melden für heute 13 uhr bitte", "Mo 23.11.26 13:00"),
    (
        "Sehr geehrte Damen und Herren, am 3. Dezember habe ich um 9 Uhr eine Einladung, muss aber an "
        "diesem Tag zu einer Gerichtsverhandlung. Ist ein Ausweichtermin möglich?",
        "Do 3.12.26 9:00",
    ),
    ("kann ich den termin am donnerstag auf nächste woche legen", "Do 26.11.26"),
    ("ich kann nich komme morgen weil meine kind krank ist, bitte andere tag", "Di 24.11.26"),
    ("Ich bin vom 1. bis 5. im Praktikum im Altenheim, genau da liegt Ihr Termin.", "- !range"),
    ("ich habe termin am 1 dezember. brauchen sie pass und aufenthaltstitel", "Di 1.12.26"),
    ("HILFE TERMIN VERGESSEN GESTERN", "So 22.11.26"),
    (
        "Brief kommt heute mit der Post, Termin drin war aber schon vorgestern. Kann ich ja nix für!",
        "Sa 21.11.26",
    ),
    ("sitz mit Gips im dritten Stock ohne Aufzug. Donnerstag wär mein Termin in Borken.", "Do 26.11.26"),
    ("ich bin im krankenhaus bocholt, termin am freitag, wer sagt bescheid?", "Fr 27.11.26"),
    ("krankgeschriben bis freitag, einladung donnerstag. muss ich hin oder nicht", "Do 26.11.26"),
    ("Mein Mann hat seinen Termin heute sausen lassen, kann er einfach morgen hin?", "Mo 23.11.26"),
    ("Kann ich bei Ihnen am Freitagvormittag hereinkommen?", "Fr 27.11.26 +morning"),
    ("bitte termin von meine mann ander zeit, er hat arbeit bis 16 uhr", "-"),
    ("entbindungstermin 12.2., was muss ich vorher alles klären", "Fr 12.2.27"),
    ("ich bin krank fieber 39, freitag einladung jobcenter. doktor papier schicken ja?", "Fr 27.11.26"),
    (
        "Sehr geehrte Damen und Herren, die für gestern, 10:30 Uhr, anberaumte Vorsprache habe ich leider "
        "versäumt, da mein Bus ausgefallen ist.",
        "So 22.11.26 10:30",
    ),
    ("bin seit gestern krank, termin ist heute um 9", "Mo 23.11.26 9:00"),
    ("schicht von 6 bis 14 uhr, termin morgen um 9", "Di 24.11.26 9:00"),
    ("Ich möchte den Termin vom 26.11. auf den 3.12. verschieben", "Do 26.11.26"),
    ("termin am 26. um 10 bitte auf freitag verschieben", "Do 26.11.26 10:00"),
    ("hab gleich termin und der bus kommt nicht", "Mo 23.11.26"),
    ("mein termin ist in einer stunde", "Mo 23.11.26"),
    ("hab am donnerstag um 10 nen termin bei frau müller", "Do 26.11.26 10:00"),
    ("muss mittwoch 8uhr zu euch aber hab schicht", "Mi 25.11.26 8:00"),
    ("mein sohn 5 jahre krank, termin freitag 11 uhr", "Fr 27.11.26 11:00"),
    ("hallo, habe übermorgen 10:15 termin zimmer 204 kann nicht", "Mi 25.11.26 10:15"),
    ("Meine Nummer 0171 3920017, Termin am 2.12. 9 Uhr", "Mi 2.12.26 9:00"),
    ("termin dienstag 8:30 bin in 46397 bocholt", "Di 24.11.26 8:30"),
    ("ich habe um 5 euro zu wenig und am freitag termin", "Fr 27.11.26"),
]

DAYS = [
    ("heute", "Mo 23.11.26"),
    ("heut", "Mo 23.11.26"),
    ("gestern", "So 22.11.26"),
    ("vorgestern", "Sa 21.11.26"),
    ("morgen", "Di 24.11.26"),
    ("übermorgen", "Mi 25.11.26"),
    ("uebermorgen", "Mi 25.11.26"),
    ("ubermorgen um 9", "Mi 25.11.26 9:00"),
    ("mein morgiger termin um 10", "Di 24.11.26 10:00"),
    ("mittwoch", "Mi 25.11.26"),
    ("Donnerstag", "Do 26.11.26"),
    ("am Freitag", "Fr 27.11.26"),
    ("samstag", "Sa 28.11.26"),
    ("sonnabend", "Sa 28.11.26"),
    ("montag", "Mo 23.11.26 / Mo 30.11.26"),
    ("dolmetcher für dari gesucht termin montag", "Mo 23.11.26 / Mo 30.11.26"),
    ("mi", "Mi 25.11.26"),
    ("am do", "Do 26.11.26"),
    ("do kann ich nicht", "Do 26.11.26"),
    ("termin di", "Di 24.11.26"),
    ("am sa", "Sa 28.11.26"),
    ("kommenden mittwoch", "Mi 25.11.26"),
    ("kommenden montag", "Mo 30.11.26"),
    ("diesen freitag", "Fr 27.11.26"),
    ("diesen montag", "Mo 23.11.26"),
    ("nächsten mittwoch", "Mi 25.11.26 / Mi 2.12.26"),
    ("nächsten mittwoch halb neun", "Mi 25.11.26 / Mi 2.12.26 8:30"),
    ("nechsten freitag", "Fr 27.11.26 / Fr 4.12.26"),
    ("nexten do 9 uhr", "Do 26.11.26 / Do 3.12.26 9:00"),
    ("nächsten montag", "Mo 30.11.26"),
    ("übernächsten montag", "Mo 7.12.26"),
    ("letzten montag", "Mo 16.11.26"),
    ("letzten freitag", "Fr 20.11.26"),
    ("vergangenen dienstag", "Di 17.11.26"),
    ("vorigen do", "Do 19.11.26"),
    ("letzte woche donnerstag", "Do 19.11.26"),
    ("donnerstag letzter woche", "Do 19.11.26"),
    ("nächste woche mittwoch um 10", "Mi 2.12.26 10:00"),
    ("mittwoch nächste woche", "Mi 2.12.26"),
    ("kommende woche di 8 uhr", "Di 1.12.26 8:00"),
    ("diese woche donnerstag", "Do 26.11.26"),
    ("übernächste woche dienstag", "Di 8.12.26"),
    ("mittwoch in einer woche", "Mi 2.12.26"),
    ("freitag in 2 wochen", "Fr 11.12.26"),
    ("heute in 2 wochen", "Mo 7.12.26"),
    ("heute in einer woche", "Mo 30.11.26"),
    ("morgen in ner woche", "Di 1.12.26"),
    ("in 3 tagen", "Do 26.11.26"),
    ("in drei tagen um 9", "Do 26.11.26 9:00"),
    ("in 14 tagen", "Mo 7.12.26"),
    ("in 8 tagen", "Mo 30.11.26 / Di 1.12.26"),
    ("vor zwei tagen", "Sa 21.11.26"),
    ("war vor 3 tagen", "Fr 20.11.26"),
    ("war am freitag nicht da", "Fr 20.11.26"),
    ("hab mittwoch verpasst", "Mi 18.11.26"),
    ("den termin am donnerstag hab ich nicht geschafft, verschlafen", "Do 19.11.26"),
    ("ich hatte eigentlich am donnerstag einen termin", "Do 19.11.26 / Do 26.11.26"),
    ("ich hätte am donnerstag einen termin", "Do 26.11.26"),
    ("mittwoch oder donnerstag", "Mi 25.11.26 / Do 26.11.26"),
    ("nicht mittwoch sondern donnerstag", "Do 26.11.26"),
]

MISSPELT = [
    ("mitwoch", "Mi 25.11.26"),
    ("am mittwoh 9 uhr", "Mi 25.11.26 9:00"),
    ("donerstag 10 uhr", "Do 26.11.26 10:00"),
    ("donnestag", "Do 26.11.26"),
    ("donnerstach", "Do 26.11.26"),
    ("frietag", "Fr 27.11.26"),
    ("freitach um neun", "Fr 27.11.26 9:00"),
    ("dinstag halb 10", "Di 24.11.26 9:30"),
    ("dienstach", "Di 24.11.26"),
    ("vorgestan", "Sa 21.11.26"),
    ("heude um 9", "Mo 23.11.26 9:00"),
    ("morgn 8 uhr", "Di 24.11.26 8:00"),
    ("3. dezenber", "Do 3.12.26"),
    ("am 5. febuar", "Fr 5.2.27"),
    ("2 jannuar", "Sa 2.1.27"),
    ("12. maerz", "Fr 12.3.27"),
    ("nachsten montag um zwolf", "Mo 30.11.26 12:00"),
    ("funf vor halb zehn", "Mo 23.11.26 9:25"),
    ("fürtel nach acht", "Mo 23.11.26 8:15"),
    ("virtel vor neun", "Mo 23.11.26 8:45"),
]

TIMES = [
    ("um 8 uhr", "Mo 23.11.26 8:00"),
    ("14 uhr", "Mo 23.11.26 14:00"),
    ("9h", "Mo 23.11.26 9:00"),
    ("halb neun", "Mo 23.11.26 8:30"),
    ("morgen um 8", "Di 24.11.26 8:00"),
    ("morgen halb 9", "Di 24.11.26 8:30"),
    ("morgen dreiviertel 9", "Di 24.11.26 8:45"),
    ("morgen viertel 9", "Di 24.11.26 8:15"),
    ("morgen um viertel vor zehn", "Di 24.11.26 9:45"),
    ("am freitag 5 vor halb 10", "Fr 27.11.26 9:25"),
    ("fr 5 nach halb 9", "Fr 27.11.26 8:35"),
    ("zehn nach acht heute", "Mo 23.11.26 8:10"),
    ("20 vor 11 am mittwoch", "Mi 25.11.26 10:40"),
    ("viertel nach drei am freitag", "Fr 27.11.26 15:15"),
    ("do 9h", "Do 26.11.26 9:00"),
    ("do 9h30", "Do 26.11.26 9:30"),
    ("mi 8.15", "Mi 25.11.26 8:15"),
    ("mi um 8.15 uhr", "Mi 25.11.26 8:15"),
    ("mittwoch 08:15", "Mi 25.11.26 8:15"),
    ("8 uhr 15 donnerstag", "Do 26.11.26 8:15"),
    ("donnerstag acht uhr dreißig", "Do 26.11.26 8:30"),
    ("freitag um zwei", "Fr 27.11.26 14:00"),
    ("freitag 2 uhr", "Fr 27.11.26 14:00"),
    ("freitag halb drei", "Fr 27.11.26 14:30"),
    ("morgen halb 1", "Di 24.11.26 12:30"),
    ("morgen um 12", "Di 24.11.26 12:00"),
    ("morgen mittag um 1", "Di 24.11.26 13:00"),
    ("mittwoch mittags", "Mi 25.11.26 12:00"),
    ("morgen 14:30uhr", "Di 24.11.26 14:30"),
    ("morgen 14 uhr 30", "Di 24.11.26 14:30"),
    ("morgen nachmittag um drei", "Di 24.11.26 15:00 +afternoon"),
    ("morgen abend um 6", "Di 24.11.26 18:00 +evening"),
    ("morgen um 6 uhr früh", "Di 24.11.26 6:00 +morning"),
    ("morgen 06:30", "Di 24.11.26 6:30"),
    ("morgen so gegen neun", "Di 24.11.26 9:00"),
    ("morgen um neune", "Di 24.11.26 9:00"),
    ("mittwoch um viertel nach 14 uhr", "Mi 25.11.26 14:15"),
    ("donnerstag 9", "Do 26.11.26 9:00"),
    ("do 10 kann ich nicht", "Do 26.11.26 10:00"),
    ("der termin ist um 8.10", "Mo 23.11.26 8:10"),
    ("morgen 9.10", "Di 24.11.26 9:10"),
    ("٨:١٥", "Mo 23.11.26 8:15"),
    ("termin um 9 nicht um 10", "Mo 23.11.26 9:00"),
]

DATES = [
    ("3.12.", "Do 3.12.26"),
    ("3.12", "Do 3.12.26"),
    ("03.12.26", "Do 3.12.26"),
    ("3.12.2026", "Do 3.12.26"),
    ("3. 12. 2026", "Do 3.12.26"),
    ("03.12. um 14 uhr", "Do 3.12.26 14:00"),
    ("3.12 9 uhr", "Do 3.12.26 9:00"),
    ("3. dezember", "Do 3.12.26"),
    ("3.dez. 10:00", "Do 3.12.26 10:00"),
    ("3 dez 9:30", "Do 3.12.26 9:30"),
    ("am 3ten", "Do 3.12.26"),
    ("am 3. um 9", "Do 3.12.26 9:00"),
    ("am dritten", "Do 3.12.26"),
    ("dritter zwölfter", "Do 3.12.26"),
    ("der dritte zwölfte um zehn", "Do 3.12.26 10:00"),
    ("2026-12-03", "Do 3.12.26"),
    ("2026-12-03 09:00", "Do 3.12.26 9:00"),
    ("3/12/2026", "Do 3.12.26"),
    ("3-12-2026", "Do 3.12.26"),
    ("٣.١٢. ٩:٣٠", "Do 3.12.26 9:30"),
    ("٣/١٢/٢٠٢٦", "Do 3.12.26"),
    ("am 8.12 um 8.15", "Di 8.12.26 8:15"),
    ("1.1.", "Fr 1.1.27"),
    ("24.12. 9 uhr", "Do 24.12.26 9:00"),
    ("31.12.", "Do 31.12.26"),
    ("22.11.", "So 22.11.26"),
    ("war am 20.11.", "Fr 20.11.26"),
    ("am 20. verpasst", "Fr 20.11.26"),
    ("am 20.", "Fr 20.11.26 / So 20.12.26"),
    ("am 24.", "Di 24.11.26"),
    ("am 31.", "Do 31.12.26"),
    ("29.2.28", "Di 29.2.28"),
    ("25.10.2026", "So 25.10.26"),
    ("28.3.2027", "So 28.3.27"),
    ("mi 25.11. 9 uhr", "Mi 25.11.26 9:00"),
    ("am mittwoch den 25. um 9", "Mi 25.11.26 9:00"),
    ("Mittwoch, dem 2. Dezember 2026, um 10.30 Uhr", "Mi 2.12.26 10:30"),
    ("heute, Montag, 23.11., 8:15 Uhr", "Mo 23.11.26 8:15"),
    ("nächsten mittwoch, 2.12.", "Mi 2.12.26"),
    ("donnerstag 14.1.", "Do 14.1.27"),
    ("donnerstag 25.11.", "Mi 25.11.26 / Do 26.11.26"),
    ("26.11. 9:00", "Do 26.11.26 9:00"),
]

MORNING_TRAPS = [
    ("heute morgen", "Mo 23.11.26 +morning"),
    ("heute morgen um 8", "Mo 23.11.26 8:00 +morning"),
    ("morgen früh", "Di 24.11.26 +morning"),
    ("morgen frueh um 8", "Di 24.11.26 8:00 +morning"),
    ("morgen in der früh", "Di 24.11.26 +morning"),
    ("übermorgen früh", "Mi 25.11.26 +morning"),
    ("mittwoch morgen 9 uhr", "Mi 25.11.26 9:00 +morning"),
    ("dienstagmorgen um 9", "Di 24.11.26 9:00 +morning"),
    ("freitagnachmittag um 3", "Fr 27.11.26 15:00 +afternoon"),
    ("gestern morgen", "So 22.11.26 +morning"),
    ("morgen vormittag", "Di 24.11.26 +morning"),
    ("am morgen", "- +morning"),
    ("guten morgen", "-"),
    ("moin", "-"),
    ("morgen, 9 uhr", "Di 24.11.26 9:00"),
    ("Morgen, ich kann heute nicht", "Mo 23.11.26"),
    ("Morgen! Kind ist krank, hab um 8 termin", "Mo 23.11.26 / Di 24.11.26 8:00"),
    ("morgen zusammen, bin heute krank", "Mo 23.11.26"),
    ("guten morgen, morgen kann ich nicht", "Di 24.11.26"),
]

IMPOSSIBLE_OR_VAGUE = [
    ("31.2.", "- !impossible"),
    ("31.2. um 9", "- 9:00 !impossible"),
    ("30.02.2027 10 uhr", "- 10:00 !impossible"),
    ("29.2.2027", "- !impossible"),
    ("29.2.", "- !impossible"),
    ("31. november", "- !impossible"),
    ("32.12.", "- !impossible"),
    ("3.13.2026", "- !impossible"),
    ("25:00", "- !impossible"),
    ("heute 25:00", "Mo 23.11.26 !impossible"),
    ("morgen um 8:75", "Di 24.11.26 !impossible"),
    ("morgen 24 uhr", "Di 24.11.26 !impossible"),
    ("28.3.2027 02:30", "So 28.3.27 !impossible"),
    ("10-12", "- !range"),
    ("Freitag 10-12", "Fr 27.11.26 !range"),
    ("mittwoch zwischen 9 und 11", "Mi 25.11.26 !range"),
    ("donnerstag von 8 bis 10 uhr", "Do 26.11.26 !range"),
    ("morgen 8:00-9:00", "Di 24.11.26 !range"),
    ("3.-5.12.", "- !range"),
    ("3.12. bis 5.12.", "- !range"),
    ("mo-mi", "- !range"),
    ("von montag bis mittwoch", "- !range"),
    ("irgendwann", "- !vague"),
    ("nach den ferien", "- !vague"),
    ("nächste woche", "- !vague"),
    ("nächste woche um 9", "- 9:00 !vague"),
    ("in 2 wochen", "- !vague"),
    ("in einem monat", "- !vague"),
    ("anfang dezember", "- !vague"),
    ("ende des monats", "- !vague"),
    ("in ein paar tagen", "- !vague"),
    ("im januar", "- !vague"),
]

NO_DAY_AND_NO_TIME = [
    "",
    "?",
    "9",
    "0171 392001",
    "0171/3920017",
    "+49 171 39 20 017",
    "meine nummer ist 02871-12345",
    "46397",
    "46397 bocholt",
    "563 euro",
    "12,50 euro",
    "8.50 €",
    "um 30% gekürzt",
    "10.5 prozent",
    "§ 32 sgb ii",
    "habe 3 kinder",
    "bin 25 jahre alt",
    "im 3. stock",
    "zum 2. mal",
    "3.5 zimmer wohnung",
    "geboren 3.12.1985",
    "bin auf montage",
    "am feiertag",
    "mittwochs kann ich nie",
    "fr. müller ist nicht da",
    "so ein mist",
    "so um die ecke",
    "ich mach mir sorgen",
    "seit 3 tagen krank",
    "bin bis freitag krankgeschrieben",
    "ab morgen krank",
    "dauert 2-3 stunden",
    "weiß nicht",
    "zu früh",
    "K7M-3PQ",
]

AS_CITIZENS_WRITE = [
    (
        "ich hab am do einen termin um zehn uhr kann aber nicht weil mein kleiner fieber hat",
        "Do 26.11.26 10:00",
    ),
    ("Hallo kann ich den Termin von morgen verschieben?", "Di 24.11.26"),
    ("termin 26.11.2026 um 09:30 Uhr kann ich leider nicht wahrnehmen", "Do 26.11.26 9:30"),
    ("am 26.11 hab ich um 9.30 termin", "Do 26.11.26 9:30"),
    ("mein termin am donnerstag, den 26. november um 9 uhr 30", "Do 26.11.26 9:30"),
    ("muss den termin am freitag absagen", "Fr 27.11.26"),
    ("ich habe morgen früh um 8 uhr termin aber bus fährt nicht", "Di 24.11.26 8:00 +morning"),
    ("Termin heute 10 Uhr, ich bin krank", "Mo 23.11.26 10:00"),
    ("hallo ich kann heute leider nicht zu meinem termin um viertel vor elf kommen", "Mo 23.11.26 10:45"),
    ("hab heut um 9 termin, bin krank", "Mo 23.11.26 9:00"),
    ("kann mi nicht", "Mi 25.11.26"),
    ("Mi 25.11. 14:00", "Mi 25.11.26 14:00"),
    ("Do. 26.11., 9 Uhr", "Do 26.11.26 9:00"),
    ("Fr. 27.11. 10:30", "Fr 27.11.26 10:30"),
    ("Di, 24.11.26, 08:00", "Di 24.11.26 8:00"),
    ("nächster dienstag um 10", "Di 24.11.26 / Di 1.12.26 10:00"),
    ("am kommenden donnerstag um 13.30 uhr", "Do 26.11.26 13:30"),
    ("der 1.12. passt mir nicht", "Di 1.12.26"),
    ("1. Dez 8 Uhr", "Di 1.12.26 8:00"),
    ("erster dezember", "Di 1.12.26"),
    ("am ersten dezember um halb elf", "Di 1.12.26 10:30"),
    ("ende nächster woche", "- !vague"),
    ("weiß den tag nicht mehr, irgendwann nächste woche", "- !vague"),
    ("am mittwoch in zwei wochen um 11", "Mi 9.12.26 11:00"),
    ("in einer woche", "- !vague"),
    ("in zehn tagen", "Do 3.12.26"),
    ("übermorgen um viertel nach neun", "Mi 25.11.26 9:15"),
    ("ÜBERMORGEN 9 UHR", "Mi 25.11.26 9:00"),
    ("übermorgen nachmittag halb drei", "Mi 25.11.26 14:30 +afternoon"),
    ("heute nachmittag um 4", "Mo 23.11.26 16:00 +afternoon"),
    ("heut mittag 12 uhr", "Mo 23.11.26 12:00"),
    ("gestern hatte ich termin hab ich vergessen", "So 22.11.26"),
    ("ich habe freitag meinen termin verpasst weil der bus nicht kam", "Fr 20.11.26"),
    ("hab letzte woche mittwoch den termin verpennt", "Mi 18.11.26"),
    ("war letzten do krank und konnte nicht kommen", "Do 19.11.26"),
    ("vorige woche dienstag", "Di 17.11.26"),
    ("termin war am 18.11.", "Mi 18.11.26"),
    ("termin vom 19. november versäumt", "Do 19.11.26"),
    ("hatte am 20.11. um 10 uhr einen termin", "Fr 20.11.26 10:00"),
    ("ich war am 12. nicht da", "Do 12.11.26"),
    ("donnerstag früh 8 uhr", "Do 26.11.26 8:00 +morning"),
    ("do vormittag", "Do 26.11.26 +morning"),
    ("fr nachmittag", "Fr 27.11.26 +afternoon"),
    ("dienstags termin um 9", "- 9:00"),
    ("mittwoch 25 november", "Mi 25.11.26"),
    ("25 nov", "Mi 25.11.26"),
    ("25.Nov", "Mi 25.11.26"),
    ("25/11/26", "Mi 25.11.26"),
    ("25-11-2026 10.00", "Mi 25.11.26 10:00"),
    ("2026/11/25", "Mi 25.11.26"),
    ("25.11.26 um 10", "Mi 25.11.26 10:00"),
    ("25.11.2026 10h", "Mi 25.11.26 10:00"),
    ("25. 11. 10 uhr", "Mi 25.11.26 10:00"),
    ("2.12. viertel nach 10", "Mi 2.12.26 10:15"),
    ("2.12 halb zehn", "Mi 2.12.26 9:30"),
    ("zweiter zwölfter", "Mi 2.12.26"),
    ("am zweiten zwölften um neun uhr", "Mi 2.12.26 9:00"),
    ("termin is morgen um zehn vor neun", "Di 24.11.26 8:50"),
    ("morgen um fünf nach halb neun", "Di 24.11.26 8:35"),
    ("morgen 5 nach 9", "Di 24.11.26 9:05"),
    ("morgen kurz vor 9", "Di 24.11.26"),
    ("dreiviertel zehn am mittwoch", "Mi 25.11.26 9:45"),
    ("morgen drei viertel acht", "Di 24.11.26 7:45"),
    ("do um zwanzig nach zehn", "Do 26.11.26 10:20"),
    ("do um 10 uhr zwanzig", "Do 26.11.26 10:20"),
    ("do 10uhr30", "Do 26.11.26 10:30"),
    ("mittwoch 10 - 11 uhr", "Mi 25.11.26 !range"),
    ("mittwoch so zwischen acht und neun", "Mi 25.11.26 !range"),
    ("mittwoch ab 9", "Mi 25.11.26"),
    ("entweder di oder mi weiß nicht mehr", "Di 24.11.26 / Mi 25.11.26"),
    ("nicht am 25. sondern am 26.", "Do 26.11.26"),
    ("nein am freitag", "Fr 27.11.26"),
    ("ne morgen", "Di 24.11.26"),
    ("freitag der 27.", "Fr 27.11.26"),
    ("freitag 27.", "Fr 27.11.26"),
    ("freitag, 27ter", "Fr 27.11.26"),
    ("am 27ten um 8", "Fr 27.11.26 8:00"),
    ("der siebenundzwanzigste", "Fr 27.11.26"),
    ("30. februar", "- !impossible"),
    ("31.04.2027", "- !impossible"),
    ("heute um 27 uhr", "Mo 23.11.26 !impossible"),
    ("der termin ist in 2 stunden", "Mo 23.11.26"),
    ("termin in ner halben stunde", "Mo 23.11.26"),
    ("ich hab jetzt gleich einen termin", "Mo 23.11.26"),
    ("termin um 8 uhr bin noch im bus", "Mo 23.11.26 8:00"),
    ("komme 10 minuten später", "-"),
    ("ich komme 10 minuten später zum termin um 9", "Mo 23.11.26 9:00"),
    ("bin seit 2 wochen krank, termin ist am 30.11.", "Mo 30.11.26"),
    ("hab 2 kinder und am 30.11. um 8 termin", "Mo 30.11.26 8:00"),
    ("habe seit freitag fieber, termin mittwoch 9 uhr", "Mi 25.11.26 9:00"),
    ("bin von montag bis freitag im krankenhaus, termin ist donnerstag um 10", "Do 26.11.26 10:00"),
    ("krank vom 23.11. bis 27.11., termin war für den 25.11. um 9", "Mi 25.11.26 9:00"),
    ("ich arbeite bis 13 uhr, termin ist um 11 am mittwoch", "Mi 25.11.26 11:00"),
    ("hab um 8 vorstellungsgespräch und um 9 termin bei euch", "Mo 23.11.26 9:00"),
    ("termin am 2. dezember verlegen auf januar", "Mi 2.12.26"),
    ("können wir den termin vom 2. auf den 9. dezember schieben", "Mi 2.12.26"),
    ("bg nummer 35502//0012345 termin 27.11. 9 uhr", "Fr 27.11.26 9:00"),
    ("ich bin am 3.4.1990 geboren und habe morgen um 9 termin", "Di 24.11.26 9:00"),
    ("straße 12 46399 bocholt termin morgen 11 uhr", "Di 24.11.26 11:00"),
    ("Tel: 0171 3920017 14 uhr morgen", "Di 24.11.26 14:00"),
    ("tel 01713920017", "-"),
    ("Ich wohne Nordstr. 8, Termin ist Freitag 8 Uhr", "Fr 27.11.26 8:00"),
    ("moin morgen hab ich keine zeit", "Di 24.11.26"),
    ("Guten Abend, morgen um 8 geht nicht", "Di 24.11.26 8:00"),
    ("schönen guten morgen, ich muss den termin um 10 absagen", "Mo 23.11.26 10:00"),
    ("morgen um acht uhr in der früh", "Di 24.11.26 8:00 +morning"),
    ("moin, mein termin heute früh um halb acht", "Mo 23.11.26 7:30 +morning"),
    ("7 uhr 45", "Mo 23.11.26 7:45"),
    ("Ihr legt mir da 7:45 hin", "Mo 23.11.26 7:45"),
    ("weihnachten", "- !vague"),
    ("vor weihnachten", "- !vague"),
    ("nächstes jahr", "- !vague"),
    ("nächsten monat", "- !vague"),
    ("später", "-"),
    ("bald", "- !vague"),
    ("keine ahnung wann", "-"),
    ("23.11.", "Mo 23.11.26"),
    ("24.11. 24 uhr", "Di 24.11.26 !impossible"),
    ("mitwoch um halp zehn", "Mi 25.11.26 9:30"),
    ("donerstak 9 ur", "Do 26.11.26 9:00"),
    ("freitak um 10", "Fr 27.11.26 10:00"),
    ("dienstag um 9:oo uhr", "Di 24.11.26 9:00"),
    ("mein frau hat termin 27 november 10 uhr", "Fr 27.11.26 10:00"),
    ("ich habe dienstag termin in 9 uhr", "Di 24.11.26 9:00"),
    ("termin ist am dienstag am 9 uhr", "Di 24.11.26 9:00"),
    ("termin um 9 uhr morgens", "Mo 23.11.26 9:00 +morning"),
    ("am montag dem 30. um 10", "Mo 30.11.26 10:00"),
    ("montag in einer woche", "Mo 30.11.26 / Mo 7.12.26"),
    ("heute in 14 tagen", "Mo 7.12.26"),
    ("heute in acht tagen", "Mo 30.11.26"),
    ("bin heute krank, termin donnerstag 9 uhr", "Do 26.11.26 9:00"),
    ("heute ist mein kind krank und morgen ist der termin", "Di 24.11.26"),
    ("kann donnerstag nicht, freitag hab ich termin", "Fr 27.11.26"),
    ("termin am donnerstag geht nicht, freitag wäre besser", "Do 26.11.26"),
    ("termin heute oder morgen", "Mo 23.11.26 / Di 24.11.26"),
    ("termin am donnerstag, nein freitag", "Do 26.11.26 / Fr 27.11.26"),
    (
        "mein sohn ist seit montag krank, ich hab aber am mittwoch um 8.30 uhr einen termin",
        "Mi 25.11.26 8:30",
    ),
    ("ich sage den termin ab, donnerstag 9 uhr", "Do 26.11.26 9:00"),
    ("ich wollte um einen anderen termin bitten", "-"),
    ("das ist der dritte termin den ich verpasse", "-"),
    ("mittwoch oder so", "Mi 25.11.26"),
    ("heute so gegen 9", "Mo 23.11.26 9:00"),
    ("termin bei fr müller um 9", "Mo 23.11.26 9:00"),
    ("jeden montag um 9 ist kurs", "- 9:00"),
    ("freitag d. 27.11. um 9.00 Uhr", "Fr 27.11.26 9:00"),
    ("27.11,2026", "Fr 27.11.26"),
    ("13. mai 2037", "-"),
    ("in einer viertelstunde hab ich termin", "Mo 23.11.26"),
    ("heute in 3 tagen", "Do 26.11.26"),
    ("am 5. diesen monats", "Sa 5.12.26"),
    ("mittwoch in 14 tagen", "Mi 9.12.26"),
    ("dienstag in acht tagen um 9", "Di 1.12.26 9:00"),
    ("am 25. oder 26.", "Mi 25.11.26 / Do 26.11.26"),
    ("termin am 25. oder 26. weiß nicht mehr", "Mi 25.11.26 / Do 26.11.26"),
    ("hab den bus verpasst, termin ist freitag", "Fr 27.11.26"),
    ("kann den termin jetzt nicht finden", "-"),
    ("termin is jetzt, steh im stau", "Mo 23.11.26"),
    (
        "Guten Tag, leider muss ich meinen morgigen Termin um 9:15 Uhr absagen, da ich erkrankt bin.",
        "Di 24.11.26 9:15",
    ),
    ("digga hab morgen um 8 termin schaff ich nich", "Di 24.11.26 8:00"),
    ("ich nicht kommen mittwoch, arbeit", "Mi 25.11.26"),
    ("Termin von mein Sohn Freitag 13 Uhr er hat Schule", "Fr 27.11.26 13:00"),
    (
        "Hiermit teile ich mit, dass ich am Donnerstag, 26.11.2026, 10.00 Uhr, verhindert bin.",
        "Do 26.11.26 10:00",
    ),
    ("wegen Termin übermorgen, 8:45 Uhr, Frau Tenhumberg", "Mi 25.11.26 8:45"),
    ("habe erst jetzt gesehen dass ich gestern um 14:30 hätte kommen sollen", "So 22.11.26 14:30"),
    ("letzte woche freitag termin vergessen", "Fr 20.11.26"),
    ("ich war letzten mittwoch nicht da tut mir leid", "Mi 18.11.26"),
    ("hab am 19.11 verpasst", "Do 19.11.26"),
    ("kann ich mittwoch statt um 8 um 10 kommen", "Mi 25.11.26"),
    ("am mi 25.11 um 7.30h", "Mi 25.11.26 7:30"),
    ("DIENSTAG 9 UHR GEHT NICHT KIND HAT FIEBER", "Di 24.11.26 9:00"),
    ("do. 10.00", "Do 26.11.26 10:00"),
    ("27.11.", "Fr 27.11.26"),
    ("27.11 um elf", "Fr 27.11.26 11:00"),
    ("heute 9uhr15", "Mo 23.11.26 9:15"),
    ("Heute um kurz nach 9", "Mo 23.11.26"),
    ("gleich um 8", "Mo 23.11.26 8:00"),
    ("in ner stunde", "Mo 23.11.26"),
    ("nächste woche montag 8.30", "Mo 30.11.26 8:30"),
    ("montag den 30.11 9 uhr", "Mo 30.11.26 9:00"),
    ("montag in acht tagen", "Mo 30.11.26 / Mo 7.12.26"),
    ("anfang nächster woche", "- !vague"),
    ("dez 3", "-"),
    ("Mein Termin: 3.12.26, 09:00", "Do 3.12.26 9:00"),
    ("Termin: Do, 3. Dez., 9:00 - 10:00 Uhr", "Do 3.12.26 !range"),
    ("3.12. nachmittags", "Do 3.12.26 +afternoon"),
    ("am dritten dezember viertel vor neun", "Do 3.12.26 8:45"),
    ("kann am 2ten nicht", "Mi 2.12.26"),
    ("weis nich genau mittwoch glaub ich", "Mi 25.11.26"),
    ("er ist schon vorbei, war heute früh um 7", "Mo 23.11.26 7:00 +morning"),
    ("vor einer stunde war mein termin", "Mo 23.11.26"),
    ("termin war vor 2 wochen", "- !vague"),
    ("vorgestern 10 uhr", "Sa 21.11.26 10:00"),
    (
        "Am Donnerstag hab ich Vorstellungsgespräch um 10 und gleichzeitig Termin bei Ihnen",
        "Do 26.11.26 10:00",
    ),
    ("ich bin am 12.3.89 geboren, termin am 27.", "Fr 27.11.26"),
    ("um 8 hab ich termin aber kita macht erst um 8:30 auf", "Mo 23.11.26 8:00"),
    ("mein bus kommt erst um 9 an, termin ist 8:30", "Mo 23.11.26 8:30"),
    ("termin heute 8:15 hab verschlafen bin erst um 9 da", "Mo 23.11.26 8:15"),
    ("muss um 6 zur schicht und termin ist um 10", "Mo 23.11.26 10:00"),
    ("Wir haben am 1.12. um 11 Uhr einen Termin, meine Tochter hat am 1.12. OP", "Di 1.12.26 11:00"),
    ("tel. 02861 9999 ab 14 uhr erreichbar", "-"),
    ("ich brauche den termin nicht mehr", "-"),
    ("kann ich am freitag zwischen 8 und 12 vorbeikommen", "Fr 27.11.26 !range"),
    ("31.11. 9 uhr", "- 9:00 !impossible"),
    ("morgen um viertel neun", "Di 24.11.26 8:15"),
]
"""More of everything, mixed, as it comes in."""

ON_OTHER_DAYS = [
    (MONDAY_LATE, "hab verpennt, der termin war um 8 und jetzt isses halb elf", "Mo 23.11.26 8:00"),
    (MONDAY_LATE, "termin um 8", "Mo 23.11.26 8:00"),
    (MONDAY_AFTERNOON, "termin um 8", "- 8:00"),
    (MONDAY_AFTERNOON, "der termin war um 8, verschlafen", "Mo 23.11.26 8:00"),
    (MONDAY_AFTERNOON, "ich war heute früh nicht da", "Mo 23.11.26 +morning"),
    (WEDNESDAY, "montag verpasst", "Mo 23.11.26"),
    (WEDNESDAY, "mein termin war am montag um 10", "Mo 23.11.26 10:00"),
    (WEDNESDAY, "letzten montag", "Mo 23.11.26"),
    (WEDNESDAY, "diesen montag", "Mo 23.11.26 / Mo 30.11.26"),
    (WEDNESDAY, "montag", "Mo 30.11.26"),
    (WEDNESDAY, "nächsten freitag", "Fr 27.11.26 / Fr 4.12.26"),
    (WEDNESDAY, "nächsten dienstag", "Di 1.12.26"),
    (WEDNESDAY, "ich konnte montag nicht kommen", "Mo 23.11.26 / Mo 30.11.26"),
    (FRIDAY_EVENING, "montag 8 uhr", "Mo 30.11.26 8:00"),
    (FRIDAY_EVENING, "nächsten montag", "Mo 30.11.26"),
    (FRIDAY_EVENING, "morgen", "Sa 28.11.26"),
    (FRIDAY_EVENING, "hab um 8 termin", "- 8:00"),
    (FRIDAY_EVENING, "hab heute um 2 verpasst", "Fr 27.11.26 14:00"),
    (FRIDAY_EVENING, "termin um 14 uhr verpasst", "Fr 27.11.26 14:00"),
    (FRIDAY_EVENING, "freitag 9 uhr", "Fr 27.11.26 / Fr 4.12.26 9:00"),
    (FRIDAY_EVENING, "am montag verpasst", "Mo 23.11.26"),
    (FRIDAY_EVENING, "mittwoch in einer woche", "Mi 9.12.26"),
    (FRIDAY_EVENING, "nächste woche mittwoch", "Mi 2.12.26"),
    (FRIDAY_EVENING, "letzten freitag", "Fr 20.11.26"),
    (NEW_YEARS_EVE, "morgen", "Fr 1.1.27"),
    (NEW_YEARS_EVE, "1.1.", "Fr 1.1.27"),
    (NEW_YEARS_EVE, "am 4. um 9", "Mo 4.1.27 9:00"),
    (NEW_YEARS_EVE, "4.1. 9 uhr", "Mo 4.1.27 9:00"),
    (NEW_YEARS_EVE, "30.12.", "Mi 30.12.26"),
    (NEW_YEARS_EVE, "montag", "Mo 4.1.27"),
    (NEW_YEARS_EVE, "nächste woche dienstag", "Di 5.1.27"),
    (NEW_YEARS_EVE, "3.12. verpasst", "Do 3.12.26"),
    (NEW_YEARS_EVE, "in 14 tagen", "Do 14.1.27"),
    (NEW_YEAR, "28.12.", "Mo 28.12.26"),
    (NEW_YEAR, "letzten donnerstag", "Do 31.12.26"),
    (NEW_YEAR, "vor 5 tagen", "Mi 30.12.26"),
    (CLOCK_BACK, "heute um 9", "So 25.10.26 9:00"),
    (CLOCK_BACK, "morgen früh um 8", "So 25.10.26 / Mo 26.10.26 8:00 +morning"),
    (CLOCK_BACK, "gestern", "Sa 24.10.26"),
    (CLOCK_FORWARD, "morgen 9 uhr", "So 28.3.27 / Mo 29.3.27 9:00"),
    (CLOCK_FORWARD, "heute 02:30", "So 28.3.27 !impossible"),
    (CLOCK_FORWARD, "heute 03:30", "So 28.3.27 3:30"),
]

REASONS = {
    "sick": [
        "bin krank",
        "ich bin krank fieber 39",
        "Krank melden für heute 13 uhr bitte",
        "krankgeschriben bis freitag, einladung donnerstag",
        "bin kranck kann nicht kommen",
        "hab grippe",
        "liege mit fieber im bett",
        "ich bin im krankenhaus bocholt, termin am freitag",
        "Hab mir den Fuss gebrochen und sitz mit Gips im dritten Stock",
        "hab die ganze nacht gekotzt",
        "mir gehts nicht gut, hab magen darm",
        "muss zum zahnarzt",
        "habe am donnerstag eine operation",
        "hab migräne",
        "Ich krank heute, nix kommen",
        "war krank und konnte nicht",
        "bin schwer erkältet",
        "habe keine arbeit und bin krank",
        "bin krank, mein bus kommt auch nie",
        "ich war nicht gesund sondern krank",
        "corona positiv",
        "bin nicht mehr arbeitsfähig, krankgeschrieben",
        "hab rücken, kann nicht laufen",
        "habe mir den rücken verrenkt und liege flach",
        "ich habe husten schnupfen heiserkeit aber keine au weil arztpraxis voll",
        "bin im kh",
        "ich bin positiv getestet",
        "arzttermin",
        "hab am freitag ne op",
        "mir gehts garnicht gut",
        "ich muss mich leider krank melden",
        "liege im bett mit 39 fieber",
        "war beim arzt, bin krankgeschrieben",
        "ich kranke habe kopf schmerz",
        "mir ist übel",
        "ich bin erkältet und hab kein auto",
        "Bein gebrochen",
        "kann heute nicht krank",
        "krank",
        "bin noch krank geschrieben bis freitag",
        "Ich habe Fieber und mein Sohn ist gesund",
        "psychisch gehts mir nicht gut",
        "bin krank ich kann nicht zur arbeit und nicht zum termin",
        "bitte teilen sie mit dass ich krank bin",
        "hallo frau müller ich bin krank",
    ],
    "child": [
        "kind krank hab um viertel nach 8 termin kann nicht",
        "mein sohn hat fieber",
        "meine tochter ist krank",
        "die kleine hat windpocken",
        "weil meine kind krank ist",
        "kita hat zu",
        "kindergarten ist heute geschlossen",
        "keine betreuung für die kinder",
        "muss mit meinem kind zum arzt",
        "hab termin beim kinderarzt",
        "Tagesmutter ist krank geworden",
        "babysitter abgesprungen",
        "schule fällt aus, kinder sind zuhause",
        "bin nicht krank, aber mein kind",
        "niemand da für das baby",
        "muss den kleinen von der schule abholen",
        "Meine Tochter hat Scharlach",
        "kind",
        "meine kinder",
        "mein kleiner hat fieber",
        "die kinder sind krank",
        "mein kind muss ins krankenhaus",
        "hab keinen für die kleine",
        "mein baby ist krank",
        "kein babysitter",
        "unsere tochter hat 40 fieber",
        "hab niemand der auf die kinder aufpasst",
        "kita streikt",
        "muss kinder in die schule bringen",
        "einschulung von meinem sohn",
        "mein kind hat u untersuchung beim kinderarzt",
        "die zwillinge haben läuse",
        "das kind hat sich den arm gebrochen",
        "weil mein sohn krank ist kann ich nicht",
    ],
    "work": [
        "hab vorstellungsgespräch",
        "vorstellungs gespräch bei edeka",
        "muss arbeiten",
        "muss mittwoch 8uhr zu euch aber hab schicht",
        "habe frühschicht",
        "probearbeit in rhede",
        "hab da probearbeiten",
        "mein chef gibt mir nicht frei",
        "bin im praktikum",
        "bewerbungsgespräch um 9",
        "kollegin ist krank ich muss einspringen",
        "muss auf arbeit",
        "ich arbeite bis 14 uhr",
        "habe um die zeit sprachkurs",
        "er hat arbeit bis 16 uhr",
        "fange neuen job an",
        "arbeit",
        "ich muss da arbeiten",
        "hab einen job gefunden und muss zur arbeit",
        "probetag bei aldi",
        "mein arbeitgeber lässt mich nicht weg",
        "hab dienst",
        "nachtschicht gehabt muss schlafen",
        "bin auf der arbeit",
        "habe deutschkurs",
        "hab ein vorstellungs gespräch",
        "muss auf montage",
        "bin in der maßnahme",
        "schwangerschaftsvertretung, hab da schicht",
    ],
    "travel": [
        "bus ist ausgefallen",
        "der bus kommt nicht",
        "auto kaputt",
        "auto springt nicht an",
        "kein geld für bus",
        "kein geld für bus zum termin 😩",
        "zug hat verspätung",
        "bahn streikt",
        "um die Zeit fährt bei uns auf dem Dorf kein Bus!",
        "ich stehn im stau auf a31",
        "hab den bus verpasst",
        "fahrrad geklaut",
        "weiß nicht wie ich hinkommen soll",
        "glatteis, komm nicht weg",
        "kann mir das ticket nicht leisten",
        "bus",
        "kein auto",
        "kein fahrgeld",
        "hab kein geld für ein ticket",
        "mein auto ist in der werkstatt",
        "der zug fährt nicht",
        "komm hier nicht weg",
        "hab den zug verpasst",
        "bus fährt nicht so früh",
        "weg ist zu weit",
        "reifen geplatzt",
        "fahrrad platten",
        "bin mit dem auto liegen geblieben",
        "keine fahrkarte",
    ],
    "other": [
        "muss zur beerdigung",
        "mein vater ist gestorben",
        "hab verschlafen",
        "hab den termin vergessen",
        "ziehe an dem tag um",
        "Umzug am donnerstag",
        "muss an diesem Tag zu einer Gerichtsverhandlung",
        "meine mutter ist im krankenhaus",
        "mein mann ist krank",
        "an dem tag ist zuckerfest",
        "brief kam zu spät",
        "zwei termine gleichzeitig, gesundheitsamt und ihr",
        "mein hund ist krank",
        "handwerker kommt",
        "meine oma ist gestorben",
        "beerdigung von meinem opa in polen",
        "ich hab den termin total verpennt",
        "Am Termintag ist bei uns Ramadanfest",
        "hab da schon einen termin beim ausländeramt",
        "muss zum gericht",
        "privat",
        "meine frau ist im krankenhaus",
        "meine mutter braucht mich, sie ist krank",
        "hab verschlafen sorry",
        "wasserschaden in der wohnung",
        "ich ziehe am freitag um",
    ],
    "": [
        "",
        "kann nicht kommen",
        "termin verschieben",
        "bin nicht krank",
        "ich bin wieder gesund",
        "mein kind ist nicht krank",
        "was ist mit meiner krankenversicherung",
        "krankenkasse will geld",
        "kindergeld kommt nicht",
        "bin arbeitslos",
        "arbeitsamt termin",
        "jobcenter termin",
        "ich habe keine arbeit",
        "leistungsbezug",
        "in bezug auf den termin",
        "bin autor",
        "frau busch hat mich eingeladen",
        "donnerstag 9 uhr",
        "habe 3 kinder",
        "wohne in der bahnhofstraße",
        "guten morgen",
        "möchte ich nicht sagen",
        "ich brauche einen anderen termin",
        "fahrkarte vom letzten termin einreichen",
        "ich kann nicht",
        "geht nicht",
        "passt mir nicht",
        "wann ist mein termin",
        "ich habe ein kind",
        "bekomme ich kindergeld",
        "muss ich mit dem bus kommen",
        "wie komme ich zu euch",
        "zahlt ihr das busticket",
        "wo ist die bushaltestelle",
        "krankengeld",
        "ich bin gesund",
        "ich habe keinen job",
        "frau krankenhagen",
        "zug um zug",
        "donnerstag passt besser",
        "der termin ist zu früh",
        "ich will nicht",
        "brauche hilfe",
        "termin steht fest",
        "ich arbeite nicht",
    ],
}


def rows(*tables):
    return [pytest.param(text, wanted, id=text[:60]) for table in tables for text, wanted in table]


@pytest.mark.parametrize(
    ("text", "wanted"),
    rows(FIRST_MESSAGES, DAYS, MISSPELT, TIMES, DATES, MORNING_TRAPS, IMPOSSIBLE_OR_VAGUE, AS_CITIZENS_WRITE),
)
def test_an_appointment_as_people_write_it_on_a_monday_at_12_past_7(text, wanted):
    assert shown(read_appointment(text, MONDAY)) == wanted


@pytest.mark.parametrize("text", NO_DAY_AND_NO_TIME)
def test_what_is_neither_a_day_nor_a_time(text):
    assert shown(read_appointment(text, MONDAY)) == "-"


@pytest.mark.parametrize(("now", "text", "wanted"), ON_OTHER_DAYS)
def test_the_moment_of_writing_counts(now, text, wanted):
    assert shown(read_appointment(text, now)) == wanted


def test_the_zone_of_now_does_not_count():
    """The dialogue counts in UTC, citizens in Borken: half past eleven there is Monday already."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert read_appointment("heute", late).day == date(2026, 11, 23)
    assert read_appointment("heute", MONDAY.astimezone(UTC)) == read_appointment("heute", MONDAY)


def test_hours_are_counted_through_the_night_of_the_clock_change():
    """From 23:30 on Saturday to 0:30 on Sunday is an hour; to 23:30 on Sunday are 25."""
    evening = datetime(2026, 10, 24, 23, 30, tzinfo=BERLIN)
    assert read_appointment("in 24 stunden", evening).day == date(2026, 10, 25)
    assert read_appointment("in 25 stunden", evening).day == date(2026, 10, 25)
    assert read_appointment("in 26 stunden", evening).day == date(2026, 10, 26)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("kind krank hab um viertel nach 8 termin kann nicht", "kind krank hab termin kann nicht"),
        ("am mittwoch den 25. um 9 kann ich nicht, hab schicht", "kann ich nicht, hab schicht"),
        ("heute, Montag, 23.11., 8:15 Uhr", ""),
        ("bin bis freitag krankgeschrieben, termin donnerstag", "bin bis freitag krankgeschrieben, termin"),
        ("mein Name ist Eva, 0171 3920017, termin do 9h", "mein Name ist Eva, 0171 3920017, termin"),
        ("Weiß nicht", "Weiß nicht"),
        ("İch habe am 3.12. Termin 😩", "İch habe Termin 😩"),
    ],
)
def test_the_rest_is_what_was_not_understood(text, rest):
    assert read_appointment(text, MONDAY).rest == rest


def test_day_and_time_together_are_a_moment_in_berlin():
    assert read_appointment("morgen 8:15", MONDAY).at == datetime(2026, 11, 24, 8, 15, tzinfo=BERLIN)
    assert read_appointment("morgen", MONDAY).at is None
    assert read_appointment("nächste woche um 9", MONDAY).at is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mitwoch", date(2026, 11, 25)),
        ("nächsten mittwoch", date(2026, 11, 25)),
        ("Mittwoch, 2.12.", date(2026, 12, 2)),
        ("donnerstag oder freitag", date(2026, 11, 26)),
        ("ab donnerstag", date(2026, 11, 26)),
        ("heute in einer woche", date(2026, 11, 30)),
        ("morgen, wenn es geht", date(2026, 11, 24)),
        ("am 20.", date(2026, 12, 20)),
        ("20.11.", date(2027, 11, 20)),
        ("um 10.30", None),
        ("29.2.2027", None),
    ],
)
def test_a_wished_day_lies_ahead(text, day):
    """The reader of appointments looks back, too; who wishes a call does not."""
    assert find_day(text, MONDAY.date()) == day


@pytest.mark.parametrize(
    ("text", "reason"), [(text, reason) for reason, texts in REASONS.items() for text in texts]
)
def test_the_reason_that_a_message_gives(text, reason):
    assert reason_in(text) == reason


WORDS = [
    "heute", "morgen", "gestern", "übermorgen", "mittwoch", "mi", "do", "so", "fr", "nächsten", "letzten",
    "woche", "in", "2", "3", "8", "14", "tagen", "wochen", "um", "halb", "viertel", "vor", "nach",
    "dreiviertel", "uhr", "9", "9h", "25:00", "8.15", "3.12.", "31.2.", "29.2.", "3.12.2026", "2026-12-03",
    "10-12", "bis", "von", "vom", "am", "den", "der", "dritte", "zwölfter", "dezember", "früh", "mittags",
    "abends", "verpasst", "war", "nicht", "sondern", "oder", "und", ",", ".", "!", "0171", "392001",
    "46397", "٨:١٥", "termin", "auf", "verschieben", "seit", "ab", "jetzt", "isses", "einer", "stunde",
    "99999", "€", "krank", "kind", "bus",
]  # fmt: skip
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))
TEXTS = (
    st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join) | st.lists(st.sampled_from(WORDS)).map("".join)
)


@given(TEXTS, MOMENTS)
def test_whatever_is_written_the_reading_holds_together(text, now):
    reading = read_appointment(text, now)
    assert reading.problem in ("", "impossible", "range", "vague")
    assert reading.part_of_day in ("", "morning", "afternoon", "evening")
    assert not (reading.day and reading.also)
    assert len(reading.also) != 1 or reading.problem == "impossible"
    assert list(reading.also) == sorted(set(reading.also))
    for day in (*reading.also, *filter(None, [reading.day])):
        assert abs(day - now.date()) < timedelta(days=3 * 366)
    if reading.at:
        wall = reading.at.astimezone(UTC).astimezone(BERLIN)
        assert (wall.date(), wall.time()) == (reading.day, reading.time)
    assert reason_in(text) in ("", "sick", "child", "work", "travel", "other")


@given(TEXTS, st.dates(date(2024, 1, 1), date(2099, 12, 31)))
def test_whatever_is_written_a_wished_day_exists_or_is_none(text, today):
    assert find_day(text, today) is None or isinstance(find_day(text, today), date)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0}"]))
def test_a_full_date_is_read_as_it_is_written(day, form):
    now = datetime.combine(day, time(8), BERLIN) - timedelta(days=200)
    assert read_appointment(form.format(day), now).day == day


@pytest.mark.parametrize(
    "again",
    [*WORDS, "x", "9", " ", "a9", "1.1. ", "mi ", "um 9 bis ", "8.15 auf do ", "in einer ", "\n", "ä"],
)
def test_a_long_text_is_read_at_once(again):
    """No text of 4096 characters (the longest that Telegram sends) may hold up the others."""
    text = (again * 4096)[:4096]
    assert min(_seconds(text) for _ in range(3)) < 0.05


def _seconds(text):
    start = process_time()
    read_appointment(text, MONDAY)
    reason_in(text)
    return process_time() - start
