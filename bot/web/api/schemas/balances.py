"""Balances: who is to pay whom, and what somebody owes and is owed."""

from __future__ import annotations

from pydantic import Field

from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.seldom import Seldom

Number = int | float
"""An amount as a JSON number."""


class Transfer(Shown):
    """A payment of the plan."""

    from_: str = Field(alias="from")
    to: str
    amount: Number
    currency: str


class GroupBalances(Shown):
    """The payments that make everybody in a group square, the group's own currency first."""

    group_id: str
    group_name: str
    balances: list[Transfer]
    currency: str


class Other(Shown):
    """What somebody owes another, or is owed by."""

    user_id: str
    user_name: str
    amount: Number
    currency: str


class Totals(Shown):
    """What somebody owes and is owed altogether in one currency; the net has payments in it."""

    total_owes: Number
    total_owed_by: Number
    net_balance: Number
    currency: str


class ByPerson(Shown):
    """What somebody owes and is owed, person by person, since everybody was last square.

    `paid` and `received` are payments since, where there were some.
    """

    owes: list[Other]
    owed_by: list[Other]
    paid: Seldom[list[Other]] = None
    received: Seldom[list[Other]] = None


class Gross(Totals, ByPerson):
    """What somebody owes and is owed in one currency."""


class Standing(Gross):
    """What somebody owes and is owed in a group: in its own currency, or the only one there is.

    `currencies` has all of them where there are several, that one first.
    """

    currencies: Seldom[list[Gross]] = None


class OfUser(Shown):
    """Whose standing it is, and where."""

    group_id: str
    user_id: str


class OfGroup(Shown):
    """Where a standing is."""

    group_id: str
    group_name: str


class UserInGroup(Standing, OfUser):
    """What somebody owes and is owed in a group."""


class OneOfGroups(Standing, OfGroup):
    """What somebody owes and is owed in one of their groups."""


class UserBalances(Shown):
    """What somebody owes and is owed in each group, and altogether in each currency.

    The totals stand beside `groups`, too, where they are all of one currency.
    """

    user_id: str
    groups: list[OneOfGroups]
    totals: list[Totals]
    total_owes: Seldom[Number] = None
    total_owed_by: Seldom[Number] = None
    net_balance: Seldom[Number] = None
    currency: Seldom[str] = None
