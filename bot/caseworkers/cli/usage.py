"""Typing mistakes on the command line, told in German."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from bot.core.literal import literal

WRONG_USE = 2


class Command(TyperCommand):
    """A command whose complaints about its arguments are German."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            _refuse(_complaint(error), ctx)


class Group(TyperGroup):
    """Commands of which one was meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args:
            return super().parse_args(ctx, args)  # prints the help
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            _refuse(_complaint(error), ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        if args and args[0] not in self.commands:
            near = get_close_matches(args[0], self.commands, 1)
            hint = f"Meinten Sie {near[0]}?" if near else f"Möglich: {', '.join(self.commands)}"
            _refuse(f"Den Befehl „{literal(args[0])}“ gibt es nicht. {hint}", ctx)
        return super().resolve_command(ctx, args)


def _refuse(complaint: str, ctx: Any) -> NoReturn:
    typer.echo(f"{complaint}\nHilfe: {ctx.command_path} --help", err=True)
    raise typer.Exit(WRONG_USE) from None


def _complaint(error: typer.TyperException) -> str:
    """By the name of its class: the library does not export the classes."""
    thing = _thing(error)
    kind = type(error).__name__
    if kind == "MissingParameter":
        return f"Es fehlt: {thing}."
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        return f"Die Angabe {thing} gibt es hier nicht.{f' Meinten Sie {near[0]}?' if near else ''}"
    if kind == "BadOptionUsage":
        return f"Hinter {thing} fehlt der Wert, oder es darf keiner stehen."
    if kind == "BadParameter":
        return f"Der Wert von {thing} passt nicht."
    return "Das ist zu viel. Texte mit Leerzeichen stehen in Anführungszeichen."


def _thing(error: typer.TyperException) -> str:
    """What the complaint is about, as it is typed: ``--office`` or ``NUMMER``."""
    param = getattr(error, "param", None)
    hint = param.get_error_hint() if param is not None else getattr(error, "option_name", "")
    return literal(hint.replace("'", ""))
