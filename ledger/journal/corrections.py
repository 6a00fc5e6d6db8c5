"""Corrections: editing, deleting, restoring, joining in. Nothing is erased, all is appended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ledger.book.open_book import Book
from ledger.core.aliases import merged_revision
from ledger.core.entries import (
    EQUAL_PART,
    Action,
    Contents,
    Entry,
    EntryKind,
    Part,
    PartKind,
    Revision,
    Share,
    Source,
)
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId, Roster, Sender, Whom
from ledger.core.money import Money
from ledger.core.splitting import divide, paid_by
from ledger.journal.posting import bring_back, newcomers_of, unequal_elsewhere, write_revision
from ledger.journal.resolution import (
    category_key,
    check_amount,
    compose,
    payment_contents,
    read_parties,
    read_terms,
    same_terms,
    shares_of,
)
from ledger.journal.said_again import paid_in_numbers, with_amount
from ledger.people.membership import lookalikes
from ledger.storage import entry_rows, running_balances

_FRESH = timedelta(days=1)
"""An entry older than this is not undone without asking."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a correction: the entry as it is now, and the revision before.

    `changed` is False where there was nothing to change, or where the source had made this
    change before, which `repeated` tells. `newcomers`, `lookalikes`, `nets` and
    `unequal_elsewhere` are as in `recording.Recorded`.
    """

    entry: Entry
    before: Revision
    roster: Roster
    changed: bool
    newcomers: tuple[Member, ...]
    lookalikes: tuple[tuple[Member, Member], ...]
    nets: Mapping[MemberId, int]
    repeated: bool = False
    unequal_elsewhere: frozenset[MemberId] = frozenset()


@dataclass(frozen=True, slots=True)
class Amendment:
    """What alone is to change of an entry; None stays as it is."""

    amount: Money | None = None
    on: date | None = None
    category: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OldEntry:
    """The entry that would be undone, when it is so old that it is better to ask."""

    entry: Entry
    roster: Roster


def revise(book: Book, number: int, line: ExpenseLine, source: Source) -> Changed:
    """Let an expense say what a line says.

    Who paid is the entry's author where the line does not say. The date stays where the line
    has none, and the shares stay to the last unit where the line says the same about them,
    so a change of words moves nothing.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    NOT_AN_EXPENSE(entry); ALREADY_DELETED(entry); and what recording raises.
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    if entry.contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    payer = entry.author if entry.author is not None else book.require_actor().id
    terms = read_terms(book, line, payer)
    same = same_terms(entry_rows.terms(book.tx.connection, stored), terms.text, book.people.merged)
    contents = compose(
        line,
        terms,
        rotation=entry.number,
        on=entry.contents.on,
        kept_shares=entry.contents.shares if same else None,
    )
    if contents == entry.contents:
        return _unchanged(book, stored)
    return _append(book, stored, Action.EDIT, contents, source, terms.text)


def revise_payment(
    book: Book,
    number: int,
    payer: Whom,
    payee: Whom,
    amount: Money | None,
    source: Source,
    note: str | None = None,
    on: date | None = None,
) -> Changed:
    """Let a payment say who paid whom, how much and when; what is None of these stays.

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
    if contents == entry.contents:
        return _unchanged(book, stored)
    return _append(book, stored, Action.EDIT, contents, source)


def amend(book: Book, number: int, amendment: Amendment, source: Source) -> Changed:
    """Change of an entry only what an amendment says.

    With another amount the same people share it in the same way and the same people paid
    it; what they had written down of their own has to fit.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry); BAD_PART(written, reason="currency") where somebody's part is in
    the currency before; NOT_AN_EXPENSE(entry) for the category of a payment; and what
    recording raises.
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    before = entry.contents
    if amendment.category and before.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    contents = replace(
        before,
        category=category_key(amendment.category) or before.category,
        note=amendment.note or before.note,
        on=amendment.on or before.on,
    )
    if amendment.amount is not None and amendment.amount != before.amount:
        contents = replace(
            contents,
            amount_minor=amendment.amount.minor,
            currency=amendment.amount.currency,
            shares=_shares_of_amount(book, entry, amendment.amount),
        )
    if contents == before:
        return _unchanged(book, stored)
    terms = with_amount(entry_rows.terms(book.tx.connection, stored), contents)
    return _append(book, stored, Action.EDIT, contents, source, terms)


def _shares_of_amount(book: Book, entry: Entry, amount: Money) -> tuple[Share, ...]:
    """Divide another amount as an entry's was divided."""
    check_amount(amount)
    contents = entry.contents
    if contents.kind is EntryKind.PAYMENT:
        payer, payee = contents.payers[0].member, contents.owers[0].member
        return payment_contents(payer, payee, amount, contents.on, None).shares
    parts = {share.member: share.part or EQUAL_PART for share in contents.owers}
    payers = paid_in_numbers(book, entry)
    if amount.currency != contents.currency:
        _refuse_numbers(contents, [*parts.values()], payers)
    owed = divide(amount.minor, parts, entry.number, amount.currency)
    return shares_of(owed, paid_by(amount.minor, payers, amount.currency), parts)


def _refuse_numbers(
    contents: Contents, parts: Iterable[Part], payers: Mapping[MemberId, int | None]
) -> None:
    """Raise BAD_PART where a part or a payment of several is in the currency of contents."""
    numbers = [part.value for part in parts if part.kind in (PartKind.EXACT, PartKind.ADJUST)]
    numbers += [minor for minor in payers.values() if minor is not None]
    if numbers:
        amount = Money(numbers[0], contents.currency)
        raise LedgerError(Code.BAD_PART, amount=amount, reason="currency")


