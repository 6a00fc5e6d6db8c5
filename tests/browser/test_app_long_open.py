"""A Mini App open for long: Telegram vouches for nobody any more, and time goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import running_playground
from tests.browser.phone import Phone


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A playground apart, whose clock is moved by weeks."""
    with running_playground(tmp_path_factory.mktemp("later")) as address:
        yield address


def skip(phone: Phone, *steps: str) -> None:
    """Move the clock of the world around the page."""
    for step in steps:
        answer = phone.page.request.post(f"{phone.chat.address}/page/clock", data={"skip": step})
        assert answer.ok


def load_again(phone: Phone) -> None:
    """Load the page anew with what it was opened by, as an app does that comes back to it."""
    with phone.page.expect_event("framenavigated"):
        phone.frame.evaluate("() => void setTimeout(() => location.reload())")


def test_a_page_loaded_again_goes_on_says_that_it_is_old_and_opens_anew(
    open_phone: Callable[..., Phone],
) -> None:
    phone = open_phone(at_home=True, anew=True)
    phone.speak("Deutsch")
    skip(phone, "hour", "hour")
    phone.chat.say_elsewhere("Bob", "/split 90 juice")
    # The page has got its next tokens, which one that is loaded in their midst would lose.
    expect(phone.row("juice")).to_be_visible()
    load_again(phone)
    old = phone.app.locator("#old")
    expect(old).to_contain_text("vor langer Zeit")
    phone.open_group(phone.title)
    phone.chat.say_elsewhere("Bob", "/split 300 tea")
    expect(phone.row("tea")).to_be_visible()
    load_again(phone)
    expect(old).to_be_visible()
    old.get_by_role("button").click()
    expect(old).to_be_hidden()
    phone.open_group(phone.title)
    expect(old).to_be_hidden()


def test_a_page_that_nobody_vouches_for_says_so_and_opens_anew(
    open_phone: Callable[..., Phone],
) -> None:
    phone = open_phone("Bob", at_home=True, anew=True)
    # In a pocket without a connection, or it would renew its tokens from week to week.
    phone.page.context.set_offline(True)
    skip(phone, *["monday"] * 6)
    phone.page.context.set_offline(False)
    expect(phone.app.locator("main")).to_contain_text("This page is too old")
    expect(phone.main).to_be_hidden()
    phone.tap("Open it again")
    phone.open_group(phone.title)
