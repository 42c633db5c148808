"""Logging: structlog on the console or as JSON; never a text, name, number, chat id or the token.

Filters on loggers do not see child records, so the redaction sits in the formatter of the one handler.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, Literal

import structlog

_TOKEN = re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}")
_QUIET = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "aiosqlite": logging.WARNING,
    "aiohttp": logging.WARNING,
    "asyncio": logging.WARNING,
    "telegram": logging.WARNING,
    # Their lines name addresses, accounts and paths, and a path may hold a one-time link.
    "uvicorn": logging.WARNING,
    "axes": logging.ERROR,
    "allauth": logging.ERROR,
    "django": logging.ERROR,
    "django.security.DisallowedHost": logging.CRITICAL,  # quotes whatever a stranger has sent
    # Prints whole bodies, citizens' texts among them, when one cannot be decoded.
    "telegram.request.BaseRequest": logging.CRITICAL + 1,
    "telegram.Bot": logging.CRITICAL + 1,
    "telegram.ext.ExtBot": logging.CRITICAL + 1,
}


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """The last thing that touches a line: whatever looks like a bot token is taken out."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("<token>", super().format(record))


def _class_of_exception(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Exceptions of libraries quote addresses and bodies: only their class is kept."""
    failure = event.pop("exc_info", None)
    if failure is True:
        failure = sys.exc_info()
    kind = failure[0] if isinstance(failure, tuple) else type(failure) if failure else None
    if kind is not None:
        event["error"] = kind.__name__
    event.pop("exception", None)
    return event


def set_up(level: str = "info", form: Literal["console", "json"] = "console") -> None:
    """Send every log line of every library through one handler on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _class_of_exception,
    ]
    renderer = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler.setFormatter(
        _Redacting(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=shared,
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(least)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
