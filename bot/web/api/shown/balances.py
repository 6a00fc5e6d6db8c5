"""Balances as they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.web.api.money import number
from bot.web.api.schemas.balances import (
    Gross,
    GroupBalances,
    OneOfGroups,
    Other,
    Totals,
    Transfer,
    UserBalances,
    UserInGroup,
)
from bot.web.api.shown.people import Faces
from ledger.core import gross_view
from ledger.core.answers.standings import BalanceSheet, Standing
from ledger.core.groups import Group
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money

_NOTHING = gross_view.Gross((), (), (), ())


def group_balances(group: Group, sheet: BalanceSheet, faces: Faces) -> GroupBalances:
    """Return a group's plan."""
    return GroupBalances(
        group_id=faces.group_id,
        group_name=group.title,
        currency=group.currency,
        balances=[
            Transfer(
                from_=faces[payment.payer].user_id,  # type: ignore[call-arg]  # by its own name
                to=faces[payment.payee].user_id,
                amount=number(Money(payment.minor, block.currency)),
                currency=block.currency,
            )
            for block in sheet.currencies
            for payment in block.plan
        ],
    )


def user_in_group(group: Group, standing: Standing, faces: Faces) -> UserInGroup:
    """Return what a member owes and is owed in a group."""
    return UserInGroup(
        **_in_group(group, standing, faces), user_id=faces[standing.member.id].user_id
    )


def one_of_groups(group: Group, standing: Standing, faces: Faces) -> OneOfGroups:
    """Return what a member owes and is owed in one of several groups."""
    return OneOfGroups(**_in_group(group, standing, faces), group_name=group.title)


def user_balances(user_id: str, groups: list[OneOfGroups], of: Iterable[Standing]) -> UserBalances:
    """Return what somebody owes and is owed in all their groups, and altogether."""
    sums: dict[Currency, tuple[int, int, int]] = {}
    for standing in of:
        for currency, gross in standing.currencies:
            owes, owed, net = sums.get(currency, (0, 0, 0))
            sums[currency] = (
                owes + gross.total_owes_minor,
                owed + gross.total_owed_minor,
                net + gross.net_minor,
            )
    totals = [
        Totals(
            currency=currency,
            total_owes=number(Money(owes, currency)),
            total_owed_by=number(Money(owed, currency)),
            net_balance=number(Money(net, currency)),
        )
        for currency, (owes, owed, net) in sorted(sums.items())
    ]
    if len(totals) > 1:
        return UserBalances(user_id=user_id, groups=groups, totals=totals)
    only = totals[0] if totals else None
    return UserBalances(
        user_id=user_id,
        groups=groups,
        totals=totals,
        currency=None if only is None else only.currency,
        total_owes=0 if only is None else only.total_owes,
        total_owed_by=0 if only is None else only.total_owed_by,
        net_balance=0 if only is None else only.net_balance,
    )


def _in_group(group: Group, standing: Standing, faces: Faces) -> dict[str, Any]:
    views = dict(standing.currencies)
    own = group.currency if group.currency in views or not views else next(iter(views))
    shown = [gross_of(currency, view, faces) for currency, view in views.items()]
    return {
        "group_id": faces.group_id,
        **dict(gross_of(own, views.get(own, _NOTHING), faces)),
        "currencies": shown if len(shown) > 1 else None,
    }


def gross_of(currency: Currency, view: gross_view.Gross, faces: Faces) -> Gross:
    """Return a gross view."""

    def others(lines: Sequence[tuple[MemberId, int]]) -> list[Other]:
        return [
            Other(
                user_id=faces[member].user_id,
                user_name=faces[member].name,
                amount=number(Money(minor, currency)),
                currency=currency,
            )
            for member, minor in lines
        ]

    return Gross(
        currency=currency,
        total_owes=number(Money(view.total_owes_minor, currency)),
        total_owed_by=number(Money(view.total_owed_minor, currency)),
        net_balance=number(Money(view.net_minor, currency)),
        owes=others(view.owes),
        owed_by=others(view.owed_by),
        paid=others(view.paid) or None,
        received=others(view.received) or None,
    )
