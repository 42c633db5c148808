"""The program's own phrases: Project Fluent files by locale, and messages made of them.

``de`` and ``de-simple`` are complete; the other locales hold what is said in them from the start and
fall back to Einfache Sprache. Texts come out in the light markup of ``faq/``; a channel turns it into
its own (``core.markup``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from bot.core import calendar
from bot.core.talk import Arg, Choice, Phrase, Say

FOLDER = Path(__file__).parent / "texts"
COMPLETE = ("de", "de-simple")
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MARKUP = str.maketrans({"*": "\u2217", "[": "(", "]": ")"})


class Texts:
    """All locales, read once.

    Raises:
        ValueError: a file has a broken or doubled entry (names file and line).
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._bundles = {path.stem: _bundle(path) for path in sorted(folder.glob("*.ftl"))}

    def words(self, phrase: Phrase, locale: str) -> str:
        """*phrase* in *locale*, else in Einfache Sprache, else in German.

        Raises:
            KeyError: no locale has the key, or an argument is missing.
        """
        for bundle in self._chain(locale):
            if bundle.has_message(phrase.key):
                return _formatted(bundle, phrase)
        raise KeyError(phrase.key)

    def label(self, choice: Choice, locale: str) -> str:
        """The text of a button."""
        return choice.text or self.words(Phrase(choice.key, choice.args), locale)

    def message(self, say: Say, locale: str) -> str:
        """The paragraphs of *say*, an empty line between them."""
        return self.paragraphs(say.parts, say.language or locale)

    def paragraphs(self, parts: Iterable[Phrase | str], locale: str) -> str:
        """*parts*, an empty line between them; a phrase that names its own language comes in that."""
        said = (
            part if isinstance(part, str) else self.words(part, part.language or locale) for part in parts
        )
        return "\n\n".join(part.strip() for part in said if part.strip())

    def has(self, key: str, locale: str) -> bool:
        return locale in self._bundles and self._bundles[locale].has_message(key)

    def _chain(self, locale: str) -> list[FluentBundle]:
        order = ("de",) if locale == "de" else (locale, "de-simple", "de")
        return [self._bundles[name] for name in order if name in self._bundles]


def entries(path: Path) -> Mapping[str, frozenset[str]]:
    """Keys of a file with the variables that each uses.

    Raises:
        ValueError: a broken or doubled entry.
    """
    found: dict[str, frozenset[str]] = {}
    source = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            raise ValueError(f"{path.name}:{line}: {entry.annotations[0].message}")
        if isinstance(entry, ast.Message):
            if entry.id.name in found:
                raise ValueError(f"{path.name}: {entry.id.name} stands twice")
            found[entry.id.name] = frozenset(_variables(entry))
    return found


def _variables(node: ast.BaseNode) -> set[str]:
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    children = [
        child for value in vars(node).values() for child in (value if isinstance(value, list) else [value])
    ]
    return {name for child in children if isinstance(child, ast.BaseNode) for name in _variables(child)}


def _bundle(path: Path) -> FluentBundle:
    entries(path)
    locale = path.stem.split("-")[0]
    bundle = FluentBundle([locale], use_isolating=locale in RIGHT_TO_LEFT, functions=_FUNCTIONS)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def _formatted(bundle: FluentBundle, phrase: Phrase) -> str:
    message = bundle.get_message(phrase.key)
    if message.value is None:
        raise KeyError(phrase.key)
    arguments: dict[str, Any] = {name: _argument(value) for name, value in phrase.args.items()}
    text, errors = bundle.format_pattern(message.value, arguments)
    if errors:
        raise KeyError(f"{phrase.key}: {errors[0]}")
    return str(text)


def _argument(value: Arg) -> Any:
    """Dates go through as ready words, so that no library prints them its own way."""
    return value.translate(_MARKUP) if isinstance(value, str) else value


def _day(value: Any) -> str:
    """``Montag, 23.11.``"""
    day = _date(value)
    return f"{_WEEKDAYS[day.weekday()]}, {day.day}.{day.month}."


def _full_day(value: Any) -> str:
    """``Montag, 23.11.2026``"""
    return f"{_day(value)}{_date(value).year}"


def _short_date(value: Any) -> str:
    """``22.11.2026``"""
    day = _date(value)
    return f"{day.day:02}.{day.month:02}.{day.year}"


def _clock(value: Any) -> str:
    """``7:14 Uhr``, ``12 Uhr``"""
    at = calendar.local(_plain(value))
    return f"{at.hour}:{at.minute:02} Uhr"


def _time(value: Any) -> str:
    """``7:14``: for languages that have no "Uhr"."""
    at = calendar.local(_plain(value))
    return f"{at.hour}:{at.minute:02}"


def _hour(value: Any) -> str:
    """``12 Uhr`` on the hour, else ``12:30 Uhr``."""
    at = calendar.local(_plain(value))
    return f"{at.hour} Uhr" if at.minute == 0 else _clock(value)


def _plain(value: Any) -> datetime:
    """Fluent wraps times in a type of its own, whose arithmetic fails: back to Python's."""
    return datetime.fromisoformat(value.isoformat())


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return calendar.local(_plain(value)).date()
    return date.fromisoformat(value.isoformat())


_FUNCTIONS: Any = {
    "DAY": _day,
    "FULLDAY": _full_day,
    "DATE": _short_date,
    "CLOCK": _clock,
    "TIME": _time,
    "HOUR": _hour,
}
