"""Privacy: all that is kept about one person, and how a person is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from ledger.book.people import People, name_key
from ledger.core.members import GroupId, MemberId, UserId
from ledger.reports import statements
from ledger.reports.statements import GroupStanding
from ledger.storage import group_rows, personal_rows
from ledger.storage.database import Transaction

NameFor = Callable[[str | None, int], str]
"""A name that says nothing, by the group's language (None: not chosen) and a number from 1."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """What being forgotten would touch: in how many groups somebody is or was a member.

    `open` are the groups in which they owe or are owed something.
    """

    groups: int
    open: tuple[GroupStanding, ...]


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
    and its own weekly summary. Whoever writes from that account again is a new member.
    Forgetting somebody unknown changes nothing.

    What people wrote stays as they wrote it: descriptions, notes, and usernames of
    placeholders in groups where the person never was.
    """
    connection = tx.connection
    # The account first: nobody joins by it from here on, so no group is missed.
    if personal_rows.account(connection, user_id) is None:
        return 0
    for place in personal_rows.memberships(connection, user_id):
        group_rows.lock(connection, GroupId(place.group_id))
    places = personal_rows.memberships(connection, user_id)  # again: behind the locks
    for place in places:
        name = _free_name(People(tx, GroupId(place.group_id)), place.language, name_for)
        personal_rows.make_nameless(connection, MemberId(place.id), name)
    personal_rows.erase_account(connection, user_id)
    return len(places)


def _free_name(people: People, language: str | None, name_for: NameFor) -> str:
    """Return the first such name that nobody in the group has."""
    taken = {name_key(member.first_name) for member in people}
    return next(
        name for number in count(1) if name_key(name := name_for(language, number)) not in taken
    )
