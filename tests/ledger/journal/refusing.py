"""How the journal's tests ask: what is refused, who paid, and who somebody is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.book import lookup
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId, Name, Person
from tests.ledger.chat import (
    Chat,
    by_name,
)


def refused(chat: Chat, who: Person | None, use_case: Callable[[Book], object]) -> LedgerError:
    with pytest.raises(LedgerError) as error, chat.open(who) as book:
        use_case(book)
    return error.value


def paid(written: Written) -> dict[str, int]:
    payers = written.entry.contents.payers
    return by_name(written, {share.member: share.paid_minor for share in payers})


def chat_member(book: Book, name: str) -> MemberId:
    return lookup.resolve(book, Name(name), make=False).id
