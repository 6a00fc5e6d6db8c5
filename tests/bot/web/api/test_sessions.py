"""Logging in, staying logged in and logging out: by password, from Telegram, by personal tokens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from argon2 import PasswordHasher
from starlette.requests import Request

from bot.web.api import passwords
from bot.web.api.errors import ApiError
from bot.web.api.init_data import signed_init_data
from bot.web.api.limits import Limits
from ledger.accounts import personal_tokens, registering
from ledger.core.accounts import Account, AccountId, PersonalToken, Scope
from ledger.core.clock import MovableClock
from ledger.storage.database import Store, Transaction
from tests.bot.web.api.conftest import SERVICE, TOKEN, Office, opened

RUPALI = {
    "email": "rupali@example.com",
    "name": "Rupali",
    "mobile": "5550100123",
    "password": "Rupali@1234",
}
LOGIN = {"email": "rupali@example.com", "password": "Rupali@1234"}


async def logged_in(office: Office) -> dict[str, Any]:
    """Let Rupali log in, who is added before."""
    assert (await office.ask("POST", "/addUser", RUPALI)).status_code == 200
    told = await office.ask("POST", "/login", LOGIN)
    assert told.status_code == 200
    answer: dict[str, Any] = told.json()
    return answer


def init_data(office: Office, language: str = "hi", **person: object) -> str:
    """Return what Telegram would hand a Mini App that Asha opens now."""
    user = {"id": 42, "first_name": "Asha", "language_code": language, **person}
    at = str(int(office.clock.now().timestamp()))
    return urlencode(signed_init_data({"auth_date": at, "user": json.dumps(user)}, TOKEN))


async def test_the_first_contracts_words_for_adding_and_logging_in(each: Office) -> None:
    added = await each.ask("POST", "/addUser", RUPALI)
    assert added.status_code == 200
    number = added.json()["data"]["id"]
    assert type(number) is int
    assert added.json() == {
        "message": "User added successfully",
        "data": {
            "id": number,
            "email": "rupali@example.com",
            "name": "Rupali",
            "mobile": "5550100123",
        },
    }
    told = await each.ask("POST", "/login", LOGIN)
    assert told.status_code == 200
    assert told.json() == {
        "user_id": number,
        "email": "rupali@example.com",
        "name": "Rupali",
        "refresh_token": told.json()["refresh_token"],
        "access_token": told.json()["access_token"],
    }
    assert told.json()["access_token"].startswith("eyJ")


async def test_an_e_mail_address_is_one_in_any_case(each: Office) -> None:
    await each.ask("POST", "/addUser", RUPALI)
    twice = await each.ask("POST", "/addUser", {**RUPALI, "email": "RUPALI@Example.com"})
    assert twice.status_code == 409
    assert "email" in twice.json()["errors"]
    told = await each.ask("POST", "/login", {**LOGIN, "email": " Rupali@EXAMPLE.com "})
    assert told.status_code == 200
    assert told.json()["email"] == "rupali@example.com"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("email", "rupali"), ("email", "a@b"), ("email", "a b@c.de"), ("email", "@c.de")),
        *(("email", "a@@c.de"), ("email", "a@c..de"), ("email", "a@c.de,b@c.de"), ("email", 5)),
        *(("email", "x" * 250 + "@c.de"), ("name", ""), ("name", "  "), ("name", None)),
        *(("name", "x" * 129), ("mobile", "none"), ("mobile", "12"), ("mobile", "1" * 16)),
        *(("mobile", "+999123456"), ("mobile", "٣٤٥٦٧٨٩"), ("mobile", 5550100123)),
        *(("password", "short"), ("password", "x" * 257), ("password", None), ("role", "admin")),
    ],
)
async def test_what_is_wrong_about_somebody_new_is_said_beside_its_field(
    office: Office, field: str, value: object
) -> None:
    told = await office.ask("POST", "/addUser", {**RUPALI, field: value})
    assert told.status_code == 400
    assert list(told.json()["errors"]) == [field]


async def test_registration_can_be_closed_to_all_but_the_backend(
    sqlite: Store, clock: MovableClock
) -> None:
    async with opened(sqlite, clock, api_registration="closed") as office:
        for path, body in (("/addUser", RUPALI), ("/api/users", {"name": "A", "email": "a@b.de"})):
            assert (await office.ask("POST", path, body)).status_code == 403
            assert (await office.ask("POST", path, body, SERVICE)).status_code in {200, 201}


async def test_an_access_token_is_good_for_a_quarter_of_an_hour(each: Office) -> None:
    token = (await logged_in(each))["access_token"]
    assert (await each.ask("GET", "/api/users", token=token)).status_code == 200
    each.clock.move(timedelta(minutes=15, seconds=1))
    assert (await each.ask("GET", "/api/users", token=token)).status_code == 401


async def test_a_refresh_token_is_good_for_once_and_nothing_else(each: Office) -> None:
    first = await logged_in(each)
    assert (await each.ask("GET", "/api/users", token=first["refresh_token"])).status_code == 401
    told = await each.ask("POST", "/api/auth/refresh", {"refreshToken": first["refresh_token"]})
    assert told.status_code == 200
    fresh = told.json()["data"]
    assert fresh.keys() == {
        *("userId", "name", "language", "accessToken", "refreshToken", "expiresIn"),
        "reopenedAt",
    }
    assert (fresh["name"], fresh["language"], fresh["expiresIn"]) == ("Rupali", "en", 900)
    assert (await each.ask("GET", "/api/users", token=fresh["accessToken"])).status_code == 200


async def test_a_refresh_token_that_is_replayed_ends_the_whole_login(each: Office) -> None:
    stolen = (await logged_in(each))["refresh_token"]
    fresh = await refreshed(each, stolen)
    each.clock.move(timedelta(seconds=31))
    assert await refreshed(each, stolen) is None
    assert await refreshed(each, fresh) is None


async def test_a_page_loaded_anew_before_its_next_token_came_stays_logged_in(each: Office) -> None:
    first = (await logged_in(each))["refresh_token"]
    lost = [await refreshed(each, first) for _ in range(2)]
    each.clock.move(timedelta(seconds=29))
    kept = await refreshed(each, first)
    assert kept is not None
    each.clock.move(timedelta(minutes=14))
    kept = await refreshed(each, kept)
    assert kept is not None
    # Somebody else had the answer that was lost: nobody knows who of them is who.
    assert await refreshed(each, lost[0]) is None
    assert await refreshed(each, kept) is None


async def test_a_token_whose_next_was_used_already_was_not_lost(office: Office) -> None:
    stolen = (await logged_in(office))["refresh_token"]
    second = await refreshed(office, stolen)
    office.clock.move(timedelta(seconds=1))
    third = await refreshed(office, second)
    assert await refreshed(office, stolen) is None
    assert await refreshed(office, third) is None


async def refreshed(office: Office, token: str | None) -> str | None:
    """Return the next refresh token, None where there is none."""
    told = await office.ask("POST", "/api/auth/refresh", {"refreshToken": token})
    assert told.status_code in {200, 401}
    return str(told.json()["data"]["refreshToken"]) if told.is_success else None


async def test_a_refresh_token_ends_after_thirty_days(each: Office) -> None:
    token = (await logged_in(each))["refresh_token"]
    each.clock.move(timedelta(days=30, seconds=1))
    told = await each.ask("POST", "/api/auth/refresh", {"refreshToken": token})
    assert told.status_code == 401


async def test_whoever_logs_out_gets_no_more_tokens(each: Office) -> None:
    token = (await logged_in(each))["refresh_token"]
    for _ in range(2):
        told = await each.ask("POST", "/api/auth/logout", {"refreshToken": token})
        assert told.json() == {"success": True, "message": "Logged out"}
    told = await each.ask("POST", "/api/auth/refresh", {"refreshToken": token})
    assert told.status_code == 401


def new_password(old: str | None, new: str = "Rupali@5678") -> dict[str, object]:
    return {"oldPassword": old, "newPassword": new}


async def test_a_new_password_ends_every_login_but_the_one_it_gives(each: Office) -> None:
    elsewhere, here = await logged_in(each), await each.ask("POST", "/login", LOGIN)
    token = here.json()["access_token"]
    told = await each.ask("PUT", "/api/me/password", new_password(LOGIN["password"]), token)
    assert told.status_code == 200, told.text
    for ended in (elsewhere, here.json()):
        assert await refreshed(each, ended["refresh_token"]) is None
    assert await refreshed(each, told.json()["data"]["refreshToken"]) is not None
    assert (await each.ask("POST", "/login", LOGIN)).status_code == 401
    changed = {**LOGIN, "password": "Rupali@5678"}
    assert (await each.ask("POST", "/login", changed)).status_code == 200


async def test_whoever_does_not_know_the_password_can_not_change_it(office: Office) -> None:
    mine = await logged_in(office)
    for said, status in (
        (new_password("Rupali@12345"), 403),
        (new_password(None), 403),
        (new_password(LOGIN["password"], "short"), 400),
    ):
        told = await office.ask("PUT", "/api/me/password", said, mine["access_token"])
        assert told.status_code == status
    assert (await office.ask("POST", "/login", LOGIN)).status_code == 200
    assert await refreshed(office, mine["refresh_token"]) is not None


async def test_who_came_by_telegram_chooses_a_first_password_once_there_is_an_address(
    office: Office,
) -> None:
    told = await office.ask("POST", "/api/auth/telegram", {"initData": init_data(office)})
    asha = told.json()["data"]
    token = asha["accessToken"]
    path = "/api/me/password"
    assert (await office.ask("PUT", path, new_password(None), token)).status_code == 409
    body = {"email": "asha@example.com"}
    await office.ask("PUT", f"/api/users/{asha['userId']}", body, token)
    assert (await office.ask("PUT", path, new_password("guess@1234"), token)).status_code == 403
    assert (await office.ask("PUT", path, new_password(None), token)).status_code == 200
    login = {"email": "asha@example.com", "password": "Rupali@5678"}
    assert (await office.ask("POST", "/login", login)).status_code == 200


async def test_an_access_token_refreshes_nothing(office: Office) -> None:
    token = (await logged_in(office))["access_token"]
    told = await office.ask("POST", "/api/auth/refresh", {"refreshToken": token})
    assert told.status_code == 401


async def test_a_token_that_has_ended_is_no_hindrance_to_log_in(office: Office) -> None:
    token = (await logged_in(office))["access_token"]
    office.clock.move(timedelta(hours=1))
    assert (await office.ask("POST", "/login", LOGIN, token)).status_code == 200


async def test_an_unknown_e_mail_and_a_wrong_password_are_answered_alike(office: Office) -> None:
    await logged_in(office)
    await office.ask("POST", "/api/users", {"name": "Bob", "email": "bob@example.com"})
    wrong = {**LOGIN, "password": "Rupali@12345"}
    unknown = {**LOGIN, "email": "nobody@example.com"}
    without = {**LOGIN, "email": "bob@example.com"}
    told = [await office.ask("POST", "/login", body) for body in (wrong, unknown, without)]
    assert {answer.status_code for answer in told} == {401}
    assert len({answer.text for answer in told}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in told}) == 1


async def test_as_much_is_computed_for_an_unknown_e_mail_as_for_a_wrong_password(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await logged_in(office)
    verified: list[str] = []
    verify = PasswordHasher.verify

    def noting(self: PasswordHasher, kept: str, password: str) -> bool:
        verified.append(kept.rpartition("$")[0].rpartition("$")[0])
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", noting)
    await office.ask("POST", "/login", {**LOGIN, "password": "wrong"})
    await office.ask("POST", "/login", {**LOGIN, "email": "nobody@example.com"})
    assert len(verified) == 2
    assert len(set(verified)) == 1, "with the same costs"


async def test_guessing_a_password_is_slowed_down_whether_or_not_there_is_an_account(
    sqlite: Store, clock: MovableClock
) -> None:
    now = 0.0
    limits = Limits(open_a_minute=0, caller_a_minute=0, clock=lambda: now)
    async with opened(sqlite, clock, limits) as office:
        await logged_in(office)
        for email in (LOGIN["email"], "nobody@example.com"):
            guesses = [
                await office.ask("POST", "/login", {"email": email, "password": f"guess {number}"})
                for number in range(6)
            ]
            assert [told.status_code for told in guesses] == [401] * 5 + [429]
            assert int(guesses[-1].headers["Retry-After"]) == 30
        assert (await office.ask("POST", "/login", LOGIN)).status_code == 429
        now = 31.0
        assert (await office.ask("POST", "/login", LOGIN)).status_code == 200


async def test_guessing_from_many_addresses_is_slowed_down_as_well() -> None:
    limits = Limits(clock=lambda: 0.0)

    def tried(address: str) -> bool:
        request = Request({"type": "http", "headers": [], "client": (address, 1)})
        try:
            limits.count_login(request, "rupali@example.com")
        except ApiError:
            return False
        return True

    assert sum(tried(f"10.0.0.{number}") for number in range(100)) == 30


async def test_passwords_are_hashed_two_at_once_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    running = most = 0

    async def thread(work: Callable[..., object], *given: object) -> object:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return "hash"

    monkeypatch.setattr(asyncio, "to_thread", thread)
    kept = passwords.Passwords()
    await asyncio.gather(*(kept.hash("secret") for _ in range(10)))
    assert most == 2


async def test_whom_telegram_vouches_for_is_logged_in_and_known_again(each: Office) -> None:
    first = await each.ask("POST", "/api/auth/telegram", {"initData": init_data(each)})
    assert first.status_code == 200
    asha = first.json()["data"]
    assert (asha["name"], asha["language"], asha["expiresIn"]) == ("Asha", "hi", 900)
    assert (await each.ask("GET", "/api/users", token=asha["accessToken"])).status_code == 200
    each.clock.move(timedelta(days=1))
    # Whoever comes by the refresh token speaks what their Telegram does.
    told = await each.ask("POST", "/api/auth/refresh", {"refreshToken": asha["refreshToken"]})
    assert told.json()["data"]["language"] == "hi"
    renamed = init_data(each, last_name="Rao")
    again = (await each.ask("POST", "/api/auth/telegram", {"initData": renamed})).json()["data"]
    assert (again["userId"], again["name"]) == (asha["userId"], "Asha Rao")


async def test_whom_telegram_does_not_vouch_for_is_told_so_and_nothing_is_logged(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = init_data(office)
    forged = stale.replace("Asha", "Bob")
    told = await office.ask("POST", "/api/auth/telegram", {"initData": forged})
    assert told.status_code == 401
    office.clock.move(timedelta(hours=1, seconds=1))
    told = await office.ask("POST", "/api/auth/telegram", {"initData": stale})
    assert told.status_code == 401
    said = capsys.readouterr()
    assert "Asha" not in said.out + said.err
    assert "hash" not in said.out + said.err


async def test_a_personal_token_opens_what_it_is_good_for(each: Office) -> None:
    number = AccountId((await logged_in(each))["user_id"])

    def make(scope: Scope) -> Callable[[Transaction], tuple[PersonalToken, str]]:
        return lambda tx: personal_tokens.make(tx, _account(tx, number), "script", scope)

    _, reading = await each.api.threads.run(make(Scope.READ))
    made, full = await each.api.threads.run(make(Scope.FULL))
    for secret in (reading, full):
        assert (await each.ask("GET", "/api/users", token=secret)).status_code == 200
        assert (await each.ask("GET", "/api/users", token=secret + "x")).status_code == 401
    await each.api.threads.run(lambda tx: personal_tokens.revoke(tx, _account(tx, number), made.id))
    assert (await each.ask("GET", "/api/users", token=full)).status_code == 401
    assert (await each.ask("GET", "/api/users", token=reading)).status_code == 200


def _account(tx: Transaction, number: AccountId) -> Account:
    account = registering.by_id(tx, number)
    assert account is not None
    return account
