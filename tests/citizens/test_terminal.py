"""The chat in a terminal, with a store of its own and a finder that knows a few sentences."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

from bot.assistant import Assistant
from bot.citizens.terminal import Terminal
from bot.core.talk import World
from bot.storage.store import open_store
from tests.talker import MONDAY, TEXTS, ScriptedFinder, a_knowledge_base


async def talked(folder: Path, *lines: str, explained=None) -> str:
    """Everything that is printed when these lines are typed."""
    store = await open_store(f"sqlite:///{folder}/bot.db", folder / "secrets", lambda: MONDAY)
    try:
        world = World(a_knowledge_base(), ScriptedFinder(), TEXTS.words, MONDAY)
        printed = io.StringIO()
        source = io.StringIO("".join(f"{line}\n" for line in lines))
        assistant = Assistant(store, lambda: world, lambda: MONDAY)
        terminal = Terminal(
            assistant, store, TEXTS, lambda: MONDAY, source=source, target=printed, explained=explained
        )
        await terminal.run(asyncio.Event())
        assistant.threads.shutdown()
        return printed.getvalue()
    finally:
        await store.close()


async def test_below_each_answer_stands_why_where_somebody_wants_to_know(tmp_path):
    seen = await talked(tmp_path, " termin verpennt ", "", "danke", explained=lambda text, _: f"warum {text}")
    answer, reason = seen.index("Die Antwort zu termin-verpasst."), seen.index("warum termin verpennt\n")
    assert answer < reason < seen.index("Gern.") < seen.index("warum danke\n")
    assert seen.count("warum") == 2


async def test_what_is_typed_in_a_form_is_known_as_such(tmp_path):
    typed = []

    def explained(text, in_form):
        typed.append((text, in_form))
        return ""

    await talked(tmp_path, "ruf mich an", "Bocholt", "abbrechen", "danke", explained=explained)
    assert typed == [("ruf mich an", False), ("Bocholt", True), ("abbrechen", True), ("danke", False)]


async def test_a_citizen_reads_no_reasons(tmp_path):
    seen = await talked(tmp_path, "termin verpennt")
    assert "Die Antwort zu termin-verpasst." in seen
