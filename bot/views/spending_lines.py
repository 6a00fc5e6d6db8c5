"""What was spent: on what, by whom and when, as a picture with its figures below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_, Language
from bot.views.names import Names, shown
from bot.views.pages import TURNERS, in_rows, keyboard, plain_text, text, units
from bot.views.rate_lines import total_about
from bot.views.reply import MAX_CAPTION, Button, Keyboard, Reply, Verb, press
from bot.views.tables import Row, row, tabled
from ledger.core.answers.entry_lists import Period
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.spending import CurrencySpending, Spending
from ledger.core.folding import fold
from ledger.core.money import Money

MOST_ROWS: Final = 6
"""Categories and people that the overview has; a view of its own has more."""
_MOST_ALONE: Final = 12
_MOST_GUESSES: Final = 4
_MAX_NAME: Final = 18

GUESSABLE: Final = {
    "food": N_("food"),
    "groceries": N_("groceries"),
    "transport": N_("transport"),
    "travel": N_("travel"),
    "home": N_("home"),
    "fun": N_("fun"),
    "health": N_("health"),
    "gifts": N_("gifts"),
}
"""What categories that are guessed are called."""


class View(StrEnum):
    """What the picture shows."""

    ALL = "all"
    CATEGORIES = "what"
    PEOPLE = "who"
    TIME = "when"


@dataclass(frozen=True, slots=True)
class Around:
    """The periods that buttons lead to, as buttons carry them: itself, its neighbours, others."""

    itself: str
    before: str | None
    behind: str | None
    month: str
    year: str
    whole: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Spending as it is shown: `guesses` are minor units by guessed category, none certain."""

    spending: Spending
    guesses: Mapping[str, int]
    known: KnownRates
    around: Around
    view: View


def stats(say: Language, told: Shown, picture: bytes | None = None) -> Reply:
    """Return what a period came to, with the way to others; the picture where there is one."""
    buttons = _buttons(say, told)
    heading = say("<b>{period}</b>", period=period_name(say, told.spending.period))
    if not told.spending.currencies:
        return Reply(text(heading, say("Nothing was spent.")), buttons)
    first, *others = told.spending.currencies
    lines = [
        heading,
        say("<b>{amount}</b> in all", amount=say.money(Money(first.minor, first.currency))),
        *(
            say("and {amount}", amount=say.money(Money(other.minor, other.currency)))
            for other in others
        ),
        _about(say, told),
    ]
    for line in _figures(say, told, first):
        if units(plain_text(text(*lines, line))) > MAX_CAPTION:
            break
        lines.append(line)
    return replace(tabled(say, lines, buttons), picture=picture)


def period_name(say: Language, period: Period | None) -> str:
    """Return what a period is called."""
    match period:
        case None:
            return say.plain("All of it")
        case (year,):
            return str(year)
        case (year, month):
            return say.month(year, month)
        case (year, month, day):
            return say.date(date(year, month, day))
    raise AssertionError(period)


def category_bars(say: Language, told: Shown, block: CurrencySpending) -> list[tuple[str, int]]:
    """Return categories with their minor units, guesses with a `?`, the rest as other."""
    named = [
        (f"#{shown(category, _MAX_NAME)}", minor)
        for category, minor in block.categories
        if category is not None
    ]
    guessed = [
        (f"#{say.plain(GUESSABLE[guess])}?", minor)
        for guess, minor in sorted(told.guesses.items(), key=lambda one: (-one[1], one[0]))
    ]
    bars = sorted([*named, *guessed], key=lambda one: -one[1])
    bars = bars[: MOST_ROWS if told.view is View.ALL else _MOST_ALONE]
    other = block.minor - sum(minor for _, minor in bars)
    return [*bars, (say.plain("other"), other)] if other else bars


