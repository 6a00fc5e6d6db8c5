"""What is said besides of whoever is named: why they pay, or don't, and with whose money."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from tests.handlers.grammar.buttons import offered
from tests.handlers.grammar.friends import FLAT, among_four
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    "text",
    [
        "netflix 500, comes out of bobs account",
        "netflix 500 off bobs card",
        "netflix 500 on bobs card",
        "netflix 500 from bob's account",
    ],
)
def test_whose_account_it_comes_out_of_has_paid(text: str) -> None:
    assert among_four(text) == "Bob paid 500 netflix: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sofa 300 from bobs place", "300 sofa from bobs place: all"),
        ("dinner 900 off the menu", "900 dinner off the menu: all"),
    ],
)
def test_what_is_from_somebodys_place_is_no_payment_of_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


NOT_PAYING = {
    "Without Bob": "96 bday meal: Asha 32 Chen 32 Dee 32",
    "Everybody": "96 bday meal: all",
    "Only Bob": "96 bday meal: Bob 96",
}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "bday meal for bob 96, hes not paying obvs",
            {**NOT_PAYING, "Asha and Bob": "96 bday meal is not paying obvs: Asha 48 Bob 48"},
        ),
        (
            "bday meal for bob 96, he isnt paying",
            {**NOT_PAYING, "Asha and Bob": "96 bday meal isnt paying: Asha 48 Bob 48"},
        ),
        (
            "boots meal deal 4 for bob, he forgot his wallet",
            {
                "Only Bob": "4 boots meal deal: Bob 4",
                "Asha and Bob": "4 boots meal deal forgot Bob's wallet: Asha 2 Bob 2",
                "Everybody": "4 boots meal deal: all",
            },
        ),
        (
            "drinks 2400 veg people dont pay (chen, dee)",
            {
                "Asha and Bob": "2400 drinks veg people dont pay: Asha 1200 Bob 1200",
                "Everybody": "2400 drinks veg people dont pay: all",
                "Without Bob": "2400 drinks veg people dont pay: Asha 800 Chen 800 Dee 800",
            },
        ),
        (
            "liquor 900 non drinkers out (chen)",
            {
                "Without Chen": "900 liquor non drinkers out: Asha 300 Bob 300 Dee 300",
                "Everybody": "900 liquor non drinkers out: all",
                "Asha and Chen": "900 liquor non drinkers out: Asha 450 Chen 450",
            },
        ),
        (
            "lunch 300 bob forgot his wallet",
            {"Only Bob": "300 lunch: Bob 300", "Everybody": "300 lunch: all"},
        ),
        (
            "cat food 11 its bobs cat so all on him",
            {
                "Only Bob": "11 cat food its bobs cat so: Bob 11",
                "Bob paid · Only Bob": "Bob paid 11 cat food its bobs cat so: Bob 11",
            },
        ),
    ],
)
def test_why_somebody_pays_or_not_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways


def _either_of(who: str, amount: int, thing: str) -> dict[str, str]:
    """Return the ways in which a thing may be somebody's alone, or everybody's."""
    half = amount // 2
    return {
        f"Only {who}": f"{amount} {thing}: {who} {amount}",
        f"Asha and {who}": f"{amount} {thing}: Asha {half} {who} {half}",
        "Everybody": f"{amount} {thing}: all",
    }


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("bobs cab 240", _either_of("Bob", 240, "bobs cab")),
        ("240 bob's cab", _either_of("Bob", 240, "bob's cab")),
        ("recharged dees phone 200", _either_of("Dee", 200, "recharged dees phone")),
        ("vet 90 for bobs cat", _either_of("Bob", 90, "vet for bobs cat")),
        ("late fee 26 chens fault", _either_of("Chen", 26, "late fee chens fault")),
    ],
)
def test_whether_a_thing_of_somebodys_is_shared_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways


def _beside(who: str, amount: int, thing: str, whole: str) -> dict[str, str]:
    """Return the ways in which a name beside an amount may be meant."""
    half = amount // 2
    return {
        f"{who} paid · Everybody": f"{who} paid {amount} {thing}: all",
        f"Asha and {who}": f"{amount} {thing}: Asha {half} {who} {half}",
        f"Only {who}": f"{amount} {thing}: {who} {amount}",
        "Everybody": f"{amount} {whole}: all",
    }


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("bob 300 petrol", _beside("Bob", 300, "petrol", "bob petrol")),
        ("toll 120 dee", _beside("Dee", 120, "toll", "toll dee")),
        ("petrol bob 300", _beside("Bob", 300, "petrol", "petrol bob")),
        (
            "uber to airport 450.00 bob",
            _beside("Bob", 450, "uber to airport", "uber to airport bob"),
        ),
        ("bob 300", _beside("Bob", 300, "bob", "bob")),
    ],
)
def test_what_a_name_beside_the_amount_means_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob's birthday dinner 900", "900 bob's birthday dinner: all"),
        ("chens party snacks 500", "500 chens party snacks: all"),
        ("bobs place snacks 300", "300 bobs place snacks: all"),
        ("cab to bobs hotel 200", "200 cab to bobs hotel: all"),
        ("chen noodles 300", "300 chen noodles: all"),
        ("300 chen noodles", "300 chen noodles: all"),
        ("dinner at bob 300", "300 dinner at bob: all"),
    ],
)
def test_a_name_in_what_it_was_for_is_not_asked_about(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "apart", "alone"),
    [
        ("wine 1450 (bob, dee)", (1,), ()),
        ("snacks (chen n dee) 300", (1,), ()),
        ("tickets 2x 350 for bob and dee", (1,), ()),
        ("snacks 300 for bob chen and dee", (1,), ()),
        ("snacks 300 (bob)", (), (2,)),
        ("snacks 300 for bob", (), (2,)),
        ("snacks 300 with bob and dee", (), ()),
        ("snacks 300 for me and dee", (), ()),
        ("snacks 300 (bob 30, chen 20)", (), ()),
        ("snacks 300 for bob and dee, chen paid", (3,), ()),
    ],
)
def test_whoever_paid_for_several_is_perhaps_not_one_of_them(
    text: str, apart: tuple[int, ...], alone: tuple[int, ...]
) -> None:
    doubts = read_split(from_text(f"/split {text}"), INR, TODAY, FLAT).doubts
    assert (doubts.apart, doubts.alone) == (apart, alone)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            text,
            {
                "Without Asha": f"300 {thing}: Bob 100 Chen 100 Dee 100",
                "Everybody": f"300 {thing}: all",
            },
        )
        for text, thing in (
            ("bob, chen and dee's entry 300", "entry"),
            ("300 bob, chen & dee's museum tickets", "museum tickets"),
            ("tickets 300 bob, chen and dee's", "tickets"),
            ("bob chen and dees entry 300", "bob chen and dees entry"),
        )
    ],
)
def test_a_thing_of_several_is_of_all_who_are_listed(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways
