"""Which entry to change: what a bare /edit leads on to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.language.catalogues import Language
from bot.views.names import shown
from bot.views.pages import keyboard, text
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.entries import Entry

_LONGEST: Final = 24


def choose(say: Language, entries: Sequence[Entry]) -> Reply:
    """Return a button for each of the newest expenses, which opens its changes in place."""
    newest = entries[0].number
    return Reply(
        text(
            say("Which entry?"),
            say("Or write it: <code>/edit {number} 1300</code>", number=newest),
        ),
        keyboard(*([_button(say, entry)] for entry in entries)),
    )


def _button(say: Language, entry: Entry) -> Button:
    title = shown(entry.contents.description, _LONGEST)
    return Button(
        say.plain(
            "#{number} {title} {amount}",
            number=entry.number,
            title=title,
            amount=say.money(entry.contents.amount),
        ),
        press(Verb.CHANGE, entry.number, 0),
    )
