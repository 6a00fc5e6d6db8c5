"""What a line of several amounts is told by loosely: its numbers, and the ways it may be meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Whom
from ledger.core.money import MAX_MINOR, Money

ENDS: Final = (",", ";", ".", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class LooseNumber:
    """A number, the words of what it is said in, and of whom that speaks.

    `paying` tells whether they are said to pay, `whose` that it is said to be theirs.
    """

    at: int
    stop: int
    money: Money
    clause: range
    people: tuple[Whom, ...] = ()
    paying: bool = False
    whose: bool = False
    less: bool = False
    each: bool = False


@dataclass(frozen=True, slots=True)
class Loosely:
    """The ways in which a line may be meant.

    `owned` tells whether a number is said to be somebody's, `says_more` whether it says of one
    of them whose it is, who paid it, or that it came back. It is `sure` where each clause tells
    by itself who paid what.
    """

    lines: tuple[ExpenseLine, ...] = ()
    owned: bool = False
    says_more: bool = False
    sure: bool = False


def of_amount(line: ExpenseLine, minor: int) -> ExpenseLine:
    """Return the line with so many minor units as its amount."""
    amount = Money(min(minor, MAX_MINOR), line.amount.currency)
    return replace(line, amount=amount, arithmetic=None)


def bare_word(word: Word) -> Word:
    """Return a word without the mark behind it."""
    if word.whom is not None:
        return replace(word, joined=False)
    return word_of(word.plain.rstrip("".join(ENDS))) if word.plain[-1:] in ENDS else word
