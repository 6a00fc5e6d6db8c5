"""The API over a running bot's book."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from telegram import Bot

from bot.runtime.kept_secret import secret_beside, secret_in_book
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import Settings
from bot.web.api.application import api_application
from bot.web.api.chat_admins import ChatAdmins
from bot.web.api.chats import TelegramChats
from bot.web.api.context import Api
from bot.web.api.limits import Limits
from bot.web.api.passwords import Passwords
from bot.web.api.tokens import Tokens
from bot.web.api.watching import Watch
from ledger.core.clock import Clock
from ledger.storage.database import book_file, database_url


async def served_api(
    threads: LedgerThreads,
    settings: Settings,
    clock: Clock,
    bot: Bot,
    guess_category: Callable[[str], str | None],
) -> FastAPI:
    """Return the API of a bot; its threads are started and stopped by the bot.

    Raises SettingsError where the secret that signs can't be kept beside the book.
    """
    secret = await _secret(threads, settings)
    chats = TelegramChats(bot)
    return api_application(
        Api(
            *(threads, settings, clock, Tokens(secret, clock), Passwords(), Limits()),
            *(Watch(threads), chats, ChatAdmins(threads, chats), guess_category),
        )
    )


async def _secret(threads: LedgerThreads, settings: Settings) -> str:
    if settings.api_secret is not None:
        return settings.api_secret.get_secret_value()
    book = book_file(database_url(settings.database_url))
    return await threads.run(secret_in_book) if book is None else secret_beside(book)
