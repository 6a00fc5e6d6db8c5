"""What no rule reads though it speaks of people or money is asked about, not what it was for."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.left_over import AS_IT_STANDS
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

TRIP = circle("en_IN", "Asha Bob Chen Dee")


def left_in(text: str) -> str:
    """Return the words of a line that are asked about."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, TRIP)
    assert refused.value.code is Code.WORDS_LEFT
    return str(refused.value.details["written"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("100 lamp oops", "oops"),
        ("100 lamp everybody knows", "everybody"),
        ("100 lamp he likes", "he"),
        ("84 pizza night 10% student thing", "10%"),
        ("100 sushi bob ate double", "bob ate double"),
        ("100 cable hers", "hers"),
        ("dinner 1200 +50 bob", "+50"),
        ("100 hostel own", "own"),
        ("100 cinema was", "was"),
        ("100 cinema and", "and"),
    ],
)
def test_what_speaks_of_people_or_money_is_asked_about(text: str, left: str) -> None:
    assert left_in(text) == left


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("100 lamp \\oops", "lamp oops"),
        ("90 cab except me since i walked", "cab since i walked"),
        ("700 will you marry me cake", "will you marry me cake"),
        ("600 dinner 5% tax included", "dinner 5% tax included"),
        ("200 double room", "double room"),
        ("90 mango 100% juice", "mango 100% juice"),
        ("900 rent paid", "rent paid"),
        ("300 bob's birthday", "bob's birthday"),
    ],
)
def test_what_may_well_be_what_it_was_for_is_booked(text: str, meant: str) -> None:
    assert read_split(from_text(f"/split {text}"), INR, TODAY, TRIP).description == meant


def test_whoever_says_so_has_it_booked_as_it_stands() -> None:
    line = from_text("/split 100 sushi bob ate double")
    found = read_split(line, INR, TODAY, TRIP, AS_IT_STANDS)
    assert (found.description, found.amount) == ("sushi bob ate double", Money(10000, INR))


def test_elsewhere_such_words_are_something_else() -> None:
    elsewhere = circle("it", "Asha Bob Chen Dee")
    found = read_split(from_text("/split 12 i biscotti"), INR, TODAY, elsewhere)
    assert found.description == "i biscotti"


@pytest.mark.parametrize(
    "text",
    [
        *("delete", "half", "taxi he took"),
        *("priya was there too", "zoe and priya were there too", "forgot priya", "add priya"),
        *("date 20", "currency shells", "it was priya who paid"),
    ],
)
def test_a_change_that_is_not_understood_changes_no_description(text: str) -> None:
    kept = Money(10000, INR)
    with pytest.raises(LedgerError) as refused:
        read_amendment(from_text(f"/edit {text}"), kept, TODAY, TRIP)
    assert refused.value.code is Code.WORDS_LEFT
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    again = read_amendment(from_text(examples[0]), kept, TODAY, TRIP)
    assert again.description == text
