"""Corrections: an entry said anew, taken back, or back again. All is appended, nothing erased."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ledger.book.entry_lookup import stored_entry
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.entries import Action, Contents, Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender, Whom
from ledger.core.money import Money
from ledger.journal.changing import Anew, answered_before, change, recorded_terms
from ledger.journal.doubting import doubts_of
from ledger.journal.resolution import (
    check_amount,
    compose,
    look_up,
    payment_contents,
    read_parties,
)
from ledger.storage import entry_rows

_FRESH = timedelta(days=1)
"""An entry older than this is not undone without asking."""


def revise(book: Book, number: int, line: ExpenseLine, source: Source) -> Written:
    """Let an expense say what a line says, whole: what the line no longer says is gone.

    Who paid is the entry's author where the line does not say, and everybody is everyone who
    was there when the entry was written. Without a date it is the day when the line was written.
    Where the line says the same about who shares and who paid, the same people do, and with the
    same amount the shares stay to the last unit: a change of words moves nothing.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    NOT_AN_EXPENSE(entry); ALREADY_DELETED(entry); and what recording raises.
    """

    def anew(stored: Entry, entry: Entry) -> Anew:
        check_amount(line.amount)
        payer = entry.author if entry.author is not None else book.require_actor().id
        written = book.context_of(entry)
        kept = recorded_terms(stored)
        terms = replace(
            look_up(book, line, payer, written),
            rotation=kept.rotation,
            inferred=kept.inferred,
            weights=kept.weights,
        )
        shares = None
        if kept.says(terms, book.people.merged):
            # As recorded, with the ids from before merges, so that no unit moves.
            terms = kept
            shares = stored.contents.shares if line.amount == entry.contents.amount else None
        contents = compose(line, terms, on=written.on, shares=shares)
        return Anew(contents, doubts_of(book, line, contents))

    return change(book, number, source, anew, kind=EntryKind.EXPENSE)


def revise_payment(
    book: Book,
    number: int,
    payer: Whom,
    payee: Whom,
    amount: Money | None,
    source: Source,
    note: str | None = None,
    on: date | None = None,
) -> Written:
    """Let a payment say who paid whom, how much and when; without amount and date these stay.

    `me` is whoever recorded the payment. Raises LedgerError: NO_SUCH_ENTRY(number);
    MAY_NOT_CHANGE(entry, author, payers); NOT_A_PAYMENT(entry); ALREADY_DELETED(entry); and
    what recording raises.
    """

    def anew(_: Entry, entry: Entry) -> Anew:
        author = entry.author if entry.author is not None else book.require_actor().id
        giver, taker = read_parties(
            book,
            author if isinstance(payer, Sender) else payer,
            author if isinstance(payee, Sender) else payee,
        )
        kept = amount or entry.contents.amount
        return Anew(payment_contents(giver.id, taker.id, kept, on or entry.contents.on, note))

    return change(book, number, source, anew, kind=EntryKind.PAYMENT)


def delete(book: Book, number: int, source: Source) -> Written:
    """Let an entry count no more; a placeholder that only it brought along goes with it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry).
    """
    return change(book, number, source, _as_recorded, Action.DELETE)


def restore(book: Book, number: int, source: Source) -> Written:
    """Let a deleted entry count again, as it was.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    NOT_DELETED(entry).
    """
    return change(book, number, source, _as_recorded, Action.RESTORE)


def undo_latest(book: Book, source: Source) -> Written | OldEntry:
    """Delete the actor's newest live entry; one older than a day is only shown, to be asked.

    Raises LedgerError: NOT_A_PERSON; NOTHING_TO_UNDO.
    """
    repeated = answered_before(book, source)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    own = book.people.same_as(actor.id)
    number = entry_rows.newest_live_number(book.tx.connection, own)
    if number is None:
        raise LedgerError(Code.NOTHING_TO_UNDO)
    stored = stored_entry(book, number)
    if book.now - stored.recorded_at > _FRESH:
        return OldEntry(book.as_now(stored), book.roster)
    return delete(book, number, source)


def recompute(
    book: Book, number: int, computed: Callable[[Contents], Contents], source: Source
) -> Written:
    """Let an entry say what is computed from what it says, by whoever may change it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry); and what `computed` raises.
    """

    def anew(stored: Entry, _: Entry) -> Anew:
        return Anew(computed(replace(stored.contents, terms=recorded_terms(stored))))

    return change(book, number, source, anew)


def note_edit(book: Book, number: int, source: Source) -> Written:
    """Append a revision that says what an entry says already: what belongs to it is another.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry).
    """
    return change(book, number, source, _as_recorded, even_if_same=True)


def _as_recorded(stored: Entry, _: Entry) -> Anew:
    return Anew(stored.contents)
