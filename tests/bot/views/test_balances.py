"""Balances, the plan and what they are made of, to the letter of the product's samples."""

from itertools import pairwise

import pytest

from bot.language.catalogues import language
from bot.views import balance_lines, settlement_menu
from bot.views.reply import Reply
from ledger.core.answers.standings import (
    BalanceSheet,
    CurrencySheet,
    GroupStanding,
    PairLine,
    PairSheet,
    Standing,
)
from ledger.core.gross_view import Gross
from ledger.core.groups import Group
from ledger.core.members import GroupId, Roster
from ledger.core.money import Currency, Money
from ledger.core.settling import Payment
from tests.bot.views.speaking import (
    ALICE,
    BOB,
    CHARLIE,
    ENGLISH,
    EUR,
    GRANDMA,
    INR,
    ROSTER,
    SHEET,
    SQUARE,
    TRIP,
    crowd_sheet,
    labels,
    lines,
    member,
    placeholder,
    presses,
    shown,
)


def test_the_trip() -> None:
    reply = balance_lines.balance(ENGLISH, SHEET)
    assert lines(reply) == [
        "Balances",
        "Alice  +₹2,500",
        "Charlie  −₹600",
        "Bob  −₹1,900",
        "To be square:",
        "Bob → Alice ₹1,900",
        "Charlie → Alice ₹600",
    ]
    assert labels(reply)[0] == ["Settle", "Who owes whom", "Chart"]
    assert labels(reply)[1] == ["Alice", "Charlie", "Bob"]
    assert presses(reply)[3] == "standing:5:0:here"


def test_currencies_stay_apart() -> None:
    euros = CurrencySheet(
        EUR, ((BOB.id, 5000), (ALICE.id, -5000)), (Payment(ALICE.id, BOB.id, 5000),)
    )
    told = lines(
        balance_lines.balance(ENGLISH, BalanceSheet(ROSTER, (TRIP, euros), simplify=True, change=7))
    )
    assert told[1] == "Indian Rupee (INR)"
    assert told[8:] == [
        "Euro (EUR)",
        "Bob  +€50",
        "Alice  −€50",
        "To be square:",
        "Alice → Bob €50",
    ]


def test_nothing_open_is_all_square() -> None:
    for reply in (
        balance_lines.balance(ENGLISH, SQUARE),
        settlement_menu.settle(ENGLISH, SQUARE),
        balance_lines.chart(ENGLISH, SQUARE),
        balance_lines.pairs(ENGLISH, PairSheet(ROSTER, ())),
    ):
        assert shown(reply) == "All square."
        assert reply.buttons == ()


def test_each_payment_has_one_button_that_says_all_of_it() -> None:
    reply = settlement_menu.settle(ENGLISH, SHEET)
    assert lines(reply) == ["To be square:", "Bob → Alice ₹1,900", "Charlie → Alice ₹600"]
    assert labels(reply) == [
        ["Bob → Alice ₹1,900"],
        ["Charlie → Alice ₹600"],
    ]
    assert presses(reply)[0] == "paid:2:5:INR:190000:7:0"


def test_who_has_no_account_has_no_button() -> None:
    unmet = placeholder(8, "chen_x")
    plan = (Payment(unmet.id, ALICE.id, 100), Payment(unmet.id, GRANDMA.id, 100))
    nets = ((ALICE.id, 100), (GRANDMA.id, 100), (unmet.id, -200))
    roster = Roster((*ROSTER, unmet))
    reply = settlement_menu.settle(
        ENGLISH, BalanceSheet(roster, (CurrencySheet(INR, nets, plan),), simplify=True, change=7)
    )
    assert labels(reply) == [["@chen_x → Alice ₹1"]]
    assert "/settle @payer @receiver amount" in shown(reply)


def test_settling_along_pairs_says_so() -> None:
    reply = settlement_menu.settle(ENGLISH, BalanceSheet(ROSTER, (TRIP,), simplify=False, change=7))
    assert "Along who owes whom: /simplify is off." in lines(reply)


