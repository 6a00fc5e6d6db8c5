"""Lines that may be meant in several ways: each way is offered, and booked as it is offered."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from ledger.core.ways import Way
from tests.handlers.grammar.buttons import asked
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FRIENDS = circle("en_IN", "Asha Bob Chen Dee")


def ways_of(text: str) -> tuple[Way, ...]:
    """Return the ways that a refused line offers."""
    return asked(FRIENDS, text)[1]


def booked_as(text: str) -> list[str]:
    """Tell what each way of a line comes to when it is chosen."""
    return [booked(FRIENDS, text, way.choice) for way in ways_of(text)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/split 850 drinks on me", ["850 drinks: all", "850 drinks: Asha 850"]),
        (
            "/split 100 dinner bob drank 30",
            ["100 dinner drank: Asha 70 Bob 30", "100 dinner bob drank 30: all"],
        ),
        (
            "/split 480 cab - dee",
            ["480 cab: Asha 160 Bob 160 Chen 160", "480 cab: Asha 240 Dee 240"],
        ),
        (
            "/split cab – dee – 480",
            ["480 cab: Asha 160 Bob 160 Chen 160", "480 cab: Asha 240 Dee 240"],
        ),
        (
            "/split 480 cab - dee and bob",
            ["480 cab: Asha 240 Chen 240", "480 cab: Asha 160 Bob 160 Dee 160"],
        ),
        ("/spent 850 drinks on me", ["850 drinks: all", "850 drinks: Asha 850"]),
    ],
)
def test_each_way_is_booked_as_it_is_offered(text: str, meant: list[str]) -> None:
    assert booked_as(text) == meant


def test_a_way_that_the_line_no_longer_has_is_not_booked() -> None:
    choice = ways_of("/split 850 drinks on me")[0].choice
    with pytest.raises(LedgerError) as refused:
        booked(FRIENDS, "/split 850 drinks on bob", choice)
    assert refused.value.code is Code.BAD_PART
    with pytest.raises(LedgerError) as nothing_asked:
        booked(FRIENDS, "/split 850 drinks", choice)
    assert nothing_asked.value.code is Code.AMOUNT_MISSING


def test_what_no_press_could_record_has_lines_to_copy_only() -> None:
    assert ways_of("/every month 850 drinks on me") == ()
    assert ways_of("/split 40 @bob 100 each") == ()
