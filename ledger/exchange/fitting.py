"""Fitting: what an entry of a file is in the book's own terms, to the last unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ledger.core import terms_codec
from ledger.core.categories import category_key
from ledger.core.entries import Contents, EntryKind
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId
from ledger.core.merged_terms import after_merge
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.core.split_terms import SplitTerms, handed_over, inferred, turned_round
from ledger.exchange.foreign_book import Amounts, ForeignEntry


def contents_of(entry: ForeignEntry, members: Sequence[MemberId]) -> Contents | None:
    """Return what an entry says, with the members that its people are, by their places.

    None for a payment between two who are one member. Where the file says how it was split, or
    the shares are equal but for leftover units, the terms say so; else each share is exact.
    Whatever the terms, the shares come to what the file says.
    """
    paid, owed = _by_member(entry.paid, members), _by_member(entry.owed, members)
    amount = Money(entry.amount_minor, entry.currency)
    if entry.kind is EntryKind.PAYMENT:
        (payer,), (payee,) = paid, owed
        if payer == payee:
            return None
        terms = handed_over(payer, payee)
        shares = tuple(replace(share, part=None) for share in terms.shares(amount))
    else:
        terms, shares = _fitted(entry, amount, paid, owed, members)
    return Contents(
        kind=entry.kind,
        amount_minor=amount.minor,
        currency=amount.currency,
        description=entry.description,
        category=category_key(entry.category),
        on=entry.on,
        note=entry.note,
        shares=shares,
        terms=terms,
    )


def _by_member(amounts: Amounts, members: Sequence[MemberId]) -> dict[MemberId, int]:
    found: dict[MemberId, int] = {}
    for person, minor in amounts:
        found[members[person]] = found.get(members[person], 0) + minor
    return found


def _fitted(
    entry: ForeignEntry,
    amount: Money,
    paid: Mapping[MemberId, int],
    owed: Mapping[MemberId, int],
    members: Sequence[MemberId],
) -> tuple[SplitTerms, tuple[Share, ...]]:
    for terms in _candidates(entry, amount, paid, owed, members):
        try:
            shares = terms.shares(amount)
        except LedgerError:
            continue
        turned = turned_round(shares) if entry.refund else shares
        if {s.member: s.paid_minor for s in turned if s.paid_minor} == paid and {
            s.member: s.owed_minor for s in turned if s.owed_minor
        } == owed:
            return terms, shares
    raise AssertionError("exact shares always fit")


def _candidates(
    entry: ForeignEntry,
    amount: Money,
    paid: Mapping[MemberId, int],
    owed: Mapping[MemberId, int],
    members: Sequence[MemberId],
) -> Iterator[SplitTerms]:
    if entry.terms is not None:
        yield from _turning(_said(entry, amount, members))
    of_each = {who: (paid.get(who, 0), owed.get(who, 0)) for who in sorted({*paid, *owed})}
    turn = _turn(owed)
    if turn is not None:
        equal = (
            Share(who, gave, part, EQUAL_PART if part else None)
            for who, (gave, part) in of_each.items()
        )
        yield replace(inferred(equal, turn), inferred=False, refund=entry.refund)
    exact = (
        Share(who, gave, part, Part(PartKind.EXACT, part) if part else None)
        for who, (gave, part) in of_each.items()
    )
    yield replace(inferred(exact), inferred=False, refund=entry.refund)


def _turn(owed: Mapping[MemberId, int]) -> int | None:
    """Return a rotation by which an equal split gives just these shares; None where none does.

    Leftover units go one each to people in a row, in the order of ids (`splitting.divide`).
    """
    most = max(owed.values())
    if most - min(owed.values()) > 1:
        return None
    served = [owed[who] == most for who in sorted(owed)]
    many, units = len(served), sum(served)
    for start in range(many):
        if all(served[(start + place) % many] for place in range(units)):
            return start or many
    return None


def _turning(terms: SplitTerms) -> Iterator[SplitTerms]:
    """Yield terms as they are, then with each other order in which leftover units may go."""
    yield terms
    for rotation in range(1, len(terms.sharers) + 1):
        yield replace(terms, rotation=rotation)


def _said(entry: ForeignEntry, amount: Money, members: Sequence[MemberId]) -> SplitTerms:
    assert entry.terms is not None
    terms = terms_codec.from_json(entry.terms)
    became = {MemberId(place): member for place, member in enumerate(members)}
    return after_merge(terms, became, terms.shares(amount))
