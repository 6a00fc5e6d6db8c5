"""What was spent in a period: on what, by whom and when."""

from __future__ import annotations

from pydantic import Field

from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.expenses import CalendarDay
from bot.web.api.schemas.seldom import Seldom


class Amounted(Shown):
    """An amount."""

    amount: str
    currency: str


class MonthSpent(Shown):
    """What a month came to: "2026-03"."""

    month: str
    amount: str


class CategorySpent(Shown):
    """What a category came to, null is all that has none.

    What is `guessed` is of expenses without a category, whose words speak of one.
    """

    category: str | None
    amount: str
    guessed: bool


class PersonSpent(Shown):
    """What somebody paid, and what they consumed."""

    user_id: str
    name: str
    paid: str
    consumed: str


class Statistics(Shown):
    """What was spent in a period: money that came back is taken off, payments are no spending.

    `period` is "2026", "2026-03" or "all"; `from` and `to` are its days, null for all of the
    book. `currency` is the group's own where anything was spent in it; `others` has what was
    spent in others, and `about` what all of it comes to by the rates known. `months` are some
    around the period.
    """

    period: str
    from_: CalendarDay | None = Field(alias="from")
    to: CalendarDay | None
    currency: str
    total: str
    about: Seldom[Amounted] = None
    others: list[Amounted]
    months: list[MonthSpent]
    categories: list[CategorySpent]
    people: list[PersonSpent]


class CategoryGuess(Shown):
    """The category that a description speaks of, as the group's book names it; null for none.

    `kind` is the same for programs.
    """

    category: str | None
    kind: str | None
