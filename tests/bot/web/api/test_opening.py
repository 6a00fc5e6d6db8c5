"""How the Mini App opens from a group, and how a group comes into a chat."""

from __future__ import annotations

from bot.conversation.app_links import ref_of
from ledger.accounts import registering, showing
from ledger.accounts.opening import Call
from ledger.book import membership
from ledger.book.open_book import open_book
from ledger.core.accounts import Account, PublicId
from ledger.core.groups import Place
from ledger.core.members import Person, UserId
from ledger.storage.database import Transaction
from ledger.upkeep.taking_over import take_over
from tests.bot.web.api.conftest import TOKEN, KnownChats, Office
from tests.bot.web.api.trip import DEFAULTS, Trip, token_of

ASHA = Person(UserId(5_100_000_101), "Asha")
BOB = Person(UserId(102), "Bob")


async def chat_with_asha(office: Office) -> tuple[PublicId, Account]:
    """A chat in which Asha writes; Bob only reads there."""

    def begin(tx: Transaction) -> tuple[PublicId, Account]:
        book = open_book(tx, Place(-1, "Goa"), ASHA, defaults=DEFAULTS)
        bob = registering.of_person(tx, BOB)
        return showing.ids_of_groups(tx, [book.group.id])[book.group.id], bob

    return await office.api.threads.run(begin)


async def test_whoever_is_in_the_chat_gets_in_and_nobody_else(office: Office) -> None:
    group, bob = await chat_with_asha(office)
    token = token_of(office, bob)
    path = f"/api/app/start?ref={ref_of(group, TOKEN)}"
    told = (await office.ask("GET", path, token=token)).json()["data"]
    assert told == {"groupId": group, "name": "Goa", "member": False}
    assert (await office.ask("GET", f"/api/groups/{group}", token=token)).status_code == 404
    chats = office.api.chats
    assert isinstance(chats, KnownChats)
    chats.inside.add((-1, BOB.id))
    assert (await office.ask("GET", path, token=token)).json()["data"]["member"] is True
    assert (await office.ask("GET", f"/api/groups/{group}", token=token)).status_code == 200


async def test_whoever_is_in_the_chat_again_is_a_member_again(office: Office) -> None:
    group, bob = await chat_with_asha(office)
    token = token_of(office, bob)
    chats = office.api.chats
    assert isinstance(chats, KnownChats)
    chats.inside.add((-1, BOB.id))
    path = f"/api/app/start?ref={ref_of(group, TOKEN)}"
    await office.ask("GET", path, token=token)
    tea = {"groupId": group, "paidBy": bob.public_id, "amount": 90, "description": "tea"}
    tea["splitType"] = "EQUAL"
    assert (await office.ask("POST", "/api/expenses", tea, token)).status_code == 201

    def leave(tx: Transaction) -> None:
        membership.leave(Call(showing.group_of(tx, group), bob.user_id).open(tx), bob.user_id)

    await office.api.threads.run(leave)
    assert (await office.ask("POST", "/api/expenses", tea, token)).status_code == 404
    assert (await office.ask("GET", path, token=token)).json()["data"]["member"] is True
    assert (await office.ask("POST", "/api/expenses", tea, token)).status_code == 201


async def test_a_link_that_is_none_of_ours_names_nothing(office: Office) -> None:
    group, bob = await chat_with_asha(office)
    for ref in (ref_of(group, "7000000002:another-bots-token"), "abc", group):
        told = await office.ask("GET", f"/api/app/start?ref={ref}", token=token_of(office, bob))
        assert told.status_code == 404
    told = await office.ask("GET", "/api/app/start?ref=%00", token=token_of(office, bob))
    assert told.status_code == 400


async def test_an_admin_takes_a_group_into_a_chat(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/startgroup"
    assert (await trip.ask("POST", path, by=trip.alice)).status_code == 403
    told = await trip.data("POST", path, by=trip.bob)
    assert told["url"] == f"https://t.me/all_square_bot?startgroup={told['code']}"
    take = trip.office.api.threads.run(lambda tx: take_over(tx, Place(-5, "Goa"), told["code"]))
    assert (await take).title
    assert (await trip.data("GET", "/api/me", by=trip.bob))["groups"][0]["inChat"] is True
