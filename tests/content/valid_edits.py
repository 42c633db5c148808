"""Edits that change a file and break nothing: the ordinary work of an editor."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.content.faq_folder import an_entry
from tests.content.mutate import Files

Changes = dict[str, str | bytes | None]
ENTRIES = "de/termine.yaml"
ASKED = "phrasings/de/termine.yaml"


def one_line(there: Files, name: str, pattern: str, new: str) -> Changes:
    """The first line that matches *pattern* replaced."""
    text, count = re.subn(rf"^{pattern}$", new, there[name], count=1, flags=re.MULTILINE)
    assert count == 1, f"{pattern!r} is not in {name}"
    return {name: text}


def a_new_phrasing(there: Files) -> Changes:
    return {ASKED: there[ASKED].rstrip("\n") + "\n  - bin gestern einfach nicht hin\n"}


def a_phrasing_with_a_colon_in_quotes(there: Files) -> Changes:
    return {ASKED: there[ASKED].rstrip("\n") + '\n  - "hallo: ich war nicht da"\n'}


def a_phrasing_with_umlauts_and_emoji(there: Files) -> Changes:
    return {ASKED: there[ASKED].rstrip("\n") + "\n  - „äöüß“ – tschuldigung 😬 verschwitzt\n"}


def a_phrasing_with_an_apostrophe(there: Files) -> Changes:
    return {ASKED: there[ASKED].rstrip("\n") + "\n  - hab's verpennt, geht's noch?\n"}


def a_comment_on_top(there: Files) -> Changes:
    return {ENTRIES: "# Von Kaya: bitte nächste Woche lesen\n" + there[ENTRIES]}


def a_comment_behind_a_field(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  urgent: false", "  urgent: false  # eilt nicht")


def blank_lines_between_fields(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  urgent: false", "\n  urgent: false\n")


def no_line_break_at_the_end(there: Files) -> Changes:
    return {ENTRIES: there[ENTRIES].rstrip("\n")}


def blanks_at_the_end_of_a_line(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  urgent: false", "  urgent: false   ")


def windows_line_ends(there: Files) -> Changes:
    return {ENTRIES: there[ENTRIES].replace("\n", "\r\n")}


def a_byte_order_mark(there: Files) -> Changes:
    return {ENTRIES: b"\xef\xbb\xbf" + there[ENTRIES].encode()}


def fields_in_another_order(there: Files) -> Changes:
    return one_line(
        there, ENTRIES, r"(  checked_on: .+)\n(  review_by: .+)\n(  approved_by: .+)", r"\3\n\2\n\1"
    )


def a_label_in_quotes(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  label: (\w[^\"':\n]*)", r'  label: "\1"')


def a_label_in_single_quotes(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  label: (\w[^\"':\n]*)", r"  label: '\1'")


def a_question_as_a_block(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  question: (\w[^\"':\n]*)", r"  question: |\n    \1")


def a_list_line_by_line(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  see_also: \[([\w-]+).*\]", r"  see_also:\n    - \1")


def a_new_entry_with_phrasings(there: Files) -> Changes:
    return {
        ENTRIES: there[ENTRIES].rstrip("\n") + "\n" + an_entry("ganz-neu", "Etwas ganz Neues"),
        ASKED: there[ASKED].rstrip("\n") + "\nganz-neu:\n  - was ganz neues\n",
    }


def a_longer_answer(there: Files) -> Changes:
    more = an_entry("ganz-neu", "Etwas ganz Neues").replace(
        "answer: Antwort.", f"answer: |\n    {'Satz. ' * 120}"
    )
    return {ENTRIES: there[ENTRIES].rstrip("\n") + "\n" + more}


def marks_links_and_names_in_a_text(there: Files) -> Changes:
    text = "*Fett* und [ein Link](https://example.org/a-b?c=1): {regelbedarf_1}.\n    Not: {contact:notruf}"
    more = an_entry("ganz-neu", "Etwas ganz Neues").replace("answer: Antwort.", f"answer: |\n    {text}")
    return {ENTRIES: there[ENTRIES].rstrip("\n") + "\n" + more}


def a_signature(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  approved_by: null", '  approved_by: "Kaya, Fachstelle"')


def a_review_put_off(there: Files) -> Changes:
    return one_line(there, ENTRIES, r"  review_by: .+", "  review_by: 2028-01-31")


def a_second_window_for_an_entry(there: Files) -> Changes:
    old = an_entry("ganz-neu", "Etwas ganz Neues", "  valid_until: 2026-12-31\n")
    new = an_entry("ganz-neu", "Etwas ganz Neues", "  valid_from: 2027-01-01\n")
    return {ENTRIES: there[ENTRIES].rstrip("\n") + "\n" + old + new}


def an_amount_for_the_next_year(there: Files) -> Changes:
    return one_line(
        there,
        "facts.yaml",
        r"(    - \{from: 2026-01-01, until: 2026-12-31, .*\})",
        r'\1\n    - {from: 2027-01-01, until: null, value: "571.50", source: BGBl., checked_on: 2026-11-22}',
    )


def an_office_with_a_phone_number(there: Files) -> Changes:
    return one_line(there, "offices.yaml", r"  phone: null", '  phone: "02861 924711"')


def a_new_partner(there: Files) -> Changes:
    contact = '- {id: neue_stelle, title: Neue Stelle, number: "0800 1110111", confirmed: false}\n'
    return {"contacts.yaml": there["contacts.yaml"].rstrip("\n") + "\n" + contact}


def an_answer_out_of_service(there: Files) -> Changes:
    return {"withdrawn.yaml": "- {id: termin-verpasst, reason: neues Gesetz, since: 2026-11-22, by: Kaya}\n"}


def samples_in_another_language(there: Files) -> Changes:
    return {"samples/en/termine.yaml": "termin-verpasst:\n  - did not go to the meeting\n"}


Edit = Callable[[Files], Changes]

EDITS: tuple[Edit, ...] = (
    a_new_phrasing,
    a_phrasing_with_a_colon_in_quotes,
    a_phrasing_with_umlauts_and_emoji,
    a_phrasing_with_an_apostrophe,
    a_comment_on_top,
    a_comment_behind_a_field,
    blank_lines_between_fields,
    no_line_break_at_the_end,
    blanks_at_the_end_of_a_line,
    windows_line_ends,
    a_byte_order_mark,
    fields_in_another_order,
    a_label_in_quotes,
    a_label_in_single_quotes,
    a_question_as_a_block,
    a_list_line_by_line,
    a_new_entry_with_phrasings,
    a_longer_answer,
    marks_links_and_names_in_a_text,
    a_signature,
    a_review_put_off,
    a_second_window_for_an_entry,
    an_amount_for_the_next_year,
    an_office_with_a_phone_number,
    a_new_partner,
    an_answer_out_of_service,
    samples_in_another_language,
)
