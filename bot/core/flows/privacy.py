"""Privacy: what is kept and why, what is known of this chat, and deleting it in two steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core.flows import ask
from bot.core.questions import KEPT
from bot.core.scene import Scene, go, say
from bot.core.talk import ForgetMe, Phrase, Say, Session, Turn
from bot.core.tickets import Kind


def notice(scene: Scene, _: str = "") -> Turn:
    """Who is responsible, what is kept, how long, and the citizen's rights."""
    rules = scene.world.rules
    args = {
        "controller": rules.controller or "none",
        "contact": rules.privacy_contact or "none",
        "days": str(rules.days_kept),
        "longest": str(rules.days_longest),
        "asked": str(KEPT.days),
        "calls": "yes" if rules.takes_details else "no",
    }
    parts = (Phrase("privacy", args), Phrase("privacy-rights", args), *_trial(scene))
    return scene.turn(Say(parts, ((go("data"), go("forget")),)))


def known(scene: Scene, _: str = "") -> Turn:
    """What is kept of this chat: categories and counts, no content."""
    own = scene.world.tickets
    kept = [ticket for ticket in own if not ticket.is_settled]
    rows = ((go("forget"), go("privacy")),)
    session = scene.session
    place = scene.world.kb.office(session.town)
    return scene.turn(
        say(
            "data-known",
            *rows,
            open=len(kept),
            settled=len(own) - len(kept),
            reminders=len(scene.world.reminders),
            draft="yes" if session.flow else "no",
            town=place.town if place else "none",
            unsafe="yes" if session.unsafe else "no",
            asked=str(KEPT.days),
        )
    )


def _forget(scene: Scene, _: str) -> Turn:
    waiting = len(scene.open_tickets())
    rows = ((go("forget-yes", style="danger", means="yes"), go("keep", "button-keep-it", means="no")),)
    waiting_too = len(scene.world.reminders)
    told = say("forget-sure", *rows, open=waiting, stands=_stands(scene), reminders=waiting_too)
    return scene.turn(told)


def _stands(scene: Scene) -> str:
    """Whether an appointment stands that a message of this chat wished to move."""
    waiting = scene.open_tickets()
    return "yes" if any(ticket.kind is Kind.RESCHEDULE for ticket in waiting) else "no"


def _forgotten(scene: Scene, _: str) -> Turn:
    """Everything goes, the way in which the citizen is spoken to as well."""
    kept = Session(met=True, turn=scene.session.turn, began=scene.session.turn + 1)
    clean = replace(scene, session=kept)
    return Turn(kept, (say("forgotten", *ask.menu_rows(clean), stands=_stands(scene)),), (ForgetMe(),))


def _trial(scene: Scene) -> tuple[Phrase, ...]:
    return (Phrase("trial"),) if scene.world.rules.trial else ()


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "privacy": notice,
    "data": known,
    "forget": _forget,
    "forget-yes": _forgotten,
}
