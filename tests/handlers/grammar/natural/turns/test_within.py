"""What was somebody's own of all, in brackets or behind "incl": theirs besides their share."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(
            (text, "61 shopping: Asha 12 Bob 21 Chen 12 Dee 16")
            for text in (
                "shopping 61 incl 9 for bobs wine and 4 for dees protein bars",
                "shopping 61 including 9 wine bob and 4 bars dee",
                "shopping 61, 9 of it bobs and 4 of it dees",
                "shopping 61 (9 for bobs wine, 4 dees bars)",
            )
        ),
        (
            "bigbasket 1860 (300 of it chens)",
            "1860 bigbasket: Asha 390 Bob 390 Chen 690 Dee 390",
        ),
        ("dmart 900 (of which 200 bobs)", "900 dmart: Asha 175 Bob 375 Chen 175 Dee 175"),
        ("zomato 640 (240 of it mine)", "640 zomato: Asha 340 Bob 100 Chen 100 Dee 100"),
        (
            "costco 180 of which 60 mine and 20 bobs, dee paid",
            "Dee paid 180 costco: Asha 85 Bob 45 Chen 25 Dee 25",
        ),
        ("groceries 960 with bob (60 dees shampoo)", "960 groceries: Asha 450 Bob 450 Dee 60"),
        ("groceries 960 with bob (100 of it mine)", "960 groceries: Asha 530 Bob 430"),
        ("room 300 (2 nights)", "300 room (2 nights): all"),
        ("dinner 900 incl 100 tip", "900 dinner incl 100 tip: all"),
    ],
)
def test_what_is_ones_own_of_all_is_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant
