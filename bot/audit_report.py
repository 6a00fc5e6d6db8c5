"""What `main.py audit` says: findings, and updates set aside, in plain words.

For whoever runs the bot, so in English like the logs; never what people wrote.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

from bot.intake.inbox import SetAside
from ledger.core.money import Money, exact
from ledger.schedules.deliveries import Failed
from ledger.schedules.news import Untold
from ledger.upkeep.audit import Finding, FindingKind


def finding_line(finding: Finding) -> str:
    """Return one finding as a line."""
    stored, derived = finding.stored, finding.derived
    match finding.kind:
        case FindingKind.NET:
            (member,) = finding.members
            what = (
                f"member {member}'s balance is stored as {_money(finding, stored)}, "
                f"but the entries give {_money(finding, derived)}"
            )
        case FindingKind.PAIR:
            debtor, creditor = finding.members
            what = (
                f"what member {debtor} owes member {creditor} is stored as "
                f"{_owed(finding, stored)}, but the entries give {_owed(finding, derived)}"
            )
        case FindingKind.BASELINE:
            what = (
                f"in {finding.currency} everybody was last square after change {stored} as "
                f"stored, but after change {derived} by the entries (0: never)"
            )
        case FindingKind.COUNTS:
            what = f"(entries, changes) are counted as {stored}, but there are {derived}"
        case FindingKind.ENTRY:
            what = (
                f"entry {finding.where} can't be relied on: its sums or revisions are "
                f"{stored}, where they should be {derived}"
            )
    return f"Group {finding.group}: {what}."


def _money(finding: Finding, minor: Any) -> str:
    assert finding.currency is not None
    return f"{exact(Money(minor, finding.currency))} {finding.currency}"


def _owed(finding: Finding, owed: Any) -> str:
    expenses, payments = (_money(finding, minor) for minor in owed[:2])
    parts = counted(owed.parts, "entry", "entries")
    return f"{expenses} by expenses and {payments} by payments in {parts}"


def aside_line(row: SetAside, now: datetime) -> str:
    """Return one update that was set aside as a line: reference, kind, error and age."""
    kind = next((name for name in _payload(row) if name != "update_id"), "update")
    error = re.match(r"\w+", row.reason)
    return (
        f"{row.reference}: a {kind.replace('_', ' ')} met "
        f"{error[0] if error else 'an error'} {_age(now - row.received_at)} ago"
        f" (update {row.update_id})."
    )


def posting_reference(failed: Failed) -> str:
    """Return by which name a posting that met a bug is dealt with."""
    return f"posting-{failed.id}"


def failed_line(failed: Failed, now: datetime) -> str:
    """Return one posting that met a bug as a line: reference, for whom, and age."""
    for_whom = "a person" if failed.group_id is None else f"group {failed.group_id}"
    return (
        f"{posting_reference(failed)}: a posting for {for_whom}, due "
        f"{_age(now - failed.due_at)} ago, met an error."
    )


def news_reference(untold: Untold) -> str:
    """Return by which name a change that was not told is dealt with."""
    return f"news-{untold.id}"


def untold_line(untold: Untold, now: datetime) -> str:
    """Return one change that was not told as a line: reference, for whom, and age."""
    return (
        f"{news_reference(untold)}: telling group {untold.group_id} of a change, made "
        f"{_age(now - untold.made_at)} ago, met an error."
    )


def _payload(row: SetAside) -> dict[str, Any]:
    found = json.loads(row.payload)
    return found if isinstance(found, dict) else {}


def _age(span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return "less than a minute"


def counted(number: int, one: str, many: str) -> str:
    """Return "no findings", "1 finding", "3 findings"."""
    return f"{number or 'no'} {one if number == 1 else many}"
