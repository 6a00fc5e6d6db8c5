"""What was handled is handled again, as after a crash: nothing changes, nothing is untrue."""

from __future__ import annotations

import asyncio

from sqlalchemy import func, select

from bot.application import Service
from bot.intake.inbox import InboxRow
from bot.playground.people import Message, Person
from bot.playground.updates import Update
from bot.playground.world import World
from ledger.storage.tables import Base, EntryRow
from tests.dialogs.conversation import Conversation, Restart


def update_of(world: World, message: Message) -> Update:
    update = world.update_of(message)
    assert update is not None
    return update


async def test_commands_delivered_twice_record_once(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person
) -> None:
    split = await chat.write(asha, "/split 300 (20+10)*10 tea @zoe_x")
    receipt = await chat.answer_to(split)
    settle = await chat.write(bob, "/settle @asha 40")
    payment = await chat.answer_to(settle)
    texts = receipt.text, payment.text
    await restart()
    for said in (split, settle):
        world.updates.repeat(update_of(world, said))
    await chat.settled(asha)
    assert (receipt.text, payment.text) == texts
    assert "Page" not in await chat.say(asha, "/history")
    assert len((await chat.say(asha, "/history")).splitlines()) == 3
    assert len([told for told in chat.said if told == receipt.text]) == 1


async def test_a_repeated_command_shows_the_entry_as_it_is_now(
    chat: Conversation, world: World, restart: Restart, asha: Person
) -> None:
    split = await chat.write(asha, "/split 20+10 tea")
    receipt = await chat.answer_to(split)
    await chat.write(asha, "/edit 1 400 cake")
    await receipt.changed(0)
    await restart()
    world.updates.repeat(update_of(world, split))
    await chat.settled(asha)
    assert "#1 cake — ₹400" in receipt.text
    assert "20+10" not in receipt.text


