"""Recording expenses and payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from ledger.book.entry_lookup import find
from ledger.book.weekly_default import weekly_of
from ledger.core.clock import MovableClock
from ledger.core.doubts import Doubts
from ledger.core.entries import EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender
from ledger.core.money import Currency, Money
from ledger.core.schedule import State
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import answering, recording
from ledger.journal.posting import Draft, write_each, write_new
from ledger.journal.previewing import preview
from tests.ledger.chat import (
    ASHA,
    BOB,
    CHEN,
    DIA,
    INR,
    Chat,
    by_name,
    expense,
    new_source,
    owed,
    rupees,
)
from tests.ledger.journal.refusing import chat_member


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(DIA)
    return chat


def test_nobody_named_means_everybody(chat: Chat) -> None:
    recorded = chat.split(ASHA, expense(1200))
    assert owed(recorded) == {"Asha": 30000, "Bob": 30000, "Chen": 30000, "Dia": 30000}
    assert by_name(recorded, recorded.nets) == {
        "Asha": 90000,
        "Bob": -30000,
        "Chen": -30000,
        "Dia": -30000,
    }
    assert recorded.entry.number == 1


def test_somebody_named_means_them_and_the_payer(chat: Chat) -> None:
    assert owed(chat.split(ASHA, expense(1200, "dinner", "bob", "chen"))) == {
        "Asha": 40000,
        "Bob": 40000,
        "Chen": 40000,
    }


def test_people_are_left_out_the_payer_too(chat: Chat) -> None:
    line = expense(1200, "dinner", everyone=True, left_out=[Sender(), Name("dia")])
    assert owed(chat.split(ASHA, line)) == {"Bob": 60000, "Chen": 60000}


def test_a_payer_who_takes_no_part_keeps_the_payment(chat: Chat) -> None:
    line = expense(
        1200,
        "dinner",
        ("bob", Part(PartKind.EXACT, 50000)),
        ("chen", Part(PartKind.EXACT, 70000)),
    )
    recorded = chat.split(ASHA, line)
    assert owed(recorded) == {"Bob": 50000, "Chen": 70000}
    (payer,) = recorded.entry.contents.payers
    assert (payer.paid_minor, payer.owed_minor, payer.part) == (120000, 0, EQUAL_PART)


def test_several_pay_and_one_takes_the_rest(chat: Chat) -> None:
    line = expense(1200, "dinner", "chen", payers=[(Name("bob"), 70000), (Name("dia"), None)])
    recorded = chat.split(ASHA, line)
    assert owed(recorded) == {"Bob": 40000, "Chen": 40000, "Dia": 40000}
    assert {share.paid_minor for share in recorded.entry.contents.payers} == {70000, 50000}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (expense(100, "tea", "bob", "Bob"), Code.PERSON_TWICE),
        (expense(100, "tea", "bob", left_out=[Name("bob")]), Code.PERSON_TWICE),
        (expense(100, "tea", left_out=[Name("zoe")]), Code.UNKNOWN_NAME),
        (
            expense(100, "tea", left_out=[Sender(), Name("bob"), Name("chen"), Name("dia")]),
            Code.NOBODY_SHARES,
        ),
        (expense(100, "tea", payers=[(Name("bob"), 9000)]), Code.PAID_NOT_AMOUNT),
        (expense(Money(0, INR)), Code.AMOUNT_NOT_POSITIVE),
        (expense(Money(10**13 + 1, INR)), Code.AMOUNT_TOO_LARGE),
    ],
)
def test_what_can_not_be_recorded_leaves_no_trace(
    chat: Chat, line: ExpenseLine, code: Code
) -> None:
    with pytest.raises(LedgerError) as refused:
        chat.split(ASHA, line)
    assert refused.value.code is code
    assert list(chat.members()) == ["Asha", "Bob", "Chen", "Dia"]
    assert chat.split(ASHA, expense(100)).entry.number == 1


def test_a_placeholder_of_a_refused_line_is_not_kept(chat: Chat) -> None:
    with pytest.raises(LedgerError):
        chat.split(ASHA, expense(100, "tea", ("zoe", Part(PartKind.EXACT, 20000))))
    assert "zoe" not in chat.members()


def test_the_same_source_records_once_and_answers_the_same(chat: Chat) -> None:
    first = chat.split(ASHA, expense(100, "tea", "zoe"), Source("m1"))
    again = chat.split(BOB, expense(900, "cake"), Source("m1"))
    assert again.repeated
    assert again.entry == first.entry
    assert again.newcomers == first.newcomers
    assert again.nets == first.nets
    assert chat.split(ASHA, expense(100)).entry.number == 2


def test_dates_are_the_groups(chat: Chat, clock: MovableClock) -> None:
    clock.move_to(datetime(2026, 3, 31, 20, 0, tzinfo=UTC))  # Half past one in Kolkata.
    assert chat.split(ASHA, expense(100)).entry.contents.on == date(2026, 4, 1)
    given = ExpenseLine(rupees(1), on=date(2024, 2, 16))
    assert chat.split(ASHA, given).entry.contents.on == date(2024, 2, 16)


def test_words_are_kept_as_written(chat: Chat) -> None:
    line = ExpenseLine(rupees(300), "🍕 pizza <night>", category="#Food", note="with extra cheese")
    recorded = chat.split(ASHA, line)
    contents = recorded.entry.contents
    assert (contents.description, contents.category, contents.note) == (
        "🍕 pizza <night>",
        "food",
        "with extra cheese",
    )


def test_a_picture_stays_with_its_entry(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        entry = recording.record_expense(book, expense(1), new_source(), "file-id").entry
    assert entry.attachment == "file-id"


def test_the_leftover_unit_goes_round(chat: Chat) -> None:
    line = expense(Money(10, INR), "sweet", "bob", "chen")
    payers_of_more = [
        name for _ in range(3) for name, minor in owed(chat.split(ASHA, line)).items() if minor == 4
    ]
    assert sorted(payers_of_more) == ["Asha", "Bob", "Chen"]


def test_the_same_amount_of_another_person_is_perhaps_the_same_bill(
    chat: Chat, clock: MovableClock
) -> None:
    first = chat.split(ASHA, expense(1200))
    assert chat.split(ASHA, expense(1200)).twin is None
    chat.delete(ASHA, 2)
    assert chat.split(BOB, expense(1300)).twin is None
    assert chat.split(BOB, expense(Money(120000, Currency("EUR")))).twin is None
    twin = chat.split(BOB, expense(1200)).twin
    assert twin == first.entry
    clock.move(timedelta(minutes=11))
    assert chat.split(CHEN, expense(1200)).twin is None


def test_currencies_are_kept_apart(chat: Chat) -> None:
    euros = Currency("EUR")
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.split(BOB, expense(Money(1000, euros), "train", "asha"))
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}
    assert chat.nets(euros) == {"Bob": 500, "Asha": -500}


def test_paying_all_that_is_owed_makes_square(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    paid = chat.settle(BOB, "bob", "asha")
    assert paid.entry.contents.kind is EntryKind.PAYMENT
    assert paid.entry.contents.amount == rupees(50)
    assert paid.nets == {}
    assert chat.plan() == []


def test_paying_too_much_turns_the_debt_around(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    paid = chat.settle(CHEN, "bob", "asha", rupees(150))
    assert by_name(paid, paid.nets) == {"Bob": 10000, "Asha": -10000}
    assert chat.plan() == [("Asha", "Bob", 10000)]


def test_nothing_owed_needs_an_amount(chat: Chat) -> None:
    for payer, payee, code in (
        ("asha", "bob", Code.NOTHING_OWED),
        ("bob", "bob", Code.SAME_PERSON),
        ("bob", "zoe", Code.UNKNOWN_NAME),
    ):
        with pytest.raises(LedgerError) as refused:
            chat.settle(ASHA, payer, payee)
        assert refused.value.code is code


def test_a_suggested_payment_is_recorded_once_by_either(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    asha, bob = chat.member("asha").id, chat.member("bob").id
    for who, repeated in ((BOB, False), (ASHA, True)):
        with chat.open(who) as book:
            paid = recording.pay_suggestion(book, bob, asha, INR, Source("line"), 5000)
        assert paid.repeated is repeated
    assert chat.nets() == {}


def test_a_third_person_does_not_confirm_a_payment(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    asha, bob = chat.member("asha").id, chat.member("bob").id
    with pytest.raises(LedgerError) as refused, chat.open(CHEN) as book:
        recording.pay_suggestion(book, bob, asha, INR, new_source())
    assert refused.value.code is Code.NOT_YOUR_PAYMENT


def test_a_suggestion_that_is_out_of_date_records_nothing(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    asha, bob = chat.member("asha").id, chat.member("bob").id
    chat.split(ASHA, expense(100, "tea", "bob"))
    with pytest.raises(LedgerError) as refused, chat.open(BOB) as book:
        recording.pay_suggestion(book, bob, asha, INR, new_source(), 5000)
    assert refused.value.code is Code.PLAN_CHANGED


def test_a_line_may_mark_the_sender(chat: Chat) -> None:
    line = ExpenseLine(
        rupees(100), participants=((Sender(), EQUAL_PART), (Name("bob"), EQUAL_PART))
    )
    assert owed(chat.split(ASHA, line)) == {"Asha": 5000, "Bob": 5000}


def test_each_of_two_lines_in_one_transaction_has_its_own_newcomers(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        first = recording.record_expense(book, expense(10, "tea", "zoe"), new_source())
        second = recording.record_expense(book, expense(10, "tea", "yan"), new_source())
        paid = recording.record_payment(book, Sender(), Name("bob"), rupees(1), new_source())
    assert [member.first_name for member in first.newcomers] == ["zoe"]
    assert [member.first_name for member in second.newcomers] == ["yan"]
    assert paid.newcomers == ()
    chat.delete(ASHA, 1)
    assert "zoe" not in chat.members()
    assert "yan" in chat.members()


def test_doubts_of_a_line_stay_with_its_entry(chat: Chat) -> None:
    doubts = Doubts(unknown=("with",))
    recorded = chat.split(ASHA, replace(expense(90), doubts=doubts))
    assert recorded.entry.doubts == doubts
    with chat.open(ASHA) as book:
        assert find(book, 1).doubts == doubts


def test_whoever_a_line_brings_along_is_one_of_everyone_then(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        recorded = recording.record_expense(
            book, expense(90, "tea", "zoe"), new_source(), written=book.context()
        )
    assert recorded.entry.written is not None
    zoe = chat.member("zoe").id
    assert zoe in recorded.entry.written.everyone


def test_a_refund_is_nobodys_twin(chat: Chat) -> None:
    chat.split(ASHA, replace(expense(90), refund=True))
    assert chat.split(BOB, expense(90)).twin is None
    assert chat.split(CHEN, expense(90)).twin is not None
    assert chat.split(ASHA, replace(expense(90), refund=True)).twin is None


def test_what_is_told_as_new_has_its_twin_but_a_payment_none(chat: Chat) -> None:
    first = chat.split(ASHA, expense(90)).entry
    second = chat.split(BOB, expense(90)).entry
    payment = chat.settle(CHEN, "chen", "asha", rupees(90)).entry
    with chat.open() as book:
        assert answering.since(book, second.id, None).twin == first
        assert answering.since(book, payment.id, None).twin is None
        # Of what nobody in particular recorded, others' are somebody else's as well.
        book.tx.connection.execute(text("UPDATE entries SET author_id = NULL"))
        assert answering.since(book, second.id, None).twin == replace(first, author=None)


def test_a_groups_summary_begins_with_its_first_entry(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        assert weekly_of(book) is None
    chat.split(ASHA, expense(90))
    with chat.open(ASHA) as book:
        begun = weekly_of(book)
    assert begun is not None
    assert begun.state is State.ACTIVE


def test_so_it_does_where_that_was_no_line_of_anybody(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        asha = book.require_actor().id
        contents = preview(book, expense(90), asha)
    with chat.open() as book:
        draft = Draft(contents, Source("due"), book.context())
        (id_,) = write_each(book, [draft])
        assert weekly_of(book) is not None
        entry = answering.with_id(book, id_).entry
        contents = replace(contents, terms=replace(contents.split, rotation=2))
        second, _ = write_new(book, contents, Source("due again"), None, book.context())
    assert (second.author, second.revision.author) == (None, None)
    assert (entry.author, entry.revision.author, entry.source) == (None, None, "due")
    assert entry.contents.amount == contents.amount
    assert entry.recorded_at == chat.clock.now()
    with chat.open(BOB) as book:
        contents = replace(contents, terms=replace(contents.split, rotation=3))
        write_each(book, [Draft(contents, Source("again"), book.context())])
        assert find(book, 3).author == chat_member(book, "bob")


def test_a_new_entry_rotates_by_its_own_number(chat: Chat) -> None:
    for number in (1, 3, 5):
        assert chat.split(ASHA, expense(90)).entry.contents.split.rotation == number
        paid = chat.settle(ASHA, "asha", "bob", rupees(1)).entry
        assert paid.contents.split.rotation == number + 1
