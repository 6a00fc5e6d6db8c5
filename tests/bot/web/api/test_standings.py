"""What the Mini App draws: entries of all kinds, nets, the plan with its reasons, pairs."""

from __future__ import annotations

from typing import Any

import zxingcpp
from PIL import Image

from ledger.accounts import showing
from ledger.accounts.opening import Call
from ledger.book.pay_details import keep_detail
from ledger.core.entries import Source
from ledger.core.members import Person, UserId
from ledger.core.paying.details import PayDetail, Scheme
from ledger.journal import sharing
from ledger.storage.database import Transaction
from tests.bot.web.api.trip import Trip


async def entries(trip: Trip, asked: str = "", **said: Any) -> Any:
    return await trip.data("GET", f"/api/groups/{trip.group}/entries?{asked}", by=trip.alice)


async def pay(trip: Trip, amount: object) -> Any:
    ids = {"fromUser": trip.alice.public_id, "toUser": trip.bob.public_id}
    return await trip.data(
        "POST", "/api/settlements", {"groupId": trip.group, **ids, "amount": amount}, trip.alice
    )


async def test_entries_say_what_they_are_to_whoever_asks(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.charlie, trip.alice)
    await trip.record(20, trip.charlie, trip.charlie, trip.alice, refund=True)
    paid = await pay(trip, 30)
    page = await entries(trip)
    assert page["nextCursor"] is None
    payment, refund, expense = page["entries"]
    assert [one["kind"] for one in page["entries"]] == ["payment", "refund", "expense"]
    assert [one["number"] for one in page["entries"]] == [3, 2, 1]
    assert (expense["myShare"], expense["myPaid"], expense["mayChange"]) == ("30", "0", False)
    assert (refund["myShare"], refund["splitType"]) == ("10", "EQUAL")
    assert (payment["myShare"], payment["myPaid"], payment["mayChange"]) == ("0", "30", True)
    assert (payment["id"], payment["splitType"]) == (paid["id"], None)
    assert [one["user"]["name"] for one in payment["splits"]] == ["Bob Smith"]
    assert [one["name"] for one in payment["payers"]] == ["Alice Johnson"]


async def test_entries_are_found_by_all_that_is_asked_for(trip: Trip) -> None:
    for amount, words, category, on in (
        (1, "Beach hut", "lodging", "2024-02-16"),
        (2, "Beach bar", "drinks", "2024-02-17"),
        (3, "Taxi", None, "2024-02-17"),
        (4, "Beach bar", "drinks", "2024-02-18"),
    ):
        said = {"description": words, "category": category, "date": on}
        await trip.record(amount, trip.bob, trip.bob, trip.charlie, **said)

    async def found(asked: str) -> list[str]:
        return [one["amount"] for one in (await entries(trip, asked))["entries"]]

    assert await found("search=beach%20BAR") == ["4", "2"]
    assert await found("category=drinks&to=2024-02-17") == ["2"]
    assert await found("from=2024-02-17&to=2024-02-17") == ["3", "2"]
    assert await found("category=none") == ["3"]
    assert await found(f"userId={trip.alice.public_id}") == []
    assert await found(f"userId={trip.charlie.public_id}&limit=1") == ["4"]
    first = await entries(trip, "limit=3")
    assert [one["amount"] for one in first["entries"]] == ["4", "3", "2"]
    rest = await entries(trip, f"limit=3&cursor={first['nextCursor']}")
    assert [one["amount"] for one in rest["entries"]] == ["1"]
    assert rest["nextCursor"] is None


