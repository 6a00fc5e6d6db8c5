"""Updates in: nothing lost, nothing twice, every chat in its order."""

from __future__ import annotations

import asyncio
from collections import defaultdict

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update

from bot.intake import afterwards, inbox
from bot.intake.handling import Handling
from bot.intake.inbox import Raw, Row, accept, kept_aside
from bot.intake.pipeline import Intake
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.supervised_loops import go_round
from ledger.storage.database import Store, Transaction
from tests.bot.conftest import Bench, Echo, start_echo, text_of
from tests.bot.intake.emptied import emptied


async def test_what_is_said_is_answered_and_leaves_the_inbox(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    await start_echo(bench, store)
    answer = await world.ask(asha, group, "/split 1200 dinner")
    assert answer.text == "> /split 1200 dinner"
    await emptied(bench, world, store)


async def test_a_chat_is_answered_in_order_and_a_slow_one_delays_no_other(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    other = world.new_group("Flat", [asha], announce=False)
    gate = asyncio.Event()
    heard: dict[int, list[str]] = defaultdict(list)
    echo = Echo()

    async def handle(update: Update) -> None:
        assert update.effective_chat is not None
        if text_of(update) == "/slow":
            await gate.wait()
        heard[update.effective_chat.id].append(text_of(update))
        await echo.answer(update)

    echo.service = await bench.start(store, handle)
    world.say(asha, group, "/slow")
    for number in range(5):
        world.say(asha, group, f"/show {number}")
    assert (await world.ask(asha, other, "/balance")).text == "> /balance"
    assert heard[group.id] == []
    gate.set()
    await group.next_message(lambda message: message.text == "> /show 4")
    assert heard[group.id] == ["/slow", *(f"/show {number}" for number in range(5))]


async def test_a_flood_waits_in_the_inbox_and_keeps_its_order(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    expected = [f"/show {number}" for number in range(350)]
    for line in expected:
        world.say(asha, group, line)
    echo = await start_echo(bench, store)
    await group.next_message(lambda message: message.text == "> /show 349")
    assert echo.heard == expected
    await emptied(bench, world, store)


async def test_an_update_delivered_twice_is_answered_once(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = await start_echo(bench, store)
    said = world.say(asha, group, "/split 1 tea")
    await group.next_message()
    world.updates.repeat(world.update_of(said))
    await world.ask(asha, group, "/balance")
    assert echo.heard == ["/split 1 tea", "/balance"]
    await emptied(bench, world, store)


async def test_ids_that_begin_lower_after_a_quiet_week_are_handled(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = await start_echo(bench, store)
    await world.ask(asha, group, "/one")
    said = world.update_of(world.say(asha, group, "/two"))
    await group.next_message()
    world.updates.inject({"message": said.body["message"]}, update_id=17)
    await world.until(lambda: len(echo.heard) == 3)


async def test_an_update_that_cannot_be_read_is_set_aside_and_stepped_past(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    await start_echo(bench, store)
    world.updates.inject(
        {"message": {"message_id": "?", "chat": {"id": group.id, "type": "group"}, "date": "never"}}
    )
    world.updates.inject({"sent_by_owl": {"owl": "Hedwig"}})
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"
    await emptied(bench, world, store)
    with store.transaction() as tx:
        (aside,) = kept_aside(tx)
    assert '"never"' in aside.payload
    assert aside.reason


async def test_a_bug_is_apologised_for_set_aside_and_blocks_nothing(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()

    async def handle(update: Update) -> None:
        if text_of(update) == "/poison":
            raise KeyError("dinner")
        await echo.answer(update)

    echo.service = await bench.start(store, handle)
    apology = await world.ask(asha, group, "/poison")
    assert apology.text.startswith("Sorry, reference ")
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"
    with store.transaction() as tx:
        (aside,) = kept_aside(tx)
    assert aside.reference == apology.text.removeprefix("Sorry, reference ")
    assert aside.reason == "KeyError: 'dinner'"


async def test_what_fails_for_a_while_is_tried_again_in_its_order(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()
    failures = 2

    async def handle(update: Update) -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise OperationalError("SELECT", {}, ConnectionError())
        echo.heard.append(text_of(update))
        await echo.answer(update)

    echo.service = await bench.start(store, handle)
    world.say(asha, group, "/one")
    world.say(asha, group, "/two")
    await group.next_message(lambda message: message.text == "> /two")
    assert echo.heard == ["/one", "/two"]


async def test_what_is_remembered_of_an_answer_is_there_for_the_next_command(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()
    remembered: list[str] = []
    found: list[list[str]] = []

    async def handle(update: Update) -> None:
        found.append(list(remembered))
        await echo.answer(update)
        afterwards(lambda tx: remembered.append(text_of(update)))

    echo.service = await bench.start(store, handle)
    world.say(asha, group, "/one")
    world.say(asha, group, "/two")
    await group.next_message(lambda message: message.text == "> /two")
    assert found == [[], ["/one"]]


async def test_a_bug_while_remembering_costs_no_answer(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()

    def forget(tx: Transaction) -> None:
        raise KeyError("nothing")

    async def handle(update: Update) -> None:
        await echo.answer(update)
        afterwards(forget)

    echo.service = await bench.start(store, handle)
    await world.ask(asha, group, "/one")
    await world.ask(asha, group, "/two")
    await emptied(bench, world, store)


async def test_whoever_waits_ten_seconds_for_the_database_is_told_once(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.intake.outage_notices.PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr("bot.intake.pipeline._TICK_SECONDS", 0.02)
    echo = await start_echo(bench, store)
    away = True
    real = store.transaction

    def transaction() -> object:
        if away:
            raise OperationalError("BEGIN", {}, ConnectionError())
        return real()

    monkeypatch.setattr(store, "transaction", transaction)
    told = await world.ask(asha, group, "/split 5 tea")
    assert told.text == "Kept"
    assert echo.heard == []
    away = False
    assert (await group.next_message()).text == "> /split 5 tea"
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"


def test_an_inbox_takes_an_update_once(store: Store) -> None:
    raw = {"update_id": 5, "message": {"chat": {"id": -7}}}
    with store.transaction() as tx:
        assert [row.lane for row in accept(tx, [raw, raw])] == [-7]
        assert accept(tx, [raw]) == ()


async def test_a_row_that_can_not_be_removed_holds_up_nobody(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = 2  # With what is to be remembered, and alone.
    real = inbox.remove

    def remove(tx: Transaction, update_ids: list[int]) -> None:
        nonlocal broken
        if broken:
            broken -= 1
            raise KeyError("inbox")
        real(tx, update_ids)

    monkeypatch.setattr("bot.intake.removal.remove", remove)
    echo = Echo()

    async def handle(update: Update) -> None:
        await echo.answer(update)
        afterwards(lambda tx: None)

    echo.service = await bench.start(store, handle)
    await world.ask(asha, group, "/one")
    assert (await world.ask(asha, group, "/two")).text == "> /two"


async def test_what_another_process_took_in_is_forgotten(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = LedgerThreads(store)

    async def tell(raw: Raw) -> None:
        raise AssertionError

    async def handle(row: Row) -> Handling:
        raise AssertionError

    monkeypatch.setattr("bot.intake.pipeline._TICK_SECONDS", 0.01)
    monkeypatch.setattr("bot.intake.pipeline._FORGET_SECONDS", 0.0)
    intake = Intake(threads, handle, tell)
    threads.start()

    def away() -> None:
        raise OperationalError("BEGIN", {}, ConnectionError())

    with monkeypatch.context() as patched:
        patched.setattr(store, "transaction", away)
        assert not await intake.accept_one({"update_id": 7, "message": {"chat": {"id": -7}}})
    assert intake._uncommitted
    await intake._watch()
    assert not intake._uncommitted
    await threads.stop()


async def test_a_loop_goes_on_after_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.runtime.supervised_loops._PAUSE_SECONDS", 0.0)
    rounds, enough = 0, asyncio.Event()

    async def work() -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 1:
            raise KeyError("a bug")
        enough.set()
        await asyncio.sleep(0)

    loop = asyncio.create_task(go_round(work))
    await asyncio.wait_for(enough.wait(), PATIENCE_SECONDS)
    loop.cancel()