def test_alice_s_gross_view() -> None:
    gross = Gross(
        owes=((BOB.id, 100000), (CHARLIE.id, 100000)),
        owed_by=((BOB.id, 240000), (CHARLIE.id, 210000)),
        paid=(),
        received=(),
    )
    reply = balance_lines.standing(ENGLISH, Standing(ALICE, ROSTER, ((INR, gross),)))
    assert lines(reply) == [
        "Alice",
        "Owes ₹2,000:",
        "Bob  ₹1,000",
        "Charlie  ₹1,000",
        "Is owed ₹4,500:",
        "Bob  ₹2,400",
        "Charlie  ₹2,100",
        "Net +₹2,500",
    ]


def test_payments_stand_on_lines_of_their_own() -> None:
    gross = Gross((), ((BOB.id, 240000),), ((CHARLIE.id, 100),), ((BOB.id, 190000),))
    told = lines(balance_lines.standing(ENGLISH, Standing(ALICE, ROSTER, ((INR, gross),))))
    assert told[3:] == [
        "Payments:",
        "Alice paid Charlie ₹1",
        "Bob paid Alice ₹1,900",
        "Net +₹501",
    ]


def test_somebody_square() -> None:
    assert shown(balance_lines.standing(ENGLISH, Standing(ALICE, ROSTER, ()))) == "Alice is square."


@pytest.mark.parametrize(
    ("parts", "earlier", "expected"),
    [
        ((25000, 25000), 0, "Bob owes Alice ₹500 (250 + 250)"),
        ((50000,), 0, "Bob owes Alice ₹500"),
        ((60000, -10000), 0, "Bob owes Alice ₹500 (600 − 100)"),
        ((-10000, 60050), 0, "Bob owes Alice ₹500.50 (−100 + 600.50)"),
        ((), 3, "Bob owes Alice ₹0"),
        ((10000,) * 3, 0, "Bob owes Alice ₹300 (100 + 100 + 100)"),
        (
            (10000, 20000, -917, 1167),
            0,
            "Bob owes Alice ₹302.50 (100 earlier + 200 − 9.17 + 11.67)",
        ),
        ((10000,) * 5, 3, "Bob owes Alice ₹500 (200 earlier + 100 + 100 + 100)"),
        ((-5000, 10000, 10000, 10000), 0, "Bob owes Alice ₹250 (−50 earlier + 100 + 100 + 100)"),
        ((5000, -5000, 10000, -917, 917), 0, "Bob owes Alice ₹100 (100 − 9.17 + 9.17)"),
    ],
)
def test_pairs_tell_their_newest_parts_and_the_rest(
    parts: tuple[int, ...], earlier: int, expected: str
) -> None:
    line = PairLine(BOB.id, ALICE.id, Money(sum(parts), INR), parts, earlier)
    reply = balance_lines.pairs(ENGLISH, PairSheet(ROSTER, (line,)))
    assert lines(reply) == ["Who owes whom", expected]


def test_my_groups_and_their_totals() -> None:
    def group(number: int, title: str) -> Group:
        return Group(GroupId(number), title, INR, "Asia/Kolkata", None, simplify=True, entries=1)

    places = (
        GroupStanding(group(1, "Goa & <friends>"), (Money(250000, INR), Money(-2000, EUR))),
        GroupStanding(group(2, "Flat"), ()),
        GroupStanding(group(3, "Office"), (Money(-50000, INR),)),
    )
    assert lines(balance_lines.mine(ENGLISH, places)) == [
        "You in your groups",
        "Goa & <friends>  +₹2,500, −€20",
        "Flat  square",
        "Office  −₹500",
        "In all  −€20, +₹2,000",
    ]
    assert "/split 1200 dinner" in shown(balance_lines.mine(ENGLISH, ()))


