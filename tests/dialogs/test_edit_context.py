"""Edits change what they say and nothing else, and mean what they meant when it was written."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.playground.people import Person
from bot.playground.server import Playground
from ledger.book import entry_lookup
from ledger.core.clock import MovableClock
from ledger.core.entries import Contents
from ledger.core.groups import Place
from ledger.storage.database import Store
from tests.dialogs.conftest import composed, on_both_servers
from tests.dialogs.conversation import Conversation
from tests.ledger.chat import Chat

pytestmark = on_both_servers

EDITS = json.loads((Path(__file__).parents[1] / "golden" / "edits.json").read_text())


def recorded(store: Store, chat: Conversation, number: int = 1) -> tuple[Contents, dict[int, str]]:
    """What an entry says now, and the first names of the members."""
    book_of = Chat(store, MovableClock(store.clock.now()), chat.chat.id, chat.chat.title or "")
    assert book_of.place == Place(chat.chat.id, chat.chat.title or "")
    with book_of.open() as book:
        contents = entry_lookup.find(book, number).contents
        return contents, {member.id: member.first_name.lower() for member in book.roster}


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case["edit"])
async def test_known_answers(
    chat: Conversation, asha: Person, bob: Person, chen: Person, store: Store, case: dict[str, Any]
) -> None:
    await chat.say(asha, case["first"])
    before, _ = recorded(store, chat)
    await chat.write(asha, case["edit"])
    await chat.settled(asha)
    after, names = recorded(store, chat)
    if "shares_in_proportion_or_asks" in case:
        assert after == before
        assert "Try:  /edit 1 120 cab @bob 50 @chen 70 -@asha" in chat.said[-2]
        return
    assert case.get("shares", {}) in (
        {},
        {names[share.member]: share.owed_minor for share in after.owers},
    )
    assert case.get("paid", {}) in (
        {},
        {names[share.member]: share.paid_minor for share in after.payers},
    )
    assert after.description == case.get("description", after.description)
    assert after.category == case.get("category", before.category)
    assert after.note == case.get("note", before.note)
    assert after.currency == case.get("currency", before.currency)


async def test_a_typo_mended_after_the_currency_changed_changes_no_money(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 1200 diner @bob")
    receipt = await chat.answer_to(said)
    await chat.say(asha, "/currency EUR")
    await chat.edit(asha, said, "/split 1200 dinner @bob")
    await receipt.changed(0)
    assert "#1 dinner — ₹1,200" in receipt.text
    assert "₹600 each: Asha, Bob." in receipt.text


async def test_a_slip_of_the_amount_leaves_nobody_out(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    receipt = await chat.ask(asha, "/split 2 JPY tea")
    await chat.write(asha, "/edit 1 3000")
    await receipt.changed(0)
    assert "¥1,000 each: Asha, Bob, Chen." in receipt.text
    await chat.write(asha, "/edit 1 1")
    await receipt.changed(1)
    await chat.write(asha, "/edit 1 3000")
    await receipt.changed(2)
    assert "¥1,000 each: Asha, Bob, Chen." in receipt.text


async def test_a_payer_whose_rest_was_nothing_pays_the_rest_again(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 700 tea paid @bob @asha 700")
    await chat.write(asha, "/edit 1 1000")
    await receipt.changed(0)
    assert "Paid: Asha ₹700, Bob ₹300." in receipt.text


async def test_who_two_names_of_one_person_paid_is_kept_apart(
    chat: Conversation, asha: Person, chen: Person
) -> None:
    receipt = await chat.ask(asha, "/split 1000 tea paid @asha 300 @grandma 200 @chen")
    await chat.say(asha, "/merge @grandma @asha")
    await chat.write(asha, "/edit 1 2000")
    await chat.settled(asha)
    assert "Asha ₹500" in receipt.text
    assert "Chen ₹1,500" in receipt.text


async def test_a_payment_between_two_who_were_one_can_be_changed(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea @grandma")
    await chat.say(asha, "/settle @grandma 100")
    await chat.say(asha, "/merge @grandma @asha")
    for _ in range(6):
        await chat.write(asha, "well")
    assert "₹120" in await chat.say(asha, "/edit 2 120")
    assert "says so already" in await chat.say(asha, "/edit 2 120")
    told = await chat.say(asha, "/edit 2 @grandma 100")
    assert "went wrong" not in told


async def test_yesterday_stays_the_day_that_it_was(
    chat: Conversation, clock: MovableClock, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea @bob")
    said = await chat.write(asha, "/settle @bob 100 on yesterday")
    receipt = await chat.answer_to(said)
    clock.move(timedelta(days=14))
    await chat.edit(asha, said, "/settle @bob 120 on yesterday")
    await receipt.changed(0)
    assert "On Mar 3" in receipt.text


async def test_a_message_that_says_no_day_any_more_is_of_the_day_it_was_sent(
    chat: Conversation, clock: MovableClock, asha: Person
) -> None:
    tea = await chat.write(asha, "/split 300 tea @bob yesterday")
    receipt = await chat.answer_to(tea)
    paid = await chat.write(asha, "/settle @bob 100 on yesterday")
    payment = await chat.answer_to(paid)
    assert "On Mar 3" in receipt.text
    assert "On Mar 3" in payment.text
    clock.move(timedelta(days=14))
    await chat.edit(asha, tea, "/split 300 tea @bob")
    await receipt.changed(0)
    await chat.edit(asha, paid, "/settle @bob 100")
    await payment.changed(0)
    assert "On Mar 4" in payment.text
    assert "On Mar 4" in receipt.text
    assert "Mar 3, 2026 → Mar 4, 2026" in receipt.text


async def test_what_is_handled_after_midnight_counts_for_the_day_it_was_sent(
    playground: Playground, store: Store, clock: MovableClock, asha: Person, bob: Person
) -> None:
    world = playground.world
    chat = Conversation(world, world.new_group("Goa trip", [asha, bob]))
    clock.move_to(datetime(2026, 3, 4, 18, 20, tzinfo=UTC))  # 23:50 in Kolkata.
    await chat.write(asha, "/split 300 tea @bob")
    await chat.write(asha, "/split 60 cake @bob yesterday")
    await chat.write(bob, "/settle @asha 20")
    await chat.write(bob, "/settle @asha 30 on yesterday")
    clock.move_to(datetime(2026, 3, 4, 19, 0, tzinfo=UTC))
    service = composed(playground, store)
    await service.start()
    for words, day in (("tea", 4), ("cake", 3), ("₹20", 4), ("₹30", 3)):
        assert f"On Mar {day}\n" in f"{(await chat.hear(words)).text}\n", words
    await service.stop()
    store.dispose()


async def test_a_line_mended_days_later_keeps_its_day(
    chat: Conversation, clock: MovableClock, asha: Person
) -> None:
    said = await chat.write(asha, "/split tea")
    await chat.answer_to(said)
    clock.move(timedelta(days=3))
    await chat.edit(asha, said, "/split 300 tea")
    assert "On Mar 4" in (await chat.hear("#1 tea — ₹300")).text


async def test_a_newcomer_shares_nothing_of_before(
    chat: Conversation, asha: Person, bob: Person, chen: Person, dia: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    chat.world.join(dia, chat.chat)
    await chat.edit(asha, said, "/split 600 tea")
    await receipt.changed(0)
    assert "₹200 each: Asha, Bob, Chen." in receipt.text
    await chat.write(asha, "/edit 1 paid @dia")
    await receipt.changed(1)
    assert "Dia paid. ₹200 each: Asha, Bob, Chen." in receipt.text


async def test_all_that_a_partial_line_can_say(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    receipt = await chat.ask(asha, "/split 900 tea")
    steps = (
        ("-@chen", "Asha paid. ₹450 each: Asha, Bob."),
        ("paid @chen", "Chen paid. ₹450 each: Asha, Bob."),
        ("all", "Chen paid. ₹300 each: Asha, Bob, Chen."),
        ("@bob x2", "Bob ₹600 (×2)"),
        ("all paid @bob 400 @asha", "Paid: Asha ₹500, Bob ₹400."),
        ("USD", "Paid: Asha $500, Bob $400."),
    )
    for edits, (line, told) in enumerate(steps):
        await chat.write(asha, f"/edit 1 {line}")
        await receipt.changed(edits)
        assert told in receipt.text or told.replace("$", "US$") in receipt.text, line
