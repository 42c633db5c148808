"""For all tests: the SQLite of the program, no settings of this machine, patience on busy machines."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bot.storage import newer_sqlite

newer_sqlite.use()  # before anything imports sqlite3

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["PTB_TIMEDELTA"] = "true"  # else the library warns about its own future at every 429
for name in [name for name in os.environ if name.startswith("BOT_")]:
    del os.environ[name]

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from bot.content.faq_files import read_faq  # noqa: E402
from bot.content.matcher import finder_of  # noqa: E402
from bot.core.knowledge import KnowledgeBase  # noqa: E402
from bot.core.matching.finder import KnowledgeFinder  # noqa: E402

FAQ = Path(__file__).parents[1] / "faq"

settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the matcher learnt, for all tests and all processes that run them: it is learnt once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def one_at_a_time(cache: Path) -> Iterator[None]:
    """While one process learns, another waits and then finds it in the *cache*."""
    with (cache.parent / "learning.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def real_kb() -> KnowledgeBase:
    """The knowledge base in ``faq/``."""
    return read_faq(FAQ)


@pytest.fixture(scope="session")
def real_finder(real_kb: KnowledgeBase, cache: Path) -> KnowledgeFinder:
    """The bot's finder over it, on the day of the tests."""
    with one_at_a_time(cache):
        return finder_of(real_kb, date(2026, 11, 22), cache)


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Several processes may run tests: the accounts need no other name in each, they have a folder of their
    own there (``tests/site.py``)."""
