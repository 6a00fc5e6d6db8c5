"""The Mini App for everybody: read out, either way round, on the smallest phone, with a thumb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from playwright.sync_api import ViewportSize, expect

from tests.browser.phone import Phone

SMALLEST = ViewportSize(width=320, height=640)
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


def violations(phone: Phone, *rules: str) -> list[str]:
    """Return what axe-core has against what the phone shows, but for what is still moving.

    By some of its rules only, if any are given; none of them needs styles or films loaded anew.
    """
    frame = phone.frame
    if not frame.evaluate("() => 'axe' in window"):
        frame.evaluate(axe())
    found: dict[str, Any] = frame.evaluate(
        "only => axe.run(document, { resultTypes: ['violations'], preload: false, ...only })",
        {"runOnly": rules} if rules else {},
    )
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def pages(phone: Phone) -> Iterator[str]:
    """Walk through every page and sheet, naming each where it stands complete."""
    for name, page, sheets in walk(phone):
        phone.at(page, sheets=sheets)
        expect(phone.app.locator("main h1")).to_have_count(1)
        # A page that slides in is wider than the screen for as long as it moves.
        phone.frame.wait_for_function(f"() => {_AT_REST}")
        yield name


def walk(phone: Phone) -> Iterator[tuple[str, str, int]]:
    """Go everywhere; name each place, the page that it is on and how many sheets cover that."""
    yield "group", "group", 0
    phone.press_main("Add an expense")
    phone.type_amount("100")
    yield "expense with the keys", "expense", 0
    phone.fill("What for?", "tea")
    phone.app.get_by_role("radio", name="Percent").click()
    expect(phone.wrong).to_be_visible()
    yield "expense with a refusal", "expense", 0
    phone.row("Paid by").click()
    yield "payers", "expense", 1
    phone.press_main("Done")
    phone.at("expense")
    phone.back()
    phone.tap("hotel")
    expect(phone.card("What happened")).to_be_visible()
    yield "entry", "entry", 0
    phone.tap("Delete")
    yield "question", "entry", 1
    phone.tap("Cancel", inside="dialog")
    phone.at("entry")
    phone.back()
    phone.tap("Settle up")
    yield "settle", "settle", 0
    phone.back()
    phone.tap("Who owes whom")
    phone.app.locator("summary").first.click()
    yield "pairs", "pairs", 0
    phone.back()
    phone.tap("Statistics")
    expect(phone.card("Who")).to_be_visible()
    yield "statistics", "statistics", 0
    phone.back()
    phone.tap("Recurring")
    yield "nothing recurs", "repeat", 0
    phone.press_main("Add")
    yield "template", "template", 0
    phone.back()
    phone.back()
    phone.tap("Settings")
    yield "settings", "settings", 0
    phone.row("Weekly summary").click()
    yield "weekly summary", "settings", 1
    phone.back()
    phone.row("Currency").click()
    yield "currencies", "settings", 1
    phone.back()
    phone.row("Bob").click()
    yield "member", "member", 0
    phone.back()
    phone.tap("Who changed what")
    yield "log", "log", 0
    phone.back()
    phone.tap("The whole book as a file")
    yield "files", "files", 0
    phone.back()
    phone.back()
    phone.back()
    yield "home", "home", 0
    phone.tap("New group")
    yield "new group", "new-group", 0
    phone.back()
    phone.row("Language, how people").click()
    yield "you", "you", 0
    phone.row("Reminders").click()
    yield "own reminders", "reminders", 0
    phone.back()
    phone.row("Tokens for programs").click()
    phone.tap("Make a token")
    yield "what a token may do", "tokens", 1
    phone.app.get_by_role("radio", name="Only read").click()
    phone.app.get_by_role("textbox", name="What is it for?").fill("my laptop")
    phone.press_main("Save")
    expect(phone.app.locator(".secret")).to_be_visible()
    yield "a token's secret", "tokens", 1
    phone.tap("Done", inside="dialog")
    yield "tokens", "tokens", 0
    phone.back()
    phone.row("Another account").click()
    yield "another account", "link", 0
    phone.back()
    phone.row("Privacy").click()
    yield "privacy", "privacy", 0
    phone.tap("Forget me")
    yield "being forgotten", "privacy", 1


def test_every_page_can_be_read_out_and_reached_with_a_thumb_on_the_smallest_phone(
    open_phone: Callable[..., Phone],
) -> None:
    phone = open_phone()
    phone.page.set_viewport_size(SMALLEST)
    phone.chat.say_elsewhere("Alice", f"/split 123456789.12 USD {'Donaudampfschifffahrt' * 4}")
    expect(phone.row("Donaudampf")).to_be_visible()
    wrong: dict[str, list[str]] = {}
    for name in pages(phone):
        wide = phone.frame.evaluate("document.documentElement.scrollWidth")
        found = [*in_both_lights(phone), *phone.frame.evaluate(_OUT_OF_REACH)]
        if wide != SMALLEST["width"]:
            found.append(f"{wide} wide")
        if found:
            wrong[name] = found
    assert not wrong, "\n".join(f"{name}: {one}" for name, found in wrong.items() for one in found)


def in_both_lights(phone: Phone) -> list[str]:
    """Return what axe-core has against what is shown, in the dark and then in the light."""
    found: list[str] = []
    # Nothing but the colours changes with the light.
    for scheme, rules in (("dark", ("color-contrast",)), ("light", ())):
        phone.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
        expect(phone.app.locator("html")).to_have_css("color-scheme", scheme)
        found += [f"{scheme}: {one}" for one in violations(phone, *rules)]
    return found


def test_a_page_from_right_to_left_is_read_out_as_well(open_phone: Callable[..., Phone]) -> None:
    phone = open_phone()
    phone.speak("العربية")
    expect(phone.app.locator("html")).to_have_attribute("dir", "rtl")
    title, gear = (phone.app.locator(place) for place in (".group-head h1", ".group-head button"))
    left, right = title.bounding_box(), gear.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] > right["x"]
    wrong: dict[str, list[str]] = {}
    for name, what in every_place(phone):
        phone.go(name, **what)
        expect(phone.app.locator("main h1")).to_have_count(1)
        # In the light: colours are the same whichever way a page reads.
        wrong[name] = violations(phone)
        phone.back()
    assert not any(wrong.values()), wrong
    phone.speak("English")
    expect(phone.app.locator("html")).to_have_attribute("dir", "ltr")


def every_place(phone: Phone) -> list[tuple[str, dict[str, object]]]:
    """Return every page with what it shows, for whoever can't read its buttons."""
    group = phone.read("me")["groups"][-1]["id"]
    here = {"group": group}
    member = phone.read(f"groups/{group}/settings")["members"][1]["userId"]
    entry = phone.read(f"groups/{group}/entries")["entries"][0]["id"]
    own = ("new-group", "you", "reminders", "tokens", "link", "privacy")
    of_group = ("expense", "settle", "pairs", "statistics", "repeat", "template", "settings")
    return [
        *((name, {}) for name in own),
        *((name, here) for name in (*of_group, "log", "files")),
        ("member", {**here, "userId": member}),
        ("entry", {**here, "entry": entry}),
        ("expense", {**here, "entry": entry}),
    ]


def test_a_keyboard_covers_no_field(open_phone: Callable[..., Phone]) -> None:
    phone = open_phone()
    phone.press_main("Add an expense")
    phone.app.get_by_label("Note", exact=True).click()
    phone.page.set_viewport_size({"width": 360, "height": 420})
    phone.app.get_by_label("Note", exact=True).press_sequentially("by the sea")
    note = phone.app.get_by_label("Note", exact=True)
    expect(note).to_be_in_viewport(ratio=1)
    phone.page.set_viewport_size({"width": 360, "height": 740})
