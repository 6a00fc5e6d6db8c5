"""A whole book under any sequence of uses: what is stored is what is derived from scratch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.book import membership, projection, settlement_plan
from ledger.book.entry_lookup import find
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Contents, EntryKind
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import amending, corrections, saying
from ledger.journal.recording import record_payment
from ledger.reports import statements
from ledger.schedules import recurring
from ledger.upkeep.audit import audit
from ledger.upkeep.group_settings import set_currency
from tests.ledger import beats
from tests.ledger.beats import fridays
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, new_source, person
from tests.ledger.own_file import OwnFile

_PEOPLE = [ASHA, BOB, CHEN, person(105, "Eva", "eva")]
_NAMES = ["asha", "bob", "chen", "eva", "new_one", "new_two"]

names = st.sampled_from(_NAMES)
people = st.sampled_from(_PEOPLE)
numbers = st.integers(1, 12)
money = st.builds(Money, st.integers(1, 5000), st.sampled_from([Currency("INR"), Currency("KWD")]))
parts = st.one_of(
    st.just(EQUAL_PART),
    st.builds(Part, st.just(PartKind.SHARES), st.integers(1, 30000)),
    st.builds(Part, st.just(PartKind.PERCENT), st.integers(0, 500000)),
    st.builds(Part, st.just(PartKind.ADJUST), st.integers(-50, 50)),
    st.builds(Part, st.just(PartKind.EXACT), st.integers(0, 1000)),
)
named = st.dictionaries(names, parts, max_size=4).map(
    lambda found: tuple((Name(name), part) for name, part in found.items())
)
payers = st.one_of(
    st.lists(names, max_size=1).map(lambda found: tuple((Name(name), None) for name in found)),
    # One takes the rest; with a slip of the amount that may be nothing.
    st.builds(
        lambda fixed, rest: (
            *((Name(name), minor) for name, minor in fixed.items() if name != rest),
            (Name(rest), None),
        ),
        st.dictionaries(names, st.integers(0, 500), min_size=1, max_size=3),
        names,
    ),
)
lines = st.builds(
    lambda amount, named, payers, everyone: ExpenseLine(
        amount, participants=named, payers=payers, everyone=everyone
    ),
    money,
    named,
    payers,
    st.booleans(),
)
amendments = st.builds(
    Amendment,
    amount=st.none() | money,
    currency=st.sampled_from([None, None, None, Currency("INR"), Currency("KWD")]),
    description=st.sampled_from([None, "cake"]),
    participants=st.just(()) | named,
    everyone=st.booleans(),
    left_out=st.just(()) | st.lists(names, max_size=1).map(lambda one: tuple(map(Name, one))),
    payers=st.just(()) | payers,
    on=st.sampled_from([None, date(2026, 2, 1)]),
    category=st.sampled_from([None, "food"]),
    note=st.sampled_from([None, "late"]),
)
rules = st.builds(
    lambda every, weekday: replace(fridays(), every=every, weekdays=(weekday,)),
    st.integers(1, 2),
    st.integers(0, 6),
)


class WholeBook(OwnFile, RuleBasedStateMachine):
    """People do anything that they may; refusals are fine, a book that disagrees is not."""

    @initialize()
    def open(self) -> None:
        self.open_file()
        self.chat = Chat(self.store, self.clock)
        self.chat.join(*_PEOPLE)

    @rule(who=people, line=lines)
    def record(self, who: Person, line: ExpenseLine) -> None:
        with suppress(LedgerError):
            self.chat.split(who, line)

    @rule(who=people, payer=names, payee=names, amount=st.none() | money)
    def pay(self, who: Person, payer: str, payee: str, amount: Money | None) -> None:
        with suppress(LedgerError):
            self.chat.settle(who, payer, payee, amount)

    @rule(who=people, number=numbers, line=lines)
    def edit(self, who: Person, number: int, line: ExpenseLine) -> None:
        with suppress(LedgerError):
            self.chat.revise(who, number, line)

    @rule(number=numbers, amendment=amendments)
    def an_edit_changes_only_what_it_says(self, number: int, amendment: Amendment) -> None:
        before = self.contents(number)
        if before is None or (changed := self.amend(number, amendment)) is None:
            return
        after = changed.entry.contents
        if amendment.amount is None and amendment.currency is None:
            assert after.amount == before.amount
            if not (amendment.concerns_sharers or amendment.payers):
                assert after.shares == before.shares
        assert after.kind is before.kind
        assert after.description == (amendment.description or before.description)
        assert after.category == (amendment.category or before.category)
        assert after.note == (amendment.note or before.note)
        assert after.on == (amendment.on or before.on)
        if not amendment.payers:
            paid = {share.member for share in before.payers}
            assert {share.member for share in after.payers} <= {
                *paid,
                *(member for member, _ in before.split.payers),
            }

    @rule(number=numbers, minor=st.integers(1, 5000))
    def there_and_back_is_nothing(self, number: int, minor: int) -> None:
        before = self.contents(number)
        if before is None:
            return
        there = Amendment(amount=Money(minor, before.currency))
        if self.amend(number, there) is not None:
            back = self.amend(number, Amendment(amount=before.amount))
            assert back is not None
            assert back.entry.contents == before

    @rule(number=numbers)
    def a_line_said_again_changes_nothing(self, number: int) -> None:
        before = self.contents(number)
        if before is None or before.kind is not EntryKind.EXPENSE:
            return
        with self.chat.open(ASHA, admin=True) as book:
            line = saying.expense_line(book, find(book, number))
            again = corrections.revise(book, number, line, new_source())
        assert not again.changed
        assert self.contents(number) == before

    def contents(self, number: int) -> Contents | None:
        with suppress(LedgerError), self.chat.open() as book:
            entry = find(book, number)
            return None if entry.deleted else entry.contents
        return None

    def amend(self, number: int, amendment: Amendment) -> Written | None:
        with suppress(LedgerError), self.chat.open(ASHA, admin=True) as book:
            return amending.amend(book, number, amendment, new_source())
        return None

    @rule(code=st.sampled_from(["INR", "KWD", "JPY"]))
    def another_currency(self, code: str) -> None:
        with self.chat.open(ASHA, admin=True) as book:
            set_currency(book, code)

    @rule(who=people, every=rules, line=lines)
    def recur(self, who: Person, every: Rule, line: ExpenseLine) -> None:
        with suppress(LedgerError), self.chat.open(who) as book:
            recurring.make(book, every, line, new_source())

    @rule(number=st.integers(1, 3))
    def stop(self, number: int) -> None:
        with suppress(LedgerError), self.chat.open(ASHA, admin=True) as book:
            recurring.stop(book, number)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.clock.move(timedelta(days=days))
        beats.record(self.chat)

    @rule(who=people, number=numbers)
    def delete(self, who: Person, number: int) -> None:
        with suppress(LedgerError):
            self.chat.delete(who, number, admin=True)

    @rule(who=people, number=numbers)
    def restore(self, who: Person, number: int) -> None:
        with suppress(LedgerError):
            self.chat.restore(who, number)

    @rule(who=people, number=numbers)
    def toggle(self, who: Person, number: int) -> None:
        with suppress(LedgerError):
            self.chat.toggle(who, number)

    @rule(gone=names, stays=names)
    def merge(self, gone: str, stays: str) -> None:
        with suppress(LedgerError), self.chat.open(ASHA, admin=True) as book:
            membership.merge(book, Name(gone), Name(stays))

    @rule(who=people)
    def leave(self, who: Person) -> None:
        with self.chat.open() as book:
            membership.leave(book, who.id)

    @rule(username=st.sampled_from(["new_one", "eva", "eve"]))
    def rename(self, username: str) -> None:
        self.chat.join(person(105, "Eva", username))

    @rule()
    def make_square(self) -> None:
        with self.chat.open() as book:
            planned = settlement_plan.suggested(book)
        for currency, payments in planned.items():
            for payment in payments:
                with self.chat.open(ASHA) as book:
                    amount = Money(payment.minor, currency)
                    record_payment(book, payment.payer, payment.payee, amount, new_source())
        assert self.chat.plan() == []

    @invariant()
    def what_is_stored_is_what_follows(self) -> None:
        if not hasattr(self, "store"):
            return
        assert audit(self.store) == ()
        with self.chat.open() as book:
            sheet = statements.balance(book)
            told = statements.pairs(book)
            standings = {member.id: statements.standing(book, member.id) for member in book.roster}
        for of_currency in sheet.currencies:
            nets = dict(of_currency.nets)
            assert sum(nets.values()) == 0
            for member, standing in standings.items():
                gross = dict(standing.currencies).get(of_currency.currency)
                assert (gross.net_minor if gross else 0) == nets.get(member, 0)
        for line in told.lines:
            assert line.net.minor > 0
            assert line.debtor != line.creditor


@pytest.fixture(scope="module", autouse=True)
def _template(migrated_file: Path) -> Iterator[None]:
    WholeBook.template = migrated_file
    with pytest.MonkeyPatch.context() as patch:
        # So few at a time that also these short books are read in several steps.
        patch.setattr(projection, "_CHANGES_AT_ONCE", 3)
        patch.setattr(statements, "_ENTRIES_AT_ONCE", 2)
        patch.setattr(statements, "_ENTRIES_READ", 5)
        yield


TestWholeBook = WholeBook.TestCase
TestWholeBook.settings = settings(
    max_examples=settings().max_examples // 3,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow],
)
