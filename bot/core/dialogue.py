"""One step of a conversation: a session and a message in, a turn out.

The order in which a message is understood: danger, an old or new button, a command with a slash, the
typed twin of a button, a command in words, the running flow, the knowledge base.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import commands, safety, twins
from bot.core.flows import FLOWS, ask, form
from bot.core.scene import GO, Scene, below, go, say
from bot.core.talk import Choice, Incoming, Phrase, Say, Session, Turn, World
from bot.core.tickets import shown

UNSUPPORTED = frozenset({"voice", "photo", "document", "edited", "forwarded"})
"""What has a sentence of its own; the rest shares one."""
UNSUPPORTED_PAUSE = timedelta(minutes=1)
"""Voice, photos and the like are answered once in this time, an album of ten once as well."""


def step(session: Session, incoming: Incoming, world: World) -> Turn:
    """What the bot remembers, says and orders after this message. Never raises on any input."""
    scene = Scene(session, incoming, world)
    turn = _understand(scene)
    return _finished(session, turn)


def overflow(incoming: Incoming, world: World) -> Say:
    """What a message hears that is refused because too many of its chat wait already.

    Danger is looked for in it all the same.
    """
    kind = world.finder.danger(incoming.text) if incoming.text else ""
    if kind:
        return safety.answer(Scene(Session(), incoming, world), kind).says[0]
    return Say((Phrase("one-moment"),), tag="one-moment")


def _understand(scene: Scene) -> Turn:
    incoming = scene.incoming
    if incoming.unsupported:
        return _unsupported(scene)
    if incoming.contact is not None:
        return _contact(scene)
    if incoming.choice:
        return _pressed(scene)
    return _read(scene)


def _read(scene: Scene) -> Turn:
    text = scene.incoming.text.strip()
    if not text:
        return ask.not_known(scene)
    kind = scene.world.finder.danger(text)
    if kind:
        return safety.answer(scene, kind)
    if text.startswith("/"):
        return commands.typed(scene, text)
    twin = twins.meant(text, scene.session, scene.world)
    if twin is not None:
        return _chosen(scene, twin.value)
    command = scene.world.finder.command(text)
    if command and commands.applies(scene, command):
        return commands.run(scene, command)
    if scene.session.flow and not scene.session.paused:
        return form.heard(scene, FLOWS[scene.session.flow], text)
    return ask.question(scene, text)


def _pressed(scene: Scene) -> Turn:
    """A button: newest offer, running draft, or an old keyboard."""
    turn, _, rest = scene.incoming.choice.partition(".")
    if rest.startswith(GO):
        return commands.go(scene, rest.removeprefix(GO))
    flow, _, rest = rest.partition(".")
    at_step, _, value = rest.partition(".")
    session = scene.session
    same_draft = turn.isdigit() and session.began <= int(turn) <= session.turn
    if flow and flow == session.flow and at_step == session.step and same_draft and not session.paused:
        return _chosen(scene, value)
    return _stale(scene, flow, at_step, value)


def _chosen(scene: Scene, value: str) -> Turn:
    if value.startswith(GO):
        return commands.go(scene, value.removeprefix(GO))
    if scene.session.flow in FLOWS:
        return form.chosen(scene, FLOWS[scene.session.flow], value)
    return commands.menu(scene)


def _stale(scene: Scene, flow: str, at_step: str, value: str) -> Turn:
    """An old keyboard: what is stored already is told; else the open question is asked again."""
    if (at_step, value) == (form.SUMMARY, form.SEND) and not scene.session.flow and scene.world.tickets:
        newest = scene.world.tickets[0]
        own = go(f"withdraw:{newest.code}")
        return scene.turn(say("already-sent", (own,), code=shown(newest.code)))
    if scene.session.flow and not scene.session.paused:
        again = form.asked(scene, FLOWS[scene.session.flow])
        return replace(again, says=(say("choice-stale"), *again.says))
    return scene.turn(say("choice-stale", *ask.menu_rows(scene)))


def _contact(scene: Scene) -> Turn:
    if scene.session.flow and not scene.session.paused:
        return form.contact(scene, FLOWS[scene.session.flow])
    return scene.turn(say("contact-unasked", *ask.menu_rows(scene)))


def _unsupported(scene: Scene) -> Turn:
    at, last = scene.incoming.at, scene.session.unsupported_at
    scene = scene.now_with(unsupported_at=at)
    if last is not None and at - last < UNSUPPORTED_PAUSE:
        return scene.turn()
    kind = scene.incoming.unsupported
    told = say(f"unsupported-{kind if kind in UNSUPPORTED else 'other'}")
    if scene.session.flow and not scene.session.paused:
        return scene.turn(told, *form.asked(scene, FLOWS[scene.session.flow]).says)
    if kind == "photo" and scene.world.rules.takes_details:
        return scene.turn(replace(told, rows=below(go("call", "button-yes-call"), go("menu", "button-no"))))
    return scene.turn(replace(told, rows=ask.menu_rows(scene)))


def _finished(before: Session, turn: Turn) -> Turn:
    """The turn with its number, the tokens of its buttons, and tidy keyboards."""
    session = replace(turn.session, turn=before.turn + 1)
    says = tuple(_with_tokens(line, session) for line in turn.says)
    says = _summary_goes(before, says)
    had_keyboard = any(choice.kind == "contact" for choice in before.offers)
    if not had_keyboard:
        says = _joined(says)
    offers = next((line.choices for line in reversed(says) if line.rows), ())
    had_keyboard = any(choice.kind == "contact" for choice in before.offers)
    if says and not offers:
        session = replace(session, offers=())
    elif offers:
        session = replace(session, offers=offers)
    has_keyboard = any(choice.kind == "contact" for choice in session.offers)
    if had_keyboard and not has_keyboard and says:
        says = _keyboard_goes(says)
    return replace(turn, session=session, says=says)


def _with_tokens(line: Say, session: Session) -> Say:
    rows = tuple(tuple(_with_token(choice, session) for choice in row) for row in line.rows)
    return replace(line, rows=rows)


def _with_token(choice: Choice, session: Session) -> Choice:
    if choice.value.startswith(GO):
        return replace(choice, token=f"{session.turn}.{choice.value}")
    return replace(choice, token=f"{session.turn}.{session.flow}.{session.step}.{choice.value}")


def _summary_goes(before: Session, says: tuple[Say, ...]) -> tuple[Say, ...]:
    """Whatever follows a summary takes its place, so that its details do not stay in the chat."""
    if before.step != form.SUMMARY or before.paused or not says:
        return says
    first = says[0]
    if first.replaces or first.tag == safety.TAG or any(choice.kind == "contact" for choice in first.choices):
        return says
    return (replace(first, replaces=form.SUMMARY), *says[1:])


def _joined(says: tuple[Say, ...]) -> tuple[Say, ...]:
    """A short word and the question after it are one message, so that the phone buzzes once."""
    joined: list[Say] = []
    for line in says:
        last = joined[-1] if joined else None
        if last is not None and _can_be_joined(last, line):
            joined[-1] = replace(line, parts=(*last.parts, *line.parts), replaces=last.replaces)
        else:
            joined.append(line)
    return tuple(joined)


def _can_be_joined(first: Say, second: Say) -> bool:
    plain = not (first.rows or first.tag or first.language or second.language or second.replaces)
    return plain and all(isinstance(part, Phrase) for part in first.parts)


def _keyboard_goes(says: tuple[Say, ...]) -> tuple[Say, ...]:
    """A message with buttons of its own cannot take the phone's keyboard away; a short one before can."""
    first = says[0]
    if first.rows or first.replaces:
        return (Say((Phrase("thanks"),), clear_keyboard=True), *says)
    return (replace(first, clear_keyboard=True), *says[1:])
