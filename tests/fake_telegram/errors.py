"""Refusals in Telegram's own words."""


class ApiError(Exception):
    """Becomes the answer ``{"ok": false, "error_code": status, "description": ...}``."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


def bad_request(reason: str) -> ApiError:
    """What the Bot API answers to a request that cannot be carried out as written."""
    return ApiError(400, f"Bad Request: {reason}")
