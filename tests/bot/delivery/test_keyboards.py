"""Buttons as they go to Telegram."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from telegram import InlineKeyboardMarkup

from bot.delivery.bot_api import Feature
from bot.delivery.keyboards import keyboard, markup, written_markup
from bot.views.reply import Button, Keyboard, Reply, Style


def test_buttons_are_written_as_python_telegram_bot_writes_them() -> None:
    sent = keyboard(
        (
            (Button("Undo", "u:12"), Button("Delete", "d:12", style=next(iter(Style)))),
            (Button("Web", url="https://example.org"), Button("Copy", copy="/edit 1 80")),
            (Button("Page 2"),),
        ),
        frozenset(Feature),
    )
    assert sent is not None
    assert sent.to_dict() == InlineKeyboardMarkup(sent.inline_keyboard).to_dict()
    assert len(sent.to_dict()["inline_keyboard"]) == 3


@pytest.mark.parametrize("asks", [None, "", "1200 dinner"])
@pytest.mark.parametrize("buttons", [(), ((Button("Undo", "u:12"), Button("Copy", copy="x")),)])
@pytest.mark.parametrize("able", [frozenset(), frozenset(Feature)])
def test_what_stands_below_a_text_is_the_same_without_objects(
    asks: str | None, buttons: Keyboard, able: frozenset[Feature]
) -> None:
    reply = Reply(Markup("#12 tea"), buttons, asks=asks)
    made = markup(reply, able)
    assert written_markup(reply, able) == (None if made is None else made.to_dict())
