"""When it was, as friends say it, and on which day something comes again."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.commands.schedule_line import Recur, read_every
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR

TRIP = circle("en_IN", "Asha Bob Charlie Dee")
A_DAY_OF_MARCH = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner last nite 1850 me n bob", "1850 dinner on 19: Asha 925 Bob 925"),
        ("taxi 22 yesterday nite", "22 taxi on 19: all"),
        ("22 taxi tonite", "22 taxi: all"),
        ("250 veg shop yesterday lol", "250 veg shop on 19: all"),
        ("350 for auto yesterday thx, with bob", "350 auto on 19: Asha 175 Bob 175"),
        ("350 auto two days ago", "350 auto on 18: all"),
        ("350 auto one week ago with bob", "350 auto on 13: Asha 175 Bob 175"),
        ("350 auto three weeks ago", "350 auto on 30: all"),
        ("mon 250 veg shop", "250 veg shop on 19: all"),
        ("sat 250 veg shop", "250 veg shop on 17: all"),
        ("250 today special", "250 today special: all"),
        ("the boat thing on 14th 6000 all", "6000 the boat thing on 14: all"),
        ("boat on the 14th everyone 6000", "6000 boat on 14: all"),
        (
            "office lunch 960 yesterday 3 of us not dee",
            "960 office lunch 3 of us on 19: Asha 320 Bob 320 Charlie 320",
        ),
        (
            "lunch 960 last friday 3 of us, not dee",
            "960 lunch 3 of us on 16: Asha 320 Bob 320 Charlie 320",
        ),
    ],
)
def test_the_day_is_read(text: str, meant: str) -> None:
    assert booked(TRIP, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cleaner 60 same as last week", "60 cleaner same as last week: all"),
        ("60 cleaner like last friday bob paid", "Bob paid 60 cleaner like last friday: all"),
        ("rent 24000 due 1st", "24000 rent due 1st: all"),
        ("rent 24000 due on the 1st", "24000 rent due on the 1st: all"),
        ("rent 24000 due 1 nov, bob paid", "Bob paid 24000 rent due 1 nov: all"),
        ("rent 24000 due friday", "24000 rent due friday: all"),
        ("bike 90 with bob till friday", "90 bike till friday: Asha 45 Bob 45"),
    ],
)
def test_a_day_that_something_is_due_or_like_is_not_its_own(text: str, meant: str) -> None:
    assert booked(TRIP, f"/split {text}") == meant


def every(text: str) -> Recur:
    read = read_every(from_text(f"/every {text}"), INR, A_DAY_OF_MARCH, TRIP)
    assert isinstance(read, Recur)
    return read


@pytest.mark.parametrize(
    ("text", "day", "description"),
    [
        ("year 120 insurance dec 1 bob and i", (12, 1), "insurance"),
        ("year 120 insurance 1 dec", (12, 1), "insurance"),
        ("year 120 insurance dec 1 2027", (12, 1), "insurance"),
        ("year 120 may 1 party", (5, 1), "party"),
        ("year 120 gym 1st of december", (12, 1), "gym"),
        ("month rent 900 last day", (None, 31), "rent"),
        ("month rent 900 last day with bob", (None, 31), "rent"),
        ("month last day 900 rent", (None, 31), "rent"),
        ("month 900 rent 5th", (None, 5), "rent"),
        ("month 900 rent last", (None, 4), "rent last"),
        ("month 900 rent 5th floor", (None, 4), "rent 5th floor"),
        ("month 900 rent", (None, 4), "rent"),
        ("year 120 insurance", (3, 4), "insurance"),
    ],
)
def test_the_day_of_what_comes_again_needs_no_on(
    text: str, day: tuple[int | None, int], description: str
) -> None:
    asked = every(text)
    assert ((asked.rule.month, asked.rule.day), asked.line.description) == (day, description)


def test_it_first_comes_on_the_next_such_day() -> None:
    assert every("year 120 insurance dec 1").rule.start == date(2026, 12, 1)
    assert every("year 120 insurance feb 1").rule.start == date(2027, 2, 1)
    assert every("year 120 may 1 party").rule.start == date(2026, 5, 1)
    assert every("week 120 milk yesterday").rule.start == A_DAY_OF_MARCH


def test_a_day_that_never_is_is_asked_about() -> None:
    with pytest.raises(LedgerError) as refused:
        every("year 120 gym feb 30")
    assert refused.value.code is Code.BAD_DATE
