"""Groups that are made over HTTP, and what such a group is called."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.accounts.opening import Call
from ledger.book.open_book import Book, Defaults
from ledger.core.bounds import check_names
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import is_visible
from ledger.core.groups import TITLE_LENGTH
from ledger.core.members import Role, UserId
from ledger.storage import group_rows
from ledger.storage.database import Transaction


def found_group(
    tx: Transaction,
    title: str,
    description: str | None,
    members: Sequence[UserId],
    defaults: Defaults,
) -> Book:
    """Make a group that is no chat's, and return its book; the first member is its admin.

    Its actor is nobody, who may do everything. Raises LedgerError: NAME_MISSING;
    LINE_CROWDED(most).
    """
    check_names(members)
    title = _checked(title)
    group_id = group_rows.add_hidden(
        tx.connection, title, defaults.currency, defaults.timezone, tx.now
    )
    if description is not None:
        group_rows.change(tx.connection, group_id, description=description)
    book = Call(group_id, None, trusted=True).open(tx)
    for place, user_id in enumerate(dict.fromkeys(members)):
        member = book.people.add_user(user_id)
        if place == 0:
            book.people.set_role(member, Role.ADMIN)
    return book


def rename(book: Book, title: str) -> None:
    """Call a group otherwise.

    Raises LedgerError: ADMINS_ONLY; NAME_MISSING; NAME_FROM_TELEGRAM where it is a chat's, whose
    title is changed there.
    """
    book.require_admin()
    title = _checked(title)
    if title == book.group.title:
        return
    if group_rows.chat_ids(book.tx.connection, book.group.id):
        raise LedgerError(Code.NAME_FROM_TELEGRAM)
    book.change_group(title=title)


def describe(book: Book, description: str | None) -> None:
    """Say what a group is for, None for nothing. Raises LedgerError ADMINS_ONLY."""
    book.require_admin()
    group_rows.change(
        book.tx.connection, book.group.id, description=description, updated_at=book.now
    )


def _checked(title: str) -> str:
    title = " ".join(title.split())
    if not is_visible(title) or len(title) > TITLE_LENGTH:
        raise LedgerError(Code.NAME_MISSING)
    return title
