"""Proposing: a file is shown before anything of it is written, and who is who is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import name_key
from ledger.core.members import Member, MemberId, MemberKind
from ledger.exchange.foreign_book import ForeignBook, ForeignPerson, Format
from ledger.exchange.formats.reader import content_key
from ledger.exchange.preview import Imported
from ledger.storage import import_rows
from ledger.storage.import_rows import Import
from ledger.storage.import_tables import ImportState

_WAITS: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An import as its preview needs it: the file packed, who is who, and what is here already."""

    stored: Import
    packed: bytes | None
    known: Mapping[str, str]


UseCase = Callable[[Book], Waiting]


def own_key(source: Source) -> str:
    """Return what an entry that was written here is known by in our own documents."""
    return content_key("all-square", source)


def propose(book: Book, foreign: ForeignBook, packed: bytes, source: Source) -> Waiting:
    """Let a file wait for a yes, with a guess of who is who; once for each message.

    Raises LedgerError NOT_A_PERSON.
    """
    found = import_rows.by_source(book.tx.connection, book.group.id, source)
    if found is None:
        author = book.require_actor().id
        import_rows.forget_files(book.tx.connection, book.now - _WAITS)
        members = [_guessed(book, person) for person in foreign.people]
        once = [
            member if member not in members[:place] else None
            for place, member in enumerate(members)
        ]
        new = import_rows.add(
            *(book.tx.connection, book.group.id, author, source),
            *(foreign.format.value, packed, once, book.now),
        )
        found = import_rows.find(book.tx.connection, book.group.id, new)
        assert found is not None
    return _waiting(book, found)


def _guessed(book: Book, person: ForeignPerson) -> MemberId | None:
    """Return the one member whom a name can only mean."""
    keys = {name_key(name) for name in (person.username or "", person.name) if name}
    found = [
        member
        for member in book.people
        if (member.active or member.kind is not MemberKind.USER) and names_of(member) & keys
    ]
    if person.username:
        by_username = [m for m in found if m.username and name_key(m.username) in keys]
        found = by_username or found
    return found[0].id if len(found) == 1 else None


def names_of(member: Member) -> set[str]:
    """Return what a member may be called by, as keys to compare by."""
    full = f"{member.first_name} {member.last_name or ''}"
    names = (member.first_name, full, member.username or "")
    return {key for key in map(name_key, names) if key}


def waiting(book: Book, import_id: int) -> Waiting:
    """Return an import to be shown. Raises LedgerError NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author)."""
    return _waiting(book, imported_by(book, import_id))


def choose(book: Book, import_id: int, place: int, member: MemberId | None) -> Waiting:
    """Say who a person of a file is: a member, or somebody new.

    Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author); UNKNOWN_NAME.
    """
    found = imported_by(book, import_id)
    if found.state is not ImportState.WAITING or place >= len(found.members):
        raise LedgerError(Code.NO_SUCH_IMPORT)
    chosen = None if member is None else book.member(member).id
    members = [*found.members]
    members[place] = chosen
    import_rows.choose(book.tx.connection, import_id, members)
    return _waiting(book, replace(found, members=tuple(members)))


def cancel(book: Book, import_id: int) -> None:
    """Forget a file that waits. Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author)."""
    found = imported_by(book, import_id)
    if found.state is ImportState.WAITING:
        import_rows.change(book.tx.connection, import_id, state=ImportState.CANCELLED, packed=None)


def came_of(found: Import) -> Imported:
    """Return what has come of an import."""
    undone = found.state is ImportState.UNDONE
    return Imported(found.id, Format(found.format), found.entries, undone=undone)


def outcome(book: Book, import_id: int) -> Imported | None:
    """Return what has come of an import that is done or undone; None while it is not."""
    found = imported_by(book, import_id)
    done = found.state in {ImportState.DONE, ImportState.UNDONE}
    return came_of(found) if done else None


def imported_by(book: Book, import_id: int) -> Import:
    """Return an import that the actor may press on: their own, and all of them to admins.

    Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author).
    """
    found = import_rows.find(book.tx.connection, book.group.id, import_id)
    if found is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    author = book.people[found.author]
    if not book.is_admin and (book.actor is None or book.actor.id != author.id):
        raise LedgerError(Code.NOT_YOUR_IMPORT, author=author)
    return found


def known_here(book: Book) -> dict[str, str]:
    """Return the keys of what is here: imported before, or written here in the first place."""
    connection = book.tx.connection
    written = import_rows.sources(connection, book.group.id)
    own = {own_key(source): "" for source in written if not source.startswith("import/")}
    return own | import_rows.keys(connection, book.group.id)


def _waiting(book: Book, found: Import) -> Waiting:
    packed = import_rows.packed(book.tx.connection, found.id)
    return Waiting(found, packed, known_here(book) if packed is not None else {})
