"""What a turn remembers of a question: its counts, and its redacted words if it was asked in vain."""

from __future__ import annotations

from bot.core.questions import AskedInVain, Counted, What
from bot.core.redaction import redacted
from bot.core.scene import Scene
from bot.core.talk import Order

Orders = tuple[Order, ...]


def counted(scene: Scene, what: What, entry: str = "") -> Counted:
    session = scene.session
    return Counted(what, entry, session.heard or session.language, scene.world.kb.version)


def having_asked(scene: Scene, text: str) -> Scene:
    """The scene that knows *text* as the newest question, redacted; what cannot be redacted is not kept."""
    return scene.now_with(asked=redacted(text, scene.today) or "")


def in_vain(scene: Scene, reason: What, entry: str = "") -> Orders:
    """The newest question was asked in vain. Without its words it is kept only as far as it is about *entry*.

    ``Session.asked`` should be empty afterwards: it is kept once.
    """
    count, words = counted(scene, reason, entry), scene.session.asked
    if not words and not entry:
        return (count,)
    return count, AskedInVain(words, reason, entry, count.language, count.version)


def once(scene: Scene, what: What, entry: str) -> tuple[Scene, bool]:
    """Whether *what* is new of the answers that were given last: a button pressed twice counts once."""
    said, rated = f"{what} {entry}", scene.session.rated
    return (scene, False) if said in rated else (scene.now_with(rated=(*rated, said)), True)


def not_asked(orders: Orders) -> Orders:
    """*orders* without any trace of a question: its words may mean danger."""
    return tuple(order for order in orders if not isinstance(order, Counted | AskedInVain))
