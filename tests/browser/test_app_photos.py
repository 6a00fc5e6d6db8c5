"""Photos of receipts in the Mini App: taken along with an expense, added later, taken away."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def photo(size: tuple[int, int] = (300, 900)) -> FilePayload:
    drawn = io.BytesIO()
    Image.new("RGB", size, "teal").save(drawn, "PNG")
    return {"name": "bill.png", "mimeType": "image/png", "buffer": drawn.getvalue()}


def test_an_expense_takes_its_receipt_along_into_the_chat(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("90")
    phone.app.get_by_role("textbox", name="What for?").fill("lunch")
    field = phone.app.get_by_label("Add a photo")
    field.set_input_files({"name": "bill.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(phone.wrong).to_have_text("This is no picture that I can read.")
    field.set_input_files(photo((90, 90)))
    small = phone.app.get_by_role("img", name="The picture of the receipt")
    expect(small).to_be_visible()
    phone.tap("Remove")
    field.set_input_files(photo())
    expect(small).to_be_visible()
    phone.press_main("Add")
    phone.tap("lunch")
    shown = phone.app.locator("entry-picture").get_by_role("img")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => one.decode().then(() => one.naturalHeight)") == 900
    phone.close()
    receipt = phone.chat.message("lunch — ₹90")
    expect(receipt.get_by_role("button", name="Picture")).to_be_visible()


def test_a_photo_is_added_to_what_is_recorded_and_taken_away(phone: Phone) -> None:
    phone.tap("hotel")
    phone.press_main("Change")
    phone.app.get_by_label("Add a photo").set_input_files(photo())
    expect(phone.app.get_by_role("img", name="The picture of the receipt")).to_be_visible()
    phone.press_main("Save")
    expect(phone.card("Receipt").get_by_role("img")).to_be_visible()
    expect(phone.card("What happened")).to_contain_text("the picture")
    phone.press_main("Change")
    expect(phone.app.locator("photo-field").get_by_role("img")).to_be_visible()
    phone.tap("Remove")
    phone.press_main("Save")
    phone.at("entry")
    expect(phone.app.get_by_role("heading", name="Receipt")).to_have_count(0)
