"""Coming and going: the bot in a group, people in a group, a group's new id; `/start`, `/help`."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberUpdated, Update, User
from telegram.constants import ChatType

from bot.conversation.routing import command_of
from bot.conversation.turn import GROUP_CHATS, Turn, person_of
from bot.language.locale_defaults import locality_of
from bot.views import brief_answers, guidance
from bot.views.command_list import COMMANDS
from ledger.book.open_book import Book
from ledger.core.members import Member, UserId
from ledger.people.membership import leave
from ledger.upkeep import group_settings
from ledger.upkeep.chat_migration import follow_migration

_OUT = {ChatMember.LEFT, ChatMember.BANNED}
_CHATS = (*GROUP_CHATS, ChatType.PRIVATE)
"""Where the bot keeps books or talks: a channel has no members to share anything."""


async def start(turn: Turn) -> None:
    """`/start`: in a private chat it also lets the bot write there."""
    person = turn.person
    if turn.place is not None:
        group = await turn.book(lambda book: book.group)
        await turn.reply(guidance.start_group(turn.say, group))
    elif person is not None:
        await turn.ledger(lambda tx: group_settings.start_private(tx, person))
        await turn.reply(guidance.start_private(turn.say, turn.bot.username))


async def help(turn: Turn) -> None:  # noqa: A001 (the command's name)
    """`/help`: examples first, then every command."""
    await turn.listen()
    if turn.place is not None:
        await turn.reply(guidance.help_group(turn.say))
    else:
        await turn.reply(guidance.help_private(turn.say, turn.bot.username))


async def in_private(turn: Turn) -> None:
    """A group's command in a private chat, or anything else said there."""
    await turn.listen()
    await turn.reply(guidance.belongs_in_group(turn.say, turn.bot.username, _group_command(turn)))


def _group_command(turn: Turn) -> str | None:
    """Return the command that was said, if it is one of a group's."""
    said = command_of(turn.message)
    return said if any(said == command.name for command in COMMANDS) else None


async def too_many(turn: Turn, wait_seconds: int) -> None:
    """More commands than a person may send in a minute."""
    await turn.listen()
    await turn.reply(brief_answers.too_many(turn.say, wait_seconds), quote=True)


async def stale(turn: Turn) -> None:
    """A button that no longer says anything to us."""
    await turn.listen()
    await turn.toast(brief_answers.toast_stale(turn.say), alert=True)


# The bot


def bot_moved(update: Update) -> bool:
    """Tell whether the bot came into a chat, left it, or may do other things in it."""
    change = update.my_chat_member
    return change is not None and change.chat.type in _CHATS


async def bot_came_or_went(turn: Turn) -> None:
    """The bot was added to or removed from a group, or blocked by a person."""
    change = turn.update.my_chat_member
    assert change is not None
    chat_id, is_here = change.chat.id, _is_in(change.new_chat_member)
    if change.chat.type == ChatType.PRIVATE:
        person = person_of(change.from_user)
        if is_here:
            await turn.ledger(lambda tx: group_settings.start_private(tx, person))
        else:
            await turn.ledger(lambda tx: group_settings.stop_private(tx, person.id))
    elif not is_here:
        await turn.services.threads.run(lambda tx: group_settings.leave_chat(tx, chat_id))
    elif not _is_in(change.old_chat_member):
        await _introduce(turn)


async def _introduce(turn: Turn) -> None:
    """Post the one short welcome, with settings guessed from whoever added the bot."""
    person = turn.person
    guess = locality_of(person.language if person else None, turn.services.defaults)

    def use_case(book: Book) -> tuple[Book, bool]:
        back = book.group.entries > 0
        if guess.language and not back:
            group_settings.begin_with_language(book, guess.language)
        return book, back

    book, back = await turn.book(use_case, defaults=guess.defaults)
    turn.speak(book.group.language)
    await turn.reply(guidance.welcome(turn.say, book.group, back=back))


def _is_in(member: ChatMember) -> bool:
    # Somebody restricted is a member or not; nobody else needs to say.
    return member.status not in _OUT and getattr(member, "is_member", True)


# People


def people_came(update: Update) -> bool:
    """Tell whether a service message says that people joined."""
    return bool(update.message and update.message.new_chat_members)


async def people_joined(turn: Turn) -> None:
    """Whoever joins while the bot is there is a member."""
    await _meet(turn, turn.message.new_chat_members)


def somebody_left(update: Update) -> bool:
    """Tell whether a service message says that somebody left."""
    return bool(update.message and update.message.left_chat_member)


async def person_left(turn: Turn) -> None:
    """Whoever leaves keeps balance and history, and shares in nothing new."""
    left = turn.message.left_chat_member
    assert left is not None
    await _part(turn, left)


def member_changed(update: Update) -> bool:
    """Tell whether Telegram says how somebody's membership changed (to admin bots only)."""
    change = update.chat_member
    return change is not None and change.chat.type in GROUP_CHATS


async def member_came_or_went(turn: Turn) -> None:
    """The same where no service message tells it."""
    change = turn.update.chat_member
    assert change is not None
    if _came(change):
        await _meet(turn, [change.new_chat_member.user])
    elif _went(change):
        await _part(turn, change.new_chat_member.user)


def _came(change: ChatMemberUpdated) -> bool:
    return not _is_in(change.old_chat_member) and _is_in(change.new_chat_member)


def _went(change: ChatMemberUpdated) -> bool:
    return _is_in(change.old_chat_member) and not _is_in(change.new_chat_member)


async def _meet(turn: Turn, users: tuple[User, ...] | list[User]) -> None:
    people = [person_of(user) for user in users if not user.is_bot]
    turn.services.chat_sizes.forget(turn.address.chat_id)
    if people:
        await turn.room(lambda book: [book.meet(person) for person in people])


async def _part(turn: Turn, user: User) -> None:
    turn.services.chat_sizes.forget(turn.address.chat_id)
    if not user.is_bot:

        def use_case(book: Book) -> Member | None:
            return leave(book, UserId(user.id))

        await turn.room(use_case)


# The group's id


def group_moved(update: Update) -> bool:
    """Tell whether a basic group says that it became a supergroup, in the old or new chat."""
    message = update.message
    return bool(message and (message.migrate_to_chat_id or message.migrate_from_chat_id))


async def moved(turn: Turn) -> None:
    """Keep the book under the group's new id; the two messages come in either order."""
    here = turn.address.chat_id
    to, origin = turn.message.migrate_to_chat_id, turn.message.migrate_from_chat_id
    old, new = (here, to) if to else (origin, here)
    assert old is not None
    await turn.services.threads.run(lambda tx: follow_migration(tx, old, new))


# Anything else


def addressed_in_private(update: Update) -> bool:
    """Tell whether somebody wrote to the bot in private."""
    return bool(update.message and update.message.chat.type == ChatType.PRIVATE)
