"""Codes of tickets in addresses: ``/anliegen/K7M-3PQ/``."""

from __future__ import annotations

from bot.core.tickets import parse_code, shown


class CodeInPath:
    """Anything else is no address at all."""

    regex = "[A-Za-z0-9]{3}-[A-Za-z0-9]{3}"

    def to_python(self, value: str) -> str:
        """The code as it is stored."""
        code = parse_code(value)
        if not code:
            raise ValueError(value)
        return code

    def to_url(self, value: str) -> str:
        return shown(parse_code(value))
