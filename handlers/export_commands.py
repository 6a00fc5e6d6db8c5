"""The book as a document: `/export csv|xlsx|json`."""

from __future__ import annotations

import asyncio
from functools import partial

from bot.conversation.turn import Turn
from bot.views import export_documents as views
from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.message import from_message
from ledger.book.open_book import Book
from ledger.exchange import exporting
from ledger.exchange.documents import write
from ledger.exchange.foreign_book import ForeignEntry

_ATTEMPTS = 5


async def export(turn: Turn) -> None:
    """`/export json`; bare, it asks which kind."""
    line = from_message(turn.message)
    if not line.words:
        await turn.listen()
        await turn.reply(views.ask_kind(turn.say))
        return
    kind = line.words[0].low.strip(".")
    if kind not in views.KINDS:
        raise unknown_choice(line, line.words[0].text, views.KINDS)
    await _export(turn, kind)


async def export_pressed(turn: Turn) -> None:
    """A kind of document."""
    await _export(turn, turn.argument(0, lambda kind: views.KINDS[views.KINDS.index(kind)]))


async def _export(turn: Turn, kind: str) -> None:
    for _ in range(_ATTEMPTS):
        outlined, today = await turn.book(lambda book: (exporting.outline(book), book.today))
        if not outlined.entries:
            await turn.reply(views.empty(turn.say))
            return
        entries = await _entries(turn, outlined)
        if entries is not None:
            break
    else:
        raise RuntimeError("the book did not stay as it was for long enough")
    book = exporting.whole(outlined, entries)
    content = await asyncio.to_thread(write, kind, book, outlined.title, outlined.home)
    title = outlined.title
    await turn.reply(
        views.document(turn.say, kind, content, title, today, outlined.entries), private=False
    )


async def _entries(turn: Turn, outlined: exporting.Outline) -> tuple[ForeignEntry, ...] | None:
    """Read all entries, some at a time so that nobody waits; None where the book has changed."""
    found: list[ForeignEntry] = []
    for first in range(1, outlined.entries + 1, exporting.PIECE):

        def use_case(book: Book, first: int) -> tuple[ForeignEntry, ...] | None:
            return exporting.piece(book, outlined, first)

        piece = await turn.book(partial(use_case, first=first))
        if piece is None:
            return None
        found += piece
    return tuple(found)
