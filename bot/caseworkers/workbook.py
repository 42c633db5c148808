"""Tickets as a workbook for Excel: times can be sorted, and nothing in it is calculated."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

from xlsxwriter import Workbook

from bot.caseworkers.export import Around, columns_of
from bot.core.calendar import local
from bot.core.literal import literal
from bot.core.tickets import Ticket

WIDEST_PIXELS = 320
_OPTIONS = {
    "in_memory": True,  # no temporary file with names in it
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd.mm.yyyy hh:mm",
}


def as_xlsx(tickets: Iterable[Ticket], around: Around, revealed: bool) -> bytes:
    """The columns of ``export.as_csv``, ready to be filtered and printed; personal ones only if revealed."""
    columns = columns_of(revealed)
    file = io.BytesIO()
    with Workbook(file, _OPTIONS) as book:
        sheet = book.add_worksheet("Anliegen")
        sheet.write_row(0, 0, columns, book.add_format({"bold": True, "bottom": 1}))
        number = 0
        for number, ticket in enumerate(tickets, 1):
            for place, column in enumerate(columns.values()):
                content = column(ticket, around)
                if isinstance(content, datetime):
                    sheet.write_datetime(number, place, local(content).replace(tzinfo=None))
                else:  # always as text: neither "=1+1" nor a number becomes something else
                    sheet.write_string(number, place, literal(content or ""))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, number, len(columns) - 1)
        sheet.autofit(WIDEST_PIXELS)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return file.getvalue()
