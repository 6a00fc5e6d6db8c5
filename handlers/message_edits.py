"""Messages that recorded something: what is told when they are edited, or come again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from telegram import Message, Update

from bot.conversation import plans
from bot.conversation.open_questions import asked_at
from bot.conversation.own_messages import receipt_at
from bot.conversation.plans import PlanMessage
from bot.conversation.pressed_keyboard import presses_below
from bot.conversation.receipts import update_receipt
from bot.conversation.routing import edited_message
from bot.conversation.turn import Turn
from bot.views import brief_answers, expense_receipt, recurring_list
from bot.views.reply import Reply, Verb
from handlers.grammar.lexer import Line
from ledger.book.entry_lookup import entry_of, find, is_entry, with_id
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Roster
from ledger.journal import answering
from ledger.schedules import recurring

Revise = Callable[[Book, Entry], tuple[Written, str | None]]
"""Let an entry say what its message says; with the amount as typed, if it was worked out."""

Record = Callable[[Turn, Line, Source], Awaitable[None]]
"""Record a line for the first time, with the source of the edit that made it readable."""


def was_edited(update: Update) -> bool:
    """Tell whether an update is a message that was changed."""
    return edited_message(update) is not None


async def follow_edit(turn: Turn, line: Line, revise: Revise, record: Record) -> None:
    """Let the entry of an edited message say what the message says, or record it now.

    An invisible edit is silent. A message that says nothing now, or an entry of the other
    kind, leaves the entry as it is.
    """

    def use_case(book: Book) -> tuple[Written, str | None, date] | None:
        entry = entry_of(book, turn.source)
        if entry is None:
            return None
        try:
            return *revise(book, entry), book.today
        except LedgerError as error:
            if not entry.deleted:
                error.details["kept"] = entry  # What the refusal says counts still.
            raise

    if not line.words:
        await taken_away(turn)
        return
    try:
        found = await turn.book(use_case)
    except LedgerError as error:
        if error.code not in {Code.NOT_AN_EXPENSE, Code.NOT_A_PAYMENT}:
            raise
        await taken_away(turn)
        return
    if found is None:
        await record(turn, line, turn.edit_source)
        await still_recurs(turn)
        return
    changed, arithmetic, today = found
    if changed.changed or changed.repeated:
        await tell_change(turn, changed, today, arithmetic)


async def has_entry(turn: Turn) -> bool:
    """Tell whether this message has recorded an entry."""
    if turn.place is None:
        return False
    return await turn.room(lambda book: entry_of(book, turn.source)) is not None


_OF_ENTRY = frozenset(
    {Verb.DETAILS, Verb.UNDO, Verb.RESTORE, Verb.CHANGE, Verb.GRANTED, Verb.MEANS}
)
"""Buttons whose first argument is the number of the entry that a message tells of."""


def entry_replied_to(book: Book, turn: Turn) -> Entry | None:
    """Return the entry that the message of this turn answers: its receipt, or its message.

    Or another message of ours that tells of it alone: that it was changed, or all about it.
    """
    to = None if turn.is_inaccessible else turn.message.reply_to_message
    if to is None:
        return None
    chat_id = turn.address.chat_id
    entry_id = receipt_at(book.tx, chat_id, to.message_id)
    if entry_id is not None:
        return with_id(book, entry_id)
    number = _number_told(to)
    if number is not None:
        return find(book, number) if is_entry(book, number) else None
    line_id = asked_at(book.tx, chat_id, to.message_id) or to.message_id
    return entry_of(book, Source(f"{chat_id}/{line_id}"))


def _number_told(message: Message) -> int | None:
    """Return the number of the one entry that the buttons below a message of ours are for."""
    if message.from_user is None or message.from_user.id != message.get_bot().id:
        return None
    told = {
        pressed.args[0]
        for _, pressed in presses_below(message)
        if pressed.verb in _OF_ENTRY and pressed.args and pressed.args[0].isdecimal()
    }
    return int(told.pop()) if len(told) == 1 else None


async def tell_change(
    turn: Turn, changed: Written, today: date, arithmetic: str | None = None
) -> None:
    """Redraw the entry's receipt, and answer here where that is out of sight."""
    receipt = expense_receipt.told(turn.say, changed, today, arithmetic=arithmetic)
    await update_receipt(
        turn, changed.entry, receipt, brief_answers.change_answer(turn.say, changed)
    )
    if changed.entry.contents.kind is EntryKind.PAYMENT:
        await _redraw_plan(turn, changed.entry)


async def _redraw_plan(turn: Turn, payment: Entry) -> None:
    """Redraw the plan that a payment was made below, which says what was made of it."""

    def use_case(book: Book) -> tuple[PlanMessage, Reply] | None:
        plan = plans.plan_of(book.tx, payment.id)
        return None if plan is None else (plan, plans.drawn(turn.say, book, plan))

    found = await turn.room(use_case)
    if found is not None and found[0].chat_id == turn.address.chat_id:
        await turn.retouch(found[0].message_id, found[1])


async def taken_away(turn: Turn) -> None:
    """A message became something else: what it has recorded stays, and that is said.

    Most messages that are edited were never an entry's, and make nobody a member.
    """
    if turn.place is not None and turn.person is not None:
        await still_counts(turn)
        await still_recurs(turn)


async def still_counts(turn: Turn) -> None:
    """The message of an entry became something else: the entry stays, and that is said."""
    person = turn.person
    if person is None:
        return

    def use_case(book: Book) -> tuple[Entry, Roster] | None:
        entry = entry_of(book, turn.source)
        if entry is None:
            return None
        book.meet(person)
        return entry, book.roster

    found = await turn.room(use_case)
    if found is not None and not found[0].deleted:
        await turn.reply(brief_answers.still_counts(turn.say, *found), quote=True)


async def still_recurs(turn: Turn) -> None:
    """The message of a recurring expense became something else: that goes on, and is said."""

    def use_case(book: Book) -> tuple[Recurring, date] | None:
        found = recurring.made_by(book, turn.source)
        return None if found is None else (found, book.today)

    found = await turn.room(use_case)
    if found is not None:
        await turn.reply(recurring_list.goes_on(turn.say, *found), quote=True)


async def tell_again(turn: Turn) -> bool:
    """Tell the entry that this message has recorded, where it can't be read that way now.

    The group may have another currency since, or other names; what was recorded counts.
    Return False where it has recorded nothing.
    """

    def use_case(book: Book) -> tuple[Written, date] | None:
        entry = entry_of(book, turn.source)
        if entry is None:
            return None
        return answering.as_it_is(book, entry.number), book.today

    found = await turn.book(use_case)
    if found is None:
        return False
    told, today = found
    await update_receipt(turn, told.entry, expense_receipt.told(turn.say, told, today))
    return True


async def redraw_pressed(turn: Turn) -> None:
    """Redraw the receipt below which a button was pressed, if it was one, as its entry is now."""
    if turn.place is None:
        return

    def use_case(book: Book) -> tuple[Written, date] | None:
        entry_id = receipt_at(book.tx, turn.address.chat_id, turn.message_id)
        return None if entry_id is None else (answering.with_id(book, entry_id), book.today)

    found = await turn.room(use_case)
    if found is not None:
        told, today = found
        await update_receipt(turn, told.entry, expense_receipt.told(turn.say, told, today))


def restorable(error: LedgerError) -> None:
    """Add to a refusal of changing what is deleted how to bring it back first."""
    entry = error.details.get("entry")
    if error.code is Code.ALREADY_DELETED and isinstance(entry, Entry):
        error.details["examples"] = (f"/restore {entry.number}",)
