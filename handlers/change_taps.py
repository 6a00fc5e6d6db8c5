"""Changing an expense by taps: the buttons that Change on a receipt opens, in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.conversation.turn import Turn
from bot.views import change_panel, expense_receipt
from bot.views.reply import Reply
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.members import MemberId
from ledger.journal import answering, sharing


async def change_pressed(turn: Turn) -> None:
    """Change, or a page of those who share; for whoever may change the entry."""
    number, page = turn.number(0), turn.number(1)
    await _redraw(
        turn,
        lambda book: answering.changeable(book, number),
        lambda shown, today: change_panel.panel(turn.say, shown, today, page),
    )


async def sharer_pressed(turn: Turn) -> None:
    """A member: in, or out."""
    number, member, page = turn.number(0), MemberId(turn.number(1)), turn.number(2)
    await _redraw(
        turn,
        lambda book: sharing.toggle_member(book, number, member, turn.press_source),
        lambda shown, today: change_panel.panel(turn.say, shown, today, page),
    )


async def payer_pressed(turn: Turn) -> None:
    """Who paid: the choices, or one of them."""
    number, page = turn.number(0), turn.number(1)
    if len(turn.arguments) == 2:
        await _redraw(
            turn,
            lambda book: answering.changeable(book, number),
            lambda shown, today: change_panel.payers(turn.say, shown, today, page),
        )
        return
    member = MemberId(turn.number(2))
    await _redraw(
        turn,
        lambda book: sharing.set_payer(book, number, member, turn.press_source),
        lambda shown, today: change_panel.panel(turn.say, shown, today),
    )


async def done_pressed(turn: Turn) -> None:
    """Done: the receipt as everybody knows it."""
    number = turn.number(0)
    await _redraw(
        turn,
        lambda book: answering.as_it_is(book, number),
        lambda shown, today: expense_receipt.told(turn.say, shown, today),
    )


async def _redraw(
    turn: Turn,
    use_case: Callable[[Book], Written],
    view: Callable[[Written, date], Reply],
) -> None:
    shown, today = await turn.book(lambda book: (use_case(book), book.today))
    await turn.redraw(view(shown, today))
