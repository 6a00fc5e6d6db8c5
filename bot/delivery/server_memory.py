"""What a server of the Bot API was found to have, kept so that a restart need not ask it again."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import and_, delete, or_, select
from sqlalchemy.exc import SQLAlchemyError
from telegram import User

from bot.runtime.ledger_threads import LedgerThreads
from ledger.storage.columns import UtcTime
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert

_log = structlog.get_logger(__name__)

REMEMBERED: Final = timedelta(days=1)
"""Then a server is asked again: it may be a newer one by now."""
_FINISH_SECONDS: Final = 0.5


class ServerFeatureRow(Base):
    """Whether a server has something that not every one has, and when it was found out."""

    __tablename__ = "server_features"

    server: Mapped[str] = mapped_column(primary_key=True)
    feature: Mapped[str] = mapped_column(primary_key=True)
    able: Mapped[bool]
    version: Mapped[str]
    """Which fields its getMe has, as a digest: newer versions have more of them."""
    known_at: Mapped[datetime] = mapped_column(UtcTime)


@dataclass(frozen=True, slots=True)
class Found:
    """Whether a server has something, and how long ago that was found out."""

    able: bool
    age: timedelta


class ServerMemory:
    """The way from the event loop to what is remembered of one server."""

    def __init__(self, threads: LedgerThreads, server: str) -> None:
        """Remember the server at an address, which has no token in it."""
        self._threads = threads
        self._server = server
        self._version = ""
        self._writing: set[asyncio.Task[None]] = set()

    async def recall(self, me: User) -> Mapping[str, Found]:
        """Return what is known of the server that says `me` of the bot, by feature.

        Nothing where it is of another version by now, as it tells more or less of the bot.
        """
        self._version = version = version_of(me)
        try:
            return await self._threads.run(lambda tx: recall(tx, self._server, version))
        except SQLAlchemyError as error:
            _log.warning("server_not_remembered", error=type(error).__name__)
            return {}

    def note(self, feature: str, able: bool) -> None:
        """Note what was found out; nobody waits for it, and it may get lost."""
        task = asyncio.create_task(self._note(feature, able))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _note(self, feature: str, able: bool) -> None:
        server, version = self._server, self._version
        try:
            await self._threads.run(lambda tx: note(tx, server, version, feature, able))
        except SQLAlchemyError as error:
            _log.warning("not_noted", error=type(error).__name__)

    async def stop(self) -> None:
        """Finish noting, or let go of it where that takes long."""
        if self._writing:
            await asyncio.wait(self._writing, timeout=_FINISH_SECONDS)
        for task in tuple(self._writing):
            task.cancel()
        await asyncio.gather(*self._writing, return_exceptions=True)


def version_of(me: User) -> str:
    """Return a digest of what a server tells of the bot itself, by name and not by value."""
    names = sorted(me.to_dict())
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:16]


def recall(tx: Transaction, server: str, version: str) -> dict[str, Found]:
    """Return what is known of a server of a version, and forget what is no longer so."""
    of_before = and_(ServerFeatureRow.server == server, ServerFeatureRow.version != version)
    is_old = ServerFeatureRow.known_at <= tx.now - REMEMBERED
    tx.connection.execute(delete(ServerFeatureRow).where(or_(of_before, is_old)))
    rows = tx.connection.execute(
        select(ServerFeatureRow.feature, ServerFeatureRow.able, ServerFeatureRow.known_at).where(
            ServerFeatureRow.server == server
        )
    )
    return {row.feature: Found(row.able, tx.now - row.known_at) for row in rows}


def note(tx: Transaction, server: str, version: str, feature: str, able: bool) -> None:
    """Note whether a server has something."""
    columns = ("able", "version", "known_at")
    tx.connection.execute(
        upsert(tx.dialect, ServerFeatureRow, ("server", "feature"), replace=columns),
        {
            "server": server,
            "feature": feature,
            "able": able,
            "version": version,
            "known_at": tx.now,
        },
    )
