"""Feedback: whether an answer has helped, and if not, why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core.flows import ask
from bot.core.flows.counting import counted, in_vain, once
from bot.core.questions import What
from bot.core.scene import Scene, below, go, say
from bot.core.talk import Turn

REASONS = {"unclear": What.UNCLEAR, "wrong": What.WRONG, "other": What.OTHER}


def _helped(scene: Scene, entry_id: str) -> Turn:
    scene, is_new = once(scene, What.HELPED, entry_id)
    return scene.turn(say("helped"), orders=[counted(scene, What.HELPED, entry_id)] if is_new else ())


def _not_helped(scene: Scene, entry_id: str) -> Turn:
    scene, is_new = once(scene, What.NOT_HELPED, entry_id)
    rows = below(*(go(f"why:{reason}:{entry_id}", f"button-why-{reason}") for reason in REASONS))
    orders = [counted(scene, What.NOT_HELPED, entry_id)] if is_new else ()
    return scene.turn(say("not-helped", *rows), orders=orders)


def _why(scene: Scene, argument: str) -> Turn:
    reason, _, entry_id = argument.partition(":")
    if scene.session.entry != entry_id:  # an old keyboard: the newest question led elsewhere
        scene = scene.now_with(asked="")
    what = REASONS.get(reason, What.OTHER)
    scene, is_new = once(scene, what, entry_id)
    orders = in_vain(scene, what, entry_id) if is_new else ()
    scene = scene.now_with(asked="")
    if reason == "unclear" and not scene.session.simple:
        again = ask.simpler(scene, entry_id)
        return replace(again, orders=(*orders, *again.orders))
    key = "why-wrong" if reason == "wrong" else "other-words"
    return scene.turn(say(key, *ask.menu_rows(scene)), orders=orders)


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "helped": _helped,
    "not-helped": _not_helped,
    "why": _why,
}
