"""Who is in the group, and the answers to joining, adding, removing and merging."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.balance_lines import nets
from bot.views.names import Names, handle, name_of
from bot.views.pages import footer, keyboard, paged, text, turners
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.answers.member_changes import Added, MemberList, Merged
from ledger.core.members import Member, MemberKind, Role, UserId
from ledger.core.money import Money

_MAX_NAMES: Final = 40


def members(
    say: Language,
    listed: MemberList,
    page: int = 0,
    *,
    admins: frozenset[UserId] = frozenset(),
) -> Reply:
    """Return everybody with role, balance and state; those who left come last.

    `admins` are the chat's own: they are admins here without a role.
    """
    names = Names(listed.roster)
    everybody = sorted(listed.roster, key=lambda member: not member.active)
    lines = [
        _line(say, member, names, tuple(listed.nets.get(member.id, ())), admins)
        for member in everybody
    ]
    chosen = paged(lines, page)
    active = len(listed.roster.active)
    return Reply(
        text(
            say.n("<b>{count} member</b>", "<b>{count} members</b>", active),
            *chosen.lines,
            footer(say, chosen.number, chosen.pages),
        ),
        keyboard(
            turners(Verb.MEMBERS, chosen.number, chosen.pages),
            [join_button(say)],
        ),
    )


def join_button(say: Language) -> Button:
    """Return the button that makes its presser a member."""
    return Button(say.plain("I'm in"), press(Verb.JOIN))


def added(say: Language, added: Added) -> Reply:
    """Return the answer to /add: who is new, who is back, who was here all along."""
    unmet = [member for member in added.added if member.kind is MemberKind.PLACEHOLDER]
    met = [member for member in added.added if member.kind is not MemberKind.PLACEHOLDER]
    return Reply(
        text(
            say("Added: {names}.", names=_names(say, met)) if met else None,
            say(
                "Added: {names}. I'll know them as soon as they write here or press a button.",
                names=_names(say, unmet),
            )
            if unmet
            else None,
            say("Back again: {names}.", names=_names(say, added.came_back))
            if added.came_back
            else None,
            say("Already here: {names}.", names=_names(say, added.already))
            if added.already
            else None,
        )
    )


def removed(say: Language, member: Member) -> Reply:
    """Return the answer to /remove."""
    return Reply(
        say(
            "{name} no longer shares in new expenses. History stays, and "
            "<code>/add {handle}</code> brings them back.",
            name=name_of(member),
            handle=handle(member).striptags(),
        )
    )


def role(say: Language, member: Member, *, admins: frozenset[UserId] = frozenset()) -> Reply:
    """Return the answer to /role; `admins` are the chat's own, whatever their role here is."""
    if member.role is Role.ADMIN:
        return Reply(say("{name} is an admin of the book now.", name=name_of(member)))
    if member.user_id in admins:
        return Reply(say("{name} runs this chat and stays an admin here.", name=name_of(member)))
    return Reply(say("{name} is a plain member now.", name=name_of(member)))


def merged(say: Language, merged: Merged) -> Reply:
    """Return the answer to /merge, or to pressing "Did you mean …?"."""
    return Reply(
        say(
            "{gone} is {stays} now: one member, with all that both had.",
            gone=handle(merged.gone),
            stays=name_of(merged.stays),
        )
    )


def _names(say: Language, members: list[Member] | tuple[Member, ...]) -> Markup:
    listed = [
        handle(member) if member.kind is MemberKind.PLACEHOLDER else name_of(member)
        for member in members[:_MAX_NAMES]
    ]
    if len(members) > _MAX_NAMES:
        left = len(members) - _MAX_NAMES
        listed.append(say.n("{count} more", "{count} more", left))
    return say.list(listed)


def _line(
    say: Language,
    member: Member,
    names: Names,
    owed: tuple[Money, ...],
    admins: frozenset[UserId],
) -> Markup:
    facts = {"name": names[member.id], "nets": nets(say, owed)}
    marks = _marks(say, member, admins)
    if not marks:
        return say("{name}  {nets}", **facts)
    return say("{name} <i>({marks})</i>  {nets}", marks=say.list(marks), **facts)


def _marks(say: Language, member: Member, admins: frozenset[UserId]) -> list[Markup]:
    """Return what sets a member apart from a plain, present one."""
    return [
        mark
        for mark, holds in (
            (say("admin"), member.role is Role.ADMIN or member.user_id in admins),
            (say("not met yet"), member.kind is MemberKind.PLACEHOLDER),
            (say("guest"), member.kind is MemberKind.GUEST),
            (say("not sharing"), not member.active),
        )
        if holds
    ]
