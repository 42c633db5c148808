"""Days by name or distance: heute, übermorgen, nächsten mittwoch, mi in einer woche, vor zwei tagen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, timedelta

from bot.core.appointments.clues import past_clue
from bot.core.appointments.frame import Frame, Mention
from bot.core.appointments.sheet import DAY, NOISE, Sheet, any_of, pattern
from bot.core.appointments.words import SHORT_WEEKDAYS, number, weekday_of
from bot.core.calendar import local

_NEAR = tuple(
    (pattern(words), days)
    for words, days in (
        (any_of(r"überr?(?:morgen|morgn|morgig\w\w?) übamorgen"), 2),
        (any_of(r"(?:vor|foa|for)~(?:gestern|gestan|gesten|gestren|gestrig\w\w?)"), -2),
        (any_of(r"gestern gestan gesten gestren gistern gester gestrig\w\w?"), -1),
        (any_of(r"heute? heude heuet huete? hoite heutr heutig\w\w? vandag\w? vandaag"), 0),
    )
)
_TOMORROW = pattern(any_of(r"morgen morgn moregn mrogen morgig\w\w?"))
_SMALL_HOURS = 4
"""Before this hour "morgen" may be the day that has begun, for who has not slept yet."""
_MORNING_BEFORE = pattern(r"\b(?:am|jeden|ganzen|diesen|den|zum|frühen)~$")
_AFTER_GREETING = pattern(r"^(?:~[,!.]+~|\s+(?=ich\b|mein|wir\b))(?!<TIME>|<DAY>|um\b|gegen\b|\W*$)")
"""After a first "morgen": the sentence begins anew, or without the verb in second place."""
_AFTER_ANSWER = pattern(r"^(?:\s|~,~(?:aber|so|ich glaub\w?|früh|vormittag|nachmittag|mittag|abend)\b)")

_WEEKS = {"this": 0, "next": 1, "coming": 1, "after_next": 2, "last": -1, "before_last": -2}
"""What stands before a weekday or a week -> which calendar week from this one on."""
_NEXT = r"n(?:ä|e)(?:chs|ch|ks|x|gs)t?"
_WHICH = (
    rf"(?:(?P<this>dies)|(?P<after_next>über?~{_NEXT})|(?P<next>{_NEXT})|(?P<coming>kommend|folgend)|"
    r"(?P<before_last>vorletzt)|(?P<last>letz|letzt|vergangen|vorig))(?:e[nrms]?)?"
)
_WHICH_DAY_BEFORE = pattern(rf"\b{_WHICH}~$")
_WHICH_WEEK_BEFORE = pattern(rf"\b{_WHICH} woche~,?~(?:am )?$")
_WHICH_WEEK_AFTER = pattern(rf"^~,?~(?:in )?(?:der )?{_WHICH} woche\b")
_WEEKS_ON = pattern(r"^~,?~(?:in|über) (?P<n><COUNT>)~(?:(?P<weeks>wochen?)|tage?n?)\b")
_WEEKS_AGO = pattern(r"^~vor (?P<n><COUNT>)~wochen?\b")
_WEEKS_ON_BEFORE = pattern(r"\bin (?P<n><COUNT>)~wochen?~,?~(?:am )?$")

_IN_DAYS = pattern(r"\b(?P<today>heute? )?(?P<side>in|vor) (?P<n><COUNT>|\d{1,3})~tage?n?\b")
_IN_HOURS = pattern(
    r"\b(?P<side>in|vor) (?:(?P<n><COUNT>|\d{1,3})~)?(?:(?P<part>halben?|dreiviertel|viertel) ?)?"
    r"(?P<unit>stunden?|stdn?\.?|h\b|minuten?|min\b|viertelstunde)"
)
_WORD = re.compile(r"[^\W\d_]{2,24}")
_PART_OF_DAY = r"(?:vormittags?|nachmittags?|morgens?|mittags?|abends?|früh)"
_COMPOUND = pattern(rf"^(?P<day>[^\W\d_]{{5,13}}?)(?={_PART_OF_DAY}$)")
_WHICH_WORDS = "nächst* next* kommend* letzt* vergangen* vorig*"
_BEFORE_SHORT = pattern(
    r"(?:^|(?<!\w)(?:mo|di|mi|do|fr)~-|"
    + any_of(
        f"""
        {_WHICH_WORDS} dies* am den vom für auf seit bis ab termin woche heute oder und nur sondern kann
        geht passt
        """
    )
    + r")~,?~$"
)
_AFTER_SHORT = pattern(
    r"^\.?~,?~(?:$|[<TIME><DAY>?!)-]|\d|"
    + any_of("um gegen halb früh vormittag* nachmittag* morgen* mittag* abend* den der oder kann geht")
    + r"|in \w+ woche|nächste woche)"
)
_RARELY_DAYS = frozenset({"fr", "sa", "so"})
"""Also "Frau", "so" and a name: these need more of a sign ("mittwoch oder so", "termin fr müller")."""
_SURELY_BEFORE = pattern(any_of(f"{_WHICH_WORDS} am") + "~$")


def near_days(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    """heute, gestern, vorgestern, übermorgen, "in 3 tagen", "vor 2 stunden"."""
    for match in sheet.find(_IN_DAYS):
        if _ends_with_weekday(sheet.before(match.start())):
            continue  # "mittwoch in 14 tagen" is counted from that wednesday
        yield _crossed(sheet, *match.span(), _in_days(frame, match))
    for words, days in _NEAR:
        for match in sheet.find(words):
            yield _shifted(sheet, *match.span(), (frame.today + timedelta(days=days),))
    for match in sheet.find(_IN_HOURS):
        if match["n"] or match["part"] or match["unit"] == "viertelstunde":
            yield _crossed(sheet, *match.span(), (_in_hours(frame, match),))


def tomorrow(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    """ "morgen" where it is neither a part of the day nor a greeting; read this after all other days."""
    day = frame.today + timedelta(days=1)
    for match in sheet.find(_TOMORROW):
        start, end = match.span()
        begins = not sheet.text[:start].strip()
        if _MORNING_BEFORE.search(sheet.before(start)):
            continue
        if begins and _AFTER_GREETING.match(sheet.after(end)) and not frame.ahead:
            if DAY in sheet.left:
                sheet.cross_out(start, end, NOISE)
            else:
                answers = _AFTER_ANSWER.match(sheet.after(end))
                yield _crossed(sheet, start, end, (day,) if answers else (frame.today, day))
        elif local(frame.now).hour < _SMALL_HOURS:
            yield _crossed(sheet, start, end, (frame.today, day))
        else:
            yield _shifted(sheet, start, end, (day,))


def weekdays(sheet: Sheet, frame: Frame) -> Iterator[Mention]:
    """Weekdays, long and short, with what stands around them."""
    for match in sheet.find(_WORD):
        word, end = match[0], match.end()
        if compound := _COMPOUND.match(word):
            word, end = compound["day"], match.start() + compound.end()
        short = SHORT_WEEKDAYS.get(word)
        weekday = weekday_of(word) if short is None else short
        if weekday is not None and (short is None or _is_short_weekday(sheet, match)):
            yield _weekday(sheet, frame, match.start(), end, weekday)


def _ends_with_weekday(text: str) -> bool:
    last = text.split()[-1:]
    return bool(last) and (last[0] in SHORT_WEEKDAYS or weekday_of(last[0]) is not None)


def _is_short_weekday(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether two letters are a weekday here: "do 9 uhr", "am mi", not "so ein mist"."""
    before, after = sheet.before(match.start()), sheet.after(match.end())
    if match[0] in _RARELY_DAYS:
        return bool(_SURELY_BEFORE.search(before) or (match[0] != "so" and _AFTER_SHORT.match(after)))
    return bool(_BEFORE_SHORT.search(before) or _AFTER_SHORT.match(after))


