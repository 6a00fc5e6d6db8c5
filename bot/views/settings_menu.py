"""A group's settings and a person's language: what they are, the choices, what was set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.catalogues import OFFERED, Language, language
from bot.views.pages import keyboard, text
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from ledger.core.groups import Group
from ledger.core.money import Currency

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


def currency_choices(say: Language, group: Group) -> Reply:
    """Return the group's currency and buttons to others."""
    buttons = [
        Button(choice, press(Verb.CURRENCY, choice))
        for choice in dict.fromkeys((group.currency, *_CURRENCIES))
    ]
    return Reply(
        text(
            say("This group counts in <b>{currency}</b>.", currency=say.currency(group.currency)),
            say("Any other code works too: <code>/currency EUR</code>"),
        ),
        _rows(buttons[:16], 4),
    )


def currency_set(say: Language, chosen: Currency) -> Reply:
    """Return the answer to a new currency."""
    return Reply(
        say(
            "New amounts count in <b>{currency}</b>. What is recorded stays as it was.",
            currency=say.currency(chosen),
        )
    )


def timezone_choices(say: Language, group: Group, now: datetime) -> Reply:
    """Return the group's time zone, the time there, and buttons to others."""
    zones = dict.fromkeys((group.timezone, *_ZONES))
    buttons = [Button(_city(zone), press(Verb.TIMEZONE, zone)) for zone in zones]
    return Reply(
        text(
            say(
                "Time zone: <b>{zone}</b>, now {time}",
                zone=group.timezone,
                time=say.time(now.astimezone(ZoneInfo(group.timezone)).time()),
            ),
            say("Any other place works too: <code>/timezone Asia/Kolkata</code>"),
        ),
        _rows(buttons[:12], 3),
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


def language_choices(say: Language, *, private: bool) -> Reply:
    """Return a button for each language; for the group, or in private for oneself."""
    buttons = [Button(language(code).name, press(Verb.LANGUAGE, code)) for code in OFFERED]
    if private:
        return Reply(say("Which language shall I speak with you?"), _rows(buttons, 1))
    return Reply(say("Which language shall I speak here?"), _rows(buttons, 1))


def language_set(say: Language) -> Reply:
    """Return the answer to a new language; `say` is the new one."""
    return Reply(say("I speak {language} now.", language=say.name))


def simplify_choices(say: Language, group: Group) -> Reply:
    """Return how payments are suggested, and the button to the other way."""
    if group.simplify:
        return Reply(
            say("Simplify is on: I suggest the fewest payments."),
            keyboard([Button(say.plain("Turn off"), press(Verb.SIMPLIFY, "off"))]),
        )
    return Reply(
        say("Simplify is off: payments go along who owes whom."),
        keyboard([Button(say.plain("Turn on"), press(Verb.SIMPLIFY, "on"))]),
    )


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _rows(buttons: Sequence[Button], wide: int) -> Keyboard:
    return tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))
