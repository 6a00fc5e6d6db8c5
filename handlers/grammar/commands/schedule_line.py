"""/weekly, /remind and /every as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.commands.own_rules import SOME_CURRENCY, SOME_DAY, switched, with_english_rule
from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.keywords import CONNECTORS
from handlers.grammar.lexer import Line, Word, from_text, word_of
from handlers.grammar.literals.amounts import figure_at, written_at
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.literals.recurrences.reading import first_on, read_rule
from handlers.grammar.literals.times import time_at, weekdays_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.strangers import who_is
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
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


def read_weekly(line: Line, circle: Circle | None = None) -> Weekly | None:
    """Read `/weekly mon 09:00`; None where nothing is said. `circle` is as in `read_split`.

    Raises UNKNOWN_CHOICE(written, choices, examples) and BAD_TIME(written, examples).
    """
    if not line.words:
        return None
    line = _in_english(line, circle)
    if len(line.words) == 1 and line.words[0].low in _OFF:
        return Weekly(on=False)
    weekday, at, rest = _when(line, line.words)
    rest = [word for word in rest if word.low not in _ON | {"every", "at", "on", "week"}]
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


def read_remind(
    line: Line, home: Currency, circle: Circle | None = None
) -> Reminders | tuple[Whom, ...] | None:
    """Read `/remind @bob`, or `/remind weekly fri 18:00 500`; None where nothing is said.

    Without a name, it is whoever wrote the message that this one answers. With `circle` names
    need no @.

    Raises UNKNOWN_CHOICE(written, choices, examples); BAD_TIME(written, examples); the
    errors of `amounts.figure_at` for the limit.
    """
    if circle is not None:
        line = _without_please(line, circle, home)
    names = _names(line)
    if names:
        return names
    if not line.words:
        return (line.replied,) if line.replied is not None else None
    line = _as_often(_in_english(line, circle))
    how = line.words[0].low
    if how in _OFF:
        return Reminders("off")
    if how not in {"weekly", "daily"}:
        if circle is not None and (bare := _bare_names(line, circle)):
            return bare
        word = line.words[0]
        is_name = not (word.plain[:1].isdigit() or word.everyone or word.low in _NO_NAMES)
        if len(line.words) == 1 and is_name:
            return (Name(line.words[0].plain),)
        raise _unreadable(line, circle)
    weekday, at, rest = _when(line, line.words[1:])
    limit = None
    if rest:
        figure = figure_at(tuple(rest), 0, home)
        if figure is None or figure.stop < len(rest):
            raise unknown_choice(line, rest[0].text, ("weekly 500", "daily 18:00", "off"))
        limit = Money(figure.minor, figure.currency)
    return Reminders(how, weekday, at, limit)


def _without_please(line: Line, circle: Circle, home: Currency) -> Line:
    """Return a line without the words that ask kindly, or to pay, behind the first one."""
    phrases = Phrases(line.words, circle, home, SOME_DAY)
    words: list[Word] = []
    at = 0
    while at < len(line.words):
        stop = phrases.role(at, Role.PLEASE) if at else 0
        words += [] if stop else [line.words[at]]
        at = stop or at + 1
    return replace(line, words=tuple(words))


def _in_english(line: Line, circle: Circle | None) -> Line:
    """Return a line with its rule, or whether something goes on, in English."""
    if circle is None:
        return line
    if switch := switched(line, circle):
        return replace(line, words=(word_of(switch),))
    return with_english_rule(line, circle, SOME_CURRENCY, SOME_DAY)


def _as_often(line: Line) -> Line:
    """Return a line with `weekly` for `every week`, and `daily` for `every day`."""
    words = line.words
    at = 1 if words[0].low == "every" and len(words) > 1 else 0
    how = _OFTEN.get(words[at].low)
    return line if how is None else replace(line, words=(word_of(how), *words[at + 1 :]))


def _unreadable(line: Line, circle: Circle | None) -> LedgerError:
    """Return UNKNOWN_CHOICE for the first word that is nobody's name, with what is clear."""
    names: list[str] = []
    at = 0
    while circle is not None and (one := circle.find(line.words, at)) is not None:
        names += (word.text for word in line.words[at : one.stop])
        at = one.stop
    if at == len(line.words):
        at = 0
    unread = written_at(line.words, at, len(line.words))
    error = unknown_choice(line, unread, ("@bob", "weekly", "daily", "off"))
    low = [word.low for word in line.words[:1]]
    if at:
        error.details["examples"] = (line.example(*names),)
    elif line.words[0].everyone or low[0] in _EVERYBODY:
        error.details["examples"] = (line.example(),)
    return error


