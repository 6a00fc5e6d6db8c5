"""The Mini App of several at once, without a connection, and opened by what is too old."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.chatting import ChatPage
from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    return open_phone()


def elsewhere(phone: Phone, name: str) -> Phone:
    """Return somebody's own phone, on another screen, at the same group."""
    chat = ChatPage(phone.page.context.new_page(), phone.chat.address)
    chat.open_at(phone.chat.id)
    other = Phone(chat, name)
    other.open_group(phone.title)
    return other


def test_what_somebody_else_records_appears_by_itself(phone: Phone) -> None:
    phone.chat.say_elsewhere("Bob", "/split 300 tea")
    expect(phone.row("tea")).to_be_visible()
    expect(phone.app.locator(".hero")).to_contain_text("+₹3,900")
    phone.back()
    phone.chat.say_elsewhere("Bob", "/split 300 cake")
    expect(phone.app.locator("main .row", has_text=phone.title)).to_contain_text("+₹3,800")


def test_a_press_is_not_lost_where_something_changes_under_it(phone: Phone) -> None:
    late = phone.hold("**/nets")
    with phone.page.expect_request("**/nets"):
        phone.chat.say_elsewhere("Bob", "/split 300 tea")
    phone.app.locator(".bar", has_text="Bob").hover()
    phone.page.mouse.down()
    with phone.page.expect_response("**/nets"):
        late[0].continue_()
    # What came before this answer is drawn before it, unless it waits.
    phone.read("me")
    phone.page.mouse.up()
    phone.at("member")
    phone.back()
    expect(phone.app.locator(".hero")).to_contain_text("+₹3,900")


def test_two_phones_stay_in_step(phone: Phone) -> None:
    bob = elsewhere(phone, "Bob")
    bob.press_main("Add an expense")
    bob.type_amount("90")
    bob.fill("What for?", "juice")
    bob.press_main("Add")
    expect(phone.row("juice")).to_contain_text("Bob: ₹90")
    phone.tap("hotel")
    phone.press_main("Change")
    phone.fill("What for?", "villa")
    phone.press_main("Save")
    expect(bob.row("villa")).to_be_visible()


def test_a_payment_that_both_say_was_made_is_recorded_once(phone: Phone) -> None:
    bob = elsewhere(phone, "Bob")
    on_its_way = phone.hold("**/api/settlements")
    plan = phone.card("To be square")
    with phone.page.expect_request("**/api/settlements"):
        plan.locator(".row", has_text="Bob").get_by_role("button", name="I got it").click()
    bob.card("To be square").get_by_role("button", name="I paid").click()
    expect(bob.app.locator(".entries")).to_contain_text("You → Alice")
    on_its_way[0].continue_()
    expect(phone.app.locator("#toasts")).to_contain_text("The plan has changed")
    expect(phone.app.locator(".entries").get_by_text("Bob → You")).to_have_count(1)
    expect(plan.locator(".row")).to_have_count(1)


def test_an_expense_that_somebody_else_changed_is_not_overwritten_unseen(phone: Phone) -> None:
    phone.tap("hotel")
    phone.press_main("Change")
    phone.fill("What for?", "villa")
    phone.chat.say_elsewhere("Alice", "/edit 1 7000")
    notice = phone.app.locator(".notice")
    expect(notice).to_contain_text("Somebody changed this expense meanwhile.")
    phone.press_main("Save")
    expect(phone.app.locator(".toast")).to_be_visible()
    notice.get_by_role("button", name="Keep mine").click()
    phone.press_main("Save")
    expect(phone.app.get_by_role("heading", name="villa")).to_be_visible()
    expect(phone.app.locator(".entry-amount")).to_have_text("₹7,000")


def test_theirs_is_shown_instead_of_mine(phone: Phone) -> None:
    phone.tap("hotel")
    phone.press_main("Change")
    phone.fill("What for?", "villa")
    phone.chat.say_elsewhere("Alice", "/edit 1 7000")
    phone.app.locator(".notice").get_by_role("button", name="Show theirs").click()
    expect(phone.amount).to_have_value("7000")
    expect(phone.app.get_by_label("What for?")).to_have_value("hotel")


