"""Reminders: politely, at most once a day, never at night, and not to whoever minds."""

from __future__ import annotations

from datetime import date, time

import pytest

from ledger.book import membership
from ledger.book.open_book import Book
from ledger.core.answers.due_notices import Notice
from ledger.core.answers.reminding import Reminder
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Person
from ledger.core.money import Currency, Money
from ledger.core.reminder_threshold import worth_a_reminder
from ledger.schedules import outside_reminders, reminders
from ledger.storage import group_rows
from ledger.upkeep import group_settings
from tests.ledger.beats import at, beat, record
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, new_source, rupees


@pytest.fixture
def owed(chat: Chat) -> Chat:
    """Bob and Chen owe Asha 300 and 3,000."""
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(600, "lunch", "bob"))
    chat.split(ASHA, expense(6000, "hotel", "chen"))
    return chat


def remind(chat: Chat, name: str, who: Person = ASHA, source: Source | None = None) -> Reminder:
    with chat.open(who) as book:
        return reminders.remind(book, Name(name), source or new_source())


def refusal(chat: Chat, name: str) -> LedgerError:
    with pytest.raises(LedgerError) as refused:
        remind(chat, name)
    return refused.value


def reminded(told: list[Notice]) -> list[list[str]]:
    return [
        [member.first_name for member in posting.content.debtors]
        for posting in told
        if isinstance(posting.content, Reminder)
    ]


def test_a_debtor_is_reminded_once_a_day(owed: Chat) -> None:
    [(payment, currency)] = remind(owed, "bob").debts
    assert (payment.minor, currency) == (30000, "INR")
    assert refusal(owed, "bob").code is Code.REMINDED_TODAY
    assert remind(owed, "chen").at is None
    owed.clock.move_to(at(2026, 3, 3))
    assert remind(owed, "bob").debts


def test_the_same_message_reminds_again_after_a_crash(owed: Chat) -> None:
    source = new_source()
    assert remind(owed, "bob", source=source) == remind(owed, "bob", source=source)


def test_whoever_was_rung_is_not_reminded_again_by_the_same_message(owed: Chat) -> None:
    source, names, bob = new_source(), (Name("bob"), Name("chen")), owed.member("bob").id
    for left in (["Bob", "Chen"], ["Chen"]):
        with owed.open(ASHA) as book:
            done = reminders.remind_all(book, names, source)
            reminders.note_rung(book.tx, [bob], source)
        assert [one.first_name for one in done.reminder.debtors] == left
        assert not done.refused
    owed.clock.move_to(at(2026, 3, 3, 12))
    assert [one.first_name for one in remind(owed, "bob").debtors] == ["Bob"]


def test_several_are_reminded_as_far_as_they_can_be(owed: Chat) -> None:
    remind(owed, "bob")
    source = new_source()
    whoms = (Name("bob"), Name("nobody_here"), Name("chen"), Name("Chen"))
    for _ in range(2):  # The second time as after a crash.
        with owed.open(ASHA) as book:
            done = reminders.remind_all(book, whoms, source)
        assert [member.first_name for member in done.reminder.debtors] == ["Chen"]
        assert len(done.reminder.debts) == 1
        assert [error.code for error in done.refused] == [Code.REMINDED_TODAY, Code.UNKNOWN_NAME]
    with owed.open(ASHA) as book, pytest.raises(LedgerError) as refused:
        reminders.remind_all(book, [Name("bob")], source)
    assert refused.value.code is Code.REMINDED_TODAY


def test_whoever_owes_nothing_is_not_reminded(owed: Chat) -> None:
    error = refusal(owed, "asha")
    assert error.code is Code.OWES_NOTHING


def test_at_night_it_waits_for_the_morning(owed: Chat) -> None:
    owed.clock.move_to(at(2026, 3, 2, 17))  # 22:30 in Kolkata
    reminder = remind(owed, "bob")
    assert reminder.at == at(2026, 3, 3, 2, 30)
    assert refusal(owed, "bob").code is Code.REMINDED_TODAY
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 3, 2, 31))
    assert reminded(beat(owed)) == [["Bob"]]
    assert refusal(owed, "bob").code is Code.REMINDED_TODAY
    owed.clock.move_to(at(2026, 3, 3, 17))  # The next night it works again.
    assert remind(owed, "bob").at == at(2026, 3, 4, 2, 30)
    owed.clock.move_to(at(2026, 3, 4, 2, 31))
    assert reminded(beat(owed)) == [["Bob"]]


