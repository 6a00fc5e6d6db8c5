"""News: what was changed outside a group's chat, and is to be told there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NewType

from ledger.core.members import MemberId
from ledger.core.money import Currency

NewsId = NewType("NewsId", int)


class Setting(StrEnum):
    """A setting of a group."""

    CURRENCY = "currency"
    TIMEZONE = "timezone"
    LANGUAGE = "language"
    SIMPLIFY = "simplify"
    WEEKLY = "weekly"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class Alteration:
    """What was changed of a group besides its entries: whom and what, not how it is now.

    `added` are members who are new or back, `roles` and `weights` those whose role or default
    share is another one; `recurring` are the numbers of recurring expenses. `merged` are
    members who turned out to be others, `rates` the currencies whose own rate is another one
    or gone, `sets` the names of sets of people.
    """

    added: tuple[MemberId, ...] = ()
    removed: tuple[MemberId, ...] = ()
    roles: tuple[MemberId, ...] = ()
    weights: tuple[MemberId, ...] = ()
    settings: tuple[Setting, ...] = ()
    recurring: tuple[int, ...] = ()
    merged: tuple[MemberId, ...] = ()
    rates: tuple[Currency, ...] = ()
    sets: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[MemberId, ...]:
        """All whom it is about."""
        return (*self.added, *self.removed, *self.roles, *self.weights, *self.merged)

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to be told of."""
        return self == Alteration()

    def written(self) -> str:
        """Return it as JSON."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps({name: value for name, value in named.items() if value})


def read_alteration(written: str) -> Alteration:
    """Return what `Alteration.written` wrote."""
    found = {name: tuple(value) for name, value in json.loads(written).items()}
    settings = tuple(map(Setting, found.pop("settings", ())))
    return Alteration(**found, settings=settings)


def altogether(alterations: Iterable[Alteration]) -> Alteration:
    """Return several as one, each thing named once."""
    every = tuple(alterations)
    return Alteration(
        **{
            field.name: tuple(dict.fromkeys(it for one in every for it in getattr(one, field.name)))
            for field in fields(Alteration)
        }
    )
