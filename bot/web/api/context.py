"""What every call of the API has at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import Settings
from bot.web.api.chat_admins import ChatAdmins
from bot.web.api.chats import Chats
from bot.web.api.limits import Limits
from bot.web.api.passwords import Passwords
from bot.web.api.tokens import Tokens
from bot.web.api.watching import Watch
from ledger.core.clock import Clock


@dataclass(frozen=True, slots=True)
class Api:
    """The book's threads, and what the API itself is made of.

    `guess_category` tells which category an expense's words speak of, None where none.

    One for each application, in `application.state.api`; a route has it by declaring a
    parameter `api: Here`.
    """

    threads: LedgerThreads
    settings: Settings
    clock: Clock
    tokens: Tokens
    passwords: Passwords
    limits: Limits
    watch: Watch
    chats: Chats
    chat_admins: ChatAdmins
    guess_category: Callable[[str], str | None]


def api_of(request: Request) -> Api:
    """Return what a request's application is made of."""
    api: Api = request.app.state.api
    return api


Here = Annotated[Api, Depends(api_of)]
