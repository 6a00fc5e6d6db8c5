"""Messages that only one person of a group sees (Bot API 10.2 to 10.4).

Whether they arrive is not promised, so nothing that must be known goes only this way; and where
a server can't, or refuses, the caller goes the public way.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import structlog
from telegram.error import BadRequest, Forbidden

from bot.delivery.bot_api import BotApi, Feature, OnlyFor
from bot.delivery.carrier import Carrier
from bot.delivery.ladder import Address, Draft, Refusal, loggable, refusal
from bot.delivery.pacer import Priority
from bot.views.reply import Reply
from ledger.core.members import UserId

_log = structlog.get_logger(__name__)

_TOO_LATE: Final = ("query is too old", "query id is invalid", "query_id_invalid")
_REFUSALS: Final = 3
"""In a row: then the server is not asked for a while."""
_UNCHANGED: Final = "message is not modified"


class EphemeralMessages:
    """Sends, changes and deletes them. Network errors and RetryAfter are raised."""

    def __init__(self, api: BotApi, carrier: Carrier) -> None:
        self._api = api
        self._carrier = carrier
        self._refused_in_a_row = 0

    async def send(self, address: Address, reply: Reply, only_for: OnlyFor) -> bool:
        """Send a message to one person of a group; return False where nothing was said.

        That is where the server has no such messages or refuses this one: most likely the
        press is older than 15 seconds by now.
        """
        if address.chat_id > 0 or not await self._api.has(Feature.EPHEMERAL):
            return False
        draft = Draft(address, reply, able=await self._api.able(reply))
        while True:
            try:
                sent = await self._carrier.send(draft, Priority.ANSWER, only_for)
            except Forbidden:
                return False
            except BadRequest as error:
                lower = _lower(draft, error)
                if lower is None:
                    return self._give_up(error)
                draft = lower
            else:
                break
        self._refused_in_a_row = 0
        if not sent.is_ephemeral:
            # The server passed over what it does not know, and all have seen it.
            self._api.refused(Feature.EPHEMERAL)
        return True

    def _give_up(self, error: BadRequest) -> bool:
        """Remember that the server has no such messages, unless it was this one's fault.

        What Telegram says of an answer that comes too late is known for presses only, so it
        takes several refusals that say nothing to us.
        """
        too_late = any(words in error.message.lower() for words in _TOO_LATE)
        if refusal(error) is Refusal.UNKNOWN and not too_late:
            _log.warning("not_sent_ephemeral", reason=loggable(error))
            self._refused_in_a_row += 1
            if self._refused_in_a_row >= _REFUSALS:
                self._refused_in_a_row = 0
                self._api.refused(Feature.EPHEMERAL)
        return False

    async def edit(self, chat_id: int, person: UserId, number: int, reply: Reply) -> bool:
        """Change an ephemeral message of ours; return False where there is none any more.

        Pictures can't be put into one that has none.
        """
        draft = Draft(Address(chat_id), reply, able=await self._api.able(reply))
        while True:
            try:
                await self._carrier.edit_ephemeral(draft, person, number)
            except BadRequest as error:
                if _UNCHANGED in error.message.lower():
                    return True
                lower = _lower(draft, error)
                if lower is None:
                    return False
                draft = lower
            else:
                return True

    async def delete(self, chat_id: int, person: UserId, number: int) -> None:
        """Delete an ephemeral message of ours; one that is gone is no matter."""
        try:
            await self._api.delete_ephemeral(chat_id, person, number)
        except BadRequest as error:
            _log.info("not_deleted", reason=loggable(error))


def _lower(draft: Draft, error: BadRequest) -> Draft | None:
    """Return the draft without what may have been refused; None where that is not the message."""
    why = refusal(error)
    too_late = any(words in error.message.lower() for words in _TOO_LATE)
    if too_late or why not in {Refusal.MARKUP, Refusal.UNKNOWN}:
        return None
    if draft.in_use:
        return draft.without_newest()
    return replace(draft, plain=True) if why is Refusal.MARKUP and not draft.plain else None
