"""Tables that German Excel opens, that calculate nothing and that others cannot read."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.caseworkers import export
from bot.caseworkers.deadlines import as_ics
from bot.caseworkers.export import Around
from bot.caseworkers.settled import Settled
from bot.caseworkers.workbook import as_xlsx
from bot.core.tickets import Kind, Outcome, State
from tests.builders import NOW, a_ticket
from tests.caseworkers.conftest import KB

AROUND = Around(KB, NOW)
PERSONAL = ("Ayşe", "1511", "beim Arzt", "krank")


def a_full_ticket(code="K7M3PQ", **fields):
    return a_ticket(code, **({"reason": "sick", "text": "bin beim Arzt"} | fields))


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_german_excel_opens_it():
    table = export.as_csv([a_full_ticket(name='Ayşe "Ay"; Öztürk')], AROUND, revealed=True)
    assert table.startswith(b'\xef\xbb\xbf"Nummer";')
    lines = table.decode("utf-8-sig").split("\r\n")
    assert (len(lines), lines[-1]) == (3, "")
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    assert "\n" not in "".join(lines)
    assert rows(table)[0]["Name"] == 'Ayşe "Ay"; Öztürk'


def test_a_row_tells_the_ticket_in_german():
    ticket = a_full_ticket(kind=Kind.MISSED, urgent=True, appointment_at=NOW - timedelta(days=3))
    (row,) = rows(export.as_csv([ticket], Around(KB, NOW + timedelta(days=2)), revealed=True))
    assert row == {
        "Nummer": "K7M-3PQ",
        "Eilt": "ja",
        "Art": "Termin verpasst",
        "Ort": "Borken",
        "Thema": "Termin verpasst: was nun?",
        "Wunsch": "so bald wie möglich",
        "Termin": "20.11.2026 10:00",
        "Eingang": "23.11.2026 10:00",
        "Bis": "24.11.2026 10:00",
        "Überfällig": "ja",
        "Stand": "offen",
        "Erledigt am": "",
        "Ergebnis": "",
        "Neuer Termin": "",
        "Anrufversuche": "0",
        "Hilfe mit der Sprache": "",
        "Anruf sicher": "",
        "Name": "Ayşe Öztürk",
        "Telefon": "'+49 1511 2345678",
        "Nummer von Telegram bestätigt": "",
        "Grund": "ich bin krank",
        "Eigene Worte": "bin beim Arzt",
    }


@pytest.mark.parametrize(
    "field", ["name", "text", "reason", "phone", "topic", "wish", "office", "interpreter"]
)
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u200b=", "＝"])
def test_what_looks_like_a_formula_stays_text(field, start):
    ticket = a_full_ticket(**{field: f"{start}cmd|' /C calc'!A0"})
    (row,) = rows(export.as_csv([ticket], AROUND, revealed=True))
    (cell,) = (cell for cell in row.values() if "calc" in cell)
    assert cell.startswith("'")


@given(st.text(), st.text())
def test_no_cell_begins_a_formula_or_breaks_the_table(name, text):
    (row,) = rows(export.as_csv([a_full_ticket(name=name, text=text)], AROUND, revealed=True))
    assert set(row) == {*export.COLUMNS, *export.PERSONAL}
    assert not [cell for cell in row.values() if cell.startswith(export.FORMULA)]


def test_personal_columns_are_there_only_if_revealed():
    table = export.as_csv([a_full_ticket()], AROUND, revealed=False).decode()
    assert not [word for word in (*PERSONAL, "Name", "Telefon") if word in table]


# Files


def test_the_file_is_for_its_owner_only(tmp_path):
    path = tmp_path / "a.csv"
    export.save(path, b"x", force=False)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"x", 0o600)


def test_a_file_that_is_there_stays_unless_forced(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o644)
    for refused in (
        lambda: export.save(path, b"new", force=False),
        lambda: export.refuse_to_overwrite(path, force=False),
    ):
        with pytest.raises(export.FileInTheWay, match="--force"):
            refused()
    assert path.read_bytes() == b"old"
    export.refuse_to_overwrite(path, force=True)
    export.save(path, b"new", force=True)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def test_force_replaces_a_link_and_not_what_it_leads_to(tmp_path):
    (tmp_path / "precious").write_bytes(b"old")
    path = tmp_path / "a.csv"
    path.symlink_to("precious")
    with pytest.raises(export.FileInTheWay):
        export.save(path, b"new", force=False)
    export.save(path, b"new", force=True)
    assert (tmp_path / "precious").read_bytes() == b"old"
    assert not path.is_symlink()


def test_a_dangling_link_is_in_the_way_too(tmp_path):
    path = tmp_path / "a.csv"
    path.symlink_to("nowhere")
    with pytest.raises(export.FileInTheWay):
        export.refuse_to_overwrite(path, force=False)


@pytest.mark.parametrize("force", [False, True])
def test_where_no_file_can_be_made_the_way_out_is_told(tmp_path, force):
    with pytest.raises(export.FileUnwritable, match="Ordner"):
        export.save(tmp_path / "missing" / "a.csv", b"x", force)


# The command


def test_the_command_writes_what_the_filters_choose(desk, tmp_path):
    desk.put(a_full_ticket(), a_full_ticket("AAAAAA", office="suedlohn"))
    path = tmp_path / "a.csv"
    printed = desk.prints("export", "--csv", str(path), "--office", "Südlohn")
    assert printed == f"Gespeichert in {path}, nur für Sie lesbar. Nachrichten: 1.\n"
    assert [row["Nummer"] for row in rows(path.read_bytes())] == ["AAA-AAA"]
    assert desk.events("AAA-AAA") == ["opened"]


def test_the_table_can_go_to_standard_output(desk):
    desk.put(a_full_ticket())
    result = desk.run("export", "--csv", "-")
    assert [row["Nummer"] for row in rows(result.stdout_bytes)] == ["K7M-3PQ"]


def test_without_revealing_nothing_personal_is_exported(desk):
    desk.put(a_full_ticket())
    for printed in (desk.prints("export", "--csv", "-"), desk.prints("export", "--json")):
        assert not [word for word in (*PERSONAL, "sick") if word in printed]


def test_revealing_is_an_event_for_each_ticket(desk, tmp_path):
    deleted = a_full_ticket("BBBBBB")
    desk.put(a_full_ticket(), a_full_ticket("AAAAAA"), deleted)
    desk.delete(deleted)
    path = tmp_path / "a.csv"
    assert "löschen" in desk.prints("export", "--csv", str(path), "--all", "--reveal", "--as", "Ben")
    assert {row["Nummer"]: row["Name"] for row in rows(path.read_bytes())} == {
        "K7M-3PQ": "Ayşe Öztürk",
        "AAA-AAA": "Ayşe Öztürk",
        "BBB-BBB": "",
    }
    for code in ("K7M-3PQ", "AAA-AAA"):
        assert desk.events(code) == ["opened", "exported"]
    assert desk.events("BBB-BBB") == ["opened", "forgotten"]


def test_scripts_get_objects(desk):
    desk.put(a_full_ticket())
    (plain,), (revealed,) = desk.objects("export"), desk.objects("export", "--reveal")
    assert revealed.keys() - plain.keys() == {"name", "phone", "phone_own", "reason", "text"}
    assert (revealed["name"], revealed["code"]) == ("Ayşe Öztürk", "K7M-3PQ")


def test_where_the_file_is_in_the_way_nothing_is_revealed(desk, tmp_path):
    desk.put(a_full_ticket())
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    assert "--force" in desk.refuses("export", "--csv", str(path), "--reveal")
    assert desk.events("K7M-3PQ") == ["opened"]
    desk.prints("export", "--csv", str(path), "--force")
    assert len(rows(path.read_bytes())) == 1


@pytest.mark.parametrize("chosen", [[], ["--csv", "-", "--json"], ["--json", "--open", "--all"]])
def test_what_means_nothing_is_wrong_use(desk, chosen):
    assert "--" in desk.refuses("export", *chosen, code=2)


def test_the_tests_own_umask_does_not_hide_a_mistake(tmp_path):
    """The mode comes from the program and not from a careful umask."""
    before = os.umask(0)
    try:
        export.save(tmp_path / "a.csv", b"x", force=False)
    finally:
        os.umask(before)
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600


def test_what_became_of_a_ticket_stands_in_it_but_not_through_whom():
    ticket = a_ticket(
        kind=Kind.RESCHEDULE, state=State.DONE, outcome=Outcome.MOVED, taken_by="Kaya", lease_until=NOW
    )
    became = {"K7M3PQ": Settled(NOW, NOW + timedelta(days=3))}
    table = export.as_csv(
        [ticket, a_ticket("ABCDEF", taken_by="Kaya", state=State.TAKEN)], Around(KB, NOW, became), True
    )
    (row, other) = rows(table)
    assert (row["Erledigt am"], row["Ergebnis"], row["Neuer Termin"]) == (
        "23.11.2026 10:00",
        "neuer Termin",
        "26.11.2026 10:00",
    )
    assert (other["Erledigt am"], other["Ergebnis"], other["Neuer Termin"]) == ("", "", "")
    assert "Kaya" not in table.decode()


# The workbook


def sheet(workbook: bytes) -> tuple[str, str]:
    """The cells and the texts of a workbook, as XML."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        return tuple(parts.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "sharedStrings"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "http://", "1", "\t="])
