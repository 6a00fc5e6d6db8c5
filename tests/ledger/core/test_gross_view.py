"""The gross view: what somebody owes and is owed, with what was paid beside it."""

from __future__ import annotations

from ledger.core.balances import Owed
from ledger.core.gross_view import Gross, gross
from ledger.core.members import MemberId

ME, ANN, BEN, CAT = map(MemberId, (1, 2, 3, 4))


def test_each_line_is_on_its_side_the_largest_first() -> None:
    pairs = {
        (ME, ANN): Owed(300, 20),
        (BEN, ME): Owed(500, 40),
        (ME, CAT): Owed(400, 0),
        (CAT, ME): Owed(0, 7),
        (ANN, BEN): Owed(999, 999),
    }
    assert gross(pairs, ME) == Gross(
        owes=((CAT, 400), (ANN, 300)),
        owed_by=((BEN, 500),),
        paid=((BEN, 40), (CAT, 7)),
        received=((ANN, 20),),
    )


def test_what_was_taken_back_is_owed_the_other_way_round_and_no_payment() -> None:
    pairs = {
        (ANN, ME): Owed(-50, -5),
        (ME, ANN): Owed(300, 0),
        (ME, BEN): Owed(-70, -7),
        (BEN, ME): Owed(23, 0),
    }
    assert gross(pairs, ME) == Gross(
        owes=((ANN, 355),), owed_by=((BEN, 100),), paid=(), received=()
    )


def test_equal_lines_come_in_the_order_of_joining() -> None:
    pairs = {(ME, CAT): Owed(5), (ME, ANN): Owed(5), (ME, BEN): Owed(6)}
    assert gross(pairs, ME).owes == ((BEN, 6), (ANN, 5), (CAT, 5))


def test_the_sums_are_what_is_left_between_one_and_the_others() -> None:
    view = Gross(
        owes=((ANN, 300), (BEN, 20)),
        owed_by=((CAT, 1000), (ANN, 7)),
        paid=((BEN, 50), (ANN, 5)),
        received=((CAT, 400), (ANN, 1)),
    )
    assert (view.total_owes_minor, view.total_owed_minor) == (320, 1007)
    assert view.net_minor == 1007 - 320 + 55 - 401
