"""SQL that appends to the book: entries, revisions and their shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import (
    ARRAY,
    Connection,
    bindparam,
    func,
    insert,
    select,
    true,
    update,
)

from ledger.core import terms_codec
from ledger.core.entries import Action, Contents, Source
from ledger.core.members import GroupId, MemberId
from ledger.core.writing_context import WritingContext
from ledger.storage import group_rows
from ledger.storage.prepared import Prepared
from ledger.storage.search_keys import stored_key
from ledger.storage.tables import Base, EntryRow, GroupRow, RevisionRow, ShareRow
from ledger.storage.upserts import insert_all

_IDS = select(EntryRow.number, EntryRow.id).where(
    EntryRow.group_id == bindparam("group_id"),
    EntryRow.number.between(bindparam("first"), bindparam("last")),
)
_DOUBTFUL_IS = (
    update(EntryRow).where(EntryRow.id == bindparam("entry_id")).values(doubts=bindparam("still"))
)
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


def add_entry(
    connection: Connection,
    writing: Writing,
    entry_number: int,
    source: Source,
    attachment: str | None,
    written: WritingContext,
    doubts: str | None = None,
) -> int:
    """Write a new entry with its first revision, and count both; return the entry's id.

    `written` is the context of its line. `source` is the entry's own; its revision may have
    come from another.
    """
    entry = _entry(writing, entry_number, source, attachment, written, doubts)
    if connection.dialect.name != "sqlite":
        return _add_at_once(connection, entry, writing)
    group_rows.count_up(connection, writing.group_id, entry_number, writing.change)
    entry_id = _adding(EntryRow, tuple(entry)).add(connection, entry)
    _add_revision(connection, entry_id, writing)
    return entry_id


def add_entries(
    connection: Connection, writings: Sequence[tuple[Writing, int, WritingContext]]
) -> list[int]:
    """Write new entries, each with its number and context, from its writing's source.

    Return their ids in order. All are of one group.
    """
    if not writings:
        return []
    insert_all(
        connection,
        EntryRow,
        [_entry(one, number, one.source, None, written) for one, number, written in writings],
    )
    numbers = [number for _, number, _ in writings]
    found = connection.execute(
        _IDS, {"group_id": writings[0][0].group_id, "first": min(numbers), "last": max(numbers)}
    )
    ids = dict(iter(found))
    revisions, shares = [], []
    for one, number, _ in writings:
        of = {"entry_id": ids[number]}
        revisions.append({**of, **_revision(one)})
        shares += [{**of, **share} for share in _shares(one)]
    insert_all(connection, RevisionRow, revisions)
    insert_all(connection, ShareRow, shares)
    return [ids[number] for number in numbers]


def _entry(
    writing: Writing,
    number: int,
    source: Source,
    attachment: str | None,
    written: WritingContext,
    doubts: str | None = None,
) -> dict[str, object]:
    return {
        "group_id": writing.group_id,
        "number": number,
        "kind": writing.contents.kind,
        "source": source,
        "author_id": writing.author,
        "recorded_at": writing.at,
        "attachment": attachment,
        "context": written.written(),
        "doubts": doubts,
        "revision": writing.number,
    }


def set_doubts(connection: Connection, entry_id: int, doubts: str | None) -> None:
    """Write what is doubtful in an entry by now."""
    connection.execute(_DOUBTFUL_IS, {"entry_id": entry_id, "still": doubts})


def add_revision(connection: Connection, entry_id: int, writing: Writing) -> None:
    """Write a further revision of an entry."""
    _add_revision(connection, entry_id, writing)
    connection.execute(_NEWEST_IS, {"entry_id": entry_id, "newest": writing.number})


def _add_revision(connection: Connection, entry_id: int, writing: Writing) -> None:
    of = {"entry_id": entry_id}
    revision = {**of, **_revision(writing)}
    _adding(RevisionRow, tuple(revision)).write(connection, revision)
    insert_all(connection, ShareRow, [{**of, **share} for share in _shares(writing)])


def _revision(writing: Writing) -> dict[str, object]:
    contents = writing.contents
    return {
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
        "split_terms": terms_codec.written(contents.split),
        "search_key": stored_key(contents.description),
        "refund": contents.is_refund,
    }


def _shares(writing: Writing) -> list[dict[str, object]]:
    return [
        {
            "revision": writing.number,
            "member_id": share.member,
            "paid_minor": share.paid_minor,
            "owed_minor": share.owed_minor,
            "part_kind": None if share.part is None else share.part.kind,
            "part_value": None if share.part is None else share.part.value,
        }
        for share in writing.contents.shares
    ]


def _add_at_once(connection: Connection, entry: dict[str, object], writing: Writing) -> int:
    """Write an entry, its revision and its shares in one statement; return the entry's id."""
    revision, shares = _revision(writing), _shares(writing)
    columns = tuple(shares[0])
    values: dict[str, object] = {f"entry_{name}": value for name, value in entry.items()}
    values |= {f"revision_{name}": value for name, value in revision.items()}
    values |= {f"share_{name}": [share[name] for share in shares] for name in columns}
    statement = _adding_at_once(tuple(entry), tuple(revision), columns)
    ((entry_id,),) = statement.all(connection, values)
    assert isinstance(entry_id, int)
    return entry_id


@cache
def _adding(table: type[Base], columns: tuple[str, ...]) -> Prepared:
    return Prepared(insert(table), columns)


@cache
def _adding_at_once(
    entry: tuple[str, ...], revision: tuple[str, ...], share: tuple[str, ...]
) -> Prepared:
    """Return PostgreSQL's statement that writes into the three tables by their columns.

    The group counts the entry's and the revision's number as its last.
    Foreign keys are checked at its end. The parameters are named by table and column; a
    share's are arrays.
    """
    entries, revisions = EntryRow.__table__.c, RevisionRow.__table__.c
    of_shares = ShareRow.__table__.c
    new = (
        insert(EntryRow)
        .values({name: bindparam(f"entry_{name}", type_=entries[name].type) for name in entry})
        .returning(EntryRow.id)
        .cte("new_entry")
    )
    revised = (
        insert(RevisionRow)
        .from_select(
            ["entry_id", *revision],
            select(
                new.c.id,
                *(bindparam(f"revision_{name}", type_=revisions[name].type) for name in revision),
            ),
            include_defaults=False,
        )
        .returning(RevisionRow.number)
        .cte("new_revision")
    )
    arrays = (bindparam(f"share_{name}", type_=ARRAY(of_shares[name].type)) for name in share)
    rows = func.unnest(*arrays).table_valued(*share).render_derived()
    shared = (
        insert(ShareRow)
        .from_select(
            ["entry_id", *share],
            select(new.c.id, *(rows.c[name] for name in share)).select_from(new.join(rows, true())),
            include_defaults=False,
        )
        .returning(ShareRow.member_id)
        .cte("new_shares")
    )
    counted = (
        update(GroupRow)
        .where(GroupRow.id == bindparam("entry_group_id"))
        .values(entries=bindparam("entry_number"), changes=bindparam("revision_change"))
        .returning(GroupRow.id)
        .cte("counted")
    )
    return Prepared(select(new.c.id).add_cte(revised, shared, counted))
