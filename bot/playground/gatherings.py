"""What happens to groups and accounts: joining, leaving, renaming, migrating."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.playground.people import Chat, Membership, Message, Person, Status, Topic
from bot.playground.state import State
from bot.playground.wire import Json


class Gatherings(State):
    """Groups and accounts, changed by people."""

    def new_group(
        self,
        title: str,
        people: Sequence[Person],
        kind: Literal["group", "supergroup"] = "group",
        *,
        admins: Sequence[Person] = (),
        bot: bool = True,
        announce: bool = True,
        is_forum: bool = False,
    ) -> Chat:
        """Make a group of people; the first one owns it and adds the bot.

        Without `announce` the bot is in it from the beginning and is told nothing.
        """
        chat = self.make_chat(title, "supergroup" if is_forum else kind, is_forum=is_forum)
        for place, person in enumerate(people):
            status: Status = (
                "creator" if not place else "administrator" if person in admins else "member"
            )
            chat.members[person.id] = Membership(person, status)
        if bot and announce:
            self.add_bot(chat, people[0])
        elif bot:
            chat.members[self.bot.id] = Membership(self.bot)
        self.chat_changed(chat)
        return chat

    def new_direct_messages(self, title: str, people: Sequence[Person]) -> Chat:
        """Make the direct messages of a channel, which the bot helps to run."""
        chat = self.make_chat(title, "supergroup")
        chat.is_direct_messages = True
        chat.members |= {person.id: Membership(person) for person in people}
        chat.members[self.bot.id] = Membership(self.bot, "administrator")
        return chat

    def add_bot(self, chat: Chat, by: Person | None = None) -> Message:
        """Add the bot to a group: my_chat_member, then the service message."""
        return self.join(self.bot, chat, by=by or self._owner(chat))

    def remove_bot(self, chat: Chat, by: Person | None = None) -> Message:
        """Remove the bot from a group."""
        return self.remove(self.bot, chat, by=by or self._owner(chat))

    def join(
        self, person: Person, chat: Chat, *, by: Person | None = None, silent: bool = False
    ) -> Message:
        """Let somebody join, or be added `by` somebody.

        `silent` leaves out the service message, as in large supergroups: then only an
        administrator bot hears of it (chat_member). Returns the message (or the latest one).
        """
        adder = by or person
        self._change(chat, person, "member", adder)
        return self._tell(
            chat,
            {
                "new_chat_participant": person.user(),
                "new_chat_member": person.user(),
                "new_chat_members": [person.user()],
            },
            adder,
            silent=silent,
        )

    def leave(self, person: Person, chat: Chat, *, silent: bool = False) -> Message:
        """Let somebody leave a group."""
        return self.remove(person, chat, by=person, silent=silent)

    def remove(
        self, person: Person, chat: Chat, *, by: Person | None = None, silent: bool = False
    ) -> Message:
        """Remove somebody from a group; who is removed from a supergroup is banned there."""
        remover = by or self._owner(chat)
        leaves = remover is person
        status: Status = "left" if leaves or chat.type == "group" else "kicked"
        content = {
            "left_chat_participant": person.user(),
            "left_chat_member": person.user(),
        }
        if person is self.bot:
            # The bot is out when the service message comes, and no longer sees it.
            self._change(chat, person, status, remover, was_removed=not leaves)
            return self._tell(chat, content, remover, silent=silent)
        said = self._tell(chat, content, remover, silent=silent)
        self._change(chat, person, status, remover, was_removed=not leaves)
        return said

    def promote(
        self, person: Person, chat: Chat, *, by: Person | None = None, anonymous: bool = False
    ) -> None:
        """Make somebody (or the bot) an administrator."""
        self._change(chat, person, "administrator", by or self._owner(chat), anonymous=anonymous)

    def demote(self, person: Person, chat: Chat, *, by: Person | None = None) -> None:
        """Make an administrator an ordinary member again."""
        self._change(chat, person, "member", by or self._owner(chat))

    def permit(
        self,
        chat: Chat,
        *,
        text: bool | None = None,
        photos: bool | None = None,
        documents: bool | None = None,
        plain: bool | None = None,
        stars: int | None = None,
    ) -> None:
        """Say what members who are no administrators, the bot among them, may send.

        `stars` is what each of their messages costs.
        """
        permissions = chat.permissions
        if text is not None:
            permissions.text = text
        if photos is not None:
            permissions.photos = photos
        if documents is not None:
            permissions.documents = documents
        if plain is not None:
            permissions.plain = plain
        if stars is not None:
            permissions.stars = stars
        self.chat_changed(chat)

    def retitle(self, chat: Chat, title: str, by: Person | None = None) -> Message:
        """Rename a group."""
        chat.title = title
        self.chat_changed(chat)
        return self.service(chat, {"new_chat_title": title}, by or self._owner(chat))

    def migrate(
        self,
        chat: Chat,
        order: Literal["old first", "new first"] = "old first",
        by: Person | None = None,
        *,
        is_forum: bool = False,
    ) -> Chat:
        """Turn a basic group into a supergroup, which has a new id and counts messages anew.

        `order`: which of the two service messages comes first. Returns the new chat.
        """
        if chat.type != "group" or chat.migrated_to is not None:
            raise ValueError("only a basic group can become a supergroup")
        owner = by or self._owner(chat)
        new = self.make_chat(chat.title or "", "supergroup", is_forum=is_forum)
        new.members = {
            member.person.id: Membership(member.person, member.status, member.anonymous)
            for member in chat.members.values()
        }
        new.permissions = chat.permissions
        new.migrated_from = chat.id
        told = [(chat, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": chat.id})]
        for place, content in told if order == "old first" else reversed(told):
            self.service(place, content, owner)
        chat.migrated_to = new.id
        self.chat_changed(chat)
        self.chat_changed(new)
        return new

    def new_topic(self, chat: Chat, name: str, by: Person | None = None) -> Topic:
        """Open a topic in a forum; its id is the thread to write to."""
        if not chat.is_forum:
            raise ValueError("only a forum has topics")
        content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        message = self.append(chat, content, by or self._owner(chat), thread=chat.latest_id + 1)
        topic = chat.topics[message.id] = Topic(message.id, name)
        self.chat_changed(chat)
        return topic

    def close_topic(self, chat: Chat, topic: Topic, *, closed: bool = True) -> None:
        """Close a topic for everybody but administrators, or open it again."""
        topic.closed = closed
        kind = "forum_topic_closed" if closed else "forum_topic_reopened"
        self.append(chat, {kind: {}}, self._owner(chat), thread=topic.id)
        self.chat_changed(chat)

    def close_general(self, chat: Chat, *, closed: bool = True) -> None:
        """Close a forum's General for everybody but administrators, or open it again."""
        if not chat.is_forum:
            raise ValueError("only a forum has a General")
        chat.general_closed = closed
        kind = "forum_topic_closed" if closed else "forum_topic_reopened"
        self.service(chat, {kind: {}}, self._owner(chat))
        self.chat_changed(chat)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Delete a topic; the bot is not told."""
        del chat.topics[topic.id]
        self.chat_changed(chat)

    def rename(
        self, person: Person, first_name: str | None = None, last_name: str | None = None
    ) -> None:
        """Change a person's names; an empty last name removes it."""
        if first_name:
            person.first_name = first_name
        if last_name is not None:
            person.last_name = last_name or None
        self.journal.record("person", {"person": person})

    def change_username(self, person: Person, username: str | None) -> None:
        """Change or remove a username. Raises ValueError when it is taken."""
        self.check_username(username, person)
        person.username = username or None
        self.journal.record("person", {"person": person})

    def change_language(self, person: Person, language_code: str | None) -> None:
        """Change the language of a person's app."""
        person.language_code = language_code or None
        self.journal.record("person", {"person": person})

    def block(self, person: Person, *, blocked: bool = True) -> None:
        """Block the bot, or let it write again."""
        if person.blocked == blocked:
            return
        chat = self.private(person)
        states: tuple[Status, Status] = (
            ("kicked", "member")
            if person.blocked
            else (
                "member",
                "kicked",
            )
        )
        old, new = (Membership(self.bot, status) for status in states)
        person.blocked = blocked
        self.member_changed(chat, person, old.chat_member(chat.permissions), new)
        self.journal.record("person", {"person": person})

    def _owner(self, chat: Chat) -> Person:
        for member in chat.members.values():
            if member.status == "creator":
                return member.person
        return next(member.person for member in chat.inside() if member.person is not self.bot)

    def _change(
        self,
        chat: Chat,
        person: Person,
        status: Status,
        by: Person,
        *,
        anonymous: bool = False,
        was_removed: bool = False,
    ) -> None:
        known = chat.standing(person)
        before = known or Membership(person, "left")
        old = before.chat_member(chat.permissions)
        member = chat.members[person.id] = Membership(person, status, anonymous, was_removed)
        self.member_changed(chat, by, old, member)
        self.chat_changed(chat)

    def _tell(self, chat: Chat, content: Json, by: Person, *, silent: bool) -> Message:
        if silent and chat.latest_id:
            return chat.messages[max(chat.messages)]
        return self.service(chat, content, by)
