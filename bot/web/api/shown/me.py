"""The caller as they are shown to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.web.api.money import number
from bot.web.api.schemas.me import Me, MyGroup
from bot.web.api.schemas.standings import Net
from bot.web.api.shown.currencies import about_in_all
from ledger.accounts import showing
from ledger.core.accounts import Account
from ledger.core.answers.group_cards import GroupCard
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import GroupStanding
from ledger.core.members import GroupId, Role
from ledger.core.money import Money
from ledger.reports.statements import my_standing
from ledger.storage.database import Transaction


def my_page(tx: Transaction, account: Account) -> Me:
    """Return an account with its groups, and its nets in each."""
    cards = showing.my_cards(tx, account.user_id)
    return me(account, cards, my_standing(tx, account.user_id), {})


def me(
    account: Account,
    cards: Iterable[GroupCard],
    standings: Iterable[GroupStanding],
    known: Mapping[GroupId | None, KnownRates],
) -> Me:
    """Return an account with its groups, and the nets in each.

    `known` are the rates of the groups in which several currencies are open, and under None
    those of all together.
    """
    standings = tuple(standings)
    nets = {one.group.id: one.nets for one in standings}
    return Me(
        id=account.public_id,
        name=account.name,
        email=account.email,
        phone=account.phone,
        language=account.language,
        telegram=account.in_telegram,
        login=account.has_login,
        groups=[
            MyGroup(
                id=card.public_id,
                name=card.group.title,
                currency=card.group.currency,
                in_chat=card.in_chat,
                role=_role(account, card),
                nets=_nets(card, nets.get(card.group.id, ())),
                about=_about(nets.get(card.group.id, ()), known.get(card.group.id)),
            )
            for card in cards
        ],
        about=_about([net for one in standings for net in one.nets], known.get(None)),
    )


def _role(account: Account, card: GroupCard) -> Role:
    roles = (
        shown.member.role
        for shown in card.members
        if shown.account is not None and shown.account.id == account.id
    )
    return next(roles, Role.MEMBER)


def _about(nets: Sequence[Money], known: KnownRates | None) -> Net | None:
    return None if known is None else about_in_all(nets, known)


def _nets(card: GroupCard, nets: Sequence[Money]) -> list[Net]:
    own = card.group.currency
    in_order = sorted(nets, key=lambda net: (net.currency != own, net.currency))
    return [Net(currency=net.currency, amount=number(net)) for net in in_order]
