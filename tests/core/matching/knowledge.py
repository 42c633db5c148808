"""A small knowledge base with all defaults filled in, for the tests of the matcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import numpy as np

from bot.core.knowledge import Entry, KnowledgeBase, Language, Safety, Smalltalk
from bot.core.matching.finder import KnowledgeFinder, build
from bot.core.matching.index import Floats
from bot.core.matching.meaning import Encoder
from bot.core.matching.remembered import Cache

DAY = date(2026, 11, 22)


def an_entry(entry_id: str = "termin-verpasst", question: str = "", **fields: Any) -> Entry:
    defaults: dict[str, Any] = {
        "topic": "termine",
        "label": question[:30],
        "answer": "",
        "simple": "",
        "checked_on": DAY,
        "review_by": DAY,
    }
    return Entry(entry_id, question=question, **(defaults | fields))


ENTRIES = (
    an_entry("termin-verpasst", "Ich habe meinen Termin verpasst"),
    an_entry(
        "termin-verschieben", "Kann ich meinen Termin verschieben?", keywords=("verlegen", "Ausweichtermin")
    ),
    an_entry("fahrtkosten", "Wer bezahlt die Fahrt zum Termin?", answer="Die Fahrkarte zahlt das Jobcenter."),
    an_entry("regelbedarf", "Wie viel Geld bekomme ich im Monat?"),
    an_entry("gewalt", "Ich werde zu Hause bedroht", actions=("emergency",)),
)
PHRASINGS = {
    "de": {
        "termin-verpasst": (
            "hab den termin verschlafen",
            "Termin versäumt",
            "war gestern nicht beim gespräch",
        ),
        "termin-verschieben": ("Termin verlegen auf nächste Woche", "anderer termin bitte"),
        "fahrtkosten": ("Busticket zum Jobcenter zurückbekommen", "krieg ich spritgeld für die anfahrt"),
        "regelbedarf": ("Wie hoch ist der Regelsatz", "höhe vom bürgergeld"),
        "gewalt": ("mein mann schlägt mich",),
    },
    "en": {"termin-verschieben": ("can i move my appointment to another day",)},
    "ar": {"termin-verschieben": ("أريد تأجيل موعدي",)},
}
SAFETY = Safety(
    phrases={
        "crisis": {"de": ("ich will nicht mehr leben", "ich bringe mich um"), "en": ("i want to die",)},
        "violence": {"de": ("er hat mich gewürgt", "mein freund schlägt mich")},
        "emergency": {"de": ("ich bekomme keine luft mehr", "es brennt bei uns", "herzinfarkt schnell")},
    },
    look_alikes={"de": ("das formular bringt mich um den verstand", "ich lach mich tot")},
)
LANGUAGES = {
    "de": Language({"hab": "habe", "krieg": "kriege"}, ("hallo", "guten tag", "bitte", "danke")),
    "en": Language({}, ("hello", "please")),
}


def a_kb(**fields: Any) -> KnowledgeBase:
    defaults: dict[str, Any] = {
        "version": "1",
        "entries": ENTRIES,
        "phrasings": PHRASINGS,
        "safety": SAFETY,
        "smalltalk": (Smalltalk("gruss", "", "", ("hallo", "guten tag", "wie geht es dir")),),
        "commands": {"call_me": {"de": ("ruf mich an",)}, "my_data": {"de": ("was weißt du über mich",)}},
        "none": {"de": ("wie hoch ist der eiffelturm", "wann spielt bayern", "pizza bestellen")},
        "languages": LANGUAGES,
    }
    return KnowledgeBase(**(defaults | fields))


def a_finder(
    on: date = DAY, cache: Cache | None = None, encoder: Encoder | None = None, **fields: Any
) -> KnowledgeFinder:
    return build(a_kb(**fields), on, cache, encoder)


@dataclass
class Synonyms:
    """An encoder to which two texts mean the same if it was told so, and nothing else is alike."""

    same: Mapping[str, str]
    encoded: int = 0

    def encode(self, texts: Sequence[str]) -> Floats:
        self.encoded += len(texts)
        return np.array([self._vector(self.same.get(text, text)) for text in texts], dtype=np.float32)

    def _vector(self, text: str) -> Floats:
        seed = int.from_bytes(sha256(text.encode()).digest()[:8])
        vector = np.random.default_rng(seed).normal(size=64)
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
