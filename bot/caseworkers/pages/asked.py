"""What somebody asks of the queue: a pile, filters and a page, as an address or a form holds them.

Nothing personal is ever among it. Who asks for an office that is not theirs asks for a page that does not
exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404
from django.utils.http import urlencode

from bot.caseworkers import words
from bot.caseworkers.inbox import Inbox
from bot.caseworkers.queue import Pile
from bot.core.ports_desk import InUse, TicketFilter

_ID = re.compile(r"[A-Za-z0-9_-]{0,60}")


@dataclass(frozen=True, slots=True)
class Asked:
    """``office``, ``topic`` and ``language`` are ids, ``kind`` is the German word; empty fields mean all."""

    pile: Pile = Pile.NEW
    office: str = ""
    kind: str = ""
    topic: str = ""
    language: str = ""
    page: int = 1

    @property
    def filter(self) -> TicketFilter:
        """What the store is asked for."""
        return TicketFilter(
            offices=(self.office,) if self.office else (),
            kinds=(words.KINDS_TYPED[self.kind].value,) if self.kind else (),
            topics=(self.topic,) if self.topic else (),
            languages=(self.language,) if self.language else (),
        )

    @property
    def is_filtered(self) -> bool:
        return bool(self.office or self.kind or self.topic or self.language)

    @property
    def fields(self) -> Mapping[str, str]:
        """Names and values as a form sends them; without the page, and without what is empty."""
        values = {
            "liste": self.pile.value if self.pile is not Pile.NEW else "",
            "ort": self.office,
            "art": self.kind,
            "thema": self.topic,
            "sprache": self.language,
        }
        return {name: value for name, value in values.items() if value}

    def query(self, **changes: Any) -> str:
        """The end of the address that asks for this, with *changes*: "?liste=meine&seite=2"."""
        changed = replace(self, **changes)
        page = {"seite": str(changed.page)} if changed.page > 1 else {}
        return f"?{urlencode({**changed.fields, **page})}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What one can filter by: values with their labels."""

    offices: Sequence[tuple[str, str]]
    topics: Sequence[tuple[str, str]]
    languages: Sequence[tuple[str, str]]
    kinds: Sequence[tuple[str, str]] = tuple(
        (typed, words.KINDS[kind]) for typed, kind in words.KINDS_TYPED.items()
    )


def read_asked(sent: Mapping[str, str], inbox: Inbox) -> Asked:
    """What was *sent*, in an address or a form.

    Raises:
        Http404: nobody could have asked for that here.
    """
    pile, office, kind, page = (sent.get(name, "") for name in ("liste", "ort", "art", "seite"))
    topic, language = sent.get("thema", ""), sent.get("sprache", "")
    if (
        (pile and pile not in set(Pile))
        or (office and office not in dict(own_offices(inbox)))
        or (kind and kind not in words.KINDS_TYPED)
        or not _ID.fullmatch(topic)
        or not _ID.fullmatch(language)
        or (page and not re.fullmatch(r"[1-9][0-9]{0,3}", page))
    ):
        raise Http404
    return Asked(Pile(pile or Pile.NEW), office, kind, topic, language, int(page or 1))


def own_offices(inbox: Inbox) -> Sequence[tuple[str, str]]:
    """Ids and towns of the offices whose tickets exist here, by town."""
    ids = [office.id for office in inbox.kb.offices] if inbox.offices is None else inbox.offices
    return sorted(((one, words.town(one, inbox.kb)) for one in ids), key=lambda office: office[1])


async def read_choices(inbox: Inbox, asked: Asked) -> Choices:
    """What can be filtered by, as it stands in tickets now; also what *asked* names already."""
    scope = inbox.narrowed(TicketFilter())
    in_use = await inbox.store.in_use(scope.offices) if scope else InUse()
    topics = in_use.topics | ({asked.topic} - {""})
    languages = (in_use.languages | {asked.language}) - {"", "de"}
    return Choices(
        own_offices(inbox),
        _labelled({topic: words.topic_label(topic, inbox.kb) for topic in topics}),
        _labelled({language: words.language(language) for language in languages}),
    )


def _labelled(labels: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    return sorted(labels.items(), key=lambda choice: choice[1].casefold())
