"""What docs/api.md has to paste, pasted."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from ledger.storage.database import Store
from main import PLAYGROUND_SERVICE_TOKEN
from tests.bot.conftest import Bench, start_echo
from tests.ports import free_port

DOCUMENT = (Path(__file__).parents[4] / "docs" / "api.md").read_text("utf-8")
ENVELOPED, SHORT = re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL)

pytestmark = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("curl")), reason="bash or curl is not there"
)


async def pasted(bench: Bench, store: Store, lines: str) -> list[Any]:
    """Return what a shell says to which lines are pasted, each a JSON answer."""
    port = free_port()
    await start_echo(bench, store, port=port, api=True, api_service_token=PLAYGROUND_SERVICE_TOKEN)
    here = lines.replace("http://127.0.0.1:8765", f"http://127.0.0.1:{port}")
    shell = await asyncio.create_subprocess_exec(
        *("bash", "-euo", "pipefail", "-c", here),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    told, complaints = await shell.communicate()
    assert (shell.returncode, complaints) == (0, b"")
    return [json.loads(line) for line in told.decode().splitlines()]


async def test_the_calls_with_an_envelope_can_be_pasted(bench: Bench, store: Store) -> None:
    assert f"TOKEN={PLAYGROUND_SERVICE_TOKEN}\n" in ENVELOPED
    answers = await pasted(bench, store, ENVELOPED)
    assert all(answer["success"] for answer in answers), answers
    plan = [answer["data"] for answer in answers if "balances" in str(answer.get("data", ""))]
    before, after = ([one["amount"] for one in told["balances"]] for told in (plan[0], plan[-1]))
    assert (before, after) == ([1900, 600], [600])


async def test_the_short_calls_can_be_pasted(bench: Bench, store: Store) -> None:
    answers = await pasted(bench, store, SHORT)
    assert answers[-1] == [{"message": ["Shivani owes Rupali 500 (500)"]}]
    assert [answer["message"] for answer in answers[:-1]] == [
        "User successfully added to group",
        "Expense Created successfully",
    ]
