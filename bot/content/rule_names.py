"""A rule is a small generator of problems: the function names it, its German docstring explains it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ParamSpec

from bot.core.knowledge import Problem

P = ParamSpec("P")


def rule_name(rule: Callable[..., Iterator[Problem]]) -> str:
    """``unknown_topic`` is called "unknown-topic"."""
    return rule.__name__.replace("_", "-")


def explanation(rule: Callable[..., Iterator[Problem]]) -> str:
    """What the rule tells editors about itself, in one line."""
    return " ".join((inspect.getdoc(rule) or "").split())


def found_by(rule: Callable[P, Iterator[Problem]], *args: P.args, **kwargs: P.kwargs) -> Iterator[Problem]:
    """The problems that *rule* finds, each with its name."""
    return (replace(problem, rule=rule_name(rule)) for problem in rule(*args, **kwargs))
