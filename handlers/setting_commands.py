"""Commands that set one thing: currency, time zone, language, simplify."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.turn import Turn
from bot.language.catalogues import language
from bot.language.offered import named, named_nearly
from bot.language.time_zone_names import nearest_zones
from bot.views import settings_menu as views
from bot.views.settings_overview import CURRENCY, LANGUAGE, SIMPLIFY, TIMEZONE
from handlers.company import circle_of
from handlers.grammar.commands.setting_line import (
    read_currency_choice,
    read_language_choice,
    read_switch,
    read_timezone_choice,
)
from handlers.grammar.message import from_message
from handlers.settings_commands import choose, show_panel
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Group
from ledger.core.money import Currency
from ledger.upkeep import group_settings


async def currency(turn: Turn) -> None:
    """`/currency INR`; bare, it opens the choices."""
    line = from_message(turn.message)

    def use_case(book: Book) -> Currency | None:
        chosen = read_currency_choice(line, book.group.currency)
        return None if chosen is None else group_settings.set_currency(book, chosen).currency

    chosen = await turn.book(use_case)
    if chosen is None:
        await show_panel(turn, CURRENCY)
    else:
        await turn.reply(views.currency_set(turn.say, chosen))


async def timezone(turn: Turn) -> None:
    """`/timezone Asia/Kolkata`; bare, it opens the choices."""
    name = read_timezone_choice(from_message(turn.message))
    if name is None:
        await show_panel(turn, TIMEZONE)
    else:
        await _set_timezone(turn, name)


async def _set_timezone(turn: Turn, name: str) -> None:
    def use_case(book: Book) -> tuple[Group, datetime]:
        try:
            return group_settings.set_timezone(book, name), book.now
        except LedgerError as error:
            if error.code is Code.UNKNOWN_TIMEZONE:
                zones = nearest_zones(name, book.group.timezone, book.now, turn.say.code)
                error.details["nearest"] = zones or error.details["nearest"]
            raise

    group, now = await turn.book(use_case)
    await turn.reply(views.timezone_set(turn.say, group.timezone, now))


async def speak(turn: Turn) -> None:
    """`/language hi`: the group's for admins, in a private chat one's own; bare, the choices."""
    wanted = read_language_choice(from_message(turn.message))
    if turn.place is None:
        await _speak_privately(turn, wanted)
    elif wanted is None:
        await show_panel(turn, LANGUAGE)
    else:
        code = _offered(wanted)
        await turn.book(lambda book: group_settings.set_language(book, code))
        await turn.reply(views.language_set(language(code)))


async def speak_pressed(turn: Turn) -> None:
    """A language in a private chat; in groups below what earlier versions posted."""
    if turn.place is None:
        await _speak_privately(turn, turn.arguments[0] if turn.arguments else None)
    else:
        await choose(turn, LANGUAGE, turn.arguments)


async def _speak_privately(turn: Turn, wanted: str | None) -> None:
    person = turn.person
    if wanted is None or person is None:
        await turn.listen()
        await turn.reply(views.my_language(turn.say))
        return
    code = _offered(wanted)
    await turn.ledger(lambda tx: group_settings.set_my_language(tx, person, code))
    await turn.in_place(views.language_set(language(code)))


def _offered(wanted: str) -> str:
    """Return the language somebody means; a bare /language shows all there are."""
    code = named(wanted)
    if code is not None:
        return code
    near = (f"/language {close}" for close in named_nearly(wanted))
    raise LedgerError(Code.UNKNOWN_LANGUAGE, name=wanted, examples=(*near, "/language"))


async def simplify(turn: Turn) -> None:
    """`/simplify on|off`; bare, it opens the choices."""
    line = from_message(turn.message)

    def change(book: Book) -> None:
        wanted = read_switch(line, circle_of(book, turn))
        if wanted is not None:
            group_settings.set_simplify(book, wanted)

    await show_panel(turn, SIMPLIFY, change)


# Below what earlier versions posted, where each setting had a message of its own.


async def currency_pressed(turn: Turn) -> None:
    """A currency, or the way to choose one."""
    await choose(turn, CURRENCY, turn.arguments)


async def timezone_pressed(turn: Turn) -> None:
    """A time zone, or the way to choose one."""
    await choose(turn, TIMEZONE, turn.arguments)


async def simplify_pressed(turn: Turn) -> None:
    """On or off."""
    await choose(turn, SIMPLIFY, turn.arguments)
