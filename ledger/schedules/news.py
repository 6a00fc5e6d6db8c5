"""News: what is changed outside a group's chat is told there, once.

Whoever changes a book from outside lets `told_in_chat` run the change: in the same transaction
one row for each is written, which waits to be told as what fell due does. Telling is at
least once, as with deliveries; a row goes when it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from ledger.book.member_sets import sets_of
from ledger.book.open_book import Book
from ledger.core.answers.member_changes import Merged
from ledger.core.answers.told_news import EntryNews, GroupNews, ManyNews, News, Tidings
from ledger.core.entries import Action
from ledger.core.groups import Group
from ledger.core.members import GroupId, Member, MemberId
from ledger.core.news import Alteration, NewsId, Setting, altogether
from ledger.core.schedule import Kind, Schedule, ScheduleId, Stage
from ledger.journal import answering
from ledger.schedules import recurring
from ledger.schedules.deliveries import pause_after
from ledger.schedules.overview import overview
from ledger.storage import (
    entry_rows,
    group_rows,
    news_rows,
    people_rows,
    rate_rows,
    schedule_rows,
)
from ledger.storage.database import Transaction
from ledger.storage.group_rows import chat_id_of
from ledger.storage.news_rows import Waiting

T = TypeVar("T")

_FEW: Final = 5
"""More entries and other changes than these that wait for a group are told in one message."""
_LISTED: Final = 10
"""Entries that such a message names."""
_OF_KIND: Final = {Kind.WEEKLY: Setting.WEEKLY, Kind.REMINDERS: Setting.REMINDERS}


# Changing


def told_in_chat(use_case: Callable[[Book], T]) -> Callable[[Book], T]:
    """Let what a use case changes be told in the group's chat, where the group has one.

    For whoever changes the book from outside the chat. It notes in the same transaction every
    revision that the use case appends; and without any, what else it changes: members, their
    roles and default shares, settings, recurring expenses, rates and sets of people. What an
    entry brings along its receipt tells, and of whoever joins by themselves nothing is told.
    """

    def work(book: Book) -> T:
        connection = book.tx.connection
        if not news_rows.has_chat(connection, book.group.id):
            return use_case(book)
        before = _Known.of(book)
        result = use_case(book)
        if book.changes > before.changes:
            appended = range(before.changes + 1, book.changes + 1)
            news_rows.add_changes(connection, book.group.id, appended, book.now)
            return result
        author = None if book.actor is None else book.actor.id
        altered = altogether([_altered(before, _Known.of(book), author), *book.altered])
        if not altered.is_nothing:
            news_rows.add_alteration(connection, book.group.id, altered, author, book.now)
        return result

    return work


@dataclass(frozen=True, slots=True)
class _Known:
    """A book as it is at one moment, as far as a chat is told of it."""

    changes: int
    group: Group
    members: Mapping[MemberId, Member]
    schedules: Mapping[ScheduleId, Schedule]

    @staticmethod
    def of(book: Book) -> _Known:
        found = schedule_rows.of_group(book.tx.connection, book.group.id)
        return _Known(
            book.changes,
            book.group,
            {member.id: member for member in book.roster},
            {schedule.id: schedule for schedule in found},
        )


def _altered(before: _Known, after: _Known, author: MemberId | None) -> Alteration:
    members = [(before.members.get(id_), member) for id_, member in after.members.items()]
    both = [(was, member) for was, member in members if was is not None]
    came = [new for was, new in members if new.active and not (was is not None and was.active)]
    return Alteration(
        added=tuple(member.id for member in came if member.id != author),
        removed=tuple(member.id for was, member in both if was.active and not member.active),
        roles=tuple(member.id for was, member in both if was.role is not member.role),
        weights=tuple(member.id for was, member in both if was.weight != member.weight),
        settings=_settings(before, after),
        recurring=tuple(sorted(one.number for one in _moved(before, after, {Kind.EXPENSE}))),
    )


def _settings(before: _Known, after: _Known) -> tuple[Setting, ...]:
    values = {
        Setting.CURRENCY: (before.group.currency, after.group.currency),
        Setting.TIMEZONE: (before.group.timezone, after.group.timezone),
        Setting.LANGUAGE: (before.group.language, after.group.language),
        Setting.SIMPLIFY: (before.group.simplify, after.group.simplify),
    }
    chosen = {setting for setting, (was, is_) in values.items() if was != is_}
    chosen |= {_OF_KIND[one.kind] for one in _moved(before, after, _OF_KIND)}
    return tuple(setting for setting in Setting if setting in chosen)


def _moved(before: _Known, after: _Known, kinds: Collection[Kind]) -> list[Schedule]:
    """Return the schedules of these kinds that are new or other ones.

    Their next dates alone, and the clock that they go by, are no change of theirs.
    """
    return [
        schedule
        for id_, schedule in after.schedules.items()
        if schedule.kind in kinds and _said(schedule) != _said(before.schedules.get(id_))
    ]


def _said(schedule: Schedule | None) -> object:
    if schedule is None:
        return None
    return schedule.state, schedule.rule, schedule.line, schedule.limit, schedule.last_on


# Telling


def groups_waiting(tx: Transaction, most: int) -> tuple[GroupId, ...]:
    """Return the groups that are to be told something, whoever waits longest first."""
    return news_rows.groups_waiting(tx.connection, tx.now, most)


def begin_telling(tx: Transaction, group_id: GroupId) -> News | None:
    """Return what a group is to be told next and note that it is on its way.

    All that was done to one entry is one message, and so is what one person changed besides;
    more than five of them are one together. None where nothing waits, or the bot is not in
    the chat any more.
    """
    row = group_rows.lock(tx.connection, group_id)
    waiting = news_rows.of_group(tx.connection, group_id)
    if not waiting:
        return None
    chat_id = chat_id_of(tx, group_id)
    if row.gone_at is not None or chat_id is None:
        news_rows.remove(tx.connection, [one.id for one in waiting])
        return None
    book = Book(tx, row)
    subjects = _by_subject(waiting)
    told = waiting if len(subjects) > _FEW else subjects[0]
    tidings = _together(book, subjects) if told is waiting else _single(book, subjects[0])
    ids = tuple(one.id for one in told)
    attempts = max(one.attempts for one in told)
    news_rows.change(tx.connection, ids, stage=Stage.SENDING, attempts=attempts + 1)
    chosen = book.group.language
    return News(
        ids=ids,
        group_id=group_id,
        chat_id=chat_id,
        language=chosen,
        spoken=None if chosen else people_rows.most_spoken(tx.connection, group_id),
        today=book.today,
        now=book.now,
        attempts=attempts,
        tidings=tidings,
    )


def _by_subject(waiting: Sequence[Waiting]) -> list[list[Waiting]]:
    """Put together what is about one entry, and what else one person has changed."""
    subjects: dict[tuple[int | None, MemberId | None], list[Waiting]] = {}
    for one in waiting:
        subjects.setdefault((one.entry_id, one.author), []).append(one)
    return list(subjects.values())


def _single(book: Book, subject: Sequence[Waiting]) -> Tidings:
    first = subject[0]
    if first.entry_id is None:
        return _group_news(book, subject)
    is_new = first.action is Action.RECORD
    since = None if is_new else first.number - 1
    return EntryNews(answering.since(book, first.entry_id, since), is_new)


def _group_news(book: Book, subject: Sequence[Waiting]) -> GroupNews:
    altered = altogether(one.altered for one in subject if one.altered is not None)
    by = subject[0].author
    connection = book.tx.connection
    found = schedule_rows.numbered(connection, book.group.id, Kind.EXPENSE, altered.recurring)
    own = rate_rows.into(connection, book.group.id, book.group.currency) if altered.rates else ()
    rates = {rate.base: rate for rate in own}
    sets = {one.name: one for one in sets_of(book)} if altered.sets else {}
    return GroupNews(
        by=None if by is None else book.member(by).id,
        altered=altered,
        members={id_: book.member(id_) for id_ in altered.people},
        roster=book.roster,
        overview=overview(book),
        recurring=tuple(recurring.shown(book, schedule) for schedule in found),
        merged=[
            Merged(gone, book.member(gone.id))
            for gone in map(book.people.before_merging, altered.merged)
            if gone is not None
        ],
        rates={base: rates.get(base) for base in altered.rates},
        sets={name: sets.get(name) for name in altered.sets},
    )


def _together(book: Book, subjects: Sequence[Sequence[Waiting]]) -> ManyNews:
    entries = {one[0].entry_id: one[0] for one in reversed(subjects) if one[0].entry_id is not None}
    listed = list(entries)[:_LISTED]
    found = entry_rows.by_ids(book.tx.connection, listed)
    now = [(entries[id_].action, book.as_now(found[id_])) for id_ in reversed(listed)]
    return ManyNews(
        new=tuple(entry for action, entry in now if action is Action.RECORD),
        changed_now=tuple(entry for action, entry in now if action is not Action.RECORD),
        more=len(entries) - len(listed),
        group=tuple(_group_news(book, one) for one in subjects if one[0].entry_id is None),
        roster=book.roster,
        changed=tuple(entries),
    )


def told(tx: Transaction, ids: Collection[NewsId]) -> None:
    """Note that news have arrived, or that nobody takes them any more."""
    news_rows.remove(tx.connection, ids)


def give_back(tx: Transaction, ids: Collection[NewsId]) -> None:
    """Let news that were put together and not sent wait again."""
    news_rows.change(tx.connection, ids, stage=Stage.WAITING)


def put_off(tx: Transaction, news: News) -> None:
    """Try again later, after longer and longer pauses; what came behind it waits as well."""
    later = tx.now + pause_after(news.attempts)
    news_rows.change(tx.connection, news.ids, stage=Stage.WAITING)
    news_rows.change_waiting(tx.connection, news.group_id, send_after=later)


def give_up(tx: Transaction, ids: Collection[NewsId]) -> None:
    """Keep news that met a bug aside, for whoever runs the bot."""
    news_rows.change(tx.connection, ids, stage=Stage.FAILED)


def give_up_group(tx: Transaction, group_id: GroupId) -> None:
    """Keep aside all that waits for a group, where not even that can be put together."""
    news_rows.change_waiting(tx.connection, group_id, stage=Stage.FAILED)


@dataclass(frozen=True, slots=True)
class Untold:
    """A change that was not told because that met a bug."""

    id: NewsId
    group_id: GroupId
    made_at: datetime


def untold(tx: Transaction) -> tuple[Untold, ...]:
    """Return the news that met a bug, newest first."""
    found = news_rows.failed(tx.connection)
    return tuple(Untold(NewsId(row.id), GroupId(row.group_id), row.made_at) for row in found)


def tell_again(tx: Transaction, ids: Collection[NewsId]) -> None:
    """Let news that met a bug wait to be told, as after it was mended."""
    news_rows.change(tx.connection, ids, stage=Stage.WAITING, send_after=tx.now, attempts=0)
