"""What is doubtful in a line that was read: asked on its receipt, a button for each reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from ledger.core.members import MemberId
from ledger.core.money import Currency


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a line perhaps means besides what was recorded.

    `seen` are members whose names stand in the description; `unknown` words that stand where
    a name would and are nobody's; `which` members of one name of whom one is meant, so that
    nobody was taken; `too` members who perhaps share as well, `apart` those who perhaps do not,
    `alone` those of whom all of it perhaps is. `count` is how many people it was said to be for;
    `own` the group's currency where the line's was never used here before. `payers` are members
    who perhaps paid; `each_paid` is whether the parts of those who share perhaps are what each did.
    """

    seen: tuple[MemberId, ...] = ()
    unknown: tuple[str, ...] = ()
    which: tuple[MemberId, ...] = ()
    too: tuple[MemberId, ...] = ()
    apart: tuple[MemberId, ...] = ()
    count: int | None = None
    own: Currency | None = None
    alone: tuple[MemberId, ...] = ()
    payers: tuple[MemberId, ...] = ()
    each_paid: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in _FIELDS)

    def answered(self, sharing: Collection[MemberId]) -> Doubts:
        """Return what is still doubtful once it was said who shares."""
        return replace(
            self,
            seen=(),
            which=(),
            alone=(),
            apart=(),
            count=None,
            each_paid=False,
            too=tuple(member for member in self.too if member not in sharing),
        )

    def paid(self) -> Doubts:
        """Return what is still doubtful once it was said who paid."""
        return replace(self, payers=(), each_paid=False)

    def joined_by(self, more: Doubts) -> Doubts:
        """Return the same with what is doubtful in a change of the line as well."""
        return replace(
            more,
            seen=tuple(dict.fromkeys((*self.seen, *more.seen))),
            unknown=tuple(dict.fromkeys((*self.unknown, *more.unknown))),
            which=tuple(dict.fromkeys((*self.which, *more.which))),
            alone=tuple(dict.fromkeys((*self.alone, *more.alone))),
            too=tuple(dict.fromkeys((*self.too, *more.too))),
            apart=tuple(dict.fromkeys((*self.apart, *more.apart))),
            count=more.count or self.count,
            own=more.own or self.own,
            payers=tuple(dict.fromkeys((*self.payers, *more.payers))),
            each_paid=more.each_paid or self.each_paid,
        )

    def without(self, words: Collection[str]) -> Doubts:
        """Return the same but for words of which it is known by now whose they are."""
        return replace(self, unknown=tuple(word for word in self.unknown if word not in words))

    def merged(self, merged: Mapping[MemberId, MemberId]) -> Doubts:
        """Return the same with every member replaced by the one it was merged into."""

        def now(members: tuple[MemberId, ...]) -> tuple[MemberId, ...]:
            return tuple(dict.fromkeys(merged.get(member, member) for member in members))

        return replace(
            self,
            seen=now(self.seen),
            which=now(self.which),
            alone=now(self.alone),
            too=now(self.too),
            apart=now(self.apart),
            payers=now(self.payers),
        )

    def written(self) -> str | None:
        """Write it down for `read_doubts`; None where nothing is doubtful."""
        if not self:
            return None
        kept = {name: value for name in _FIELDS if (value := getattr(self, name))}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


_FIELDS = (
    "seen", "unknown", "which", "alone", "too", "apart", "count", "own", "payers", "each_paid",
)  # fmt: skip
NO_DOUBTS = Doubts()


def read_doubts(written: str | None) -> Doubts:
    """Read what `Doubts.written` wrote."""
    if written is None:
        return NO_DOUBTS
    read = json.loads(written)
    return Doubts(
        seen=tuple(map(MemberId, read.get("seen", ()))),
        unknown=tuple(read.get("unknown", ())),
        which=tuple(map(MemberId, read.get("which", ()))),
        alone=tuple(map(MemberId, read.get("alone", ()))),
        too=tuple(map(MemberId, read.get("too", ()))),
        apart=tuple(map(MemberId, read.get("apart", ()))),
        count=read.get("count"),
        own=Currency(read["own"]) if "own" in read else None,
        payers=tuple(map(MemberId, read.get("payers", ()))),
        each_paid=read.get("each_paid", False),
    )
