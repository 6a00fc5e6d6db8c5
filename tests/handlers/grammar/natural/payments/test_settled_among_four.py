"""/settle of four friends: whose payment it was, where the verb stands last."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.settle_line import Settlement, read_settle
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


def settled(text: str) -> Settlement:
    return read_settle(from_text(text), INR, TODAY, FOUR)


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
