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
MAX_COPIED: Final = 256
"""Telegram's limit for what a button copies, in UTF-16 units (Bot API, CopyTextButton)."""
MAX_COLUMNS: Final = 20
"""Telegram's limit for a table (Bot API, rich messages)."""
MAX_ALERT: Final = 200
"""Telegram's limit for the answer to a pressed button (Bot API, answerCallbackQuery)."""


class Verb(StrEnum):
    """What a button asks for. Its arguments stand behind it, as named here."""

    JOIN = "join"
    """No arguments: the presser becomes a member."""
    TOGGLE = "toggle"
    """Entry's number: the presser in or out of an equal split."""
    CHANGE = "change"
    """Entry's number, page (from 0): choose by taps who shares and who paid."""
    SHARER = "sharer"
    """Entry's number, member id, page: that member in or out."""
    PAYER = "payer"
    """Entry's number, page: choose who paid; a member id behind them: that one did."""
    DONE = "done"
    """Entry's number: the plain receipt again."""
    UNDO = "undo"
    """Entry's number: delete it."""
    RESTORE = "restore"
    """Entry's number."""
    DETAILS = "details"
    """Entry's number, page (from 0): everything about it; HERE: in the place of its receipt."""
    GRANTED = "granted"
    """Entry's number: whoever may change it lets it be as the message replied to says."""
    MEANS = "means"
    """Entry's number, number of one of the ways in which the message replied to may be meant."""
    SHARE_WITH = "with"
    """Entry's number, member id: only whoever paid and that member share it."""
    SHARE_ALONE = "alone"
    """Entry's number, member id: all of it is that member's."""
    PAID_BY = "paidby"
    """Entry's number, member id: that member paid it, whoever shares."""
    EACH_PAID = "eachpaid"
    """Entry's number: what each has of it is what each paid, and everybody shares."""
    SHARE_TOO = "too"
    """Entry's number, member id: that member shares it as well."""
    SHARE_NOT = "not"
    """Entry's number, member id: that member has no share of it."""
    GAVE = "gave"
    """Payer's member id, payee's, ISO code, minor units: one gave that to the other.

    Behind them perhaps the number of the payment that it was in truth.
    """
    SHARE_TWICE = "twice"
    """Entry's number, member id: that member shares it as two do, with a guest."""
    AMOUNT = "amount"
    """Entry's number, ISO code, minor units: it came to that."""
    OWN_CURRENCY = "own"
    """Entry's number, ISO code: its numbers are in that currency, the group's own."""
    ADD_NAME = "addname"
    """Entry's number, place (from 0) among the words of it that are perhaps a new name."""
    READ_AS = "read"
    """Choice among the readings of the line replied to, minor units of its amount.

    The choice is a place (from 0), or the number of a way (`ledger.core.ways`).
    """
    READ_THEN = "readthen"
    """The same of the line that the message replied to is about; then that is done to it."""
    RECUR = "recur"
    """No arguments: the line replied to is to come again, as often as it says."""
    WHO = "who"
    """Member ids: who is meant in the line replied to, where several have a name in it."""
    MEANT = "meant"
    """No arguments: the line replied to, with the command that was meant."""
    MERGE = "merge"
    """Member id that goes, member id that stays, number of the entry that asks."""
    BALANCE = "balance"
    """Page (from 0), perhaps the only currency that is shown."""
    STANDING = "standing"
    """Member id, page (from 0); HERE: in the place of the balances."""
    PAIRS = "pairs"
    """Page (from 0): who owes whom; behind it `why` (with what each part was for) or `sums`.

    HERE behind them: in the place of the balances.
    """
    CHART = "chart"
    """No arguments."""
    SETTLE = "settle"
    """Page (from 0): the suggested payments."""
    PAID = "paid"
    """Payer's member id, payee's member id, currency, minor units: one of the two says so.

    Behind them the number of the group's latest change, as the same payment of a later plan
    is another one, and the page (from 0).
    """
    GOT = "got"
    """The same as PAID, below the plans of earlier versions."""
    SPENDING = "stats"
    """Period (`2026-03`, `2026`, `all`), view: what was spent in it."""
    SORT_IN = "sortin"
    """A guessed category's name, period, view: book it for the expenses it was guessed from."""
    CONVERT = "convert"
    """Fingerprint of what was shown: all open balances into the group's currency."""
    UNCONVERT = "unconvert"
    """First and last number of the payments that converted balances."""
    UNCONVERT_ENTRY = "unconvertone"
    """Entry's number, revision that converted it."""
    PAY_WAY = "payway"
    """Payee's member id: how that one can be paid."""
    PAY_DETAIL_OFF = "payoff"
    """Scheme: the presser's own detail of it goes."""
    HISTORY = "history"
    """Page (from 1, as the ledger counts), then the filter as `views.history_pages` writes it."""
    LOG = "log"
    """Page (from 1, as the ledger counts)."""
    MEMBERS = "members"
    """Page (from 0)."""
    CURRENCY = "currency"
    """ISO code to choose; none: show the choices. In what earlier versions posted."""
    TIMEZONE = "timezone"
    """IANA name to choose; none: show the choices. In what earlier versions posted."""
    LANGUAGE = "language"
    """Locale to choose; none: show the choices. In groups in what earlier versions posted."""
    CANCEL = "cancel"
    """No arguments: the question is taken back."""
    ADD = "add"
    """No arguments: ask the presser how much, and what for."""
    BOARD = "board"
    """No arguments: post the board."""
    OPEN_SETTINGS = "opensettings"
    """Nothing: all settings in a message of their own, which SETTINGS changes; a setting's name:
    its choices, for admins."""
    SETTINGS = "settings"
    """Nothing: all settings; a setting's name: its choices; a value behind it: set that.

    Of admins the value is a member id, with `on` or `off` and the page (from 0) behind it, or
    `page` and which one.
    """
    SIMPLIFY = "simplify"
    """`on` or `off`. In what earlier versions posted."""
    PRIVACY = "privacy"
    """No arguments: what is kept."""
    EXPORT_ME = "mydata"
    """No arguments: all that is kept about the presser."""
    FORGET_ME = "forget"
    """`yes`, or none: ask first."""
    MAKE_KEY = "key"
    """`read` or `full`: make the personal token that the line replied to names; `no`: don't."""
    KEY_OFF = "keyoff"
    """Token's id: the presser's own is revoked."""
    UNLINK = "unlink"
    """`yes`, or none: ask first. `no`: what /link shows."""
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
    """`on` or `off`: in private one's own summary, in what earlier versions posted a group's."""
    REMIND = "remind"
    """`weekly`, `daily` or `off`: reminders of all open debts. In what earlier versions posted."""
    NUDGE = "nudge"
    """Member id: remind that one now."""
    SNOOZE = "snooze"
    """No arguments: the presser is not reminded for a while."""
    MUTE = "mute"
    """`on` or `off`: the presser is not reminded at all, or again."""
    EXPORT = "export"
    """csv, xlsx or json: the book as a document."""
    IMPORT_PAGE = "importpage"
    """Import's id, page (from 0): a file's people."""
    IMPORT_PERSON = "importperson"
    """Import's id, person's place in the file, page (from 0): who is it here?"""
    IMPORT_MEMBER = "importmember"
    """Import's id, person's place, member id or 0: that is who, or somebody new."""
    IMPORT_CONFIRM = "importyes"
    """Import's id."""
    IMPORT_CANCEL = "importno"
    """Import's id."""
    IMPORT_UNDO = "importundo"
    """Import's id: all its entries are deleted."""
    HELP = "help"
    """No arguments."""


