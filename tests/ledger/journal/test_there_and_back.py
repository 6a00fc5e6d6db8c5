"""An edit and the edit back is nothing, and an edit changes only what it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.book import membership
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.clock import MovableClock
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.journal import amending, answering, corrections, sharing
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense, new_source, owed, rupees

KWD, JPY = Currency("KWD"), Currency("JPY")
PEOPLE = {"asha": ASHA, "bob": BOB, "chen": CHEN}


def amend(chat: Chat, number: int, amendment: Amendment) -> Written:
    with chat.open(ASHA, admin=True) as book:
        return amending.amend(book, number, amendment, new_source())


def second(chat: Chat, line: ExpenseLine) -> None:
    """Record it as the second entry, whose leftover units do not begin with the first."""
    chat.split(ASHA, expense(1))
    chat.split(ASHA, line)


def test_leftover_units_stay_where_they_were_recorded(chat: Chat) -> None:
    second(chat, expense(100))
    before = {"Asha": 3333, "Bob": 3333, "Chen": 3334}
    chat.toggle(BOB, 2)
    assert owed(chat.toggle(BOB, 2)) == before
    assert owed(chat.revise(ASHA, 2, expense(200))) == {"Asha": 6667, "Bob": 6666, "Chen": 6667}
    assert owed(chat.revise(ASHA, 2, expense(100))) == before
    amended = amend(chat, 2, Amendment(amount=rupees(200)))
    assert owed(amended) == {"Asha": 6667, "Bob": 6666, "Chen": 6667}
    assert owed(amend(chat, 2, Amendment(amount=rupees(100)))) == before
    # Said anew, too: of all three, and of two.
    everyone = amend(chat, 2, Amendment(everyone=True, amount=rupees(400)))
    assert owed(everyone) == {"Asha": 13333, "Bob": 13333, "Chen": 13334}
    bob = chat.member("bob").id
    with chat.open(ASHA) as book:
        sharing.toggle_member(book, 2, bob, new_source())
    with chat.open(ASHA) as book:
        there = sharing.toggle_member(book, 2, bob, new_source())
    assert owed(there) == owed(everyone)


def test_undo_takes_what_is_a_day_old_without_asking(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100))
    clock.move(timedelta(days=1))
    with chat.open(ASHA) as book:
        assert isinstance(corrections.undo_latest(book, new_source()), Written)
    chat.split(ASHA, expense(100))
    clock.move(timedelta(days=1, microseconds=1))
    with chat.open(ASHA) as book:
        assert isinstance(corrections.undo_latest(book, new_source()), OldEntry)


def test_another_currency_takes_what_each_paid_along(chat: Chat) -> None:
    payers: list[tuple[Whom, int | None]] = [(Name("bob"), 70_00), (Sender(), None)]
    chat.split(ASHA, expense(100, "tea", payers=payers))
    there = amend(chat, 1, Amendment(currency=KWD))
    assert there.entry.contents.amount == Money(100_000, KWD)
    assert paid(there) == {"Asha": 30_000, "Bob": 70_000}
    back = amend(chat, 1, Amendment(currency=INR))
    assert back.entry.contents.amount == rupees(100)
    assert paid(back) == {"Asha": 30_00, "Bob": 70_00}
    with pytest.raises(LedgerError) as refused:
        amend(chat, 1, Amendment(amount=Money(50_000, KWD)))
    assert refused.value.details == {"amount": Money(70_00, INR), "reason": "currency"}


def test_the_same_said_of_people_merged_since_moves_nothing(chat: Chat) -> None:
    second(chat, expense(100, "tea", "bob", "grandma"))
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("grandma"), Name("chen"))
    before = chat.nets()
    again = chat.revise(ASHA, 2, expense(100, "chai", "bob", "chen"))
    assert again.changed
    assert chat.nets() == before
    # Another amount is divided by the terms as they were recorded.
    chat.revise(ASHA, 2, expense(500, "chai", "bob", "chen"))
    chat.revise(ASHA, 2, expense(100, "chai", "bob", "chen"))
    assert chat.nets() == before


def paid(changed: Written) -> dict[str, int]:
    return {
        changed.roster[share.member].first_name: share.paid_minor
        for share in changed.entry.contents.payers
    }


PARTS = st.one_of(
    st.just(EQUAL_PART),
    st.integers(0, 3000).map(lambda minor: Part(PartKind.EXACT, minor)),
    st.integers(-500, 3000).map(lambda minor: Part(PartKind.ADJUST, minor)),
    st.integers(0, 300_000).map(lambda value: Part(PartKind.PERCENT, value)),
    st.integers(0, 40_000).map(lambda value: Part(PartKind.SHARES, value)),
)


@st.composite
def lines(draw: st.DrawFn) -> ExpenseLine:
    """A line in any mix, in rupees: most fit their amount."""
    names = draw(st.lists(st.sampled_from([*PEOPLE, "guest"]), max_size=4, unique=True))
    payers = draw(st.lists(st.sampled_from([*PEOPLE]), max_size=3, unique=True))
    known: list[tuple[Whom, int | None]] = [
        (Name(payer), draw(st.integers(0, 3000))) for payer in payers[1:]
    ]
    return expense(
        Money(draw(st.one_of(st.integers(1, 300), st.integers(10_000, 99_999))), INR),
        draw(st.sampled_from(["tea", "dinner at Tito's"])),
        *((name, draw(PARTS)) for name in names),
        everyone=draw(st.booleans()),
        payers=[*known, (Name(payers[0]), None)] if payers else [],
    )


def _amount(minor: int) -> Amendment:
    return Amendment(amount=Money(minor, INR))


AMENDMENTS = st.one_of(
    st.integers(1, 10**6).map(_amount),
    st.sampled_from([Amendment(currency=KWD), Amendment(currency=JPY)]),
    st.sampled_from([*PEOPLE]).map(lambda name: Amendment(payers=((Name(name), None),))),
    st.sampled_from([Amendment(description="x"), Amendment(note="y"), Amendment(category="z")]),
)


def shares_of(chat: Chat, number: int) -> tuple[Share, ...]:
    with chat.open() as book:
        return answering.as_it_is(book, number).entry.contents.shares


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lines(), lines(), AMENDMENTS, st.sampled_from([*PEOPLE]), st.data())
def test_there_and_back_is_nothing(
    chat: Chat,
    line: ExpenseLine,
    other: ExpenseLine,
    amendment: Amendment,
    name: str,
    data: st.DataObject,
) -> None:
    try:
        recorded = chat.split(ASHA, line)
    except LedgerError:
        return
    number = recorded.entry.number
    before, nets = recorded.entry.contents, chat.nets()
    member = chat.member(name).id

    def back(changes: Callable[[], object], returns: Callable[[], object]) -> None:
        try:
            changes()
        except LedgerError:
            return
        returns()
        assert shares_of(chat, number) == before.shares
        assert chat.nets() == nets

    def toggles() -> None:
        with chat.open(ASHA, admin=True) as book:
            sharing.toggle_member(book, number, member, new_source())

    undone = Amendment(amount=before.amount)
    if amendment.payers:
        undone = Amendment(payers=line.payers or ((Sender(), None),))
    elif amendment.currency:
        undone = Amendment(currency=INR)
    ways: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (lambda: chat.revise(ASHA, number, other), lambda: chat.revise(ASHA, number, line)),
        (
            lambda: amend(chat, number, amendment),
            lambda: amend(
                chat,
                number,
                undone,
            ),
        ),
        (toggles, toggles),
        (lambda: chat.delete(ASHA, number, admin=True), lambda: chat.restore(ASHA, number)),
    ]
    back(*data.draw(st.sampled_from(ways)))
