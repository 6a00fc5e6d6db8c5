"""The tables of the book.

What people did stands in groups, chats, users, members, entries, revisions, shares and
newcomers, and is never erased. Balances, debts and baselines are derived from it, written
along for speed, and can be made again at any time. There are no cascades.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)

from ledger.core.entries import Action, EntryKind
from ledger.core.members import Role
from ledger.core.paying.details import Scheme
from ledger.core.shares import PartKind
from ledger.storage.columns import ROW_ID, UtcTime, by_value
from ledger.storage.declared import Declared, Mapped, mapped_column
from ledger.storage.per_dialect import ROWS_BY_KEY, partial_index


class Base(Declared):
    """The one catalogue of tables; the bot's own tables join it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigInteger,
        str: Text,
        bool: Boolean,
        bytes: LargeBinary,
        date: Date,
        datetime: UtcTime,
    }


_IS_SHOWN = text("public_id IS NOT NULL")


def _public() -> Index:
    """Return the index by which HTTP finds what it has shown: a row has no UUID before."""
    return partial_index("public_id", where=_IS_SHOWN, unique=True)


class UserRow(Base):
    """A person: a Telegram account as last seen, or somebody known over HTTP alone.

    The latter have the negative number of their account (`ledger.storage.account_tables`), as
    Telegram's are positive. `username_key` is the username in lower case, because Telegram
    finds it in any case. `telegram_language` is what the account's app speaks, `language` what
    the person chose.
    `started` tells whether the bot may write to the person in private.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_name: Mapped[str]
    last_name: Mapped[str | None]
    username: Mapped[str | None]
    username_key: Mapped[str | None] = mapped_column(index=True)
    telegram_language: Mapped[str | None]
    language: Mapped[str | None]
    started: Mapped[bool]


class PayDetailRow(Base):
    """Where an account's money is to be sent, one detail a scheme; shown in its groups."""

    __tablename__ = "pay_details"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    scheme: Mapped[Scheme] = mapped_column(by_value(Scheme, "scheme"), primary_key=True)
    value: Mapped[str]


class GroupRow(Base):
    """A book, of one chat or of none.

    `entries` and `changes` count what it has, so the next numbers. `gone_at` is set while the
    bot is not in the chat. `updated_at` is when something else than entries last changed (title,
    description, settings, members, recurring expenses), None since it was made.
    """

    __tablename__ = "groups"
    __table_args__ = (
        _public(),
        CheckConstraint("entries >= 0 AND changes >= entries", name="counts"),
        CheckConstraint("length(currency) = 3", name="currency"),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    title: Mapped[str]
    currency: Mapped[str] = mapped_column(String(3))
    timezone: Mapped[str]
    language: Mapped[str | None]
    simplify: Mapped[bool]
    entries: Mapped[int]
    changes: Mapped[int]
    made_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]
    public_id: Mapped[str | None]
    description: Mapped[str | None]
    updated_at: Mapped[datetime | None]


class RateRow(Base):
    """What a group says that a unit of `base` is worth in `quote`; a decimal as text."""

    __tablename__ = "rates"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    base: Mapped[str] = mapped_column(String(3), primary_key=True)
    quote: Mapped[str] = mapped_column(String(3), primary_key=True)
    value: Mapped[str]
    on_date: Mapped[date]


class ChatRow(Base):
    """A chat id of a group: the present one, and those it `moved` away from."""

    __tablename__ = "chats"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    moved: Mapped[bool]


_IS_MERGED = text("merged_into IS NOT NULL")


