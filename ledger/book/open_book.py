"""One group's book, open in one transaction, with whoever opened it."""

from __future__ import annotations

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
    placeholders that the last line looked up has brought along.
    """

    def __init__(self, tx: Transaction, row: AnyRow, *, chat_admin: bool = False) -> None:
        self.tx = tx
        self.group: Group = group_rows.group(row)
        self.changes: int = row.changes
        self.actor: Member | None = None
        self.first_visit = False
        self.newcomers: list[MemberId] = []
        self._chat_admin = chat_admin
        self._people: People | None = None

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
        """Return the actor; raise NOT_A_PERSON where there is none."""
        if self.actor is None:
            raise LedgerError(Code.NOT_A_PERSON)
        return self.actor

    def meet(self, person: Person) -> Member:
        """Make somebody who acts in the chat a member, or have them back; see `meeting.meet`."""
        return recognition.meet(self.people, person, self.changes).member

    def visit(self, person: Person) -> None:
        """Let somebody be the actor."""
        met = recognition.meet(self.people, person, self.changes)
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
        group_rows.change(self.tx.connection, self.group.id, **columns)
        self.group = replace(self.group, **columns)  # type: ignore[arg-type]  # named alike
        return self.group

    def count(self, *, entries: int = 0) -> int:
        """Count one more change, and perhaps an entry; return the change's number."""
        self.changes += 1
        self.group = replace(self.group, entries=self.group.entries + entries)
        group_rows.count_up(self.tx.connection, self.group.id, self.group.entries, self.changes)
        return self.changes


def open_book(
    tx: Transaction,
    place: Place,
    visitor: Person | None,
    *,
    chat_admin: bool = False,
    defaults: Defaults,
) -> Book:
    """Open the book of a chat, a new one where there is none, and meet the visitor.

    The group's row stays locked until the transaction ends, so one group's changes are in
    order. The title follows the chat's; a group that was gone is back. `chat_admin` tells
    whether Telegram says that the visitor runs the chat.
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
    if visitor is not None:
        book.visit(visitor)
    return book
