"""SQL that appends to the book: entries, revisions and their shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, update

from ledger.core.entries import Action, Contents, Source
from ledger.core.members import GroupId, MemberId
from ledger.storage.search_keys import stored_key
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow
from ledger.storage.types import new_id

_ADD_ENTRY = insert(EntryRow)
_ADD_REVISION = insert(RevisionRow)
_ADD_SHARES = insert(ShareRow)
_NEWEST_IS = (
    update(EntryRow)
    .where(EntryRow.id == bindparam("entry_id"))
    .values(revision=bindparam("newest"))
)


@dataclass(frozen=True, slots=True)
class Writing:
    """One revision to be written, with what orders and identifies it."""

    group_id: GroupId
    number: int
    change: int
    action: Action
    author: MemberId | None
    at: datetime
    source: Source
    contents: Contents
    terms: str | None


def add_entry(
    connection: Connection,
    writing: Writing,
    entry_number: int,
    source: Source,
    attachment: str | None,
) -> int:
    """Write a new entry with its first revision; return the entry's id.

    `source` is the entry's own; its revision may have come from another.
    """
    result = connection.execute(
        _ADD_ENTRY,
        {
            "group_id": writing.group_id,
            "number": entry_number,
            "kind": writing.contents.kind,
            "source": source,
            "author_id": writing.author,
            "recorded_at": writing.at,
            "attachment": attachment,
            "revision": writing.number,
        },
    )
    entry_id: int = new_id(result)
    _add_revision(connection, entry_id, writing)
    return entry_id


def add_revision(connection: Connection, entry_id: int, writing: Writing) -> None:
    """Write a further revision of an entry."""
    _add_revision(connection, entry_id, writing)
    connection.execute(_NEWEST_IS, {"entry_id": entry_id, "newest": writing.number})


def _add_revision(connection: Connection, entry_id: int, writing: Writing) -> None:
    contents = writing.contents
    connection.execute(
        _ADD_REVISION,
        {
            "entry_id": entry_id,
            "number": writing.number,
            "group_id": writing.group_id,
            "change": writing.change,
            "action": writing.action,
            "author_id": writing.author,
            "at": writing.at,
            "source": writing.source,
            "amount_minor": contents.amount_minor,
            "currency": contents.currency,
            "description": contents.description,
            "category": contents.category,
            "on_date": contents.on,
            "note": contents.note,
            "terms": writing.terms,
            "search_key": stored_key(contents.description),
        },
    )
    connection.execute(
        _ADD_SHARES,
        [
            {
                "entry_id": entry_id,
                "revision": writing.number,
                "member_id": share.member,
                "paid_minor": share.paid_minor,
                "owed_minor": share.owed_minor,
                "part_kind": None if share.part is None else share.part.kind,
                "part_value": None if share.part is None else share.part.value,
            }
            for share in contents.shares
        ],
    )
