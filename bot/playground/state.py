"""The state of the local Telegram, and how a message and an update come to be."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from bot.playground import rules
from bot.playground.api_versions import NEWEST, Version
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.journal import Journal
from bot.playground.limits import Limits
from bot.playground.menu import Menu
from bot.playground.people import Chat, Ephemeral, Membership, Message, Person
from bot.playground.updates import Update, UpdateQueue
from bot.playground.wire import Json
from ledger.core.clock import Clock, SystemClock

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # noqa: S105 - the documentation's example
BOT_ID = 110201543
FIRST_PERSON_ID = 5_200_000_001
"""Above 32 bits, as new accounts are."""
FIRST_GROUP_ID = -4_100_000_001
FIRST_SUPERGROUP_ID = -1_002_100_000_001
FIRST_UPDATE_ID = 870_000_001

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT: Json = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
FORWARDER: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot's answer to a pressed button."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None


@dataclass(eq=False, slots=True)
class Press:
    """A button that somebody pressed, on its way to the bot and back."""

    id: str
    person: Person
    message: Message
    data: str
    update: Update | None
    made_at: datetime
    answer: Answer | None = None
    expired: bool = False


@dataclass
class About:
    """What the bot says of itself, by language code (empty: for all)."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)


@dataclass
class Webhook:
    """Where updates are delivered; no url: the bot asks with getUpdates."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0


class State:
    """People, chats, messages, updates: everything there is."""

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        token: str = TOKEN,
        name: str = "All Square",
        username: str = "all_square_bot",
        privacy: bool = True,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.token = token
        self.privacy = privacy
        self.bot_api: Version = NEWEST
        """The Bot API's version that is spoken: an older server can less."""
        bot_id = int(token.partition(":")[0]) if token.partition(":")[0].isdigit() else BOT_ID
        self.bot = Person(bot_id, name, username=username, is_bot=True)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.journal = Journal()
        self.updates = UpdateQueue(FIRST_UPDATE_ID, self.journal.stir)
        self.files = Files()
        self.menu = Menu()
        self.limits = Limits()
        self.faults = Faults()
        self.webhook = Webhook()
        self.about = About()
        self.presses: dict[str, Press] = {}
        self.calls: Counter[str] = Counter()
        """How often each method was called, refused calls included."""
        self.poll: asyncio.Future[None] | None = None
        self._groups_made = 0
        self._supergroups_made = 0

    @property
    def timestamp(self) -> int:
        """The clock's time as Telegram's dates: seconds since 1970, UTC."""
        return int(self.clock.now().timestamp())

    def add_person(
        self,
        first_name: str,
        username: str | None = None,
        last_name: str | None = None,
        language_code: str | None = None,
        *,
        is_bot: bool = False,
    ) -> Person:
        """Add a Telegram account, another bot's with `is_bot`.

        Raises ValueError when the username is taken.
        """
        self.check_username(username)
        person = Person(
            FIRST_PERSON_ID + len(self.people),
            first_name,
            last_name,
            username,
            language_code,
            is_bot=is_bot,
        )
        self.people[person.id] = person
        self.journal.record("person", {"person": person})
        return person

    def check_username(self, username: str | None, owner: Person | None = None) -> None:
        """Raise ValueError when somebody else has the username."""
        for person in (*self.people.values(), self.bot):
            taken = person.username if person is not owner else None
            if username and taken and taken.lower() == username.lower():
                raise ValueError(f"@{username} belongs to {person.name}")

    def person(self, first_name: str) -> Person:
        """Return the person of a first name or username; LookupError when there is none."""
        for person in self.people.values():
            if first_name in (person.first_name, person.username):
                return person
        raise LookupError(f"nobody is called {first_name}")

    def private(self, person: Person) -> Chat:
        """Return a person's private chat with the bot, made when there is none yet."""
        chat = self.chats.get(person.id)
        if chat is None:
            chat = Chat(person.id, "private", self.journal, person=person)
            self.chats[chat.id] = chat
            self.chat_changed(chat)
        return chat

    def make_chat(self, title: str, kind: str, *, is_forum: bool = False) -> Chat:
        """Make an empty group ("group", "supergroup")."""
        if kind == "group":
            chat_id = FIRST_GROUP_ID - self._groups_made
            self._groups_made += 1
            chat = Chat(chat_id, "group", self.journal, title=title)
        elif kind == "supergroup":
            chat_id = FIRST_SUPERGROUP_ID - self._supergroups_made
            self._supergroups_made += 1
            chat = Chat(chat_id, "supergroup", self.journal, title=title, is_forum=is_forum)
        else:
            raise ValueError(f"a chat is a group or a supergroup, not {kind}")
        self.chats[chat.id] = chat
        return chat

    def chat_changed(self, chat: Chat) -> None:
        """Tell the page that a chat is new or different."""
        self.journal.record("chat", {"chat": chat})

    def append(
        self,
        chat: Chat,
        content: Json,
        author: Person | None,
        *,
        sender: Json | None = None,
        sender_chat: Json | None = None,
        markup: Json | None = None,
        thread: int | None = None,
        reply_to: Message | None = None,
        only_for: Person | None = None,
        replaces: int | None = None,
    ) -> Message:
        """Add a message to a chat and hand it to the bot when it is to see it.

        `sender` is the `from` of messages that no person wrote. An ephemeral message is
        `only_for` one person, perhaps shown to them in place of another one.
        """
        ephemeral = None
        if only_for is not None:
            chat.latest_ephemeral_id += 1
            ephemeral = Ephemeral(chat.latest_ephemeral_id, only_for, self.clock.now(), replaces)
        else:
            chat.latest_id += 1
        chat.latest_place += 1
        source = sender if author is None else author.user()
        body: Json = {"message_id": 0 if ephemeral else chat.latest_id}
        if ephemeral is not None:
            reader = ephemeral.person if author is self.bot else self.bot
            body |= {"ephemeral_message_id": ephemeral.id, "receiver_user": reader.user()}
        if source is not None:
            body["from"] = source
        if sender_chat is not None:
            body["sender_chat"] = sender_chat
        body["chat"] = chat.summary()
        body["date"] = self.timestamp
        body |= self._place(chat, thread, reply_to)
        if chat.is_direct_messages:
            body |= self._direct_topic(author, thread)
        body |= content
        if markup is not None and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        message = Message(chat, body["message_id"], body, author, markup)
        message.ephemeral, message.place = ephemeral, chat.latest_place
        if ephemeral is not None:
            chat.ephemeral[ephemeral.id] = message
        else:
            chat.messages[message.id] = message
        if author is self.bot:
            chat.bot_messages.append(message)
        self.journal.record("message", {"message": message})
        if author is not self.bot and rules.bot_sees(message, self.bot, self.privacy):
            self.updates.put("message", message.body)
        return message

    def replace(self, message: Message, changes: Json, *, removed: tuple[str, ...] = ()) -> None:
        """Change a message's content; earlier copies (updates) keep the old one.

        Whatever answers it shows it as it is now, as a Bot API server does.
        """
        kept = {key: value for key, value in message.body.items() if key not in removed}
        message.body = {**kept, "edit_date": self.timestamp, **changes}
        message.edits += 1
        for other in (*message.chat.messages.values(), *message.chat.ephemeral.values()):
            target = other.body.get("reply_to_message")
            if target is not None and target["message_id"] == message.id:
                other.body = {**other.body, "reply_to_message": _answered(message)}
        self.journal.record("edited", {"message": message})

    def service(self, chat: Chat, content: Json, by: Person | None) -> Message:
        """Add a service message ("Alice added Bob")."""
        sender = ANONYMOUS_ADMIN if by is None else None
        return self.append(chat, content, by, sender=sender)

    def member_changed(self, chat: Chat, by: Person, old: Json, member: Membership) -> None:
        """Tell the bot of a changed membership: its own, or others' where it is admin."""
        if member.person is self.bot:
            kind = "my_chat_member"
        else:
            standing = chat.standing(self.bot)
            if standing is None or not standing.is_admin:
                return
            kind = "chat_member"
        self.updates.put(
            kind,
            {
                "chat": chat.summary(),
                "from": by.user(),
                "date": self.timestamp,
                "old_chat_member": old,
                "new_chat_member": member.chat_member(chat.permissions),
            },
        )

    def _direct_topic(self, author: Person | None, topic: int | None) -> Json:
        """Return whose direct messages of a channel a message belongs to."""
        person = (
            author if author is not None and author is not self.bot else self.people[topic or 0]
        )
        return {"direct_messages_topic": {"topic_id": person.id, "user": person.user()}}

    def _place(self, chat: Chat, thread: int | None, reply_to: Message | None) -> Json:
        """Return a message's thread and reply.

        In a forum's topic every message without a reply answers the message that opened the
        topic. In other supergroups replies carry the thread of the first message they answer,
        without `is_topic_message`: an id that can't be sent to.
        """
        place: Json = {}
        if chat.is_forum:
            if thread is None and reply_to is not None and "is_topic_message" in reply_to.body:
                thread = reply_to.body["message_thread_id"]
            if thread is not None:
                place |= {"message_thread_id": thread, "is_topic_message": True}
                if reply_to is None:
                    reply_to = chat.messages.get(thread)
        elif chat.type == "supergroup" and reply_to is not None and reply_to.id:
            place["message_thread_id"] = reply_to.body.get("message_thread_id", reply_to.id)
        if reply_to is not None:
            place["reply_to_message"] = _answered(reply_to)
        return place


def _answered(message: Message) -> Json:
    """Return a message as those that answer it show it."""
    return {key: value for key, value in message.body.items() if key != "reply_to_message"}
