"""SQL of imports: those that wait, what they have written, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, or_, select, update

from ledger.core.entries import Action, Source
from ledger.core.members import GroupId, MemberId
from ledger.storage.import_tables import ImportedRow, ImportRow, ImportState
from ledger.storage.joins import IS_NEWEST
from ledger.storage.tables import EntryRow, GroupRow, MemberRow, RevisionRow, ShareRow
from ledger.storage.types import AnyRow, new_id
from ledger.storage.upserts import insert_all

_COLUMNS = (
    *(ImportRow.id, ImportRow.group_id, ImportRow.author_id, ImportRow.state, ImportRow.format),
    *(ImportRow.made_at, ImportRow.members, ImportRow.staging_id, ImportRow.entries),
)
# Whatever was imported counts as here, unless all of it was taken back and stays so.
_KEYS = (
    select(ImportedRow.key, ImportedRow.content)
    .join_from(ImportRow, ImportedRow, ImportedRow.import_id == ImportRow.id)
    .join(EntryRow, EntryRow.id == ImportedRow.entry_id)
    .join(RevisionRow, IS_NEWEST)
    .where(
        ImportRow.group_id == bindparam("group_id"),
        or_(
            ImportRow.state == ImportState.DONE,
            (ImportRow.state == ImportState.UNDONE) & (RevisionRow.action != Action.DELETE),
        ),
    )
)
_OWN = ("entry_id", "number", "group_id", "change", "action", "author_id", "at", "source")
"""What each revision has for itself."""
_KEY = ("entry_id", "revision")
_LIVE = (
    select(EntryRow.id)
    .join_from(ImportedRow, EntryRow, EntryRow.id == ImportedRow.entry_id)
    .join(RevisionRow, IS_NEWEST)
    .where(ImportedRow.import_id == bindparam("import_id"), RevisionRow.action != Action.DELETE)
    .order_by(EntryRow.number)
)


@dataclass(frozen=True, slots=True)
class Import:
    """An import as it is stored; `members` as in `ImportRow`."""

    id: int
    group_id: GroupId
    author: MemberId
    state: ImportState
    format: str
    made_at: datetime
    members: tuple[MemberId | None, ...]
    staging: GroupId | None
    entries: int


def _import(row: AnyRow) -> Import:
    return Import(
        id=row.id,
        group_id=GroupId(row.group_id),
        author=MemberId(row.author_id),
        state=row.state,
        format=row.format,
        made_at=row.made_at,
        members=tuple(None if n is None else MemberId(n) for n in json.loads(row.members)),
        staging=None if row.staging_id is None else GroupId(row.staging_id),
        entries=row.entries,
    )


def add(
    connection: Connection,
    group_id: GroupId,
    author: MemberId,
    source: Source,
    format_: str,
    packed: bytes,
    members: Sequence[MemberId | None],
    at: datetime,
) -> int:
    """Let a file wait; return the import's id."""
    values = {
        "group_id": group_id,
        "author_id": author,
        "source": source,
        "state": ImportState.WAITING,
        "format": format_,
        "made_at": at,
        "packed": packed,
        "members": json.dumps(members),
        "staging_id": None,
        "entries": 0,
    }
    return new_id(connection.execute(insert(ImportRow), values))


def find(connection: Connection, group_id: GroupId, import_id: int) -> Import | None:
    """Return a group's import of that number."""
    row = connection.execute(
        select(*_COLUMNS).where(ImportRow.id == import_id, ImportRow.group_id == group_id)
    ).one_or_none()
    return None if row is None else _import(row)


def by_source(connection: Connection, group_id: GroupId, source: Source) -> Import | None:
    """Return the import that a message asked for."""
    row = connection.execute(
        select(*_COLUMNS).where(ImportRow.source == source, ImportRow.group_id == group_id)
    ).one_or_none()
    return None if row is None else _import(row)


def unfinished(connection: Connection, group_id: GroupId) -> list[Import]:
    """Return a group's imports that are being written."""
    rows = connection.execute(
        select(*_COLUMNS).where(
            ImportRow.group_id == group_id, ImportRow.state == ImportState.WRITING
        )
    )
    return [_import(row) for row in rows.all()]


def of_entry(connection: Connection, group_id: GroupId, number: int) -> Import | None:
    """Return the import that has written an entry, if one has and was not taken back."""
    row = connection.execute(
        select(*_COLUMNS)
        .join_from(ImportRow, ImportedRow, ImportedRow.import_id == ImportRow.id)
        .join(EntryRow, EntryRow.id == ImportedRow.entry_id)
        .where(
            EntryRow.group_id == group_id,
            EntryRow.number == number,
            ImportRow.state == ImportState.DONE,
        )
    ).one_or_none()
    return None if row is None else _import(row)


def packed(connection: Connection, import_id: int) -> bytes | None:
    """Return the file of an import, as it was read."""
    return connection.scalar(select(ImportRow.packed).where(ImportRow.id == import_id))


def change(connection: Connection, import_id: int, **columns: object) -> None:
    """Set columns of one import."""
    connection.execute(update(ImportRow).where(ImportRow.id == import_id).values(**columns))


def choose(connection: Connection, import_id: int, members: Sequence[MemberId | None]) -> None:
    """Write down who the people of a file are here."""
    change(connection, import_id, members=json.dumps(members))


