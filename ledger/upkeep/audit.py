"""Audit: everything derived again from the entries, and every difference named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ledger.book import projection
from ledger.book.people import People
from ledger.core.balances import Balances, Change, Owed, derive
from ledger.core.entries import Contents
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage import audit_queries, entry_rows, group_rows, running_balances
from ledger.storage.database import Store, Transaction


class FindingKind(StrEnum):
    """What is not as it should be."""

    NET = "net"
    """A member's stored balance; `--repair` writes it anew, as the next two."""
    PAIR = "pair"
    """What is stored between a debtor and a creditor, expenses and payments."""
    BASELINE = "baseline"
    """The stored change after which everybody was last square."""
    COUNTS = "counts"
    """A group's counted entries or changes; no repair touches these and the next two."""
    ENTRY = "entry"
    """An entry that can't be read: its sums do not meet, or its revisions have a gap.

    Or one whose shares (owed, by member) are not what its split terms come to, or that sums
    take for a refund, and its terms don't.
    """


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what is stored, and what follows from the entries.

    `members` are one member's number for a net, debtor's and creditor's for a pair; `where`
    names an entry's number where it is about one.
    """

    group: GroupId
    kind: FindingKind
    stored: object
    derived: object
    currency: Currency | None = None
    members: tuple[MemberId, ...] = ()
    where: int | None = None


def audit(store: Store) -> tuple[Finding, ...]:
    """Derive all groups' balances again and return every difference, group by group."""
    return tuple(finding for group in _groups(store) for finding in _look(store, group))


def repair(store: Store) -> tuple[Finding, ...]:
    """Write the derived rows of groups with differences anew; return what is left to find.

    Only balances, pairs and squares are written; entries never are.
    """
    for group in _groups(store):
        if any(finding.kind in _REPAIRABLE for finding in _look(store, group)):
            with store.transaction() as tx:
                row = group_rows.lock(tx.connection, group)
                projection.rebuild(tx, group, row.changes, People(tx, group).merged)
    return audit(store)


_REPAIRABLE = {FindingKind.NET, FindingKind.PAIR, FindingKind.BASELINE}


def _groups(store: Store) -> list[GroupId]:
    with store.transaction() as tx:
        return [GroupId(row.id) for row in group_rows.all_groups(tx.connection)]


def _look(store: Store, group: GroupId) -> tuple[Finding, ...]:
    """Audit one group in a transaction of its own, so that others are not held up."""
    with store.transaction() as tx:
        return tuple(audit_group(tx, group))


def audit_group(tx: Transaction, group: GroupId) -> Iterator[Finding]:
    """Yield the differences of one group; its row is locked meanwhile."""
    row = group_rows.lock(tx.connection, group)
    found = audit_queries.counts(tx.connection, group)
    if found != (row.entries, row.changes):
        yield Finding(group, FindingKind.COUNTS, (row.entries, row.changes), found)
    broken = audit_queries.broken_entries(tx.connection, group)
    for number, stored, should in broken:
        yield Finding(group, FindingKind.ENTRY, stored, should, where=number)
    for number, refund in audit_queries.mistaken_refunds(tx.connection, group):
        yield Finding(group, FindingKind.ENTRY, refund, not refund, where=number)
    if broken:
        return  # Nothing sound can be derived from entries that are not.
    unlike: dict[int, Contents] = {}
    changes = _noting(projection.history(tx, group, row.changes), unlike)
    should_be = derive(changes, People(tx, group).merged)
    for entry, contents in unlike.items():
        yield Finding(
            group,
            FindingKind.ENTRY,
            tuple(share.owed_minor for share in contents.shares),
            tuple(share.owed_minor for share in contents.split.shares(contents.amount)),
            where=entry_rows.by_id(tx.connection, entry).number,
        )
    stored_now = running_balances.stored(tx.connection, group)
    for currency in sorted({*should_be, *stored_now}):
        yield from _compare(
            group,
            currency,
            stored_now.get(currency, Balances()),
            should_be.get(currency, Balances()),
        )


def _noting(changes: Iterable[Change], unlike: dict[int, Contents]) -> Iterator[Change]:
    """Pass changes on, and note the entries whose shares are not what their terms come to."""
    for change in changes:
        if change.after is not None and not _follow(change.after):
            unlike[change.entry] = change.after
        yield change


def _follow(contents: Contents) -> bool:
    """Tell whether shares follow from their terms; those of old books may miss a last unit."""
    if contents.split.inferred:
        return True
    should = contents.split.shares(contents.amount)
    return [(s.member, s.paid_minor, s.owed_minor) for s in contents.shares] == [
        (s.member, s.paid_minor, s.owed_minor) for s in should
    ]


def _compare(
    group: GroupId, currency: Currency, stored: Balances, should: Balances
) -> Iterator[Finding]:
    for member in sorted({*stored.nets, *should.nets}):
        net, right_net = stored.nets.get(member, 0), should.nets.get(member, 0)
        if net != right_net:
            yield Finding(group, FindingKind.NET, net, right_net, currency, (member,))
    for pair in sorted({*stored.pairs, *should.pairs}):
        owed, right_owed = stored.pairs.get(pair, Owed()), should.pairs.get(pair, Owed())
        if owed != right_owed:
            yield Finding(group, FindingKind.PAIR, owed, right_owed, currency, pair)
    if stored.baseline != should.baseline:
        yield Finding(group, FindingKind.BASELINE, stored.baseline, should.baseline, currency)
