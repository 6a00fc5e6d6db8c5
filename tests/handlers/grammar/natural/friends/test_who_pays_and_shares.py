"""Lines of four friends in many voices: who paid, whose it was, who was not there, and halves."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FRIENDS = ("Asha", "Bob", "Chen", "Dee")


def read(writer: str, text: str) -> str:
    """Tell what somebody's line comes to."""
    people = (writer, *(name for name in FRIENDS if name != writer))
    return booked(circle("en_IN", " ".join(people)), f"/split {text}")


@pytest.mark.parametrize(
    ("writer", "text", "meant"),
    [
        ("Asha", "bob footed the bill 2400", "Bob paid 2400: all"),
        ("Asha", "dee sponsored snacks 400", "Dee paid 400 snacks: all"),
        ("Asha", "cylinder came 1103, dee gave the money", "Dee paid 1103 cylinder came: all"),
        ("Asha", "lunch was 900 bob covered it", "Bob paid 900 lunch: all"),
        ("Bob", "got the round in 28", "28: all"),
        (
            "Asha",
            "bob and i split the ac repair 2200, he paid",
            "Bob paid 2200 the ac repair: Asha 1100 Bob 1100",
        ),
        (
            "Asha",
            "ola 340 paid by chen for him and me",
            "Chen paid 340 ola: Asha 170 Chen 170",
        ),
        (
            "Asha",
            "bob gave 500 for petrol and i gave 700",
            "Asha 700 Bob 500 paid 1200 petrol: all",
        ),
        ("Dee", "visa run 1200 with bob he paid", "Bob paid 1200 visa run: Dee 600 Bob 600"),
        ("Asha", "fuel 3k by bob and 1k by me", "Asha 1000 Bob 3000 paid 4000 fuel: all"),
        (
            "Asha",
            "concert tickets bob 1200 chen 800 i paid",
            "2000 concert tickets: Bob 1200 Chen 800",
        ),
    ],
)
def test_who_paid_is_told_by_the_verb(writer: str, text: str, meant: str) -> None:
    assert read(writer, text) == meant


@pytest.mark.parametrize(
    ("writer", "text", "meant"),
    [
        ("Bob", "covered chens movie ticket 18", "18 movie ticket: Chen 18"),
        ("Asha", "paid dee's parking fine 70", "70 parking fine: Dee 70"),
        ("Asha", "i paid 500 for dee's ticket", "500 ticket: Dee 500"),
        ("Asha", "paid 500 for dees ticket", "500 ticket: Dee 500"),
        ("Asha", "paid 900 for bob and chen's lunch", "900 lunch: Bob 450 Chen 450"),
        (
            "Bob",
            "chen paid my 500 at the poker nite",
            "Chen paid 500 at the poker nite: Bob 500",
        ),
        ("Bob", "paid 2000 deposit on behalf of dee", "2000 deposit: Dee 2000"),
        ("Asha", "550 laundry (mine and bob's)", "550 laundry: Asha 275 Bob 275"),
    ],
)
def test_what_is_somebodys_is_theirs(writer: str, text: str, meant: str) -> None:
    assert read(writer, text) == meant