def _weekday(sheet: Sheet, frame: Frame, start: int, end: int, weekday: int) -> Mention:
    before, after = sheet.before(start), sheet.after(end)
    if which := _WHICH_WEEK_BEFORE.search(before):
        day = frame.in_week(weekday, _weeks(which))
        return _crossed(sheet, start - len(before) + which.start(), end, (day,))
    if which := _WHICH_WEEK_AFTER.match(after):
        return _crossed(sheet, start, end + which.end(), (frame.in_week(weekday, _weeks(which)),))
    if which := _WHICH_DAY_BEFORE.search(before):
        days = _which_days(frame, weekday, which.lastgroup or "", past_clue(sheet, start))
        return _crossed(sheet, start - len(before) + which.start(), end, days)
    if weeks := _WEEKS_ON_BEFORE.search(before):
        n = number(weeks["n"])
        found = {frame.in_week(weekday, n), frame.next(weekday) + timedelta(weeks=n)}
        return _crossed(sheet, start - len(before) + weeks.start(), end, tuple(sorted(found)))
    if _WEEKS_ON.match(after):
        return _shifted(sheet, start, end, frame.weekday(weekday))
    if _WEEKS_AGO.match(after):
        return _shifted(sheet, start, end, frame.weekday(weekday, "strong"))
    sheet.cross_out(start, end, DAY)
    return Mention(start, end, frame.weekday(weekday, past_clue(sheet, start)), weekday)


