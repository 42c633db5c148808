"""A Bot API server of our own, so that tests can run the bot as a black box.

``async with FakeTelegram() as tg`` listens on a free port of 127.0.0.1; ``tg.citizen("Aylin")`` is a person
with a phone. It knows Telegram's limits and error texts, keeps its state when the bot dies, and fails on
demand.
"""

from .citizen import Citizen
from .faults import Fault
from .group import Group
from .params import Json
from .screen import BotMessage, Button, PhoneError
from .server import Call, FakeTelegram

__all__ = ["BotMessage", "Button", "Call", "Citizen", "FakeTelegram", "Fault", "Group", "Json", "PhoneError"]
