"""Files of other apps: what is in one, and what came of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.web.api.schemas.balances import Number
from bot.web.api.schemas.envelope import Body, Id, Shown
from bot.web.api.schemas.expenses import CalendarDay


class ForeignPersonShown(Shown):
    """Somebody in a file; `userId` is who that is here, null for somebody new."""

    name: str
    user_id: str | None


class ForeignNet(Shown):
    """What somebody in a file is owed (above zero) or owes by its entries."""

    name: str
    currency: str
    amount: Number


class ProblemShown(Shown):
    """A row of a file that can't be taken over, and why; `text` is what it says there."""

    row: int
    why: str
    text: str


class ImportPreview(Shown):
    """A file that waits for a yes. The numbers are of what is new here; `known` is not."""

    id: int
    kind: str
    expenses: int
    refunds: int
    payments: int
    known: int
    from_: CalendarDay | None = Field(alias="from")
    to: CalendarDay | None
    people: list[ForeignPersonShown]
    totals: list[ForeignNet]
    problems: list[ProblemShown]


class ConfirmedImport(Body):
    """Who each person of the file is, in its order: somebody here by id, or null for new."""

    people: Annotated[list[Id | None], Field(max_length=200)] | None = None


class ImportDone(Shown):
    """What came of an import: how many entries, and the numbers that they have here.

    Of one that was taken back, `entries` counts what that deleted.
    """

    id: int
    kind: str
    entries: int
    first: int
    last: int
    undone: bool