def _bare_names(line: Line, circle: Circle) -> tuple[Whom, ...]:
    """Return whom a line of nothing but names means; nobody where it has other words."""
    found: list[Whom] = []
    at = 0
    while at < len(line.words):
        if line.words[at].low in CONNECTORS or _says_to(line.words[at], circle):
            at += 1
            continue
        one = circle.find(line.words, at, oblique=True)
        if one is None:
            return ()
        typed = " ".join(word.plain.rstrip(",;:.") for word in line.words[at : one.stop])
        found.append(circle.whom(one.members[0]) if len(one.members) == 1 else Name(typed))
        at = one.stop
    return tuple(found)


def _says_to(word: Word, circle: Circle) -> bool:
    """Tell whether a word stands beside a name and says no more: `a luis`, `den lukas`."""
    said = () if circle.is_called(word.low) else circle.words.roles.get((fold(word.low),), ())
    return any(role in (Role.TO, Role.BEFORE_NAME, Role.BEHIND_TO) for role in said)


_OFTEN = {"week": "weekly", "day": "daily"}
_EVERYBODY = frozenset({"everyone", "everybody", "all"})


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


def read_every(
    line: Line, home: Currency, today: date, circle: Circle | None = None
) -> Recur | Handle | None:
    """Read /every's words; None where nothing is said. `circle` is as in `read_split`.

    Raises what `recurrences.read_rule` and `split_line.read_split` raise; NUMBER_MISSING for
    `/every stop` without a number; UNKNOWN_NAME(name, near, examples) for `with sam`, whom nobody
    knows.
    """
    line.check_single()
    if not line.words:
        return None
    verb = line.words[0].low
    if verb in _EDIT:
        number, rest = read_number(line.behind(1))
        return replace(_recur(rest, home, today, circle), number=number)
    if verb in _STOP | _RESUME:
        number, _ = read_number(line.behind(1))
        return Handle("stop" if verb in _STOP else "resume", number)
    if len(line.words) == 1 and (alone := line.words[0].plain.lstrip("#").rstrip(".")).isdigit():
        return Handle("show", int(alone))
    return _recur(line, home, today, circle)


def as_often_as_said(
    line: Line, home: Currency, today: date, circle: Circle
) -> Recur | Handle | None:
    """Read /split's `netflix 649 every month` as /every's line; None where it says no such thing.

    Raises what `read_every` raises.
    """
    try:
        read_split(line, home, today, circle)
    except LedgerError as error:
        examples = error.details.get("examples")
        if error.code is Code.HOW_OFTEN and isinstance(examples, tuple) and examples:
            return read_every(from_text(str(examples[0])), home, today, circle)
    return None


def _recur(line: Line, home: Currency, today: date, circle: Circle | None) -> Recur:
    if circle is None:
        rule, rest = read_rule(line, today)
    else:
        line = with_english_rule(line, circle, home, today)
        rule, rest = read_rule(line, today, partial(_is_named, circle))
    read = read_split(rest, home, today, circle)
    if circle is not None and read.doubts.unknown:
        # Nobody is there to press a button when it is recorded.
        raise who_is(rest, read.doubts.unknown, circle, perhaps_none=True)
    if read.on is not None:
        rule = first_on(rule, read.on, today)  # "120 dec 1 insurance"
    return Recur(rule, read, rest.prefix)


def _is_named(circle: Circle, words: Sequence[Word], at: int) -> bool:
    return circle.find(words, at) is not None


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
