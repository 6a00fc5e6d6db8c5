"""Buttons for the ways in which a line may be meant: short, and none is called as another."""

from __future__ import annotations

import pytest

from bot.language.catalogues import language
from bot.language.offered import OFFERED
from bot.views.refusals.answer import refusal
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, Name
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.ways import Way
from tests.bot.views.speaking import ALICE, ASHA, BOB, DIA, ENGLISH, INR

EVERYBODY = (ALICE, ASHA, BOB, DIA)


def way(
    payer: Member, *sharers: Member, amount: int = 600, parts: dict[Member, Part] | None = None
) -> Way:
    named = tuple((one, (parts or {}).get(one, EQUAL_PART)) for one in sharers)
    out = tuple(one for one in EVERYBODY if one not in sharers)
    paid = ((Name(payer.first_name), None),) if payer != ASHA else ()
    return Way(
        ExpenseLine(Money(amount * 100, INR), payers=paid), ((payer, amount * 100),), named, out
    )


def labels(*ways: Way, code: str = "en") -> list[str]:
    say = ENGLISH if code == "en" else language(code)
    error = LedgerError(Code.BAD_PART, written="x", reason="near", ways=ways)
    rows = refusal(say, error).buttons
    return [button.label for row in rows or () for button in row]


EXACT = Part(PartKind.EXACT, 20_000)
TWICE = Part(PartKind.SHARES, 20_000)


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        (
            [way(ASHA, *EVERYBODY), way(ASHA, BOB), way(ASHA, ALICE, ASHA, BOB)],
            ["Everybody", "Only Bob", "Without Dia"],
        ),
        ([way(ASHA, *EVERYBODY), way(BOB, *EVERYBODY)], ["Asha paid", "Bob paid"]),
        (
            [way(ASHA, *EVERYBODY), way(BOB, DIA)],
            ["Everybody", "Bob paid · Only Dia"],
        ),
        (
            [way(ASHA, ASHA, BOB), way(ASHA, ASHA, BOB, parts={BOB: EXACT})],
            ["Asha and Bob", "Bob ₹200"],
        ),
        (
            [way(ASHA, ASHA, BOB, parts={BOB: TWICE}), way(ASHA, *EVERYBODY)],
            ["Bob ×2", "Everybody"],
        ),
        (
            [way(ASHA, *EVERYBODY), way(ASHA, *EVERYBODY, amount=700)],
            ["₹600", "₹700"],
        ),
    ],
)
def test_a_button_says_what_is_booked(ways: list[Way], told: list[str]) -> None:
    assert labels(*ways) == told


@pytest.mark.parametrize("code", OFFERED)
def test_buttons_differ_in_every_language(code: str) -> None:
    told = labels(
        *(way(ASHA, *EVERYBODY), way(ASHA, BOB), way(ASHA, ALICE, ASHA, BOB)),
        *(way(ASHA, ASHA, BOB), way(ASHA, ASHA, BOB, parts={BOB: TWICE})),
        code=code,
    )
    assert len({*told}) == len(told)
    assert max(map(len, told)) <= 20
