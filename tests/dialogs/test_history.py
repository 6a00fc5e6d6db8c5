"""People look things up: history with filters and pages, one entry's story, the log, balances."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from bot.views.pictures import balance_chart
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import PICTURE, Conversation


@pytest.fixture
async def busy(chat: Conversation, clock: MovableClock, asha: Person, bob: Person) -> Conversation:
    """A group with some entries of two months."""
    await chat.say(asha, "/split 1200 dinner @bob #food on 2026-02-16")
    await chat.say(bob, "/split 300 taxi home")
    await chat.say(asha, "/split 90 Coffee @chen #food // with cake")
    await chat.say(bob, "/settle @asha 100")
    return chat


@on_both_servers
async def test_history_lists_what_counts_newest_first(busy: Conversation, asha: Person) -> None:
    title, *rows = (await busy.say(asha, "/history")).splitlines()
    assert title == "History"
    # In a table the amount is a column of its own, at the end of its row.
    assert [set(re.split(r" · |  ", row)) for row in rows] == [
        {"#4", "Mar 4", "Bob → Asha", "₹100"},
        {"#3", "Mar 4", "Asha", "₹90", "Coffee"},
        {"#2", "Mar 4", "Bob", "₹300", "taxi home"},
        {"#1", "Feb 16", "Asha", "₹1,200", "dinner"},
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/history @chen", [3, 2]),
        ("/history me", [4, 3, 2, 1]),
        ("/history dinner", [1]),
        ("/history COFFEE", [3]),
        ("/history home taxi", [2]),
        ("/history #food", [3, 1]),
        ("/history 2026-02", [1]),
        ("/history 2026-03 @asha", [4, 3, 2]),
        ("/history @chen #food", [3]),
    ],
)
async def test_filters(busy: Conversation, asha: Person, line: str, found: list[int]) -> None:
    told = (await busy.say(asha, line)).splitlines()
    assert [int(row.split()[0][1:]) for row in told[1:]] == found


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/history pizza", "Nothing found: pizza."),
        ("/history #rent", "Nothing found: #rent."),
        ("/history 2024-01", "Nothing found: January 2024."),
        ("/history 2026-13", "There is no date 2026-13.\nTry:  /history 2026-03"),
        ("/history @nobody", "I don't know anybody called @nobody here."),
        ("/history @bob @chen", "Only 1 name, please."),
    ],
)
async def test_what_is_not_found(busy: Conversation, asha: Person, line: str, answer: str) -> None:
    assert answer in await busy.say(asha, line)


async def test_a_long_history_is_turned_over_in_one_message(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    for number in range(1, 24):
        await chat.write(asha if number % 2 else bob, f"/split {number} tea no{number} @chen")
    await chat.hear("#23")
    page = await chat.ask(asha, "/history @bob tea")
    assert page.text.startswith("History: Bob, tea\n#22 ")
    assert page.text.endswith("Page 1 of 2")
    assert page.button_texts == ["›"]
    await chat.press(bob, "›", page)
    assert page.text.startswith("History: Bob, tea\n#2 ")
    assert page.button_texts == ["‹"]
    await chat.press(bob, "‹", page)
    assert "#22 " in page.text
    log = await chat.ask(asha, "/log")
    assert "Page 1 of 3" in log.text
    await chat.press(asha, "›", log)
    assert "Page 2 of 3" in log.text
    assert "Bob recorded #12 tea no12" in log.text


async def test_words_of_a_filter_stay_on_the_next_page(chat: Conversation, asha: Person) -> None:
    words = "ein sehr langes: Abendessen am Gästehaus 100% प्रीतिभोज"
    for _ in range(11):
        await chat.write(asha, f"/split 10 {words} @chen")
    await chat.write(asha, "/split 10 tea @chen")
    await chat.hear("#12")
    page = await chat.ask(asha, f"/history {words}")
    await chat.press(asha, "›", page)
    assert "#1 " in page.text
    assert "Page 2 of 2" in page.text
    assert len(page.text.splitlines()) == 3


async def test_an_entrys_whole_story(
    chat: Conversation, clock: MovableClock, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea #drinks // the good one")
    receipt = chat.last
    clock.move(timedelta(hours=2))
    await chat.write(asha, "/edit 1 330 tea @bob on yesterday")
    await receipt.changed(0)
    await chat.press(asha, "Undo", receipt)
    told = await chat.say(bob, "/show 1")
    assert told.startswith("🗑 #1 tea — ₹330\nOn Mar 3, 2026")
    assert "Asha recorded it" in told
    assert "2:00" in told
    assert "Asha changed it: ₹300 → ₹330" in told
    assert "Asha deleted it" in told
    assert chat.last.button_texts == ["Restore"]
    await chat.press(asha, "Restore")
    assert "Restored by Asha" in receipt.text
    log = await chat.say(bob, "/log")
    assert [line.partition(": ")[2] for line in log.splitlines()[1:]] == [
        "Asha restored #1 tea",
        "Asha deleted #1 tea",
        "Asha changed #1 tea",
        "Asha recorded #1 tea",
    ]


async def test_details_come_below_and_the_picture_with_them(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea", photo=PICTURE)
    await chat.press(bob, "Details", receipt)
    story = await chat.hear("What happened")
    assert "photo" in story.body
    await chat.press(asha, "Undo", story)
    assert story.text == "#1 tea (₹300) is deleted."
    assert "Deleted by Asha" in receipt.text


async def test_the_story_of_two_who_became_one(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split 300 tea @zoe_x @bob")
    await chat.write(asha, "/edit 1 600 tea @zoe_x @bob")
    await chat.say(asha, '/add "Grandma"')
    await chat.say(asha, "/merge @zoe_x @Grandma")
    assert "Grandma" in await chat.say(asha, "/show 1")
    assert "zoe_x" not in await chat.say(asha, "/show 1")
    assert "#1" in await chat.say(asha, "/history @Grandma")
    assert "Grandma  −₹200" in await chat.say(asha, "/balance")
    assert "Grandma owes Asha ₹200" in await chat.say(asha, "/balance pairs")


async def test_a_chart_is_drawn_beside_the_event_loop(
    chat: Conversation, asha: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_in: list[threading.Thread] = []

    def draw(*_: object) -> bytes:
        drawn_in.append(threading.current_thread())
        return PICTURE

    monkeypatch.setattr(balance_chart, "nets_chart", draw)
    await chat.say(asha, "/split 300 tea")
    balances = await chat.ask(asha, "/balance")
    await chat.press(asha, "Chart", balances)
    await chat.hear("Balances")
    assert drawn_in != [threading.main_thread()]
    assert len(drawn_in) == 1


async def test_standings_and_charts_open_from_the_balances(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    await chat.say(bob, "/settle @asha 40")
    balances = await chat.ask(asha, "/balance")
    told, said = balances.text, len(chat.said)
    await chat.press(bob, "Bob", balances)
    assert balances.text == ("Bob\nOwes ₹100:\nAsha  ₹100\nPayments:\nBob paid Asha ₹40\nNet −₹60")
    await chat.press(bob, "‹ Back", balances)
    await chat.press(bob, "Who owes whom", balances)
    assert "Bob owes Asha ₹60 (100 − 40)" in balances.text
    await chat.press(bob, "What for", balances)
    await chat.press(bob, "‹ Back", balances)
    await chat.press(bob, "‹ Back", balances)
    assert balances.text == told
    assert len(chat.said) == said
    await chat.press(bob, "Chart", balances)
    assert "photo" in (await chat.hear("Balances")).body
    assert await chat.say(bob, "/balance @asha") == (
        "Asha\nIs owed ₹200:\nBob  ₹100\nChen  ₹100\nPayments:\nBob paid Asha ₹40\nNet +₹160"
    )
    assert await chat.say(bob, "/me") == (await chat.say(bob, "/balance @bob"))


async def test_marks_at_the_ends_of_a_description_are_nowhere(
    chat: Conversation, asha: Person
) -> None:
    for typed in ("dinner;", "dinner --", "-- dinner -", "dinner : // for -- all;"):
        assert (
            (await chat.say(asha, f"/split 300 {typed}"))
            .partition("\n")[0]
            .endswith(" dinner — ₹300")
        )
    for number in range(1, 5):
        assert "dinner — ₹300" in await chat.say(asha, f"/show {number}")
    told = await chat.say(asha, "/history")
    assert [line.rpartition(" · ")[2] for line in told.splitlines()[1:]] == ["dinner"] * 4


async def test_a_number_alone_is_a_page_a_word_or_an_entry(
    chat: Conversation, asha: Person
) -> None:
    assert (await chat.say(asha, "/history 2")) == "Nothing found: 2."
    for number in range(1, 12):
        await chat.say(asha, f"/split {number}00 meal for {'7' if number == 3 else 'two'}")
    first, second = await chat.say(asha, "/history"), await chat.say(asha, "/history 2")
    assert await chat.say(asha, "/history 1") == first
    assert "#11" in first
    assert "#11" not in second
    assert "#1 · " in second
    assert "#3 · Mar 4 · Asha · ₹300 · meal for 7" in await chat.say(asha, "/history 7")
    assert (await chat.say(asha, "/history 5")).startswith("🧾 #5 meal for two — ₹500")
    assert (await chat.say(asha, "/history #2")).startswith("🧾 #2 meal for two — ₹200")
    assert (await chat.say(asha, "/history 99")) == "Nothing found: 99."
    assert (await chat.say(asha, "/history 0")) == "Nothing found: 0."


async def test_a_word_that_is_nowhere_but_a_name_finds_the_member(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea @chen")
    await chat.say(asha, "/split 400 cake @bob")
    told = await chat.say(asha, "/history bob")
    assert told.startswith("History: Bob")
    assert "cake" in told
    assert "tea" not in told
    await chat.say(asha, "/split 500 bob gift @chen")
    assert "bob gift" in await chat.say(asha, "/history bob")
    assert "cake" not in await chat.say(asha, "/history bob")
    assert await chat.say(asha, "/history nobody") == "Nothing found: nobody."


async def test_a_number_behind_log_is_a_page_or_an_entry(chat: Conversation, asha: Person) -> None:
    for number in range(1, 13):
        await chat.say(asha, f"/split {number} tea")
    assert "#2 tea" in await chat.say(asha, "/log 2")
    assert "#3 tea" not in await chat.say(asha, "/log 2")
    for line in ("/log 3", "/log #3"):
        assert (await chat.say(asha, line)).startswith("🧾 #3 tea — ₹3\n")
    assert (await chat.say(asha, "/log #1")).startswith("🧾 #1 tea — ₹1\n")
    assert await chat.say(asha, "/log 99") == "There is no entry #99. /log tells of them all."


async def test_entries_are_found_by_amount_day_and_year(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split 1200 dinner")
    await chat.say(asha, "/split 90 cab on 2025-06-01")
    await chat.say(asha, "/split 300 tea")
    assert "dinner" in await chat.say(asha, "/history 1200")
    above = await chat.say(asha, "/history >250")
    assert "₹250.01 and more" in above
    assert "dinner" in above
    assert "tea" in above
    assert "cab" not in above
    assert "cab" in await chat.say(asha, "/history 2025")
    assert "cab" in await chat.say(asha, "/history 2025-06-01")
    assert "Nothing found: Jun 2, 2025." in await chat.say(asha, "/history 2025-06-02")


async def test_the_balance_of_two_is_what_stands_between_them(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(bob, "/me")
    await chat.say(asha, "/split 90 cab with bob and chen")
    assert await chat.say(bob, "/balance me and asha") == "Bob owes Asha ₹30"
    assert await chat.say(asha, "/balance bob, chen") == "Bob and Chen owe each other nothing."
    await chat.say(asha, "/split 40 tea with bob")
    assert await chat.say(chen, "/balance between asha and bob") == ("Bob owes Asha ₹50 (30 + 20)")
    assert "Both are Asha" in await chat.say(asha, "/balance me and asha")
