"""By time: `/weekly`, `/remind`, `/every`, and the buttons below what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import recurring_list as recurring_views
from bot.views import reminder_texts as reminder_views
from bot.views import summary_texts as summary_views
from bot.views.reminder_texts import Part
from bot.views.settings_overview import REMINDERS, WEEKLY
from handlers.asked_lines import asked_of_presser, source_of
from handlers.company import circle_of
from handlers.grammar.circle import Circle
from handlers.grammar.commands.schedule_line import (
    Handle,
    Recur,
    Reminders,
    Weekly,
    as_often_as_said,
    read_every,
    read_remind,
    read_weekly,
)
from handlers.grammar.message import from_message
from handlers.grammar.repair import correct_expense
from handlers.message_edits import still_counts, still_recurs
from handlers.settings_commands import choose, show_panel
from ledger.book.open_book import Book
from ledger.book.weekly_default import weekly_of
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.entries import Source
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId, Name, Person, Roster
from ledger.core.recurrence import Rule, every_week
from ledger.core.schedule import Schedule
from ledger.core.writing_context import WritingContext
from ledger.schedules import recurring, reminders, weekly_setting
from ledger.storage.database import Transaction

# The weekly summary


Asks = Callable[[Circle], Weekly | None]
"""What /weekly asks for, once it is known in which languages somebody writes."""


async def weekly_summary(turn: Turn) -> None:
    """`/weekly mon 09:00`, `/weekly off`; bare, it shows when. In private, one's own."""
    line = from_message(turn.message)
    if turn.place is None:
        await _my_weekly(turn, lambda circle: read_weekly(line, circle))
    elif not line.words:
        await show_panel(turn, WEEKLY)
    else:
        topic = turn.address.thread_id
        await show_panel(
            turn,
            WEEKLY,
            lambda book: _set_weekly(book, read_weekly(line, circle_of(book, turn)), topic),
        )


async def weekly_pressed(turn: Turn) -> None:
    """On, or off; in groups below what earlier versions posted."""
    if turn.place is None:
        on = turn.switch(0)
        await _my_weekly(turn, lambda _: Weekly(on=on))
    else:
        await choose(turn, WEEKLY, turn.arguments)


def _set_weekly(book: Book, asked: Weekly | None, topic: int | None) -> None:
    if asked is None:
        return
    if not asked.on:
        weekly_setting.stop_weekly(book)
        return
    found = weekly_of(book)
    rule = found.rule if found else every_week()
    weekday = rule.weekdays[0] if asked.weekday is None else asked.weekday
    weekly_setting.set_weekly(book, every_week(weekday, asked.at or rule.at), topic)


async def _my_weekly(turn: Turn, asks: Asks) -> None:
    person = turn.person
    if person is None:
        return
    zone = turn.services.defaults.timezone

    def use_case(tx: Transaction) -> tuple[Schedule | None, date]:
        spoken = frozenset({turn.say.code, person.language or turn.say.code})
        asked = asks(Circle(Roster(()), None, spoken))
        return _set_mine(tx, person, asked, zone), tx.now.date()

    schedule, today = await turn.ledger(use_case)
    await turn.reply(summary_views.my_settings(turn.say, schedule, today))


def _set_mine(tx: Transaction, person: Person, asked: Weekly | None, zone: str) -> Schedule | None:
    found = weekly_setting.mine(tx, person.id)
    if asked is None:
        return found
    if not asked.on:
        return weekly_setting.stop_mine(tx, person.id)
    rule = found.rule if found else every_week()
    weekday = rule.weekdays[0] if asked.weekday is None else asked.weekday
    return weekly_setting.set_mine(tx, person, every_week(weekday, asked.at or rule.at), zone)


# Reminders


async def remind(turn: Turn) -> None:
    """`/remind @bob`, `/remind weekly 500`, `/remind off`; bare, it shows how, and whom."""
    line, topic = from_message(turn.message), turn.address.thread_id

    def use_case(book: Book) -> tuple[Part, ...] | None:
        asked = read_remind(line, book.group.currency, circle_of(book, turn))
        if isinstance(asked, tuple):
            done = reminders.remind_all(book, asked, turn.source, topic)
            return reminder_views.reminded(turn.say, done, book.group.timezone, book.today)
        if asked is not None:
            _set_reminders(book, asked, topic)
        return None

    parts = await turn.book(use_case)
    if parts is None:
        await show_panel(turn, REMINDERS)
    else:
        await _ring(turn, parts, turn.source)


async def _ring(turn: Turn, parts: Sequence[Part], source: Source) -> None:
    """Say a reminder, each message of which is noted before the next is said."""
    for part in parts[:-1]:
        await turn.reply(part.reply)
        await turn.book(partial(_note_rung, part=part, source=source))
    await turn.reply(parts[-1].reply)


def _note_rung(book: Book, part: Part, source: Source) -> None:
    reminders.note_rung(book.tx, part.named, source)


