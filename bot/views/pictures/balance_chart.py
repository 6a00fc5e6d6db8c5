"""Pictures of balances: bars to both sides, drawn without a screen or any shared state.

matplotlib's own figure and canvas, never pyplot, which keeps every figure in a global.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.language.catalogues import Language
from bot.views.pictures.lettering import drawable, fonts
from ledger.core.money import Currency, Money

MAX_BARS: Final = 30
"""Bars of one currency; where more people have open balances, the largest are drawn."""
MAX_PANELS: Final = 4
"""Currencies in one picture."""

_PLUS: Final = "#2a9d74"
_MINUS: Final = "#d4573b"
_INK: Final = "#22303c"
_FAINT: Final = "#c9d2d9"
_INCHES_A_BAR: Final = 0.4
_INCHES_WIDE: Final = 6.4
Bars = Sequence[tuple[str, int]]
"""Names with their nets in minor units, best first, none zero."""


def nets_chart(say: Language, currencies: Sequence[tuple[Currency, Bars]]) -> bytes:
    """Return a PNG with a panel a currency: those who are up to the right, down to the left."""
    panels = [(currency, _largest(bars)) for currency, bars in currencies[:MAX_PANELS]]
    heights = [len(bars) + 1.0 for _, bars in panels]
    layout = _Layout.of(say, panels)
    size = (layout.inches, 0.3 + _INCHES_A_BAR * sum(heights))
    figure = Figure(figsize=size, dpi=150, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=heights)
    for (currency, bars), panel in zip(panels, axes[:, 0], strict=True):
        _draw(say, panel, currency, bars, layout)
    figure.tight_layout()
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


@dataclass(frozen=True, slots=True)
class _Layout:
    """Room in inches for the longest bar to one side, its label, and the names."""

    bar: float
    label: float
    name: float

    @classmethod
    def of(cls, say: Language, panels: Sequence[tuple[Currency, Bars]]) -> _Layout:
        labels = [say.net(Money(net, currency)) for currency, bars in panels for _, net in bars]
        label = 0.15 + 0.085 * max(map(len, labels))
        name = 0.2 + 0.095 * max(len(name) for _, bars in panels for name, _ in bars)
        return cls(max(0.9, (_INCHES_WIDE - 2 * label - name) / 2), label, name)

    @property
    def inches(self) -> float:
        return 2 * (self.bar + self.label) + self.name


def _largest(bars: Bars) -> Bars:
    kept = sorted(bars, key=lambda bar: abs(bar[1]), reverse=True)[:MAX_BARS]
    return sorted(kept, key=lambda bar: bar[1], reverse=True)


def _draw(say: Language, panel: Axes, currency: Currency, bars: Bars, layout: _Layout) -> None:
    """Draw one currency; the lengths are relative to the largest, so no float meets money."""
    largest = max(abs(net) for _, net in bars)
    style: dict[str, Any] = {
        "va": "center",
        "color": _INK,
        "family": list(fonts()),
        "fontsize": 10,
    }
    names_at = layout.bar + layout.label
    for row, (name, net) in enumerate(bars):
        length = layout.bar * (net / largest)
        panel.barh(row, length, height=0.62, color=_PLUS if net > 0 else _MINUS)
        label, side = drawable(say.net(Money(net, currency))), "left" if net > 0 else "right"
        panel.text(length + (0.06 if net > 0 else -0.06), row, label, ha=side, **style)
        panel.text(names_at, row, drawable(name), **style)
    panel.axvline(0, color=_FAINT, linewidth=1)
    panel.set_xlim(-names_at, names_at + layout.name)
    panel.set_ylim(len(bars) - 0.4, -0.6)
    panel.text(-names_at, -0.95, drawable(say.currency(currency)), **style)
    panel.axis("off")
