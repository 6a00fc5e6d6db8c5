"""Where a group's people stand: nets, the plan with its reasons, and who owes whom."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.web.api.schemas.balances import Number
from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.expenses import CalendarDay
from bot.web.api.schemas.seldom import Seldom


class Net(Shown):
    """What somebody is owed (above zero) or owes (below) in a currency."""

    currency: str
    amount: Number


class MemberNets(Shown):
    """Somebody's nets, zeros left out; the group's own currency first.

    `weight` is their default share: "2" for a couple. `about` is what several currencies come
    to in the group's own, where all have rates.
    """

    user_id: str
    name: str
    active: bool
    weight: str
    nets: list[Net]
    about: Seldom[Net] = None


class PayInfo(Shown):
    """How somebody can be paid; `url` opens an app or a page with the amount filled in.

    `code` is a QR code of it for whoever is to pay: rows of modules, "1" for a dark one.
    """

    scheme: str
    value: str
    url: Seldom[str] = None
    code: Seldom[tuple[str, ...]] = None


class Reason(Shown):
    """Part of why a payment is suggested: who owes whom how much."""

    from_: str = Field(alias="from")
    from_name: str
    to: str
    to_name: str
    currency: str
    amount: Number


class Suggested(Reason):
    """A payment of the plan, and why: what its two owe others, and are owed by them.

    `mine` tells whether it is the caller's to pay or to get.
    """

    mine: Literal["pay", "get"] | None
    pay_info: list[PayInfo]
    reasons: list[Reason]


class PairPart(Shown):
    """What one entry contributes to who owes whom; below zero it counts against the debt."""

    amount: Number
    entry_id: str
    number: int
    description: str
    date: CalendarDay


class PairShown(Reason):
    """Who owes whom, and the newest parts of it, newest last; `earlier` counts the others."""

    parts: list[PairPart]
    earlier: int
