"""``faq try --explain``: what the dialogue asked about a message, and why it got that answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from bot.core.knowledge import KnowledgeBase
from bot.core.matching import Found
from bot.core.matching.finder import KnowledgeFinder
from bot.core.talk import World
from bot.editors.decisions import command_sign, danger_sign, decision, why

MARGIN = "│ "
"""Before each line, so that nobody takes it for the bot's own words."""


@dataclass(slots=True)
class Overheard:
    """A ``Finder`` that remembers what it said in one turn."""

    finder: KnowledgeFinder
    found: Found | None = None
    kind: str = ""
    commands: dict[str, str] = field(default_factory=dict)
    """Text -> the command that it gives."""

    def find(self, text: str, language: str = "") -> Found:
        self.found = self.finder.find(text, language)
        return self.found

    def danger(self, text: str) -> str:
        self.kind = self.finder.danger(text)
        return self.kind

    def command(self, text: str) -> str:
        self.commands[text] = self.finder.command(text)
        return self.commands[text]

    def asks(self, text: str) -> bool:
        return self.finder.asks(text)

    def language(self, text: str) -> str:
        return self.finder.language(text)


@dataclass(slots=True)
class Explainer:
    """Lends the dialogue a finder that remembers: the assistant gets ``world`` in place of *present*."""

    present: Callable[[], World]
    _kb: KnowledgeBase = field(default_factory=KnowledgeBase)
    _heard: Overheard | None = None

    def world(self) -> World:
        """What a turn may look at; what was heard in the turn before is forgotten."""
        world = self.present()
        self._kb = world.kb
        self._heard = Overheard(world.finder) if isinstance(world.finder, KnowledgeFinder) else None
        return replace(world, finder=self._heard) if self._heard else world

    def explained(self, text: str, in_form: bool = False) -> str:
        """Why the last turn, which was about *text*, went as it did: German lines with a margin.

        *in_form*: it was typed in the middle of a form, where it may be what the form asked for.
        """
        lines = _lines(self._kb, self._heard, text, in_form) if self._heard else iter(())
        return "".join(f"{MARGIN}{line}\n" for line in lines)


def _lines(kb: KnowledgeBase, heard: Overheard, text: str, in_form: bool) -> Iterator[str]:
    """In the order in which the dialogue decides: danger, commands, questions."""
    command = heard.commands.get(text, "")
    if heard.kind:
        yield danger_sign(kb, heard.kind, text)
    elif heard.found is not None and in_form:
        yield f"Im Formular zählt zuerst die Angabe. Als Frage allein: Der Bot {decision(heard.found)}."
    elif heard.found is not None:
        yield f"Für sich allein: Der Bot {decision(heard.found)}."
        yield from why(kb, heard.finder, heard.found)
    elif command:
        yield command_sign(kb, command, text)
    else:
        yield "Verstanden ohne Suche: als Knopf, als Befehl mit /, als Termin oder als Angabe im Formular."
