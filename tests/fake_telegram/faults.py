"""Failures that a test orders from the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["error", "drop", "hang", "delay", "garbage"]


@dataclass(slots=True)
class Fault:
    """One failure, for the next *times* calls that fit.

    ``error``: an error answer with *status* (429 with *retry_after*; 502 to 504 with an HTML page).
    ``drop``: the connection is cut without an answer. ``hang``: no answer, cut after *seconds* if given.
    ``delay``: a right answer, *seconds* late. ``garbage``: status 200 and no JSON.
    *after*: the call has taken effect before it fails, which the bot cannot know.
    *chat*: only calls with this chat id. *method*: ``"*"`` fits all. *times* None: until removed.
    """

    method: str
    kind: Kind
    status: int = 500
    retry_after: int | None = None
    after: bool = False
    times: int | None = 1
    chat: int | None = None
    seconds: float | None = None
    description: str | None = None
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind == "delay" and self.seconds is None:
            raise ValueError("a delay needs its seconds")

    @property
    def is_spent(self) -> bool:
        return self.times is not None and self.hits >= self.times

    def fits(self, method: str, params: Mapping[str, Any]) -> bool:
        names_it = self.method in {"*", method} or self.method.casefold() == method.casefold()
        return names_it and (self.chat is None or str(params.get("chat_id")) == str(self.chat))


class Faults:
    """The failures still to come, in the order in which they were added."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self._waiting.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        self._waiting.remove(fault)

    def clear(self) -> None:
        self._waiting.clear()

    @property
    def pending(self) -> list[Fault]:
        return list(self._waiting)

    def take(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        """The failure this call suffers, counted as used."""
        for fault in self._waiting:
            if fault.fits(method, params):
                fault.hits += 1
                if fault.is_spent:
                    self._waiting.remove(fault)
                return fault
        return None
