"""For all tests: the SQLite of the program, no settings of this machine, patience on busy machines."""

from __future__ import annotations

import os

from bot.storage import newer_sqlite

newer_sqlite.use()  # before anything imports sqlite3

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["PTB_TIMEDELTA"] = "true"  # else the library warns about its own future at every 429
for name in [name for name in os.environ if name.startswith("BOT_")]:
    del os.environ[name]

from hypothesis import settings  # noqa: E402

settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")
