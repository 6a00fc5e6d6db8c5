"""Who is who in the Mini App: merging, sets of people, and reminding whoever owes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def test_a_guest_turns_out_to_be_somebody_here(phone: Phone) -> None:
    phone.chat.say_elsewhere("Alice", '/add "Grandma"')
    phone.chat.say_elsewhere("Bob", "/split 300 cake @Grandma @alice")
    grandma = phone.app.locator(".bar", has_text="Grandma")
    expect(grandma).to_contain_text("−₹100")
    grandma.click()
    phone.at("member")
    phone.tap("This is somebody else here")
    phone.app.get_by_role("radio", name="Charlie").click()
    sheet = phone.app.locator("dialog")
    expect(sheet.locator(".row")).to_have_text(
        ["GGrandma−₹100", "CBCharlie Brown−₹2,000", "Charlie Brown afterwards−₹2,100"]
    )
    phone.tap("Make them one", inside="dialog")
    expect(phone.app.get_by_role("heading", name="Charlie Brown")).to_be_visible()
    expect(phone.app.locator(".hero-amounts")).to_have_text("−₹2,100")
    phone.back()
    phone.at("group")
    expect(grandma).to_have_count(0)
    phone.close()
    expect(phone.chat.message("is Charlie now")).to_contain_text("Changed by Alice")


def test_a_set_is_named_shares_with_one_press_and_goes(phone: Phone) -> None:
    phone.tap("Settings")
    phone.tap("Sets of people")
    phone.tap("New set")
    phone.app.get_by_role("textbox", name="Name").fill("2 rooms")
    phone.press_main("Save")
    expect(phone.wrong).to_contain_text("a letter first")
    phone.app.get_by_role("textbox", name="Name").fill("upper rooms")
    phone.press_main("Save")
    expect(phone.wrong).to_have_text("Choose who is in it.")
    for name in ("Bob", "Charlie"):
        phone.app.get_by_role("checkbox", name=name).check()
    sent: list[str] = []
    phone.hear_calls(lambda request: sent.append(f"{request.method} {request.url}"))
    phone.app.get_by_role("textbox", name="Name").evaluate(
        "field => { field.form.requestSubmit(); field.form.requestSubmit(); }"
    )
    expect(phone.row("@upper_rooms")).to_contain_text("Bob and Charlie")
    assert sum(each.startswith("POST") and each.endswith("/sets") for each in sent) == 1
    phone.back()
    phone.back()
    phone.press_main("Add an expense")
    phone.type_amount("90")
    phone.tap("@upper_rooms")
    expect(phone.app.get_by_role("checkbox", name="You")).not_to_be_checked()
    expect(phone.app.get_by_text("₹45 each")).to_be_visible()
    phone.tap("@upper_rooms")
    expect(phone.app.get_by_text("₹30 each")).to_be_visible()
    phone.back()
    phone.tap("Settings")
    phone.tap("Sets of people")
    phone.row("@upper_rooms").click()
    phone.app.get_by_role("radio", name="Remove").click()
    phone.tap("Remove", inside="dialog")
    expect(phone.row("@upper_rooms")).to_have_count(0)


def test_whoever_counts_twice_does_so_in_shares_as_well(phone: Phone) -> None:
    phone.chat.say_elsewhere("Alice", "/weight @bob 2")
    # A form begins with what is true when it is opened.
    expect(phone.chat.message("Bob counts x2")).to_be_visible()
    phone.press_main("Add an expense")
    phone.type_amount("80")
    expect(phone.row("Bob").first).to_contain_text("× 2")
    expect(phone.row("Bob").first).to_contain_text("₹40")
    phone.app.get_by_role("radio", name="Shares").click()
    expect(phone.app.get_by_role("textbox", name="Bob: Shares")).to_have_value("2")


def _have_noon(phone: Phone) -> None:
    """Let the group be where it is noon just now: nobody is reminded at night."""
    ahead = 12 - datetime.now(UTC).hour
    phone.chat.say_elsewhere("Alice", f"/timezone Etc/GMT{-ahead:+d}")
    phone.tap("Settings")
    expect(phone.row("Time zone")).to_contain_text("Etc/GMT")
    phone.back()


def test_whoever_owes_is_reminded_in_the_chat_once(phone: Phone) -> None:
    _have_noon(phone)
    plan = phone.card("To be square")
    plan.locator(".row", has_text="Bob").get_by_role("button", name="Remind Bob").click()
    expect(phone.app.locator("dialog")).to_contain_text("Bob → Alice ₹2,000")
    phone.tap("Remind", inside="dialog")
    expect(phone.app.locator(".toast")).to_contain_text("Bob")
    phone.app.locator(".bar", has_text="Bob").click()
    phone.at("member")
    phone.tap("Remind")
    expect(phone.app.locator(".toast")).to_contain_text("I have reminded Bob today already.")
    phone.close()
    expect(phone.chat.message("A friendly reminder")).to_contain_text("₹2,000")
