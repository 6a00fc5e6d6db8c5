"""The command menu that Telegram shows, by scope and language."""

from __future__ import annotations

from functools import cache
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.language.catalogues import Language
from bot.language.offered import OFFERED, catalogue_of
from bot.runtime.settings import APP_PATH
from bot.views import open_app
from bot.views.command_list import FOR_ONE, Scope, menu

_SCOPES: dict[Scope, BotCommandScope] = {
    Scope.GROUP: BotCommandScopeAllGroupChats(),
    Scope.ADMIN: BotCommandScopeAllChatAdministrators(),
    Scope.PRIVATE: BotCommandScopeAllPrivateChats(),
}


LANGUAGES: Final = tuple(code for code in OFFERED if catalogue_of(code) == code)
"""The languages that have a menu: a region's variant writes numbers differently, not words."""


async def publish_menu(bot: Bot, *, over_http: bool = True) -> None:
    """Register the commands with Telegram: English for everybody, and each other language.

    With those that are about the API where there is one.
    """
    for code in LANGUAGES:
        for scope, commands in _menus(code, over_http=over_http).items():
            await bot.set_my_commands(
                commands, scope=_SCOPES[scope], language_code=_telegram_code(code)
            )


async def publish_app_button(bot: Bot, app: str | None) -> None:
    """Let the button beside the input field of private chats open the Mini App at an address.

    Telegram has one label for all. Without an address ours is taken away, if it is there; what
    was chosen with BotFather stays.
    """
    if app is not None:
        opens = MenuButtonWebApp(open_app.label(Language("en")), WebAppInfo(app))
        await bot.set_chat_menu_button(menu_button=opens)
        return
    there = await bot.get_chat_menu_button()
    if isinstance(there, MenuButtonWebApp) and there.web_app.url.endswith(APP_PATH):
        await bot.set_chat_menu_button(menu_button=MenuButtonDefault())


@cache
def _menus(code: str, *, over_http: bool) -> dict[Scope, tuple[BotCommand, ...]]:
    """Return a language's menus, without keeping the rest of a language nobody may speak.

    What only whoever asks is to see is marked so; servers before Bot API 10.2 pass that over.
    """
    say = Language(code)
    return {
        scope: tuple(
            _command(scope, name, told) for name, told in menu(say, scope, over_http=over_http)
        )
        for scope in _SCOPES
    }


def _command(scope: Scope, name: str, told: str) -> BotCommand:
    is_for_one = name in FOR_ONE and scope is not Scope.PRIVATE
    return BotCommand(name, told, api_kwargs={"is_ephemeral": True} if is_for_one else None)


def _telegram_code(code: str) -> str | None:
    """Return the two letters Telegram takes (Bot API, setMyCommands); none for everybody's."""
    return None if code == "en" else code.partition("_")[0]
