"""Keeps sending below Telegram's limits, in order, and does again what may be done again.

Telegram's limits (core.telegram.org/bots/faq, "My bot is hitting limits"): about 30
messages a second in all, 20 a minute in a group, 1 a second in a chat with short bursts
tolerated. python-telegram-bot's own limiter lets bursts through and holds up every chat
when one is told to wait.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import deque
from collections.abc import Callable, Coroutine
from datetime import timedelta
from enum import IntEnum
from typing import Any, Final

import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.delivery.chat_queues import Call, ChatQueue
from bot.delivery.rate_windows import (
    ON_THE_WAY_SECONDS,
    TELEGRAM_LIMITS,
    Limits,
    Pace,
    Sent,
    Window,
)
from bot.runtime.http_client import NOT_SENT, UNKNOWN
from bot.runtime.metrics import CALLS, RETRIES
from bot.runtime.transient_errors import patience_seconds

_log = structlog.get_logger(__name__)

Result = bool | dict[str, Any] | list[dict[str, Any]]

_PATIENCE_SECONDS: Final = 60.0
"""How long one call waits out refusals before it is given back to whoever asked."""
_RETRY_MARGIN_SECONDS: Final = 0.1
_SERVER_TRIES: Final = 5
_FLOODED_CHATS: Final = 3
_FLOODED_SECONDS: Final = 2.0
_HELD_AT_MOST_SECONDS: Final = 3.0
"""How long everybody waits at a time: the limit over all chats is one of seconds, and a longer
wait that a chat is told (floods: minutes) is perhaps that chat's own."""
_IDLE_CHATS: Final = 2000

_MESSAGES: Final = ("send", "edit", "copy", "forward", "stop")
_REPEATABLE: Final = ("edit", "answer", "delete", "get", "set", "pin", "unpin", "leave")


class Priority(IntEnum):
    """Who goes first when not everybody can."""

    ANSWER = 0
    BROADCAST = 1


class Overtaken(TelegramError):  # noqa: N818 (nobody's error)
    """A newer change of the same message makes this one needless; it was not sent."""


