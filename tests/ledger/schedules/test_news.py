"""What is changed outside a chat waits to be told there: once, in its order, with the change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest

from ledger.book import default_shares, member_sets, membership
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.told_news import EntryNews, GroupNews, ManyNews, News
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Name, Person, Role
from ledger.core.money import Currency
from ledger.core.news import Alteration, Setting, altogether, read_alteration
from ledger.core.recurrence import every_week
from ledger.currencies import rates
from ledger.journal import corrections, recording
from ledger.schedules import deliveries, news, recurring, weekly_setting
from ledger.storage import group_rows
from ledger.storage.database import Store
from ledger.upkeep import group_settings
from ledger.upkeep.chat_migration import follow_migration
from tests.ledger.beats import monthly
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, INR, Chat, expense, new_source

T = TypeVar("T")


def outside(
    chat: Chat, who: Person | None, use_case: Callable[[Book], T], *, admin: bool = True
) -> T:
    """Run a use case as one that is called from outside the chat."""
    with chat.open(who, admin=admin) as book:
        return news.told_in_chat(use_case)(book)


def split(chat: Chat, who: Person, amount: int, *names: str) -> Written:
    line = expense(amount, "tea", *names)
    return outside(chat, who, lambda book: recording.record_expense(book, line, src()))


def revise(chat: Chat, who: Person, number: int, line: ExpenseLine) -> None:
    outside(chat, who, lambda book: corrections.revise(book, number, line, src()))


src = new_source


def begin(store: Store) -> News | None:
    with store.transaction() as tx:
        groups = news.groups_waiting(tx, 10)
        return news.begin_telling(tx, groups[0]) if groups else None


def tell(store: Store) -> list[News]:
    """Tell all that waits."""
    told = []
    while (one := begin(store)) is not None:
        told.append(one)
        with store.transaction() as tx:
            news.told(tx, one.ids)
    return told


def names(chat: Chat, found: GroupNews, ids: tuple[MemberId, ...]) -> list[str]:
    return [found.members[id_].first_name for id_ in ids]


@pytest.fixture
def chat(store: Store, chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat


def test_what_is_typed_is_no_news(chat: Chat, store: Store) -> None:
    chat.split(ASHA, expense(300, "tea"))
    assert tell(store) == []


def test_an_expense_is_told_once_as_new(chat: Chat, store: Store) -> None:
    split(chat, ASHA, 300, "bob")
    [one] = tell(store)
    assert isinstance(one.tidings, EntryNews)
    assert one.tidings.is_new
    assert one.tidings.written.entry.number == 1
    assert one.chat_id == chat.place.chat_id
    assert tell(store) == []


def test_the_same_source_again_is_told_no_second_time(chat: Chat, store: Store) -> None:
    source = src()
    for _ in range(2):
        outside(
            chat, ASHA, lambda book: recording.record_expense(book, expense(300, "tea"), source)
        )
    assert len(tell(store)) == 1


def test_what_is_refused_is_not_told(chat: Chat, store: Store) -> None:
    with pytest.raises(LedgerError):
        outside(chat, BOB, lambda book: corrections.delete(book, 9, src()))
    assert tell(store) == []


def test_a_group_without_a_chat_is_told_nothing(store: Store) -> None:
    with store.transaction() as tx:
        group_id = group_rows.add_hidden(tx.connection, "Flat", INR, "Asia/Kolkata", tx.now)
        book = Book(tx, group_rows.lock(tx.connection, group_id))
        book.visit(ASHA)
        record = news.told_in_chat(
            lambda it: recording.record_expense(it, expense(300, "tea"), src())
        )
        assert record(book).entry.number == 1
    assert tell(store) == []


def test_a_chat_that_the_bot_is_out_of_is_told_nothing(chat: Chat, store: Store) -> None:
    split(chat, ASHA, 300)
    with store.transaction() as tx:
        group_settings.leave_chat(tx, chat.place.chat_id)
    assert tell(store) == []
    chat.join(ASHA)
    assert tell(store) == []


def test_an_edit_names_what_it_was_before_the_first_of_the_changes(
    chat: Chat, store: Store
) -> None:
    chat.split(ASHA, expense(300, "tea"))
    for amount in (400, 500):
        revise(chat, ASHA, 1, expense(amount, "tea"))
    [one] = tell(store)
    assert isinstance(one.tidings, EntryNews)
    assert not one.tidings.is_new
    written = one.tidings.written
    assert written.before is not None
    assert written.before.contents.amount_minor == 30000
    assert written.entry.contents.amount_minor == 50000


def test_what_was_recorded_and_changed_before_it_is_told_is_told_once_as_it_is(
    chat: Chat, store: Store
) -> None:
    split(chat, ASHA, 300)
    outside(chat, ASHA, lambda book: corrections.delete(book, 1, src()))
    [one] = tell(store)
    assert isinstance(one.tidings, EntryNews)
    assert one.tidings.is_new
    assert one.tidings.written.entry.deleted


def test_the_same_bill_by_somebody_else_is_named(chat: Chat, store: Store) -> None:
    chat.split(BOB, expense(300, "chai"))
    split(chat, ASHA, 300)
    [one] = tell(store)
    assert isinstance(one.tidings, EntryNews)
    assert one.tidings.written.twin is not None
    assert one.tidings.written.twin.number == 1


def test_five_are_told_one_by_one_and_more_in_one(chat: Chat, store: Store) -> None:
    for _ in range(5):
        split(chat, ASHA, 300)
    assert [type(one.tidings) for one in tell(store)] == [EntryNews] * 5
    for _ in range(13):
        split(chat, ASHA, 300)
    outside(chat, ASHA, lambda book: corrections.delete(book, 2, src()))
    outside(chat, ASHA, lambda book: group_settings.set_currency(book, "EUR"))
    [one] = tell(store)
    assert isinstance(one.tidings, ManyNews)
    # The ten newest of those that were changed, in the order of their changes.
    assert [entry.number for entry in one.tidings.new] == list(range(10, 19))
    assert [entry.number for entry in one.tidings.changed_now] == [2]
    assert one.tidings.more == 4
    assert [it.altered.settings for it in one.tidings.group] == [(Setting.CURRENCY,)]
    assert len(one.tidings.changed) == 14


def test_what_was_on_its_way_when_the_process_died_is_told_again(chat: Chat, store: Store) -> None:
    split(chat, ASHA, 300)
    assert begin(store) is not None
    assert begin(store) is None
    with store.transaction() as tx:
        ours, again = deliveries.begin_lease(tx, "the next", datetime.now(UTC))
    assert (ours, again) == (True, 1)
    assert len(tell(store)) == 1


def test_what_was_put_off_keeps_its_place(chat: Chat, store: Store) -> None:
    split(chat, ASHA, 300)
    split(chat, ASHA, 400)
    first = begin(store)
    assert first is not None
    with store.transaction() as tx:
        news.put_off(tx, first)
    split(chat, ASHA, 500)
    chat.clock.move(timedelta(seconds=14))
    # The third did not wait, and takes along those before it.
    told = tell(store)
    assert [
        one.tidings.written.entry.number for one in told if isinstance(one.tidings, EntryNews)
    ] == [1, 2, 3]


def test_a_bug_costs_nobody_else_their_news(chat: Chat, store: Store) -> None:
    split(chat, ASHA, 300)
    split(chat, ASHA, 400)
    first = begin(store)
    assert first is not None
    with store.transaction() as tx:
        news.give_up(tx, first.ids)
        [untold] = news.untold(tx)
    assert untold.id == first.ids[0]
    assert len(tell(store)) == 1
    with store.transaction() as tx:
        news.tell_again(tx, [untold.id])
        assert news.untold(tx) == ()
    assert len(tell(store)) == 1


def test_members_roles_and_shares_are_told(chat: Chat, store: Store) -> None:
    def use_case(book: Book) -> None:
        membership.add_members(book, [Name("dia")])
        membership.remove_member(book, Name("chen"))
        membership.set_role(book, Name("bob"), Role.ADMIN)
        default_shares.set_weight(book, Name("bob"), 20_000)

    outside(chat, ASHA, use_case)
    [one] = tell(store)
    found = one.tidings
    assert isinstance(found, GroupNews)
    assert found.by == chat.member("asha").id
    assert names(chat, found, found.altered.added) == ["dia"]
    assert names(chat, found, found.altered.removed) == ["Chen"]
    assert names(chat, found, found.altered.roles) == ["Bob"]
    assert names(chat, found, found.altered.weights) == ["Bob"]


def test_who_joins_by_themselves_is_not_told(chat: Chat, store: Store) -> None:
    outside(chat, DIA, lambda book: book.roster)
    assert tell(store) == []


def test_settings_and_what_recurs_are_told_together(chat: Chat, store: Store) -> None:
    outside(chat, ASHA, lambda book: group_settings.set_currency(book, "EUR"))
    outside(chat, ASHA, lambda book: weekly_setting.set_weekly(book, every_week(), None))
    outside(chat, ASHA, lambda book: recurring.make(book, monthly(1), expense(9, "rent"), src()))
    [one] = tell(store)
    assert isinstance(one.tidings, GroupNews)
    assert one.tidings.altered.settings == (Setting.CURRENCY, Setting.WEEKLY)
    assert [it.kept.description for it in one.tidings.recurring] == ["rent"]
    outside(chat, ASHA, lambda book: recurring.stop(book, 1))
    [one] = tell(store)
    assert isinstance(one.tidings, GroupNews)
    assert one.tidings.altered == Alteration(recurring=(1,))


def test_what_changes_nothing_is_no_news(chat: Chat, store: Store) -> None:
    outside(chat, ASHA, lambda book: group_settings.set_timezone(book, "Europe/Berlin"))
    tell(store)
    outside(chat, ASHA, lambda book: group_settings.set_timezone(book, "Europe/Berlin"))
    assert tell(store) == []


def test_another_clock_is_not_another_schedule(chat: Chat, store: Store) -> None:
    outside(chat, ASHA, lambda book: recurring.make(book, monthly(1), expense(9), src()))
    tell(store)
    outside(chat, ASHA, lambda book: group_settings.set_timezone(book, "Europe/Berlin"))
    [one] = tell(store)
    assert isinstance(one.tidings, GroupNews)
    assert one.tidings.altered == Alteration(settings=(Setting.TIMEZONE,))


def test_who_was_merged_meanwhile_is_who_they_are(chat: Chat, store: Store) -> None:
    outside(chat, ASHA, lambda book: membership.add_members(book, [Name("deeya")]))
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("deeya"), Name("bob"))
    [one] = tell(store)
    assert isinstance(one.tidings, GroupNews)
    assert names(chat, one.tidings, one.tidings.altered.added) == ["Bob"]


def test_rates_sets_and_who_is_whom_are_told_as_they_are(chat: Chat, store: Store) -> None:
    euro, pound = Currency("EUR"), Currency("GBP")
    outside(chat, ASHA, lambda book: rates.set_rate(book, euro, Decimal(90)))
    outside(chat, ASHA, lambda book: rates.set_rate(book, pound, Decimal(110)))
    outside(chat, ASHA, lambda book: rates.drop_rate(book, pound))
    outside(chat, ASHA, lambda book: member_sets.name_set(book, "flat", [Name("bob")]))
    outside(chat, ASHA, lambda book: membership.add_members(book, [Name("deeya")]))
    outside(chat, ASHA, lambda book: membership.merge(book, Name("deeya"), Name("bob")))
    [one] = tell(store)
    assert isinstance(one.tidings, GroupNews)
    (merged,) = one.tidings.merged
    assert (merged.gone.first_name, merged.stays.first_name) == ("deeya", "Bob")
    found = one.tidings.rates
    assert {base: rate and rate.value for base, rate in found.items()} == {euro: 90, pound: None}
    told = one.tidings.sets["flat"]
    assert told is not None
    assert told.members == (chat.member("bob").id,)


def test_a_rate_that_nobody_had_set_is_no_news_when_it_is_dropped(chat: Chat, store: Store) -> None:
    outside(chat, ASHA, lambda book: rates.drop_rate(book, Currency("EUR")))
    assert tell(store) == []


def test_news_follow_a_group_that_was_joined_to_another(chat: Chat, store: Store) -> None:
    newer = Chat(store, chat.clock, -100200)
    newer.join(ASHA)
    chat.split(ASHA, expense(100, "tea"))
    outside(newer, ASHA, lambda book: recording.record_expense(book, expense(200, "cake"), src()))
    with store.transaction() as tx:
        follow_migration(tx, chat.place.chat_id, newer.place.chat_id)
    [one] = tell(store)
    assert isinstance(one.tidings, EntryNews)
    assert one.chat_id == newer.place.chat_id
    assert one.tidings.written.entry.number == 2
    assert one.tidings.written.entry.contents.description == "cake"


def test_nothing_is_told_of_a_transaction_that_failed(chat: Chat, store: Store) -> None:
    def use_case(book: Book) -> None:
        recording.record_expense(book, expense(300, "tea"), src())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        outside(chat, ASHA, use_case)
    assert tell(store) == []


def test_an_alteration_is_read_as_it_was_written() -> None:
    one = Alteration((MemberId(1),), (MemberId(2),), settings=(Setting.WEEKLY,), recurring=(3,))
    assert read_alteration(one.written()) == one
    assert read_alteration(Alteration().written()).is_nothing
    both = altogether([one, Alteration((MemberId(4), MemberId(1)))])
    assert both.added == (1, 4)
    assert both.removed == (2,)
