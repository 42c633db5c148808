"""The operator's command line: backups, retention, and what a person may demand who asks at the counter.

commands    ``backup``, ``restore``, ``retention``; start reading here
citizen     ``citizen show`` and ``citizen forget``; disclosure: what is kept of a person, as text and JSON
words       German words for what was done or found
ground      the installation, its store, exit codes

Part of the outermost layer, like ``app.py``: it opens the store itself, because it acts on files too.
"""

from bot.operators.commands import add_commands
from bot.operators.ground import Installation

__all__ = ["Installation", "add_commands"]
