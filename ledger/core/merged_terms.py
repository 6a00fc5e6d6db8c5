"""What was said of two members who are one person: said again as of that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ledger.core.members import MemberId
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.core.split_terms import SplitTerms, turned_round

_ONE_SHARE: Final = 10_000
_WHOLE_PERCENT: Final = 1_000_000
_ADDABLE: Final = frozenset({PartKind.EXACT, PartKind.PERCENT, PartKind.SHARES})


def after_merge(
    terms: SplitTerms, merged: Mapping[MemberId, MemberId], shares: Iterable[Share]
) -> SplitTerms:
    """Return the terms with everybody who was merged into another as that one.

    What two of one person said is added up: what they paid, and parts of the same kind;
    two equals are x2, and an equal beside shares is one more. Of parts that can't be added,
    such as an exact amount and a percentage, what both came to (`shares`) is exact; where
    nobody is left then who takes the rest, so is what percentages came to, which may be no
    whole units. Whoever takes part by either name takes part, and whoever paid the rest by
    either pays it.
    """

    def now(member: MemberId) -> MemberId:
        return merged.get(member, member)

    owed: dict[MemberId, int] = {}
    for share in turned_round(shares) if terms.refund else shares:
        owed[now(share.member)] = owed.get(now(share.member), 0) + share.owed_minor
    parts: dict[MemberId, Part] = {}
    for member, part in terms.parts.items():
        own = now(member)
        parts[own] = _added(parts[own], part, owed.get(own, 0)) if own in parts else part
    parts = _coming_to(owed, parts)
    paid: dict[MemberId, int | None] = {}
    for member, minor in terms.payers:
        so_far = paid.get(now(member), 0)
        paid[now(member)] = None if minor is None or so_far is None else so_far + minor
    first = dict.fromkeys(now(member) for member, _ in terms.named)
    named = [id_ for id_ in first if id_ in parts]
    named += [id_ for id_, part in parts.items() if part != EQUAL_PART and id_ not in first]
    return replace(
        terms,
        payers=tuple(paid.items()),
        sharers=tuple(sorted(parts)),
        named=tuple((id_, parts[id_]) for id_ in named),
        weights=tuple({now(id_): weight for id_, weight in terms.weights}.items()),
        left_out=tuple(
            dict.fromkeys(out for id_ in terms.left_out if (out := now(id_)) not in parts)
        ),
    )


def _added(one: Part, other: Part, owed_minor: int) -> Part:
    """Say two parts of one person as one."""
    kinds = {one.kind, other.kind}
    if kinds <= {PartKind.EQUAL, PartKind.SHARES}:
        return Part(PartKind.SHARES, sum(p.value or _weight(p) for p in (one, other)))
    if one.kind is other.kind and one.kind in _ADDABLE:
        return Part(one.kind, one.value + other.value)
    return Part(PartKind.EXACT, owed_minor)


def _coming_to(owed: Mapping[MemberId, int], parts: dict[MemberId, Part]) -> dict[MemberId, Part]:
    """Return parts that come to all that is owed also where nobody takes the rest."""
    if any(part.kind in (PartKind.EQUAL, PartKind.ADJUST) for part in parts.values()):
        return parts
    amount_minor = sum(owed.values())
    missing = amount_minor * _WHOLE_PERCENT
    for part in parts.values():
        match part.kind:
            case PartKind.SHARES if part.value:
                return parts
            case PartKind.EXACT:
                missing -= part.value * _WHOLE_PERCENT
            case PartKind.PERCENT:
                missing -= part.value * amount_minor
    if not missing:
        return parts
    return {
        member: Part(PartKind.EXACT, owed[member]) if part.kind is PartKind.PERCENT else part
        for member, part in parts.items()
    }


def _weight(part: Part) -> int:
    return _ONE_SHARE if part.kind is PartKind.EQUAL else part.value
