"""The bot's answer as a value, and what its buttons send back when pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from markupsafe import Markup

MAX_PRESS_BYTES: Final = 64
"""Telegram's limit for callback data (Bot API, InlineKeyboardButton)."""
MAX_TEXT: Final = 4096
"""Telegram's limit for a message's text, counted after its markup is parsed."""
MAX_CAPTION: Final = 1024
"""Telegram's limit for a picture's or document's caption, counted likewise."""
MAX_ALERT: Final = 200
"""Telegram's limit for the answer to a pressed button (Bot API, answerCallbackQuery)."""


class Verb(StrEnum):
    """What a button asks for. Its arguments stand behind it, as named here."""

    JOIN = "join"
    """No arguments: the presser becomes a member."""
    TOGGLE = "toggle"
    """Entry's number: the presser in or out of an equal split."""
    UNDO = "undo"
    """Entry's number: delete it."""
    RESTORE = "restore"
    """Entry's number."""
    DETAILS = "details"
    """Entry's number, page (from 0): everything about it."""
    MERGE = "merge"
    """Member id that goes, member id that stays, number of the entry that asks."""
    BALANCE = "balance"
    """Page (from 0)."""
    STANDING = "standing"
    """Member id, page (from 0)."""
    PAIRS = "pairs"
    """Page (from 0): who owes whom."""
    CHART = "chart"
    """No arguments."""
    SETTLE = "settle"
    """Page (from 0): the suggested payments."""
    PAID = "paid"
    """Payer's member id, payee's member id, currency, minor units: the debtor says so.

    Behind them the number of the group's latest change, as the same payment of a later plan
    is another one, and the page (from 0).
    """
    GOT = "got"
    """The same as PAID, said by the creditor."""
    HISTORY = "history"
    """Page (from 1, as the ledger counts), then the filter as `views.history_pages` writes it."""
    LOG = "log"
    """Page (from 1, as the ledger counts)."""
    MEMBERS = "members"
    """Page (from 0)."""
    CURRENCY = "currency"
    """ISO code to choose; none: show the choices."""
    TIMEZONE = "timezone"
    """IANA name to choose; none: show the choices."""
    LANGUAGE = "language"
    """Locale to choose; none: show the choices."""
    SIMPLIFY = "simplify"
    """`on` or `off`."""
    PRIVACY = "privacy"
    """No arguments: what is kept."""
    EXPORT_ME = "mydata"
    """No arguments: all that is kept about the presser."""
    FORGET_ME = "forget"
    """`yes`, or none: ask first."""
    EVERY = "every"
    """Page (from 0): the recurring expenses."""
    SKIP = "skip"
    """Recurring expense's number, date (ISO): leave that one out.

    Behind them, here and below, the page (from 0) where the button stands in the list.
    """
    STOP = "stop"
    """Recurring expense's number."""
    RESUME = "resume"
    """Recurring expense's number: go on after a pause."""
    WEEKLY = "weekly"
    """`on` or `off`: the group's summary, in private one's own."""
    REMIND = "remind"
    """`weekly`, `daily` or `off`: reminders of all open debts."""
    SNOOZE = "snooze"
    """No arguments: the presser is not reminded for a while."""
    MUTE = "mute"
    """`on` or `off`: the presser is not reminded at all, or again."""
    HELP = "help"
    """No arguments."""


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button as read: the verb and its arguments, not yet checked."""

    verb: Verb
    args: tuple[str, ...]

    def number(self, place: int) -> int:
        """Return the argument at `place` as a number >= 0; raise ValueError when it is none."""
        if place >= len(self.args) or not self.args[place].isascii():
            raise ValueError(f"no number at {place}: {self.args!r}")
        if not self.args[place].isdigit():
            raise ValueError(f"no number at {place}: {self.args!r}")
        return int(self.args[place])


def press(verb: Verb, *args: str | int) -> str:
    """Return a button's callback data: `press(Verb.UNDO, 12)` is "undo:12".

    A colon within an argument is escaped, so any text comes back as it was. The result
    has at most 64 bytes; a longer one is a programmer's mistake.
    """
    told = ":".join([verb.value, *(_escape(str(arg)) for arg in args)])
    assert len(told.encode()) <= MAX_PRESS_BYTES, told
    return told


def read_press(told: str) -> Press:
    """Read callback data, which anybody can forge; raise ValueError when it is none of ours."""
    verb, *args = told.split(":")
    return Press(Verb(verb), tuple(_unescape(arg) for arg in args))


def _escape(arg: str) -> str:
    return arg.replace("%", "%25").replace(":", "%3A")


def _unescape(arg: str) -> str:
    return arg.replace("%3A", ":").replace("%25", "%")


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message: its plain label, and what a press sends or opens."""

    label: str
    press: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        assert (self.press is None) != (self.url is None), "a button sends or opens"
        assert self.label, "a button has a label"


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file made for the reader: its name, whose ending says its kind, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: Telegram HTML with its buttons.

    `picture` holds the bytes of a PNG that the text becomes the caption of, `document` a
    file likewise. `attachment` is an entry's picture or document as the entry keeps it, to
    be sent again with the text as its caption. `asks` is the placeholder of the input field
    where the answer asks for one in return (a forced reply), and then there are no buttons.
    """

    text: Markup
    buttons: Keyboard = ()
    picture: bytes | None = None
    document: Document | None = None
    attachment: str | None = None
    asks: str | None = None

    def __post_init__(self) -> None:
        assert not (self.asks and self.buttons), "a forced reply takes the keyboard's place"
