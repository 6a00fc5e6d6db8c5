"""What was spent in a period: on what, by whom, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.core.answers.entry_lists import Period
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency


@dataclass(frozen=True, slots=True)
class Described:
    """Live expenses without a category that say the same words, and what they come to."""

    description: str
    minor: int
    entries: int


@dataclass(frozen=True, slots=True)
class PersonSpending:
    """What somebody paid for others and themselves, and what they consumed, in minor units."""

    member: MemberId
    paid_minor: int
    consumed_minor: int


@dataclass(frozen=True, slots=True)
class CurrencySpending:
    """A currency's part: money that came back is taken off everywhere.

    `categories` are the largest first, None for what has none; `described` is what these say,
    largest first; `over_time` has the first day of each day, month or year of the period with
    what it came to, none left out between the first and the last with any.
    """

    currency: Currency
    minor: int
    categories: tuple[tuple[str | None, int], ...]
    described: tuple[Described, ...]
    people: tuple[PersonSpending, ...]
    over_time: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Spending:
    """A group's spending in a period, None for all of it; its own currency comes first.

    `step` is how long each part of `over_time` is: 3 for days, 2 for months, 1 for years, as
    many as a `Period` of that length has numbers.
    """

    period: Period | None
    step: int
    roster: Roster
    currencies: tuple[CurrencySpending, ...]
    today: date
