"""Numbers below a receipt that count people, or perhaps do."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.changes.people_counted import (
    PeopleCounted,
    counted,
    perhaps_counted,
)
from ledger.core.members import Sender
from ledger.core.money import Money
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY

KEPT = Money(7500, INR)
FRIENDS = circle("en_IN", "Asha Bob Chen Dee")
EVERYBODY = tuple(FRIENDS.whom(one.id) for one in FRIENDS.roster.active)


def perhaps(text: str) -> PeopleCounted | None:
    line = from_text(text)
    said = read_reply(line, KEPT, TODAY, FRIENDS, EVERYBODY[:1], EVERYBODY)
    assert said is not None, text
    return perhaps_counted(line, said, KEPT, TODAY, FRIENDS)


@pytest.mark.parametrize("text", ["plus 1", "+1", "add 1", "1 more", "oh and add 1"])
def test_one_more_may_be_somebody_with_whoever_says_so(text: str) -> None:
    assert perhaps(text) == PeopleCounted(1, more=True, by=Sender())


@pytest.mark.parametrize(
    ("text", "count", "more"),
    [
        ("plus 2", 2, True),
        ("2 less", -2, True),
        ("make it 5", 5, False),
        ("it was 5", 5, False),
        ("sorry, 3", 3, False),
    ],
)
def test_a_small_number_may_count_people(text: str, count: int, more: bool) -> None:
    assert perhaps(text) == PeopleCounted(count, more)


@pytest.mark.parametrize("text", ["bob +1", "bob plus 1", "+1 for bob"])
def test_one_more_beside_a_name_may_be_their_guest(text: str) -> None:
    people = perhaps(text)
    assert people is not None
    assert people.by is not None
    assert (people.count, called(people.by)) == (1, "Bob")


@pytest.mark.parametrize(
    "text",
    [
        *("+5", "+10", "plus ₹1", "+1.50", "add 2 tip", "plus 3 service charge"),
        *("make it 80", "it was 60", "make it 5.50", "the bill was 5", "total 5", "make it ₹5"),
        *("bob +10", "bob 20", "bob +₹1", "bob paid", "without bob"),
    ],
)
def test_what_is_clearly_money_counts_nobody(text: str) -> None:
    assert perhaps(text) is None


@pytest.mark.parametrize(
    ("text", "count", "more"),
    [
        ("make it 5 ways", 5, False),
        ("we were 5", 5, False),
        ("it was 5 of us", 5, False),
        ("split it 3 ways please", 3, False),
        ("5 people", 5, False),
        ("2 more people", 2, True),
        ("+2 people", 2, True),
        ("and 1 more guest", 1, True),
        ("plus one after all", 1, True),
        ("add one more", 1, True),
        ("one less", -1, True),
        ("no plus 1 after all", 0, True),
        ("no plus one", 0, True),
        ("my plus one didnt come", 0, True),
    ],
)
def test_how_many_there_were(text: str, count: int, more: bool) -> None:
    people = counted(from_text(text), KEPT, TODAY, FRIENDS)
    assert people is not None, text
    assert (people.count, people.more) == (count, more)


@pytest.mark.parametrize("text", ["75", "3 pizzas", "bob too", "it was 5", "one more beer", "no"])
def test_nobody_is_counted(text: str) -> None:
    assert counted(from_text(text), KEPT, TODAY, FRIENDS) is None
