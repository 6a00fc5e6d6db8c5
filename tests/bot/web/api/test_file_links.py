"""Files by a link, for whoever can send no token with the call."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from bot.web.api.tokens import TokenKind
from tests.bot.web.api.trip import Trip, token_of


def path_of(link: dict[str, str]) -> str:
    return urlsplit(link["url"]).path


async def test_a_link_gives_the_book_to_whoever_has_it_for_five_minutes(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice, description="Hütte")
    path = f"/api/groups/{trip.group}/export/link?format=csv"
    link = await trip.data("POST", path, by=trip.alice)
    assert link["name"].endswith(".csv")
    told = await trip.office.ask("GET", path_of(link))
    assert "Hütte" in told.text
    assert told.headers["content-disposition"].startswith("attachment")
    assert told.headers["access-control-allow-origin"] == "https://web.telegram.org"
    trip.office.clock.move(timedelta(minutes=6))
    assert (await trip.office.ask("GET", path_of(link))).status_code == 404


async def test_a_link_gives_nothing_any_more_to_whoever_has_left(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/export/link"
    link = await trip.data("POST", path, by=trip.alice)
    await trip.ask("DELETE", f"/api/groups/{trip.group}/members/{trip.alice.public_id}")
    assert (await trip.office.ask("GET", path_of(link))).status_code == 404


async def test_a_link_gives_what_is_kept_about_me(trip: Trip) -> None:
    link = await trip.data("POST", "/api/me/export/link", by=trip.alice)
    told = await trip.office.ask("GET", path_of(link))
    assert told.json()["over_http"]["email"] == "alice@example.com"


async def test_a_ticket_is_no_token_and_a_token_no_ticket(trip: Trip) -> None:
    link = await trip.data("POST", "/api/me/export/link", by=trip.alice)
    ticket = path_of(link).removeprefix("/api/files/")
    assert (await trip.office.ask("GET", "/api/me", token=ticket)).status_code == 401
    token = token_of(trip.office, trip.alice)
    assert (await trip.office.ask("GET", f"/api/files/{token}")).status_code == 404
    assert trip.office.api.tokens.read(ticket, TokenKind.ACCESS) is None
