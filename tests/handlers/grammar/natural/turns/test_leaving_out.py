"""Who does not share, as friends say it."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "36 birthday cake for bob split btwn the rest of us",
            "36 birthday cake for bob: Asha 12 Chen 12 Dee 12",
        ),
        ("ski pass 70 each chen paid his own", "210 ski pass: Asha 70 Bob 70 Dee 70"),
    ],
)
def test_the_rest_of_us_share_and_who_paid_their_own_is_out(text: str, meant: str) -> None:
    assert among_four(text) == meant


def test_that_each_paid_their_own_is_no_amount_each() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("rent 20000 each paid own share")
    assert refused.value.code is Code.PAID_UNCLEAR
