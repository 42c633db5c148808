"""The light markup of the texts, as HTML for Telegram or as plain text.

``*bold*``, lines that begin with ``- ``, ``[text](https://...)``, and paragraphs between empty lines:
nothing else has a meaning. What is malformed stays visible as it was written. A star between two
letters ("Bürger*innen") is an ordinary character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

_LINK = re.compile(r"\[(?P<label>[^\[\]\n]+)\]\((?P<url>https://[^\s()<>]+)\)")
_LIKE_A_LINK = re.compile(r"\[[^\[\]\n]*\](?:\(| \(https?:)[^()\n]*\)?|\bhttp://\S+")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<bold>[^*\n]*[^\s*])\*(?![\w*])")
_PIECE = re.compile(f"{_LINK.pattern}|{_BOLD.pattern}")
_BULLET = re.compile(r"^[^\S\n]*- +", re.MULTILINE)
_STAR = re.compile(r"(?<!\w)\*+|\*+(?!\w)")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Malformed:
    """A mark that does not do what its writer meant, and the offset at which it stands.

    ``kind``: "bold" (a star without partner), "nested" (stars within stars), "link" (an address that
    does not begin with https://, or brackets that do not close).
    """

    kind: Literal["bold", "nested", "link"]
    offset: int


def to_html(text: str) -> str:
    """*text* for Telegram's HTML mode: ``<b>`` and ``<a href>`` only, lists with a bullet sign."""
    marked = _BULLET.sub("• ", _tidy(text))
    return _written(marked, _escaped, lambda inner: f"<b>{inner}</b>", _html_link)


def to_plain(text: str) -> str:
    """*text* without marks, for the terminal and for reading aloud: links as "Text (https://...)"."""
    return _written(_tidy(text), str, str, lambda label, url: f"{label} ({url})")


def problems(text: str) -> Iterator[Malformed]:
    """What an editor should mend in *text*, in the order of the text."""
    found = [*_broken_links(text), *_broken_bold(text)]
    yield from sorted(found, key=lambda malformed: malformed.offset)


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", text).strip()


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _html_link(label: str, url: str) -> str:
    return f'<a href="{escape(url)}">{label}</a>'


def _written(
    text: str,
    words: Callable[[str], str],
    bold: Callable[[str], str],
    link: Callable[[str, str], str],
) -> str:
    """*text* piece by piece: *words* writes what has no mark, *bold* and *link* what has one.

    Within bold there may be links; the words of a link have no marks.
    """
    out, done = [], 0
    for piece in _PIECE.finditer(text):
        out.append(words(text[done : piece.start()]))
        if piece["url"]:
            out.append(link(words(piece["label"]), piece["url"]))
        else:
            out.append(bold(_written(piece["bold"], words, bold, link)))
        done = piece.end()
    return "".join(out) + words(text[done:])


def _broken_links(text: str) -> Iterator[Malformed]:
    for match in _LIKE_A_LINK.finditer(text):
        if not _LINK.fullmatch(match[0]):
            yield Malformed("link", match.start())


def _broken_bold(text: str) -> Iterator[Malformed]:
    """The stars that :func:`to_html` would show."""
    for star in _STAR.finditer(_PIECE.sub(_label_only, text)):
        yield Malformed("nested" if len(star[0]) > 1 else "bold", star.start())


def _label_only(piece: re.Match[str]) -> str:
    """A good mark as blanks, so that offsets stay; the words of a link are kept: no stars belong there."""
    return f" {piece['label'] or ''}".ljust(len(piece[0]))
