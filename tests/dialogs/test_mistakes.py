"""Lines that can't be recorded: the answer says why, with a line that would work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conversation import Conversation, labels

GOLDEN = json.loads((Path(__file__).parent.parent / "golden" / "splits.json").read_text("utf-8"))
OF_TWO_AMOUNTS = ("/split 1.200 dinner @bob", "/split 12.345 dinner @bob", "/split 0,500 tea @bob")
"""A press says which it was."""
REFUSED = [
    case
    for case in GOLDEN["cases"]
    # A chat takes a negative amount for money that came back.
    if "error" in case and case["text"] not in ("/split", "/split -5 dinner", *OF_TWO_AMOUNTS)
]


def corrected(answer: str) -> list[str]:
    """The lines to copy."""
    lines = answer.splitlines()
    return [line.partition(":  ")[2] for line in lines if line.startswith(("Try:  ", "or:  "))]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: str(case["text"]))
async def test_what_to_copy_instead_is_recorded(
    chat: Conversation, world: World, asha: Person, dia: Person, case: dict[str, Any]
) -> None:
    world.join(dia, chat.chat)
    if case.get("group_currency"):
        await chat.say(asha, f"/currency {case['group_currency']}")
    answer = await chat.say(asha, case["text"])
    assert "Nothing is recorded yet" in await chat.say(asha, "/history")
    assert (await chat.say(asha, "/members")).startswith("4 members")
    assert answer.splitlines()[0].endswith((".", "?"))
    assert 1 <= len(corrected(answer)) <= 3
    for line in corrected(answer):
        assert (await chat.say(asha, line)).startswith("🧾")


@pytest.mark.parametrize("line", OF_TWO_AMOUNTS)
async def test_which_of_two_amounts_a_mark_makes_is_pressed(
    chat: Conversation, asha: Person, line: str
) -> None:
    question = await chat.ask(asha, line)
    assert "Nothing is recorded yet" in await chat.say(asha, "/history")
    first, second = labels(question)
    assert question.text == f"How much was it: {first} or {second}?"
    await chat.press(asha, second, question)
    assert question.text.startswith("🧾 #1")
    assert second in question.text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "/split 100 tea @bob 10 EUR",
            "10 EUR is in another currency than the expense.\nTry:  /split 100 tea @bob 10",
        ),
        (
            "/split 100 tea -@nobody",
            "I don't know anybody called @nobody here.\nTry:  /members",
        ),
        (
            "/split 100 tea @bob x1000001",
            (
                "x1000001 is no number of shares that I can count: try x2 or x1.5.\n"
                "Try:  /split 100 tea @bob x2"
            ),
        ),
        (
            "/split 100 tea @bob +200",
            (
                "That doesn't add up: the parts make ₹200, the amount is ₹100; ₹100 is too much.\n"
                "Try:  /split 100 tea @bob"
            ),
        ),
        (
            "/split 100 tea paid @bob 70 @bob 30",
            "Bob is in this line twice. Once is enough.\nTry:  /split 100 tea paid @bob 100",
        ),
    ],
)
async def test_other_slips(chat: Conversation, asha: Person, line: str, answer: str) -> None:
    assert await chat.say(asha, line) == answer
    assert "Nothing is recorded yet" in await chat.say(asha, "/history")


async def test_two_payers_without_a_number_may_each_have_paid_as_much(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 tea paid @bob and @chen")
    assert question.text == (
        "How much did @bob pay, and how much @chen? One of them needs a number."
    )
    (button,) = labels(question)
    await chat.press(asha, button, question)
    assert "Paid: Bob ₹50, Chen ₹50." in question.text


async def test_what_is_left_over_says_what_yes_records(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 60 dinner bob paid except himself n chen")
    assert labels(question) == ["Yes: Bob paid · Everybody"]
    await chat.press(asha, "Yes: Bob paid · Everybody", question)
    await question.changed(0)
    assert "Bob paid. ₹20 each: Asha, Bob, Chen." in question.text
