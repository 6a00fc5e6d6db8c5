"""People say how they can be paid, and whoever owes them sees it, with a code to scan."""

from __future__ import annotations

import io
import json

import pytest
import zxingcpp
from PIL import Image

from bot.playground.api_versions import Version
from bot.playground.people import Message, Person
from bot.playground.world import World
from tests.dialogs.conftest import NEWER, on_both_servers
from tests.dialogs.conversation import Conversation


@on_both_servers
@pytest.mark.parametrize("menu_languages", [("en",)])
async def test_a_debtor_sees_how_to_pay_and_scans_the_amount(
    chat: Conversation, world: World, asha: Person, bob: Person, chen: Person, bot_api: Version
) -> None:
    await chat.menu_shown(bob)
    await chat.say(asha, "/split 1900.50 dinner @bob")
    told = await chat.say(asha, "/payinfo upi:asha@okbank")
    assert told == (
        "How to pay you\nUPI: asha@okbank\nThe people of your groups see this when they owe you.\n"
        "/payinfo off takes it back."
    )
    plan = await chat.ask(bob, "/settle")
    assert "How to pay Asha" in plan.button_texts
    await chat.press(bob, "How to pay Asha", plan)
    shown = await chat.hear("How to pay Asha")
    assert shown.is_shown_to(chen) is (bot_api != NEWER)
    assert shown.text.startswith("How to pay Asha: you owe ₹950.25\nUPI: asha@okbank\n")
    assert _scanned(world, shown) == (
        "upi://pay?pa=asha@okbank&pn=Asha&cu=INR&am=950.25&tn=All%20Square"
    )
    asked = await chat.ask(bob, "/payinfo @asha")
    assert asked.text == shown.text
    assert asked.is_shown_to(chen) is (bot_api != NEWER)
    assert await chat.say(bob, "/payinfo @chen") == "Chen has not said how to be paid."
    assert "@nobody" in await chat.say(bob, "/payinfo @nobody")
    reminder = await chat.ask(asha, "/remind @bob")
    await chat.press(chen, "How to pay Asha", reminder)
    assert (await chat.hear("How to pay Asha\nUPI")).text.startswith("How to pay Asha\nUPI")
    assert "How can people pay you back?" in await chat.say(asha, "/payinfo off")
    late = await chat.press(bob, "How to pay Asha", plan)
    assert late.text == "Asha has not said how to be paid."
    assert "How to pay Asha" not in (await chat.ask(bob, "/settle")).button_texts


async def test_a_transfer_in_euros_and_a_link(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 20 EUR museum @bob")
    private = Conversation(world, world.private(asha))
    await private.say(asha, "/start")
    told = await private.ask(
        asha, "/payinfo iban:de89 3704 0044 0532 0130 00\nhttps://paypal.me/asha"
    )
    assert "IBAN: DE89 3704 0044 0532 0130 00" in told.text
    await chat.press(bob, "How to pay Asha", await chat.ask(bob, "/settle"))
    shown = await chat.hear("How to pay Asha")
    assert "https://paypal.me/asha/10.00EUR" in shown.text
    lines = (_scanned(world, shown) or "").split("\n")
    assert lines[0] == "BCD"
    assert {"Asha", "DE89370400440532013000", "EUR10"} <= set(lines)
    await private.press(asha, "Remove IBAN", told)
    assert "IBAN" not in told.text
    await chat.press(bob, "How to pay Asha")
    assert _scanned(world, await chat.hear("How to pay Asha")) == "https://paypal.me/asha/10.00EUR"


async def test_a_wrong_detail_is_refused_with_one_that_works(
    chat: Conversation, asha: Person
) -> None:
    assert await chat.say(asha, "/payinfo iban DE88370400440532013000") == (
        "DE88370400440532013000 is no IBAN: a letter or digit is wrong or missing.\n"
        "Try:  /payinfo iban:DE89370400440532013000"
    )
    assert "Write what it is before it" in await chat.say(asha, "/payinfo 0812345678")
    assert "no link that I can show" in await chat.say(asha, "/payinfo link http://paypal.me/asha")
    assert "How can people pay you back?" in await chat.say(asha, "/payinfo")


async def test_details_as_people_write_them(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/payinfo upi:asha@okbank, iban:DE89370400440532013000")
    assert "IBAN: DE89 3704 0044 0532 0130 00\nUPI: asha@okbank" in told
    told = await chat.say(asha, "/payinfo gpay rao@okaxis pix: asha@example.com")
    assert "PIX: asha@example.com\nUPI: rao@okaxis" in told
    assert "\nhttps://paypal.me/asha\n" in await chat.say(asha, "/payinfo paypal.me/asha")
    told = await chat.say(asha, "/payinfo kofi https://ko-fi.com/asha")
    assert "\nhttps://ko-fi.com/asha\n" in told
    assert "UPI" not in await chat.say(asha, "/payinfo upi off")
    told = await chat.say(asha, "/payinfo remove paypal")
    assert "https://" not in told
    assert "IBAN: DE89" in told
    assert "Try:  /payinfo pix:asha@example.com" in await chat.say(asha, "/payinfo pix:")
    assert "no link that I can show" in await chat.say(asha, "/payinfo venmo:@asha")
    assert "PIX: asha@example.com" in await chat.say(asha, "/payinfo")
    assert "How can people pay you back?" in await chat.say(asha, "/payinfo off")


async def test_details_are_taken_along_and_forgotten_with_their_person(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 100 tea @bob")
    private = Conversation(world, world.private(asha))
    await private.say(asha, "/payinfo upi:asha@okbank")
    plan = await chat.ask(bob, "/settle")
    await private.say(asha, "/privacy")
    await private.press(asha, "Export my data")
    document = (await private.hear("Here is all")).body["document"]
    record = json.loads(world.files.get(document["file_id"]).content)
    assert record["pay_details"] == {"upi": "asha@okbank"}
    await private.press(asha, "Forget me")
    await private.press(asha, "Yes, forget me")
    late = await chat.press(bob, "How to pay Asha", plan)
    assert late.text == "Somebody 1 has not said how to be paid."


def _scanned(world: World, shown: Message) -> str | None:
    content = world.files.get(shown.body["photo"][-1]["file_id"]).content
    found = zxingcpp.read_barcode(Image.open(io.BytesIO(content)))
    return None if found is None else found.text
