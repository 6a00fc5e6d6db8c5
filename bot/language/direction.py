"""Right-to-left texts: isolates that keep names, numbers and commands from turning around.

Beside Arabic letters the marks of the Unicode Bidirectional Algorithm decide what is read
first: without them "-50" is shown as "50-", "/help" as "help/", and "Bob ← Asha" stands the
other way round where both names are Latin, which would turn a debt around (UAX #9).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FIRST_STRONG_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT_MARK: Final = "\N{RIGHT-TO-LEFT MARK}"
_LEFT_TO_RIGHT_MARK: Final = "\N{LEFT-TO-RIGHT MARK}"

_LATIN: Final = r"[/@#+\-−×=]*[A-Za-z0-9]+(?:[._:/%=+\-×@]+[A-Za-z0-9]+)*%?"
_PIECES: Final = re.compile(
    r"(?P<kept><code>[^<]*</code>|[#+\-−×@]*\{\w+\}%?|"
    rf"{_LATIN}(?: {_LATIN})*)|<[^>]*>|&\w+;"
)
_MIXED_SIGN: Final = re.compile("[A-Z]+[^A-Z0-9\\s]")
"""A currency's sign of letters with another one behind them, which belongs to neither side."""
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@lru_cache(maxsize=2048)
def isolated_message(message: str) -> str:
    """Return a message with isolates around its placeholders, its code and what is not Arabic.

    A line without an Arabic letter of its own gets a mark, as a reader would take it for one
    that runs from left to right. Arrows point the way people read.
    """
    return "\n".join(map(_isolated_line, message.split("\n")))


def _isolated_line(line: str) -> str:
    if not line:
        return line
    bare = _PIECES.sub("", line)
    told = _PIECES.sub(lambda found: isolated(found[0]) if found["kept"] else found[0], line)
    # Arrows are not mirrored with the text around them, and they say who pays whom.
    told = told.replace("→", "←")
    return told if _ARABIC.search(bare) else f"{_RIGHT_TO_LEFT_MARK}{told}"


def isolated(text: str) -> str:
    """Return a text that keeps to itself which way it runs."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def isolated_list(pattern: str) -> str:
    """Return a list's pattern, such as "{0}، {1}", whose items keep to themselves."""
    return _RIGHT_TO_LEFT_MARK + pattern.replace("{0}", isolated("{0}")).replace(
        "{1}", isolated("{1}")
    )


def with_whole_sign(amount: str) -> str:
    """Return an amount of a right-to-left locale whose "US$" does not come apart to "$US"."""
    return _MIXED_SIGN.sub(rf"{_RIGHT_TO_LEFT_MARK}\g<0>{_LEFT_TO_RIGHT_MARK}", amount)


def signed(sign: str, amount: str) -> str:
    """Return an amount of a right-to-left locale with its sign before the digits, not behind."""
    told = amount.removeprefix(_RIGHT_TO_LEFT_MARK)
    return f"{_RIGHT_TO_LEFT_MARK}{_LEFT_TO_RIGHT_MARK}{sign}{told}"
