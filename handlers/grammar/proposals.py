"""Proposals: lines to copy, offered only where they work when they are sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.printer import write_split
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Whom
from ledger.core.money import Currency
from ledger.core.split_terms import SplitTerms, said

Read = Callable[[Line], ExpenseLine]
"""Reads a line as it would be if it was sent."""


def keep_working(error: LedgerError, read: Read, circle: Circle) -> None:
    """Take those examples from a refusal that would be refused again, and their readings.

    Sets `working: tuple[bool, ...]`, one for each of the error's `readings`.
    """
    examples = error.details.get("examples")
    if not isinstance(examples, tuple):
        return
    working = tuple(works(str(example), read, circle) for example in examples)
    error.details["examples"] = tuple(
        one for one, works_so in zip(examples, working, strict=True) if works_so
    )
    readings = error.details.get("readings")
    if isinstance(readings, tuple) and len(readings) == len(working):
        error.details["working"] = working


def works(example: str, read: Read, circle: Circle) -> bool:
    """Tell whether a line to copy would be recorded, as far as its words tell."""
    line = from_text(example)
    if line.command not in SPLIT_COMMANDS:
        return True
    try:
        return is_bookable(read(line), circle)
    except LedgerError:
        return False


def is_bookable(line: ExpenseLine, circle: Circle) -> bool:
    """Tell whether a line that was read adds up, as far as its words tell."""
    terms = terms_of(line, circle)
    if terms is None:
        return False
    try:
        terms.shares(line.amount)
    except LedgerError:
        return False
    return True


def terms_of(line: ExpenseLine, circle: Circle) -> SplitTerms | None:
    """Return what a line's terms would be; None where somebody stands twice in it."""
    new: dict[Whom, MemberId] = {}

    def member(whom: Whom) -> MemberId:
        # Whoever is not known yet has a number that nobody has.
        found = circle.member_of(whom)
        return new.setdefault(whom, MemberId(-2 - len(new))) if found is None else found

    sender = MemberId(-1) if circle.sender is None else circle.sender
    payers = tuple((member(whom), minor) for whom, minor in line.payers)
    named = tuple((member(whom), part) for whom, part in line.participants)
    out = tuple(member(whom) for whom in line.left_out)
    ids = [id_ for id_, _ in named]
    groups = ([id_ for id_, _ in payers], [*ids, *out])
    if any(len({*some}) < len(some) for some in groups):
        return None
    everyone = tuple(one.id for one in circle.roster.active) if line.everyone or not named else ()
    terms = said(named, out, payers or ((sender, None),), everyone=everyone)
    return replace(terms, refund=line.refund)


def write_line(line: ExpenseLine, home: Currency, read: Read, circle: Circle | None) -> str:
    """Write an expense as /split's words that are read as it again, among these people.

    Words of the description that would be read as something else get a backslash.
    """
    written = write_split(line, home)
    if circle is None or _means(written, line, read, circle):
        return written
    return write_split(line, home, guarded=True)


def _means(written: str, line: ExpenseLine, read: Read, circle: Circle) -> bool:
    try:
        again = read(from_text(f"/split {written}"))
    except LedgerError:
        return False
    terms, before = terms_of(again, circle), terms_of(line, circle)
    same = terms is not None and before is not None and terms.means(before)
    return same and (again.amount, again.on) == (line.amount, line.on)
