"""Editing, deleting, restoring, joining in, undoing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.book import membership
from ledger.book.entry_lookup import entry_of, find
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.clock import MovableClock
from ledger.core.entries import Action, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import ONE_SHARE, Name, Person, Sender
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind
from ledger.journal import corrections, recording
from tests.ledger.chat import (
    ASHA,
    BOB,
    CHEN,
    DIA,
    INR,
    Chat,
    expense,
    new_source,
    owed,
    person,
    rupees,
)
from tests.ledger.journal.refusing import chat_member


def _undo(chat: Chat, who: Person) -> Written | OldEntry:
    with chat.open(who) as book:
        return corrections.undo_latest(book, new_source())


def test_a_change_of_words_moves_not_a_cent(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "dinner"))
    before = chat.nets()
    chat.join(DIA)
    changed = chat.revise(ASHA, 1, expense(100, "dinner at Tito's", category="food"))
    assert changed.changed
    assert changed.entry.contents.description == "dinner at Tito's"
    assert owed(changed) == {"Asha": 3333, "Bob": 3334, "Chen": 3333}
    assert chat.nets() == before


def test_a_change_of_words_keeps_who_joined_by_button(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "dinner", "bob"))
    chat.toggle(CHEN, 1)
    assert set(owed(chat.revise(ASHA, 1, expense(100, "lunch", "bob")))) == {
        "Asha",
        "Bob",
        "Chen",
    }


def test_a_new_amount_is_split_anew_and_keeps_its_date(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100, "dinner", "bob"))
    clock.move(timedelta(days=3))
    changed = chat.revise(ASHA, 1, expense(200, "dinner", "bob"))
    assert owed(changed) == {"Asha": 10000, "Bob": 10000}
    assert changed.entry.contents.on == date(2026, 3, 2)
    assert changed.before is not None
    assert changed.before.contents.amount == rupees(100)
    assert changed.entry.revision.number == 2
    assert chat.nets() == {"Asha": 10000, "Bob": -10000}


def test_an_edit_by_an_admin_does_not_change_who_paid(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "dinner", "chen"))
    with chat.open(BOB, admin=True) as book:
        changed = corrections.revise(book, 1, expense(300, "dinner", "chen"), new_source())
    assert owed(changed) == {"Asha": 15000, "Chen": 15000}
    assert changed.entry.author == chat.member("asha").id
    assert changed.entry.revision.author == chat.member("bob").id


def test_an_edited_message_finds_its_entry_by_source(chat: Chat) -> None:
    chat.split(ASHA, expense(100), Source("m1"))
    with chat.open(ASHA) as book:
        entry = entry_of(book, Source("m1"))
        assert entry is not None
        changed = corrections.revise(book, entry.number, expense(200), Source("m1/e1"))
    assert changed.entry.number == 1
    with chat.open(ASHA) as book:
        again = corrections.revise(book, 1, expense(200), Source("m1/e1"))
    assert not again.changed
    assert again.before == changed.before
    assert again.entry == changed.entry


def test_an_edit_that_says_the_same_writes_nothing(chat: Chat) -> None:
    chat.split(ASHA, expense(100))
    changed = chat.revise(ASHA, 1, expense(100))
    assert not changed.changed
    assert changed.entry.revision.number == 1
    assert changed.before == changed.entry.revision


def test_whoever_left_is_told_of_where_a_line_names_them_anew_and_not_where_it_still_does(
    chat: Chat,
) -> None:
    chat.split(ASHA, expense(90, "tea", "chen"))
    with chat.open(ASHA) as book:
        membership.leave(book, CHEN.id)
    assert chat.revise(ASHA, 1, expense(80, "tea", "chen")).newcomers == ()
    anew = chat.split(ASHA, expense(90, "cake", "chen"))
    assert [member.first_name for member in anew.newcomers] == ["Chen"]


def test_a_message_edited_later_counts_the_default_shares_of_then(chat: Chat) -> None:
    def bob_counts(weight: int) -> None:
        with chat.open(ASHA) as book:
            book.people.set_weight(book.people[chat_member(book, "bob")], weight)

    bob_counts(20_000)
    chat.split(ASHA, expense(120, "dinner", everyone=True))
    bob_counts(ONE_SHARE)
    without_chen = expense(120, "dinner", everyone=True, left_out=[Name("chen")])
    assert owed(chat.revise(ASHA, 1, without_chen)) == {"Asha": 4000, "Bob": 8000}


def test_an_edit_may_change_the_currency(chat: Chat) -> None:
    euros = Currency("EUR")
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.revise(ASHA, 1, expense(Money(1000, euros), "tea", "bob"))
    assert chat.nets() == {}
    assert chat.nets(euros) == {"Asha": 500, "Bob": -500}


def test_a_slip_corrected_in_the_message_takes_its_placeholder_away(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "chem"))
    chat.revise(ASHA, 1, expense(100, "tea", "chen"))
    assert list(chat.members()) == ["Asha", "Bob", "Chen"]
    assert chat.nets() == {"Asha": 5000, "Chen": -5000}


def test_a_name_merged_away_still_means_the_one_it_was_merged_into(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "chem"))
    with chat.open(ASHA) as book:
        membership.merge(book, Name("chem"), Name("chen"))
    changed = chat.revise(ASHA, 1, expense(100, "green tea", "chem"))
    assert changed.newcomers == ()
    assert chat.nets() == {"Asha": 5000, "Chen": -5000}


def test_deleting_takes_out_and_restoring_brings_back(chat: Chat) -> None:
    chat.split(ASHA, expense(300))
    nets = chat.nets()
    deleted = chat.delete(ASHA, 1)
    assert deleted.entry.deleted
    assert deleted.entry.revision.action is Action.DELETE
    assert chat.nets() == {}
    restored = chat.restore(ASHA, 1)
    assert restored.entry.contents == deleted.entry.contents
    assert chat.nets() == nets


def test_undo_takes_a_new_placeholder_away_and_restoring_brings_it_back(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "zoe"))
    chat.delete(ASHA, 1)
    assert "zoe" not in chat.members()
    assert owed(chat.split(ASHA, expense(300))) == {"Asha": 10000, "Bob": 10000, "Chen": 10000}
    chat.restore(ASHA, 1)
    assert chat.members()["zoe"].active


def test_a_placeholder_in_another_entry_stays(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "zoe"))
    chat.split(ASHA, expense(100, "cake", "zoe"))
    chat.delete(ASHA, 1)
    assert chat.members()["zoe"].active
    chat.delete(ASHA, 2)
    assert "zoe" not in chat.members()


def test_a_placeholder_taken_away_is_new_when_named_again(chat: Chat) -> None:
    (first,) = chat.split(ASHA, expense(100, "tea", "zoe")).newcomers
    chat.delete(ASHA, 1)
    (again,) = chat.split(ASHA, expense(100, "tea", "zoe")).newcomers
    assert again.id == first.id
    assert again.active
    chat.delete(ASHA, 2)
    assert "zoe" not in chat.members()


def test_each_repeated_press_gets_a_true_answer(chat: Chat) -> None:
    chat.split(ASHA, expense(100))
    for first, second, code in (
        (chat.delete, chat.delete, Code.ALREADY_DELETED),
        (chat.restore, chat.restore, Code.NOT_DELETED),
    ):
        first(ASHA, 1)
        with pytest.raises(LedgerError) as refused:
            second(ASHA, 1)
        assert refused.value.code is code
    with chat.open(ASHA) as book:
        once = corrections.delete(book, 1, Source("press"))
    with chat.open(ASHA) as book:
        twice = corrections.delete(book, 1, Source("press"))
    assert (once.changed, twice.changed) == (True, False)
    assert once.entry == twice.entry


def test_only_author_payer_or_admin_may_change_an_entry(chat: Chat) -> None:
    chat.split(ASHA, expense(100, payers=[(Name("bob"), None)]))
    with pytest.raises(LedgerError) as refused:
        chat.delete(CHEN, 1)
    assert refused.value.code is Code.MAY_NOT_CHANGE
    author, payers = refused.value.details["author"], refused.value.details["payers"]
    assert author == chat.member("asha")
    assert payers == (chat.member("bob"),)
    chat.delete(BOB, 1)
    chat.restore(ASHA, 1)
    chat.delete(CHEN, 1, admin=True)


def test_everybody_puts_themselves_in_and_out(chat: Chat) -> None:
    chat.split(ASHA, expense(300, "tea", "bob"))
    assert set(owed(chat.toggle(CHEN, 1))) == {"Asha", "Bob", "Chen"}
    assert set(owed(chat.toggle(BOB, 1))) == {"Asha", "Chen"}
    out = chat.toggle(ASHA, 1)
    assert owed(out) == {"Chen": 30000}
    assert [share.paid_minor for share in out.entry.contents.payers] == [30000]
    with pytest.raises(LedgerError) as refused:
        chat.toggle(CHEN, 1)
    assert refused.value.code is Code.NOBODY_SHARES
    assert set(owed(chat.toggle(ASHA, 1))) == {"Asha", "Chen"}


def test_not_everything_can_be_joined(chat: Chat) -> None:
    chat.split(ASHA, expense(300, "tea", ("bob", Part(PartKind.SHARES, 20000))))
    chat.settle(BOB, "bob", "asha")
    chat.split(ASHA, expense(300))
    chat.delete(ASHA, 3)
    for number, code in (
        (1, Code.NOT_EQUAL),
        (2, Code.NOT_AN_EXPENSE),
        (3, Code.ALREADY_DELETED),
        (4, Code.NO_SUCH_ENTRY),
    ):
        with pytest.raises(LedgerError) as refused:
            chat.toggle(CHEN, number)
        assert refused.value.code is code


def test_payments_are_undone_but_not_edited(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    with pytest.raises(LedgerError) as refused:
        chat.revise(BOB, 2, expense(5))
    assert refused.value.code is Code.NOT_AN_EXPENSE
    chat.delete(BOB, 2)
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}


def test_an_edit_of_a_deleted_entry_says_so(chat: Chat) -> None:
    chat.split(ASHA, expense(100))
    chat.delete(ASHA, 1)
    with pytest.raises(LedgerError) as refused:
        chat.revise(ASHA, 1, expense(200))
    assert refused.value.code is Code.ALREADY_DELETED


def test_undo_takes_the_senders_latest_and_then_the_one_before(chat: Chat) -> None:
    chat.split(ASHA, expense(100))
    chat.split(ASHA, expense(200))
    chat.split(BOB, expense(300))
    for number in (2, 1):
        undone = _undo(chat, ASHA)
        assert isinstance(undone, Written)
        assert undone.entry.number == number
    with pytest.raises(LedgerError) as refused:
        _undo(chat, ASHA)
    assert refused.value.code is Code.NOTHING_TO_UNDO


def test_undo_asks_before_it_takes_an_old_entry(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100))
    clock.move(timedelta(days=1, seconds=1))
    asked = _undo(chat, ASHA)
    assert isinstance(asked, OldEntry)
    assert chat.nets()
    undone = chat.delete(ASHA, asked.entry.number)
    assert isinstance(undone, Written)
    assert undone.entry.deleted


def test_undo_finds_what_was_recorded_before_a_merge(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, membership.add_members(book, [Name("ash")]).added[0].id, Sender())
    chat.split(ASHA, expense(100))
    undone = _undo(chat, ASHA)
    assert isinstance(undone, Written)


def test_parts_read_the_same_after_a_merge(chat: Chat) -> None:
    chat.split(
        ASHA,
        expense(
            900,
            "wine",
            ("bob", Part(PartKind.SHARES, 20000)),
            ("bobb", Part(PartKind.SHARES, 10000)),
            left_out=[Sender()],
        ),
    )
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("bobb"), Name("bob"))
        entry = book.as_now(find(book, 1))
    (share,) = entry.contents.owers
    assert share.part == Part(PartKind.SHARES, 30000)
    assert chat.nets() == {"Asha": 90000, "Bob": -90000}


def test_one_group_never_sees_or_changes_anothers_entries(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100), Source("here"))
    other = Chat(chat.store, clock, chat_id=-2, title="Office")
    eve = person(666, "Eve", "eve")
    other.join(eve)
    with pytest.raises(LedgerError) as refused:
        other.delete(eve, 1, admin=True)
    assert refused.value.code is Code.NO_SUCH_ENTRY
    with other.open(eve, admin=True) as book:
        assert entry_of(book, Source("here")) is None
    with pytest.raises(LedgerError) as refused, other.open(eve, admin=True) as book:
        corrections.revise(book, 1, expense(1), new_source())
    assert refused.value.code is Code.NO_SUCH_ENTRY
    asha, bob = chat.member("asha").id, chat.member("bob").id
    with pytest.raises(LedgerError) as refused, other.open(eve, admin=True) as book:
        recording.pay_suggestion(book, bob, asha, INR, new_source())
    assert refused.value.code is Code.UNKNOWN_NAME
    with pytest.raises(LedgerError) as refused, other.open(eve, admin=True) as book:
        membership.merge(book, bob, asha)
    assert refused.value.code is Code.UNKNOWN_NAME
    assert other.split(eve, ExpenseLine(rupees(5))).entry.number == 1
    assert other.nets() == {}
