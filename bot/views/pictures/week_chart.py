"""The picture of a week: what was spent on what, beside the week before.

Drawn on the bare figure, without axes: a broadcast draws thousands of them, and this takes
a tenth of the time.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from bot.language.catalogues import Language
from bot.views.category_lines import category_name, largest_categories
from bot.views.pictures.lettering import drawable, font_for
from ledger.core.money import Money
from ledger.reports.weekly_summary import Spent

MAX_CURRENCIES: Final = 2
_BAR: Final = "#2a9d74"
_FAINT: Final = "#c9d2d9"
_INK: Final = "#22303c"
_WIDE: Final = 4.4
_ROW: Final = 0.44
_MARGIN: Final = 0.16
"""Inches, as all lengths here."""
_DPI: Final = 110

_Row = tuple[str, int, int, str]
"""A label, its minor units, the largest of its currency, and the bar's colour."""


def week_chart(say: Language, weeks: Sequence[Spent]) -> bytes:
    """Return a PNG with a bar for each category, the group's own currency first."""
    rows = [row for spent in weeks[:MAX_CURRENCIES] for row in _rows(say, spent)]
    high = _ROW * len(rows) + 2 * _MARGIN
    figure = Figure(figsize=(_WIDE, high), dpi=_DPI, facecolor="white")
    canvas: Any = FigureCanvasAgg(figure)
    for place, (label, minor, largest, colour) in enumerate(rows):
        top = high - _MARGIN - place * _ROW
        # The lengths are relative to the largest, so no float meets money.
        length = (_WIDE - 2 * _MARGIN) * (minor / largest)
        figure.add_artist(
            Rectangle(
                (_MARGIN / _WIDE, (top - 0.38) / high),
                max(length, 0.02) / _WIDE,
                0.13 / high,
                transform=figure.transFigure,
                color=colour,
            )
        )
        figure.text(
            _MARGIN / _WIDE,
            (top - 0.12) / high,
            shown := drawable(label),
            va="center",
            color=_INK,
            fontproperties=font_for(shown, 10),
        )
    canvas.draw()
    return _png(canvas)


def _rows(say: Language, spent: Spent) -> list[_Row]:
    def label(name: str, minor: int) -> str:
        amount = say.money(Money(minor, spent.currency))
        return say.plain("{name}  {amount}", name=name, amount=amount)

    bars = largest_categories(spent)
    if bars and bars[0][0] is None:
        told = [(say.plain("This week"), spent.minor)]
    else:
        told = [(category_name(say, category), minor) for category, minor in bars]
    largest = max([spent.before_minor, *(minor for _, minor in told)])
    rows: list[_Row] = [(label(name, minor), minor, largest, _BAR) for name, minor in told]
    if spent.before_minor:
        before = label(say.plain("The week before, in all"), spent.before_minor)
        rows.append((before, spent.before_minor, largest, _FAINT))
    return rows


def _png(canvas: Any) -> bytes:
    size = canvas.get_width_height()
    image = Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    picture = io.BytesIO()
    # Flat colours compress well enough at the first level, in half the time.
    image.convert("RGB").save(picture, "PNG", compress_level=1)
    return picture.getvalue()
