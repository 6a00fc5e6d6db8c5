"""Up to each bound there is room, and one more is refused with the bound in the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.core.bounds import check_names, check_room, check_table
from ledger.core.errors import Code, LedgerError


def refusal(check: Callable[[], None]) -> tuple[Code, dict[str, object]]:
    with pytest.raises(LedgerError) as refused:
        check()
    assert str(refused.value) == refused.value.code.value
    return refused.value.code, refused.value.details


def test_a_line_has_room_for_fifty_names_and_twenty_of_them_may_pay() -> None:
    check_names("a" * 20, "b" * 10, payers="c" * 20)
    check_names("a" * 50)
    crowded = (Code.LINE_CROWDED, {"most": 50, "payers": False})
    assert refusal(lambda: check_names("a" * 20, "b" * 11, payers="c" * 20)) == crowded
    assert refusal(lambda: check_names("a" * 51)) == crowded
    of_payers = (Code.LINE_CROWDED, {"most": 20, "payers": True})
    assert refusal(lambda: check_names(payers="c" * 21)) == of_payers


def test_the_more_share_the_fewer_may_pay() -> None:
    check_table("p" * 20, "s" * 50)
    check_table("p" * 19, "s" * 51)
    check_table("p" * 1000, "s")
    check_table("p" * 1000, "")
    check_table("p", "s" * 2000)
    assert refusal(lambda: check_table("p" * 21, "s" * 50)) == (
        Code.LINE_CROWDED,
        {"most": 20, "payers": True},
    )
    assert refusal(lambda: check_table("p" * 2, "s" * 2000))[1]["most"] == 1
    assert refusal(lambda: check_table("p" * 1001, ""))[1]["most"] == 1000


def test_a_full_book_takes_whoever_acts_until_there_is_no_room_at_all() -> None:
    check_room(999, 499, acts=False)
    check_room(999, 500, acts=True)
    full = (Code.BOOK_FULL, {"most": 500})
    assert refusal(lambda: check_room(999, 500, acts=False)) == full
    assert refusal(lambda: check_room(1000, 1, acts=True)) == (Code.BOOK_FULL, {"most": 1000})
