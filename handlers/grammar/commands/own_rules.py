"""Rules in people's own language, as the English ones that /every, /weekly and /remind read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.dates import MONTHS, WEEKDAY_NAMES
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.rule_words import RuleRole
from ledger.core.money import Currency

_UNITS: Final = {
    RuleRole.A_DAY: "day",
    RuleRole.A_WEEK: "week",
    RuleRole.A_MONTH: "month",
    RuleRole.A_YEAR: "year",
}
_THE: Final = "ال"
"""What Arabic puts before a day and leaves out behind "every"."""
_DAYS: Final = (
    RuleRole.WORKDAYS, RuleRole.ON_DATE, RuleRole.FIRST_OF_MONTH, RuleRole.LAST_OF_MONTH,
)  # fmt: skip
_DUALS: Final = ("day", "week", "month", "year")
_FIXED: Final = (
    (RuleRole.FIRST_OF_MONTH, ("on", "1")),
    (RuleRole.LAST_OF_MONTH, ("on", "last", "day")),
    (RuleRole.WORKDAYS, ("weekdays",)),
)
_DATE: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}\Z|\d{1,2}[./]\d{1,2}[./]?(?:\d{4})?\Z")
_YEAR: Final = re.compile(r"20\d\d\Z")
_DAY: Final = re.compile(r"(\d{1,2})(?:\.|er|º|ª|°|-?(?:го|е|ого|а)|'?[iıuü]n?(?:[dt][ea])?)?\Z")
_ORDINAL: Final = re.compile(r"\d{1,2}(?:\.|er|º|ª|°|-?(?:го|ого)|'[iıuü]n?(?:[dt][ea])?)\Z")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2})|h)?(?:'?[dt][ae])?\Z")
_CLEAR_TIME: Final = re.compile(r"\d{1,2}(?::\d{2}|h(?:\d{2})?)(?:'?[dt][ae])?\Z")
_COUNT: Final = re.compile(r"\d{1,3}\Z")
_OF_A_MONTH: Final = frozenset({"de", "di", "d'", "del"})


SOME_CURRENCY: Final = Currency("XXX")
SOME_DAY: Final = date(2000, 1, 1)
"""For lines in which no amount and no day is read."""


def with_english_rule(line: Line, circle: Circle, home: Currency, today: date) -> Line:
    """Return a line with the rule that begins it in English: `каждый месяц 15000 аренда`.

    Only the words before the first that is none of a rule's are; behind it dates are that say
    until when or from when on, and the day that the rule has not said yet.
    """
    return replace(line, words=tuple(_Translator(line.words, circle, home, today).read()))


def switched(line: Line, circle: Circle) -> str:
    """Return "on" or "off" where a line says nothing but that, in any language; or nothing."""
    run = tuple(word.low for word in line.words if word.whom is None)
    phrases = Phrases(line.words, circle, SOME_CURRENCY, SOME_DAY)
    folded = tuple(piece for at in range(len(run)) for piece in phrases.folded(at).split())
    found = circle.words.rules.get(folded, ()) if len(run) == len(line.words) else ()
    if RuleRole.SWITCHED_OFF in found:
        return "off"
    return "on" if RuleRole.SWITCHED_ON in found else ""


class _Translator:
    """Turns one line's words into English, the rule's first."""

    def __init__(self, words: Sequence[Word], circle: Circle, home: Currency, today: date) -> None:
        self._words = words
        self._circle = circle
        self._phrases = Phrases(words, circle, home, today)
        self._said: list[Word] = []
        self._has_day = False

    def read(self) -> list[Word]:
        """Read the line."""
        at = 0
        while at < len(self._words) and (stop := self._first(at, self._rule_pieces)):
            at = stop
        while at < len(self._words):
            if self._words[at].plain == "//":
                self._said += self._words[at:]
                break
            stop = self._first(at, self._later_pieces)
            if not stop:
                self._said.append(self._words[at])
            at = stop or at + 1
        return self._said

    def _first(self, at: int, pieces: Sequence[Callable[[int], int]]) -> int:
        if not self._phrases.folded(at):
            return 0
        return next((stop for piece in pieces if (stop := piece(at))), 0)

    @property
    def _rule_pieces(self) -> Sequence[Callable[[int], int]]:
        return (
            self._every, self._fixed, self._until, self._since, self._time, self._of_the_month,
            self._unit, self._weekday, self._joined, self._counted,
        )  # fmt: skip

    @property
    def _later_pieces(self) -> Sequence[Callable[[int], int]]:
        return (self._until, self._since, self._late_fixed, self._late_day, self._late_weekday)

    def _rule(self, at: int, *roles: RuleRole) -> int:
        """Return the index behind the longest run of words with one of the roles, or 0."""
        run: tuple[str, ...] = ()
        found = 0
        for stop in range(at, min(len(self._words), at + self._circle.words.longest)):
            if not self._phrases.folded(stop):
                break
            run = (*run, *self._phrases.folded(stop).split())
            if any(role in roles for role in self._circle.words.rules.get(run, ())):
                found = stop + 1
        return found

    def _say(self, *words: str) -> None:
        self._said += map(word_of, words)

    # How often

    def _every(self, at: int) -> int:
        stop = self._rule(at, RuleRole.EVERY)
        follows = stop and (
            self._unit_at(stop) or self._weekday_at(stop) is not None or self._count_at(stop)
            or self._dual_at(stop) or self._rule(stop, *_DAYS)
        )  # fmt: skip
        if not follows:
            return 0
        if not self._said:
            self._say("every")
        return stop

    def _fixed(self, at: int) -> int:
        for role, english in _FIXED:
            if stop := self._rule(at, role):
                self._say_day(*english)
                return stop
        return 0

    def _say_day(self, *english: str) -> None:
        """Say on which day; of a month, where it says no unit: "her ayın 1'i"."""
        if english[0] == "on" and not any(word.plain in _DUALS for word in self._said):
            self._say("month")
        self._say(*english)
        self._has_day = True

    def _dual_at(self, at: int) -> str:
        """Return the unit of which one word says two, "أسبوعين"; or nothing."""
        folded = self._phrases.folded(at) if at < len(self._words) else ""
        names = zip(self._circle.words.rule_duals, _DUALS, strict=False)
        return next((unit for name, unit in names if name == folded), "") if folded else ""

    def _unit_at(self, at: int) -> int:
        return self._rule(at, *_UNITS)

    def _unit(self, at: int) -> int:
        if dual := self._dual_at(at):
            self._say("2", dual)
            return at + 1
        stop = self._unit_at(at)
        day = self._weekday_at(stop) if stop and self._rule(at, RuleRole.A_DAY) == stop else None
        if day is not None:
            return stop  # "hari jumat", "كل يوم جمعة"
        return self._unit_said(at, stop)

    def _unit_said(self, at: int, stop: int) -> int:
        # "tiap minggu" is a week, "minggu 300 pasar" a Sunday.
        if not stop or (not self._said and self._weekday_at(at) is not None):
            return 0
        self._say(next(name for role, name in _UNITS.items() if self._rule(at, role) == stop))
        return stop

    def _count_at(self, at: int) -> int:
        """Return the index behind a number that a unit follows: `2 wochen`, `zwei wochen`."""
        if at >= len(self._words):
            return 0
        counts = _COUNT.match(self._words[at].plain) or self._rule(at, RuleRole.TWO)
        stop = (self._rule(at, RuleRole.TWO) or at + 1) if counts else 0
        return stop if stop and self._unit_at(stop) else 0

    def _counted(self, at: int) -> int:
        stop = self._count_at(at)
        if stop:
            self._say("2" if self._rule(at, RuleRole.TWO) else self._words[at].plain)
        return stop

    def _joined(self, at: int) -> int:
        stop = self._phrases.role(at, Role.AND)
        before = self._said[-1].plain if self._said else ""
        if not stop or before not in WEEKDAY_NAMES or self._weekday_at(stop) is None:
            return 0
        self._say("and")
        return stop

    # On which day

    def _weekday_at(self, at: int) -> tuple[int, int] | None:
        """Return the day of the week that words name, and the index behind them."""
        name = self._phrases.role(at, Role.ON_DAY) or at
        if name >= len(self._words):
            return None
        folded = self._phrases.folded(name).rstrip(".")
        day = self._phrases.weekday(name)
        day = self._circle.words.rule_weekdays.get(folded) if day is None else day
        if day is None:
            others = (folded.removesuffix("s"), f"{_THE}{folded}")
            days = (self._circle.words.weekdays.get(name) for name in others)
            day = next((one for one in days if one is not None), None)
        if day is None:
            return None
        return day, self._phrases.role(name + 1, Role.BEHIND_DAY) or name + 1

    def _weekday(self, at: int) -> int:
        found = self._weekday_at(at)
        if found is None:
            return 0
        self._say(WEEKDAY_NAMES[found[0]])
        self._has_day = True
        return found[1]

    def _of_the_month(self, at: int) -> int:
        """Read `am 1.`, `le 1er`, `1 числа`, `ayın 1'i`."""
        before = self._rule(at, RuleRole.ON_DATE)
        number = before or at
        if number >= len(self._words):
            return 0
        day = _DAY.match(self._words[number].plain)
        behind = self._rule(number + 1, RuleRole.OF_MONTH)
        ordinal = _ORDINAL.match(self._words[number].plain) and any(
            word.plain == "month" for word in self._said
        )
        if day is None or not (before or behind or ordinal) or self._date_at(number):
            return 0
        self._say_day("on", day[1])
        return behind or number + 1

    # When

    def _time(self, at: int) -> int:
        before = self._rule(at, RuleRole.AT_TIME)
        place = before or at
        if place >= len(self._words):
            return 0
        found = _TIME.match(self._words[place].plain)
        behind = self._rule(place + 1, RuleRole.BEHIND_TIME)
        clear = before or behind or _CLEAR_TIME.match(self._words[place].plain)
        if found is None or not clear or int(found[1]) > 24 or self._count_at(place):
            return 0
        self._say(f"{int(found[1]):02}:{found[2] or '00'}")
        return behind or place + 1

    def _date_at(self, at: int) -> tuple[list[str], int] | None:
        """Return a date's English words and the index behind it."""
        if at >= len(self._words):
            return None
        plain, months = self._words[at].plain.rstrip(",;"), self._circle.words.months
        if _DATE.match(plain) or _YEAR.match(plain):
            return [plain], at + 1
        day = _DAY.match(plain)
        month = at + 1 if day else at
        if day and month < len(self._words) and self._phrases.folded(month) in _OF_A_MONTH:
            month += 1
        name = self._phrases.folded(month).rstrip(".") if month < len(self._words) else ""
        number = months.get(name) or MONTHS.get(name)
        if number is None:
            weekday = self._weekday_at(at)
            return None if weekday is None else ([WEEKDAY_NAMES[weekday[0]]], weekday[1])
        short = next(short for short, one in MONTHS.items() if one == number)
        said = [*([day[1]] if day else []), short]
        stop = month + 1
        if stop < len(self._words) and self._phrases.folded(stop) in _OF_A_MONTH:
            stop += 1
        if stop < len(self._words) and _YEAR.match(self._words[stop].plain):
            return [*said, self._words[stop].plain], stop + 1
        return said, month + 1

    def _dated(self, at: int, before: RuleRole, behind: RuleRole, english: str) -> int:
        start = self._rule(at, before)
        found = self._date_at(start or at)
        end = self._rule(found[1], behind) if found is not None and not start else 0
        if found is None or not (start or end):
            return 0
        self._say(english, *found[0])
        return end or found[1]

    def _until(self, at: int) -> int:
        return self._dated(at, RuleRole.UNTIL, RuleRole.BEHIND_UNTIL, "until")

    def _since(self, at: int) -> int:
        return self._dated(at, RuleRole.FROM_DAY, RuleRole.BEHIND_FROM, "from")

    # Behind the expense

    def _says(self, unit: str) -> bool:
        return not self._has_day and any(word.plain == unit for word in self._said[:4])

    def _late_fixed(self, at: int) -> int:
        return self._fixed(at) if self._says("month") else 0

    def _late_day(self, at: int) -> int:
        """Read `am 1.` at the end of a rule for months that has no day yet."""
        place = self._rule(at, RuleRole.ON_DATE)
        marked = place or self._rule(at + 1, RuleRole.OF_MONTH)
        if not self._says("month") or not marked:
            return 0
        number = place or at
        stop = self._rule(number + 1, RuleRole.OF_MONTH) or number + 1
        return self._of_the_month(at) if self._phrases.ends(stop) else 0

    def _late_weekday(self, at: int) -> int:
        """Read `am freitag` at the end of a rule for weeks that has no day yet."""
        found = self._weekday_at(at) if self._says("week") else None
        if found is None or not self._phrases.ends(found[1]):
            return 0
        self._say("on", WEEKDAY_NAMES[found[0]])
        self._has_day = True
        return found[1]
