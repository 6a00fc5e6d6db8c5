"""Corrections: editing, deleting, restoring, joining in. Nothing is erased, all is appended."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta

from ledger.book.entry_lookup import find, may_change, stored_entry
from ledger.book.open_book import Book
from ledger.core.aliases import merged_contents, merged_revision
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.bounds import check_table
from ledger.core.doubts import Doubts
from ledger.core.entries import Action, Contents, Entry, EntryKind, Revision, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import Money
from ledger.core.slips import lookalikes, perhaps_called
from ledger.core.split_terms import SplitTerms
from ledger.journal.amending import amended_terms, amended_words, recorded_terms
from ledger.journal.doubting import doubts_of
from ledger.journal.posting import newcomers_of, unequal_elsewhere, write_revision
from ledger.journal.recording import twin_of
from ledger.journal.resolution import (
    check_amount,
    compose,
    look_up,
    payment_contents,
    payment_shares,
    read_parties,
)
from ledger.storage import entry_rows, revision_rows, running_balances

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
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    if entry.contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
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
    return _append(book, stored, Action.EDIT, contents, source, doubts_of(book, line, contents))


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
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    if entry.contents.kind is not EntryKind.PAYMENT:
        raise LedgerError(Code.NOT_A_PAYMENT, entry=entry)
    author = entry.author if entry.author is not None else book.require_actor().id
    giver, taker = read_parties(
        book,
        author if isinstance(payer, Sender) else payer,
        author if isinstance(payee, Sender) else payee,
    )
    kept = amount or entry.contents.amount
    contents = payment_contents(giver.id, taker.id, kept, on or entry.contents.on, note)
    return _append(book, stored, Action.EDIT, contents, source)


def amend(book: Book, number: int, amendment: Amendment, source: Source) -> Written:
    """Change of an entry only what an amendment says; the shares follow from the kept terms.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry); BAD_PART(amount, reason="currency") where somebody's part is in
    the currency before, or has no such number in the new one; NOT_AN_EXPENSE(entry) for what a
    payment has not; and what recording raises.
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    if amendment.is_of_expense and entry.contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    before = stored.contents
    amount, terms = amended_terms(book, stored, amendment)
    check_amount(amount)
    shares = before.shares
    if amount != before.amount or terms != recorded_terms(stored):
        is_payment = before.kind is EntryKind.PAYMENT
        if not is_payment:
            check_table(terms.payers, terms.sharers)
        shares = payment_shares(terms, amount) if is_payment else terms.shares(amount)
    contents = replace(
        amended_words(before, amendment),
        amount_minor=amount.minor,
        currency=amount.currency,
        shares=shares,
        terms=terms,
    )
    doubts = stored.doubts
    if amendment.concerns_sharers:
        answered = _answered(book, doubts, amendment, contents.description, terms.sharers)
        doubts = doubts.answered(terms.sharers, answered)
    if amendment.payers:  # "priya paid": she is somebody by now.
        paying = {fold(book.member(share.member).first_name) for share in contents.payers}
        asked = (word for word in doubts.unknown if fold(word) not in paying)
        doubts = replace(doubts, unknown=tuple(asked))
    if contents.currency != before.currency:
        doubts = replace(doubts, own=None)
    return _append(book, stored, Action.EDIT, contents, source, doubts)


def _answered(
    book: Book,
    doubts: Doubts,
    amendment: Amendment,
    description: str,
    sharers: Collection[MemberId],
) -> set[str]:
    """Return the words in a name's place of which it is no longer asked whose they are.

    They are names by now, or of somebody who shares; or it was said anew who does.
    """
    anew = amendment.participants or amendment.everyone
    names = {fold(member.first_name) for member in book.roster.active}
    written = description.split()
    return {
        word
        for word in doubts.unknown
        if fold(word) in names
        or ((meant := perhaps_called(book.roster, word)) is not None and meant.id in sharers)
        or (anew and word not in written)
    }


