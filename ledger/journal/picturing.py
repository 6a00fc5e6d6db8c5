"""Pictures of receipts that come from elsewhere than a chat: kept, given to entries, handed over.

A picture moves no money. That an entry has another one is an edit that says the same, so that
everybody is told of it and sees who it was.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.pictures import PictureId, kept_as, kept_picture
from ledger.journal import corrections
from ledger.storage import picture_rows
from ledger.storage.database import Transaction

_WAITS: Final = timedelta(days=1)
"""How long a picture is kept that no entry is recorded with."""
MOST_WAITING: Final = 20


def keep(book: Book, content: bytes) -> PictureId:
    """Keep a picture for an entry to be recorded within a day; return its id.

    Raises LedgerError TOO_MANY_PICTURES(most) where too many of the group wait.
    """
    connection, group_id = book.tx.connection, book.group.id
    picture_rows.drop_waiting(connection, group_id, book.now - _WAITS)
    if picture_rows.waiting(connection, group_id) >= MOST_WAITING:
        raise LedgerError(Code.TOO_MANY_PICTURES, most=MOST_WAITING)
    picture = PictureId(str(uuid.uuid4()))
    picture_rows.add(connection, picture, group_id, content, book.now)
    return picture


def give(book: Book, recorded: Written, picture: PictureId) -> None:
    """Let an entry that was just recorded with a picture have it.

    Raises LedgerError NO_SUCH_PICTURE where the group has none of that id, or another entry does.
    """
    if recorded.repeated:
        return
    _take(book, recorded.entry.id, picture)


def change(book: Book, written: Written, picture: PictureId | None, source: Source) -> Written:
    """Let an entry have another picture, or none, besides what was `written` of it just now.

    Raises LedgerError: NO_SUCH_PICTURE, and what `corrections.note_edit` raises.
    """
    entry = written.entry
    attachment = None if picture is None else kept_as(picture)
    if written.repeated or entry.attachment == attachment:
        return written
    if not written.changed:
        written = corrections.note_edit(book, entry.number, Source(f"{source}/picture"))
        if not written.changed:
            return written
    if picture is not None:
        _take(book, entry.id, picture)
    picture_rows.drop_of(book.tx.connection, entry.id, but=picture)
    picture_rows.attach(book.tx.connection, entry.id, attachment)
    return replace(written, entry=replace(written.entry, attachment=attachment))


def of_entry(tx: Transaction, attachment: str | None) -> tuple[PictureId, bytes] | None:
    """Return the picture that the book keeps of an entry with this attachment; None for others."""
    picture = kept_picture(attachment)
    content = None if picture is None else picture_rows.content(tx.connection, picture)
    return None if picture is None or content is None else (picture, content)


def hand_over(tx: Transaction, entry_id: int, picture: PictureId, attachment: str) -> None:
    """Note that a chat has an entry's picture, so that the book need not keep it any more."""
    picture_rows.hand_over(tx.connection, entry_id, picture, attachment)


def _take(book: Book, entry_id: int, picture: PictureId) -> None:
    if not picture_rows.give_to(book.tx.connection, picture, book.group.id, entry_id):
        raise LedgerError(Code.NO_SUCH_PICTURE)
