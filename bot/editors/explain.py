"""What a rule is about: ``faq check --explain RULE``."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.cross_checks import CHECKS
from bot.content.rule_names import explanation, rule_name
from bot.content.schema import meant
from bot.content.slips import EXPLANATIONS
from bot.editors.notes import NOTES
from bot.editors.report import LEVELS
from bot.editors.rules import RULES
from bot.errors import BotError


class UnknownRule(BotError):
    """No rule bears this name; the text offers the nearest one, else all."""

    def __init__(self, name: str) -> None:
        near = meant(name, rules())
        super().__init__(
            f"Es gibt keine Regel '{name}'.{near}"
            if near
            else f"Es gibt keine Regel '{name}'. Es gibt: {', '.join(sorted(rules()))}."
        )


def explain(name: str) -> str:
    """What the rule *name* finds, why it matters and what to do: German, its level first.

    Raises:
        UnknownRule: there is no such rule.
    """
    found = rules().get(name.strip("[] "))
    if found is None:
        raise UnknownRule(name)
    level, words = found
    return f"{LEVELS[level][0]}: {words}"


def rules() -> Mapping[str, tuple[str, str]]:
    """Name of every rule -> its level and its explanation."""
    return {
        **{str(slip): ("error", words) for slip, words in EXPLANATIONS.items()},
        **{rule_name(check): ("error", explanation(check)) for check in CHECKS},
        **{rule_name(rule): ("warning", explanation(rule)) for rule in RULES},
        **{rule_name(rule): ("note", explanation(rule)) for rule in NOTES},
    }
