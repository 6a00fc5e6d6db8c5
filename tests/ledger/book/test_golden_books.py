"""The documents' cases, lived through by the use cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ledger.core.members import Name
from ledger.core.shares import Part, PartKind
from ledger.journal import recording
from ledger.reports import statements
from tests.ledger.chat import Chat, expense, new_source, person, rupees

_GOLDEN = Path(__file__).parents[2] / "golden"


def _read(name: str) -> Any:
    return json.loads((_GOLDEN / name).read_text(encoding="utf-8"))


def _part(case: dict[str, Any], name: str) -> Part:
    if case["split_type"] == "EQUAL":
        return Part(PartKind.EQUAL)
    if case["split_type"] == "EXACT":
        return Part(PartKind.EXACT, int(case["shares"][name]) * 100)
    return Part(PartKind.PERCENT, case["percentages"][name] * 10_000)


def test_the_goa_trip_gives_the_documents_numbers(chat: Chat) -> None:
    trip = _read("goa-trip.json")
    people = {
        name: person(number, name, name.split()[0].lower())
        for number, name in enumerate(trip["members"], 1)
    }
    chat.join(*people.values())
    for case in trip["expenses"]:
        parts = [(name.split()[0], _part(case, name)) for name in case["shares"]]
        line = expense(int(case["amount"]), case["description"], *parts)
        recorded = chat.split(people[case["payer"]], line)
        assert {
            recorded.roster[share.member].first_name: share.owed_minor
            for share in recorded.entry.contents.owers
        } == {name: int(share) * 100 for name, share in case["shares"].items()}

    assert chat.plan() == [
        (payer, payee, int(amount) * 100) for payer, payee, amount in trip["simplified"]
    ]
    view = trip["view_of_alice"]
    with chat.open() as book:
        standing = statements.standing(book, Name("alice"))
    ((_, gross),) = standing.currencies
    names = {member.id: member.first_name for member in standing.roster}
    assert {names[other]: minor for other, minor in gross.owes} == {
        name: int(amount) * 100 for name, amount in view["owes"].items()
    }
    assert {names[other]: minor for other, minor in gross.owed_by} == {
        name: int(amount) * 100 for name, amount in view["owed_by"].items()
    }
    assert gross.total_owes_minor == int(view["total_owes"]) * 100
    assert gross.total_owed_minor == int(view["total_owed_by"]) * 100
    assert gross.net_minor == int(view["net"]) * 100

    payer, payee, amount = trip["payment"]
    with chat.open(people[payer]) as book:
        paid = recording.record_payment(
            book, Name("bob"), Name(payee.split()[0]), rupees(int(amount)), new_source()
        )
    assert chat.member("bob").id not in paid.nets
    assert chat.plan() == [
        (payer, payee, int(amount) * 100)
        for payer, payee, amount in trip["simplified_after_payment"]
    ]


def test_the_electricity_bills_are_told_with_their_parts(chat: Chat) -> None:
    group = _read("electricity.json")
    people = {
        name: person(number, name, name.lower()) for number, name in enumerate(group["members"], 1)
    }
    chat.join(*people.values())
    for case in group["expenses"]:
        chat.split(people[case["payer"]], expense(int(case["amount"]), case["description"]))
    told = [
        f"{debtor} owes {creditor} {minor // 100} "
        f"({' + '.join(str(part // 100) for part in parts)})"
        for debtor, creditor, minor, parts, _ in chat.pairs()
    ]
    assert told == group["pairs"]
