"""Replies that tell of money handed over for an entry, and those that only say who paid it."""

from __future__ import annotations

import pytest

from handlers.grammar.lexer import from_text
from handlers.grammar.natural.changes.repaid import repaid
from ledger.core.money import Money
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FRIENDS = circle("en_IN", "Asha Bob Chen Dee")
NAMES = {one.id: one.first_name for one in FRIENDS.roster.active}


def told(text: str) -> str | None:
    """Return who gave whom how much, - for what goes without saying; None for another reply."""
    found = repaid(from_text(text), Money(9000, INR), TODAY, FRIENDS)
    if found is None:
        return None
    payer, payee = (NAMES[one] if one else "-" for one in (found.payer, found.payee))
    amount = str(found.amount.minor // 100) if found.amount else "-"
    return f"{payer} {payee} {amount}{' or paid' if found.or_paid else ''}"


@pytest.mark.parametrize(
    ("text", "payment"),
    [
        ("dee paid me for hers already", "Dee Asha -"),
        ("dee already paid me her share", "Dee Asha -"),
        ("dee gave me 10 back", "Dee Asha 10"),
        ("she gave me 10 back", "- Asha 10"),
        ("she sent me hers", "- Asha -"),
        ("dee paid her share", "Dee - -"),
        ("dee settled up with me", "Dee Asha -"),
        ("got dees share already", "Dee - -"),
        ("i got the money from dee", "Dee Asha -"),
        ("dees half is paid", "Dee - -"),
        ("i paid bob back yesterday", "Asha Bob -"),
        ("paid you back", "Asha - -"),
        ("i sent you mine", "Asha - -"),
        ("sent you 10 already", "Asha - 10"),
        ("she just paid", "- - - or paid"),
        ("dee just paid", "Dee - - or paid"),
        ("dee has paid already", "Dee - - or paid"),
    ],
)
def test_what_was_handed_over(text: str, payment: str) -> None:
    assert told(text) == payment


@pytest.mark.parametrize(
    "text",
    [
        *("dee paid", "no dee paid", "dee paid it", "dee paid for everything", "dee paid 30 of it"),
        *("dee paid half", "dee paid for the taxi", "she was late", "thanks dee", "dee owes me 10"),
        *("dee bought it not me", "did she pay?", "dee paid 30, i paid the rest"),
    ],
)
def test_who_paid_the_bill_has_repaid_nothing(text: str) -> None:
    assert told(text) is None
