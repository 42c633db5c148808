"""The filtered list as a file: for Excel, for other programs, for one's own calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import Http404, HttpResponse

from bot.caseworkers.deadlines import as_ics
from bot.caseworkers.export import Around, as_csv
from bot.caseworkers.pages.asked import read_asked
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.queue import everything
from bot.caseworkers.settled import settled
from bot.caseworkers.workbook import as_xlsx
from bot.core.calendar import local
from bot.core.tickets import Ticket

TABLES: dict[str, tuple[Callable[[Sequence[Ticket], Around, bool], bytes], str]] = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}
CALENDAR = "ics"


async def export(request: StaffRequest) -> HttpResponse:
    """The whole pile as it is filtered, all its pages; names only if ticked, never in a calendar."""
    inbox = request.room.inbox(request.staff)
    asked, form = read_asked(request.POST, inbox), request.POST.get("als", "")
    if form not in (*TABLES, CALENDAR):
        raise Http404
    reveal = form in TABLES and "namen" in request.POST
    me, now = request.staff.name, inbox.now()
    tickets = await inbox.export(await everything(inbox, asked.filter, asked.pile, me), me, reveal)
    if form == CALENDAR:
        content, kind = as_ics(tickets, inbox.kb, now), "text/calendar; charset=utf-8"
    else:
        write, kind = TABLES[form]
        content = write(tickets, Around(inbox.kb, now, await settled(inbox, tickets)), reveal)
    name = f"anliegen-{asked.pile.value}-{local(now):%Y-%m-%d}.{form}"
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
