"""What taps and edits of payments change, what they refuse, and what they answer again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import text

from ledger.book import membership, projection
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.clock import MovableClock
from ledger.core.entries import Action
from ledger.core.errors import Code
from ledger.core.members import Member, Name, Sender
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import answering, corrections, saying, sharing
from ledger.journal.recording import record_payment
from tests.ledger.chat import (
    ASHA,
    BOB,
    CHEN,
    DIA,
    Chat,
    expense,
    new_source,
    owed,
    rupees,
)
from tests.ledger.journal.refusing import chat_member, paid, refused


def test_another_payer_moves_no_share_and_answers_the_same_again(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea"))
    before = owed(chat.toggle(CHEN, 1))
    bob, source = chat.member("bob"), new_source()
    with chat.open(ASHA) as book:
        written = sharing.set_payer(book, 1, bob.id, source)
    assert (owed(written), paid(written)) == (before, {"Bob": 10000})
    assert written.changed
    assert not written.repeated
    assert written.before is not None
    assert written.before.number == 2
    assert chat.nets() == {"Asha": -5000, "Bob": 5000}
    with chat.open(ASHA) as book:
        again = sharing.set_payer(book, 1, bob.id, source)
    assert again.repeated
    assert again.before == written.before
    assert (again.entry, again.nets) == (written.entry, written.nets)
    with chat.open(BOB) as book:
        same = sharing.set_payer(book, 1, bob.id, new_source())
    assert not same.changed
    assert same.entry.revision == written.entry.revision


def test_the_payer_of_what_is_gone_or_a_payment_or_another_s_is_not_changed(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    chat.settle(ASHA, "asha", "bob", rupees(5))
    asha, chen = chat.member("asha"), chat.member("chen")

    def by(number: int, member: Member = chen) -> Callable[[Book], object]:
        return lambda book: sharing.set_payer(book, number, member.id, new_source())

    assert refused(chat, ASHA, by(3)).code is Code.NO_SUCH_ENTRY
    may_not = refused(chat, BOB, by(1))
    assert may_not.code is Code.MAY_NOT_CHANGE
    assert (may_not.details["author"], may_not.details["payers"]) == (asha, (asha,))
    no_expense = refused(chat, ASHA, by(2))
    assert no_expense.code is Code.NOT_AN_EXPENSE
    chat.delete(ASHA, 1)
    gone = refused(chat, ASHA, by(1))
    assert gone.code is Code.ALREADY_DELETED
    for error in (may_not, gone):
        entry = error.details["entry"]
        assert getattr(entry, "number", None) == 1
    assert getattr(no_expense.details["entry"], "number", None) == 2


def test_taps_put_others_in_and_out_as_those_who_may_change_it(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chen, bob, asha = (chat.member(name) for name in ("chen", "bob", "asha"))

    def tap(member: Member) -> Callable[[Book], Written]:
        return lambda book: sharing.toggle_member(book, 1, member.id, new_source())

    assert refused(chat, CHEN, tap(chen)).code is Code.MAY_NOT_CHANGE
    with chat.open(ASHA) as book:
        assert set(owed(tap(chen)(book))) == {"Asha", "Bob", "Chen"}
        tap(bob)(book)
        source = new_source()
        left = sharing.toggle_member(book, 1, asha.id, source)
        assert owed(left) == {"Chen": 10000}
        assert sharing.toggle_member(book, 1, asha.id, source).repeated
    last = refused(chat, ASHA, tap(chen))
    assert last.code is Code.NOBODY_SHARES
    assert getattr(last.details["entry"], "number", None) == 1
    chat.settle(ASHA, "asha", "bob", rupees(5))
    payment = refused(
        chat, ASHA, lambda book: sharing.toggle_member(book, 2, chen.id, new_source())
    )
    assert payment.code is Code.NOT_AN_EXPENSE


def test_a_payment_says_something_else_and_keeps_what_it_does_not_say(chat: Chat) -> None:
    chat.split(BOB, expense(30, "tea", "asha"))
    with chat.open(ASHA) as book:
        corrections.delete(book, chat_settled(book), new_source())
        corrections.restore(book, 2, new_source())
    day, source = date(2026, 2, 27), new_source()
    with chat.open(ASHA) as book:
        written = corrections.revise_payment(
            book, 2, Sender(), Name("chen"), None, source, note="cash", on=day
        )
    contents = written.entry.contents
    assert (contents.amount, contents.on, contents.note) == (rupees(7), day, "cash")
    assert (paid(written), owed(written)) == ({"Asha": 700}, {"Chen": 700})
    assert written.entry.revision.action is Action.EDIT
    with chat.open(ASHA) as book:
        assert corrections.revise_payment(
            book, 2, Sender(), Name("chen"), None, source, note="cash", on=day
        ).repeated
    # `me` is whoever recorded it, also where an admin edits.
    with chat.open(BOB, admin=True) as book:
        written = corrections.revise_payment(
            book, 2, Name("chen"), Sender(), rupees(9), new_source()
        )
    contents = written.entry.contents
    assert (contents.amount, contents.on, contents.note) == (rupees(9), day, None)
    assert (paid(written), owed(written)) == ({"Chen": 900}, {"Asha": 900})
    with chat.open(BOB, admin=True) as book:
        written = corrections.revise_payment(book, 2, Sender(), Name("bob"), None, new_source())
    assert (paid(written), owed(written)) == ({"Asha": 900}, {"Bob": 900})
    # Of an entry that nobody is the author of, it is whoever edits.
    with chat.open(BOB, admin=True) as book:
        book.tx.connection.execute(text("UPDATE entries SET author_id = NULL WHERE number = 2"))
        written = corrections.revise_payment(book, 2, Sender(), Name("chen"), None, new_source())
    assert (paid(written), owed(written)) == ({"Bob": 900}, {"Chen": 900})

    def revise(number: int) -> Callable[[Book], object]:
        return lambda book: corrections.revise_payment(
            book, number, Sender(), Name("chen"), rupees(1), new_source()
        )

    assert refused(chat, ASHA, revise(2)).code is Code.MAY_NOT_CHANGE
    not_one = refused(chat, BOB, revise(1))
    assert not_one.code is Code.NOT_A_PAYMENT
    assert getattr(not_one.details["entry"], "number", None) == 1
    chat.delete(BOB, 2)
    assert refused(chat, BOB, revise(2)).code is Code.ALREADY_DELETED


def chat_settled(book: Book) -> int:
    """Record a payment of 7 by Asha to Bob; return its number."""
    return record_payment(book, Sender(), Name("bob"), rupees(7), new_source()).entry.number


def test_an_entry_is_told_again_as_it_is_to_whoever_may_change_it(chat: Chat) -> None:
    first = chat.split(ASHA, expense(Money(500, Currency("EUR")), "tea", "bob", "chenn"))
    payment = chat.settle(ASHA, "asha", "bob", rupees(5))
    with chat.open(ASHA) as book:
        told = answering.changeable(book, 1)
        assert told == answering.with_id(book, first.entry.id)
        assert told == answering.as_it_is(book, 1)
        again = answering.as_it_is(book, 2)
    assert not told.changed
    assert not told.repeated
    assert told.entry == first.entry
    assert told.before == first.entry.revision
    assert (told.roster, told.nets) == (first.roster, first.nets)
    assert [member.first_name for member in told.newcomers] == ["chenn"]
    assert [meant.first_name for _, meant in told.lookalikes] == ["Chen"]
    assert told.newcomers == first.newcomers
    assert told.lookalikes == first.lookalikes
    assert again.unequal_elsewhere == payment.unequal_elsewhere != frozenset()
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("chenn"), Name("chen"))
        merged = answering.with_id(book, first.entry.id)
    assert merged.before == merged.entry.revision
    may_not = refused(chat, BOB, lambda book: answering.changeable(book, 1))
    assert may_not.code is Code.MAY_NOT_CHANGE

    def third(book: Book) -> object:
        return answering.changeable(book, 3)

    missing = refused(chat, ASHA, third)
    assert (missing.code, missing.details) == (Code.NO_SUCH_ENTRY, {"number": 3})


def test_an_entry_is_said_as_the_line_that_it_is(chat: Chat) -> None:
    exact = Part(PartKind.EXACT, 3000)
    line = expense(
        100,
        "dinner",
        ("bob", exact),
        ("chen", EQUAL_PART),
        payers=((Name("asha"), 4000), (Name("bob"), None)),
        category="food",
    )
    chat.split(ASHA, line)
    chat.split(ASHA, expense(30, "tea", everyone=True, left_out=(Name("chen"),)))
    chat.settle(BOB, "bob", "asha", rupees(5))
    chat.settle(BOB, "asha", "chen", rupees(5))
    with chat.open(ASHA) as book:
        said = [saying.expense_line(book, answering.as_it_is(book, n).entry) for n in (1, 2)]
        paid_by_author = saying.payment_line(book, answering.as_it_is(book, 3).entry)
        by_other = saying.payment_line(book, answering.as_it_is(book, 4).entry)
        stored = answering.as_it_is(book, 1).entry
        day = date(2026, 3, 1)
        amended = saying.amended_line(
            book, stored, Amendment(amount=rupees(120), description="supper", on=day)
        )
    assert [(getattr(whom, "text", None), part) for whom, part in said[0].participants] == [
        ("bob", exact),
        ("chen", EQUAL_PART),
    ]
    assert [(getattr(whom, "text", None), minor) for whom, minor in said[0].payers] == [
        ("asha", 4000),
        ("bob", None),
    ]
    assert (said[0].amount, said[0].description, said[0].category) == (
        rupees(100),
        "dinner",
        "food",
    )
    assert (said[0].everyone, said[0].left_out, said[0].on) == (False, (), None)
    assert (said[1].participants, said[1].payers, said[1].everyone) == ((), (), False)
    assert [getattr(whom, "text", None) for whom in said[1].left_out] == ["chen"]
    assert paid_by_author.payer is None
    assert getattr(paid_by_author.payee, "text", None) == "asha"
    assert getattr(by_other.payer, "text", None) == "asha"
    assert (amended.amount, amended.description, amended.on) == (rupees(120), "supper", day)
    assert (amended.participants, amended.payers) == (said[0].participants, said[0].payers)


def test_undo_answers_again_asks_of_old_ones_and_finds_nothing_of_another_s(
    chat: Chat, clock: MovableClock
) -> None:
    chat.split(ASHA, expense(30, "tea"))
    source = new_source()

    def undo(book: Book) -> Written | OldEntry:
        return corrections.undo_latest(book, source)

    nothing = refused(chat, BOB, undo)
    assert nothing.code is Code.NOTHING_TO_UNDO
    assert refused(chat, None, undo).code is Code.NOT_A_PERSON
    with chat.open(ASHA) as book:
        undone = undo(book)
    with chat.open(ASHA) as book:
        again = undo(book)
    assert isinstance(undone, Written)
    assert isinstance(again, Written)
    assert again.repeated
    assert (again.entry, again.before) == (undone.entry, undone.before)
    chat.restore(ASHA, 1)
    clock.move_to(clock.now() + timedelta(days=1, seconds=1))
    with chat.open(ASHA) as book:
        old = corrections.undo_latest(book, new_source())
        assert isinstance(old, OldEntry)
        assert old.roster == book.roster
        assert (old.entry.number, old.entry.deleted) == (1, False)


def test_a_toggle_pressed_twice_by_one_press_counts_once(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    source = new_source()
    with chat.open(BOB) as book:
        out = sharing.toggle(book, 1, source)
    with chat.open(BOB) as book:
        again = sharing.toggle(book, 1, source)
    assert set(owed(out)) == {"Asha", "Chen"}
    assert (again.repeated, again.entry) == (True, out.entry)
    exact = Part(PartKind.EXACT, 3000)
    chat.split(ASHA, expense(90, "tea", ("bob", exact), "chen"))
    unequal = refused(chat, CHEN, lambda book: sharing.toggle(book, 2, new_source()))
    assert unequal.code is Code.NOT_EQUAL
    assert getattr(unequal.details["entry"], "number", None) == 2
    gone, restored = new_source(), new_source()
    for _ in range(2):
        with chat.open(ASHA) as book:
            corrections.delete(book, 1, gone)
    for _ in range(2):
        with chat.open(ASHA) as book:
            back = corrections.restore(book, 1, restored)
    assert (back.repeated, back.entry.deleted) == (True, False)


def test_an_edited_line_is_read_in_what_it_was_written_in(chat: Chat) -> None:
    chat.split(ASHA, expense(1, "salt", "bob"))
    chat.split(ASHA, expense(100, "tea"))
    chat.join(DIA)
    fewer = chat.revise(ASHA, 2, expense(100, "tea", left_out=(Name("chen"),)))
    assert owed(fewer) == {"Asha": 5000, "Bob": 5000}
    # Leftover units go on by the entry's number, whoever is named.
    named = chat.revise(ASHA, 2, expense(100, "tea", "bob", "chen"))
    assert owed(named) == {"Asha": 3333, "Bob": 3333, "Chen": 3334}
    chat.settle(ASHA, "asha", "bob", rupees(5))
    payment = refused(
        chat, ASHA, lambda book: corrections.revise(book, 3, expense(5), new_source())
    )
    assert payment.code is Code.NOT_AN_EXPENSE
    live = refused(chat, ASHA, lambda book: corrections.restore(book, 3, new_source()))
    assert live.code is Code.NOT_DELETED
    for error in (payment, live):
        assert getattr(error.details["entry"], "number", None) == 3


def test_what_nobody_is_the_author_of_is_paid_by_whoever_edits(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    with chat.open() as book:
        book.tx.connection.execute(text("UPDATE entries SET author_id = NULL"))
    may_not = refused(
        chat, CHEN, lambda book: corrections.revise(book, 1, expense(5), new_source())
    )
    assert may_not.details["author"] is None
    with chat.open(BOB, admin=True) as book:
        written = corrections.revise(book, 1, expense(80, "tea", "chen"), new_source())
    assert (paid(written), set(owed(written))) == ({"Bob": 8000}, {"Bob", "Chen"})


def test_shares_of_an_earlier_version_stay_where_they_were_and_its_terms_inferred(
    chat: Chat,
) -> None:
    chat.split(ASHA, expense(100, "tea", "bob", "chen"))
    with chat.open() as book:
        # That version gave the last unit to somebody else.
        for name, minor in (("asha", 3334), ("bob", 3333), ("chen", 3333)):
            book.tx.connection.execute(
                text("UPDATE shares SET owed_minor = :minor WHERE member_id = :member"),
                {"minor": minor, "member": chat_member(book, name)},
            )
        book.tx.connection.execute(text("UPDATE revisions SET split_terms = NULL"))
        projection.rebuild(book.tx, book.group.id, book.changes, book.people.merged)
    words = chat.revise(ASHA, 1, expense(100, "chai", "bob", "chen"))
    assert owed(words) == {"Asha": 3334, "Bob": 3333, "Chen": 3333}
    assert words.entry.contents.split.inferred
    other = chat.revise(ASHA, 1, expense(100, "chai", "bob"))
    assert other.entry.contents.split.inferred
