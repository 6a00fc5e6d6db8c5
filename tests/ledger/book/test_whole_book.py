"""A whole book under any sequence of uses: what is stored is what is derived from scratch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.book import projection, settlement_plan
from ledger.core.clock import MovableClock
from ledger.core.entries import EQUAL_PART, Part, PartKind
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person
from ledger.core.money import Currency, Money
from ledger.journal.recording import record_payment
from ledger.people import membership
from ledger.reports import statements
from ledger.storage.database import Store
from ledger.upkeep.audit import audit
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, new_source, person
from tests.ledger.conftest import MONDAY

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
)
lines = st.builds(
    lambda amount, named, payers: ExpenseLine(
        amount,
        participants=tuple((Name(name), part) for name, part in named.items()),
        payers=tuple((Name(name), None) for name in payers),
    ),
    money,
    st.dictionaries(names, parts, max_size=4),
    st.lists(names, max_size=1),
)


class WholeBook(RuleBasedStateMachine):
    """People do anything that they may; refusals are fine, a book that disagrees is not."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "book.db"
        shutil.copy(self.template, path)
        self.store = Store(f"sqlite:///{path}", MovableClock(MONDAY))
        self.chat = Chat(self.store, MovableClock(MONDAY))
        self.chat.join(*_PEOPLE)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.dispose()
            self.folder.cleanup()

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
    max_examples=20, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow]
)
