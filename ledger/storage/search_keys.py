"""How descriptions are searched: the same on every database, whatever its collation."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
"""Joiners and what chooses a character's look: one keyboard writes them, another does not."""


def search_key(text: str) -> str:
    """Return what words are searched by: any case, one way of writing each letter.

    Unicode's NFKC and case folding: `STRASSE` finds "Straße", and a Hindi letter with its dot
    is the same in one character or in two. The Turkish capital İ is an i.
    """
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().replace("i\u0307", "i")
    return unicodedata.normalize("NFKC", folded)


def stored_key(description: str) -> str | None:
    """Return the search key to be stored: None where it is the description itself."""
    key = search_key(description)
    return None if key == description else key
