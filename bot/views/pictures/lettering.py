"""Letters in pictures: which fonts this machine has, and what they can draw."""

from __future__ import annotations

from functools import cache
from typing import Final

from matplotlib import font_manager, rcParams
from matplotlib.font_manager import FontProperties

_WANTED_FONTS: Final = (
    "DejaVu Sans",
    "Noto Sans Devanagari",
    "Lohit Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
)
"""Tried one after another for each character; DejaVu comes with matplotlib."""


# Hinting fits letters to the pixels of screens of long ago; it takes a third of the time.
rcParams["text.hinting"] = "none"


@cache
def fonts() -> tuple[str, ...]:
    """Return the fonts that are tried for a character, in this order."""
    present = {font.name for font in font_manager.fontManager.ttflist}
    return tuple(name for name in _WANTED_FONTS if name in present)


@cache
def _characters() -> frozenset[int]:
    covered: set[int] = set()
    for name in fonts():
        covered.update(font_manager.get_font(font_manager.findfont(name)).get_charmap())
    return frozenset(covered)


def font_for(text: str, size: int) -> FontProperties:
    """Return the font of a text: one file where it has all letters, else all in their order."""
    if all(ord(character) in _first_has() for character in text):
        return FontProperties(fname=_first_file(), size=size)
    return FontProperties(family=list(fonts()), size=size)


@cache
def _first_file() -> str:
    return str(font_manager.findfont(fonts()[0]))


@cache
def _first_has() -> frozenset[int]:
    return frozenset(font_manager.get_font(_first_file()).get_charmap())


def drawable(text: str) -> str:
    """Return the text without characters that no font here can draw, such as emoji."""
    # A dollar sign would begin a formula; matplotlib reads a backslash before it as itself.
    kept = "".join(character for character in text if ord(character) in _characters())
    return kept.strip().replace("$", r"\$") or "?"
