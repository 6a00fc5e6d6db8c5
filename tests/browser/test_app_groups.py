"""Groups that are made, joined, left and taken into a chat, by taps; and Home, which keeps up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def make_group(phone: Phone, name: str) -> None:
    """Make a group with Bob and somebody without Telegram, from another group."""
    phone.back()
    phone.at("home")
    phone.tap("New group")
    expect(phone.row("admin")).to_contain_text("AJYou")
    phone.fill("Name", name)
    phone.app.locator("label.row", has_text="Bob").get_by_role("checkbox").check()
    phone.fill("Add somebody", "Grandma")
    phone.tap("Add")
    expect(phone.row("Grandma")).to_be_visible()
    phone.press_main("Create the group")
    expect(phone.app.get_by_role("heading", name=name)).to_be_visible()
    expect(phone.app.get_by_text("3 people")).to_be_visible()


def test_a_group_is_made_has_somebody_back_and_is_left(phone: Phone) -> None:
    make_group(phone, "Flat 12")
    phone.tap("Settings")
    expect(phone.row("Language")).to_contain_text("English")
    expect(phone.row("Grandma")).to_contain_text("guest")
    phone.row("Bob").click()
    phone.tap("Remove from the group")
    phone.tap("Remove", inside="dialog")
    phone.card("Not here any more").get_by_role("button", name="Bob").click()
    phone.tap("Have back in the group")
    phone.back()
    expect(phone.card("Members").get_by_text("Bob")).to_be_visible()
    phone.tap("Leave the group")
    phone.tap("Leave", inside="dialog")
    expect(phone.app.locator(".toast")).to_contain_text("admin")
    phone.row("Bob").click()
    phone.row("Role").click()
    phone.app.get_by_role("radio", name="admin").click()
    expect(phone.row("Role")).to_contain_text("admin")
    phone.back()
    phone.tap("Leave the group")
    phone.tap("Leave", inside="dialog")
    expect(phone.app.get_by_role("heading", name="Groups")).to_be_visible()
    expect(phone.row("Flat 12")).to_have_count(0)


def test_a_group_comes_into_a_chat(phone: Phone) -> None:
    make_group(phone, "Boat")
    phone.tap("Take it into a chat")
    phone.press_main("Choose the chat")
    dialog = phone.page.get_by_role("dialog", name="New group")
    dialog.get_by_role("textbox").first.fill("Boat crew")
    dialog.get_by_role("button", name="Make the group").click()
    expect(phone.page.locator("#chat-head").get_by_text("Boat crew")).to_be_visible()
    phone.chat.say("Alice", "/members")
    expect(phone.chat.last).to_contain_text("Grandma")


def test_what_is_wrong_about_a_new_group_is_said_beside_it(phone: Phone) -> None:
    phone.back()
    phone.tap("New group")
    expect(phone.main).to_be_disabled()
    phone.fill("Name", "Flat 13")
    phone.fill("Add somebody", "@helpful_bot")
    phone.press_main("Create the group")
    expect(phone.wrong).to_contain_text("bot")
    expect(phone.app.locator("#names-wrong")).to_be_in_viewport()
    phone.tap("Remove")
    expect(phone.wrong).to_have_count(0)


def test_what_others_set_and_whom_they_bring_appears_by_itself(phone: Phone) -> None:
    phone.tap("Settings")
    expect(phone.row("Currency")).to_contain_text("INR")
    phone.chat.say_elsewhere("Alice", "/currency EUR")
    expect(phone.row("Currency")).to_contain_text("EUR")
    phone.chat.say_elsewhere("Alice", '/add "Grandma"')
    expect(phone.row("Grandma")).to_be_visible()
    phone.back()
    with phone.page.expect_response("**/api/me/events"):
        phone.back()
    asked: list[str] = []
    phone.hear_calls(lambda request: asked.append(request.url))
    phone.chat.say_elsewhere("Bob", "/split 300 EUR cake")
    expect(phone.row(phone.title)).to_contain_text("−€75")
    # Nobody asks while nothing happens: one reading for each change that was told.
    assert len([url for url in asked if url.endswith("/api/me")]) <= 3
