"""The caller as they are shown to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.web.api.money import number
from bot.web.api.schemas.me import Me, MyGroup
from bot.web.api.schemas.standings import Net
from ledger.core.accounts import Account
from ledger.core.answers.group_cards import GroupCard
from ledger.core.answers.standings import GroupStanding
from ledger.core.members import Role
from ledger.core.money import Money


def me(account: Account, cards: Iterable[GroupCard], standings: Iterable[GroupStanding]) -> Me:
    """Return an account with its groups, and the nets in each."""
    nets = {one.group.id: one.nets for one in standings}
    return Me(
        id=account.public_id,
        name=account.name,
        email=account.email,
        phone=account.phone,
        language=account.language,
        telegram=account.in_telegram,
        groups=[
            MyGroup(
                id=card.public_id,
                name=card.group.title,
                currency=card.group.currency,
                in_chat=card.in_chat,
                role=_role(account, card),
                nets=_nets(card, nets.get(card.group.id, ())),
            )
            for card in cards
        ],
    )


def _role(account: Account, card: GroupCard) -> Role:
    roles = (
        shown.member.role
        for shown in card.members
        if shown.account is not None and shown.account.id == account.id
    )
    return next(roles, Role.MEMBER)


def _nets(card: GroupCard, nets: Sequence[Money]) -> list[Net]:
    own = card.group.currency
    in_order = sorted(nets, key=lambda net: (net.currency != own, net.currency))
    return [Net(currency=net.currency, amount=number(net)) for net in in_order]
