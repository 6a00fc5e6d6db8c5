"""What a change of an entry says in words: by how much, with whom only, in which currency."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.lexer import from_text
from ledger.core.amendment import Amendment
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import Currency, Money
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY, adjust

KEPT = Money(90000, INR)


def edited(text: str) -> Amendment:
    people = circle("en_IN", "Asha Bob Charlie Dee")
    return read_amendment(from_text(text), KEPT, TODAY, people, (Sender(),))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("+5", 905),
        ("+ 5", 905),
        ("plus 5", 905),
        ("5 more", 905),
        ("+10 more", 910),
        ("+4 tip", 904),
        ("-5", 895),
        ("minus 100", 800),
        ("10 less", 890),
        ("add 100", 1000),
        ("add 100 tip", 1000),
        ("add 100 for tip", 1000),
        ("add 100 more", 1000),
        ("plus 50 tip", 950),
        ("100 off", 800),
        ("take off 100", 800),
        ("remove 100", 800),
        ("double it", 1800),
        ("1300", 1300),
    ],
)
def test_an_amount_changes_by_so_much(text: str, amount: int) -> None:
    found = edited(text)
    assert (found.amount, found.description) == (Money(amount * 100, INR), None)


def test_so_much_goes_with_other_changes() -> None:
    found = edited("+5 paid bob")
    assert (found.amount, len(found.payers)) == (Money(90500, INR), 1)


@pytest.mark.parametrize("text", ["double room", "5 beers more", "plus size shirt"])
def test_other_words_say_what_it_was_for(text: str) -> None:
    assert edited(text).description is not None


@pytest.mark.parametrize(
    ("text", "sharing", "out"),
    [
        ("split with bob only", ["Bob"], 0),
        ("with only bob", ["Bob"], 0),
        ("only with bob", ["Bob"], 0),
        ("for bob only", ["Bob"], 1),
        ("only bob", ["Bob"], 1),
    ],
)
def test_only_with_somebody_is_both(text: str, sharing: list[str], out: int) -> None:
    found = edited(text)
    assert ([called(whom) for whom, _ in found.participants], len(found.left_out)) == (sharing, out)


@pytest.mark.parametrize(
    "text", ["remove bob add dee", "add dee remove bob", "add dee, remove bob"]
)
def test_one_joins_and_another_leaves(text: str) -> None:
    found = edited(text)
    joins, leaves = [called(whom) for whom, _ in found.added], [*map(called, found.left_out)]
    assert (joins, leaves, found.description) == (["Dee"], ["Bob"], None)


@pytest.mark.parametrize("text", ["in usd", "in dollars", "in USD", "usd", "900 in usd"])
def test_a_currency_may_have_an_in_before_it(text: str) -> None:
    found = edited(text)
    assert (found.currency, found.description) == (Currency("USD"), None)


def test_a_place_is_no_currency() -> None:
    assert edited("in goa").description == "in goa"


@pytest.mark.parametrize("text", ["+5 bob", "plus 5 bob", "add 5 bob"])
def test_more_before_a_name_may_be_their_part(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        edited(text)
    assert refused.value.code is Code.BAD_PART
    assert "bob +5" in str(refused.value.details["examples"])
    (one, part), *others = edited("bob +5").participants
    assert (called(one), part, others) == ("Bob", adjust(500), [])


@pytest.mark.parametrize(
    "text",
    ["it was bob who paid", "payer bob", "payer: bob", "bob was the payer", "bob paid not me"],
)
def test_who_paid_changes_nobody_else(text: str) -> None:
    found = edited(text)
    assert [(called(whom), paid) for whom, paid in found.payers] == [("Bob", None)]
    assert (found.left_out, found.description) == ((), None)


@pytest.mark.parametrize("text", ["currency usd", "it was in dollars", "was in usd", "it was usd"])
def test_a_currency_may_be_named_as_one(text: str) -> None:
    found = edited(text)
    assert (found.currency, found.description) == (Currency("USD"), None)


@pytest.mark.parametrize(
    "text", ["date yesterday", "date: monday", "was yesterday", "it was on monday"]
)
def test_a_day_may_be_named_as_one(text: str) -> None:
    found = edited(text)
    assert (found.on, found.description) == (date(2024, 2, 19), None)


def test_an_amount_may_be_said_to_be_wrong() -> None:
    found = edited("wrong amount 1100")
    assert (found.amount, found.description) == (Money(110000, INR), None)


@pytest.mark.parametrize(
    ("text", "readings"),
    [("3 pizzas 20", [3, 20]), ("200 bob 500 charlie", [700])],
)
def test_a_change_asks_which_of_several_numbers_the_amount_is(
    text: str, readings: list[int]
) -> None:
    with pytest.raises(LedgerError) as asked:
        edited(text)
    assert asked.value.code is Code.AMOUNT_AMBIGUOUS
    assert asked.value.details["readings"] == tuple(Money(n * 100, INR) for n in readings)


def test_parts_that_make_the_amount_are_parts() -> None:
    found = edited("400 bob 500 charlie")
    assert found.amount == KEPT
    assert [part.value for _, part in found.participants] == [40000, 50000]


@pytest.mark.parametrize("text", ["50/50 with bob", "60/40 bob", "60-40 with bob"])
def test_a_ratio_is_no_amount(text: str) -> None:
    found = edited(text)
    assert (found.amount, found.description) == (None, None)
    assert "Bob" in [called(whom) for whom, _ in found.participants]


def test_so_much_each_is_for_those_who_share() -> None:
    people = circle("en_IN", "Asha Bob Charlie Dee")
    both = (Sender(), people.whom(people.roster.members[1].id))
    line = from_text("20 each")
    assert read_amendment(line, KEPT, TODAY, people, both[:1], both).amount == Money(4000, INR)
    assert read_amendment(line, KEPT, TODAY, people, both[:1]).amount == Money(8000, INR)


@pytest.mark.parametrize("text", ["us", "everyone", "all of us"])
def test_us_is_everybody(text: str) -> None:
    found = edited(text)
    assert (found.everyone, found.description) == (True, None)
