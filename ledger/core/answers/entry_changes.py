"""What came of recording or correcting an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.core.entries import Entry, Revision
from ledger.core.members import Member, MemberId, Roster


@dataclass(frozen=True, slots=True)
class Written:
    """What came of recording or correcting: the entry as it is now, and the revision before.

    `before` is None where the entry is new. `changed` is False where nothing was written now:
    there was nothing to change, or the source had written this before (`repeated`).
    `newcomers` are the placeholders that it made, and `lookalikes` those of them that are
    perhaps a slip, each with the member meant. `twin` is a live expense of the same amount
    that somebody else recorded within the last ten minutes. `nets` are the balances after it
    in the entry's currency, zeros left out; after a payment `unequal_elsewhere` are the
    members who are not square in another one.
    """

    entry: Entry
    roster: Roster
    newcomers: tuple[Member, ...]
    lookalikes: tuple[tuple[Member, Member], ...]
    nets: Mapping[MemberId, int]
    before: Revision | None = None
    twin: Entry | None = None
    changed: bool = True
    repeated: bool = False
    unequal_elsewhere: frozenset[MemberId] = frozenset()


@dataclass(frozen=True, slots=True)
class OldEntry:
    """The entry that would be undone, when it is so old that it is better to ask."""

    entry: Entry
    roster: Roster
