"""Pictures as people send them, made into ones that the book keeps: read, turned upright, reduced.

What a camera writes beside the picture, as where it was taken, goes.
"""

from __future__ import annotations

import asyncio
import io
import warnings
from typing import Final

LONGEST_SIDE: Final = 2560
"""Pixels, as many as Telegram keeps of a photo; a long till receipt can still be read."""
_MOST_PIXELS: Final = 100_000_000
_MOST_PIXELS_WHOLE: Final = 25_000_000
"""Of a picture that can't be read smaller than it is, as a JPEG can."""
_MOST_LENGTHS: Final = 20
"""How often the shorter side goes into the longer one: Telegram shows no longer ones as photos."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 82
_turn = asyncio.Semaphore(1)


class NoPictureError(Exception):
    """It is none that can be read and shown."""


async def read_picture(content: bytes) -> bytes:
    """Return a picture as a JPEG, told by what is in it; raise NoPictureError for none."""
    async with _turn:
        return await asyncio.to_thread(_reduced, content)


def _reduced(content: bytes) -> bytes:
    # Here and not above: few processes are ever sent a picture.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture: Image.Image = Image.open(io.BytesIO(content), formats=_FORMATS)
            pixels = picture.width * picture.height
            is_long = max(picture.size) > _MOST_LENGTHS * min(picture.size)
            most = _MOST_PIXELS if picture.format == "JPEG" else _MOST_PIXELS_WHOLE
            if pixels > most or is_long:
                raise NoPictureError
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            if picture.mode != "RGB":
                seen = picture.convert("RGBA")
                picture = Image.new("RGB", seen.size, "white")
                picture.paste(seen, mask=seen.getchannel("A"))
            written = io.BytesIO()
            picture.save(written, "JPEG", quality=_QUALITY, optimize=True)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, ArithmeticError):
        raise NoPictureError from None
    except Image.DecompressionBombError:
        raise NoPictureError from None
    return written.getvalue()
