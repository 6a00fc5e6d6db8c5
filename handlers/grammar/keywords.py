"""Keywords: the words and marks that say what stands beside them is no description."""

from __future__ import annotations

import re

from handlers.grammar.lexer import Word

MAX_CATEGORY = 64
"""The longest category, in characters; a longer word behind `#` is description."""

CONNECTORS = frozenset({"and", "&", "+", ",", ";", "plus", "und", "et", "y", "और", "aur"})
CONNECTORS |= {"и", "і", "й", "та", "ve", "dan", "و"}
"""Words that only join two names."""

_CATEGORY = re.compile(r"#(?=\d*[^\W\d])(\w[^\s#@,;!?()\[\]{}\"']*)")

PAID = frozenset({"paid", "paidby", "paid-by", "payer"})
"""Words before a name that say who paid."""

WITHOUT = frozenset({"-", "without", "except", "excluding", "minus", "not"})
WITHOUT |= {"w/o", "exclude", "excl", "skip", "but", "no"}
"""Words before a name that perhaps leave it out, as only a `-` that touches it does."""

_BARE_OUT = re.compile(r"-(?!me\Z|all\Z)[^\W\d_]+\Z")


def is_bare_out(word: Word) -> bool:
    """Tell whether a word is `-bob`, which perhaps leaves somebody out."""
    return not word.escaped and _BARE_OUT.match(word.low) is not None


def seems_without(word: Word) -> bool:
    """Tell whether a word before a name perhaps leaves it out: `-`, `except`."""
    return not word.escaped and word.low in WITHOUT


def category_of(word: Word) -> str | None:
    """Return the category that a `#word` says, in lower case, or None; `#12` says none."""
    found = _CATEGORY.match(word.plain) if word.plain[0] == "#" and not word.escaped else None
    if found is None or len(found[1]) > MAX_CATEGORY:
        return None
    return found[1].rstrip(".:").lower()