def test_what_is_recorded_without_a_connection_is_sent_once_when_it_is_back(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("120")
    phone.page.context.set_offline(True)
    expect(phone.app.locator("#connection")).to_contain_text("No connection")
    phone.fill("What for?", "boat")
    phone.press_main("Add")
    expect(phone.card("Not sent yet")).to_contain_text("boat₹120")
    phone.page.context.set_offline(False)
    # Before what waits is tried again, and before the events are.
    expect(phone.app.locator("#connection")).to_be_hidden()
    expect(phone.card("Not sent yet")).to_have_count(0)
    expect(phone.row("boat")).to_contain_text("you lent₹80")
    expect(phone.app.locator("#connection")).to_be_hidden()
    phone.close()
    expect(phone.chat.message("#2 boat")).to_be_visible()
    phone.chat.say("Alice", "/history boat")
    expect(phone.chat.last).to_contain_text("#2")
    expect(phone.chat.last).not_to_contain_text("#3")


def test_a_button_pressed_twice_in_haste_records_once(phone: Phone) -> None:
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/api/expenses"):
            sent.append(request.url)

    phone.hear_calls(note)
    phone.press_main("Add an expense")
    phone.type_amount("120")
    phone.fill("What for?", "boat")
    expect(phone.main).to_have_text("Add")
    phone.main.dblclick()
    expect(phone.row("boat")).to_contain_text("you lent₹80")
    assert len(sent) == 1


def test_an_answer_that_never_came_is_not_recorded_twice(phone: Phone) -> None:
    calls: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        calls.append(route.request.headers["idempotency-key"])
        if len(calls) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    phone.page.context.route("**/api/expenses", lose_the_first_answer)
    phone.press_main("Add an expense")
    phone.type_amount("120")
    phone.fill("What for?", "boat")
    # Until it is answered the second time: the group shows it before, from what others are told.
    with phone.page.expect_request_finished(lambda call: call.url.endswith("/api/expenses")):
        phone.press_main("Add")
    expect(phone.card("Not sent yet")).to_have_count(0)
    expect(phone.row("boat")).to_contain_text("you lent₹80")
    assert len(calls) >= 2
    assert len(set(calls)) == 1
    phone.close()
    phone.chat.say("Alice", "/history boat")
    expect(phone.chat.last).to_contain_text("#2")
    expect(phone.chat.last).not_to_contain_text("#3")


def test_what_waits_outlives_the_page_and_can_be_thrown_away(phone: Phone) -> None:
    phone.page.context.route("**/api/expenses", lambda route: route.abort())
    phone.press_main("Add an expense")
    phone.type_amount("120")
    phone.fill("What for?", "boat")
    phone.press_main("Add")
    expect(phone.card("Not sent yet")).to_contain_text("boat")
    phone.close()
    again = Phone(phone.chat, "Alice")
    again.open_group(phone.title)
    again.card("Not sent yet").get_by_role("button", name="Throw away").click()
    expect(again.card("Not sent yet")).to_have_count(0)
    again.close()
    other = Phone(phone.chat, "Bob")
    other.open_group(phone.title)
    expect(other.card("Not sent yet")).to_have_count(0)


def test_a_way_in_that_is_forged_or_too_old_says_to_open_it_again(phone: Phone) -> None:
    page = phone.page.context.new_page()
    page.goto(f"{phone.chat.address}/app/#tgWebAppData=user%3D%257B%257D%26hash%3D00")
    expect(page.locator("main")).to_contain_text("Close it and open it again")
    page.goto("about:blank")
    page.goto(f"{phone.chat.address}/app/")
    expect(page.locator("main")).to_contain_text("Open this from the bot in Telegram")


def test_a_link_in_the_group_opens_the_app_there(phone: Phone) -> None:
    phone.close()
    phone.chat.say("Bob", "/board")
    phone.chat.press("Bob", "Open the app", under="Board")
    expect(phone.app.get_by_role("heading", name=phone.title)).to_be_visible()
    phone.back()
    expect(phone.app.get_by_role("heading", name="Groups")).to_be_visible()


def test_the_theme_follows_telegram_while_it_is_open(phone: Phone) -> None:
    html = phone.app.locator("html")
    phone.page.emulate_media(color_scheme="dark")
    expect(html).to_have_css("color-scheme", "dark")
    expect(phone.app.locator("body")).to_have_css("background-color", "rgb(14, 22, 33)")
    # All of it at once, for whoever wants nothing to move.
    expect(phone.app.locator("main h1")).to_have_css("transition-duration", "0s")
    phone.page.emulate_media(color_scheme="light")
    expect(html).to_have_css("color-scheme", "light")


def test_a_session_goes_on_when_the_clock_has(phone: Phone) -> None:
    renewals: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/api/auth/refresh"):
            renewals.append(request.url)

    phone.hear_calls(note)
    late = phone.hold("**/plan")
    phone.page.request.post(f"{phone.chat.address}/page/clock", data={"skip": "hour"})
    phone.chat.say_elsewhere("Bob", "/split 300 tea")
    expect(phone.row("tea")).to_be_visible()
    # Refused as well, when there is another token already.
    late[0].continue_()
    expect(phone.app.locator(".hero")).to_contain_text("+₹3,900")
    assert len(renewals) == 1
    phone.tap("tea")
    expect(phone.card("What happened")).to_contain_text("Bob")


def test_what_is_not_wanted_any_more_is_started_over(phone: Phone) -> None:
    phone.press_main("Add an expense")
    phone.type_amount("77")
    phone.back()
    phone.press_main("Add an expense")
    expect(phone.amount).to_have_value("77")
    phone.tap("Throw away")
    expect(phone.amount).to_have_value("")
