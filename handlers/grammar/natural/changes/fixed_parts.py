"""Fixed parts that a reply makes no longer add up: `forgot dee` below `bob 20 chen 15 me 10`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from ledger.core.amendment import Amendment
from ledger.core.entries import Contents
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.splitting import divide

_ONE_SHARE: Final = 10_000
_WHOLE: Final = 1_000_000
"""100 % as parts have it."""


def ways_of_fixed(said: Amendment, contents: Contents, circle: Circle) -> tuple[Amendment, ...]:
    """Return how a change may be meant whose parts would not make the amount, the likeliest first.

    It came to what the parts make; or those whose part is not said have the rest, each as much
    of it as of the amount before, or all the same.
    """
    if said.says_anew or contents.split.refund:
        return ()
    ways = _ways(said, contents, circle)
    return tuple(dict.fromkeys(replace(way, doubts=Amendment().doubts) for way in ways))


def _ways(said: Amendment, contents: Contents, circle: Circle) -> Iterator[Amendment]:
    amount = said.amount or contents.amount
    if amount.currency != contents.currency:
        return
    owed = {share.member: share.owed_minor for share in contents.owers}
    out = {circle.member_of(whom) for whom in said.left_out}
    found = [(circle.member_of(whom), part) for whom, part in said.added]
    added = {id_: _as_number(part, amount) for id_, part in found if id_ is not None}
    if len(added) < len(said.added) or any(one.kind is PartKind.ADJUST for one in added.values()):
        return
    told = {id_: part for id_, part in added.items() if part.kind is PartKind.EXACT}
    weighed = {id_: part for id_, part in added.items() if id_ not in told}
    before = {id_: minor for id_, minor in owed.items() if id_ not in out and id_ not in added}
    fixed = sum(part.value for part in told.values())
    total = fixed + sum(before.values())
    if said.amount is None and not weighed and total > 0:
        yield replace(said, amount=Money(total, amount.currency))
    rest = amount.minor - fixed
    if rest <= 0 or not before:
        return
    if not weighed:
        shares = _in_proportion(rest, before, contents)
        yield _shared(said, {**shares, **told}, contents, circle)
    equal = {**dict.fromkeys(before, EQUAL_PART), **weighed}
    yield _shared(said, {**equal, **told}, contents, circle)


def _as_number(part: Part, amount: Money) -> Part:
    """Return a percentage as what it is of the amount; other parts as they are."""
    if part.kind is not PartKind.PERCENT:
        return part
    return Part(PartKind.EXACT, (amount.minor * part.value + _WHOLE // 2) // _WHOLE)


def _in_proportion(
    rest: int, before: dict[MemberId, int], contents: Contents
) -> dict[MemberId, Part]:
    weights = {id_: Part(PartKind.SHARES, minor * _ONE_SHARE) for id_, minor in before.items()}
    found = divide(rest, weights, contents.split.rotation, contents.currency)
    return {id_: Part(PartKind.EXACT, minor) for id_, minor in found.items()}


def _shared(
    said: Amendment, parts: dict[MemberId, Part], contents: Contents, circle: Circle
) -> Amendment:
    """Return the change with who shares what said anew; who paid and does not share is left out."""
    payers = [share.member for share in contents.payers if share.member not in parts]
    return replace(
        said,
        participants=tuple((circle.whom(id_), part) for id_, part in parts.items()),
        added=(),
        left_out=tuple(circle.whom(id_) for id_ in payers),
    )
