"""The interface for programs does what its description says, whatever is sent (schemathesis)."""

from __future__ import annotations

import asyncio
import sys

import pytest
from asgiref.sync import sync_to_async

from bot.core.staff import Scope
from bot.core.tickets import Kind
from bot.web import start
from bot.web.accounts import machines
from tests.builders import a_ticket
from tests.web.test_server import open_site

EXAMPLES = 10


@pytest.mark.slow
async def test_the_interface_keeps_to_its_description(site, settings, tmp_path):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    await site.receive(
        *(a_ticket(code, office="bocholt", topic="") for code in ("K7M3PQ", "ABCDEF", "GHJKMN")),
        a_ticket("PQRSTU", office="bocholt", topic="", kind=Kind.RESCHEDULE),
    )
    token = await sync_to_async(machines.add)("fachverfahren", Scope.WORK, ["bocholt"])
    async with open_site(start.application()) as (url, _):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/api/openapi.json"),
            *("-H", f"Authorization: Bearer {token}"),
            *("--checks", "all", "--max-examples", str(EXAMPLES), "--seed", "1", "--no-color"),
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
