"""What the picture of some spending shows, in the reader's words."""

from __future__ import annotations

from datetime import date

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.spending_lines import (
    MOST_ROWS,
    Shown,
    View,
    category_bars,
    period_name,
)
from ledger.core.answers.spending import CurrencySpending
from ledger.core.money import Money

_MOST_PEOPLE = 12
_MOST_COLUMNS = 62


def picture(say: Language, told: Shown) -> bytes | None:
    """Return the picture of the first currency, None where there is nothing to be drawn."""
    if not told.spending.currencies or told.spending.currencies[0].minor <= 0:
        return None
    # Here and not above: drawing is for the few answers that have a picture.
    from bot.views.pictures import spending_chart as drawing

    block, view = told.spending.currencies[0], told.view

    def bar(name: str, minor: int) -> drawing.Bar:
        amount = say.money(Money(minor, block.currency))
        return drawing.Bar(name, minor, amount, certain=not name.endswith("?"))

    names = Names(told.spending.roster)
    most = MOST_ROWS if view is View.ALL else _MOST_PEOPLE
    when = _when(say, told, block) if view in (View.ALL, View.TIME) else []
    what = category_bars(say, told, block) if view in (View.ALL, View.CATEGORIES) else []
    who = block.people[:most] if view in (View.ALL, View.PEOPLE) else ()
    return drawing.spending_chart(
        drawing.Chart(
            title=period_name(say, told.spending.period),
            total=say.money(Money(block.minor, block.currency)),
            when=(say.plain("When"), tuple(bar(name, minor) for name, minor in when)),
            what=(say.plain("On what"), tuple(bar(name, minor) for name, minor in what)),
            who=(
                say.plain("Who"),
                tuple(
                    drawing.Person(
                        names.plain(person.member),
                        bar("", person.paid_minor),
                        bar("", person.consumed_minor),
                    )
                    for person in who
                ),
            ),
            paid=say.plain("paid"),
            used=say.plain("used"),
        )
    )


def _when(say: Language, told: Shown, block: CurrencySpending) -> list[tuple[str, int]]:
    """Return the columns; one alone says no more than the total."""
    shown = block.over_time[-_MOST_COLUMNS:]
    if len(shown) < 2:
        return []
    return [(_short(say, begin, told.spending.step), minor) for begin, minor in shown]


def _short(say: Language, begin: date, step: int) -> str:
    if step == 1:
        return str(begin.year)
    return say.short_month(begin.year, begin.month) if step == 2 else str(begin.day)
