"""/weekly, /remind and /every as people write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.recurrences import read_rule, time_at, weekdays_at
from handlers.grammar.splits import CONNECTORS, read_split
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule

_NO_NAMES: Final = frozenset({"on", "all", "everyone", "everybody", "monthly", "yearly"})
_ON: Final = frozenset({"on", "yes"})
_OFF: Final = frozenset({"off", "stop", "no", "never", "none"})
_STOP: Final = frozenset({"stop", "delete", "remove", "off", "cancel"})
_RESUME: Final = frozenset({"resume", "continue"})
_EDIT: Final = frozenset({"edit", "change"})


@dataclass(frozen=True, slots=True)
class Weekly:
    """What /weekly asks for: on or off, a day of the week, a time; None where not said."""

    on: bool
    weekday: int | None = None
    at: time | None = None


def read_weekly(line: Line) -> Weekly | None:
    """Read `/weekly mon 09:00`; None where nothing is said.

    Raises UNKNOWN_CHOICE(written, choices, examples) and BAD_TIME(written, examples).
    """
    if not line.words:
        return None
    if len(line.words) == 1 and line.words[0].low in _OFF:
        return Weekly(on=False)
    weekday, at, rest = _when(line, line.words)
    rest = [word for word in rest if word.low not in _ON | {"every", "at"}]
    if rest:
        raise unknown_choice(line, rest[0].text, ("mon 09:00", "on", "off"))
    return Weekly(True, weekday, at)


@dataclass(frozen=True, slots=True)
class Reminders:
    """What /remind asks for: `weekly`, `daily` or `off`, with a time and a limit if said."""

    how: str
    weekday: int | None = None
    at: time | None = None
    limit: Money | None = None


def read_remind(line: Line, home: Currency) -> Reminders | tuple[Whom, ...] | None:
    """Read `/remind @bob`, or `/remind weekly fri 18:00 500`; None where nothing is said.

    Without a name, it is whoever wrote the message that this one answers.

    Raises UNKNOWN_CHOICE(written, choices, examples); BAD_TIME(written, examples); the
    errors of `amounts.figure_at` for the limit.
    """
    names = _names(line)
    if names:
        return names
    if not line.words:
        return (line.replied,) if line.replied is not None else None
    how = line.words[0].low
    if how in _OFF:
        return Reminders("off")
    if how not in {"weekly", "daily"}:
        word = line.words[0]
        is_name = not (word.plain[:1].isdigit() or word.everyone or word.low in _NO_NAMES)
        if len(line.words) == 1 and is_name:
            return (Name(line.words[0].plain),)
        raise unknown_choice(line, line.words[0].text, ("@bob", "weekly", "daily", "off"))
    weekday, at, rest = _when(line, line.words[1:])
    limit = None
    if rest:
        figure = figure_at(tuple(rest), 0, home)
        if figure is None or figure.stop < len(rest):
            raise unknown_choice(line, rest[0].text, ("weekly 500", "daily 18:00", "off"))
        limit = Money(figure.minor, figure.currency)
    return Reminders(how, weekday, at, limit)


@dataclass(frozen=True, slots=True)
class Recur:
    """Let an expense recur; `number` is the one that is changed by it, None for a new one.

    `prefix` is what the expense was typed behind: the command and the rule.
    """

    rule: Rule
    line: ExpenseLine
    prefix: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Handle:
    """Do something with a recurring expense: `show`, `stop` or `resume` it."""

    verb: str
    number: int


def read_every(line: Line, home: Currency, today: date) -> Recur | Handle | None:
    """Read /every's words; None where nothing is said.

    Raises what `recurrences.read_rule` and `splits.read_split` raise; NUMBER_MISSING for
    `/every stop` without a number.
    """
    line.check_single()
    if not line.words:
        return None
    verb = line.words[0].low
    if verb in _EDIT:
        number, rest = read_number(line.behind(1))
        return replace(_recur(rest, home, today), number=number)
    if verb in _STOP | _RESUME:
        number, _ = read_number(line.behind(1))
        return Handle("stop" if verb in _STOP else "resume", number)
    if len(line.words) == 1 and (alone := line.words[0].plain.lstrip("#").rstrip(".")).isdigit():
        return Handle("show", int(alone))
    return _recur(line, home, today)


def _recur(line: Line, home: Currency, today: date) -> Recur:
    rule, rest = read_rule(line, today)
    expense = read_split(rest, home, today)
    if expense.on is not None:
        # A date of its own is where it starts.
        rule = replace(rule, start=expense.on)
        expense = replace(expense, on=None)
    return Recur(rule, expense, rest.prefix)


def _when(line: Line, words: tuple[Word, ...]) -> tuple[int | None, time | None, list[Word]]:
    """Read a day of the week and a time, in either order; return the other words as well."""
    weekday: int | None = None
    at: time | None = None
    rest: list[Word] = []
    place = 0
    while place < len(words):
        try:
            found = time_at(words, place)
        except LedgerError as error:
            error.details["examples"] = (line.example("mon 09:00"),)
            raise
        if found is not None:
            at, place = found
            continue
        days, stop = weekdays_at(words, place)
        if len(days) == 1 and weekday is None:
            weekday, place = days.pop(), stop
            continue
        rest.append(words[place])
        place += 1
    return weekday, at, rest


def _names(line: Line) -> tuple[Whom, ...]:
    names: list[Whom] = []
    for word in line.words:
        if word.whom is not None:
            names.append(word.whom)
        elif word.low == "me":
            names.append(Sender())
        elif names and word.low not in CONNECTORS:
            raise LedgerError(
                Code.UNKNOWN_CHOICE,
                written=word.text,
                choices=("@bob",),
                examples=(line.example("@bob"),),
            )
    return tuple(dict.fromkeys(names))
