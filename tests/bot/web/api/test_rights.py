"""Who may call what of which group: a table of statuses."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import pytest

from ledger.accounts import personal_tokens, registering, showing
from ledger.core.accounts import Scope
from tests.bot.web.api.conftest import SERVICE, Office
from tests.bot.web.api.trip import Trip, begin_trip, token_of

OWN, FOREIGN, UNKNOWN = "own", "foreign", "unknown"
ROLES = ("stranger", "outsider", "member", "reader", "admin", "service")
"""No token; a person of no group; a member; an admin's token that only reads; an admin; the
backend. Of the last but one all are of the group that is `own`."""

Statuses = dict[str, tuple[int, ...]]
"""Of one's own group, a foreign one and an unknown one, in the order of the roles."""


def of_group(own: tuple[int, ...], reads: int, well: int) -> Statuses:
    """Who is not in a group is told of it as of one that is not there; `reads` is a reader's."""
    return {
        OWN: own,
        FOREIGN: (401, 404, 404, reads, 404, well),
        UNKNOWN: (401, 404, 404, reads, 404, 404),
    }


def of_oneself(each: tuple[int, ...]) -> Statuses:
    """Of whichever group."""
    return dict.fromkeys((OWN, FOREIGN, UNKNOWN), each)


RIGHTS: dict[str, Statuses] = {
    "GET /api/groups/{group}": of_group((401, 404, 200, 200, 200, 200), 404, 200),
    "POST /api/groups/{group}/members": of_group((401, 404, 403, 403, 201, 201), 403, 201),
    "DELETE /api/groups/{group}/members/{member}": of_group(
        (401, 404, 403, 403, 200, 200), 403, 200
    ),
    "POST /addUserToGroup": of_group((401, 404, 403, 403, 200, 200), 403, 200),
    # Of a person of the group.
    "GET /api/users/{member}": of_group((401, 404, 200, 200, 200, 200), 404, 200),
    "PUT /api/users/{member}": of_group((401, 404, 403, 403, 403, 200), 403, 200),
    "GET /api/users": of_oneself((401, 200, 200, 200, 200, 200)),
    "GET /api/groups": of_oneself((401, 200, 200, 200, 200, 200)),
    "POST /api/groups": of_oneself((401, 201, 201, 403, 201, 201)),
    "POST /createGroup": of_oneself((401, 200, 200, 403, 200, 200)),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Two groups that share nobody, and somebody of neither; tokens by role."""

    office: Office
    groups: dict[str, Trip]
    outsider: str
    outsider_number: int
    tokens: dict[str, str | None]


async def scene_of(office: Office) -> Scene:
    own, foreign = await begin_trip(office), await begin_trip(office, "elsewhere.example")
    outsider = await office.api.threads.run(
        lambda tx: registering.register(tx, "Olga", email="olga@example.com")
    )
    _, reading = await office.api.threads.run(
        lambda tx: personal_tokens.make(tx, own.bob, "reads", Scope.READ)
    )
    tokens = {
        "stranger": None,
        "outsider": token_of(office, outsider),
        "member": token_of(office, own.charlie),
        "reader": reading,
        "admin": token_of(office, own.bob),
        "service": SERVICE,
    }
    return Scene(office, {OWN: own, FOREIGN: foreign}, outsider.public_id, outsider.id, tokens)


def _number(office: Office, group: str) -> int:
    """Return a group's number, as the short calls have it."""
    with office.api.threads._store.transaction() as tx:
        return showing.group_of(tx, group)


def body_of(scene: Scene, call: str, which: str) -> object:
    """Return a body that a call takes."""
    trip = scene.groups.get(which)
    match call.split():
        case ["POST", "/api/groups"]:
            return {"name": "Flat", "members": [scene.outsider]}
        case ["POST", "/createGroup"]:
            return {"group_name": "Flat", "members": [str(scene.outsider_number)]}
        case ["POST", "/addUserToGroup"]:
            number = 10**9 if trip is None else _number(scene.office, trip.group)
            return {"group_id": str(number), "user_id": scene.outsider_number}
        case ["POST", _]:
            return {"userId": scene.outsider, "role": "member"}
        case ["PUT", _]:
            return {"phone": "+4930123456"}
        case _:
            return None


@pytest.mark.parametrize("call", RIGHTS)
async def test_each_role_is_answered_as_the_table_says(office: Office, call: str) -> None:
    scene = await scene_of(office)
    method, path = call.split()
    told: dict[str, tuple[int, ...]] = {}
    for which in (OWN, FOREIGN, UNKNOWN):
        trip = scene.groups.get(which)
        nowhere = str(uuid.uuid4())
        where = path.format(
            group=nowhere if trip is None else trip.group,
            member=nowhere if trip is None else trip.alice.public_id,
        )
        statuses = []
        for role in ROLES:
            body = body_of(scene, call, which)
            answer = await office.ask(method, where, body, scene.tokens[role])
            statuses.append(answer.status_code)
            if answer.is_success and trip is not None:
                await undo(scene, trip, call)
        told[which] = tuple(statuses)
    assert told == RIGHTS[call]


async def undo(scene: Scene, trip: Trip, call: str) -> None:
    """Have a group be as it was before somebody was added or removed."""
    members = f"/api/groups/{trip.group}/members"
    match call.split():
        case ["POST", path] if "member" in path or path == "/addUserToGroup":
            await scene.office.ask("DELETE", f"{members}/{scene.outsider}", token=SERVICE)
        case ["DELETE", _]:
            body = {"userId": trip.alice.public_id}
            await scene.office.ask("POST", members, body, SERVICE)
