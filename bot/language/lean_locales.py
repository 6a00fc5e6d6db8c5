"""Babel's locales, without what nobody writes here.

Babel keeps all that it has loaded of a language for good: a megabyte each, of which more than
half is units of measurement and the like; and two of the whole world.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from babel import Locale, localedata
from babel.core import get_global

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
    _forget_distant_languages()
    for name in (code, locale.language, "root"):
        kept = localedata.load(name)  # The very dictionary that Babel keeps.
        for part in NEVER_WRITTEN:
            kept.pop(part, None)
    return locale


@cache
def _forget_distant_languages() -> None:
    """Let go of who speaks what where, and where those languages are spoken that Babel has not.

    Babel knows 8,000 languages by their country and script, but has locales of 300: a locale
    of another is not found with them either.
    """
    spoken: Any = get_global("territory_languages")  # The very dictionaries, here too.
    spoken.clear()
    likely: Any = get_global("likely_subtags")
    known = {name.partition("_")[0] for name in localedata.locale_identifiers()} | {"und"}
    for name in [name for name in likely if name.partition("_")[0] not in known]:
        del likely[name]
