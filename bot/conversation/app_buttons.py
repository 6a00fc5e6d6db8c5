"""The button that opens the Mini App, below answers that lead on to everything."""

from __future__ import annotations

from bot.conversation.app_links import AppLinks
from bot.conversation.turn import Turn
from bot.views import open_app
from bot.views.reply import Reply


async def with_app(turn: Turn, reply: Reply) -> Reply:
    """Add to an answer the button that opens the Mini App, where there is one."""
    links, username = AppLinks(turn.services.settings), turn.bot.username
    if links.private is None:
        return reply
    if turn.place is None:
        return open_app.in_private(turn.say, reply, links.private)
    link = await turn.room(lambda book: links.of_book(username, book))
    return open_app.in_group(turn.say, reply, link)
