"""The update that is being handled, and what has come of it so far."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.intake.inbox import Row
from ledger.storage.database import Transaction

Afterwards = Callable[[Transaction], None]
Later = Callable[[], Awaitable[None]]


@dataclass(slots=True, eq=False)
class Handling:
    """One attempt to handle a row.

    At its end the row is answered, unless `put_off` (the same row may succeed later) or
    `reference` (it failed by a bug) says otherwise. With `finish` something is left to do
    for it that nobody need wait for; calling it comes to one of the same three ends.
    """

    row: Row
    put_off: BaseException | None = None
    reference: str | None = None
    reason: str = ""
    afterwards: list[Afterwards] = field(default_factory=list)
    later: list[Later] = field(default_factory=list)
    finish: Later | None = None


_current: ContextVar[Handling | None] = ContextVar("handling", default=None)


def current_handling() -> Handling | None:
    """Return the handling this code runs for; None outside of any, as in a timed job."""
    return _current.get()


def begin_handling(row: Row) -> Handling:
    """Make a row's handling the current one of this task."""
    handling = Handling(row)
    _current.set(handling)
    return handling


def was_answered() -> bool:
    """Tell whether the present update was answered before, and only redrawing was left."""
    handling = _current.get()
    return handling is not None and handling.row.answered


def arrived_at() -> datetime:
    """Return when the present update arrived."""
    handling = _current.get()
    return datetime.now(UTC) if handling is None else handling.row.received_at


def afterwards(work: Afterwards) -> None:
    """Have `work` done in the transaction that takes the present update out of the inbox.

    For what is to be remembered about an answer that is out: it costs no transaction of its
    own, and is committed before the next update of the same chat is handled.
    """
    handling = _current.get()
    assert handling is not None, "no update is being handled"
    handling.afterwards.append(work)


def later(work: Later) -> None:
    """Have `work` done once the present update is handled, while its chat's next ones are.

    For redrawing what people see anyway, which the limits may delay: the update stays in the
    inbox until it is done, and it is done again where it fails for a passing reason. When the
    process ends before, the next one handles the update as one that `was_answered`.
    """
    handling = _current.get()
    assert handling is not None, "no update is being handled"
    handling.later.append(work)
