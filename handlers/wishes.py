"""What somebody says below a receipt who may not change it: a press by whoever may does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import brief_answers
from bot.views.refusals.answer import told
from handlers.company import circle_of, parties_of
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.message import from_message
from handlers.meant_replies import as_named
from handlers.message_edits import tell_change
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry
from ledger.core.errors import LedgerError
from ledger.core.members import Name, UserId
from ledger.journal import amending


async def ask_others(turn: Turn, error: LedgerError) -> None:
    """Tell who may change what a reply says of an entry, with a button for them.

    The error is MAY_NOT_CHANGE(entry, author, payers).
    """
    entry, person = error.details["entry"], turn.person
    assert isinstance(entry, Entry)
    await turn.listen()
    name = "" if person is None else person.first_name
    asked = brief_answers.ask_others(turn.say, told(turn.say, error), name, entry.number)
    await turn.reply(asked, quote=True)


async def granted_pressed(turn: Turn) -> None:
    """Yes: what the message says that the question answers, as its writer says it."""
    number, asked = turn.number(0), turn.message.reply_to_message
    if asked is None or asked.from_user is None:
        raise StalePress
    line, writer = from_message(asked), UserId(asked.from_user.id)

    def use_case(book: Book) -> tuple[Written, date]:
        entry = find(book, number)
        member = book.people.of_user(writer)
        if member is None or entry.deleted:
            raise StalePress
        circle = replace(circle_of(book, turn, entry), sender=member.id)
        parties = parties_of(circle, entry.contents)
        today = book.context_of(entry).on
        said = read_reply(line, entry.contents.amount, today, circle, *parties)
        if said is None:
            raise StalePress
        named = as_named(said, Name(circle.handle(member.id), member=member.id))
        return amending.amend(book, number, named, turn.press_source), book.today

    changed, today = await turn.book(use_case)
    await tell_change(turn, changed, today)
