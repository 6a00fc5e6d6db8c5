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
        ("/edit 1 with bob and sam", "/edit 1 with bob and @sam"),
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
    copied = await chat.ask(asha, "/copy 1 taxi with sam")
    assert "Add Sam" in labels(copied)


async def test_leaving_out_nobody_is_no_line_to_copy(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/split 60 drinks -@nobody")
    assert told.endswith("called @nobody here.\nTry:  /members")
