"""By time: summaries, reminders and recurring expenses, as a group lives through them."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Message, Person
from bot.playground.server import Playground
from bot.playground.wire import Call
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, Restart, spoken


def buttons(message: Message) -> list[str]:
    return [button["text"] for row in message.buttons for button in row]


def at(month: int, day: int, hour: int = 3, minute: int = 30, year: int = 2026) -> datetime:
    """A moment in UTC; 03:30 is nine in the morning in Kolkata."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


class TestWeeklySummary:
    @on_both_servers
    async def test_it_comes_on_monday_morning(
        self, chat: Conversation, asha: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 900 dinner #food")
        await chat.say(asha, "/split 300 taxi @bob #travel")
        clock.move_to(at(3, 9))
        summary = await chat.hear("The week")
        assert "Mar 2 – Mar 8" in summary.text
        assert "Spent: ₹1,200" in summary.text
        assert "food ₹900" in summary.text
        assert "Asha +₹750" in spoken(summary)
        assert "Bob → Asha ₹450" in spoken(summary)
        assert "photo" in str(summary.body)
        assert buttons(summary) == ["Settle", "Who owes whom"]

    async def test_settle_below_it_opens_the_payments(
        self, chat: Conversation, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        clock.move_to(at(3, 9))
        await chat.hear("The week")
        await chat.press(bob, "Settle")
        await chat.hear("To be square")
        await chat.press(bob, "Bob → Asha")
        assert "Bob paid Asha ₹150" in (await chat.hear("Bob paid")).text

    async def test_admins_choose_when_and_whether(
        self, chat: Conversation, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        assert "once there is an entry" in await chat.say(bob, "/weekly")
        assert "Only an admin" in await chat.say(bob, "/weekly off")
        said = await chat.say(asha, "/weekly fri 18:30")
        assert "Friday, 6:30" in said
        assert "Next: Mar 6" in said
        shown = chat.last
        await chat.press(asha, "Turn off", shown)
        assert "Weekly summary: off" in shown.text
        await chat.press(asha, "Weekly summary", shown)
        assert "no weekly summary" in shown.text
        await chat.press(asha, "Turn on", shown)
        assert "Weekly summary: Friday, 6:30" in shown.text
        assert "Please choose" in await chat.say(asha, "/weekly sometimes")
        assert "09:00 and 18:30 are times" in await chat.say(asha, "/weekly mon 27:00")

    async def test_in_private_it_is_of_all_my_groups(
        self, chat: Conversation, world: World, asha: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        private = Conversation(world, world.private(asha))
        assert "/weekly on" in await private.say(asha, "/weekly")
        assert "Monday, 9:00" in await private.say(asha, "/weekly on")
        clock.move_to(at(3, 9))
        summary = await private.hear("You in your groups")
        assert "Goa trip  +₹150" in summary.text
        await private.press(asha, "Don't send me this")
        await private.hear("/weekly on")


class TestReminders:
    @on_both_servers
    async def test_a_debtor_is_rung_once_a_day(
        self, chat: Conversation, asha: Person, bob: Person
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        reminder = await chat.ask(asha, "/remind @bob")
        assert "Bob → Asha ₹150" in reminder.text
        assert [entity["type"] for entity in reminder.entities].count("text_mention") == 1
        assert "Settle" in buttons(reminder)
        assert "today already" in await chat.say(asha, "/remind @bob")
        assert "Chen owes nothing" in await chat.say(asha, "/remind @chen")
        assert "I don't know anybody" in await chat.say(asha, "/remind @nobody_here")

    @on_both_servers
    async def test_more_than_five_are_rung_by_several_messages_each_once(
        self, chat: Conversation, world: World, asha: Person, clock: MovableClock
    ) -> None:
        friends = [world.add_person(f"Friend{number}", f"friend_{number}") for number in range(9)]
        for friend in friends:
            world.join(friend, chat.chat)
        await chat.say(asha, "/split 1200 villa")
        await chat.say(asha, "/remind daily 1")
        said = len(chat.said)
        told = Counter[str]()

        def is_second(call: Call) -> bool:
            if "friendly reminder" in call.text("text"):
                told[call.text("text")] += 1
            return call.text("text") in tuple(told)[1:2]

        fault = world.faults.cut("sendMessage", "before", when=is_second)
        clock.move_to(at(3, 5, 4, 30))
        await chat.hear("A friendly reminder")
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(chat.said) < said + 3:  # it is put off by the clock
                clock.move(timedelta(seconds=20))
                await asyncio.sleep(0.01)
        assert fault.met
        assert "Settle" in chat.last.button_texts
        rung = [
            entity["user"]["id"]
            for message in chat.chat.bot_messages[said:]
            for entity in message.entities
            if entity["type"] == "text_mention"
        ]
        assert len(rung) == len(set(rung)) == 11

    @on_both_servers
    async def test_several_get_one_message(self, chat: Conversation, asha: Person) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        await chat.say(asha, "/split 500 lunch @chen")
        await chat.say(asha, "/remind @bob")
        reminder = await chat.ask(asha, "/remind @bob @nobody_here @chen")
        assert "Chen → Asha ₹250" in reminder.text
        assert "I have reminded Bob today already" in reminder.text
        assert "I don't know anybody" in reminder.text
        assert "Settle" in buttons(reminder)
        again = await chat.ask(asha, "/remind @bob @chen")
        assert len(again.text.splitlines()) == 2
        assert not buttons(again)

    @on_both_servers
    async def test_nobody_is_rung_in_a_group_they_have_left(
        self, chat: Conversation, world: World, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 300 tea")
        await chat.say(asha, "/remind daily 1")
        world.leave(bob, chat.chat)
        told = await chat.say(asha, "/remind @bob")
        assert told == "Bob has left this group, so I can't remind them here."
        clock.move_to(at(3, 5, 4, 30))
        reminder = await chat.hear("friendly reminder")
        assert "Chen → Asha ₹100" in reminder.text
        assert "Bob" not in reminder.text

    async def test_at_night_it_waits(
        self, chat: Conversation, asha: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        clock.move_to(at(3, 4, 17))
        assert "Not at this hour: I'll remind Bob" in await chat.say(asha, "/remind @bob")
        clock.move_to(at(3, 5, 2, 30))
        await chat.hear("A friendly reminder")

    async def test_no_night_rings_however_far_the_clock_skips(
        self, chat: Conversation, asha: Person, clock: MovableClock, restart: Restart
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        clock.move_to(at(3, 4, 17, 31))
        assert "Not at this hour: I'll remind Bob" in await chat.say(asha, "/remind @bob")
        for day in (5, 6):
            clock.move_to(at(3, day, 17, 31))
            await chat.settled(asha)
            await restart()
            await chat.settled(asha)
        assert "A friendly reminder" not in "".join(chat.said)
        clock.move_to(at(3, 7, 2, 30))
        await chat.hear("A friendly reminder")
        await chat.settled(asha)
        assert "".join(chat.said).count("A friendly reminder") == 1

    async def test_by_rule_with_a_limit_that_is_shown_and_set(
        self, chat: Conversation, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 300 taxi @bob")
        assert "from ₹400" in await chat.say(asha, "/remind")
        assert "Only an admin" in await chat.say(bob, "/remind daily")
        assert "from ₹100 on: every day" in await chat.say(asha, "/remind daily 100")
        clock.move_to(at(3, 5, 4, 30))
        await chat.hear("A friendly reminder")
        answer = await chat.press(bob, "Not this week")
        assert "before" in answer.text
        clock.move_to(at(3, 6, 4, 30))
        assert "asked not to be reminded before" in await chat.say(asha, "/remind @bob")
        assert "I won't remind you" in (await chat.press(bob, "Never remind me")).text
        assert "You are not reminded" in await chat.say(bob, "/remind")
        assert "may remind you again" in (await chat.press(bob, "Remind me again")).text
        assert "I remind nobody by myself" in await chat.say(asha, "/remind off")


class TestThePlayground:
    async def test_its_buttons_bring_the_summary_the_reminder_and_the_rent(
        self, chat: Conversation, playground: Playground, asha: Person
    ) -> None:
        async def skip(to: str) -> None:
            url = f"{playground.url}/page/clock"
            async with aiohttp.ClientSession() as web, web.post(url, json={"skip": to}) as done:
                assert done.status == 200, await done.text()

        await chat.say(asha, "/split 900 dinner")
        await chat.say(asha, "/remind daily 100")
        await chat.say(asha, "/every thu 150 milk")
        await chat.say(asha, "/every wed 18:00 900 rent")
        await skip("day")
        rent = await chat.hear("rent — ₹900")
        assert "Mar 4" in rent.text
        assert "Undo" in buttons(rent)
        await chat.hear("milk")
        await chat.hear("A friendly reminder")
        await skip("monday")
        await chat.hear("The week")


class TestRecurring:
    async def test_the_rent_records_itself(
        self, chat: Conversation, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        card = await chat.ask(asha, "/every month on 1 15000 rent @bob @chen")
        assert "1. rent — ₹15,000" in card.text
        assert "every month on day 1, 9:00" in card.text
        assert "Next: Apr 1, May 1, Jun 1" in card.text
        assert "Asha pays for Asha, Bob and Chen" in card.text
        clock.move_to(at(4, 1))
        receipt = await chat.hear("rent")
        assert "#1 rent — ₹15,000" in receipt.text
        assert "₹5,000 each" in receipt.text
        await chat.press(bob, "I'm in / out", receipt)
        await chat.world.until(lambda: "₹7,500" in receipt.text or None)

    async def test_money_that_comes_back_each_month(
        self, chat: Conversation, asha: Person, clock: MovableClock
    ) -> None:
        for line in ("-50 deposit with bob", "refund 30 cashback with bob"):
            card = await chat.ask(asha, f"/every month on 1 {line}")
            assert "came back" in card.text
            assert "Asha got it." in card.text
            assert "pays" not in card.text
        assert "deposit — ₹50 came back, every month" in await chat.say(asha, "/every")
        clock.move_to(at(4, 1))
        assert "deposit — ₹50 came back" in (await chat.hear("#1 deposit")).text
        await chat.hear("#2 cashback")
        assert "Bob  +₹40" in await chat.say(asha, "/balance")
        changed = await chat.say(asha, "/every edit 1 month on 1 refund 80 deposit with bob")
        assert "₹80 came back" in changed

    async def test_a_rule_that_has_ended_already_is_refused(
        self, chat: Conversation, asha: Person
    ) -> None:
        said = await chat.say(asha, "/every fri 300 cleaning until yesterday")
        assert "2027" not in said
        assert "Nothing recurs here yet" in await chat.say(asha, "/every")

    async def test_listing_skipping_and_stopping(
        self, chat: Conversation, asha: Person, bob: Person, clock: MovableClock
    ) -> None:
        assert "Nothing recurs here yet" in await chat.say(asha, "/every")
        await chat.say(asha, "/every fri 09:00 300 cleaning")
        await chat.say(bob, "/every 2 weeks sat 450 shopping until 2026-12-31")
        listed = await chat.ask(asha, "/every")
        assert "1. cleaning — ₹300, every Friday, 9:00" in listed.text
        assert "every 2 weeks on Saturday" in listed.text
        await chat.press(asha, "Skip 1: Mar 6", listed)
        await chat.world.until(lambda: "next Mar 13" in listed.text or None)
        answer = await chat.press(bob, "Stop 1", listed)
        assert "Only Asha" in answer.text
        await chat.press(bob, "Stop 2", listed)
        await chat.world.until(lambda: "shopping" not in listed.text or None)
        clock.move_to(at(3, 6))
        clock.move_to(at(3, 13))
        assert "Mar 13" not in (await chat.hear("#1 cleaning")).text
        assert "cleaning does not recur" in await chat.say(asha, "/every stop 1")

    async def test_a_press_in_the_list_comes_back_to_its_page(
        self, chat: Conversation, asha: Person
    ) -> None:
        for number in range(1, 9):
            await chat.say(asha, f"/every fri 300 thing{number}")
        listed = await chat.ask(asha, "/every")
        await chat.press(asha, "›", listed)
        await chat.world.until(lambda: "thing8" in listed.text or None)
        await chat.press(asha, "Stop 8", listed)
        await chat.world.until(lambda: "thing8" not in listed.text or None)
        assert "thing7" in listed.text
        await chat.press(asha, "Stop 7", listed)
        await chat.world.until(lambda: "thing1" in listed.text or None)

    async def test_one_that_is_alone_in_the_list_is_drawn_as_a_list(
        self, chat: Conversation, asha: Person
    ) -> None:
        await chat.say(asha, "/every fri 300 cleaning")
        listed = await chat.ask(asha, "/every")
        await chat.press(asha, "Skip 1: Mar 6", listed)
        await chat.world.until(lambda: "next Mar 13" in listed.text or None)
        assert listed.text.startswith("Recurring")

    async def test_changing_it(self, chat: Conversation, asha: Person, clock: MovableClock) -> None:
        message = await chat.write(asha, "/every fri 300 cleaning")
        await chat.answer_to(message)
        assert "1. cleaning — ₹350" in await chat.say(asha, "/every edit 1 fri 350 cleaning")
        await chat.edit(asha, message, "/every sat 400 cleaning")
        assert "every Saturday" in (await chat.hear("₹400")).text
        clock.move_to(at(3, 7))
        await chat.hear("#1 cleaning — ₹400")

    async def test_what_was_missed_is_told_in_one_message(
        self, chat: Conversation, asha: Person, clock: MovableClock, restart: Restart
    ) -> None:
        await chat.say(asha, "/every fri 300 cleaning")
        await chat.say(asha, "/every month on 10 900 internet")
        clock.move_to(at(3, 21))
        told = await chat.hear("While I was away")
        assert [line.split(" · ")[1:3] for line in told.text.splitlines()[1:4]] == [
            ["Mar 6", "cleaning"],
            ["Mar 13", "cleaning"],
            ["Mar 20", "cleaning"],
        ]
        internet = await chat.hear("internet — ₹900")
        assert "Mar 10" in internet.text
        assert buttons(internet) == ["I'm in / out", "Undo", "Details", "Change"]
        await restart()
        await chat.settled(asha)
        assert len([text for text in chat.said if "While I was away" in text]) == 1

    @on_both_servers
    async def test_somebody_who_left_is_named_instead_of_guessed(
        self, chat: Conversation, world: World, asha: Person, chen: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/every fri 300 cleaning @bob @chen")
        world.remove(chen, chat.chat, by=asha)
        await chat.settled(asha)
        clock.move_to(at(3, 6))
        notice = await chat.hear("is paused")
        assert "Chen is no longer here" in notice.text
        assert "Mar 6 is not recorded yet" in notice.text
        answer = await chat.press(asha, "Go on", notice)
        assert "no longer here" in answer.text
        await chat.say(asha, "/every edit 1 fri 300 cleaning @bob")
        receipt = await chat.hear("#1 cleaning")
        assert "₹150 each: Asha, Bob" in receipt.text

    @pytest.mark.parametrize(
        ("line", "answer"),
        [
            ("/every 15000 rent", "How often is 15000?"),
            ("/every month on 32 15000 rent", "There is no date 32"),
            ("/every month 15000 rent until 2026-02-30", "There is no date 2026-02-30"),
            ("/every month on 1 15000 rent until 2026-03-20", "That never comes"),
            ("/every fri 26:00 300 cleaning", "09:00 and 18:30 are times"),
            ("/every fri cleaning", "How much"),
            ("/every fri 300 cleaning @bob 500", "₹500"),
            ("/every stop 9", "no recurring expense 9"),
            ("/timezone Asia/Kolkatta", "Asia/Kolkata"),
        ],
    )
    async def test_what_cant_be_is_answered_clearly(
        self, chat: Conversation, asha: Person, line: str, answer: str
    ) -> None:
        assert answer in await chat.say(asha, line)
