"""What the benchmark of the API measures with: its client, and the route beside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from benchmarks.api_calls import bodies
from benchmarks.bare_route import ROWS, application
from benchmarks.books import count_entries
from benchmarks.http_calls import post_all
from bot.web.server import WebServer
from tests.stores import opened

GROUPS = [
    {"id": f"group-{number}", "members": [{"userId": f"user-{n}"} for n in range(4)]}
    for number in range(3)
]


@pytest.fixture
def book(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'bare.db'}"


@pytest.fixture
async def port(book: str) -> AsyncIterator[int]:
    """Where the bare route is served."""
    with opened(book) as store:
        with store.transaction() as tx:
            ROWS.metadata.create_all(tx.connection)
        web = WebServer(application(store), 0, host="127.0.0.1")
        await web.start()
        assert web.address is not None
        yield web.address[1]
        await web.stop()


async def test_each_expense_that_is_posted_is_a_row(port: int, book: str) -> None:
    calls = await post_all(port, "/api/expenses", "token", bodies(GROUPS, 30), connections=4)
    assert calls.per_second > 0
    assert calls.p99_seconds > 0
    assert count_entries(make_url(book), ROWS.name) == 30


async def test_a_refusal_is_no_figure(port: int) -> None:
    refused = [*bodies(GROUPS, 3), b'{"amount": 5}']
    with pytest.raises(RuntimeError, match="422"):
        await post_all(port, "/api/expenses", "token", refused, connections=1)
