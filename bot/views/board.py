"""The board: the message that always shows a group's state, and leads to everything by taps."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.language.catalogues import Language
from bot.views.balance_lines import all_square, sheet_lines
from bot.views.history_pages import entry_line
from bot.views.names import Names
from bot.views.pages import Heading, keyboard, paged
from bot.views.reply import Button, Reply, Verb, press
from bot.views.tables import tabled
from ledger.core.answers.entry_lists import HistoryPage
from ledger.core.answers.standings import BalanceSheet

_BUDGET: Final = 2500
"""UTF-16 units of balances: what is longer is read with /balance, page by page."""


def board(say: Language, sheet: BalanceSheet, latest: HistoryPage, today: date) -> Reply:
    """Return nets, plan and the newest entries, with buttons to all that can be done."""
    names = Names(sheet.roster)
    lines = [say("<b>Board</b>")]
    if all_square(sheet):
        lines.append(say("All square."))
    else:
        lines += paged(sheet_lines(say, sheet, names), 0, budget=_BUDGET).lines
    if latest.entries:
        lines.append(Heading(say("<b>Latest</b>")))
        lines += [entry_line(say, entry, names, today) for entry in latest.entries]
    return tabled(
        say,
        lines,
        keyboard(
            [
                Button(say.plain("Add"), press(Verb.ADD)),
                Button(say.plain("Settle up"), press(Verb.SETTLE, 0)),
            ],
            [
                Button(say.plain("Who owes whom"), press(Verb.PAIRS, 0)),
                Button(say.plain("History"), press(Verb.HISTORY, 1)),
            ],
            [Button(say.plain("Settings"), press(Verb.OPEN_SETTINGS))],
        ),
    )
