"""An earlier version comes out of git as it was, and each way in which that can fail has its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editors.versions import NoVersion, at_revision
from tests.editors.a_repository import a_repository, committed, needs_git

pytestmark = needs_git


def test_the_folder_is_there_as_it_was_committed(tmp_path: Path) -> None:
    top = a_repository(tmp_path, {"faq/de/termine.yaml": "alt", "README.md": "anderes"})
    (top / "faq/de/termine.yaml").write_text("neu")
    (top / "faq/mehr.yaml").write_text("neu")
    with at_revision(top / "faq", "HEAD") as version:
        found = {path.relative_to(version.folder).as_posix() for path in version.folder.rglob("*.yaml")}
        assert found == {"de/termine.yaml"}
        assert (version.folder / "de/termine.yaml").read_text() == "alt"
        assert version.folder.name == "faq"
    assert not version.folder.exists()


def test_a_revision_bears_its_name_its_number_and_its_day(tmp_path: Path) -> None:
    top = a_repository(tmp_path, {"faq/topics.yaml": "erst"})
    number = committed(top, {"faq/topics.yaml": "dann"})
    with at_revision(top / "faq", "HEAD") as version:
        assert version.name == f"HEAD ({number} vom 22.11.2026)"
    with at_revision(top / "faq", number) as version:
        assert version.name == f"{number} vom 22.11.2026"
    with at_revision(top / "faq", "HEAD~1") as version:
        assert (version.folder / "topics.yaml").read_text() == "erst"


def test_a_folder_that_is_the_whole_repository_is_found_too(tmp_path: Path) -> None:
    top = a_repository(tmp_path, {"topics.yaml": "alt"})
    with at_revision(top, "HEAD") as version:
        assert (version.folder / "topics.yaml").read_text() == "alt"


@pytest.mark.parametrize("revision", ["gibtesnicht", "HEAD~9", "--help", "HEAD:faq", ""])
def test_an_unknown_revision_is_named(tmp_path: Path, revision: str) -> None:
    top = a_repository(tmp_path, {"faq/topics.yaml": "alt"})
    with pytest.raises(NoVersion, match="git log --oneline"), at_revision(top / "faq", revision):
        pass


def test_a_folder_that_was_not_there_yet_says_so(tmp_path: Path) -> None:
    top = a_repository(tmp_path, {"README.md": "anderes"})
    (top / "faq").mkdir()
    with pytest.raises(NoVersion, match=r"noch nicht.*--against ORDNER"), at_revision(top / "faq", "HEAD"):
        pass


def test_outside_of_git_there_is_another_way(tmp_path: Path) -> None:
    with pytest.raises(NoVersion, match="--against ORDNER"), at_revision(tmp_path, "HEAD"):
        pass


def test_without_the_program_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVersion, match="apt install git"), at_revision(tmp_path, "HEAD"):
        pass


def test_what_git_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    top = a_repository(tmp_path, {"faq/topics.yaml": "alt"})
    (top / ".git/config").write_text("[kaputt")
    with pytest.raises(NoVersion, match=r"\.git/config"), at_revision(top / "faq", "HEAD"):
        pass
