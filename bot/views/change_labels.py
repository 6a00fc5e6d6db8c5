"""What to call a change that a press would make: what of the entry it would let be otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.part_labels import part_label
from ledger.core.entries import Contents
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART

_MAX_NAME: Final = 10
_MAX_LABEL: Final = 48
_MOST_NAMES: Final = 4
_APART: Final = " · "


def change_labels(
    say: Language, before: Contents, ways: Sequence[Contents], names: Names
) -> list[str]:
    """Return what to call each of some changes of an entry, by which none is another."""
    labels = [_APART.join(_told(say, before, way, names)) for way in ways]
    for at, label in enumerate(labels):
        if not label or labels.count(label) > 1:
            labels[at] = _APART.join(filter(None, (label, _each(say, ways[at], names))))
    return [label[:_MAX_LABEL] for label in labels]


def _told(say: Language, before: Contents, after: Contents, names: Names) -> Iterator[str]:
    if before.amount != after.amount:
        yield say.money(after.amount)
    was, paid = ({s.member: s.paid_minor for s in one.payers} for one in (before, after))
    if {*was} != {*paid} or (len(paid) > 1 and was != paid):
        yield say.plain("{name} paid", name=_payers(say, after, names))
    if sharing := _sharing(say, before, after, names):
        yield sharing
    if before.on != after.on:
        yield say.date(after.on)


def _payers(say: Language, contents: Contents, names: Names) -> str:
    payers = contents.payers
    if len(payers) == 1:
        return _name(names, payers[0].member)
    told = (
        _beside(say, one.member, say.money(Money(one.paid_minor, contents.currency)), names)
        for one in payers[:_MOST_NAMES]
    )
    return ", ".join(told)


def _sharing(say: Language, before: Contents, after: Contents, names: Names) -> str:
    """Return whose part is otherwise, or who shares where all do so alike; "" for no change."""
    was, parts = before.split.parts, after.split.parts
    if was == parts:
        return ""
    gone = [member for member in was if member not in parts]
    apart = [member for member in parts if was.get(member, EQUAL_PART) != parts[member]]
    equal = [member for member in apart if parts[member] == EQUAL_PART]
    if equal and len(equal) < len(parts):
        return _each(say, after, names)
    if len(equal) < len(apart):
        told = [
            _beside(say, member, part_label(say, parts[member], after.currency), names)
            for member in apart[:_MOST_NAMES]
        ]
        out = [say.plain("Without {name}", name=_together(say, gone, names))] if gone else []
        return _APART.join((", ".join(told), *out))
    if len(parts) == 1:
        return say.plain("Only {name}", name=_name(names, next(iter(parts))))
    if apart and not gone:
        return say.plain("Equally")
    come = [member for member in parts if member not in was]
    if (gone and come) or apart:
        return _together(say, list(parts), names)
    if gone:
        return say.plain("Without {name}", name=_together(say, gone, names))
    return say.plain("{name} too", name=_together(say, come, names))


def _each(say: Language, contents: Contents, names: Names) -> str:
    """Return what each has of it."""
    told = (
        _beside(say, one.member, say.money(Money(one.owed_minor, contents.currency)), names)
        for one in contents.owers[:_MOST_NAMES]
    )
    return ", ".join(told)


def _beside(say: Language, member: MemberId, amount: str, names: Names) -> str:
    return say.plain("{name} {amount}", name=_name(names, member), amount=amount)


def _together(say: Language, members: Sequence[MemberId], names: Names) -> str:
    told = [_name(names, member) for member in members]
    if len(told) > _MOST_NAMES:
        return str(say.list([*told[:_MOST_NAMES], "…"]).unescape())
    return str(say.together(told).unescape())


def _name(names: Names, member: MemberId) -> str:
    return names.plain(member)[:_MAX_NAME]
