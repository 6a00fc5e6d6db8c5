"""Pictures that are sent over HTTP, and given to expenses there."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import func, select

from ledger.accounts import registering, showing
from ledger.accounts.opening import Call
from ledger.core.accounts import Account
from ledger.storage.database import Transaction
from ledger.storage.picture_tables import PictureRow
from tests.bot.web.api.conftest import SERVICE
from tests.bot.web.api.trip import Trip, begin_trip, token_of


def drawn(size: tuple[int, int] = (300, 900), kind: str = "PNG", **more: Any) -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", size, "teal").save(picture, kind, **more)
    return picture.getvalue()


async def send(trip: Trip, content: bytes, by: Account | None = None) -> httpx.Response:
    token = SERVICE if by is None else token_of(trip.office, by)
    return await trip.office.client.post(
        f"/api/groups/{trip.group}/pictures",
        files={"file": ("bill.png", content, "image/png")},
        headers={"Authorization": f"Bearer {token}"},
    )


async def sent(trip: Trip, content: bytes | None = None) -> str:
    told = await send(trip, drawn() if content is None else content, trip.alice)
    assert told.status_code == 201, told.text
    return str(told.json()["data"]["id"])


async def seen(trip: Trip, expense: str) -> Image.Image | None:
    """Return the picture of an expense, None where it has none."""
    told = await trip.ask("GET", f"/api/entries/{expense}/picture", by=trip.bob)
    if told.status_code == 404:
        return None
    assert told.headers["Content-Type"] == "image/jpeg"
    return Image.open(io.BytesIO(told.content))


async def with_picture(trip: Trip, picture: str) -> str:
    told = await trip.record(90, trip.alice, trip.bob, trip.alice, picture=picture)
    return str(told["id"])


async def kept(trip: Trip) -> int:
    counted = select(func.count()).select_from(PictureRow)
    return await trip.office.api.threads.run(lambda tx: int(tx.connection.scalar(counted) or 0))


async def test_an_expense_is_recorded_with_a_picture(trip: Trip) -> None:
    expense = await with_picture(trip, await sent(trip))
    picture = await seen(trip, expense)
    assert picture is not None
    assert picture.size == (300, 900)
    entry = await trip.data("GET", f"/api/entries/{expense}", by=trip.bob)
    assert (entry["attachment"], entry["version"]) == ("photo", 1)


async def test_a_picture_is_of_one_expense_of_its_group(trip: Trip) -> None:
    picture = await sent(trip)
    await with_picture(trip, picture)
    for unknown in (picture, "00000000-0000-4000-8000-000000000000", "x"):
        body = trip.expense(5, trip.alice, trip.bob, picture=unknown)
        told = await trip.ask("POST", "/api/expenses", body, trip.alice)
        assert (told.status_code, told.json()["error"]["code"]) == (404, "no_such_picture")
        assert [*told.json()["error"]["details"]["fields"]] == ["picture"]
    assert len(await trip.data("GET", f"/api/expenses/group/{trip.group}")) == 1


async def test_a_picture_of_another_group_is_none_here(trip: Trip) -> None:
    picture = await sent(await begin_trip(trip.office, "elsewhere.example"))
    body = trip.expense(5, trip.alice, trip.bob, picture=picture)
    assert (await trip.ask("POST", "/api/expenses", body, trip.alice)).status_code == 404


async def test_a_call_that_comes_again_when_its_answer_is_forgotten_records_once(
    trip: Trip,
) -> None:
    body = trip.expense(5, trip.alice, trip.bob, picture=await sent(trip))
    ids = set()
    for _ in range(2):
        told = await trip.ask("POST", "/api/expenses", body, trip.alice, Idempotency_Key="one")
        assert told.status_code == 201, told.text
        ids.add(told.json()["data"]["id"])
        trip.office.clock.move(timedelta(days=2))
    assert len(ids) == 1


async def test_a_picture_is_added_exchanged_and_taken_away(trip: Trip) -> None:
    expense = (await trip.record(90, trip.alice, trip.bob, trip.alice))["id"]
    path = f"/api/expenses/{expense}"
    for size in ((30, 90), (40, 50)):
        body = {"picture": await sent(trip, drawn(size))}
        assert (await trip.ask("PUT", path, body, trip.charlie)).status_code == 403
        changed = await trip.ask("PUT", path, body, trip.alice)
        assert changed.status_code == 200, changed.text
        picture = await seen(trip, expense)
        assert picture is not None
        assert picture.size == size
    assert await kept(trip) == 1
    stale = await trip.ask("PUT", path, {"picture": None}, trip.alice, If_Match='"1"')
    assert stale.status_code == 409
    gone = await trip.ask("PUT", path, {"picture": None, "amount": 80}, trip.alice)
    assert gone.headers["ETag"] == '"4"'
    assert await seen(trip, expense) is None
    assert await kept(trip) == 0
    again = await trip.ask("PUT", path, {"picture": None}, trip.alice)
    assert again.headers["ETag"] == '"4"'
    history = await trip.data("GET", f"/api/entries/{expense}/history", by=trip.bob)
    assert [one.get("picture") for one in history] == [None, True, True, None]


async def test_a_change_that_comes_twice_is_made_once(trip: Trip) -> None:
    expense = (await trip.record(90, trip.alice, trip.bob, trip.alice))["id"]
    body = {"picture": await sent(trip)}
    for _ in range(2):
        path = f"/api/expenses/{expense}"
        told = await trip.ask("PUT", path, body, trip.alice, Idempotency_Key="one")
        assert told.status_code == 200
    assert (await trip.data("GET", f"/api/entries/{expense}"))["version"] == 2


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + b"\0" * 20, drawn()[:200], drawn((3, 100))),
        *(drawn(kind="GIF"), b"<svg onload='alert(1)'/>", b"RIFF0000WEBPVP8 "),
    ],
)
async def test_what_is_no_picture_to_be_shown_is_refused(trip: Trip, content: bytes) -> None:
    told = await send(trip, content, trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "no_picture")
    assert await kept(trip) == 0


async def test_a_picture_is_reduced_turned_upright_and_says_not_where_it_was_taken(
    trip: Trip,
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "a camera"
    exif.get_ifd(0x8825)[1] = "N"
    large = drawn((5120, 1000), "JPEG", exif=exif)
    picture = await seen(trip, await with_picture(trip, await sent(trip, large)))
    assert picture is not None
    assert picture.size == (500, 2560)
    assert not picture.getexif()


async def test_what_can_be_seen_through_is_white(trip: Trip) -> None:
    glass = io.BytesIO()
    Image.new("LA", (20, 20), (0, 0)).save(glass, "PNG")
    picture = await seen(trip, await with_picture(trip, await sent(trip, glass.getvalue())))
    assert picture is not None
    assert picture.getpixel((3, 3)) == (255, 255, 255)


async def test_nobody_else_sends_to_a_group(trip: Trip) -> None:
    olga = await trip.office.api.threads.run(
        lambda tx: registering.register(tx, "Olga", email="olga@example.com")
    )
    assert (await send(trip, drawn(), olga)).status_code == 404
    assert (await send(trip, drawn())).status_code == 201

    def leave(tx: Transaction) -> None:
        book = Call(showing.group_of(tx, trip.group), None, trusted=True).open(tx)
        member = showing.member_of(book, trip.charlie.public_id)
        book.people.set_active(member, active=False)

    await trip.record(90, trip.alice, trip.charlie)
    await trip.office.api.threads.run(leave)
    assert (await trip.ask("GET", f"/api/groups/{trip.group}", by=trip.charlie)).is_success
    assert (await send(trip, drawn(), trip.charlie)).status_code == 404
    path = f"/api/groups/{trip.group}/pictures"
    files = {"file": ("bill.png", drawn(), "image/png")}
    assert (await trip.office.client.post(path, files=files)).status_code == 401
    assert await kept(trip) == 1


async def test_pictures_of_no_expense_are_few_and_go_after_a_day(trip: Trip) -> None:
    small = drawn((2, 2))
    first = await sent(trip, small)
    for _ in range(19):
        await sent(trip, small)
    told = await send(trip, small, trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "too_many_pictures")
    trip.office.clock.move(timedelta(hours=25))
    await sent(trip, small)
    assert await kept(trip) == 1
    body = trip.expense(5, trip.alice, trip.bob, picture=first)
    assert (await trip.ask("POST", "/api/expenses", body, trip.alice)).status_code == 404
