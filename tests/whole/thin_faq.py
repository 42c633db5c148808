"""The real knowledge base with only a few ways of asking: all its texts, and learnt in seconds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

MOST = 4
"""Phrasings of an entry, and phrases of each kind of danger, in each language."""


def thin_faq(source: Path, folder: Path) -> Path:
    """A copy of *source* in the new *folder*, its long lists cut."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("samples", "life.yaml"))
    for path in folder.glob("phrasings/*/*.yaml"):
        _write(path, _shorter(_read(path)))
    safety = _read(folder / "safety.yaml")
    shorter = {name: _shorter(safety[name]) for name in ("phrases", "look_alikes")}
    _write(folder / "safety.yaml", {**safety, **shorter, "approved_by": None})
    return folder


def _shorter(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _shorter(below) for key, below in node.items()}
    return node[:MOST] if isinstance(node, list) else node


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def _write(path: Path, content: Any) -> None:
    """As JSON, which is YAML."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