def test_what_was_paid_at_night_is_not_asked_for_in_the_morning(owed: Chat) -> None:
    owed.clock.move_to(at(2026, 3, 2, 17))
    remind(owed, "bob")
    owed.settle(BOB, "bob", "asha")
    owed.clock.move_to(at(2026, 3, 3, 3))
    assert reminded(beat(owed)) == []


def test_all_debts_above_the_limit_by_a_rule(owed: Chat) -> None:
    with owed.open(BOB) as book, pytest.raises(LedgerError) as refused:
        reminders.set_reminders(book, reminders.daily(), None)
    assert refused.value.code is Code.ADMINS_ONLY
    with owed.open(ASHA, admin=True) as book:
        how = reminders.set_reminders(book, reminders.daily(), None)
    assert how.limit == rupees(400)
    owed.clock.move_to(at(2026, 3, 3, 4, 31))  # 10:01
    assert reminded(beat(owed)) == [["Chen"]]
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), rupees(100))
    owed.clock.move_to(at(2026, 3, 4, 4, 31))
    assert reminded(beat(owed)) == [["Bob", "Chen"]]
    with owed.open(ASHA, admin=True) as book:
        assert reminders.stop_reminders(book).limit == rupees(100)
    owed.clock.move_to(at(2026, 3, 8))
    assert reminded(beat(owed)) == []


def test_who_was_reminded_by_hand_is_spared_that_day(owed: Chat) -> None:
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(time(18)), rupees(1))
    owed.clock.move_to(at(2026, 3, 3, 5))
    beat(owed)
    assert refusal(owed, "bob").code is Code.REMINDED_TODAY
    owed.clock.move_to(at(2026, 3, 4, 5))
    remind(owed, "bob")
    owed.clock.move_to(at(2026, 3, 4, 13))
    assert reminded(beat(owed)) == [["Chen"]]


def test_a_late_one_waits_for_the_morning(owed: Chat) -> None:
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), rupees(1))
    owed.clock.move_to(at(2026, 3, 5, 21))  # 02:30 on the 6th: the bot was away for days
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 6, 2, 31))
    assert reminded(beat(owed)) == [["Bob", "Chen"]]


def test_one_that_was_held_up_into_the_night_waits_for_the_morning(owed: Chat) -> None:
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), rupees(1))
    owed.clock.move_to(at(2026, 3, 3, 4, 30))
    record(owed)  # 10:00; the bot stops before it is sent, and comes back at 22:31.
    owed.clock.move_to(at(2026, 3, 3, 17, 1))
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 4, 2, 29))
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 4, 2, 30))
    assert reminded(beat(owed)) == [["Bob", "Chen"]]
    owed.clock.move_to(at(2026, 3, 4, 4, 31))  # That day's own: they were reminded already.
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 5, 4, 31))
    assert reminded(beat(owed)) == [["Bob", "Chen"]]


def test_a_morning_that_was_slept_through_is_the_next_one(owed: Chat) -> None:
    owed.clock.move_to(at(2026, 3, 2, 17, 31))  # 23:01
    assert remind(owed, "bob").at == at(2026, 3, 3, 2, 30)
    for hour in (17, 18):  # Twice, as the second time it is there already.
        owed.clock.move_to(at(2026, 3, 3, hour, 31))
        assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 4, 17, 31))
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 5, 2, 30))
    assert reminded(beat(owed)) == [["Bob"]]
    assert beat(owed) == []


def test_asking_again_while_one_is_held_up_reminds_once(owed: Chat) -> None:
    owed.clock.move_to(at(2026, 3, 2, 17, 31))
    remind(owed, "bob")
    owed.clock.move_to(at(2026, 3, 3, 17, 31))
    record(owed)
    remind(owed, "bob")
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 4, 2, 30))
    assert reminded(beat(owed)) == [["Bob"]]


def test_who_snoozes_or_mutes_is_left_alone(owed: Chat) -> None:
    with owed.open(BOB) as book:
        assert reminders.snooze(book) == date(2026, 3, 9)
    with owed.open(CHEN) as book:
        reminders.mute(book, muted=True)
    error = refusal(owed, "bob")
    assert (error.code, error.details["until"]) == (Code.REMINDERS_MUTED, date(2026, 3, 9))
    assert refusal(owed, "chen").details["until"] is None
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), rupees(1))
    owed.clock.move_to(at(2026, 3, 4))
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 9, 13))
    with owed.open(CHEN) as book:
        reminders.mute(book, muted=False)
    assert reminded(beat(owed)) == [["Bob", "Chen"]]