async def test_what_could_not_be_read_that_way_now_still_counts(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/currency KWD")
    split = await chat.write(asha, "/split 1.500 tea @bob")
    receipt = await chat.answer_to(split)
    settle = await chat.write(bob, "/settle @asha")
    await chat.answer_to(settle)
    await chat.say(asha, "/currency INR")
    text, said = receipt.text, len(chat.said)
    await restart()
    for message in (split, settle):
        world.updates.repeat(update_of(world, message))
    await chat.settled(asha)
    assert receipt.text == text
    assert len(chat.said) == said + 1


async def test_a_receipt_that_never_went_out_is_posted_when_it_comes_again(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(bob, "/settle")
    world.faults.refuse("sendMessage", 502)
    world.press_button(bob, plan, "Bob → Asha")
    await world.until(lambda: plan.edits)
    await restart()
    world.faults.clear()
    assert "✔ #2 Bob paid Asha ₹100." in (await chat.hear("#2")).text
    assert "Bob" not in await chat.say(asha, "/balance")


async def test_corrections_delivered_twice_change_once(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person
) -> None:
    split = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(split)
    corrections = []
    for line in ("/edit 1 330 tea", "/delete 1", "/restore 1", "/undo"):
        edits = receipt.edits
        corrections.append(await chat.write(asha, line))
        await receipt.changed(edits)
    await chat.write(asha, "/restore 1")
    await receipt.changed(4)
    press = world.press_button(bob, receipt, "I'm in / out")
    await receipt.changed(5)
    text, log = receipt.text, await chat.say(asha, "/log")
    await restart()
    for said in corrections:
        world.updates.repeat(update_of(world, said))
    assert press.update is not None
    world.updates.repeat(press.update)
    await chat.settled(asha)
    assert receipt.text == text
    assert await chat.say(asha, "/log") == log
    assert not [told for told in chat.said if "says so already" in told]


async def test_edits_delivered_twice_and_late_change_once(
    chat: Conversation, world: World, restart: Restart, asha: Person
) -> None:
    said = await chat.write(asha, "/split tea")
    await chat.answer_to(said)
    updates = []
    await chat.edit(asha, said, "/split 300 tea")
    updates.append(world.updates.history[-1])
    receipt = await chat.hear("#1")
    for amount in (310, 320):
        edits = receipt.edits
        await chat.edit(asha, said, f"/split {amount} tea")
        updates.append(world.updates.history[-1])
        await receipt.changed(edits)
    await restart()
    for update in updates:
        world.updates.repeat(update)
    await chat.settled(asha)
    assert "₹320" in receipt.text
    assert len((await chat.say(asha, "/log")).splitlines()) == 4


async def test_a_press_delivered_twice_pays_once(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(bob, "/settle")
    press = world.press_button(bob, plan, "Bob → Asha")
    await world.until(lambda: press.answer)
    receipt = await chat.hear("#2")
    await restart()
    assert press.update is not None
    world.updates.repeat(press.update)
    await chat.settled(asha)
    assert receipt.text == "✔ #2 Bob paid Asha ₹100. Bob is square now."
    assert plan.text == "To be square:\nChen → Asha ₹100"
    assert "#3" not in await chat.say(asha, "/history")


async def test_people_who_come_and_go_twice_are_who_they_were(
    chat: Conversation, world: World, restart: Restart, asha: Person, bob: Person, dia: Person
) -> None:
    updates = [update_of(world, world.join(dia, chat.chat))]
    updates += [update_of(world, world.leave(bob, chat.chat))]
    added = await chat.write(asha, '/add "Grandma" @zoe_x')
    await chat.answer_to(added)
    listed = await chat.say(asha, "/members")
    await restart()
    for update in (*updates, update_of(world, added)):
        world.updates.repeat(update)
    assert "Already here: @zoe_x, Grandma." in (await chat.hear("Already")).text
    assert await chat.say(asha, "/members") == listed


async def test_messages_without_an_id_of_their_own_are_told_apart(
    chat: Conversation, world: World, restart: Restart, asha: Person
) -> None:
    body = {
        "message_id": 0,
        "date": world.timestamp,
        "from": asha.user(),
        "chat": chat.chat.summary(),
    }
    text = {"text": "/split 300 tea", "entities": []}
    first = world.updates.inject({"message": {**body, **text}})
    await chat.hear("#1 tea")
    world.updates.inject({"message": {**body, **text}})
    await chat.hear("#2 tea")
    world.updates.inject({"message": {**body, "text": "/split tea"}})
    await chat.hear("How much")
    world.updates.inject({"edited_message": {**body, "edit_date": 1, **text}})
    await restart()
    world.updates.repeat(first)
    await chat.settled(asha)
    assert "#3" not in await chat.say(asha, "/history")


async def test_a_press_that_was_refused_before_a_crash_is_not_judged_again_after_others(
    chat: Conversation, world: World, service: Service, restart: Restart, asha: Person, bob: Person
) -> None:
    await chat.ask(asha, "/split 200 tea @bob")
    suggested = await chat.ask(bob, "/settle")
    await chat.ask(bob, "/settle @asha 100")
    world.faults.hold("editMessageText")
    press = world.press_button(bob, suggested, "Bob → Asha")
    await world.until(lambda: press.answer)
    assert press.answer
    assert "nothing was recorded" in (press.answer.text or "")
    await chat.write(asha, "/split 200 cake @bob")
    # What was suggested is so again, and its answer waits behind what can not be redrawn.
    while await rows_of(service, EntryRow) < 3:  # noqa: ASYNC110  # nothing else to wait for
        await asyncio.sleep(0.01)
    await _crash(service, restart)
    world.faults.clear()
    await chat.settled(asha)
    assert "Bob → Asha ₹100" in await chat.say(asha, "/balance")
    assert await rows_of(service, EntryRow) == 3


async def test_a_receipt_that_a_crash_kept_from_being_redrawn_is_redrawn_at_the_start(
    chat: Conversation, world: World, service: Service, restart: Restart, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    world.faults.hold("editMessageText")
    press = world.press_button(bob, receipt, "I'm in / out")
    await world.until(lambda: press.answer)
    assert "Bob" in receipt.text
    await _crash(service, restart)
    world.faults.clear()
    await chat.settled(asha)
    assert "₹150 each: Asha, Chen." in receipt.text
    assert await rows_of(service, InboxRow) == 0


async def _crash(service: Service, restart: Restart) -> None:
    """Start the bot again, without what the one before still had to redraw."""
    for task in service._intake._dispatcher._tasks():
        task.cancel()
    await restart()


async def rows_of(service: Service, table: type[Base]) -> int:
    with service.threads._store.transaction() as tx:
        found: int = tx.connection.execute(select(func.count()).select_from(table)).scalar_one()
        return found
