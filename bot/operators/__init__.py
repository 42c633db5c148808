"""The operator's command line: backups, retention, statistics, and what a person may demand at the counter.

commands    ``backup``, ``restore``, ``retention``; start reading here
citizen     ``citizen show`` and ``citizen forget``; disclosure: what is kept of a person, as text and JSON
staff       accounts for the site                    audit       whether the audit is what it was
machine     ``machine``: tokens for programs
stats       ``stats``: figures without people, shown by stats_table, stats_page and stats_json
steering    ``stop-answers`` and ``answer-again``
words       German words for what was done or found
ground      the installation, its store, exit codes

Part of the outermost layer, like ``app.py``: it opens the store itself, because it acts on files too.
"""

from bot.operators.commands import add_commands
from bot.operators.ground import Installation
from bot.operators.machine import machine_app
from bot.operators.staff import Personnel, Site, staff_app

__all__ = ["Installation", "Personnel", "Site", "add_commands", "machine_app", "staff_app"]
