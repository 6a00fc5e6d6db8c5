"""`/payinfo` as people write it: a detail a line, its scheme before it where it can't be seen.

Several stand in one line, too, where each begins with its scheme.
"""

from __future__ import annotations

import re
from typing import Final

from ledger.core.paying.details import Scheme

_OFF: Final = frozenset({"off", "none", "remove", "delete", "forget"})
_ALSO: Final = {
    "paypal": Scheme.LINK,
    "revolut": Scheme.LINK,
    "wise": Scheme.LINK,
    "venmo": Scheme.LINK,
    "cashapp": Scheme.LINK,
    "url": Scheme.LINK,
    "sepa": Scheme.IBAN,
    "vpa": Scheme.UPI,
    "bhim": Scheme.UPI,
    "gpay": Scheme.UPI,
    "paytm": Scheme.UPI,
    "phonepe": Scheme.UPI,
}
_WORDS: Final = "|".join((*Scheme, *_ALSO))
_NEXT: Final = re.compile(
    rf"[,;]\s*(?=(?:{_WORDS})\s*[\s:=])|\s+(?=(?:{_WORDS})\s*[:=])|\n", re.IGNORECASE
)
_NAMED: Final = re.compile(r"([A-Za-z]+)(?:\s*[:=]\s*|\s+)(\S.*)", re.DOTALL)


def read_details(typed: str) -> list[tuple[Scheme | None, str]]:
    """Read what stands behind the command: each line's scheme, where it has one, and detail.

    The detail of a scheme that stands alone is "".
    """
    lines = _NEXT.split("\n".join(behind_command(typed).splitlines()))
    return [_detail(line.strip()) for line in lines if line.strip()]


def behind_command(typed: str) -> str:
    """Return a message without its command."""
    _, _, behind = typed.strip().partition(typed.split(maxsplit=1)[0])
    return behind.strip()


def taken_back(typed: str) -> tuple[Scheme | None, ...]:
    """Read what somebody takes back: None for all of theirs, else a scheme; () for nothing."""
    words = re.split(r"[\s:=]+", behind_command(typed).casefold())
    schemes = [_scheme(word) for word in words if word not in _OFF]
    if len(schemes) == len(words) or len(words) > 1 + len(schemes) or None in schemes:
        return ()
    return tuple(schemes) or (None,)


def _detail(line: str) -> tuple[Scheme | None, str]:
    alone = _scheme(line.rstrip(" :=").casefold())
    if alone is not None:
        return alone, ""
    named = _NAMED.fullmatch(line)
    if named is not None:
        scheme = _scheme(named[1].casefold())
        if scheme is None and named[2].startswith("https://"):
            scheme = Scheme.LINK
        if scheme is not None:
            return scheme, named[2].strip()
    return None, line


def _scheme(word: str) -> Scheme | None:
    try:
        return Scheme(word)
    except ValueError:
        return _ALSO.get(word)
