"""Bills of several lines: each line is an item, and belongs to whoever is named in it."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from ledger.core.money import Money
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


def refused(text: str, choice: int | None = None) -> LedgerError:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR, choice)
    return found.value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 pasta bob\n15 pizza chen", "35: Bob 20 Chen 15"),
        ("pasta 20 - bob\npizza 15 - chen", "35: Bob 20 Chen 15"),
        ("20 pasta (bob)\n15 pizza (chen)", "35: Bob 20 Chen 15"),
        ("20 bob's pasta\n15 pizza for chen", "35: Bob 20 Chen 15"),
        ("20 pasta asha\n15 pizza me", "35: Asha 35"),
        ("20 pasta bob, chen\n15 pizza all", "35: Asha 3.75 Bob 13.75 Chen 13.75 Dee 3.75"),
        ("20 pasta bob x2 chen\n15 pizza chen", "35: Bob 13.33 Chen 21.67"),
        ("20 pasta bob 12 chen 8\n15 pizza chen", "35: Bob 12 Chen 23"),
        ("dinner\nBob 20 pasta, 5 water\nChen 15 pizza", "40 dinner: Bob 25 Chen 15"),
        ("1.5 kg chicken 420 bob\nmilk 60 chen", "480: Bob 420 Chen 60"),
        ("1.01 pasta bob\n0.99 pizza chen", "2: Bob 1.01 Chen 0.99"),
        # Those who are left out, and everybody else.
        ("20 pasta bob\n15 pizza without chen", "35: Asha 5 Bob 25 Dee 5"),
        ("30 pasta with bob and chen\n15 pizza except bob", "45: Asha 5 Bob 15 Chen 20 Dee 5"),
        ("20 pasta bob\n15 pizza everyone but me", "35: Bob 25 Chen 5 Dee 5"),
        # What nobody is named for, tips and discounts.
        ("20 tip bob\n10 pizza chen", "30: Bob 20 Chen 10"),
        ("20 tip\n100 pasta bob\n50 pizza chen", "170: Bob 113.33 Chen 56.67"),
        ("20 bread\n15 pasta bob\n20 pizza chen", "55: Bob 23.57 Chen 31.43"),
        ("20 pasta bob\n15 pizza chen\n-5 discount", "30: Bob 17.14 Chen 12.86"),
        ("20 pasta bob\n20 pizza chen\n10% off coupon", "36: Bob 18 Chen 18"),
        # How many of something there were.
        ("2 pasta 20 bob\n1 pizza 15 chen", "35: Bob 20 Chen 15"),
        ("2 x pasta 20 bob\n12 eggs 84 chen", "104: Bob 20 Chen 84"),
        ("2x 10 pasta bob\n3 pizza at 5 chen", "35: Bob 20 Chen 15"),
        ("3x pasta 20 each bob\n15 pizza chen", "75: Bob 60 Chen 15"),
        # Currencies are of all lines.
        ("20 usd pasta bob\n15 pizza chen", "35 USD: Bob 20 Chen 15"),
        ("20 euros pasta bob\n15 eur pizza chen", "35 EUR: Bob 20 Chen 15"),
        # Who paid.
        ("20 pasta bob\n15 pizza chen, bob paid", "Bob paid 35: Bob 20 Chen 15"),
        ("20 pasta bob\n15 pizza chen paid by dee", "Dee paid 35: Bob 20 Chen 15"),
        ("dee paid dinner\n20 pasta bob\n15 pizza chen", "Dee paid 35 dinner: Bob 20 Chen 15"),
        ("bob paid 20 pasta\nchen paid 15 pizza", "Bob 20 Chen 15 paid 35: all"),
        ("bob paid 20 pasta\nchen paid 15 pizza\n10 beer", "Asha 10 Bob 20 Chen 15 paid 45: all"),
        (
            "dinner\n20 pasta bob\n15 pizza chen\nbob paid 30 chen paid 5",
            "Bob 30 Chen 5 paid 35 dinner: Bob 20 Chen 15",
        ),
        ("bob paid 20\nchen paid 15", "Bob 20 Chen 15 paid 35: all"),
        # Totals.
        ("20 pasta bob\n15 pizza chen\n35 total", "35: Bob 20 Chen 15"),
        ("20 pasta bob\n15 pizza chen\nsubtotal 35\n5 tip\ntotal 40", "40: Bob 22.86 Chen 17.14"),
        ("dinner 38\n20 pasta bob\n15 pizza chen\n3 tip", "38 dinner: Bob 21.71 Chen 16.29"),
        ("35 dinner\n20 pasta bob\n15 pizza chen\n7 tip", "42 dinner: Bob 24 Chen 18"),
        ("600 dinner with bob and me\n200 pasta bob\n400 steak me", "600 dinner: Asha 400 Bob 200"),
        ("20 pasta (bob)\n20 pizza chen", "40: Bob 20 Chen 20"),
        ("20 pasta with bob\n10 pizza chen\n10 wine chen", "40: Bob 20 Chen 20"),
        ("100 dinner\n20 bob\n15 chen", "100 dinner: Asha 65 Bob 20 Chen 15"),
        ("room 12\n20 pasta bob\n15 pizza chen", "35 room 12: Bob 20 Chen 15"),
        # Clauses of all.
        ("dinner on friday\n20 pasta bob\n15 pizza chen", "35 dinner on 16: Bob 20 Chen 15"),
        ("20 pasta bob yesterday\n15 pizza chen", "35 on 19: Bob 20 Chen 15"),
        ("20 pasta bob\n15 pizza chen on friday", "35 on 16: Bob 20 Chen 15"),
        ("dinner without dee\n20 pasta\n15 wine", "35 dinner: Asha 11.67 Bob 11.67 Chen 11.66"),
        ("dinner with bob, chen\n20 pasta bob\n15 pizza chen", "35 dinner: Bob 20 Chen 15"),
        # No bills.
        ("1200 dinner\nbob 300\nchen the rest", "1200 dinner: Bob 300 Chen 900"),
        ("120 pizza\nwith bob\n", "120 pizza: Asha 60 Bob 60"),
        ("700 house\nbob 7 nights\nchen 4 nights\n-me", "700 house: Bob 445.45 Chen 254.55"),
    ],
)
def test_an_item_belongs_to_its_names(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("code", "people", "text", "meant"),
    [
        ("de", "Asha Bob Chen", "20 pasta bob\n15 pizza chen\n35 gesamt", "35: Bob 20 Chen 15"),
        ("de", "Asha Bob", "2x pasta je 10 bob\n15 pizza ich", "35: Asha 15 Bob 20"),
        (
            *("ru", "Аша Боб Маша", "ужин\n20 паста боб\n15 пицца с машей\nитого 35\nоплатил боб"),
            "Боб paid 35 ужин: Боб 20 Маша 15",
        ),
        ("hi", "Asha Bob Chen", "20 पास्ता bob\n15 पिज़्ज़ा chen के लिए\nकुल 35", "35: Bob 20 Chen 15"),
        ("es", "Asha Bob Chen", "20 pasta sin chen\n15 pizza chen", "35: Asha 10 Bob 10 Chen 15"),
        ("tr", "Asha Ali Ayşe", "20 makarna Ali\n15 pizza Ayşe\ntoplam 35", "35: Ali 20 Ayşe 15"),
        ("ar", "آشا بوب علي", "20 بيتزا بوب\n15 شاي علي\nالمجموع 35", "35: بوب 20 علي 15"),
    ],
)
def test_in_every_language(code: str, people: str, text: str, meant: str) -> None:
    assert booked(circle(code, people), f"/split {text}") == meant


def test_a_category_in_a_line_is_of_all() -> None:
    read = read_split(from_text("/split 20 pasta bob #food\n15 pizza me"), INR, TODAY, FOUR)
    assert read.category == "food"


def test_notes_stand_before_the_items() -> None:
    def note(text: str) -> str | None:
        return read_split(from_text(f"/split {text}"), INR, TODAY, FOUR).note

    items = "20 pasta bob\n15 pizza chen"
    assert note(f"dinner // late\n{items}") == "late; 20 pasta bob; 15 pizza chen"
    cheese = note("20 pasta bob // extra cheese\n15 pizza chen")
    assert cheese == "20 pasta bob (extra cheese); 15 pizza chen"
    assert note(f"{items}\n// 20 people,\n3 dogs") == (
        "20 people, 3 dogs; 20 pasta bob; 15 pizza chen"
    )


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "100 dinner\n20 pasta bob\n15 pizza chen",
            [
                "100 dinner: Asha 16.25 Bob 36.25 Chen 31.25 Dee 16.25",
                "100 dinner: Asha 65 Bob 20 Chen 15",
                "100 dinner: Bob 57.14 Chen 42.86",
                "35 dinner: Bob 20 Chen 15",
                "135 dinner: Asha 25 Bob 45 Chen 40 Dee 25",
            ],
        ),
        (
            "20 pasta bob\n15 pizza chen\ntotal 40",
            [
                "40: Asha 1.25 Bob 21.25 Chen 16.25 Dee 1.25",
                "40: Asha 5 Bob 20 Chen 15",
                "40: Bob 22.86 Chen 17.14",
                "35: Bob 20 Chen 15",
            ],
        ),
        # What is nobody's where all the others are one person's.
        (
            "20 pasta bob only\n15 pizza",
            ["35: Asha 3.75 Bob 23.75 Chen 3.75 Dee 3.75", "35: Asha 15 Bob 20", "35: Bob 35"],
        ),
        (
            "lidl\ncheese 4\npasta 2\nbeer 9 bob and dee only",
            [
                "15 lidl: Asha 1.50 Bob 6 Chen 1.50 Dee 6",
                "15 lidl: Asha 6 Bob 4.50 Dee 4.50",
                "15 lidl: Bob 7.50 Dee 7.50",
            ],
        ),
        (
            "cheese 4\nbeer 9 bob and dee",
            [
                "13: Asha 1 Bob 5.50 Chen 1 Dee 5.50",
                "13: Asha 4 Bob 4.50 Dee 4.50",
                "13: Bob 6.50 Dee 6.50",
            ],
        ),
        (
            "dinner\npasta 20 bob\npizza 15\ntip 5",
            [
                "40 dinner: Asha 4.29 Bob 27.14 Chen 4.29 Dee 4.28",
                "40 dinner: Asha 17.14 Bob 22.86",
                "40 dinner: Bob 40",
            ],
        ),
    ],
)
def test_what_the_items_leave_of_a_total_is_asked(text: str, readings: list[str]) -> None:
    error = refused(text)
    first, sums = error.details["place"], error.details["readings"]
    assert error.code is Code.REST_UNCLEAR
    assert isinstance(first, int)
    assert isinstance(sums, tuple)
    for place, (reading, amount) in enumerate(zip(readings, sums, strict=True), first):
        assert booked(FOUR, f"/split {text}", place) == reading
        assert read_split(from_text(f"/split {text}"), INR, TODAY, FOUR, place).amount == amount


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "70 dinner\n20 pasta bob\n15 pizza chen\n40 wine all",
            ["75 dinner: Asha 10 Bob 30 Chen 25 Dee 10", "70 dinner:", "145 dinner:"],
        ),
        ("20 pasta bob\n15 pizza chen\ntotal 30", ["35: Bob 20", "30: Bob 17.14 Chen 12.86"]),
        ("pasta 20\npizza 15\ntotal 40", ["35: all", "40: all"]),
        ("20 pasta bob\n15 or 16 pizza me", ["35: Asha 15 Bob 20", "36: Asha 16 Bob 20"]),
    ],
)
def test_a_total_of_other_items_is_asked(text: str, readings: list[str]) -> None:
    error = refused(text)
    sums = error.details["readings"]
    assert error.code is Code.AMOUNT_AMBIGUOUS
    assert error.details["choices"]
    assert isinstance(sums, tuple)
    for place, (reading, amount) in enumerate(zip(readings, sums, strict=True)):
        assert booked(FOUR, f"/split {text}", place).startswith(reading)
        assert read_split(from_text(f"/split {text}"), INR, TODAY, FOUR, place).amount == amount


def test_somebody_who_is_not_here_is_offered() -> None:
    for text in ("20 pasta bob\n15 pizza sam", "20 pasta bob\n15 pizza with sam", "bob 20\nsam 15"):
        error = refused(text)
        assert error.code is Code.UNKNOWN_NAME
        assert (error.details["name"], error.details["choices"]) == (Name("sam"), True)
        place = error.details["place"]
        assert isinstance(place, int)
        added = read_split(from_text(f"/split {text}"), INR, TODAY, FOUR, place)
        assert [(part.value, whom) for whom, part in added.participants][1] == (1500, Name("sam"))
        assert booked(FOUR, f"/split {text}", place + 1) == "35: Bob 35"
    near = refused("20 pasta bob\n15 pizza chenn")
    place = near.details["place"]
    assert isinstance(place, int)
    assert booked(FOUR, "/split 20 pasta bob\n15 pizza chenn", place) == "35: Bob 20 Chen 15"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20 pasta bob\nsome pizza chen\n12 wine", Code.AMOUNT_MISSING),
        ("2 beers bob\n3 beers chen", Code.AMOUNT_MISSING),
        ("2 beers bob\n3 wines chen", Code.AMOUNT_MISSING),
        ("20 pasta bob\n15 eur pizza chen\n5 usd coke", Code.BILL_CURRENCIES),
        ("20 pasta bob\n-30 discount\n5 wine chen", Code.AMOUNT_NOT_POSITIVE),
        ("20 pasta bob 12 chen 9\n15 pizza chen", Code.PARTS_ABOVE_AMOUNT),
        ("\n".join(f"{number} pasta bob" for number in range(1, 52)), Code.TOO_MANY_ITEMS),
    ],
)
def test_what_is_no_bill_yet_is_asked_about(text: str, code: Code) -> None:
    assert refused(text).code is code


def test_an_item_alone_asks_for_the_amount_of_another() -> None:
    error = refused("20 pasta bob\nsome pizza chen")
    assert (error.code, error.details["item"]) == (Code.AMOUNT_MISSING, "some pizza chen")


def test_a_corrected_line_keeps_the_others() -> None:
    error = refused("20 pasta bob\n1.200 pizza me // cash")
    assert error.details["examples"] == (
        "/split 20 pasta bob\n1200 pizza me // cash",
        "/split 20 pasta bob\n1.20 pizza me // cash",
    )


def test_a_name_of_two_is_asked() -> None:
    twins = circle("en", "Asha Bob Alex_Stone Alex_Price")
    with pytest.raises(LedgerError) as found:
        read_split(from_text("/split 20 pasta bob\n15 pizza alex"), INR, TODAY, twins)
    assert found.value.code is Code.NAME_AMBIGUOUS
    told = booked(twins, "/split 20 pasta bob\n15 pizza alex p.")
    assert told == "35: Bob 20 Alex 15"


def test_a_bill_takes_the_place_of_what_an_entry_was() -> None:
    line = from_text("/edit 1 20 pasta bob\n15 pizza chen\n7 tip, bob paid").behind(1)
    change = read_amendment(line, Money(9000, INR), TODAY, FOUR)
    assert change.amount == Money(4200, INR)
    assert [part.value for _, part in change.participants] == [2400, 1800]
    assert [FOUR.member_of(whom) for whom, _ in change.payers] == [2]
    assert (change.description, change.note) == (
        None,
        "20 pasta bob; 15 pizza chen; 7 tip, bob paid",
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner\n20 pasta bob\ntip 5", "25 dinner: Bob 25"),
        ("20 pasta bob\n15 pizza me\n7 salad", "42: Asha 18 Bob 24"),
        ("120 coke me\ntax 12", "132: Asha 132"),
    ],
)
def test_a_tip_and_what_several_had_besides_needs_no_question(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
