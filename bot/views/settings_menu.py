"""What can be chosen of a group's settings and of a person's language, and what was set."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.numbers import get_territory_currencies

from bot.language.catalogues import Language
from bot.language.offered import OFFERED, label
from bot.views.pages import in_rows
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.groups import Group
from ledger.core.money import Currency, is_currency

_CURRENCIES: Final = (
    *("INR", "USD", "EUR", "GBP"),
    *("JPY", "AUD", "CAD", "CHF"),
    *("SGD", "AED", "BRL", "MXN"),
    *("IDR", "THB", "TRY", "KRW"),
)
_ZONES: Final = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Lagos",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
)


def currencies_near(group: Group) -> tuple[str, ...]:
    """Return currencies to offer: the group's own, those paid with where it lives, and others."""
    territory = get_global("zone_territories").get(group.timezone)
    there = get_territory_currencies(territory) if territory else ()
    paid = (code for code in there if is_currency(code))
    return tuple(dict.fromkeys((group.currency, *paid, *_CURRENCIES)))[:16]


def zones_near(group: Group, now: datetime) -> tuple[str, ...]:
    """Return time zones to offer, the group's own first and then the nearest by the clock."""
    here = _offset(group.timezone, now)
    nearest = sorted(_ZONES, key=lambda zone: abs(_offset(zone, now) - here))
    return tuple(dict.fromkeys((group.timezone, *nearest)))[:12]


def _offset(zone: str, now: datetime) -> timedelta:
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset


def currency_set(say: Language, chosen: Currency) -> Reply:
    """Return the answer to a new currency."""
    return Reply(
        say(
            "New amounts count in <b>{currency}</b>. What is recorded stays as it was.",
            currency=say.currency(chosen),
        )
    )


def timezone_set(say: Language, zone: str, now: datetime) -> Reply:
    """Return the answer to a new time zone, with the time there to check it by."""
    return Reply(
        say(
            "Time zone set to <b>{zone}</b>: it is {moment}.",
            zone=zone,
            moment=say.moment(now, zone),
        )
    )


def my_language(say: Language) -> Reply:
    """Return a button for each language that the bot speaks with one person, in private."""
    buttons = in_rows([Button(label(code), press(Verb.LANGUAGE, code)) for code in OFFERED], 2)
    return Reply(say("Which language shall I speak with you?"), buttons)


def language_set(say: Language) -> Reply:
    """Return the answer to a new language; `say` is the new one."""
    return Reply(say("I speak {language} now.", language=say.name))


def city(zone: str) -> str:
    """Return what a time zone is called after."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
