"""Small words of German by which a reply is told from a sentence: round a town, in no name, denials."""

from __future__ import annotations

import re

ROUND_A_TOWN = frozenset("ich wohne lebe komme bin in aus bei von ist im mein ort stadt der die das".split())
"""Words that stand round the name of the town where somebody lives."""

DENIALS = frozenset("nicht sondern kein keine".split())
"""With one of these a named town or time is not the one that is meant."""

IN_NO_NAME = frozenset(
    """nicht das sie ist geht warum wieso was wie wo wann wer kann habe hab will weiß weiss hallo danke bitte
    nichts kein keine ahnung sage ihnen stimmt falsch egal""".split()
)
"""Words that stand in no name: a sentence is not taken for one."""

REMINDING = re.compile(r"\berinner(?:e|n|t|st|ung)?\b")
"""What asks for a reminder."""

HINDRANCES = re.compile(
    r"\b(?:nicht|nich|net|kein\w*|verpass\w*|versäum\w*|verschieb\w*|verleg\w*|absag\w*|schaff\w*|"
    r"zu spät|vergess\w*|verpennt|verschlaf\w*|verschwitzt|ander\w+ (?:tag|termin|zeit)|ausfall\w*)\b"
)
"""What says that somebody cannot keep or has not kept an appointment."""
