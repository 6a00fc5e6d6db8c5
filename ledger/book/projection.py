"""What is derived from the entries and stored beside them: moved along, or made anew."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Final

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


class PutOff(Exception):  # noqa: N818 (nothing went wrong: it is to be run again)
    """A transaction wants a group's balances derived first, as they are with members merged.

    Nothing is written. Whoever runs it derives them (`derive_ahead`), which holds up nobody,
    and runs it again with what came of it.
    """

    def __init__(self, group_id: GroupId, merged: Mapping[MemberId, MemberId]) -> None:
        super().__init__(group_id)
        self.group_id = group_id
        self.merged = merged


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
        raise PutOff(group_id, merged)
    derivation.add(history(tx, group_id, changes, after=derivation.last))
    running_balances.replace(tx.connection, group_id, derivation.balances())


def _begun(tx: Transaction, group_id: GroupId, merged: Mapping[MemberId, MemberId]) -> Derivation:
    """Return what was derived before the transaction, where it is what is wanted now."""
    if tx.ahead is None or tx.ahead[0] != group_id or tx.ahead[1].merged != merged:
        return Derivation(merged)
    # What is added to it may be rolled back.
    return tx.ahead[1].copy()


async def derive_ahead(
    run: Callable[[Callable[[Transaction], tuple[Change, ...]]], Awaitable[tuple[Change, ...]]],
    wanted: PutOff,
) -> Derivation:
    """Derive a group's balances in short transactions, which `run` runs between those of others.

    What is recorded is only ever appended to, so that what was read stays true. What comes in
    meanwhile is for the transaction that was put off.
    """
    derivation = Derivation(wanted.merged)
    while chunk := await run(lambda tx: _next(tx, wanted.group_id, derivation.last)):
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
