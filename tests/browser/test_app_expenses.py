"""Expenses by taps: recorded, divided in five ways, changed, deleted; the chat shows the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def test_an_expense_is_recorded_by_taps_and_told_in_the_chat(phone: Phone) -> None:
    phone.press_main("Add an expense")
    expect(phone.main).to_be_disabled()
    phone.type_amount("1200+35")
    expect(phone.app.get_by_text("= ₹1,235")).to_be_visible()
    phone.fill("What for?", "dinner at the beach")
    expect(phone.button("food")).to_have_attribute("aria-pressed", "true")
    expect(phone.row("Charlie")).to_contain_text("₹411.6")
    phone.press_main("Add")
    expect(phone.row("dinner at the beach")).to_contain_text("you lent₹823.3")
    phone.close()
    expect(phone.chat.message("#2 dinner at the beach")).to_contain_text("₹1,235")


def test_a_decimal_mark_is_typed_once_and_the_last_digit_taken_back(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("12.5.0")
    expect(phone.amount).to_have_value("12.50")
    phone.tap("Take back the last digit")
    phone.amount.press_sequentially("5*2x")
    expect(phone.amount).to_have_value("12.55×2×")
    expect(phone.app.get_by_text("= ₹25.10")).to_be_visible()


WAYS: tuple[tuple[str, dict[str, str], str | None, dict[str, str], str], ...] = (
    ("Amounts", {"Bob": "500", "Charlie": "600"}, "₹100 is missing", {"Bob": "600"}, "₹600"),
    ("Percent", {"Bob": "50", "Charlie": "40"}, "₹120 is missing", {"Bob": "60"}, "₹720"),
    ("Shares", {"Bob": "2"}, None, {}, "₹600"),
    ("More or less", {"Bob": "+150", "Charlie": "-150"}, None, {}, "₹550"),
)
"""Ways to share 1,200, what is typed, what is wrong about it, what corrects that, Bob's share."""


def test_each_way_to_share_shows_what_everybody_owes(phone: Phone) -> None:
    for way, parts, wrong, corrected, share in WAYS:
        phone.press_main("Add an expense")
        phone.type_amount("1200")
        phone.fill("What for?", f"tea by {way}")
        phone.app.get_by_role("radio", name=way).check()
        for name, part in parts.items():
            phone.fill(f"{name}: {way}", part)
        if wrong is not None:
            expect(phone.wrong).to_contain_text(wrong)
            phone.press_main("Add")
            # Refused by now, and no longer only foretold.
            expect(phone.app.locator("#splits-error")).to_contain_text(wrong)
        for name, part in corrected.items():
            phone.fill(f"{name}: {way}", part)
        expect(phone.wrong).to_have_count(0)
        if way != "Amounts":  # which are the shares themselves
            expect(phone.row("Bob")).to_contain_text(share)
        phone.press_main("Add")
        phone.tap(f"tea by {way}")
        shares = phone.card("Shared by")
        expect(shares.locator(".row", has_text="Bob")).to_contain_text(share)
        phone.back()


