"""Gathering: what the rows of another app's file come to, entry by entry, within bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.core.bounds import MOST_CELLS, MOST_PAYERS
from ledger.core.entries import EntryKind
from ledger.core.money import Currency
from ledger.exchange.foreign_book import (
    MOST_PEOPLE,
    MOST_ROWS,
    MOST_SHARES,
    Amounts,
    ForeignBook,
    ForeignEntry,
    ForeignPerson,
    Format,
    NotReadable,
    Problem,
    Trouble,
    Unreadable,
)
from ledger.exchange.formats.reader import RowTrouble, content_key, currency_of, divided, plain


@dataclass(slots=True)
class Gathering:
    """A foreign book that is being put together, row by row."""

    format: Format
    home: Currency
    people: dict[str, int] = field(default_factory=dict)
    entries: list[ForeignEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    totals: dict[Currency, dict[int, int]] = field(default_factory=dict)
    assumed_currency: bool = False
    dropped: int = 0
    _keys: dict[str, int] = field(default_factory=dict)
    _shares: int = 0

    def person(self, name: str) -> int:
        """Return the place of a name, a new one where it is new. Raises NotReadable."""
        name = plain(name, 64)
        if not name:
            raise RowTrouble(Trouble.PEOPLE)
        if name not in self.people and len(self.people) >= MOST_PEOPLE:
            raise NotReadable(Unreadable.TOO_MANY_PEOPLE)
        return self.people.setdefault(name, len(self.people))

    def currency(self, written: str) -> Currency:
        """Return the currency of a code or sign, the group's where there is none."""
        if not written.strip():
            self.assumed_currency = True
            return self.home
        return currency_of(written, self.home)

    def trouble(self, row: int, error: RowTrouble) -> None:
        """Note that a row can't be taken over."""
        self._count(row)
        self.problems.append(Problem(row, error.trouble, error.text))

    def add(  # what an entry has
        self,
        row: int,
        *,
        on: date,
        description: str,
        currency: Currency,
        amount_minor: int,
        paid: Mapping[int, int],
        owed: Mapping[int, int],
        category: str | None = None,
        note: str = "",
        is_payment: bool = False,
        rebuilt: bool = False,
        key: str | None = None,
    ) -> None:
        """Add an entry; a negative amount is money that came back. Raises RowTrouble."""
        refund = amount_minor < 0
        if refund:
            amount_minor = -amount_minor
            paid = {who: -minor for who, minor in paid.items()}
            owed = {who: -minor for who, minor in owed.items()}
        if not amount_minor:
            self.drop(row)
            return
        payers, owers = _amounts(paid), _amounts(owed)
        for amounts in (payers, owers):
            if any(minor < 0 for _, minor in amounts) or sum(n for _, n in amounts) != amount_minor:
                raise RowTrouble(Trouble.SUMS)
        if len(payers) > MOST_PAYERS or len(payers) * len(owers) > MOST_CELLS:
            raise RowTrouble(Trouble.PEOPLE)
        if is_payment:
            if [len(payers), len(owers)] != [1, 1] or payers[0][0] == owers[0][0]:
                raise RowTrouble(Trouble.SHARES)
            if refund:
                payers, owers, refund = owers, payers, False
        self._count(row, len(payers) + len(owers))
        names = [*self.people]
        content = content_key(
            *(on, description, currency, amount_minor, refund),
            *sorted((names[who], n) for who, n in payers),
            *sorted((names[who], n) for who, n in owers),
        )
        self.entries.append(
            ForeignEntry(
                row=row,
                key=self._only(key or content),
                kind=EntryKind.PAYMENT if is_payment else EntryKind.EXPENSE,
                on=on,
                description="" if is_payment else plain(description),
                currency=currency,
                amount_minor=amount_minor,
                paid=payers,
                owed=owers,
                category=None if is_payment else category,
                note=plain(note) or (plain(description) or None if is_payment else None),
                refund=refund,
                rebuilt=rebuilt,
            )
        )

    def add_of_kind(
        self,
        row: int,
        *,
        is_transfer: bool,
        is_income: bool,
        amount_minor: int,
        paid: Mapping[int, int],
        owed: Mapping[int, int],
        category: str | None = None,
        rebuilt: bool = False,
        **more: Any,
    ) -> None:
        """Add an entry of an app that has kinds; `more` is as in `add`. Raises RowTrouble.

        A transfer of one is a payment to each who received some; income is money that came back.
        """
        if is_transfer and len(paid) == 1:
            (payer,) = paid
            self.hand_over(row, payer, owed, **more)
            return
        sign = -1 if is_income and amount_minor > 0 else 1
        self.add(
            row,
            amount_minor=sign * amount_minor,
            paid={who: sign * minor for who, minor in paid.items()},
            owed={who: sign * minor for who, minor in owed.items()},
            category=category,
            rebuilt=rebuilt,
            **more,
        )

    def add_weighted(
        self,
        row: int,
        *,
        payer: str,
        names: Sequence[str],
        weights: Mapping[str, Decimal],
        amount_minor: int,
        is_payment: bool,
        category: str | None = None,
        **more: Any,
    ) -> None:
        """Add what one person paid for some, who share it by their weights: 1 where none is known.

        A payment goes to each of them; `more` is as in `add`. Raises RowTrouble.
        """
        if not names:
            raise RowTrouble(Trouble.SHARES)
        paying = self.person(payer)
        owed = divided(
            amount_minor, {self.person(name): weights.get(name, Decimal(1)) for name in names}
        )
        if is_payment:
            self.hand_over(row, paying, owed, **more)
            return
        self.add(
            row,
            amount_minor=amount_minor,
            paid={paying: amount_minor},
            owed=owed,
            category=category,
            **more,
        )

    def hand_over(self, row: int, payer: int, received: Mapping[int, int], **more: Any) -> None:
        """Add payments of one to each who received some; negative ones the other way round.

        `more` is as in `add`. Raises RowTrouble.
        """
        received = {who: minor for who, minor in received.items() if minor and who != payer}
        if not received:
            self.drop(row)
        key = more.pop("key", None)
        more["category"] = None
        for place, (who, minor) in enumerate(received.items()):
            self.add(
                row,
                amount_minor=minor,
                paid={payer: minor},
                owed={who: minor},
                is_payment=True,
                key=f"{key}.{place}" if key and place else key,
                **more,
            )

    def drop(self, row: int) -> None:
        """Pass over a row that says nothing."""
        self._count(row)
        self.dropped += 1

    def _only(self, key: str) -> str:
        """Return a key that no entry before has: the second cup of the same coffee is another."""
        self._keys[key] = self._keys.get(key, 0) + 1
        return key if self._keys[key] == 1 else f"{key}/{self._keys[key]}"

    def _count(self, row: int, shares: int = 0) -> None:
        self._shares += shares
        done = len(self.entries) + len(self.problems) + self.dropped
        if done >= MOST_ROWS or self._shares > MOST_SHARES:
            raise NotReadable(Unreadable.TOO_MANY_ROWS, row)

    def book(self) -> ForeignBook:
        """Return all of it. Raises NotReadable where there is nothing in it."""
        if not self.entries:
            first = self.problems[0].row if self.problems else None
            raise NotReadable(Unreadable.BROKEN if first else Unreadable.EMPTY, first)
        return ForeignBook(
            format=self.format,
            people=tuple(map(ForeignPerson, self.people)),
            entries=tuple(self.entries),
            problems=tuple(self.problems),
            totals=self.totals,
            assumed_currency=self.assumed_currency,
            dropped=self.dropped,
        )


def _amounts(by_person: Mapping[int, int]) -> Amounts:
    return tuple((who, minor) for who, minor in sorted(by_person.items()) if minor)
