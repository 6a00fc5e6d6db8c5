"""How many names a line and a book take: more than any real group needs, and no more."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest

from ledger.book import membership
from ledger.core import bounds
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, person

NAMES = [f"name{number}" for number in range(bounds.MOST_NAMES + 1)]


def refused() -> AbstractContextManager[pytest.ExceptionInfo[LedgerError]]:
    return pytest.raises(LedgerError)


def test_a_line_has_room_for_so_many_names(chat: Chat) -> None:
    chat.join(ASHA)
    recorded = chat.split(ASHA, expense(5100, "feast", *NAMES[:-1]))
    assert len(recorded.newcomers) == bounds.MOST_NAMES
    with refused() as caught:
        chat.split(ASHA, expense(5200, "feast", *NAMES))
    assert caught.value.code is Code.LINE_CROWDED
    with refused() as caught, chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name(name) for name in NAMES])
    assert caught.value.code is Code.LINE_CROWDED
    with chat.open() as book:
        assert len(book.roster.active) == bounds.MOST_NAMES + 1


def test_a_line_has_room_for_so_many_payers(chat: Chat) -> None:
    chat.join(ASHA)
    paid = [(Name(name), 100) for name in NAMES[: bounds.MOST_PAYERS + 1]]
    chat.split(ASHA, expense(bounds.MOST_PAYERS, "feast", payers=paid[:-1]))
    with refused() as caught:
        chat.split(ASHA, expense(bounds.MOST_PAYERS + 1, "feast", payers=paid))
    assert caught.value.code is Code.LINE_CROWDED
    assert caught.value.details["payers"]


def test_many_may_pay_for_few_and_few_for_many(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_CELLS", 12)
    chat.join(ASHA)
    paid = [(Name(name), 100) for name in NAMES[:3]]
    chat.split(ASHA, expense(3, "tea", *NAMES[:4], payers=paid))
    with refused() as caught:
        chat.split(ASHA, expense(3, "tea", *NAMES[:5], payers=paid))
    assert caught.value.code is Code.LINE_CROWDED
    assert caught.value.details == {"most": 2, "payers": True}
    chat.split(ASHA, expense(3, "tea", *NAMES[:20], payers=[(Name("name0"), None)]))


def test_a_full_book_takes_no_new_name_but_whoever_comes(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_PRESENT", 3)
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 5)
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100, "tea", "zoe"))
    for name in ("yan", "xu"):
        with refused() as caught:
            chat.split(ASHA, expense(100, "tea", name))
        assert caught.value.code is Code.BOOK_FULL
    chat.split(ASHA, expense(100, "tea", "zoe"))  # who is known may be named
    chat.join(CHEN, person(71, "Dia"))
    with chat.open(person(72, "Eve")) as book:
        assert book.actor is None
        with refused() as caught:
            book.require_actor()
    assert caught.value.code is Code.BOOK_FULL
    with chat.open(None) as book:
        book.welcome([person(72, "Eve"), person(73, "Fay")])
        assert len(book.roster.active) == 5


def test_who_left_makes_room_for_new_names(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_PRESENT", 2)
    chat.join(ASHA, BOB)
    with refused():
        chat.split(ASHA, expense(100, "tea", "zoe"))
    with chat.open(ASHA, admin=True) as book:
        membership.remove_member(book, Name("bob"))
    chat.split(ASHA, expense(100, "tea", "zoe"))
