"""Looking around: what belongs to an answer, the topics and their entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.flows import ask
from bot.core.knowledge import Entry
from bot.core.scene import Scene, below, beside, go, say
from bot.core.talk import Phrase, Say, Turn

TOPIC_COLUMNS = 1


def more_about(scene: Scene, entry: Entry) -> Turn:
    """The law, the sources and the neighbours of *entry*."""
    related = [ask.entry_of(scene, other) for other in entry.see_also]
    buttons = tuple(go(f"entry:{one.id}", text=one.label) for one in related if one is not None)
    sources = "\n".join(f"- [{source.title}]({source.url})" for source in entry.sources)
    law = (Phrase("more-law", {"law": entry.legal_basis}),) if entry.legal_basis else ()
    since = (Phrase("more-since", {"on": entry.valid_from}),) if entry.valid_from else ()
    where = (Phrase("more-sources"), sources) if sources else ()
    return scene.turn(Say((*law, *since, *where, Phrase("more-topics")), below(*buttons)))


def _more(scene: Scene, entry_id: str) -> Turn:
    entry = ask.entry_of(scene, entry_id)
    if entry is None:
        return scene.turn(say("answer-gone", *ask.menu_rows(scene)))
    return more_about(scene, entry)


def _topics(scene: Scene, topic_id: str) -> Turn:
    """The topics that have entries, or the entries of one of them."""
    entries = [entry for entry in scene.world.kb.entries if ask.is_given(scene, entry)]
    topics = sorted(scene.world.kb.topics, key=lambda topic: topic.order)
    chosen = next((topic for topic in topics if topic.id == topic_id), None)
    if chosen is None:
        filled = {entry.topic for entry in entries}
        buttons = [go(f"topics:{topic.id}", text=topic.title) for topic in topics if topic.id in filled]
        return scene.turn(say("topics", *beside(buttons, TOPIC_COLUMNS)))
    labels = [go(f"entry:{entry.id}", text=entry.label) for entry in entries if entry.topic == chosen.id]
    return scene.turn(say("topic", *below(*labels), (go("topics", "button-all-topics"),), title=chosen.title))


ACTIONS: Mapping[str, Callable[[Scene, str], Turn]] = {"more": _more, "topics": _topics}
