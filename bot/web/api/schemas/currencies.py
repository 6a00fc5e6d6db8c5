"""What other currencies are worth in a group, and money turned into its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.web.api.money import Amount
from bot.web.api.schemas.envelope import Body, Shown
from bot.web.api.schemas.expenses import CalendarDay
from ledger.core.exchange_rate import RateSource


class RateShown(Shown):
    """What a unit of a currency is worth in the group's own: who says so, and of which day."""

    value: str
    source: RateSource
    on: CalendarDay


class CurrencyShown(Shown):
    """Another currency of a group: its own rate, and the European Central Bank's.

    The own one counts where there is one. `open` tells whether anything is open in it.
    """

    currency: str
    open: bool
    own: RateShown | None
    reference: RateShown | None


class GroupRates(Shown):
    """The rates into a group's own `currency`, of all others that it uses or has set."""

    currency: str
    others: list[CurrencyShown]


class NewRate(Body):
    """What a unit of the currency is worth in the group's own."""

    value: Amount


class Sum(Shown):
    """An amount with its currency."""

    amount: str
    currency: str


class UsedRate(RateShown):
    """A rate that a conversion goes by."""

    currency: str


class TurnedShown(Shown):
    """A payment of the plan in another currency, and what it is in the group's own."""

    from_: str = Field(alias="from")
    from_name: str
    to: str
    to_name: str
    before: Sum
    after: Sum


class ConversionShown(Shown):
    """What is open in other currencies, turned into the group's own `currency`.

    `proof` stands for what it comes to. Where it is done, `first` and `last` are the numbers
    of the payments that recorded it.
    """

    currency: str
    turned: list[TurnedShown]
    rates: list[UsedRate]
    proof: str
    first: int | None
    last: int | None


class ConfirmedConversion(Body):
    """That all is to be turned; with a `proof` only where it still comes to the same."""

    proof: Annotated[str, Field(max_length=16)] | None = None


class ConversionNumbers(Body):
    """The numbers of the payments that recorded a conversion."""

    first: Annotated[int, Field(ge=1, le=2**53)]
    last: Annotated[int, Field(ge=1, le=2**53)]


class TakenBack(Shown):
    """How many payments of a conversion count no more."""

    payments: int


class EntryConversion(Shown):
    """What an entry would be in the group's own currency, by the rate of its day."""

    before: Sum
    after: Sum
    rate: UsedRate
