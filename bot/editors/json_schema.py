"""The formats of the knowledge base as JSON Schema: made of the loader's own kinds, never written by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.content.groups import ByName, ListOf, Maybe, Named, Record
from bot.content.schema import Kind, OneOf, Pattern, Text
from bot.content.signatures import SignatureKind

Schema = dict[str, Any]
Words = Mapping[str, str]
"""Field -> what it is for."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_OTHERWISE = {"number": ("1", "12345"), "boolean": ("true",)}
"""As what other readers of YAML take a value of this form; our loader reads every value as text."""
_A_WORD = "word"


def schema_of(kind: Kind[Any], words: Words) -> Schema:
    """What *kind* reads, as other programs understand it; fields are explained with *words*.

    Raises:
        TypeError: a kind that nobody has translated yet.
    """
    match kind:
        case Text(longest=longest):
            return _text(longest)
        case Pattern():
            return _pattern(kind)
        case OneOf(words=allowed):
            return {"enum": [*allowed]}
        case Maybe(kind=inner):
            return _or_null(schema_of(inner, words))
        case ListOf(kind=inner, least=least):
            return {"type": "array", "items": schema_of(inner, words), "minItems": least}
        case ByName():
            return _by_name(kind, words)
        case Record(kinds=kinds):
            return _record(kinds, words)
        case Named(kind=inner) | SignatureKind(form=inner):
            return schema_of(inner, words)
    raise TypeError(f"no JSON Schema for {type(kind).__name__}")


def _text(longest: int | None) -> Schema:
    schema: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
    if longest is not None:
        schema["maxLength"] = longest + 1  # the loader does not count the line end of a | block
    return schema


def _pattern(kind: Pattern[Any]) -> Schema:
    said = f"Bitte schreiben: {kind.example}."
    return {"type": _types(kind), "pattern": f"^(?:{kind.pattern})$", "patternErrorMessage": said}


def _types(kind: Pattern[Any]) -> str | list[str]:
    """A name is a string, whatever it consists of; numbers, flags and phone numbers may stand unquoted."""
    if re.fullmatch(kind.pattern, _A_WORD):
        return "string"
    others = [
        name for name, texts in _OTHERWISE.items() if any(re.fullmatch(kind.pattern, text) for text in texts)
    ]
    return ["string", *others] if others else "string"


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    types = schema["type"]
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _by_name(kind: ByName[Any], words: Words) -> Schema:
    below = schema_of(kind.kind, words)
    if isinstance(kind.names, OneOf):  # few names: an editor's program can offer them
        fields = {name: _explained(below, name, words) for name in kind.names.words}
        return {"type": "object", "properties": fields, "additionalProperties": False, "minProperties": 1}
    names = {key: value for key, value in schema_of(kind.names, words).items() if key != "type"}
    return {"type": "object", "propertyNames": names, "additionalProperties": below, "minProperties": 1}


def _record(kinds: Mapping[str, Kind[Any]], words: Words) -> Schema:
    return {
        "type": "object",
        "properties": {name: _explained(schema_of(kind, words), name, words) for name, kind in kinds.items()},
        "required": [name for name, kind in kinds.items() if kind.required],
        "additionalProperties": False,
    }


def _explained(schema: Schema, name: str, words: Words) -> Schema:
    return {"description": words[name], **schema} if name in words else schema
