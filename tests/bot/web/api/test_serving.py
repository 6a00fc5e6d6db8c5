"""Where the API is served: beside health and metrics, and beside the playground's page."""

from __future__ import annotations

import stat
from pathlib import Path

import httpx
import pytest

from bot.playground.server import Playground
from bot.runtime.kept_secret import secret_beside, secret_in_book
from bot.runtime.settings import SettingsError
from ledger.storage.database import Store
from tests.bot.conftest import Bench, Echo, start_echo
from tests.ports import free_port


async def test_run_serves_it_beside_health_and_metrics(bench: Bench, store: Store) -> None:
    port = free_port()
    await start_echo(bench, store, port=port, api=True)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/healthz")).json()["database"] == "ok"
        assert (await client.get("/metrics")).status_code == 200
        assert (await client.get("/api/docs")).status_code == 200
        assert (await client.get("/api/users")).status_code == 401
        assert (await client.get("/nothing")).json()["errors"] == {}


async def test_run_leaves_it_out_where_it_is_told_to(bench: Bench, store: Store) -> None:
    port = free_port()
    await start_echo(bench, store, port=port, api=False)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/metrics")).status_code == 200
        assert (await client.get("/api/docs")).status_code == 404


async def test_the_playground_serves_it_beside_its_page(
    bench: Bench, store: Store, playground: Playground
) -> None:
    echo = Echo()
    service = echo.service = bench.service(store, echo)
    service.mount_api = playground.mount_api
    await service.start()
    async with httpx.AsyncClient(base_url=playground.url) as client:
        assert (await client.get("/page/state")).status_code == 200
        assert (await client.get("/api/docs")).status_code == 200
        assert (await client.get("/api/users")).status_code == 401
        assert (await client.post("/login", json={})).headers["Cache-Control"] == "no-store"
        told = await client.get("/api/docs", headers={"Host": "elsewhere.example"})
        assert told.status_code == 403


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    made = secret_beside(book)
    assert len(made) >= 32
    assert secret_beside(book) == made
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert secret_beside(tmp_path / "other.db") != made


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_on_a_server_all_processes_find_the_secret_in_the_book(
    kind: str, request: pytest.FixtureRequest
) -> None:
    book: Store = request.getfixturevalue(kind)
    with book.transaction() as tx:
        made = secret_in_book(tx)
    with book.transaction() as tx:
        assert secret_in_book(tx) == made
    assert len(made) >= 32


def test_a_place_that_takes_no_secret_ends_the_start_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        secret_beside(tmp_path / "nowhere" / "book.db")
    assert str(told.value).startswith("API_SECRET is not set, and none can be kept at ")
