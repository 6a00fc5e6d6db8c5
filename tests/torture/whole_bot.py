"""Hypothesis drives the whole bot: whatever is said and happens, in whatever order."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.intake.inbox import lanes_waiting
from bot.playground.server import Playground
from ledger.core.clock import SystemClock
from ledger.storage.database import Store
from tests.torture.hearing import PATIENCE_SECONDS, HearingWorld
from tests.torture.inside import new_service
from tests.torture.town import Town
from tests.torture.verdict import judge

T = TypeVar("T")


class WholeBot(RuleBasedStateMachine):
    """One group, the real application over HTTP, and the oracle beside it.

    After each step the book is what the oracle says. Two steps may also happen at once, and
    whatever is said may be delivered again.
    """

    empty_book: Path

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.runner = asyncio.Runner()
        self.directory = tempfile.TemporaryDirectory()
        book = Path(self.directory.name) / "book.db"
        shutil.copy(self.empty_book, book)
        self.store = Store(f"sqlite:///{book}", SystemClock())
        self.world = HearingWorld()
        self.playground = Playground(self.world)
        self.runner.run(self._begin(seed))

    async def _begin(self, seed: int) -> None:
        await self.playground.start()
        self.service = new_service(self.playground.url, self.world, self.store)
        await self.service.start()
        self.town = Town(self.world, Random(seed), groups=1)
        await self.town.introduce()

    @rule(times=st.integers(1, 3))
    def talk(self, times: int) -> None:
        """Record, settle, undo, edit, press: so many things before the first is answered."""
        self.town.speak(times)
        self._all_handled()

    @rule()
    def press(self) -> None:
        self.town.press_something(self.town.groups[0])
        self._all_handled()

    @rule(times=st.integers(1, 5))
    def deliver_again(self, times: int) -> None:
        self.town.deliver_again(times)
        self._all_handled()

    @precondition(lambda self: self.town.groups[0].type == "group")
    @rule(order=st.sampled_from(["old first", "new first"]))
    def migrate(self, order: Any) -> None:
        self.town.migrate(self.town.groups[0], order)
        self._all_handled()

    @rule(times=st.integers(0, 3))
    def restart(self, times: int) -> None:
        """Stop the bot; what is said meanwhile waits at Telegram's."""

        async def again() -> None:
            self.town.speak(times)
            await self.service.stop()
            self.town.speak(times)
            self.service = new_service(self.playground.url, self.world, self.store)
            await self.service.start()

        self._run(again())
        self._all_handled()

    def teardown(self) -> None:
        if hasattr(self, "service"):
            self._run(self._end())
            self.runner.close()
            self.directory.cleanup()

    async def _end(self) -> None:
        await self.service.stop()
        await self.playground.stop()
        verdict = judge(self.town, self.store)
        self.store.dispose()
        verdict.check(anything=False)

    def _all_handled(self) -> None:
        async def wait() -> None:
            await self.world.acknowledged(PATIENCE_SECONDS)
            while True:
                if not await self.service.threads.run(lanes_waiting):
                    return
                await asyncio.sleep(0.002)

        self._run(wait())
        judge(self.town, self.store).check(anything=False)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)


def explore(empty_book: Path, examples: int, steps: int) -> None:
    """Try so many sequences of so many steps each, over copies of a migrated SQLite file."""

    class OverACopy(WholeBot):
        pass

    OverACopy.empty_book = empty_book
    run_state_machine_as_test(
        OverACopy,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
