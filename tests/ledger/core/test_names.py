"""How members, accounts, sets and categories are called, and what their names are compared by."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ledger.core.accounts import email_key, parts_of
from ledger.core.categories import category_key
from ledger.core.folding import fold, is_visible, name_key
from ledger.core.member_sets import is_set_name
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Role,
    Roster,
    UserId,
    full_name,
    name_with_initial,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def member(first: str, last: str | None = None, *, id_: int = 1, active: bool = True) -> Member:
    kind, role = MemberKind.USER, Role.MEMBER
    return Member(MemberId(id_), kind, first, last, None, UserId(id_), role, active, NOON)


def test_namesakes_are_told_apart_by_an_initial() -> None:
    assert full_name(member("Asha", "Mehta")) == "Asha Mehta"
    assert full_name(member("Asha")) == "Asha"
    assert name_with_initial(member("Asha", " Mehta")) == "Asha M"
    assert name_with_initial(member("Asha", "  ")) == "Asha"
    assert name_with_initial(member("Asha")) == "Asha"


def test_whoever_left_is_still_found_and_shares_no_more() -> None:
    here, gone = member("Asha"), member("Bob", id_=2, active=False)
    roster = Roster((here, gone))
    assert list(roster) == [here, gone]
    assert roster[MemberId(2)] is gone
    assert roster.active == (here,)


def test_a_name_is_cut_at_its_first_space() -> None:
    assert parts_of(" Alice  Johnson Updated ") == ("Alice", "Johnson Updated")
    assert parts_of("Alice") == ("Alice", None)
    assert email_key(" Asha@Example.COM ") == "asha@example.com"


@pytest.mark.parametrize(
    ("written", "key"),
    [("#Food", "food"), ("##Food ", "food"), ("X", "x"), ("#", None), ("", None), (None, None)],
)
def test_a_category_is_the_same_in_any_case(written: str | None, key: str | None) -> None:
    assert category_key(written) == key


@pytest.mark.parametrize(("text", "may"), [("flat2", True), ("f", False), ("2flat", False)])
def test_a_set_is_called_by_one_word(text: str, may: bool) -> None:
    assert is_set_name(text) is may


def test_words_are_compared_without_case_accents_and_emoji() -> None:
    assert fold("  Café_Łódź 🎉 ") == "cafe lodz"
    assert name_key("Aunt  O’Brien_Álvaro") == "aunt_o'brien_álvaro"
    assert is_visible(" a ")
    assert not is_visible(" \u3164\u200b ")
