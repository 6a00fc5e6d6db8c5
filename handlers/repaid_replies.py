"""Replies that tell of money handed over for an entry: `she just paid`, recorded by a press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.conversation.own_messages import Purpose, remember
from bot.conversation.receipts import update_receipt
from bot.conversation.turn import Turn
from bot.delivery.sent_message import SentMessage
from bot.language.catalogues import Language
from bot.views import expense_receipt, reply_questions
from bot.views.reply import Reply
from bot.views.reply_questions import Handed
from handlers.asked_lines import tell_recorded
from handlers.company import circle_of
from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.repaid import Repaid, repaid, turned_round
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind
from ledger.core.members import MemberId, Roster
from ledger.core.money import Money, currency
from ledger.core.splitting import debts
from ledger.journal import answering, corrections, recording


@dataclass(frozen=True, slots=True)
class RepaidAsked:
    """What to ask about such a reply: which payment it is, or whether one `paid` all of it."""

    entry: Entry
    roster: Roster
    said: str
    payments: tuple[Handed, ...]
    paid: MemberId | None
    instead_of: int | None = None
    """The number of the payment that one of these was in truth."""


def repaid_said(book: Book, turn: Turn, entry: Entry, line: Line) -> RepaidAsked | None:
    """Return what to ask where a reply tells of money that was handed over for an entry.

    None where it tells no such thing, or all of it as a line of /settle does.
    """
    circle, today = circle_of(book, turn, entry), book.context_of(entry).on
    if (turned := _turned_round(book, entry, line, circle, today)) is not None:
        return turned
    found = repaid(line, entry.contents.amount, today, circle)
    if found is None or None not in (found.payer, found.payee, found.amount):
        return None
    payments = tuple(dict.fromkeys(_payments(book, entry, found)))
    if not payments:
        return None
    is_expense = entry.contents.kind is EntryKind.EXPENSE
    alone = {one.payer for one in payments} if found.or_paid and is_expense else set()
    said = " ".join(word.text for word in line.words)
    paid = next(iter(alone)) if len(alone) == 1 else None
    return RepaidAsked(entry, book.roster, said, payments, paid)


def _turned_round(
    book: Book, entry: Entry, line: Line, circle: Circle, today: date
) -> RepaidAsked | None:
    """Return what to ask where a reply says that a payment was between others."""
    contents = entry.contents
    if contents.kind is not EntryKind.PAYMENT:
        return None
    (payer, payee), amount = _parties(entry), contents.amount
    meant = turned_round(line, amount, today, circle, payer, payee)
    if meant is None:
        return None
    said = " ".join(word.text for word in line.words)
    handed = Handed(*meant, amount)
    return RepaidAsked(entry, book.roster, said, (handed,), None, instead_of=entry.number)


def _parties(payment: Entry) -> tuple[MemberId, MemberId]:
    contents = payment.contents
    return contents.payers[0].member, contents.owers[0].member


def _payments(book: Book, entry: Entry, found: Repaid) -> Iterator[Handed]:
    """Yield what may have been handed over: what is owed of the entry, or what was said."""
    contents, actor = entry.contents, book.require_actor().id
    owed = [(one.debtor, one.creditor, one.minor) for one in debts(contents.shares)]
    if found.payer is None and found.payee is None:
        to_actor = [one for one in owed if one[1] == actor]
        owed = to_actor or [one for one in owed if one[0] != actor]
    for payer, payee, minor in owed:
        if found.payer in (None, payer) and found.payee in (None, payee):
            yield Handed(payer, payee, found.amount or Money(minor, contents.currency))


def told_of_repaid(say: Language, asked: RepaidAsked) -> Reply:
    """Return the question."""
    return reply_questions.ask_repaid(
        say, asked.entry, asked.roster, asked.said, asked.payments, asked.paid, asked.instead_of
    )


async def gave_pressed(turn: Turn) -> None:
    """Dee → Asha £38: the payment is recorded, once; the question becomes its receipt.

    With an entry's number behind it that was no such payment, and is deleted.
    """
    payer, payee = MemberId(turn.number(0)), MemberId(turn.number(1))
    amount = Money(turn.number(3), turn.argument(2, currency))
    wrong = turn.number(4) if len(turn.arguments) > 4 else None
    source = turn.line_source("gave", payer, payee, amount.currency, amount.minor)

    def use_case(book: Book) -> tuple[Written, date]:
        if wrong is not None and not find(book, wrong).deleted:
            corrections.delete(book, wrong, turn.press_source)
        recorded = recording.record_payment(book, payer, payee, amount, source)
        return recorded, book.today

    recorded, today = await turn.book(use_case)
    if wrong is not None:
        await _redraw(turn, wrong)
    receipt = expense_receipt.told(turn.say, recorded, today)
    if recorded.repeated:
        await tell_recorded(turn, recorded.entry, receipt)
        return
    await turn.redraw(receipt)
    remember(SentMessage.of(turn.message), Purpose.RECEIPT, recorded.entry.id)


async def _redraw(turn: Turn, number: int) -> None:
    """Redraw the receipt of a payment that is deleted."""
    told, today = await turn.room(lambda book: (answering.as_it_is(book, number), book.today))
    await update_receipt(turn, told.entry, expense_receipt.told(turn.say, told, today))
