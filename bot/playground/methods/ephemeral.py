"""Messages that one person sees: to whom the bot may send one, and which one a call is about.

https://core.telegram.org/bots/api#ephemeral-messages-and-commands
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.playground.api_versions import EPHEMERAL, EPHEMERAL_BY_QUERY, EPHEMERAL_PARAMETERS
from bot.playground.methods.access import chat_of, check_access
from bot.playground.people import Chat, Message, Person
from bot.playground.state import Press
from bot.playground.wire import Call, Json, bad_request
from bot.playground.world import World

ANSWER_WITHIN = timedelta(seconds=15)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom an ephemeral message is for, and the message that it covers for them."""

    person: Person
    replaces: int | None = None


def addressee(world: World, chat: Chat, call: Call, reply_to: Message | None) -> Addressee | None:
    """Return whom a message is for, None for an ordinary one. Raises `ApiError`.

    The bot may send one within 15 seconds of the person's press, or of an ephemeral message
    of theirs that it answers.
    """
    asked = _asked(world, call)
    answered = reply_to if reply_to is not None and reply_to.ephemeral is not None else None
    if asked is None:
        if answered is not None:
            raise bad_request("a reply to an ephemeral message must be ephemeral")
        return None
    if chat.type == "private":
        raise bad_request("ephemeral messages can be sent only in groups")
    person = world.people.get(int(asked.get("receiver_user_id") or 0))
    query = str(asked.get("callback_query_id") or "")
    if query:
        covers = bool(asked.get("replace_callback_query_message"))
        return _who_pressed(world, _press(world, chat, query), person, covers)
    if answered is None or not _is_fresh(world, _sent_at(answered)):
        raise bad_request("there is nothing that an ephemeral message may answer")
    if person is None or answered.author is not person:
        raise bad_request("invalid receiver user specified")
    return Addressee(person)


def _who_pressed(world: World, press: Press, person: Person | None, covers: bool) -> Addressee:
    if person is None and world.bot_api >= EPHEMERAL_BY_QUERY:
        person = press.person
    if person is not press.person:
        raise bad_request("invalid receiver user specified")
    if covers and press.message.ephemeral is not None:
        raise bad_request("an ephemeral message can't be replaced")
    return Addressee(press.person, press.message.id if covers else None)


def ephemeral_of(world: World, call: Call) -> Message:
    """Return the ephemeral message that a call is about. Raises `ApiError`."""
    chat = chat_of(world, call)
    check_access(world, chat)
    message = chat.ephemeral.get(call.number("ephemeral_message_id"))
    if (
        message is None
        or message.ephemeral is None
        or not message.by_bot
        or message.ephemeral.person.id != call.number("receiver_user_id")
    ):
        raise bad_request("message to edit not found")
    return message


def _asked(world: World, call: Call) -> Json | None:
    """Return what a call says of its addressee; an older server passes over what is newer."""
    if world.bot_api >= EPHEMERAL_PARAMETERS:
        return call.mapping("ephemeral_message_parameters") or None
    if world.bot_api >= EPHEMERAL and call.has("receiver_user_id"):
        return {name: call.text(name) for name in ("receiver_user_id", "callback_query_id")}
    return None


def _press(world: World, chat: Chat, query: str) -> Press:
    press = world.presses.get(query)
    if press is None or press.expired or press.message.chat is not chat:
        raise bad_request(_TOO_OLD)
    if not _is_fresh(world, press.made_at):
        raise bad_request(_TOO_OLD)
    return press


def _is_fresh(world: World, moment: datetime) -> bool:
    return world.clock.now() - moment <= ANSWER_WITHIN


def _sent_at(message: Message) -> datetime:
    assert message.ephemeral is not None
    return message.ephemeral.sent_at