def delete(book: Book, number: int, source: Source) -> Written:
    """Let an entry count no more; a placeholder that only it brought along goes with it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry).
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    _live(book, stored)
    return _append(book, stored, Action.DELETE, stored.contents, source)


def restore(book: Book, number: int, source: Source) -> Written:
    """Let a deleted entry count again, as it was.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    NOT_DELETED(entry).
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = book.as_now(stored)
    if not entry.deleted:
        raise LedgerError(Code.NOT_DELETED, entry=entry)
    return _append(book, stored, Action.RESTORE, stored.contents, source)


def toggle(book: Book, number: int, source: Source) -> Written:
    """Put the actor in or out of an expense that is split equally; everybody may.

    Raises LedgerError: NOT_A_PERSON; NO_SUCH_ENTRY(number); ALREADY_DELETED(entry);
    NOT_AN_EXPENSE(entry); NOT_EQUAL(entry); NOBODY_SHARES(entry) when the last one leaves.
    """
    stored, repeated = _to_change(book, number, source, by_all=True)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    entry = _live_expense(book, stored)
    if not entry.contents.is_equal:
        raise LedgerError(Code.NOT_EQUAL, entry=entry)
    return _with_terms(book, stored, entry, entry.contents.split.toggled(actor.id), source)


def toggle_member(book: Book, number: int, member: MemberId, source: Source) -> Written:
    """Put somebody in, as an equal, or out of an expense; for those who may change it.

    Raises LedgerError: MAY_NOT_CHANGE(entry, author, payers); UNKNOWN_NAME; what `toggle`
    raises but for NOT_EQUAL; and, where the parts of the others no longer fit, what
    `splitting.divide` raises.
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live_expense(book, stored)
    terms = entry.contents.split.toggled(book.member(member).id)
    return _with_terms(book, stored, entry, terms, source)


def set_payer(book: Book, number: int, payer: MemberId, source: Source) -> Written:
    """Let one member have paid all of an expense; nobody shares more or less for that.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    UNKNOWN_NAME; ALREADY_DELETED(entry); NOT_AN_EXPENSE(entry).
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live_expense(book, stored)
    terms = entry.contents.split.paid_by(((book.member(payer).id, None),))
    return _with_terms(book, stored, entry, terms, source)


def _live_expense(book: Book, stored: Entry) -> Entry:
    entry = _live(book, stored)
    if entry.contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    return entry


def _with_terms(
    book: Book, stored: Entry, entry: Entry, terms: SplitTerms, source: Source
) -> Written:
    """Append an entry with other terms, and the shares that come of them."""
    if not terms.sharers:
        raise LedgerError(Code.NOBODY_SHARES, entry=entry)
    terms = replace(terms, rotation=recorded_terms(stored).rotation)
    contents = entry.contents
    amended = replace(contents, shares=terms.shares(contents.amount), terms=terms)
    return _append(book, stored, Action.EDIT, amended, source)


def undo_latest(book: Book, source: Source) -> Written | OldEntry:
    """Delete the actor's newest live entry; one older than a day is only shown, to be asked.

    Raises LedgerError: NOT_A_PERSON; NOTHING_TO_UNDO.
    """
    repeated = _repeated(book, source)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    own = book.people.same_as(actor.id)
    number = entry_rows.newest_live_number(book.tx.connection, book.group.id, own)
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
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    _live(book, stored)
    known = replace(stored.contents, terms=recorded_terms(stored))
    return _append(book, stored, Action.EDIT, computed(known), source)


