"""The flows: what a citizen can do step by step. One file each, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.flows import appointment, my_tickets, phone_call, remind
from bot.core.flows.form import Form

FLOWS: Mapping[str, Form] = {
    form.name: form
    for form in (
        phone_call.FORM,
        appointment.FORM,
        my_tickets.NEW_TIME,
        my_tickets.NEW_NUMBER,
        remind.FORM,
    )
}
