"""Whose day a thing was: `yesterdays bbq 93`, `mon lunch 720`."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesterdays bbq 93", "93 bbq on 19: all"),
        ("yesterday's bbq 93 bob paid", "Bob paid 93 bbq on 19: all"),
        ("93 yesterdays bbq", "93 bbq on 19: all"),
        ("last nights pizza 40", "40 pizza on 19: all"),
        ("last night's pizza 40 with chen", "40 pizza on 19: Asha 20 Chen 20"),
        ("last saturdays bbq 93", "93 bbq on 17: all"),
        ("mon lunch 720", "720 lunch on 19: all"),
        ("720 mon lunch", "720 lunch on 19: all"),
        ("sunday's lunch 720 bob paid", "Bob paid 720 lunch on 18: all"),
        ("fridays dinner 60", "60 dinner on 16: all"),
        ("friday dinner 60", "60 dinner on 16: all"),
        ("bbq 93 from last saturday", "93 bbq on 17: all"),
        # Such days are what it was for.
        ("sunday roast 60", "60 sunday roast: all"),
        ("black friday shopping 60", "60 black friday shopping: all"),
        ("sun cream 12", "12 sun cream: all"),
        ("tgi fridays 60", "60 tgi fridays: all"),
        ("40 bob's monday party", "40 bob's monday party: all"),
    ],
)
def test_it_is_of_that_day(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant
