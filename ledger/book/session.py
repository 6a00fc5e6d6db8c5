"""How one command is answered: open the book, run the use case, keep the visit when refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Place
from ledger.core.members import MemberId, Person
from ledger.storage.database import Transaction

T = TypeVar("T")

ADMINS_MAY: Final = frozenset(
    {
        *(Code.ADMINS_ONLY, Code.MAY_NOT_CHANGE, Code.MAY_NOT_CHANGE_SCHEDULE),
        Code.NOT_YOUR_IMPORT,
    }
)
"""What is refused to all but admins: worth asking whether the visitor is one in the chat."""


class Runner(Protocol):
    """Whatever runs work in a transaction of its own, and nothing of it where it raises."""

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Return what the work returns, once it is committed; raise what it raises."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at a book; `visitor` is None where there is no person (a channel).

    `chat_admin` tells whether Telegram says that the visitor runs the chat; `marked` are the
    accounts that the message marks, `meant` whom the visitor said to be meant of namesakes.
    """

    place: Place
    visitor: Person | None
    defaults: Defaults
    chat_admin: bool = False
    marked: tuple[Person, ...] = ()
    meant: frozenset[MemberId] = frozenset()

    def open(self, tx: Transaction) -> Book:
        """Open the book in a transaction, with the visitor as its actor."""
        book = open_book(
            tx,
            self.place,
            self.visitor,
            chat_admin=self.chat_admin,
            defaults=self.defaults,
            marked=self.marked,
        )
        book.meant = self.meant
        return book


async def answer(
    runner: Runner,
    visit: Visit,
    use_case: Callable[[Book], T],
    is_admin: Callable[[], Awaitable[bool]],
) -> T:
    """Run one use case on a book, in one transaction.

    `is_admin` is asked only where the use case is refused to all but admins; it then runs
    again. When it is refused for good (LedgerError, raised again), nothing of it is kept but
    that the visitor was here: whoever sends any command is a member.
    """
    try:
        try:
            return await runner.run(lambda tx: use_case(visit.open(tx)))
        except LedgerError as refused:
            if refused.code not in ADMINS_MAY or not await is_admin():
                raise
        as_admin = replace(visit, chat_admin=True)
        return await runner.run(lambda tx: use_case(as_admin.open(tx)))
    except LedgerError:
        await runner.run(replace(visit, marked=()).open)
        raise
