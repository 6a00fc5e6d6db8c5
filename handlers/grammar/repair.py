"""Mending: an expense that was read but that the book refused, changed until its sums fit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from handlers.grammar.circle import Circle
from handlers.grammar.printer import write_split
from handlers.grammar.proposals import Read, works, write_line
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, Name, Sender, Whom
from ledger.core.money import Currency, Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ONE_PERCENT = 10_000
_ONE_SHARE = 10_000
_MOST_WEIGHT = 10
_GUARDED = re.compile(r"(?<!\S)\\[^\W\d_]")
T = TypeVar("T")


def correct_expense(
    error: LedgerError,
    line: ExpenseLine,
    home: Currency,
    prefix: str = "/split",
    *,
    read: Read | None = None,
    circle: Circle | None = None,
) -> None:
    """Put `examples: tuple[str, ...]` into what the ledger raised for an expense.

    They are empty where nothing sensible can be offered; `prefix` is what the line was
    typed behind (`Line.prefix`). Errors that carry examples already keep them. With `read` and
    `circle` a line is offered only where it works.
    """
    if "examples" not in error.details:
        mended = mend(line, error)
        error.details["examples"] = ()
        if mended is not None and read is not None and circle is not None:
            example = f"{prefix} {write_line(mended, home, read, circle)}"
            # Where words would have to be guarded no line says what was meant.
            offered = works(example, read, circle) and not _GUARDED.search(example)
            error.details["examples"] = (example,) if offered else ()
        elif mended is not None:
            error.details["examples"] = (f"{prefix} {write_split(mended, home)}",)


def mend(line: ExpenseLine, error: LedgerError) -> ExpenseLine | None:
    """Change what the error is about, and as little else as can be; None where nothing fits."""
    details = error.details
    match error.code:
        case Code.PARTS_BELOW_AMOUNT if isinstance(details.get("percent"), Decimal):
            percent = details["percent"]
            assert isinstance(percent, Decimal)
            return _parts_moved(line, PartKind.PERCENT, int((100 - percent) * _ONE_PERCENT))
        case Code.PARTS_BELOW_AMOUNT if len(line.participants) == 1 and not line.left_out:
            return replace(line, everyone=True)  # "me 40": the rest is everybody else's.
        case Code.PARTS_BELOW_AMOUNT:
            missing = _minor(details["missing"])
            return _as_weights(line) or _parts_moved(line, PartKind.EXACT, missing)
        case Code.PARTS_ABOVE_AMOUNT:
            by = -_minor(details["excess"])
            return _parts_moved(line, PartKind.EXACT, by) or _without_largest_adjustment(line)
        case Code.PERCENT_ABOVE_100:
            percent = details["percent"]
            assert isinstance(percent, Decimal)
            return _parts_moved(line, PartKind.PERCENT, int((100 - percent) * _ONE_PERCENT))
        case Code.PAID_NOT_AMOUNT:
            difference = _minor(details["difference"])
            return _rest_paid(line, difference) or _payers_moved(line, difference)
        case Code.NEGATIVE_SHARE:
            return _without_largest_adjustment(line)
        case Code.NOBODY_SHARES:
            return replace(line, left_out=())
        case _:
            return _with_other_names(line, error)


def _with_other_names(line: ExpenseLine, error: LedgerError) -> ExpenseLine | None:
    details = error.details
    match error.code:
        case Code.PERSON_TWICE:
            return _everybody_once(line)
        case Code.IS_A_BOT:
            return _without(line, details.get("name"))
        case Code.UNKNOWN_NAME:
            return _with_name_meant(line, details.get("name"), details.get("near"))
        case _:
            return None


def _without(line: ExpenseLine, somebody: object) -> ExpenseLine:
    return replace(
        line,
        participants=tuple(one for one in line.participants if one[0] != somebody),
        payers=tuple(one for one in line.payers if one[0] != somebody),
        left_out=tuple(whom for whom in line.left_out if whom != somebody),
    )


def _with_name_meant(line: ExpenseLine, name: object, near: object) -> ExpenseLine | None:
    """Leave out whoever was perhaps meant; without them everybody would share."""
    if not isinstance(near, Member):
        return None
    meant = Name(near.username or near.first_name)
    left_out = tuple(meant if whom == name else whom for whom in line.left_out)
    return replace(line, left_out=left_out) if left_out != line.left_out else None


def _minor(money: object) -> int:
    assert isinstance(money, Money)
    return money.minor


def _parts_moved(line: ExpenseLine, kind: PartKind, by: int) -> ExpenseLine | None:
    """Add to the last part of a kind, or take from the last ones, as far as they reach."""
    parts = [part for _, part in line.participants]
    for at in reversed(range(len(parts))):
        if parts[at].kind is kind and by:
            value = max(0, parts[at].value + by)
            by -= value - parts[at].value
            parts[at] = Part(kind, value)
    if by:
        return None
    names = (whom for whom, _ in line.participants)
    return replace(line, participants=tuple(zip(names, parts, strict=True)))


def _as_weights(line: ExpenseLine) -> ExpenseLine | None:
    """Read small numbers that are far from the amount as shares: `500 @bob 2 me 1`."""
    unit = 10 ** exponent(line.amount.currency)
    parts = [part for _, part in line.participants]
    small = all(
        part.kind is PartKind.EXACT and 0 < part.value <= _MOST_WEIGHT * unit
        and part.value % unit == 0 for part in parts
    )  # fmt: skip
    if len(parts) < 2 or not small or sum(p.value for p in parts) * 10 > line.amount.minor:
        return None
    return replace(
        line,
        participants=tuple(
            (whom, Part(PartKind.SHARES, part.value // unit * _ONE_SHARE))
            for whom, part in line.participants
        ),
    )


def _rest_paid(line: ExpenseLine, missing: int) -> ExpenseLine | None:
    """Let the sender have paid what is missing, where they are not among those who paid."""
    if missing <= 0 or any(isinstance(whom, Sender) for whom, _ in line.payers):
        return None
    return replace(line, payers=(*line.payers, (Sender(), None)))


def _payers_moved(line: ExpenseLine, by: int) -> ExpenseLine | None:
    """Let the last payers have paid more or less by what is missing or too much."""
    payers = list(line.payers)
    for at in reversed(range(len(payers))):
        whom, minor = payers[at]
        if minor is not None and by:
            changed = max(0, minor + by)
            by -= changed - minor
            payers[at] = (whom, changed)
    payers = [payer for payer in payers if payer[1] != 0]
    return replace(line, payers=tuple(payers)) if not by and payers else None


def _without_largest_adjustment(line: ExpenseLine) -> ExpenseLine | None:
    """Take the adjustment away that moves most: somebody's share can't carry it."""
    adjusted = [
        at for at, (_, part) in enumerate(line.participants) if part.kind is PartKind.ADJUST
    ]
    if not adjusted:
        return None
    largest = max(adjusted, key=lambda at: abs(line.participants[at][1].value))
    participants = list(line.participants)
    participants[largest] = (participants[largest][0], EQUAL_PART)
    return replace(line, participants=tuple(participants))


def _everybody_once(line: ExpenseLine) -> ExpenseLine | None:
    """Keep the first part of whoever is written alike twice; whoever is in is not left out."""
    participants = _once(line.participants)
    named = {_key(whom) for whom, _ in participants}
    mended = replace(
        line,
        participants=participants,
        payers=_added_up(line.payers),
        left_out=tuple(
            whom for whom, _ in _once(tuple((whom, None) for whom in line.left_out))
            if _key(whom) not in named
        ),
    )  # fmt: skip
    return mended if mended != line else None


def _added_up(payers: tuple[tuple[Whom, int | None], ...]) -> tuple[tuple[Whom, int | None], ...]:
    """Keep each payer once, with all that they paid; with "the rest" where that was said."""
    paid: dict[object, tuple[Whom, int | None]] = {}
    for whom, minor in payers:
        first, so_far = paid.get(_key(whom), (whom, 0))
        total = None if minor is None or so_far is None else so_far + minor
        paid[_key(whom)] = (first, total)
    return tuple(paid.values())


def _once(people: tuple[tuple[Whom, T], ...]) -> tuple[tuple[Whom, T], ...]:
    first: dict[object, tuple[Whom, T]] = {}
    for whom, value in people:
        first.setdefault(_key(whom), (whom, value))
    return tuple(first.values())


def _key(whom: Whom) -> object:
    return whom.text.casefold() if isinstance(whom, Name) else whom
