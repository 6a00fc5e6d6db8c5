"""Who perhaps paid, or has no part of what they bought, is asked about by what each press books."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


def offered(text: str) -> dict[str, str]:
    """Return what each button of a question about a line says, and what it books."""
    line = f"/split {text}"
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(line), INR, TODAY, FOUR)
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    return {
        label: booked(FOUR, line, way.choice)
        for label, way in zip(way_labels(ENGLISH, ways), ways, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("dee: cleaner 60", "60 dee: cleaner: all"),
        ("dee: 60 cleaner", "60 dee cleaner: all"),
        ("dee - cleaner 60", "60 dee - cleaner: all"),
    ],
)
def test_whoever_is_named_first_paid_or_has_it_alone(text: str, written: str) -> None:
    assert offered(text) == {
        "Dee paid · Everybody": "Dee paid 60 cleaner: all",
        "Only Dee": "60 cleaner: Dee 60",
        "Everybody": written,
    }


def test_whoever_is_named_first_may_have_paid_for_those_who_share() -> None:
    assert offered("dee: lunch 40 for everyone") == {
        "Dee paid": "Dee paid 40 lunch: all",
        "Asha paid": "40 dee: lunch: all",
    }


@pytest.mark.parametrize("how", ["via chen", "through chen"])
def test_through_whom_it_went_may_have_paid(how: str) -> None:
    assert offered(f"dinner 80 {how}") == {
        "Chen paid · Everybody": "Chen paid 80 dinner: all",
        "Asha and Chen": "80 dinner: Asha 40 Chen 40",
        "Everybody": f"80 dinner {how}: all",
    }


@pytest.mark.parametrize("text", ["sim card 15 eur chen for me", "15 eur sim card, chen for me"])
def test_of_what_is_mine_another_may_have_paid_all(text: str) -> None:
    assert [*offered(text).values()] == [
        "Chen paid 15 EUR sim card: Asha 15",
        "Chen paid 15 EUR sim card: Asha 7.50 Chen 7.50",
    ]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "medicine for bob 230 i bought",
            ["230 medicine: Bob 230", "230 medicine: Asha 115 Bob 115"],
        ),
        (
            "bob bought stamps 9.60 for me",
            ["Bob paid 9.60 stamps: Asha 9.60", "Bob paid 9.60 stamps: Asha 4.80 Bob 4.80"],
        ),
        (
            "parking 7.20 bob paid for me and dee",
            [
                "Bob paid 7.20 parking: Asha 3.60 Dee 3.60",
                "Bob paid 7.20 parking: Asha 2.40 Bob 2.40 Dee 2.40",
            ],
        ),
        (
            "flight 900 for me and chen, dee booked on her card",
            [
                "Dee paid 900 flight: Asha 450 Chen 450",
                "Dee paid 900 flight: Asha 300 Chen 300 Dee 300",
            ],
        ),
        (
            "lassi 60 each me bob chen, dee paid",
            ["Dee paid 180 lassi: Asha 60 Bob 60 Chen 60", "Dee paid 240 lassi: all"],
        ),
        (
            "lassi 3 nos 60 each me bob chen. dee paid",
            ["Dee paid 180 lassi 3 nos: Asha 60 Bob 60 Chen 60", "Dee paid 180 lassi 3 nos: all"],
        ),
    ],
)
def test_whoever_bought_it_for_others_may_have_no_part(text: str, ways: list[str]) -> None:
    assert [*offered(text).values()] == ways


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("650 pharmacy for bob", "650 pharmacy: Asha 325 Bob 325"),
        ("dinner: 60 with bob", "60 dinner: Asha 30 Bob 30"),
        ("dinner 60 for me and bob, bob paid", "Bob paid 60 dinner: Asha 30 Bob 30"),
        ("lunch 200 for bob, chen paid", "Chen paid 200 lunch: Bob 100 Chen 100"),
        ("dinner 80 from chen", "80 dinner from chen: all"),
        ("parcel 20 from dhl", "20 parcel from dhl: all"),
        ("ticket to lyon via paris 20", "20 ticket to lyon via paris: all"),
    ],
)
def test_other_lines_are_booked(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


def test_who_cooked_may_have_bought_it() -> None:
    ways = offered("bob cooked, ingredients 21.3")
    assert ways["Bob paid · Everybody"] == "Bob paid 21.30 ingredients: all"