class Pacer(BaseRateLimiter[int]):
    """Lets calls out one at a time for each chat, in order, answers before broadcasts.

    A chat that must wait (its own limit, or Telegram said RetryAfter) holds up only itself.
    When Telegram refuses several chats at the same moment, all wait a little, and then one at
    a time tries until one gets through, as with a circuit breaker that is half open: so four
    chats' own floods aren't taken for everybody's. Without limits nothing
    waits for a window; the order and the repetitions stay. Of the changes of one message only
    the newest need go: it takes the place of one that waits, which ends as Overtaken.

    A call is made again when that is known to do no harm: it was not sent at all, Telegram
    refused it (RetryAfter, 5xx), or its repetition changes nothing (an edit, an answer to a
    press). A message whose fate is unknown (a timeout after it was sent) is not sent again
    here: the error goes to whoever asked, whose update is then handled again, so an answer may
    come twice but never not at all.
    """

    def __init__(self, limits: Limits | None = TELEGRAM_LIMITS) -> None:
        self._limits = limits
        self._overall = (Window(*limits.overall),) if limits else ()
        spread = limits.broadcasts if limits else None
        self._broadcasts = () if spread is None else (Pace(*spread),)
        self._overall_held_until = 0.0
        self._chats: dict[int | str, ChatQueue] = {}
        self._ready: list[tuple[int, int, ChatQueue]] = []
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None
        self._refusals: deque[tuple[float, int | str]] = deque(maxlen=_FLOODED_CHATS)
        self._doubtful_since: float | None = None
        """When several chats had been refused at once, unless something got through since."""
        self._trying: ChatQueue | None = None
        """The one that tries meanwhile."""

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Forget who waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make one Bot API call when its turn has come, and again where that is right.

        Raises Overtaken for the change of a message that has a newer one.
        """
        chat_id, message_id = data.get("chat_id"), data.get("message_id")
        paced = endpoint.startswith(_MESSAGES) and endpoint != "sendChatAction"
        made = Call(rate_limit_args or Priority.ANSWER, next(self._numbers))

        async def call() -> Result:
            return await callback(*args, **kwargs)

        if not paced or chat_id is None:
            return await self._until_done(call, endpoint, made)
        chat = self._chat(chat_id)
        if not endpoint.startswith("edit") or not isinstance(message_id, int):
            return await self._until_done(call, endpoint, made, chat, chat_id)
        chat.overtake(message_id, made)
        try:
            return await self._until_done(call, endpoint, made, chat, chat_id)
        finally:
            if chat.edits.get(message_id) is made:
                del chat.edits[message_id]

    async def _until_done(
        self,
        call: Callable[[], Coroutine[Any, Any, Result]],
        endpoint: str,
        made: Call,
        chat: ChatQueue | None = None,
        chat_id: int | str | None = None,
    ) -> Result:
        waited, tries = 0.0, 0
        while True:
            if chat is not None:
                self._refuse_long_wait(chat, waited)
                await self._turn(chat, made)
            began = _now()
            try:
                result = await call()
            except (NetworkError, RetryAfter) as error:
                tries += 1
                pause = self._pause(error, endpoint, tries)
                if chat is not None and pause is not None and isinstance(error, RetryAfter):
                    self._hold(chat, pause)
                    self._note_refusal(chat_id, pause)
                if pause is None or waited + pause > _PATIENCE_SECONDS:
                    raise
                waited += pause
                RETRIES.labels(type(error).__name__).inc()
                if chat is not None:
                    self._hold(chat, pause)
                else:
                    await asyncio.sleep(pause)
            else:
                CALLS.labels(endpoint).inc()
                if chat is not None:
                    self._note_success(began)
                return result
            finally:
                if chat is not None:
                    self._leave(chat)

    def _pause(self, error: NetworkError | RetryAfter, endpoint: str, tries: int) -> float | None:
        """Return after how many seconds to try again; None not to."""
        if isinstance(error, RetryAfter):
            return patience_seconds(error) + _RETRY_MARGIN_SECONDS
        if isinstance(error, BadRequest) or tries >= _SERVER_TRIES:
            return None
        cause = error.__cause__
        # An error without a cause is an answer: Telegram's server is in trouble.
        known_not_done = isinstance(cause, NOT_SENT) or not isinstance(cause, UNKNOWN)
        if known_not_done or endpoint.startswith(_REPEATABLE):
            return min(0.5 * 2.0 ** (tries - 1), 8.0)
        return None

    # Turns

    def _chat(self, chat_id: int | str) -> ChatQueue:
        chat = self._chats.get(chat_id)
        if chat is None:
            if len(self._chats) >= _IDLE_CHATS:
                self._forget_idle()
            windows: tuple[Window, ...] = ()
            if self._limits is not None:
                windows = (Window(*self._limits.chat),)
                if not isinstance(chat_id, int) or chat_id < 0:
                    windows = (*windows, Window(*self._limits.group))
            chat = self._chats[chat_id] = ChatQueue(windows)
        return chat

    def _forget_idle(self) -> None:
        now = _now()
        for chat_id, chat in list(self._chats.items()):
            # A window that is only half used up counts as well, or it would begin anew.
            used = any(window.is_used(now) for window in chat.windows)
            at_work = chat.busy or chat.edits or chat.head() is not None
            if not (at_work or used or chat.held_until > now):
                del self._chats[chat_id]

    def _opens(self, now: float, priority: int) -> float:
        opens = max(now, self._overall_held_until)
        return max([opens, *(window.opens(now) for window in self._windows(priority))])

    def _windows(self, priority: int) -> tuple[Window | Pace, ...]:
        if priority < Priority.BROADCAST:
            return self._overall
        return (*self._overall, *self._broadcasts)

    async def _turn(self, chat: ChatQueue, call: Call) -> None:
        if call.overtaken:
            raise Overtaken("a newer change goes")
        now, priority = _now(), call.priority
        nobody_waits = not self._ready and chat.head() is None and not chat.busy
        if (
            nobody_waits
            and self._trying is None
            and chat.opens(now) <= now
            and self._opens(now, priority) <= now
        ):
            self._take(chat, now, priority)
            return
        call.turn = turn = asyncio.get_running_loop().create_future()
        heapq.heappush(chat.waiting, call)
        self._offer(chat)
        try:
            had = await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.result():
                self._leave(chat)  # its turn came at that very moment
            raise
        if not had:
            raise Overtaken("a newer change goes")

    def _take(self, chat: ChatQueue, now: float, priority: int) -> None:
        chat.busy = True
        if self._doubtful_since is not None:
            self._trying = chat
        chat.sent = Sent(now + ON_THE_WAY_SECONDS)
        for window in (*self._windows(priority), *chat.windows):
            window.take(chat.sent)

    def _leave(self, chat: ChatQueue) -> None:
        chat.busy = False
        if self._trying is chat:
            self._trying = None
        if chat.sent is not None:
            chat.sent.at = min(chat.sent.at, _now())
            chat.sent = None
        if chat.waiting:
            self._line_up(chat)
        self._let_go()

    def _offer(self, chat: ChatQueue) -> None:
        self._line_up(chat)
        self._let_go()

    def _line_up(self, chat: ChatQueue) -> None:
        """Line the chat's first waiter up for a turn, now or when the chat opens."""
        head = chat.head()
        if head is None or chat.busy:
            return
        now = _now()
        opens = chat.opens(now)
        if opens > now:
            asyncio.get_running_loop().call_later(opens - now, self._offer, chat)
            return
        heapq.heappush(self._ready, (head.priority, head.number, chat))

    def _let_go(self) -> None:
        """Give turns to those lined up, as far as the overall limit allows."""
        while self._ready and self._trying is None:
            now = _now()
            opens = self._opens(now, self._ready[0][0])
            if opens > now:
                self._wake_at(opens, now)
                return
            priority, number, chat = heapq.heappop(self._ready)
            head = chat.head()
            if head is None or chat.busy:
                continue  # served meanwhile; whoever leaves lines the next one up
            if chat.opens(now) > now or (head.priority, head.number) > (priority, number):
                self._line_up(chat)
                continue
            heapq.heappop(chat.waiting)
            self._take(chat, now, priority)
            assert head.turn is not None
            head.turn.set_result(True)

    def _wake_at(self, opens: float, now: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(opens - now, self._let_go)

    # Refusals

    def _hold(self, chat: ChatQueue, pause: float) -> None:
        chat.held_until = max(chat.held_until, _now() + pause)
        if pause > _PATIENCE_SECONDS:
            for call in chat.waiting:
                if call.waits:
                    assert call.turn is not None
                    call.turn.set_exception(RetryAfter(timedelta(seconds=pause)))

    def _refuse_long_wait(self, chat: ChatQueue, waited: float) -> None:
        """Give a call back at once for whose chat Telegram wants more patience than there is."""
        wait = chat.held_until - _now()
        if waited + wait > _PATIENCE_SECONDS:
            raise RetryAfter(timedelta(seconds=wait))

    def _note_refusal(self, chat_id: int | str | None, pause: float) -> None:
        """Hold everything a little when several chats were refused at once."""
        if chat_id is None:
            return
        now = _now()
        self._refusals.append((now, chat_id))
        recent = {chat for at, chat in self._refusals if at > now - _FLOODED_SECONDS}
        if len(recent) >= _FLOODED_CHATS or self._doubtful_since is not None:
            held = min(pause, _HELD_AT_MOST_SECONDS)
            _log.warning("telegram_limits_all_chats", seconds=round(held, 1))
            self._doubtful_since = now
            self._overall_held_until = max(self._overall_held_until, now + held)

    def _note_success(self, began: float) -> None:
        """Let everybody go again when something that was sent after the refusals got through."""
        if self._doubtful_since is not None and began > self._doubtful_since:
            self._refusals.clear()
            self._doubtful_since = None
            self._trying = None
            self._overall_held_until = 0.0


def _now() -> float:
    return asyncio.get_running_loop().time()
