"""What is shown of a file before anything of it is written, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.core.entries import EntryKind
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry, ForeignPerson, Format, Problem
from ledger.exchange.formats.reader import content_key


@dataclass(frozen=True, slots=True)
class Summary:
    """A file in numbers.

    Counts are of the entries that are new here; `known` are here already, and `changed` of
    those say something else by now in the file, which is left alone. `nets` and the file's own
    `totals` are of all entries, minor units by currency and person's place.
    """

    format: Format
    people: tuple[ForeignPerson, ...]
    expenses: int
    payments: int
    refunds: int
    deleted: int
    known: int
    changed: int
    rebuilt: int
    first: date | None
    last: date | None
    nets: Mapping[Currency, Mapping[int, int]]
    totals: Mapping[Currency, Mapping[int, int]]
    problems: tuple[Problem, ...]
    assumed_currency: bool
    dropped: int

    @property
    def new(self) -> int:
        """How many entries would be written."""
        return self.expenses + self.payments + self.refunds

    @property
    def differences(self) -> dict[Currency, dict[int, int]]:
        """What the file's own totals say where they differ from the sums of its entries."""
        found: dict[Currency, dict[int, int]] = {}
        for currency, totals in self.totals.items():
            nets = self.nets.get(currency, {})
            off = {
                who: totals.get(who, 0)
                for who in sorted({*totals, *nets})
                if totals.get(who, 0) != nets.get(who, 0)
            }
            if off:
                found[currency] = off
        return found


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that waits for a yes: its numbers, and who each of its people is here."""

    import_id: int
    summary: Summary
    members: tuple[MemberId | None, ...]
    roster: Roster


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has come to: entries written, or taken back where it is `undone`.

    `first` and `last` are the entries' numbers, 0 where they are not known any more.
    """

    import_id: int
    format: Format
    entries: int
    first: int = 0
    last: int = 0
    undone: bool = False


def content_of(entry: ForeignEntry, people: tuple[ForeignPerson, ...]) -> str:
    """Return a digest of what an entry says, whatever the order of people in its file."""
    return content_key(
        *(entry.kind, entry.on, entry.description, entry.currency, entry.amount_minor),
        *(entry.refund, entry.deleted),
        *sorted((people[who].name, minor) for who, minor in entry.paid),
        *sorted((people[who].name, minor) for who, minor in entry.owed),
    )


def fresh(book: ForeignBook, known: Collection[str]) -> tuple[ForeignEntry, ...]:
    """Return the entries of a file that are not here yet."""
    return tuple(entry for entry in book.entries if entry.key not in known)


def summed_up(book: ForeignBook, known: Mapping[str, str]) -> Summary:
    """Return a file in numbers; `known` are the keys that are here, with contents' digests.

    An empty digest is of an entry that was written here in the first place.
    """
    new = fresh(book, known)
    days = [entry.on for entry in new]
    return Summary(
        format=book.format,
        people=book.people,
        expenses=sum(e.kind is EntryKind.EXPENSE and not e.refund for e in new),
        payments=sum(e.kind is EntryKind.PAYMENT for e in new),
        refunds=sum(e.refund for e in new),
        deleted=sum(e.deleted for e in new),
        known=len(book.entries) - len(new),
        changed=sum(
            bool(known.get(e.key)) and known[e.key] != content_of(e, book.people)
            for e in book.entries
        ),
        rebuilt=sum(e.rebuilt for e in new),
        first=min(days, default=None),
        last=max(days, default=None),
        nets=book.nets(),
        totals=book.totals,
        problems=book.problems,
        assumed_currency=book.assumed_currency,
        dropped=book.dropped,
    )
