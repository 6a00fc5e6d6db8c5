"""Pay details: what somebody wants the people of their groups to know for paying them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ledger.book.open_book import Book
from ledger.core.members import Member, MemberId, Person, UserId
from ledger.core.paying.details import PayDetail, Scheme
from ledger.storage import pay_rows, people_rows
from ledger.storage.database import Transaction


def keep_detail(tx: Transaction, person: Person, detail: PayDetail) -> tuple[PayDetail, ...]:
    """Keep how somebody can be paid, one detail a scheme; return all they have now."""
    people_rows.follow(tx.connection, [person])
    return keep_own(tx, person.id, detail)


def keep_own(tx: Transaction, user_id: UserId, detail: PayDetail) -> tuple[PayDetail, ...]:
    """Keep how somebody who is known can be paid; return all they have now."""
    pay_rows.put(tx.connection, user_id, detail)
    return details_of(tx, user_id)


def drop_detail(
    tx: Transaction, user_id: UserId, scheme: Scheme | None = None
) -> tuple[PayDetail, ...]:
    """Forget somebody's detail of a scheme, without one all of them; return what is left."""
    pay_rows.drop(tx.connection, user_id, scheme)
    return details_of(tx, user_id)


def details_of(tx: Transaction, user_id: UserId) -> tuple[PayDetail, ...]:
    """Return how somebody can be paid."""
    return tuple(detail for _, detail in pay_rows.of(tx.connection, [user_id]))


def details_of_members(
    book: Book, members: Collection[MemberId]
) -> dict[MemberId, list[PayDetail]]:
    """Return how some members can be paid, of those who said so."""
    users = {user_id: id_ for id_ in members if (user_id := book.member(id_).user_id) is not None}
    found: dict[MemberId, list[PayDetail]] = {}
    for user_id, detail in pay_rows.of(book.tx.connection, sorted(users)):
        found.setdefault(users[user_id], []).append(detail)
    return found


def payable(book: Book, members: Iterable[MemberId]) -> tuple[Member, ...]:
    """Return those of some members who said how they can be paid, each once, in order."""
    asked = [book.member(member) for member in dict.fromkeys(members)]
    users = [member.user_id for member in asked if member.user_id is not None]
    known = {user_id for user_id, _ in pay_rows.of(book.tx.connection, users)}
    return tuple(member for member in asked if member.user_id in known)
