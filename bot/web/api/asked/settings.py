"""What a body sets of a group, one setting after the other, each by the group's own rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.offered import named
from bot.web.api.money import minor_units, plain_decimal
from bot.web.api.schemas.settings import (
    ChangedMember,
    ChangedReminders,
    ChangedSettings,
    ChangedWeekly,
    Repeat,
)
from bot.web.api.topics import topic_of
from ledger.accounts import founding, joining
from ledger.book import default_shares
from ledger.book.open_book import Book
from ledger.book.weekly_default import weekly_of
from ledger.core.errors import Code, LedgerError
from ledger.core.members import ONE_SHARE, MemberId, Name
from ledger.core.recurrence import Rule, Unit, every_week
from ledger.core.schedule import is_on
from ledger.schedules import reminders, weekly_setting
from ledger.upkeep import group_settings

_EVERY_DAY: Final = tuple(range(7))
_MOST_WEIGHT: Final = 100


def apply(book: Book, body: ChangedSettings) -> None:
    """Set what a body says, all of it or nothing.

    Raises LedgerError as each of the settings does, first of all ADMINS_ONLY.
    """
    said = body.model_fields_set
    book.require_admin()
    if body.name is not None:
        founding.rename(book, body.name)
    if "description" in said:
        founding.describe(book, " ".join((body.description or "").split()) or None)
    if body.currency is not None:
        group_settings.set_currency(book, body.currency)
    if body.timezone is not None:
        group_settings.set_timezone(book, body.timezone)
    if "language" in said:
        group_settings.set_language(book, language_of(body.language))
    if body.simplify is not None:
        group_settings.set_simplify(book, body.simplify)
    if body.weekly is not None:
        _set_weekly(book, body.weekly)
    if body.reminders is not None:
        _set_reminders(book, body.reminders)


def apply_to_member(book: Book, member: MemberId, body: ChangedMember) -> None:
    """Set what a body says of a member.

    Raises LedgerError: ADMINS_ONLY; ALREADY_A_MEMBER(member); LAST_ADMIN(member);
    BAD_WEIGHT(written); NOT_A_PERSON.
    """
    if body.active:
        joining.readmit(book, member)
    if body.role is not None:
        joining.set_role(book, member, body.role)
    if body.weight is not None:
        weight = body.weight * ONE_SHARE
        if not 0 < body.weight <= _MOST_WEIGHT or weight != int(weight):
            raise LedgerError(Code.BAD_WEIGHT, written=plain_decimal(body.weight))
        default_shares.set_weight(book, Name("", member=member), int(weight))


def language_of(wanted: str | None) -> str | None:
    """Return the code of a language that is named; raise LedgerError UNKNOWN_LANGUAGE(name)."""
    if wanted is None:
        return None
    code = named(wanted)
    if code is None:
        raise LedgerError(Code.UNKNOWN_LANGUAGE, name=wanted)
    return code


def _set_weekly(book: Book, said: ChangedWeekly) -> None:
    found = weekly_of(book)
    if said.on is False:
        weekly_setting.stop_weekly(book)
    elif said.on or found is None or is_on(found):
        before = every_week() if found is None else found.rule
        days = tuple(said.weekdays or days_of(before))
        rule = replace(every_week(days[0], said.at or before.at), weekdays=days)
        weekly_setting.set_weekly(book, rule, topic_of(book, found))


def _set_reminders(book: Book, said: ChangedReminders) -> None:
    found = reminders.reminding(book).schedule
    if said.every is Repeat.OFF:
        reminders.stop_reminders(book)
    elif said.every is not None or is_on(found):
        before = reminders.each_week() if found is None else found.rule
        at = said.at or before.at
        daily = before.unit is Unit.DAY if said.every is None else said.every is Repeat.DAILY
        weekday = before.weekdays[0] if before.weekdays else reminders.FRIDAY
        rule = (
            reminders.daily(at)
            if daily
            else reminders.each_week(weekday if said.weekday is None else said.weekday, at)
        )
        above = None if said.above is None else minor_units(said.above, book.group.currency)
        reminders.set_reminders(book, rule, above, topic_of(book, found))


def days_of(rule: Rule) -> tuple[int, ...]:
    """Return the weekdays of a rule, 0 is Monday; a daily one has them all."""
    return _EVERY_DAY if rule.unit is Unit.DAY else rule.weekdays
