"""Who and what there is: people, chats, memberships, topics, messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from bot.playground.journal import PATIENCE_SECONDS, Journal
from bot.playground.rich_text import plain_text
from bot.playground.wire import Json

ChatType: TypeAlias = Literal["private", "group", "supergroup", "channel"]
Status: TypeAlias = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


@dataclass(eq=False, slots=True)
class Person:
    """A Telegram account, the bot's included."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    """Has written to the bot privately, so that it may write back."""
    blocked: bool = False
    """Has blocked the bot."""
    deactivated: bool = False
    """Has deleted the account."""

    def user(self) -> Json:
        """Return the Bot API's User."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(slots=True)
class Membership:
    """A person's (or the bot's) standing in a group."""

    person: Person
    status: Status = "member"
    anonymous: bool = False
    was_removed: bool = False
    """Removed by somebody: a basic group then says "left" where a supergroup says "kicked"."""

    @property
    def is_inside(self) -> bool:
        """Whether they are in the group."""
        return self.status not in {"left", "kicked"}

    @property
    def is_admin(self) -> bool:
        """Whether they are the owner or an administrator."""
        return self.status in {"creator", "administrator"}

    def chat_member(self, permissions: Permissions) -> Json:
        """Return the Bot API's ChatMember, with the flags its kind must have."""
        member: Json = {"user": self.person.user(), "status": self.status}
        if self.status == "creator":
            member["is_anonymous"] = self.anonymous
        elif self.status == "administrator":
            member |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            member |= dict.fromkeys(ADMIN_RIGHTS, True)
        elif self.status == "restricted":
            member |= {"is_member": True, "until_date": 0, **permissions.flags()}
        elif self.status == "kicked":
            member["until_date"] = 0
        return member


@dataclass(slots=True)
class Permissions:
    """What members who are no administrators may send."""

    text: bool = True
    photos: bool = True
    documents: bool = True
    plain: bool = True
    """Text without a file; where only that is forbidden, Telegram has other words for it."""
    stars: int = 0
    """What a message costs whoever is no administrator; a bot has no Stars to pay with."""

    def flags(self) -> Json:
        """Return the Bot API's ChatPermissions."""
        flags = dict.fromkeys(
            (
                "can_send_audios",
                "can_send_videos",
                "can_send_video_notes",
                "can_send_voice_notes",
                "can_send_polls",
                "can_send_other_messages",
                "can_add_web_page_previews",
                "can_change_info",
                "can_invite_users",
                "can_pin_messages",
                "can_manage_topics",
                "can_edit_tag",
                "can_react_to_messages",
            ),
            self.text,
        )
        return {
            "can_send_messages": self.text and self.plain,
            "can_send_photos": self.photos,
            "can_send_documents": self.documents,
            **flags,
        }


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """What makes a message one that only one person, and the bot, sees.

    https://core.telegram.org/bots/api#ephemeral-messages-and-commands
    """

    id: int
    """Its own number: the message id of all of them is 0."""
    person: Person
    """Who sees it: who wrote it, or whom the bot wrote it to."""
    sent_at: datetime
    replaces: int | None = None
    """The message in whose place it is shown to them."""


