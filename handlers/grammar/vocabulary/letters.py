"""Letters of scripts that leave vowels out, and how their people write them in Latin ones.

As folded: without nukta and hamza, and ة as ه. Each is a regular expression of what may
stand for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Script:
    """One script: its range, its consonants, what else it writes, and what it leaves out.

    `consonants` may be doubled, and are followed by `unwritten`, the last by `unwritten_last`,
    unless `joins` or a sign of `vowels` stands behind them. `signs` are all the others, and
    `first` is how some letters are read that begin a name.
    """

    letters: str
    consonants: Mapping[str, str]
    signs: Mapping[str, str]
    first: Mapping[str, str]
    unwritten: str
    unwritten_last: str = ""
    joins: str = ""
    vowels: str = ""


DEVANAGARI: Final = Script(
    letters="\u0900-\u097f",
    consonants={
        "क": "k|c|q|ck", "ख": "kh|k", "ग": "g", "घ": "gh|g", "ङ": "n", "च": "ch|c",
        "छ": "chh|ch", "ज": "j|z|g", "झ": "jh|j|z", "ञ": "n", "ट": "t", "ठ": "th|t",
        "ड": "d|r", "ढ": "dh|d|rh", "ण": "n", "त": "t|th", "थ": "th|t", "द": "d|dh",
        "ध": "dh|d", "न": "n", "प": "p", "फ": "f|ph", "ब": "b", "भ": "bh|b", "म": "m",
        "य": "y|i|", "र": "r", "ल": "l", "ळ": "l", "व": "w|v", "श": "sh|s", "ष": "sh|s",
        "स": "s|c", "ह": "h", "क्ष": "ksh|x", "ज्ञ": "gy|jn|gn",
    },
    signs={
        "ा": "a+h?", "ि": "[iey]+", "ी": "[iey]+", "ु": "[uo]+", "ू": "[uo]+", "ृ": "r[iu]?",
        "े": "(?:ai|ay|e|a)", "ै": "(?:ai|ei|ay|e|a)", "ो": "(?:oa|ow|o|au)h?",
        "ौ": "(?:au|ou|ow|o)", "ॉ": "(?:aw|au|oh|o|a)", "ॅ": "[ea]", "ं": "[nm]?", "ँ": "[nm]?",
        "अ": "[au]", "आ": "a+", "इ": "[iey]+", "ई": "[iey]+", "उ": "[uo]+", "ऊ": "[uo]+",
        "ए": "(?:ai|e|a)", "ऐ": "(?:ai|ei|a|i)", "ओ": "o+", "औ": "(?:au|ou|o)", "ऑ": "(?:au|o)",
        "ऋ": "ri?",
    },
    first={},
    unwritten="a?",
    unwritten_last="a?",
    joins="\u094d",
    vowels="\u093e\u093f\u0940\u0941\u0942\u0943\u0945\u0947\u0948\u0949\u094b\u094c",
)  # fmt: skip

ARABIC: Final = Script(
    letters="\u0621-\u064a",
    consonants={
        "ب": "b|p", "ت": "t", "ث": "th|t|s", "ج": "j|g|dj", "ح": "h", "خ": "kh|k", "د": "d",
        "ذ": "dh|d|z|th", "ر": "r", "ز": "z", "س": "s|c", "ش": "sh|ch", "ص": "s", "ض": "dh|d",
        "ط": "t", "ظ": "z|dh|d", "غ": "gh|g", "ف": "f|v|ph", "ق": "q|k|g|c", "ك": "k|c",
        "ل": "l", "م": "m", "ن": "n", "ه": "h|ah?|eh?|at|et",
    },
    signs={
        "ا": "[ae]+", "ع": "[aeiou']*", "و": "(?:[ouw]+|aw[aei]?|w[aei])", "ي": "[iey]+a?",
        "ى": "(?:ah?|[iey]+)",
        "ء": "[a']?",
    },
    first={"ا": "[aeiou]+", "ع": "(?=[aeiou])[aeiou]*", "و": "[wv][aeiou]?", "ي": "[yij][aeiou]*"},
    unwritten="[aeiou]?",
    unwritten_last="e?",
)  # fmt: skip

SCRIPTS: Final[Mapping[str, Script]] = {"hi": DEVANAGARI, "ar": ARABIC}
"""The script of each language whose people have names in Latin letters as often."""
