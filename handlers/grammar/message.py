"""A message as a line: its words, the people whom its entities mark, and whom it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.grammar.lexer import Line, from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Person, UserId

if TYPE_CHECKING:
    import telegram

_TELEGRAM = 777000
"""The account that forwards a linked channel's posts."""


def from_message(message: telegram.Message) -> Line:
    """Read a message's text or caption, with the people its text mentions mark."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities or ()
    marks = [
        (entity.offset, entity.length, person)
        for entity in entities
        if entity.type == "text_mention"
        and entity.user is not None
        and (person := person_of(entity.user)) is not None
    ]
    line = replace(from_text(text, marks), replied=_replied(message))
    _refuse_bots(line, message)
    return line


def _refuse_bots(line: Line, message: telegram.Message) -> None:
    """Raise IS_A_BOT(name, examples) for the bots that the message itself makes known.

    These are the one it is for and the one it answers; of others only the name can tell.
    """
    for at, word in enumerate(line.words):
        if word.plain == "//":
            return
        whom = word.whom
        if (
            isinstance(whom, Name)
            and whom.person is None
            and whom.text.casefold().endswith("bot")  # As all bots' usernames do.
            and whom.text.casefold() in _bots(message)
        ):
            example = line.replaced(at, at + 1)
            raise LedgerError(Code.IS_A_BOT, name=whom, examples=(example,))


def _bots(message: telegram.Message) -> set[str]:
    known = [message.get_bot().username]
    to = message.reply_to_message
    if to is not None and to.from_user is not None and to.from_user.is_bot:
        known.append(to.from_user.username or "")
    return {username.casefold() for username in known}


def person_of(user: telegram.User) -> Person | None:
    """Return the account as a person; None for bots and the accounts that stand for chats."""
    if user.is_bot or user.id == _TELEGRAM:
        return None
    return Person(
        UserId(user.id), user.first_name, user.last_name, user.username, user.language_code
    )


def _replied(message: telegram.Message) -> Name | None:
    to = message.reply_to_message
    # In a topic every message that answers nothing "answers" the one that made the topic.
    if to is None or to.from_user is None or to.sender_chat or to.forum_topic_created:
        return None
    person = person_of(to.from_user)
    return None if person is None else Name(person.username or person.first_name, person)
