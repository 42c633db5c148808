"""Fear of a Maßnahme: what worries most, a kind word to it, questions to take along."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.flows.ask import FEAR
from bot.core.scene import Scene, below, go, say
from bot.core.talk import Rows, Turn

WORRIES = ("group", "learning", "way", "health", "unknown")


def _asked(scene: Scene, worry: str) -> Turn:
    if worry == "questions":
        return scene.turn(say("fear-questions", *_call(scene)))
    if worry in WORRIES:
        questions = (go("fear:questions", "button-fear-questions"),)
        return scene.turn(say(f"fear-{worry}", *_call(scene), questions))
    return scene.turn(say("fear-what", *below(*(go(f"fear:{one}", f"button-fear-{one}") for one in WORRIES))))


def _call(scene: Scene) -> Rows:
    return ((go(f"call:{FEAR}", "button-talk-about"),),) if scene.world.rules.takes_details else ()


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"fear": _asked}
