"""A small, good knowledge base on disk, of which a test changes only what it is about."""

from __future__ import annotations

from pathlib import Path

GOOD: dict[str, str] = {
    "topics.yaml": """\
- {id: termine, order: 2, title: Termine}
- {id: geld, order: 1, title: Geld und Leistungen}
""",
    "facts.yaml": """\
- id: regelbedarf_1
  title: Regelbedarf Stufe 1
  unit: Euro
  values:
    - {from: 2026-01-01, until: 2026-12-31, value: "563", source: RBSFV 2026, checked_on: 2026-11-22}
- id: minderung
  title: 30 Prozent davon
  unit: Euro
  share_of: regelbedarf_1
  share: "0.30"
""",
    "offices.yaml": """\
- id: borken
  town: Borken
  districts: [Gemen, Weseke]
  postcodes: ["46325"]
  address: null
  phone: null
  hours: []
  closed_days: [2026-12-24]
  answer_within: "2 Arbeitstage"
  notify: null
  tickets: true
  confirmed: false
""",
    "contacts.yaml": """\
- {id: notruf, title: Notruf, number: "112", confirmed: true}
- {id: tafel, title: Tafel, number: null, hours: null, confirmed: false}
""",
    "safety.yaml": """\
approved_by: null
checked_on: 2026-11-22
texts:
  crisis:
    de: Lebensgefahr {contact:notruf}
    simple: |
      Rufen Sie an.
      {contact:notruf}
  violence: {de: In Gefahr}
  emergency: {de: Sofort anrufen}
phrases:
  crisis: {de: [ich will nicht mehr leben], en: [i want to die]}
look_alikes:
  de: [ich lach mich tot]
""",
    "smalltalk.yaml": """\
- id: gruss
  answer: Guten Tag!
  simple: Guten Tag!
  phrases: [hallo, moin]
""",
    "commands.yaml": """\
call_me: {de: [ruf mich an, rückruf], en: [call me]}
stop: {de: [stopp, abbrechen]}
""",
    "language/de.yaml": """\
replacements: {hab: habe}
fillers: [bitte]
""",
    "de/termine.yaml": """\
- id: termin-verpasst
  question: Ich habe meinen Termin verpasst – was jetzt?
  label: Termin verpasst
  keywords: [verpasst]
  answer: |
    Gut, dass Sie sich melden.

    Es drohen *30 Prozent* weniger: {minderung}.
    Not: {contact:notruf}
  simple: Rufen Sie an.
  actions: [phone_call]
  urgent: false
  see_also: [regelbedarf]
  legal_basis: "§ 32 SGB II"
  sources:
    - {title: "§ 32 SGB II", url: "https://www.gesetze-im-internet.de/sgb_2/__32.html"}
  valid_from: 2026-07-01
  checked_on: 2026-11-22
  review_by: 2027-01-15
  approved_by: null
""",
    "de/geld.yaml": """\
- id: regelbedarf
  question: Wie viel Geld bekomme ich?
  label: Regelbedarf
  answer: Sie bekommen {regelbedarf_1}.
  simple: Sie bekommen {regelbedarf_1}.
  checked_on: 2026-11-22
  review_by: 2027-01-15
""",
    "phrasings/de/termine.yaml": """\
termin-verpasst:
  - hab verpennt
  - "Hilfe: Termin vergessen"
""",
    "phrasings/en/termine.yaml": "termin-verpasst: [i missed my appointment]\n",
    "phrasings/de/none.yaml": "- wie hoch ist der eiffelturm\n",
    "samples/de/termine.yaml": "termin-verpasst: [Besprechung verschwitzt]\n",
    "samples/de/_out_of_scope.yaml": "- perso verloren\n",
    "samples/de/_known_misses.yaml": "anything: goes here\n",
}


def a_faq(tmp_path: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """A folder ``faq`` with the good files and these changes; None leaves a file out."""
    folder = tmp_path / "faq"
    for name, content in {**GOOD, **(changed or {})}.items():
        path = folder / name
        path.unlink(missing_ok=True)
        if content is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


NEXT_YEAR = '    - {from: 2027-01-01, until: null, value: "571.50", source: BGBl., checked_on: 2026-11-22}\n'
"""The row of the next year for the amount of the good files."""


def with_next_year(row: str = NEXT_YEAR) -> dict[str, str | bytes | None]:
    """The good amounts and below the one of this year another *row*."""
    return {"facts.yaml": GOOD["facts.yaml"].replace("- id: minderung", f"{row}- id: minderung")}


def with_change(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """The good file of this name with one passage replaced, for :func:`a_faq`."""
    assert GOOD[name].count(old) >= 1, f"{old!r} is not in {name}"
    return {name: GOOD[name].replace(old, new, 1)}


def an_entry(entry_id: str, label: str, more: str = "") -> str:
    return (
        f"- id: {entry_id}\n  question: Frage?\n  label: {label}\n  answer: Antwort.\n  simple: Antwort.\n"
        f"  checked_on: 2026-11-22\n  review_by: 2027-01-15\n{more}"
    )
