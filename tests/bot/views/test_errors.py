"""Every mistake has an answer, in every language; the samples to the letter."""

from datetime import date
from decimal import Decimal

import pytest

from bot.language.catalogues import language
from bot.language.offered import OFFERED
from bot.views.brief_answers import alert
from bot.views.refusals.answer import refusal
from bot.views.reply import MAX_ALERT
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person, Sender, UserId
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from tests.bot.views.speaking import (
    ALICE,
    ASHA,
    BOB,
    DIA,
    ENGLISH,
    INR,
    dinner,
    entry,
    lines,
    member,
    paid,
    shown,
)


def money(rupees: int) -> Money:
    return Money(rupees * 100, INR)


def line(*parts: tuple[str, Part], description: str = "dinner") -> ExpenseLine:
    named = tuple((Name(name), part) for name, part in parts)
    return ExpenseLine(money(1200), description, participants=named)


def exact(rupees: int) -> Part:
    return Part(PartKind.EXACT, rupees * 100)


DETAILS: dict[Code, dict[str, object]] = {
    Code.AMOUNT_NOT_POSITIVE: {"written": "-5", "amount": money(-5)},
    Code.AMOUNT_AMBIGUOUS: {"written": "1.200", "readings": (money(1200), Money(120, INR))},
    Code.AMOUNT_TOO_LARGE: {"written": "9" * 20, "most": Money(10**13, INR)},
    Code.TOO_MANY_DECIMALS: {"written": "10.5", "currency": "JPY", "decimals": 0},
    Code.BAD_ARITHMETIC: {"written": "1/0"},
    Code.UNKNOWN_CURRENCY: {"text": "XYZ"},
    Code.PARTS_BELOW_AMOUNT: {"amount": money(1200), "missing": money(100), "percent": None},
    Code.PARTS_ABOVE_AMOUNT: {"amount": money(1200), "excess": money(100), "percent": None},
    Code.PERCENT_ABOVE_100: {"percent": Decimal(110)},
    Code.PAID_NOT_AMOUNT: {
        "paid": money(1100),
        "amount": money(1200),
        "difference": money(100),
    },
    Code.NEGATIVE_SHARE: {"member": BOB, "share": money(-800)},
    Code.PERSON_TWICE: {"member": BOB},
    Code.BAD_DATE: {"written": "2024-02-31"},
    Code.BAD_PART: {"written": "1/3", "name": Name("bob"), "reason": "fraction"},
    Code.IS_A_BOT: {"name": Name("all_square_bot")},
    Code.PAYMENT_UNCLEAR: {"written": "half"},
    Code.PAID_UNCLEAR: {"first": Sender(), "second": Name("bob")},
    Code.TOO_MANY_NAMES: {"most": 2},
    Code.LINE_CROWDED: {"most": 20, "payers": True},
    Code.BOOK_FULL: {"most": 500},
    Code.NAME_MISSING: {"found": "bob"},
    Code.NUMBER_MISSING: {"found": "dinner"},
    Code.AMOUNT_MISSING: {"found": "dinner"},
    Code.ONE_COMMAND: {"second": "/split"},
    Code.UNKNOWN_NAME: {"name": Name("bbo")},
    Code.NAME_AMBIGUOUS: {"name": Name("asha"), "members": (ASHA, member(9, "Asha"))},
    Code.BALANCE_OPEN: {"member": BOB, "nets": (money(-1900),)},
    Code.TWO_ACCOUNTS: {"members": (ASHA, BOB)},
    Code.ALREADY_A_MEMBER: {"member": BOB},
    Code.LAST_ADMIN: {"member": BOB},
    Code.TOO_MANY_TOKENS: {"most": 20},
    Code.HAS_LEFT: {"member": BOB},
    Code.NO_SUCH_ENTRY: {"number": 12},
    Code.NOTHING_OWED: {"payer": BOB, "payee": ALICE},
    Code.SAME_PERSON: {"member": BOB},
    Code.ALREADY_DELETED: {"entry": entry(12, dinner())},
    Code.NOT_DELETED: {"entry": entry(12, dinner())},
    Code.NOT_AN_EXPENSE: {"entry": entry(12, paid(BOB, ALICE, 100))},
    Code.NOT_EQUAL: {"entry": entry(12, dinner())},
    Code.MAY_NOT_CHANGE: {"entry": entry(12, dinner()), "author": ASHA, "payers": (BOB,)},
    Code.NOT_YOUR_PAYMENT: {"payer": BOB, "payee": ALICE},
    Code.UNKNOWN_TIMEZONE: {"name": "Kolkatta", "nearest": ("Asia/Kolkata",)},
    Code.UNKNOWN_LANGUAGE: {"name": "Klingon"},
    Code.NO_RATE: {"currency": "LAK"},
    Code.NOTHING_TO_CONVERT: {"currency": "INR", "number": 12},
    Code.CHANGED_SINCE: {"number": 12},
    Code.UNKNOWN_CHOICE: {"written": "maybe", "choices": ("on", "off")},
}


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("spoken", OFFERED)
def test_every_mistake_is_answered_with_and_without_its_details(code: Code, spoken: str) -> None:
    say = language(spoken)
    for details in (DETAILS.get(code, {}), {}):
        reply = refusal(say, LedgerError(code, **details), example="/split 1200 dinner @bob")
        assert "/split 1200 dinner @bob" in shown(reply) or code is Code.UNKNOWN_TIMEZONE
        assert "None" not in shown(reply)
        assert len(alert(refusal(say, LedgerError(code, **details)))) <= MAX_ALERT


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Code.AMOUNT_MISSING, "How much was it? dinner is not an amount."),
        (Code.BAD_PART, "1/3 of what? Write a percentage like 40%, or shares like x2."),
        (
            Code.PAID_UNCLEAR,
            "How much did you pay, and how much @bob? One of them needs a number.",
        ),
        (Code.TOO_MANY_NAMES, "At most 2 names, please."),
        (Code.AMOUNT_AMBIGUOUS, "1.200 can be read in two ways: ₹1,200 or ₹1.20?"),
        (Code.AMOUNT_NOT_POSITIVE, "−₹5 is not an amount: it has to be more than zero."),
        (Code.TOO_MANY_DECIMALS, "10.5 has decimals, and JPY has none."),
        (Code.PERCENT_ABOVE_100, "The percentages make 110%, more than 100%."),
        (Code.PAID_NOT_AMOUNT, "The payers paid ₹1,100 of ₹1,200: ₹100 is missing."),
        (Code.NEGATIVE_SHARE, "Bob's share would be −₹800, less than zero."),
        (Code.NAME_AMBIGUOUS, "@asha could be Asha R. or Asha (2). Which one?"),
        (Code.BALANCE_OPEN, "Bob's balance is −₹1,900. Once it is zero, I can remove Bob."),
        (
            Code.MAY_NOT_CHANGE,
            "Only Asha (who wrote #12), Bob (who paid it) or an admin can change it.",
        ),
        (Code.NOT_YOUR_PAYMENT, "Only Bob or Alice can say that this was paid."),
        (Code.UNKNOWN_CHOICE, "I don't know maybe here. Please choose: on or off?"),
    ],
)
def test_what_is_wrong_is_said_exactly(code: Code, expected: str) -> None:
    assert lines(refusal(ENGLISH, LedgerError(code, **DETAILS[code]))) == [expected]


