"""Slips of editors in good files: what is written, and which rule must report it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from bot.content.formats import ENTRY_FIELDS
from tests.content.mutate import Files, Mutate, Mutation, inserted, matching_lines, swapped, written


def _entry_above(text: str, number: int) -> int:
    lines = text.split("\n")[:number]
    return max(n for n, line in enumerate(lines, 1) if line.startswith("- id:"))


def missing_field(dice: Random, there: Files) -> Mutation:
    name, number, _ = dice.choice([*matching_lines(there, ENTRIES, SHORT)])
    lines = there[name].split("\n")
    kept = [*lines[: number - 1], *lines[number:]]
    start = _entry_above(there[name], number)
    return Mutation(name, "\n".join(kept), "missing-field", start, start)


def misspelt(dice: Random, match: re.Match[str]) -> str:
    key = match["key"]
    at = dice.randrange(1, len(key))
    wrong = dice.choice([key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key + "e"])
    return f"  {wrong if wrong not in ENTRY_FIELDS else key + 'x'}:{match['rest']}"


def too_far_left(dice: Random, there: Files) -> Mutation:
    """Not the first line of a text: it may stand anywhere, the others follow it."""
    below = [
        (name, number)
        for name, number, _ in matching_lines(there, ENTRIES, r"    [A-ZÄÖÜ].*")
        if not re.search(r"\|$", "\n".join(there[name].split("\n")[: number - 1]).rstrip("\n"))
    ]
    name, number = dice.choice(below)
    lines = there[name].split("\n")
    lines[number - 1] = " " * dice.choice([0, 3]) + lines[number - 1].lstrip()
    return Mutation(name, "\n".join(lines), "syntax", number, number + 1)


def doubled_entry(dice: Random, there: Files) -> Mutation:
    name = dice.choice([name for name in there if re.fullmatch(ENTRIES, name)])
    text = there[name].rstrip("\n") + "\n"
    start = dice.choice([*re.finditer(r"^- id:", text, re.MULTILINE)]).start()
    following = re.search(r"^- id:", text[start + 1 :], re.MULTILINE)
    entry = text[start : start + 1 + following.start()] if following else text[start:]
    line = text.count("\n") + 1
    return Mutation(name, text + entry, "overlapping-entries", line, line)


def doubled_label(dice: Random, there: Files) -> Mutation:
    name, _, match = dice.choice([*matching_lines(there, ENTRIES, r"  label: .+")])
    entry = f"- id: ganz-neu\n  question: Wie?\n{match[0]}\n  answer: So.\n  simple: So.\n"
    text = there[name].rstrip("\n") + f"\n{entry}  checked_on: 2026-11-22\n  review_by: 2027-01-15\n"
    line = text[: text.index(entry)].count("\n") + 3
    return Mutation(name, text, "shared-label", line, line)


def second_id(dice: Random, there: Files) -> Mutation:
    name = dice.choice([name for name in ("topics.yaml", "contacts.yaml", "facts.yaml") if name in there])
    rows = [*matching_lines(there, name, r"(?P<before>- \{?id: )(?P<id>[\w-]+)(?P<after>.*)")]
    first, (_, number, match) = rows[0][2]["id"], dice.choice(rows[1:])
    lines = there[name].split("\n")
    lines[number - 1] = f"{match['before']}{first}{match['after']}"
    return Mutation(name, "\n".join(lines), "duplicate-id", number, number)


def wrong_bytes(dice: Random, there: Files) -> Mutation:
    name, number, _ = dice.choice([*matching_lines(there, READ, r".{3,}")])
    lines = there[name].encode().split(b"\n")
    at = dice.randrange(len(lines[number - 1]))
    lines[number - 1] = lines[number - 1][:at] + b"\xff" + lines[number - 1][at:]
    return Mutation(name, b"\n".join(lines), "encoding", number, number)


def new_file(name: str, content: str | None, rule: str) -> Mutate:
    return lambda dice, there: Mutation(name, content, rule, 1, 1)


def second_document(dice: Random, there: Files) -> Mutation:
    name = dice.choice([name for name in there if re.fullmatch(ENTRIES, name)])
    text = there[name].rstrip("\n") + "\n---\n- id: neu\n"
    line = text.count("\n") - 1
    return Mutation(name, text, "yaml-extra", line, line)


ENTRIES = r"de/\w+\.yaml"
READ = r"(topics|facts|offices|contacts|safety|smalltalk)\.yaml|de/.*|phrasings/de/.*"
ASKED = r"phrasings/de/(?!none)\w+\.yaml"
FIELD = rf"  (?P<key>{'|'.join(ENTRY_FIELDS)}):(?P<rest>.*)"
SHORT = r"  (?P<key>question|label|checked_on|review_by): (?P<value>.+)"
PROSE = r"    (?P<words>[A-ZÄÖÜ].*[.!?])"
NUMBER_LINE = r'(?P<before>.*\bnumber: )"(?P<number>[\d +/-]+)"(?P<after>.*)'

MUTATIONS: Mapping[str, Mutate] = {
    "a field is missing": missing_field,
    "a field is misspelt": swapped("unknown-field", ENTRIES, FIELD, misspelt),
    "a list for a text": swapped("wrong-type", ENTRIES, SHORT, written("  {key}: [eins, zwei]")),
    "a text for a list": swapped(
        "wrong-type", ENTRIES, r"  (?P<key>see_also|keywords|sources): \[.*\]", written("  {key}: eins")
    ),
    "no flag": swapped("wrong-type", ENTRIES, r"  urgent: .+", written("  urgent: vielleicht")),
    "a field twice": swapped("duplicate-key", ENTRIES, SHORT, written("{0}\n{0}"), shift=1),
    "one blank too many": swapped("syntax", ENTRIES, FIELD, written(" {0}"), later=1),
    "one blank too few": swapped("syntax", ENTRIES, FIELD, lambda dice, match: match[0][1:], later=1),
    "a field swallowed by the text above": swapped(
        "syntax",
        ENTRIES,
        r"  (?P<key>simple: \||actions: \[.*\]|see_also: \[.*\]|urgent: false)",
        written("    {key}"),
    ),
    "a line of text too far left": too_far_left,
    "an open brace": swapped(
        "syntax", "facts.yaml", r"(?P<most>    - \{from: .*)\}", written("{most}"), later=1
    ),
    "an open quotation mark in braces": swapped(
        "syntax", "facts.yaml", r"(?P<a>    - .*value: \"\d+)\"(?P<b>.*)", written("{a}{b}"), later=1
    ),
    "a tabulator": swapped("unreadable-character", READ, r".{3,}", inserted("\t")),
    "an invisible character": swapped("unreadable-character", READ, r".{3,}", inserted("\x07")),
    "wrong bytes": wrong_bytes,
    "an unknown related entry": swapped(
        "unknown-entry", ENTRIES, r"  see_also: \[(?P<rest>.+)", written("  see_also: [gibt-es-nicht, {rest}")
    ),
    "an unknown action": swapped(
        "unknown-action",
        ENTRIES,
        r"  actions: \[.*\]",
        written("  actions: [phone_cal]", "  actions: [anruf]"),
    ),
    "an unknown name in braces": swapped(
        "unknown-placeholder",
        ENTRIES,
        r"(?P<before>.*)\{(?P<name>[a-z_0-9]+)\}(?P<after>.*)",
        lambda dice, match: f"{match['before']}{{{match['name']}_x}}{match['after']}",
    ),
    "an unknown contact": swapped(
        "unknown-placeholder",
        "safety.yaml",
        r"(?P<before> .*)\{contact:(?P<name>\w+)\}(?P<after>.*)",
        lambda dice, match: f"{match['before']}{{contact:{match['name']}x}}{match['after']}",
    ),
    "a long label": swapped("too-long", ENTRIES, r"  label: .+", written("  label: " + "Lang" * 8)),
    "a source without s": swapped(
        "link-not-https", ENTRIES, r"(?P<a>.*url: \"?)https://(?P<b>.*)", written("{a}http://{b}")
    ),
    "a link without s": swapped(
        "link-in-text-not-https",
        ENTRIES,
        PROSE,
        written("    {words} http://example.org", "    {words} [Hier](http://example.org)"),
    ),
    "no date": swapped(
        "wrong-date",
        ENTRIES,
        r"  (?P<key>checked_on|review_by): .+",
        written("  {key}: 31.12.2026", "  {key}: 2026-13-01", "  {key}: bald", "  {key}: 2027-02-30"),
    ),
    "an early date": swapped(
        "dates-out-of-order", ENTRIES, r"  review_by: .+", written("  review_by: 2020-01-01")
    ),
    "an entry twice": doubled_entry,
    "a label twice": doubled_label,
    "an id twice": second_id,
    "a brace alone": swapped("stray-brace", ENTRIES, PROSE, written("    {words} {{", "    {words} }}")),
    "a star alone": swapped("malformed-markup", ENTRIES, PROSE, written("    {words} *wichtig")),
    "a number typed": swapped(
        "typed-phone-number",
        ENTRIES,
        PROSE,
        written("    {words} 02861 924711", "    {words} Telefon: 02861"),
    ),
    "no number": swapped("no-phone-number", "contacts.yaml", NUMBER_LINE, written('{before}"02861"{after}')),
    "somebody's data": swapped(
        "personal-data",
        ASKED,
        r"  - (?P<words>[\w ]+)",
        written(
            "  - {words} kaya@example.org",
            "  - {words} DE89 3704 0044 0532 0130 00",
            "  - {words} 0151 23456789",
            "  - {words} kundennummer 123D456789",
            "  - {words} geboren am 1.2.1980",
        ),
    ),
    "an open quotation mark": swapped(
        "syntax",
        ENTRIES,
        r"  (?P<key>question|label): (?P<value>[^\"']+)",
        written('  {key}: "{value}'),
        later=1,
    ),
    "an open bracket": swapped("syntax", ENTRIES, r"(?P<most>  \w+: \[.+)\]", written("{most}"), later=1),
    "no colon": swapped("syntax", ENTRIES, SHORT, written("  {key} {value}"), later=1),
    "a colon in the text": swapped(
        "syntax", ENTRIES, r"  (?P<key>label|question): (?P<value>[^\"']+)", written("  {key}: Neu: {value}")
    ),
    "a forbidden beginning": swapped("syntax", ENTRIES, SHORT, written("  {key}: @neu", "  {key}: %neu")),
    "an anchor": swapped("yaml-extra", ENTRIES, SHORT, written("  {key}: &a {value}", "  {key}: *a")),
    "nothing": swapped("empty", ENTRIES, SHORT, written("  {key}:", "  {key}: null", '  {key}: ""')),
    "phrasings for nobody": swapped("unknown-entry", ASKED, r"(?P<id>[a-z-]+):", written("{id}-x:")),
    "an item too far right": swapped(
        "syntax", ASKED, r"  - [\w ]+", lambda dice, match: f"{match[0]}\n    - x", 1
    ),
    "an amount twice": swapped(
        "overlapping-amounts", "facts.yaml", r"    - \{from: .*\}", written("{0}\n{0}"), shift=1
    ),
    "a comma": swapped(
        "wrong-type", "facts.yaml", r"(?P<a>.* value: \")\d+(\.\d+)?(?P<b>\".*)", written("{a}563,00{b}")
    ),
    "a second document": second_document,
    "a file of no topic": new_file(
        "de/quatsch.yaml",
        "- id: neu\n  question: Was?\n  label: Ganz neu\n  answer: So.\n  simple: So.\n"
        "  checked_on: 2026-11-22\n  review_by: 2027-01-15\n",
        "unknown-topic",
    ),
    "another ending": new_file("de/antrag.yml", "- id: neu\n", "misplaced-file"),
    "a misnamed file": new_file("fakts.yaml", "- id: neu\n", "misplaced-file"),
    "a file lost": new_file("topics.yaml", None, "missing-file"),
    "an empty file": new_file("contacts.yaml", "", "empty"),
    "a phrasing file that is a list": new_file("phrasings/de/geld.yaml", "- x\n", "wrong-type"),
}
