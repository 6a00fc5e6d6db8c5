"""Several currencies in the Mini App: their rates, what all comes to, and converting."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    """Alice's, who owes Bob 10 euros for a museum besides."""
    phone = open_phone()
    phone.chat.say_elsewhere("Bob", "/split 30 EUR museum")
    expect(phone.row("museum")).to_be_visible()
    return phone


def test_a_rate_is_set_counts_and_is_forgotten(phone: Phone) -> None:
    phone.tap("Settings")
    phone.row("Other currencies").click()
    euro = phone.row("1 EUR")
    expect(euro).to_contain_text("European Central Bank")
    euro.click()
    phone.app.get_by_role("textbox", name="1 EUR in INR").fill("0")
    phone.press_main("Save")
    expect(phone.wrong).to_contain_text("rate")
    phone.app.get_by_role("textbox", name="1 EUR in INR").fill("90,5")
    phone.press_main("Save")
    expect(euro).to_contain_text("1 EUR = 90.5 INR")
    expect(euro).to_contain_text("Set here")
    phone.back()
    phone.back()
    expect(phone.app.locator(".hero-about")).to_have_text("about +\N{WORD JOINER}₹3,095 in all")
    phone.tap("Settings")
    phone.row("Other currencies").click()
    euro.click()
    phone.app.get_by_role("radio", name="Forget it").click()
    expect(euro).to_contain_text("European Central Bank")


def test_all_is_converted_and_taken_back(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/rate EUR 90")
    phone.tap("Settings")
    phone.row("Other currencies").click()
    expect(phone.row("1 EUR")).to_contain_text("90 INR")
    phone.tap("Convert all to INR")
    expect(phone.row("You → Bob")).to_contain_text("€10₹900")
    phone.press_main("Convert all")
    expect(phone.app.get_by_role("heading", name="Now in INR")).to_be_visible()
    phone.tap("Undo")
    expect(phone.app.get_by_role("heading", name="Convert all to INR")).to_be_visible()
    expect(phone.row("You → Bob")).to_contain_text("€10₹900")
    phone.press_main("Convert all")
    phone.press_main("Done")
    phone.back()
    phone.back()
    expect(phone.app.locator(".hero-amounts")).to_have_text("+₹3,100")


def test_the_picture_of_a_receipt_is_shown_and_one_too_large_says_so(phone: Phone) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (300, 900), "teal").save(drawn, "PNG")
    phone.chat.send_picture("Bob", "/split 90 lunch", drawn.getvalue())
    phone.tap("lunch")
    picture = phone.app.get_by_role("img", name="The picture of the receipt")
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.decode().then(() => one.naturalHeight)") == 900
    phone.tap("The picture of the receipt")
    expect(phone.app.locator("entry-picture button")).to_have_attribute("aria-expanded", "true")
    phone.back()
    phone.page.route("**/picture?*", lambda route: route.fulfill(status=422, json={}))
    phone.tap("lunch")
    expect(phone.app.get_by_text("The picture is too large to be shown here")).to_be_visible()


def test_an_entry_is_converted_and_back(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/rate EUR 90")
    expect(phone.chat.message("1 EUR = 90 INR")).to_be_visible()
    phone.tap("museum")
    phone.tap("Convert to INR")
    expect(phone.app.locator("dialog")).to_contain_text("€30 is ₹2,700. Convert it?")
    phone.tap("Convert", inside="dialog")
    expect(phone.app.locator(".entry-amount")).to_have_text("₹2,700")
    expect(phone.card("Note")).to_contain_text("€30, 1 EUR = 90 INR (set here, ")
    happened = phone.card("What happened")
    expect(happened).to_contain_text("€30 → ₹2,700")
    expect(happened).not_to_contain_text("who paid")
    phone.tap("Take the conversion back")
    expect(phone.app.locator(".entry-amount")).to_have_text("€30")