async def nudge_pressed(turn: Turn) -> None:
    """Remind Bob."""
    member, topic = MemberId(turn.number(0)), turn.address.thread_id

    def use_case(book: Book) -> tuple[Part, ...]:
        whom = Name(book.member(member).first_name, member=member)
        done = reminders.remind_all(book, (whom,), turn.press_source, topic)
        return reminder_views.reminded(turn.say, done, book.group.timezone, book.today)

    await _ring(turn, await turn.book(use_case), turn.press_source)


async def remind_pressed(turn: Turn) -> None:
    """Every week, every day, or not at all, below what earlier versions posted."""
    await choose(turn, REMINDERS, turn.arguments)


async def snooze_pressed(turn: Turn) -> None:
    """Not this week: spare me for a while."""
    until = await turn.book(reminders.snooze)
    await turn.toast(reminder_views.snoozed(turn.say, until), alert=True)


async def mute_pressed(turn: Turn) -> None:
    """Never remind me, or again."""
    on = turn.switch(0)
    await turn.book(lambda book: reminders.mute(book, muted=on))
    await turn.toast(reminder_views.muted(turn.say, on=on), alert=True)


def _set_reminders(book: Book, asked: Reminders, topic: int | None) -> None:
    if asked.how == "off":
        reminders.stop_reminders(book)
    else:
        reminders.set_reminders(book, _reminder_rule(asked), asked.limit, topic)


def _reminder_rule(asked: Reminders) -> Rule:
    at = reminders.REMIND_AT if asked.at is None else asked.at
    if asked.how == "daily":
        return reminders.daily(at)
    return reminders.each_week(reminders.FRIDAY if asked.weekday is None else asked.weekday, at)


# Recurring expenses


async def every(turn: Turn) -> None:
    """`/every month on 1 15000 rent @a`; bare, it lists what recurs."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Recurring | tuple[Recurring, ...], bool, date]:
        written = book.context(turn.sent_at)
        asked = read_every(line, written.currency, written.on, circle_of(book, turn))
        if isinstance(asked, Recur) and asked.number is not None:
            before = recurring.one(book, asked.number)
            written = _context(before, written)
            asked = read_every(line, written.currency, written.on, circle_of(book, turn))
            if isinstance(asked, Recur) and before.kept.terms.refund:
                # What comes back goes on doing so: no words of /every edit say that it doesn't.
                asked = replace(asked, line=replace(asked.line, refund=True))
        if asked is None:
            return recurring.listed(book), False, book.today
        if isinstance(asked, Handle):
            return _handle(book, asked), asked.verb == "stop", book.today
        return _recur(book, asked, turn, written), False, book.today

    found, stopped, today = await turn.book(use_case)
    if isinstance(found, tuple):
        await turn.reply(recurring_views.listed(turn.say, found, today))
    elif stopped:
        await turn.reply(recurring_views.stopped(turn.say, found))
    else:
        await turn.reply(recurring_views.card(turn.say, found, today))


async def recur_pressed(turn: Turn) -> None:
    """The line that the pressed question is about is to come again, as its writer says."""
    asked = await asked_of_presser(turn)
    if asked is None:
        return
    line, source = from_message(asked), source_of(turn, asked)

    def use_case(book: Book) -> tuple[Recurring, date]:
        written, circle = book.context(asked.date), circle_of(book, turn)
        meant = as_often_as_said(line, written.currency, written.on, circle)
        if not isinstance(meant, Recur):
            raise StalePress
        return _recur(book, meant, turn, written, source), book.today

    found, today = await turn.book(use_case)
    await turn.redraw(recurring_views.card(turn.say, found, today))


async def every_edited(turn: Turn) -> None:
    """The message of a recurring expense was changed: so is what recurs from now on."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Recurring, date] | None:
        found = recurring.made_by(book, turn.source)
        written = book.context(turn.sent_at)
        if found is not None:
            written = _context(found, written)
        asked = read_every(line, written.currency, written.on, circle_of(book, turn))
        if not isinstance(asked, Recur) or asked.number is not None:
            return None
        number = None if found is None else found.schedule.number
        return _recur(book, replace(asked, number=number), turn, written), book.today

    done = await turn.book(use_case)
    if done is not None:
        await turn.reply(recurring_views.card(turn.say, done[0], done[1]), quote=True)
        await still_counts(turn)
    else:
        await still_recurs(turn)


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


def _context(found: Recurring, otherwise: WritingContext) -> WritingContext:
    """Return what the line of a recurring expense was written in, where it is known."""
    return found.kept.context or otherwise


def _recur(
    book: Book, asked: Recur, turn: Turn, written: WritingContext, source: Source | None = None
) -> Recurring:
    try:
        if asked.number is not None:
            return recurring.edit(book, asked.number, asked.rule, asked.line)
        topic = turn.address.thread_id
        return recurring.make(book, asked.rule, asked.line, source or turn.source, topic, written)
    except LedgerError as error:
        correct_expense(error, asked.line, written.currency, asked.prefix)
        raise
