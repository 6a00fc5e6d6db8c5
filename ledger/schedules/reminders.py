"""Reminders: who is asked to pay back, how often, and who would rather not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from ledger.book import scheduling, settlement_plan
from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.book.pay_details import payable
from ledger.book.standing import set_standing, standing, stop_standing
from ledger.core.answers.reminding import EVENING, MORNING, Reminded, Reminder, Reminding, Wishes
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member, MemberId, MemberKind, Whom
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit, moment
from ledger.core.reminder_threshold import worth_a_reminder
from ledger.core.schedule import DeliveryId, Kind, Schedule, State
from ledger.core.settling import Payment
from ledger.storage import reminder_rows, schedule_rows
from ledger.storage.database import Transaction

SNOOZE_DAYS: Final = 7
REMIND_AT: Final = time(10)
FRIDAY: Final = 4
_POSTED_AS: Final = "delivery/"
"""How the sources of what is posted by time begin; their delivery's id follows."""
_LONG_AGO: Final = date(2000, 1, 1)


def posted_as(delivery: DeliveryId) -> Source:
    """Return the source of a reminder that is posted by time."""
    return Source(f"{_POSTED_AS}{delivery}")


def note_rung(tx: Transaction, members: Sequence[MemberId], source: Source) -> None:
    """Note that one of a reminder's messages has arrived, which names these members.

    The same source reminds them no more, so that nobody is rung twice where the process ends
    before the reminder's other messages are out.
    """
    reminder_rows.note_rung(tx.connection, members, source)


def remind(book: Book, whom: Whom, source: Source, topic: int | None = None) -> Reminder:
    """Remind one debtor of all that the plan says they owe, at most once a day.

    During quiet hours it waits for the morning. The same source reminds again whoever was not
    rung by it.

    Raises LedgerError: NOT_A_PERSON; UNKNOWN_NAME; NAME_AMBIGUOUS; OWES_NOTHING(member);
    HAS_LEFT(member); REMINDED_TODAY(member); REMINDERS_MUTED(member, until: date or None).
    """
    _require_asker(book)
    reached, refused = _remind(book, [whom], source, topic)
    if refused:
        raise refused[0]
    return reached


def remind_all(
    book: Book, whoms: Iterable[Whom], source: Source, topic: int | None = None
) -> Reminded:
    """Remind several debtors as `remind` does; one who can't be holds up nobody else.

    Raises LedgerError: NOT_A_PERSON; where only one was named and can't be reminded, why.
    """
    _require_asker(book)
    reached, refused = _remind(book, tuple(whoms), source, topic)
    if not reached.debts and len(refused) == 1:
        raise refused[0]
    return Reminded(reached, tuple(refused))


def foreseen(book: Book, whom: Whom) -> Reminder:
    """Return what `remind` would say and when, raising what it raises; nothing is noted."""
    _require_asker(book)
    reached, refused, _ = _reachable(book, [whom], None)
    if refused:
        raise refused[0]
    return reached


def _require_asker(book: Book) -> None:
    """Let anonymous admins ask, too: they want nobody's money, but name who owes it."""
    if not book.is_admin:
        book.require_actor()


def _remind(
    book: Book, whoms: Sequence[Whom], source: Source, topic: int | None
) -> tuple[Reminder, list[LedgerError]]:
    """Remind whoever can be, each once."""
    reached, refused, day = _reachable(book, whoms, source)
    debtors = [member.id for member in reached.debtors]
    # At night taken as reminded already, so that two people asking ask once.
    reminder_rows.note(book.tx.connection, debtors, day, source)
    if reached.at is not None:
        _wait_for_the_morning(book, debtors, day, topic)
    return reached, refused


def _reachable(
    book: Book, whoms: Sequence[Whom], source: Source | None
) -> tuple[Reminder, list[LedgerError], date]:
    """Return the reminder of whoever can be reminded, why others can't, and the day it is of.

    Asks the database as often for many as for one; notes nothing.
    """
    found: dict[MemberId, tuple[Whom, Member]] = {}
    refused: dict[Whom, LedgerError] = {}
    debts = _open_debts(book)
    owing = {payment.payer for payment, _ in debts}
    for whom in whoms:
        try:
            member = resolve(book, whom, make=False)
            if member.id not in owing:
                raise LedgerError(Code.OWES_NOTHING, member=member)
            if member.kind is MemberKind.USER and not member.active:
                raise LedgerError(Code.HAS_LEFT, member=member)
            found.setdefault(member.id, (whom, member))
        except LedgerError as error:
            refused[whom] = error
    at = quiet_until(book.now, book.group.timezone)
    day = book.local_date(at or book.now)
    rows = reminder_rows.of(book.tx.connection, list(found))
    debtors: list[MemberId] = []
    for id_, (whom, member) in found.items():
        row = rows.get(id_, reminder_rows.NEVER)
        if source is not None and row.rung_source == source:
            continue
        why_not = _spared(member, row, day, source)
        if why_not is None:
            debtors.append(id_)
        else:
            refused[whom] = why_not
    told = tuple(debt for id_ in debtors for debt in debts if debt[0].payer == id_)
    in_order = [refused[whom] for whom in dict.fromkeys(whoms) if whom in refused]
    return _reminder(book, told, at if debtors else None), in_order, day


