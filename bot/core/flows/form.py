"""The engine of every form: fields in order, each asked only if it is still open, then a summary.

A typed text is tried in this order: the value asked for; a correction of an earlier field; a question
(answered, then the form asks again); else one example of a good reply, and after two misses the ways
out. Danger, buttons and commands were tried before (``dialogue``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.core import twins
from bot.core.flows import ask
from bot.core.scene import GO, Scene, below, button, go, say
from bot.core.talk import Choice, Order, Phrase, Say, Turn
from bot.core.tickets import Ticket

SUMMARY, CHANGE = "summary", "change"
SEND = "send"


@dataclass(frozen=True, slots=True)
class Fill:
    """Understood: these go into the draft; ``note`` is said before the next question."""

    values: Mapping[str, str]
    note: Say | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Understood, but it cannot be used: why, and the same question once more."""

    why: Say


@dataclass(frozen=True, slots=True)
class Leave:
    """The form ends here, with these words."""

    says: tuple[Say, ...]
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Reopen:
    """These fields are asked anew."""

    names: tuple[str, ...]


Reading = Fill | Again | Leave | Reopen | None


def _nothing(_: Scene, __: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; it is filled when the draft has its ``name``.

    ``read`` understands a typed text, ``choose`` the value of a button, ``correct`` a text in which an
    already filled field is set right, ``contact`` a shared phone number. ``keys`` are all draft keys
    that belong to it and go when it is asked anew.
    """

    name: str
    ask: Callable[[Scene], Say]
    read: Callable[[Scene, str], Reading] = _nothing
    choose: Callable[[Scene, str], Reading] = _nothing
    correct: Callable[[Scene, str], Reading] = _nothing
    contact: Callable[[Scene], Reading] = lambda _: None
    needed: Callable[[Scene], bool] = lambda _: True
    keys: tuple[str, ...] = ()
    on_first_miss: str = ""
    """Key of the example; default ``example-<name>``."""
    changeable: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """Fields in order, what sending does, and the summary that is read back before.

    A form without a summary is sent as soon as its last field is filled.
    """

    name: str
    fields: tuple[Field, ...]
    send: Callable[[Scene], Turn]
    summary: Callable[[Scene], tuple[Phrase, ...]] | None = None

    def field(self, name: str) -> Field | None:
        return next((one for one in self.fields if one.name == name), None)

    def next(self, scene: Scene) -> str:
        """The name of the first open field, or SUMMARY."""
        draft = scene.session.draft
        return next((f.name for f in self.fields if f.name not in draft and f.needed(scene)), SUMMARY)


def begin(scene: Scene, form: Form, draft: Mapping[str, str], *before: Say) -> Turn:
    """The form from its first open field on, with what is known already."""
    scene = without_draft(scene).now_with(flow=form.name, draft=dict(draft), met=True)
    return _onwards(scene, form, *before)


def without_draft(scene: Scene) -> Scene:
    """The same scene with nothing running; buttons of older drafts are stale from here on."""
    return scene.now_with(
        flow="",
        step="",
        draft={},
        filled=(),
        paused=False,
        misses=0,
        asked_back=0,
        considered={},
        began=scene.session.turn + 1,
    )


def sent(scene: Scene, ticket: Ticket) -> Scene:
    """The scene after a draft became *ticket*: a second press on its [Absenden] will be told so."""
    until = scene.session.turn
    began = scene.session.began
    after = without_draft(scene)
    return after.now_with(town=ticket.office, sent_code=ticket.code, sent_from=began, sent_until=until)


def reopened(scene: Scene, form: Form, name: str) -> Turn:
    """Field *name* is asked once more, and whatever comes after it is kept."""
    return _onwards(_without(scene, form, name), form)


def asked(scene: Scene, form: Form) -> Turn:
    """The open question, once more."""
    return scene.turn(_question(scene, form))


def heard(scene: Scene, form: Form, text: str) -> Turn:
    """What a typed text does inside the form."""
    # A question changes nothing: "Ist das Jobcenter in Borken offen?" names no town to live in.
    if not scene.world.finder.asks(text):
        current = form.field(scene.session.step)
        reading = current.read(scene, text) if current else None
        if reading is not None:
            return _take(scene, form, reading)
        twin = twins.inside(text, scene.session, scene.world)
        if twin is not None and not twin.value.startswith(GO):
            return chosen(scene, form, twin.value)
        for other in form.fields:
            if other.name in scene.session.draft:
                correction = other.correct(scene, text)
                if correction is not None:
                    return _take(scene, form, correction, corrects=other)
    answer = ask.aside(scene, text)
    if answer is not None:
        question = _question(scene, form)
        return scene.now_with(misses=0).turn(*answer.says, question, orders=answer.orders)
    return _missed(scene, form)


def resumed(scene: Scene, form: Form) -> Turn:
    """A draft goes on at the first question that is open now, which need not be the one it stopped at."""
    return _onwards(scene.now_with(paused=False), form)


def chosen(scene: Scene, form: Form, value: str) -> Turn:
    """What a button of the form does."""
    step = scene.session.step
    if step == SUMMARY:
        return _at_summary(scene, form, value)
    if step == CHANGE:
        return _change(scene, form, value)
    current = form.field(step)
    reading = current.choose(scene, value) if current else None
    return _take(scene, form, reading) if reading is not None else asked(scene, form)


def contact(scene: Scene, form: Form) -> Turn:
    """What a shared phone number does: it fills its field whenever the notice has been shown."""
    for one in form.fields:
        if one.name == scene.session.step or one.name in scene.session.draft:
            reading = one.contact(scene)
            if reading is not None:
                return _take(scene, form, reading, corrects=one)
    return scene.turn(say("contact-unasked"), _question(scene, form))


def back(scene: Scene, form: Form) -> Turn:
    """One question back; before the first one the form ends."""
    filled = scene.session.filled
    if not filled:
        scene = without_draft(scene)
        return scene.turn(say("cancelled", *ask.menu_rows(scene)))
    return _onwards(_without(scene, form, filled[-1]), form)


def _take(
    scene: Scene, form: Form, reading: Fill | Again | Leave | Reopen, corrects: Field | None = None
) -> Turn:
    if isinstance(reading, Leave):
        return without_draft(scene).turn(*reading.says, orders=reading.orders)
    if isinstance(reading, Reopen):
        for name in reading.names:
            scene = _without(scene, form, name)
        return _onwards(scene, form)
    if isinstance(reading, Again):
        return scene.now_with(misses=0).turn(reading.why, _question(scene, form))
    before = (reading.note,) if reading.note else ()
    if corrects and corrects.name not in reading.values and not _fills(form, reading):
        # What was said instead is doubtful: the field is asked anew, with what is known of it.
        scene = _without(scene, form, corrects.name)
        corrects = None
    if corrects and corrects.name != scene.session.step and not reading.note:
        before = (say("corrected"),)
    draft = {**_without_dependents(scene, form, reading), **reading.values}
    new = tuple(
        f.name for f in form.fields if f.name in reading.values and f.name not in scene.session.filled
    )
    scene = scene.now_with(draft=draft, filled=(*scene.session.filled, *new), misses=0)
    return _onwards(scene, form, *before)


def _fills(form: Form, reading: Fill) -> bool:
    return any(one.name in reading.values for one in form.fields)


def _without_dependents(scene: Scene, form: Form, reading: Fill) -> Mapping[str, str]:
    """The draft without what belonged to the old value of a field that is filled anew."""
    gone = {key for one in form.fields if one.name in reading.values for key in one.keys}
    return {key: value for key, value in scene.session.draft.items() if key not in gone}


def _onwards(scene: Scene, form: Form, *before: Say) -> Turn:
    scene = scene.now_with(step=form.next(scene), misses=0)
    if scene.session.step == SUMMARY and form.summary is None:
        sent = form.send(scene)
        return replace(sent, says=(*before, *sent.says))
    return scene.turn(*before, _question(scene, form))


def _question(scene: Scene, form: Form) -> Say:
    step = scene.session.step
    if step == SUMMARY and form.summary is not None:
        send = replace(button(SEND, style="success"), means="yes")
        change = replace(button(CHANGE), means="no")
        rows = below(send, change, go("cancel", "button-cancel", style="danger"))
        return Say(form.summary(scene), rows, tag=SUMMARY)
    if step == CHANGE:
        return say("change-what", *below(*_changeable(scene, form)), (button("keep"),))
    current = form.field(step)
    if current is None:  # a step of an older version of the program
        return say("choice-stale", *ask.menu_rows(scene))
    return current.ask(scene)


def _changeable(scene: Scene, form: Form) -> list[Choice]:
    draft = scene.session.draft
    return [button(f.name, f"field-{f.name}") for f in form.fields if f.changeable and f.name in draft]


def _at_summary(scene: Scene, form: Form, value: str) -> Turn:
    if value == SEND:
        return form.send(scene) if form.next(scene) == SUMMARY else _onwards(scene, form)
    if value == CHANGE:
        scene = scene.now_with(step=CHANGE)
        return scene.turn(_question(scene, form))
    return asked(scene, form)


def _change(scene: Scene, form: Form, value: str) -> Turn:
    if form.field(value) is not None and value in scene.session.draft:
        return _onwards(_without(scene, form, value), form)
    return _onwards(scene, form)


def _without(scene: Scene, form: Form, name: str) -> Scene:
    """The scene in which field *name* is open again."""
    one = form.field(name)
    gone = {name, *(one.keys if one else ())}
    draft = {key: value for key, value in scene.session.draft.items() if key not in gone}
    return scene.now_with(draft=draft, filled=tuple(f for f in scene.session.filled if f != name))


def _missed(scene: Scene, form: Form) -> Turn:
    misses = scene.session.misses + 1
    scene = scene.now_with(misses=misses)
    question = _question(scene, form)
    if misses < 2:
        current = form.field(scene.session.step)
        key = (current.on_first_miss or f"example-{current.name}") if current else "example-button"
        return scene.turn(say(key), question)
    offered = {choice.value for choice in question.choices}
    ways = tuple(way for way in (go("cancel"), go("self-call")) if way.value not in offered)
    return scene.turn(
        say("ways-out"), replace(question, rows=(*question.rows, ways) if ways else question.rows)
    )
