"""A payment written behind /split: `bob paid me back 50` is no expense, so it is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.refunds import SPLIT_COMMANDS
from handlers.grammar.natural.transfers import (
    Transfer,
    is_me,
    me,
    read_transfer,
)
from handlers.grammar.printer import write_whom
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_LONGEST = 14


def refuse_payment(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise IS_A_PAYMENT(lines, amount, examples, choices) where a line is nothing else.

    It has one amount, somebody who gave it to somebody, and nothing that was shared; what it
    was for may stand behind "for". `lines: tuple[str, ...]` record it: one, or one for each way
    round where "отдал Bob 500" does not say which.
    """
    if not 2 <= len(line.words) <= _LONGEST or any(word.breaks for word in line.words):
        return
    found = read_transfer(line, home, today, circle)
    amount = _amount(found.others, home)
    if amount is None or found.shared:
        return
    returned = found.given and not found.verb and len(found.unsaid) == 1
    if found.given and (found.is_unclear or returned):
        [name] = found.unsaid
        ways: list[tuple[Word, ...]] = [(name,), (name, me())]
    else:
        payer, payee = _parties(found)
        if payer is None or payee is None:
            return
        ways = [(payee,) if is_me(payer) else (payer, payee)]
    raise LedgerError(
        Code.IS_A_PAYMENT,
        lines=tuple(_settling(people, found) for people in ways),
        amount=amount,
        examples=(),
        choices=line.command in SPLIT_COMMANDS,
    )


def _settling(people: Sequence[Word], found: Transfer) -> str:
    """Return the line of /settle that records it."""
    names = (write_whom(word.whom) for word in people if word.whom is not None)
    note = ["//", *(word.text for word in found.note)] if found.note else []
    return " ".join(("/settle", *names, *(word.text for word in found.others), *note))


def _parties(found: Transfer) -> tuple[Word | None, Word | None]:
    """Return who gave and who got where a line surely says that, else None.

    "bob paid 50" is an expense, and so is "paid bob 50"; "bob gave 50", or gave it back, is none.
    """
    if found.for_whom or max(map(len, (found.payers, found.payees, found.unsaid))) > 1:
        return None, None
    people = [*found.payers, *found.payees, *found.unsaid]
    # "50 from bob" says it without a verb, "bob 50 back" does not.
    said = bool(found.payees) or (found.given and (found.verb or bool(found.payers)))
    said |= found.directed and not found.verb and len(people) == 1
    ordered = found.ordered
    if not said or ordered is None or all(is_me(word) for word in people):
        return None, None
    payer, payee = ordered if len(ordered) > 1 else (me(), ordered[0])
    return (None, None) if payer.whom == payee.whom else (payer, payee)


def _amount(others: Sequence[Word], home: Currency) -> Money | None:
    """Return the one amount that the words are, perhaps with a day; None where they say more."""
    found: Money | None = None
    at = 0
    while at < len(others):
        if others[at].low == "on" and at + 1 < len(others):
            at += 2
            continue
        try:
            figure = figure_at(others, at, home)
        except LedgerError:
            return None
        if figure is None or found is not None or figure.minor <= 0:
            return None
        found, at = Money(figure.minor, figure.currency), figure.stop
    return found
