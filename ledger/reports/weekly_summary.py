"""Summaries: what a week came to in a group, and where a person stands in all of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.members import MemberId, UserId
from ledger.core.money import Currency
from ledger.reports.statements import BalanceSheet, GroupStanding, balance, my_standing
from ledger.storage import period_totals
from ledger.storage.database import Transaction

DAYS: Final = 7

Nets = Mapping[Currency, Mapping[MemberId, int]]
"""Everybody's nets in minor units, by currency; zeros may be left out."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a week's expenses in one currency come to, in minor units.

    `categories` are the largest first, None for those without one; `before_minor` is what
    the week before came to.
    """

    currency: Currency
    minor: int
    before_minor: int
    categories: tuple[tuple[str | None, int], ...]


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


def summarise(book: Book, on: date) -> Summary | None:
    """Return the summary of the week before a date; None when there is nothing to say.

    A week without expenses and with everybody square has nothing to say.
    """
    since, until = on - timedelta(days=DAYS), on - timedelta(days=1)
    sheet = balance(book)
    spent = _spent(book, since, until)
    if not spent and not sheet.currencies:
        return None
    return Summary(sheet, since, until, spent, _moved(book, since, until))


@dataclass(frozen=True, slots=True)
class PrivateSummary:
    """Where a person stands in each of their groups where anything is open."""

    standings: tuple[GroupStanding, ...]


def summarise_mine(tx: Transaction, user_id: UserId) -> PrivateSummary | None:
    """Return a person's own summary; None when nothing is open anywhere."""
    open_ones = tuple(one for one in my_standing(tx, user_id) if one.nets)
    return PrivateSummary(open_ones) if open_ones else None


def _spent(book: Book, since: date, until: date) -> tuple[Spent, ...]:
    found = period_totals.by_category(
        book.tx.connection, book.group.id, since - timedelta(days=DAYS), until
    )
    weeks: dict[Currency, dict[str | None, int]] = {}
    before: dict[Currency, int] = {}
    for currency, category, on, minor in found:
        if on < since:
            before[currency] = before.get(currency, 0) + minor
            continue
        of_week = weeks.setdefault(currency, {})
        of_week[category] = of_week.get(category, 0) + minor
    own = book.group.currency
    return tuple(
        Spent(
            currency,
            sum(weeks[currency].values()),
            before.get(currency, 0),
            tuple(sorted(weeks[currency].items(), key=lambda one: (-one[1], one[0] or "\uffff"))),
        )
        for currency in sorted(weeks, key=lambda code: (code != own, code))
    )


def _moved(book: Book, since: date, until: date) -> Nets:
    moved: dict[Currency, dict[MemberId, int]] = {}
    found = period_totals.moved(book.tx.connection, book.group.id, since, until)
    for currency, member, minor in found:
        of_currency = moved.setdefault(currency, {})
        stays = book.member(member).id
        of_currency[stays] = of_currency.get(stays, 0) + minor
    return moved
