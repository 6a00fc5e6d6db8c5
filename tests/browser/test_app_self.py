"""What is one's own in the Mini App: tokens, another account, times, privacy."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Request, expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return at_oneself(open_phone())


def at_oneself(phone: Phone) -> Phone:
    phone.back()
    phone.row("Language, how people").click()
    phone.at("you")
    return phone


def test_a_token_is_shown_once_opens_my_books_and_is_revoked(phone: Phone) -> None:
    phone.row("Tokens for programs").click()
    phone.tap("Make a token")
    phone.app.get_by_role("radio", name="Only read").click()
    phone.app.get_by_role("textbox", name="What is it for?").fill("my old laptop")
    phone.press_main("Save")
    secret = phone.app.locator(".secret").inner_text()
    asked = {"Authorization": f"Bearer {secret}"}
    me = f"{phone.chat.address}/api/me"
    assert phone.page.request.get(me, headers=asked).json()["data"]["name"] == "Alice Johnson"
    phone.tap("Done", inside="dialog")
    expect(phone.row("my old laptop")).to_contain_text("Only read")
    expect(phone.app.get_by_text(secret)).to_have_count(0)
    phone.row("my old laptop").click()
    phone.tap("Revoke", inside="dialog")
    expect(phone.row("my old laptop")).to_have_count(0)
    assert phone.page.request.get(me, headers=asked).status == 401


def test_enter_held_too_long_makes_one_token(phone: Phone) -> None:
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/api/me/tokens"):
            sent.append(request.url)

    phone.hear_calls(note)
    phone.row("Tokens for programs").click()
    phone.tap("Make a token")
    phone.app.get_by_role("radio", name="Only read").click()
    name = phone.app.get_by_role("textbox", name="What is it for?")
    name.fill("my new laptop")
    name.evaluate("field => { field.form.requestSubmit(); field.form.requestSubmit(); }")
    expect(phone.app.locator(".secret").first).to_be_visible()
    assert len(sent) == 1
    phone.tap("Done", inside="dialog")
    phone.row("my new laptop").click()
    phone.tap("Revoke", inside="dialog")
    expect(phone.row("my new laptop")).to_have_count(0)


def test_another_account_becomes_mine_and_parts_from_me(phone: Phone) -> None:
    phone.row("Another account").click()
    phone.tap("Get a code")
    code = phone.app.locator(".code").inner_text()
    assert re.fullmatch(r"(\w{5} ?)+", code)
    request, at = phone.page.request, phone.chat.address
    account = {"name": "Alice J", "email": "alice.j@example.com", "password": "Alice@12345"}
    request.post(f"{at}/api/users", data=account)
    login = request.post(
        f"{at}/login", data={"email": account["email"], "password": account["password"]}
    ).json()
    token = login["access_token"]
    linked = request.post(
        f"{at}/api/me/link", data={"code": code}, headers={"Authorization": f"Bearer {token}"}
    )
    assert linked.ok, linked.text()
    phone.back()
    phone.row("Another account").click()
    expect(phone.app.get_by_text("alice.j@example.com")).to_be_visible()
    phone.tap("Unlink")
    phone.tap("Yes, unlink", inside="dialog")
    expect(phone.button("Get a code")).to_be_visible()


def test_i_say_what_comes_by_time(phone: Phone) -> None:
    phone.row("Reminders").click()
    phone.row(phone.title).click()
    phone.app.get_by_role("radio", name="Never remind me").click()
    expect(phone.row(phone.title)).to_contain_text("Never")
    phone.back()
    weekly = phone.row("Weekly summary")
    expect(weekly).to_contain_text("press Start")
    weekly.click()
    expect(phone.chat.message("/start")).to_be_visible()
    # The button beside the text, which only a private chat has.
    phone.page.get_by_role("button", name="Open the app").last.click()
    phone.row("Language, how people").click()
    phone.row("Weekly summary").click()
    phone.app.get_by_role("switch").check()
    phone.press_main("Save")
    expect(phone.row("Weekly summary")).to_contain_text("Monday, 9:00")
    phone.row("Weekly summary").click()
    phone.app.get_by_role("switch").uncheck()
    phone.press_main("Save")
    expect(phone.row("Weekly summary")).to_contain_text("Off")


def test_all_that_is_kept_about_me_is_taken_along(phone: Phone) -> None:
    phone.row("Privacy").click()
    with phone.page.expect_download() as downloading:
        phone.tap("Export my data")
    assert downloading.value.suggested_filename == "all-square-my-data.json"
    assert phone.title in downloading.value.path().read_text()


def test_i_am_forgotten_and_not_met_again_by_the_page(open_phone: Callable[..., Phone]) -> None:
    phone = at_oneself(open_phone("Charlie"))
    phone.row("Privacy").click()
    phone.tap("Forget me")
    expect(phone.app.locator("dialog").get_by_text(phone.title)).to_be_visible()
    phone.tap("No", inside="dialog")
    phone.tap("Forget me")
    phone.tap("Yes, forget me", inside="dialog")
    expect(phone.app.get_by_text("I don't know you any more")).to_be_visible()
    phone.press_main("Close")
    phone.chat.say("Alice", "/members")
    expect(phone.chat.last).to_contain_text("Somebody 1")
