"""Watching groups for whoever wants to be told at once: one look a second for all of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from typing import Final

import structlog

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.logs import new_reference
from bot.runtime.transient_errors import is_passing
from bot.web.api.errors import too_many
from ledger.core.accounts import SERVICE
from ledger.core.answers.group_states import States
from ledger.core.members import GroupId, UserId
from ledger.storage import watch_rows
from ledger.storage.database import Transaction

_log = structlog.get_logger(__name__)

_LOOK_SECONDS: Final = 1.0
"""Other processes may change the book, too, so it is asked."""
_MOST_OF_ONE: Final = 20
"""Streams that one person may listen to at once; a trusted backend may listen for many."""
_BACKEND: Final = str(SERVICE)
_MOST: Final = 2000
_TRY_LATER_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class OneGroup:
    """A group, to be watched."""

    id: GroupId


@dataclass(frozen=True, slots=True)
class GroupsOf:
    """All groups of a person, as they come and go, to be watched."""

    user_id: UserId


Watched = OneGroup | GroupsOf


def states_of(tx: Transaction, watched: Collection[Watched]) -> dict[Watched, States]:
    """Return how far all that is watched has come, with two statements at the most."""
    connection = tx.connection
    one_by_one = [one for one in watched if isinstance(one, OneGroup)]
    people = [one for one in watched if isinstance(one, GroupsOf)]
    groups = watch_rows.of_groups(connection, [one.id for one in one_by_one])
    theirs = watch_rows.of_people(connection, [one.user_id for one in people])
    return {
        **{one: {one.id: groups[one.id]} if one.id in groups else {} for one in one_by_one},
        **{one: theirs[one.user_id] for one in people},
    }


class Watch:
    """Looks how far groups have come, as long as anybody listens to them.

    As many statements a look for many listeners and groups as for few.
    """

    def __init__(self, threads: LedgerThreads, look_seconds: float = _LOOK_SECONDS) -> None:
        self._threads = threads
        self._look_seconds = look_seconds
        self._listening: Counter[Watched] = Counter()
        self._callers: Counter[str] = Counter()
        self._looks = 0
        self._seen: dict[Watched, tuple[int, States]] = {}
        self._has_new_listener = False
        self._moved = asyncio.Condition()
        self._looking: asyncio.Task[None] | None = None

    @contextlib.asynccontextmanager
    async def listen(self, watched: Watched, caller: str, known: States) -> AsyncIterator[Listener]:
        """Watch for a caller who knows some states; it raises what `require_room` does."""
        self.require_room(caller)
        self._callers[caller] += 1
        self._listening[watched] += 1
        self._has_new_listener = True
        if self._looking is None:
            self._looking = asyncio.create_task(self._look(), name="watch")
        try:
            yield Listener(self, watched, known, self._looks)
        finally:
            self._callers -= Counter([caller])
            self._listening -= Counter([watched])
            self._seen = {one: seen for one, seen in self._seen.items() if one in self._listening}
            if not self._listening:
                self._looking.cancel()
                self._looking = None

    def require_room(self, caller: str) -> None:
        """Raise ApiError 429 where too much is listened to, by a person or by all."""
        crowded = caller != _BACKEND and self._callers[caller] >= _MOST_OF_ONE
        if crowded or self._callers.total() >= _MOST:
            raise too_many(_TRY_LATER_SECONDS)

    async def other_than(
        self, watched: Watched, known: States, after_look: int, patience_seconds: float
    ) -> States | None:
        """Wait for other states than those known, as seen after a look; None where none came."""

        def found() -> States | None:
            look, states = self._seen.get(watched, (0, known))
            return states if look > after_look and states != known else None

        async with self._moved:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience_seconds):
                    await self._moved.wait_for(lambda: found() is not None)
        return found()

    async def _look(self) -> None:
        while True:
            self._looks += 1
            asked = list(self._listening)
            try:
                found = await self._threads.read(lambda tx, asked=asked: states_of(tx, asked))  # type: ignore[misc]  # bound at once
            except Exception as error:  # noqa: BLE001  # the next look may do better
                if is_passing(error):
                    _log.warning("watch_put_off", error=type(error).__name__)
                else:
                    _log.error("bug", reference=new_reference(), exc_info=error)
            else:
                await self._take(found)
            await asyncio.sleep(self._look_seconds)

    async def _take(self, found: Mapping[Watched, States]) -> None:
        moved = any(self._seen.get(one, (0, None))[1] != states for one, states in found.items())
        self._seen |= {one: (self._looks, states) for one, states in found.items()}
        if moved or self._has_new_listener:
            self._has_new_listener = False
            async with self._moved:
                self._moved.notify_all()


class Listener:
    """Somebody who is told when what they watch has other states than those they know."""

    def __init__(self, watch: Watch, watched: Watched, known: States, after_look: int) -> None:
        self._watch = watch
        self._watched = watched
        self._after_look = after_look
        self.known = known

    async def moved(self, patience_seconds: float) -> States | None:
        """Wait for other states and know them from then on; None where nothing moves by then.

        What was seen before the listener came may be older than what they know, and is passed
        over.
        """
        found = await self._watch.other_than(
            self._watched, self.known, self._after_look, patience_seconds
        )
        if found is not None:
            self.known = found
        return found
