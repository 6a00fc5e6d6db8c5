"""How fast messages go out, and who goes first."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import RetryAfter

from bot.delivery.pacer import Overtaken, Pacer, Priority
from bot.delivery.rate_windows import Limits

pytestmark = pytest.mark.virtual_time

WIDE = (1000, 0.01)


class Line:
    """Sends through a pacer and remembers what went when."""

    def __init__(self, limits: Limits | None) -> None:
        self.pacer = Pacer(limits)
        self.sent: list[tuple[float, int, str]] = []
        self.refusals: set[str] = set()

    async def send(self, chat_id: int, text: str, priority: Priority = Priority.ANSWER) -> None:
        async def callback() -> bool:
            if text in self.refusals:
                self.refusals.remove(text)
                raise RetryAfter(0)
            self.sent.append((asyncio.get_running_loop().time(), chat_id, text))
            return True

        await self.pacer.process_request(
            callback, (), {}, "sendMessage", {"chat_id": chat_id}, int(priority) or None
        )

    async def edit(self, chat_id: int, message_id: int, text: str) -> bool:
        """Return whether a change went, and was not overtaken."""

        async def callback() -> bool:
            await asyncio.sleep(0)
            if text in self.refusals:
                self.refusals.remove(text)
                raise RetryAfter(0)
            self.sent.append((asyncio.get_running_loop().time(), chat_id, text))
            return True

        data = {"chat_id": chat_id, "message_id": message_id}
        try:
            await self.pacer.process_request(callback, (), {}, "editMessageText", data, None)
        except Overtaken:
            return False
        return True

    @property
    def texts(self) -> list[str]:
        return [text for _, _, text in self.sent]


def _most_within(times: list[float], seconds: float) -> int:
    return max(sum(start <= time < start + seconds for time in times) for start in times)


async def test_no_more_go_out_than_the_overall_window_holds() -> None:
    line = Line(Limits(overall=(5, 0.1), chat=WIDE, group=WIDE))
    await asyncio.gather(*(line.send(chat, "hello") for chat in range(1, 18)))
    assert _most_within([time for time, _, _ in line.sent], 0.1) == 5


async def test_a_chat_that_waits_delays_no_other() -> None:
    line = Line(Limits(overall=(100, 0.1), chat=(1, 0.2), group=WIDE))
    await asyncio.gather(line.send(1, "a"), line.send(1, "b"), line.send(2, "c"), line.send(3, "d"))
    assert line.texts == ["a", "c", "d", "b"]
    assert line.sent[-1][0] - line.sent[0][0] >= 0.199


async def test_a_group_has_a_window_of_its_own() -> None:
    line = Line(Limits(overall=(100, 0.1), chat=WIDE, group=(2, 0.1)))
    await asyncio.gather(*(line.send(-7, str(number)) for number in range(5)))
    assert line.texts == ["0", "1", "2", "3", "4"]
    assert _most_within([time for time, _, _ in line.sent], 0.0999) == 2


async def test_a_half_used_window_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.pacer._IDLE_CHATS", 1)
    line = Line(Limits(overall=(100, 0.1), chat=WIDE, group=(2, 0.3)))
    await line.send(-7, "a")
    await line.send(-8, "elsewhere")
    await line.send(-7, "b")
    await line.send(-8, "elsewhere")
    await line.send(-7, "c")
    times = [time for time, chat, _ in line.sent if chat == -7]
    assert _most_within(times, 0.299) == 2


async def test_answers_go_before_broadcasts() -> None:
    line = Line(Limits(overall=(1, 0.02), chat=WIDE, group=WIDE))
    broadcasts = [line.send(chat, "summary", Priority.BROADCAST) for chat in range(1, 5)]
    await asyncio.gather(*broadcasts, line.send(9, "answer"))
    assert line.texts.index("answer") == 1


async def test_whoever_gives_up_waiting_holds_up_nobody() -> None:
    line = Line(Limits(overall=(100, 0.1), chat=(1, 0.05), group=WIDE))
    await line.send(1, "a")
    impatient = asyncio.create_task(line.send(1, "b"))
    patient = asyncio.create_task(line.send(1, "c"))
    await asyncio.sleep(0)
    impatient.cancel()
    await patient
    assert line.texts == ["a", "c"]


async def test_a_refused_message_keeps_its_place() -> None:
    line = Line(None)
    line.refusals.add("a")
    await asyncio.gather(line.send(1, "a"), line.send(1, "b"))
    assert line.texts == ["a", "b"]


async def test_refusals_in_several_chats_hold_everything() -> None:
    line = Line(None)
    line.refusals.update("abc")
    began = asyncio.get_running_loop().time()
    refused = [asyncio.create_task(line.send(number, text)) for number, text in enumerate("abc", 1)]
    await asyncio.sleep(0)
    assert not line.refusals
    await asyncio.gather(line.send(9, "d"), *refused)
    assert min(time for time, _, _ in line.sent) - began >= 0.09


async def test_floods_of_minutes_in_four_chats_hold_up_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.delivery.pacer._HELD_AT_MOST_SECONDS", 0.02)
    line = Line(None)
    tried: list[int] = []

    async def flooded(chat_id: int) -> None:
        async def refuse() -> bool:
            tried.append(chat_id)
            raise RetryAfter(300)

        with pytest.raises(RetryAfter):
            await line.pacer.process_request(
                refuse, (), {}, "sendMessage", {"chat_id": chat_id}, None
            )

    await asyncio.gather(*(flooded(chat_id) for chat_id in range(1, 5)))
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(line.send(chat_id, "served") for chat_id in range(10, 60)))
    assert asyncio.get_running_loop().time() - began < 5
    assert line.texts == ["served"] * 50
    await flooded(1)
    assert sorted(tried) == [1, 2, 3, 4], "a chat that was told to wait is not tried before"


async def test_after_refusals_in_several_chats_one_tries_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.delivery.pacer._HELD_AT_MOST_SECONDS", 0.01)
    line = Line(None)
    line.refusals.update("abc")
    refused = [asyncio.create_task(line.send(number, text)) for number, text in enumerate("abc", 1)]
    await asyncio.sleep(0)
    assert not line.refusals
    on_the_way: list[int] = []
    at_once: list[int] = []

    async def try_out(chat_id: int) -> None:
        async def answer() -> bool:
            on_the_way.append(chat_id)
            at_once.append(len(on_the_way))
            await asyncio.sleep(0)
            on_the_way.remove(chat_id)
            if len(at_once) < 4:
                raise RetryAfter(0)
            return True

        await line.pacer.process_request(answer, (), {}, "sendMessage", {"chat_id": chat_id}, None)

    await asyncio.gather(*(try_out(chat_id) for chat_id in range(10, 20)), *refused)
    assert at_once[:4] == [1, 1, 1, 1], "until one got through, one at a time tries"
    assert sorted(line.texts) == ["a", "b", "c"]


async def test_what_takes_too_long_is_given_back() -> None:
    pacer = Pacer(None)

    async def refuse() -> bool:
        raise RetryAfter(3600)

    with pytest.raises(RetryAfter):
        await pacer.process_request(refuse, (), {}, "sendMessage", {"chat_id": 1}, None)


async def test_only_the_newest_change_of_a_message_goes_in_the_place_of_the_oldest() -> None:
    line = Line(Limits(overall=(100, 0.1), chat=(1, 0.02), group=WIDE))
    went = await asyncio.gather(
        line.edit(1, 5, "on its way"),
        line.edit(1, 5, "old"),
        line.send(1, "hello"),
        line.edit(1, 6, "another message"),
        line.edit(1, 5, "older"),
        line.edit(1, 5, "new"),
    )
    assert line.texts == ["on its way", "new", "hello", "another message"]
    assert list(went) == [True, False, None, True, False, True]


async def test_a_change_that_was_refused_is_not_tried_again_over_a_newer_one() -> None:
    line = Line(None)
    line.refusals.add("old")
    went = await asyncio.gather(line.edit(1, 5, "old"), line.edit(1, 5, "new"))
    assert line.texts == ["new"]
    assert list(went) == [False, True]
