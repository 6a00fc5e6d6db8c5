"""Short ways to write the core's values, and Hypothesis strategies for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from hypothesis import strategies as st

from ledger.core.balances import (
    NOTHING_AT_BASELINE,
    AtBaseline,
    Balances,
    Change,
    Derivation,
)
from ledger.core.entries import Contents, EntryKind
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.core.split_terms import SplitTerms, said
from ledger.core.splitting import divide, paid_by

INR = Currency("INR")
EUR = Currency("EUR")


def member(number: int) -> MemberId:
    return MemberId(number)


def expense(
    paid: Mapping[MemberId, int], owed: Mapping[MemberId, int], currency: Currency = INR
) -> Contents:
    """An expense from what was paid and what is owed."""
    shares = tuple(
        Share(who, paid.get(who, 0), owed.get(who, 0))
        for who in sorted({*paid, *owed})
        if paid.get(who) or owed.get(who)
    )
    amount = sum(paid.values())
    day = date(2024, 2, 16)
    return Contents(EntryKind.EXPENSE, amount, currency, "", None, day, None, shares)


def payment(payer: MemberId, payee: MemberId, minor: int, currency: Currency = INR) -> Contents:
    """A payment: the payer paid it, the payee owes it."""
    shares = tuple(sorted((Share(payer, minor, 0), Share(payee, 0, minor)), key=_by_member))
    day = date(2024, 2, 16)
    return Contents(EntryKind.PAYMENT, minor, currency, "", None, day, None, shares)


def _by_member(share: Share) -> MemberId:
    return share.member


def counted_at(log: Sequence[Change], entry: int, number: int) -> Contents | None:
    """What an entry counted after the change with a number."""
    said = [of.after for of in log if of.entry == entry and of.number <= number]
    return said[-1] if said else None


def counted_at_baseline(
    log: Sequence[Change], entry: int, books: Mapping[Currency, Balances]
) -> AtBaseline:
    """What an entry counted when everybody was last square, by currency."""
    return {
        currency: counted_at(log, entry, balances.baseline) for currency, balances in books.items()
    }


def apply(
    books: Mapping[Currency, Balances], change: Change, counted: AtBaseline = NOTHING_AT_BASELINE
) -> dict[Currency, Balances]:
    """A group's balances after one more change; `counted` is what its entry did at baselines."""
    said = [contents for contents in (change.before, change.after) if contents is not None]
    thens = {of.currency: {change.entry: counted.get(of.currency)} for of in said}
    derivation = Derivation.from_here(books, change.number - 1, {}, thens)
    derivation.add([change])
    return derivation.balances()


PEOPLE = [MemberId(number) for number in range(1, 7)]
amounts = st.one_of(st.integers(1, 300), st.integers(1, 10**6), st.integers(1, 10**13))

# Made once: what is made while an example is drawn is checked anew for each, which takes several
# times as long as drawing.
_ANYBODY = st.sampled_from(PEOPLE)
_SOME = st.sets(_ANYBODY)
_PAYERS = st.lists(_ANYBODY, min_size=1, max_size=3, unique=True)
_IN_ANY_ORDER = st.permutations(PEOPLE)
_HOW_MANY = st.integers(1, 6)
_UNEVEN = st.integers(1, 50)
_EITHER = st.booleans()
_KINDS = st.sampled_from(
    [PartKind.EXACT, PartKind.ADJUST, PartKind.PERCENT, PartKind.SHARES, PartKind.EQUAL]
)
_LAST = st.one_of(
    st.just(EQUAL_PART),
    st.builds(Part, st.just(PartKind.SHARES), st.integers(1, 10**6)),
)


@cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@st.composite
def mixes(draw: st.DrawFn, amount_minor: int) -> dict[MemberId, Part]:
    """Any mix of parts that is possible for the amount: somebody takes what is left."""
    people = draw(_IN_ANY_ORDER)[: draw(_HOW_MANY)]
    bounds = {
        PartKind.EXACT: amount_minor // len(people),
        PartKind.ADJUST: amount_minor // len(people),
        PartKind.PERCENT: 1_000_000 // len(people),
        PartKind.SHARES: 10**6,
    }
    parts = {}
    for person in people:
        kind = draw(_KINDS)
        parts[person] = Part(kind, draw(_up_to(bounds[kind]))) if kind in bounds else EQUAL_PART
    parts[people[-1]] = draw(_LAST)
    return parts


