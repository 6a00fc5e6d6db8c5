"""What is answered of an entry: what came of writing it just now, or how it stands."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.book import presence
from ledger.book.open_book import Book
from ledger.core.aliases import merged_revision
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind, Revision
from ledger.core.members import Member, MemberId, MemberKind
from ledger.core.slips import lookalikes
from ledger.storage import people_rows, revision_rows, running_balances


def just_written(
    book: Book,
    entry: Entry,
    nets: Mapping[MemberId, int],
    *,
    before: Revision | None = None,
    twin: Entry | None = None,
) -> Written:
    """Return what came of writing an entry, with those whom its line brought along.

    `nets` are those in its currency after it; `before` is the revision as recorded that it had.
    """
    newcomers = _brought(book, entry, before)
    return _written(book, entry, newcomers, nets, before=before, twin=twin)


def _brought(book: Book, entry: Entry, before: Revision | None) -> tuple[Member, ...]:
    """Return whom a line that was just written brings along.

    They are placeholders and guests who are new or back, and those with an account who were
    removed: these take part in what names them, and stay away from what everybody shares.
    """
    there = set() if before is None else {share.member for share in before.contents.shares}
    named = (book.member(share.member) for share in entry.contents.shares)
    away = (one for one in named if not one.active and one.id not in there)
    newcomers = (book.member(member) for member in book.newcomers)
    return (*newcomers, *(one for one in away if one.kind is MemberKind.USER))


def last_change(book: Book, stored: Entry) -> Revision:
    """Return the revision before an entry's newest, or its only one.

    An entry that is told again names its last change as it did when that was made.
    """
    if stored.revision.number == 1:
        return stored.revision
    last = stored.revision.number - 1
    (before,) = revision_rows.revisions(book.tx.connection, stored.id, last, last)
    return before


def as_it_stands(
    book: Book,
    entry: Entry,
    *,
    before: Revision | None = None,
    twin: Entry | None = None,
    repeated: bool = False,
) -> Written:
    """Return an entry as it is now, with those whom it brought along and who are still nobody's.

    `before` is the revision as recorded that the answer compares with.
    """
    brought = people_rows.newcomers(book.tx.connection, entry.id)
    newcomers = tuple(one for one in book.people if one.id in brought and presence.may_go(one))
    nets = running_balances.nets(book.tx.connection, book.group.id, entry.contents.currency)
    return _written(
        *(book, entry, newcomers, nets),
        before=before,
        twin=twin,
        changed=False,
        repeated=repeated,
    )


def _written(
    book: Book,
    entry: Entry,
    newcomers: tuple[Member, ...],
    nets: Mapping[MemberId, int],
    *,
    before: Revision | None,
    twin: Entry | None,
    changed: bool = True,
    repeated: bool = False,
) -> Written:
    return Written(
        entry=entry,
        before=None if before is None else merged_revision(before, book.people.merged),
        roster=book.roster,
        newcomers=newcomers,
        lookalikes=lookalikes(book.roster, newcomers),
        twin=twin,
        changed=changed,
        repeated=repeated,
        nets=nets,
        unequal_elsewhere=_unequal_elsewhere(book, entry),
    )


def _unequal_elsewhere(book: Book, entry: Entry) -> frozenset[MemberId]:
    """Return who is not square in another currency than a payment's; nobody for an expense."""
    contents = entry.contents
    if contents.kind is not EntryKind.PAYMENT:
        return frozenset()
    return running_balances.unequal_elsewhere(book.tx.connection, book.group.id, contents.currency)
