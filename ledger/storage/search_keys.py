"""How descriptions are searched: the same on every database, whatever its collation."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
"""Joiners and what chooses a character's look: one keyboard writes them, another does not."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that are no other letter with an accent for Unicode, and are typed as one."""
_KEPT = (0, 8, 9)
"""Combining classes that make another letter: none, kana voicing, and the virama."""


def search_key(text: str) -> str:
    """Return what words are searched by: any case, no accents, one way of writing each letter.

    Unicode's NFKD and case folding: `STRASSE` finds "Straße", `creme brulee` "Crème brûlée",
    and a Hindi letter is found with its dot or without. The Turkish capital İ is an i.
    """
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text).casefold()).translate(_LETTERS)
    kept = "".join(char for char in plain if unicodedata.combining(char) in _KEPT)
    return unicodedata.normalize("NFKC", kept.casefold())


def stored_key(description: str) -> str | None:
    """Return the search key to be stored: None where it is the description itself."""
    key = search_key(description)
    return None if key == description else key
