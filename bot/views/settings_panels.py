"""The choices of one setting, in the place of all settings: the present one marked, the way back.

A command that says nothing of what to set, such as a bare `/currency`, opens its setting's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.language.catalogues import Language
from bot.language.offered import OFFERED, label
from bot.views import reminder_texts, summary_texts
from bot.views.names import Names
from bot.views.pages import footer, in_rows, keyboard, text, turners
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from bot.views.settings_menu import city, currencies_near, zones_near
from bot.views.settings_overview import (
    ADMINS,
    CURRENCY,
    LANGUAGE,
    REMINDERS,
    SIMPLIFY,
    TIMEZONE,
    WEEKLY,
    admins_line,
    currency_line,
    somebody,
    zone_line,
)
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.members import MemberKind, Role
from ledger.core.schedule import is_on

PAGE: Final = "page"
"""Stands where a value would in the buttons that turn the pages of those who may be admins."""
_PEOPLE_A_PAGE: Final = 24


def panel(say: Language, shown: SettingsOverview, name: str, page: int = 0) -> Reply:
    """Return the choices of one setting; `page` (from 0) is that of the people for admins."""
    back = Button(say.plain("‹ Back"), press(Verb.SETTINGS))
    chosen = _admins(say, shown, page) if name == ADMINS else _PANELS[name](say, shown)
    return Reply(chosen.text, (*chosen.buttons, (back,)))


def _currency(say: Language, shown: SettingsOverview) -> Reply:
    codes = {code: code for code in currencies_near(shown.group)}
    return Reply(
        text(
            currency_line(say, shown),
            say("What is recorded stays as it was."),
            say("Any other code works too: <code>/currency EUR</code>"),
        ),
        _choices(CURRENCY, codes, shown.group.currency, 4),
    )


def _timezone(say: Language, shown: SettingsOverview) -> Reply:
    zones = {zone: city(zone) for zone in zones_near(shown.group, shown.now)}
    return Reply(
        text(
            zone_line(say, shown),
            say("Any other place works too: <code>/timezone Asia/Kolkata</code>"),
        ),
        _choices(TIMEZONE, zones, shown.group.timezone, 2),
    )


def _language(say: Language, shown: SettingsOverview) -> Reply:
    languages = {code: label(code) for code in OFFERED}
    return Reply(
        say("Which language shall I speak here?"),
        _choices(LANGUAGE, languages, shown.group.language, 2),
    )


def _weekly(say: Language, shown: SettingsOverview) -> Reply:
    is_off = shown.weekly is not None and not is_on(shown.weekly)
    return Reply(
        summary_texts.when(say, shown.weekly, shown.today),
        _choices(WEEKLY, _on_or_off(say), "off" if is_off else "on", 2),
    )


def _reminders(say: Language, shown: SettingsOverview) -> Reply:
    rules = {
        "weekly": say.plain("Every week"),
        "daily": say.plain("Every day"),
        "off": say.plain("Turn off"),
    }
    schedule = shown.reminding.schedule
    chosen = "off" if schedule is None or not is_on(schedule) else None
    return Reply(
        reminder_texts.how(say, shown.reminding, shown.today, somebody(shown)),
        (
            *reminder_texts.by_hand(say, shown.debtors, shown.roster),
            *_choices(REMINDERS, rules, chosen, 3),
            *reminder_texts.own_wish(say, shown.reminding.wishes),
        ),
    )


def _simplify(say: Language, shown: SettingsOverview) -> Reply:
    ways = {"on": say.plain("Fewest payments"), "off": say.plain("Who owes whom")}
    is_on_now = shown.group.simplify
    return Reply(
        say("Simplify is on: I suggest the fewest payments.")
        if is_on_now
        else say("Simplify is off: payments go along who owes whom."),
        _choices(SIMPLIFY, ways, "on" if is_on_now else "off", 1),
    )


def _admins(say: Language, shown: SettingsOverview, page: int) -> Reply:
    """Return a button for everybody who can be made an admin of the book, or is one."""
    names = Names(shown.roster)
    people = [one for one in shown.roster.active if one.kind is MemberKind.USER]
    pages = max(1, -(-len(people) // _PEOPLE_A_PAGE))
    number = min(page, pages - 1)
    buttons = []
    for one in people[number * _PEOPLE_A_PAGE :][:_PEOPLE_A_PAGE]:
        is_admin = one.role is Role.ADMIN
        name = names.plain(one.id)
        wanted = press(Verb.SETTINGS, ADMINS, one.id, "off" if is_admin else "on", number)
        buttons.append(Button(_marked(name) if is_admin else name, wanted))
    return Reply(
        text(admins_line(say, shown), footer(say, number, pages)),
        keyboard(
            *in_rows(buttons, 3),
            turners(Verb.SETTINGS, number, pages, before=(ADMINS, PAGE)),
        ),
    )


_PANELS: Final[Mapping[str, Callable[[Language, SettingsOverview], Reply]]] = {
    CURRENCY: _currency,
    TIMEZONE: _timezone,
    LANGUAGE: _language,
    WEEKLY: _weekly,
    REMINDERS: _reminders,
    SIMPLIFY: _simplify,
}


def _choices(name: str, labels: Mapping[str, str], chosen: str | None, wide: int) -> Keyboard:
    """Return a button a value, `wide` of them in a row, with the present one marked."""
    return in_rows(
        [
            Button(_marked(label) if value == chosen else label, press(Verb.SETTINGS, name, value))
            for value, label in labels.items()
        ],
        wide,
    )


def _marked(label: str) -> str:
    return f"✓ {label}"


def _on_or_off(say: Language) -> Mapping[str, str]:
    return {"on": say.plain("Turn on"), "off": say.plain("Turn off")}
