"""Benchmarks: they print figures and assert nothing."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the bot: before numpy is imported
