"""Feedback: whether an answer has helped, and if not, why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core.flows import ask
from bot.core.flows.counting import Orders, counted, in_vain, once
from bot.core.questions import What
from bot.core.scene import Scene, below, go, say
from bot.core.talk import Turn

REASONS = {"unclear": What.UNCLEAR, "wrong": What.WRONG, "other": What.OTHER}


def _helped(scene: Scene, entry_id: str) -> Turn:
    scene, orders = _said(scene, What.HELPED, entry_id)
    return scene.turn(say("helped"), orders=orders)


def _not_helped(scene: Scene, entry_id: str) -> Turn:
    scene, orders = _said(scene, What.NOT_HELPED, entry_id)
    rows = below(*(go(f"why:{reason}:{entry_id}", f"button-why-{reason}") for reason in REASONS))
    return scene.turn(say("not-helped", *rows), orders=orders)


def _why(scene: Scene, argument: str) -> Turn:
    reason, _, entry_id = argument.partition(":")
    if scene.session.entry != entry_id:  # an old keyboard: the newest question led elsewhere
        scene = scene.now_with(asked="")
    scene, orders = _said(scene, REASONS.get(reason, What.OTHER), entry_id)
    scene = scene.now_with(asked="")
    if reason == "unclear" and not scene.session.simple:
        again = ask.simpler(scene, entry_id)
        return replace(again, orders=(*orders, *again.orders))
    key = "why-wrong" if reason == "wrong" else "other-words"
    return scene.turn(say(key, *ask.menu_rows(scene)), orders=orders)


def _said(scene: Scene, what: What, entry_id: str) -> tuple[Scene, Orders]:
    """What is remembered of a press; nothing if it is the second one, or names no answer of ours."""
    if all(entry.id != entry_id for entry in scene.world.kb.entries):
        return scene, ()
    scene, is_new = once(scene, what, entry_id)
    if not is_new:
        return scene, ()
    is_reason = what in REASONS.values()
    return scene, in_vain(scene, what, entry_id) if is_reason else (counted(scene, what, entry_id),)


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "helped": _helped,
    "not-helped": _not_helped,
    "why": _why,
}
