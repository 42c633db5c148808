"""The light markup: what it becomes, what it never becomes, and what editors are told."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.markup import problems, to_html, to_plain

MARKS = st.text(st.sampled_from("*[]()- \nab<>&\"'{}:/.")) | st.text()
LINKISH = st.lists(
    st.sampled_from(
        ["*", "**", "[", "](", ")", "https://a.de", "http://b.de", "- ", "\n", " ", "Wort", "<b>", '"']
    )
).map("".join)
WRITTEN = MARKS | LINKISH


class Tags(HTMLParser):
    """Fails on anything but well-nested b and a."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("a", "b")
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        assert all((value or "").startswith("https://") for _, value in attrs)
        assert tag not in self.open
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def kinds(text: str) -> list[tuple[str, int]]:
    return [(malformed.kind, malformed.offset) for malformed in problems(text)]


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("Ihr Termin *gilt weiter*.", "Ihr Termin <b>gilt weiter</b>.", "Ihr Termin gilt weiter."),
        ("(*heute*)", "(<b>heute</b>)", "(heute)"),
        (
            "Mehr [beim Kreis](https://kreis.de/a?b=1&c=2).",
            'Mehr <a href="https://kreis.de/a?b=1&amp;c=2">beim Kreis</a>.',
            "Mehr beim Kreis (https://kreis.de/a?b=1&c=2).",
        ),
        (
            "*Lesen: [hier](https://a.de)*",
            '<b>Lesen: <a href="https://a.de">hier</a></b>',
            "Lesen: hier (https://a.de)",
        ),
        ("Tun Sie:\n- eins\n- *zwei*", "Tun Sie:\n• eins\n• <b>zwei</b>", "Tun Sie:\n- eins\n- zwei"),
        ("Eins.\n\n \n\nZwei.\n", "Eins.\n\nZwei.", "Eins.\n\nZwei."),
        ("1 < 2 & \"gut\" <b>", "1 &lt; 2 &amp; \"gut\" &lt;b&gt;", '1 < 2 & "gut" <b>'),
        ("Bürger*innen, Nachbar*innen", "Bürger*innen, Nachbar*innen", "Bürger*innen, Nachbar*innen"),
        ("Mo - Fr", "Mo - Fr", "Mo - Fr"),
    ],
)  # fmt: skip
def test_marks_become_html_for_telegram_and_plain_text(text: str, html: str, plain: str) -> None:
    assert (to_html(text), to_plain(text)) == (html, plain)
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ein *Stern", [("bold", 4)]),
        ("Ein * allein", [("bold", 4)]),
        ("*über\nzwei Zeilen*", [("bold", 0), ("bold", 17)]),
        ("* Punkt", [("bold", 0)]),
        ("Sehr **wichtig**", [("nested", 5), ("nested", 14)]),
        ("*a *b* c*", [("bold", 0), ("bold", 8)]),
        ("[hier](http://a.de)", [("link", 0)]),
        ("[hier](a.de)", [("link", 0)]),
        ("Lesen: [hier](https://a.de", [("link", 7)]),
        ("[hier] (https://a.de)", [("link", 0)]),
        ("Siehe http://a.de", [("link", 6)]),
        ("[*hier*](https://a.de)", [("bold", 1), ("bold", 6)]),
        ("[hier](http://a.de) *da", [("link", 0), ("bold", 20)]),
    ],
)
def test_malformed_marks_are_found_at_their_place(text: str, found: list[tuple[str, int]]) -> None:
    assert kinds(text) == found


def test_ordinary_brackets_are_no_broken_link() -> None:
    assert kinds("Das Formular [Anlage KdU] (siehe unten) und (ein Stern fehlt)") == []


@given(WRITTEN)
@example("*a [b*](https://a.de) c*")
@example('[a](https://a"b>)')
def test_html_is_balanced_and_holds_no_tag_but_b_and_a(text: str) -> None:
    tags = Tags()
    tags.feed(to_html(text))
    tags.close()
    assert tags.open == []


@given(WRITTEN)
def test_plain_text_has_no_tags_and_nothing_raises(text: str) -> None:
    assert to_plain(text).count("<") == text.count("<")
    assert all(0 <= malformed.offset < len(text) for malformed in problems(text))


@given(st.text(st.characters(exclude_characters="*[-", exclude_categories=["Cs"])))
def test_a_text_without_marks_arrives_as_it_was_written(text: str) -> None:
    assert unescape(to_html(text)) == to_plain(text)


@given(WRITTEN)
def test_a_text_without_problems_shows_no_star_but_between_letters(text: str) -> None:
    if not kinds(text):
        plain = f" {to_plain(text)} "
        stars = [index for index, sign in enumerate(plain) if sign == "*"]
        assert all(plain[i + side].isalnum() or plain[i + side] == "_" for i in stars for side in (-1, 1))
