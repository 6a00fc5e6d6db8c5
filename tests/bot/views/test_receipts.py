"""Receipts say what was recorded, to the letter of the product's samples."""

from datetime import date

import pytest

from bot.views import expense_receipt
from bot.views.reply import MAX_TEXT
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Action
from ledger.core.members import Member, MemberId, Roster
from ledger.core.shares import EQUAL_PART, Part, PartKind
from tests.bot.views.speaking import (
    ALICE,
    ASHA,
    BOB,
    CHARLIE,
    CHEN,
    DIA,
    ENGLISH,
    HINDI,
    NOW,
    ROSTER,
    TODAY,
    contents,
    dinner,
    entry,
    labels,
    lines,
    member,
    paid,
    placeholder,
    presses,
    recorded,
)


def test_an_equal_split_names_payer_share_and_people() -> None:
    reply = expense_receipt.told(ENGLISH, recorded(dinner()), TODAY)
    assert lines(reply) == ["🧾 #12 dinner — ₹1,200", "Asha paid. ₹400 each: Asha, Bob, Chen."]
    assert labels(reply) == [["I'm in / out", "Undo"], ["Details", "Change"]]
    assert presses(reply) == ["toggle:12", "undo:12", "details:12:0:here", "change:12:0"]


def test_a_newcomer_is_named_with_a_way_to_say_who_was_meant() -> None:
    new = placeholder(8, "chen_x", joined_at=NOW)
    what = contents(120000, {ASHA: (120000, 60000), new: (0, 60000)})
    reply = expense_receipt.told(
        ENGLISH,
        recorded(what, roster=Roster((*ROSTER, new)), newcomers=(new,), lookalikes=((new, CHEN),)),
        TODAY,
    )
    assert lines(reply)[1:] == [
        "Asha paid. ₹600 each: Asha, @chen_x.",
        "New here: @chen_x (I haven't met them yet).",
        "Did you mean @chen?",
    ]
    assert labels(reply)[2] == ["Yes, @chen"]
    assert presses(reply)[-1] == "merge:8:3:12"


def test_a_newcomer_is_still_new_when_the_receipt_is_told_again() -> None:
    new = placeholder(8, "chen_x", joined_at=NOW)
    what = contents(120000, {ASHA: (120000, 60000), new: (0, 60000)})
    reply = expense_receipt.receipt(ENGLISH, entry(12, what), Roster((*ROSTER, new)), TODAY)
    assert "New here: @chen_x (I haven't met them yet)." in lines(reply)


def test_no_username_in_a_receipt_rings_a_phone() -> None:
    new = placeholder(8, "chen_x", joined_at=NOW)
    what = contents(120000, {ASHA: (120000, 60000), new: (0, 60000)})
    reply = expense_receipt.receipt(
        ENGLISH, entry(12, what), Roster((*ROSTER, new)), TODAY, lookalikes=((new, CHEN),)
    )
    assert str(reply.text).count("@") == str(reply.text).count("<code>@")


def test_leftover_units_show_who_has_them() -> None:
    what = contents(10000, {ASHA: (10000, 3334), BOB: (0, 3333), CHEN: (0, 3333)}, "snacks")
    assert lines(expense_receipt.told(ENGLISH, recorded(what), TODAY)) == [
        "🧾 #12 snacks — ₹100",
        "Asha paid.",
        "₹33.33 each: Bob, Chen.",
        "₹33.34: Asha.",
    ]


def test_shares_with_numbers_of_their_own_are_listed() -> None:
    what = contents(
        120000,
        {
            ASHA: (120000, 10000, Part(PartKind.ADJUST, -10000)),
            BOB: (0, 50000, Part(PartKind.EXACT, 50000)),
            CHEN: (0, 30000, Part(PartKind.PERCENT, 250000)),
            DIA: (0, 30000, Part(PartKind.SHARES, 15000)),
        },
    )
    reply = expense_receipt.told(ENGLISH, recorded(what), TODAY)
    assert lines(reply) == [
        "🧾 #12 dinner — ₹1,200",
        "Asha paid.",
        "Asha ₹100 (−₹100)",
        "Bob ₹500",
        "Chen ₹300 (25%)",
        "Dia ₹300 (×1.5)",
    ]
    assert labels(reply) == [["Undo", "Details", "Change"]]


def test_several_payers_and_one_who_takes_no_part() -> None:
    what = contents(120000, {BOB: (70000, 60000), DIA: (50000, 0, None), CHEN: (0, 60000)})
    assert lines(expense_receipt.told(ENGLISH, recorded(what), TODAY))[1] == (
        "Paid: Bob ₹700, Dia ₹500. ₹600 each: Bob, Chen."
    )


