"""The command menu that Telegram shows, by scope and language."""

from __future__ import annotations

from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.language.catalogues import OFFERED, language
from bot.views.command_list import Scope, menu

_SCOPES: dict[Scope, BotCommandScope] = {
    Scope.GROUP: BotCommandScopeAllGroupChats(),
    Scope.ADMIN: BotCommandScopeAllChatAdministrators(),
    Scope.PRIVATE: BotCommandScopeAllPrivateChats(),
}


async def publish_menu(bot: Bot) -> None:
    """Register the commands with Telegram: English for everybody, and each other language."""
    for code in OFFERED:
        if "_" in code:  # a region's variant writes numbers differently, not words
            continue
        say = language(code)
        for scope, telegram_scope in _SCOPES.items():
            await bot.set_my_commands(
                menu(say, scope),
                scope=telegram_scope,
                language_code=None if code == "en" else code,
            )
