"""English as friends write it to each other: booked as meant, or asked about."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = "en_IN"
TRIP = circle("en_IN", "Asha Bob Chen Dee Alex_Stone Mum")


def read(text: str, choice: int | None = None) -> str:
    """Tell what a line of /split comes to among the people of a trip, the first of whom writes."""
    return booked(TRIP, f"/split {text}", choice)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("half of 500 pizza", "250 pizza: all", "500 half of pizza: all"),
        (
            "a third of 90 pizza with bob",
            "30 pizza: Asha 15 Bob 15",
            "90 a third of pizza: Asha 45 Bob 45",
        ),
        ("half of the 500 pizza", "250 pizza: all", "500 half of the pizza: all"),
        ("2/3 of 90 pizza", "60 pizza: all", "90 2/3 of pizza: all"),
        ("50% of 500 pizza", "250 pizza: all", "500 50% of pizza: all"),
        ("pizza, half of 500, with bob", None, None),
        ("quarter of 1000 rent", "250 rent: all", "1000 quarter of rent: all"),
        ("half of 2k rent", "1000 rent: all", "2000 half of rent: all"),
        ("half the bill 500 cab", "250 cab: all", "500 half the bill cab: all"),
        ("Half of 500. Pizza", "250 Pizza: all", "500 Half of Pizza: all"),
        ("a third of 100 cab", "33.33 cab: all", "100 a third of cab: all"),
    ],
)
def test_a_part_of_a_sum_is_asked_about(text: str, part: str | None, whole: str | None) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    if part is not None:
        assert [read(text, choice) for choice in (0, 1)] == [part, whole]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob owes half of 500 pizza", "500 pizza: Asha 250 Bob 250"),
        ("bob owes me half of 500 for pizza", "250 pizza: Bob 250"),
        ("i owe bob a third of 900", "Bob paid 300: Asha 300"),
        ("500 pizza half of it for bob", "500 pizza: Asha 250 Bob 250"),
        ("500 pizza bob owes half of it", "500 pizza: Asha 250 Bob 250"),
        ("90, half of which for bob", "90: Asha 45 Bob 45"),
        ("500 dinner, bob half of 200", "500 dinner: Asha 400 Bob 100"),
        ("half kg chicken 240", "240 half kg chicken: all"),
        ("200 half price pizza", "200 half price pizza: all"),
        ("half and half 90", "90 half and half: all"),
        ("300 third of march rent", "300 third of march rent: all"),
    ],
)
def test_a_part_of_what_is_known_is_read(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("groceries 1200 equally", "1200 groceries: all"),
        ("groceries 1200, split evenly", "1200 groceries: all"),
        ("groceries 1200 split evenly between us", "1200 groceries: all"),
        ("1200 groceries equal split", "1200 groceries: all"),
        ("1200 groceries split it equally among all", "1200 groceries: all"),
        ("1200 groceries everyone equally", "1200 groceries: all"),
        ("1200 groceries equally yesterday", "1200 groceries on 19: all"),
        ("1200 equally", "1200: all"),
        ("1200 groceries split it with bob", "1200 groceries: Asha 600 Bob 600"),
        ("1200 groceries bob equally", "1200 groceries: Asha 600 Bob 600"),
        ("1200 groceries bob fifty fifty", "1200 groceries: Asha 600 Bob 600"),
        ("1200 groceries me and bob half each", "1200 groceries: Asha 600 Bob 600"),
        ("equal exchange coffee 500", "500 equal exchange coffee: all"),
        ("banana split 300", "300 banana split: all"),
        ("1200 half and half milk", "1200 half and half milk: all"),
    ],
)
def test_equally_is_no_description(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    "half", ["50/50", "fifty fifty", "split half half", "split in half", "half each"]
)
def test_halves_of_more_than_two_are_asked_about(half: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(f"1200 groceries {half}")
    assert refused.value.details["reason"] == "ratio"
    pair = circle(FLAT, "Asha Bob")
    assert booked(pair, f"/split 1200 groceries {half}") == "1200 groceries: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.5 lakh rent", "150000 rent: all"),
        ("rent 2 lac with bob", "200000 rent: Asha 100000 Bob 100000"),
        ("2lakh rent", "200000 rent: all"),
        ("2.5 cr flat", "25000000 flat: all"),
        ("12 hundred pizza", "1200 pizza: all"),
        ("1 lakh 20 thousand 500 rent", "120500 rent: all"),
        ("2 thousand 500 rent with bob", "2500 rent: Asha 1250 Bob 1250"),
        ("rent 5 thousand bob 2 thousand", "5000 rent: Asha 3000 Bob 2000"),
        ("2 thousand 60 beers", "2000 60 beers: all"),
        ("2 thousand 5 rent", "2000 5 rent: all"),
    ],
)
def test_lakhs_and_thousands_multiply(text: str, meant: str) -> None:
    assert read(text) == meant


def asked(text: str) -> tuple[str, list[str], list[str]]:
    """Return what a line comes to, the words that may be names, and who perhaps shares."""
    line = read_split(from_text(f"/split {text}"), INR, TODAY, TRIP)
    names = {member.id: member.first_name for member in TRIP.roster}
    return read(text), [*line.doubts.unknown], [names[one] for one in line.doubts.seen]


@pytest.mark.parametrize(
    ("text", "meant", "unknown"),
    [
        ("pizza 900 with bob, chen & shivani", "900 pizza: Asha 300 Bob 300 Chen 300", "shivani"),
        ("pizza 900 with shivani and bob", "900 pizza: Asha 450 Bob 450", "shivani"),
        ("pizza 900 with bob, shivani, chen", "900 pizza: Asha 300 Bob 300 Chen 300", "shivani"),
        ("pizza 900 bob and shivani", "900 pizza: Asha 450 Bob 450", "shivani"),
        ("pizza 900 me bob shivani", "900 pizza: Asha 450 Bob 450", "shivani"),
        ("900 pizza @bob and shivani", "900 pizza: Asha 450 Bob 450", "shivani"),
        ("900 pizza for Shivani and bob", "900 pizza: Asha 450 Bob 450", "Shivani"),
        ("900 pizza with bob and Shivani Rao", "900 pizza: Asha 450 Bob 450", "Shivani Rao"),
        ("900 pizza with everyone and shivani", "900 pizza: all", "shivani"),
        ("900 pizza with bob 300 and shivani", "900 pizza: Asha 600 Bob 300", "shivani"),
        ("900 pizza paid by mike", "900 pizza paid by mike: all", "mike"),
        ("mike paid 900 pizza", "900 mike paid pizza: all", "mike"),
        ("900 pizza, mike paid", "900 pizza, mike paid: all", "mike"),
    ],
)
def test_a_name_that_nobody_has_is_asked_about(text: str, meant: str, unknown: str) -> None:
    assert asked(text)[:2] == (meant, [unknown])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("900 pizza with bob and extra cheese", "900 pizza and extra cheese: Asha 450 Bob 450"),
        ("900 pizza with bob and dessert", "900 pizza and dessert: Asha 450 Bob 450"),
        ("900 cake bob and chen, dinner", "900 cake dinner: Asha 300 Bob 300 Chen 300"),
        ("rent paid 15000", "15000 rent paid: all"),
        ("fully paid 900 pizza", "900 fully paid pizza: all"),
        ("900 pizza without onions", "900 pizza without onions: all"),
        ("900 pizza paid by card", "900 pizza paid by card: all"),
        ("900 dinner bob 300 gate 7", "900 dinner gate 7: Asha 600 Bob 300"),
        ("900 dinner bob 300 wine 200", "900 dinner wine 200: Asha 600 Bob 300"),
        ("gave waiter 300", "300 gave waiter: all"),
        ("900 gift for her", "900 gift for her: all"),
    ],
)
def test_a_thing_is_nobody(text: str, meant: str) -> None:
    assert asked(text)[:2] == (meant, [])


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("900 pizza paid by bobb", ["900 pizza paid by @Bob", "900 pizza paid by @bobb"]),
        ("bobby paid 900 pizza", ["900 paid @Bob pizza", "900 paid @bobby pizza"]),
        ("900 pizza except chenn", ["900 pizza except @Chen", "900 pizza except @chenn"]),
        ("bobb owes me 300", ["300 @Bob owes me", "300 @bobb owes me"]),
        ("mike owes me 300", ["300 @mike owes me"]),
        ("i owe mike 300 for pizza", ["300 i owe @mike for pizza"]),
        ("900 pizza chen 600 mike 300", ["900 pizza chen 600 @mike 300"]),
        ("900 pizza ravi 300, shivani 600", ["900 pizza @ravi 300, @shivani 600"]),
        ("900 pizza bob 40% mike 60%", ["900 pizza bob 40% @mike 60%"]),
        ("900 pizza bob x2 mike x1", ["900 pizza bob x2 @mike x1"]),
        ("900 pizza paid by bob and mike", ["900 pizza paid by bob and @mike"]),
        ("bob and mike paid 900 pizza", ["900 bob and @mike paid pizza"]),
        ("900 paid by bob 600 and mike 300", ["900 paid by bob 600 and @mike 300"]),
        ("mike gave me 300", []),
        ("dinner\nbob 200\nmike 150\nme 250", []),
        ("i lent mike 300", []),
        ("gave bobb 300", []),
    ],
)
def test_money_of_somebody_unknown_is_asked_about(text: str, examples: list[str]) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert refused.value.code is Code.UNKNOWN_NAME
    assert refused.value.details["examples"] == tuple(f"/split {one}" for one in examples)


@pytest.mark.parametrize("text", ["she paid 900 pizza", "900 pizza with them", "he owes me 300"])
def test_who_that_is_is_asked(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert refused.value.code is Code.NAME_MISSING


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hey, please add 600 pizza with bob, thanks!", "600 pizza: Asha 300 Bob 300"),
        ("1200 dinner bob and chen thanks", "1200 dinner: Asha 400 Bob 400 Chen 400"),
        ("1200 dinner bob and chen lol", "1200 dinner: Asha 400 Bob 400 Chen 400"),
        ("split 1200 groceries with bob", "1200 groceries: Asha 600 Bob 600"),
        ("can you split 900 between me and bob please", "900: Asha 450 Bob 450"),
        ("500 cheers", "500 cheers: all"),
        ("500 thank you card", "500 thank you card: all"),
        ("500 please cards for bob", "500 please cards: Asha 250 Bob 250"),
        ("210 drinks on the house lol", "210 drinks on the house lol: all"),
        ("split ac repair 3000", "3000 split ac repair: all"),
    ],
)
def test_small_talk_says_nothing(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/refund 300 tickets bob got", "back: Bob paid 300 tickets: all"),
        ("/refund bob received 300 for tickets", "back: Bob paid 300 tickets: all"),
        ("/refund 300 paid by bob", "back: Bob paid 300: all"),
        ("/refund 300 deposit with bob", "back: 300 deposit: Asha 150 Bob 150"),
        ("/refund i got 300 back from airbnb", "back: 300 from airbnb: all"),
    ],
)
def test_who_got_a_refund_is_who_is_said_to(text: str, meant: str) -> None:
    assert booked(TRIP, text) == meant


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("/refund bob gave back 300", ["/settle @Bob me 300"]),
        ("/refund 300 from bob", ["/settle @Bob me 300"]),
        ("/refund chen gave bob 300", ["/settle @Chen @Bob 300"]),
        ("/split refund 300 from bob", ["/settle @Bob me 300"]),
        (
            "/refund 300 deposit to bob",
            ["/refund 300 deposit paid @Bob", "/settle @Bob 300 // deposit"],
        ),
        (
            "/split refund 300 deposit from bob",
            ["/settle @Bob me 300 // deposit", "/refund 300 deposit @Bob"],
        ),
        ("/split landlord returned 5000 deposit", ["/refund landlord 5000 deposit"]),
        ("/split landlord gave us 5000 back", ["/refund landlord 5000 back"]),
        ("/split airbnb gave back 300 with bob", ["/refund airbnb 300 with bob"]),
    ],
)
def test_money_that_somebody_gave_back_is_asked_about(text: str, lines: list[str]) -> None:
    with pytest.raises(LedgerError) as refused:
        booked(TRIP, text)
    asked_about = refused.value.details.get("lines") or refused.value.details["examples"]
    assert isinstance(asked_about, tuple)
    assert [*asked_about][: len(lines)] == lines


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob has paid 600 for dinner", "Bob paid 600 dinner: all"),
        ("bob already paid 600 for dinner", "Bob paid 600 dinner: all"),
        ("I had paid 600 for dinner", "600 dinner: all"),
        ("just paid 600 for dinner w bob", "600 dinner: Asha 300 Bob 300"),
        ("bob paid for me 300 taxi", "Bob paid 300 taxi: Asha 150 Bob 150"),
        ("paid for bob 300 taxi", "300 taxi: Asha 150 Bob 150"),
        (
            "dinner 600 i paid half and bob the other half",
            "Asha 300 Bob 300 paid 600 dinner: all",
        ),
        ("milk 60\nbread 40\neggs 90", "190: all"),
        ("dinner 130\nbread 40\neggs 90", "130 dinner: all"),
        ("bob 300 chen 200 paid for pizza", "Bob 300 Chen 200 paid 500 pizza: all"),
        ("600 gift for mum from bob and me", "600 gift for mum: Asha 300 Bob 300"),
        ("bob still owes me 300", "300: Bob 300"),
        ("bob owed me 300", "300: Bob 300"),
        ("bob has to pay me 300 for pizza", "300 pizza: Bob 300"),
        ("i need to pay bob 300 for fuel", "Bob paid 300 fuel: Asha 300"),
        ("dee needs to pay chen 300", "Chen paid 300: Dee 300"),
        ("600 dinner less 10%", "540 dinner: all"),
        ("600 dinner no dee or mum", "600 dinner: Asha 150 Bob 150 Chen 150 Alex 150"),
        (
            "600 dinner not including dee",
            "600 dinner: Asha 120 Bob 120 Chen 120 Alex 120 Mum 120",
        ),
        ("600 dinner nobody but bob and me", "600 dinner: Asha 300 Bob 300"),
        ("600 dinner bob 40 percent, chen 60 percent", "600 dinner: Bob 240 Chen 360"),
        ("600 dinner 5% tax included", "600 dinner 5% tax included: all"),
        ("600 dinner 10% discount", "540 dinner: all"),
    ],
)
def test_more_ways_to_say_it_are_read(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("i owe bob and chen 300", Code.PAID_UNCLEAR),
        ("600 pizza i pay 200 bob the rest", Code.BAD_PART),
        ("600 pizza i'll pay 200 rest bob and chen", Code.BAD_PART),
        ("600 dinner tip 10 percent", Code.AMOUNT_AMBIGUOUS),
        ("600 dinner 10% tip with bob", Code.AMOUNT_AMBIGUOUS),
    ],
)
def test_what_may_be_either_is_asked(text: str, code: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert refused.value.code is code


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 days ago dinner 600 with bob", "600 dinner on 18: Asha 300 Bob 300"),
        ("dinner 600 14/2", "600 dinner on 14: all"),
        ("gym 600 24/7", "600 gym 24/7: all"),
        ("pizza 600 1/2", "600 pizza 1/2: all"),
        ("dinner - 600 - bob", "600 dinner bob: all"),
        ("dinner ~600 with bob", "600 dinner: Asha 300 Bob 300"),
        ("600-ish dinner", "600 dinner: all"),
        ("dinner [600] with bob", "600 dinner: Asha 300 Bob 300"),
        ("minus 600 deposit with bob", "back: 600 deposit: Asha 300 Bob 300"),
        ("dinner 600 wothout bob", "600 dinner: Asha 120 Chen 120 Dee 120 Alex 120 Mum 120"),
        ("dinner 600 paid buy bob", "Bob paid 600 dinner: all"),
        ("dinner 600 yesterdat", "600 dinner on 19: all"),
        ("600 pizza all-chen", "600 pizza: Asha 120 Bob 120 Dee 120 Alex 120 Mum 120"),
        ("600 pizza everyone - chen", "600 pizza: Asha 120 Bob 120 Dee 120 Alex 120 Mum 120"),
        ("600 pizza all-inclusive", "600 pizza all-inclusive: all"),
        ("600 pizza 2 for bob 1 for chen", "600 pizza: Asha 150 Bob 300 Chen 150"),
        ("600 pizza 200 for bob 400 for chen", "600 pizza: Bob 200 Chen 400"),
        ("5 2 for bob 3 for chen", "5: Bob 2 Chen 3"),
    ],
)
def test_days_marks_and_slips_are_read(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "readings"),
    [("dinner 500-600 with bob", [500, 600, 1100]), ("dinner 60-80 bob", [60, 80, 140])],
)
def test_a_range_of_amounts_is_asked_about(text: str, readings: list[int]) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    asked_about = refused.value.details["readings"]
    assert isinstance(asked_about, tuple)
    assert [money.minor // 100 for money in asked_about] == readings


def test_no_amount_is_made_of_a_number_that_may_be_two() -> None:
    with pytest.raises(LedgerError) as refused:
        read("dinner five fifty with bob")
    assert "55" not in str(refused.value.details["examples"])