def test_nobody_is_reminded_in_a_group_they_have_left(owed: Chat) -> None:
    with owed.open() as book:
        membership.leave(book, BOB.id)
    assert refusal(owed, "bob").code is Code.HAS_LEFT
    with owed.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), rupees(1))
    owed.clock.move_to(at(2026, 3, 5))
    assert reminded(beat(owed)) == [["Chen"]]
    owed.clock.move_to(at(2026, 3, 6))
    with owed.open(ASHA) as book:
        told = reminders.remind_all(book, [Name("bob"), Name("chen")], new_source())
    assert [error.code for error in told.refused] == [Code.HAS_LEFT]
    assert [member.first_name for member in told.reminder.debtors] == ["Chen"]


def test_an_anonymous_admin_may_ask_and_no_other_without_a_name(owed: Chat) -> None:
    with owed.open(None, admin=True) as book:
        assert reminders.remind(book, Name("bob"), new_source()).debtors
    with owed.open(None) as book, pytest.raises(LedgerError) as caught:
        reminders.remind(book, Name("chen"), new_source())
    assert caught.value.code is Code.NOT_A_PERSON


def test_a_rule_at_night_is_moved_to_the_morning() -> None:
    assert reminders.daily(time(23)).at == time(8)
    assert reminders.each_week(2, time(7, 59)).at == time(8)
    assert reminders.each_week(2, time(21, 59)).at == time(21, 59)


def test_the_limit_is_about_five_dollars() -> None:
    assert worth_a_reminder(Currency("USD")) == Money(500, Currency("USD"))
    assert worth_a_reminder(Currency("JPY")) == Money(600, Currency("JPY"))
    assert worth_a_reminder(Currency("KWD")) == Money(2000, Currency("KWD"))
    assert worth_a_reminder(Currency("CHE")).minor > 0


def outside(chat: Chat, name: str, source: Source | None = None) -> Reminder:
    """Have somebody reminded by Asha, who is not in the chat just now."""
    member = chat.member(name)
    with chat.open(ASHA) as book:
        return outside_reminders.ask(book, member, source or new_source())


def test_what_is_asked_for_outside_is_posted_once(owed: Chat) -> None:
    source = new_source()
    for _ in range(2):
        assert [one.first_name for one in outside(owed, "bob", source).debtors] == ["Bob"]
    assert reminded(beat(owed)) == [["Bob"]]
    assert reminded(beat(owed)) == []
    with pytest.raises(LedgerError) as refused:
        outside(owed, "bob")
    assert refused.value.code is Code.REMINDED_TODAY
    owed.clock.move_to(at(2026, 3, 3, 12))
    outside(owed, "bob")
    assert reminded(beat(owed)) == [["Bob"]]


def test_what_is_asked_for_outside_at_night_waits_for_the_morning(owed: Chat) -> None:
    owed.clock.move_to(at(2026, 3, 2, 17))  # 22:30 in Kolkata
    assert outside(owed, "bob").at == at(2026, 3, 3, 2, 30)
    assert reminded(beat(owed)) == []
    owed.clock.move_to(at(2026, 3, 3, 2, 31))
    assert reminded(beat(owed)) == [["Bob"]]


def test_what_would_be_said_is_told_and_nothing_is_noted(owed: Chat) -> None:
    chen, asha = owed.member("chen"), owed.member("asha")
    for _ in range(2):
        with owed.open(ASHA) as book:
            found = outside_reminders.foreseen(book, chen)
        assert [payment.minor for payment, _ in found.debts] == [300000]
    assert reminded(beat(owed)) == []
    with owed.open(ASHA) as book, pytest.raises(LedgerError) as refused:
        outside_reminders.foreseen(book, asha)
    assert refused.value.code is Code.OWES_NOTHING


def test_where_there_is_no_chat_nobody_is_reminded(owed: Chat) -> None:
    with owed.store.transaction() as tx:
        group_settings.leave_chat(tx, owed.place.chat_id)
    with owed.store.transaction() as tx:
        row = group_rows.by_chat(tx.connection, owed.place.chat_id)
        assert row is not None
        book = Book(tx, row, chat_admin=True)
        bob = book.roster.members[1]
        with pytest.raises(LedgerError) as refused:
            outside_reminders.foreseen(book, bob)
        assert refused.value.code is Code.NO_CHAT
        with pytest.raises(LedgerError) as refused:
            outside_reminders.ask(book, bob, new_source())
        assert refused.value.code is Code.NO_CHAT
