"""Reminders: who is asked to pay back, how often, and who would rather not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from ledger.book import scheduling, settlement_plan
from ledger.book.open_book import Book
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member, MemberId, Roster, Whom
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit, moment
from ledger.core.reminder_threshold import worth_a_reminder
from ledger.core.schedule import Kind, Schedule, State
from ledger.core.settling import Payment
from ledger.people.membership import resolve
from ledger.storage import reminder_rows, schedule_rows

EVENING: Final = time(22)
MORNING: Final = time(8)
"""Between the two nobody is reminded, by the group's wall clock."""
SNOOZE_DAYS: Final = 7
REMIND_AT: Final = time(10)
FRIDAY: Final = 4
POSTED_AS: Final = "delivery/"
"""How the sources of what is posted by time begin; their delivery's id follows."""
_ONLY: Final = 1
_LONG_AGO: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody, or everybody, is reminded of: payments of the plan with their currency.

    `at` is when it is said where quiet hours put it off, None where that is now.
    """

    roster: Roster
    debts: tuple[tuple[Payment, Currency], ...]
    at: datetime | None = None

    @property
    def debtors(self) -> tuple[Member, ...]:
        """Those who are reminded, each once."""
        return tuple(dict.fromkeys(self.roster[payment.payer] for payment, _ in self.debts))


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of reminding several: whom it reached, and why it did not reach the others."""

    reminder: Reminder
    refused: tuple[LedgerError, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member wants of reminders: none at all, or none before a day."""

    muted: bool
    not_before: date | None


@dataclass(frozen=True, slots=True)
class Reminding:
    """How a group reminds: its schedule, if it ever had one, and the least debt it names."""

    schedule: Schedule | None
    limit: Money
    wishes: Wishes


def remind(book: Book, whom: Whom, source: Source, topic: int | None = None) -> Reminder:
    """Remind one debtor of all that the plan says they owe, at most once a day.

    During quiet hours it waits for the morning. The same source reminds again.

    Raises LedgerError: NOT_A_PERSON; UNKNOWN_NAME; NAME_AMBIGUOUS; OWES_NOTHING(member);
    REMINDED_TODAY(member); REMINDERS_MUTED(member, until: date or None).
    """
    book.require_actor()
    return _remind(book, whom, _open_debts(book), source, topic)


def remind_all(
    book: Book, whoms: Iterable[Whom], source: Source, topic: int | None = None
) -> Reminded:
    """Remind several debtors as `remind` does; one who can't be holds up nobody else.

    Raises LedgerError: NOT_A_PERSON; where only one was named and can't be reminded, why.
    """
    book.require_actor()
    open_debts = _open_debts(book)
    reached: list[Reminder] = []
    refused: list[LedgerError] = []
    for whom in whoms:
        try:
            reached.append(_remind(book, whom, open_debts, source, topic))
        except LedgerError as error:
            refused.append(error)
    if not reached and len(refused) == 1:
        raise refused[0]
    # One person may go by two names in a line.
    debts = tuple(dict.fromkeys(debt for one in reached for debt in one.debts))
    at = reached[0].at if reached else None
    return Reminded(Reminder(book.roster, debts, at), tuple(refused))


def _remind(
    book: Book,
    whom: Whom,
    open_debts: Sequence[tuple[Payment, Currency]],
    source: Source,
    topic: int | None,
) -> Reminder:
    member = resolve(book, whom, make=False)
    debts = tuple(debt for debt in open_debts if debt[0].payer == member.id)
    if not debts:
        raise LedgerError(Code.OWES_NOTHING, member=member)
    at = quiet_until(book.now, book.group.timezone)
    day = book.local_date(at or book.now)
    row = reminder_rows.of(book.tx.connection, [member.id]).get(member.id, reminder_rows.NEVER)
    if row.muted:
        raise LedgerError(Code.REMINDERS_MUTED, member=member, until=None)
    if row.not_before is not None and row.not_before > day:
        raise LedgerError(Code.REMINDERS_MUTED, member=member, until=row.not_before)
    if row.last_on is not None and row.last_on >= day and row.last_source != source:
        raise LedgerError(Code.REMINDED_TODAY, member=member)
    # At night taken as reminded already, so that two people asking ask once.
    reminder_rows.note(book.tx.connection, [member.id], day, source)
    if at is not None:
        _wait_for_the_morning(book, member, day, topic)
    return Reminder(book.roster, debts, at)


def due_debts(book: Book, found: Schedule, source: Source) -> Reminder:
    """Return what a due posting reminds of, and note it as said.

    Debts below the limit are left out, and debtors who have gone, who muted or snoozed it, or
    were reminded today by something else. The same source finds the same again.
    """
    on = book.today
    debts = _open_debts(book)
    rows = reminder_rows.of(book.tx.connection, list({payment.payer for payment, _ in debts}))
    chosen = tuple(
        (payment, currency)
        for payment, currency in debts
        if _wants(rows.get(payment.payer, reminder_rows.NEVER), on, source, found)
        and book.member(payment.payer).active
        and _concerns(found, payment, currency)
    )
    reminder = Reminder(book.roster, chosen)
    reminder_rows.note(book.tx.connection, [member.id for member in reminder.debtors], on, source)
    return reminder


def reminding(book: Book) -> Reminding:
    """Return how the group reminds, and what the actor wants."""
    found = _reminders(book)
    limit = found.limit if found is not None and found.limit is not None else None
    return Reminding(
        found,
        limit or worth_a_reminder(book.group.currency),
        Wishes(False, None) if book.actor is None else wishes(book, book.actor.id),
    )


def set_reminders(
    book: Book, rule: Rule, limit: Money | None, topic: int | None = None
) -> Reminding:
    """Remind of all open debts by a rule; a limit that is not given stays as it was.

    Raises LedgerError: ADMINS_ONLY; AMOUNT_NOT_POSITIVE(amount).
    """
    book.require_admin()
    if limit is not None and limit.minor < 0:
        raise LedgerError(Code.AMOUNT_NOT_POSITIVE, amount=limit)
    found = _reminders(book)
    limits = {} if limit is None else schedule_rows.limit_columns(limit)
    if found is None:
        scheduling.add(book, Kind.REMINDERS, _ONLY, rule, topic=topic, **limits)
    else:
        scheduling.follow(book.tx, found, rule, topic=topic, **limits)
    return reminding(book)


def stop_reminders(book: Book) -> Reminding:
    """Remind of nothing unless somebody asks; raises ADMINS_ONLY."""
    book.require_admin()
    found = _reminders(book)
    if found is not None:
        scheduling.set_state(book.tx, found, State.STOPPED)
    return reminding(book)


def daily(at: time = REMIND_AT) -> Rule:
    """Return the rule of daily reminders."""
    return Rule(Unit.DAY, _in_daytime(at), _LONG_AGO)


def each_week(weekday: int = FRIDAY, at: time = REMIND_AT) -> Rule:
    """Return the rule of weekly reminders; 0 is Monday."""
    return Rule(Unit.WEEK, _in_daytime(at), _LONG_AGO, weekdays=(weekday,))


def snooze(book: Book) -> date:
    """Spare the actor for a week; return the first day that reminders may come again."""
    until = book.today + timedelta(days=SNOOZE_DAYS)
    reminder_rows.wish(book.tx.connection, book.require_actor().id, not_before=until)
    return until


def mute(book: Book, *, muted: bool) -> None:
    """Spare the actor for good, or no longer."""
    actor = book.require_actor().id
    if muted:
        reminder_rows.wish(book.tx.connection, actor, muted=True)
    else:
        reminder_rows.wish(book.tx.connection, actor, muted=False, not_before=None)


def wishes(book: Book, member: MemberId) -> Wishes:
    """Return what a member wants of reminders."""
    row = reminder_rows.of(book.tx.connection, [member]).get(member, reminder_rows.NEVER)
    sleeps = row.not_before is not None and row.not_before > book.today
    return Wishes(row.muted, row.not_before if sleeps else None)


def quiet_until(now: datetime, zone: str) -> datetime | None:
    """Return when the quiet hours end that it is now in a zone, None outside of them."""
    local = now.astimezone(ZoneInfo(zone))
    if MORNING <= local.time() < EVENING:
        return None
    day = local.date() + timedelta(days=1 if local.time() >= EVENING else 0)
    return moment(day, MORNING, zone).astimezone(UTC)


def _in_daytime(at: time) -> time:
    return at if MORNING <= at < EVENING else MORNING


def _open_debts(book: Book) -> list[tuple[Payment, Currency]]:
    suggested: Mapping[Currency, tuple[Payment, ...]] = settlement_plan.suggested(book)
    own = book.group.currency
    return [
        (payment, currency)
        for currency in sorted(suggested, key=lambda code: (code != own, code))
        for payment in suggested[currency]
    ]


def _reminders(book: Book) -> Schedule | None:
    return schedule_rows.one(book.tx.connection, book.group.id, Kind.REMINDERS, _ONLY)


def _wants(row: reminder_rows.Reminded, on: date, source: Source, found: Schedule) -> bool:
    if row.muted or (row.not_before is not None and row.not_before > on):
        return False
    if row.last_on is None or row.last_on < on or row.last_source == source:
        return True
    # A single reminder was noted for its morning when it was asked for; what a posting has
    # said since counts, as one that was held back overnight meets that of the next day.
    return found.kind is Kind.REMINDER and not _is_posting(row.last_source)


def _is_posting(source: str | None) -> bool:
    return source is not None and source.startswith(POSTED_AS)


def _concerns(found: Schedule, payment: Payment, currency: Currency) -> bool:
    if found.kind is Kind.REMINDER:
        return payment.payer == found.number
    limit = found.limit
    if limit is None or limit.currency != currency:
        limit = worth_a_reminder(currency)
    return payment.minor >= limit.minor


def _wait_for_the_morning(book: Book, member: Member, on: date, topic: int | None) -> None:
    rule = Rule(Unit.DAY, MORNING, on, until=on)
    number = int(member.id)
    found = schedule_rows.one(book.tx.connection, book.group.id, Kind.REMINDER, number)
    if found is None:
        scheduling.add(book, Kind.REMINDER, number, rule, topic=topic)
    elif found.next_on != on or found.state is not State.ACTIVE:
        scheduling.follow(book.tx, found, rule, topic=topic)
