"""Sentences below a receipt that say a whole story: who bought it, who left, what was whose."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.core.amendment import Amendment
from ledger.core.money import Money, currency
from ledger.core.shares import PartKind
from tests.handlers.grammar.groups import called
from tests.handlers.grammar.natural.changes.test_below import names, replied
from tests.handlers.grammar.reading import INR


@pytest.mark.parametrize(
    "text",
    [
        *("bob bought it not me", "bob got it, not me", "bob ordered it not me"),
        *("it was bob who booked it", "actually bob bought it", "i didnt buy it bob did"),
        *("put it on bob not me", "charge it to bob's card not mine", "bob sorted it and not me"),
        *("bob put it on his card not me", "it was bobs card not mine"),
    ],
)
def test_who_bought_it_leaves_the_sharers_as_they_are(text: str) -> None:
    said = replied(text)
    assert " ".join(called(whom) for whom, _ in said.payers) == "Bob"
    assert not said.concerns_sharers


@pytest.mark.parametrize(
    ("text", "leaving"),
    [
        ("chen brought his own so leave him out", "Chen"),
        ("chen brought his own", "Chen"),
        ("bob had his own food so not him", "Bob"),
        ("chen was sick so keep him out of it", "Chen"),
        ("dee backed out so only 3", "Dee"),
        ("dinner was without me", "me"),
        ("chen didnt come in the jeep", "Chen"),
    ],
)
def test_why_somebody_has_no_share(text: str, leaving: str) -> None:
    assert names(replied(text).left_out) == leaving


@pytest.mark.parametrize("text", ["dee backed out so only 2", "chen was sick so he slept"])
def test_a_story_of_which_the_sum_is_another_is_unclear(text: str) -> None:
    assert replied(text) == Amendment()


@pytest.mark.parametrize(
    ("text", "sharing"),
    [
        ("also dee left early so just bob and chen", "Bob Chen"),
        ("dee left so its just me and bob", "me Bob"),
        ("chen bailed so only me and dee", "me Dee"),
        ("just bob and chen", "Bob Chen"),
    ],
)
def test_who_is_left_shares(text: str, sharing: str) -> None:
    assert names(tuple(whom for whom, _ in replied(text).participants)) == sharing


@pytest.mark.parametrize("text", ["dee stayed too", "dee stayed over too", "dee wants in too"])
def test_who_stayed_shares(text: str) -> None:
    assert names(tuple(whom for whom, _ in replied(text, "Asha Bob").added)) == "Dee"


@pytest.mark.parametrize(
    "text",
    [
        "and 5 of it is dees shampoo",
        "5 of it was just dees",
        "5 of that is for dee",
        "5 was dees shampoo",
    ],
)
def test_what_is_somebody_s_own_comes_to_their_part(text: str) -> None:
    ((whom, part),) = replied(text).added
    assert (called(whom), part.kind, part.value) == ("Dee", PartKind.ADJUST, 500)


def test_one_part_more_makes_it_more() -> None:
    said = replied("oh and me 10 so it was 100", "Bob Chen Dee")
    assert said.amount == Money(10000, INR)
    ((whom, part),) = said.added
    assert (called(whom), part.kind, part.value) == ("me", PartKind.EXACT, 1000)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3 rs booking fee each on top", 102),
        ("plus 3 each booking fee", 102),
        ("2 each on top for the fee", 98),
        ("there was a 5 service charge per person", 110),
    ],
)
def test_what_comes_on_top_for_each(text: str, amount: int) -> None:
    assert replied(text) == Amendment(amount=Money(amount * 100, INR))


@pytest.mark.parametrize("text", ["nah just split it evenly", "lets just split equally"])
def test_just_equally(text: str) -> None:
    assert names(tuple(whom for whom, _ in replied(text, "Asha Dee").participants)) == "me Dee"


def test_equally_between_all_is_everybody() -> None:
    assert replied("just split it evenly between everyone", "Asha Dee").everyone


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("wait that was last week monday", date(2024, 2, 12)),
        ("it was friday last week", date(2024, 2, 16)),
        ("it was on monday of last week", date(2024, 2, 12)),
        ("wrong date its 13 feb", date(2024, 2, 13)),
        ("it was 13 feb", date(2024, 2, 13)),
        ("13 feb", date(2024, 2, 13)),
    ],
)
def test_a_day_of_last_week_or_of_a_month(text: str, on: date) -> None:
    assert replied(text) == Amendment(on=on)


def test_pounds_are_money_where_nothing_else_is_said() -> None:
    assert replied("it was pounds").currency == currency("GBP")
