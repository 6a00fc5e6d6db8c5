"""The personal record: all that is kept about one account, ready to be written as JSON.

Of an entry it has what the group could always see of it, and only the person's own shares:
the other people's names and shares are theirs. `docs/privacy.md` describes every field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, Final

from ledger.accounts.personal_tokens import tokens_of
from ledger.book.pay_details import details_of
from ledger.book.putting_off import ENTRIES_IN_PASSING, PutOff, Run, stretches
from ledger.core.entries import Action
from ledger.core.groups import Group
from ledger.core.members import GroupId, MemberId, UserId
from ledger.core.money import Currency, Money, exact
from ledger.core.schedule import Kind, Schedule
from ledger.core.templates import read_kept
from ledger.storage import account_rows, group_rows, personal_rows, schedule_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow

Json = dict[str, Any]

FORMAT: Final = "all-square-personal-record"
VERSION: Final = 1
_READ_AT_ONCE: Final = 1_000
"""Entries read in one of many transactions, with all their revisions."""
_Ahead = dict[GroupId, tuple[int, list[Json]]]


def personal_record(tx: Transaction, user_id: UserId) -> Json:
    """Return everything that is kept about an account; `account` is None for a stranger.

    The entries of long books are read before the transaction, where that may be put off: each
    as it was at some moment since.
    """
    connection = tx.connection
    row = personal_rows.account(connection, user_id)
    own = schedule_rows.of_user(connection, user_id)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _moment(tx.now),
        "account": None if row is None else _account(row),
        "over_http": _over_http(tx, user_id),
        "pay_details": {detail.scheme.value: detail.value for detail in details_of(tx, user_id)},
        "weekly_summary": None if own is None else _summary(own),
        "groups": _groups(tx, user_id),
    }


def written(record: Json) -> bytes:
    """Return a record as a JSON document, UTF-8."""
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _account(row: AnyRow) -> Json:
    return {
        "id": row.id,
        "first_name": row.first_name,
        "last_name": row.last_name,
        "username": row.username,
        "telegram_language": row.telegram_language,
        "language": row.language,
        "may_be_written_to": row.started,
    }


def _over_http(tx: Transaction, user_id: UserId) -> Json | None:
    """Return what is kept for calls over HTTP, where there is anything; no secret is kept."""
    row = account_rows.by_users(tx.connection, [user_id]).get(user_id)
    if row is None:
        return None
    kept = account_rows.account(row)
    return {
        "id": kept.id,
        "public_id": kept.public_id,
        "email": kept.email,
        "phone": kept.phone,
        "has_password": kept.has_password,
        "created_at": _moment(kept.created_at),
        "updated_at": _moment(kept.updated_at),
        "tokens": [
            {
                "name": token.name,
                "scope": token.scope.value,
                "created_at": _moment(token.created_at),
                "last_used_at": None if token.last_used_at is None else _moment(token.last_used_at),
            }
            for token in tokens_of(tx, kept)
        ],
    }


def _summary(own: Schedule) -> Json:
    return {
        "state": own.state.value,
        "weekdays": list(own.rule.weekdays),
        "at": own.rule.at.isoformat("minutes"),
        "timezone": own.zone,
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """A person's place in a group, and who they are there; `last` is its last entry's number."""

    row: AnyRow
    group: Group
    merged: Sequence[AnyRow]
    last: int

    @property
    def ids(self) -> list[MemberId]:
        return [MemberId(self.row.id), *(MemberId(alias.id) for alias in self.merged)]


def _groups(tx: Transaction, user_id: UserId) -> list[Json]:
    places = [_place(tx, row) for row in personal_rows.memberships(tx.connection, user_id)]
    key = "personal record", user_id
    ahead: _Ahead = tx.ahead.get(key, {})
    long = [place for place in places if place.last > ENTRIES_IN_PASSING]
    if tx.may_put_off and long and not ahead:
        raise PutOff(key, partial(_read_ahead, long))
    return [_group(tx, place, ahead.get(place.group.id)) for place in places]


def _place(tx: Transaction, row: AnyRow) -> _Place:
    group = group_rows.group(group_rows.by_id(tx.connection, GroupId(row.group_id)))
    merged = personal_rows.aliases(tx.connection, MemberId(row.id))
    return _Place(row, group, merged, group.entries)


async def _read_ahead(places: Sequence[_Place], run: Run) -> _Ahead:
    """Read the entries of some groups, and up to which number."""
    found: _Ahead = {}
    for place in places:
        pieces = [
            await run(partial(_piece, place=place, numbers=numbers))
            for numbers in stretches(place.last, _READ_AT_ONCE)
        ]
        found[place.group.id] = place.last, [entry for piece in reversed(pieces) for entry in piece]
    return found


def _piece(tx: Transaction, place: _Place, numbers: tuple[int, int]) -> list[Json]:
    rows = personal_rows.revisions(tx.connection, place.group.id, place.ids, numbers)
    return _entries(rows, set(place.ids))


def _group(tx: Transaction, at: _Place, ahead: tuple[int, list[Json]] | None) -> Json:
    connection, place, group, ids = tx.connection, at.row, at.group, at.ids
    reminded = personal_rows.reminded(connection, ids)
    return {
        "title": group.title,
        "currency": group.currency,
        "timezone": group.timezone,
        "role": place.role.value,
        "active": place.active,
        "joined_at": _moment(place.joined_at),
        "also_known_as": [
            alias.name if alias.username is None else f"@{alias.username}" for alias in at.merged
        ],
        "balances": [
            {"currency": row.currency, "net": _amount(row.net_minor, row.currency)}
            for row in personal_rows.balances(connection, MemberId(place.id))
        ],
        "reminders": [
            {
                "last_on": _day(row.last_on),
                "not_before": _day(row.not_before),
                "muted": row.muted,
            }
            for row in reminded
        ],
        "recurring": [
            _recurring(row)
            for row in personal_rows.recurring(connection, ids)
            if row.kind is Kind.EXPENSE and row.line is not None
        ],
        "entries": _entries(personal_rows.revisions(connection, group.id, ids), set(ids))
        if ahead is None
        else [*ahead[1], *_piece(tx, at, (ahead[0] + 1, at.last))],
    }


def _recurring(row: AnyRow) -> Json:
    kept = read_kept(row.line)
    return {
        "number": row.number,
        "state": row.state.value,
        "amount": _amount(kept.amount.minor, kept.amount.currency),
        "currency": kept.amount.currency,
        "description": kept.description,
        "category": kept.category,
        "note": kept.note,
    }


def _entries(rows: Iterable[AnyRow], ours: set[MemberId]) -> list[Json]:
    found: list[Json] = []
    for number, of_entry in groupby(rows, key=lambda row: row.entry_number):
        revisions = list(of_entry)
        newest = revisions[-1]
        found.append(
            {
                "number": number,
                "kind": newest.kind.value,
                "deleted": newest.action is Action.DELETE,
                "with_picture": newest.attachment is not None,
                "revisions": [_revision(row, ours) for row in revisions],
            }
        )
    return found


def _revision(row: AnyRow, ours: set[MemberId]) -> Json:
    return {
        "number": row.number,
        "action": row.action.value,
        "at": _moment(row.at),
        "by_me": row.author_id in ours,
        "amount": _amount(row.amount_minor, row.currency),
        "currency": row.currency,
        "description": row.description,
        "category": row.category,
        "on": _day(row.on_date),
        "note": row.note,
        "i_paid": _amount(int(row.paid_minor), row.currency),
        "i_owe": _amount(int(row.owed_minor), row.currency),
    }


def _amount(minor: int, currency: str) -> str:
    return exact(Money(minor, Currency(currency)))


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
