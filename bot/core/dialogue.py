"""One step of a conversation: a session and a message in, a turn out.

The order in which a message is understood: the number or label of a button, danger, a command with a
slash, what else means a button, a command in words, the running form, the knowledge base.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import commands, safety, steered, twins
from bot.core.flows import FLOWS, appointment, ask, due, form, my_tickets, remind
from bot.core.flows.counting import not_asked
from bot.core.scene import GO, Scene, go, say
from bot.core.talk import Choice, Incoming, Phrase, Say, Session, Turn, World
from bot.core.tickets import shown

SURNAMES = frozenset({"name", "town"})
"""Steps at which people are called "Schlag" or live in "Werth"."""
UNSUPPORTED = frozenset({"voice", "photo", "document", "edited", "forwarded"})
"""What has a sentence of its own; the rest shares one."""
UNSUPPORTED_PAUSE = timedelta(minutes=1)
"""Voice, photos and the like are answered once in this time, an album of ten once as well."""


def step(session: Session, incoming: Incoming, world: World) -> Turn:
    """What the bot remembers, says and orders after this message. Never raises on any input."""
    scene = Scene(session, incoming, world)
    if world.standing.stop is not None:
        return steered.silent(scene)
    turn = _understand(scene)
    if incoming.timer:
        return _of_its_own(scene, turn)
    return steered.with_banners(scene, _finished(scene, turn))


def overflow(incoming: Incoming, world: World) -> Say:
    """What a message hears that is refused because too many of its chat wait already.

    Danger is looked for in it all the same.
    """
    scene = Scene(Session(), incoming, world)
    kind = world.finder.danger(incoming.text) if incoming.text else ""
    if kind:
        return safety.answer(scene, kind).says[0]
    if world.standing.stop is not None:
        return steered.stopped(scene)
    return Say((Phrase("one-moment"),), tag="one-moment")


def _understand(scene: Scene) -> Turn:
    incoming = scene.incoming
    if incoming.timer:
        return due.came(scene)
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
        return ask.lost(scene)
    twin = twins.exact(text, scene.session, scene.world)
    if twin is not None:  # first: a label such as "Mehr dazu" may resemble a sign of danger
        return _chosen(scene, twin.value)
    kind = scene.world.finder.danger(text)
    if kind:
        return _in_danger(scene, kind, text)
    return _heard(scene, text)


def _in_danger(scene: Scene, kind: str, text: str) -> Turn:
    """The numbers first. Again within minutes inside a form: two lines, and the form goes on."""
    if not (safety.is_repeated(scene, kind) and scene.session.flow and not scene.session.paused):
        return safety.answer(scene, kind)
    # Only a name or a town may be what sounds dangerous; anything else is not kept as a reply.
    may_be_meant = scene.session.step in SURNAMES
    if not may_be_meant:
        return safety.answer(scene, kind)
    turn = _heard(scene, text)
    says = (safety.briefly(scene, kind), *turn.says)
    return replace(turn, session=replace(turn.session, asked=""), says=says, orders=not_asked(turn.orders))


def _heard(scene: Scene, text: str) -> Turn:
    if text.startswith("/"):
        return commands.typed(scene, text)
    twin = twins.meant(text, scene.session, scene.world)
    if twin is not None:
        return _chosen(scene, twin.value)
    replied = my_tickets.replied(scene, text)  # before commands: "hat sich erledigt" may be the call's end
    if replied is not None:
        return replied
    in_form = bool(scene.session.flow) and not scene.session.paused
    command = scene.world.finder.command(text)
    if command and commands.applies(scene, command):
        return commands.run(scene, command) if in_form else _wished(scene, text, command)
    if in_form:
        return form.heard(scene, FLOWS[scene.session.flow], text)
    openers = (appointment.opened_by, remind.opened_by)
    opened = next(filter(None, (opener(scene, text) for opener in openers)), None)
    return opened if opened is not None else ask.question(scene, text)


def _wished(scene: Scene, text: str, command: str) -> Turn:
    """A command in words; its language is remembered, so that a call in it can be prepared."""
    notice, scene = ask.listened(scene, text)
    turn = commands.run(scene, command)
    return replace(turn, says=(*notice, *turn.says))


def _pressed(scene: Scene) -> Turn:
    """A button: newest offer, running draft, or an old keyboard."""
    turn, _, rest = scene.incoming.choice.partition(".")
    if rest.startswith(GO):
        return commands.go(scene, rest.removeprefix(GO))
    flow, _, rest = rest.partition(".")
    at_step, _, value = rest.partition(".")
    session = scene.session
    number = int(turn) if turn.isascii() and turn.isdigit() else -1
    same_draft = session.began <= number <= session.turn
    if flow and flow == session.flow and at_step == session.step and same_draft and not session.paused:
        return _chosen(scene, value)
    sending = (at_step, value) == (form.SUMMARY, form.SEND)
    return _stale(scene, number if sending else None)


def _chosen(scene: Scene, value: str) -> Turn:
    if value.startswith(GO):
        return commands.go(scene, value.removeprefix(GO))
    if scene.session.flow in FLOWS:
        return form.chosen(scene, FLOWS[scene.session.flow], value)
    return commands.menu(scene)


def _stale(scene: Scene, sent_at: int | None) -> Turn:
    """An old keyboard. *sent_at*: it was [Absenden] of that turn, and what became of it is told."""
    session = scene.session
    if sent_at is not None and session.sent_code and session.sent_from <= sent_at <= session.sent_until:
        own = go(f"withdraw:{session.sent_code}")
        return scene.turn(say("already-sent", (own,), code=shown(session.sent_code)))
    key = "not-sent" if sent_at is not None else "choice-stale"
    if session.flow and not session.paused:
        again = form.asked(scene, FLOWS[session.flow])
        return replace(again, says=(say(key), *again.says))
    return scene.turn(say(key, *ask.menu_rows(scene)))


def _contact(scene: Scene) -> Turn:
    if scene.session.flow and not scene.session.paused:
        return form.contact(scene, FLOWS[scene.session.flow])
    return scene.turn(say("contact-unasked", *ask.menu_rows(scene)))


def _unsupported(scene: Scene) -> Turn:
    text = scene.incoming.text.strip()
    kind = scene.world.finder.danger(text) if text else ""
    if kind:
        return safety.answer(scene, kind)
    at, last = scene.incoming.at, scene.session.unsupported_at
    if last is not None and at - last < UNSUPPORTED_PAUSE:
        return scene.turn()
    scene = scene.now_with(unsupported_at=at)
    what = scene.incoming.unsupported
    told = say(f"unsupported-{what if what in UNSUPPORTED else 'other'}")
    if scene.session.flow and not scene.session.paused:
        return scene.turn(told, *form.asked(scene, FLOWS[scene.session.flow]).says)
    if what == "photo" and scene.world.rules.takes_details:
        row = (go("call", "button-yes-call", means="yes"), go("menu", "button-no", means="no"))
        return scene.turn(replace(told, rows=(row,)))
    rows = ask.menu_rows(scene)
    if what == "voice" and not scene.session.simple:  # perhaps reading is the hard part
        rows = (*rows, (go("simple-on"),))
    return scene.turn(replace(told, rows=rows))


# -- finishing ----------------------------------------------------------------------------------


def _finished(scene: Scene, turn: Turn) -> Turn:
    """The turn with its number, the tokens of its buttons, and a tidy chat."""
    before, says = scene.session, turn.says
    session = replace(turn.session, turn=before.turn + 1)
    if session.paused and before.paused and says and not _is_safety(says):
        says = (*says[:-1], replace(says[-1], rows=(*says[-1].rows, (go("continue"),))))
    says = tuple(_with_tokens(line, session) for line in says)
    if not _is_safety(says):
        says, session = _without_old_summary(scene, says, session)
        says, session = _without_old_keyboard(says, session)
    if says:
        session = replace(session, offers=_offers(says))
    return replace(turn, session=session, says=says)


def _of_its_own(scene: Scene, turn: Turn) -> Turn:
    """A turn that nobody asked for: it leaves a running form, its summary and its buttons alone."""
    before = scene.session
    session = replace(turn.session, turn=before.turn + 1)
    says = tuple(_with_tokens(line, session) for line in turn.says)
    return replace(turn, session=noticed(replace(session, offers=before.offers), says), says=says)


def noticed(session: Session, says: tuple[Say, ...]) -> Session:
    """The session after a caseworker's move was told: its buttons are the newest offer, outside of a form."""
    return session if session.flow else replace(session, offers=_offers(says) or session.offers)


