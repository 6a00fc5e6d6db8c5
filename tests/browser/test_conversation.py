"""A group's money, from the first split to the last undo, by what people see and press."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chatting import ChatPage


def test_split_in_balance_settle_undo(chat: ChatPage) -> None:
    chat.press("Bob", "Join", under="/split")
    expect(chat.toast).to_be_visible()
    chat.say("Alice", "/split 1200 dinner @bob")
    receipt = chat.message("#1 dinner")
    expect(receipt).to_contain_text("₹1,200")
    expect(receipt).to_contain_text("₹600 each: Alice, Bob")

    chat.press("Charlie", "I'm in", under="#1 dinner")
    expect(receipt).to_contain_text("₹400 each: Alice, Bob, Charlie")

    chat.say("Bob", "/balance")
    expect(chat.last).to_contain_text("Bob → Alice ₹400")
    expect(chat.last).to_contain_text("Charlie → Alice ₹400")

    chat.press("Bob", "Settle", under="Balances")
    plan = chat.message("Charlie → Alice").last
    expect(plan).to_be_visible()
    plan.get_by_role("button", name="Bob → Alice").click()
    expect(chat.last).to_contain_text("#2 Bob paid Alice ₹400. Bob is square now.")
    expect(plan.get_by_role("button", name="✓ Bob → Alice ₹400")).to_be_disabled()
    expect(plan.get_by_role("table")).not_to_contain_text("Bob → Alice")

    chat.press("Bob", "Undo", under="#2 Bob paid Alice")
    chat.say("Alice", "/balance")
    expect(chat.last).to_contain_text("Bob → Alice ₹400")


def test_editing_the_message_edits_the_expense(chat: ChatPage) -> None:
    chat.say("Alice", "/split 900 lunch @bob")
    expect(chat.message("#1 lunch")).to_contain_text("₹450 each")
    chat.text.press("ArrowUp")
    expect(chat.text).to_have_value("/split 900 lunch @bob")
    chat.text.fill("/split 600 lunch @bob")
    chat.text.press("Enter")
    expect(chat.message("#1 lunch")).to_contain_text("₹300 each")
    expect(chat.message("/split 600 lunch")).to_contain_text("edited")


def test_a_refused_press_is_an_alert(chat: ChatPage) -> None:
    chat.say("Alice", "/split 900 lunch @bob")
    chat.press("Charlie", "Undo", under="#1 lunch")
    expect(chat.refusal).to_contain_text("Only Alice")
    chat.page.keyboard.press("Enter")
    expect(chat.refusal).to_have_count(0)
    expect(chat.text).to_be_focused()


def test_a_question_is_answered_as_a_reply(chat: ChatPage) -> None:
    chat.say("Alice", "/split")
    expect(chat.page.get_by_text("Reply to All Square")).to_be_visible()
    chat.text.fill("900 lunch @bob")
    chat.text.press("Enter")
    expect(chat.message("#1 lunch")).to_contain_text("₹450 each")
    expect(chat.page.get_by_text("Reply to All Square")).to_be_hidden()


def test_a_picture_with_a_split_in_its_caption_counts(chat: ChatPage) -> None:
    bill = chat.page.screenshot()
    chat.page.locator("input[type=file]").set_input_files(
        {"name": "bill.png", "mimeType": "image/png", "buffer": bill}
    )
    chat.text.fill("/split 300 taxi @bob")
    chat.text.press("Enter")
    expect(chat.message("#1 taxi")).to_contain_text("₹150 each")
    chat.page.get_by_role("button", name="Picture: /split 300 taxi").click()
    expect(chat.page.get_by_role("dialog", name="Picture").get_by_role("img")).to_be_visible()