def _weeks(which: re.Match[str]) -> int:
    return _WEEKS[which.lastgroup or "this"]


def _which_days(frame: Frame, weekday: int, which: str, past: str) -> tuple[date, ...]:
    """The days that "nächsten mittwoch" and the like can mean, earliest first.

    Of Monday, some mean the Wednesday in two days, some the one of next week.
    """
    week = timedelta(weeks=1)
    this = frame.in_week(weekday, 0)
    upcoming = tuple(sorted({frame.next(weekday), this + week}))
    days = {
        "this": (this,) if this >= frame.today or past == "strong" else (this, this + week),
        "next": upcoming,
        "coming": (frame.next(weekday),),
        "after_next": tuple(day + week for day in upcoming),
        "last": (frame.last(weekday),),
        "before_last": (frame.last(weekday) - week,),
    }
    return days[which]


def _shifted(sheet: Sheet, start: int, end: int, days: tuple[date, ...]) -> Mention:
    """The days, or those some weeks later or earlier if that follows: "heute in 2 wochen"."""
    after = sheet.after(end)
    if (on := _WEEKS_ON.match(after)) and (on["weeks"] or number(on["n"]) in (8, 14)):
        weeks = number(on["n"]) if on["weeks"] else number(on["n"]) // 7
        return _crossed(sheet, start, end + on.end(), tuple(day + timedelta(weeks=weeks) for day in days))
    if ago := _WEEKS_AGO.match(after):
        weeks = number(ago["n"])
        return _crossed(sheet, start, end + ago.end(), tuple(day - timedelta(weeks=weeks) for day in days))
    return _crossed(sheet, start, end, days)


def _in_days(frame: Frame, match: re.Match[str]) -> tuple[date, ...]:
    """Also "in 8 tagen", which is how many say a week; "heute in 8 tagen" is nothing else."""
    n = number(match["n"])
    sign = 1 if match["side"] == "in" else -1
    counts = (n,) if n != 8 else (7,) if match["today"] else (7, 8)
    return tuple(sorted(frame.today + timedelta(days=sign * count) for count in counts))


def _in_hours(frame: Frame, match: re.Match[str]) -> date:
    n = number(match["n"]) if match["n"] else 1
    span = timedelta(minutes=n) if match["unit"].startswith("min") else timedelta(hours=n)
    now = frame.now.astimezone(UTC)  # in the night of the change a day has 23 or 25 hours
    return local(now + span if match["side"] == "in" else now - span).date()


def _crossed(sheet: Sheet, start: int, end: int, days: tuple[date, ...]) -> Mention:
    sheet.cross_out(start, end, DAY)
    return Mention(start, end, days)
