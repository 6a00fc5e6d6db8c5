"""Who runs a group's chat: its owner and administrators are admins over HTTP as well."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from bot.runtime.ledger_threads import LedgerThreads
from bot.web.api.chats import Chats
from ledger.accounts import showing
from ledger.core.accounts import Account
from ledger.core.errors import LedgerError
from ledger.core.members import GroupId, UserId
from ledger.storage.database import Transaction
from ledger.storage.group_rows import chat_id_of

K = TypeVar("K")
V = TypeVar("V")

_FOR_SECONDS: Final = 60.0
"""How long Telegram's answer is good: who is made an admin just now waits no longer."""
_MOST: Final = 4096
_GROUP: Final = "group_id"
_ENTRIES: Final = ("expense_id", "settlement_id", "entry_id")


class _Minute(Generic[K, V]):
    """What was learnt within the last minute."""

    def __init__(self) -> None:
        self._known: dict[K, tuple[V, float]] = {}

    def get(self, key: K) -> V | None:
        value, until = self._known.get(key, (None, 0.0))
        return value if time.monotonic() <= until else None

    def keep(self, key: K, value: V) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = value, time.monotonic() + _FOR_SECONDS


class ChatAdmins:
    """Asks Telegram who runs the chat of a group.

    What it said is remembered for a minute by each process.
    """

    def __init__(self, threads: LedgerThreads, chats: Chats) -> None:
        self._threads = threads
        self._chats = chats
        self._groups = _Minute[str, GroupId]()
        self._admins = _Minute[GroupId, frozenset[UserId]]()

    async def run_by(self, account: Account, address: Mapping[str, str]) -> frozenset[GroupId]:
        """Return the group whose chat somebody runs, of those that an address names."""
        named = next((name for name in (_GROUP, *_ENTRIES) if name in address), None)
        if named is None or not account.in_telegram:
            return frozenset()
        public_id = address[named]
        group_id = self._groups.get(public_id)
        if group_id is None:
            group_id = await self._group_of(public_id, is_entry=named in _ENTRIES)
        if group_id is None:
            return frozenset()
        return await self.group_run_by(account, group_id)

    async def group_run_by(self, account: Account, group_id: GroupId) -> frozenset[GroupId]:
        """Return a group where somebody runs its chat, else none."""
        if not account.in_telegram:
            return frozenset()
        admins = self._admins.get(group_id)
        if admins is None:
            admins = await self._ask(group_id)
        return frozenset({group_id} if account.user_id in admins else ())

    async def _group_of(self, public_id: str, *, is_entry: bool) -> GroupId | None:
        def find(tx: Transaction) -> GroupId | None:
            try:
                if is_entry:
                    return showing.entry_of(tx, public_id)[0]
                return showing.group_of(tx, public_id)
            except LedgerError:
                return None

        found = await self._threads.read(find)
        if found is not None:
            self._groups.keep(public_id, found)
        return found

    async def _ask(self, group_id: GroupId) -> frozenset[UserId]:
        chat_id = await self._threads.read(lambda tx: chat_id_of(tx, group_id))
        admins = frozenset[UserId]() if chat_id is None else await self._chats.admins(chat_id)
        self._admins.keep(group_id, admins)
        return admins
