"""A group that chose a language hears it in every answer, whatever its people's own is."""

from __future__ import annotations

import re

import pytest

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation

DEVANAGARI = re.compile(r"[\u0900-\u097f]")

SAID = (
    *("/start", "/help", "/privacy", "/balance", "/balance pairs", "/balance @bob", "/me"),
    *("/history", "/history @bob", "/history @nobody", "/log", "/members", "/settle"),
    *("/settle @bob", "/settle @bob x", "/settle 100", "/settle @bob @asha @chen 100"),
    *("/split", "/split dinner", "/split 100 tea @bob 200", "/split 100 on 30.02."),
    *("/show", "/show x", "/show 99", "/show 1", "/edit", "/edit 1", "/edit 99 100 tea"),
    *("/delete", "/delete 99", "/restore", "/restore 1", "/undo 99"),
    *("/add", "/add Ravi", "/add @bob", "/remove", "/remove @nobody", "/remove @bob"),
    *("/role", "/role @bob x", "/role @bob admin", "/merge", "/merge @bob", "/merge @bob @chen"),
    *("/currency", "/currency xx", "/timezone", "/timezone qqq", "/language", "/language xx"),
    *("/simplify", "/simplify x", "/simplify on"),
    *("/every", "/every x", "/every month on 1", "/remind", "/remind x", "/remind @chen"),
    *("/weekly", "/weekly x"),
)


@pytest.fixture
async def hindi(chat: Conversation, asha: Person) -> Conversation:
    await chat.say(asha, "/split 900 dinner @bob @chen")
    await chat.say(asha, "/language hi")
    return chat


async def test_every_answer_is_in_the_groups_language(
    hindi: Conversation, asha: Person, subtests: pytest.Subtests
) -> None:
    for line in SAID:
        with subtests.test(line):
            assert DEVANAGARI.search(await hindi.say(asha, line))


async def test_buttons_too(hindi: Conversation, asha: Person, bob: Person) -> None:
    balance = await hindi.ask(asha, "/balance")
    for label in balance.button_texts:
        assert DEVANAGARI.search(label) or label in {"Asha", "Bob", "Chen"}
    stale = await hindi.world.press(bob, balance, "nothing:1", stale=True)
    assert DEVANAGARI.search(stale.text)
