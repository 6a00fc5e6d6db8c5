"""Long lines: several payers, items, days, notes; and what is said to change an entry."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.schedule_line import read_every, read_remind
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.friends import company, handed_over, told
from tests.handlers.grammar.groups import called
from tests.handlers.grammar.reading import INR, TODAY

FLAT = "en_IN"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "3000 airbnb, i paid 2000 and bob paid the rest, for me bob chen",
            "Asha 2000 Bob 1000 paid 3000 airbnb: Asha 1000 Bob 1000 Chen 1000",
        ),
        (
            "3000 airbnb bob paid 1000 chen paid 2000 split btw all of us",
            "Bob 1000 Chen 2000 paid 3000 airbnb: all",
        ),
        (
            "900 groceries paid by bob and me equally, for bob chen me",
            "Asha 450 Bob 450 paid 900 groceries: Asha 300 Bob 300 Chen 300",
        ),
        (
            "1200 tickets bob paid 800 i paid 400 for bob, chen and me",
            "Asha 400 Bob 800 paid 1200 tickets: Asha 400 Bob 400 Chen 400",
        ),
        ("1200 dinner bob 700 paid, chen 500 paid", "Bob 700 Chen 500 paid 1200 dinner: all"),
        (
            "600 fuel paid 50/50 by bob and chen for the 3 of us bob chen me",
            "Bob 300 Chen 300 paid 600 fuel for the 3 of us: Asha 200 Bob 200 Chen 200",
        ),
        (
            "450 cab to airport w bob #travel // flight was late",
            "450 cab to airport: Asha 225 Bob 225",
        ),
        (
            "1800 groceries bob chen yesterday #food // for the party",
            "1800 groceries on 19: Asha 600 Bob 600 Chen 600",
        ),
        (
            "yesterday 1800 groceries with bob and chen",
            "1800 groceries on 19: Asha 600 Bob 600 Chen 600",
        ),
        ("on 1st march rent 21000 for all", "21000 rent on 1: all"),
        ("21000 rent for march everyone #home", "21000 rent for march: all"),
        (
            "300 coffee this morning with chen & will, will paid",
            "Will paid 300 coffee: Chen 150 Will 150",
        ),
        (
            "2,400.50 hotel 2 nights bob & chen paid by bob on 2nd march",
            "Bob paid 2400.50 hotel 2 nights on 2: Bob 1200.25 Chen 1200.25",
        ),
        (
            "750 birthday cake for dev, everyone except dev pays",
            "750 birthday cake for dev: Asha 125 Bob 125 Chen 125 Will 125 Alex 125 Alex 125",
        ),
        ("980 swiggy: me 300, bob 340, chen 340", "980 swiggy: Asha 300 Bob 340 Chen 340"),
        ("980 swiggy - me 300 / bob 340 / chen 340", "980 swiggy: Asha 300 Bob 340 Chen 340"),
        (
            "2000 stay bob came late so 500 rest split me and chen",
            "2000 stay: Asha 750 Bob 500 Chen 750",
        ),
        (
            "2000 booze dev doesnt drink so only me bob chen will",
            "2000 booze dev doesnt drink so: Asha 500 Bob 500 Chen 500 Will 500",
        ),
        (
            "6000 villa 3 nights me and bob 3 nights chen 1 night",
            "6000 villa 3 nights: Asha 2571.43 Bob 2571.43 Chen 857.14",
        ),
        (
            "1200 tickets 4 x 300 me bob chen dev",
            "1200 tickets 4 x 300: Asha 300 Bob 300 Chen 300 Dev 300",
        ),
        ("200+350+50 snacks with bob", "600 snacks: Asha 300 Bob 300"),
        ("1000-200 discount shoes with bob", "800 discount shoes: Asha 400 Bob 400"),
        ("1180 dinner incl 18% gst w bob", "1180 dinner incl 18% gst: Asha 590 Bob 590"),
        ("1000 dinner +18% gst bob n me", "1180 dinner: Asha 590 Bob 590"),
        ("3 beers 150 each bob chen me", "450 3 beers: Asha 150 Bob 150 Chen 150"),
        (
            "groceries yesterday\nmilk 60\neggs 90 bob\nbread 50 me and bob",
            "200 groceries on 19: Asha 35.71 Bob 164.29",
        ),
        (
            "dinner #food\npasta - 300 - bob\npizza - 400 - chen, me\ntip 10%",
            "770 dinner: Asha 220 Bob 330 Chen 220",
        ),
        (
            "brunch\nbob: 250\nchen: 350\nme: 200\ndelivery 80",
            "880 brunch: Asha 220 Bob 275 Chen 385",
        ),
        ("rent 21k\nbob 8k\nchen 7k\nme 6k", "21000 rent: Asha 6000 Bob 8000 Chen 7000"),
        (
            "400 movie bob 100 chen 50 rest split",
            "400 movie: Asha 50 Bob 100 Chen 50 Dev 50 Will 50 Alex 50 Alex 50",
        ),
        ("400 movie bob 100, rest equally dev and me", "400 movie: Asha 150 Bob 100 Dev 150"),
    ],
)
def test_booked_as_meant(text: str, meant: str) -> None:
    assert told(FLAT, text) == meant


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bob gave dev's cake 300 for dev", Code.WORDS_LEFT),
        ("14/2 dinner 1400 with bob", Code.AMOUNT_AMBIGUOUS),
    ],
)
def test_what_may_be_meant_is_asked(text: str, asked: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        told(FLAT, text)
    assert refused.value.code is asked


def test_a_day_that_may_be_a_sum_is_chosen() -> None:
    said = [told(FLAT, "14/2 dinner 1400 with bob", choice) for choice in (0, 1)]
    assert said == ["1400 dinner on 14: Asha 700 Bob 700", "7 dinner 1400: Asha 3.50 Bob 3.50"]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("it was 690", 69000),
        ("sorry it was 690 not 900", 69000),
        ("690 instead of 900", 69000),
        ("amount 690", 69000),
        ("change amount to 690", 69000),
        ("to 690", 69000),
        ("total is ₹690", 69000),
    ],
)
def test_an_amount_is_changed_in_words(text: str, minor: int) -> None:
    changed = amended(text)
    assert changed.amount == Money(minor, INR)
    assert (changed.description, changed.participants, changed.left_out) == (None, (), ())


def amended(text: str, code: str = FLAT):  # type: ignore[no-untyped-def]
    return read_amendment(from_text(f"/edit {text}"), Money(90000, INR), TODAY, company(code))


@pytest.mark.parametrize(
    ("text", "description", "note"),
    [
        ("description airport cab", "airport cab", None),
        ("rename it to airport cab", "airport cab", None),
        ("call it airport cab", "airport cab", None),
        ("note late night", None, "late night"),
        ("add note: late night", None, "late night"),
        ("taxi to airport", "taxi to airport", None),
    ],
)
def test_words_and_notes_are_changed(text: str, description: str | None, note: str | None) -> None:
    changed = amended(text)
    assert (changed.description, changed.note, changed.amount) == (description, note, None)


@pytest.mark.parametrize(
    ("code", "text", "added", "removed"),
    [
        (FLAT, "swap chen for dev", ["Dev"], ["Chen"]),
        (FLAT, "replace chen with dev", ["Dev"], ["Chen"]),
        (FLAT, "dev instead of chen", ["Dev"], ["Chen"]),
        ("de", "ersetze chen durch dia", ["Dia"], ["Chen"]),
        ("de", "dia statt chen", ["Dia"], ["Chen"]),
        ("fr", "remplace chen par dia", ["Dia"], ["Chen"]),
        ("es", "dia en vez de chen", ["Dia"], ["Chen"]),
        ("it", "dia al posto di chen", ["Dia"], ["Chen"]),
        ("pt_BR", "troca chen por dia", ["Dia"], ["Chen"]),
        ("ru", "Маша вместо Димы", ["Маша"], ["Дима"]),
        ("tr", "Ali yerine Mehmet", ["Mehmet"], ["Ali"]),
        ("id", "ganti budi dengan dewi", ["Dewi"], ["Budi"]),
    ],
)
def test_one_comes_in_for_another(
    code: str, text: str, added: list[str], removed: list[str]
) -> None:
    changed = amended(text, code)
    assert [called(whom) for whom, _ in changed.added] == added
    assert [called(whom) for whom in changed.left_out] == removed


@pytest.mark.parametrize("text", ["paid by dev instead of chen", "dev paid instead of chen"])
def test_who_paid_instead_joins_nothing(text: str) -> None:
    changed = amended(text)
    assert [called(whom) for whom, _ in changed.payers] == ["Dev"]
    assert (changed.added, changed.left_out, changed.description) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i paid bob 500 yesterday for the cab by gpay", "me > Bob 500 // the cab by gpay"),
        ("bob gave me 300 cash last night", "Bob > me 300 // cash"),
        ("chen paid dev 250, upi", "Chen > Dev 250 // upi"),
        ("bob -> me 1.5k", "Bob > me 1500"),
        ("alex s. gave alex p. 150", "Alex S. > Alex P. 150"),
        ("cleared 500 with bob", "me > Bob 500"),
        ("bob cleared his 500", "Bob > me 500"),
        ("chen back 40", "me > Chen 40"),
    ],
)
def test_money_goes_the_way_it_went(text: str, meant: str) -> None:
    assert handed_over(FLAT, text) == meant


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1st 15k rent with bob", 1),
        ("5th of the month 999 netflix bob chen", 5),
        ("the 5th of every month 999 netflix bob chen", 5),
        ("month rent 21k on the 1st bob chen me", 1),
        ("month 500 cleaning on the 3rd floor", TODAY.day),
    ],
)
def test_the_day_of_each_month(text: str, day: int) -> None:
    found = read_every(from_text(f"/every {text}"), INR, TODAY, company(FLAT))
    assert found is not None
    assert found.rule.day == day  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("code", "text"),
    [(FLAT, "bob pls"), (FLAT, "bob to pay up"), ("de", "bob bitte"), ("fr", "bob s'il te plaît")],
)
def test_a_reminder_may_be_asked_for_kindly(code: str, text: str) -> None:
    found = read_remind(from_text(f"/remind {text}"), INR, company(code))
    assert isinstance(found, tuple)
    assert [called(whom) for whom in found] == ["Bob"]
