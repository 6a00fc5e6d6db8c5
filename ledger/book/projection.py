"""What is derived from the entries and stored beside them: moved along, or made anew."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from ledger.book.putting_off import PutOff, Run
from ledger.core.balances import (
    NOTHING_AT_BASELINE,
    AtBaseline,
    Change,
    Derivation,
    Effect,
    effects,
)
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage import revision_rows, running_balances
from ledger.storage.database import Transaction

_CHANGES_AT_ONCE = 1_000
CHANGES_IN_PASSING: Final = 300
"""How many changes are derived within a transaction that others wait for; more are before it."""


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
    counted = NOTHING_AT_BASELINE if first else _counted_at_baseline(tx, group_id, change)
    for moved, effect in effects(change.before, change.after, merged, counted).items():
        nets = running_balances.add(tx.connection, group_id, moved, effect, change.number)
        if moved == currency:
            after = nets
    return running_balances.nets(tx.connection, group_id, currency) if after is None else after


def move_each(
    tx: Transaction,
    group_id: GroupId,
    changes: Iterable[Change],
    merged: Mapping[MemberId, MemberId],
) -> None:
    """Write what several new entries move, in their order, as `move` does one by one."""
    found: dict[Currency, list[tuple[int, Effect]]] = {}
    for change in changes:
        assert change.before is None
        for currency, effect in effects(None, change.after, merged).items():
            found.setdefault(currency, []).append((change.number, effect))
    for currency, of_currency in found.items():
        running_balances.add_each(tx.connection, group_id, currency, of_currency)


def rebuild(
    tx: Transaction, group_id: GroupId, changes: int, merged: Mapping[MemberId, MemberId]
) -> None:
    """Derive the group's balances from its entries and write them in place of the stored.

    That takes about a second for every 10,000 changes, and the group waits meanwhile, on
    SQLite every group. Where the transaction may be put off it raises PutOff for that.
    """
    derivation = _begun(tx, group_id, merged)
    if tx.may_put_off and changes - derivation.last > CHANGES_IN_PASSING:
        raise PutOff(_key(group_id), partial(_derive_ahead, group_id, merged))
    derivation.add(history(tx, group_id, changes, after=derivation.last))
    running_balances.replace(tx.connection, group_id, derivation.balances())


def _key(group_id: GroupId) -> Hashable:
    return "balances", group_id


def _begun(tx: Transaction, group_id: GroupId, merged: Mapping[MemberId, MemberId]) -> Derivation:
    """Return what was derived before the transaction, where it is what is wanted now."""
    ahead: Derivation | None = tx.ahead.get(_key(group_id))
    if ahead is None or ahead.merged != merged:
        return Derivation(merged)
    # What is added to it may be rolled back.
    return ahead.copy()


async def _derive_ahead(
    group_id: GroupId, merged: Mapping[MemberId, MemberId], run: Run
) -> Derivation:
    """Derive a group's balances, as they are with members merged, in short transactions.

    What is recorded is only ever appended to, so that what was read stays true.
    """
    derivation = Derivation(merged)
    while chunk := await run(lambda tx: _next(tx, group_id, derivation.last)):
        await asyncio.to_thread(derivation.add, chunk)
    return derivation


def _next(tx: Transaction, group_id: GroupId, last: int) -> tuple[Change, ...]:
    """Return a group's next changes behind one."""
    return tuple(history(tx, group_id, last + CHANGES_IN_PASSING, after=last))


def _counted_at_baseline(tx: Transaction, group_id: GroupId, change: Change) -> AtBaseline:
    """Return what a change's entry counted when everybody was last square."""
    baselines = running_balances.baselines(tx.connection, group_id)
    return {
        said.currency: revision_rows.counted_at(
            tx.connection, [change.entry], baselines[said.currency]
        )[change.entry]
        for said in (change.before, change.after)
        if said is not None and said.currency in baselines
    }


def history(
    tx: Transaction, group_id: GroupId, changes: int, *, after: int = 0
) -> Iterator[Change]:
    """Yield the changes of a group with what each entry counted before and after.

    Those behind the number `after`, up to the number `changes`. Reads some at a time, so that a
    long book does not fill the memory.
    """
    for before in range(after, changes, _CHANGES_AT_ONCE):
        last = min(changes, before + _CHANGES_AT_ONCE)
        chunk = revision_rows.changes(tx.connection, group_id, before + 1, last)
        older = {entry.id for entry in chunk if entry.revision.number > 1}
        counted = revision_rows.counted_at(tx.connection, sorted(older), before)
        for entry in chunk:
            revision = entry.revision
            yield Change(revision.change, entry.id, counted.get(entry.id), revision.counted)
            counted[entry.id] = revision.counted
