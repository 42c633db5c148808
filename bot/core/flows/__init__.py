"""The flows: what a citizen can do step by step. One file each, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.flows import phone_call
from bot.core.flows.form import Form

FLOWS: Mapping[str, Form] = {
    "phone_call": phone_call.FORM,
}
