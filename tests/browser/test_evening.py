"""An evening of five people, from the board: taps, and one plain answer an expense."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chatting import ChatPage

PEOPLE = ("Alice", "Bob", "Charlie", "Dilip", "Emil")
EXPENSES = (
    ("Alice", "500 dinner", "Alice paid. ₹100 each"),
    ("Bob", "taxi 90 with alice", "₹45 each: Alice, Bob"),
    ("Charlie", "250 groceries", "Charlie paid. ₹50 each"),
    ("Dilip", "300 tickets not alice", "₹75 each: Bob, Charlie, Dilip, Emil"),
    ("Emil", "parking 150", "Emil paid. ₹30 each"),
    ("Alice", "ice cream 60 with charlie", "₹30 each: Alice, Charlie"),
)
PLAN = ("Bob → Alice ₹195", "Emil → Alice ₹95", "Emil → Charlie ₹145", "Emil → Dilip ₹15")


def test_an_evening_by_taps(chat: ChatPage) -> None:
    chat.add_people(*PEOPLE[3:])
    chat.open_new_group("Evening", PEOPLE)
    for name in PEOPLE:
        chat.press(name, "Join", under="I only know people")
    chat.press("Alice", "Show the board", under="I only know people")
    board = chat.message("Settle up")
    for name, answer, receipt in EXPENSES:
        chat.press(name, "Add", under="Settle up")
        expect(chat.message(f"{name}, how much, and what for?")).to_be_visible()
        chat.say(name, answer)
        expect(chat.message(receipt)).to_be_visible()
    _put_right(chat)
    for payment in PLAN:
        expect(board).to_contain_text(payment)
    _pay(chat)
    expect(board).to_contain_text("All square.")


def _put_right(chat: ChatPage) -> None:
    """Dilip was in the taxi too, Charlie paid for parking, and there was no ice cream."""
    chat.press("Bob", "Change", under="#2 taxi")
    chat.press("Bob", "Dilip", under="#2 taxi")
    chat.press("Bob", "Done", under="#2 taxi")
    expect(chat.message("₹30 each: Alice, Bob, Dilip")).to_be_visible()
    chat.press("Emil", "Change", under="#5 parking")
    chat.press("Emil", "Paid: Emil", under="#5 parking")
    chat.press("Emil", "Charlie", under="#5 parking")
    chat.press("Emil", "Done", under="#5 parking")
    expect(chat.message("#5 parking")).to_contain_text("Charlie paid. ₹30 each")
    chat.press("Alice", "Undo", under="#6 ice cream")
    expect(chat.message("#6 ice cream")).to_contain_text("Deleted by Alice")


def _pay(chat: ChatPage) -> None:
    """Each pays what the plan says of them, by its button."""
    chat.press("Emil", "Settle up", under="Settle up")
    for payment in PLAN:
        payer, payee = payment.split(" ₹")[0].split(" → ")
        chat.press(payer, payment, under="To be square")
        expect(chat.message(f"{payer} paid {payee} ₹")).to_be_visible()