def test_several_words_that_are_no_choice_stand_in_marks() -> None:
    details = {"written": "on friday", "choices": ("on", "off")}
    told = lines(refusal(ENGLISH, LedgerError(Code.UNKNOWN_CHOICE, **details)))
    assert told == ["I don't know “on friday” here. Please choose: on or off?"]


def test_parts_that_do_not_add_up() -> None:
    reply = refusal(
        ENGLISH,
        LedgerError(Code.PARTS_BELOW_AMOUNT, **DETAILS[Code.PARTS_BELOW_AMOUNT]),
        example="/split 1200 dinner @bob 500 @chen 700 -me",
        line=line(("bob", exact(500)), ("chen", exact(600))),
    )
    assert lines(reply) == [
        (
            "That doesn't add up: @bob 500 and @chen 600 make ₹1,100, the dinner is ₹1,200; "
            "₹100 is missing."
        ),
        "Try:  /split 1200 dinner @bob 500 @chen 700 -me",
    ]


def test_parts_that_are_too_much_without_a_description() -> None:
    half = Part(PartKind.PERCENT, 500000)
    reply = refusal(
        ENGLISH,
        LedgerError(Code.PARTS_ABOVE_AMOUNT, **DETAILS[Code.PARTS_ABOVE_AMOUNT]),
        line=line(("bob", exact(700)), ("chen", half), ("dia", EQUAL_PART), description=""),
    )
    assert lines(reply) == [
        (
            "That doesn't add up: @bob 700 and @chen 50% make ₹1,300, the amount is ₹1,200; "
            "₹100 is too much."
        )
    ]


