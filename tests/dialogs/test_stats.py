"""People ask what was spent: a picture, its figures, other periods, and guessed categories."""

from __future__ import annotations

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conversation import Conversation


async def test_a_month_by_category_and_by_person(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    assert await chat.say(asha, "/stats") == "March 2026\nNothing was spent."
    await chat.say(asha, "/split 300 pizza @bob")
    await chat.say(bob, "/split 200 rent #home @asha on 2026-03-01")
    await chat.say(asha, "/refund 50 deposit #home @bob")
    await chat.say(bob, "/settle @asha 10")
    await chat.say(asha, "/split 1000 tickets on 2025-12-30")
    told = await chat.ask(bob, "/stats")
    assert told.text == (
        "March 2026\n₹450 in all\nOn what\n#food?  ₹300\n#home  ₹150\n"
        "Who\nAsha: paid ₹250, used ₹225\nBob: paid ₹200, used ₹225"
    )
    assert "photo" in told.body
    size = told.body["photo"][-1]
    assert size["width"] == 1000
    await chat.press(bob, "Year", told)
    assert told.text.startswith("2026\n₹450 in all")
    await chat.press(bob, "‹", told)
    assert told.text.startswith("2025\n₹1,000 in all")
    await chat.press(bob, "All", told)
    assert told.text.startswith("All of it\n₹1,450 in all")
    await chat.press(bob, "When", told)
    assert "December 2025  ₹1,000\nMarch 2026  ₹450" in told.text
    assert "Who" not in told.text
    for wanted in ("/stats 2025", "/stats last year"):
        assert (await chat.say(bob, wanted)).startswith("2025\n₹1,000")
    assert (await chat.say(bob, "/stats december 2025")).startswith("December 2025\n₹1,000")
    for no_period in ("nonsense", "@bob", "EUR"):
        assert f"know {no_period} here" in await chat.say(bob, f"/stats {no_period}")
    everybody = " ".join(f"@friend_{number}" for number in range(7))
    await chat.say(asha, f"/split 80 feast {everybody} on 2024-05-01")
    feast = await chat.say(bob, "/stats 2024")
    assert feast.endswith("@friend_4: paid ₹0, used ₹10\n2 more: paid ₹0, used ₹20")
    await chat.say(asha, "/language de")
    assert (await chat.say(bob, "/stats Dezember 2025")).startswith("Dezember 2025\n1.000")
    assert (await chat.say(bob, "/stats März")).startswith("März 2026\n450")
    assert (await chat.say(bob, "/stats jahr")).startswith("2026\n450")
    assert (await chat.say(bob, "/stats Alles")).startswith("Alles\n1.530")


async def test_a_guess_is_booked_by_a_press_for_those_one_may_change(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 300 pizza at Luigi's @bob")
    await chat.say(bob, "/split 100 Coffee, big @asha")
    await chat.say(bob, "/split 70 lunch taxi @asha")
    told = await chat.ask(bob, "/stats")
    assert "#food?  ₹400" in told.text
    assert "other  ₹70" in told.text
    pressed = await chat.press(bob, "Yes, #food", told)
    assert pressed.text == "1 entry is #food now."
    assert "#food?  ₹300\n#food  ₹100" in told.text
    again = await chat.press(chen, "Yes, #food", told)
    assert again.text == "0 entries are #food now."
    assert (await chat.press(asha, "Yes, #food", told)).text == "1 entry is #food now."
    assert "#food  ₹400" in told.text
    assert "Yes, #food" not in told.button_texts
    assert "Coffee, big" in await chat.say(asha, "/history #food")


async def test_several_currencies_come_to_something_in_one(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    await chat.say(asha, "/split 30 EUR museum")
    await chat.say(asha, "/rate EUR 90")
    told = await chat.say(asha, "/stats")
    assert told.startswith("March 2026\n₹300 in all\nand €30\nabout ₹3,000 in all")
