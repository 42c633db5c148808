"""What the citizen hears, as it is shown to staff: the very words that the bot will send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.content.texts import RIGHT_TO_LEFT, Texts
from bot.core.markup import to_plain
from bot.core.talk import Phrase, Say


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message says in one language, and the labels of its buttons, each with its own language.

    ``language`` and ``direction`` are HTML's.
    """

    text: str
    buttons: tuple[tuple[str, str], ...]
    language: str
    direction: str


def heard(says: Iterable[Say], texts: Texts, locale: str) -> tuple[Heard, ...]:
    """The messages as the citizen reads them in *locale*; one in two languages is two, the buttons last."""
    return tuple(one for say in says for one in _read(say, texts, say.language or locale))


def _read(say: Say, texts: Texts, locale: str) -> Iterator[Heard]:
    languages = [
        (language, list(parts))
        for language, parts in groupby(say.parts, lambda part: _language(part, texts, locale))
    ]
    for place, (language, parts) in enumerate(languages, 1):
        labels = say.choices if place == len(languages) else ()
        yield Heard(
            to_plain(texts.paragraphs(parts, locale)).replace("\n\n", "\n"),
            tuple((texts.label(one, locale), _of(one.key, texts, locale)) for one in labels),
            language,
            "rtl" if language in RIGHT_TO_LEFT else "ltr",
        )


def _language(part: Phrase | str, texts: Texts, locale: str) -> str:
    """In which *part* is read: where a locale does not say it, German is sent."""
    if isinstance(part, str):
        return locale.split("-")[0]
    return _of(part.key, texts, part.language or locale)


def _of(key: str, texts: Texts, locale: str) -> str:
    return locale.split("-")[0] if texts.has(key, locale) else "de"
