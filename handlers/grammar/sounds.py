"""Names across alphabets, by how they sound: Боб is Bob, and Юля is Yulia or Julia."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгґдезиіклмнопрстуфхыэ", "abvggdeziiklmnoprstufhie", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh"}
    | {"є": "ie", "ю": "iu", "я": "ia", "ъ": "", "ь": "", "'": ""}
)
_LATIN: Final = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ph", "f"),
    ("x", "ks"),
    ("tz", "ts"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("'", ""),
)
_HARD_C: Final = re.compile("c(?!h)")
_DOUBLE: Final = re.compile(r"(.)\1+")
_IN_CYRILLIC: Final = re.compile("[а-яєіґ]")
_IN_LATIN: Final = re.compile("[a-z]")
_SHORTEST: Final = 3
"""Letters of a sound that is told from others."""


@lru_cache(maxsize=4096)
def sound(name: str) -> tuple[bool, str] | None:
    """Return whether a folded name is in Cyrillic letters, and how it sounds.

    None for one in other letters or in both, and for one too short to tell.
    """
    cyrillic = _IN_CYRILLIC.search(name) is not None
    if cyrillic == (_IN_LATIN.search(name) is not None):
        return None
    said = name.translate(_CYRILLIC) if cyrillic else name
    if not cyrillic:
        for written, sounds in _LATIN:
            said = said.replace(written, sounds)
        said = _HARD_C.sub("k", said)
    said = _DOUBLE.sub(r"\1", said)
    return (cyrillic, said) if len(said) >= _SHORTEST and said.isascii() else None


def is_cyrillic(name: str) -> bool:
    """Tell whether a folded name is in Cyrillic letters."""
    return _IN_CYRILLIC.search(name) is not None