def delete(book: Book, number: int, source: Source) -> Changed:
    """Let an entry count no more; a placeholder that only it brought along goes with it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry).
    """
    stored, repeated = _to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = _live(book, stored)
    return _append(book, stored, Action.DELETE, entry.contents, source)


def restore(book: Book, number: int, source: Source) -> Changed:
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
    bring_back(book, entry.contents)
    return _append(book, stored, Action.RESTORE, entry.contents, source)


def toggle(book: Book, number: int, source: Source) -> Changed:
    """Put the actor in or out of an expense that is split equally; everybody may.

    Raises LedgerError: NOT_A_PERSON; NO_SUCH_ENTRY(number); ALREADY_DELETED(entry);
    NOT_AN_EXPENSE(entry); NOT_EQUAL(entry); NOBODY_SHARES(entry) when the last one leaves.
    """
    stored, repeated = _to_change(book, number, source, by_all=True)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    entry = _live(book, stored)
    contents = entry.contents
    if contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    if not contents.is_equal:
        raise LedgerError(Code.NOT_EQUAL, entry=entry)
    taking_part = {share.member for share in contents.owers} ^ {actor.id}
    if not taking_part:
        raise LedgerError(Code.NOBODY_SHARES, entry=entry)
    parts = dict.fromkeys(sorted(taking_part), EQUAL_PART)
    owed = divide(contents.amount_minor, parts, entry.number, contents.currency)
    paid = {share.member: share.paid_minor for share in contents.payers}
    toggled = replace(contents, shares=shares_of(owed, paid, parts))
    return _append(book, stored, Action.EDIT, toggled, source)


def undo_latest(book: Book, source: Source) -> Changed | OldEntry:
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
    stored = _stored(book, number)
    if book.now - stored.recorded_at > _FRESH:
        return OldEntry(book.as_now(stored), book.roster)
    return delete(book, number, source)


def as_it_is(book: Book, number: int) -> Changed:
    """Return an entry to be told again, unchanged; raise NO_SUCH_ENTRY(number)."""
    return _unchanged(book, find(book, number))


def with_id(book: Book, entry_id: int) -> Changed:
    """Return the entry with an id that storage gave it, to be told again, unchanged."""
    return _unchanged(book, entry_rows.by_id(book.tx.connection, entry_id))


def find(book: Book, number: int) -> Entry:
    """Return an entry of this book; raise NO_SUCH_ENTRY(number)."""
    return book.as_now(_stored(book, number))


def entry_of(book: Book, source: Source) -> Entry | None:
    """Return the entry that a source recorded, as it is now, if it did record one."""
    stored = entry_rows.by_source(book.tx.connection, book.group.id, source)
    return None if stored is None else book.as_now(stored)


def may_change(book: Book, entry: Entry) -> bool:
    """Tell whether the actor recorded the entry, paid in it, or is an admin."""
    if book.is_admin:
        return True
    return book.actor is not None and book.actor.id in {
        entry.author,
        *(share.member for share in entry.contents.payers),
    }


def _to_change(
    book: Book, number: int, source: Source, *, by_all: bool = False
) -> tuple[Entry, Changed | None]:
    """Return an entry as recorded that the actor may change, as everybody may `by_all`.

    With it comes the first answer again where this source has made its change before.
    """
    stored = _stored(book, number)
    repeated = _repeated(book, source)
    if repeated is None and not by_all:
        _check_right(book, stored)
    return stored, repeated


def _stored(book: Book, number: int) -> Entry:
    """Return an entry as recorded, with its members' ids from before merges."""
    found = entry_rows.by_number(book.tx.connection, book.group.id, number)
    if found is None:
        raise LedgerError(Code.NO_SUCH_ENTRY, number=number)
    return found


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
    terms: str | None = None,
) -> Changed:
    """Append a revision; without new terms it keeps the ones that the entry has."""
    if terms is None:
        terms = entry_rows.terms(book.tx.connection, stored)
    entry, nets = write_revision(book, stored, action, contents, source, terms)
    newcomers = tuple(book.member(member) for member in book.newcomers)
    return Changed(
        entry=entry,
        before=merged_revision(stored.revision, book.people.merged),
        roster=book.roster,
        changed=True,
        newcomers=newcomers,
        lookalikes=lookalikes(book.roster, newcomers),
        nets=nets,
        unequal_elsewhere=unequal_elsewhere(book, entry),
    )


def _unchanged(book: Book, stored: Entry, before: Revision | None = None) -> Changed:
    entry = book.as_now(stored)
    newcomers = newcomers_of(book, entry.id)
    return Changed(
        entry=entry,
        before=merged_revision(before or stored.revision, book.people.merged),
        roster=book.roster,
        changed=False,
        newcomers=newcomers,
        lookalikes=lookalikes(book.roster, newcomers),
        nets=running_balances.nets(book.tx.connection, book.group.id, entry.contents.currency),
        unequal_elsewhere=unequal_elsewhere(book, entry),
    )


def _repeated(book: Book, source: Source) -> Changed | None:
    """Return the answer again when this source has made its change before."""
    written = entry_rows.written(book.tx.connection, book.group.id, source)
    if written is None:
        return None
    number, revision = written
    stored = _stored(book, number)
    revisions = entry_rows.revisions(book.tx.connection, stored.id)
    return replace(_unchanged(book, stored, revisions[max(revision - 2, 0)]), repeated=True)
