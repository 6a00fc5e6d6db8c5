"""Defusing: a text that a spreadsheet would run as a formula gets an apostrophe in front.

`= + - @`, a tab and a carriage return begin formulas (OWASP, CSV Injection). A text that
begins so behind apostrophes of its own gets one more, so that every text comes back as it was.
"""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")


def defused(text: str) -> str:
    """Return a text that is nothing but text in a spreadsheet."""
    return f"'{text}" if _FORMULA.match(text) else text


def armed(text: str) -> str:
    """Return the text that was defused."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
