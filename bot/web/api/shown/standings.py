"""Where a group's people stand, as it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from bot.views.pictures.pay_code import pay_modules
from bot.web.api.money import number, plain_decimal
from bot.web.api.schemas.reminders import ReminderShown
from bot.web.api.schemas.standings import (
    MemberNets,
    Net,
    PairPart,
    PairShown,
    PayInfo,
    Reason,
    Suggested,
)
from bot.web.api.shown.currencies import about_in_all
from bot.web.api.shown.people import Faces
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.reminding import Reminder
from ledger.core.answers.standings import BalanceSheet, PairLine, PairSheet
from ledger.core.members import ONE_SHARE, MemberId
from ledger.core.money import Currency, Money
from ledger.core.paying.details import PayDetail, Scheme
from ledger.core.paying.payloads import payload

Netted = Sequence[tuple[Currency, tuple[MemberId, MemberId], int]]
"""Who owes whom, in minor units above zero."""
_ABOUT: Final = "All Square"
"""What a payment says that it is for."""
_OPENS_AN_APP: Final = frozenset({Scheme.UPI, Scheme.LINK})


def nets(sheet: BalanceSheet, faces: Faces, known: KnownRates | None) -> list[MemberNets]:
    """Return everybody who is here or has something open, in the order of joining.

    `known` are the rates, where several currencies are open.
    """
    found: dict[MemberId, list[Money]] = {}
    for block in sheet.currencies:
        for member, minor in block.nets:
            if minor:
                found.setdefault(member, []).append(Money(minor, block.currency))
    return [
        MemberNets(
            user_id=faces[member.id].user_id,
            name=faces[member.id].name,
            active=member.active,
            weight=plain_decimal(Decimal(member.weight) / ONE_SHARE),
            nets=[
                Net(currency=net.currency, amount=number(net)) for net in found.get(member.id, ())
            ],
            about=None if known is None else about_in_all(found.get(member.id, ()), known),
        )
        for member in sheet.roster
        if member.active or member.id in found
    ]


def plan(
    sheet: BalanceSheet,
    owed: Netted,
    pay_details: Mapping[MemberId, Sequence[PayDetail]],
    faces: Faces,
    me: MemberId | None,
) -> list[Suggested]:
    """Return the payments that make everybody square, each with its reasons.

    `owed` is who owes whom, and `pay_details` how those can be paid who said so.
    """
    return [
        Suggested(
            **_between(payment.payer, payment.payee, money, faces),
            mine=_mine(payment.payer, payment.payee, me),
            pay_info=[
                _pay_info(detail, money, faces[payment.payee].name, mine=payment.payer == me)
                for detail in pay_details.get(payment.payee, ())
            ],
            reasons=[
                Reason(**_between(debtor, creditor, Money(minor, currency), faces))
                for currency, (debtor, creditor), minor in owed
                if currency == block.currency
                and {debtor, creditor} & {payment.payer, payment.payee}
            ],
        )
        for block in sheet.currencies
        for payment in block.plan
        for money in (Money(payment.minor, block.currency),)
    ]


def pairs(sheet: PairSheet, faces: Faces) -> list[PairShown]:
    """Return who owes whom, with the entries that it is made of."""
    return [
        PairShown(
            **_between(line.debtor, line.creditor, line.net, faces),
            parts=_parts(line, faces),
            earlier=line.earlier,
        )
        for line in sheet.lines
    ]


def _between(debtor: MemberId, creditor: MemberId, money: Money, faces: Faces) -> dict[str, Any]:
    return {
        "from_": faces[debtor].user_id,
        "from_name": faces[debtor].name,
        "to": faces[creditor].user_id,
        "to_name": faces[creditor].name,
        "currency": money.currency,
        "amount": number(money),
    }


def _mine(payer: MemberId, payee: MemberId, me: MemberId | None) -> Literal["pay", "get"] | None:
    if me == payer:
        return "pay"
    return "get" if me == payee else None


def _pay_info(detail: PayDetail, amount: Money, name: str, *, mine: bool) -> PayInfo:
    return PayInfo(
        scheme=detail.scheme.value,
        value=detail.value,
        url=payload(detail, name, amount, _ABOUT) if detail.scheme in _OPENS_AN_APP else None,
        code=pay_modules(detail, name, amount, _ABOUT) if mine else None,
    )


def _parts(line: PairLine, faces: Faces) -> list[PairPart]:
    return [
        PairPart(
            amount=number(Money(minor, line.net.currency)),
            entry_id=faces.id_of(entry),
            number=entry.number,
            description=entry.contents.description,
            date=entry.contents.on,
        )
        for minor, entry in zip(line.parts, line.origins, strict=False)
    ]


def reminder(found: Reminder, faces: Faces) -> ReminderShown:
    """Return what somebody is reminded of."""
    return ReminderShown(
        debts=[
            Reason(**_between(payment.payer, payment.payee, Money(payment.minor, currency), faces))
            for payment, currency in found.debts
        ],
        at=found.at,
    )
