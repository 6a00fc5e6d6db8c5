"""Who may call what of the money: a table of statuses; and every call is in some table."""

from __future__ import annotations

import re
import uuid
from typing import Any, Final

import pytest

from bot.conversation.app_links import ref_of
from ledger.core.accounts import PublicId
from tests.bot.web.api.conftest import TOKEN, Office
from tests.bot.web.api.places import fresh, payment, places, rent
from tests.bot.web.api.test_rights import (
    FOREIGN,
    OWN,
    RIGHTS,
    ROLES,
    UNKNOWN,
    Scene,
    Statuses,
    of_group,
    of_oneself,
    scene_of,
)
from tests.bot.web.api.trip import Trip

READ: Final = of_group((401, 404, 200, 200, 200, 200), 404, 200)
RECORD: Final = of_group((401, 404, 201, 403, 201, 201), 403, 201)
SHORT_RECORD: Final = of_group((401, 404, 200, 403, 200, 200), 403, 200)
CHANGE: Final = of_group((401, 404, 403, 403, 200, 200), 403, 200)
"""By the author, who paid, or an admin: the member of the table is none of these."""
SET: Final = of_group((401, 404, 200, 403, 200, 200), 403, 200)
BY_SOMEBODY: Final = of_group((401, 404, 200, 403, 200, 403), 403, 403)
"""Every member may, and it takes one: a trusted backend is none."""
ADMINS: Final = of_group((401, 404, 403, 403, 201, 201), 403, 201)
MINE: Final = of_oneself((401, 200, 200, 200, 200, 403))
MY_CHANGE: Final = of_oneself((401, 200, 200, 403, 200, 403))
MY_NOTHING: Final = of_oneself((401, 404, 404, 403, 404, 403))
MY_LOGIN: Final = of_oneself((401, 201, 201, 403, 201, 403))
NO_TELEGRAM: Final = of_oneself((401, 403, 403, 403, 403, 403))
"""Of Telegram users alone, which nobody of the table is."""
MY_FILE: Final[Statuses] = {
    OWN: (401, 404, 201, 201, 201, 403),
    FOREIGN: (401, 404, 404, 404, 404, 403),
    UNKNOWN: (401, 404, 404, 404, 404, 403),
}
MY_WISH: Final[Statuses] = {
    OWN: (401, 404, 200, 403, 200, 403),
    FOREIGN: (401, 404, 404, 403, 404, 403),
    UNKNOWN: (401, 404, 404, 403, 404, 403),
}
NO_CODE: Final = of_oneself((401, 422, 422, 403, 422, 403))

