from pathlib import Path

import numpy as np
import pytest

from bot.content import index_cache, matcher
from bot.content.index_cache import KEPT, IndexCache
from bot.core.matching.meaning import VECTORS
from bot.errors import NotLearnt, refuse_to_learn
from tests.core.matching.knowledge import DAY, a_finder, a_kb

ARRAYS = {"weights": np.array([0.5, 1.5], dtype=np.float32), "names": np.frombuffer(b"a\nb", dtype=np.uint8)}


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    cache = IndexCache(tmp_path / "cache")
    cache.put("entries", "1", ARRAYS)
    found = IndexCache(tmp_path / "cache").get("entries", "1")
    assert found is not None
    assert {name: array.tolist() for name, array in found.items()} == {
        name: array.tolist() for name, array in ARRAYS.items()
    }
    assert found["weights"].dtype == np.float32


def test_what_was_never_put_is_not_there(tmp_path: Path) -> None:
    assert IndexCache(tmp_path / "missing").get("entries", "1") is None


@pytest.mark.parametrize("broken", [b"", b"no archive", b"PK\x03\x04 half an archive"])
def test_a_broken_file_is_ignored_and_written_anew(tmp_path: Path, broken: bytes) -> None:
    cache = IndexCache(tmp_path)
    cache.put("entries", "1", ARRAYS)
    (path,) = files(tmp_path)
    path.write_bytes(broken)
    assert cache.get("entries", "1") is None
    cache.put("entries", "1", ARRAYS)
    assert cache.get("entries", "1") is not None


def test_a_file_with_a_changed_byte_is_ignored(tmp_path: Path) -> None:
    cache = IndexCache(tmp_path)
    cache.put("entries", "1", {"weights": np.zeros(1000, dtype=np.float32)})
    (path,) = files(tmp_path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    assert cache.get("entries", "1") is None


def test_pickled_objects_are_never_loaded(tmp_path: Path) -> None:
    cache = IndexCache(tmp_path)
    cache.put("entries", "1", ARRAYS)
    (path,) = files(tmp_path)
    with path.open("wb") as file:
        np.savez(file, weights=np.array([{"any": "object"}], dtype=object))
    assert cache.get("entries", "1") is None


def test_no_half_written_file_stays(tmp_path: Path) -> None:
    IndexCache(tmp_path).put("entries", "1", ARRAYS)
    assert [path.suffix for path in files(tmp_path)] == [".npz"]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = IndexCache(tmp_path / "file" / "cache")
    cache.put("entries", "1", ARRAYS)
    assert cache.get("entries", "1") is None


def test_only_the_newest_files_stay(tmp_path: Path) -> None:
    cache = IndexCache(tmp_path)
    for number in range(KEPT + 3):
        cache.put("entries", f"{number}", ARRAYS)
    assert len(files(tmp_path)) == KEPT
    assert cache.get("entries", f"{KEPT + 2}") is not None


def test_a_finder_from_the_cache_finds_the_same(tmp_path: Path) -> None:
    fresh = a_finder(cache=IndexCache(tmp_path))
    assert len(files(tmp_path)) > 2
    again = a_finder(cache=IndexCache(tmp_path))
    for text in ("termin verpasst", "ich bringe mich um", "wie hoch ist der eiffelturm"):
        assert fresh.find(text) == again.find(text)


def test_vectors_outlive_the_code_of_the_matcher_and_not_the_encoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each update would encode fifty thousand texts again."""
    before = IndexCache(tmp_path)
    for kind in (VECTORS, "entries-de"):
        before.put(kind, "1", ARRAYS)
    monkeypatch.setattr(index_cache, "_code_version", lambda: "another")
    assert IndexCache(tmp_path).get(VECTORS, "1") is not None
    assert IndexCache(tmp_path).get("entries-de", "1") is None
    monkeypatch.setattr(index_cache, "_version", lambda package: f"{package} another")
    assert IndexCache(tmp_path).get(VECTORS, "1") is None


def test_what_is_near_is_given_only_to_whom_it_will_do(tmp_path: Path) -> None:
    amended: list[int] = []
    exact, near = IndexCache(tmp_path), IndexCache(tmp_path, amended=lambda: amended.append(1))
    assert not list(near.near("entries-de"))
    for key in ("old", "new", "broken"):
        exact.put("entries-de", key, {"weights": np.array([ord(key[0])])})
    exact.put("entries-en", "newer", ARRAYS)
    (path,) = tmp_path.glob("entries-de-broken-*")
    path.write_bytes(b"no archive")
    assert not list(exact.near("entries-de"))
    assert [chr(found["weights"][0]) for found in near.near("entries-de")] == ["n", "o"]
    exact.get("entries-de", "old")  # what was used last comes first
    assert chr(next(near.near("entries-de"))["weights"][0]) == "o"
    assert not amended
    near.amended()
    assert amended == [1]


def test_vectors_alone_are_nothing_that_was_learnt(tmp_path: Path) -> None:
    cache = IndexCache(tmp_path)
    assert cache.is_empty()
    cache.put(VECTORS, "vectors", ARRAYS)
    assert cache.is_empty()
    cache.put("entries", "1", ARRAYS)
    assert not cache.is_empty()


def test_who_cannot_wait_does_not_wait_for_the_encoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> None:
        raise AssertionError("the encoder was loaded")

    monkeypatch.setattr(matcher, "installed_encoder", never)
    with pytest.raises(NotLearnt):
        matcher.finder_of(a_kb(), DAY, tmp_path, refuse_to_learn)
