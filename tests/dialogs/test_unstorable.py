"""Letters that no database takes, a NUL and half a character, wherever somebody can put them."""

from __future__ import annotations

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_databases
from tests.dialogs.conversation import PICTURE, Conversation

BAD = "\0\ud83c"
"""A NUL, and half a character."""


@on_both_databases
async def test_a_letter_that_no_database_takes_stops_nobody(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    world.rename(bob, f"Bo{BAD}b", f"{BAD}Roy")
    bob.language_code = f"en{BAD}"
    world.retitle(chat.chat, f"Goa{BAD}")
    told = await chat.say(bob, f"/split 300 din{BAD}ner @asha // for{BAD}two")
    assert "#1 din\ufffdner — ₹300" in told
    assert "₹150 each: Asha, Bo\ufffdb" in told
    assert "for\ufffdtwo" in told
    receipt = await chat.ask(asha, f"/split 200 taxi @bob #ri{BAD}de", photo=PICTURE)
    assert "#2 taxi — ₹200" in receipt.text
    assert "Au\ufffdnt" in await chat.say(asha, f'/split 100 tea @"Au{BAD}nt Zoe"')
    dia = world.add_person(f"Di{BAD}a")
    world.join(dia, chat.chat, silent=True)
    # A mark behind such letters is where Telegram says it is.
    marked = await chat.say(asha, f"/split 90 {BAD} tea Dolly", mentions={"Dolly": dia})
    assert "Di\ufffda" in marked
    assert "Dolly" not in marked
    for line in (f"/history {BAD}", f"/add {BAD}x", f"{BAD}", f"/spl{BAD}it 5"):
        world.say(asha, chat.chat, line)
    await chat.settled(asha)
    assert "dxxn\ufffder" in await chat.say(bob, f"/edit 1 dxxn{BAD}er")
    for data in (f"history:1:w{BAD}", f"timezone:{BAD}", f"language:{BAD}", f"und{BAD}o:1"):
        await world.press(asha, receipt, data, stale=True)
    await chat.settled(asha)
    assert not [said for said in chat.said if "went wrong" in said]
