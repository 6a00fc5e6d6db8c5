"""SQL of pictures that the book keeps itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from ledger.core.members import GroupId
from ledger.core.pictures import PictureId, kept_as
from ledger.storage.picture_tables import PictureRow
from ledger.storage.tables import EntryRow

_CONTENT = select(PictureRow.content).where(PictureRow.id == bindparam("picture"))


def add(
    connection: Connection, picture: PictureId, group_id: GroupId, content: bytes, at: datetime
) -> None:
    """Keep a picture that is of no entry yet."""
    row = {"id": picture, "group_id": group_id, "content": content, "made_at": at}
    connection.execute(insert(PictureRow), {**row, "entry_id": None})


def content(connection: Connection, picture: PictureId) -> bytes | None:
    """Return a picture; None where there is none."""
    found = connection.execute(_CONTENT, {"picture": picture}).scalar_one_or_none()
    return None if found is None else bytes(found)


def waiting(connection: Connection, group_id: GroupId) -> int:
    """Return how many pictures of a group are of no entry yet."""
    of_none = PictureRow.group_id == group_id, PictureRow.entry_id.is_(None)
    return int(connection.scalar(select(func.count()).where(*of_none)) or 0)


def drop_waiting(connection: Connection, group_id: GroupId, before: datetime) -> None:
    """Forget the pictures of a group that have been of no entry since a moment."""
    of_none = PictureRow.group_id == group_id, PictureRow.entry_id.is_(None)
    connection.execute(delete(PictureRow).where(*of_none, PictureRow.made_at < before))


def give_to(
    connection: Connection, picture: PictureId, group_id: GroupId, entry_id: int | None
) -> bool:
    """Let a picture of a group that is of no entry yet be one's; tell whether there was one."""
    which = PictureRow.id == picture, PictureRow.group_id == group_id
    taken = connection.execute(
        update(PictureRow).where(*which, PictureRow.entry_id.is_(None)).values(entry_id=entry_id)
    )
    return taken.rowcount == 1


def drop_of(connection: Connection, entry_id: int, *, but: PictureId | None = None) -> None:
    """Forget what the book keeps of an entry's pictures, but for one."""
    gone = delete(PictureRow).where(PictureRow.entry_id == entry_id)
    connection.execute(gone if but is None else gone.where(PictureRow.id != but))


def attach(connection: Connection, entry_id: int, attachment: str | None) -> None:
    """Let an entry have another attachment, or none."""
    which = EntryRow.id == entry_id
    connection.execute(update(EntryRow).where(which).values(attachment=attachment))


def hand_over(connection: Connection, entry_id: int, picture: PictureId, attachment: str) -> None:
    """Let an entry that still has a picture of the book have it elsewhere from now on."""
    still = EntryRow.id == entry_id, EntryRow.attachment == kept_as(picture)
    handed = connection.execute(update(EntryRow).where(*still).values(attachment=attachment))
    if handed.rowcount:
        connection.execute(delete(PictureRow).where(PictureRow.id == picture))


def move(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let the pictures of a group that was joined to another be that one's."""
    which = PictureRow.group_id == gone
    connection.execute(update(PictureRow).where(which).values(group_id=stays))
