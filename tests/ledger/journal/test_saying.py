"""The line that an entry's terms are, as somebody could type it now."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.entry_lookup import find
from ledger.core.expense_line import ExpenseLine, PaymentLine
from ledger.core.members import Name, Person, UserId
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import saying
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, rupees

DIA = Person(UserId(104), "Dia", "Diaz", "dia", "en")
TWICE = Part(PartKind.SHARES, 20_000)


def name(who: Person) -> Name:
    return Name(who.username or who.first_name, replace(who, language=None))


def said(chat: Chat, who: Person | None, number: int = 1) -> ExpenseLine:
    with chat.open(who) as book:
        return saying.expense_line(book, find(book, number))


def paid(chat: Chat, who: Person | None, number: int = 1) -> PaymentLine:
    with chat.open(who) as book:
        return saying.payment_line(book, find(book, number))


def test_a_line_says_who_shares_how_with_their_accounts(chat: Chat) -> None:
    chat.join(DIA)
    chat.split(ASHA, expense(1200, "dinner", "dia", ("bob", TWICE), category="food"))
    line = said(chat, CHEN)
    assert line.participants == ((name(DIA), EQUAL_PART), (name(BOB), TWICE))
    assert (line.payers, line.left_out, line.everyone) == ((), (), False)
    assert (line.amount, line.description, line.category) == (rupees(1200), "dinner", "food")


def test_whoever_has_no_account_is_named_by_their_word(chat: Chat) -> None:
    chat.split(ASHA, expense(1200, "dinner", "eve"))
    assert said(chat, BOB).participants == ((Name("eve"), EQUAL_PART),)


def test_a_line_says_its_note_and_that_money_came_back(chat: Chat) -> None:
    chat.split(ASHA, replace(expense(90, "deposit", "bob"), note="by card", refund=True))
    line = said(chat, ASHA)
    assert (line.note, line.refund) == ("by card", True)
    chat.split(ASHA, expense(90, "deposit", "bob"))
    assert (said(chat, ASHA, 2).note, said(chat, ASHA, 2).refund) == (None, False)


def test_everybody_is_said_by_naming_nobody(chat: Chat) -> None:
    chat.split(ASHA, expense(90))
    assert (said(chat, ASHA).participants, said(chat, ASHA).everyone) == ((), False)
    chat.split(ASHA, expense(90, "tea", ("bob", TWICE), everyone=True))
    line = said(chat, ASHA, 2)
    assert (line.participants, line.everyone) == (((name(BOB), TWICE),), True)


def test_who_paid_is_said_where_it_was_not_the_author(chat: Chat) -> None:
    chat.split(ASHA, expense(90, payers=[(Name("bob"), None)]))
    assert said(chat, ASHA).payers == ((name(BOB), None),)
    assert said(chat, BOB).payers == ((name(BOB), None),), "whoever reads it is not its author"


def test_of_what_nobody_recorded_whoever_corrects_it_is_the_payer_unsaid(chat: Chat) -> None:
    with chat.open() as book:
        asha = book.people.of_user(ASHA.id)
    assert asha is not None
    chat.split(ASHA, expense(90))
    with chat.open(ASHA) as book:
        nobodys = replace(find(book, 1), author=None)
        assert saying.expense_line(book, nobodys).payers == ()
    with chat.open(BOB) as book:
        assert saying.expense_line(book, nobodys).payers == ((name(ASHA), None),)
    with chat.open() as book:
        assert saying.expense_line(book, nobodys).payers == ((name(ASHA), None),)


def test_a_payment_names_its_payer_where_somebody_else_recorded_it(chat: Chat) -> None:
    chat.settle(ASHA, "asha", "bob", rupees(5))
    assert paid(chat, CHEN) == PaymentLine(None, name(BOB))
    chat.settle(ASHA, "chen", "bob", rupees(5))
    assert paid(chat, CHEN, 2) == PaymentLine(name(CHEN), name(BOB))
    with chat.open(BOB) as book:
        nobodys = replace(find(book, 1), author=None)
        assert saying.payment_line(book, nobodys) == PaymentLine(name(ASHA), name(BOB))
    with chat.open(ASHA) as book:
        assert saying.payment_line(book, nobodys) == PaymentLine(None, name(BOB))
