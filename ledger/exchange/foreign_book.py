"""A foreign book: what a file of any expense app says, before it is anybody's entries.

People are numbered by their place in `people`; amounts are whole minor units. It is pure, and
written as JSON between the process that reads a file, the waiting room and the book.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from ledger.core.entries import EntryKind
from ledger.core.money import Currency
from ledger.exchange.giving_way import giving_way

Amounts = tuple[tuple[int, int], ...]
"""Places of people, each with minor units."""

MOST_ROWS: Final = 20_000
"""Rows of one file that are read."""
MOST_PEOPLE: Final = 200
"""People of one file."""
MOST_SHARES: Final = 300_000
"""Shares of all entries of a file together."""
MOST_BYTES: Final = 20_000_000
"""Bytes of a file: no more can be fetched from Telegram (Bot API, getFile)."""
MOST_TEXT: Final = 1_000
"""Characters of a description or a note of other apps."""


class Format(StrEnum):
    """Whose file it is."""

    OWN = "All Square"
    SPLITWISE = "Splitwise"
    SPLIIT = "Spliit"
    SPLITPRO = "SplitPro"
    TRICOUNT = "Tricount"
    SETTLE_UP = "Settle Up"
    SPLID = "Splid"
    IHATEMONEY = "IHateMoney"
    COSPEND = "Cospend"


class Trouble(StrEnum):
    """Why a row can't be taken over."""

    DATE = "date"
    AMOUNT = "amount"
    CURRENCY = "currency"
    PAYER = "payer"
    SHARES = "shares"
    SUMS = "sums"
    PEOPLE = "people"


class Unreadable(StrEnum):
    """Why a file can't be read at all."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    PICTURE = "picture"
    OLD_EXCEL = "old_excel"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_PEOPLE = "too_many_people"
    TOO_SLOW = "too_slow"


class NotReadable(Exception):  # noqa: N818 (a file's fault, not the program's)
    """A file can't be read; `row` is the first that can't be, counted from 1, where known."""

    def __init__(self, why: Unreadable, row: int | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.row = row


@dataclass(frozen=True, slots=True)
class ForeignPerson:
    """Somebody in a file; `username` is known of our own files only, without its @."""

    name: str
    username: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class ForeignEntry:
    """An expense, a payment or money that came back.

    `row` is where it stands in the file, from 1. `key` is the same whenever the same entry is
    in a file of its app. Both `paid` and `owed` sum to the amount, and nothing in them is
    negative or 0; of a refund they are who got it and whose parts it is. `rebuilt` tells that
    the file has only what each gets or owes of it, not who paid. `terms` is how it was split,
    as `terms_codec.as_json` says it with people's places for ids, in our own files only.
    """

    row: int
    key: str
    kind: EntryKind
    on: date
    description: str
    currency: Currency
    amount_minor: int
    paid: Amounts
    owed: Amounts
    category: str | None = None
    note: str | None = None
    refund: bool = False
    rebuilt: bool = False
    deleted: bool = False
    terms: Mapping[str, Any] | None = None

    @property
    def nets(self) -> dict[int, int]:
        """What each is owed (+) or owes (-) by it; nothing while it is deleted."""
        nets: dict[int, int] = {}
        if not self.deleted:
            for amounts, sign in ((self.paid, 1), (self.owed, -1)):
                for person, minor in amounts:
                    nets[person] = nets.get(person, 0) + (-sign if self.refund else sign) * minor
        return nets


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that can't be taken over, and why."""

    row: int
    trouble: Trouble
    text: str = ""


@dataclass(frozen=True, slots=True)
class ForeignBook:
    """All that a file says.

    `totals` are the file's own balances, minor units by currency and person's place, where it
    has any. `assumed_currency` tells that it names none, so that the group's was taken;
    `dropped` counts rows that say nothing, such as a settlement of 0.
    """

    format: Format
    people: tuple[ForeignPerson, ...]
    entries: tuple[ForeignEntry, ...]
    problems: tuple[Problem, ...] = ()
    totals: Mapping[Currency, Mapping[int, int]] = field(default_factory=dict)
    assumed_currency: bool = False
    dropped: int = 0

    def nets(self) -> dict[Currency, dict[int, int]]:
        """Return what everybody is owed (+) or owes (-) by all entries together."""
        found: dict[Currency, dict[int, int]] = {}
        for entry in self.entries:
            nets = found.setdefault(entry.currency, {})
            for person, minor in entry.nets.items():
                nets[person] = nets.get(person, 0) + minor
        return found

    def packed(self) -> bytes:
        """Write it down in few bytes; `unpacked` reads it."""
        return zlib.compress(json.dumps(self._as_json(), ensure_ascii=False).encode(), 6)

    def _as_json(self) -> dict[str, Any]:
        return {
            "format": self.format,
            "people": [[one.name, one.username, one.active] for one in self.people],
            "entries": [_entry_as_json(entry) for entry in self.entries],
            "problems": [[one.row, one.trouble, one.text] for one in self.problems],
            "totals": {code: [*nets.items()] for code, nets in self.totals.items()},
            "assumed_currency": self.assumed_currency,
            "dropped": self.dropped,
        }


def unpacked(packed: bytes) -> ForeignBook:
    """Read what `ForeignBook.packed` wrote."""
    found = json.loads(zlib.decompress(packed))
    return ForeignBook(
        format=Format(found["format"]),
        people=tuple(ForeignPerson(*one) for one in found["people"]),
        entries=tuple(map(_entry_from_json, giving_way(found["entries"]))),
        problems=tuple(
            Problem(row, Trouble(trouble), text) for row, trouble, text in found["problems"]
        ),
        totals={Currency(code): dict(nets) for code, nets in found["totals"].items()},
        assumed_currency=found["assumed_currency"],
        dropped=found["dropped"],
    )


def _entry_as_json(entry: ForeignEntry) -> list[Any]:
    flags = (entry.refund, entry.rebuilt, entry.deleted)
    return [
        *(entry.row, entry.key, entry.kind, entry.on.isoformat(), entry.description),
        *(entry.currency, entry.amount_minor, entry.paid, entry.owed),
        *(entry.category, entry.note, [int(flag) for flag in flags], entry.terms),
    ]


def _entry_from_json(found: Sequence[Any]) -> ForeignEntry:
    row, key, kind, on, description, currency, minor, paid, owed, category, note, flags, terms = (
        found
    )
    refund, rebuilt, deleted = map(bool, flags)
    return ForeignEntry(
        row=row,
        key=key,
        kind=EntryKind(kind),
        on=date.fromisoformat(on),
        description=description,
        currency=Currency(currency),
        amount_minor=minor,
        paid=tuple((person, n) for person, n in paid),
        owed=tuple((person, n) for person, n in owed),
        category=category,
        note=note,
        refund=refund,
        rebuilt=rebuilt,
        deleted=deleted,
        terms=terms,
    )
