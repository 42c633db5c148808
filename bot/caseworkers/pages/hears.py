"""What the citizen hears, as it is shown to staff: the very words that the bot will send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.content.texts import RIGHT_TO_LEFT, Texts
from bot.core.markup import to_plain
from bot.core.talk import Phrase, Say


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with the labels of its buttons; ``language`` and ``direction`` are HTML's."""

    text: str
    buttons: tuple[str, ...]
    language: str
    direction: str


def heard(says: Iterable[Say], texts: Texts, locale: str) -> tuple[Heard, ...]:
    """The messages as the citizen reads them in *locale*."""
    return tuple(_one(say, texts, say.language or locale) for say in says)


def _one(say: Say, texts: Texts, locale: str) -> Heard:
    # Where a locale does not say it, German is sent.
    is_said = all(texts.has(part.key, locale) for part in say.parts if isinstance(part, Phrase))
    language = locale.split("-")[0] if is_said else "de"
    return Heard(
        to_plain(texts.message(say, locale)).replace("\n\n", "\n"),
        tuple(texts.label(choice, locale) for choice in say.choices),
        language,
        "rtl" if language in RIGHT_TO_LEFT else "ltr",
    )
