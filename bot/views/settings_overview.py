"""/settings: one message that says how everything in a group is set, and opens each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import rule_wording
from bot.views.names import Names, handle
from bot.views.pages import in_rows, text
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.news import Setting
from ledger.core.recurrence import every_week
from ledger.core.schedule import is_on

CURRENCY: Final = "currency"
TIMEZONE: Final = "timezone"
LANGUAGE: Final = "language"
WEEKLY: Final = "weekly"
REMINDERS: Final = "remind"
SIMPLIFY: Final = "simplify"
ADMINS: Final = "admins"
PANELS: Final = (CURRENCY, TIMEZONE, LANGUAGE, WEEKLY, REMINDERS, SIMPLIFY, ADMINS)
"""What a button opens; with a value behind it, what it sets."""
_MOST_ADMINS: Final = 10


def overview(say: Language, shown: SettingsOverview) -> Reply:
    """Return how everything is set, with a button to each choice."""
    return Reply(
        text(
            say("<b>Settings</b>"),
            currency_line(say, shown),
            zone_line(say, shown),
            _language(say, shown),
            _weekly(say, shown),
            _reminders(say, shown),
            _simplify(say, shown),
            admins_line(say, shown),
        ),
        in_rows(
            [
                _opening(say.plain("Currency"), CURRENCY),
                _opening(say.plain("Time zone"), TIMEZONE),
                _opening(say.plain("Language"), LANGUAGE),
                _opening(say.plain("Weekly summary"), WEEKLY),
                _opening(say.plain("Reminders"), REMINDERS),
                _opening(say.plain("Payments"), SIMPLIFY),
                _opening(say.plain("Admins"), ADMINS),
            ],
            2,
        ),
    )


def currency_line(say: Language, shown: SettingsOverview) -> Markup:
    """Return what the group counts in."""
    return say("Currency: <b>{currency}</b>", currency=say.currency(shown.group.currency))


def zone_line(say: Language, shown: SettingsOverview) -> Markup:
    """Return where the group lives, with the time there to check it by."""
    return say(
        "Time zone: <b>{zone}</b>, now {time}",
        zone=shown.group.timezone,
        time=say.time(shown.now.astimezone(ZoneInfo(shown.group.timezone)).time()),
    )


def setting_line(say: Language, shown: SettingsOverview, setting: Setting) -> Markup:
    """Return how one thing is set."""
    lines: Mapping[Setting, Callable[[Language, SettingsOverview], Markup]] = {
        Setting.CURRENCY: currency_line,
        Setting.TIMEZONE: zone_line,
        Setting.LANGUAGE: _language,
        Setting.WEEKLY: _weekly,
        Setting.REMINDERS: _reminders,
        Setting.SIMPLIFY: _simplify,
    }
    return lines[setting](say, shown)


def admins_line(say: Language, shown: SettingsOverview) -> Markup:
    """Return who may do what only admins may."""
    if not shown.admins:
        return say(
            "Admins: the chat's own; <code>/role {name} admin</code> adds one",
            name=somebody(shown),
        )
    names = Names(shown.roster)
    listed = [names[member.id] for member in shown.admins[:_MOST_ADMINS]]
    return say("Admins: {names}, and the chat's own", names=say.list(listed))


def somebody(shown: SettingsOverview) -> Markup:
    """Return how commands name somebody of the group, whom an example may speak of.

    Rather whoever owes, and not who joined first: that is mostly who asks.
    """
    people = shown.debtors or shown.roster.active[::-1]
    return handle(people[0]) if people else Markup("@bob")


def _language(say: Language, _shown: SettingsOverview) -> Markup:
    return say("Language: <b>{language}</b>", language=say.name)


def _weekly(say: Language, shown: SettingsOverview) -> Markup:
    if shown.weekly is not None and not is_on(shown.weekly):
        return say("Weekly summary: <b>off</b>")
    rule = every_week() if shown.weekly is None else shown.weekly.rule
    return say("Weekly summary: <b>{when}</b>", when=rule_wording.week(say, rule))


def _reminders(say: Language, shown: SettingsOverview) -> Markup:
    schedule = shown.reminding.schedule
    if schedule is None or not is_on(schedule):
        return say("Reminders: <b>only when somebody asks for one</b>")
    return say(
        "Reminders: <b>{rule}</b>, of debts from {limit} on",
        rule=rule_wording.rule(say, schedule.rule, shown.today),
        limit=say.money(shown.reminding.limit),
    )


def _simplify(say: Language, shown: SettingsOverview) -> Markup:
    if shown.group.simplify:
        return say("Payments: <b>as few as possible</b>")
    return say("Payments: <b>along who owes whom</b>")


def _opening(label: str, name: str) -> Button:
    return Button(label, press(Verb.SETTINGS, name))
