"""Spending: what a period's expenses came to, by category, by person and over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, TypeVar

from ledger.book.open_book import Book
from ledger.core.answers.entry_lists import Period, period_days
from ledger.core.answers.spending import CurrencySpending, Described, PersonSpending, Spending
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.reports.totals import are_many, totals
from ledger.storage import period_totals
from ledger.storage.period_totals import Total

K = TypeVar("K")

_DAYS: Final = 3
_MONTHS: Final = 2
_YEARS: Final = 1
_MOST_MONTHS: Final = 24
"""All of a book is shown by the month while there are no more than these."""


def spending(book: Book, period: Period | None) -> Spending:
    """Return what a period came to, without one all of the book; payments are no spending."""
    since, until = _days(period)
    found = totals(book, since, until)
    categories: dict[Currency, dict[str | None, int]] = {}
    by_day: dict[Currency, dict[date, int]] = {}
    for total in found.by_category():
        minor = -total.minor if total.refund else total.minor
        _add(categories.setdefault(total.currency, {}), total.category, minor)
        _add(by_day.setdefault(total.currency, {}), total.on, minor)
    described: dict[Currency, list[Described]] = {}
    for (currency, words), (minor, entries) in found.described.items():
        described.setdefault(currency, []).append(Described(words, minor, entries))
    people: dict[Currency, dict[MemberId, PersonSpending]] = {}
    for (currency, member), (paid, consumed) in found.of_members.items():
        id_ = book.member(member).id
        of_currency = people.setdefault(currency, {})
        before = of_currency.get(id_, PersonSpending(id_, 0, 0))
        of_currency[id_] = PersonSpending(
            id_, before.paid_minor + paid, before.consumed_minor + consumed
        )
    step = _step(period, by_day)
    own = book.group.currency
    return Spending(
        period,
        step,
        book.roster,
        tuple(
            CurrencySpending(
                currency,
                sum(categories[currency].values()),
                tuple(
                    sorted(
                        categories[currency].items(), key=lambda one: (-one[1], one[0] or "\uffff")
                    )
                ),
                tuple(
                    sorted(
                        described.get(currency, ()), key=lambda one: (-one.minor, one.description)
                    )
                ),
                tuple(
                    sorted(
                        people.get(currency, {}).values(),
                        key=lambda one: (-one.consumed_minor, one.member),
                    )
                ),
                _over_time(by_day[currency], step),
            )
            for currency in sorted(categories, key=lambda code: (code != own, code))
        ),
        book.today,
    )


def months_around(
    book: Book, period: Period | None
) -> dict[Currency, tuple[tuple[date, int], ...]]:
    """Return what each of twelve months came to by currency, by their first days.

    They are those up to now where the period is among them, else its year; for all of a book
    they are all between the first and the last with any.
    """
    since, until = date.min, date.max
    if period is not None:
        since, until = _twelve_months(period, book.today)
    by_day: dict[Currency, dict[date, int]] = {}
    for total in _by_category(book, since, until):
        minor = -total.minor if total.refund else total.minor
        _add(by_day.setdefault(total.currency, {}), total.on, minor)
    if period is not None:
        for totals in by_day.values():
            _add(totals, since, 0)
            _add(totals, until, 0)
    return {currency: _over_time(totals, _MONTHS) for currency, totals in by_day.items()}


def _by_category(book: Book, since: date, until: date) -> Iterable[Total]:
    if are_many(book, since, until):
        return totals(book, since, until).by_category()
    return period_totals.by_category(book.tx.connection, book.group.id, since, until)


def _twelve_months(period: Period, today: date) -> tuple[date, date]:
    """Return the first day and the last of the twelve months around a period."""
    first, _ = period_days(period)
    a_year_ago = date(today.year - 1, today.month, 1)
    since = _next(a_year_ago, _MONTHS)
    if len(period) > 1 and since <= first <= today:
        return since, _next(today.replace(day=1), _MONTHS) - timedelta(days=1)
    return date(first.year, 1, 1), date(first.year, 12, 31)


def _days(period: Period | None) -> tuple[date, date]:
    """Return the first and the last day of a period; without one all days there are."""
    if period is None:
        return date.min, date.max
    first, end = period_days(period)
    return first, end - timedelta(days=1)


def _add(totals: dict[K, int], key: K, minor: int) -> None:
    totals[key] = totals.get(key, 0) + minor


def _step(period: Period | None, by_day: Mapping[Currency, Mapping[date, int]]) -> int:
    if period is not None:
        return min(len(period) + 1, _DAYS)
    days_with = [day for of_currency in by_day.values() for day in of_currency]
    if not days_with:
        return _MONTHS
    months = (max(days_with).year - min(days_with).year) * 12 + max(days_with).month
    return _MONTHS if months - min(days_with).month < _MOST_MONTHS else _YEARS


def _over_time(by_day: Mapping[date, int], step: int) -> tuple[tuple[date, int], ...]:
    totals: dict[date, int] = {}
    for day, minor in by_day.items():
        _add(totals, _begin(day, step), minor)
    shown, at, last = [], min(totals), max(totals)
    while at <= last:
        shown.append((at, totals.get(at, 0)))
        at = _next(at, step)
    return tuple(shown)


def _begin(day: date, step: int) -> date:
    if step == _DAYS:
        return day
    return day.replace(day=1) if step == _MONTHS else date(day.year, 1, 1)


def _next(day: date, step: int) -> date:
    if step == _DAYS:
        return date.fromordinal(day.toordinal() + 1)
    if step == _YEARS:
        return date(day.year + 1, 1, 1)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