def test_what_was_refused_and_is_mended_by_then_is_not_said_beside_it(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("1200")
    phone.fill("What for?", "tea")
    phone.app.get_by_role("radio", name="Amounts").check()
    phone.fill("Bob: Amounts", "500")
    phone.fill("Charlie: Amounts", "600")
    on_its_way = phone.hold("**/api/expenses")
    with phone.page.expect_request("**/api/expenses"):
        phone.press_main("Add")
    expect(phone.main).to_be_disabled()
    phone.fill("Bob: Amounts", "600")
    expect(phone.app.get_by_text("3 people share.")).to_be_visible()
    expect(phone.main).to_be_disabled()
    on_its_way[0].continue_()
    expect(phone.app.locator(".toast")).to_contain_text("₹100 is missing")
    expect(phone.wrong).to_have_count(0)
    phone.press_main("Add")
    expect(phone.row("tea")).to_contain_text("₹1,200")


def test_what_the_book_says_of_an_older_draft_counts_no_more(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("1200")
    phone.tap("Paid by")
    phone.tap("Several people paid", inside="dialog")
    late = phone.hold("**/preview")
    with phone.page.expect_request("**/preview"):
        phone.fill("What Bob paid", "100")
    phone.fill("What Bob paid", "0")
    with phone.page.expect_response("**/preview"):
        late[0].continue_()
    expect(phone.app.get_by_text("₹400 each")).to_be_visible()
    expect(phone.app.locator("#payers-error")).to_be_empty()


def test_nothing_moves_from_under_a_finger(phone: Phone) -> None:
    phone.press_main("Add an expense")
    late = phone.hold("**/preview")
    with phone.page.expect_request("**/preview"):
        phone.type_amount("1200")
    phone.row("Paid by").hover(position={"x": 60, "y": 4})
    phone.page.mouse.down()
    with phone.page.expect_response("**/preview"):
        late[0].continue_()
    phone.read("me")
    phone.page.mouse.up()
    phone.app.get_by_role("button", name="Several people paid").click()
    phone.press_main("Done")
    expect(phone.app.get_by_text("₹400 each")).to_be_visible()


def test_who_does_not_share_owes_nothing(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("100")
    phone.app.get_by_role("checkbox", name="You").uncheck()
    expect(phone.app.get_by_text("₹50 each")).to_be_visible()
    phone.tap("Everybody")
    expect(phone.app.get_by_role("checkbox", name="You")).to_be_checked()
    phone.tap("Nobody")
    expect(phone.main).to_be_disabled()


def test_several_people_paid(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("1200")
    phone.fill("What for?", "tea")
    phone.tap("Paid by")
    phone.tap("Several people paid", inside="dialog")
    phone.fill("What You paid", "700")
    phone.fill("What Bob paid", "400")
    expect(phone.app.get_by_text("₹1,100 of ₹1,200")).to_be_visible()
    phone.press_main("Done")
    expect(phone.app.locator("#payers-error")).to_contain_text("₹100")
    phone.tap("Paid by")
    phone.fill("What Bob paid", "500")
    phone.press_main("Done")
    expect(phone.app.locator("#payers-error")).to_be_empty()
    phone.press_main("Add")
    expect(phone.row("tea")).to_contain_text("You and Bob: ₹1,200")


def test_another_currency_has_its_own_balances(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("3000")
    phone.tap("Currency: INR")
    phone.app.get_by_role("searchbox", name="Search").fill("yen")
    phone.app.get_by_role("radio", name="Japanese Yen").click()
    phone.fill("What for?", "sushi")
    expect(phone.app.get_by_text("¥1,000 each")).to_be_visible()
    phone.press_main("Add")
    expect(phone.row("sushi")).to_contain_text("¥3,000")
    expect(phone.app.locator(".bar", has_text="+¥2,000")).to_be_visible()


def test_an_expense_is_changed_deleted_and_restored(phone: Phone) -> None:
    phone.tap("hotel")
    phone.press_main("Change")
    expect(phone.amount).to_have_value("6000")
    phone.fill("What for?", "villa")
    phone.amount.fill("9000")
    phone.press_main("Save")
    expect(phone.app.get_by_role("heading", name="villa")).to_be_visible()
    expect(phone.card("What happened")).to_contain_text("₹6,000 → ₹9,000")
    phone.tap("Delete")
    phone.tap("Delete", inside="dialog")
    expect(phone.app.get_by_text("This entry is deleted")).to_be_visible()
    phone.back()
    expect(phone.app.get_by_text("All square.")).to_be_visible()
    phone.tap("Settings")
    phone.tap("Who changed what")
    phone.app.locator(".row", has_text="deleted villa").click()
    phone.press_main("Restore")
    phone.press_main("Change")
    phone.back()
    phone.close()
    expect(phone.chat.message("#1 villa")).to_contain_text("₹9,000")


def test_a_refund_comes_back(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("300")
    phone.fill("What for?", "deposit")
    phone.app.get_by_role("switch", name="Money that came back").check()
    phone.press_main("Add")
    expect(phone.row("deposit")).to_contain_text("₹300 came back")


def test_what_was_typed_is_there_again_until_it_is_recorded(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("77")
    phone.fill("What for?", "umbrella")
    phone.close()
    again = Phone(phone.chat, "Alice")
    again.open_group(phone.title)
    again.press_main("Add an expense")
    expect(again.amount).to_have_value("77")
    again.press_main("Add")
    expect(again.row("umbrella")).to_be_visible()
    again.press_main("Add an expense")
    expect(again.amount).to_have_value("")


def test_entries_are_found_by_their_words(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/split 100 tea @alice")
    expect(phone.row("tea")).to_be_visible()
    search = phone.app.get_by_role("searchbox", name="Search")
    search.fill("hot")
    expect(phone.row("tea")).to_have_count(0)
    expect(phone.row("hotel")).to_be_visible()
    search.fill("nothing like it")
    expect(phone.app.get_by_text("Nothing found.")).to_be_visible()
