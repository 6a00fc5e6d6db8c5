"""Programs call by HTTP while the bot is killed again and again: each change once, and told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import httpx
from sqlalchemy import select

from bot.playground.server import Playground
from ledger.core.clock import SystemClock
from ledger.storage.database import Store
from ledger.storage.tables import EntryRow, RevisionRow
from ledger.upkeep.audit import audit
from tests.ports import free_port
from tests.torture.bot_process import BotProcess
from tests.torture.hearing import HearingWorld
from tests.torture.kills import Size
from tests.torture.town import Town
from tests.torture.verdict import Verdict, inbox

_SERVICE = "the-service-token-of-a-trusted-backend"
_CALLERS = 4
_UNTOLD = 8
"""Changes of a group that may wait to be told; more than ten would not all be named there."""
_AGAIN_SECONDS = 0.02
_LATENCY_SECONDS = 0.005


@dataclass(eq=False, slots=True)
class Called:
    """An expense as the programs know it: all amounts that it was given, the last one last."""

    name: str
    chat_id: int
    amounts: list[int]
    public_id: str = ""
    busy: bool = False


@dataclass(eq=False)
class Office:
    """The programs: what they called, and over which address."""

    world: HearingWorld
    chance: Random
    client: httpx.AsyncClient
    groups: dict[int, Any] = field(default_factory=dict)
    """Of each chat, its group as HTTP shows it."""
    called: list[Called] = field(default_factory=list)
    left: list[Called] = field(default_factory=list)
    """Those that their chats were not told as they are, when that was last looked at."""
    again: int = 0
    """How often a call was made again, as nobody knew whether it had been carried out."""

    def __post_init__(self) -> None:
        self._numbers, self._amounts = count(1), count(1001)

    async def meet(self, titles: dict[str, int]) -> None:
        """Learn which group is which chat's."""
        for group in await self._call("GET", "/api/groups", None, ""):
            self.groups[titles[group["name"]]] = group

    async def work(self, times: int) -> None:
        """Make so many changes, each until it is answered."""
        for _ in range(times):
            await self._change(self.chance.choice(sorted(self.groups)))

    async def _change(self, chat_id: int) -> None:
        await self.world.until(lambda: self._untold(chat_id) < _UNTOLD)
        amount, number = next(self._amounts), next(self._numbers)
        mine = [one for one in self.called if one.chat_id == chat_id and not one.busy]
        if mine and self.chance.random() < 0.25:
            changed = self.chance.choice(mine)
            changed.busy = True
            changed.amounts.append(amount)
            self.left = [*self.left, changed]
            path = f"/api/expenses/{changed.public_id}"
            await self._call("PUT", path, {"amount": str(amount)}, f"change {number}")
            changed.busy = False
            return
        new = Called(f"bill{number}", chat_id, [amount], busy=True)
        self.called.append(new)
        self.left = [*self.left, new]
        group = self.groups[chat_id]
        body = {
            "groupId": group["id"],
            "amount": str(amount),
            "description": new.name,
            "paidBy": self.chance.choice(group["members"])["userId"],
        }
        told = await self._call("POST", "/api/expenses", body, f"change {number}")
        new.public_id, new.busy = told["id"], False

    async def _call(self, method: str, path: str, body: object, key: str) -> Any:
        """Call until there is an answer, with the same key each time."""
        headers = {"Authorization": f"Bearer {_SERVICE}"}
        if key:
            headers["Idempotency-Key"] = key
        while True:
            try:
                told = await self.client.request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                self.again += 1
                await asyncio.sleep(_AGAIN_SECONDS)
            else:
                assert told.is_success, told.text
                return told.json()["data"]

    def _untold(self, chat_id: int) -> int:
        return len({one.name for one in self.untold() if one.chat_id == chat_id})

    def untold(self) -> list[Called]:
        """Return what its chat was never shown as it is now."""
        self.left = [one for one in self.left if not self._is_told(one)]
        return self.left

    def _is_told(self, one: Called) -> bool:
        amount = f"₹{one.amounts[-1]:,}"
        return any(amount in said.text for said in reversed(self.world.heard[one.chat_id]))


async def call_storm(book: str, directory: Path, size: Size, seed: int) -> Verdict:
    """Kill the bot at moments that chance chooses while programs call; judge the book after.

    A kill comes at one of the calls that the bot makes of Telegram: often while it tells chats
    what was changed. Whoever has no answer calls again with the same key.
    """
    chance, world, port = Random(seed), HearingWorld(), free_port()
    async with (
        Playground(world) as playground,
        BotProcess(
            directory,
            playground.url,
            book,
            died=world.give_up,
            port=port,
            api_service_token=_SERVICE,
        ) as bot,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client,
    ):
        world.faults.latency_seconds = _LATENCY_SECONDS
        town = Town(world, chance, size.groups)
        await bot.start()
        await town.introduce()
        office = Office(world, chance, client)
        await office.meet({chat.title or "": chat.id for chat in town.groups})
        share = max(1, size.commands // (size.kills * _CALLERS))
        for _ in range(size.kills):
            await bot.start()
            working = asyncio.gather(*(office.work(share) for _ in range(_CALLERS)))
            await world.more_calls(chance.randint(1, share * _CALLERS // 2))
            await bot.kill()
            await bot.start()
            await working
        await world.until(lambda: not office.untold())
        await bot.started()
        assert await bot.terminate() == 0, bot.log_end
    verdict = await asyncio.to_thread(_judged, office, town, book)
    return verdict.after(f"{size.kills} kills, {office.again} calls made again")


def _judged(office: Office, town: Town, url: str) -> Verdict:
    store = Store(url, SystemClock())
    try:
        return _judge(office, town, store)
    finally:
        store.dispose()


def _judge(office: Office, town: Town, store: Store) -> Verdict:
    """Compare what the book has and the chats heard with what the programs called."""
    with store.transaction() as tx:
        asked = (
            select(RevisionRow.description, RevisionRow.amount_minor)
            .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
            .order_by(RevisionRow.group_id, RevisionRow.change)
        )
        found = Counter((row[0], row[1] // 100) for row in tx.connection.execute(asked))
    must = Counter((one.name, amount) for one in office.called for amount in one.amounts)
    lost, doubled = must - found, found - must
    untold, findings = office.untold(), audit(store)
    left, aside = inbox(store)
    details = [
        *(f"lost {it}" for it in lost),
        *(f"doubled {it}" for it in doubled),
        *(f"untold {it.name}" for it in untold),
        *map(str, findings),
    ]
    return Verdict(
        must.total(),
        0,
        found.total(),
        repeated=_repeated(office, town),
        lost=lost.total(),
        doubled=doubled.total(),
        unanswered=len(untold),
        findings=len(findings),
        left=len(left),
        aside=len(aside),
        details=[*details, *left, *aside],
    )


def _repeated(office: Office, town: Town) -> int:
    """Return how many receipts were posted more often than once."""
    posted: Sequence[str] = [
        said.text.splitlines()[0].split(" — ")[0]
        for chat in town.groups
        for said in office.world.heard[chat.id]
        if said.text.startswith("🧾") and not said.redrawn
    ]
    titles = Counter(title.split(" ", 2)[2] for title in posted)
    return sum(number - 1 for number in titles.values())
