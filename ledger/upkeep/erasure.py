"""Privacy: all that is kept about one person, and how a person is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from ledger.accounts.locking import lock_memberships
from ledger.book.people import People
from ledger.core.answers.footprint import Footprint
from ledger.core.folding import name_key
from ledger.core.members import GroupId, MemberId, MemberKind, Role, UserId
from ledger.reports import statements
from ledger.storage import account_rows, group_rows, personal_rows
from ledger.storage.database import Transaction

NameFor = Callable[[str | None, int], str]
"""A name that says nothing, by the group's language (None: not chosen) and a number from 1."""


def footprint(tx: Transaction, user_id: UserId) -> Footprint:
    """Return what being forgotten would touch."""
    standings = statements.my_standing(tx, user_id)
    return Footprint(
        groups=len(personal_rows.memberships(tx.connection, user_id)),
        open=tuple(standing for standing in standings if standing.nets),
    )


def forget(tx: Transaction, user_id: UserId, name_for: NameFor) -> int:
    """Unlink an account from everything; return in how many groups it was a member.

    Its member rows stay, inactive and under a name that says nothing, with every entry, sum
    and number as it was, so that the others' balances still follow. The account's row goes,
    its own weekly summary, and all that opens it over HTTP. Whoever writes from that account
    again is a new member. Forgetting somebody unknown changes nothing.

    What people wrote stays as they wrote it: descriptions, notes, and usernames of
    placeholders in groups where the person never was.
    """
    connection = tx.connection
    locked = lock_memberships(tx, [user_id])
    if locked is None:
        return 0
    places = locked[user_id]
    for place in places:
        group_id = GroupId(place.group_id)
        name = _free_name(People(tx, group_id), place.language, name_for)
        personal_rows.make_nameless(connection, MemberId(place.id), name)
        _keep_an_admin(tx, group_id)
    account_rows.erase(connection, user_id)
    personal_rows.erase_user(connection, user_id)
    return len(places)


def _keep_an_admin(tx: Transaction, group_id: GroupId) -> None:
    """Let whoever joined first be the admin of a group that is no chat's and has none left."""
    people = People(tx, group_id)
    there = [one for one in people.roster.active if one.kind is MemberKind.USER]
    if not there or any(one.role is Role.ADMIN for one in there):
        return
    if not group_rows.chat_ids(tx.connection, group_id):
        people.set_role(there[0], Role.ADMIN)


def _free_name(people: People, language: str | None, name_for: NameFor) -> str:
    """Return the first such name that nobody in the group has."""
    taken = {name_key(member.first_name) for member in people}
    return next(
        name for number in count(1) if name_key(name := name_for(language, number)) not in taken
    )
