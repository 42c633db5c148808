"""How a signature is written: ``approved_by: {name: "Kaya", on: 2026-12-01, text: "9c1f04ab27de"}``.

``faq sign`` writes it. A mere name, as people type it, is read as a signature that fits no wording: nobody
knows what was read when it was typed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from bot.content.groups import Record
from bot.content.schema import DAY, Kind, Pattern, Text
from bot.content.yaml_nodes import Node, Scalar
from bot.core.knowledge import Signature
from bot.core.signing import DIGITS

LONGEST_NAME = 60
FIELD = "approved_by"

_FORM = Record(
    Signature,
    {
        "name": Text(longest=LONGEST_NAME),
        "on": DAY,
        "text": Pattern(f"[0-9a-f]{{{DIGITS}}}", str, "die Prüfzahl, die bot faq sign schreibt"),
    },
)


@dataclass(frozen=True)
class SignatureKind(Kind[Signature]):
    """``form`` is the whole one, which programs for editors offer."""

    form: Kind[Signature] = _FORM
    example = "null; unterschreiben mit: bot faq sign"

    def read(self, node: Node) -> Signature:
        if isinstance(node, Scalar):
            return Signature(Text(longest=LONGEST_NAME).read(node))
        return self.form.read(node)


SIGNATURE = SignatureKind()


def as_yaml(name: str, on: date, text: str) -> str:
    """The signature on one line."""
    return f"{{name: {json.dumps(name, ensure_ascii=False)}, on: {on}, text: {json.dumps(text)}}}"
