"""What the clock brings, on the page itself; the README shows it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.chatting import ChatPage
from tests.browser.conftest import running_playground

FINE = {"viewport": {"width": 1280, "height": 910}, "device_scale_factor": 1.5}
"""As the README's pictures are drawn."""
PHONE = ViewportSize(width=430, height=910)

_OVERLAPPING = """days => days
  .filter(day => !day.classList.contains("passed"))
  .map(day => day.getBoundingClientRect())
  .filter((day, index, all) => all.slice(index + 1).some(other => other.top < day.bottom))
  .length"""
"""How many days are shown over others."""

_BELOW_THE_DAY = """toast => document.querySelector(".day").getBoundingClientRect().bottom
  <= toast.getBoundingClientRect().top"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A playground of its own: here the clock is moved, for everybody in it."""
    with running_playground(tmp_path_factory.mktemp("clock")) as address:
        yield address


def test_skipping_ahead_brings_the_reminder_the_rent_and_the_summary(
    open_page: Callable[..., ChatPage], tmp_path: Path
) -> None:
    chat = open_page(title="Flat", **FINE)
    for name in ("Bob", "Charlie"):
        chat.say(name, "/me")
        expect(chat.message(f"{name} is square")).to_be_visible()
    # The day of the tests' run must make no difference.
    monday = chat.page.get_by_role("button", name="To Monday 09:00").first
    monday.click()
    chat.say("Alice", "/split 1200 groceries #food")
    expect(chat.message("#1 groceries")).to_be_visible()
    chat.say("Bob", "/split 450 cinema #fun")
    expect(chat.message("#2 cinema")).to_be_visible()
    chat.say("Alice", "/every tue 09:00 3000 rent #home")
    expect(chat.message("every Tuesday")).to_be_visible()
    chat.say("Alice", "/remind daily 100")
    expect(chat.message("I remind of debts")).to_be_visible()
    skip = chat.page.get_by_role("button", name="Skip a day").first
    skip.click()
    rent, reminder = chat.message("rent — ₹3,000"), chat.message("A friendly reminder")
    expect(reminder).to_contain_text("→ Alice")
    expect(rent).to_contain_text("₹1,000 each")
    monday.click()
    summary = chat.message("📅")
    expect(summary).to_contain_text("home ₹3,000, food ₹1,200, fun ₹450")
    expect(summary.locator("img")).to_be_visible()
    folder = Path(os.environ.get("ALL_SQUARE_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    chat.page.mouse.move(0, 0)
    chat.page.set_viewport_size(PHONE)
    # The days and the way to the newest message float above the messages.
    hide = "floating => floating.forEach(one => { one.style.visibility = 'hidden' })"
    chat.page.locator(".day, #jump").evaluate_all(hide)
    for name, shown in (("summary", summary), ("reminder", reminder), ("rent", rent)):
        shown.scroll_into_view_if_needed()
        chat.come_to_rest()
        shown.screenshot(path=folder / f"{name}.png", animations="disabled")


def test_days_stand_beside_one_another_and_beside_a_toast(
    open_page: Callable[..., ChatPage],
) -> None:
    chat = open_page(title="Days", **FINE)
    chat.page.set_viewport_size(PHONE)
    for number in range(1, 5):
        for cup in range(1, 4):
            chat.say("Alice", f"/split {number}{cup}0 tea{number}{cup} @bob")
            expect(chat.message(f"#{3 * number - 3 + cup} tea")).to_be_visible()
        chat.page.request.post(f"{chat.address}/page/clock", data={"skip": "day"})
    days = chat.page.locator(".day")
    expect(days).to_have_count(4)
    expect(days.first).to_have_css("opacity", "0")
    assert days.evaluate_all(_OVERLAPPING) == 0
    chat.press("Charlie", "I'm in", under="tea43")
    assert chat.toast.evaluate(_BELOW_THE_DAY)
