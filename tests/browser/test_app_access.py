"""The Mini App for everybody: read out, either way round, on the smallest phone, with a thumb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone

SMALLEST = {"width": 320, "height": 640}
_AT_REST = "document.getAnimations().every(one => one.playState !== 'running')"
_OUT_OF_REACH = """() => [...document.querySelectorAll(
    'button, a[href], select, summary, input:not([type=checkbox]):not([type=radio])')]
  .filter(one => one.offsetParent && !one.disabled)
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width && (one.closest('label, .part-box, .field-row, amount-field')
      ?? one).getBoundingClientRect().height < 43.5)
  .map(([one]) => one.outerHTML.slice(0, 120))"""


@cache
def axe() -> str:
    """Return axe-core, which a Python package brings for tests."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()


def violations(phone: Phone) -> list[str]:
    """Return what axe-core has against what the phone shows, but for what is still moving."""
    frame = phone.frame
    frame.evaluate(axe())
    found: dict[str, Any] = frame.evaluate(
        "() => axe.run(document, { resultTypes: ['violations'] })"
    )
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def pages(phone: Phone) -> Iterator[str]:
    """Walk through every page and sheet, naming each where it stands complete."""
    for name in walk(phone):
        expect(phone.app.locator(".waiting")).to_have_count(0)
        expect(phone.app.locator("main h1")).to_have_count(1)
        # A page that slides in is wider than the screen for as long as it moves.
        phone.frame.wait_for_function(f"() => {_AT_REST}")
        yield name


def walk(phone: Phone) -> Iterator[str]:
    yield "group"
    phone.press_main("Add an expense")
    phone.type_amount("100")
    yield "expense with the keys"
    phone.fill("What for?", "tea")
    phone.app.get_by_role("radio", name="Percent").click()
    yield "expense with a refusal"
    phone.row("Paid by").click()
    yield "payers"
    phone.press_main("Done")
    phone.back()
    phone.tap("hotel")
    expect(phone.card("What happened")).to_be_visible()
    yield "entry"
    phone.tap("Delete")
    yield "question"
    phone.tap("Cancel", inside="dialog")
    phone.back()
    phone.tap("Settle up")
    yield "settle"
    phone.back()
    phone.tap("Who owes whom")
    phone.app.locator("summary").first.click()
    yield "pairs"
    phone.back()
    phone.tap("Statistics")
    expect(phone.card("Who")).to_be_visible()
    yield "statistics"
    phone.back()
    phone.tap("Recurring")
    yield "nothing recurs"
    phone.press_main("Add")
    yield "template"
    phone.back()
    phone.back()
    phone.tap("Settings")
    yield "settings"
    phone.row("Weekly summary").click()
    yield "weekly summary"
    phone.back()
    phone.row("Currency").click()
    yield "currencies"
    phone.back()
    phone.row("Bob").click()
    yield "member"
    phone.back()
    phone.tap("Who changed what")
    yield "log"
    phone.back()
    phone.tap("The whole book as a file")
    yield "files"
    phone.back()
    phone.back()
    phone.back()
    yield "home"
    phone.tap("Language, and how people can pay you")
    yield "you"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_out_and_reached_with_a_thumb(
    open_phone: Callable[..., Phone], scheme: Literal["light", "dark"]
) -> None:
    phone = open_phone(color_scheme=scheme)
    wrong: dict[str, list[str]] = {}
    for name in pages(phone):
        found = [*violations(phone), *phone.frame.evaluate(_OUT_OF_REACH)]
        if found:
            wrong[name] = found
    assert not wrong, "\n".join(f"{name}: {one}" for name, found in wrong.items() for one in found)


def test_every_page_fits_the_smallest_phone(open_phone: Callable[..., Phone]) -> None:
    phone = open_phone(viewport=SMALLEST)
    phone.chat.say_elsewhere("Alice", f"/split 123456789.12 USD {'Donaudampfschifffahrt' * 4}")
    expect(phone.row("Donaudampf")).to_be_visible()
    for name in pages(phone):
        wide = phone.frame.evaluate("document.documentElement.scrollWidth")
        assert wide == SMALLEST["width"], name


def test_a_page_from_right_to_left_is_read_out_as_well(open_phone: Callable[..., Phone]) -> None:
    phone = open_phone()
    phone.speak("العربية")
    expect(phone.app.locator("html")).to_have_attribute("dir", "rtl")
    assert violations(phone) == []
    title, gear = (phone.app.locator(place) for place in (".group-head h1", ".group-head button"))
    left, right = title.bounding_box(), gear.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] > right["x"]
    phone.main.click()
    expect(phone.app.locator("share-editor .row").first).to_be_visible()
    assert violations(phone) == []
    phone.back()
    phone.speak("English")
    expect(phone.app.locator("html")).to_have_attribute("dir", "ltr")


def test_a_keyboard_covers_no_field(open_phone: Callable[..., Phone]) -> None:
    phone = open_phone()
    phone.press_main("Add an expense")
    phone.app.get_by_label("Note", exact=True).click()
    phone.page.set_viewport_size({"width": 360, "height": 420})
    phone.app.get_by_label("Note", exact=True).press_sequentially("by the sea")
    note = phone.app.get_by_label("Note", exact=True)
    expect(note).to_be_in_viewport(ratio=1)
    phone.page.set_viewport_size({"width": 360, "height": 740})
