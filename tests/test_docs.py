"""The pages say what is so: every command and setting is documented, links lead somewhere, nothing leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bot.__main__ import app
from bot.config import OUTSIDE, PREFIX, Settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
OPERATORS = ROOT / "docs" / "betrieb.md"
EXAMPLE = ROOT / "config.example.yaml"

NOT_OURS = {"var", "wheels"}
"""Folders that the program or its operator makes; those with a dot (.venv, .git) are not ours either."""

CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
COMMAND_ROW = re.compile(r"^\| `([a-z][a-z-]*(?: [a-z][a-z-]*)?)(?: [\[A-Z\"-][^`]*)?` \|", re.MULTILINE)
"""`inbox take NUMMER`: words in small letters are the command, what follows are its arguments."""
SETTING_ROW = re.compile(r"^\| `([a-z_.]+)` \| `([A-Z_]+)` \| `([^`]*)` \|", re.MULTILINE)

MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work)/")
"""At the beginning of a path; a web address may have such a folder."""
PACKAGE_INDEX = re.compile(r"index[-_]url[ =]+\S*://|//[^\s/]*/simple\b")


def files(*patterns: str) -> list[Path]:
    """Files of the repository whose name fits."""
    found = (path for pattern in patterns for path in ROOT.rglob(pattern))
    return sorted(path for path in found if _is_ours(path))


def _is_ours(path: Path) -> bool:
    folders = path.relative_to(ROOT).parts[:-1]
    return not any(folder in NOT_OURS or folder.startswith(".") for folder in folders)


PAGES = files("*.md")
PUBLISHED = files("*.md", "*.py", "*.yaml", "*.toml", "*.lock")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands(group: Any, before: str = "") -> Iterator[str]:
    """Every command of the program, also those of its sub-apps: "inbox take"."""
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{word} ")
        else:
            yield f"{before}{word}"


def settings(model: type[BaseModel] = Settings, before: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every setting by the name that it has in config.yaml: "telegram.proxy"."""
    for word, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from settings(field.annotation, f"{before}{word}.")
        else:
            yield f"{before}{word}", field


SETTINGS = dict(settings())


def default(field: FieldInfo) -> Any:
    """As it is written in YAML."""
    value = field.get_default()
    return str(value) if isinstance(value, Path) else value


def in_environment(key: str) -> str:
    return f"{PREFIX}{key}".replace(".", "__").upper()


def is_secret(key: str) -> bool:
    return SecretStr.__name__ in str(SETTINGS[key].annotation)


def of_example(key: str) -> Any:
    """The value of *key* in config.example.yaml.

    Raises:
        KeyError: it does not stand there.
    """
    value = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    for word in key.split("."):
        value = value[word]
    return value


def anchors(page: Path) -> set[str]:
    """What a link may name after ``#``: the headings of *page*, as web sites of repositories write them."""
    headings = HEADING.findall(CODE_BLOCK.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


# commands and settings


def test_the_readme_names_every_command_and_no_other():
    described = COMMAND_ROW.findall(README.read_text(encoding="utf-8"))
    assert sorted(described) == sorted(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("key", SETTINGS)
def test_the_example_explains_every_setting_with_its_default(key):
    if is_secret(key):
        with pytest.raises(KeyError):  # an example with a place for it would be filled in
            of_example(key)
        assert in_environment(key) in EXAMPLE.read_text(encoding="utf-8")
        return
    assert of_example(key) == default(SETTINGS[key])
    line = rf"^ *{key.split('.')[-1]}:.*# \S"
    assert re.search(line, EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE), "one line of explanation"


def test_the_operators_guide_has_every_setting_with_its_environment_name_and_default():
    rows = SETTING_ROW.findall(OPERATORS.read_text(encoding="utf-8"))
    described = [(key, variable, yaml.safe_load(written)) for key, variable, written in rows]
    assert described == [(key, in_environment(key), default(field)) for key, field in SETTINGS.items()]


@pytest.mark.parametrize("variable", sorted(OUTSIDE))
def test_the_operators_guide_names_what_is_no_setting_of_the_program(variable):
    assert f"`{variable}`" in OPERATORS.read_text(encoding="utf-8")


# links


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_relative_links_lead_to_files_and_headings(page):
    for link in LINK.findall(CODE_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name(page)} leads to {link}"
        assert not anchor or anchor in anchors(target), f"{name(page)} leads to {link}"


@pytest.mark.parametrize(
    "page", ["docs/buerger.md", "docs/sachbearbeitung.md", "faq/README.md", "docs/betrieb.md"]
)
def test_each_group_finds_its_page_from_the_readme(page):
    assert page in {link.partition("#")[0] for link in LINK.findall(README.read_text(encoding="utf-8"))}


# what does not belong into a repository


@pytest.mark.parametrize("pattern", [MACHINE, PACKAGE_INDEX], ids=["machine", "package index"])
def test_no_file_names_a_path_of_a_machine_or_a_package_index(pattern):
    """What works on one machine only, or says where it was made, is of no use to a stranger."""
    for path in PUBLISHED:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not pattern.search(line), f"{name(path)}:{number}: {line.strip()}"
