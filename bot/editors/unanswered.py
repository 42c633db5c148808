"""``faq unanswered``: what citizens asked in vain, and which answers they and caseworkers call wrong."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Annotated, Any

import typer

from bot.core.calendar import BERLIN, local
from bot.core.literal import literal
from bot.core.questions import KEPT, DayCount, InVain, What
from bot.editors.in_vain import FEWEST, Group, QuestionDesk
from bot.editors.listing import Listing, by_now, listed
from bot.editors.options import DefaultFolder, JsonOption, Today, failed, wrong_use
from bot.editors.since import read_day
from bot.editors.since_answered import SinceAnswered, answering
from bot.editors.waiting import CacheFolder
from bot.errors import BotError

REASONS = {
    What.NOT_KNOWN: "nicht gefunden",
    What.NONE_OF_THESE: "„Nichts davon“ gewählt",
    What.UNCLEAR: "nicht hilfreich: nicht verstanden",
    What.WRONG: "nicht hilfreich: stimmt nicht",
    What.OTHER: "nicht hilfreich: etwas anderes gesucht",
    What.REPORTED: "vom Jobcenter gemeldet",
}
COUNTED = {What.QUESTION: "Fragen", What.ANSWERED: "gleich beantwortet", What.ASKED_BACK: "nachgefragt"}

_NOT_LEARNT = (
    "Ob etwas davon inzwischen beantwortet wird, steht hier erst, wenn faq check keinen Fehler nennt und der "
    "Bot die neuen Formulierungen gelernt hat (faq ask)."
)

Since = Annotated[
    str, typer.Option("--since", metavar="TAG", help="Ab wann: 7d (sieben Tage), 23.11.2026 oder 2026-11-23.")
]
Everything = Annotated[
    bool, typer.Option("--all", help=f"Auch was weniger als {FEWEST} Chats gefragt haben.")
]
Dismissed = Annotated[bool, typer.Option("--dismissed", help="Nur was Sie verworfen haben.")]


def add_unanswered(
    app: typer.Typer,
    desk: QuestionDesk,
    today: Today,
    default_folder: DefaultFolder,
    cache_folder: CacheFolder,
) -> None:
    """Give *app* the command."""

    @app.command(help="Was wurde vergeblich gefragt? Ohne Namen, nach Ähnlichkeit geordnet, Neues zuerst.")
    def unanswered(
        since: Since = "",
        everything: Everything = False,
        dismissed: Dismissed = False,
        as_json: JsonOption = False,
    ) -> None:
        day = read_day(since, today()) if since else today() - KEPT
        if day is None:
            wrong_use(f"'{since}' ist kein Tag. Möglich sind zum Beispiel: --since 7d, --since 23.11.2026")
        questions, counts = _read(desk, day)
        listing = listed(questions, counts, day, everything, dismissed)
        if listing.groups and not dismissed:
            listing = by_now(listing, answering(default_folder(), today(), cache_folder()), everything)
        if as_json:
            typer.echo(json.dumps(_as_object(listing), ensure_ascii=False, indent=2))
        else:
            typer.echo("\n".join(_lines(listing, today(), dismissed)))


def _read(desk: QuestionDesk, since: date) -> tuple[Sequence[InVain], Sequence[DayCount]]:
    async def within() -> tuple[Sequence[InVain], Sequence[DayCount]]:
        async with desk.open() as store:
            begin = datetime.combine(since, time(), BERLIN)
            return await store.asked_in_vain(begin), await store.counts(since)

    try:
        return asyncio.run(within())
    except BotError as error:
        failed(str(error))


# -- for people ---------------------------------------------------------------------------------


def _lines(listing: Listing, today: date, dismissed: bool) -> Iterator[str]:
    if listing.reports:
        yield "Fehler gemeldet"
        for group in listing.reports:
            yield from _report(group, dismissed)
        yield ""
    yield f"{'Verworfen' if dismissed else 'Vergeblich gefragt'}, seit {listing.since:%d.%m.%Y}"
    for group in listing.groups:
        yield from _group(group, dismissed)
    if not listing.groups:
        yield "  nichts"
    if listing.answered is None:
        yield _NOT_LEARNT
    if listing.hidden:
        few = _many(listing.hidden, "Gruppe", "Gruppen")
        yield f"Dazu {few} mit weniger als {FEWEST} Chats: faq unanswered --all"
    if listing.answered:
        yield "\nInzwischen beantwortet"
        yield from map(_since_answered, listing.answered)
    yield ""
    yield from _counted(listing, today)


def _report(group: Group, dismissed: bool) -> Iterator[str]:
    entry = group.questions[0].entry
    yield f"{group.number:>5}  {literal(entry)}: {_reasons(group)}, zuletzt {_day(group.newest)}"
    for question in group.examples:
        who = f" ({literal(question.who)})" if question.who else ""
        yield f"       „{literal(question.text)}“{who}"
    if dismissed:
        yield f"       Wieder zeigen: faq dismiss {group.number} --undo"
    else:
        yield f"       Ansehen: faq show {literal(entry)}"
        yield f'       Herausnehmen: faq withdraw {literal(entry)} --reason "..."'
        yield f"       Behoben, oder doch richtig: faq dismiss {group.number}"


def _group(group: Group, dismissed: bool) -> Iterator[str]:
    about = f". Es ging um: {', '.join(map(literal, group.entries[:3]))}" if group.entries else ""
    chats = _many(group.chats, "Chat", "Chats")
    yield f"{group.number:>5}  {chats}, zuletzt {_day(group.newest)}: {_reasons(group)}{about}"
    examples = group.examples
    for question in examples:
        yield f"       „{literal(question.text)}“"
    if dismissed:
        yield f"       Wieder zeigen: faq dismiss {group.number} --undo"
    elif examples:
        yield f'       faq add-phrasing ID "{_phrasing(examples)}"  oder  faq dismiss {group.number}'
    else:
        yield f"       faq dismiss {group.number}"


def _since_answered(one: SinceAnswered) -> str:
    """Nothing is left to do; an editor may want to see whether it is the right answer."""
    group, entries = one.group, ", ".join(map(literal, one.entries))
    chats = _many(group.chats, "Chat", "Chats")
    return f"{group.number:>5}  {chats}: „{literal(group.examples[0].text)}“ bekommt jetzt: {entries}"


def _counted(listing: Listing, today: date) -> Iterator[str]:
    """Counts know no wording, so they stay."""
    counts = _sums(listing.counts)
    parts = [f"{counts[what]} {word}" for what, word in COUNTED.items()]
    parts += [f"{counts[what]}-mal {word}" for what, word in REASONS.items() if counts[what]]
    yield f"Gezählt seit {listing.since:%d.%m.%Y}: {', '.join(parts)}."
    if listing.since < today - KEPT:
        yield f"Der Wortlaut bleibt nur {KEPT.days} Tage gespeichert; was davor war, ist nur noch gezählt."


def _reasons(group: Group) -> str:
    return ", ".join(f"{count}-mal {REASONS[reason]}" for reason, count in group.reasons)


def _phrasing(examples: Sequence[InVain]) -> str:
    """One to learn from, as a shell takes it between double quotes: nothing redacted belongs there."""
    text = next((literal(one.text) for one in examples if "[" not in one.text), "...")
    return "".join(f"\\{letter}" if letter in '"\\$`' else letter for letter in text)


def _day(at: datetime) -> str:
    return f"{local(at):%d.%m.%Y}"


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _sums(counts: Sequence[DayCount]) -> Counter[What]:
    sums: Counter[What] = Counter()
    for count in counts:
        sums[count.what] += count.count
    return sums


# -- for programs -------------------------------------------------------------------------------


def _as_object(listing: Listing) -> dict[str, Any]:
    return {
        "since": listing.since.isoformat(),
        "reports": [_group_object(group) for group in listing.reports],
        "groups": [_group_object(group) for group in listing.groups],
        "hidden": listing.hidden,
        "answered": None if listing.answered is None else [*map(_answered_object, listing.answered)],
        "counts": {what.value: count for what, count in sorted(_sums(listing.counts).items())},
    }


def _answered_object(one: SinceAnswered) -> dict[str, Any]:
    return {**_group_object(one.group), "answered_by": list(one.entries)}


def _group_object(group: Group) -> dict[str, Any]:
    return {
        "number": group.number,
        "chats": group.chats,
        "newest": local(group.newest).date().isoformat(),
        "reasons": {reason.value: count for reason, count in group.reasons},
        "entries": list(group.entries),
        "examples": [question.text for question in group.examples],
    }
