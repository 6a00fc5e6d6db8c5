"""People under any sequence of uses: whoever becomes one, moves or goes, every cent stays theirs.

A model knows who everybody really is, and whose each share was when it was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ledger.accounts import acquaintance, joining, linking, registering, showing
from ledger.accounts.opening import Call
from ledger.book.open_book import Book
from ledger.core.accounts import AccountId, PublicId
from ledger.core.answers.entry_changes import Written
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import GroupId, Member, MemberKind, Name, Person, Role, UserId
from ledger.core.shares import EQUAL_PART
from ledger.journal import corrections, recording
from ledger.storage import running_balances
from ledger.upkeep.audit import audit
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.erasure import forget
from ledger.upkeep.taking_over import start_code, take_over
from tests.ledger.accounts.http import Http
from tests.ledger.accounts.humans import TELEGRAM, USERNAMES, Circle, Human, Line
from tests.ledger.chat import ASHA, INR, Chat, new_source, rupees
from tests.ledger.own_file import OwnFile

_MOST_ACCOUNTS, _MOST_GROUPS = 5, 5

telegram = st.sampled_from(TELEGRAM)
chats = st.sampled_from([-1, -2, -3])
any_of = st.integers(0, 20)
"""Which of several things that are there, counted round."""
several = st.lists(any_of, max_size=3)
names = st.none() | st.sampled_from([str(who.username) for who in TELEGRAM])
amounts = st.integers(1, 500)


class WholePeople(OwnFile, RuleBasedStateMachine):
    """People do anything over HTTP and in chats; refusals are foreseen, and change nothing."""

    @initialize()
    def open(self) -> None:
        self.open_file()
        self.http = Http(self.store, self.clock)
        self.humans: list[Human] = []
        self.circles: dict[GroupId, Circle] = {}
        self.chats: dict[int, GroupId] = {}
        self.moved: dict[int, int] = {}
        self.registered = 0
        self.entries: dict[PublicId, tuple[GroupId, int]] = {}
        for _ in range(2):
            self.register()
        self.found(0, [1])
        self.write(ASHA, -1)

    # Who there is

    def human(self, user_id: UserId) -> Human:
        """Return who has a number; whoever of Telegram is new, or new again, is somebody new."""
        for one in self.humans:
            if one.user_id == user_id:
                return one
        assert user_id > 0
        self.humans.append(Human(user_id))
        return self.humans[-1]

    def with_account(self, which: int) -> Human | None:
        there = [one for one in self.humans if one.account is not None]
        return there[which % len(there)] if there else None

    def circle(self, which: int) -> GroupId | None:
        there = list(self.circles)
        return there[which % len(there)] if there else None

    def chat(self, number: int) -> Chat:
        return Chat(self.store, self.clock, self.moved.get(number, number))

    @contextmanager
    def refused(self, code: Code | None) -> Iterator[None]:
        """Expect a refusal, or none."""
        if code is None:
            yield
            return
        with pytest.raises(LedgerError) as error:
            yield
        assert error.value.code is code

    @rule()
    def register(self) -> None:
        if self.registered < _MOST_ACCOUNTS:
            self.registered += 1
            made = self.http.register(f"Person{self.registered} Lastname")
            self.humans.append(Human(made.user_id, made.id, {made.public_id}, registered=True))

    @rule(who=telegram)
    def open_the_app(self, who: Person) -> None:
        with self.store.transaction() as tx:
            made = registering.of_person(tx, who)
        human = self.human(who.id)
        assert human.account in {None, made.id}
        human.account = made.id
        human.public_ids.add(made.public_id)

    # Groups and who is in them

    @precondition(lambda self: len(self.circles) < _MOST_GROUPS)
    @rule(first=any_of, others=several)
    def found(self, first: int, others: list[int]) -> None:
        members = [one for which in (first, *others) if (one := self.with_account(which))]
        if members:
            members = list({id(one): one for one in members}.values())
            with self.store.transaction() as tx:
                accounts = registering.of_users(tx, [one.user_id for one in members if one.user_id])
            of = [accounts[one.user_id] for one in members if one.user_id]
            circle = self.circles[self.http.found("Goa", *of)] = Circle()
            for one in members:
                circle.met(one)

    @rule(group=any_of, who=any_of)
    def add(self, group: int, who: int) -> None:
        group_id, human = self.circle(group), self.with_account(who)
        if group_id is None or human is None or human.user_id is None:
            return
        circle = self.circles[group_id]
        there = any(one is human for one in circle.active)
        with (
            self.refused(Code.ALREADY_A_MEMBER if there else None),
            self.http.open(group_id, None) as book,
        ):
            joining.add(book, human.user_id, Role.ADMIN)
        if not there:
            circle.met(human)

    @rule(who=telegram, chat=chats)
    def write(self, who: Person, chat: int) -> None:
        with self.chat(chat).open(who) as book:
            group_id = book.group.id
        known = self.chats.setdefault(chat, group_id)
        assert known == group_id
        self.circles.setdefault(group_id, Circle()).met(self.human(who.id))

    @rule(group=any_of, who=any_of)
    def remove(self, group: int, who: int) -> None:
        group_id = self.circle(group)
        if group_id is None or not self.circles[group_id].active:
            return
        circle = self.circles[group_id]
        human = circle.active[who % len(circle.active)]
        code = Code.BALANCE_OPEN if id(human) in circle.nets() else None
        with self.http.open(group_id, None) as book:
            member = self._member(book, human)
            try:
                joining.remove(book, member.id)
            except LedgerError as error:
                # Who is the only admin is told so first.
                assert error.code in {code, Code.LAST_ADMIN}  # noqa: PT017
                return
        assert code is None
        circle.active = [one for one in circle.active if one is not human]

    def _member(self, book: Book, human: Human) -> Member:
        assert human.user_id is not None
        member = book.people.of_user(human.user_id)
        assert member is not None
        return member

    # What they record

    @rule(group=any_of, who=any_of, others=several, named=names, amount=amounts)
    def record(
        self, group: int, who: int, others: list[int], named: str | None, amount: int
    ) -> None:
        group_id = self.circle(group)
        if group_id is None or not self.circles[group_id].active:
            return
        there = self.circles[group_id].active
        with self.store.transaction() as tx:
            book = Call(group_id, there[who % len(there)].user_id).open(tx)
            members = [self._member(book, there[other % len(there)]).id for other in others]
            sharing = [Name("", member=id_) for id_ in {*members}]
            if named is not None and not any(
                USERNAMES.get(there[other % len(there)].user_id or UserId(0)) == named
                for other in others
            ):
                sharing.append(Name(named))
            line = ExpenseLine(
                rupees(amount),
                participants=tuple((one, EQUAL_PART) for one in sharing),
                everyone=not sharing,
            )
            self._note(group_id, book, recording.record_expense(book, line, new_source()))

    @rule(group=any_of, payer=any_of, payee=any_of, amount=amounts)
    def pay(self, group: int, payer: int, payee: int, amount: int) -> None:
        group_id = self.circle(group)
        if group_id is None or not self.circles[group_id].active:
            return
        there = self.circles[group_id].active
        one, other = there[payer % len(there)], there[payee % len(there)]
        if one is not other:
            with self.store.transaction() as tx:
                book = Call(group_id, one.user_id).open(tx)
                ids = self._member(book, one).id, self._member(book, other).id
                paid = recording.record_payment(book, *ids, rupees(amount), new_source())
                self._note(group_id, book, paid)

    def _note(self, group_id: GroupId, book: Book, written: Written) -> None:
        lines = self.circles[group_id].lines
        moved = []
        for share in written.entry.contents.shares:
            who = self._who(self.circles[group_id], book.member(share.member))
            moved.append((who, share.paid_minor - share.owed_minor))
        lines.append(Line(moved))
        assert written.entry.number == len(lines)
        for public_id in showing.ids_of_entries(book.tx, [written.entry]).values():
            self.entries[public_id] = group_id, written.entry.number

    def _who(self, circle: Circle, member: Member) -> Human:
        if member.user_id is None:
            assert member.username is not None
            return circle.waiting.setdefault(member.username, Human(None))
        human = self.human(member.user_id)
        circle.met(human, comes=False)
        return human

    @rule(group=any_of, number=any_of)
    def delete_or_restore(self, group: int, number: int) -> None:
        group_id = self.circle(group)
        if group_id is None or not self.circles[group_id].lines:
            return
        number %= len(self.circles[group_id].lines)
        line = self.circles[group_id].lines[number]
        with self.http.open(group_id, None) as book:
            use = corrections.delete if line.live else corrections.restore
            use(book, number + 1, new_source())
        line.live = not line.live

    # Who becomes one, moves, or goes

    @rule(which=any_of, who=telegram)
    def link(self, which: int, who: Person) -> None:
        human, other = self.with_account(which), self.human(who.id)
        if human is None or human.account is None:
            return
        with self.store.transaction() as tx:
            account = registering.by_id(tx, human.account)
            code = linking.new_link_code(tx, who)
        assert account is not None
        is_other = human is not other
        taken = is_other and (account.in_telegram or other.registered)
        with (
            self.refused(Code.ALREADY_LINKED if taken else None),
            self.store.transaction() as tx,
        ):
            assert linking.link(tx, account, code).user_id == who.id
        if is_other and not taken:
            human.user_id = who.id
            human.public_ids |= other.public_ids
            self.humans = [one for one in self.humans if one is not other]
            for circle in self.circles.values():
                if any(one is human for one in circle.ever):
                    circle.met(human, comes=False)
                circle.become(other, human)

    @rule(group=any_of, chat=chats)
    def come_into_a_chat(self, group: int, chat: int) -> None:
        group_id = self.circle(group)
        if group_id is None:
            return
        with self.http.open(group_id, None) as book:
            if group_id in self.chats.values():
                with self.refused(Code.IN_CHAT_ALREADY):
                    start_code(book)
                return
            code, _ = start_code(book)
        own = self.chats.get(chat)
        has_book = own is not None and bool(self.circles[own].lines)
        with (
            self.refused(Code.CHAT_HAS_BOOK if has_book else None),
            self.store.transaction() as tx,
        ):
            assert take_over(tx, self.chat(chat).place, code).id == group_id
        if has_book:
            return
        self.chats[chat] = group_id
        if own is not None:
            mine = self.circles.pop(own)
            for human in mine.ever:
                self.circles[group_id].met(human, comes=any(one is human for one in mine.active))

    @rule(chat=chats)
    def migrate(self, chat: int) -> None:
        old = self.moved.get(chat, chat)
        if chat in self.chats and chat not in self.moved:
            self.moved[chat] = old - 1_000
            with self.store.transaction() as tx:
                follow_migration(tx, old, self.moved[chat])

    @precondition(lambda self: self.humans)
    @rule(which=any_of)
    def forget(self, which: int) -> None:
        human = self.humans.pop(which % len(self.humans))
        assert human.user_id is not None
        with self.store.transaction() as tx:
            forget(tx, human.user_id, lambda _language, number: f"Somebody {number}")
            for public_id in human.public_ids:
                assert registering.by_public_id(tx, public_id) is None
            if human.account is not None:
                assert registering.by_id(tx, human.account) is None
        human.user_id, human.account = None, None
        for circle in self.circles.values():
            for known in (circle.active, circle.ever):
                known[:] = [one for one in known if one is not human]

    # What holds always

    @invariant()
    def every_cent_is_whose_it_was(self) -> None:
        assert audit(self.store) == ()
        for group_id, circle in self.circles.items():
            with self.http.open(group_id, None) as book:
                nets = running_balances.all_nets(book.tx.connection, group_id).get(INR, {})
                who = {member.id: member for member in book.roster}
            told = Counter((who[id_].user_id, minor) for id_, minor in nets.items())
            assert told == Counter((one.user_id, minor) for one, minor in circle.nets().values())
            accounts = [one for one in who.values() if one.kind is MemberKind.USER and one.active]
            assert {one.user_id for one in accounts} == {one.user_id for one in circle.active}
            assert len(accounts) == len(circle.active)

    @invariant()
    def everybody_is_found_by_every_id_they_ever_had(self) -> None:
        with self.store.transaction() as tx:
            for human in self.humans:
                for public_id in human.public_ids:
                    account = registering.by_public_id(tx, public_id)
                    assert account is not None
                    assert (account.id, account.user_id) == (human.account, human.user_id)
                if human.user_id is None or human.account is None:
                    continue
                mine = {
                    group_id
                    for group_id, circle in self.circles.items()
                    if id(human) in circle.nets() or any(one is human for one in circle.active)
                }
                cards = showing.my_cards(tx, human.user_id)
                assert {card.group.id for card in cards} == mine
                assert {card.group.id: card.in_chat for card in cards} == {
                    group_id: group_id in self.chats.values() for group_id in mine
                }
            for public_id, where in self.entries.items():
                assert showing.entry_of(tx, public_id) == where

    @invariant()
    def nobody_is_left_behind(self) -> None:
        with self.store.transaction() as tx:
            accounts = registering.all_behind(tx, AccountId(0), 100)
            for account in accounts:
                acquaintance.acquaintances(tx, account)
        assert len({account.user_id for account in accounts}) == len(accounts)
        known = {human.user_id for human in self.humans}
        assert {account.user_id for account in accounts} <= known


@pytest.fixture(scope="module", autouse=True)
def _template(migrated_file: Path) -> None:
    WholePeople.template = migrated_file


TestWholePeople = WholePeople.TestCase
TestWholePeople.settings = settings(
    max_examples=settings().max_examples // 3,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow],
)
