"""A book as JSON: everything that `formats.own_json` needs to bring it back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ledger.core.entries import EntryKind
from ledger.core.money import Currency, Money, exact
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry
from ledger.exchange.formats.own import REFUND
from ledger.exchange.formats.own_json import FORMAT, VERSION
from ledger.exchange.giving_way import giving_way


def write(book: ForeignBook, title: str, home: Currency) -> bytes:
    """Return a book as a JSON document, an entry a line, UTF-8."""
    head = {"format": FORMAT, "version": VERSION, "title": title, "currency": home}
    parts = [
        *(f"{_written(name)}: {_written(value)}" for name, value in head.items()),
        f'"people": [\n{_lines(_person(book, place) for place in range(len(book.people)))}\n]',
        f'"balances": [\n{_lines(_balances(book))}\n]',
        f'"entries": [\n{_lines(map(_entry, giving_way(book.entries)))}\n]',
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "replace")


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(values: Iterable[object]) -> str:
    return ",\n".join(map(_written, values))


def _person(book: ForeignBook, place: int) -> dict[str, Any]:
    one = book.people[place]
    return {
        "name": one.name,
        **({"username": one.username} if one.username else {}),
        **({} if one.active else {"active": False}),
    }


def _balances(book: ForeignBook) -> list[dict[str, Any]]:
    return [
        {
            "currency": currency,
            "nets": [[who, exact(Money(net, currency))] for who, net in sorted(nets.items())],
        }
        for currency, nets in sorted(book.totals.items())
    ]


def type_of(entry: ForeignEntry) -> str:
    """Return an entry's type: expense, payment or refund."""
    return REFUND if entry.refund else EntryKind(entry.kind).value


def _entry(entry: ForeignEntry) -> dict[str, Any]:
    def amounts(told: Iterable[tuple[int, int]]) -> list[list[Any]]:
        return [[who, exact(Money(minor, entry.currency))] for who, minor in told]

    return {
        "id": entry.key,
        "number": entry.row,
        "type": type_of(entry),
        "date": entry.on.isoformat(),
        "description": entry.description,
        "category": entry.category,
        "note": entry.note,
        "currency": entry.currency,
        "amount": exact(Money(entry.amount_minor, entry.currency)),
        "paid": amounts(entry.paid),
        "owed": amounts(entry.owed),
        **({"split": entry.terms} if entry.terms else {}),
        **({"deleted": True} if entry.deleted else {}),
    }
