"""What a call of the tables may name in its path, each made just now in a trip's group."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.conversation.app_links import ref_of
from ledger.accounts import showing
from ledger.core.accounts import PublicId
from tests.bot.web.api.conftest import TOKEN
from tests.bot.web.api.trip import Trip

_FRESH = itertools.count(1)


def fresh(name: str) -> str:
    """Return a name that nobody has had."""
    return f"{name}{next(_FRESH)}"


def payment(trip: Trip) -> dict[str, object]:
    """Return a body of a payment of Alice's to Bob."""
    ids = {"fromUser": trip.alice.public_id, "toUser": trip.bob.public_id}
    return {"groupId": trip.group, **ids, "amount": 1}


def rent(trip: Trip) -> dict[str, object]:
    """Return a body of what recurs."""
    return {"amount": 9, "description": "rent", "every": "month", "paidBy": trip.alice.public_id}


async def places(trip: Trip, names: set[str]) -> dict[str, str]:
    """Return the ids of what has these names, and nothing made that nobody asks for."""
    return {name: await _MADE[name](trip) for name in sorted(names)}


async def _group(trip: Trip) -> str:
    return trip.group


async def _member(trip: Trip) -> str:
    return trip.alice.public_id


async def _number(trip: Trip) -> str:
    return str(await trip.office.api.threads.run(lambda tx: showing.group_of(tx, trip.group)))


async def _ref(trip: Trip) -> str:
    return ref_of(PublicId(trip.group), TOKEN)


async def _nowhere(trip: Trip) -> str:
    return "999"


async def _expense(trip: Trip, **said: object) -> str:
    return _id(await trip.record(9, trip.alice, trip.alice, trip.bob, **said))


async def _deleted(trip: Trip) -> str:
    expense = await _expense(trip)
    await trip.data("DELETE", f"/api/expenses/{expense}")
    return expense


async def _abroad(trip: Trip) -> str:
    return await _expense(trip, currency="EUR")


async def _converted(trip: Trip) -> str:
    abroad = await _abroad(trip)
    await trip.data("POST", f"/api/entries/{abroad}/conversion")
    return abroad


async def _settlement(trip: Trip) -> str:
    return _id(await trip.data("POST", "/api/settlements", payment(trip)))


async def _taken_back(trip: Trip) -> str:
    settlement = await _settlement(trip)
    await trip.data("DELETE", f"/api/settlements/{settlement}")
    return settlement


async def _schedule(trip: Trip) -> str:
    made = await trip.data("POST", f"/api/groups/{trip.group}/schedules", rent(trip))
    return str(made["number"])


async def _guest(trip: Trip) -> str:
    people = f"/api/groups/{trip.group}/members"
    made = await trip.data("POST", people, {"name": fresh("Guest ")})
    return str(made["userId"])


async def _set(trip: Trip) -> str:
    people = {"name": fresh("set"), "members": [trip.alice.public_id]}
    await trip.data("POST", f"/api/groups/{trip.group}/sets", people, trip.charlie)
    return str(people["name"])


def _id(told: Any) -> str:  # JSON
    return str(told["id"])


_MADE: Final[dict[str, Callable[[Trip], Awaitable[str]]]] = {
    "group": _group,
    "member": _member,
    "number": _number,
    "ref": _ref,
    "file": _nowhere,
    "expense": _expense,
    "deleted": _deleted,
    "abroad": _abroad,
    "converted": _converted,
    "settlement": _settlement,
    "taken_back": _taken_back,
    "schedule": _schedule,
    "guest": _guest,
    "set": _set,
}
