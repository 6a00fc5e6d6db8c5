"""Places people write where a time zone stands: `EST`, `UTC+2`, `India`, `Munich`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

MOST: Final = 3
"""How many zones are worth telling."""

_WELL_KNOWN: Final = (
    *("Asia/Kolkata", "America/New_York", "Europe/London", "Europe/Berlin", "America/Chicago"),
    *("Asia/Shanghai", "America/Los_Angeles", "America/Denver", "Europe/Paris", "Asia/Tokyo"),
    *("Asia/Dubai", "Asia/Singapore", "Australia/Sydney", "America/Sao_Paulo", "Africa/Lagos"),
    *("Europe/Moscow", "Europe/Istanbul", "Asia/Jakarta", "Africa/Johannesburg", "Africa/Cairo"),
    *("America/Toronto", "America/Mexico_City", "America/Vancouver", "Europe/Madrid"),
    *("Europe/Kyiv", "Europe/Athens", "Asia/Jerusalem", "Asia/Karachi", "Asia/Dhaka"),
    *("Asia/Manila", "Asia/Bangkok", "Asia/Hong_Kong", "Asia/Seoul", "Africa/Nairobi"),
    *("America/Argentina/Buenos_Aires", "America/Bogota", "America/Santiago", "America/Lima"),
    *("America/Halifax", "America/St_Johns", "America/Manaus", "America/Phoenix"),
    *("America/Anchorage", "Pacific/Honolulu", "Pacific/Auckland", "Australia/Perth"),
    *("Australia/Adelaide", "Australia/Brisbane", "Australia/Darwin", "Asia/Kathmandu"),
    *("Asia/Colombo", "Asia/Tehran", "Asia/Kabul", "Asia/Yangon", "Asia/Tashkent"),
    *("Asia/Yekaterinburg", "Asia/Almaty", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Vladivostok"),
    *("Asia/Baghdad", "Asia/Riyadh", "Europe/Lisbon", "Europe/Dublin", "Europe/Helsinki"),
    *("Europe/Rome", "Europe/Warsaw", "Africa/Casablanca", "America/Panama", "Africa/Accra"),
    *("Atlantic/Azores", "Atlantic/Cape_Verde", "Asia/Magadan", "Pacific/Noumea", "Pacific/Fiji"),
    *("Pacific/Tongatapu", "Pacific/Apia", "Pacific/Pago_Pago", "Pacific/Kiritimati"),
)
"""Zones that many people live by, the likelier ones first."""

_SHORT: Final = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "sgt": "Asia/Singapore",
    "gst": "Asia/Dubai",
    "npt": "Asia/Kathmandu",
    "ict": "Asia/Bangkok",
    "brt": "America/Sao_Paulo",
    "art": "America/Argentina/Buenos_Aires",
    "trt": "Europe/Istanbul",
}
"""Short names in use that the zones themselves don't have."""

_TERRITORIES: Final = {
    "usa": "US",
    "america": "US",
    "united states of america": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "great britain": "GB",
    "holland": "NL",
    "uae": "AE",
    "emirates": "AE",
    "bharat": "IN",
    "korea": "KR",
    "ivory coast": "CI",
    "turkey": "TR",
    "burma": "MM",
    "czech republic": "CZ",
    "deutschland": "DE",
}
"""Names of countries beside those that CLDR gives."""

_CITIES: Final = {
    "Asia/Kolkata": "mumbai bombay delhi new_delhi bengaluru bangalore chennai madras hyderabad "
    "pune ahmedabad jaipur goa kochi lucknow",
    "Europe/Berlin": "munich münchen hamburg cologne köln frankfurt stuttgart",
    "America/New_York": "boston miami washington washington_dc philadelphia atlanta nyc",
    "America/Chicago": "houston dallas austin texas",
    "America/Los_Angeles": "san_francisco sf seattle san_diego las_vegas la california portland",
    "America/Toronto": "ottawa montreal",
    "Asia/Shanghai": "beijing shenzhen guangzhou",
    "Asia/Tokyo": "osaka kyoto",
    "Asia/Dubai": "abu_dhabi sharjah",
    "Asia/Karachi": "lahore islamabad",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Australia/Sydney": "canberra",
    "Europe/London": "manchester birmingham edinburgh glasgow",
    "Europe/Madrid": "barcelona valencia",
    "Europe/Rome": "milan naples venice",
    "Europe/Zurich": "geneva bern basel",
    "Europe/Moscow": "st_petersburg saint_petersburg",
    "Europe/Kyiv": "lviv kharkiv",
    "Europe/Istanbul": "ankara",
    "Africa/Johannesburg": "cape_town durban",
    "America/Sao_Paulo": "rio rio_de_janeiro brasilia",
}
"""Large cities that have no zone of their own."""

