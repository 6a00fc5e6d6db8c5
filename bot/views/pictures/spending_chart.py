"""The picture of what was spent: over time, on what, and by whom, to be read on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from bot.views.pictures.canvas import GREEN, INK, PAPER, WIDE, png
from bot.views.pictures.lettering import fitted, width, write

_MARGIN: Final = 40
_LETTERS: Final = 32
_TITLE: Final = 46
_HEADING: Final = 90
_ROW: Final = 66
_PERSON: Final = 96
_COLUMNS_HIGH: Final = 250
_NAME_WIDE: Final = 290
_AMOUNT_WIDE: Final = 235
_GAP: Final = 20
_BAR: Final = 26
_SWATCH: Final = 24
"""Pixels, as all lengths here."""
_MOST_LABELS: Final = 6
_CACHED: Final = 32

_FAINT: Final = "#5b6973"
_GUESSED: Final = "#a9d8c6"
_PAID: Final = "#3b6fb6"
_USED: Final = "#e0a33c"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar's name, its minor units, what stands at its end, and whether it is certain."""

    name: str
    minor: int
    amount: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's two bars: what they paid and what they used."""

    name: str
    paid: Bar
    used: Bar


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, with all words in the reader's language; a panel without bars is left out."""

    title: str
    total: str
    when: tuple[str, tuple[Bar, ...]]
    what: tuple[str, tuple[Bar, ...]]
    who: tuple[str, tuple[Person, ...]]
    paid: str
    used: str


@lru_cache(maxsize=_CACHED)
def spending_chart(chart: Chart) -> bytes:
    """Return a PNG; the same chart is drawn once."""
    panels = _panels(chart)
    high = _HEADING + sum(_HEADING + panel.tall for panel in panels) + _MARGIN
    picture = Image.new("RGB", (WIDE, high), PAPER)
    on = ImageDraw.Draw(picture)
    half = (WIDE - 2 * _MARGIN) * 0.6
    write(on, _MARGIN, 50, *fitted(chart.title, _TITLE, half), INK)
    total = fitted(chart.total, _TITLE, WIDE - 2 * _MARGIN - half - _GAP)
    write(on, WIDE - _MARGIN, 50, *total, INK, "r")
    top = _HEADING
    for panel in panels:
        heading = fitted(panel.heading, _LETTERS, _NAME_WIDE - _GAP)
        write(on, _MARGIN, top + _HEADING / 2, *heading, _FAINT)
        panel.draw(on, top + _HEADING)
        top += _HEADING + panel.tall
    return png(picture)


@dataclass(frozen=True, slots=True)
class _Panel:
    """One of the picture's parts: how tall it is, and what draws it below a height."""

    heading: str
    tall: int
    draw: Callable[[ImageDraw.ImageDraw, int], None]


def _panels(chart: Chart) -> list[_Panel]:
    panels: list[_Panel] = []
    heading, columns = chart.when
    if columns:
        tall = _COLUMNS_HIGH + _LETTERS * 2
        panels.append(_Panel(heading, tall, lambda on, top: _columns(on, top, columns)))
    heading, rows = chart.what
    if rows:
        panels.append(_Panel(heading, _ROW * len(rows), lambda on, top: _rows(on, top, rows)))
    heading, people = chart.who
    if people:
        tall = _PERSON * len(people)
        panels.append(_Panel(heading, tall, lambda on, top: _people(on, top, chart)))
    return panels


def _columns(on: ImageDraw.ImageDraw, top: int, bars: Sequence[Bar]) -> None:
    """Draw standing bars; as many have their names below as there is room for."""
    largest = max(1, *(bar.minor for bar in bars))
    room = (WIDE - 2 * _MARGIN) / len(bars)
    each = -(-len(bars) // _MOST_LABELS)
    for place, bar in enumerate(bars):
        left, bottom = _MARGIN + place * room, top + _COLUMNS_HIGH
        if bar.minor > 0:  # what came back has no height
            # Relative to the largest, so no float meets money.
            high = max(2.0, _COLUMNS_HIGH * (bar.minor / largest))
            on.rectangle((left + room * 0.1, bottom - high, left + room * 0.9, bottom), GREEN)
        if place % each == 0:
            name = fitted(bar.name, _LETTERS, room * each)
            begin = left + room / 2 - width(*name) / 2
            begin = min(max(begin, _MARGIN), WIDE - _MARGIN - width(*name))
            write(on, begin, bottom + _LETTERS, *name, INK)


def _rows(on: ImageDraw.ImageDraw, top: int, bars: Sequence[Bar]) -> None:
    """Draw lying bars, names before them and amounts behind."""
    largest = max(1, *(bar.minor for bar in bars))
    for place, bar in enumerate(bars):
        y = top + place * _ROW + _ROW // 2
        write(on, _MARGIN, y, *fitted(bar.name, _LETTERS, _NAME_WIDE - _GAP), INK)
        _lying(on, y, bar, largest, GREEN if bar.certain else _GUESSED)


def _people(on: ImageDraw.ImageDraw, top: int, chart: Chart) -> None:
    """Draw two lying bars a person, and what they mean beside the heading."""
    people = chart.who[1]
    y = top - _HEADING // 2
    for place, (name, colour) in enumerate(((chart.paid, _PAID), (chart.used, _USED))):
        x = _MARGIN + _NAME_WIDE * (place + 1)
        on.rectangle((x, y - _SWATCH // 2, x + _SWATCH, y + _SWATCH // 2), colour)
        write(on, x + _SWATCH + 12, y, *fitted(name, _LETTERS, _NAME_WIDE - 60), _FAINT)
    largest = max(1, *(bar.minor for person in people for bar in (person.paid, person.used)))
    for place, person in enumerate(people):
        y = top + place * _PERSON + _PERSON // 2
        write(on, _MARGIN, y, *fitted(person.name, _LETTERS, _NAME_WIDE - _GAP), INK)
        _lying(on, y - 20, person.paid, largest, _PAID)
        _lying(on, y + 20, person.used, largest, _USED)


def _lying(on: ImageDraw.ImageDraw, y: int, bar: Bar, largest: int, colour: str) -> None:
    begin = _MARGIN + _NAME_WIDE
    room = WIDE - _MARGIN - begin - _AMOUNT_WIDE
    if bar.minor > 0:
        end = begin + max(4.0, room * (bar.minor / largest))
        on.rectangle((begin, y - _BAR // 2, end, y + _BAR // 2), colour)
    write(on, WIDE - _MARGIN, y, *fitted(bar.amount, _LETTERS, _AMOUNT_WIDE - _GAP), INK, "r")
