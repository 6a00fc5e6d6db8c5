"""Recording: expenses and payments become entries of the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ledger.book.open_book import Book
from ledger.book.settlement_plan import suggested
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId, Whom
from ledger.core.money import Currency, Money
from ledger.core.settling import Payment
from ledger.core.writing_context import WritingContext
from ledger.journal.doubting import doubts_of
from ledger.journal.posting import write_new
from ledger.journal.resolution import (
    active_ids,
    compose,
    look_up,
    payment_contents,
    read_parties,
)
from ledger.journal.written import as_it_stands, just_written
from ledger.storage import entry_rows, revision_rows

_SAME_BILL = timedelta(minutes=10)
"""Two people who record the same amount within this time perhaps mean the same bill."""


def record_expense(
    book: Book,
    line: ExpenseLine,
    source: Source,
    attachment: str | None = None,
    *,
    by_edit: Source | None = None,
    written: WritingContext | None = None,
) -> Written:
    """Record what a line says, once for each source.

    `written` is the context in which it was written, by default the group's of now.
    Where the message of the source could only be recorded once it was edited, `by_edit` is
    the source of that edit: it has made its change then, should it come again.

    Raises LedgerError: NOT_A_PERSON, and what reading and splitting the line raises (see
    `resolution.look_up`, `splitting.divide`, `splitting.paid_by`).
    """
    repeated = repeated_write(book, source)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    terms = replace(look_up(book, line, actor.id), rotation=book.group.entries + 1)
    # Whoever the line names for the first time is one of everyone, too.
    context = replace(written or book.context(), everyone=active_ids(book))
    contents = compose(line, terms, on=context.on)
    doubts = doubts_of(book, line, contents)
    entry, nets = write_new(book, contents, source, attachment, context, by_edit, doubts)
    return just_written(book, entry, nets, twin=twin_of(book, entry))


def record_payment(
    book: Book,
    payer: Whom | MemberId,
    payee: Whom | MemberId,
    amount: Money | None,
    source: Source,
    note: str | None = None,
    *,
    on: date | None = None,
    by_edit: Source | None = None,
    written: WritingContext | None = None,
) -> Written:
    """Record that somebody handed money to somebody, once for each source.

    Without an amount it is all that the plan says, in the group's currency where the plan
    has something there, else in the first that has. Paying too much is allowed. Without a
    date it is the day on which the line was written. `by_edit` and `written` are as in
    `record_expense`.

    Raises LedgerError: NOT_A_PERSON; UNKNOWN_NAME; NAME_AMBIGUOUS; SAME_PERSON(member);
    NOTHING_OWED(payer, payee: Member); AMOUNT_NOT_POSITIVE; AMOUNT_TOO_LARGE.
    """
    repeated = repeated_write(book, source)
    if repeated is not None:
        return repeated
    book.require_actor()
    book.newcomers.clear()
    giver, taker = read_parties(book, payer, payee)
    if amount is None:
        amount = _all_owed(book, giver, taker)
    context = written or book.context()
    contents = payment_contents(giver.id, taker.id, amount, on or context.on, note)
    entry, nets = write_new(book, contents, source, None, context, by_edit)
    return just_written(book, entry, nets)


def pay_suggestion(
    book: Book,
    payer: MemberId,
    payee: MemberId,
    currency: Currency,
    source: Source,
    minor: int | None = None,
) -> Written:
    """Record a payment of the plan, as its payer or its payee says that it was made.

    `minor` is the amount that was shown; when the plan says another one by now, nothing is
    recorded.

    Raises LedgerError: NOT_A_PERSON; NOT_YOUR_PAYMENT(payer, payee: Member);
    PLAN_CHANGED when the plan has no such payment any more.
    """
    actor = book.require_actor()
    giver, taker = book.member(payer), book.member(payee)
    if actor.id not in (giver.id, taker.id):
        raise LedgerError(Code.NOT_YOUR_PAYMENT, payer=giver, payee=taker)
    repeated = repeated_write(book, source)
    if repeated is not None:
        return repeated
    found = _planned(book, giver, taker).get(currency)
    if found is None or minor not in (None, found.minor):
        raise LedgerError(Code.PLAN_CHANGED)
    return record_payment(book, giver.id, taker.id, Money(found.minor, currency), source)


def _all_owed(book: Book, payer: Member, payee: Member) -> Money:
    planned = _planned(book, payer, payee)
    if not planned:
        raise LedgerError(Code.NOTHING_OWED, payer=payer, payee=payee)
    own = book.group.currency
    currency = own if own in planned else min(planned)
    return Money(planned[currency].minor, currency)


def _planned(book: Book, payer: Member, payee: Member) -> dict[Currency, Payment]:
    return {
        currency: payment
        for currency, payments in suggested(book).items()
        for payment in payments
        if (payment.payer, payment.payee) == (payer.id, payee.id)
    }


def repeated_write(book: Book, source: Source) -> Written | None:
    """Return the answer again where this source has recorded something before."""
    written = revision_rows.written(book.tx.connection, book.group.id, source)
    if written is None:
        return None
    stored = entry_rows.by_number(book.tx.connection, book.group.id, written[0])
    assert stored is not None
    return as_it_stands(book, book.as_now(stored), repeated=True)


def twin_of(book: Book, entry: Entry) -> Entry | None:
    """Return somebody else's expense of the same amount a few minutes before a new one."""
    if entry.contents.kind is not EntryKind.EXPENSE or entry.contents.is_refund:
        return None
    own = set() if entry.author is None else set(book.people.same_as(entry.author))
    since = entry.recorded_at - _SAME_BILL
    found = entry_rows.alike(book.tx.connection, book.group.id, entry.revision, since)
    number = next((number for number, author in found if author not in own), None)
    if number is None:
        return None
    stored = entry_rows.by_number(book.tx.connection, book.group.id, number)
    return None if stored is None or stored.contents.is_refund else book.as_now(stored)
