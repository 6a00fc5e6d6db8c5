"""Meeting people: an account that is seen joins, comes back, or is who somebody named before."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.book import projection
from ledger.book.people import People
from ledger.core.members import Member, MemberKind, Person
from ledger.storage import participation_rows


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met; `joined` tells whether the account was no member before."""

    member: Member
    joined: bool


def meet(people: People, person: Person, changes: int) -> Met:
    """Make somebody who acts in the chat an active member.

    Names and username follow the account. A placeholder of the username is that person: it
    is claimed with all its history, or merged where the person is a member already.
    `changes` counts the group's changes so far. Raises LedgerError BOOK_FULL(most).
    """
    met = recognise(people, person, changes)
    if met is None:
        return Met(people.add_user(person.id, acts=True), joined=True)
    return Met(people.set_active(met.member, active=True), met.joined)


def recognise(people: People, person: Person, changes: int) -> Met | None:
    """Return the member that an account is, or None; active or not stays as it is.

    Claims and merges as `meet` does: somebody who is only marked in a text is known, too.
    """
    people.follow(person)
    member = people.of_user(person.id)
    waiting = None if person.username is None else people.placeholder(person.username)
    if waiting is None:
        return None if member is None else Met(member, joined=False)
    if member is None:
        return Met(people.claim(waiting, person.id), joined=True)
    return Met(merge(people, waiting, member, changes), joined=False)


def merge(people: People, gone: Member, stays: Member, changes: int) -> Member:
    """Join two members into the one that stays, with all that was recorded for either.

    The balances are derived anew when the one that goes has ever been in an entry: everybody
    may have been square at other moments than before, which only all changes together tell.
    So this costs as much as the book is long, and is put off where that is long; see
    `projection.rebuild`.
    """
    assert gone.kind is not MemberKind.USER
    ids = people.same_as(gone.id)
    people.point_to(gone, stays)
    if participation_rows.is_in_entries(people.tx.connection, ids):
        projection.rebuild(people.tx, people.group_id, changes, people.merged)
    return people[stays.id]
