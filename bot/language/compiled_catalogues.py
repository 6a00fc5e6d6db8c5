"""Catalogues as gettext reads them, kept beside their sources as Python keeps its modules.

To read a `.po` file takes thirty times as long, and every start reads those of all languages,
for the menus of commands. Run as `python -m bot.language.compiled_catalogues` it compiles all.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

LOCALES: Final = Path(__file__).parent / "locales"
_KEPT_IN: Final = "__pycache__"


def source(code: str) -> Path:
    """Return where the messages of a locale are written, which need not be there."""
    return LOCALES / code / "LC_MESSAGES" / "all_square.po"


def compiled(po: Path) -> bytes:
    """Return what a `.po` file says as a `.mo` file, from the last time it was read.

    The one that is kept has its source's digest in its name, so it is never of another.
    """
    said = po.read_bytes()
    digest = hashlib.sha256(said).hexdigest()[:16]
    kept = po.parent / _KEPT_IN / f"{po.stem}.{digest}.mo"
    with suppress(OSError):
        return kept.read_bytes()
    made = _compile(said, locale=po.parent.parent.name)
    if not sys.dont_write_bytecode:
        # Where nothing may be written, as in an image that came without, it is made each time.
        with suppress(OSError):
            _keep(made, kept)
    return made


def _compile(said: bytes, locale: str) -> bytes:
    # Here and not above, as it is seldom needed.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(said), locale=locale))
    return made.getvalue()


def _keep(made: bytes, kept: Path) -> None:
    """Put a file in place of its predecessors, whole at any moment, whoever else does so."""
    kept.parent.mkdir(exist_ok=True)
    for before in kept.parent.glob("*.mo"):
        before.unlink(missing_ok=True)
    half = kept.with_suffix(f".{os.getpid()}")
    half.write_bytes(made)
    half.replace(kept)


if __name__ == "__main__":
    for each in LOCALES.glob("*/LC_MESSAGES/all_square.po"):
        compiled(each)
