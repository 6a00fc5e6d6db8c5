"""Conversion: an entry, or all that is open, turned into the group's currency and recorded.

Balances are turned by payments along the plan: each is recorded as made in the currency
before, and as owed back in the group's own. So the sums stay zero whatever the rate, and what
was recorded before stays as it was. The rate and where it is from stand in the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.book import settlement_plan
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.answers.conversions import Conversion, Turned
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.rates import KnownRates
from ledger.core.entries import Contents, Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.money import Currency, Money, exact
from ledger.core.split_terms import exactly
from ledger.journal import corrections, recording
from ledger.journal.resolution import check_amount, payment_shares
from ledger.storage import entry_rows, revision_rows

_MARK = "/convert/"
"""Stands in the sources of payments that turn balances, before their place."""


def convertible(book: Book, number: int) -> Entry:
    """Return an entry that is in another currency.

    Raises LedgerError: NO_SUCH_ENTRY(number); ALREADY_DELETED(entry);
    NOTHING_TO_CONVERT(number, currency).
    """
    entry = find(book, number)
    if entry.deleted:
        raise LedgerError(Code.ALREADY_DELETED, entry=entry)
    home = book.group.currency
    if entry.contents.currency == home:
        raise LedgerError(Code.NOTHING_TO_CONVERT, number=number, currency=home)
    return entry


def was_converted(book: Book, source: Source) -> bool:
    """Tell whether a source has converted its entry before."""
    return revision_rows.written(book.tx.connection, book.group.id, source) is not None


def convert_entry(book: Book, number: int, known: KnownRates, source: Source) -> Written:
    """Let an entry be in the group's currency, shared and paid as it was.

    Raises LedgerError: NO_RATE(currency, examples); AMOUNT_NOT_POSITIVE where it comes to less
    than half a unit; and what changing an entry raises.
    """

    def computed(before: Contents) -> Contents:
        return converted(before, rate_of(known, before.currency))

    return corrections.recompute(book, number, computed, source)


def revert_entry(book: Book, number: int, revision: int, source: Source) -> Written:
    """Let an entry say what it said before its conversion, which was a certain revision.

    Raises LedgerError: CHANGED_SINCE(number) where there is a newer one; and what changing an
    entry raises.
    """
    stored = find(book, number)
    if revision_rows.written(book.tx.connection, book.group.id, source) is None and (
        stored.revision.number != revision or revision < 2
    ):
        raise LedgerError(Code.CHANGED_SINCE, number=number)
    before = revision_rows.revisions(book.tx.connection, stored.id, revision - 1, revision - 1)
    return corrections.recompute(book, number, lambda _: before[0].contents, source)


def unconvert_entry(book: Book, number: int, source: Source) -> Written:
    """Let an entry be in the currency again in which it was before its last revision.

    Raises LedgerError: NO_SUCH_ENTRY(number); CHANGED_SINCE(number) where its last revision
    changed no currency; and what changing an entry raises.
    """
    now = find(book, number).revision
    before = revision_rows.revisions(
        book.tx.connection, find(book, number).id, now.number - 1, now.number - 1
    )
    if not before or before[0].contents.currency == now.contents.currency:
        raise LedgerError(Code.CHANGED_SINCE, number=number)
    return corrections.recompute(book, number, lambda _: before[0].contents, source)


def open_elsewhere(book: Book, known: KnownRates) -> Conversion:
    """Return what turning all that is open into the group's currency would be.

    Raises LedgerError: NOTHING_TO_CONVERT(currency); NO_RATE(currency, examples).
    """
    turned = tuple(_turned(book, known))
    if not turned:
        raise LedgerError(Code.NOTHING_TO_CONVERT, currency=book.group.currency)
    used = dict.fromkeys(one.before.currency for one in turned)
    return Conversion(book.roster, turned, tuple(known.rates[code] for code in used))


def has_converted(book: Book, source: Source) -> bool:
    """Tell whether a source has turned balances before."""
    return bool(_recorded_by(book, source))


def convert_balances(book: Book, known: KnownRates, source: Source) -> Conversion:
    """Turn all that is open into the group's currency, once for each source.

    Raises LedgerError: NOT_A_PERSON; NOTHING_TO_CONVERT(currency); NO_RATE(currency, examples).
    """
    book.require_actor()
    if repeated := _recorded_by(book, source):
        return _told_again(book, known, repeated)
    conversion = open_elsewhere(book, known)
    entries: list[Entry] = []
    for one in conversion.turned:
        note = _note(one.before, known.rates[one.before.currency])
        steps = [(one.payer, one.payee, one.before), (one.payee, one.payer, one.after)]
        for payer, payee, amount in steps:
            if amount.minor:
                by = _place(source, len(entries))
                written = recording.record_payment(book, payer, payee, amount, by, note)
                entries.append(written.entry)
    return replace(conversion, entries=tuple(entries))


def take_back(book: Book, first: int, last: int, source: Source) -> int:
    """Delete the payments that turned balances, all of one conversion; return how many.

    Those that are deleted already stay so. Raises LedgerError: NO_SUCH_ENTRY(number) for
    numbers that are no conversion; MAY_NOT_CHANGE(entry, author, payers).
    """
    found = entry_rows.numbered(book.tx.connection, book.group.id, first, last)
    origins = {entry.source.rpartition(_MARK)[0] for entry in found}
    if not found or len(origins) != 1 or "" in origins:
        raise LedgerError(Code.NO_SUCH_ENTRY, number=first)
    live = [entry for entry in found if not entry.deleted]
    for entry in live:
        corrections.delete(book, entry.number, Source(f"{source}/{entry.number}"))
    return len(live)


def carry_along(book: Book, changed: Written, source: Source) -> Conversion | None:
    """Let all of a conversion count or none of it, as the payment of it that was changed.

    Half of one would leave the same money owed in two currencies, or in neither. Return the
    conversion, None where the payment is of none. Raises LedgerError: MAY_NOT_CHANGE(entry,
    author, payers).
    """
    like = changed.entry
    origin, _, place = like.source.rpartition(_MARK)
    if not origin:
        return None
    recorded = _recorded(book, Source(origin), like.number - int(place))
    for entry in recorded:
        if entry.deleted != like.deleted:
            change = corrections.delete if like.deleted else corrections.restore
            change(book, entry.number, Source(f"{source}/{entry.number}"))
    return _told_again(book, KnownRates(book.group.currency, {}), recorded)


def _turned(book: Book, known: KnownRates) -> Iterator[Turned]:
    home = book.group.currency
    planned = settlement_plan.suggested(book)
    for currency in sorted(code for code in planned if code != home):
        rate = rate_of(known, currency) if planned[currency] else None
        for payment in planned[currency]:
            assert rate is not None
            after = Money(rate.converted(payment.minor), home)
            yield Turned(payment.payer, payment.payee, Money(payment.minor, currency), after)


def rate_of(known: KnownRates, currency: Currency) -> Rate:
    """Return what a currency is worth; raise LedgerError NO_RATE(currency, examples)."""
    if currency not in known.rates:
        examples = (f"/rate {currency} 90.5",)
        raise LedgerError(Code.NO_RATE, currency=currency, examples=examples)
    return known.rates[currency]


def converted(before: Contents, rate: Rate) -> Contents:
    """Return what an entry says in another currency, shared and paid in the same way.

    Raises LedgerError: AMOUNT_NOT_POSITIVE where it comes to less than half a unit.
    """
    amount = Money(rate.converted(before.amount_minor), rate.quote)
    check_amount(amount)
    terms = before.split.converted(rate)
    try:
        is_payment = before.kind is EntryKind.PAYMENT
        shares = payment_shares(terms, amount) if is_payment else terms.shares(amount)
    except LedgerError:
        # Parts of several kinds that met the amount to the last unit, and no longer do.
        owed = rate.each_converted([share.owed_minor for share in before.shares])
        paid = rate.each_converted([share.paid_minor for share in before.shares])
        shares = tuple(
            replace(share, owed_minor=of_owed, paid_minor=of_paid)
            for share, of_owed, of_paid in zip(before.shares, owed, paid, strict=True)
        )
        terms = exactly(shares, terms)
        shares = terms.shares(amount)
    note = _note(before.amount, rate)
    return replace(
        before,
        amount_minor=amount.minor,
        currency=amount.currency,
        shares=shares,
        terms=terms,
        note=f"{before.note} · {note}" if before.note else note,
    )


def _note(before: Money, rate: Rate) -> str:
    """Return what is kept with a conversion, the same in every language."""
    origin = f"ECB {rate.on.isoformat()}" if rate.source is RateSource.ECB else rate.on.isoformat()
    equation = f"1 {rate.base} = {rate.written()} {rate.quote}"
    return f"{exact(before)} {before.currency}, {equation} ({origin})"


def _place(source: Source, place: int) -> Source:
    return Source(f"{source}{_MARK}{place}")


def _recorded_by(book: Book, source: Source) -> list[Entry]:
    """Return what this source has recorded before."""
    first = revision_rows.written(book.tx.connection, book.group.id, _place(source, 0))
    return [] if first is None else _recorded(book, source, first[0])


def _recorded(book: Book, source: Source, number: int) -> list[Entry]:
    """Return a conversion's payments, the first of which has this number."""
    found: list[Entry] = []
    while found_at := entry_rows.numbered(book.tx.connection, book.group.id, number, number):
        if found_at[0].source != _place(source, len(found)):
            break
        found.append(found_at[0])
        number += 1
    return found


def _told_again(book: Book, known: KnownRates, entries: list[Entry]) -> Conversion:
    """Return the same answer of what was recorded before."""
    turned: list[Turned] = []
    opened: str | None = ""
    for entry in entries:
        contents = book.as_now(entry).contents
        (payer,), (payee,) = contents.payers, contents.owers
        if payer.member == payee.member:
            continue  # One member by now.
        is_back = contents.note == opened and contents.currency != turned[-1].before.currency
        if is_back:
            turned[-1] = replace(turned[-1], after=contents.amount)
            opened = ""
        else:
            nothing = Money(0, book.group.currency)
            turned.append(Turned(payer.member, payee.member, contents.amount, nothing))
            opened = contents.note
    used = dict.fromkeys(one.before.currency for one in turned)
    rates = tuple(known.rates[code] for code in used if code in known.rates)
    return Conversion(book.roster, tuple(turned), rates, tuple(entries))
