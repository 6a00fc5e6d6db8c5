"""How long the plan takes, and how short it is, beside ihatemoney's solver `debts`."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sized
from decimal import Decimal

import debts

from benchmarks.table import Row, verdict
from ledger.core.members import MemberId
from ledger.core.settling import plan

PEOPLE = (5, 10, 15, 20, 50, 500)
BOOKS = 20
"""How many random books are settled for each number of people."""
REPEATS = 3
"""How often each is timed; the best counts, which leaves out what else the machine did."""
EXACT_PEOPLE = 20
EXACT_MILLISECONDS = 100.0

NOTE = (
    f"Plans: {BOOKS} random books each, everybody's balance open; the time is the slowest "
    "book's, the payments are those of all the books together. `debts` is the solver of "
    "ihatemoney. Odd amounts are any number of paise up to ₹10,000, where few people cancel "
    "out; round ones are hundreds of rupees, where many do."
)


def measure() -> list[Row]:
    """Return a row for each number of people and kind of amounts."""
    return [
        _row(people, kind, step)
        for people in PEOPLE
        for kind, step in (("odd", 1), ("round", 10_000))
    ]


def balances(people: int, step: int, seed: int) -> dict[MemberId, int]:
    """Return balances in minor units, multiples of `step`, none zero, that sum to zero."""
    chance = random.Random(f"{people} {step} {seed}")
    while True:
        nets = [
            chance.choice((-1, 1)) * chance.randint(1, 1_000_000 // step) * step
            for _ in range(people - 1)
        ]
        nets.append(-sum(nets))
        if nets[-1]:
            return {MemberId(index): net for index, net in enumerate(nets, start=1)}


def _row(people: int, kind: str, step: int) -> Row:
    ours_ms = theirs_ms = 0.0
    ours_payments = theirs_payments = longer = 0
    for seed in range(BOOKS):
        nets = balances(people, step, seed)
        elapsed, ours = _timed(plan, nets)
        ours_ms = max(ours_ms, elapsed)
        elapsed, theirs = _timed(_debts, nets)
        theirs_ms = max(theirs_ms, elapsed)
        ours_payments += ours
        theirs_payments += theirs
        longer += ours > theirs
    met = not longer and (people > EXACT_PEOPLE or ours_ms <= EXACT_MILLISECONDS)
    wanted = "never more payments"
    if people == EXACT_PEOPLE:
        wanted += f", ≤ {EXACT_MILLISECONDS:.0f} ms"
    return Row(
        "The plan",
        f"{people} people, {kind} amounts",
        f"{ours_ms:.2f} ms, {ours_payments} payments",
        f"debts: {theirs_ms:.2f} ms, {theirs_payments} payments",
        verdict(f"{ours_payments - theirs_payments:+d} payments", met),
        wanted,
    )


def _debts(nets: Mapping[MemberId, int]) -> Sized:
    settled: Sized = debts.settle([(who, Decimal(net) / 100) for who, net in nets.items()])
    return settled


def _timed(
    solve: Callable[[Mapping[MemberId, int]], Sized], nets: Mapping[MemberId, int]
) -> tuple[float, int]:
    """Return the best time in milliseconds and how many payments came out."""
    best = float("inf")
    payments = 0
    for _ in range(REPEATS):
        began = time.perf_counter()
        payments = len(solve(nets))
        best = min(best, (time.perf_counter() - began) * 1000)
    return best, payments
