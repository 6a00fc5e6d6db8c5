"""Where everybody stands, and how it is settled, in the Mini App."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def test_a_group_shows_who_is_up_and_who_is_down(phone: Phone) -> None:
    expect(phone.app.locator(".hero")).to_contain_text("You are owed+₹4,000")
    bars = phone.app.locator(".bar")
    expect(bars).to_have_text(["Alice+₹4,000", "Bob−₹2,000", "Charlie−₹2,000"])
    phone.back()
    expect(phone.row(phone.title).last).to_contain_text("+₹4,000")


def test_a_payment_of_the_plan_is_recorded_by_one_press(phone: Phone) -> None:
    plan = phone.card("To be square")
    expect(plan.locator(".row")).to_have_count(2)
    plan.locator(".row", has_text="Bob").get_by_role("button", name="I got it").click()
    expect(plan.locator(".row")).to_have_count(1)
    expect(phone.app.locator(".entries")).to_contain_text("Bob → You")
    phone.close()
    expect(phone.chat.message("Bob paid Alice")).to_contain_text("₹2,000")


def test_a_payment_goes_either_way_and_part_of_it_is_enough(phone: Phone) -> None:
    phone.tap("Settle up")
    expect(phone.amount).to_have_value("2000")
    rows = phone.app.locator(".row")
    expect(rows.nth(0)).to_contain_text("BobWho paid")
    expect(rows.nth(1)).to_contain_text("YouWho got it")
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.page.get_by_role("button", name="Wide or narrow").click()
    phone.frame.wait_for_function("() => innerWidth > 600")
    turn = phone.button("The other way round").bounding_box()
    card = phone.app.locator(".card").first.bounding_box()
    assert turn is not None
    assert card is not None
    assert card["x"] < turn["x"] < card["x"] + card["width"] - turn["width"]
    phone.tap("The other way round")
    expect(rows.nth(0)).to_contain_text("YouWho paid")
    phone.tap("The other way round")
    rows.nth(0).click()
    phone.app.get_by_role("radio", name="Charlie").click()
    phone.amount.fill("500")
    phone.press_main("Record the payment")
    expect(phone.app.locator(".entries")).to_contain_text("Charlie → You")
    expect(phone.app.locator(".bar", has_text="Charlie")).to_contain_text("−₹1,500")


def test_a_payment_is_changed_and_taken_back(phone: Phone) -> None:
    plan = phone.card("To be square")
    plan.locator(".row", has_text="Bob").get_by_role("button", name="I got it").click()
    phone.app.locator(".entries").get_by_role("button", name="Bob → You").click()
    phone.press_main("Change")
    phone.amount.fill("1500")
    phone.press_main("Save")
    expect(phone.card("What happened")).to_contain_text("₹2,000 → ₹1,500")
    phone.back()
    expect(phone.app.locator(".bar", has_text="Bob")).to_contain_text("−₹500")


def test_whoever_owes_sees_how_to_pay_with_a_code(phone: Phone) -> None:
    phone.back()
    phone.row("Language, how people").click()
    phone.tap("Add")
    phone.app.get_by_role("radio", name="UPI").click()
    phone.app.get_by_role("textbox", name="UPI").fill("alice")
    phone.press_main("Save")
    expect(phone.wrong).to_contain_text("UPI")
    phone.app.get_by_role("textbox", name="UPI").fill("alice@okbank")
    phone.press_main("Save")
    expect(phone.row("alice@okbank")).to_be_visible()
    phone.close()
    bob = Phone(phone.chat, "Bob")
    bob.open_group(phone.title)
    bob.tap("You → Alice")
    expect(bob.card("How to pay Alice")).to_contain_text("alice@okbank")
    bob.tap("Show the code")
    expect(bob.app.get_by_role("img", name="Scan it")).to_be_visible()


def test_who_owes_whom_says_what_for(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/split 300 tea @alice @charlie")
    phone.tap("Who owes whom")
    pair = phone.app.locator("details", has_text="Bob → You")
    expect(pair).to_contain_text("₹1,900")
    pair.locator("summary").click()
    expect(pair.locator(".row", has_text="hotel")).to_contain_text("₹2,000")
    expect(pair.locator(".row", has_text="tea")).to_contain_text("−₹100")
    pair.get_by_role("button", name="hotel").click()
    expect(phone.app.get_by_role("heading", name="hotel")).to_be_visible()


def test_a_member_is_shown_person_by_person(phone: Phone) -> None:
    phone.app.locator(".bar", has_text="Bob").click()
    expect(phone.card("Owes").locator(".row")).to_have_text(["AJYou₹2,000"])
    phone.tap("Settle up")
    expect(phone.app.locator(".row").nth(0)).to_contain_text("BobWho paid")


def test_statistics_lead_to_the_entries_behind_them(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/split 20 gum #sweets")
    phone.chat.say_elsewhere("Bob", "/split 880 dinner #food")
    expect(phone.row("dinner")).to_be_visible()
    phone.tap("Statistics")
    expect(phone.app.locator(".hero")).to_contain_text("₹6,900")
    expect(phone.row("Bob")).to_contain_text("paid₹900")
    expect(phone.row("sweets")).to_contain_text("<1%")
    phone.card("On what").get_by_role("button", name="food").click()
    expect(phone.row("dinner")).to_be_visible()
    expect(phone.row("hotel")).to_have_count(0)
    phone.back()
    phone.app.get_by_role("radio", name="Year").click()
    expect(phone.app.locator(".turner")).to_have_text(re.compile(r"20\d\d"))
    expect(phone.app.locator(".hero")).to_contain_text("₹6,900")
    phone.tap("Earlier")
    expect(phone.app.locator(".hero")).to_contain_text("₹0")
