"""Letters in pictures: every script as it is written, with fonts that come with the install.

Pillow sets each run of letters with HarfBuzz (raqm), which joins and stacks what scripts join
and stack; which font a run takes is found here, since Pillow knows one font at a time.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PIL import ImageDraw, ImageFont

LEAST_SIZE: Final = 28
"""Pixels of letters in a picture of 1,000: what a phone shows of it can still be read."""
_BELOW: Final = 0.36
"""How far below their middle letters stand on their line, in parts of their size."""
_REGULAR: Final = 400
_GENERAL: Final = "NotoSans[wght].ttf"
_OTHERS: Final = ("NotoSansSymbols[wght].ttf", "NotoEmoji[wght].ttf")
_EMOJI_FROM: Final = 0x1F000
_CJK: Final = "NotoSansCJK-VF.otf.ttc"
_CJK_FACES: Final = {"HIRAGANA": 0, "KATAKANA": 0, "HANGUL": 1, "CJK": 2}
"""Faces of one file: ideographs look as in Japan beside kana, else as in China."""
_MISSING: Final = "\U0010fffe"
"""No character, so a font draws its sign for one that it lacks."""

_Face = tuple[str, int]
"""A file of fonts and the place of one in it."""


def width(text: str, size: int) -> float:
    """Return how wide a text is drawn, in pixels."""
    return sum(run.width for run in _runs(text, size))


def write(
    canvas: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int, ink: str, side: str = "l"
) -> None:
    """Draw a text around the height `y`: from `x` on, or up to `x` where `side` is "r"."""
    runs = _runs(text, size)
    if side == "r":
        x -= sum(run.width for run in runs)
    for run in reversed(runs) if _is_rtl(text) else runs:
        canvas.text((x, y + size * _BELOW), run.text, ink, _font(*run.face, size), anchor="ls")
        x += run.width


def fitted(text: str, size: int, room: float) -> tuple[str, int]:
    """Return a text and the size at which it fits: smaller, and where that is not enough, cut."""
    text = drawable(text)
    while size > LEAST_SIZE and width(text, size) > room:
        size -= 1
    if width(text, size) <= room:
        return text, size
    kept = text
    while kept and width(f"{kept}…", size) > room:
        while len(kept) > 1 and _clings(kept[-1]):  # a letter goes with its marks
            kept = kept[:-1]
        kept = kept[:-1]
    return f"{kept.rstrip()}…", size


def drawable(text: str) -> str:
    """Return the text without what no font has, and without invisible ends of lines."""
    kept = "".join(" " if each.isspace() else each for each in text)
    return "".join(each for each in kept if _face_of(each) is not None or _clings(each)) or "?"


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that one font draws."""

    text: str
    face: _Face
    width: float


@lru_cache(maxsize=2000)
def _runs(text: str, size: int) -> tuple[_Run, ...]:
    """Split a text where the font changes; marks, joiners and spaces stay with what they follow."""
    pieces: list[tuple[str, _Face]] = []
    for character in text:
        face = _face_of(character)
        before = pieces[-1][1] if pieces else _general()
        if face is None or _clings(character):
            face = before
        elif character == " ":  # an emoji's would be as wide as one
            face = _general() if before[0] in _OTHERS else before
        if pieces and pieces[-1][1] == face:
            pieces[-1] = (pieces[-1][0] + character, face)
        else:
            pieces.append((character, face))
    if any(face == (_CJK, _CJK_FACES["HIRAGANA"]) for _, face in pieces):
        pieces = [(piece, _as_in_japan(face)) for piece, face in pieces]
    return tuple(_Run(piece, face, _font(*face, size).getlength(piece)) for piece, face in pieces)


def _as_in_japan(face: _Face) -> _Face:
    return (_CJK, _CJK_FACES["HIRAGANA"]) if face[0] == _CJK else face


def _clings(character: str) -> bool:
    """Tell whether a character belongs to the one before it: marks, joiners, variations."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf", "Sk"}


def _is_rtl(text: str) -> bool:
    """Tell whether a text begins with a script that is written from right to left."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


@lru_cache(maxsize=20_000)
def _face_of(character: str) -> _Face | None:
    """Return the face that has a character, None where none has."""
    script = unicodedata.name(character, "").partition(" ")[0]
    candidates: list[_Face] = []
    if script in _CJK_FACES or unicodedata.east_asian_width(character) == "W":
        candidates.append((_CJK, _CJK_FACES.get(script, _CJK_FACES["CJK"])))
    if script in _scripts():
        candidates.append((_scripts()[script], 0))
    others = [(name, 0) for name in _OTHERS]
    if ord(character) >= _EMOJI_FROM:
        candidates = [*reversed(others), *candidates]
    candidates += [_general(), *others, (_CJK, _CJK_FACES["CJK"])]
    return next((face for face in candidates if _has(face, character)), None)


def _has(face: _Face, character: str) -> bool:
    mask = _font(*face, LEAST_SIZE).getmask(character)
    return character == " " or (mask.size, bytes(mask)) != _missing(face)


@cache
def _missing(face: _Face) -> tuple[tuple[int, int], bytes]:
    mask = _font(*face, LEAST_SIZE).getmask(_MISSING)
    return mask.size, bytes(mask)


def _general() -> _Face:
    return (_GENERAL, 0)


@cache
def _scripts() -> dict[str, str]:
    """Return the files of fonts by the script that is the first word of its letters' names."""
    begins, ends = "NotoSans", "[wght].ttf"
    names = (path.name for path in _folder().iterdir())
    return {
        name.removeprefix(begins).removesuffix(ends).upper(): name
        for name in names
        if name.startswith(begins) and name.endswith(ends)
    }


@cache
def _folder() -> Path:
    return Path(str(files("manimgx_fonts")))


@lru_cache(maxsize=200)
def _font(name: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    folder = Path(str(files("manimgx_fonts_cjk"))) if name == _CJK else _folder()
    layout = ImageFont.Layout.RAQM
    font = ImageFont.truetype(str(folder / name), size, index, layout_engine=layout)
    font.set_variation_by_axes([_REGULAR])
    return font
