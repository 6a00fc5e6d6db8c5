"""Lines whose words mean something elsewhere: here they are what it was for, or are asked about."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.friends import company, handed_over, told
from tests.handlers.grammar.reading import INR, TODAY

FLAT = "en_IN"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("500 cash withdrawal fee with bob", "500 cash withdrawal fee: Asha 250 Bob 250"),
        ("210 drinks on the house lol", "210 drinks on the house lol: all"),
        ("300 dog treats bob and chen", "300 dog treats: Asha 100 Bob 100 Chen 100"),
        ("300 treat for the dog with bob", "300 treat for the dog: Asha 150 Bob 150"),
        ("700 bob's birthday treats", "700 bob's birthday treats: all"),
        ("400 dinner on friday bob n me", "400 dinner on 16: Asha 200 Bob 200"),
        ("90 quarter pounders bob and chen", "90 quarter pounders: Asha 30 Bob 30 Chen 30"),
        ("350 third floor cleaning", "350 third floor cleaning: all"),
        ("60 coffee to go with chen", "60 coffee to go: Asha 30 Chen 30"),
        ("20 change for parking with bob", "20 change for parking: Asha 10 Bob 10"),
        ("total wine 500 with bob", "500 total wine: Asha 250 Bob 250"),
        ("1400 last week of feb groceries", "1400 last week of feb groceries: all"),
        ("140 sorry card for chen", "140 sorry card: Asha 70 Chen 70"),
        ("500 wise fees with bob", "500 wise fees: Asha 250 Bob 250"),
        ("700 upi mandate netflix", "700 upi mandate netflix: all"),
        ("400 spa day included lunch with bob", "400 spa day included lunch: Asha 200 Bob 200"),
        ("700 goa trip note printing", "700 goa trip note printing: all"),
        ("210 instead of pizza we got pasta", "210 instead of pizza we got pasta: all"),
        ("140 price tag gun", "140 price tag gun: all"),
        ("350 is this ok?", "350 is this ok?: all"),
        ("200 plus 2 beers with bob", "200 plus 2 beers: Asha 100 Bob 100"),
        (
            "1000 dinner plus 200 for drinks bob and chen",
            "1200 dinner plus drinks: Asha 400 Bob 400 Chen 400",
        ),
        ("700 may bill with will", "700 may bill: Asha 350 Will 350"),
        (
            "300 lunch for bob without bob",
            "300 lunch for bob: Asha 50 Chen 50 Dev 50 Will 50 Alex 50 Alex 50",
        ),
        (
            "300 gift for bob from all except bob",
            "300 gift for bob: Asha 50 Chen 50 Dev 50 Will 50 Alex 50 Alex 50",
        ),
        ("450 bob and chen 2 nights dev 1 night -me", "450: Bob 180 Chen 180 Dev 90"),
        (
            "900 dinner bob paid, chen and dev",
            "Bob paid 900 dinner: Bob 300 Chen 300 Dev 300",
        ),
    ],
)
def test_booked_as_meant(text: str, meant: str) -> None:
    assert told(FLAT, text) == meant


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1000 hotel plus 500 for bob", [1000, 500, 1500]),
        ("1200 hotel and 300 for breakfast with bob", [1200, 300, 1500]),
        ("3/4 of cake 300 bob", [300, 0.75]),
        ("1/2 kg chicken 240 with bob", [240, 0.5]),
    ],
)
def test_which_number_is_the_amount_is_asked(text: str, readings: list[float]) -> None:
    with pytest.raises(LedgerError) as refused:
        told(FLAT, text)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    asked = refused.value.details["readings"]
    assert isinstance(asked, tuple)
    assert [one.minor / 100 for one in asked] == readings


def test_what_is_no_day_stays_a_word_where_its_amount_is_chosen() -> None:
    assert told(FLAT, "1/2 kg chicken 240 with bob", 0) == "240 1/2 kg chicken: Asha 120 Bob 120"


@pytest.mark.parametrize("text", ["change", "sorry gift", "notebook", "cab to airport"])
def test_what_it_was_for_is_changed(text: str) -> None:
    changed = read_amendment(from_text(f"/edit {text}"), Money(90000, INR), TODAY, company(FLAT))
    assert (changed.description, changed.amount, changed.note) == (text, None, None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob 20 on friday", "me > Bob 20"),
        ("bob 500 total", "me > Bob 500"),
        ("gave bob his share 250", "me > Bob 250"),
        ("bob paid my 300", "Bob > me 300"),
        ("settled 300 w bob in cash", "me > Bob 300 // in cash"),
        ("chen sent 40 thru paypal to bob", "Chen > Bob 40 // thru paypal"),
        ("40 cash from chen", "Chen > me 40 // cash"),
    ],
)
def test_money_goes_the_way_it_went(text: str, meant: str) -> None:
    assert handed_over(FLAT, text) == meant