def pages_of(view: object, sheet: BalanceSheet) -> list[Reply]:
    found: list[Reply] = []
    while True:
        reply = view(ENGLISH, sheet, len(found))  # type: ignore[operator]  # a view of pages
        if found and reply == found[-1]:
            return found
        found.append(reply)


@pytest.mark.parametrize("view", [balance_lines.balance, settlement_menu.settle])
def test_two_hundred_people_come_by_the_page_and_none_twice(view: object) -> None:
    sheet = crowd_sheet(200)
    pages = pages_of(view, sheet)
    assert len(pages) > 2
    told = [line for page in pages for line in lines(page) if "→" in line]
    assert len(told) == len(set(told)) == 100
    for before, after in pairwise(pages):
        assert "›" in str(labels(before))
        assert "‹" in str(labels(after))


@pytest.mark.parametrize("code", ["en", "hi"])
def test_the_chart_is_a_picture_whatever_the_names(code: str) -> None:
    odd = (
        member(1, "आशा"),
        member(2, "🍕$x^2$\\"),
        member(3, "علي"),
        member(4, "漢字"),
        member(5, "x" * 64),
    )
    nets = tuple(zip((one.id for one in odd), (10**12, 5, 1, -6, -(10**12)), strict=True))
    sheet = BalanceSheet(Roster(odd), (CurrencySheet(INR, nets, ()),), simplify=True, change=7)
    reply = balance_lines.chart(language(code), sheet)
    assert reply.picture is not None
    assert reply.picture.startswith(b"\x89PNG")
    assert shown(reply)


def test_the_chart_of_a_crowd_stays_a_picture_that_telegram_takes() -> None:
    reply = balance_lines.chart(ENGLISH, crowd_sheet(200))
    assert reply.picture is not None
    wide, high = (int.from_bytes(reply.picture[at : at + 4]) for at in (16, 20))
    # Bot API, sendPhoto: width and height at most 10000 together, their ratio at most 20.
    assert wide + high <= 10_000
    assert high < 20 * wide


def test_buttons_tell_payments_of_one_person_apart() -> None:
    unmet, other = placeholder(8, "chen_x"), placeholder(9, "dia_x")
    plan = (
        Payment(BOB.id, ALICE.id, 100),
        Payment(BOB.id, GRANDMA.id, 100),
        Payment(unmet.id, ALICE.id, 200),
        Payment(other.id, ALICE.id, 300),
    )
    euros = (Payment(CHARLIE.id, ALICE.id, 500),)
    blocks = (CurrencySheet(INR, (), (*plan, *euros)), CurrencySheet(Currency("EUR"), (), euros))
    sheet = BalanceSheet(Roster((*ROSTER, unmet, other)), blocks, simplify=True, change=7)
    assert labels(settlement_menu.settle(ENGLISH, sheet)) == [
        ["Bob → Alice ₹1"],
        ["Bob → Grandma ₹1"],
        ["@chen_x → Alice ₹2"],
        ["@dia_x → Alice ₹3"],
        ["Charlie → Alice ₹5"],
        ["Charlie → Alice €5"],
    ]


@pytest.mark.parametrize("size", range(30, 42))
def test_a_heading_stays_with_what_it_heads(size: int) -> None:
    crowd = [member(number, f"Member{number}") for number in range(1, size + 1)]
    nets = ((crowd[0].id, 100 * (size - 1)), *((one.id, -100) for one in crowd[1:]))
    plan = tuple(Payment(one.id, crowd[0].id, 100) for one in crowd[1:])
    blocks = tuple(CurrencySheet(currency, nets, plan) for currency in (INR, EUR))
    sheet = BalanceSheet(Roster(tuple(crowd)), blocks, simplify=True, change=7)
    for page in pages_of(balance_lines.balance, sheet):
        told = [line for line in lines(page) if not line.startswith("Page")]
        assert "+" in told[-1] or "−" in told[-1] or "→" in told[-1]