_OFFSET = re.compile(r"(?:utc|gmt|z)?([+-])(\d{1,2})(?::?(\d\d)|[.,](5|25|75))?(?:h|hrs?)?\Z")
_HUNDREDTHS = {"5": 30, "25": 15, "75": 45}
_TIME = re.compile(r" (?:(?:standard|daylight|summer) )?time(?: ?zone)?\Z")
_CLOSE: Final = 0.8
_SOME_YEAR: Final = 2026


def nearest_zones(written: str, home: str, now: datetime, language: str = "en") -> tuple[str, ...]:
    """Return the zones that a place or a short name perhaps means, the likeliest first.

    `home` is the group's zone, which goes first where it is among them. Understood are
    offsets from UTC at this moment, short names (`IST` is three), countries in English and in
    the `language` of whoever writes, their codes in capitals, and large cities. None where
    nothing is close.
    """
    key = _key(written)
    moment = now.astimezone(UTC)
    found = (
        _at_offset(key, moment)
        or _in_territory(written.strip("_ "), moment, language)
        or list(_names().get(key, ()))
    )
    if not found and (close := get_close_matches(key, _known(language), n=1, cutoff=_CLOSE)):
        found = _in_territory(close[0], moment, language) or list(_names()[close[0]])
    if home in found:
        found.remove(home)
        found.insert(0, home)
    return tuple(found[:MOST])


@cache
def _known(language: str) -> tuple[str, ...]:
    return (*_territories(language), *_names())


def _key(written: str) -> str:
    return " ".join(written.replace("_", " ").casefold().split())


def _at_offset(key: str, now: datetime) -> list[str]:
    """Return zones that are as far from UTC now, and the one that always is."""
    found = _OFFSET.match(key.replace(" ", ""))
    if found is None:
        return []
    minutes = int(found[3] or 0) or _HUNDREDTHS.get(found[4] or "", 0)
    offset = timedelta(hours=int(found[2]), minutes=minutes)
    if found[1] == "-":
        offset = -offset
    zones = [zone for zone in _WELL_KNOWN if now.astimezone(ZoneInfo(zone)).utcoffset() == offset]
    hours = int(found[2])
    if minutes or hours > 14 or (found[1] == "-" and hours > 12):
        return zones[:MOST]
    # The names of these count the other way round (IANA, file etcetera).
    sign = "-" if found[1] == "+" else "+"
    always = f"Etc/GMT{sign}{hours}" if hours else "UTC"
    return [*zones[: MOST - 1], always]


def _in_territory(written: str, now: datetime, language: str) -> list[str]:
    """Return a country's zones: one of those that show the same time, the well-known first."""
    known = get_global("territory_zones")
    territory = _territories(language).get(_key(written))
    if territory is None and len(written) == 2 and written.isupper():
        territory = written
    zones = known.get(territory or "", ())
    clocks: dict[object, str] = {}
    for zone in sorted(zones, key=_rank):
        clocks.setdefault(_clock(zone, now.year), zone)
    return list(clocks.values())


def _rank(zone: str) -> int:
    return _WELL_KNOWN.index(zone) if zone in _WELL_KNOWN else len(_WELL_KNOWN)


def _clock(zone: str, year: int) -> tuple[timedelta | None, ...]:
    return tuple(moment.utcoffset() for moment in _seasons(zone, year))


def _seasons(zone: str, year: int) -> Iterator[datetime]:
    for month in (1, 7):
        yield datetime(year, month, 15, tzinfo=UTC).astimezone(ZoneInfo(zone))


@cache
def _territories(language: str) -> dict[str, str]:
    """Return countries' codes by their names in English and in another language."""
    locales = [Locale.parse(code) for code in ("en", language)]
    return {
        _key(name): code
        for locale in locales
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha()
    } | _TERRITORIES


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return zones by short names (`ist`), long ones (`eastern`) and large cities."""
    found: dict[str, dict[str, None]] = {}

    def add(name: str, zones: Iterable[str]) -> None:
        found.setdefault(name, {}).update(dict.fromkeys(zones))

    for zone in _WELL_KNOWN:
        for local in _seasons(zone, _SOME_YEAR):
            add((local.tzname() or "").casefold(), [zone])
    for name, zone in _SHORT.items():
        add(name, [zone])
    english, aliases = Locale("en"), get_global("zone_aliases")
    belongs = {aliases.get(zone, zone): meta for zone, meta in get_global("meta_zones").items()}
    for zone in _WELL_KNOWN:
        names = english.meta_zones.get(belongs.get(zone, ""), {}).get("long", {})
        for name in names.values():
            key = _key(name)
            for known in (key, _TIME.sub("", key), key.replace("india ", "indian ")):
                add(known, [zone])
    for zone, cities in _CITIES.items():
        for city in cities.split():
            add(_key(city), [zone])
    return {name: tuple(zones) for name, zones in found.items()}
