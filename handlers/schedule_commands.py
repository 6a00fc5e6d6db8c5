"""By time: `/weekly`, `/remind`, `/every`, and the buttons below what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.conversation.turn import Turn
from bot.views import recurring_list as recurring_views
from bot.views import reminder_texts as reminder_views
from bot.views import summary_texts as summary_views
from handlers.grammar.commands.schedule_line import (
    Handle,
    Recur,
    Reminders,
    Weekly,
    read_every,
    read_remind,
    read_weekly,
)
from handlers.grammar.lexer import from_message
from handlers.grammar.repair import correct_expense
from ledger.book import weekly_setting
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.members import Person
from ledger.core.recurrence import Rule
from ledger.core.schedule import Schedule
from ledger.schedules import recurring, reminders
from ledger.schedules.recurring import Recurring
from ledger.schedules.reminders import Reminded, Reminding
from ledger.storage.database import Transaction

# The weekly summary


async def weekly_summary(turn: Turn) -> None:
    """`/weekly mon 09:00`, `/weekly off`; bare, it shows when. In private, one's own."""
    await _weekly(turn, read_weekly(from_message(turn.message)))


async def weekly_pressed(turn: Turn) -> None:
    """On, or off."""
    await _weekly(turn, Weekly(on=turn.switch(0)))


async def _weekly(turn: Turn, asked: Weekly | None) -> None:
    if turn.place is None:
        await _my_weekly(turn, asked)
        return
    topic = turn.address.thread_id

    def use_case(book: Book) -> tuple[Schedule | None, date]:
        found = weekly_setting.weekly_of(book)
        if asked is not None and not asked.on:
            found = weekly_setting.stop_weekly(book)
        elif asked is not None:
            rule = found.rule if found else weekly_setting.every_week()
            weekday = rule.weekdays[0] if asked.weekday is None else asked.weekday
            found = weekly_setting.set_weekly(
                book, weekly_setting.every_week(weekday, asked.at or rule.at), topic
            )
        return found, book.today

    schedule, today = await turn.book(use_case)
    await turn.reply(summary_views.settings(turn.say, schedule, today))


async def _my_weekly(turn: Turn, asked: Weekly | None) -> None:
    person = turn.person
    if person is None:
        return
    zone = turn.services.defaults.timezone

    def use_case(tx: Transaction) -> tuple[Schedule | None, date]:
        return _set_mine(tx, person, asked, zone), tx.now.date()

    schedule, today = await turn.ledger(use_case)
    await turn.reply(summary_views.my_settings(turn.say, schedule, today))


def _set_mine(tx: Transaction, person: Person, asked: Weekly | None, zone: str) -> Schedule | None:
    found = weekly_setting.mine(tx, person.id)
    if asked is None:
        return found
    if not asked.on:
        return weekly_setting.stop_mine(tx, person.id)
    rule = found.rule if found else weekly_setting.every_week()
    weekday = rule.weekdays[0] if asked.weekday is None else asked.weekday
    return weekly_setting.set_mine(
        tx, person, weekly_setting.every_week(weekday, asked.at or rule.at), zone
    )


# Reminders


async def remind(turn: Turn) -> None:
    """`/remind @bob`, `/remind weekly 500`, `/remind off`; bare, it shows how."""
    line, topic = from_message(turn.message), turn.address.thread_id

    def use_case(book: Book) -> tuple[Reminded | Reminding, str, date]:
        asked = read_remind(line, book.group.currency)
        if isinstance(asked, tuple):
            done = reminders.remind_all(book, asked, turn.source, topic)
            return done, book.group.timezone, book.today
        return _set_reminders(book, asked, topic), book.group.timezone, book.today

    told, zone, today = await turn.book(use_case)
    if isinstance(told, Reminded):
        await turn.reply(reminder_views.reminded(turn.say, told, zone, today))
    else:
        await turn.reply(reminder_views.settings(turn.say, told, today))


async def remind_pressed(turn: Turn) -> None:
    """Every week, every day, or not at all."""
    asked, topic = Reminders(turn.argument(0, _how)), turn.address.thread_id
    how, today = await turn.book(lambda book: (_set_reminders(book, asked, topic), book.today))
    await turn.reply(reminder_views.settings(turn.say, how, today))


async def snooze_pressed(turn: Turn) -> None:
    """Not this week: spare me for a while."""
    until = await turn.book(reminders.snooze)
    await turn.toast(reminder_views.snoozed(turn.say, until), alert=True)


