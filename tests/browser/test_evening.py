"""An evening of five people, from the board: taps, and one plain answer an expense."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chatting import ChatPage

PEOPLE = ("Alice", "Bob", "Charlie", "Dilip", "Emil")


def test_an_evening_by_taps(chat: ChatPage) -> None:
    chat.add_people(*PEOPLE[3:])
    chat.open_new_group("Evening", PEOPLE)
    for name in PEOPLE:
        chat.press(name, "Join", under="I only know people")
    chat.press("Alice", "Show the board", under="I only know people")
    board = chat.message("Settle up")
    for name, answer, receipt in (
        ("Alice", "500 dinner", "Alice paid. ₹100 each"),
        ("Bob", "taxi 90 with alice", "₹45 each: Alice, Bob"),
    ):
        chat.press(name, "Add", under="Settle up")
        expect(chat.message(f"{name}, how much, and what for?")).to_be_visible()
        chat.say(name, answer)
        expect(chat.message(receipt)).to_be_visible()
    chat.press("Bob", "Change", under="#2 taxi")
    chat.press("Bob", "Dilip", under="#2 taxi")
    chat.press("Bob", "Done", under="#2 taxi")
    expect(chat.message("₹30 each: Alice, Bob, Dilip")).to_be_visible()
    chat.press("Bob", "Settle up", under="Settle up")
    chat.press("Emil", "Emil → Alice ₹100", under="Charlie → Alice")
    expect(chat.message("Emil paid Alice ₹100")).to_be_visible()
    # The limits of a group may delay the board by most of a minute, and never an answer.
    expect(board).to_contain_text("Emil → Alice")
    expect(board).not_to_contain_text("Emil−")
