"""Short ways to write the core's values, and Hypothesis strategies for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

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
from ledger.core.shares import Part, PartKind, Share
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


@st.composite
def mixes(draw: st.DrawFn, amount_minor: int) -> dict[MemberId, Part]:
    """Any mix of parts that is possible for the amount: somebody takes what is left."""
    people = draw(st.permutations(PEOPLE).map(list)).copy()[: draw(st.integers(1, 6))]
    most = amount_minor // len(people)
    fixed = st.one_of(
        st.builds(Part, st.just(PartKind.EXACT), st.integers(0, most)),
        st.builds(Part, st.just(PartKind.ADJUST), st.integers(0, most)),
        st.builds(Part, st.just(PartKind.PERCENT), st.integers(0, 1_000_000 // len(people))),
        st.builds(Part, st.just(PartKind.SHARES), st.integers(0, 10**6)),
        st.just(Part(PartKind.EQUAL)),
    )
    parts = {person: draw(fixed) for person in people}
    parts[people[-1]] = draw(
        st.one_of(
            st.just(Part(PartKind.EQUAL)),
            st.builds(Part, st.just(PartKind.SHARES), st.integers(1, 10**6)),
        )
    )
    return parts


@st.composite
def expenses(draw: st.DrawFn, currencies: tuple[Currency, ...] = (INR,)) -> Contents:
    """An expense in any mix, with up to three payers."""
    amount = draw(amounts)
    owed = divide(amount, draw(mixes(amount)), draw(st.integers(1, 50)), INR)
    payers = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    paid: dict[MemberId, int | None] = {
        payer: draw(st.integers(0, amount // len(payers))) for payer in payers[1:]
    }
    paid[payers[0]] = None
    return expense(paid_by(amount, paid, INR), owed, draw(st.sampled_from(currencies)))


@st.composite
def payments(draw: st.DrawFn, currencies: tuple[Currency, ...] = (INR,)) -> Contents:
    payer, payee = draw(st.permutations(PEOPLE))[:2]
    return payment(payer, payee, draw(amounts), draw(st.sampled_from(currencies)))


@st.composite
def logs(
    draw: st.DrawFn, currencies: tuple[Currency, ...] = (INR, EUR), most: int = 12
) -> list[Change]:
    """A group's changes: entries recorded, edited, deleted and restored in any order.

    Small amounts between few people, so that everybody is square now and then.
    """
    contents = st.one_of(
        expenses(currencies),
        payments(currencies),
        st.builds(
            payment,
            st.sampled_from(PEOPLE[:2]),
            st.sampled_from(PEOPLE[2:3]),
            st.just(100),
            st.sampled_from(currencies),
        ),
        st.builds(
            payment,
            st.sampled_from(PEOPLE[2:3]),
            st.sampled_from(PEOPLE[:2]),
            st.just(100),
            st.sampled_from(currencies),
        ),
    )
    said: list[Contents] = []
    counted: list[Contents | None] = []
    changes: list[Change] = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        place = draw(st.integers(0, len(said)))
        if place == len(said):
            said.append(draw(contents))
            counted.append(None)
            before, after = None, said[place]
        elif counted[place] is None:
            before, after = None, said[place]
        elif draw(st.booleans()):
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
    everyone = draw(st.booleans())
    there = sorted({*draw(st.sets(st.sampled_from(PEOPLE))), *parts}) if everyone else ()
    payers = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    paid: list[tuple[MemberId, int | None]] = [
        (payer, draw(st.integers(0, AMOUNT // 3))) for payer in payers[1:]
    ]
    out = tuple(sorted(draw(st.sets(st.sampled_from(PEOPLE))) - parts.keys()))
    terms = said(tuple(parts.items()), out, ((payers[0], None), *paid), everyone=there)
    return SplitTerms(
        payers=terms.payers,
        sharers=terms.sharers,
        named=terms.named,
        left_out=terms.left_out,
        everyone=terms.everyone,
        rotation=draw(st.integers(0, 20)),
        inferred=draw(st.booleans()),
    )
