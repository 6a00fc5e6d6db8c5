"""Sums and products typed with spaces, and how much is said to be each one's, as friends do."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "pub 3 rounds, 18 + 21 + 19.5, me bob chen",
            "58.50 pub 3 rounds: Asha 19.50 Bob 19.50 Chen 19.50",
        ),
        ("pub 3 rounds 18+21+19.50 with bob", "58.50 pub 3 rounds: Asha 29.25 Bob 29.25"),
        ("3 rounds 18 + 21 + 19 bob paid", "Bob paid 58 3 rounds: all"),
        ("18 + 21 + 19.5 pub", "58.50 pub: all"),
        ("cabs 120 + 80 + 40 - 20, bob paid", "Bob paid 220 cabs: all"),
        ("dinner 124 + 20 tip", "144 dinner: all"),
        (
            "dinner last nite 124 + 20 tip, bob wasnt there",
            "144 dinner on 19: Asha 48 Chen 48 Dee 48",
        ),
        ("124 + 20 tip dinner with bob", "144 dinner: Asha 72 Bob 72"),
        ("dinner 100 + 24 + 20 tip with bob", "144 dinner: Asha 72 Bob 72"),
        ("got the concert tix, 4 x 65", "260 got the concert tix: all"),
        ("4 x 65 concert tix", "260 concert tix: all"),
        ("65 x 4 concert tix bob paid", "Bob paid 260 concert tix: all"),
        ("got 4 x 65 tickets", "260 got tickets: all"),
        ("tickets 65 * 4 with bob", "260 tickets: Asha 130 Bob 130"),
        ("sim cards 2x 15 one for me one for bob", "30 sim cards: Asha 15 Bob 15"),
        ("2x 15 sim cards", "30 sim cards: all"),
        ("beach chairs 4 @ 7.50", "30 beach chairs: all"),
        ("4 @ 7.50 beach chairs bob paid", "Bob paid 30 beach chairs: all"),
        ("4 beach chairs @ 7.50 with bob", "30 4 beach chairs: Asha 15 Bob 15"),
        ("bowling 2 games x 7.5", "15 bowling 2 games: all"),
        (
            "bowling 2 games 7.5pp bob chen me",
            "22.50 bowling 2 games: Asha 7.50 Bob 7.50 Chen 7.50",
        ),
        (
            "airbnb 120/night for 3 nights bob chen",
            "360 airbnb for 3 nights: Asha 120 Bob 120 Chen 120",
        ),
        ("4 train tickets (12.50 each)", "50 4 train tickets: all"),
        (
            "groceries 45 (12 of that is mine)",
            "45 groceries: Asha 20.25 Bob 8.25 Chen 8.25 Dee 8.25",
        ),
        ("dinner 120 for 2, me and bob", "120 dinner for 2 for 2: Asha 60 Bob 60"),
        ("dinner 1200 on 16.2.", "1200 dinner on 16: all"),
        ("dinner 1200 on 16.2", "1200 dinner on 16: all"),
        ("60 pizza (5 x 12)", "60 pizza (5 x 12): all"),
        ("dinner 30 x 3 of us", "90 dinner of: all"),
        ("room 2 was 180", "180 room 2: all"),
        ("table 4 was 90 with bob", "90 table 4: Asha 45 Bob 45"),
        ("2 x 9 coffee bob", "18 coffee bob: all"),
        ("1200 tickets 4 x 300", "1200 tickets 4 x 300: all"),
        ("tickets 1200 4 x 300", "1200 tickets 4 x 300: all"),
        ("4 tix x 65 with bob", "260 4 tix: Asha 130 Bob 130"),
        ("beach chairs 4 @7.50", "30 beach chairs: all"),
        ("beach chairs 4@7.50", "30 beach chairs: all"),
        ("ice cream 3.5", "3.50 ice cream: all"),
        ("ice cream 3.5 each for all four", "14 ice cream: all"),
        ("ice cream 3.5 each, all four of us", "14 ice cream: all"),
        ("hostel 25pp for me chen and dee", "75 hostel: Asha 25 Chen 25 Dee 25"),
        ("25pp hostel me chen", "50 hostel: Asha 25 Chen 25"),
        ("hostel 25/pp for me chen and dee", "75 hostel: Asha 25 Chen 25 Dee 25"),
        ("hostel €25pp me chen", "50 EUR hostel: Asha 25 Chen 25"),
        ("burgers 8ea bob chen", "24 burgers: Asha 8 Bob 8 Chen 8"),
        ("bus 12/person", "48 bus: all"),
    ],
)
def test_what_is_meant_is_booked(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("museum 12 adults x3 (not dee)", "36 12"),
        ("museum 12 x3 (not dee)", "36 12"),
        ("16 double espresso x4", "64 16"),
        ("2x pizza 20", "40 20"),
        ("20 2x pizza bob", "40 20"),
        ("museum 12 adults x3 me bob chen", "36 12"),
        ("museum 12 adults x 3", "36 12"),
        ("pizza 3 for 20", "3 20"),
        ("pizza 14 + drinks 9 + tip 3", "26 14 9 3"),
        ("14 pizza + 9 drinks + 3 tip bob paid", "14 9 3 26"),
        ("dinner 100, drinks 50 + 10 tip", "160 100 50 10"),
        ("pizza 3.5 drinks 4.5", "3.50 4.50 8"),
        ("dinner 16.2 1200", "16.20 1200"),
        ("taxi 1 was 20, taxi 2 was 25", "20 25 45"),
        ("breakfast 12.50 12.50 13", "38 12.50 13"),
        ("pub 18, 21 and 19.5", "58.50 18 21 19.50"),
        ("pub 18, 21 and 20 with bob", "59 18 21 20"),
        ("pub 18 and 21", "18 21 39"),
        ("pizza x2 20 with bob", "40 20"),
        ("toll 6 parking 14 petrol 50", "70 6 14 50"),
        ("toll 6, parking 14, petrol 50 bob paid", "70 6 14 50"),
        ("cab 20, 4 x 65 tickets", "20 260 280"),
        ("3 beach chairs @ 7.30", "21.90 3 7.30"),
        ("dinner 124 + 20", "144 124 20"),
    ],
)
def test_what_may_be_several_is_asked(text: str, readings: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    found = refused.value.details["readings"]
    assert isinstance(found, tuple)
    assert " ".join(write_money(one, INR) for one in found) == readings
    assert refused.value.details["working"] == (True,) * len(found)
    for place, amount in enumerate(found):
        assert read_split(from_text(f"/split {text}"), INR, TODAY, FLAT, place).amount == amount


@pytest.mark.parametrize(
    "text",
    ["3 coffees 4.5 each, 2 cakes 6 each", "coffees 3 at 4.50 and 2 cakes 6 each with bob"],
)
def test_several_things_at_a_price_come_to_their_sum(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    readings = refused.value.details["readings"]
    assert isinstance(readings, tuple)
    assert write_money(readings[0], INR) == "25.50"
    assert read_split(from_text(f"/split {text}"), INR, TODAY, FLAT, 0).amount == readings[0]
