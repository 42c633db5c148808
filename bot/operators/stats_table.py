"""Statistics in the terminal."""

from __future__ import annotations

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.caseworkers import figure_words as words
from bot.caseworkers.figure_sheets import Sheet, sheets, singles
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.statistics import Figures


def print_figures(found: Figures, kb: KnowledgeBase) -> None:
    typer.echo(f"Zahlen vom {words.time_of(found)}\n")
    width = max(len(name) for name, _ in singles(found))
    for name, value in singles(found):
        typer.echo(f"  {name:<{width}}  {value}")
    console = Console()
    for sheet in sheets(found, kb):
        console.print(Text(f"\n{sheet.title}", style="bold"))
        _print(console, sheet)


def _print(console: Console, sheet: Sheet) -> None:
    if not sheet.rows:
        console.print("  nichts")
        return
    table = Table(box=SIMPLE_HEAD, show_footer=sheet.total is not None, pad_edge=False)
    for place, name in enumerate(sheet.head):
        footer = sheet.total[place] if sheet.total else ""
        table.add_column(name, Text(footer), justify="right" if place else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(literal(cell)) for cell in row))
    console.print(table)
    if sheet.note:
        console.print(Text(sheet.note, style="dim"))
