"""Pictures of balances: bars to both sides, each beside the name it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from bot.language.catalogues import Language
from bot.views.pictures.canvas import GREEN, INK, LINE, PAPER, RED, WIDE, png
from bot.views.pictures.lettering import LEAST_SIZE, fitted, width, write
from ledger.core.money import Currency, Money

MAX_BARS: Final = 30
"""Bars of one currency; where more people have open balances, the largest are drawn."""
MAX_PANELS: Final = 4
"""Currencies in one picture."""
_SIZE: Final = 34
_ROW: Final = 68
_BAR: Final = 40
_MARGIN: Final = 28
_GAP: Final = 14
_LEAST_BAR: Final = 4
"""Pixels, as all lengths here."""

Bars = Sequence[tuple[str, int]]
"""Names with their nets in minor units, best first, none zero."""


def nets_chart(say: Language, currencies: Sequence[tuple[Currency, Bars]]) -> bytes:
    """Return a PNG with a panel a currency: those who are up to the right, down to the left."""
    panels = [(currency, _largest(bars)) for currency, bars in currencies[:MAX_PANELS]]
    high = 2 * _MARGIN + sum(_ROW * (len(bars) + 1) for _, bars in panels)
    picture = Image.new("RGB", (WIDE, high), PAPER)
    canvas = ImageDraw.Draw(picture)
    top = _MARGIN
    for currency, bars in panels:
        _draw(say, canvas, top, currency, bars)
        top += _ROW * (len(bars) + 1)
    return png(picture)


def _largest(bars: Bars) -> Bars:
    kept = sorted(bars, key=lambda bar: abs(bar[1]), reverse=True)[:MAX_BARS]
    return sorted(kept, key=lambda bar: bar[1], reverse=True)


def _draw(
    say: Language, canvas: ImageDraw.ImageDraw, top: int, currency: Currency, bars: Bars
) -> None:
    """Draw one currency: from the middle on bars and amounts to one side, names to the other."""
    middle, half = WIDE // 2, WIDE // 2 - _MARGIN
    title, size = fitted(say.currency(currency), _SIZE, WIDE - 2 * _MARGIN)
    write(canvas, _MARGIN, top + _ROW // 2, title, size, INK)
    top += _ROW
    canvas.line([(middle, top), (middle, top + _ROW * len(bars))], LINE, 2)
    labels = [fitted(say.net(Money(net, currency)), _SIZE, half * 0.7) for _, net in bars]
    room = half - max(width(label, size) for label, size in labels) - 2 * _GAP
    largest = max(abs(net) for _, net in bars)
    for place, ((name, net), (label, label_size)) in enumerate(zip(bars, labels, strict=True)):
        y = top + place * _ROW + _ROW // 2
        side = 1 if net > 0 else -1
        # The lengths are relative to the largest, so no float meets money.
        end = middle + side * max(_LEAST_BAR, room * (abs(net) / largest))
        box = (min(middle, end), y - _BAR // 2, max(middle, end), y + _BAR // 2)
        canvas.rounded_rectangle(box, 6, GREEN if net > 0 else RED)
        before, after = ("r", "l") if net > 0 else ("l", "r")
        write(canvas, end + side * _GAP, y, label, label_size, INK, after)
        shown, name_size = fitted(name, _SIZE, half - _GAP)
        write(canvas, middle - side * _GAP, y, shown, max(name_size, LEAST_SIZE), INK, before)
