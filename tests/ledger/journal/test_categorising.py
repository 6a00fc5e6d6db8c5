"""Sorting in: many expenses get their category at once, once for each press."""

from __future__ import annotations

import pytest

from ledger.book.entry_lookup import find
from ledger.core.answers.entry_lists import Period
from ledger.core.entries import Source
from ledger.core.errors import Code
from ledger.core.members import Person
from ledger.journal import categorising
from ledger.journal.categorising import sort_in
from tests.ledger.chat import ASHA, BOB, Chat, expense
from tests.ledger.journal.refusing import refused


def sorted_in(
    chat: Chat, who: Person, *words: str, period: Period | None = None, source: str = "press"
) -> int:
    with chat.open(who) as book:
        return sort_in(book, words, "food", period, Source(source))


def categories(chat: Chat) -> list[str | None]:
    with chat.open() as book:
        return [find(book, number).contents.category for number in range(1, book.group.entries + 1)]


def test_all_that_say_the_words_and_have_no_category_get_it(chat: Chat) -> None:
    for what, category in (("tea", None), ("cake", None), ("tea", "fun"), ("rent", None)):
        chat.split(ASHA, expense(90, what, category=category))
    assert sorted_in(chat, ASHA, "tea", "cake") == 2
    assert categories(chat) == ["food", "food", "fun", None]


def test_a_press_that_comes_again_changes_nothing_more(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    assert sorted_in(chat, ASHA, "tea") == 1
    assert sorted_in(chat, ASHA, "tea") == 0
    with chat.open() as book:
        assert book.changes == 2


def test_what_others_recorded_and_paid_is_left_alone(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    chat.split(BOB, expense(90, "tea"))
    assert sorted_in(chat, BOB, "tea") == 1
    assert categories(chat) == [None, "food"]


def test_only_those_of_the_period_are(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    assert sorted_in(chat, ASHA, "tea", period=(2026, 2)) == 0
    assert sorted_in(chat, ASHA, "tea", period=(2026, 3)) == 1


def test_at_most_so_many_at_once(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(categorising, "MOST_AT_ONCE", 2)
    for _ in range(3):
        chat.split(ASHA, expense(90, "tea"))
    assert sorted_in(chat, ASHA, "tea", source="one") == 2
    assert sorted_in(chat, ASHA, "tea", source="two") == 1


def test_at_most_so_many_words_at_once(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(categorising, "_DESCRIPTIONS_AT_ONCE", 2)
    for what in ("tea", "cake", "rent"):
        chat.split(ASHA, expense(90, what))
    # The same word again takes no room.
    assert sorted_in(chat, ASHA, "tea", "tea", "cake", "rent") == 2
    assert categories(chat) == ["food", "food", None]


def test_nobody_in_particular_sorts_nothing_in(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    error = refused(chat, None, lambda book: sort_in(book, ["tea"], "food", None, Source("x")))
    assert error.code is Code.NOT_A_PERSON