RIGHTS_OF_ENTRIES: Final[dict[str, Statuses]] = {
    "POST /api/expenses": RECORD,
    "GET /api/expenses/group/{group}": READ,
    "GET /api/expenses/{expense}": READ,
    "PUT /api/expenses/{expense}": CHANGE,
    "DELETE /api/expenses/{expense}": CHANGE,
    "POST /api/expenses/{deleted}/restore": CHANGE,
    "GET /api/expenses/{expense}/history": READ,
    "POST /api/settlements": RECORD,
    "GET /api/settlements/group/{group}": READ,
    "GET /api/settlements/{settlement}": READ,
    "PUT /api/settlements/{settlement}": CHANGE,
    "DELETE /api/settlements/{settlement}": CHANGE,
    "POST /api/settlements/{taken_back}/restore": CHANGE,
    "GET /api/balances/group/{group}": READ,
    "GET /api/balances/user/{member}/group/{group}": READ,
    "GET /api/balances/user/{member}": READ,
    "GET /api/groups/{group}/entries": READ,
    "GET /api/entries/{expense}": READ,
    "GET /api/entries/{expense}/history": READ,
    "GET /api/groups/{group}/rates": READ,
    "PUT /api/groups/{group}/rates/EUR": BY_SOMEBODY,
    "DELETE /api/groups/{group}/rates/EUR": BY_SOMEBODY,
    "GET /api/groups/{group}/conversion": READ,
    "POST /api/groups/{group}/conversion": of_group((401, 404, 201, 403, 201, 403), 403, 403),
    # Of a conversion that is nowhere.
    "POST /api/groups/{group}/conversion/undo": of_oneself((401, 404, 404, 403, 404, 404)),
    "GET /api/entries/{abroad}/conversion": READ,
    "POST /api/entries/{abroad}/conversion": CHANGE,
    "DELETE /api/entries/{converted}/conversion": CHANGE,
    "GET /api/groups/{group}/nets": READ,
    "GET /api/groups/{group}/plan": READ,
    "GET /api/groups/{group}/pairs": READ,
    "POST /api/groups/{group}/preview": READ,
    "GET /api/groups/{group}/statistics": READ,
    "GET /api/groups/{group}/category?description=pizza": READ,
    "GET /api/groups/{group}/changes": READ,
    "GET /api/groups/{group}/export": READ,
    # For people alone; the backend sends its token.
    "POST /api/groups/{group}/export/link": MY_FILE,
    # Without a file it is not asked which group.
    "POST /api/groups/{group}/imports": of_oneself((401, 400, 400, 403, 400, 400)),
    # Of an import that is nowhere.
    "POST /api/groups/{group}/pictures": of_oneself((401, 400, 400, 403, 400, 400)),
    "POST /api/groups/{group}/imports/{file}/confirm": of_oneself((401, 404, 404, 403, 404, 404)),
    "POST /api/groups/{group}/imports/{file}/undo": of_oneself((401, 404, 404, 403, 404, 404)),
    "GET /api/groups/{group}/sets": READ,
    "POST /api/groups/{group}/sets": of_group((401, 404, 201, 403, 201, 403), 403, 403),
    "PATCH /api/groups/{group}/sets/{set}": BY_SOMEBODY,
    "DELETE /api/groups/{group}/sets/{set}": of_group((401, 404, 200, 403, 200, 403), 403, 403),
    "GET /api/groups/{group}/members/{guest}/merge": READ,
    "POST /api/groups/{group}/members/{guest}/merge": CHANGE,
    # Of groups that have no chat; whoever is in one may.
    "GET /api/groups/{group}/members/{member}/reminder": of_group(
        (401, 404, 409, 409, 409, 409), 404, 409
    ),
    "POST /api/groups/{group}/members/{member}/reminder": of_group(
        (401, 404, 409, 403, 409, 409), 403, 409
    ),
    # Of an entry without a picture.
    "GET /api/entries/{expense}/picture": of_oneself((401, 404, 404, 404, 404, 404)),
    "GET /api/groups/{group}/settings": READ,
    "PATCH /api/groups/{group}/settings": CHANGE,
    "PATCH /api/groups/{group}/members/{member}": SET,
    "GET /api/groups/{group}/schedules": READ,
    "POST /api/groups/{group}/schedules": RECORD,
    "PATCH /api/groups/{group}/schedules/{schedule}": CHANGE,
    "DELETE /api/groups/{group}/schedules/{schedule}": CHANGE,
    "POST /api/groups/{group}/startgroup": ADMINS,
    "GET /api/app/start?ref={ref}": {
        # A link names its group to whoever has it, and gives no right.
        OWN: (401, 200, 200, 200, 200, 403),
        FOREIGN: (401, 200, 200, 200, 200, 403),
        UNKNOWN: (401, 404, 404, 404, 404, 403),
    },
    "POST /addExpense": SHORT_RECORD,
    "POST /groupDetails?id={number}": READ,
    "GET /api/me": MINE,
    "PATCH /api/me": MY_CHANGE,
    # Of an account that logs in otherwise, or says a wrong password.
    "PUT /api/me/password": of_oneself((401, 403, 403, 403, 403, 403)),
    "GET /api/me/payinfo": MINE,
    "PUT /api/me/payinfo/upi": MY_CHANGE,
    "DELETE /api/me/payinfo/upi": MY_CHANGE,
    "GET /api/me/tokens": MINE,
    "POST /api/me/tokens": MY_LOGIN,
    "POST /api/me/link-code": NO_TELEGRAM,
    "DELETE /api/me/login": NO_TELEGRAM,
    "GET /api/me/weekly": MINE,
    # Turning off is turning off, also what was never on.
    "PATCH /api/me/weekly": MY_CHANGE,
    "GET /api/me/reminders": MINE,
    "PUT /api/me/reminders/{group}": MY_WISH,
    "DELETE /api/me/tokens/999": MY_NOTHING,
    "POST /api/me/link": NO_CODE,
    "GET /api/me/export": MINE,
    "POST /api/me/export/link": of_oneself((401, 201, 201, 201, 201, 403)),
    # What is asked for once more is not said.
    "DELETE /api/me": of_oneself((401, 400, 400, 403, 400, 400)),
}
OPEN: Final = {
    *("POST /api/users", "POST /addUser", "POST /login", "GET /api/app/strings/{language}"),
    "GET /api/files/{ticket}",
    *("POST /api/auth/telegram", "POST /api/auth/refresh", "POST /api/auth/logout"),
}
"""What nobody needs a token for."""
APART: Final = {"GET /api/groups/{group}/events", "GET /api/me/events"}
"""Streams, whose rights `test_events` holds."""


_NAME: Final = re.compile(r"\{(\w+)\}")
_OF_BODIES: Final = {"group", "member", "number"}
_TO_BE_READ: Final = {"expense", "abroad", "settlement", "schedule"}
"""What is there when a book is read or converted."""


