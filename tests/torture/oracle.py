"""What the book must say after the updates that Telegram had for the bot: a model of its own.

It reads the few kinds of lines that the town says, knows nothing of the bot's code, and
takes the updates in the order in which a chat's were queued, each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.playground.wire import Json

_SPLIT = re.compile(r"/split (\d+) \w+((?: @\w+)*)")
_SETTLE = re.compile(r"/settle @(\w+) (\d+)")
_PRESS = re.compile(r"(toggle|undo|restore):(\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One revision of a book: the entry's number, what was done, and what it says since.

    `owers` are the users who owe a part of it; for a payment its one payee.
    """

    number: int
    action: str
    amount: int
    owers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """A command and the step it must have led to; None where it must have been refused.

    `update` is the update that brought it, `message` what was said or edited, `press` the
    press's id where it was one.
    """

    update: int
    chat: int
    message: int
    step: Step | None
    press: str | None = None


@dataclass(eq=False, slots=True)
class _Entry:
    number: int
    author: int
    amount: int
    owers: frozenset[int]
    names: frozenset[str] = frozenset()
    is_payment: bool = False
    deleted: bool = False


@dataclass(eq=False)
class Expected:
    """One chat's book as it must be, and what was told there, in order."""

    owner: int
    people: frozenset[int]
    told: list[Told] = field(default_factory=list)
    entries: list[_Entry] = field(default_factory=list)
    by_message: dict[tuple[int, int], _Entry] = field(default_factory=dict)

    @property
    def steps(self) -> list[Step]:
        return [told.step for told in self.told if told.step is not None]


class Oracle:
    """Books by chat; `add_group` says who is in each, with its owner, who is an admin."""

    def __init__(self, usernames: dict[str, int]) -> None:
        self._users = usernames
        self._seen: set[int] = set()
        self._update = 0
        self.books: dict[int, Expected] = {}

    def add_group(self, chat_id: int, owner: int, people: Iterable[int]) -> None:
        self.books[chat_id] = Expected(owner, frozenset(people))

    def take(self, update: Json) -> None:
        """Take one update; one that was taken before changes nothing."""
        if update["update_id"] in self._seen:
            return
        self._seen.add(update["update_id"])
        self._update = update["update_id"]
        if "message" in update:
            self._say(update["message"])
        elif "edited_message" in update:
            self._edit(update["edited_message"])
        elif "callback_query" in update:
            self._press(update["callback_query"])

    def _say(self, message: Json) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        self._follow(chat_id, message.get("migrate_to_chat_id"))
        self._follow(message.get("migrate_from_chat_id"), chat_id)
        book = self.books.get(chat_id)
        if book is None or "from" not in message:
            return
        sender, message_id = message["from"]["id"], message["message_id"]
        if (chat_id, message_id) in book.by_message:
            return  # Its edited form came first and was recorded.
        if split := _SPLIT.fullmatch(text):
            owers = self._sharers(book, sender, split[2])
            names = _names(split[2])
            entry = _Entry(len(book.entries) + 1, sender, int(split[1]), owers, names)
            self._record(book, entry, message)
        elif settle := _SETTLE.fullmatch(text):
            owers = frozenset({self._users[settle[1]]})
            entry = _Entry(len(book.entries) + 1, sender, int(settle[2]), owers, is_payment=True)
            self._record(book, entry, message)
        elif text == "/undo":
            own = [entry for entry in book.entries if entry.author == sender and not entry.deleted]
            self._tell(book, message, _delete(own[-1]) if own else None)

    def _follow(self, old: int | None, new: int | None) -> None:
        if old in self.books and new is not None:
            self.books[new] = self.books[old]

    def _sharers(self, book: Expected, sender: int, names: str) -> frozenset[int]:
        named = {self._users[name] for name in _names(names)}
        return frozenset(named | {sender}) if named else book.people

    def _record(self, book: Expected, entry: _Entry, message: Json) -> None:
        book.entries.append(entry)
        book.by_message[message["chat"]["id"], message["message_id"]] = entry
        self._tell(book, message, _step(entry, "record"))

    def _tell(
        self, book: Expected, message: Json, step: Step | None, press: str | None = None
    ) -> None:
        chat_id, message_id = message["chat"]["id"], message["message_id"]
        book.told.append(Told(self._update, chat_id, message_id, step, press))

    def _edit(self, message: Json) -> None:
        chat_id, message_id = message["chat"]["id"], message["message_id"]
        split = _SPLIT.fullmatch(message.get("text", ""))
        book = self.books.get(chat_id)
        if book is None or split is None:
            return
        entry = book.by_message.get((chat_id, message_id))
        if entry is None:
            self._say(message)
            return
        step = None
        if not entry.deleted:
            entry.amount = int(split[1])
            # Whoever put themselves in or out stays so while the line names the same people.
            if (names := _names(split[2])) != entry.names:
                entry.names = names
                entry.owers = self._sharers(book, message["from"]["id"], split[2])
            step = _step(entry, "edit")
        self._tell(book, message, step)

    def _press(self, query: Json) -> None:
        message, presser = query["message"], query["from"]["id"]
        pressed = _PRESS.match(query["data"])
        book = self.books.get(message["chat"]["id"])
        if book is None or pressed is None:
            return
        entry = book.entries[int(pressed[2]) - 1]
        step = None
        if pressed[1] == "toggle":
            left = entry.owers ^ {presser}
            if not (entry.deleted or entry.is_payment) and left:
                entry.owers = left
                step = _step(entry, "edit")
        elif presser in (entry.author, book.owner):
            if pressed[1] == "undo" and not entry.deleted:
                step = _delete(entry)
            elif pressed[1] == "restore" and entry.deleted:
                entry.deleted = False
                step = _step(entry, "restore")
        self._tell(book, message, step, query["id"])


def _names(written: str) -> frozenset[str]:
    return frozenset(re.findall(r"@(\w+)", written))


def _delete(entry: _Entry) -> Step:
    entry.deleted = True
    return _step(entry, "delete")


def _step(entry: _Entry, action: str) -> Step:
    return Step(entry.number, action, entry.amount, entry.owers)
