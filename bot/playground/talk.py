"""What people do in a chat: write, edit, press buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.playground import entities, rules
from bot.playground.api_versions import EPHEMERAL
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Message, Person
from bot.playground.state import (
    ANONYMOUS_ADMIN,
    CHANNEL_BOT,
    FORWARDER,
    Answer,
    Press,
    State,
)
from bot.playground.wire import Json, Upload, utf16_length

MOST_TEXT = 4096
MOST_CAPTION = 1024
Mentions = Mapping[str, Person] | Sequence[Json]
"""Mentions of people without a username: the part of the text that names each, or entities."""


class Talk(State):
    """The people's side of the conversation."""

    def say(
        self,
        person: Person,
        chat: Chat,
        text: str = "",
        *,
        reply_to: Message | None = None,
        mentions: Mentions = (),
        thread: int | None = None,
        photo: bytes | Upload | None = None,
        document: bytes | Upload | None = None,
        forwarded_from: Person | None = None,
        via_bot: Json | None = None,
        extra: Json | None = None,
        ephemeral: bool = False,
    ) -> Message:
        """Write a message as a person; with a picture or document the text is its caption.

        An `ephemeral` one is seen by nobody but the bot: Telegram's apps send commands so
        that the menu marks. `extra` adds any fields of the Bot API's Message. Raises
        ValueError where Telegram would not let the person write this.
        """
        self._check_may_write(person, chat)
        content = self._content(text, mentions, photo, document)
        if forwarded_from is not None:
            content["forward_origin"] = {
                "type": "user",
                "date": self.timestamp,
                "sender_user": forwarded_from.user(),
            }
        if via_bot is not None:
            content["via_bot"] = via_bot
        content |= extra or {}
        return self.append(
            chat,
            content,
            person,
            thread=thread,
            reply_to=reply_to,
            only_for=person if ephemeral else None,
        )

    def sends_ephemeral(self, person: Person, chat: Chat, text: str) -> bool:
        """Tell whether a person's app sends this as an ephemeral command, as the menu says."""
        if self.bot_api < EPHEMERAL or chat.type == "private" or not text.startswith("/"):
            return False
        name = text[1:].split(maxsplit=1)[0].partition("@")[0] if text[1:].strip() else ""
        return any(
            command["command"] == name and command.get("is_ephemeral")
            for command in self.menu.seen_by(person, chat)
        )

    def say_anonymously(
        self,
        chat: Chat,
        text: str,
        *,
        reply_to: Message | None = None,
        mentions: Mentions = (),
        thread: int | None = None,
    ) -> Message:
        """Write as an administrator who stays anonymous: the group itself speaks."""
        return self.append(
            chat,
            self._content(text, mentions),
            None,
            sender=ANONYMOUS_ADMIN,
            sender_chat=chat.summary(),
            reply_to=reply_to,
            thread=thread,
        )

    def say_as_channel(
        self, chat: Chat, title: str, text: str, *, forwarded_automatically: bool = False
    ) -> Message:
        """Write as a channel: somebody who speaks as theirs, or the linked one's post."""
        channel: Json = {"id": -1_001_900_000_001, "type": "channel", "title": title}
        content = self._content(text)
        if forwarded_automatically:
            content["is_automatic_forward"] = True
            content["forward_origin"] = {
                "type": "channel",
                "date": self.timestamp,
                "chat": channel,
                "message_id": chat.latest_id + 1,
            }
        sender = FORWARDER if forwarded_automatically else CHANNEL_BOT
        return self.append(chat, content, None, sender=sender, sender_chat=channel)

    def edit(
        self,
        person: Person,
        message: Message,
        text: str | None = None,
        *,
        mentions: Mentions = (),
    ) -> Message:
        """Edit one's own message; without a text the change is one that nobody sees.

        (A link preview that arrives makes such an edited_message.) Raises ValueError.
        """
        if message.author is not person:
            raise ValueError("only one's own messages can be edited")
        if message.deleted:
            raise ValueError("the message was deleted")
        if text is None:
            self.replace(message, {})
        else:
            is_caption = "text" not in message.body
            changed = self._worded(text, mentions, is_caption=is_caption)
            if not is_caption and not changed.get("text"):
                raise ValueError("a message can't be empty")
            self.replace(
                message,
                changed,
                removed=("text", "entities", "caption", "caption_entities"),
            )
        if rules.bot_sees(message, self.bot, self.privacy):
            self.updates.put("edited_message", message.body)
        return message

    def delete(self, message: Message) -> None:
        """Delete a message as people do: the bot is never told."""
        message.deleted = True
        if message.ephemeral is not None:
            message.chat.ephemeral.pop(message.ephemeral.id, None)
        else:
            message.chat.messages.pop(message.id, None)
        self.journal.record("deleted", {"message": message})

    def press_button(
        self, person: Person, message: Message, button: str, *, stale: bool = False
    ) -> Press:
        """Press a button, without waiting for the answer.

        `button` is its callback data, its text, or a part of it that only one has. `stale`
        sends callback data that the message does not, or no longer, carry (an old screen, or
        forged). Raises LookupError.
        """
        if not message.is_shown_to(person):
            raise LookupError(f"{person.name} does not see this message")
        data = button if stale else message.button(button).get("callback_data")
        if data is None:
            raise LookupError(f"the button {button!r} tells the bot nothing")
        number = f"{4382 + len(self.presses):019d}"
        press = Press(number, person, message, data, None, self.clock.now())
        self.presses[press.id] = press
        body = message.body
        if message.deleted:
            body = {"chat": message.chat.summary(), "message_id": message.id, "date": 0}
        query = {
            "id": press.id,
            "from": person.user(),
            "message": body,
            "chat_instance": str(abs(message.chat.id) * 7919),
            "data": data,
        }
        press.update = self.updates.put("callback_query", query)
        return press

    async def press(
        self,
        person: Person,
        message: Message,
        button: str,
        *,
        stale: bool = False,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Answer:
        """Press a button and return the bot's answer. Raises TimeoutError, LookupError."""
        press = self.press_button(person, message, button, stale=stale)
        return await self.journal.until(lambda: press.answer, timeout_seconds)

    def expire_presses(self) -> None:
        """Make all open presses too old to be answered."""
        for press in self.presses.values():
            press.expired = True

    def _check_may_write(self, person: Person, chat: Chat) -> None:
        if person.is_bot:
            raise ValueError(f"{person.name} is a bot of somebody else's")
        if chat.person is not None:
            if chat.person is not person:
                raise ValueError(f"this is {chat.person.name}'s private chat")
            if person.blocked:
                raise ValueError(f"{person.name} has blocked the bot")
            if not person.started:
                person.started = True
                self.journal.record("person", {"person": person})
            return
        standing = chat.standing(person)
        if standing is None or not standing.is_inside:
            raise ValueError(f"{person.name} is not in {chat.title}")
        if chat.migrated_to is not None:
            raise ValueError(f"{chat.title} has become a supergroup")

    def _content(
        self,
        text: str,
        mentions: Mentions = (),
        photo: bytes | Upload | None = None,
        document: bytes | Upload | None = None,
    ) -> Json:
        if photo is not None:
            stored = self.files.add_photo(_upload(photo, "photo.png"))
            return {"photo": stored.photo(), **self._worded(text, mentions, is_caption=True)}
        if document is not None:
            stored = self.files.add_document(_upload(document, "document.txt"))
            return {"document": stored.document(), **self._worded(text, mentions, is_caption=True)}
        worded = self._worded(text, mentions)
        if not worded:
            raise ValueError("a message can't be empty")
        return worded

    def _worded(self, text: str, mentions: Mentions, *, is_caption: bool = False) -> Json:
        """Return a text as Telegram makes it: trimmed, with entities."""
        given = self._given_mentions(text, mentions)
        body, given = entities.trimmed(text, given)
        if not body:
            return {}
        if utf16_length(body) > (MOST_CAPTION if is_caption else MOST_TEXT):
            raise ValueError("the text is too long")
        key, entities_key = ("caption", "caption_entities") if is_caption else ("text", "entities")
        worded: Json = {key: body}
        found = entities.merged(given, entities.find(body, given))
        if found:
            worded[entities_key] = found
        return worded

    @staticmethod
    def _given_mentions(text: str, mentions: Mentions) -> list[Json]:
        if isinstance(mentions, Mapping):
            return [
                entities.marked(text, part, "text_mention", user=person.user())
                for part, person in mentions.items()
            ]
        return [dict(entity) for entity in mentions]


def _upload(content: bytes | Upload, name: str) -> Upload:
    return content if isinstance(content, Upload) else Upload(content, name)
