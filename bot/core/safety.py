"""Signs of acute danger: the emergency numbers come before anything else, at every step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import facts
from bot.core.scene import Scene, beside, go
from bot.core.talk import Say, Turn

TAG = "safety"
VIOLENCE = "violence"
FULL_AGAIN_AFTER = timedelta(minutes=10)
"""Within this time only the first two lines are sent again, so that a surname cannot lock a flow."""
FALLBACKS = ("simple", "de")


def answer(scene: Scene, kind: str) -> Turn:
    """The safety text alone. A running draft waits for [Weitermachen]; the message is kept nowhere."""
    session, at = scene.session, scene.incoming.at
    again = is_repeated(scene, kind)
    language, full = text(scene, kind)
    after = replace(
        session,
        safety_at=session.safety_at if again else at,
        safety_kind=kind,
        unsafe=session.unsafe or kind == VIOLENCE,
        paused=bool(session.flow),
        misses=0,
        asked_back=0,
        considered={},
        asked="",
    )
    rows = beside((go("continue"), go("end")))
    return Turn(after, (Say((_first_lines(full) if again else full,), rows, tag=TAG, language=language),))


def briefly(scene: Scene, kind: str) -> Say:
    """The first two lines, without buttons, before what a running form says."""
    language, full = text(scene, kind)
    return Say((_first_lines(full),), tag=TAG, language=language)


def is_repeated(scene: Scene, kind: str) -> bool:
    """Whether the full text of this kind was sent within the last minutes."""
    session = scene.session
    recent = session.safety_at is not None and scene.incoming.at - session.safety_at < FULL_AGAIN_AFTER
    return recent and session.safety_kind == kind


def _first_lines(full: str) -> str:
    return "\n".join([line for line in full.splitlines() if line.strip()][:2])


def text(scene: Scene, kind: str) -> tuple[str, str]:
    """The locale and text of *kind* in the language of the message, else of the session, else German."""
    texts = scene.world.kb.safety.texts[kind]
    heard = scene.world.finder.find(scene.incoming.text).language
    own = "simple" if scene.session.simple else "de"
    order = (heard, *FALLBACKS) if heard != "de" else (own, *FALLBACKS)
    chosen = next(language for language in order if language in texts)
    filled = facts.fill(texts[chosen], scene.world.kb, scene.today, lambda shown, year: shown)
    return {"simple": "de-simple"}.get(chosen, chosen), filled
