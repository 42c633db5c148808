"""What is to be done: four piles with filters, and what has come meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from bot.caseworkers.pages.asked import Asked, read_asked, read_choices
from bot.caseworkers.pages.room import StaffRequest
from bot.caseworkers.pages.rows import rows_of
from bot.caseworkers.queue import PAGE, Pile, Queue, look

LABELS = {Pile.NEW: "Neu", Pile.MINE: "Meine", Pile.WAITING: "Warten", Pile.DONE: "Erledigt"}
NOTHING = {
    Pile.NEW: "Nichts zu tun. Neue Anliegen stehen hier, sobald jemand schreibt.",
    Pile.MINE: "Bei Ihnen liegt gerade nichts. Was Sie übernehmen, steht hier.",
    Pile.WAITING: "Nichts wartet. Hier steht, was ruht oder bei anderen liegt.",
    Pile.DONE: "Noch nichts erledigt.",
}
NOTHING_FITS = "Nichts passt zu diesem Filter."


@dataclass(frozen=True, slots=True)
class Tab:
    """The way to one pile."""

    pile: str
    label: str
    count: int
    way: str
    is_here: bool


async def queue(request: StaffRequest) -> HttpResponse:
    """A page of one pile: urgent first, then by due time; no names, no numbers."""
    inbox = request.room.inbox(request.staff)
    asked = read_asked(request.GET, inbox)
    found = await look(inbox, asked.filter, asked.pile, request.staff.name, asked.page)
    choices = await read_choices(inbox, asked)
    return render(
        request,
        "caseworkers/queue.html",
        {
            "asked": asked,
            "found": found,
            "is_done": found.of is Pile.DONE,
            "rows": await rows_of(found.tickets, inbox, request.staff.name),
            "tabs": _tabs(asked, found),
            "new": found.counts[Pile.NEW],
            "total": found.counts[found.of],
            "last": min(found.first + PAGE - 1, found.counts[found.of]),
            "before": asked.query(page=found.page - 1) if found.page > 1 else "",
            "after": asked.query(page=found.page + 1) if found.page < found.pages else "",
            "here": asked.query(page=found.page),
            "all": Asked(asked.pile).query(),
            "nothing": NOTHING_FITS if asked.is_filtered else NOTHING[asked.pile],
            "fresh": reverse("caseworkers:fresh") + asked.query(page=1),
            "codes": " ".join(found.codes),
            "choices": choices,
            "has_towns": len(choices.offices) != 1,
        },
    )


async def fresh(request: StaffRequest) -> JsonResponse:
    """What the open page asks for every now and then: how long each pile is, and what lies in its own."""
    inbox = request.room.inbox(request.staff)
    asked = read_asked(request.GET, inbox)
    found = await look(inbox, asked.filter, asked.pile, request.staff.name, by_hand=False)
    return JsonResponse({"counts": found.counts, "codes": " ".join(found.codes)})


def _tabs(asked: Asked, found: Queue) -> Sequence[Tab]:
    return [
        Tab(pile.value, label, found.counts[pile], asked.query(pile=pile, page=1), pile is found.of)
        for pile, label in LABELS.items()
    ]
