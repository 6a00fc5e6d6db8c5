"""The API does what its description says: searched by Schemathesis, all its checks."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.web.api.application import api_application
from bot.web.api.routes import events
from bot.web.server import WebServer
from tests.bot.web.api.conftest import SERVICE
from tests.bot.web.api.trip import Trip

SETTINGS = """
[parameters]
"path.group_id" = "{group}"
"path.user_id" = "{user}"
"path.expense_id" = "{expense}"
"path.entry_id" = "{expense}"
"path.settlement_id" = "{settlement}"
"path.language" = "en"

[checks.positive_data_acceptance]
# 400 as well: a phone number, a key that no text has, parts of a split: no schema says all of it.
expected-statuses = ["2xx", 400, 401, 403, 404, 409, 422]

[checks.missing_required_header]
expected-statuses = [400, 401]

[warnings]
enabled = false
"""

_QUICK = ("--phases", "examples,fuzzing", "--max-examples", "3")
_THOROUGH = ("--phases", "examples,coverage,fuzzing", "--max-examples", "100")
"""With every boundary of every field, for `make fuzz`: minutes."""


@pytest.mark.skipif(
    importlib.util.find_spec("schemathesis") is None, reason="schemathesis is not installed"
)
async def test_a_search_finds_nothing_that_is_not_described(
    trip: Trip, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Streams of events end when they have begun: the search would wait ten seconds for each.
    monkeypatch.setattr(events, "_LASTS", timedelta())
    expense = await trip.record(3000, trip.bob, trip.bob, trip.alice)
    paid = {"groupId": trip.group, "fromUser": trip.alice.public_id, "toUser": trip.bob.public_id}
    settlement = await trip.data("POST", "/api/settlements", {**paid, "amount": 100})
    application = api_application(trip.office.api)
    application.openapi()  # Made here, as the search waits for it no longer than ten seconds.
    server = WebServer(application, 0, "127.0.0.1")
    await server.start()
    assert server.address is not None
    settings = tmp_path / "schemathesis.toml"
    settings.write_text(
        SETTINGS.format(
            group=trip.group,
            user=trip.bob.public_id,
            expense=expense["id"],
            settlement=settlement["id"],
        ),
        encoding="utf-8",
    )
    search = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", f"--config-file={settings}", "run"),
        f"http://127.0.0.1:{server.address[1]}/api/openapi.json",
        *("--header", f"Authorization: Bearer {SERVICE}"),
        *("--checks", "all", "--seed", "1", "--workers", "1", "--no-color"),
        *(_THOROUGH if request.config.getoption("--hypothesis-profile") == "fuzz" else _QUICK),
        *("--continue-on-failure", "--suppress-health-check", "all"),
        *("--generation-database", "none"),
        cwd=tmp_path,
        # What it computes of all Unicode is kept there, as by the tests themselves.
        env={
            **os.environ,
            "HYPOTHESIS_STORAGE_DIRECTORY": f"{request.config.rootpath}/.hypothesis",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await search.communicate()
    await server.stop()
    assert search.returncode == 0, said.decode()[-8000:]
