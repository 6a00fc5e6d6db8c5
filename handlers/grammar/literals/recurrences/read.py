"""What was read of a rule so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from handlers.grammar.lexer import Word
from ledger.core.recurrence import Rule, Unit

MORNING: Final = time(9)
IsNamed = Callable[[Sequence[Word], int], bool]
"""Tells whether somebody is named at an index, without a mark perhaps."""


@dataclass(slots=True)
class RuleRead:
    """What was read of a rule so far."""

    unit: Unit | None = None
    every: int = 1
    weekdays: set[int] = field(default_factory=set)
    day: int | None = None
    month: int | None = None
    at: time = MORNING
    start: date | None = None
    until: date | None = None
    is_named: IsNamed = lambda words, at: False

    def rule(self, today: date) -> Rule:
        """Return the rule; what is not said is taken from its first day."""
        assert self.unit is not None
        start = self.start or today
        of_month = self.unit in {Unit.MONTH, Unit.YEAR}
        return Rule(
            self.unit,
            self.at,
            start,
            self.every,
            weekdays=tuple(sorted(self.weekdays or {start.weekday()}))
            if self.unit is Unit.WEEK
            else (),
            day=(self.day or start.day) if of_month else None,
            month=(self.month or start.month) if self.unit is Unit.YEAR else None,
            until=self.until,
        )
