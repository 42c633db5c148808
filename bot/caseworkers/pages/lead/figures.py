"""Figures for leads, and what the chat is asked: nothing of a person, nothing of fewer than five."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from bot.caseworkers import figure_plots, figure_sheets, office_sheets
from bot.caseworkers.figure_sheets import Sheet
from bot.caseworkers.pages.room import StaffRequest
from bot.core.literal import literal
from bot.core.statistics import Figures


async def offices(request: StaffRequest) -> HttpResponse:
    """How much came to one's offices, and how long it waited: by week and office."""
    lead = request.room.lead(request.staff)
    found, kb = await lead.figures(), lead.kb
    cards = [
        _card(office_sheets.messages(found, kb), office_sheets.messages_plot(found, kb), is_wide=True),
        _card(office_sheets.waiting(found, kb), office_sheets.waiting_plot(found, kb), is_wide=True),
        _card(office_sheets.kinds(found), office_sheets.kinds_plot(found)),
    ]
    context = {
        "time": _time(found.weeks),
        "tiles": office_sheets.singles(found),
        "cards": cards,
        "is_empty": not found.messages.rows,
        "towns": ", ".join(_towns(request)),
    }
    return render(request, "lead/offices.html", context)


async def questions(request: StaffRequest) -> HttpResponse:
    """What the chat was asked, what it knew, and what it did not."""
    lead = request.room.lead(request.staff)
    found = await request.room.asked()
    kb = lead.kb
    asked = figure_sheets.questions(found)
    cards = [
        _card(asked, figure_plots.stacked(found, found.questions, "fragen", asked)),
        _card(figure_sheets.topics(found, kb), figure_plots.topics(found, kb)),
        _card(figure_sheets.unanswered(found)),
    ]
    context = {"time": _time(found.weeks), "tiles": _tiles(found), "cards": cards}
    return render(request, "lead/questions.html", context)


def _tiles(found: Figures) -> list[tuple[str, str]]:
    """The first four of them: the others are of offices."""
    return list(figure_sheets.singles(found)[:4])


def _towns(request: StaffRequest) -> list[str]:
    lead = request.room.lead(request.staff)
    return sorted(office.town for office in lead.kb.offices if lead.offices and office.id in lead.offices)


def _time(weeks: tuple[date, ...]) -> str:
    return f"{len(weeks)} ganze Wochen ab {weeks[0]:%d.%m.%Y}"


def _card(sheet: Sheet, plot: str = "", is_wide: bool = False) -> Mapping[str, Any]:
    return {
        "title": sheet.title,
        "plot": mark_safe(plot),  # noqa: S308 - core.plots escapes every word in it
        "head": sheet.head,
        "rows": [_row(sheet, row) for row in sheet.rows],
        "total": _row(sheet, sheet.total) if sheet.total and sheet.rows else None,
        "note": sheet.note,
        "is_wide": is_wide,
        "has_many_columns": len(sheet.head) > 3,
    }


def _row(sheet: Sheet, row: tuple[str, ...]) -> Mapping[str, Any]:
    """Each cell with the heading above it: on a telephone it stands beside."""
    first, *others = row
    return {"name": literal(first), "cells": list(zip(sheet.head[1:], others, strict=True))}