def _reminder(
    book: Book, debts: tuple[tuple[Payment, Currency], ...], at: datetime | None = None
) -> Reminder:
    payees = (payment.payee for payment, _ in debts)
    return Reminder(book.roster, debts, at, payable(book, payees))


def _spared(
    member: Member, row: reminder_rows.Reminded, day: date, source: Source | None
) -> LedgerError | None:
    """Return why somebody is not to be reminded on a day, None where they are."""
    if row.muted:
        return LedgerError(Code.REMINDERS_MUTED, member=member, until=None)
    if row.not_before is not None and row.not_before > day:
        return LedgerError(Code.REMINDERS_MUTED, member=member, until=row.not_before)
    if row.last_on is not None and row.last_on >= day and row.last_source != source:
        return LedgerError(Code.REMINDED_TODAY, member=member)
    return None


def due_debts(book: Book, found: Schedule, source: Source) -> Reminder:
    """Return what a due posting reminds of, and note it as said.

    Debts below the limit are left out, and debtors who have gone, who muted or snoozed it, or
    were reminded today by something else. The same source finds the same again, but for those
    who were rung.
    """
    on = book.today
    debts = _open_debts(book)
    rows = reminder_rows.of(book.tx.connection, list({payment.payer for payment, _ in debts}))
    chosen = tuple(
        (payment, currency)
        for payment, currency in debts
        if _wants(rows.get(payment.payer, reminder_rows.NEVER), on, source, found)
        and book.member(payment.payer).active
        and _concerns(book, found, payment, currency)
    )
    reminder = _reminder(book, chosen)
    reminder_rows.note(book.tx.connection, [member.id for member in reminder.debtors], on, source)
    return reminder


def reminding(book: Book) -> Reminding:
    """Return how the group reminds, and what the actor wants."""
    found = standing(book, Kind.REMINDERS)
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
    limits = {} if limit is None else schedule_rows.limit_columns(limit)
    set_standing(book, Kind.REMINDERS, rule, topic=topic, **limits)
    return reminding(book)


def stop_reminders(book: Book) -> Reminding:
    """Remind of nothing unless somebody asks; raises ADMINS_ONLY."""
    book.require_admin()
    stop_standing(book, Kind.REMINDERS)
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


def _wants(row: reminder_rows.Reminded, on: date, source: Source, found: Schedule) -> bool:
    if row.muted or (row.not_before is not None and row.not_before > on):
        return False
    if row.rung_source == source:
        return False
    if row.last_on is None or row.last_on < on or row.last_source == source:
        return True
    # A single reminder was noted for its morning when it was asked for; what a posting has
    # said since counts, as one that was held back overnight meets that of the next day.
    return found.kind is Kind.REMINDER and not _is_posting(row.last_source)


def _is_posting(source: str | None) -> bool:
    return source is not None and source.startswith(_POSTED_AS)


def _concerns(book: Book, found: Schedule, payment: Payment, currency: Currency) -> bool:
    if found.kind is Kind.REMINDER:
        # Whoever it was for may have been merged into somebody since.
        return payment.payer == book.member(MemberId(found.number)).id
    limit = found.limit
    if limit is None or limit.currency != currency:
        limit = worth_a_reminder(currency)
    return payment.minor >= limit.minor


def _wait_for_the_morning(
    book: Book, debtors: Sequence[MemberId], on: date, topic: int | None
) -> None:
    rule = Rule(Unit.DAY, MORNING, on, until=on)
    numbers = [int(member) for member in debtors]
    there = schedule_rows.numbered(book.tx.connection, book.group.id, Kind.REMINDER, numbers)
    known = {found.number for found in there}
    new = [number for number in numbers if number not in known]
    waiting_otherwise = [
        found for found in there if found.next_on != on or found.state is not State.ACTIVE
    ]
    scheduling.add_each(book, Kind.REMINDER, new, rule, topic=topic)
    scheduling.follow_each(book, waiting_otherwise, rule, topic=topic)