def forget_files(connection: Connection, before: datetime) -> None:
    """Cancel what has waited since before a moment, and forget its files."""
    connection.execute(
        update(ImportRow)
        .where(ImportRow.state == ImportState.WAITING, ImportRow.made_at < before)
        .values(state=ImportState.CANCELLED, packed=None)
    )


def keys(connection: Connection, group_id: GroupId) -> dict[str, str]:
    """Return what a group has imported: the entries' keys, each with its content's digest."""
    found = connection.execute(_KEYS, {"group_id": group_id})
    return {row.key: row.content for row in found}


def keys_of(connection: Connection, entry_ids: Sequence[int]) -> dict[int, str]:
    """Return the keys of the entries that were imported, by their ids."""
    found = connection.execute(
        select(ImportedRow.entry_id, ImportedRow.key).where(
            ImportedRow.entry_id.in_(bindparam("entry_ids", expanding=True))
        ),
        {"entry_ids": list(entry_ids)},
    )
    return {row.entry_id: row.key for row in found}


def sources(connection: Connection, group_id: GroupId) -> list[Source]:
    """Return the sources of all entries of a group."""
    found = connection.scalars(select(EntryRow.source).where(EntryRow.group_id == group_id))
    return [Source(source) for source in found]


def add_entries(
    connection: Connection, import_id: int, entries: Iterable[tuple[str, int, str]]
) -> None:
    """Note which entries an import has written: the key, the id and the content of each."""
    insert_all(
        connection,
        ImportedRow,
        [
            {"import_id": import_id, "key": key, "entry_id": id_, "content": content}
            for key, id_, content in entries
        ],
    )


def drop_staging(connection: Connection, import_id: int, staging: GroupId) -> None:
    """Take away what was written of an import that did not come to its end."""
    ids = select(EntryRow.id).where(EntryRow.group_id == staging)
    connection.execute(delete(ImportedRow).where(ImportedRow.import_id == import_id))
    connection.execute(delete(ShareRow).where(ShareRow.entry_id.in_(ids)))
    connection.execute(delete(RevisionRow).where(RevisionRow.group_id == staging))
    connection.execute(delete(EntryRow).where(EntryRow.group_id == staging))
    connection.execute(delete(MemberRow).where(MemberRow.group_id == staging))
    end_staging(connection, import_id, staging)


def end_staging(connection: Connection, import_id: int, staging: GroupId) -> None:
    """Let the hidden group go, which is empty by now."""
    change(connection, import_id, staging_id=None)
    connection.execute(delete(GroupRow).where(GroupRow.id == staging))


def live(connection: Connection, import_id: int) -> list[int]:
    """Return the ids of those of an import's entries that count, in their order."""
    return list(connection.scalars(_LIVE, {"import_id": import_id}))


def delete_all(
    connection: Connection,
    import_id: int,
    group_id: GroupId,
    changes: int,
    author: MemberId | None,
    at: datetime,
) -> int:
    """Append to each live entry of an import the revision that deletes it; return how many.

    `changes` counts those of the group before. All of it is the database's own work: Python
    would hold up a small database for seconds.
    """
    newest = (
        select(
            EntryRow.id.label("entry_id"),
            (EntryRow.revision + 1).label("number"),
            func.row_number().over(order_by=EntryRow.number).label("place"),
        )
        .join_from(ImportedRow, EntryRow, EntryRow.id == ImportedRow.entry_id)
        .join(RevisionRow, IS_NEWEST)
        .where(ImportedRow.import_id == import_id, RevisionRow.action != Action.DELETE)
        .subquery()
    )
    before = RevisionRow.number == newest.c.number - 1
    told, of_share = RevisionRow.__table__.c, ShareRow.__table__.c
    # Whatever a revision says, now and in later versions, the one that deletes it says again.
    copied = [name for name in told.keys() if name not in _OWN]  # noqa: SIM118 (no mapping)
    shares = [name for name in of_share.keys() if name not in _KEY]  # noqa: SIM118
    result = connection.execute(
        insert(RevisionRow).from_select(
            [*_OWN, *copied],
            select(
                newest.c.entry_id,
                newest.c.number,
                literal(group_id, told.group_id.type),
                literal(changes, told.change.type) + newest.c.place,
                literal(Action.DELETE, told.action.type),
                literal(author, told.author_id.type),
                literal(at, told.at.type),
                literal(f"import/{import_id}/undo/") + newest.c.entry_id.cast(told.source.type),
                *(told[name] for name in copied),
            ).join_from(newest, RevisionRow, (told.entry_id == newest.c.entry_id) & before),
            include_defaults=False,
        ),
        execution_options={"preserve_rowcount": True},
    )
    connection.execute(
        insert(ShareRow).from_select(
            [*_KEY, *shares],
            select(of_share.entry_id, of_share.revision + 1, *(of_share[name] for name in shares))
            .join_from(
                ShareRow,
                RevisionRow,
                (told.entry_id == of_share.entry_id) & (told.number == of_share.revision + 1),
            )
            .where(told.group_id == group_id, told.change > changes),
            include_defaults=False,
        )
    )
    connection.execute(
        update(EntryRow)
        .where(
            EntryRow.id.in_(
                select(RevisionRow.entry_id).where(
                    RevisionRow.group_id == group_id, RevisionRow.change > changes
                )
            )
        )
        .values(revision=EntryRow.revision + 1)
    )
    return int(result.rowcount)


def move(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let a group's imports be another's, after a chat's migration."""
    connection.execute(update(ImportRow).where(ImportRow.group_id == gone).values(group_id=stays))
