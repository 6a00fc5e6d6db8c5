"""The context of writing: what a line means beyond its words, kept for every later edit of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ledger.core.members import MemberId
from ledger.core.money import Currency


@dataclass(frozen=True, slots=True)
class WritingContext:
    """The group as it was when a line was sent.

    `currency` is its home currency, `timezone` an IANA name, `on` the local date there, and
    `everyone` the members who were active, so whom `all` means.
    """

    currency: Currency
    timezone: str
    on: date
    everyone: tuple[MemberId, ...]

    def written(self) -> str:
        """Write it down; `read_context` reads it."""
        return json.dumps(
            [self.currency, self.timezone, self.on.isoformat(), list(self.everyone)],
            separators=(",", ":"),
        )


def read_context(written: str) -> WritingContext:
    """Read what `WritingContext.written` wrote."""
    currency, timezone, on, everyone = json.loads(written)
    return WritingContext(
        Currency(currency),
        timezone,
        date.fromisoformat(on),
        tuple(MemberId(member) for member in everyone),
    )
