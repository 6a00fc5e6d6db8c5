"""Babel's locales, without what nobody writes here.

Babel keeps all that it has loaded of a language for good: a megabyte each, of which more than
half is units of measurement and the like.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale, localedata

NEVER_WRITTEN: Final = (
    *("unit_patterns", "unit_display_names", "compound_unit_patterns"),
    *("compact_decimal_formats", "compact_currency_formats", "interval_formats"),
    *("date_fields", "scripts", "variants"),
)
"""Parts of CLDR: lengths and weights, "1K", "3–5 May", "in 2 days"."""


@cache
def lean_locale(code: str) -> Locale:
    """Return a locale; of it, and of what it inherits from, the rest is let go."""
    locale = Locale.parse(code)
    for name in (code, locale.language, "root"):
        kept = localedata.load(name)  # The very dictionary that Babel keeps.
        for part in NEVER_WRITTEN:
            kept.pop(part, None)
    return locale
