"""What words and names are compared by: case, accents and emoji do not matter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "'", "_": " ", "æ": "ae"})
_LETTERS |= str.maketrans({"ة": "ه", "ی": "ي", "ک": "ك"})
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and a sign that show nothing (Unicode: Default_Ignorable_Code_Point, and the
Braille pattern blank), with which people make a name that looks empty."""
_VIRAMA = 9
"""The combining class of the sign that joins letters of Indian scripts: no accent."""
_DROPPED = frozenset({"So", "Sk", "Cf", "Cn", "Co", "Cs"})

_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})


def is_visible(text: str) -> bool:
    """Tell whether anything of a text can be seen, as of a name that is to be pressed."""
    return any(char not in INVISIBLE and unicodedata.category(char) not in _UNSEEN for char in text)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a text without case, accents, emoji and joiners; `_` counts as a space."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """Return what `fold` does and keep none of it: for a language's words, each asked for once.

    They would be most of what is kept, a megabyte that nobody looks up again.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = (
        char
        for char in plain
        if char not in INVISIBLE
        and unicodedata.combining(char) in (0, _VIRAMA)
        and unicodedata.category(char) not in _DROPPED
    )
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """Return what names are compared by: any case, `_` for spaces, one way of writing accents.

    Apostrophes are the same straight and curly: phones write `O’Brien`.
    """
    plain = unicodedata.normalize("NFKC", text).replace("_", " ").replace("’", "'").casefold()
    return "_".join(plain.split())