def test_a_negative_share_is_pinned_on_whoever_was_written_with_a_minus() -> None:
    reply = refusal(
        ENGLISH,
        LedgerError(Code.NEGATIVE_SHARE, member=BOB.id, share=money(-800)),
        line=line(("bob", Part(PartKind.ADJUST, -200000))),
    )
    assert lines(reply) == ["@bob's share would be −₹800, less than zero."]


def test_whoever_wrote_and_paid_is_named_once() -> None:
    error = LedgerError(
        Code.MAY_NOT_CHANGE, entry=entry(12, dinner()), author=ASHA, payers=(ASHA, DIA)
    )
    assert lines(refusal(ENGLISH, error)) == [
        "Only Asha (who wrote #12), Dia (who paid it) or an admin can change it."
    ]


def test_names_in_mistakes_are_as_they_were_written() -> None:
    by_mark = Name("Bob <3", Person(UserId(2), "Bob <3"))
    assert lines(refusal(ENGLISH, LedgerError(Code.UNKNOWN_NAME, name=by_mark))) == [
        "I don't know anybody called Bob <3 here.",
        "Try:  /members",
    ]
    mine = ExpenseLine(money(100), participants=((Sender(), Part(PartKind.ADJUST, -200000)),))
    error = LedgerError(Code.NEGATIVE_SHARE, member=BOB.id, share=money(-800))
    assert lines(refusal(ENGLISH, error, line=mine)) == [
        "Your share would be −₹800, less than zero."
    ]


def test_a_part_of_every_reason_is_told_apart() -> None:
    reasons = ("currency", "percent", "shares", "fraction", "negative", "everyone", "payer", "x")
    told = {
        shown(refusal(ENGLISH, LedgerError(Code.BAD_PART, written="9", reason=reason)))
        for reason in reasons
    }
    assert len(told) == len(reasons)


def test_a_date_that_can_be_two_days() -> None:
    days = (date(2024, 3, 4), date(2024, 4, 3))
    error = LedgerError(Code.BAD_DATE, written="3/4", readings=days)
    assert lines(refusal(ENGLISH, error)) == ["3/4 can be two days: Mar 4, 2024 or Apr 3, 2024?"]


def test_several_examples_are_offered_and_they_go_before_the_caller_s() -> None:
    error = LedgerError(Code.AMOUNT_AMBIGUOUS, examples=("/split 1200 tea", "/split 1.20 tea"))
    assert lines(refusal(ENGLISH, error, example="/split 1 x"))[1:] == [
        "Try:  /split 1200 tea",
        "or:  /split 1.20 tea",
    ]


def test_an_example_is_shown_as_typed() -> None:
    reply = refusal(ENGLISH, LedgerError(Code.BAD_DATE), example="/split 5 <b>&amp; on 2024-02-29")
    assert lines(reply)[1] == "Try:  /split 5 <b>&amp; on 2024-02-29"
    assert "<code>/split 5 &lt;b&gt;" in str(reply.text)


def test_the_nearest_time_zones_can_be_copied() -> None:
    error = LedgerError(Code.UNKNOWN_TIMEZONE, **DETAILS[Code.UNKNOWN_TIMEZONE])
    assert lines(refusal(ENGLISH, error)) == [
        "I don't know the time zone Kolkatta.",
        "Try:  /timezone Asia/Kolkata",
    ]


def test_a_date_as_a_detail_is_no_trouble() -> None:
    assert shown(refusal(ENGLISH, LedgerError(Code.BAD_DATE, written=date(2024, 2, 1))))
