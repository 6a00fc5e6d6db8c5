"""Buttons for the ways in which a line may be meant: each says who pays and who shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.part_labels import part_label
from bot.views.reply import Button, Verb, press
from ledger.core.errors import LedgerError
from ledger.core.members import Member, Sender
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part
from ledger.core.ways import Way

_MOST_NAMES: Final = 3
_MAX_NAME: Final = 10
_MAX_LABEL: Final = 40
_FITS: Final = 28
"""Characters of a label that phones show; further facts are left out where they say no more."""
_APART: Final = " · "


def way_buttons(say: Language, error: LedgerError) -> list[Button]:
    """Return a button for each way that a refused line may be meant, none where it has none."""
    ways = error.details.get("ways")
    if not isinstance(ways, tuple):
        return []
    return [
        Button(label, press(Verb.READ_AS, way.choice, way.line.amount.minor))
        for way, label in zip(ways, way_labels(say, ways), strict=True)
    ]


def way_labels(say: Language, ways: Sequence[Way]) -> list[str]:
    """Return what to call each way: what tells it from the others, by which none is another.

    That is who shares, also who paid where that differs or is not who writes, and the amount
    where that differs.
    """
    people = {
        member.id: member
        for way in ways
        for member in (*(one for one, _ in (*way.payers, *way.sharers)), *way.out)
    }
    names = Names(people.values())
    amounts = len({way.line.amount for way in ways}) > 1
    # What one alone paid is the amount.
    paid = {(way.line.refund, way.payers if way.payers[1:] else way.payers[0][0]) for way in ways}
    payers = len(paid) > 1 or any(_is_paid_by_others(way) for way in ways)
    alone = any(len(way.sharers) == 1 for way in ways)  # Who may not be who paid.
    sharers = len({way.sharers for way in ways}) > 1 or len(ways) == 1 or alone
    sharers |= not (payers or amounts)
    labels = [_label(say, way, names, amounts, payers, sharers) for way in ways]
    if len({*labels}) < len(labels):
        labels = [_label(say, way, names, True, True, True) for way in ways]
    if len({*labels}) < len(labels):  # "bob 5" with one other, or with all of them.
        labels = [
            _APART.join((_who_shares(say, way, names), _all_who_share(say, way, names)))
            for way in ways
        ]
    told = [label if len(label) <= _FITS else label.partition(_APART)[0] for label in labels]
    short = len({*told}) == len(told) > 1 and not any(_paid_apart(way) for way in ways)
    return [_cut(label) for label in (told if short else labels)]


def _cut(label: str) -> str:
    """Return a label without its last facts where there is no room for them."""
    while len(label) > _MAX_LABEL and _APART in label:
        label = label.rpartition(_APART)[0]
    return label[:_MAX_LABEL]


def way_label(say: Language, way: Way) -> str:
    """Return what to call one way alone: who paid, where that is said, and who shares."""
    people = [*(one for one, _ in (*way.payers, *way.sharers)), *way.out]
    names = Names(dict.fromkeys(people))
    return _label(say, way, names, amounts=False, payers=True, sharers=True)


def _is_paid_by_others(way: Way) -> bool:
    """Tell whether it is said that somebody else than who writes paid, or that it came back."""
    return way.line.refund or any(not isinstance(whom, Sender) for whom, _ in way.line.payers)


def _label(
    say: Language, way: Way, names: Names, amounts: bool, payers: bool, sharers: bool
) -> str:
    # Where who shares differs, too, it goes without saying that who writes paid.
    payers &= bool(way.line.payers) or way.line.refund or not sharers
    said = [
        *([say.money(way.line.amount)] if amounts else []),
        *([_who_paid(say, way, names)] if payers else []),
    ]
    if sharers:
        room = _MAX_LABEL - sum(len(one) + len(_APART) for one in said)
        said.append(_who_shares(say, way, names, room))
    return _APART.join(said)


def _paid_apart(way: Way) -> bool:
    """Tell whether it is said how much each of several paid."""
    sums = [minor for _, minor in way.payers]
    apart = any(minor is not None for _, minor in way.line.payers) and max(sums) - min(sums) > 1
    return apart and len(way.payers) > 1 and not way.line.refund


def _what_others_paid(say: Language, way: Way, names: Names) -> str:
    """Return how much each of several paid; who writes is last, and paid the rest."""
    mine = any(isinstance(whom, Sender) for whom, _ in way.line.payers)
    sums = [
        (names.plain(member.id)[:_MAX_NAME], say.money(Money(minor, way.line.amount.currency)))
        for member, minor in (way.payers[:-1] if mine else way.payers)
    ]
    if len(sums) == 1:
        [(name, amount)] = sums
        return say.plain("{name} paid {amount}", name=name, amount=amount)
    told = (say.plain("{name} {amount}", name=name, amount=amount) for name, amount in sums)
    return say.plain("{name} paid", name=", ".join(told))


def _who_paid(say: Language, way: Way, names: Names) -> str:
    if _paid_apart(way):
        return _what_others_paid(say, way, names)
    who = _together(say, [one for one, _ in way.payers], names)
    if way.line.refund:
        return say.plain("{name} got it", name=who)
    return say.plain("{name} paid", name=who)


def _who_shares(say: Language, way: Way, names: Names, room: int = _MAX_LABEL) -> str:
    """Return who shares, and those whose part is another than everybody's, as there is room."""
    sharing = [member for member, _ in way.sharers]
    apart = [(member, part) for member, part in way.sharers if part != EQUAL_PART]
    if apart and len(sharing) > 1:
        told = [_apart(say, way, one, part, names) for one, part in apart]
        if len(", ".join(told)) > room:  # Rather those whose part is unlike the others'.
            alike = [sum(_is_like(part, other) for _, other in apart) for _, part in apart]
            told = [told[at] for at in sorted(range(len(told)), key=alike.__getitem__)]
        return _as_many(say, told, room)
    if len(sharing) == 1:
        return say.plain("Only {name}", name=names.plain(sharing[0].id)[:_MAX_NAME])
    return _all_who_share(say, way, names)


def _is_like(part: Part, other: Part) -> bool:
    """Tell whether two parts are the same but for a cent."""
    return part.kind is other.kind and abs(part.value - other.value) <= 1


def _as_many(say: Language, told: Sequence[str], room: int) -> str:
    """Return as many parts as there is room for, and how many more there are."""
    for most in range(len(told), 0, -1):
        left = len(told) - most
        more = [say.n("{count} more", "{count} more", left).unescape()] if left else []
        text = ", ".join([*told[:most], *more])
        if len(text) <= room or most == 1:
            return text
    return ""


def _all_who_share(say: Language, way: Way, names: Names) -> str:
    sharing = [member for member, _ in way.sharers]
    if not way.out:
        return say.plain("Everybody")
    if len(way.out) < len(sharing):
        return say.plain("Without {name}", name=_together(say, way.out, names))
    return _together(say, sharing, names)


def _apart(say: Language, way: Way, member: Member, part: Part, names: Names) -> str:
    return say.plain(
        "{name} {amount}",
        name=names.plain(member.id)[:_MAX_NAME],
        amount=part_label(say, part, way.line.amount.currency),
    )


def _together(say: Language, members: Sequence[Member], names: Names) -> str:
    told = [names.plain(member.id)[:_MAX_NAME] for member in members]
    if len(told) > _MOST_NAMES:
        told = [*told[:_MOST_NAMES], "…"]
        return str(say.list(told).unescape())
    return str(say.together(told).unescape())
