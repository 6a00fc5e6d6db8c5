"""The picture of a week: what was spent on what, beside the week before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from bot.language.catalogues import Language
from bot.views.category_lines import category_name, largest_categories
from bot.views.pictures.canvas import GREEN, INK, LINE, PAPER, WIDE, png
from bot.views.pictures.lettering import fitted, width, write
from ledger.core.answers.weeks import Spent
from ledger.core.money import Money

MAX_CURRENCIES: Final = 2
_SIZE: Final = 34
_ROW: Final = 72
_BAR: Final = 40
_MARGIN: Final = 28
_GAP: Final = 16
_LEAST_BAR: Final = 4
_MOST_NAME: Final = 400
"""Pixels, as all lengths here."""

_Row = tuple[str, str, int, int, str]
"""A name, its amount in words, in minor units, the largest of its currency, the bar's colour."""


def week_chart(say: Language, weeks: Sequence[Spent]) -> bytes:
    """Return a PNG with a bar for each category, the group's own currency first."""
    rows = [row for spent in weeks[:MAX_CURRENCIES] for row in _rows(say, spent)]
    names = [fitted(name, _SIZE, _MOST_NAME) for name, *_ in rows]
    amounts = [fitted(amount, _SIZE, WIDE * 0.4) for _, amount, *_ in rows]
    begin = _MARGIN + max(width(*name) for name in names) + _GAP
    room = WIDE - _MARGIN - begin - max(width(*amount) for amount in amounts) - _GAP
    picture = Image.new("RGB", (WIDE, 2 * _MARGIN + _ROW * len(rows)), PAPER)
    canvas = ImageDraw.Draw(picture)
    for place, ((_, _, minor, largest, colour), name, amount) in enumerate(
        zip(rows, names, amounts, strict=True)
    ):
        y = _MARGIN + place * _ROW + _ROW // 2
        # The lengths are relative to the largest, so no float meets money.
        end = begin + max(_LEAST_BAR, room * (minor / largest))
        canvas.rounded_rectangle((begin, y - _BAR // 2, end, y + _BAR // 2), 6, colour)
        write(canvas, begin - _GAP, y, *name, INK, "r")
        write(canvas, end + _GAP, y, *amount, INK)
    return png(picture)


def _rows(say: Language, spent: Spent) -> list[_Row]:
    def amount(minor: int) -> str:
        return say.money(Money(minor, spent.currency))

    bars = largest_categories(spent)
    if bars and bars[0][0] is None:
        told = [(say.plain("This week"), spent.minor)]
    else:
        told = [(category_name(say, category), minor) for category, minor in bars]
    largest = max([spent.before_minor, *(minor for _, minor in told)])
    rows: list[_Row] = [(name, amount(minor), minor, largest, GREEN) for name, minor in told]
    if spent.before_minor:
        before = spent.before_minor
        name = say.plain("The week before, in all")
        rows.append((name, amount(before), before, largest, LINE))
    return rows
