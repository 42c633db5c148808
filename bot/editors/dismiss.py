"""``faq dismiss``: a question that belongs nowhere, or an error that is mended, leaves the list."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.core.literal import literal
from bot.core.ports_recall import Questions
from bot.core.questions import KEPT
from bot.editors import in_vain
from bot.editors.in_vain import AGAIN, Group, QuestionDesk
from bot.editors.listing import grouped
from bot.editors.options import failed, wrong_use
from bot.errors import BotError


def add_dismiss(app: typer.Typer, desk: QuestionDesk) -> None:
    """Give *app* the command."""

    @app.command(help="Eine Gruppe aus faq unanswered verwerfen; mit --undo wieder zeigen.")
    def dismiss(
        named: Annotated[
            str, typer.Argument(metavar="NUMMER", help="Die Zahl davor, oder eine der Fragen im Wortlaut.")
        ],
        by: Annotated[str, typer.Option("--by", metavar="NAME", help="Wer hat das entschieden?")] = "",
        undo: Annotated[bool, typer.Option("--undo", help="Die Gruppe wieder zeigen.")] = False,
    ) -> None:
        try:
            told = asyncio.run(_dismissed(desk, named, by, undo))
        except BotError as error:
            failed(str(error))
        if told is None:
            wrong_use(_unknown(named, undo))
        typer.echo(told)


async def _dismissed(desk: QuestionDesk, named: str, by: str, undo: bool) -> str | None:
    """What was done, in words; None if no group is meant."""
    async with desk.open() as store:
        group, is_report = await _meant(store, desk, named, undo)
        if group is None:
            return None
        if undo:
            await store.take_up(group.ids)
            return f"{_named(group, is_report)} steht wieder in der Liste: faq unanswered"
        await store.dismiss(group.ids, group.chats, desk.who(by), desk.now())
    if is_report:
        return f"{_named(group, is_report)} ist erledigt. Jede neue Meldung steht wieder in der Liste."
    return (
        f"{_named(group, is_report)} ist verworfen und kommt erst wieder, wenn deutlich mehr Chats danach "
        f"fragen ({AGAIN * group.chats}).\nWieder zeigen: faq dismiss {group.number} --undo"
    )


async def _meant(store: Questions, desk: QuestionDesk, named: str, undo: bool) -> tuple[Group | None, bool]:
    """The group that is named, and whether it is of reports."""
    questions = await store.asked_in_vain(desk.now() - KEPT)
    report = in_vain.meant(in_vain.reports(questions, dismissed=undo), named)
    if report is not None:
        return report, True
    found = await asyncio.to_thread(grouped, questions)
    return in_vain.meant([group for group in found if group.is_dismissed is undo], named), False


def _named(group: Group, is_report: bool) -> str:
    if is_report:
        return f"Die Fehlermeldung zu '{literal(group.questions[0].entry)}'"
    return f"„{literal(group.examples[0].text)}“" if group.examples else f"Gruppe {group.number}"


def _unknown(named: str, undo: bool) -> str:
    where = "faq unanswered --dismissed" if undo else "faq unanswered --all"
    return f"'{literal(named)}' steht nicht in der Liste. Bitte die Zahl von dort nehmen: {where}"
