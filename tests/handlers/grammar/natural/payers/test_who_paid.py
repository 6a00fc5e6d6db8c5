"""Who paid, told by what else they did: each such line is booked without a question."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.buttons import asked
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    "said",
    [
        *("bobs paying", "bob is paying", "bob paying", "bob put it on his card"),
        *("bob put it all on his credit card", "bob charged it to his card"),
        *("bob used his card", "bob drove n paid", "bob booked and paid"),
        *("bob booked it and paid for it", "chen drove and bob paid", "payer bob"),
        *("bob's got this one", "bob is covering", "bob footing the bill"),
        *("paid for by bob", "bob bought us all"),
        *("bob booked it on his card", "paid by bob with his card", "bob booked it"),
    ],
)
def test_whoever_did_so_has_paid(said: str) -> None:
    assert booked(FOUR, f"/split 900 netflix {said}") == "Bob paid 900 netflix: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob's paying 900 netflix", "Bob paid 900 netflix: all"),
        ("netflix 900, bob paying, me and chen", "Bob paid 900 netflix: Asha 300 Bob 300 Chen 300"),
        ("netflix 900 bob isn't paying", "900 netflix: Asha 300 Chen 300 Dee 300"),
        ("tolls 900 chen drove and i paid", "900 tolls: all"),
        ("airbnb 900 i put it on my card", "900 airbnb: all"),
        ("airbnb 900 with bob, he put it on his card", "Bob paid 900 airbnb: Asha 450 Bob 450"),
        ("bob booked the hotel 900 on his card", "Bob paid 900 the hotel: all"),
        ("bob organised and paid everything 900", "Bob paid 900: all"),
        ("hotel 900 chens card, w/ me and bob", "Chen paid 900 hotel: Asha 300 Bob 300 Chen 300"),
        ("hotel 900 with bob, used his card", "Bob paid 900 hotel: Asha 450 Bob 450"),
        ("hotel 900 bob and me, on his card", "Bob paid 900 hotel: Asha 450 Bob 450"),
        ("dinner 900 with bob paying", "Bob paid 900 dinner: Asha 450 Bob 450"),
        ("taxi 18 w/ chen, he paid", "Chen paid 18 taxi: Asha 9 Chen 9"),
        ("taxi 18 with chen and he paid", "Chen paid 18 taxi: Asha 9 Chen 9"),
    ],
)
def test_with_what_else_is_said(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob got groceries 86.40 for everyone", "Bob paid 86.40 groceries: all"),
        ("i got snacks 180", "180 snacks: all"),
        ("i got snacks for everyone 180", "180 snacks: all"),
        ("180 bob got snacks", "Bob paid 180 snacks: all"),
        ("bob did the shopping 180", "Bob paid 180 the shopping: all"),
        ("bob got us pizza 180", "Bob paid 180 pizza: all"),
        ("dee got a cab 180 with bob", "Dee paid 180 a cab: Bob 90 Dee 90"),
    ],
)
def test_who_got_things_bought_them(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize("text", ["bob got sick, taxi 20", "bob got home late, taxi 20"])
def test_not_all_that_people_get_is_bought(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert refused.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize(
    "text",
    [
        "car hire deposit 310 chen paid 100 and i paid 210",
        "car hire 310 chen paid 100 deposit and i paid 210",
        "car hire 310, chen paid 100 deposit, i paid 210",
    ],
)
def test_what_each_paid_for_is_part_of_it(text: str) -> None:
    assert booked(FOUR, f"/split {text}") == "Asha 210 Chen 100 paid 310 car hire deposit: all"


@pytest.mark.parametrize(
    "text",
    ["pizza 40 everybody incl me", "pizza 40 all of us including bob", "pizza 40 everyone incl me"],
)
def test_everybody_including_somebody_is_everybody(text: str) -> None:
    assert booked(FOUR, f"/split {text}") == "40 pizza: all"


def test_behind_commas_alone_the_last_paid() -> None:
    told = booked(FOUR, "/split 1200 dinner bob, me, dee, chen paid")
    assert told == "Chen paid 1200 dinner: all"
    told = booked(FOUR, "/split 900 dinner bob, me, chen paid")
    assert told == "Chen paid 900 dinner: Asha 300 Bob 300 Chen 300"


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("90 dinner bob, chen paid", ["Chen paid · Bob and Chen", "Bob and Chen paid"]),
        (
            "90 dinner bob, chen, dee paid",
            ["Dee paid · Without Asha", "Bob, Chen and Dee paid"],
        ),
    ],
)
def test_of_others_alone_all_may_have_paid(text: str, buttons: list[str]) -> None:
    _, ways = asked(FOUR, f"/split {text}")
    labels = [label.partition(" · Everybody")[0] for label in way_labels(ENGLISH, ways)]
    assert labels == buttons


def test_who_paid_for_others_perhaps_has_no_part() -> None:
    def apart(text: str) -> list[str]:
        line = read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
        return [FOUR.roster[member].first_name for member in line.doubts.apart]

    assert apart("uber 380 paid by chen for me and dee") == ["Chen"]
    assert apart("chen paid 380 uber for me and dee") == ["Chen"]
    for text in (
        "uber 380 paid by chen for me, dee and chen",
        "uber 380 for me and dee",
        "uber 380 paid by chen with dee",
        "uber 380 paid by chen for everyone",
    ):
        assert apart(text) == []
