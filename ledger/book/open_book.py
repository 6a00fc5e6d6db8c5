"""One group's book, open in one transaction, with whoever opened it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ledger.book import recognition
from ledger.book.people import People
from ledger.core.aliases import merged_entry
from ledger.core.entries import Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Group, Place
from ledger.core.members import Member, MemberId, Person, Role, Roster
from ledger.core.money import Currency
from ledger.core.news import Alteration
from ledger.core.writing_context import WritingContext
from ledger.storage import group_rows, schedule_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow


@dataclass(frozen=True, slots=True)
class Defaults:
    """The settings that a new group begins with."""

    currency: Currency
    timezone: str


class Book:
    """One group's book, open until its transaction ends.

    `actor` is the member who opened it, None where there is no person (an anonymous admin, a
    channel, the heartbeat); `is_admin` tells whether the actor may do what admins may;
    `first_visit` whether the account became a member by opening it; `newcomers` are the
    placeholders that the last line looked up has brought along; `meant` who was said to be
    meant where several have the name that a line uses; `altered` what was changed that is
    neither an entry nor seen on members, settings and schedules, for whoever tells of it.
    """

    def __init__(self, tx: Transaction, row: AnyRow, *, chat_admin: bool = False) -> None:
        self.tx = tx
        self.group: Group = group_rows.group(row)
        self.changes: int = row.changes
        self.actor: Member | None = None
        self.first_visit = False
        self.newcomers: list[MemberId] = []
        self.meant: frozenset[MemberId] = frozenset()
        self.altered: list[Alteration] = []
        self._chat_admin = chat_admin
        self._people: People | None = None
        self._no_room: LedgerError | None = None

    @property
    def now(self) -> datetime:
        """The moment of the transaction, aware, in UTC."""
        return self.tx.now

    @property
    def today(self) -> date:
        """The date on the group's wall clock."""
        return self.local_date(self.tx.now)

    def local_date(self, moment: datetime) -> date:
        """Return the date that a moment has on the group's wall clock."""
        return moment.astimezone(ZoneInfo(self.group.timezone)).date()

    def context(self, sent_at: datetime | None = None) -> WritingContext:
        """Return what a line means that was sent at a moment (aware), now by default."""
        return WritingContext(
            self.group.currency,
            self.group.timezone,
            self.local_date(sent_at or self.tx.now),
            tuple(member.id for member in self.roster.active),
        )

    def context_of(self, entry: Entry) -> WritingContext:
        """Return the context in which an entry's line was written, or the best that is known.

        An earlier version kept none: then it is the group's of now, on the day of recording,
        with all who share where everybody did.
        """
        if entry.written is not None:
            return entry.written
        known, terms = self.context(entry.recorded_at), entry.contents.split
        return replace(known, everyone=terms.sharers) if terms.everyone else known

    @property
    def people(self) -> People:
        """The members with all their names; read when first asked for."""
        if self._people is None:
            self._people = People(self.tx, self.group.id)
        return self._people

    @property
    def roster(self) -> Roster:
        """The members, active and inactive."""
        return self.people.roster

    @property
    def is_admin(self) -> bool:
        """Whether the actor is an admin of the book or of the chat."""
        return self._chat_admin or (self.actor is not None and self.actor.role is Role.ADMIN)

    def require_admin(self) -> None:
        """Raise ADMINS_ONLY where the actor is no admin."""
        if not self.is_admin:
            raise LedgerError(Code.ADMINS_ONLY)

    def require_actor(self) -> Member:
        """Return the actor; raise NOT_A_PERSON or BOOK_FULL(most) where there is none."""
        if self._no_room is not None:
            raise self._no_room
        if self.actor is None:
            raise LedgerError(Code.NOT_A_PERSON)
        return self.actor

    def meet(self, person: Person) -> Member:
        """Make whoever acts in the chat a member, or have them back; see `recognition.meet`."""
        return recognition.meet(self.people, person, self.changes).member

    def welcome(self, people: Iterable[Person]) -> None:
        """Make those who come into the chat members, as far as there is room."""
        people = tuple(people)
        self.people.follow(*people)
        with suppress(LedgerError):
            for person in people:
                self.meet(person)

    def visit(self, person: Person) -> None:
        """Let somebody be the actor; whom a full book has no room for may still read it."""
        try:
            met = recognition.meet(self.people, person, self.changes)
        except LedgerError as error:
            self._no_room = error
            return
        self.actor, self.first_visit = met.member, met.joined

    def as_now(self, entry: Entry) -> Entry:
        """Return an entry with its members as they are after merges."""
        return merged_entry(entry, self.people.merged)

    def member(self, member_id: MemberId) -> Member:
        """Return a member of this group; raise UNKNOWN_NAME for a number that is not."""
        try:
            return self.people[member_id]
        except KeyError:
            raise LedgerError(Code.UNKNOWN_NAME, name=None) from None

    def change_group(self, **columns: object) -> Group:
        """Set columns of the group's row, which are fields of `Group` as well."""
        group_rows.change(self.tx.connection, self.group.id, updated_at=self.tx.now, **columns)
        self.group = replace(self.group, **columns)  # type: ignore[arg-type]  # named alike
        return self.group

    def count(self, *, entries: int = 0, changes: int = 1) -> int:
        """Count one more change or several, and perhaps entries; return the last one's number."""
        self.note_count(entries=entries, changes=changes)
        group_rows.count_up(self.tx.connection, self.group.id, self.group.entries, self.changes)
        return self.changes

    def note_count(self, *, entries: int, changes: int = 1) -> int:
        """Do the same where whoever writes the change writes down its number as well."""
        self.changes += changes
        self.group = replace(self.group, entries=self.group.entries + entries)
        return self.changes


def open_book(
    tx: Transaction,
    place: Place,
    visitor: Person | None,
    *,
    chat_admin: bool = False,
    defaults: Defaults,
    marked: Iterable[Person] = (),
) -> Book:
    """Open the book of a chat, a new one where there is none, and meet the visitor.

    The group's row stays locked until the transaction ends, so one group's changes are in
    order. The title follows the chat's; a group that was gone is back. `chat_admin` tells
    whether Telegram says that the visitor runs the chat. `marked` are those whom the message
    marks: all accounts are followed together, so that they are locked in order.
    """
    connection = tx.connection
    row = group_rows.by_chat(connection, place.chat_id)
    if row is None:
        group_rows.add(
            connection, place.chat_id, place.title, defaults.currency, defaults.timezone, tx.now
        )
        row = group_rows.by_chat(connection, place.chat_id)
        assert row is not None
    book = Book(tx, row, chat_admin=chat_admin)
    if row.title != place.title:
        book.change_group(title=place.title)
    if row.gone_at is not None:
        group_rows.change(connection, book.group.id, gone_at=None)
        schedule_rows.look_again(connection, book.group.id, tx.now)
    marked = tuple(marked)
    if marked:
        book.people.follow(*marked, *(() if visitor is None else (visitor,)))
    if visitor is not None:
        book.visit(visitor)
    return book
