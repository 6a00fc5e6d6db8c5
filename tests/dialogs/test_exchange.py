"""A file of another app comes in by taps, and the book goes out as a file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.playground.people import Chat, Message, Person
from bot.playground.wire import Upload
from bot.playground.world import World
from tests.dialogs.conversation import PICTURE, Conversation
from tests.ledger.exchange import samples


async def _sent(chat: Conversation, who: Person, content: bytes, name: str) -> Message:
    """Send a document with /import as its caption, and return the answer."""
    return await chat.ask(who, "/import", document=Upload(content, name))


def _document(world: World, message: Message) -> bytes:
    return world.files.get(message.body["document"]["file_id"]).content


async def test_a_book_goes_out_and_comes_back_in_another_group(
    chat: Conversation,
    world: World,
    asha: Person,
    bob: Person,
    restart: Callable[[], Awaitable[None]],
) -> None:
    await chat.say(asha, "/split 120 dinner @bob @Zoe #food // at the beach")
    await chat.say(bob, "/settle @asha 10")
    menu = await chat.ask(asha, "/export")
    await chat.press(asha, "JSON", menu)
    sent = await chat.hear("The book with its 2 entries.")
    content = _document(world, sent)
    for kind, first in (("csv", b"\xef\xbb\xbfId,Number,Type,Date"), ("xlsx", b"PK")):
        sent = await chat.ask(asha, f"/export {kind}")
        assert _document(world, sent).startswith(first)
    there: Chat = world.new_group("Flat", [asha, bob])
    flat = Conversation(world, there)
    await flat.hear("/split")
    await flat.say(bob, "/me")
    preview = await _sent(flat, asha, content, "whatever.bin")
    assert "All Square: 1 expense, 1 payment" in preview.text
    assert "Asha  +₹70\nBob  −₹30\nZoe  −₹40\nThe file's own totals say the same." in preview.text
    assert await flat.say(bob, "/balance") == "All square."
    await restart()
    await flat.press(bob, "Import 2 entries", preview)
    assert "✔" not in preview.text
    await flat.press(asha, "Zoe: new", preview)
    await flat.press(asha, "Bob", preview)
    await flat.press(asha, "Zoe = Bob", preview)
    await flat.press(asha, "Somebody new", preview)
    await flat.press(asha, "Import 2 entries", preview)
    await world.until(lambda: "✔ 2 entries are imported from All Square." in preview.text)
    assert "Bob  −₹30\n@Zoe  −₹40" in await flat.say(bob, "/balance")
    assert "at the beach" in await flat.say(bob, "/show 1")
    again = await _sent(flat, asha, content, "again.json")
    assert "All of it is here already." in again.text
    asked = await flat.ask(asha, "/undo")
    assert "came with the import from All Square. Take all 2 of them back?" in asked.text
    await flat.press(asha, "Undo all of it", asked)
    await world.until(lambda: "2 entries are deleted" in asked.text)
    await flat.press(asha, "Undo all of it", preview)
    assert "2 entries are deleted" in preview.text
    assert await flat.say(bob, "/balance") == "All square."


async def test_what_is_no_export_is_told_kindly(chat: Conversation, asha: Person) -> None:
    assert "with /import as its caption" in await chat.say(asha, "/import")
    for content, words in (
        (PICTURE, "This is a picture"),
        (b'{"format": "all-square-book", "version": 1', "damaged or cut short"),
        (b"hello\nworld\n", "I don't know this kind of file"),
    ):
        assert words in (await _sent(chat, asha, content, "export.csv")).text
    assert "nothing to export" in await chat.say(asha, "/export csv")
    assert "/export xlsx" in await chat.say(asha, "/export pdf")


async def test_a_group_comes_from_splitwise(
    chat: Conversation, world: World, asha: Person, bob: Person, chen: Person
) -> None:
    sent = await chat.write(asha, "our trip", document=Upload(samples.SPLITWISE.encode(), "x.csv"))
    preview = await chat.ask(chen, "/import", reply_to=sent)
    assert "Splitwise: 4 expenses, 1 payment, 1 refund" in preview.text
    assert "The file's own totals say the same." in preview.text
    assert "Of 1 entry the file only says what each gets or owes" in preview.text
    refused = await chat.press(bob, "Cancel", preview)
    assert "Only Chen, who sent the file" in (refused.text or "")
    for name, member in (("Mira", "Asha"), ("Tomas", "Bob")):
        await chat.press(chen, f"{name}: new", preview)
        await chat.press(chen, member, preview)
    await chat.press(asha, "Import 6 entries", preview)
    await world.until(lambda: "They are #1 to #6." in preview.text)
    balances = await chat.say(bob, "/balance")
    assert "Bob  +€91.67\nAsha  −€18.33\nInes  −€73.34" in balances
    assert "Bob  +¥1,500\nAsha  −¥1,500" in balances
    assert "Ferry" in await chat.say(bob, "/history #bus/train")
    receipt = await chat.ask(chen, "/edit 1 120")
    assert "€40 each: Asha, Bob, Ines." in receipt.text
    again = await chat.ask(chen, "/import", reply_to=sent)
    assert "All of it is here already." in again.text
    await chat.press(chen, "Cancel", again)
    assert again.text == "Nothing was imported."