def note_edit(book: Book, number: int, source: Source) -> Written:
    """Append a revision that says what an entry says already: what belongs to it is another.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry).
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    _live(book, stored)
    return _write(book, stored, Action.EDIT, stored.contents, source)


def as_it_is(book: Book, number: int) -> Written:
    """Return an entry to be answered with as it is; raise NO_SUCH_ENTRY(number)."""
    return _unchanged(book, find(book, number))


def changeable(book: Book, number: int) -> Written:
    """Return an entry as it is to whoever may change it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers).
    """
    stored = stored_entry(book, number)
    _check_right(book, stored)
    return _unchanged(book, stored)


def with_id(book: Book, entry_id: int) -> Written:
    """Return the entry with an id that storage gave it, to be answered with as it is."""
    return _unchanged(book, entry_rows.by_id(book.tx.connection, entry_id))


def since(book: Book, entry_id: int, number: int | None) -> Written:
    """Return an entry as it is, with its revision of a number as the one before.

    Without a number it is told as new, with the twin that it has, if any.
    """
    stored = entry_rows.by_id(book.tx.connection, entry_id)
    if number is None:
        as_new = replace(_unchanged(book, stored), before=None)
        return replace(as_new, twin=twin_of(book, as_new.entry))
    (was,) = revision_rows.revisions(book.tx.connection, stored.id, number, number)
    return _unchanged(book, stored, was)


def _to_change(
    book: Book, number: int, source: Source, *, by_all: bool = False
) -> tuple[Entry, Written | None]:
    """Return an entry as recorded that the actor may change, as everybody may `by_all`.

    With it comes the first answer again where this source has made its change before.
    """
    stored = stored_entry(book, number)
    repeated = _repeated(book, source)
    if repeated is None and not by_all:
        _check_right(book, stored)
    return stored, repeated


def _check_right(book: Book, stored: Entry) -> None:
    entry = book.as_now(stored)
    if not may_change(book, entry):
        raise LedgerError(
            Code.MAY_NOT_CHANGE,
            entry=entry,
            author=None if entry.author is None else book.member(entry.author),
            payers=tuple(book.member(share.member) for share in entry.contents.payers),
        )


def _live(book: Book, stored: Entry) -> Entry:
    entry = book.as_now(stored)
    if entry.deleted:
        raise LedgerError(Code.ALREADY_DELETED, entry=entry)
    return entry


def _append(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    doubts: Doubts | None = None,
) -> Written:
    """Append a revision; an edit that says what the entry says already changes nothing."""
    if action is Action.EDIT and _is_as_before(book, stored.contents, contents):
        return _unchanged(book, stored)
    return _write(book, stored, action, contents, source, doubts)


def _write(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    doubts: Doubts | None = None,
) -> Written:
    entry, nets = write_revision(book, stored, action, contents, source, doubts)
    newcomers = tuple(book.member(member) for member in book.newcomers)
    return Written(
        entry=entry,
        before=merged_revision(stored.revision, book.people.merged),
        roster=book.roster,
        newcomers=newcomers,
        lookalikes=lookalikes(book.roster, newcomers),
        nets=nets,
        unequal_elsewhere=unequal_elsewhere(book, entry),
    )


def _is_as_before(book: Book, before: Contents, after: Contents) -> bool:
    before, after = (merged_contents(one, book.people.merged) for one in (before, after))
    return before == after and before.split.means(after.split)


def _unchanged(book: Book, stored: Entry, before: Revision | None = None) -> Written:
    entry = book.as_now(stored)
    newcomers = newcomers_of(book, entry.id)
    return Written(
        entry=entry,
        before=merged_revision(before or stored.revision, book.people.merged),
        roster=book.roster,
        changed=False,
        newcomers=newcomers,
        lookalikes=lookalikes(book.roster, newcomers),
        nets=running_balances.nets(book.tx.connection, book.group.id, entry.contents.currency),
        unequal_elsewhere=unequal_elsewhere(book, entry),
    )


def _repeated(book: Book, source: Source) -> Written | None:
    """Return the answer again when this source has made its change before."""
    written = revision_rows.written(book.tx.connection, book.group.id, source)
    if written is None:
        return None
    number, revision = written
    stored = stored_entry(book, number)
    before = max(revision - 1, 1)
    (was,) = revision_rows.revisions(book.tx.connection, stored.id, before, before)
    return replace(_unchanged(book, stored, was), repeated=True)
