"""What a person's language says about where they live: currency, time zone and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_territory_currencies

from bot.language.offered import best_offered, is_spoken
from ledger.book.open_book import Defaults
from ledger.core.money import currency, is_currency

_SPOKEN_EVERYWHERE = frozenset({"en", "es", "pt", "fr", "ar"})
"""Languages that say little about a country unless one is named with them."""


_MOST_LIVE_BY = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
}
"""The zone of most people in countries that have several: a better guess than another country's."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A guess at a group's settings; `language` is None where we don't speak theirs."""

    defaults: Defaults
    language: str | None


def locality_of(code: str | None, otherwise: Defaults) -> Locality:
    """Guess from a language code such as Telegram's "hi" or "en-GB" (CLDR's likely subtags)."""
    offered = best_offered(code) if is_spoken(code) else None
    territory = _territory(code) if code else None
    if territory is None:
        return Locality(otherwise, offered)
    currencies = [code for code in get_territory_currencies(territory) if is_currency(code)]
    zones = get_global("territory_zones").get(territory, ())
    return Locality(
        Defaults(
            currency(currencies[0]) if currencies else otherwise.currency,
            zones[0]
            if zones and _agree(zones)
            else _MOST_LIVE_BY.get(territory, otherwise.timezone),
        ),
        offered,
    )


def _territory(code: str) -> str | None:
    try:
        locale = Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    if locale.territory:
        return locale.territory
    if locale.language in _SPOKEN_EVERYWHERE:
        return None
    likely = get_global("likely_subtags").get(locale.language, "")
    return likely.rsplit("_", 1)[-1] if "_" in likely else None


def _agree(zones: Iterable[str]) -> bool:
    """Tell whether a territory's zones show the same time, in winter and in summer."""
    moments = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
    return all(
        len({moment.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}) == 1
        for moment in moments
    )
