"""Text from outside, made harmless for a terminal."""

from __future__ import annotations

import unicodedata

# Controls (escape sequences), formats (direction marks, invisible signs), surrogates, private use.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})


def literal(text: str) -> str:
    """*text* in one line without anything that could steer a terminal or turn the reading direction.

    Square brackets stay: print the result as ``rich.text.Text``, never as markup.
    """
    spaced = (" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character) not in _DROPPED)
    return " ".join("".join(kept).split())
