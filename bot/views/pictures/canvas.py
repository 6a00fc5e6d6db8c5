"""What all pictures share: how wide they are, their colours, and how they become a file."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image

WIDE: Final = 1000
"""Pixels; a phone shows that a third as wide."""
PAPER: Final = "#ffffff"
INK: Final = "#22303c"
LINE: Final = "#c9d2d9"
GREEN: Final = "#2a9d74"
RED: Final = "#d4573b"


def png(picture: Image.Image) -> bytes:
    """Return a picture as a PNG; a few colours compress well at the first level already."""
    few = picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    told = io.BytesIO()
    few.save(told, "PNG", compress_level=1)
    return told.getvalue()
