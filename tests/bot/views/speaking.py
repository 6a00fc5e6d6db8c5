"""Values to show, and a reader of Telegram's HTML that is as strict as Telegram."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from html.parser import HTMLParser

from bot.language.catalogues import language
from bot.views.reply import MAX_CAPTION, MAX_TEXT, Reply, read_press
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.standings import (
    BalanceSheet,
    CurrencySheet,
)
from ledger.core.entries import Action, Contents, Entry, EntryKind, Revision, Source
from ledger.core.members import Member, MemberId, MemberKind, Role, Roster, UserId
from ledger.core.money import Currency
from ledger.core.recurrence import Rule, Unit, preview
from ledger.core.schedule import Kind, Schedule, ScheduleId, State
from ledger.core.settling import Payment
from ledger.core.shares import EQUAL_PART, Part, Share
from ledger.exchange.foreign_book import (
    ForeignPerson,
    Format,
)
from ledger.exchange.preview import Summary

ENGLISH = language("en")
HINDI = language("hi")
INR = Currency("INR")
TODAY = date(2024, 2, 20)
NOW = datetime(2024, 2, 20, 9, 30, tzinfo=UTC)
LONG_AGO = datetime(2024, 1, 1, 9, 30, tzinfo=UTC)
FRIDAYS = Rule(Unit.WEEK, time(9), date(2024, 2, 23), weekdays=(4,))

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


EUR = Currency("EUR")
TRIP = CurrencySheet(
    INR,
    ((ALICE.id, 250000), (CHARLIE.id, -60000), (BOB.id, -190000)),
    (Payment(BOB.id, ALICE.id, 190000), Payment(CHARLIE.id, ALICE.id, 60000)),
)
SHEET = BalanceSheet(ROSTER, (TRIP,), simplify=True, change=7)
SQUARE = BalanceSheet(ROSTER, (), simplify=True, change=7)


def crowd_sheet(size: int) -> BalanceSheet:
    crowd = [member(number, f"<{'Long' * 20}{number}") for number in range(1, size + 1)]
    half = size // 2
    nets = tuple((one.id, 10**12 if one.id <= half else -(10**12)) for one in crowd)
    plan = tuple(
        Payment(MemberId(number + half), MemberId(number), 10**12) for number in range(1, half + 1)
    )
    roster = Roster(tuple(crowd))
    return BalanceSheet(roster, (CurrencySheet(INR, nets, plan),), simplify=True, change=7)


def summary(people: tuple[ForeignPerson, ...], **more: object) -> Summary:
    given: dict[str, object] = {
        "format": Format.SPLITWISE,
        "people": people,
        "expenses": 3,
        "payments": 1,
        "refunds": 0,
        "deleted": 0,
        "known": 0,
        "changed": 0,
        "rebuilt": 0,
        "first": date(2024, 1, 2),
        "last": date(2024, 3, 4),
        "nets": {},
        "totals": {},
        "problems": (),
        "assumed_currency": False,
        "dropped": 0,
    }
    return Summary(**(given | more))  # type: ignore[arg-type]


def recorded(what: Contents, number: int = 12, **more: object) -> Written:
    facts: dict[str, object] = {
        "entry": entry(number, what),
        "roster": ROSTER,
        "newcomers": (),
        "lookalikes": (),
        "twin": None,
        "repeated": False,
        "nets": {},
    } | more
    return Written(**facts)  # type: ignore[arg-type]  # each fact has its own type


def schedule(
    rule: Rule = FRIDAYS, kind: Kind = Kind.EXPENSE, state: State = State.ACTIVE
) -> Schedule:
    due = preview(rule, "UTC")[0]
    return Schedule(
        ScheduleId(1), None, None, kind, 3, state, ASHA.id, None, rule, "Asia/Kolkata",
        None, None, None, due.on, due.at,
    )  # fmt: skip
