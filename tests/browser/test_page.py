"""The chat page itself: completion, people, tabs, themes, narrow windows, hostile words."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import ViewportSize, expect

from tests.browser.chatting import ChatPage

PHONE = ViewportSize(width=360, height=740)
_BROKEN_LABELS = """keys => keys.filter(key => {
  const words = new Range();
  words.selectNodeContents(key);
  const lines = new Set([...words.getClientRects()].map(rect => rect.top));
  return lines.size > key.textContent.split(/\\s+/).length;
}).map(key => key.textContent)"""


def test_commands_and_names_are_completed(chat: ChatPage) -> None:
    chat.be("Alice")
    chat.text.press_sequentially("/spl")
    expect(chat.page.get_by_role("option", name="/split")).to_be_visible()
    chat.text.press("Tab")
    expect(chat.text).to_have_value("/split ")
    chat.text.press_sequentially("100 tea @bo")
    expect(chat.page.get_by_role("option", name="Bob Smith")).to_be_visible()
    chat.text.press("Enter")
    expect(chat.text).to_have_value("/split 100 tea @bob ")
    chat.text.press("Enter")
    expect(chat.message("#1 tea")).to_contain_text("₹50 each")


def test_somebody_without_a_username_is_mentioned(chat: ChatPage) -> None:
    chat.page.get_by_role("button", name="People and settings").last.click()
    people = chat.page.get_by_role("dialog", name="People")
    people.get_by_label("First name").fill("Émile 🍕")
    people.get_by_role("button", name="Add a new person").click()
    expect(people.get_by_role("button", name="Change Émile 🍕")).to_be_visible()
    people.get_by_role("button", name="Close", exact=True).click()
    chat.be("Alice")
    chat.text.fill("/split 100 🍕 pizza ")
    chat.text.press("End")
    chat.text.press_sequentially("@ém")
    chat.text.press("Tab")
    expect(chat.text).to_have_value("/split 100 🍕 pizza Émile 🍕 ")
    chat.text.press("Enter")
    expect(chat.message("/split 100").locator(".text_mention")).to_have_text("Émile 🍕")
    expect(chat.message("#1")).to_contain_text("₹50 each: Alice, Émile 🍕")


def test_words_never_become_markup(chat: ChatPage) -> None:
    hostile = "<img src=x onerror=alert(1)> & <b>bold</b>"
    chat.say("Alice", hostile)
    expect(chat.last.locator("img, b")).to_have_count(0)
    chat.say("Alice", f"/split 100 {hostile} @bob")
    expect(chat.message("#1")).to_contain_text("<b>bold</b>")


def test_tabs_stay_in_step(chat: ChatPage) -> None:
    other = chat.page.context.new_page()
    other.goto(chat.address)
    other.locator(f".chat-row[data-chat='{chat.id}']").click()
    chat.say("Alice", "/split 100 tea @bob")
    expect(other.get_by_text("#1 tea").last).to_be_visible()


def test_messages_elsewhere_are_unread(chat: ChatPage) -> None:
    row = chat.page.locator(f".chat-row[data-chat='{chat.id}']")
    chat.page.locator(".chat-row", has_text="Shivani Rao").last.click()
    chat.say_elsewhere("Bob", "hello there")
    expect(row.get_by_label("1 unread")).to_be_visible()
    row.click()
    expect(chat.page.get_by_text("New messages")).to_be_visible()
    expect(row.get_by_label("1 unread")).to_have_count(0)


def test_only_the_row_of_a_chat_with_news_is_drawn_anew(chat: ChatPage) -> None:
    row = chat.page.locator(f".chat-row[data-chat='{chat.id}']")
    expect(row).to_have_attribute("aria-current", "true")
    chat.page.eval_on_selector_all(".chat-row", "rows => rows.forEach(row => row.kept = true)")
    chat.say_elsewhere("Bob", "hello there")
    expect(row).to_contain_text("hello there")
    others = f".chat-row:not([data-chat='{chat.id}'])"
    assert chat.page.eval_on_selector_all(others, "rows => rows.every(row => row.kept)")
    assert not row.evaluate("row => row.kept")


def test_the_way_to_the_newest_message_covers_no_button(chat: ChatPage) -> None:
    chat.page.set_viewport_size(PHONE)
    for number in range(1, 9):
        chat.say_elsewhere("Alice", f"/split {number}00 tea @bob")
    expect(chat.message("#8 tea")).to_be_visible()
    key = chat.message("#3 tea").get_by_role("button", name="Details")
    key.evaluate("key => key.scrollIntoView({ block: 'end', behavior: 'instant' })")
    jump = chat.page.locator("#jump")
    expect(jump).to_be_visible()
    key.evaluate("key => key.scrollIntoView({ block: 'end', behavior: 'instant' })")
    above, below = key.bounding_box(), jump.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]


def test_a_group_that_becomes_a_supergroup_goes_on(chat: ChatPage) -> None:
    chat.say("Alice", "/split 100 tea @bob")
    expect(chat.message("#1 tea")).to_be_visible()
    chat.page.get_by_role("button", name="People and settings").last.click()
    chat.page.get_by_role("button", name="Make it a supergroup").click()
    expect(chat.page.locator(".service").last).to_have_text("The supergroup goes on from here")
    expect(chat.message("#1 tea")).to_be_visible()
    chat.say("Bob", "/balance")
    expect(chat.last).to_contain_text("Bob → Alice ₹50")


def test_a_group_can_be_told_to_refuse_pictures_and_messages(chat: ChatPage) -> None:
    chat.say("Alice", "/split 100 tea @bob")
    chat.page.get_by_role("button", name="People and settings").last.click()
    people = chat.page.get_by_role("dialog", name="People")
    people.get_by_label("Pictures").uncheck()
    people.get_by_role("button", name="Close", exact=True).click()
    chat.say("Alice", "/balance")
    chat.press("Alice", "Chart", under="Balances")
    expect(chat.last).to_contain_text("Without a picture")
    chat.page.get_by_role("button", name="People and settings").last.click()
    expect(people.get_by_label("Pictures")).not_to_be_checked()
    people.get_by_label("Paid messages").check()
    people.get_by_role("button", name="Close", exact=True).click()
    with chat.page.expect_console_message(lambda said: "Telegram refused" in said.text):
        chat.say("Bob", "/split 60 cake @alice")
    chat.page.get_by_role("button", name="People and settings").last.click()
    people.get_by_label("Paid messages").uncheck()
    people.get_by_role("button", name="Close", exact=True).click()
    chat.say("Bob", "/balance")
    expect(chat.last).to_contain_text("#2 cake")


def test_a_group_with_topics_is_answered_where_it_asks(chat: ChatPage) -> None:
    chat.page.get_by_role("button", name="New group").click()
    group = chat.page.get_by_role("dialog", name="New group")
    group.get_by_role("textbox", name="Name").fill("Club")
    for box in ("Alice Johnson", "Bob Smith", "Topics"):
        group.get_by_role("checkbox", name=box).check()
    group.get_by_role("button", name="Make the group").click()
    expect(chat.page.locator("#chat-head").get_by_text("Club")).to_be_visible()
    topics = chat.page.get_by_role("navigation", name="Topics")
    topics.get_by_role("button", name="New topic").click()
    topic = chat.page.get_by_role("dialog", name="New topic")
    topic.get_by_role("textbox", name="Name").fill("Food")
    topic.get_by_role("button", name="Open the topic").click()
    expect(topics.get_by_role("button", name="Food")).to_have_attribute("aria-current", "true")
    chat.say("Alice", "/split 100 tea @bob")
    expect(chat.message("#1 tea")).to_be_visible()
    topics.get_by_role("button", name="General").click()
    expect(chat.message("#1 tea")).to_have_count(0)


def test_a_phone_shows_list_or_chat(open_page: Callable[..., ChatPage]) -> None:
    chat = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    chat.say("Alice", f"/split 100 {'unbreakable' * 12} @bob")
    expect(chat.message("#1")).to_be_visible()
    assert chat.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    chat.page.get_by_role("button", name="All chats").click()
    expect(chat.text).to_be_hidden()
    chat.page.get_by_role("button", name="Flat 12").click()
    expect(chat.text).to_be_visible()


def test_words_and_amounts_are_whole_on_a_phone(open_page: Callable[..., ChatPage]) -> None:
    chat = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    names = "@somebody1 @somebody2 @somebody3 @extraordinarily_long_name1"
    chat.say("Alice", f"/split 700 dinner @bob {names}")
    chat.say("Alice", "/balance")
    expect(chat.last).to_contain_text("@somebody1  −₹116.67")
    amounts = chat.last.locator(".amount")
    assert amounts.count() > 6
    assert amounts.evaluate_all("all => all.every(one => one.getClientRects().length === 1)")
    assert chat.last.locator(".key > span").evaluate_all(_BROKEN_LABELS) == []
    assert chat.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_link_that_adds_the_bot_makes_a_group(chat: ChatPage) -> None:
    chat.page.locator(".chat-row", has_text="Rupali").last.click()
    chat.page.get_by_role("button", name="Start", exact=True).click()
    chat.last.get_by_role("button", name="Add me to a group").click()
    dialog = chat.page.get_by_role("dialog", name="New group")
    dialog.get_by_role("textbox", name="Name").fill("Attic")
    dialog.get_by_role("button", name="Make the group").click()
    expect(chat.page.locator("#chat-head").get_by_text("Attic")).to_be_visible()
    expect(chat.last).to_contain_text("/split")


def test_the_clock_skips_to_monday(chat: ChatPage) -> None:
    clock = chat.page.locator("#clock")
    clock.get_by_role("button", name="To Monday 09:00").click()
    expect(clock).to_contain_text("Mon")
    expect(clock).to_contain_text("09:0")
