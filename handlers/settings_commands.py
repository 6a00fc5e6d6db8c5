"""All settings in one message: `/settings`, and the buttons that change it in place."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.app_buttons import with_app
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.language.offered import OFFERED
from bot.views import guidance, settings_panels
from bot.views import settings_overview as views
from ledger.book import membership
from ledger.book.open_book import Book
from ledger.book.weekly_default import weekly_of
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.members import MemberId, Role
from ledger.core.recurrence import every_week
from ledger.schedules import reminders, weekly_setting
from ledger.schedules.overview import overview
from ledger.upkeep import group_settings

_ON_OR_OFF = ("off", "on")


async def settings(turn: Turn) -> None:
    """`/settings`: how everything is set, with buttons."""
    shown = await turn.book(overview)
    await turn.unfold(await with_app(turn, views.overview(turn.say, shown)))


async def open_pressed(turn: Turn) -> None:
    """All settings in a message of their own; one of them for admins, below the welcome."""
    if not turn.arguments:
        await settings(turn)
        return
    name = turn.argument(0, _panel)

    def use_case(book: Book) -> SettingsOverview:
        book.require_admin()
        return overview(book, with_debtors=name == views.REMINDERS)

    shown = await turn.book(use_case)
    await turn.reply(settings_panels.panel(turn.say, shown, name), quote=True)


async def show_panel(turn: Turn, name: str, change: Callable[[Book], object] | None = None) -> None:
    """Answer the command of one setting, with its `change` if any: the settings, open there."""

    def use_case(book: Book) -> SettingsOverview:
        if change is not None:
            change(book)
        return overview(book, with_debtors=name == views.REMINDERS)

    shown = await turn.book(use_case)
    await turn.in_place(settings_panels.panel(turn.say, shown, name))


async def settings_pressed(turn: Turn) -> None:
    """A setting to choose, a choice, or the way back; the message changes in place."""
    if not turn.arguments:
        shown = await turn.book(overview)
        await turn.redraw(await with_app(turn, views.overview(turn.say, shown)))
        return
    name = turn.argument(0, _panel)
    if name == views.ADMINS:
        await _admins_pressed(turn)
    else:
        await choose(turn, name, turn.arguments[1:])


async def choose(turn: Turn, name: str, values: tuple[str, ...]) -> None:
    """Set what a button says, or show its setting's choices where it says nothing."""
    if not values:
        await show_panel(turn, name)
        return
    value, topic = values[0], turn.address.thread_id
    _check(name, value)

    def use_case(book: Book) -> SettingsOverview:
        _choose(book, name, value, topic)
        return overview(book)

    shown = await turn.book(use_case)
    turn.speak(shown.group.language)
    await turn.redraw(await with_app(turn, views.overview(turn.say, shown)))
    await _show_above(turn, shown)


async def _admins_pressed(turn: Turn) -> None:
    """Who may be an admin of the book: a page of them, or one more or fewer."""
    if len(turn.arguments) < 3:
        page = 0
        shown = await turn.book(overview)
    elif turn.arguments[1] == settings_panels.PAGE:
        page = turn.number(2)
        shown = await turn.book(overview)
    else:
        member, wanted = MemberId(turn.number(1)), turn.argument(2, _ON_OR_OFF.index)
        page = turn.number(3)

        def use_case(book: Book) -> SettingsOverview:
            membership.set_role(book, member, Role.ADMIN if wanted else Role.MEMBER)
            return overview(book)

        shown = await turn.book(use_case)
    await turn.redraw(settings_panels.panel(turn.say, shown, views.ADMINS, page))


async def _show_above(turn: Turn, shown: SettingsOverview) -> None:
    """Show the settings on the buttons of the welcome, where these were opened from it.

    They answer it then.
    """
    above = turn.message.reply_to_message if not turn.is_inaccessible else None
    if above is None or above.text is None or above.from_user is None:
        return
    if above.from_user.id == turn.bot.id:
        redrawn = guidance.with_settings(turn.say, shown.group, above.text_html)
        await turn.retouch(above.message_id, await with_app(turn, redrawn))


def _choose(book: Book, name: str, value: str, topic: int | None) -> None:
    """Set one thing; raises LedgerError ADMINS_ONLY, and for a currency or zone that is none."""
    if name == views.CURRENCY:
        group_settings.set_currency(book, value)
    elif name == views.TIMEZONE:
        group_settings.set_timezone(book, value)
    elif name == views.LANGUAGE:
        group_settings.set_language(book, value)
    elif name == views.WEEKLY and value == "off":
        weekly_setting.stop_weekly(book)
    elif name == views.WEEKLY:
        found = weekly_of(book)
        weekly_setting.set_weekly(book, found.rule if found else every_week(), topic)
    elif name == views.REMINDERS and value == "off":
        reminders.stop_reminders(book)
    elif name == views.REMINDERS:
        daily = reminders.daily(reminders.REMIND_AT)
        weekly = reminders.each_week(reminders.FRIDAY, reminders.REMIND_AT)
        reminders.set_reminders(book, daily if value == "daily" else weekly, None, topic)
    else:
        group_settings.set_simplify(book, value == "on")


def _check(name: str, value: str) -> None:
    """Raise StalePress for a value that no button of ours has; the ledger knows its own."""
    choices = {
        views.LANGUAGE: OFFERED,
        views.WEEKLY: _ON_OR_OFF,
        views.SIMPLIFY: _ON_OR_OFF,
        views.REMINDERS: ("weekly", "daily", "off"),
    }
    if value not in choices.get(name, (value,)):
        raise StalePress


def _panel(name: str) -> str:
    if name not in views.PANELS:
        raise ValueError(name)
    return name
