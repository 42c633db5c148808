"""What differs between two knowledge bases, said once and in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core.knowledge import Fact, FactValue, KnowledgeBase, Language, Safety, Signature, Source
from bot.editors.changes import Change, FieldChange, changes, naming
from bot.editors.contents import Key, contents
from bot.editors.rewritten import rewritten
from tests.editors.a_kb import a_kb, an_entry

KB = a_kb(an_entry("eins"), an_entry("zwei"), eins=("a", "b"), zwei=("c",))


def compared(before: KnowledgeBase, now: KnowledgeBase) -> list[Change]:
    return changes(contents(before), contents(now))


def with_fields(kb: KnowledgeBase, entry_id: str, **fields: Any) -> KnowledgeBase:
    return replace(kb, entries=tuple(replace(e, **fields) if e.id == entry_id else e for e in kb.entries))


def test_what_is_the_same_is_no_change() -> None:
    assert compared(KB, replace(KB, version="anders")) == []


def test_each_field_that_differs_is_named_with_both_wordings() -> None:
    now = with_fields(KB, "zwei", answer="Neu.", checked_on=date(2026, 12, 1))
    fields = (
        FieldChange("answer", "Gut, dass Sie sich melden!", "Neu."),
        FieldChange("checked_on", "22.11.2026", "01.12.2026"),
    )
    assert compared(KB, now) == [Change(Key("entries", "zwei"), "changed", fields)]


def test_new_things_come_in_their_order_and_what_is_gone_at_the_end_of_its_group() -> None:
    before = a_kb(an_entry("alt"), an_entry("eins"), eins=("a",), alt=("z",))
    now = a_kb(an_entry("neu"), an_entry("eins"), eins=("a",), neu=("x",))
    assert [(one.key.group, one.key.id, one.kind) for one in compared(before, now)] == [
        ("entries", "neu", "added"),
        ("entries", "alt", "removed"),
        ("phrasings", "neu", "added"),
        ("phrasings", "alt", "removed"),
    ]


def test_of_a_list_what_came_and_what_went_is_told() -> None:
    (change,) = compared(KB, replace(KB, phrasings={"de": {"eins": ("b", "neu"), "zwei": ("c",)}}))
    (field,) = change.fields
    assert (change.key, field.field, field.new, field.gone) == (
        Key("phrasings", "eins"),
        "de",
        ("neu",),
        ("a",),
    )


def test_another_order_is_a_change_in_which_nothing_came_or_went() -> None:
    (change,) = compared(KB, replace(KB, phrasings={"de": {"eins": ("b", "a"), "zwei": ("c",)}}))
    assert [(one.new, one.gone) for one in change.fields] == [((), ())]


def test_a_phrasing_that_moves_to_life_counts_less_and_is_told() -> None:
    (change,) = compared(KB, replace(KB, from_life=frozenset({("de", "eins", "a")})))
    assert {one.field: (one.new, one.gone) for one in change.fields} == {
        "de": ((), ("a",)),
        "de life": (("a",), ()),
    }


def test_a_field_that_begins_to_hold_belongs_to_the_same_entry() -> None:
    now = with_fields(KB, "zwei", valid_from=date(2027, 1, 1))
    (change,) = compared(KB, now)
    assert (change.kind, change.key.since, change.fields[0].now) == ("changed", "2027-01-01", "01.01.2027")


def test_of_two_windows_of_one_entry_those_that_begin_on_the_same_day_belong_together() -> None:
    old, new = an_entry("eins", answer="Alt."), an_entry("eins", answer="Neu.", valid_from=date(2027, 1, 1))
    assert [one.kind for one in compared(a_kb(old), a_kb(old, new))] == ["added"]
    assert [(one.kind, one.key.since) for one in compared(a_kb(old, new), a_kb(new))] == [("removed", "")]


def test_every_part_of_the_knowledge_base_is_compared() -> None:
    fact = Fact("satz", "Satz", "Euro", (FactValue(date(2026, 1, 1), None, Decimal(563), "RBSFV", date.min),))
    now = replace(
        with_fields(KB, "eins", urgent=True, sources=(Source("§ 32", "https://example.org"),)),
        facts={"satz": fact},
        safety=Safety(
            texts={"crisis": {"de": "Hilfe"}}, phrases={"crisis": {"de": ("x",)}}, approved_by="Kaya"
        ),
        commands={"stop": {"de": ("stopp",)}},
        none={"de": ("wetter",)},
        withdrawn=frozenset({"zwei"}),
    )
    found = {(one.key.group, field.field): field.now for one in compared(KB, now) for field in one.fields}
    assert found == {
        ("entries", "urgent"): "ja",
        ("entries", "sources"): ("§ 32 (https://example.org)",),
        ("facts", "title"): "Satz",
        ("facts", "unit"): "Euro",
        ("facts", "values"): ("563 ab 01.01.2026 (Quelle: RBSFV)",),
        ("safety", "approved_by"): "Kaya",
        ("safety", "de"): "Hilfe",
        ("safety_phrases", "de"): ("x",),
        ("commands", "de"): ("stopp",),
        ("none", "de"): ("wetter",),
    }
    assert Key("withdrawn", "zwei") in {one.key for one in compared(KB, now)}


def test_a_signature_that_no_longer_holds_is_told() -> None:
    signed = with_fields(KB, "eins", approved_by="Kaya", approved_on=date(2026, 11, 22))
    now = with_fields(KB, "eins", answer="Neu.", lapsed=Signature("Kaya", date(2026, 11, 22), "abc"))
    (change,) = compared(signed, now)
    found = {one.field: (one.before, one.now) for one in change.fields}
    assert found["approved_by"] == ("Kaya", "")
    assert found["lapsed"] == ("", "Kaya")


def test_words_of_a_language_are_compared_too() -> None:
    now = replace(KB, languages={"de": Language({"hab": "habe"}, signs={"vorbei": ("war", "gestern")})})
    (change,) = compared(KB, now)
    assert [(one.field, one.new) for one in change.fields] == [
        ("replacements", ("hab: habe",)),
        ("signs", ("vorbei: war, gestern",)),
    ]


def heard(now: KnowledgeBase) -> bool:
    return any(change.is_heard for change in compared(KB, now))


def test_only_what_the_matcher_reads_can_change_what_is_understood() -> None:
    """Learning takes minutes: nobody waits for them after a signature."""
    assert not heard(
        with_fields(KB, "eins", approved_by="Kaya", checked_on=date(2026, 12, 1), see_also=("zwei",))
    )
    assert not heard(replace(KB, withdrawn=frozenset({"eins"})))
    assert heard(with_fields(KB, "eins", answer="Ein neues Wort."))
    assert heard(replace(KB, phrasings={"de": {"eins": ("a", "b", "x"), "zwei": ("c",)}}))
    assert heard(replace(KB, entries=KB.entries[:1]))


def test_of_a_long_text_only_the_sentences_that_differ_are_shown() -> None:
    before = "Guten Tag. Rufen Sie gleich an. Danke.\n\n- eins\n- zwei"
    now = "Guten Tag. Rufen Sie sofort an. Danke.\n\n- eins\n- zwei\n- drei"
    assert list(rewritten(before, now)) == [("Rufen Sie gleich an.", "Rufen Sie sofort an."), ("", "- drei")]


def test_a_text_that_came_or_went_has_nothing_on_the_other_side() -> None:
    assert list(rewritten("", "Neu.")) == [("", "Neu.")]
    assert list(rewritten("Alt.", "")) == [("Alt.", "")]


@given(st.text("ab .!\n*-", max_size=60), st.text("ab .!\n*-", max_size=60))
def test_no_other_word_is_kept_silent(before: str, now: str) -> None:
    assert list(rewritten(before, now)) or before.split() == now.split()
    assert not list(rewritten(now, now))


def test_an_amount_is_named_where_it_or_a_share_of_it_stands() -> None:
    facts = (
        Fact("satz", "", "Euro"),
        Fact("drittel", "", "Euro", share_of="satz"),
        Fact("neuntel", "", "Euro", share_of="drittel"),
        Fact("anderes", "", "Euro"),
    )
    texts = {"eins": "{satz}", "zwei": "nichts", "drei": "{neuntel}", "vier": "{anderes}"}
    kb = a_kb(*(an_entry(name, answer=text) for name, text in texts.items()), facts=facts)
    assert naming(kb, ["satz"]) == ["eins", "drei"]
