"""What is kept, taking it along, and being forgotten."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from bot.application import Service
from bot.intake.inbox import accept, kept_aside, set_aside
from bot.playground.people import Person
from bot.playground.world import World
from ledger.storage.database import Store, Transaction
from ledger.storage.tables import Base
from ledger.upkeep.audit import audit
from tests.dialogs.conversation import Conversation


@pytest.fixture
def private(chat: Conversation, world: World, asha: Person) -> Conversation:
    """Asha's own chat with the bot; she is in the group."""
    return Conversation(world, world.private(asha))


async def test_a_group_is_told_what_is_kept_and_where_to_ask_for_more(
    chat: Conversation, asha: Person
) -> None:
    told = await chat.say(asha, "/privacy")
    assert told.startswith("What I keep")
    assert "write /privacy to me in private" in told
    assert chat.last.button_texts == ["Write to me"]


async def test_the_buttons_are_in_the_private_chat(private: Conversation, asha: Person) -> None:
    assert "since when you are in which group" in await private.say(asha, "/privacy")
    assert private.last.button_texts == ["Export my data", "Forget me"]


async def test_my_data_comes_as_a_document(
    chat: Conversation, private: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 hotel // sea view")
    await private.say(asha, "/privacy")
    await private.press(asha, "Export my data")
    answer = await private.hear("Here is all")
    document = answer.body["document"]
    assert document["file_name"] == "all-square-my-data.json"
    record = json.loads(world.files.get(document["file_id"]).content)
    assert record["account"]["id"] == asha.id
    (group,) = record["groups"]
    assert group["title"] == "Goa trip"
    (entry,) = group["entries"]
    assert entry["revisions"][0]["note"] == "sea view"
    assert (entry["revisions"][0]["i_paid"], entry["revisions"][0]["i_owe"]) == (
        "900.00",
        "300.00",
    )
    assert "Bob" not in json.dumps(record)


async def test_forget_me_asks_first_and_says_what_is_open(
    chat: Conversation, private: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 900 hotel")
    await private.say(asha, "/privacy")
    question = private.last
    await private.press(asha, "Forget me")
    await question.changed(0)
    assert "Shall I forget you?" in question.text
    assert "Goa trip  +₹600" in question.text
    assert "already in a chat keep your name. Only later ones say Somebody 1" in question.text
    edits = question.edits
    await private.press(asha, "No", question)
    await question.changed(edits)
    assert question.text.startswith("What I keep")
    assert "Asha  +₹600" in await chat.say(asha, "/balance")


async def test_whoever_is_forgotten_leaves_the_sums_and_no_name(
    chat: Conversation, private: Conversation, store: Store, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 hotel")
    await private.say(asha, "/privacy")
    question = private.last
    await private.press(asha, "Forget me")
    await question.changed(0)
    edits = question.edits
    await private.press(asha, "Yes, forget me", question)
    await question.changed(edits)
    assert question.text == "Done. I don't know you any more. All the best!"
    assert question.button_texts == []
    told = await chat.say(bob, "/balance")
    assert "Somebody 1  +₹600" in told
    assert "Asha" not in told
    assert "Somebody 1" in await chat.say(bob, "/show 1")
    assert "Asha" not in chat.last.text
    assert "Somebody 1" in await chat.say(bob, "/settle @Somebody_1")
    assert audit(store) == ()


async def test_no_table_knows_the_person_any_more(
    chat: Conversation, private: Conversation, service: Service, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/split 900 hotel @asha @chen")
    await chat.say(bob, "/remind @asha @chen")
    await chat.say(asha, "/every fri 300 cleaning @bob")
    assert "How much was it" in await chat.say(asha, "/split 300 x3 pizza")
    mentioned = {"Asha": asha}
    assert "How much" in await chat.say(bob, "/split pizza with Asha", mentions=mentioned)
    await private.say(asha, "/weekly on")
    await _forget(private, asha)
    await chat.settled(bob)

    def stored(tx: Transaction) -> str:
        # But the inbox: there is what is being answered at this moment.
        tables = [table for table in Base.metadata.sorted_tables if table.name != "inbox"]
        return "\n".join(
            f"{table.name} {tuple(row)!r}"
            for table in tables
            for row in tx.connection.execute(select(table))
        )

    told = await service.threads.run(stored)
    for trace in (str(asha.id), "asha", "Asha"):
        assert not [line for line in told.splitlines() if trace in line]


async def test_whoever_comes_back_is_new(
    chat: Conversation, private: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 hotel")
    await _forget(private, asha)
    assert "Asha" in await chat.say(asha, "/members")
    told = await chat.say(asha, "/balance")
    assert "Somebody 1  +₹600" in told
    assert "Asha" not in told.partition("To be square")[0]


async def test_an_update_set_aside_goes_with_whoever_sent_it(
    private: Conversation, service: Service, asha: Person, bob: Person
) -> None:
    raws = [
        {
            "update_id": 7_000_000 + person.id,
            "message": {"from": {"id": person.id}, "chat": {"id": -5}, "text": "/split"},
        }
        for person in (asha, bob)
    ]

    def put_aside(tx: Transaction) -> None:
        for row in accept(tx, raws):
            set_aside(tx, row, "ABC234", "KeyError: 'x'")

    await service.threads.run(put_aside)
    await _forget(private, asha)
    left = await service.threads.run(kept_aside)
    assert [row.update_id for row in left] == [7_000_000 + bob.id]


@pytest.mark.parametrize("data", ["mydata", "forget", "forget:yes", "privacy"])
async def test_the_buttons_forged_into_a_group_do_nothing(
    chat: Conversation, private: Conversation, asha: Person, data: str
) -> None:
    await chat.say(asha, "/split 900 hotel")
    answer = await chat.world.press(asha, chat.last, data, stale=True)
    assert answer.show_alert
    assert answer.text == "This button is out of date."
    assert "Asha  +₹600" in await chat.say(asha, "/balance")


async def _forget(private: Conversation, person: Person) -> None:
    await private.say(person, "/privacy")
    question = private.last
    await private.press(person, "Forget me")
    await question.changed(0)
    edits = question.edits
    await private.press(person, "Yes, forget me", question)
    await question.changed(edits)
