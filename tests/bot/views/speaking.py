"""Values to show, and a reader of Telegram's HTML that is as strict as Telegram."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html.parser import HTMLParser

from bot.language.catalogues import language
from bot.views.reply import MAX_CAPTION, MAX_TEXT, Reply, read_press
from ledger.core.entries import (
    EQUAL_PART,
    Action,
    Contents,
    Entry,
    EntryKind,
    Part,
    Revision,
    Share,
    Source,
)
from ledger.core.members import Member, MemberId, MemberKind, Role, Roster, UserId
from ledger.core.money import Currency

ENGLISH = language("en")
HINDI = language("hi")
INR = Currency("INR")
TODAY = date(2024, 2, 20)
NOW = datetime(2024, 2, 20, 9, 30, tzinfo=UTC)
LONG_AGO = datetime(2024, 1, 1, 9, 30, tzinfo=UTC)

_TAGS = {"b", "i", "s", "code", "a"}


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.told += data


def shown(reply: Reply) -> str:
    """Return an answer's text as people see it; fail where Telegram would refuse it."""
    reader = _Shown()
    reader.feed(str(reply.text))
    reader.close()
    assert not reader.open, reader.open
    assert reader.told.strip()
    limit = MAX_CAPTION if reply.picture or reply.attachment else MAX_TEXT
    assert len(reader.told.encode("utf-16-le")) // 2 <= limit
    for row in reply.buttons:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.label.strip()
            if button.press is not None:
                read_press(button.press)
    return reader.told


def lines(reply: Reply) -> list[str]:
    """Return an answer's lines as people see them."""
    return shown(reply).split("\n")


def labels(reply: Reply) -> list[list[str]]:
    """Return the labels of an answer's buttons."""
    return [[button.label for button in row] for row in reply.buttons]


def presses(reply: Reply) -> list[str]:
    """Return what an answer's buttons send."""
    return [button.press for row in reply.buttons for button in row if button.press]


def member(
    number: int,
    first_name: str,
    last_name: str | None = None,
    username: str | None = None,
    *,
    kind: MemberKind = MemberKind.USER,
    role: Role = Role.MEMBER,
    active: bool = True,
    joined_at: datetime = LONG_AGO,
) -> Member:
    """Return a member; the number is also the account's."""
    return Member(
        MemberId(number),
        kind,
        first_name,
        last_name,
        username,
        UserId(number) if kind is MemberKind.USER else None,
        role,
        active,
        joined_at,
    )


def placeholder(number: int, username: str, joined_at: datetime = LONG_AGO) -> Member:
    """Return somebody known by username only."""
    return member(
        number, username, username=username, kind=MemberKind.PLACEHOLDER, joined_at=joined_at
    )


ASHA = member(1, "Asha", "Rao", "asha", role=Role.ADMIN)
BOB = member(2, "Bob", "Smith", "bob")
CHEN = member(3, "Chen", None, "chen")
DIA = member(4, "Dia")
ALICE = member(5, "Alice")
CHARLIE = member(6, "Charlie")
GRANDMA = member(7, "Grandma", kind=MemberKind.GUEST)
ROSTER = Roster((ASHA, BOB, CHEN, DIA, ALICE, CHARLIE, GRANDMA))


def contents(
    amount_minor: int,
    shares: dict[Member, tuple[int, int] | tuple[int, int, Part | None]],
    description: str = "dinner",
    *,
    kind: EntryKind = EntryKind.EXPENSE,
    currency: Currency = INR,
    category: str | None = None,
    on: date = TODAY,
    note: str | None = None,
) -> Contents:
    """Return contents; a share is (paid, owed) with an equal part, or (paid, owed, part)."""
    told = []
    for of, (paid, owed, *rest) in shares.items():
        equal = EQUAL_PART if owed and kind is EntryKind.EXPENSE else None
        told.append(Share(of.id, paid, owed, rest[0] if rest else equal))
    return Contents(kind, amount_minor, currency, description, category, on, note, tuple(told))


def entry(
    number: int,
    what: Contents,
    author: Member | None = ASHA,
    *,
    action: Action = Action.RECORD,
    by: Member | None = None,
    revision: int = 1,
    recorded_at: datetime = NOW,
    attachment: str | None = None,
) -> Entry:
    """Return an entry at its newest revision, made `by` its author unless said otherwise."""
    changed_by = by or author
    return Entry(
        number,
        number,
        Source(f"1/{number}"),
        None if author is None else author.id,
        recorded_at,
        Revision(
            revision, number, action, None if changed_by is None else changed_by.id, NOW, what
        ),
        attachment,
    )


def dinner(**more: object) -> Contents:
    """Return the sample: Asha paid 1200, equally for three."""
    shares: dict[Member, tuple[int, int] | tuple[int, int, Part | None]] = {
        ASHA: (120000, 40000),
        BOB: (0, 40000),
        CHEN: (0, 40000),
    }
    return contents(120000, shares, **more)  # type: ignore[arg-type]  # handed on as they are


def paid(payer: Member, payee: Member, minor: int, **more: object) -> Contents:
    """Return a payment."""
    shares: dict[Member, tuple[int, int] | tuple[int, int, Part | None]] = {
        payer: (minor, 0),
        payee: (0, minor),
    }
    return contents(minor, shares, "", kind=EntryKind.PAYMENT, **more)  # type: ignore[arg-type]
