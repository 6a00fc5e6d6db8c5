"""What a week came to, for a group and for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.core.answers.standings import BalanceSheet, GroupStanding
from ledger.core.members import MemberId
from ledger.core.money import Currency

Nets = Mapping[Currency, Mapping[MemberId, int]]


@dataclass(frozen=True, slots=True)
class Spent:
    """What a week's expenses in one currency come to, in minor units.

    `categories` are the largest first, None for those without one; `before_minor` is what
    the week before came to. Refunds take nothing from these: `came_back_minor` is what they
    come to, and `minor` is 0 in a week that had nothing else.
    """

    currency: Currency
    minor: int
    before_minor: int
    categories: tuple[tuple[str | None, int], ...]
    came_back_minor: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A group's week: the balances now, what was spent, and how nets moved.

    The week is from `since` to `until`, both included, by the entries' own dates: what was
    spent and how nets moved is of these days. The balances have what came behind them, too.
    """

    sheet: BalanceSheet
    since: date
    until: date
    spent: tuple[Spent, ...]
    moved: Nets


@dataclass(frozen=True, slots=True)
class PrivateSummary:
    """Where a person stands in each of their groups where anything is open."""

    standings: tuple[GroupStanding, ...]


"""Everybody's nets in minor units, by currency; zeros may be left out."""
