"""A group's settings and a person's own: currency, time zone, language, simplify."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.turn import Turn
from bot.language.catalogues import OFFERED, language
from bot.language.time_zone_names import nearest_zones
from bot.views import guidance
from bot.views import settings_menu as views
from handlers.grammar.commands.setting_line import (
    read_currency_choice,
    read_language_choice,
    read_switch,
    read_timezone_choice,
)
from handlers.grammar.lexer import from_message
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Group
from ledger.upkeep import group_settings


async def currency(turn: Turn) -> None:
    """`/currency INR`; bare, it shows the currency and buttons."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Group, bool]:
        chosen = read_currency_choice(line, book.group.currency)
        if chosen is None:
            return book.group, False
        return group_settings.set_currency(book, chosen), True

    group, chosen = await turn.book(use_case)
    if chosen:
        await turn.reply(views.currency_set(turn.say, group.currency))
    else:
        await turn.reply(views.currency_choices(turn.say, group))


async def currency_pressed(turn: Turn) -> None:
    """A currency, or the way to choose one, for admins."""
    if not turn.arguments:
        group, _ = await turn.book(_for_admins)
        await turn.reply(views.currency_choices(turn.say, group), quote=True)
        return
    code = turn.arguments[0]
    group = await turn.book(lambda book: group_settings.set_currency(book, code))
    await turn.reply(views.currency_set(turn.say, group.currency))
    await _show_above(turn, group)


async def timezone(turn: Turn) -> None:
    """`/timezone Asia/Kolkata`; bare, it shows the zone and buttons."""
    name = read_timezone_choice(from_message(turn.message))
    if name is None:
        group, now = await turn.book(lambda book: (book.group, book.now))
        await turn.reply(views.timezone_choices(turn.say, group, now))
    else:
        await _set_timezone(turn, name)


async def timezone_pressed(turn: Turn) -> None:
    """A time zone, or the way to choose one, for admins."""
    if not turn.arguments:
        group, now = await turn.book(_for_admins)
        await turn.reply(views.timezone_choices(turn.say, group, now), quote=True)
    else:
        await _show_above(turn, await _set_timezone(turn, turn.arguments[0]))


async def _show_above(turn: Turn, group: Group) -> None:
    """Show the settings on the buttons of the message that these choices were opened from.

    The choices answer that message, unless a command asked for them.
    """
    above = turn.message.reply_to_message
    if above is None or above.text is None or above.from_user is None:
        return
    if above.from_user.id == turn.bot.id:
        redrawn = guidance.with_settings(turn.say, group, above.text_html)
        await turn.retouch(above.message_id, redrawn)


def _for_admins(book: Book) -> tuple[Group, datetime]:
    book.require_admin()
    return book.group, book.now


async def _set_timezone(turn: Turn, name: str) -> Group:
    def use_case(book: Book) -> tuple[Group, datetime]:
        try:
            return group_settings.set_timezone(book, name), book.now
        except LedgerError as error:
            if error.code is Code.UNKNOWN_TIMEZONE:
                zones = nearest_zones(name, book.group.timezone, book.now)
                error.details["nearest"] = zones or error.details["nearest"]
            raise

    group, now = await turn.book(use_case)
    await turn.reply(views.timezone_set(turn.say, group.timezone, now))
    return group


async def speak(turn: Turn) -> None:
    """`/language hi`: the group's for admins, in a private chat one's own."""
    await _speak(turn, read_language_choice(from_message(turn.message)))


async def speak_pressed(turn: Turn) -> None:
    """A language."""
    await _speak(turn, turn.arguments[0] if turn.arguments else None)


async def _speak(turn: Turn, wanted: str | None) -> None:
    person, private = turn.person, turn.place is None
    if wanted is None:
        await turn.listen()
        await turn.reply(views.language_choices(turn.say, private=private))
        return
    code = _offered(wanted)
    if not private:
        await turn.book(lambda book: group_settings.set_language(book, code))
    elif person is not None:
        await turn.ledger(lambda tx: group_settings.set_my_language(tx, person, code))
    await turn.reply(views.language_set(language(code)))


def _offered(wanted: str) -> str:
    """Return the language somebody means: by its code, or its name in English or its own."""
    for code in OFFERED:
        names = (code, language(code).name, language(code).locale.english_name or code)
        if wanted.casefold() in map(str.casefold, names):
            return code
    examples = tuple(f"/language {code}" for code in OFFERED)
    raise LedgerError(Code.UNKNOWN_LANGUAGE, name=wanted, examples=examples)


async def simplify(turn: Turn) -> None:
    """`/simplify on|off`; bare, it shows which."""
    wanted = read_switch(from_message(turn.message))
    if wanted is None:
        group = await turn.book(lambda book: book.group)
    else:
        group = await turn.book(lambda book: group_settings.set_simplify(book, wanted))
    await turn.reply(views.simplify_choices(turn.say, group))


async def simplify_pressed(turn: Turn) -> None:
    """On or off, told where it was pressed."""
    wanted = turn.switch(0)
    group = await turn.book(lambda book: group_settings.set_simplify(book, wanted))
    await turn.redraw(views.simplify_choices(turn.say, group))
