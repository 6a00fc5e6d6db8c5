"""The cases with known answers, on the pure core alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ledger.core.balances import AtBaseline, Change, derive, netted
from ledger.core.entries import Contents
from ledger.core.gross_view import gross
from ledger.core.members import MemberId
from ledger.core.pair_breakdown import newest_parts
from ledger.core.settling import Payment, plan
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.splitting import divide
from tests.ledger.core.writing import INR, apply, expense, payment

GOLDEN = Path(__file__).parents[2] / "golden"


def golden(name: str) -> Any:
    return json.loads((GOLDEN / name).read_text(encoding="utf-8"))


def minor(amount: str) -> int:
    return int(Decimal(amount) * 100)


@pytest.mark.parametrize("case", golden("plans.json"), ids=lambda case: str(case["nets"]))
def test_fewest_payments(case: Mapping[str, Any]) -> None:
    nets = {MemberId(number): net for number, net in enumerate(case["nets"], 1)}
    payments = plan(nets)
    assert len(payments) == case["fewest"]
    for made in payments:
        nets[made.payer] += made.minor
        nets[made.payee] -= made.minor
    assert not any(nets.values())


def read(line: Mapping[str, Any], number: int, members: Mapping[str, MemberId]) -> Contents:
    """An expense of the golden files, split by the one rule."""
    amount = minor(line["amount"])
    parts: dict[MemberId, Part]
    match line["split_type"].upper():
        case "EQUAL":
            parts = dict.fromkeys(members.values(), EQUAL_PART)
        case "EXACT":
            parts = {
                members[name]: Part(PartKind.EXACT, minor(share))
                for name, share in line["shares"].items()
            }
        case "PERCENTAGE":
            parts = {
                members[name]: Part(PartKind.PERCENT, percent * 10_000)
                for name, percent in line["percentages"].items()
            }
    owed = divide(amount, parts, number, INR)
    if "shares" in line:
        assert owed == {members[name]: minor(share) for name, share in line["shares"].items()}
    return expense({members[line["payer"]]: amount}, owed)


def test_the_goa_trip() -> None:
    trip = golden("goa-trip.json")
    members = {name: MemberId(number) for number, name in enumerate(trip["members"], 1)}

    def told(lines: list[tuple[str, str, str]]) -> tuple[Payment, ...]:
        payments = (Payment(members[one], members[two], minor(much)) for one, two, much in lines)
        return tuple(payments)

    books = derive(
        Change(number, number, None, read(line, number, members))
        for number, line in enumerate(trip["expenses"], 1)
    )
    assert plan(books[INR].nets) == told(trip["simplified"])

    alice = gross(books[INR].pairs, members["Alice Johnson"])
    expected = trip["view_of_alice"]
    for lines, people in ((alice.owes, "owes"), (alice.owed_by, "owed_by")):
        assert dict(lines) == {
            members[name]: minor(much) for name, much in expected[people].items()
        }
    assert alice.total_owes_minor == minor(expected["total_owes"])
    assert alice.total_owed_minor == minor(expected["total_owed_by"])
    assert alice.net_minor == minor(expected["net"])
    assert alice.paid == alice.received == ()

    payer, payee, much = trip["payment"]
    made = payment(members[payer], members[payee], minor(much))
    books = apply(books, Change(4, 4, None, made))
    assert plan(books[INR].nets) == told(trip["simplified_after_payment"])
    alice = gross(books[INR].pairs, members["Alice Johnson"])
    assert alice.received == ((members[payer], minor(much)),)
    assert alice.net_minor == minor(expected["net"]) - minor(much)


def test_electricity() -> None:
    group = golden("electricity.json")
    members = {name: MemberId(number) for number, name in enumerate(group["members"], 1)}
    names = {member: name for name, member in members.items()}
    said = [read(line, number, members) for number, line in enumerate(group["expenses"], 1)]
    books = derive(
        Change(number, number, None, contents) for number, contents in enumerate(said, 1)
    )
    newest_first: list[tuple[AtBaseline, Contents | None]] = [
        ({}, contents) for contents in reversed(said)
    ]
    parts = newest_parts({INR: books[INR].pairs}, newest_first)[INR]
    lines = [
        f"{names[debtor]} owes {names[creditor]} {owed // 100}"
        f" ({' + '.join(str(part // 100) for part in parts[debtor, creditor].newest)})"
        for (debtor, creditor), owed in netted(books[INR].pairs).items()
    ]
    assert lines == group["pairs"]
