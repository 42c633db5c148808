"""Commands: with a slash, in words, or as a button that means the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core import scene as stage
from bot.core.flows import (
    FLOWS,
    appointment,
    ask,
    browse,
    fear,
    feedback,
    form,
    my_tickets,
    phone_call,
    privacy,
    remind,
)
from bot.core.scene import Scene, below, say
from bot.core.talk import OTHER_LANGUAGES, Phrase, Say, Turn

Action = Callable[[Scene, str], Turn]

SLASH: Mapping[str, str] = {
    "termin": "appointment",
    "rueckruf": "call",
    "nachrichten": "my",
    "hilfe": "help",
    "help": "help",
    "datenschutz": "privacy",
    "privacy": "privacy",
    "themen": "topics",
    "leicht": "simple-on",
    "sprache": "language",
    "daten": "data",
    "loeschen": "forget",
    "abbrechen": "cancel",
    "stop": "cancel",
}
"""Slash command -> action. ``/start`` takes a payload and stands apart."""

WORDS: Mapping[str, str] = {
    "call_me": "call",
    "human": "call",
    "reschedule": "appointment",
    "missed": "appointment:missed",
    "my_messages": "my",
    "withdraw": "my",
    "remind_me": "remind",
    "delete_my_data": "forget",
    "my_data": "data",
    "cancel": "cancel",
    "back": "back",
    "help": "help",
    "topics": "topics",
    "simpler": "simple-on",
    "normal": "simple-off",
    "language": "language",
    "privacy": "privacy",
    "start": "menu",
    "continue": "continue",
}
"""Command in words (``faq/commands.yaml``) -> action."""

ANSWERS = frozenset(
    "entry in-full simpler more helped not-helped why help others fear thank unremind".split()
)
"""Actions that only say something: inside a form its question follows at once."""

BEGINNERS: Mapping[str, str] = {
    "call": "phone_call",
    "appointment": "appointment",
    "wish": "new_time",
    "number": "new_number",
    "remind": "remind",
}
"""Actions that begin a form: they do not throw away what another one has collected."""

OPENERS: Mapping[str, str] = {
    "termin": "appointment",
    "rueckruf": "call",
    "nachrichten": "my",
    "hilfe": "help",
}
"""What a link ``?start=WORD`` or ``?start=WORD_TOWN`` opens."""

LANGUAGES = ("de", "de-simple")
"""What is complete and therefore offered."""


def typed(scene: Scene, text: str) -> Turn:
    """A command with a slash; an unknown one is answered with the list of what there is."""
    name, _, payload = text[1:].partition(" ")
    name = name.split("@")[0].casefold()
    if name == "start":
        return _start(scene, payload.strip())
    return go(scene, SLASH.get(name, "help"))


def applies(scene: Scene, command: str) -> bool:
    """Whether a command in words may be obeyed here: "ja" and "weiter" need something to say it to."""
    if command == "continue":
        return bool(scene.session.flow or scene.session.safety_at)
    return command in WORDS


def run(scene: Scene, command: str) -> Turn:
    return go(scene, WORDS[command])


def go(scene: Scene, action: str) -> Turn:
    """What a button or command with this action does; inside a flow its question is asked again."""
    name, _, argument = action.partition(":")
    if name in BEGINNERS and BEGINNERS[name] != scene.session.flow and scene.session.filled:
        return _with_question(scene, scene.turn(say("finish-first", (stage.go("cancel"),))), name)
    act = ACTIONS.get(name, menu)
    return _with_question(scene, act(scene, argument), name)


def menu(scene: Scene, _: str = "") -> Turn:
    """The beginning: at the first time what the bot is, later a greeting; a running draft ends."""
    first = not scene.session.met
    scene = form.without_draft(scene).now_with(met=True)
    trial = (Phrase("trial"),) if scene.world.rules.trial and first else ()
    style = "simple-off" if scene.session.simple else "simple-on"
    rows = (
        *ask.menu_rows(scene)[:-1],
        (stage.go("topics"), stage.go(style)),
        (stage.go("others"),),
    )
    calls = "yes" if scene.world.rules.takes_details else "no"
    hello = Phrase("start", {"calls": calls}) if first else Phrase("start-again")
    language = scene.incoming.language[:2]
    own = first and language in OTHER_LANGUAGES
    notice = (Say((Phrase("language-notice"),), language=language),) if own else ()
    return scene.turn(*notice, Say((hello, *trial), rows))


def _with_question(scene: Scene, turn: Turn, name: str) -> Turn:
    """Inside a running flow, whatever was asked is answered and then its question stands again."""
    before, after = scene.session, turn.session
    running = before.flow and not before.paused
    if not running or (after.flow, after.step, after.draft) != (before.flow, before.step, before.draft):
        return turn
    if name not in ANSWERS and any(line.rows for line in turn.says):
        # It asks something itself: its buttons stand, and one leads back to the form.
        last = replace(turn.says[-1], rows=(*turn.says[-1].rows, (stage.go("continue"),)))
        return replace(turn, says=(*turn.says[:-1], last))
    again = form.asked(replace(scene, session=after), FLOWS[after.flow])
    answers = tuple(replace(line, rows=()) for line in turn.says)
    return replace(again, says=(*answers, *again.says), orders=turn.orders)


def _start(scene: Scene, payload: str) -> Turn:
    """``/start`` and its deep links: allow-listed words; nothing is changed but the town."""
    word, _, town = payload.casefold().partition("_")
    place = next((name for name in (town, word) if name and scene.world.kb.office(name)), "")
    if place:
        scene = scene.now_with(town=place)
    if word not in OPENERS:
        return menu(scene)
    if scene.session.met:
        return go(scene, OPENERS[word])
    greeted = menu(scene)
    opened = go(replace(scene, session=greeted.session), OPENERS[word])
    return replace(opened, says=(*(replace(line, rows=()) for line in greeted.says), *opened.says))


def _help(scene: Scene, _: str) -> Turn:
    return scene.turn(say("help", *ask.menu_rows(scene)))


def _cancel(scene: Scene, _: str) -> Turn:
    key = "cancelled" if scene.session.flow else "nothing-to-cancel"
    scene = form.without_draft(scene)
    return scene.turn(say(key, *ask.menu_rows(scene)))


def _end(scene: Scene, _: str) -> Turn:
    """[Beenden] below a safety text: quiet, no question, no menu."""
    return form.without_draft(scene).turn(say("ended"))


def _continue(scene: Scene, _: str) -> Turn:
    if scene.session.flow and scene.session.paused:
        return form.resumed(scene, FLOWS[scene.session.flow])
    return scene.turn() if scene.session.flow else menu(scene)


def _keep(scene: Scene, _: str) -> Turn:
    """[Nein, nichts ändern]: a running form goes on."""
    return scene.turn() if scene.session.flow and not scene.session.paused else scene.turn(say("kept"))


def _back(scene: Scene, _: str) -> Turn:
    if scene.session.flow and scene.session.paused:
        return form.resumed(scene, FLOWS[scene.session.flow])
    return form.back(scene, FLOWS[scene.session.flow]) if scene.session.flow else menu(scene)


def _simple_on(scene: Scene, _: str = "") -> Turn:
    """Einfache Sprache from now on; what was just answered comes once more in it."""
    scene = scene.now_with(simple=True, language="de")
    entry = ask.entry_of(scene, scene.session.entry)
    if entry is not None and not scene.session.flow:
        return ask.given(scene, entry)
    return scene.turn(say("simple-on", *ask.menu_rows(scene)))


def _simple_off(scene: Scene, _: str = "") -> Turn:
    scene = scene.now_with(simple=False, language="de")
    return scene.turn(say("simple-off", *ask.menu_rows(scene)))


def _language(scene: Scene, chosen: str) -> Turn:
    if chosen in LANGUAGES:
        return _simple_on(scene) if chosen == "de-simple" else _simple_off(scene)
    offered = below(*(stage.go(f"language:{locale}", f"language-{locale}") for locale in LANGUAGES))
    return scene.turn(say("language-which", *offered, (stage.go("others"),)))


def _others(scene: Scene, _: str) -> Turn:
    """Two sentences in each further language: I answer in German; what works."""
    notices = tuple(Say((Phrase("language-notice"),), language=locale) for locale in OTHER_LANGUAGES)
    return scene.turn(*notices, say("language-write", *ask.menu_rows(scene)))


ACTIONS: Mapping[str, Action] = {
    "menu": menu,
    "help": _help,
    "cancel": _cancel,
    "end": _end,
    "continue": _continue,
    "back": _back,
    "keep": _keep,
    "simple-on": _simple_on,
    "simple-off": _simple_off,
    "language": _language,
    "others": _others,
    **ask.ACTIONS,
    **browse.ACTIONS,
    **feedback.ACTIONS,
    **phone_call.ACTIONS,
    **appointment.ACTIONS,
    **remind.ACTIONS,
    **fear.ACTIONS,
    **my_tickets.ACTIONS,
    **privacy.ACTIONS,
}
"""What a button ``go:NAME`` or ``go:NAME:ARGUMENT`` does; an unknown name leads to the menu."""
