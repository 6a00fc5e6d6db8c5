"""Who owes whom, in the sentences of the short call."""

from __future__ import annotations

from bot.web.api.money import decimal_text
from bot.web.api.shown.people import Faces
from ledger.core.answers.standings import PairLine, PairSheet
from ledger.core.money import Currency, Money


def sentences(sheet: PairSheet, home: Currency, faces: Faces) -> list[str]:
    """Return "Shivani owes Rupali 500 (250 + 250)" for each pair, the newest part last.

    Another currency than the group's own is named.
    """
    return [
        f"{faces[line.debtor].name} owes {faces[line.creditor].name} "
        f"{_amount(line.net, home)} ({_parts(line)})"
        for line in sheet.lines
    ]


def _amount(money: Money, home: Currency) -> str:
    text = decimal_text(money)
    return text if money.currency == home else f"{text} {money.currency}"


def _parts(line: PairLine) -> str:
    text = "..." if line.earlier else ""
    for minor in line.parts:
        part = decimal_text(Money(abs(minor), line.net.currency))
        if not text:
            text = part if minor > 0 else f"-{part}"
        else:
            text = f"{text} {'+' if minor > 0 else '-'} {part}"
    return text