def sorted_in(say: Language, entries: int, category: str) -> str:
    """Return the toast to whoever accepted a guess."""
    told = say.n(
        "{count} entry is #{category} now.",
        "{count} entries are #{category} now.",
        entries,
        category=category,
    )
    return plain_text(told)


def _figures(say: Language, told: Shown, block: CurrencySpending) -> Iterator[Markup]:
    def amount(minor: int) -> str:
        return say.money(Money(minor, block.currency))

    if told.view in (View.ALL, View.CATEGORIES):
        yield say("<b>On what</b>")
        for label, minor in category_bars(say, told, block):
            yield _row(say, label, amount(minor))
    if told.view in (View.ALL, View.PEOPLE):
        names = Names(told.spending.roster)
        who = say("<b>Who</b>")
        yield row(who, who, say.plain("paid"), say.plain("used"))
        most = MOST_ROWS if told.view is View.ALL else _MOST_ALONE
        for person in block.people[:most]:
            yield _person(
                say,
                names[person.member],
                amount(person.paid_minor),
                amount(person.consumed_minor),
            )
        if rest := block.people[most:]:
            yield _person(
                say,
                say.n("{count} more", "{count} more", len(rest)),
                amount(sum(person.paid_minor for person in rest)),
                amount(sum(person.consumed_minor for person in rest)),
            )
    if told.view is View.TIME:
        yield say("<b>When</b>")
        for begin, minor in block.over_time:
            if minor:
                name = period_name(say, step_of(begin, told.spending.step))
                yield _row(say, name, amount(minor))


def _row(say: Language, name: str, amount: str) -> Row:
    return row(say("{name}  {amount}", name=name, amount=amount), name, amount)


def _person(say: Language, name: Markup, paid: str, used: str) -> Row:
    line = say("{name}: paid {paid}, used {used}", name=name, paid=paid, used=used)
    return row(line, name, paid, used)


def step_of(begin: date, step: int) -> Period:
    """Return the day, month or year that begins on a date; `step` is how many numbers it has."""
    if step == 1:
        return (begin.year,)
    return (begin.year, begin.month) if step == 2 else (begin.year, begin.month, begin.day)


def _about(say: Language, told: Shown) -> Markup | None:
    blocks = told.spending.currencies
    if len(blocks) < 2:
        return None
    return total_about(say, [Money(block.minor, block.currency) for block in blocks], told.known)


def periods_called(say: Language) -> Mapping[str, str]:
    """Return what the buttons call the periods that a line can name, folded, by its word."""
    called = {"month": say.plain("Month"), "year": say.plain("Year"), "all": say.plain("All")}
    return {fold(label): word for word, label in called.items()}


def _buttons(say: Language, told: Shown) -> Keyboard:
    around, view = told.around, told.view

    def to(label: str, period: str, other: View = view) -> Button:
        return Button(label, press(Verb.SPENDING, period, other.value))

    turning = [
        *([to(TURNERS[0], around.before)] if around.before else []),
        *([to(TURNERS[1], around.behind)] if around.behind else []),
    ]
    lengths = [
        to(label, period)
        for label, period in (
            (say.plain("Month"), around.month),
            (say.plain("Year"), around.year),
            (say.plain("All"), around.whole),
        )
        if period != around.itself
    ]
    views = [
        to(label, around.itself, other)
        for label, other in (
            (say.plain("Overview"), View.ALL),
            (say.plain("On what"), View.CATEGORIES),
            (say.plain("Who"), View.PEOPLE),
            (say.plain("When"), View.TIME),
        )
        if other is not view
    ]
    guesses = [
        Button(
            say.plain("Yes, #{category}", category=say.plain(GUESSABLE[guess])),
            press(Verb.SORT_IN, guess, around.itself, view.value),
        )
        for guess in list(told.guesses)[:_MOST_GUESSES]
        if view in (View.ALL, View.CATEGORIES)
    ]
    return keyboard(
        [*turning, *lengths],
        views if told.spending.currencies else [],
        *in_rows(guesses, 2),
    )
