"""Bodies that a hostile or broken client sends."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from bot.web.api import bodies
from bot.web.api.bodies import read_json
from bot.web.api.errors import ApiError
from tests.bot.web.api.conftest import SERVICE, Office
from tests.bot.web.api.trip import Trip, begin_trip


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b'{"a": 1,}', "no JSON"),
        (b"\xff{}", "UTF-8"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b"\xef\xbb\xbf{}", "no JSON"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e400}', "out of range"),
        (b'{"a": 1e-400}', "out of range"),
        (b'{"a": 1e99999999999999999999}', "out of range"),
        (b'{"a": ' + b"9" * 41 + b"}", "too many digits"),
        (b'{"a": 1, "a": 2}', "a field twice"),
        (b'{"a": {"b": 1, "b": 1}}', "a field twice"),
        (b"[" * 21 + b"]" * 21, "nested too deep"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'{"a": "\\u0000"}', "can't be kept"),
        (b'{"a": "\\ud800"}', "can't be kept"),
        (b'{"a\\ud800": 1}', "can't be kept"),
        (b'{"a": ["\\udfff\\ud800"]}', "can't be kept"),
    ],
)
def test_what_is_no_clean_json_is_refused_and_said_why(body: bytes, why: str) -> None:
    with pytest.raises(ApiError) as refused:
        read_json(body)
    assert refused.value.status == 400
    assert why in refused.value.message


async def test_the_reason_is_told_whatever_is_called(office: Office) -> None:
    told = await office.ask("POST", "/api/users", b'{"name": "\\ud800"}')
    assert told.status_code == 400
    assert (
        told.json()["error"]["message"]
        == "The body has a text with a character that can't be kept."
    )
    told = await office.ask("POST", "/login", b'{"email": 1, "email": 2}')
    assert told.json() == {"message": "The body has a field twice.", "errors": {}}


def test_numbers_are_read_as_they_are_written() -> None:
    read = read_json(b'{"whole": 3000, "broken": 0.1, "many": 1.10, "e": 1e3, "no": -0}')
    assert read == {
        "whole": 3000,
        "broken": Decimal("0.1"),
        "many": Decimal("1.10"),
        "e": Decimal(1000),
        "no": 0,
    }
    assert isinstance(read["broken"], Decimal)


async def test_an_address_with_what_cannot_be_kept_is_refused(office: Office) -> None:
    told = await office.ask("GET", "/api/users?search=%00", token=SERVICE)
    assert told.status_code == 400


async def test_a_body_that_never_ends_is_cut_off() -> None:
    request = bodies.StrictRequest({"type": "http", "method": "POST", "headers": []}, _endless)
    with pytest.raises(ApiError) as refused:
        await request.read()
    assert (refused.value.status, refused.value.headers["Connection"]) == (413, "close")


async def test_a_body_that_comes_too_slowly_is_not_waited_for() -> None:
    async def never() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    request = bodies.StrictRequest({"type": "http", "method": "POST", "headers": []}, never)
    request.bound = bodies.Bound(1, "It is too large.", 0.01)
    with pytest.raises(ApiError) as refused:
        await request.read()
    assert (refused.value.status, refused.value.headers["Connection"]) == (408, "close")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "json"])
async def test_a_body_of_another_kind_is_refused(office: Office, kind: str) -> None:
    body = b'{"email": "a@b.de", "password": "12345678"}'
    told = await office.client.post("/login", content=body, headers={"Content-Type": kind})
    assert told.status_code == 400
    assert "application/json" in told.json()["message"]


async def test_a_body_is_not_read_of_somebody_unknown(office: Office) -> None:
    told = await office.ask("POST", "/api/groups", b"{" * 1000)
    assert told.status_code == 401
    told = await office.ask("POST", "/api/groups", b" " * (1 << 20) + b" ", SERVICE)
    assert told.status_code == 413
    told = await office.ask("POST", "/api/groups", b" " * (1 << 20), SERVICE)
    assert told.status_code == 400


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"name": 5}, "name", "must be a text"),
        ({"name": "x" * 200}, "name", "may have up to 128 characters"),
        ({"members": "x"}, "members", "must be a list"),
        ({"members": ["x"] * 51}, "members", "may have up to 50"),
        ({"colour": "red"}, "colour", "is not a field of this call"),
    ],
)
async def test_what_is_wrong_is_told_beside_its_field_in_plain_words(
    office: Office, said: dict[str, object], field: str, words: str
) -> None:
    told = await office.ask("POST", "/api/groups", {"name": "Goa", "members": [], **said}, SERVICE)
    assert told.status_code == 400
    assert told.json()["error"]["details"]["fields"] == {field: [words]}


async def test_what_is_wrong_in_an_address_is_told_as_well(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/entries"
    told = await trip.ask("GET", f"{path}?cursor=x&limit=0&from=yesterday")
    assert told.json()["error"]["details"]["fields"] == {
        "cursor": ["must match ^[0-9]{1,15}$"],
        "limit": ["must be 1 or more"],
        "from": ["must be a day such as 2024-02-16"],
    }
    told = await trip.ask("GET", "/api/groups", Idempotency_Key="x" * 300)
    assert told.status_code == 200
    told = await trip.ask("POST", "/api/groups", {"name": "x", "members": []}, Idempotency_Key="")
    assert told.json()["error"]["details"]["fields"].keys() == {"idempotency-key"}


async def test_yes_and_no_have_words_of_their_own(trip: Trip) -> None:
    for said in ("yes", "false", 1, 0):
        body = trip.expense(90, trip.bob, trip.alice, refund=said)
        told = await trip.ask("POST", "/api/expenses", body)
        assert told.json()["error"]["details"]["fields"] == {"refund": ["must be true or false"]}


@pytest.mark.parametrize("name", ["\u200b", "\u3164\u2800", "\u202e \u2066"])
async def test_nobody_and_nothing_has_a_name_that_nobody_sees(office: Office, name: str) -> None:
    person = {"name": name, "email": "a@example.com"}
    told = await office.ask("POST", "/api/users", person, SERVICE)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "name_missing")
    trip = await begin_trip(office)
    told = await trip.ask("POST", "/api/groups", {"name": name, "members": []}, trip.bob)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "name_missing")
    told = await trip.ask("POST", f"/api/groups/{trip.group}/members", {"name": name}, trip.bob)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "name_missing")


async def _endless() -> dict[str, object]:
    return {"type": "http.request", "body": b" " * 65536, "more_body": True}