def test_date_category_note_and_arithmetic_have_lines_of_their_own() -> None:
    what = dinner(on=date(2024, 2, 16), category="food", note="with extra cheese")
    reply = expense_receipt.told(ENGLISH, recorded(what), TODAY, arithmetic="(200+1000)*1")
    assert lines(reply) == [
        "🧾 #12 dinner — ₹1,200",
        "(200+1000)*1 = ₹1,200",
        "On Feb 16 · #food",
        "Asha paid. ₹400 each: Asha, Bob, Chen.",
        "with extra cheese",
    ]


def test_an_empty_description_leaves_the_number() -> None:
    reply = expense_receipt.told(ENGLISH, recorded(dinner(description="")), TODAY)
    assert lines(reply)[0] == "🧾 #12 — ₹1,200"


def test_the_same_bill_is_asked_about() -> None:
    twin = entry(11, dinner(), author=DIA)
    reply = expense_receipt.told(ENGLISH, recorded(dinner(), twin=twin), TODAY)
    assert lines(reply)[2] == (
        "Dia has just recorded ₹1,200 too, as #11. The same bill? Then Undo takes #12 away."
    )


def test_unknown_people_are_asked_to_join() -> None:
    reply = expense_receipt.told(ENGLISH, recorded(dinner()), TODAY, known=(1, 5))
    assert lines(reply)[2] == "I know 1 of 5 people here: press I'm in."
    exact = contents(100, {ASHA: (100, 100, Part(PartKind.EXACT, 100))})
    reply = expense_receipt.told(ENGLISH, recorded(exact), TODAY, known=(1, 5))
    assert labels(reply)[-1] == ["I'm in"]
    assert presses(reply)[-1] == "join"


def test_a_deleted_entry_says_by_whom_and_offers_to_restore() -> None:
    gone = entry(12, dinner(), action=Action.DELETE, by=BOB, revision=2)
    reply = expense_receipt.receipt(ENGLISH, gone, ROSTER, TODAY)
    assert lines(reply) == ["🗑 #12 dinner — ₹1,200", "Deleted by Bob."]
    assert labels(reply) == [["Restore", "Details"]]


def test_a_changed_entry_says_who_changed_it() -> None:
    edited = entry(12, dinner(), action=Action.EDIT, by=BOB, revision=2)
    changed = Written(edited, ROSTER, (), (), {}, before=entry(12, dinner()).revision)
    assert lines(expense_receipt.told(ENGLISH, changed, TODAY))[-1] == "Changed by Bob."


def test_a_payment_says_who_is_square() -> None:
    what = paid(BOB, ALICE, 190000)
    reply = expense_receipt.told(
        ENGLISH,
        recorded(what, 16, entry=entry(16, what, BOB), nets={ALICE.id: 60000, CHARLIE.id: -60000}),
        TODAY,
    )
    assert lines(reply) == ["✔ #16 Bob paid Alice ₹1,900. Bob is square now."]
    assert labels(reply) == [["Undo"]]


def test_the_last_payment_makes_all_square() -> None:
    what = paid(CHARLIE, ALICE, 60000)
    reply = expense_receipt.told(ENGLISH, recorded(what, entry=entry(17, what, CHARLIE)), TODAY)
    assert lines(reply) == ["✔ #17 Charlie paid Alice ₹600. All square."]


def test_paying_too_much_says_who_owes_it_back() -> None:
    what = paid(BOB, ALICE, 200000)
    overpaid = recorded(what, entry=entry(16, what, BOB), nets={BOB.id: 10000, ALICE.id: -10000})
    to_all = expense_receipt.told(ENGLISH, overpaid, TODAY)
    assert lines(to_all) == ["✔ #16 Bob paid Alice ₹2,000. Alice now owes Bob ₹100."]
    to_bob = expense_receipt.told(ENGLISH, overpaid, TODAY, reader=BOB.id)
    assert lines(to_bob) == ["✔ #16 Bob paid Alice ₹2,000. Alice now owes you ₹100."]