def _offers(says: tuple[Say, ...]) -> tuple[Choice, ...]:
    return next((line.choices for line in reversed(says) if line.rows), ())


def _is_safety(says: tuple[Say, ...]) -> bool:
    return bool(says) and says[0].tag == safety.TAG


def _with_tokens(line: Say, session: Session) -> Say:
    rows = tuple(tuple(_with_token(choice, session) for choice in row) for row in line.rows)
    return replace(line, rows=rows)


def _with_token(choice: Choice, session: Session) -> Choice:
    if choice.value.startswith(GO):
        return replace(choice, token=f"{session.turn}.{choice.value}")
    return replace(choice, token=f"{session.turn}.{session.flow}.{session.step}.{choice.value}")


def _without_old_summary(
    scene: Scene, says: tuple[Say, ...], session: Session
) -> tuple[tuple[Say, ...], Session]:
    """The details of a summary do not stay in the chat: what follows a press takes its place, a typed
    text makes room for a word in its place and is answered below, where she looks."""
    out = any(line.tag == form.SUMMARY for line in says)
    if not scene.session.summary_out or not says:
        return says, replace(session, summary_out=out or session.summary_out)
    session = replace(session, summary_out=out)
    first = says[0]
    in_place = scene.incoming.choice and not out and not _has_contact(first)
    if in_place:
        return (replace(first, replaces=form.SUMMARY), *says[1:]), session
    return (Say((Phrase("summary-gone"),), replaces=form.SUMMARY), *says), session


def _without_old_keyboard(says: tuple[Say, ...], session: Session) -> tuple[tuple[Say, ...], Session]:
    """The phone's keyboard goes with a message that has no buttons of its own; else a word goes before."""
    if any(_has_contact(line) for line in says):
        return _joined(says), replace(session, keyboard_out=True)
    if not session.keyboard_out or not says:
        return _joined(says), session
    session = replace(session, keyboard_out=False)
    first = says[0]
    if first.rows or first.replaces:
        return (Say((Phrase("thanks"),), clear_keyboard=True), *_joined(says)), session
    return (replace(first, clear_keyboard=True), *_joined(says[1:])), session


def _has_contact(line: Say) -> bool:
    return any(choice.kind == "contact" for choice in line.choices)


def _joined(says: tuple[Say, ...]) -> tuple[Say, ...]:
    """A short word and the question after it are one message, so that the phone buzzes once."""
    joined: list[Say] = []
    for line in says:
        last = joined[-1] if joined else None
        if last is not None and _can_be_joined(last, line):
            joined[-1] = replace(line, parts=(*last.parts, *line.parts))
        else:
            joined.append(line)
    return tuple(joined)


def _can_be_joined(first: Say, second: Say) -> bool:
    plain = not (first.rows or first.tag or first.replaces or first.language)
    return (
        plain and not (second.language or second.replaces) and all(isinstance(p, Phrase) for p in first.parts)
    )
