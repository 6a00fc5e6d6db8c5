"""SplitPro's JSON backup: users, and expenses with each participant's net in minor units.

Expenses of all groups of the exporter stand in one list.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ledger.core.money import Currency, exponent
from ledger.exchange.foreign_book import ForeignBook, Format, NotReadable, Trouble, Unreadable
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.reader import (
    RowTrouble,
    category_word,
    date_of,
    minor_of,
)

_SETTLEMENT: Final = "SETTLEMENT"


def read(found: Any, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not SplitPro's. Raises NotReadable."""
    if not isinstance(found, dict) or not {"version", "users", "expenses"} <= found.keys():
        return None
    users, expenses = found["users"], found["expenses"]
    if not isinstance(users, list) or not isinstance(expenses, list):
        return None
    gathering = Gathering(Format.SPLITPRO, home)
    people: dict[str, int] = {}
    try:
        for user in users:
            name = str(user.get("name") or user.get("email") or "?")
            only = name if name not in gathering.people else f"{name} ({user['id']})"
            people[str(user["id"])] = gathering.person(only)
    except (RowTrouble, KeyError, TypeError, AttributeError):
        raise NotReadable(Unreadable.BROKEN) from None
    for number, one in enumerate(expenses, 1):
        try:
            _take(gathering, number, one, people)
        except RowTrouble as error:
            gathering.trouble(number, error)
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError):
            gathering.trouble(number, RowTrouble(Trouble.SHARES))
    return gathering.book()


def _take(gathering: Gathering, number: int, one: dict[str, Any], people: dict[str, int]) -> None:
    if one.get("deletedAt"):
        gathering.drop(number)
        return
    currency = gathering.currency(str(one.get("currency") or ""))

    def minor(written: Any) -> int:
        return minor_of(Decimal(str(written)).scaleb(-exponent(currency)), currency)

    payer = people.get(str(one.get("paidByUserId")))
    if payer is None:
        raise RowTrouble(Trouble.PAYER)
    amount = minor(one["amount"])
    told = {people[str(p["userId"])]: minor(p["amount"]) for p in one["participants"]}
    if sum(told.values()):  # The parts themselves, as older backups had them.
        owed = {who: abs(part) if amount > 0 else -abs(part) for who, part in told.items()}
    else:
        # Whoever paid is known, so nothing is left to be guessed.
        owed = {who: (amount if who == payer else 0) - net for who, net in told.items()}
    said: dict[str, Any] = {
        "on": date_of(str(one["expenseDate"])),
        "description": str(one.get("name") or ""),
        "currency": currency,
        "key": str(one["id"])[:64],
    }
    if one.get("splitType") == _SETTLEMENT:
        gathering.hand_over(number, payer, owed, **said)
        return
    gathering.add(
        number,
        amount_minor=amount,
        paid={payer: amount},
        owed=owed,
        category=category_word(str(one.get("category") or "")),
        **said,
    )
