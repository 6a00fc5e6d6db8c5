"""Joining an account to the Telegram user that its person is, by a code from the private chat.

From then on the two are one: in every group that either was in there is one member, with all
that was recorded for both; ids of either lead there.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from ledger.accounts import registering
from ledger.accounts.hashed_secrets import hashed, new_code, typed
from ledger.accounts.locking import lock_memberships
from ledger.book import recognition
from ledger.book.people import People
from ledger.core.accounts import Account, AccountId
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Person, UserId
from ledger.storage import (
    account_rows,
    code_rows,
    group_rows,
    pay_rows,
    people_rows,
    personal_rows,
    token_rows,
)
from ledger.storage.database import Transaction

CODE_LASTS: Final = timedelta(minutes=10)


def new_link_code(tx: Transaction, person: Person) -> str:
    """Return a code by which an account becomes this Telegram user's; the last one is void."""
    people_rows.follow(tx.connection, [person])
    code = new_code()
    code_rows.put_link_code(tx.connection, person.id, hashed(code), tx.now + CODE_LASTS)
    return code


def link(tx: Transaction, account: Account, code: str) -> Account:
    """Join an account to the Telegram user whose code it is; the code is good for once.

    Raises LedgerError: BAD_CODE; ALREADY_LINKED where the account is another Telegram user's,
    or the user has an account with an e-mail address or a password of its own.
    """
    user_id = code_rows.link_code(tx.connection, hashed(typed(code)), tx.now)
    if user_id is None:
        raise LedgerError(Code.BAD_CODE)
    if account.user_id != user_id:
        _join(tx, account, user_id)
    if not code_rows.drop_link_code(tx.connection, user_id):
        raise LedgerError(Code.BAD_CODE)
    return registering.of_user(tx, user_id)


def unlink(tx: Transaction, account: Account) -> None:
    """Let nobody log in to an account by e-mail address and password any more.

    These and the phone number go, and whoever is logged in must come by Telegram again. The
    person stays who it is in every group, with all that was recorded.
    """
    connection = tx.connection
    account_rows.lock(connection, account.id)
    gone = {"email": None, "email_key": None, "phone": None, "password_hash": None}
    account_rows.change(connection, account.id, updated_at=tx.now, **gone)
    token_rows.drop_refresh(connection, account.id)


def _join(tx: Transaction, account: Account, user_id: UserId) -> None:
    connection, gone = tx.connection, account.user_id
    places = None if account.in_telegram else lock_memberships(tx, (gone, user_id))
    if places is None:
        raise LedgerError(Code.ALREADY_LINKED)
    _take_account(tx, account, user_id)
    for place in places[gone]:
        _become(tx, GroupId(place.group_id), gone, user_id)
    pay_rows.move(connection, gone, user_id)
    people_rows.take_language(connection, gone, user_id)
    personal_rows.erase_user(connection, gone)


def _take_account(tx: Transaction, account: Account, user_id: UserId) -> None:
    """Let the account be the user's, in place of the one they were given when first shown."""
    connection = tx.connection
    theirs = account_rows.by_users(connection, [user_id]).get(user_id)
    phone = account.phone
    account_rows.lock(connection, account.id, *(() if theirs is None else (AccountId(theirs.id),)))
    if theirs is not None:
        if theirs.email is not None or theirs.password_hash is not None:
            raise LedgerError(Code.ALREADY_LINKED)
        phone = phone or theirs.phone
        token_rows.move(connection, theirs.id, account.id)
        code_rows.move_keys(connection, theirs.id, account.id)
        account_rows.point_to(connection, theirs.id, account.id)
    account_rows.change(connection, account.id, user_id=user_id, phone=phone, updated_at=tx.now)


def _become(tx: Transaction, group_id: GroupId, gone: UserId, user_id: UserId) -> None:
    """Let a member of a group be the user's, or be merged into the one that is there already."""
    row = group_rows.lock(tx.connection, group_id)
    people = People(tx, group_id)
    member, stays = people.of_user(gone), people.of_user(user_id)
    assert member is not None
    if stays is None:
        people.hand_over(member, user_id)
    else:
        recognition.merge(people, people.leave_account(member), stays, row.changes)
    recognition.recognise(people, people_rows.person(tx.connection, user_id), row.changes)
