"""Names that are nobody's here: offered one by one, or asked about where money depends on them."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers


async def test_of_two_unknown_names_each_is_offered_until_it_is_known(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 60 pizza with sam and mike")
    assert {"Add Sam", "Add Mike"} <= {*labels(receipt)}
    await chat.press(asha, "Add Sam", receipt)
    assert "₹30 each: Asha, Sam." in receipt.text
    assert "I don't know a mike." in receipt.text
    await chat.press(asha, "Add Mike", receipt)
    assert "₹20 each: Asha, Sam, Mike." in receipt.text
    assert "I don't know" not in receipt.text


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("/split 60 pizza with sam x2", "/split 60 pizza with @sam x2"),
        ("/split 60 pizza with bob and sam 20", "/split 60 pizza with bob and @sam 20"),
        ("/edit 1 with sam", "/edit 1 with @sam"),
        ("/edit 1 paid sam", "/edit 1 paid @sam"),
        ("/edit 1 sam paid", "/edit 1 @sam paid"),
    ],
)
async def test_where_money_depends_on_it_nothing_is_booked(
    chat: Conversation, asha: Person, line: str, example: str
) -> None:
    await chat.say(asha, "/split 90 cab with bob")
    told = await chat.say(asha, line)
    assert told.startswith("I don't know anybody called @sam here.")
    assert f"Try:  {example}" in told
    assert "#2" not in await chat.say(asha, "/history")
    assert "₹45 each: Asha, Bob" in await chat.say(asha, "/show 1")


async def test_a_change_is_asked_about_as_an_expense_is(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab")
    await chat.write(asha, "/edit 1 bob's birthday")
    await receipt.changed(0)
    assert "Only with Bob?" in labels(receipt)
    await chat.write(asha, "/edit 1 with bob and sam")
    await receipt.changed(1)
    assert "Add Sam" in labels(receipt)
    copied = await chat.ask(asha, "/copy 1 taxi with sam")
    assert "Add Sam" in labels(copied)


async def test_leaving_out_nobody_is_no_line_to_copy(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/split 60 drinks -@nobody")
    assert told.endswith("called @nobody here.\nTry:  /members")


async def test_whoever_was_removed_is_back_and_no_second_person(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    await chat.say(asha, "/remove @chen")
    receipt = await chat.ask(asha, "/split 60 tea with chen")
    await chat.press(asha, "Add Chen", receipt)
    assert "₹30 each: Asha, Chen." in receipt.text
    told = await chat.say(asha, "/members")
    assert told.count("Chen") == 1
    assert "not sharing" not in told


async def test_a_change_finds_who_was_there_when_the_entry_was_written(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/split 60 tea with bob")
    await chat.say(asha, "/remove @chen")
    await chat.write(asha, "/edit 1 add chen")
    await receipt.changed(0)
    assert "₹20 each: Asha, Bob, Chen." in receipt.text
    line = await chat.write(asha, "/split 20 each cake")
    cake = await chat.hear("cake — ₹40")
    await chat.say(asha, '/add "Grandma"')
    await chat.edit(asha, line, "/split 30 each cake")
    await cake.changed(0)
    assert "#2 cake — ₹60" in cake.text
    assert "₹30 each: Asha, Bob." in cake.text


async def test_what_recurs_is_asked_about_at_once(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/every month on 1 900 rent with sam")
    assert told == (
        "I don't know anybody called @sam here.\n"
        "Try:  /every month on 1 900 rent with @sam\n"
        "or:  /every month on 1 900 rent with \\sam"
    )
    assert "rent with sam — ₹900" in await chat.say(asha, "/every month on 1 900 rent with \\sam")
    assert "Asha, @sam" in await chat.say(asha, "/every month on 1 900 rent with @sam")
