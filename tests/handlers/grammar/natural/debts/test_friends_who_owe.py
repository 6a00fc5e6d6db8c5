"""Debts as friends write them down: to several at once, and with few words."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

TRIP = circle("en_IN", "Asha Bob Chen Dee Alex_Stone Mum")


def read(text: str) -> str:
    """Tell what a line of /split comes to among the people of a trip, the first of whom writes."""
    return booked(TRIP, f"/split {text}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i owe dee 10 and chen 15", "Chen 15 Dee 10 paid 25: Asha 25"),
        ("i owe dee and chen 10 each", "Chen 10 Dee 10 paid 20: Asha 20"),
        ("i owe dee and chen each 8", "Chen 8 Dee 8 paid 16: Asha 16"),
        (
            "i still owe dee 10, chen 15 and bob 5 for the boat",
            "Bob 5 Chen 15 Dee 10 paid 30 the boat: Asha 30",
        ),
        ("boat yesterday: i owe dee 10 and bob 5", "Bob 5 Dee 10 paid 15 boat on 19: Asha 15"),
        ("bob owes chen 10 and me 5", "Asha 5 Chen 10 paid 15: Bob 15"),
        ("bob owes me 5 and chen owes me 10", "15: Bob 5 Chen 10"),
        ("bob owes me and chen 5 each", "Asha 5 Chen 5 paid 10: Bob 10"),
        ("owe dee 10", "Dee paid 10: Asha 10"),
        ("owe dee 10 for beer", "Dee paid 10 beer: Asha 10"),
        ("owe dee 10 and bob 5", "Bob 5 Dee 10 paid 15: Asha 15"),
        ("chen and i owe dee 10 each", "Dee paid 20: Asha 10 Chen 10"),
    ],
)
def test_each_is_owed_what_is_said_behind_the_name(text: str, meant: str) -> None:
    assert read(text) == meant


def test_two_readings_of_whose_debt_it_is_are_both_offered() -> None:
    with pytest.raises(LedgerError) as refused:
        read("bob owes me 5 and chen 10 for beer")
    assert refused.value.code is Code.DEBT_UNCLEAR
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert [read(str(line).removeprefix("/split ")) for line in lines] == [
        "15 beer: Bob 5 Chen 10",
        "Asha 5 Chen 10 paid 15 beer: Bob 15",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "bob and chen owe dee 10 and me 5",
        "bob and i owe dee and chen 10 each",
        "i owe dee 10 chen 15 beers yesterday",
        "dinner 900 i owe dee 100 and chen 200",
    ],
)
def test_debts_that_say_too_little_are_asked_about(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert (refused.value.code, refused.value.details["examples"]) == (Code.DEBT_UNCLEAR, ())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob took 1000 from me", "1000: Bob 1000"),
        ("i took 1000 from bob", "Bob paid 1000: Asha 1000"),
        ("took 1000 from bob for rent", "Bob paid 1000 rent: Asha 1000"),
        ("bob took 1000 from dee", "Dee paid 1000: Bob 1000"),
    ],
)
def test_who_took_money_owes_it(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob covered my ticket 640", "Bob paid 640 ticket: Asha 640"),
        ("640 bob paid for my ticket yesterday", "Bob paid 640 ticket on 19: Asha 640"),
        ("bob bought me a charger 350", "Bob paid 350 charger: Asha 350"),
        ("bob got my ticket 14 // thanks", "Bob paid 14 ticket: Asha 14"),
        ("bob paid my share of the museum 14", "Bob paid 14 museum: Asha 14"),
        ("bob got me and chen coffee 14", "Bob paid 14 coffee: Asha 7 Chen 7"),
        (
            "bob ordered me pizza 30 with extra cheese",
            "Bob paid 30 pizza with extra cheese: Asha 30",
        ),
        ("i bought bob a coffee 90", "90 coffee: Bob 90"),
        ("bob got me 300 for the bus", "Bob paid 300 the bus: Asha 300"),
        ("bob paid for my and dees ticket 90", "Bob paid 90 ticket: Asha 45 Dee 45"),
        ("i paid for bob's and dee's tickets 90", "90 tickets: Bob 45 Dee 45"),
        ("covered bob for lunch 20", "20 lunch: Bob 20"),
        ("spotted bob 20 for lunch", "20 lunch: Bob 20"),
        ("bob covered dee for lunch 20", "Bob paid 20 lunch: Dee 20"),
        ("bought bob a coffee 90", "90 coffee: Bob 90"),
        ("paid for bobs ticket 350", "350 ticket: Bob 350"),
        ("paid bob's share 14", "14: Bob 14"),
        ("chen paid bobs share 14", "Chen paid 14: Bob 14"),
    ],
)
def test_what_one_paid_for_another_is_all_theirs(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob bought lunch 60", "Bob paid 60 lunch: all"),
        ("bob got the tickets 60", "Bob paid 60 tickets: all"),
        ("bob paid my birthday dinner 60", "Bob paid 60 my birthday dinner: all"),
        ("paid bobs birthday cake 60", "60 paid bobs birthday cake: all"),
        (
            "i bought bobs present 60 without bob",
            "60 bobs present: Asha 12 Chen 12 Dee 12 Alex 12 Mum 12",
        ),
        ("i paid my rent 500", "500 my rent: all"),
    ],
)
def test_what_is_for_everybody_stays_so(text: str, meant: str) -> None:
    assert read(text) == meant


def test_a_note_stays_a_note_behind_debts_to_several() -> None:
    line = read_split(from_text("/split i owe dee 10 and chen 15 // 2 beers"), INR, TODAY, TRIP)
    assert (line.note, line.description) == ("2 beers", "")
