"""What stands in a line of several amounts: numbers, people, verbs, and other words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ledger.core.members import MemberId
from ledger.core.money import Currency


class Kind(StrEnum):
    """What a piece is."""

    NUMBER = "number"
    PEOPLE = "people"
    PAID = "paid"
    BOUGHT = "bought"
    PAYS = "pays"
    HAD = "had"
    ONLY = "only"
    REST = "rest"
    FOR = "for"
    NOT = "not"
    MINUS = "minus"
    BACK = "back"
    PERCENT = "percent"
    EMPLOYER = "employer"
    WHOLE = "whole"
    WITHIN = "within"
    BREAK = "break"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line.

    A number is `minor` units of a `currency`, of `each` of whoever it is, written as `typed`;
    it is of `all` where that stands before it, and of `things` where it is what so many come
    to at a price. People are `members`; the `others` are those whom nobody else names, `all`
    everybody, and `whose` is of a name that says whose something is. A verb is `mine` where the
    writer says of themselves that they pay, and a number is `per` what it is a price of,
    or of each `head`.
    A word that is `new` may be the name of somebody who is not here yet,
    and `piece` is of one that is what things come in.
    """

    kind: Kind
    text: str = ""
    members: tuple[MemberId, ...] = ()
    others: bool = False
    all: bool = False
    whose: bool = False
    minor: int = 0
    currency: Currency | None = None
    each: bool = False
    things: bool = False
    typed: str = ""
    mine: bool = False
    per: str = ""
    new: bool = False
    piece: bool = False
    head: bool = False


Clause = tuple[Piece, ...]
"""The pieces of which one thing is said."""
