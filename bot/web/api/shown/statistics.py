"""What was spent, as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.web.api.asked.period import written_period
from bot.web.api.money import decimal_text
from bot.web.api.schemas.statistics import (
    Amounted,
    CategorySpent,
    MonthSpent,
    PersonSpent,
    Statistics,
)
from bot.web.api.shown.people import Faces
from ledger.core.answers.entry_lists import period_days
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.spending import CurrencySpending, Spending
from ledger.core.exchange_rate import about
from ledger.core.money import Currency, Money

Guess = Callable[[str], str | None]
"""Tells which category an expense's words speak of, as it is to be named."""


def statistics(
    spending: Spending,
    months: Mapping[Currency, tuple[tuple[date, int], ...]],
    known: KnownRates,
    guess: Guess,
    faces: Faces,
) -> Statistics:
    """Return a period's spending; `months` are some around it, by their first days."""
    blocks = spending.currencies
    first = blocks[0] if blocks else CurrencySpending(known.home, 0, (), (), (), ())
    amounts = [Money(block.minor, block.currency) for block in blocks]
    total = about(amounts, known.home, known.rates) if len(blocks) > 1 else None
    since, until = _days(spending)
    of = first.currency
    return Statistics(
        period=written_period(spending.period),
        from_=since,  # type: ignore[call-arg]  # by its own name
        to=until,
        currency=of,
        total=decimal_text(Money(first.minor, of)),
        about=None if total is None else _amounted(total),
        others=[_amounted(money) for money in amounts[1:]],
        months=[
            MonthSpent(month=f"{day:%Y-%m}", amount=decimal_text(Money(minor, of)))
            for day, minor in months.get(of, ())
        ],
        categories=_categories(first, guess),
        people=[
            PersonSpent(
                user_id=faces[one.member].user_id,
                name=faces[one.member].name,
                paid=decimal_text(Money(one.paid_minor, of)),
                consumed=decimal_text(Money(one.consumed_minor, of)),
            )
            for one in first.people
        ],
    )


def _days(spending: Spending) -> tuple[date | None, date | None]:
    if spending.period is None:
        return None, None
    first, end = period_days(spending.period)
    return first, end - timedelta(days=1)


def _amounted(money: Money) -> Amounted:
    return Amounted(amount=decimal_text(money), currency=money.currency)


def _categories(block: CurrencySpending, guess: Guess) -> list[CategorySpent]:
    """Return what each category came to; of what has none, what its words speak of is apart."""
    guesses: dict[str, int] = {}
    for one in block.described:
        guessed = guess(one.description)
        if guessed is not None:
            guesses[guessed] = guesses.get(guessed, 0) + one.minor
    left = dict(block.categories).get(None, 0) - sum(guesses.values())
    found = [(name, minor, False) for name, minor in block.categories if name is not None]
    found += [(name, minor, True) for name, minor in guesses.items()]
    shown = [
        CategorySpent(category=name, amount=_text(minor, block.currency), guessed=guessed)
        for name, minor, guessed in sorted(found, key=lambda one: -one[1])
    ]
    if left:
        rest = CategorySpent(category=None, amount=_text(left, block.currency), guessed=False)
        shown.append(rest)
    return shown


def _text(minor: int, currency: Currency) -> str:
    return decimal_text(Money(minor, currency))
