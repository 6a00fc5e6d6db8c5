"""What is derived from the entries and stored beside them: moved along, or made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ledger.core.balances import NOTHING_THEN, Balances, Change, Then, derive, effects
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage import entry_rows, running_balances
from ledger.storage.database import Transaction

_CHANGES_AT_ONCE = 1_000


def move(
    tx: Transaction,
    group_id: GroupId,
    change: Change,
    merged: Mapping[MemberId, MemberId],
    currency: Currency,
    *,
    first: bool = False,
) -> dict[MemberId, int]:
    """Write what one change moves; return the nets after it in `currency`.

    `first` tells that the change is its entry's first, so that nothing was counted before.
    """
    after: dict[MemberId, int] | None = None
    then = NOTHING_THEN if first else _then(tx, group_id, change)
    for moved, effect in effects(change.before, change.after, merged, then).items():
        nets = running_balances.add(tx.connection, group_id, moved, effect, change.number)
        if moved == currency:
            after = nets
    return running_balances.nets(tx.connection, group_id, currency) if after is None else after


def from_entries(
    tx: Transaction, group_id: GroupId, changes: int, merged: Mapping[MemberId, MemberId]
) -> dict[Currency, Balances]:
    """Return a group's balances derived from all its entries, as the rows should say them."""
    return derive(_history(tx, group_id, changes), merged)


def rebuild(
    tx: Transaction, group_id: GroupId, changes: int, merged: Mapping[MemberId, MemberId]
) -> None:
    """Derive the group's balances from its entries and write them in place of the stored.

    Takes about a second for every 10,000 changes, and on SQLite every group waits meanwhile.
    """
    running_balances.replace(tx.connection, group_id, from_entries(tx, group_id, changes, merged))


def _then(tx: Transaction, group_id: GroupId, change: Change) -> Then:
    """Return what a change's entry counted when everybody was last square."""
    squares = running_balances.squares(tx.connection, group_id)
    return {
        said.currency: entry_rows.counted_at(tx.connection, [change.entry], squares[said.currency])[
            change.entry
        ]
        for said in (change.before, change.after)
        if said is not None and said.currency in squares
    }


def _history(tx: Transaction, group_id: GroupId, changes: int) -> Iterator[Change]:
    """Yield all changes of a group with what each entry counted before and after.

    Reads some at a time, so that a long book does not fill the memory.
    """
    for before in range(0, changes, _CHANGES_AT_ONCE):
        last = min(changes, before + _CHANGES_AT_ONCE)
        chunk = entry_rows.changes(tx.connection, group_id, before + 1, last)
        older = {entry.id for entry in chunk if entry.revision.number > 1}
        counted = entry_rows.counted_at(tx.connection, sorted(older), before)
        for entry in chunk:
            revision = entry.revision
            yield Change(revision.change, entry.id, counted.get(entry.id), revision.counted)
            counted[entry.id] = revision.counted
