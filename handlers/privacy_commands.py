"""What is kept about people: `/privacy`, the export of one's own, and being forgotten."""

from __future__ import annotations

import asyncio

from bot.conversation.forgetting import forget_person
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import privacy_statement as views
from ledger.core.members import UserId
from ledger.upkeep.erasure import footprint
from ledger.upkeep.personal_record import personal_record, written


async def privacy(turn: Turn) -> None:
    """`/privacy`: what is kept; in a private chat with the buttons."""
    await turn.listen()
    await turn.reply(
        views.kept(turn.say, private=turn.place is None, bot_username=turn.bot.username)
    )


async def privacy_pressed(turn: Turn) -> None:
    """Back from the question."""
    _whose(turn)
    await turn.listen()
    await turn.redraw(views.kept(turn.say, private=True, bot_username=turn.bot.username))


async def export_pressed(turn: Turn) -> None:
    """Export my data."""
    user_id = _whose(turn)
    record = await turn.ledger(lambda tx: personal_record(tx, user_id))
    document = await asyncio.to_thread(written, record)
    await turn.reply(views.record(turn.say, document))


async def forget_pressed(turn: Turn) -> None:
    """Forget me: asks first."""
    user_id = _whose(turn)
    if turn.arguments != (views.FORGET_YES,):
        touched = await turn.ledger(lambda tx: footprint(tx, user_id))
        await turn.redraw(views.ask_forget(turn.say, touched))
        return

    await turn.ledger(lambda tx: forget_person(tx, user_id, turn.say))
    await turn.redraw(views.forgotten(turn.say))


def _whose(turn: Turn) -> UserId:
    """Return who pressed in their own private chat; elsewhere these buttons are forged."""
    person = turn.person
    if person is None or turn.address.chat_id != person.id:
        raise StalePress
    return person.id
