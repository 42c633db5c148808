"""Questions: the answer, an honest question back, or "das weiß ich nicht"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core import facts
from bot.core.flows.counting import counted, having_asked, in_vain
from bot.core.knowledge import ELSEWHERE, Entry
from bot.core.matching import Band, Candidate, Found
from bot.core.questions import What
from bot.core.scene import Scene, below, beside, go, say
from bot.core.talk import OTHER_LANGUAGES, Choice, Phrase, Rows, Say, Turn

EARLIER = 0.5
"""What a confidence from before the question back still weighs."""
ROUNDS = 2
"""So often the bot asks back before it offers a human."""
SUGGESTIONS = 3
FEAR, PREPARING = "massnahme-angst-bedenken", "termin-vorbereiten"
"""Entries with a conversation of their own below them."""
NO_QUESTION: Mapping[str, Any] = {"asked_back": 0, "considered": {}}
"""What a session knows when nothing is asked back."""
WORRIES = ("group", "learning", "way", "health", "unknown")
"""What people fear of a Maßnahme."""


def question(scene: Scene, text: str) -> Turn:
    """What a typed question gets."""
    found = _considered(scene, scene.world.finder.find(text))
    notice, scene = _having_heard(scene, text, found.language)
    if found.band is Band.SMALLTALK and found.entry:
        turn = _smalltalk(scene, found.entry)
        return replace(turn, says=(*notice, *turn.says))
    turn = _by_band(having_asked(scene, text), found)
    count = counted(scene, What.QUESTION)
    return Turn(turn.session, (*notice, *turn.says), (count, *turn.orders))


def listened(scene: Scene, text: str) -> tuple[tuple[Say, ...], Scene]:
    """What is said once to a language other than German, and the scene that remembers it.

    A wish ("please call me back") tells the language as well as a question does.
    """
    return _having_heard(scene, text, scene.world.finder.language(text))


def _considered(scene: Scene, found: Found) -> Found:
    """*found* in the light of what was said before the bot asked back, and of what was not meant."""
    before = scene.session.considered
    if not before or found.band not in (Band.ANSWER, Band.SUGGEST):
        return found
    if found.band is Band.ANSWER and before.get(found.entry or "") != 0:
        return found
    now = {candidate.entry: candidate.confidence for candidate in found.candidates}
    wanted = {entry: now.get(entry, 0) + EARLIER * said for entry, said in before.items() if said > 0}
    wanted = {**{entry: sure for entry, sure in now.items() if before.get(entry) != 0}, **wanted}
    ordered = sorted(wanted.items(), key=lambda pair: -pair[1])
    candidates = tuple(Candidate(entry, min(sure, 1)) for entry, sure in ordered)
    return replace(found, band=Band.SUGGEST, entry=None, candidates=candidates)


def _by_band(scene: Scene, found: Found) -> Turn:
    if found.band is Band.ANSWER and found.entry:
        entry = entry_of(scene, found.entry)
        if entry is not None:
            return given(scene, entry, _also(scene, found), what=What.ANSWERED)
    if found.band in (Band.ANSWER, Band.SUGGEST):
        return _asked_back(scene, found)
    return _not_known(scene)


def aside(scene: Scene, text: str) -> Turn | None:
    """The answer to a question in the middle of a form, without buttons; None if it is none.

    The session stays as it is.
    """
    found = scene.world.finder.find(text)
    if found.band is Band.SMALLTALK and found.entry:
        return scene.turn(*(Say(line.parts) for line in _smalltalk(scene, found.entry).says))
    entry = entry_of(scene, found.entry) if found.band is Band.ANSWER and found.entry else None
    if entry is None:
        return None
    counts = counted(scene, What.QUESTION), counted(scene, What.ANSWERED, entry.id)
    return scene.turn(Say(_parts(scene, entry)), orders=counts)


def worries(entry: Entry) -> Say:
    """Fear is not answered with a text but with a question; the text waits below it."""
    rows = beside((go(f"fear:{one}", f"button-fear-{one}") for one in WORRIES), 2)
    return say("fear-what", *rows, (go(f"in-full:{entry.id}", "button-more"),))


def given(
    scene: Scene, entry: Entry, also: Rows = (), in_full: bool = False, what: What = What.OPENED
) -> Turn:
    """The answer of *entry* with what fits below it: at most four rows. It counts as *what*: a question
    was answered, or a button opened it."""
    if _is_withdrawn(scene, entry):
        orders = in_vain(scene, What.NOT_KNOWN, entry.id) if what is What.ANSWERED else ()
        return scene.now_with(asked="").turn(say("answer-withdrawn", *menu_rows(scene)), orders=orders)
    if entry.approved_by is None and not scene.world.rules.shows_unsigned:
        return _not_known(scene, entry.id) if what is What.ANSWERED else lost(scene)
    counts = (counted(scene, what, entry.id),)
    scene = scene.now_with(entry=entry.id, rated=(), **NO_QUESTION)
    if entry.id == FEAR and not in_full:
        return scene.turn(worries(entry), orders=counts)
    related = _neighbour(scene, entry) if entry.topic == ELSEWHERE else ()
    rows = (*_fitting(scene, entry), *related, *also, _more(scene, entry), *_feedback(entry))
    return scene.turn(Say(_parts(scene, entry), rows[:4]), orders=counts)


def lost(scene: Scene) -> Turn:
    """An honest sentence with the ways on."""
    return scene.now_with(**NO_QUESTION).turn(say("not-known", *menu_rows(scene)))


def _not_known(scene: Scene, entry_id: str = "", key: str = "not-known") -> Turn:
    """The same for a question, which editors get to see; *entry_id* is what must not be given."""
    orders = in_vain(scene, What.NOT_KNOWN, entry_id)
    return scene.now_with(asked="", **NO_QUESTION).turn(say(key, *menu_rows(scene)), orders=orders)


def entry_of(scene: Scene, entry_id: str) -> Entry | None:
    return scene.world.kb.entry(entry_id, scene.today) if entry_id else None


def menu_rows(scene: Scene) -> Rows:
    """What is always possible: a call, where calls are taken, an appointment, the topics."""
    first = (go("appointment"), go("call")) if scene.world.rules.takes_details else (go("appointment"),)
    return (first, (go("topics"),))


def _parts(scene: Scene, entry: Entry) -> tuple[Phrase | str, ...]:
    simple = scene.session.simple or scene.session.heard != ""
    text = facts.fill(
        entry.simple if simple else entry.answer,
        scene.world.kb,
        scene.today,
        lambda *known: _stale(scene, *known),
    )
    if entry.approved_by is None:
        return (text, Phrase("answer-unsigned", {"on": entry.checked_on}))
    return (text, Phrase("answer-checked", {"on": entry.checked_on}))


def _stale(scene: Scene, amount: str, year: int) -> str:
    """An amount whose time is over, with the year for which it was right."""
    return scene.world.words(
        Phrase("fact-stale", {"amount": amount, "year": str(year)}), scene.session.locale
    )


def _fitting(scene: Scene, entry: Entry) -> Rows:
    """The action that fits; never a call-back as the answer to danger at home."""
    if not scene.world.rules.takes_details:
        return ()
    appointment = (
        (go("appointment:missed", "button-pass-on"),) if "missed_appointment" in entry.actions else ()
    )
    if "reschedule" in entry.actions:
        appointment = (go("appointment", "button-pass-on"),)
    reminding = ((go("remind", "button-remind-me"),),) if entry.id == PREPARING else ()
    call = (go(f"call:{entry.id}"),) if "phone_call" in entry.actions else ()
    row = (*appointment, *call)
    return (*reminding, row) if row else reminding


def _neighbour(scene: Scene, entry: Entry) -> Rows:
    """Below a signpost to another authority: what the Jobcenter can do in the same matter."""
    neighbours = (entry_of(scene, other) for other in entry.see_also[:1])
    return tuple((go(f"entry:{one.id}", text=one.label),) for one in neighbours if one is not None)


def _more(scene: Scene, entry: Entry) -> tuple[Choice, ...]:
    simpler = () if scene.session.simple else (go(f"simpler:{entry.id}"),)
    return (*simpler, go(f"more:{entry.id}"))


def _feedback(entry: Entry) -> Rows:
    if "emergency" in entry.actions:
        return ()
    return ((go(f"helped:{entry.id}"), go(f"not-helped:{entry.id}")),)


def _also(scene: Scene, found: Found) -> Rows:
    entries = [entry_of(scene, entry_id) for entry_id in found.also[:1]]
    return tuple((go(f"entry:{entry.id}", text=entry.label),) for entry in entries if entry)


def is_given(scene: Scene, entry: Entry) -> bool:
    """Whether the entry is answered at all: valid today, signed where that is asked for, not withdrawn."""
    signed = entry.approved_by is not None or scene.world.rules.shows_unsigned
    return entry.is_valid(scene.today) and signed and not _is_withdrawn(scene, entry)


def _is_withdrawn(scene: Scene, entry: Entry) -> bool:
    return entry.id in scene.world.kb.withdrawn


def _having_heard(scene: Scene, text: str, language: str) -> tuple[tuple[Say, ...], Scene]:
    """Remember that the citizen writes in a language other than German (until she writes German)."""
    if len(text.split()) == 1 and text.isascii():  # tells nothing: "Termin" is a word in Polish too
        return (), scene
    if language == "de":
        return (), scene.now_with(heard="")
    new = language in OTHER_LANGUAGES and language != scene.session.heard
    notice = (Say((Phrase("language-notice"),), language=language),) if new else ()
    return notice, scene.now_with(heard=language)


def _smalltalk(scene: Scene, smalltalk_id: str) -> Turn:
    one = next(talk for talk in scene.world.kb.smalltalk if talk.id == smalltalk_id)
    text = one.simple if scene.session.simple else one.answer
    return scene.turn(Say((text,), menu_rows(scene)))


def _asked_back(scene: Scene, found: Found) -> Turn:
    entries = [entry_of(scene, candidate.entry) for candidate in found.candidates[:SUGGESTIONS]]
    offered = [
        go(f"entry:{entry.id}", text=entry.label)
        for entry in entries
        if entry is not None and is_given(scene, entry)
    ]
    if not offered or scene.session.asked_back >= ROUNDS:
        return _not_known(scene, key="asked-enough")
    refused = {entry: sure for entry, sure in scene.session.considered.items() if sure == 0}
    now = {candidate.entry: candidate.confidence for candidate in found.candidates[:SUGGESTIONS]}
    scene = scene.now_with(asked_back=scene.session.asked_back + 1, considered={**now, **refused})
    counts = (counted(scene, What.ASKED_BACK),)
    return scene.turn(say("did-you-mean", *below(*offered, go("none-of-these"))), orders=counts)


def _none_of_these(scene: Scene, _: str) -> Turn:
    considered = scene.session.considered
    likeliest = max(considered, key=lambda entry: considered[entry], default="")
    orders = in_vain(scene, What.NONE_OF_THESE, likeliest) if considered.get(likeliest) else ()
    scene = scene.now_with(asked="")
    if scene.session.asked_back >= ROUNDS:
        return scene.now_with(**NO_QUESTION).turn(say("asked-enough", *menu_rows(scene)), orders=orders)
    scene = scene.now_with(considered=dict.fromkeys(considered, 0.0))
    return scene.turn(say("other-words", *menu_rows(scene)), orders=orders)


def _entry(scene: Scene, entry_id: str) -> Turn:
    entry = entry_of(scene, entry_id)
    if entry is None:
        return scene.turn(say("answer-gone", *menu_rows(scene)))
    if entry_id != scene.session.entry and not scene.session.considered.get(entry_id):
        scene = scene.now_with(asked="")  # what she asked has led elsewhere
    return given(scene, entry)


def _in_full(scene: Scene, entry_id: str) -> Turn:
    entry = entry_of(scene, entry_id)
    return given(scene, entry, in_full=True) if entry is not None else _entry(scene, entry_id)


def simpler(scene: Scene, entry_id: str) -> Turn:
    """The entry once more, from now on in Einfache Sprache."""
    return _entry(scene.now_with(simple=True, language="de"), entry_id)


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "entry": _entry,
    "in-full": _in_full,
    "simpler": simpler,
    "none-of-these": _none_of_these,
}
