"""What standing orders of leads do to a turn: banners come before it, a stop takes its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import calendar, safety
from bot.core.flows import office
from bot.core.scene import Scene
from bot.core.talk import ForgetMe, Later, Phrase, Say, Turn

TIMERS_WAIT = timedelta(minutes=5)
"""So often a timer looks whether the bot may speak again."""
SAID_AGAIN = timedelta(minutes=1)
"""To photos and the like the sentence is said once in this time: an album is ten messages."""


def silent(scene: Scene) -> Turn:
    """The turn while the bot is stopped: the safety text where danger shows, else one sentence.

    Nothing of a running form is lost, and timers come again when the bot may speak.
    """
    incoming = scene.incoming
    if incoming.timer:
        again = Later(incoming.at + TIMERS_WAIT, incoming.timer, incoming.ticket)
        return scene.turn(orders=(again,))
    kind = scene.world.finder.danger(incoming.text) if incoming.text else ""
    if kind:
        turn = safety.answer(scene, kind)
        return replace(turn, says=tuple(replace(line, rows=()) for line in turn.says))
    if incoming.unsupported:
        last = scene.session.unsupported_at
        if last is not None and incoming.at - last < SAID_AGAIN:
            return scene.turn()
        scene = scene.now_with(unsupported_at=incoming.at)
    return scene.turn(stopped(scene))


def stopped(scene: Scene) -> Say:
    """The sentence, in the language of the message if the bot has it."""
    return Say((Phrase("answers-stopped", office.phone_args(scene)),), language=_heard(scene))


def with_banners(scene: Scene, turn: Turn) -> Turn:
    """*turn*, and before it what the chat was not told today. A safety text stands alone."""
    if not turn.says or turn.says[0].tag == safety.TAG or any(isinstance(o, ForgetMe) for o in turn.orders):
        return turn
    today = calendar.local(scene.world.now).date()
    town = scene.office()
    told = turn.session.banners if turn.session.banners_on == today else ()
    new = scene.world.standing.banners_for(today, town.id if town else "", told)
    if not new:
        return turn
    session = replace(turn.session, banners_on=today, banners=(*told, *(banner.number for banner in new)))
    parts = tuple(Phrase("banner", {"text": banner.text}) for banner in new)
    return replace(turn, session=session, says=(Say(parts, language="de"), *turn.says))


def _heard(scene: Scene) -> str:
    text = scene.incoming.text
    heard = scene.world.finder.find(text).language if text else scene.session.heard
    return "" if heard == "de" else heard
