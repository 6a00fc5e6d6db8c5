"""What all but somebody owe, halves that are somebody's, and who stayed how long."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "everyone but me owes 150 for cricket, i paid 450",
            "450 cricket: Bob 150 Chen 150 Dee 150",
        ),
        ("450 cricket everyone but me owes 150", "450 cricket: Bob 150 Chen 150 Dee 150"),
        ("everyone but me owes 150 for cricket", "450 cricket: Bob 150 Chen 150 Dee 150"),
        ("everyone except dee owes me 150 for cricket", "300 cricket: Bob 150 Chen 150"),
        ("everyone else owes 150 for cricket, i paid 450", "450 cricket: Bob 150 Chen 150 Dee 150"),
        (
            "bob paid 450 cricket, the others owe him 150 each",
            "Bob paid 450 cricket: Asha 150 Chen 150 Dee 150",
        ),
        (
            "450 cricket paid by bob, everyone else owes him 150",
            "Bob paid 450 cricket: Asha 150 Chen 150 Dee 150",
        ),
        ("bob paid 600 cricket, everyone else owes 150", "Bob paid 600 cricket: all"),
        ("everybody but me owes bob 150", "Bob paid 300: Chen 150 Dee 150"),
    ],
)
def test_all_but_somebody_owe_so_much_each(text: str, meant: str) -> None:
    assert among_four(text) == meant


def test_what_is_left_is_theirs_who_owe_nothing_but_never_less_than_nothing() -> None:
    assert among_four("800 cricket, i paid, others owe 150 each") == (
        "800 cricket: Asha 350 Bob 150 Chen 150 Dee 150"
    )
    with pytest.raises(LedgerError) as refused:
        among_four("bob paid 400 cricket, the others owe him 150 each")
    assert refused.value.code is Code.PARTS_ABOVE_AMOUNT


def test_what_the_others_owe_alone_may_be_of_all() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("the others owe 150 for cricket")
    assert refused.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("half of 700 is bobs", "700: Asha 350 Bob 350"),
        ("half of 700 pizza is bob's", "700 pizza: Asha 350 Bob 350"),
        (
            "airbnb 9000, chen stayed 2 nights, me 3 nights, dee 1",
            "9000 airbnb: Asha 4500 Chen 3000 Dee 1500",
        ),
        ("airbnb 9000 i stayed 3 nights bob stayed 1 night", "9000 airbnb: Asha 6750 Bob 2250"),
    ],
)
def test_halves_and_nights_are_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize("text", ["half of 700 is bobs birthday cake", "half of 700 for bob"])
def test_of_which_sum_a_half_is_theirs_is_asked_where_it_may_be_either(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    ["you guys owe me 200 for pizza", "all of you owe me 200", "you all owe bob 200"],
)
def test_what_you_all_owe_is_each_or_together(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.PAID_UNCLEAR


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("you all owe me 200 each for pizza", "600 pizza: Bob 200 Chen 200 Dee 200"),
        ("request 50 from bob", "50: Bob 50"),
        ("@bob pls pay 50 for pizza", "50 pizza: Bob 50"),
        ("bob please pay me 50 for pizza", "50 pizza: Bob 50"),
    ],
)
def test_what_is_asked_of_somebody_is_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner 900 on bobs card", "Bob paid 900 dinner: all"),
        ("dinner on bob's card 900", "Bob paid 900 dinner: all"),
        ("paid 900 for dinner with bobs card", "Bob paid 900 dinner: all"),
        ("900 dinner on bobs card split with chen", "Bob paid 900 dinner: Bob 450 Chen 450"),
        ("900 bobs card game", "900 bobs card game: all"),
    ],
)
def test_whoever_has_the_card_paid(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 each pizza 4 of us", "80 pizza: all"),
        ("pizza for 4 of us 80", "80 pizza: all"),
        ("20 each pizza for 3 of us", "60 pizza for 3 people for 3: all"),
        ("pizza 80 3 of us", "80 pizza for 3 people for 3: all"),
        ("brunch 80 each for 3", "240 brunch for 3 for 3: all"),
        (
            "600 fuel paid by bob for the 3 of us bob chen me",
            "Bob paid 600 fuel for the 3 of us: Asha 200 Bob 200 Chen 200",
        ),
    ],
)
def test_so_many_of_us_are_how_many_it_is_for(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("my shout 30 beers", Code.BAD_PART),
        ("900 dinner for me and mike 300", Code.UNKNOWN_NAME),
    ],
)
def test_treats_and_strangers_parts_are_asked_about(text: str, code: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is code