@pytest.mark.parametrize(
    ("writer", "text", "meant"),
    [
        (
            "Dee",
            "dinner 3200 split btw asha bob n me, chen was sleeping lol",
            "3200 dinner: Dee 1066.67 Asha 1066.67 Bob 1066.66",
        ),
        (
            "Asha",
            "team dinner 4200 bob was on leave",
            "4200 team dinner: Asha 1400 Chen 1400 Dee 1400",
        ),
        ("Asha", "cinema 45 chen couldn't make it", "45 cinema: Asha 15 Bob 15 Dee 15"),
        ("Dee", "taxi home 18 asha bailed", "18 taxi home: Dee 6 Bob 6 Chen 6"),
        ("Bob", "fish n chips 42 everyone bar asha", "42 fish n chips: Bob 14 Chen 14 Dee 14"),
        ("Bob", "42 round, all bar dee", "42 round: Bob 14 Asha 14 Chen 14"),
        ("Asha", "42 chocolate bar dee", "42 chocolate bar dee: all"),
        (
            "Bob",
            "dees bday cake 60 split between the rest of us",
            "60 dees bday cake: Bob 20 Asha 20 Chen 20",
        ),
        ("Asha", "pool 900 3 ways no dee", "900 pool: Asha 300 Bob 300 Chen 300"),
        ("Asha", "600 pizza only bob and chen ate", "600 pizza: Bob 300 Chen 300"),
        ("Chen", "48 museum, bob n asha came along", "48 museum: Chen 16 Asha 16 Bob 16"),
    ],
)
def test_who_was_there_shares(writer: str, text: str, meant: str) -> None:
    assert read(writer, text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("airbnb 5000 bob counts twice", "5000 airbnb: Asha 1000 Bob 2000 Chen 1000 Dee 1000"),
        ("cleaner 40, chens share is on me", "40 cleaner: Asha 20 Bob 10 Dee 10"),
        ("cleaner 40, i'll pay chen's share", "40 cleaner: Asha 20 Bob 10 Dee 10"),
        ("cinema 40 chen's ticket is on me", "40 cinema: Asha 20 Bob 10 Dee 10"),
        ("bob n dee each owe me 15", "30: Bob 15 Dee 15"),
        ("passes 60 one for me one for bob two for dee", "60 passes: Asha 15 Bob 15 Dee 30"),
        ("whiskey 2600 bob and me 60 40", "2600 whiskey: Asha 1040 Bob 1560"),
        ("pizza 1180 bob 2 parts others 1", "1180 pizza: Asha 236 Bob 472 Chen 236 Dee 236"),
        ("lunch 640 chen owes me his half", "640 lunch: Asha 320 Chen 320"),
        ("lunch 640 i owe chen half", "Chen paid 640 lunch: Asha 320 Chen 320"),
        ("go halves with bob on 500 speaker", "500 speaker: Asha 250 Bob 250"),
        ("50-50 with bob 500 speaker", "500 speaker: Asha 250 Bob 250"),
        ("me and bob owe chen 300 each", "Chen paid 600: Asha 300 Bob 300"),
        ("rent 30000 (me 12k bob 9k chen 9k)", "30000 rent: Asha 12000 Bob 9000 Chen 9000"),
        ("paid 3200 hotel bob's share is 1800", "3200 hotel: Asha 1400 Bob 1800"),
        (
            "4500 hotel, chen and dee shared a room 2500, me and bob 2000",
            "4500 hotel: Asha 1000 Bob 1000 Chen 1250 Dee 1250",
        ),
        ("20% of 4500 is mine rest chen n dee", "4500: Asha 900 Chen 1800 Dee 1800"),
        (
            "groceries 1800 of which 300 is bob's",
            "1800 groceries: Asha 375 Bob 675 Chen 375 Dee 375",
        ),
        (
            "groceries 1800, 300 of that is just mine",
            "1800 groceries: Asha 675 Bob 375 Chen 375 Dee 375",
        ),
        (
            "groceries 1800 minus 300 beer which is mine",
            "1800 groceries: Asha 675 Bob 375 Chen 375 Dee 375",
        ),
        (
            "groceries 1800, bob's stuff 300",
            "1800 groceries: Asha 375 Bob 675 Chen 375 Dee 375",
        ),
        (
            "airbnb 2400, dee only stayed one night so 300 for her",
            "2400 airbnb: Asha 700 Bob 700 Chen 700 Dee 300",
        ),
        (
            "curry 86, dee had the cheap one so she only owes 14",
            "86 curry: Asha 24 Bob 24 Chen 24 Dee 14",
        ),
    ],
)
def test_whose_part_is_another(text: str, meant: str) -> None:
    assert read("Asha", text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("venmod bob 60", "venmo'd bob 60", "gpay'd bob 450", "upi'd bob 450", "paytmed bob 45"),
        *("zelle'd bob 20", "revoluted bob 20", "monzo'd bob 35 for the gig"),
        *("bob cleared his dues 700", "bob squared up 700"),
    ],
)
def test_money_that_is_sent_is_a_payment(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read("Asha", text)
    assert refused.value.code is Code.IS_A_PAYMENT


def test_whoever_pays_is_kept_where_the_name_is_a_slip() -> None:
    with pytest.raises(LedgerError) as refused:
        read("Asha", "Bobby paid 300 for ice cream")
    assert refused.value.details["examples"] == (
        "/split 300 paid @Bob for ice cream",
        "/split 300 paid @Bobby for ice cream",
    )


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("650 pharmacy for bob", 2),
        ("dee's 400 medicine paid by me", 4),
        ("100 bob's birthday", 0),
        ("90 taxi for bob and chen", 0),
        ("90 taxi for bob only", 0),
    ],
)
def test_whose_alone_it_may_be_is_offered(text: str, alone: int) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, circle("en_IN", " ".join(FRIENDS)))
    assert line.doubts.alone == ((MemberId(alone),) if alone else ())


def test_friends_call_the_money_that_they_have_bucks() -> None:
    assert read("Bob", "20 bucks for parking") == "20 parking: all"
