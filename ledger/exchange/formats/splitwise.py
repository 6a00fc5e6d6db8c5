"""Splitwise's CSV: `Date,Description,Category,Cost,Currency` and a column a person, or two.

A person's cell is the net of the row; with two columns they are what the person paid and owed.
The columns are known by their place and form, as the header is in the exporter's language.
Rows without a cost are the totals, one a currency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.core.money import Currency, is_currency
from ledger.exchange.foreign_book import ForeignBook, Format, Trouble
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.nets import is_unsure, rebuilt
from ledger.exchange.formats.reader import (
    RowTrouble,
    category_word,
    date_of,
    decimal_of,
    is_month_first,
    minor_of,
)
from ledger.exchange.formats.tables import Row, Table

_FIXED: Final = 5
_PAYMENT: Final = frozenset(
    {
        *("payment", "zahlung", "paiement", "pago", "pagamento", "betaling", "maksu", "betalning"),
        *("оплата", "платеж", "платёж", "platba", "płatność", "ödeme", "pembayaran"),
        *("भुगतान", "دفع", "付款", "支払い", "지불"),
    }
)
_AMOUNT: Final = re.compile(r"[-+−]?[\d.,'’\s]*\d")
_REMOVED: Final = "(removed)"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Who stands in which column; with `pairs` each has one for paid and one for owed."""

    people: tuple[int, ...]
    pairs: bool
    month_first: bool


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not Splitwise's. Raises NotReadable."""
    known = next((place for place, (_, row) in enumerate(table.rows[:60]) if _is_entry(row)), 0)
    # The rows between may be entries that can't be read.
    above = (place for place in reversed(range(known)) if _is_header(table.rows[place][1]))
    first = next(above, -1) + 1
    if not first:
        return None
    header = table.rows[first - 1][1]
    gathering = Gathering(Format.SPLITWISE, home)
    names, pairs = _names(header[_FIXED:])
    dates = [row[0] for _, row in table.rows[first:]]
    columns = _Columns(
        tuple(gathering.person(name) for name in names), pairs, is_month_first(dates)
    )
    for number, row in table.rows[first:]:
        try:
            _take(gathering, number, row, columns, comma=table.comma)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _is_entry(row: Row) -> bool:
    if len(row) <= _FIXED or not is_currency(row[4].strip()):
        return False
    try:
        date_of(row[0])
    except RowTrouble:
        return False
    return True


def _is_header(row: Row) -> bool:
    """Tell whether people's names stand behind the fixed columns, and no amounts."""
    return len(row) > _FIXED and not any(map(_AMOUNT.fullmatch, map(str.strip, row[_FIXED:])))


def _names(cells: Sequence[str]) -> tuple[list[str], bool]:
    """Return the people of a header, and whether each of them has two columns."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    stems = [name.rpartition(" ")[::2] for name in names]
    pairs = (
        len(names) % 2 == 0
        and len(names) > 1
        and all(
            one[0] and one[0] == two[0] for one, two in zip(stems[::2], stems[1::2], strict=True)
        )
        and len({stem[1] for stem in stems}) == 2
    )
    found: dict[str, None] = {}
    for name in [stem[0] for stem in stems[::2]] if pairs else names:
        plain = name.removesuffix(_REMOVED).strip() or name or "?"
        count = 1
        while (only := plain if count == 1 else f"{plain} ({count})") in found:
            count += 1
        found[only] = None
    return [*found], pairs


def _take(
    gathering: Gathering, number: int, row: Row, columns: _Columns, *, comma: bool | None
) -> None:
    cells = [cell.strip() for cell in (*row, *[""] * _FIXED)]
    currency = gathering.currency(cells[4])
    wide = 2 if columns.pairs else 1
    if len(row) < _FIXED + wide * len(columns.people):
        raise RowTrouble(Trouble.SUMS)
    minors = [
        minor_of(decimal_of(cell, comma=comma), currency) if cell else 0
        for cell in cells[_FIXED : _FIXED + wide * len(columns.people)]
    ]
    if columns.pairs:
        paid = dict(zip(columns.people, minors[::2], strict=True))
        owed = dict(zip(columns.people, minors[1::2], strict=True))
        nets = {who: paid[who] - owed[who] for who in columns.people}
    else:
        nets = dict(zip(columns.people, minors, strict=True))
    if not cells[3]:
        gathering.totals[currency] = {who: net for who, net in nets.items() if net}
        return
    cost = minor_of(decimal_of(cells[3], comma=comma), currency)
    if not cost or not any(nets.values()):
        gathering.drop(number)
        return
    if not columns.pairs:
        paid, owed = rebuilt(cost, nets)
    gathering.add(
        number,
        on=date_of(cells[0], month_first=columns.month_first),
        description=cells[1],
        currency=currency,
        amount_minor=cost,
        paid=paid,
        owed=owed,
        category=category_word(cells[2]),
        is_payment=_is_payment(cells, nets, cost),
        rebuilt=not columns.pairs and is_unsure(nets, cost),
    )


def _is_payment(cells: Sequence[str], nets: dict[int, int], cost: int) -> bool:
    """Tell whether one handed all of it to one other, and the category says so."""
    moved = sorted(net for net in nets.values() if net)
    return cells[2].casefold() in _PAYMENT and moved == [-abs(cost), abs(cost)]
