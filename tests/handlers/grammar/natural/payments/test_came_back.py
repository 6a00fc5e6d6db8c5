"""Money that came back: who got it and whose it is, told in a clause of its own."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar import buttons
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en", "Asha Bob Chen Dee")


def asked(text: str) -> tuple[Code, list[str]]:
    """Return why a line is asked about, and what the buttons say."""
    code, ways = buttons.asked(FOUR, text)
    return code, way_labels(ENGLISH, ways)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dee got back 1000 deposit from landlord", "Dee paid 1000 deposit from landlord: all"),
        ("dee got 1000 deposit back from the owner", "Dee paid 1000 deposit from the owner: all"),
        ("dee got 1000 back from the landlord", "Dee paid 1000 from the landlord: all"),
        ("dee got a refund of 1000 from the airline", "Dee paid 1000 from the airline: all"),
        ("dee received 1000 refund for tickets", "Dee paid 1000 tickets: all"),
        ("i got back 1000 deposit from landlord", "1000 deposit from landlord: all"),
        ("1000 deposit came back to dee", "Dee paid 1000 deposit: all"),
    ],
)
def test_who_got_it_is_who_is_said_to_have(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == f"back: {meant}"


@pytest.mark.parametrize(
    "text",
    [
        *("deposit 500 came back, goes to all of us", "deposit of 500 came back"),
        *("500 deposit came back, for all of us", "deposit 500 back, split it"),
    ],
)
def test_a_deposit_of_so_much_came_back(text: str) -> None:
    assert booked(FOUR, f"/split {text}") == "back: 500 deposit: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("got 1500 deposit back, bob has it", "back: Bob paid 1500 deposit: all"),
        (
            "got 1500 deposit back frm airbnb, bob has it",
            "back: Bob paid 1500 deposit frm airbnb: all",
        ),
        ("got 1500 deposit back", "back: 1500 deposit: all"),
    ],
)
def test_who_has_what_was_got_back_got_it(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30 from the airbnb, came back to me", "30 from the airbnb: all"),
        ("30 from the airbnb, came back to bob", "Bob paid 30 from the airbnb: all"),
        ("30 from the airbnb, went to bobs card", "Bob paid 30 from the airbnb: all"),
        ("30 from the airbnb to my card", "30 from the airbnb: all"),
        ("30 airbnb to me", "30 airbnb: all"),
        ("30 tent, bob has it", "Bob paid 30 tent: all"),
        ("30 tent, i got it", "30 tent: all"),
        ("30 tent, goes to bob and me", "30 tent: Asha 15 Bob 15"),
        ("30 returned the tent, me n bob bought it", "30 returned the tent: Asha 15 Bob 15"),
        ("tent 30, bob & me had bought it", "30 tent: Asha 15 Bob 15"),
        ("30 flight to chen for all", "Chen paid 30 flight: all"),
        ("30 tent bob bought it", "Bob paid 30 tent: all"),
    ],
)
def test_a_refund_says_who_has_it_and_whose_it_is(text: str, meant: str) -> None:
    assert booked(FOUR, f"/refund {text}") == f"back: {meant}"


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("bob's mom gave us 100 for the trip", ["Asha got it", "Bob got it", "Asha paid"]),
        ("grandma gave us 100", ["Asha got it", "Asha paid"]),
        ("work gave us 100 for lunch", ["Asha got it", "Asha paid"]),
        ("my dad sent 100 for the trip", ["Asha got it", "Asha paid"]),
        ("landlord gave us 500 back", ["Asha got it", "Asha paid"]),
        ("airbnb refunded us 30", ["Asha got it", "Asha paid"]),
        ("bob sold the tent for 60", ["Asha got it", "Bob got it", "Asha paid"]),
        ("sold the old sofa 60", ["Asha got it", "Asha paid"]),
        ("i returned the shoes 30", ["Asha got it", "Asha paid"]),
        ("won 100 at poker", ["Asha got it", "Asha paid"]),
        ("insurance paid us 300", ["Asha got it", "Asha paid"]),
        ("the airline refunded chen 120", ["Asha got it", "Chen got it", "Asha paid"]),
        ("airbnb refund 30 to bobs card", ["Bob got it", "Asha paid"]),
    ],
)
def test_money_from_outside_is_asked_about(text: str, buttons: list[str]) -> None:
    assert asked(f"/split {text}") == (Code.REFUND_UNCLEAR, buttons)


def test_between_those_who_are_here_it_is_a_payment() -> None:
    for text in ("dee got 1000 back", "dee got 1000 back from bob", "bob gave me 100 back"):
        with pytest.raises(LedgerError) as refused:
            read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
        assert refused.value.code is Code.IS_A_PAYMENT
