"""A caseworker says that an answer of the chat is wrong: the editors get to read it."""

from __future__ import annotations

from bot.caseworkers import typed
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.typed import AnswerUnknown, caseworker
from bot.core.calendar import local
from bot.core.redaction import redacted


async def report_answer(inbox: Inbox, entry: str, reason: str, by: str) -> str:
    """Report the answer with this id; what is kept of *reason*, redacted.

    While the knowledge base cannot be read, every id is taken.

    Raises:
        NameWrong: *by* is no name of a caseworker.
        WrongUse: there is no such answer, or the reason is empty or too long.
    """
    now, name = inbox.now(), caseworker(by)
    known = {one.id for one in inbox.kb.entries}
    if known and entry not in known:
        raise AnswerUnknown(entry, known)
    why = redacted(typed.remark(reason, typed.REASON_LENGTH), local(now).date()) or ""
    await inbox.store.report(entry, why, name, inbox.kb.version, now)
    return why
