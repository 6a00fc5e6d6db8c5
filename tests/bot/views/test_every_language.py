"""Every language in every view: within Telegram's limits, debts never turned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.language.catalogues import Language, language
from bot.language.offered import OFFERED, catalogue_of
from bot.views import (
    balance_lines,
    board,
    change_panel,
    expense_receipt,
    export_documents,
    history_pages,
    import_preview,
    pay_ways,
    rate_lines,
    settlement_menu,
    spending_lines,
)
from bot.views.reply import MAX_PRESS_BYTES, Reply
from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.answers.entry_lists import EntryStory, Filter, HistoryPage, LogPage
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.spending import CurrencySpending, PersonSpending, Spending
from ledger.core.answers.standings import PairLine, PairSheet, Standing
from ledger.core.doubts import Doubts
from ledger.core.entries import Action, Contents, Revision
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.gross_view import Gross
from ledger.core.members import Roster
from ledger.core.money import Currency, Money
from ledger.core.paying.details import PayDetail, Scheme
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.split_terms import said, turned_round
from ledger.exchange.foreign_book import ForeignPerson, Format, Problem, Trouble
from ledger.exchange.preview import Imported, Preview
from tests.bot.views import test_every_view
from tests.bot.views.speaking import (
    ALICE,
    ASHA,
    BOB,
    CHARLIE,
    CHEN,
    DIA,
    INR,
    NOW,
    ROSTER,
    SHEET,
    SQUARE,
    TODAY,
    contents,
    crowd_sheet,
    dinner,
    entry,
    paid,
    placeholder,
    presses,
    recorded,
    shown,
    summary,
)

NEW = placeholder(8, "chen_x", joined_at=NOW)
WITH_NEW = Roster((*ROSTER, NEW))
LONG_AGO = date(2023, 12, 31)


def receipt(what: Contents, **more: object) -> Callable[[Language], Reply]:
    reading = {name: more.pop(name) for name in ("known", "reader") if name in more}
    written = recorded(what, **more)  # type: ignore[arg-type]  # each fact has its own type
    return lambda say: expense_receipt.told(say, written, TODAY, **reading)  # type: ignore[arg-type]  # likewise


def paid_back(**nets: int) -> Callable[[Language], Reply]:
    names = {"alice": ALICE, "bob": BOB, "chen": CHEN}
    told = {names[name].id: minor for name, minor in nets.items()}
    return receipt(paid(BOB, ALICE, 190000), nets=told, reader=BOB.id)


PARTS = contents(
    120000,
    {
        ASHA: (100000, 50000, Part(PartKind.PERCENT, 333000)),
        BOB: (20000, 40000, Part(PartKind.SHARES, 15000)),
        CHEN: (0, 30000, Part(PartKind.ADJUST, -5000)),
    },
    category="food",
    note="a note",
    on=LONG_AGO,
)
REFUND = replace(
    dinner(),
    shares=turned_round(dinner().shares),
    terms=replace(
        said(((BOB.id, EQUAL_PART), (CHEN.id, EQUAL_PART)), (), ((ASHA.id, None),)), refund=True
    ),
)
SHARED = contents(120000, {ASHA: (120000, 60000), NEW: (0, 60000)})
DOUBTFUL = replace(
    entry(12, dinner()),
    doubts=Doubts(
        *((BOB.id,), ("bobby",), (BOB.id, CHEN.id), (DIA.id,)),
        *((ASHA.id,), 4, Currency("EUR")),
    ),
)
STORY = (
    entry(12, dinner()).revision,
    Revision(2, 2, Action.EDIT, BOB.id, NOW, PARTS),
    Revision(3, 3, Action.DELETE, None, NOW, PARTS),
    Revision(4, 4, Action.RESTORE, CHEN.id, NOW, PARTS),
)
ENTRIES = (
    entry(16, paid(BOB, ALICE, 190000)),
    entry(12, PARTS),
    entry(11, dinner(), action=Action.DELETE, revision=2),
)
PAGE = HistoryPage(ENTRIES, ROSTER, 2, 3, 50)
GROSS = Gross(((CHARLIE.id, 100),), ((BOB.id, 240000),), ((CHARLIE.id, 100),), ((BOB.id, 190000),))
PAIRS = (
    PairLine(BOB.id, ALICE.id, Money(50000, INR), (10000,) * 5, 3),
    PairLine(BOB.id, ALICE.id, Money(50000, INR), (), 0),
)

VIEWS: dict[str, Callable[[Language], Reply]] = {
    "equal": receipt(dinner()),
    "parts": receipt(PARTS),
    "refund": receipt(REFUND),
    "known": receipt(dinner(), known=(3, 9)),
    "newcomer": receipt(SHARED, roster=WITH_NEW, newcomers=(NEW,), lookalikes=((NEW, CHEN),)),
    "twin": receipt(dinner(), twin=entry(11, dinner())),
    "doubts": receipt(dinner(), entry=DOUBTFUL),
    "deleted": receipt(dinner(), entry=entry(12, dinner(), action=Action.DELETE, by=BOB)),
    "restored": receipt(
        dinner(), entry=entry(12, dinner(), action=Action.RESTORE, by=BOB, revision=3)
    ),
    "all square": paid_back(),
    "both square": paid_back(alice=0, bob=0, chen=5),
    "still owes": paid_back(alice=500, bob=-500),
    "is owed": paid_back(alice=-100, bob=500, chen=-400),
    "owes you": paid_back(alice=-500, bob=500),
    "balance": lambda say: balance_lines.balance(say, SHEET),
    "crowd": lambda say: balance_lines.balance(say, crowd_sheet(400), 3),
    "square": lambda say: balance_lines.balance(say, SQUARE),
    "standing": lambda say: balance_lines.standing(say, Standing(ALICE, ROSTER, ((INR, GROSS),))),
    "nobody's standing": lambda say: balance_lines.standing(say, Standing(ALICE, ROSTER, ())),
    "pairs": lambda say: balance_lines.pairs(say, PairSheet(ROSTER, PAIRS)),
    "settle": lambda say: settlement_menu.settle(say, SHEET),
    "board": lambda say: board.board(say, SHEET, PAGE, TODAY),
    "change": lambda say: change_panel.panel(say, recorded(dinner()), TODAY),
    "payers": lambda say: change_panel.payers(say, recorded(dinner()), TODAY),
    "history": lambda say: history_pages.history(say, PAGE, Filter(words="dinner"), TODAY),
    "nothing": lambda say: history_pages.history(
        say, HistoryPage((), ROSTER, 1, 1, 0), Filter(category="food"), TODAY
    ),
    "show": lambda say: history_pages.show(
        say, EntryStory(entry(12, PARTS), STORY, ROSTER), "Asia/Kolkata"
    ),
    "log": lambda say: history_pages.log(
        say,
        LogPage(tuple((ENTRIES[1], each) for each in STORY), ROSTER, 1, 1, 4),
        "Asia/Kolkata",
    ),
}

IMPORTED = Imported(5, Format.SPLITWISE, 12, 4, 15)
PEOPLE = (ForeignPerson("Mira"), ForeignPerson("Tomas"))
FILE = Preview(
    5,
    summary(
        PEOPLE,
        nets={INR: {0: 1250, 1: -1250}},
        totals={INR: {0: 1250, 1: -1200}},
        problems=(Problem(7, Trouble.AMOUNT, "12,3,4"),),
        **dict.fromkeys(("refunds", "deleted", "known", "changed", "rebuilt", "dropped"), 1),
    ),
    (ASHA.id, None),
    ROSTER,
)
EUROS = Rate(Currency("EUR"), INR, Decimal("90.5"), RateSource.OWN, TODAY)
RATES = KnownRates(INR, {EUROS.base: EUROS}, (EUROS.base, Currency("USD")))
DETAILS = (PayDetail(Scheme.IBAN, "DE89370400440532013000"), PayDetail(Scheme.LINK, "https://a.b"))
BLOCK = CurrencySpending(
    INR,
    90000,
    (("food", 60000), (None, 30000)),
    (),
    (PersonSpending(BOB.id, 60000, 30000),),
    ((date(2024, 1, 1), 90000),),
)
SPENT = Spending((2024,), 2, ROSTER, (BLOCK, replace(BLOCK, currency=EUROS.base)), TODAY)
AROUND = spending_lines.Around("2024", "2023", "2025", "2024-02", "2024", "all")


def spending(view: spending_lines.View) -> Callable[[Language], Reply]:
    told = spending_lines.Shown(SPENT, {"transport": 20000}, RATES, AROUND, view)
    return lambda say: spending_lines.stats(say, told)


VIEWS |= {
    "file": lambda say: import_preview.preview(say, FILE),
    "who of the file": lambda say: import_preview.choices(say, FILE, 1),
    "imported": lambda say: import_preview.done(say, IMPORTED),
    "import undone": lambda say: import_preview.done(say, replace(IMPORTED, undone=True)),
    "undo import?": lambda say: import_preview.ask_undo(say, IMPORTED),
    "not imported": import_preview.cancelled,
    "export": export_documents.ask_kind,
    "pay me": lambda say: pay_ways.mine(say, DETAILS, private=True),
    "how to be paid": lambda say: pay_ways.mine(say, (), private=False),
    "pay Bob": lambda say: pay_ways.way(
        say, pay_ways.PayWay(BOB, ROSTER, DETAILS, (Money(500, INR),))
    ),
    "rates": lambda say: rate_lines.rates(say, RATES, TODAY),
    "rate set": lambda say: rate_lines.rate_set(say, EUROS),
    **{f"spending by {view}": spending(view) for view in spending_lines.View},
}

NEVER_ALIKE = (
    ("Owes {amount}:", "Is owed {amount}:"),
    ("{name} still owes {amount}.", "{name} is owed {amount} now."),
    ("{payee} now owes you {amount}.", "You owe {payee} nothing. To pay anyway, write the amount."),
    ("{name} paid.", "{name} got it."),
    ("who paid", "who was paid"),
    ("Turn on", "Turn off"),
    ("You're in.", "You're out."),
    ("#{number} is deleted already.", "#{number} is not deleted."),
    ("{title} ({amount}) counts again.", "{title} ({amount}) is deleted."),
    (
        "The payers paid {paid} of {amount}: {off} is missing.",
        "The payers paid {paid}, the amount is {amount}: {off} is too much.",
    ),
    (
        "Spent: <b>{amount}</b>, {by} more than the week before",
        "Spent: <b>{amount}</b>, {by} less than the week before",
    ),
)
"""Messages that say the opposite of each other."""

_PEOPLE = re.compile(r"\{(payer|payee|debtor|creditor)\}")


def told_in(code: str) -> Iterable[tuple[str, str]]:
    """Return each message of a language's catalogue with each of its translations."""
    locales = Path(__file__).parents[3] / "bot" / "language" / "locales"
    with (locales / code / "LC_MESSAGES" / "all_square.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                told = message.string or ""
                source = message.id if isinstance(message.id, str) else message.id[-1]
                for form in (told,) if isinstance(told, str) else told:
                    yield source, form


SPOKEN = sorted({catalogue_of(code) for code in OFFERED} - {"en"})


@pytest.mark.parametrize("code", OFFERED)
def test_telegram_takes_every_answer(code: str) -> None:
    for view in VIEWS.values():
        reply = view(language(code))
        assert shown(reply)
        assert all(len(press.encode()) <= MAX_PRESS_BYTES for press in presses(reply))


@pytest.mark.parametrize("code", SPOKEN)
def test_no_view_is_in_english(code: str) -> None:
    for name, view in (test_every_view.VIEWS | VIEWS).items():
        if name != "crowd":
            assert shown(view(language(code))) != shown(view(language("en"))), name


@pytest.mark.parametrize("code", SPOKEN)
def test_who_owes_whom_is_told_in_the_same_order(code: str) -> None:
    say = language(code)
    for source, translation in told_in(code):
        assert _PEOPLE.findall(translation) == _PEOPLE.findall(source), (source, translation)
    for one, other in NEVER_ALIKE:
        facts = dict.fromkeys(re.findall(r"\{(\w+)\}", one + other), "x")
        assert say(one, **facts) != say(other, **facts), one


@pytest.mark.parametrize("code", SPOKEN)
def test_the_example_lines_are_read_as_they_are_explained(code: str) -> None:
    circle = Circle(ROSTER, ASHA.id, frozenset({code}))
    found = 0
    for source, translation in told_in(code):
        lines = re.findall("<code>(/split [^<]*)</code>", translation)
        if source == "1200 dinner @bob":
            lines = [f"/split {translation}"]
        for line in lines:
            found += 1
            read = read_split(from_text(line), Currency("INR"), TODAY, circle)
            assert not read.doubts, line
            assert "@" not in read.description, line
            assert len(read.description.split()) <= 2, line
            if "EUR" in line:
                assert read.amount == Money(4500, Currency("EUR")), line
                assert [str(who.text) for who, _ in read.payers] == ["bob"], line  # type: ignore[union-attr]
                assert len(read.left_out) == 1, line
                assert read.on == date(2024, 2, 19), line
            else:
                assert read.amount == Money(120000, INR), line
                assert not read.payers, line
    assert found >= 8
