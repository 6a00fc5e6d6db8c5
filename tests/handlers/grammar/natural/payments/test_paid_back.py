"""Money paid back, however it is said which money it was: no expense, and never a new debt."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en", "Asha Bob Chen Dee")


def proposed(text: str) -> object:
    """Return the lines of /settle that are proposed for one of /split."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert refused.value.code is Code.IS_A_PAYMENT
    return refused.value.details["lines"]


@pytest.mark.parametrize(
    "text",
    [
        *("just paid dee back the 40", "paid dee back the 40", "i paid dee back her 40"),
        *("i just paid dee back 40", "finally paid dee back 40", "already paid dee back 40"),
        *("paid back dee the 40", "paid back the 40 to dee", "paid the 40 back to dee"),
        *("gave dee back the 40", "gave dee her 40 back", "gave dee the 40 i owed her"),
        *("returned dee's 40", "returned the 40 to dee", "returned dee the 40 she lent me"),
        *("i returned the 40 dee lent me", "returned the 40 i borrowed from dee"),
        *("i sent the 40 that i owe dee", "gave dee the money i owed her 40"),
        *("paid off what i owed dee 40", "paid off dee 40"),
        *("i paid my 40 to dee", "paid dee the 40 from yesterday", "sent my 40 to dee"),
    ],
)
def test_what_i_paid_back_is_a_payment(text: str) -> None:
    assert proposed(text) == ("/settle @Dee 40",)


@pytest.mark.parametrize(
    "text",
    [
        *("bob returned the 500 i lent him", "bob returned 500 that i lent him"),
        *("bob gave back the 500 i lent him", "bob gave me back the 500 he owed me"),
        *("bob paid me the 500 he borrowed", "bob paid back the 500 i lent him"),
        *("bob returned my 500", "bob sent me the 500", "bob paid his 500 back"),
        *("got the 500 bob owed me", "got the 500 back from bob", "received my 500 from bob"),
        *("bob returned my money 500", "bob returned money i lent him 500", "bob paid his 500"),
    ],
)
def test_what_came_back_to_me_is_one_too(text: str) -> None:
    assert proposed(text) == ("/settle @Bob me 500",)


def test_what_it_was_for_and_others_than_me() -> None:
    assert proposed("bob paid chen back the 40") == ("/settle @Bob @Chen 40",)
    assert proposed("paid dee the 40 i owe her for lunch") == ("/settle @Dee 40 // lunch",)
    for said in ("transferred 40 to chen, rent", "sent chen 40, rent"):
        assert proposed(said) == ("/settle @Chen 40 // rent",)
    lines = ("/settle @Bob me 500 // the bike",)
    assert proposed("bob gave 500 that i lent him for the bike") == lines


@pytest.mark.parametrize(
    ("text", "payer", "payee"),
    [
        ("bob returned the 500 i lent him", "Bob", "me"),
        ("i paid dee back the 500", "me", "Dee"),
        ("dee the 500 i owed her", "me", "Dee"),
    ],
)
def test_settle_reads_the_same(text: str, payer: str, payee: str) -> None:
    found = read_settle(from_text(f"/settle {text}"), INR, TODAY, FOUR)
    assert found.amount is not None
    assert (called(found.payer), called(found.payee)) == (payer, payee)
    assert found.amount.minor == 50000


@pytest.mark.parametrize(
    "text",
    [
        *(
            "bob paid the 500",
            "bob 500 i paid",
            "dinner the 500 bob paid",
            "i paid the 500 deposit",
        ),
        *("bob paid the loan 500", "lunch money 500 bob and me", "paid for bob's 500 ticket"),
    ],
)
def test_what_only_looks_like_it_is_an_expense(text: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert line.amount.minor == 50000


@pytest.mark.parametrize(
    "text",
    [
        *("bob still hasnt paid me the 40", "bob hasn't paid me 40", "bob owes me the 40"),
        *("bob owes me the 40 i lent him", "bob owes me 40 from yesterday"),
    ],
)
def test_whichever_money_a_debt_is_of(text: str) -> None:
    assert booked(FOUR, f"/split {text}") == "40: Bob 40"
