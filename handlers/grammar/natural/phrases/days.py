"""Days in a line without `on`: `yesterday`, `am freitag`, `venerdì scorso`, `2 days ago`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.grammar.circle import Circle
from handlers.grammar.inflection import nominatives
from handlers.grammar.keywords import PAID, category_of
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.dates import date_at
from handlers.grammar.natural.phrases.runs import BEHIND, Runs
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.rule_words import RuleRole
from ledger.core.errors import LedgerError
from ledger.core.money import Currency

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ORDINAL = re.compile(r"(\d{1,2})[-']?(?:го|е|ого|а)\Z")
_OF_A_MONTH = frozenset({"de", "di", "d'", "of"})
_FEW_DAYS = re.compile(r"\d{1,2}\Z")
_FULL = re.compile(
    r"(?:20\d\d-\d{1,2}-\d{1,2}|\d{1,2}([/.-])\d{1,2}\1(?:20\d\d)"
    r"|\d{1,2}([/.])\d{1,2}\2\d\d|\d{1,2}\.\d{1,2}\.)[,;]?\Z"
)
_ORDINAL_DAY = re.compile(
    r"(\d{1,2})(st|nd|rd|th|\.|er|º|ª|°|-?(?:го|е|ого|а)|'[iıuü]n?(?:[dt][ea])?)?[,;]?\Z"
)
_AT = frozenset({"on", "the", "al", "au", "في"})
"""Behind these only an ordinal number is a day."""
_BY_ITSELF = re.compile(r"\d{1,2}-?(?:го|ого)[,;]?\Z")
_LAST = 31
_MANY = 32
"""As many days ago are told by their date."""
_WEEK = 7
_RELATIVE = {Role.BEFORE_YESTERDAY: 2, Role.YESTERDAY: 1, Role.TODAY: 0, Role.WEEK_AGO: _WEEK}
"""How many days ago it was; the longer of two phrases first."""
_CLAUSES = (
    Role.WITH, Role.BETWEEN, Role.WITHOUT, Role.ONLY, Role.PLUS, Role.EQUALLY, *BEHIND,
)  # fmt: skip
_NO_DAY_BEHIND = (
    Role.FOR, Role.WITH, Role.AND, Role.TO, Role.FROM, Role.BETWEEN, Role.WITHOUT, Role.ARTICLE,
)  # fmt: skip
"""Behind these a short name of a day is a word: "fish and sat", "day in the sun"."""


@dataclass(frozen=True, slots=True)
class _Week:
    """A day of the week in a line: which, whether an earlier one is said, and its end.

    `of_last` is whether it is one of the last week: `tuesday last week`.
    """

    weekday: int
    last: bool
    stop: int
    of_last: bool = False


class Days(Runs):
    """One line's words, asked which of them are a day, and where its clauses begin."""

    def __init__(
        self, words: Sequence[Word], circle: Circle, currency: Currency, today: date
    ) -> None:
        super().__init__(words, circle, currency, today)
        self._dated = self._with_months()

    def ends(self, at: int) -> bool:
        """Tell whether the line ends at an index, or what a clause claims of it begins there."""
        return self._begins_clause(at) or bool(self.day(at))

    def _begins_clause(self, at: int) -> bool:
        if at >= len(self.words):
            return True
        word = self.words[at]
        if word.whom is not None or word.everyone or word.low == "-me":
            return True
        if word.escaped:
            return False
        if word.plain == "//" or category_of(word):
            return True
        if self.role(at, Role.PAID, Role.I_PAID, Role.BY) or word.low in PAID:
            return True
        if word.low == "on":
            return self.is_date(at + 1)
        return bool(self.role(at, *_CLAUSES))

    def is_date(self, at: int) -> bool:
        """Tell whether a day stands at an index as it does behind `on`; an impossible one, too."""
        try:
            return date_at(self._dated, at, self.today) is not None
        except LedgerError:
            return True

    def is_clear_date(self, at: int) -> bool:
        """Tell whether one day, and no other, stands at an index as it does behind `on`."""
        try:
            return date_at(self._dated, at, self.today) is not None
        except LedgerError:
            return False

    def day(self, at: int) -> int:
        """Return the index behind a day that stands at the end, or before people; or 0."""
        if at >= len(self.words):
            return 0
        if stop := self.role(at, Role.YESTERDAY, Role.BEFORE_YESTERDAY, Role.TODAY, Role.WEEK_AGO):
            week = self._of_the_week(at) if self.role(at, Role.WEEK_AGO) else None
            if week is not None:
                return week.stop
            if self.role(at, Role.WEEK_AGO) and self._is_of(stop):
                return 0  # "last week of feb"
            return self.role(stop, Role.PART_OF_DAY) or stop
        if stop := self._days_ago(at):
            return stop
        if (month := self._of_the_month(at)) is not None:
            return month[1]
        week = self._of_the_week(at)
        return 0 if week is None else week.stop

    def _is_of(self, at: int) -> bool:
        return at < len(self.words) and self._folded[at] in _OF_A_MONTH

    def day_meant(self, at: int) -> date:
        """Return the date of the day that begins at an index: the latest not in the future."""
        week = self._of_the_week(at)
        for role, days in _RELATIVE.items():
            if week is None and self.role(at, role):
                return self.today - timedelta(days)
        if self._days_ago(at):
            number = self.role(at, Role.BEFORE_DAYS) or at
            weeks = self.role(number + 1, Role.WEEK_WORD if number > at else Role.WEEKS_AGO)
            return self.today - timedelta(self._few(number) * (_WEEK if weeks else 1))
        if (month := self._of_the_month(at)) is not None:
            return month[0]
        assert week is not None
        if week.of_last:
            return self.today - timedelta(self.today.weekday() + _WEEK - week.weekday)
        latest = self.today - timedelta(week.last)
        return latest - timedelta((latest.weekday() - week.weekday) % _WEEK)

    def _days_ago(self, at: int) -> int:
        """Return the index behind `2 days ago`, `2 weeks ago`, `vor 2 tagen`; or 0."""
        number = self.role(at, Role.BEFORE_DAYS) or at
        if number >= len(self.words) or not self._few(number):
            return 0
        if number > at:
            return self.role(number + 1, Role.DAY_WORD, Role.WEEK_WORD)
        return self.role(number + 1, Role.DAYS_AGO, Role.WEEKS_AGO)

    def _few(self, at: int) -> int:
        """Return a small number in digits or in a word, `2` or `two`; 0 where none stands there."""
        if _FEW_DAYS.match(self.words[at].plain):
            return int(self.words[at].plain)
        said = self.circle.words.numbers.values.get(self._folded[at], 0)
        return int(said) if said == int(said) and said < _MANY else 0

    def _of_the_month(self, at: int) -> tuple[date, int] | None:
        """Read `the 14th`, `am 14.`, `14 числа` at the end; return the latest, and what follows."""
        the = at + self.is_word(at, "on") + self.is_word(at + self.is_word(at, "on"), "the")
        before = self.rule(at, RuleRole.ON_DATE) or (the if the > at else 0)
        number = before or at
        if number >= len(self.words):
            return None
        found = _ORDINAL_DAY.match(self.words[number].plain)
        behind = self.rule(number + 1, RuleRole.OF_MONTH)
        said = before and not self._is_place(at)  # "el 14", but not "al 14"
        own = found is not None and _BY_ITSELF.match(self.words[number].plain)  # "14-го"
        if found is None or not (behind or said or own or (before and found[2])):
            return None
        stop = behind or number + 1
        day = int(found[1])
        if not 1 <= day <= _LAST or not self._may_follow_day(stop):
            return None
        month = self.today if day <= self.today.day else self.today.replace(day=1) - timedelta(1)
        return month.replace(day=min(day, monthrange(month.year, month.month)[1])), stop

    def _may_follow_day(self, at: int) -> bool:
        """Tell whether a clause begins there, or somebody is named, as behind a day they are."""
        if self._begins_clause(at) or self.circle.find(self.words, at) is not None:
            return True
        return self.words[at].low == "all" or bool(self.role(at, Role.EVERYONE))

    def _is_place(self, at: int) -> bool:
        """Tell whether a word before a number may as well say where something was."""
        return self._folded[at] in _AT

    def rule(self, at: int, *roles: RuleRole) -> int:
        """Return the index behind the longest run of words with a role in rules, or 0."""
        run: tuple[str, ...] = ()
        found = 0
        for stop in range(at, min(len(self.words), at + self.circle.words.longest)):
            run = (*run, *self._folded[stop].split())
            if any(role in roles for role in self.circle.words.rules.get(run, ())):
                found = stop + 1
        return found

    def _of_the_week(self, at: int) -> _Week | None:
        """Read `freitag`, `am freitag abend`, `letzten freitag`, `last week friday`."""
        week = self.role(at, Role.WEEK_AGO)
        before = self.role(week or at, Role.ON_DAY) or week
        last = 0 if week else self.role(before or at, Role.LAST_DAY)
        name = last or before or at
        weekday = self.weekday(name)
        if weekday is None:
            weekday = self._short_weekday(name, said=bool(last or before))
        if weekday is None:
            return None
        stop = self.role(name + 1, Role.BEHIND_DAY) or name + 1
        of_last = week or self.role(stop + self._is_of(stop), Role.WEEK_AGO)
        if of_last:
            stop = stop if week else of_last
            return _Week(weekday, True, self.role(stop, Role.PART_OF_DAY) or stop, of_last=True)
        if behind := self.role(stop, Role.LAST_DAY):
            last, stop = behind, behind
        return _Week(weekday, bool(last), self.role(stop, Role.PART_OF_DAY) or stop)

    def weekday(self, at: int) -> int | None:
        """Return the day of the week that a word names, whatever its ending: "в среду"."""
        if at >= len(self.words) or not (folded := self._folded[at]):
            return None
        weekdays = self.circle.words.weekdays
        if folded in weekdays:
            return weekdays[folded]
        names = nominatives((folded,), self.circle.spoken, oblique=False)
        return next((weekdays[name] for (name,) in names if name in weekdays), None)

    def _short_weekday(self, at: int, *, said: bool) -> int | None:
        """Return the day that a short name means at the end of a line: `20 pizza mon`.

        `said` is whether a word before says that it is a day. Elsewhere such names are words,
        and people.
        """
        if at >= len(self.words) or not (folded := self._folded[at]):
            return None
        found = self.circle.words.short_weekdays.get(folded.rstrip("."))
        if found is None or self.circle.is_called(folded):
            return None
        ends = self._begins_clause(self.role(at + 1, Role.PART_OF_DAY) or at + 1)
        before = range(max(0, at - 3), at)
        a_word = not at or any(self.role(one, *_NO_DAY_BEHIND) == at for one in before)
        return found if said or (ends and not a_word) else None

    def is_full_date(self, at: int) -> bool:
        """Tell whether a word is a date in digits, and hardly a number: `14/2/2024`, `14.2.`."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        return word.whom is None and not word.escaped and bool(_FULL.match(word.plain))

    @property
    def has_months(self) -> bool:
        """Whether the line names a month as another language than English does."""
        return self._dated is not self.words

    def _with_months(self) -> Sequence[Word]:
        """Return the words with the months of other languages as date_at reads them."""
        months = self.circle.words.months
        if not any(folded in months for folded in self._folded):
            return self.words
        words = list(self.words)
        for at, folded in enumerate(self._folded):
            if folded in months:
                words[at] = word_of(_MONTHS[months[folded] - 1])
                if at and (day := _ORDINAL.match(self.words[at - 1].low)):
                    words[at - 1] = word_of(day[1])
        return words

    def dated(self, at: int) -> tuple[date, int] | None:
        """Return a day of a named month that stands without `on`, and the index behind it."""
        words = self._dated
        # "3 de marzo": the word between says no more.
        of = at + 2 < len(words) and self._folded[at + 1] in _OF_A_MONTH
        between = of and (self.has_months or self._folded[at + 1] == "of")
        if between:
            words = [*words[: at + 1], *words[at + 2 :]]
        try:
            found = date_at(words, at, self.today)
        except LedgerError:
            return None
        if found is None or found[1] <= at + 1:
            return None
        return found[0], found[1] + between
