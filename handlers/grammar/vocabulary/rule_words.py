"""What a language's file says of time: the words of rules, as /every and /weekly take them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One language's words of rules, alternatives separated by `|`; runs keep their spaces.

    `every` stands before a unit or a day of the week, `a_day` to `a_year` are the units, also
    where one word says all ("wöchentlich"), of which `by_itself` are those that can say nothing
    else. `on_date` stands before a day of the month and
    `of_month` behind it ("1 числа"); `first_of_month` and `last_of_month` say by themselves which
    one. `from_day` and `until` stand before a date, `behind_from` and `behind_until` behind one;
    `at_time` before a time and `behind_time` behind one ("9 uhr"); `workdays` are Monday to
    Friday, `weekdays` more names of days, as rules call them, from Monday on. `two` is that
    number in words, and `duals` are two days, weeks, months and years in one. `switched_on` and
    `switched_off` answer whether something goes on. `past` and `present` stand beside a month or a
    year ("letzten monat", "este año"), `ever` is all of the time.
    """

    every: str = ""
    a_day: str = ""
    a_week: str = ""
    a_month: str = ""
    a_year: str = ""
    by_itself: str = ""
    on_date: str = ""
    of_month: str = ""
    first_of_month: str = ""
    last_of_month: str = ""
    workdays: str = ""
    two: str = ""
    duals: str = ""
    weekdays: str = ""
    from_day: str = ""
    behind_from: str = ""
    until: str = ""
    behind_until: str = ""
    at_time: str = ""
    behind_time: str = ""
    switched_on: str = ""
    switched_off: str = ""
    past: str = ""
    present: str = ""
    ever: str = ""


class RuleRole(StrEnum):
    """What a word means in a rule; see `RuleWords`."""

    EVERY = "every"
    A_DAY = "a_day"
    A_WEEK = "a_week"
    A_MONTH = "a_month"
    A_YEAR = "a_year"
    BY_ITSELF = "by_itself"
    ON_DATE = "on_date"
    OF_MONTH = "of_month"
    FIRST_OF_MONTH = "first_of_month"
    LAST_OF_MONTH = "last_of_month"
    WORKDAYS = "workdays"
    TWO = "two"
    FROM_DAY = "from_day"
    BEHIND_FROM = "behind_from"
    UNTIL = "until"
    BEHIND_UNTIL = "behind_until"
    AT_TIME = "at_time"
    BEHIND_TIME = "behind_time"
    SWITCHED_ON = "switched_on"
    SWITCHED_OFF = "switched_off"
    PAST = "past"
    PRESENT = "present"
    EVER = "ever"
