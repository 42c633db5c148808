"""The list as a file: all of it, as it is filtered, and never without an entry in the audit."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest

from bot.caseworkers.inbox import Inbox
from bot.caseworkers.queue import PAGE
from bot.core.tickets import Kind, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.test_export import rows, sheet
from tests.caseworkers.test_queue import a_code
from tests.web.test_queue import here


async def saved(browser, form, **fields):
    answer = await browser.post("/anliegen/export/", {"als": form, **fields})
    assert answer.status_code == HTTPStatus.OK
    return answer


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("csv", "text/csv; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
    ],
)
async def test_a_file_comes_with_its_name_and_kind(site, enter, form, kind):
    await site.receive(here())
    answer = await saved(await enter(), form)
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'attachment; filename="anliegen-neu-2026-11-23.{form}"'
    assert answer["Cache-Control"] == "no-store"


async def test_all_pages_of_the_filtered_pile_are_in_it(site, enter):
    await site.receive(
        *(here(a_code(number), topic="letter") for number in range(PAGE + 1)),
        here("MNYMNY", topic="money"),
        here("DNEDNE", topic="letter", state=State.DONE),
        a_ticket("THERE2", topic="letter", office="borken"),
    )
    browser = await enter()
    table = rows((await saved(browser, "csv", thema="letter")).content)
    assert {row["Nummer"].replace("-", "") for row in table} == {a_code(number) for number in range(PAGE + 1)}
    (done,) = rows((await saved(browser, "csv", thema="letter", liste="erledigt")).content)
    assert done["Nummer"] == "DNE-DNE"


async def test_an_empty_pile_is_an_empty_file(site, enter):
    await site.receive(here())
    assert rows((await saved(await enter(), "csv", liste="meine")).content) == []


@pytest.mark.parametrize("form", ["xlsx", "csv", "ics"])
async def test_names_are_in_it_only_if_they_were_ticked_and_never_in_a_calendar(site, enter, form):
    await site.receive(here())
    browser = await enter()

    async def has_name(**fields):
        content = (await saved(browser, form, **fields)).content
        return "Ayşe" in ("".join(sheet(content)) if form == "xlsx" else content.decode())

    assert not await has_name()
    assert await has_name(namen="on") == (form != "ics")


async def test_each_export_is_recorded_and_each_name_in_it(site, enter):
    await site.receive(here("AAAAAA"), here("BBBBBB"))
    browser = await enter()
    await saved(browser, "xlsx")
    await saved(browser, "csv", namen="on")
    await saved(browser, "ics", namen="on")
    assert [act for act in await site.audit() if act[1] == "exported"] == [
        ("Kaya", "exported", "", "2 without names"),
        ("Kaya", "exported", "", "2 with names"),
        ("Kaya", "exported", "AAAAAA", ""),
        ("Kaya", "exported", "BBBBBB", ""),
        ("Kaya", "exported", "", "2 without names"),
    ]


@pytest.mark.parametrize("fields", [{"als": "exe"}, {}, {"als": "csv", "ort": "ahaus"}])
async def test_what_cannot_be_asked_for_is_not_found(site, enter, fields):
    await site.receive(a_ticket(office="ahaus"))
    answer = await (await enter()).post("/anliegen/export/", fields)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert not [act for act in await site.audit() if act[1] == "exported"]


async def test_what_is_done_is_exported_with_its_result(site, enter):
    await site.receive(here(kind=Kind.RESCHEDULE))
    inbox = Inbox(site.store, lambda: site.time)
    await inbox.moved("K7M3PQ", NOW + timedelta(days=3), "Ben", sure=True)
    await inbox.told("K7M3PQ", "Ben")
    content = (await saved(await enter(), "csv", liste="erledigt")).content
    (row,) = rows(content)
    assert [row[name] for name in ("Erledigt am", "Ergebnis", "Neuer Termin")] == [
        "23.11.2026 10:00",
        "neuer Termin",
        "26.11.2026 10:00",
    ]
    assert "Ben" not in content.decode()
