"""YAML as editors' programs read it, and the part of JSON Schema that the project's schemas use.

A small walker instead of a library: the schemas are few, and what it does not know makes it fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.content.yaml_nodes import Fields, Items, Node, compose

ANNOTATIONS = {"$schema", "title", "description", "patternErrorMessage"}
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def json_value(text: str) -> Any:
    """*text* by the core schema of YAML 1.2."""
    node, problems = compose(text, "file")
    assert node is not None
    assert not problems, problems
    return _value(node)


def _value(node: Node) -> Any:
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: _value(value) for key, value in node.values.items()}
    if node.quoted:
        return node.text
    if node.is_null:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    return float(node.text) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]*", node.text) else node.text


def faults(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """Everything in *value* that *schema* forbids."""
    known = {"type", "enum", "pattern", "minLength", "maxLength", "items", "minItems"} | {
        "properties",
        "required",
        "additionalProperties",
        "propertyNames",
        "minProperties",
    }
    assert set(schema) <= known | ANNOTATIONS, set(schema) - known - ANNOTATIONS
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "type" in schema and not _is_of(value, schema["type"]):
        yield f"{where}: {value!r} is no {schema['type']}"
    elif isinstance(value, str):
        yield from _text_faults(value, schema, where)
    elif isinstance(value, list):
        yield from _list_faults(value, schema, where)
    elif isinstance(value, dict):
        yield from _object_faults(value, schema, where)


def _is_of(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def _text_faults(value: str, schema: dict[str, Any], where: str) -> Iterator[str]:
    if not re.search(schema.get("pattern", ""), value):
        yield f"{where}: {value!r} has another form"
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{where}: {len(value)} characters"


def _list_faults(value: list[Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{where}: too few"
    for number, item in enumerate(value):
        yield from faults(item, schema.get("items", {}), f"{where}[{number}]")


def _object_faults(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    if len(value) < schema.get("minProperties", 0):
        yield f"{where}: too few"
    yield from (f"{where}: {name} is missing" for name in schema.get("required", []) if name not in value)
    for name, below in value.items():
        yield from faults(name, schema.get("propertyNames", {}), f"{where}.{name}")
        of = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        if of is False:
            yield f"{where}: {name} is unknown"
        else:
            yield from faults(below, of, f"{where}.{name}")