@dataclass(eq=False, slots=True, repr=False)
class Message:
    """A message in a chat. `body` is the Bot API's Message as the bot sees it."""

    chat: Chat
    id: int
    body: Json
    author: Person | None
    """Who wrote it; None for channels and anonymous administrators."""
    markup: Json | None = None
    """The reply_markup the bot gave, forced replies and keyboards included."""
    edits: int = 0
    deleted: bool = False
    reactions: list[Json] = field(default_factory=list)
    ephemeral: Ephemeral | None = None
    place: int = 0
    """Which message of its chat it is, in the order in which they were sent."""

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.id}: {self.text!r}>"

    def is_shown_to(self, person: Person) -> bool:
        """Whether somebody in the chat sees it: an ephemeral message is for one person."""
        return self.ephemeral is None or self.ephemeral.person is person

    @property
    def by_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.author is not None and self.author.is_bot

    @property
    def text(self) -> str:
        """The text, the caption of a picture or document, or what a rich message says."""
        text: str = self.body.get("text") or self.body.get("caption") or ""
        if not text and "rich_message" in self.body:
            return plain_text(self.body["rich_message"])
        return text

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        found: list[Json] = self.body.get("entities") or self.body.get("caption_entities") or []
        return found

    @property
    def buttons(self) -> list[list[Json]]:
        """The rows of inline buttons."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard") or []
        return rows

    @property
    def button_texts(self) -> list[str]:
        """What stands on the buttons, row by row."""
        return [button["text"] for row in self.buttons for button in row]

    def button(self, wanted: str) -> Json:
        """Return the button with this callback data, text, or single text that contains it.

        Raises LookupError, naming the buttons there are.
        """
        buttons = [button for row in self.buttons for button in row]
        for button in buttons:
            if wanted in (button.get("callback_data"), button["text"]):
                return button
        near = [button for button in buttons if wanted.lower() in button["text"].lower()]
        if len(near) == 1:
            return near[0]
        raise LookupError(f"no single button {wanted!r} among {self.button_texts}")

    def seen(self) -> Json:
        """Return the message for the page, which also shows what the Bot API leaves out."""
        extra: Json = {}
        if self.markup is not None:
            extra["reply_markup"] = self.markup
        if self.reactions:
            extra["reactions"] = self.reactions
        if self.ephemeral is not None:
            extra["only_for"] = self.ephemeral.person.id
            extra["replaces"] = self.ephemeral.replaces
        return {**self.body, **extra} if extra else self.body

    async def changed(self, edits: int, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Wait until it was edited more often than `edits` times."""
        await self.chat.journal.until(lambda: self.edits > edits, timeout_seconds)
        return self

    async def gone(self, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Wait until it was deleted."""
        await self.chat.journal.until(lambda: self.deleted, timeout_seconds)
        return self


@dataclass(eq=False, repr=False)
class Chat:
    """A group or a private chat, with everything said in it."""

    id: int
    type: ChatType
    journal: Journal
    title: str | None = None
    person: Person | None = None
    is_forum: bool = False
    is_direct_messages: bool = False
    """The direct messages of a channel, with one topic for everybody who writes."""
    general_closed: bool = False
    """In a forum: only administrators write outside of its topics."""
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    ephemeral: dict[int, Message] = field(default_factory=dict)
    """Messages that one person sees, by their own numbers."""
    topics: dict[int, Topic] = field(default_factory=dict)
    permissions: Permissions = field(default_factory=Permissions)
    migrated_to: int | None = None
    migrated_from: int | None = None
    pinned: int | None = None
    latest_id: int = 0
    latest_ephemeral_id: int = 0
    latest_place: int = 0
    bot_messages: list[Message] = field(default_factory=list)
    """What the bot said here, in order, deleted and ephemeral messages included."""
    _heard: int = 0

    def __repr__(self) -> str:
        return f"<Chat {self.id} ({self.type}) {self.title or self.person}>"

    def summary(self) -> Json:
        """Return the Bot API's Chat, as messages carry it."""
        chat: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            user = self.person.user()
            chat |= {
                key: user[key] for key in ("first_name", "last_name", "username") if key in user
            }
        else:
            chat["title"] = self.title
            if self.type == "group":
                chat["all_members_are_administrators"] = False
        if self.is_forum:
            chat["is_forum"] = True
        if self.is_direct_messages:
            chat["is_direct_messages"] = True
        return chat

    def standing(self, person: Person) -> Membership | None:
        """Return a person's membership, None for whoever never was here."""
        return self.members.get(person.id)

    def inside(self) -> Iterator[Membership]:
        """Iterate over those who are in the group."""
        return (member for member in self.members.values() if member.is_inside)

    @property
    def everything(self) -> list[Message]:
        """All messages that were not deleted, ephemeral ones included, in order."""
        return sorted(
            (*self.messages.values(), *self.ephemeral.values()), key=lambda each: each.place
        )

    @property
    def last(self) -> Message:
        """The bot's latest message here; LookupError when it said nothing."""
        if not self.bot_messages:
            raise LookupError("the bot said nothing here")
        return self.bot_messages[-1]

    async def next_message(
        self,
        where: Callable[[Message], bool] = lambda message: True,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Message:
        """Wait for the bot's next message here that was not returned before.

        Those that `where` refuses are passed over and count as returned. Raises TimeoutError,
        naming what the bot said instead.
        """

        def heard() -> Message | None:
            for place in range(self._heard, len(self.bot_messages)):
                if where(self.bot_messages[place]):
                    self._heard = place + 1
                    return self.bot_messages[place]
            return None

        try:
            return await self.journal.until(heard, timeout_seconds)
        except TimeoutError:
            unread = [message.text for message in self.bot_messages[self._heard :]]
            raise TimeoutError(f"no such message from the bot; it said {unread}") from None

    def unheard(self) -> list[Message]:
        """Return what `next_message` has not returned yet, and count it as returned."""
        unread = self.bot_messages[self._heard :]
        self._heard = len(self.bot_messages)
        return unread