async def mute_pressed(turn: Turn) -> None:
    """Never remind me, or again."""
    on = turn.switch(0)
    await turn.book(lambda book: reminders.mute(book, muted=on))
    await turn.toast(reminder_views.muted(turn.say, on=on), alert=True)


def _set_reminders(book: Book, asked: Reminders | None, topic: int | None) -> Reminding:
    if asked is None:
        return reminders.reminding(book)
    if asked.how == "off":
        return reminders.stop_reminders(book)
    return reminders.set_reminders(book, _reminder_rule(asked), asked.limit, topic)


def _reminder_rule(asked: Reminders) -> Rule:
    at = reminders.REMIND_AT if asked.at is None else asked.at
    if asked.how == "daily":
        return reminders.daily(at)
    return reminders.each_week(reminders.FRIDAY if asked.weekday is None else asked.weekday, at)


def _how(written: str) -> str:
    if written not in {"weekly", "daily", "off"}:
        raise ValueError(written)
    return written


# Recurring expenses


async def every(turn: Turn) -> None:
    """`/every month on 1 15000 rent @a`; bare, it lists what recurs."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Recurring | tuple[Recurring, ...], bool, date]:
        asked = read_every(line, book.group.currency, book.today)
        if asked is None:
            return recurring.listed(book), False, book.today
        if isinstance(asked, Handle):
            return _handle(book, asked), asked.verb == "stop", book.today
        return _recur(book, asked, turn), False, book.today

    found, stopped, today = await turn.book(use_case)
    if isinstance(found, tuple):
        await turn.reply(recurring_views.listed(turn.say, found, today))
    elif stopped:
        await turn.reply(recurring_views.stopped(turn.say, found))
    else:
        await turn.reply(recurring_views.card(turn.say, found, today))


async def every_edited(turn: Turn) -> None:
    """The message of a recurring expense was changed: so is what recurs from now on."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Recurring, date] | None:
        found = recurring.made_by(book, turn.source)
        asked = read_every(line, book.group.currency, book.today)
        if not isinstance(asked, Recur) or asked.number is not None:
            return None
        number = None if found is None else found.schedule.number
        return _recur(book, replace(asked, number=number), turn), book.today

    done = await turn.book(use_case)
    if done is not None:
        await turn.reply(recurring_views.card(turn.say, done[0], done[1]), quote=True)


async def every_pressed(turn: Turn) -> None:
    """A page of what recurs."""
    listed, today = await turn.book(lambda book: (recurring.listed(book), book.today))
    await turn.unfold(recurring_views.listed(turn.say, listed, today, turn.number(0)))


async def skip_pressed(turn: Turn) -> None:
    """Skip the next date."""
    number, on = turn.number(0), turn.argument(1, date.fromisoformat)
    await _pressed(turn, lambda book: recurring.skip(book, number, on), page_at=2)


async def stop_pressed(turn: Turn) -> None:
    """Stop."""
    number = turn.number(0)
    await _pressed(turn, lambda book: recurring.stop(book, number))


async def resume_pressed(turn: Turn) -> None:
    """Go on after a pause."""
    number = turn.number(0)
    await _pressed(turn, lambda book: recurring.resume(book, number))


async def _pressed(turn: Turn, use_case: Callable[[Book], Recurring], page_at: int = 1) -> None:
    """Do it, and draw the card or the page of the list anew that the button stands below."""
    page = turn.number(page_at) if len(turn.arguments) > page_at else None

    def work(book: Book) -> tuple[Recurring, tuple[Recurring, ...], date]:
        done = use_case(book)
        return done, recurring.listed(book), book.today

    done, listed, today = await turn.book(work)
    if page is not None:
        await turn.redraw(recurring_views.listed(turn.say, listed, today, page))
    elif recurring_views.has_ended(done):
        await turn.redraw(recurring_views.stopped(turn.say, done))
    else:
        await turn.redraw(recurring_views.card(turn.say, done, today))


def _handle(book: Book, asked: Handle) -> Recurring:
    if asked.verb == "stop":
        return recurring.stop(book, asked.number)
    if asked.verb == "resume":
        return recurring.resume(book, asked.number)
    return recurring.one(book, asked.number)


def _recur(book: Book, asked: Recur, turn: Turn) -> Recurring:
    try:
        if asked.number is not None:
            return recurring.edit(book, asked.number, asked.rule, asked.line)
        topic = turn.address.thread_id
        return recurring.make(book, asked.rule, asked.line, turn.source, topic)
    except LedgerError as error:
        correct_expense(error, asked.line, book.group.currency, asked.prefix)
        raise
