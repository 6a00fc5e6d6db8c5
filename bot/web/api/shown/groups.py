"""Groups and their members as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.web.api.schemas.groups import (
    GroupNamed,
    GroupShown,
    MembershipOfUser,
    MemberShown,
    UserWithGroups,
)
from bot.web.api.shown.people import person
from bot.web.api.shown.users import user_columns
from ledger.core.accounts import Account, PublicId
from ledger.core.answers.group_cards import GroupCard, ShownMember


def group(card: GroupCard) -> GroupShown:
    """Return a group with its members."""
    return GroupShown(**group_columns(card))


def group_columns(card: GroupCard) -> dict[str, Any]:
    """Return what every answer about a group has of it."""
    return {
        "id": card.public_id,
        "name": card.group.title,
        "description": card.description,
        "created_at": card.made_at,
        "updated_at": card.updated_at,
        "members": [member(shown, card.public_id) for shown in card.members],
    }


def member(shown: ShownMember, group_id: PublicId) -> MemberShown:
    """Return somebody in a group."""
    return MemberShown(**_membership(shown, group_id), user=person(shown))


def with_groups(account: Account, cards: Iterable[GroupCard]) -> UserWithGroups:
    """Return somebody with where they are a member, of the groups that the cards are of."""
    memberships = [
        MembershipOfUser(
            **_membership(shown, card.public_id),
            group=GroupNamed(id=card.public_id, name=card.group.title),
        )
        for card in cards
        for shown in card.members
        if shown.account is not None and shown.account.id == account.id
    ]
    return UserWithGroups(
        **user_columns(account), updated_at=account.updated_at, group_members=memberships
    )


def _membership(shown: ShownMember, group_id: PublicId) -> dict[str, Any]:
    return {
        "id": shown.public_id,
        "user_id": shown.user_id,
        "group_id": group_id,
        "role": shown.member.role,
        "created_at": shown.member.joined_at,
    }
