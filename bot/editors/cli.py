"""The command line for editors: check the files, look at answers, write, measure and withdraw them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.editors.add_phrasing import add_add_phrasing
from bot.editors.check import add_check
from bot.editors.diff import add_diff, no_questions
from bot.editors.dismiss import add_dismiss
from bot.editors.find import add_find
from bot.editors.history import add_history
from bot.editors.in_vain import QuestionDesk
from bot.editors.new import add_new
from bot.editors.options import FaqOption, JsonOption, folder_of, whole, wrong_use
from bot.editors.review import add_review
from bot.editors.samples import add_samples
from bot.editors.schema import add_schema
from bot.editors.show import add_show
from bot.editors.sign import add_sign
from bot.editors.unanswered import add_unanswered
from bot.editors.waiting import learnt
from bot.editors.withdraw import add_withdraw


def faq_app(
    default_folder: Callable[[], Path],
    today: Callable[[], date],
    cache_folder: Callable[[], Path],
    questions: QuestionDesk | None = None,
) -> typer.Typer:
    """The commands under ``faq``; *default_folder* is asked only when ``--faq`` is not given.

    Without *questions* those commands are missing that tell what citizens ask.
    """
    app = typer.Typer(help="Die Antworten prüfen und pflegen.", no_args_is_help=True, add_completion=False)
    add_check(app, default_folder, today)
    add_show(app, default_folder, today)
    _add_ask(app, default_folder, today, cache_folder)
    add_find(app, default_folder, today, cache_folder)
    add_new(app, default_folder, today)
    add_review(app, default_folder, today)
    add_add_phrasing(app, default_folder, today, cache_folder)
    add_samples(app, default_folder, today, cache_folder)
    add_diff(app, default_folder, today, cache_folder, questions.recent if questions else no_questions)
    add_withdraw(app, default_folder, today)
    add_sign(app, default_folder, today)
    add_schema(app, default_folder, today)
    if questions is not None:
        add_unanswered(app, questions, today, default_folder, cache_folder)
        add_dismiss(app, questions)
        add_history(app, questions, default_folder)
    return app


def _add_ask(
    app: typer.Typer,
    default_folder: Callable[[], Path],
    today: Callable[[], date],
    cache_folder: Callable[[], Path],
) -> None:
    @app.command(help="Was würde der Bot zu diesem Satz sagen? Mit --batch: viele Sätze als JSON-Zeilen.")
    def ask(
        text: Annotated[
            str | None, typer.Argument(metavar="SATZ", help="Der Satz in Anführungszeichen.")
        ] = None,
        batch: Annotated[
            bool, typer.Option("--batch", help='Liest JSON-Zeilen {"text": ...} von der Standardeingabe.')
        ] = False,
        as_json: JsonOption = False,
        faq: FaqOption = None,
    ) -> None:
        from bot.editors import ask as asking  # the matcher is slow to import: only here

        if batch == (text is not None):
            wrong_use("Bitte entweder einen SATZ angeben oder --batch mit JSON-Zeilen.")
        folder = folder_of(faq, default_folder)
        kb = whole(folder)
        finder = learnt(kb, today(), cache_folder(), exactly=batch)
        if batch:
            for line in asking.batch(finder, asking.read_lines(), lambda words: typer.echo(words, err=True)):
                typer.echo(line)
        elif as_json:
            typer.echo(json.dumps(asking.as_object(finder, text or ""), ensure_ascii=False))
        else:
            found = finder.find(text or "")
            asking.print_found(kb, found, folder)
            asking.print_why(kb, finder, found)
