"""The tables of accounts, which are how people are known over HTTP, and of what opens them.

Secrets are never kept, only what tells that somebody has them: hashes of passwords, tokens
and codes.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey

from ledger.core.accounts import Scope
from ledger.storage.columns import ROW_ID, by_value
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.per_dialect import NUMBERS_ONCE
from ledger.storage.tables import Base


class AccountRow(Base):
    """A person as HTTP shows them; somebody from Telegram has one since they were first shown.

    `user_id` is who it is in the book, `public_id` a UUID. `email_key` is what e-mail addresses
    are compared by. `merged_into` points from an account that was joined to another to that
    one, which then is the user; ids of either lead there. Numbers are never given again: a
    caller's own books may have them.
    """

    __tablename__ = "accounts"
    __table_args__ = (
        CheckConstraint("(email IS NULL) = (email_key IS NULL)", name="whole_email"),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
        CheckConstraint("merged_into IS NULL OR user_id IS NULL", name="one_of_a_user"),
        NUMBERS_ONCE,
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), unique=True)
    email: Mapped[str | None]
    email_key: Mapped[str | None] = mapped_column(unique=True)
    phone: Mapped[str | None]
    password_hash: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)


class ApiTokenRow(Base):
    """A personal token, which goes when it is revoked; `hash` tells who has it."""

    __tablename__ = "api_tokens"
    __table_args__ = (NUMBERS_ONCE,)

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    hash: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    scope: Mapped[Scope] = mapped_column(by_value(Scope, "scope"))
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]


class RefreshTokenRow(Base):
    """A refresh token by its `jti`, until it expires or its `family` is revoked.

    All that came of one login are a family. Each is good for once, and has been used at
    `replaced_at`.
    """

    __tablename__ = "refresh_tokens"

    jti: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    expires_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]


class IdempotencyRow(Base):
    """What a call was answered that has a key of its caller's, so that a second says the same.

    `account_id` is 0 for a trusted service. `digest` is of what was asked. `status` and `body`
    are None while the answer is not known, as after a crash.
    """

    __tablename__ = "idempotency_keys"
    __table_args__ = (CheckConstraint("(status IS NULL) = (body IS NULL)", name="whole_answer"),)

    account_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    status: Mapped[int | None]
    body: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(index=True)


class LinkCodeRow(Base):
    """By which code, said once, an account becomes a Telegram user's; a user's last code."""

    __tablename__ = "link_codes"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id"), primary_key=True, autoincrement=False
    )
    hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]


class StartCodeRow(Base):
    """By which code a chat takes a group's book over; a group's last code."""

    __tablename__ = "start_codes"

    group_id: Mapped[int] = mapped_column(
        ForeignKey("groups.id"), primary_key=True, autoincrement=False
    )
    hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
