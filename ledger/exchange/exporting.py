"""Exporting: a group's book as a foreign book, to be written as a document."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.book.open_book import Book
from ledger.core import terms_codec
from ledger.core.entries import Entry, EntryKind
from ledger.core.members import MemberId, MemberKind
from ledger.core.merged_terms import after_merge
from ledger.core.money import Currency
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry, ForeignPerson, Format
from ledger.exchange.proposing import own_key
from ledger.storage import entry_rows, import_rows, running_balances

PIECE = 500
"""Entries read in one transaction."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A book without its entries: how many there are, and everybody by their ids.

    `changes` tells whether the book is still the same.
    """

    title: str
    home: Currency
    entries: int
    changes: int
    members: tuple[MemberId, ...]
    people: tuple[ForeignPerson, ...]
    nets: dict[Currency, dict[int, int]]


def outline(book: Book) -> Outline:
    """Return what a document says besides the entries."""
    members = tuple(member.id for member in book.roster)
    places = {member: place for place, member in enumerate(members)}
    nets = running_balances.all_nets(book.tx.connection, book.group.id)
    return Outline(
        title=book.group.title,
        home=book.group.currency,
        entries=book.group.entries,
        changes=book.changes,
        members=members,
        people=tuple(
            ForeignPerson(
                member.first_name
                if member.kind is not MemberKind.USER or not member.last_name
                else f"{member.first_name} {member.last_name}",
                member.username,
                member.active,
            )
            for member in book.roster
        ),
        nets={
            currency: {places[member]: net for member, net in of.items()}
            for currency, of in nets.items()
        },
    )


def piece(book: Book, outlined: Outline, first: int) -> tuple[ForeignEntry, ...] | None:
    """Return some entries from a number on; None where the book has changed meanwhile."""
    if book.changes != outlined.changes:
        return None
    connection = book.tx.connection
    last = min(outlined.entries, first + PIECE - 1)
    found = entry_rows.numbered(connection, book.group.id, first, last)
    keys = import_rows.keys_of(connection, [entry.id for entry in found])
    places = {member: place for place, member in enumerate(outlined.members)}
    # Terms may name those who were merged away, though no share is theirs.
    places |= {gone: places[stays] for gone, stays in book.people.merged.items()}
    return tuple(_told(book.as_now(entry), keys.get(entry.id), places) for entry in reversed(found))


def _told(entry: Entry, key: str | None, places: dict[MemberId, int]) -> ForeignEntry:
    contents = entry.contents
    is_payment = contents.kind is EntryKind.PAYMENT
    became = {member: MemberId(place) for member, place in places.items()}
    terms = after_merge(contents.split, became, contents.shares)
    return ForeignEntry(
        row=entry.number,
        key=key or own_key(entry.source),
        kind=contents.kind,
        on=contents.on,
        description=contents.description,
        currency=contents.currency,
        amount_minor=contents.amount_minor,
        paid=tuple(sorted((places[s.member], s.paid_minor) for s in contents.told if s.paid_minor)),
        owed=tuple(sorted((places[s.member], s.owed_minor) for s in contents.told if s.owed_minor)),
        category=contents.category,
        note=contents.note,
        refund=contents.is_refund,
        deleted=entry.deleted,
        terms=None if is_payment else terms_codec.as_json(terms),
    )


def whole(outlined: Outline, entries: tuple[ForeignEntry, ...]) -> ForeignBook:
    """Return a book put together."""
    return ForeignBook(Format.OWN, outlined.people, entries, totals=outlined.nets)
