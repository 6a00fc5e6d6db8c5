"""Names in scripts that leave vowels out, as Latin letters spell them: राहुल is Rahul."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from handlers.grammar.vocabulary.letters import SCRIPTS, Script

_LATIN: Final = re.compile(r"[a-z']{2,}")
_SHORTEST: Final = 2
"""Letters of a name that is told from others."""


@lru_cache(maxsize=4096)
def spelled(name: str, language: str) -> re.Pattern[str] | None:
    """Return what a folded name may be in Latin letters; None for one in other letters."""
    script = SCRIPTS.get(language)
    if script is None or len(name) < _SHORTEST:
        return None
    if not re.fullmatch(f"[{script.letters}]+", name):
        return None
    return re.compile("".join(_pieces(name, script)))


def is_latin(name: str) -> bool:
    """Tell whether a folded name is in nothing but Latin letters."""
    return _LATIN.fullmatch(name) is not None


def _pieces(name: str, script: Script) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(name):
        size = next((n for n in (3, 2, 1) if name[at : at + n] in script.consonants), 1)
        letter = name[at : at + size]
        stop = at + size
        if not at and letter in script.first:
            found.append(script.first[letter])
        elif letter in script.consonants:
            found.append(f"(?:{script.consonants[letter]})+")
            behind = name[stop : stop + 1]
            if behind and behind in script.joins:
                stop += 1
            elif not behind:
                found.append(script.unwritten_last)
            elif behind not in script.vowels:
                found.append(script.unwritten)
        else:
            found.append(script.signs.get(letter, re.escape(letter)))
        at = stop
    return found
