"""``stats``: what operators read, what programs read, and the page; never anything of few people."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.caseworkers import figure_words
from bot.caseworkers.figure_sheets import sheets
from bot.core.knowledge import KnowledgeBase, Office
from bot.core.questions import AskedInVain, Counted, What
from bot.core.statistics import USUAL_HOURS
from bot.core.tickets import Kind
from tests.builders import NOW, a_chat, a_rule, a_ticket_event, a_turn, an_incoming, an_opening
from tests.test_operators import Machine

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CODES = [f"AAAA{one}{other}" for one in "ABCDEFGHJK" for other in "ABCDEFGHJK"]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def happened(machine: Machine, times: int, *orders: object, at=NOW) -> None:
    """Each time in a chat of its own."""

    async def act(store):
        for chat in range(times):
            await store.save_turn(an_incoming(chat=a_chat(str(chat))), a_turn(orders=orders), at)

    machine.does(act)


def asked(machine: Machine, times: int, what: What, entry: str = "", at=NOW) -> None:
    happened(machine, times, Counted(What.QUESTION), Counted(what, entry), at=at)


def wished(machine: Machine, times: int, office: str, hours: int = 0, **fields: object) -> None:
    """So many tickets, each taken after its place in the row times *hours*; 0: not at all."""

    async def act(store):
        for place in range(times):
            code = CODES.pop()
            order = an_opening(code=code, office=office, **fields)
            await store.save_turn(an_incoming(chat=a_chat(code)), a_turn(orders=(order,)), NOW)
            if hours:
                at = NOW + (place + 1) * hours * HOUR

                def rule(ticket, at=at):
                    change = a_rule("taken", taken_by="Kaya")(ticket)
                    return type(change)(change.ticket, a_ticket_event("taken", at, "Kaya"))

                await store.change_ticket(code, rule)

    machine.does(act)


def a_busy_time(machine: Machine) -> None:
    asked(machine, 20, What.ANSWERED, "regelbedarf")
    asked(machine, 7, What.ASKED_BACK, at=NOW - 7 * DAY)
    asked(machine, 2, What.NOT_KNOWN, at=NOW - 7 * DAY)
    happened(machine, 9, Counted(What.HELPED, "regelbedarf"))
    happened(machine, 3, Counted(What.NOT_HELPED, "regelbedarf"))
    happened(machine, 6, AskedInVain("parkplatz <b>?", What.NOT_KNOWN))
    happened(machine, 4, AskedInVain("wo wohnt herr x", What.NOT_KNOWN))
    wished(machine, 6, "borken", hours=1)
    wished(machine, 2, "ahaus", kind=Kind.MISSED)


def test_figures_for_programs_hide_what_is_of_few(machine):
    a_busy_time(machine)
    found = machine.objects("stats", "--since", "7d")
    assert (found["since"], found["until"], found["hidden_below"]) == ("2026-11-16", "2026-11-23", 5)
    assert found["questions"] == {
        "total": 29,
        "answered": 20,
        "asked_back": None,
        "not_known": None,
        "weeks": [
            {"week": "2026-11-16", "total": 9, "answered": 0, "asked_back": None, "not_known": None},
            {"week": "2026-11-23", "total": 20, "answered": 20, "asked_back": 0, "not_known": 0},
        ],
    }
    assert (found["helped"], found["not_helped"]) == (9, None)
    assert found["wishes"]["by_office"] == {"borken": None, "ahaus": None}
    assert found["wishes"]["total"] == 8
    assert found["waiting"]["untouched"] is None
    assert found["waiting"]["hours"]["by_clock"] == {"median": 3.5, "ninetieth": 5.5}
    assert found["waiting"]["weeks"][0] == {"week": "2026-11-16", "hours": None}
    assert found["topics"] == [{"entry": "regelbedarf", "given": 20}]
    assert found["unanswered"] == [{"example": "parkplatz <b>?", "chats": 6}]


def test_the_terminal_shows_the_same_in_german(machine):
    a_busy_time(machine)
    printed = machine.prints("stats", "--since", "7d")
    assert printed.startswith("Zahlen vom 16.11.2026 bis 23.11.2026, in ganzen Wochen; die letzte läuft noch")
    assert re.search(r"gleich beantwortet +20 \(69 %\)", printed)
    assert re.search(r"Hat nicht geholfen +unter 5", printed)
    assert re.search(r"16\.11\.2026 +9 +0 +verdeckt +verdeckt", printed)
    assert "„verdeckt“: Die Zahl ist unter 5" in printed
    assert "3,5 h" in printed
    assert "herr x" not in printed


def test_nobody_is_named_and_nobody_counted_by_name(machine):
    a_busy_time(machine)
    for options in (["--json"], []):
        assert "Kaya" not in machine.prints("stats", *options)


def test_without_anything_it_says_so(machine):
    machine.does(lambda store: store.counts(NOW.date()))
    printed = machine.prints("stats")
    assert "nichts" in printed
    assert machine.objects("stats")["questions"]["total"] == 0


def test_a_time_is_typed_as_a_day_or_as_days(machine):
    asked(machine, 9, What.ANSWERED, at=NOW - 40 * DAY)
    assert machine.objects("stats")["questions"]["total"] == 0
    for since in ("60d", "2026-10-01", "1.10.2026"):
        assert machine.objects("stats", "--since", since)["questions"]["total"] == 9


@pytest.mark.parametrize("since", ["gestern", "24.11.2026", ""])
def test_a_day_that_is_none_or_lies_ahead_is_refused_with_an_example(machine, since):
    asked(machine, 1, What.ANSWERED)
    result = machine.run("stats", "--since", since)
    assert (result.exit_code, "--since 30d" in result.stderr) == (2, True)


def test_without_a_database_the_reason_is_said(machine):
    result = machine.run("stats")
    assert result.exit_code == 1
    assert "Datenbank" in result.stderr


# -- the page -----------------------------------------------------------------------------------


class Page(HTMLParser):
    """Tags and addresses of a page, its plots and its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.html = html

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    @property
    def plots(self) -> list[ElementTree.Element]:
        return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", self.html, re.DOTALL)]