@pytest.mark.parametrize(
    ("nets", "elsewhere", "told"),
    [
        ({}, CHARLIE, "All square in ₹."),
        ({CHARLIE.id: 100, ASHA.id: -100}, BOB, "Both are square in ₹ now."),
        ({CHARLIE.id: 100, ASHA.id: -100}, CHARLIE, "Both are square now."),
        ({ALICE.id: 100, CHARLIE.id: -100}, BOB, "Bob is square in ₹ now."),
        ({ALICE.id: 100, CHARLIE.id: -100}, ALICE, "Bob is square now."),
    ],
)
def test_who_is_square_in_one_currency_only_is_told_so(
    nets: dict[MemberId, int], elsewhere: Member, told: str
) -> None:
    what = paid(BOB, ALICE, 190000)
    after = recorded(
        what, entry=entry(16, what, BOB), nets=nets, unequal_elsewhere=frozenset({elsewhere.id})
    )
    assert lines(expense_receipt.told(ENGLISH, after, TODAY)) == [
        f"✔ #16 Bob paid Alice ₹1,900. {told}"
    ]


def test_a_part_payment_says_what_is_left() -> None:
    what = paid(BOB, ALICE, 90000)
    part = recorded(what, entry=entry(16, what, BOB), nets={BOB.id: -100000, ALICE.id: 100000})
    assert lines(expense_receipt.told(ENGLISH, part, TODAY)) == [
        "✔ #16 Bob paid Alice ₹900. Bob still owes ₹1,000."
    ]


def test_a_payment_recorded_by_a_third_person_says_so() -> None:
    what = paid(BOB, ALICE, 190000)
    third = recorded(what, entry=entry(16, what, CHARLIE), nets={ALICE.id: 1, CHARLIE.id: -1})
    assert lines(expense_receipt.told(ENGLISH, third, TODAY))[1] == "Recorded by Charlie."


def test_people_s_markup_is_shown_as_they_wrote_it() -> None:
    tagged = member(1, "<b>Asha</b> & Co")
    roster = Roster((tagged, BOB))
    what = contents(
        100,
        {tagged: (100, 50), BOB: (0, 50)},
        "<script>alert(1)</script>",
        category="a<b",
        note="x & y <i>",
    )
    reply = expense_receipt.receipt(ENGLISH, entry(1, what), roster, TODAY, arithmetic="1<2")
    assert lines(reply) == [
        "🧾 #1 <script>alert(1)</script> — ₹1",
        "1<2 = ₹1",
        "#a<b",
        "<b>Asha</b> & Co paid. ₹0.50 each: <b>Asha</b> & Co, Bob.",
        "x & y <i>",
    ]


def test_two_hundred_people_fit_into_a_receipt() -> None:
    crowd = [member(number, "Bartholomew" * 6 + str(number)) for number in range(1, 201)]
    for part in (EQUAL_PART, Part(PartKind.ADJUST, 100)):
        shares: dict[Member, tuple[int, int] | tuple[int, int, Part | None]] = {
            crowd[0]: (2000000, 10000, part),
            **dict.fromkeys(crowd[1:], (0, 10000, part)),
        }
        what = contents(2000000, shares, "x" * 3000, note="y" * 3000)
        reply = expense_receipt.receipt(ENGLISH, entry(1, what), Roster(tuple(crowd)), TODAY)
        assert len("\n".join(lines(reply))) < MAX_TEXT
        assert "170 more" in "\n".join(lines(reply))


def test_hindi_speaks_hindi_with_indian_grouping() -> None:
    what = contents(12000000, {ASHA: (12000000, 6000000), BOB: (0, 6000000)}, "किराया")
    reply = expense_receipt.receipt(HINDI, entry(3, what), ROSTER, TODAY)
    assert lines(reply) == ["🧾 #3 किराया — ₹1,20,000", "Asha ने दिए। हर एक के ₹60,000: Asha, Bob।"]


@pytest.mark.parametrize(
    ("nets", "told"),
    [
        ({BOB.id: 230000, ALICE.id: -230000}, "Alice now owes Bob ₹2,300."),
        ({BOB.id: 230000, ALICE.id: -190000, CHARLIE.id: -40000}, "Alice now owes Bob ₹1,900."),
        ({BOB.id: 50000, CHARLIE.id: 100000, ALICE.id: -150000}, "Alice now owes Bob ₹500."),
        (
            {BOB.id: 50000, CHARLIE.id: 100000, ALICE.id: -75000, ASHA.id: -75000},
            "Bob is owed ₹500 now.",
        ),
        ({BOB.id: 230000, CHARLIE.id: -230000}, "Bob is owed ₹2,300 now."),
    ],
)
def test_what_is_owed_after_a_payment_is_all_of_it_and_no_guess(
    nets: dict[MemberId, int], told: str
) -> None:
    what = paid(BOB, ALICE, 190000)
    after = recorded(what, entry=entry(16, what, BOB), nets=nets)
    assert lines(expense_receipt.told(ENGLISH, after, TODAY)) == [
        f"✔ #16 Bob paid Alice ₹1,900. {told}"
    ]