async def _places(scene: Scene, which: str, call: str) -> dict[str, str]:
    """Return the ids that a call's path and body have, each of something made just now."""
    trip = scene.groups.get(which)
    if trip is not None:
        there = _TO_BE_READ if call.startswith("GET") or "conversion" in call else set()
        return await places(trip, {*_NAME.findall(call), *_OF_BODIES, *there})
    nowhere = str(uuid.uuid4())
    of_entries = ("expense", "deleted", "settlement", "taken_back", "abroad", "converted")
    named_so = ("group", "member", "guest", *of_entries)
    return {
        **dict.fromkeys(named_so, nowhere),
        "schedule": "1",
        "number": str(10**9),
        "ref": ref_of(PublicId(nowhere), TOKEN),
        "file": "999",
        "set": "flat2",
    }


def _bodies(trip: Trip, at: dict[str, str]) -> list[tuple[str, Any]]:  # JSON
    """Return bodies by how their call begins, or what is in it; the first that fits is taken."""
    users = {"users": [trip.alice.id], "paid_by": trip.alice.id}
    spent = {**trip.expense(5, trip.alice, trip.alice), "groupId": at["group"]}
    return [
        ("/entries/", None),
        ("/imports/{file}/undo", None),
        ("/pictures", {}),
        ("/sets/", {"members": [at["member"]]}),
        ("/sets", {"name": fresh("new"), "members": [at["member"]]}),
        ("/merge", {"into": at["member"]}),
        ("}/reminder", None),
        ("/undo", {"first": 10**6, "last": 10**6}),
        ("/conversion", {}),
        ("/rates", {"value": 90}),
        ("POST /api/expenses/", None),
        ("POST /api/settlements/", None),
        ("POST /api/expenses", spent),
        ("POST /api/settlements", {**payment(trip), "groupId": at["group"]}),
        ("/schedules/", {"amount": 8}),
        ("/schedules", rent(trip)),
        ("/preview", {"amount": 5}),
        ("/link", {"code": "NOCODE"}),
        ("/confirm", {}),
        ("/addExpense", {**users, "amount": 5, "group_id": at["number"], "bill_name": "x"}),
        ("/me/password", {"oldPassword": "Guess@1234", "newPassword": "Guess@5678"}),
        ("/me/tokens", {"name": "script", "scope": "read"}),
        ("/me/weekly", {"on": False}),
        ("/me/reminders", {"wanted": "off"}),
        ("/payinfo", {"value": "me@okbank"}),
        ("PUT", {"amount": 8}),
        ("/members/", {"weight": 2}),
        ("PATCH /api/groups", {"simplify": True}),
        ("PATCH", {"language": None}),
    ]


def _body(scene: Scene, call: str, which: str, at: dict[str, str]) -> Any:  # JSON
    if call.startswith(("GET", "DELETE")):
        return None
    bodies = _bodies(scene.groups.get(which) or scene.groups[OWN], at)
    return next((body for part, body in bodies if part in call), None)


@pytest.mark.parametrize("call", RIGHTS_OF_ENTRIES)
async def test_each_role_is_answered_as_the_table_says(office: Office, call: str) -> None:
    scene = await scene_of(office)
    method, path = call.split()
    told: Statuses = {}
    for which in (OWN, FOREIGN, UNKNOWN):
        statuses: list[int] = []
        at = await _places(scene, which, call)
        for role in ROLES:
            if statuses and statuses[-1] < 300 and method != "GET":
                # Anew, as whoever went before has changed it.
                at = await _places(scene, which, call)
            body = _body(scene, call, which, at)
            answer = await office.ask(method, path.format(**at), body, scene.tokens[role])
            statuses.append(answer.status_code)
        told[which] = tuple(statuses)
    assert told == RIGHTS_OF_ENTRIES[call]


async def test_every_call_is_in_a_table(office: Office) -> None:
    described = (await office.ask("GET", "/api/openapi.json")).json()
    there = {
        _without_names(f"{method.upper()} {path}")
        for path, methods in described["paths"].items()
        for method in methods
    }
    tabled = {_without_names(call) for call in (*RIGHTS, *RIGHTS_OF_ENTRIES, *OPEN, *APART)}
    assert there == tabled


def _without_names(call: str) -> str:
    """Return a call without what its ids are called, and without its query."""
    fixed = call.partition("?")[0].replace("/payinfo/upi", "/payinfo/{}")
    fixed = fixed.replace("/rates/EUR", "/rates/{}")
    return re.sub(r"\{\w*\}|(?<=/tokens/)\d+", "{}", fixed)