@pytest.fixture
def page(machine, tmp_path) -> Page:
    a_busy_time(machine)
    file = tmp_path / "zahlen.html"
    result = machine.run("stats", "--html", file)
    assert (result.exit_code, result.stderr) == (0, f"Geschrieben: {file}\n")
    return Page(file.read_text())


def test_the_page_needs_nothing_from_elsewhere(page):
    """No script, no picture, no address: it may be mailed and opened anywhere."""
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert not [
        name for name, _ in page.attributes if name in ("src", "href", "style") or name.startswith("on")
    ]
    assert "url(" not in page.html
    assert "@import" not in page.html
    assert "://" not in page.html.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_each_plot_is_named_described_and_has_its_table(page):
    assert len(page.plots) == 5
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids)) == 10
    for plot in page.plots:
        title, description = plot[0], plot[1]
        assert plot.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text
    assert page.tags.count("table") == page.tags.count("caption") == 6


def test_the_page_is_german_and_shows_texts_as_texts(page):
    assert ("lang", "de") in page.attributes
    assert "„parkplatz &lt;b&gt;?“" in page.html
    assert "b" not in page.tags
    assert "prefers-color-scheme:dark" in page.html


def test_terminal_and_page_say_which_time_counts_as_working_time(machine, page):
    told = "Arbeitszeit heißt hier Montag bis Freitag 8 bis 16 Uhr ohne Feiertage."
    assert USUAL_HOURS.working_time(NOW.replace(hour=0), NOW.replace(hour=23)) == 8 * HOUR
    assert told in " ".join(machine.prints("stats").split())
    assert page.html.count(told) == 1


def test_what_is_hidden_in_a_table_is_hidden_in_its_plot(page):
    """Seven asked back and two not known of a week: together they are one bar, apart they are nothing."""
    questions = page.plots[0]
    words = [text.text for text in questions.iter("{http://www.w3.org/2000/svg}text")]
    assert "verdeckt" in words
    assert not {"nachgefragt", "nicht gewusst"} & set(words)


def test_a_page_that_cannot_be_written_is_refused(machine, tmp_path):
    asked(machine, 1, What.ANSWERED)
    result = machine.run("stats", "--html", tmp_path / "nirgends" / "zahlen.html")
    assert result.exit_code == 1
    assert "lässt sich nicht schreiben" in result.stderr


def test_offices_have_their_names(machine):
    from bot.core.statistics import Tally, WishCount, figures

    day = NOW.date()
    found = figures(Tally(wishes=[WishCount(day, Kind.MISSED, "heek", 1200)]), day, day)
    names = [
        row for sheet in sheets(found, KnowledgeBase(offices=(Office("heek", "Heek"),))) for row in sheet.rows
    ]
    assert ("Heek", "1.200") in names


@pytest.mark.parametrize(
    ("value", "told"), [(0, "0"), (7, "7"), (1234567, "1.234.567"), (2.5, "2,5"), (1234.56, "1.234,6")]
)
def test_numbers_are_written_as_in_german(value, told):
    assert figure_words.number(value) == told
