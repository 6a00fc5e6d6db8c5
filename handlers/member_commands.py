"""Who is in the group: `/add`, `/remove`, `/members`, `/role`, `/merge`, and joining."""

from __future__ import annotations

from datetime import date

from bot.conversation.turn import Turn
from bot.views import brief_answers, expense_receipt
from bot.views import member_list as views
from handlers.grammar.commands.member_line import read_members, read_merge, read_role, read_whom
from handlers.grammar.message import from_message
from ledger.book import membership
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.member_changes import Merged
from ledger.core.members import MemberId, Role
from ledger.journal import answering


async def add(turn: Turn) -> None:
    """`/add @bob "Grandma"`."""
    names = read_members(from_message(turn.message))
    added = await turn.book(lambda book: membership.add_members(book, names))
    await turn.reply(views.added(turn.say, added))


async def remove(turn: Turn) -> None:
    """`/remove @bob`."""
    whom = read_whom(from_message(turn.message))
    removed = await turn.book(lambda book: membership.remove_member(book, whom))
    await turn.reply(views.removed(turn.say, removed))


async def members(turn: Turn) -> None:
    """`/members`: everyone with role, balance and state."""
    listed = await turn.book(membership.members)
    await turn.reply(views.members(turn.say, listed, admins=await turn.chat_admins()))


async def members_pressed(turn: Turn) -> None:
    """A page of the members."""
    listed = await turn.book(membership.members)
    await turn.end_clock()
    admins = await turn.chat_admins()
    await turn.unfold(views.members(turn.say, listed, turn.number(0), admins=admins))


async def role(turn: Turn) -> None:
    """`/role @bob admin`."""
    whom, wanted = read_role(from_message(turn.message))
    member = await turn.book(lambda book: membership.set_role(book, whom, wanted))
    admins = frozenset() if wanted is Role.ADMIN else await turn.chat_admins()
    await turn.reply(views.role(turn.say, member, admins=admins))


async def merge(turn: Turn) -> None:
    """`/merge @Grandma @meera`: the first was the second all along."""
    gone, stays = read_merge(from_message(turn.message))
    merged = await turn.book(lambda book: membership.merge(book, gone, stays))
    await turn.reply(views.merged(turn.say, merged))


async def merge_pressed(turn: Turn) -> None:
    """Yes, below "Did you mean @chen?"."""
    gone, stays, number = MemberId(turn.number(0)), MemberId(turn.number(1)), turn.number(2)

    def use_case(book: Book) -> tuple[Merged | None, Written, date]:
        is_done = book.member(gone) == book.member(stays)
        merged = None if is_done else membership.merge(book, gone, stays)
        return merged, answering.as_it_is(book, number), book.today

    merged, told, today = await turn.book(use_case)
    if merged is None:
        await turn.toast(brief_answers.toast_already(turn.say))
    else:
        await turn.toast(brief_answers.alert(views.merged(turn.say, merged)))
    await turn.redraw(expense_receipt.told(turn.say, told, today))


async def join_pressed(turn: Turn) -> None:
    """Join, below the welcome: pressing makes a member, or has somebody back."""
    await turn.listen()
    await turn.toast(brief_answers.toast_joined(turn.say))
