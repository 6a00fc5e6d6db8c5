"""Templates: an expense with everybody looked up, kept to be recorded again and again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ledger.core import terms_codec
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.split_terms import SplitTerms
from ledger.core.writing_context import WritingContext, read_context


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What a recurring expense says, with members' ids as of when it was made.

    `written` is the context of its line and `start` the first day that its rule was read with;
    both are None where an earlier version kept neither. `brought` are the placeholders that it
    made.
    """

    amount: Money
    description: str
    category: str | None
    note: str | None
    terms: SplitTerms
    brought: tuple[MemberId, ...] = ()
    context: WritingContext | None = None
    start: date | None = None

    @property
    def people(self) -> tuple[MemberId, ...]:
        """Everybody whom it can't do without: those named, and those who pay."""
        return self.terms.people

    def written(self) -> str:
        """Write it down; `read_kept` reads it, and so does the version before."""
        return json.dumps(
            {
                "minor": self.amount.minor,
                "currency": self.amount.currency,
                "description": self.description,
                "category": self.category,
                "note": self.note,
                "brought": list(self.brought),
                "context": None if self.context is None else self.context.written(),
                "start": None if self.start is None else self.start.isoformat(),
                **terms_codec.as_json(self.terms),
            },
            ensure_ascii=False,
        )


def read_kept(written: str) -> KeptLine:
    """Read what `KeptLine.written` wrote."""
    read = json.loads(written)
    context, start = read.get("context"), read.get("start")
    return KeptLine(
        amount=Money(read["minor"], Currency(read["currency"])),
        description=read["description"],
        category=read["category"],
        note=read["note"],
        terms=terms_codec.from_json(read),
        brought=tuple(MemberId(who) for who in read["brought"]),
        context=None if context is None else read_context(context),
        start=None if start is None else date.fromisoformat(start),
    )
