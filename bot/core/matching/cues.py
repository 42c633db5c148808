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

REMINDING = re.compile(
    r"\berinner\w*\s+(?:sie\s+)?(?:mich|uns)\b|\b(?:mich|uns)\b.*\berinnern\b|\berinnert werden\b|"
    r"^\W*(?:bitte\s+)?(?:eine\s+)?erinnerung\s+(?:an|für)\b"
)
"""What asks for a reminder; that one came, or did not come, is no request."""

ENDS_A_CALL = re.compile(
    r"\bruf\w*\b.*\b(?:selbst|selber)\b|\bselbst anrufen\b|\berledigt\b|\bnich?t? mehr anrufen\b"
)
"""What says below "nicht erreicht" that no further call is needed."""

HINDRANCES = re.compile(
    r"\b(?:nicht|nich|net|kein\w*|verpass\w*|versäum\w*|verschieb\w*|verleg\w*|absag\w*|schaff\w*|"
    r"zu spät|vergess\w*|verpennt|verschlaf\w*|verschwitzt|ander\w+ (?:tag|termin|zeit)|ausfall\w*)\b"
)
"""What says that somebody cannot keep or has not kept an appointment."""
