"""German dates, times and reasons of an appointment as people type them in a chat.

Words of the language stand here, not sentences. What was understood is crossed out on a ``sheet``, from
the plainest form to the most doubtful (``finding``): what is no date at all (``noise``), clock times
(``clocks``), written dates (``dates``), days by name (``named``), ``parts`` of the day. ``clues`` tell what
a day is said of, ``frame`` what it means from today, and ``reading`` weighs it all. ``reasons`` stands for
itself.
"""

from __future__ import annotations

from bot.core.appointments.reading import Reading, find_day, read_appointment
from bot.core.appointments.reasons import reason_in

__all__ = ["Reading", "find_day", "read_appointment", "reason_in"]
