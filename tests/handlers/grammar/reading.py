"""What the grammar's tests share: a day, and reading a line typed in a rupee group."""

from __future__ import annotations

from datetime import date
from typing import Any

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender
from ledger.core.money import currency
from ledger.core.shares import Part, PartKind

INR = currency("INR")
TODAY = date(2024, 2, 20)
"""A Tuesday."""
ME = Sender()
BOB, CHEN, DIA = Name("bob"), Name("chen"), Name("dia")


def split(text: str, home: str = "INR", today: date = TODAY) -> ExpenseLine:
    return read_split(from_text(f"/split {text}"), currency(home), today)


def refusal(text: str, home: str = "INR") -> LedgerError:
    try:
        read = split(text, home)
    except LedgerError as error:
        return error
    raise AssertionError(f"read {text!r} as {read}")


def refused(text: str, home: str = "INR") -> tuple[str, dict[str, Any]]:
    """Return the code's value and the details without the examples."""
    error = refusal(text, home)
    details = dict(error.details)
    details.pop("examples")
    return error.code.value, details


def exact(minor: int) -> Part:
    return Part(PartKind.EXACT, minor)


def percent(value: float) -> Part:
    return Part(PartKind.PERCENT, round(value * 10_000))


def shares(value: float) -> Part:
    return Part(PartKind.SHARES, round(value * 10_000))


def adjust(minor: int) -> Part:
    return Part(PartKind.ADJUST, minor)