def test_a_workbook_calculates_and_links_nothing(start):
    cells, texts = sheet(as_xlsx([a_full_ticket(text=f"{start}1+1")], AROUND, revealed=True))
    assert "<f>" not in cells
    assert "hyperlink" not in cells
    assert f">{start.strip()}1+1<" in texts


def test_times_in_a_workbook_can_be_sorted():
    """As days since 1900, by the clock on the wall."""
    cells, _ = sheet(as_xlsx([a_ticket()], AROUND, revealed=False))
    assert "<v>46349.4166666" in cells


def test_a_workbook_holds_names_only_if_they_are_wanted():
    tickets = [a_full_ticket()]
    assert "Ayşe" in sheet(as_xlsx(tickets, AROUND, revealed=True))[1]
    assert not [word for word in PERSONAL if word in "".join(sheet(as_xlsx(tickets, AROUND, revealed=False)))]


def test_an_empty_workbook_has_its_headings():
    assert "Nummer" in sheet(as_xlsx([], AROUND, revealed=False))[1]


# The calendar


def test_due_times_are_events_without_anything_personal():
    settled = a_ticket("SETTLD", state=State.DONE)
    text = as_ics([a_full_ticket(urgent=True), settled], KB, NOW).decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Eilt: K7M-3PQ bis 10:00: Anruf\\, Borken\r\n" in text
    assert "DTSTART:20261124T084500Z\r\nDTEND:20261124T090000Z\r\n" in text
    assert not [word for word in PERSONAL if word in text]
