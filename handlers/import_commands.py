"""Coming from another app: `/import` with its file, the preview's buttons, and taking it back."""

from __future__ import annotations

import asyncio
import time

from telegram import Document
from telegram.error import BadRequest

from bot.conversation.import_run import run_import, undo_import
from bot.conversation.turn import Turn
from bot.runtime.file_reader import read_file
from bot.views import import_preview as views
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency
from ledger.exchange import proposing
from ledger.exchange.foreign_book import (
    MOST_BYTES,
    ForeignBook,
    NotReadable,
    Unreadable,
    unpacked,
)
from ledger.exchange.preview import Preview, summed_up
from ledger.exchange.proposing import Waiting

_PROGRESS_SECONDS = 2.5


async def import_file(turn: Turn) -> None:
    """`/import` below a document, or as an answer to one: show what is in it."""
    home = await turn.book(_home)
    document = _document(turn)
    if document is None:
        raise LedgerError(Code.FILE_MISSING)
    try:
        packed = await read_file(await _download(document), home)
    except NotReadable as error:
        raise LedgerError(Code.FILE_UNREADABLE, why=error.why, row=error.row) from None
    foreign = await asyncio.to_thread(unpacked, packed)
    waiting, roster = await turn.book(
        lambda book: (proposing.propose(book, foreign, packed, turn.source), book.roster)
    )
    await turn.reply(views.preview(turn.say, await _shown(waiting, roster, foreign)), quote=True)


def _home(book: Book) -> Currency:
    book.require_actor()
    return book.group.currency


def _document(turn: Turn) -> Document | None:
    message = turn.message
    if message.document is None and message.reply_to_message is not None:
        return message.reply_to_message.document
    return message.document


async def _download(document: Document) -> bytes:
    if (document.file_size or 0) > MOST_BYTES:
        raise NotReadable(Unreadable.TOO_LARGE)
    try:
        file = await document.get_file()
        return bytes(await file.download_as_bytearray())
    except BadRequest as error:
        if "too big" in error.message:
            raise NotReadable(Unreadable.TOO_LARGE) from None
        raise


async def _shown(waiting: Waiting, roster: Roster, foreign: ForeignBook) -> Preview:
    if waiting.packed is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    summary = await asyncio.to_thread(summed_up, foreign, waiting.known)
    return Preview(waiting.stored.id, summary, waiting.stored.members, roster)


async def page_pressed(turn: Turn) -> None:
    """Another page of a file's people, or back to it."""
    shown = await _asked(turn, lambda book: proposing.waiting(book, turn.number(0)))
    await turn.redraw(views.preview(turn.say, shown, turn.number(1)))


async def person_pressed(turn: Turn) -> None:
    """A person of a file: ask who that is here."""
    place = turn.number(1)
    shown = await _asked(turn, lambda book: proposing.waiting(book, turn.number(0)))
    if place >= len(shown.members):
        raise LedgerError(Code.NO_SUCH_IMPORT)
    await turn.redraw(views.choices(turn.say, shown, place, turn.number(2)))


async def member_pressed(turn: Turn) -> None:
    """The answer: a member, or somebody new."""
    place, member = turn.number(1), turn.number(2)
    chosen = None if member == views.NEW else MemberId(member)
    shown = await _asked(turn, lambda book: proposing.choose(book, turn.number(0), place, chosen))
    await turn.redraw(views.preview(turn.say, shown, views.page_of(place)))


async def _asked(turn: Turn, use_case: proposing.UseCase) -> Preview:
    waiting, roster = await turn.book(lambda book: (use_case(book), book.roster))
    if waiting.packed is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    return await _shown(waiting, roster, await asyncio.to_thread(unpacked, waiting.packed))


async def cancel_pressed(turn: Turn) -> None:
    """Cancel: nothing was written."""
    await turn.book(lambda book: proposing.cancel(book, turn.number(0)))
    await turn.redraw(views.cancelled(turn.say))


async def confirm_pressed(turn: Turn) -> None:
    """Import: all of the file, or nothing; it tells now and then how far it is."""
    told_at = time.monotonic()
    telling: list[asyncio.Task[object]] = []

    def tell(written: int, of: int) -> None:
        nonlocal told_at
        if time.monotonic() - told_at > _PROGRESS_SECONDS:
            told_at = time.monotonic()
            progress = views.progress(turn.say, written, of)
            edit = turn.services.outbox.edit(turn.address.chat_id, turn.message_id, progress)
            telling.append(asyncio.create_task(edit))

    done = await run_import(
        *(turn.book, turn.services.threads, turn.number(0)), began=turn.end_clock, told=tell
    )
    await asyncio.gather(*telling)
    await turn.redraw(views.done(turn.say, done))


async def undo_pressed(turn: Turn) -> None:
    """Undo all of it: one press takes back what one press has written."""
    done = await undo_import(turn.book, turn.services.threads, turn.number(0))
    await turn.redraw(views.done(turn.say, done))
