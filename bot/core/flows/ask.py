"""Questions: the answer, an honest question back, or "das weiß ich nicht"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core import facts
from bot.core.knowledge import ELSEWHERE, Entry
from bot.core.matching import Band, Candidate, Found
from bot.core.scene import Scene, below, beside, go, say
from bot.core.talk import Choice, Phrase, Rows, Say, Turn

EARLIER = 0.5
"""What a confidence from before the question back still weighs."""
ROUNDS = 2
"""So often the bot asks back before it offers a human."""
SUGGESTIONS = 3
TOPIC_COLUMNS = 1
OTHER_LANGUAGES = ("uk", "en", "ru", "tr", "ar", "pl")
"""Languages in which the bot says that it answers in German."""
FEAR, PREPARING = "massnahme-angst-bedenken", "termin-vorbereiten"
"""Entries with a conversation of their own below them."""
NO_QUESTION: Mapping[str, Any] = {"asked_back": 0, "considered": {}}
"""What a session knows when nothing is asked back."""
WORRIES = ("group", "learning", "way", "health", "unknown")
"""What people fear of a Maßnahme."""


def question(scene: Scene, text: str) -> Turn:
    """What a typed question gets."""
    found = _considered(scene, scene.world.finder.find(text))
    # One word in Latin letters tells no language: "Termin" is a word in Polish too.
    language = found.language if len(text.split()) > 1 or not text.isascii() else "de"
    notice = _language_notice(scene, language)
    turn = _by_band(_having_heard(scene, language), found)
    return Turn(turn.session, (*notice, *turn.says), turn.orders)


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
    if found.band is Band.SMALLTALK and found.entry:
        return _smalltalk(scene, found.entry)
    if found.band is Band.ANSWER and found.entry:
        entry = entry_of(scene, found.entry)
        if entry is not None:
            return given(scene, entry, _also(scene, found))
    if found.band in (Band.ANSWER, Band.SUGGEST):
        return _asked_back(scene, found)
    return not_known(scene)


def aside(scene: Scene, text: str) -> tuple[Say, ...]:
    """The answer to a question in the middle of a form, without buttons; empty if it is none."""
    found = scene.world.finder.find(text)
    if found.band is Band.SMALLTALK and found.entry:
        return tuple(Say(line.parts) for line in _smalltalk(scene, found.entry).says)
    if found.band is Band.ANSWER and found.entry:
        entry = entry_of(scene, found.entry)
        return (Say(_parts(scene, entry)),) if entry is not None else ()
    return ()


def worries(entry: Entry) -> Say:
    """Fear is not answered with a text but with a question; the text waits below it."""
    rows = beside((go(f"fear:{one}", f"button-fear-{one}") for one in WORRIES), 2)
    return say("fear-what", *rows, (go(f"in-full:{entry.id}", "button-more"),))


def given(scene: Scene, entry: Entry, also: Rows = (), in_full: bool = False) -> Turn:
    """The answer of *entry* with what fits below it: at most four rows."""
    if _is_withdrawn(scene, entry):
        return scene.turn(say("answer-withdrawn", *menu_rows(scene)))
    if entry.approved_by is None and not scene.world.rules.shows_unsigned:
        return not_known(scene)
    scene = scene.now_with(entry=entry.id, **NO_QUESTION)
    if entry.id == FEAR and not in_full:
        return scene.turn(worries(entry))
    related = _neighbour(scene, entry) if entry.topic == ELSEWHERE else ()
    rows = (*_fitting(scene, entry), *related, *also, _more(scene, entry), *_feedback(entry))
    return scene.turn(Say(_parts(scene, entry), rows[:4]))


def not_known(scene: Scene) -> Turn:
    """An honest sentence with the ways on."""
    return scene.now_with(**NO_QUESTION).turn(say("not-known", *menu_rows(scene)))


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


def _is_given(scene: Scene, entry: Entry) -> bool:
    """Whether the entry is answered at all: valid today, signed where that is asked for, not withdrawn."""
    signed = entry.approved_by is not None or scene.world.rules.shows_unsigned
    return entry.is_valid(scene.today) and signed and not _is_withdrawn(scene, entry)


def _is_withdrawn(scene: Scene, entry: Entry) -> bool:
    return entry.id in scene.world.kb.withdrawn


def _having_heard(scene: Scene, language: str) -> Scene:
    """Remember that the citizen writes in a language other than German (until she writes German)."""
    return scene.now_with(heard="" if language == "de" else language)


def _language_notice(scene: Scene, language: str) -> tuple[Say, ...]:
    if language in OTHER_LANGUAGES and language != scene.session.heard:
        return (Say((Phrase("language-notice"),), language=language),)
    return ()


def _smalltalk(scene: Scene, smalltalk_id: str) -> Turn:
    one = next(talk for talk in scene.world.kb.smalltalk if talk.id == smalltalk_id)
    text = one.simple if scene.session.simple else one.answer
    return scene.turn(Say((text,), menu_rows(scene)))


def _asked_back(scene: Scene, found: Found) -> Turn:
    entries = [entry_of(scene, candidate.entry) for candidate in found.candidates[:SUGGESTIONS]]
    offered = [
        go(f"entry:{entry.id}", text=entry.label)
        for entry in entries
        if entry is not None and _is_given(scene, entry)
    ]
    if not offered or scene.session.asked_back >= ROUNDS:
        return scene.now_with(**NO_QUESTION).turn(say("asked-enough", *menu_rows(scene)))
    refused = {entry: sure for entry, sure in scene.session.considered.items() if sure == 0}
    now = {candidate.entry: candidate.confidence for candidate in found.candidates[:SUGGESTIONS]}
    scene = scene.now_with(asked_back=scene.session.asked_back + 1, considered={**now, **refused})
    return scene.turn(say("did-you-mean", *below(*offered, go("none-of-these"))))


def _none_of_these(scene: Scene, _: str) -> Turn:
    if scene.session.asked_back >= ROUNDS:
        return scene.now_with(**NO_QUESTION).turn(say("asked-enough", *menu_rows(scene)))
    refused = dict.fromkeys(scene.session.considered, 0.0)
    scene = scene.now_with(considered=refused)
    return scene.turn(say("other-words", *menu_rows(scene)))


def _entry(scene: Scene, entry_id: str) -> Turn:
    entry = entry_of(scene, entry_id)
    if entry is None:
        return scene.turn(say("answer-gone", *menu_rows(scene)))
    return given(scene, entry)


def _in_full(scene: Scene, entry_id: str) -> Turn:
    entry = entry_of(scene, entry_id)
    return given(scene, entry, in_full=True) if entry is not None else _entry(scene, entry_id)


def _simpler(scene: Scene, entry_id: str) -> Turn:
    return _entry(scene.now_with(simple=True, language="de"), entry_id)


def _more_about(scene: Scene, entry_id: str) -> Turn:
    entry = entry_of(scene, entry_id)
    if entry is None:
        return scene.turn(say("answer-gone", *menu_rows(scene)))
    related = [entry_of(scene, other) for other in entry.see_also]
    buttons = tuple(go(f"entry:{one.id}", text=one.label) for one in related if one is not None)
    sources = "\n".join(f"- [{source.title}]({source.url})" for source in entry.sources)
    law = (Phrase("more-law", {"law": entry.legal_basis}),) if entry.legal_basis else ()
    since = (Phrase("more-since", {"on": entry.valid_from}),) if entry.valid_from else ()
    where = (Phrase("more-sources"), sources) if sources else ()
    return scene.turn(Say((*law, *since, *where, Phrase("more-topics")), below(*buttons)))


def _helped(scene: Scene, _: str) -> Turn:
    return scene.turn(say("helped"))


def _not_helped(scene: Scene, entry_id: str) -> Turn:
    reasons = ("unclear", "wrong", "other")
    rows = below(*(go(f"why:{reason}:{entry_id}", f"button-why-{reason}") for reason in reasons))
    return scene.turn(say("not-helped", *rows))


def _why(scene: Scene, argument: str) -> Turn:
    reason, _, entry_id = argument.partition(":")
    if reason == "unclear" and not scene.session.simple:
        return _simpler(scene, entry_id)
    key = "why-wrong" if reason == "wrong" else "other-words"
    return scene.turn(say(key, *menu_rows(scene)))


def _topics(scene: Scene, topic_id: str) -> Turn:
    """The topics that have entries, or the entries of one of them."""
    entries = [entry for entry in scene.world.kb.entries if _is_given(scene, entry)]
    topics = sorted(scene.world.kb.topics, key=lambda topic: topic.order)
    chosen = next((topic for topic in topics if topic.id == topic_id), None)
    if chosen is None:
        filled = {entry.topic for entry in entries}
        buttons = [go(f"topics:{topic.id}", text=topic.title) for topic in topics if topic.id in filled]
        return scene.turn(say("topics", *beside(buttons, TOPIC_COLUMNS)))
    labels = [go(f"entry:{entry.id}", text=entry.label) for entry in entries if entry.topic == chosen.id]
    return scene.turn(say("topic", *below(*labels), (go("topics", "button-all-topics"),), title=chosen.title))


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {
    "entry": _entry,
    "in-full": _in_full,
    "simpler": _simpler,
    "more": _more_about,
    "helped": _helped,
    "not-helped": _not_helped,
    "why": _why,
    "none-of-these": _none_of_these,
    "topics": _topics,
}