class MemberRow(Base):
    """A member: an account (`user_id`), a placeholder (`username`) or a guest (`name`).

    `merged_into` points from a member that was another one all along to that one, never
    to a member that is merged itself. Entries keep the ids they were recorded with. `added`
    tells whether an admin added the member, None where an earlier version wrote the row.
    `weight` is the default share in ten-thousandths, None for one.
    """

    __tablename__ = "members"
    __table_args__ = (
        _public(),
        UniqueConstraint("user_id", "group_id"),
        CheckConstraint(
            "(CASE WHEN user_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN username IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN name IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_identity",
        ),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
        partial_index("merged_into", where=_IS_MERGED),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    username: Mapped[str | None]
    name: Mapped[str | None]
    role: Mapped[Role] = mapped_column(by_value(Role, "role"))
    active: Mapped[bool]
    added: Mapped[bool | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    joined_at: Mapped[datetime]
    weight: Mapped[int | None]
    public_id: Mapped[str | None]


class SetRow(Base):
    """A named set of a group's members; `key` is what its name is compared by.

    `members` is a JSON list of members' ids as they were when it was made.
    """

    __tablename__ = "member_sets"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    members: Mapped[str]


class EntryRow(Base):
    """A numbered line of the book; `revision` is the number of its newest revision.

    `doubts` is what its line perhaps meant besides (`ledger.core.doubts`), None where nothing is
    doubtful or all of it was answered. `context` is what its line was written in
    (`ledger.core.writing_context`), None where an
    earlier version wrote the row.
    """

    __tablename__ = "entries"
    __table_args__ = (
        _public(),
        UniqueConstraint("group_id", "number"),
        UniqueConstraint("source"),
        # For whoever takes back their newest, and may have written none for a long time.
        Index(None, "author_id", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("revision > 0", name="revision"),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    number: Mapped[int]
    kind: Mapped[EntryKind] = mapped_column(by_value(EntryKind, "kind"))
    source: Mapped[str]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    recorded_at: Mapped[datetime]
    attachment: Mapped[str | None]
    revision: Mapped[int]
    context: Mapped[str | None]
    doubts: Mapped[str | None]
    public_id: Mapped[str | None]


_DELETION = text("action = 'delete'")


class RevisionRow(Base):
    """One state of an entry; `change` counts the revisions of the whole group.

    `split_terms` is what the shares were computed from (`ledger.core.split_terms`), None where
    an earlier version wrote the row. `terms` was that version's own writing of it: it is no
    longer written or read, and may be dropped once no such version runs any more.
    `search_key` is what the description is searched by, None where it is the description.
    `refund` says of the terms what sums ask for: money came back.
    """

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("group_id", "change"),
        UniqueConstraint("source"),
        Index(None, "group_id", "on_date"),
        # Of deletions alone: to count them, at no cost to recording.
        partial_index("group_id", where=_DELETION),
        CheckConstraint("amount_minor > 0 AND amount_minor <= 10000000000000", name="amount"),
        CheckConstraint("length(currency) = 3", name="currency"),
    )

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    change: Mapped[int]
    action: Mapped[Action] = mapped_column(by_value(Action, "action"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    source: Mapped[str]
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    description: Mapped[str]
    category: Mapped[str | None]
    on_date: Mapped[date]
    note: Mapped[str | None]
    terms: Mapped[str | None]
    split_terms: Mapped[str | None]
    search_key: Mapped[str | None]
    refund: Mapped[bool] = mapped_column(server_default=false())


class ShareRow(Base):
    """What one member paid and owes at one revision, and how the part was written."""

    __tablename__ = "shares"
    __table_args__ = (
        ForeignKeyConstraint(["entry_id", "revision"], ["revisions.entry_id", "revisions.number"]),
        CheckConstraint("paid_minor >= 0 AND owed_minor >= 0", name="not_negative"),
        CheckConstraint("(part_kind IS NULL) = (part_value IS NULL)", name="whole_part"),
        Index(None, "member_id"),
        ROWS_BY_KEY,
    )

    entry_id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    paid_minor: Mapped[int]
    owed_minor: Mapped[int]
    part_kind: Mapped[PartKind | None] = mapped_column(by_value(PartKind, "part_kind"))
    part_value: Mapped[int | None]


class NewcomerRow(Base):
    """A placeholder that an entry brought along; it goes again when the entry goes."""

    __tablename__ = "newcomers"
    __table_args__ = (Index(None, "member_id"), ROWS_BY_KEY)

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)


class BalanceRow(Base):
    """Derived: a member's net in a currency; positive is owed to the member."""

    __tablename__ = "balances"
    __table_args__ = (
        Index(None, "member_id"),
        ROWS_BY_KEY,
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    net_minor: Mapped[int]


class DebtRow(Base):
    """Derived: what a debtor owes a creditor since everybody was last square.

    Gross and directed; expenses and payments are counted apart. `parts` is how many entries
    it is made of, see `ledger.core.balances.Owed`.
    """

    __tablename__ = "debts"
    __table_args__ = (
        CheckConstraint("debtor_id <> creditor_id", name="two_members"),
        ROWS_BY_KEY,
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    debtor_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    creditor_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    expenses_minor: Mapped[int]
    payments_minor: Mapped[int]
    parts: Mapped[int]


class BaselineRow(Base):
    """Derived: the group's last change after which everybody was square in a currency."""

    __tablename__ = "squares"  # as older processes write it
    __table_args__ = (ROWS_BY_KEY,)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    change: Mapped[int]