HERE: Final = "here"
"""What a button opens may stand in the place of its message, with a button that leads back."""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


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


class Style(StrEnum):
    """How a button looks where the app shows it (Bot API, InlineKeyboardButton)."""

    STANDS_OUT = "primary"
    """What most likely is pressed next."""
    WARNS = "danger"
    """What takes something away."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message: its plain label, and what a press does.

    It sends `press`, opens `url`, puts `copy` where the presser can paste it or opens the Mini
    App at `web_app` (in private chats alone); one of which all is None does nothing and is shown
    so. Servers that don't know `copy` and the last leave such a button out.
    """

    label: str
    press: str | None = None
    url: str | None = None
    copy: str | None = None
    web_app: str | None = None
    style: Style | None = None

    def __post_init__(self) -> None:
        assert len(self._does) <= 1, "a button does one thing"
        assert self.copy is None or 0 < _units(self.copy) <= MAX_COPIED, "nothing to copy"
        assert self.label, "a button has a label"

    @property
    def is_disabled(self) -> bool:
        """Whether it does nothing."""
        return not self._does

    @property
    def _does(self) -> list[str]:
        does = (self.press, self.url, self.copy, self.web_app)
        return [each for each in does if each is not None]


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file made for the reader: its name, whose ending says its kind, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first cell of each stands where lines begin, amounts at the other end."""

    rows: tuple[tuple[Markup, ...], ...]

    def __post_init__(self) -> None:
        assert self.rows, "a table has rows"
        assert max(map(len, self.rows)) <= MAX_COLUMNS, "too many columns"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: Telegram HTML with its buttons.

    `rich` says the same as `text` in paragraphs and tables, and is shown in its place by
    servers that have tables (Bot API 10.1), from right to left where `right_to_left`; empty
    where there is nothing to align. `picture` holds the bytes of a PNG that the text becomes
    the caption of, or that stands above `rich`, `document` a file likewise.
    `attachment` is an entry's picture or document as the entry keeps it, to be sent again with
    the text as its caption. `asks` is the placeholder of the input field where the answer asks
    for one in return (a forced reply); servers before Bot API 10.3 then show no buttons.
    """

    text: Markup
    buttons: Keyboard = ()
    rich: tuple[Markup | Table, ...] = ()
    right_to_left: bool = False
    picture: bytes | None = None
    document: Document | None = None
    attachment: str | None = None
    asks: str | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is a text alone, perhaps with buttons, that a message can be changed into."""
        files = (self.picture, self.document, self.attachment)
        return self.asks is None and all(file is None for file in files)
