"""People change a little of an entry with /edit, and see all that a change changed."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation


async def far_below(chat: Conversation, person: Person) -> None:
    """Talk until what was said before is out of sight."""
    for _ in range(6):
        await chat.write(person, "well, well")


async def test_an_amount_alone_changes_only_the_amount(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 1200 tea @bob on yesterday #drinks // with ginger")
    await far_below(chat, asha)
    assert await chat.say(asha, "/edit 1 2000") == "#1 tea is ₹2,000 now."
    assert "#1 tea — ₹2,000" in receipt.text
    assert "₹1,000 each: Asha, Bob." in receipt.text
    assert "On Mar 3 · #drinks" in receipt.text
    assert "with ginger" in receipt.text
    assert await chat.say(asha, "/edit 1 1000*2") == "#1 tea says so already."


async def test_a_clause_alone_changes_only_that(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 100 tea")
    shares = receipt.text.splitlines()[1]
    for line, told in (
        ("#food", "— → #food"),
        ("// with ginger", "— → with ginger"),
        ("on yesterday", "Mar 4, 2026 → Mar 3, 2026"),
        (
            "#drinks on 2.3. // hot",
            "Mar 3, 2026 → Mar 2, 2026, #food → #drinks, with ginger → hot",
        ),
    ):
        await far_below(chat, asha)
        assert await chat.say(asha, f"/edit 1 {line}") == f"#1 tea is changed: {told}."
        assert shares in receipt.text
    assert "On Mar 2 · #drinks" in receipt.text


async def test_people_join_and_leave_by_words(
    chat: Conversation, asha: Person, bob: Person, chen: Person, dia: Person
) -> None:
    chat.world.join(dia, chat.chat)
    receipt = await chat.ask(asha, "/split 900 tea @bob @chen")
    for edits, (line, told) in enumerate(
        (
            ("+dia", "₹225 each: Asha, Bob, Chen, Dia."),
            ("remove chen", "₹300 each: Asha, Bob, Dia."),
            ("add chen and take dia out", "₹300 each: Asha, Bob, Chen."),
            ("add dia 300", "Dia ₹300"),
            ("bob", "₹450 each: Asha, Bob."),
            ("-me", "₹900: Bob."),
            ("add me", "₹450 each: Asha, Bob."),
        )
    ):
        await chat.write(asha, f"/edit 1 {line}")
        await receipt.changed(edits)
        assert told in receipt.text, line
        assert "#1 tea" in receipt.text
    await chat.settled(asha)
    assert await chat.say(asha, "/edit 1 add bob") == "#1 tea says so already."


async def test_an_amount_with_words_changes_both_and_nothing_else(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 1200 tea @bob paid @bob #drinks // hot")
    await far_below(chat, asha)
    assert await chat.say(asha, "/edit 1 1500 cake") == (
        "#1 cake is changed: ₹1,200 → ₹1,500, tea → cake."
    )
    assert "₹1,500: Bob." in receipt.text
    assert "#drinks" in receipt.text
    assert "hot" in receipt.text
    await chat.say(asha, "/edit 1 paid me")
    assert await chat.say(asha, "/edit 1 1500 cake @bob 500 @chen paid @bob") == (
        "#1 cake is changed: who paid, who shares."
    )


async def test_an_amount_alone_keeps_who_was_there(
    chat: Conversation, asha: Person, bob: Person, dia: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    await chat.press(bob, "I'm in / out", receipt)
    chat.world.join(dia, chat.chat)
    await chat.write(asha, "/edit 1 500")
    await receipt.changed(1)
    assert "₹250 each: Asha, Chen." in receipt.text
    both = await chat.ask(asha, "/split 900 cake @bob x2 @chen 10% paid @asha 500 @bob")
    await chat.write(asha, "/edit 2 1000")
    await both.changed(0)
    assert "Paid: Asha ₹500, Bob ₹500." in both.text
    assert "Bob ₹600 (×2)" in both.text
    assert "Chen ₹100 (10%)" in both.text


async def test_parts_that_do_not_fit_another_amount(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 1200 tea @bob 500 @chen 700 -me #drinks")
    told = await chat.say(asha, "/edit 1 1500")
    assert "Bob 500 and Chen 700 make ₹1,200" in told
    assert "₹300 is missing" in told
    assert told.endswith("Try:  /edit 1 1500 tea @bob 500 @chen 1000 -@asha #drinks")
    told = await chat.say(asha, "/edit 1 15 EUR")
    assert told == (
        "500 is in another currency than the expense.\n"
        "Try:  /edit 1 1200 tea @bob 500 @chen 700 -@asha #drinks"
    )
    assert receipt.edits == 0


async def test_a_currency_stays_with_an_amount_alone(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 45 EUR tea @bob")
    await chat.write(asha, "/edit 1 50")
    await receipt.changed(0)
    assert "#1 tea — €50" in receipt.text
    await chat.write(asha, "/edit 1 600 INR")
    await receipt.changed(1)
    assert "#1 tea — ₹600" in receipt.text


async def test_of_a_payment_too_a_little_can_be_changed(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    receipt = await chat.ask(bob, "/settle @asha 90 // cash")
    await chat.write(bob, "/edit 2 100")
    await receipt.changed(0)
    assert "Bob paid Asha ₹100" in receipt.text
    assert "cash" in receipt.text
    await chat.write(bob, "/edit 2 // by card")
    await receipt.changed(1)
    assert "Bob paid Asha ₹100" in receipt.text
    assert "by card" in receipt.text
    await far_below(chat, bob)
    assert await chat.say(bob, "/edit 2 @chen 100 // by card") == (
        "#2 Bob → Chen is changed: who was paid."
    )


@pytest.mark.parametrize("words", ["", " 12//3 cake"])
async def test_a_corrected_line_has_the_entry_own_words(
    chat: Conversation, asha: Person, words: str
) -> None:
    await chat.say(asha, "/split 750 supper @chen 200 @bob paid @bob #food // late")
    assert (await chat.say(asha, f"/edit 1{words}")).endswith(
        "Try:  /edit 1 750 supper @chen 200 @bob paid @bob #food // late"
    )


async def test_an_entry_own_words_keep_its_people_whoever_asks(
    chat: Conversation, bob: Person
) -> None:
    await chat.say(bob, "/split 750 supper @chen 200 @bob paid @bob")
    told = await chat.say(bob, "/edit 1")
    assert told.endswith("Try:  /edit 1 750 supper @chen 200 @bob")


async def test_the_own_words_of_all_sorts_of_entries(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for number, line in enumerate(
        (
            "1200 dinner",
            "1200 dinner all @bob 100",
            "45 EUR dinner @bob -@asha",
            "1200 dinner @chen x2 @asha +50 paid @asha 500 @bob",
        ),
        start=1,
    ):
        await chat.say(asha, f"/split {line}")
        assert (await chat.say(asha, f"/edit {number}")).endswith(f"Try:  /edit {number} {line}")
        assert (
            await chat.say(asha, f"/edit {number} {line}") == f"#{number} dinner says so already."
        )


async def test_the_own_words_after_somebody_came_or_went(
    chat: Conversation, asha: Person, bob: Person, dia: Person
) -> None:
    receipt = await chat.ask(asha, "/split 1200 dinner")
    await chat.press(bob, "I'm in / out", receipt)
    assert (await chat.say(asha, "/edit 1")).endswith("Try:  /edit 1 1200 dinner @chen")
    await chat.press(asha, "I'm in / out", receipt)
    assert (await chat.say(asha, "/edit 1")).endswith("Try:  /edit 1 1200 dinner @chen -@asha")


async def test_the_own_words_of_a_payment(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    await chat.say(bob, "/settle @asha 100 // cash")
    for words in ("", " #food"):
        assert (await chat.say(bob, f"/edit 2{words}")).endswith("Try:  /edit 2 @asha 100 // cash")
    await chat.say(chen, "/settle @asha @bob 5 EUR")
    assert (await chat.say(chen, "/edit 3")).endswith("Try:  /edit 3 @asha @bob 5 EUR")
    assert (await chat.say(chen, "/edit 3 @asha @bob @chen")).endswith("@asha @bob 5 EUR")


async def test_a_partial_line_without_marks_says_what_it_says(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 90 cab")
    for typed, told in (
        ("-bob", "₹45 each: Asha, Chen"),
        ("20% bob", "Bob ₹18 (20%)"),
        ("usd", "Bob $18 (20%)"),
        ("rupees", "Bob ₹18 (20%)"),
        ("eur taxi", "#1 taxi — €90"),
    ):
        await chat.write(asha, f"/edit 1 {typed}")
        await chat.settled(asha)
        assert told in await chat.say(asha, "/show 1"), typed
    assert "taxi" in chat.last.text


async def test_so_much_each_is_for_those_who_share_the_entry(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 90 cab with bob")
    await chat.write(asha, "/edit 1 20 each")
    await chat.settled(asha)
    assert "₹20 each: Asha, Bob" in await chat.say(asha, "/show 1")
    assert "₹30 each: Asha, Bob" in await chat.say(asha, "/copy 1 30 each")


async def test_an_edit_may_call_an_entry_by_what_it_was_for(
    chat: Conversation, asha: Person
) -> None:
    hotel = await chat.ask(asha, "/split 2000 hotel")
    taxi = await chat.ask(asha, "/split 300 taxi")
    await chat.write(asha, "/edit hotel 2200")
    await hotel.changed(0)
    assert "#1 hotel — ₹2,200" in hotel.text
    await chat.write(asha, "/edit 2 taxi 310")
    await taxi.changed(0)
    assert "#2 taxi — ₹310" in taxi.text
    await chat.say(asha, "/split 90 hotel")
    assert "Which entry?" in await chat.say(asha, "/edit hotel 100")
    assert "Which entry?" in await chat.say(asha, "/edit museum 100")
