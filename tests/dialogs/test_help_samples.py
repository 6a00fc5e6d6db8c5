"""Every line to copy in /help that records something is sent in each language, and is recorded."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.application import Service
from bot.language.catalogues import language
from bot.language.offered import OFFERED
from bot.playground.people import Person
from bot.playground.world import World
from bot.views import guidance
from tests.dialogs.conversation import Conversation

BEGINS = {"/split": "🧾", "/refund": "🧾", "/settle": "✔", "/every": "🔁"}
"""How the answer begins that says that something is recorded, in every language."""
MARKS = "\N{RIGHT-TO-LEFT MARK}\N{FIRST STRONG ISOLATE}"


def samples(code: str) -> list[str]:
    """Return the lines of /help that are to be copied and record something."""
    told = guidance.help_group(language(code)).text
    lines = [unescape(line) for line in re.findall(r"<code>(/.+?)</code>", told)]
    return [line for line in lines if line.split()[0] in BEGINS]


@pytest.mark.parametrize("code", OFFERED)
async def test_what_help_shows_is_recorded(
    service: Service, world: World, asha: Person, bob: Person, chen: Person, code: str
) -> None:
    for person in (asha, bob, chen):
        world.change_language(person, code.replace("_", "-").lower())
    chat = Conversation(world, world.new_group("Goa", [asha, bob, chen]))
    welcome = await chat.hear("/split")
    for person in (asha, bob, chen):
        await chat.press(person, language(code).plain("Join"), welcome)
    lines = samples(code)
    assert len(lines) >= 7
    for line in lines:
        answer = await chat.say(asha, line.replace("@alice", "@bob"))
        assert answer.lstrip(MARKS).startswith(BEGINS[line.split()[0]]), line
