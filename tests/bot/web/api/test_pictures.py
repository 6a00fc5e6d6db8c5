"""Pictures of receipts: fetched from Telegram for whoever may see the entry, and nobody else."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import update

from bot.web.api.chats import Why
from ledger.accounts import registering, showing
from ledger.core.accounts import Account
from ledger.storage.database import Transaction
from ledger.storage.tables import EntryRow
from tests.bot.web.api.conftest import KnownChats
from tests.bot.web.api.trip import Trip

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


async def receipt(trip: Trip, kept: str = "photo:FILE") -> str:
    """Record an expense that came with a file, as one of the chat does."""
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)

    def attach(tx: Transaction) -> None:
        group_id, number = showing.entry_of(tx, told["id"])
        which = (EntryRow.group_id == group_id, EntryRow.number == number)
        tx.connection.execute(update(EntryRow).where(*which).values(attachment=kept))

    await trip.office.api.threads.run(attach)
    return f"/api/entries/{told['id']}"


def chats(trip: Trip) -> KnownChats:
    known = trip.office.api.chats
    assert isinstance(known, KnownChats)
    return known


async def ask(trip: Trip, entry: str, by: Account | None = None, **headers: str) -> httpx.Response:
    return await trip.ask("GET", f"{entry}/picture?version=1", by=by or trip.alice, **headers)


async def test_a_picture_is_shown_and_known_again(trip: Trip) -> None:
    chats(trip).files["FILE"] = PNG
    entry = await receipt(trip)
    assert (await trip.data("GET", entry, by=trip.alice))["attachment"] == "photo"
    told = await ask(trip, entry)
    assert (told.content, told.headers["Content-Type"]) == (PNG, "image/png")
    assert told.headers["Cache-Control"] == "private, max-age=86400"
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    again = await ask(trip, entry, If_None_Match=told.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert chats(trip).fetched == ["FILE"]
    whichever = await trip.ask("GET", f"{entry}/picture", by=trip.alice)
    assert whichever.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        *((b"\xff\xd8\xff\xe0 jpeg", "image/jpeg"), (b"GIF89a gif", "image/gif")),
        (b"RIFF0000WEBPVP8 ", "image/webp"),
    ],
)
async def test_pictures_are_told_by_what_is_in_them(trip: Trip, content: bytes, kind: str) -> None:
    chats(trip).files["FILE"] = content
    told = await ask(trip, await receipt(trip, "document:FILE"))
    assert told.headers["Content-Type"] == kind


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        *((Why.GONE, 404, "not_found"), (Why.TOO_LARGE, 422, "picture_too_large")),
        *((Why.AWAY, 503, "unavailable"), (b"%PDF-1.7", 404, "not_found")),
        (b"<svg onload='alert(1)'>", 404, "not_found"),
    ],
)
async def test_what_is_not_to_be_had_is_said(
    trip: Trip, found: Any, status: int, code: str
) -> None:
    chats(trip).files["FILE"] = found
    told = await ask(trip, await receipt(trip))
    assert (told.status_code, told.json()["error"]["code"]) == (status, code)
    assert told.headers["Cache-Control"] == "no-store"


async def test_strangers_are_told_nothing_and_telegram_is_not_asked(
    trip: Trip, each_stranger: Account
) -> None:
    chats(trip).files["FILE"] = PNG
    entry = await receipt(trip)
    assert (await ask(trip, entry, by=each_stranger)).status_code == 404
    assert chats(trip).fetched == []


@pytest.fixture
async def each_stranger(trip: Trip) -> Account:
    return await trip.office.api.threads.run(
        lambda tx: registering.register(tx, "Olga", email="olga@example.com")
    )


async def test_an_entry_without_a_picture_says_so(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    entry = f"/api/entries/{told['id']}"
    assert "attachment" not in await trip.data("GET", entry, by=trip.alice)
    assert (await ask(trip, entry)).status_code == 404
