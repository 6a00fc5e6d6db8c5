"""/settle of four friends: whose payment it was, where the verb stands last."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.settle_line import Settlement, read_settle
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from tests.handlers.grammar.friends import FLAT, among_four
from tests.handlers.grammar.groups import called
from tests.handlers.grammar.reading import INR, TODAY


def settled(text: str) -> Settlement:
    return read_settle(from_text(text), INR, TODAY, FLAT)


def refused(text: str) -> tuple[Code, object]:
    """Return why a line is refused, and the lines that are proposed."""
    with pytest.raises(LedgerError) as error:
        settled(text)
    return error.value.code, error.value.details["examples"]


@pytest.mark.parametrize("said", ["received", "got it", "got", "received // upi"])
def test_what_was_received_came_from_whom_is_named(said: str) -> None:
    found = settled(f"/settle bob 2000 {said}")
    assert (called(found.payer), called(found.payee)) == ("Bob", "me")


@pytest.mark.parametrize("said", ["paid", "sent"])
def test_a_verb_behind_the_amount_may_be_said_of_either(said: str) -> None:
    lines = ("/settle @Chen 50", "/settle @Chen me 50")
    assert refused(f"/settle chen 50 {said}") == (Code.PAYMENT_UNCLEAR, lines)


def test_where_order_says_it_nothing_is_asked() -> None:
    found = settled("/settle chen 50 paid me")
    assert (called(found.payer), called(found.payee)) == ("Chen", "me")
    found = settled("/settle paid chen 50")
    assert (called(found.payer), called(found.payee)) == ("me", "Chen")


def test_of_several_who_paid_me_each_has_a_line() -> None:
    lines = ("/settle @bob me", "/settle @chen me")
    assert refused("/settle bob and chen paid me") == (Code.TOO_MANY_NAMES, lines)


@pytest.mark.parametrize(
    "text", ["settled with bob 40", "i settled 40 with bob", "we settled up with bob 40"]
)
def test_what_was_settled_with_somebody_is_asked_about(text: str) -> None:
    with pytest.raises(LedgerError) as error:
        among_four(text)
    assert error.value.code is Code.IS_A_PAYMENT
    assert error.value.details["lines"] == ("/settle @Bob 40", "/settle @Bob me 40")


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("i paid bob half of what i owe", ()),
        ("i dont owe anything", ()),
        ("bob owes me nothing anymore", ()),
        ("paid bob 20 and dee 30", ("/settle @Bob 20", "/settle @Dee 30")),
        (
            "i gave bob 20, dee 30 and chen 5",
            ("/settle @Bob 20", "/settle @Dee 30", "/settle @Chen 5"),
        ),
    ],
)
def test_a_payment_that_no_line_says_is_not_made_up(text: str, examples: tuple[str, ...]) -> None:
    with pytest.raises(LedgerError) as error:
        settled(f"/settle {text}")
    assert error.value.code is Code.PAYMENT_UNCLEAR
    assert error.value.details["examples"] == examples
    assert examples or error.value.details["written"] == text


def test_the_rest_is_all_that_is_owed() -> None:
    found = settled("/settle the rest to bob")
    assert isinstance(found.payee, Name)
    assert (found.payee.text, found.amount) == ("Bob", None)
