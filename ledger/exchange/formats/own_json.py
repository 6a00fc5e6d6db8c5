"""Our own JSON document, as /export writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ledger.core.money import Currency, is_currency
from ledger.exchange.foreign_book import (
    MOST_PEOPLE,
    MOST_ROWS,
    ForeignBook,
    ForeignEntry,
    ForeignPerson,
    Format,
    NotReadable,
    Problem,
    Trouble,
    Unreadable,
)
from ledger.exchange.formats.own import Fields, decimal_written, entry_of
from ledger.exchange.formats.reader import RowTrouble, kept_text, minor_of

FORMAT: Final = "all-square-book"
VERSION: Final = 1
_MOST_MEMBERS: Final = 5 * MOST_PEOPLE


def read(found: Any, home: Currency) -> ForeignBook | None:
    """Return what the document says; None where it is not ours. Raises NotReadable."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        return None
    people, listed = found.get("people"), found.get("entries")
    if found.get("version") != VERSION or not isinstance(people, list):
        raise NotReadable(Unreadable.BROKEN)
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in (*people, *listed)):
        raise NotReadable(Unreadable.BROKEN)
    if len(listed) > MOST_ROWS:
        raise NotReadable(Unreadable.TOO_MANY_ROWS)
    if len(people) > _MOST_MEMBERS:
        raise NotReadable(Unreadable.TOO_MANY_PEOPLE)
    entries: list[ForeignEntry] = []
    problems: list[Problem] = []
    for place, one in enumerate(listed, 1):
        try:
            entries.append(entry_of(place, _fields(one), len(people)))
        except RowTrouble as error:
            problems.append(Problem(place, error.trouble, error.text))
    if not people:
        raise NotReadable(Unreadable.EMPTY)
    return ForeignBook(
        format=Format.OWN,
        people=tuple(map(_person, people)),
        entries=tuple(entries),
        problems=tuple(problems),
        totals=_totals(found.get("balances"), len(people)),
    )


def _person(one: Mapping[str, Any]) -> ForeignPerson:
    username = one.get("username")
    return ForeignPerson(
        kept_text(str(one.get("name") or "?"))[:128],
        kept_text(username)[:64] if isinstance(username, str) else None,
        one.get("active") is not False,
    )


def _fields(one: Mapping[str, Any]) -> Fields:
    pairs = []
    for name in ("paid", "owed"):
        listed = one.get(name)
        if not isinstance(listed, list) or not all(
            isinstance(pair, list) and len(pair) == 2 for pair in listed
        ):
            raise RowTrouble(Trouble.SHARES)
        pairs.append([(who, amount) for who, amount in listed])
    return Fields(
        id=one.get("id"),
        type=one.get("type"),
        date=one.get("date"),
        description=one.get("description"),
        category=one.get("category"),
        note=one.get("note"),
        currency=one.get("currency"),
        amount=one.get("amount"),
        paid=pairs[0],
        owed=pairs[1],
        split=one.get("split"),
        deleted=one.get("deleted") is True,
    )


def _totals(found: Any, people: int) -> dict[Currency, dict[int, int]]:
    totals: dict[Currency, dict[int, int]] = {}
    for one in found if isinstance(found, list) else ():
        try:
            code = str(one["currency"])
            if not is_currency(code):
                continue
            currency = Currency(code)
            totals[currency] = {
                int(who): minor_of(decimal_written(net), currency)
                for who, net in one["nets"]
                if 0 <= int(who) < people
            }
        except (RowTrouble, KeyError, TypeError, ValueError):
            continue
    return totals