@cache
def expenses(currencies: tuple[Currency, ...] = (INR,)) -> st.SearchStrategy[Contents]:
    """An expense in any mix, with up to three payers."""
    return _expenses(st.sampled_from(currencies))


@st.composite
def _expenses(draw: st.DrawFn, currencies: st.SearchStrategy[Currency]) -> Contents:
    amount = draw(amounts)
    owed = divide(amount, draw(mixes(amount)), draw(_UNEVEN), INR)
    payers = draw(_PAYERS)
    most = _up_to(amount // len(payers))
    paid: dict[MemberId, int | None] = {payer: draw(most) for payer in payers[1:]}
    paid[payers[0]] = None
    return expense(paid_by(amount, paid, INR), owed, draw(currencies))


@cache
def payments(currencies: tuple[Currency, ...] = (INR,)) -> st.SearchStrategy[Contents]:
    return _payments(st.sampled_from(currencies))


@st.composite
def _payments(draw: st.DrawFn, currencies: st.SearchStrategy[Currency]) -> Contents:
    payer, payee = draw(_IN_ANY_ORDER)[:2]
    return payment(payer, payee, draw(amounts), draw(currencies))


@cache
def _said(currencies: tuple[Currency, ...]) -> st.SearchStrategy[Contents]:
    """What an entry may say; payments of 100 now and then make all even."""
    two, third = st.sampled_from(PEOPLE[:2]), st.just(PEOPLE[2])
    hundred, currency = st.just(100), st.sampled_from(currencies)
    return st.one_of(
        expenses(currencies),
        payments(currencies),
        st.builds(payment, two, third, hundred, currency),
        st.builds(payment, third, two, hundred, currency),
    )


@st.composite
def logs(
    draw: st.DrawFn, currencies: tuple[Currency, ...] = (INR, EUR), most: int = 12
) -> list[Change]:
    """A group's changes: entries recorded, edited, deleted and restored in any order.

    Small amounts between few people, so that everybody is square now and then.
    """
    contents = _said(currencies)
    said: list[Contents] = []
    counted: list[Contents | None] = []
    changes: list[Change] = []
    for number in range(1, draw(_up_to(most)) + 1):
        place = draw(_up_to(len(said)))
        if place == len(said):
            said.append(draw(contents))
            counted.append(None)
            before, after = None, said[place]
        elif counted[place] is None:
            before, after = None, said[place]
        elif draw(_EITHER):
            before, after = counted[place], None
        else:
            said[place] = draw(contents)
            before, after = counted[place], said[place]
        counted[place] = after
        changes.append(Change(number, place, before, after))
    return changes


AMOUNT = 120_000


@st.composite
def any_terms(draw: st.DrawFn) -> SplitTerms:
    """Terms of any kind that fit `AMOUNT`: named or everyone, some left out, up to three payers."""
    parts = draw(mixes(AMOUNT))
    everyone = draw(_EITHER)
    there = sorted({*draw(_SOME), *parts}) if everyone else ()
    payers = draw(_PAYERS)
    paid: list[tuple[MemberId, int | None]] = [
        (payer, draw(_up_to(AMOUNT // 3))) for payer in payers[1:]
    ]
    out = tuple(sorted(draw(_SOME) - parts.keys()))
    terms = said(tuple(parts.items()), out, ((payers[0], None), *paid), everyone=there)
    return SplitTerms(
        payers=terms.payers,
        sharers=terms.sharers,
        named=terms.named,
        left_out=terms.left_out,
        everyone=terms.everyone,
        rotation=draw(_up_to(20)),
        inferred=draw(_EITHER),
    )


def exact(minor: int) -> Part:
    return Part(PartKind.EXACT, minor)


def percent(of: int) -> Part:
    return Part(PartKind.PERCENT, of * 10_000)


def times(number: int) -> Part:
    return Part(PartKind.SHARES, number * 10_000)
