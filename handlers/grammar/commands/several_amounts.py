"""Lines of several amounts that were refused, or can't be booked: as the amounts tell them."""

from __future__ import annotations

from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.natural.told.loosely import told_loosely
from handlers.grammar.natural.told.reading import told_apart
from handlers.grammar.proposals import Read
from handlers.grammar.ways import answerable, offer_ways, offered_amounts
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.money import Currency

_PERHAPS_TOLD: Final = frozenset(
    {Code.AMOUNT_AMBIGUOUS, Code.WORDS_LEFT, Code.BAD_PART, Code.REFUND_UNCLEAR}
)
"""Refusals of lines that their amounts may tell, each with whose it is."""
_TWO: Final = 2


def told_of_refused(
    error: LedgerError, line: Line, home: Currency, today: date, circle: Circle, read: Read
) -> ExpenseLine | None:
    """Return a refused line as its amounts tell it; None where they don't.

    Raises what `told_by_amounts` raises, and the like where the question of the refusal has no
    way to press for some of the amounts, or a press would lose whose one of them is.
    """
    if error.code not in _PERHAPS_TOLD:
        return None
    told = told_by_amounts(line, home, today, circle, error, read)
    return told or _told_loosely(error, line, home, today, circle, read)


def told_by_amounts(
    line: Line,
    home: Currency,
    today: date,
    circle: Circle,
    error: LedgerError | None,
    read: Read,
    *,
    ask: bool = True,
) -> ExpenseLine | None:
    """Return a refused line of several amounts as they tell it; None where they don't.

    Where its question can be answered, that is asked unless they tell it clearly, or the answers
    have not what they come to. Raises AMOUNT_AMBIGUOUS(written, readings) and
    WORDS_LEFT(written), with `ways`, where it has to be asked which way is meant.
    """
    meant = told_apart(line, home, today, circle)
    asked = error is not None and answerable(error)
    if not meant.lines or (asked and not (meant.sure or meant.instead)):
        return None
    if meant.sure:
        offered = error is not None and asked and meant.lines[0].amount in offered_amounts(error)
        return None if offered and not meant.clear else meant.lines[0]
    if not ask:
        return None
    asking = LedgerError(
        Code.AMOUNT_AMBIGUOUS if len({one.amount for one in meant.lines}) > 1 else Code.WORDS_LEFT,
        written=" ".join(word.text for word in line.words),
        readings=tuple(one.amount for one in meant.lines),
        meant=meant.lines,
        examples=(),
    )
    offer_ways(asking, line, read, circle)
    if "ways" in asking.details:
        raise asking
    return None


def _told_loosely(
    error: LedgerError, line: Line, home: Currency, today: date, circle: Circle, read: Read
) -> ExpenseLine | None:
    """Return a line of several amounts whose clauses tell by themselves who paid what.

    Raises AMOUNT_AMBIGUOUS or WORDS_LEFT with `ways` to press where the question has none for
    some of the amounts, or a press would lose whose one of them is.
    """
    if error.code is not Code.AMOUNT_AMBIGUOUS or error.details.get("parts"):
        return None
    if "ways" in error.details or line.command not in SPLIT_COMMANDS:
        return None
    working = error.details.get("working", ())
    assert isinstance(working, tuple)
    found = told_loosely(line, home, today, circle, read)
    if found.sure:
        return found.lines[0]
    better = found.owned if all(working) else found.says_more
    if len(found.lines) < _TWO or (error.details.get("choices") and not better):
        return None
    several = {one.amount: None for one in found.lines}
    asking = LedgerError(
        Code.AMOUNT_AMBIGUOUS if len(several) > 1 else Code.WORDS_LEFT,
        written=" ".join(word.text for word in line.words),
        readings=tuple(several),
        meant=found.lines,
        examples=(),
    )
    offer_ways(asking, line, read, circle)
    if "ways" in asking.details:
        raise asking from None
    return None
