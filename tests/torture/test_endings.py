"""How the process begins and ends: asked to, or because it is no use to go on."""

from __future__ import annotations

from pathlib import Path
from random import Random

from bot.playground.server import Playground
from tests.ports import free_port
from tests.torture.bot_process import BotProcess
from tests.torture.hearing import PATIENCE_SECONDS, HearingWorld
from tests.torture.town import Town
from tests.torture.verdict import judge_book


async def test_sigterm_ends_it_and_loses_nothing(tmp_path: Path) -> None:
    """Some chats get no answer for ever when it comes: what they asked stays in the inbox."""
    book, world = f"sqlite:///{tmp_path / 'book.db'}", HearingWorld()
    async with (
        Playground(world) as playground,
        BotProcess(tmp_path, playground.url, book, died=world.give_up) as bot,
    ):
        town = Town(world, Random(1), groups=4)
        await bot.start()
        await town.introduce()
        stuck = town.groups[0].id
        held = world.faults.hold("sendMessage", when=lambda call: call.number("chat_id") == stuck)
        town.speak(60)
        await town.converse(10)
        await world.until(lambda: held.met, PATIENCE_SECONDS)
        assert await bot.terminate() == 0, bot.log_end
        world.faults.clear()
        await bot.start()
        await town.wind_up()
        assert await bot.terminate() == 0, bot.log_end
    judge_book(town, book).check()


async def test_a_wrong_token_ends_with_a_clear_line(tmp_path: Path) -> None:
    book, token = f"sqlite:///{tmp_path / 'book.db'}", "110201543:" + "B" * 35
    async with (
        Playground() as playground,
        BotProcess(tmp_path, playground.url, book, telegram_bot_token=token) as bot,
    ):
        await bot.start()
        assert await bot.ended() == 1
    assert "Telegram does not know TELEGRAM_BOT_TOKEN" in bot.log_end
    assert token not in bot.log_end


async def test_the_start_waits_for_a_network_that_is_not_there_yet(tmp_path: Path) -> None:
    world, port = HearingWorld(), free_port()
    book = f"sqlite:///{tmp_path / 'book.db'}"
    async with BotProcess(tmp_path, f"http://127.0.0.1:{port}", book) as bot:
        await bot.start()
        await bot.logged("telegram_not_reached")
        async with Playground(world, port=port):
            town = Town(world, Random(2), groups=1)
            await town.introduce()
            assert await bot.terminate() == 0, bot.log_end
