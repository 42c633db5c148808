"""Puts a SQLite without the WAL-reset bug in the place of the system's, before anybody imports that.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that several connections write to
(sqlite.org/wal.html#walresetbug, read 2026-11-22); Debian 12 ships 3.40.1. Where there is no wheel of
pysqlite3 the system's stays, and ``connection`` chooses a journal that is not affected.
"""

from __future__ import annotations

import contextlib
import sys

FIRST_SOUND = (3, 51, 3)


def use() -> str:
    """Swap ``sqlite3`` for ``pysqlite3`` if that is sound; the SQLite version that is now in use.

    To be called at the very top of a program: a module that has imported ``sqlite3`` before keeps
    what it has.
    """
    with contextlib.suppress(ImportError):
        import pysqlite3
        import pysqlite3.dbapi2

        if pysqlite3.dbapi2.sqlite_version_info >= FIRST_SOUND:
            sys.modules["sqlite3"] = pysqlite3
            sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    import sqlite3

    return sqlite3.sqlite_version
