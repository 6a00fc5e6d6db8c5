"""The ways into the Mini App: its address in private, and in groups a link that names the group.

A Mini App that is opened from a group is told no chat: what it knows of it stands in the link
(`startapp`, up to 512 of A-Z, a-z, 0-9, - and _). That is the group's UUID with a tag by
which we know it for ours. It gives no right; who may see the group is asked of its book.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid
from collections.abc import Callable
from typing import Final

from telegram import Bot

from bot.runtime.settings import Settings
from ledger.accounts import showing
from ledger.book.open_book import Book
from ledger.core.accounts import PublicId

MAIN: Final = "main"
"""`MINI_APP` of a bot that has one Mini App, its main one."""
_TAG_BYTES: Final = 16
_UUID_BYTES: Final = 16


class AppLinks:
    """Where a bot's Mini App opens; nowhere where it has none that people can reach."""

    def __init__(self, settings: Settings) -> None:
        """Make links to the app that `settings` tell of, known for ours by the bot's token."""
        self._app = settings.mini_app
        self._address = settings.app_address
        self._token = settings.token

    @property
    def private(self) -> str | None:
        """The app's address, for a button in a private chat; None where there is no app."""
        return self._address

    def in_group(self, bot_username: str | None, group: PublicId) -> str | None:
        """Return a link that opens the app at a group; None where there is no app."""
        anew = self.anew(bot_username)
        return None if anew is None else f"{anew}={ref_of(group, self._token)}"

    def anew(self, bot_username: str | None) -> str | None:
        """Return a link that opens the app; None where there is no app."""
        if self._address is None or bot_username is None:
            return None
        path = bot_username if self._app == MAIN else f"{bot_username}/{self._app}"
        return f"https://t.me/{path}?startapp"

    def of_bot(self, bot: Bot) -> Callable[[Book], str | None]:
        """Return what makes the link of a book, once the bot knows who it is."""
        return lambda book: self.of_book(bot.username, book)

    def of_book(self, bot_username: str | None, book: Book) -> str | None:
        """Return a link that opens the app at a book's group; None where there is no app."""
        if self._address is None:
            return None
        group_id = book.group.id
        return self.in_group(bot_username, showing.ids_of_groups(book.tx, [group_id])[group_id])


def ref_of(group: PublicId, token: str) -> str:
    """Return what names a group in a link; `token` is the bot's."""
    number = uuid.UUID(group).bytes
    return base64.urlsafe_b64encode(number + _tag(number, token)).decode().rstrip("=")


def group_of_ref(ref: str, token: str) -> PublicId | None:
    """Return which group a link names; None where it is none of ours."""
    try:
        number = base64.urlsafe_b64decode(ref + "=" * (-len(ref) % 4))[:_UUID_BYTES]
        group = PublicId(str(uuid.UUID(bytes=number)))
    except ValueError:
        return None
    # As a whole, so that there is one ref for a group and no other that reads alike.
    ours = ref_of(group, token)
    return group if hmac.compare_digest(ref.encode(), ours.encode()) else None


def _tag(number: bytes, token: str) -> bytes:
    key = hmac.digest(b"startapp", token.encode(), hashlib.sha256)
    return hmac.digest(key, number, hashlib.sha256)[:_TAG_BYTES]
