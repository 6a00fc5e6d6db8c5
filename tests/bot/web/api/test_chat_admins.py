"""Whoever runs a chat is an admin of its group over HTTP, too, for as long as they do."""

from __future__ import annotations

import pytest

from bot.web.api import chat_admins
from ledger.accounts import registering, showing
from ledger.book.open_book import open_book
from ledger.core.groups import Place
from ledger.core.members import Person, UserId
from ledger.storage.database import Transaction
from tests.bot.web.api.conftest import KnownChats, Office
from tests.bot.web.api.trip import DEFAULTS, token_of

ASHA = Person(UserId(5_100_000_101), "Asha")
BOB = Person(UserId(102), "Bob")
CHAT = -1


class Flat:
    """A group in a chat, which Asha runs or not, as Telegram says; Bob is in it."""

    def __init__(self, office: Office, group: str, asha: str, bob: str) -> None:
        self.office, self.group, self.asha, self.bob = office, group, asha, bob

    async def joined_by_number(self, token: str) -> int:
        """Add somebody who has registered, as the short calls have it."""

        def numbers(tx: Transaction) -> tuple[int, int]:
            eve = registering.register(tx, "Eve", email="eve@example.com")
            return showing.group_of(tx, self.group), eve.id

        group, eve = await self.office.api.threads.run(numbers)
        body = {"group_id": group, "user_id": eve}
        return (await self.office.ask("POST", "/addUserToGroup", body, token)).status_code

    def asha_runs(self, runs: bool) -> None:
        chats = self.office.api.chats
        assert isinstance(chats, KnownChats)
        chats.run = {(CHAT, ASHA.id)} if runs else set()

    async def renamed(self, token: str) -> int:
        path = f"/api/groups/{self.group}/settings"
        return (await self.office.ask("PATCH", path, {"simplify": False}, token)).status_code

    async def spent_by_bob(self) -> str:
        body = {"groupId": self.group, "amount": 90, "description": "tea", "splitType": "EQUAL"}
        told = (await self.office.ask("GET", "/api/me", token=self.bob)).json()["data"]
        body["paidBy"] = told["id"]
        made = await self.office.ask("POST", "/api/expenses", body, self.bob)
        assert made.status_code == 201, made.text
        return str(made.json()["data"]["id"])

    async def mended(self, expense: str, token: str) -> int:
        path = f"/api/expenses/{expense}"
        return (await self.office.ask("PUT", path, {"amount": 80}, token)).status_code


@pytest.fixture
async def flat(office: Office) -> Flat:
    def begin(tx: Transaction) -> tuple[str, str, str]:
        book = open_book(tx, Place(CHAT, "Flat"), ASHA, defaults=DEFAULTS)
        book.meet(BOB)
        group = showing.ids_of_groups(tx, [book.group.id])[book.group.id]
        asha, bob = (registering.of_person(tx, who) for who in (ASHA, BOB))
        return group, token_of(office, asha), token_of(office, bob)

    return Flat(office, *await office.api.threads.run(begin))


async def test_whoever_runs_the_chat_sets_its_group_and_mends_what_others_wrote(
    flat: Flat,
) -> None:
    flat.asha_runs(True)
    expense = await flat.spent_by_bob()
    assert await flat.renamed(flat.asha) == 200
    assert await flat.mended(expense, flat.asha) == 200
    shown = await flat.office.ask("GET", f"/api/entries/{expense}", token=flat.asha)
    assert shown.json()["data"]["mayChange"] is True


async def test_others_in_the_chat_do_not(flat: Flat) -> None:
    flat.asha_runs(False)
    expense = await flat.spent_by_bob()
    assert await flat.renamed(flat.asha) == 403
    assert await flat.mended(expense, flat.asha) == 403


@pytest.mark.parametrize(("runs", "status"), [(True, 200), (False, 403)])
async def test_whoever_runs_the_chat_adds_people_by_the_short_call(
    flat: Flat, runs: bool, status: int
) -> None:
    flat.asha_runs(runs)
    assert await flat.joined_by_number(flat.asha) == status


async def test_telegram_is_asked_once_for_all_that_is_done_in_a_group(flat: Flat) -> None:
    flat.asha_runs(True)
    chats = flat.office.api.chats
    assert isinstance(chats, KnownChats)
    for expense in [await flat.spent_by_bob(), await flat.spent_by_bob()]:
        assert await flat.mended(expense, flat.asha) == 200
    assert await flat.renamed(flat.asha) == 200
    assert await flat.joined_by_number(flat.asha) == 200
    assert chats.asked == 1


async def test_running_one_chat_is_nothing_in_another_group(flat: Flat) -> None:
    flat.asha_runs(True)

    def elsewhere(tx: Transaction) -> str:
        book = open_book(tx, Place(-2, "Office"), BOB, defaults=DEFAULTS)
        book.meet(ASHA)
        return showing.ids_of_groups(tx, [book.group.id])[book.group.id]

    flat.group = await flat.office.api.threads.run(elsewhere)
    assert await flat.renamed(flat.asha) == 403


async def test_what_telegram_said_is_good_for_a_minute(flat: Flat) -> None:
    flat.asha_runs(True)
    assert await flat.renamed(flat.asha) == 200
    flat.asha_runs(False)
    assert await flat.renamed(flat.asha) == 200


async def test_and_then_it_is_asked_again(flat: Flat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_admins, "_FOR_SECONDS", -1.0)
    flat.asha_runs(True)
    assert await flat.renamed(flat.asha) == 200
    flat.asha_runs(False)
    assert await flat.renamed(flat.asha) == 403
