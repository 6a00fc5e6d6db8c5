"""The first contract's examples, word for word: ids and tokens aside."""

from __future__ import annotations

from typing import Any

import httpx

from tests.bot.web.api.conftest import Office


class Rupali:
    """Somebody who has added herself and her friends, and is logged in."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.token: str | None = None

    async def ask(self, path: str, body: object = None) -> httpx.Response:
        return await self.office.ask("POST", path, body, self.token)

    async def answer(self, path: str, body: object = None) -> Any:  # JSON
        told = await self.ask(path, body)
        assert told.status_code == 200, told.text
        return told.json()

    async def add(self, name: str) -> Any:  # JSON
        email = f"{name.lower()}@example.com"
        password = f"{name}@1234"
        body = {"email": email, "name": name, "mobile": "5550100123", "password": password}
        return await self.answer("/addUser", body)


async def test_the_electricity_bill(each: Office) -> None:
    rupali = Rupali(each)
    added = await rupali.add("Rupali")
    assert added == {
        "message": "User added successfully",
        "data": {
            "id": added["data"]["id"],
            "email": "rupali@example.com",
            "name": "Rupali",
            "mobile": "5550100123",
        },
    }
    ids = [str(added["data"]["id"])]
    ids += [str((await rupali.add(name))["data"]["id"]) for name in ("Shivani", "Ritisha")]
    sakshi = str((await rupali.add("Sakshi"))["data"]["id"])

    told = await rupali.answer("/login", {"email": "rupali@example.com", "password": "Rupali@1234"})
    assert list(told) == ["user_id", "email", "name", "refresh_token", "access_token"]
    assert (str(told["user_id"]), told["email"], told["name"]) == (
        *(ids[0], "rupali@example.com", "Rupali"),
    )
    assert told["refresh_token"].startswith("eyJ")
    assert told["access_token"].startswith("eyJ")
    rupali.token = told["access_token"]

    told = await rupali.answer("/createGroup", {"group_name": "Party", "members": ids})
    assert told["message"] == "Group Created successfully"
    group = str(told["data"]["id"])
    told = await rupali.answer("/addUserToGroup", {"group_id": group, "user_id": sakshi})
    assert told["message"] == "User successfully added to group"

    for day in ("2024-02-16", "2024-03-16"):
        bill = {
            "users": [*ids, sakshi],
            "amount": 1000,
            "paid_by": ids[0],
            "group_id": group,
            "date": day,
            "bill_name": "Electricity Bill",
            "split_type": "equal",
            "notes": "Electricity Bill Paid By Rupali",
        }
        told = await rupali.answer("/addExpense", bill)
        assert told["message"] == "Expense Created successfully"

    assert await rupali.answer(f"/groupDetails?id={group}") == [
        {
            "message": [
                "Shivani owes Rupali 500 (250 + 250)",
                "Ritisha owes Rupali 500 (250 + 250)",
                "Sakshi owes Rupali 500 (250 + 250)",
            ]
        }
    ]
