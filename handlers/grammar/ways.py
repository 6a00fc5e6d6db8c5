"""Lines that may be meant in several ways: each is a button, which books just what it says.

What no press could book is no way, and has no button.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.natural.left_over import AS_IT_STANDS
from handlers.grammar.proposals import Read, is_bookable, terms_of
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.split_terms import turned_round
from ledger.core.ways import Way

_MOST: Final = 6
_MOST_IN_WORDS: Final = 3
"""Readings of a question that are not told by their amounts: whose name it is, say.

But what may be booked as it stands has no other.
"""
_BY_EXAMPLES: Final = frozenset(
    {
        *(Code.BAD_PART, Code.PAID_UNCLEAR, Code.DEBT_UNCLEAR, Code.NAME_MISSING),
        *(Code.REFUND_UNCLEAR, Code.AMOUNT_AMBIGUOUS),
    }
)
"""Refusals whose examples are all that a line may be meant to say."""
_REASONS: Final = frozenset({"near", "treat", "out", "dash", "ratio", "each"})


def offer_ways(error: LedgerError, line: Line, read: Read, circle: Circle) -> None:
    """Put `ways: tuple[Way, ...]` into a refusal of /split's line that tells all it may mean.

    Those are its `examples`, or its `meant: tuple[ExpenseLine, ...]`, which are no lines to
    copy. None are put in where one of them can't be booked by a press. What it `stands` for as
    it is becomes a way, too: `stands: Way | None`. What may be a payment may be an expense as well.
    """
    stands = error.details.pop("stands", None)
    if isinstance(stands, ExpenseLine):
        error.details["stands"] = _as_it_stands(stands, circle)
    meant = error.details.pop("meant", None)
    if line.command not in SPLIT_COMMANDS or (
        error.details.get("choices") and error.code is not Code.IS_A_PAYMENT
    ):
        return
    try:
        if isinstance(meant, tuple):
            found = [_way(one, circle) for one in meant]
        elif _is_told_by_examples(error):
            examples = error.details.get("examples")
            assert isinstance(examples, tuple)
            found = [_way(read(from_text(one)), circle) for one in examples]
        else:
            return
    except LedgerError:
        return
    ways = {way.choice: way for way in found if way is not None}
    if ways and None not in found:
        error.details["ways"] = tuple(ways.values())[:_MOST]


def keep_bookable(error: LedgerError, choose: Callable[[int], ExpenseLine], circle: Circle) -> None:
    """Take those readings from a refusal that offers some which no press could book as told.

    Sets `working: tuple[bool, ...]`, one for each reading, and offers no `choices` where none is
    left. `choose` returns the line in one of them. Those that are payments are left as they are.
    """
    details = error.details
    if not details.get("choices") or "lines" in details:
        return
    first, readings = details.get("place", 0), details.get("readings")
    assert isinstance(first, int)
    in_words = 1 if first == AS_IT_STANDS else _MOST_IN_WORDS
    told = readings if isinstance(readings, tuple) else (details.get("amount"),) * in_words
    kept = details.get("working", (True,) * len(told))
    assert isinstance(kept, tuple)
    working = tuple(
        works_so and _books(choose, place, sum_, circle)
        for place, (sum_, works_so) in enumerate(zip(told, kept, strict=True), first)
    )
    details["working"] = working
    details["choices"] = any(working)


def answerable(error: LedgerError) -> bool:
    """Tell whether a press can answer what a refusal asks."""
    return bool(error.details.get("choices") or error.details.get("ways"))


def offered_amounts(error: LedgerError) -> tuple[object, ...]:
    """Return the amounts that a press may record; that of every way is as likely as another."""
    ways, readings = error.details.get("ways"), error.details.get("readings")
    if isinstance(ways, tuple):
        return tuple(way.line.amount for way in ways if isinstance(way, Way))
    if not isinstance(readings, tuple):
        return (error.details.get("amount"),)
    working = error.details.get("working", (True,) * len(readings))
    assert isinstance(working, tuple)
    return tuple(one for one, works in zip(readings, working, strict=False) if works)


def _books(
    choose: Callable[[int], ExpenseLine], place: int, amount: object, circle: Circle
) -> bool:
    try:
        found = choose(place)
    except LedgerError:
        return False
    return found.amount == amount and is_bookable(found, circle)


def _as_it_stands(line: ExpenseLine, circle: Circle) -> Way | None:
    try:
        return _way(line, circle)
    except LedgerError:
        return None


def _is_told_by_examples(error: LedgerError) -> bool:
    if error.code is Code.BAD_PART and error.details.get("reason") not in _REASONS:
        return False
    return error.code in _BY_EXAMPLES and isinstance(error.details.get("examples"), tuple)


def chosen_way(read: Callable[[], ExpenseLine], choice: int) -> ExpenseLine:
    """Return the line of the way that was chosen of those that reading a line asks about.

    Raises what reading raises where it is none of them, and AMOUNT_MISSING where nothing is
    asked any more.
    """
    try:
        read()
    except LedgerError as error:
        ways = error.details.get("ways", ())
        assert isinstance(ways, tuple)
        for way in ways:
            if isinstance(way, Way) and way.choice == choice:
                return way.line
        raise
    raise LedgerError(Code.AMOUNT_MISSING, found="", examples=())


def _way(line: ExpenseLine, circle: Circle) -> Way | None:
    """Return how a line is booked; None where it can't be, or names somebody who is not here."""
    terms = terms_of(line, circle)
    if terms is None:
        return None
    shares = terms.shares(line.amount)
    if line.refund:
        shares = turned_round(shares)
    known = {one.id for one in circle.roster}
    if any(share.member not in known for share in shares):
        return None
    # Who writes is last: what the others paid tells how much that was.
    paid = sorted(shares, key=lambda share: share.member == circle.sender)
    sharing = [share for share in shares if share.part is not None and share.owed_minor]
    return Way(
        line,
        tuple(
            (circle.roster[share.member], share.paid_minor) for share in paid if share.paid_minor
        ),
        tuple((circle.roster[share.member], share.part) for share in sharing if share.part),
        tuple(
            one for one in circle.roster.active if one.id not in {share.member for share in sharing}
        ),
    )
