"""A command that is refused leaves nothing behind but that somebody was here."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from ledger.book.open_book import Book
from ledger.book.session import Visit, answer
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency
from ledger.storage.database import Store, Transaction
from ledger.upkeep import group_settings
from tests.ledger.chat import ASHA, BOB, DEFAULTS, Chat

T = TypeVar("T")


class AtOnce:
    """Runs the work here and now."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def run(self, work: Callable[[Transaction], T]) -> T:
        with self.store.transaction() as tx:
            return work(tx)


async def _yes() -> bool:
    return True


async def _no() -> bool:
    return False


def _members(chat: Chat) -> list[str]:
    with chat.open() as book:
        return [member.first_name for member in book.roster.active]


def _to_dirhams(book: Book) -> Currency:
    return group_settings.set_currency(book, Currency("AED")).currency


async def test_what_only_admins_may_is_tried_again_for_an_admin_of_the_chat(chat: Chat) -> None:
    chat.join(ASHA)
    visit = Visit(chat.place, BOB, DEFAULTS)
    assert await answer(AtOnce(chat.store), visit, _to_dirhams, _yes) == "AED"


async def test_whoever_was_refused_is_a_member_all_the_same(chat: Chat) -> None:
    chat.join(ASHA)
    visit = Visit(chat.place, BOB, DEFAULTS)
    with pytest.raises(LedgerError) as refused:
        await answer(AtOnce(chat.store), visit, _to_dirhams, _no)
    assert refused.value.code is Code.ADMINS_ONLY
    assert _members(chat) == ["Asha", "Bob"]
    with chat.open() as book:
        assert book.group.currency == "INR"


async def test_an_admin_who_is_refused_as_an_admin_too_is_a_member(chat: Chat) -> None:
    def mistaken(book: Book) -> None:
        book.require_admin()
        raise LedgerError(Code.NOTHING_TO_UNDO)

    chat.join(ASHA)
    visit = Visit(chat.place, BOB, DEFAULTS)
    with pytest.raises(LedgerError) as refused:
        await answer(AtOnce(chat.store), visit, mistaken, _yes)
    assert refused.value.code is Code.NOTHING_TO_UNDO
    assert _members(chat) == ["Asha", "Bob"]