async def test_an_entry_is_shown_with_its_versions(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    await trip.data("PUT", f"/api/expenses/{told['id']}", {"amount": 91}, trip.bob)
    shown = await trip.ask("GET", f"/api/entries/{told['id']}", by=trip.alice)
    assert (shown.headers["ETag"], shown.json()["data"]["version"]) == ('"2"', 2)
    versions = await trip.data("GET", f"/api/entries/{told['id']}/history", by=trip.alice)
    assert [(one["action"], one["entry"]["amount"]) for one in versions] == [
        *(("record", "90"), ("edit", "91"))
    ]


async def test_nets_are_of_everybody(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.charlie)
    await trip.record("9.50", trip.charlie, trip.bob, currency="EUR")
    found = await trip.data("GET", f"/api/groups/{trip.group}/nets", by=trip.alice)
    assert [
        (one["name"], [(n["currency"], n["amount"]) for n in one["nets"]]) for one in found
    ] == [
        ("Bob Smith", [("INR", 45), ("EUR", -9.5)]),
        ("Charlie Brown", [("INR", -45), ("EUR", 9.5)]),
        ("Alice Johnson", []),
    ]


async def test_the_plan_says_whose_it_is_how_to_pay_and_why(trip: Trip) -> None:
    def details(tx: Transaction) -> None:
        bob = Person(UserId(trip.bob.user_id), "Bob", "Smith")
        keep_detail(tx, bob, PayDetail(Scheme.UPI, "bob@okbank"))
        keep_detail(tx, bob, PayDetail(Scheme.IBAN, "DE89370400440532013000"))

    await trip.office.api.threads.run(details)
    await trip.record(30, trip.charlie, trip.alice)
    await trip.record(30, trip.bob, trip.charlie)
    await trip.record(5, trip.bob, trip.charlie)
    other, mine = await trip.data("GET", f"/api/groups/{trip.group}/plan", by=trip.alice)
    assert (mine["fromName"], mine["toName"], mine["amount"]) == ("Alice Johnson", "Bob Smith", 30)
    assert (mine["mine"], other["mine"]) == ("pay", None)
    iban, upi = sorted(mine["payInfo"], key=lambda one: one["scheme"])
    assert "url" not in iban
    assert upi["url"].startswith("upi://pay?pa=bob@okbank&")
    assert "am=30.00" in upi["url"]
    assert scanned(upi["code"]) == upi["url"]
    assert [(one["fromName"], one["toName"], one["amount"]) for one in mine["reasons"]] == [
        ("Charlie Brown", "Bob Smith", 35),
        ("Alice Johnson", "Charlie Brown", 30),
    ]


def scanned(rows: list[str]) -> str:
    """Return what a phone reads from a code's modules."""
    picture = Image.new("1", (len(rows) + 8, len(rows) + 8), 1)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            picture.putpixel((x + 4, y + 4), module == "0")
    size = picture.width * 4
    (found,) = zxingcpp.read_barcodes(picture.convert("L").resize((size, size)))
    return str(found.text)


async def test_pairs_say_what_they_are_made_of(trip: Trip) -> None:
    first = await trip.record(30, trip.bob, trip.alice, description="taxi")
    await trip.record(10, trip.alice, trip.bob)
    (pair,) = await trip.data("GET", f"/api/groups/{trip.group}/pairs", by=trip.alice)
    assert (pair["fromName"], pair["toName"], pair["amount"]) == ("Alice Johnson", "Bob Smith", 20)
    assert [(one["amount"], one["number"]) for one in pair["parts"]] == [(30, 1), (-10, 2)]
    assert (pair["parts"][0]["entryId"], pair["parts"][0]["description"]) == (first["id"], "taxi")
    assert pair["earlier"] == 0


async def test_what_is_typed_in_the_chat_is_shown_with_its_terms(trip: Trip) -> None:
    """A change by a press in the chat, of an entry that came over HTTP."""
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)

    def press(tx: Transaction) -> None:
        group_id, number = showing.entry_of(tx, told["id"])
        book = Call(group_id, trip.charlie.user_id).open(tx)
        sharing.toggle(book, number, Source("press:1"))

    await trip.office.api.threads.run(press)
    shown = await trip.data("GET", f"/api/expenses/{told['id']}")
    assert [split["amount"] for split in shown["splits"]] == ["30", "30", "30"]
    assert shown["splitType"] == "EQUAL"
