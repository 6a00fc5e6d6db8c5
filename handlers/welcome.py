"""Coming and going: the bot in a group, people in a group, a group's new id; `/start`, `/help`."""

from __future__ import annotations

from functools import partial

from telegram import ChatMember, ChatMemberUpdated, Update, User
from telegram.constants import ChatType

from bot.conversation import answered_commands, open_questions
from bot.conversation.app_buttons import with_app
from bot.conversation.routing import command_of
from bot.conversation.said import is_group, person_of
from bot.conversation.turn import Turn
from bot.delivery import chat_memory
from bot.delivery.chat_memory import Part
from bot.intake import afterwards
from bot.language.locale_defaults import locality_of
from bot.views import brief_answers, guidance
from bot.views.command_list import COMMANDS
from ledger.book.membership import leave
from ledger.book.open_book import Book
from ledger.core.groups import Place
from ledger.core.members import Member, UserId
from ledger.storage.database import Transaction
from ledger.upkeep import group_settings
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.taking_over import take_over

_OUT = {ChatMember.LEFT, ChatMember.BANNED}


async def start(turn: Turn) -> None:
    """`/start`: in a private chat it also lets the bot write there."""
    person, code = turn.person, _start_code(turn)
    if turn.place is not None and code is not None:
        await _take_over(turn, turn.place, code)
    elif turn.place is not None:
        group = await turn.book(lambda book: book.group)
        await turn.reply(await with_app(turn, guidance.start_group(turn.say, group)))
    elif person is not None:
        await turn.ledger(lambda tx: group_settings.start_private(tx, person))
        told = guidance.start_private(turn.say, turn.bot.username)
        await turn.reply(await with_app(turn, told))


def _start_code(turn: Turn) -> str | None:
    """Return what a `?startgroup=` link has put behind /start; `true` says nothing."""
    words = (turn.message.text or "").split()
    return words[1] if len(words) == 2 and words[1] != guidance.NO_CODE else None


async def _take_over(turn: Turn, place: Place, code: str) -> None:
    """Let this chat have the book of the group whose code it is."""
    await turn.services.threads.run(lambda tx: take_over(tx, place, code))
    group, members = await turn.book(lambda book: (book.group, len(book.roster.active)))
    turn.services.boards.touch(group.id)
    await turn.reply(await with_app(turn, guidance.taken_over(turn.say, group, members)))


async def help(turn: Turn) -> None:  # noqa: A001 (the command's name)
    """`/help`: examples first, then every command."""
    await turn.listen()
    over_http = turn.services.settings.has_api
    if turn.place is not None:
        told = guidance.help_group(turn.say, over_http=over_http)
        await turn.unfold(told, in_place=told)
    else:
        name = turn.bot.username
        told = guidance.help_private(turn.say, name, over_http=over_http)
        await turn.reply(await with_app(turn, told))


async def in_private(turn: Turn) -> None:
    """A group's command in a private chat, or anything else said there."""
    await turn.listen()
    name, command = turn.bot.username, _group_command(turn)
    over_http = turn.services.settings.has_api
    await turn.reply(guidance.belongs_in_group(turn.say, name, command, over_http=over_http))


async def in_direct_messages(turn: Turn) -> None:
    """A command in a channel's direct messages, where nobody shares with anybody."""
    await turn.listen()
    await turn.reply(guidance.no_book_in_direct_messages(turn.say, turn.bot.username), quote=True)


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
    return change is not None and (is_group(change.chat) or change.chat.type == ChatType.PRIVATE)


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

        def leave_it(tx: Transaction) -> None:
            group_settings.leave_chat(tx, chat_id)
            chat_memory.forget_chat(tx, chat_id)
            answered_commands.forget_chat(tx, chat_id)
            open_questions.forget_chat(tx, chat_id)

        await turn.services.threads.run(leave_it)
    elif not _is_in(change.old_chat_member):
        adder = change.from_user.id
        afterwards(lambda tx: chat_memory.note_account(tx, chat_id, adder, Part.ADDER))
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
    told = guidance.welcome(turn.say, book.group, back=back)
    await turn.reply(await with_app(turn, told), private=False)


def _is_in(member: ChatMember) -> bool:
    # Somebody restricted is a member or not; nobody else needs to say.
    return member.status not in _OUT and getattr(member, "is_member", True)


# People


def people_came(update: Update) -> bool:
    """Tell whether a service message says that people joined."""
    return bool(update.message and update.message.new_chat_members)


def was_renamed(update: Update) -> bool:
    """Tell whether a group says that it has another title."""
    return update.message is not None and update.message.new_chat_title is not None


async def renamed(turn: Turn) -> None:
    """Opening the book follows the title, which people read in private and in summaries."""
    if turn.place is not None:
        await turn.room(lambda book: None)


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
    return change is not None and is_group(change.chat)


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
    chat_id = turn.address.chat_id
    people = [person_of(user) for user in users if not user.is_bot]
    turn.services.chat_sizes.forget(chat_id)
    for bot in (user.id for user in users if user.is_bot and user.id != turn.bot.id):
        afterwards(partial(chat_memory.note_account, chat_id=chat_id, user_id=bot, part=Part.BOT))
    if people:
        await turn.room(lambda book: book.welcome(people))


async def _part(turn: Turn, user: User) -> None:
    chat_id = turn.address.chat_id
    turn.services.chat_sizes.forget(chat_id)
    afterwards(lambda tx: chat_memory.lose_account(tx, chat_id, user.id))
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

    def follow(tx: Transaction) -> None:
        follow_migration(tx, old, new)
        chat_memory.follow(tx, old, new)
        answered_commands.forget_chat(tx, old)
        open_questions.forget_chat(tx, old)

    await turn.services.threads.run(follow)


# Anything else


def addressed_in_private(update: Update) -> bool:
    """Tell whether somebody wrote to the bot in private."""
    return bool(update.message and update.message.chat.type == ChatType.PRIVATE)
