"""Summaries: what a week came to in a group, and where a person stands in all of theirs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.answers.weeks import Nets, PrivateSummary, Spent, Summary
from ledger.core.members import MemberId, UserId
from ledger.core.money import Currency
from ledger.reports.statements import balance, my_standing
from ledger.storage import period_totals
from ledger.storage.database import Transaction

DAYS: Final = 7


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
    came_back: dict[Currency, int] = {}
    for total in found:
        if total.on < since:
            if not total.refund:
                before[total.currency] = before.get(total.currency, 0) + total.minor
            continue
        of_week = weeks.setdefault(total.currency, {})
        if total.refund:
            came_back[total.currency] = came_back.get(total.currency, 0) + total.minor
        else:
            of_week[total.category] = of_week.get(total.category, 0) + total.minor
    own = book.group.currency
    return tuple(
        Spent(
            currency,
            sum(weeks[currency].values()),
            before.get(currency, 0),
            tuple(sorted(weeks[currency].items(), key=lambda one: (-one[1], one[0] or "\uffff"))),
            came_back.get(currency, 0),
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
