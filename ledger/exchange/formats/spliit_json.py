"""Spliit's JSON: expenses with who paid, for whom, and by which shares.

Amounts are minor units: of the currency where it has a code, else hundredths.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ledger.core.money import Currency, exponent, is_currency
from ledger.exchange.foreign_book import (
    ForeignBook,
    Format,
    NotReadable,
    Trouble,
    Unreadable,
)
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.reader import (
    RowTrouble,
    category_word,
    date_of,
    divided,
    minor_of,
)

_EVENLY: Final = "EVENLY"
_BY_AMOUNT: Final = "BY_AMOUNT"


def read(found: Any, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not Spliit's. Raises NotReadable."""
    if not isinstance(found, dict) or not {"expenses", "participants"} <= found.keys():
        return None
    expenses, people = found["expenses"], found["participants"]
    if not isinstance(expenses, list) or not isinstance(people, list):
        return None
    gathering = Gathering(Format.SPLIIT, home)
    try:
        names = {str(one["id"]): gathering.person(str(one["name"])) for one in people}
    except (RowTrouble, KeyError, TypeError):
        raise NotReadable(Unreadable.BROKEN) from None
    code = str(found.get("currencyCode") or "")
    currency = _currency(gathering, code, str(found.get("currency") or ""))
    scale = Decimal(10) ** -(exponent(currency) if is_currency(code.upper()) else 2)
    for number, one in enumerate(expenses, 1):
        try:
            _take(gathering, number, one, names, currency, scale)
        except RowTrouble as error:
            gathering.trouble(number, error)
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError):
            gathering.trouble(number, RowTrouble(Trouble.SHARES))
    return gathering.book()


def _currency(gathering: Gathering, code: str, sign: str) -> Currency:
    try:
        return gathering.currency(code or sign)
    except RowTrouble:  # Spliit lets people call a currency anything.
        return gathering.currency("")


def _take(
    gathering: Gathering,
    number: int,
    one: dict[str, Any],
    names: dict[str, int],
    currency: Currency,
    scale: Decimal,
) -> None:
    payer = names.get(str(one.get("paidById")))
    if payer is None:
        raise RowTrouble(Trouble.PAYER)
    amount = minor_of(Decimal(str(one["amount"])) * scale, currency)
    weights = {names[str(p["participantId"])]: Decimal(str(p["shares"])) for p in one["paidFor"]}
    mode = one.get("splitMode")
    if mode == _BY_AMOUNT:
        owed = {who: minor_of(n * scale, currency) for who, n in weights.items()}
    else:
        even = dict.fromkeys(weights, Decimal(1))
        owed = divided(amount, even if mode == _EVENLY else weights)
    category = one.get("category") or {}
    said: dict[str, Any] = {
        "on": date_of(str(one["expenseDate"])),
        "description": str(one.get("title") or ""),
        "currency": currency,
        "category": category_word(str(category.get("name") or "")),
        "note": str(one.get("notes") or ""),
        "key": str(one["id"])[:64],
    }
    if one.get("isReimbursement"):
        gathering.hand_over(number, payer, owed, **said)
    else:
        gathering.add(number, amount_minor=amount, paid={payer: amount}, owed=owed, **said)
