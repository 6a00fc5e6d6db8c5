"""kill -9 while programs call by HTTP: nothing lost, nothing twice, every chat told."""

from __future__ import annotations

from pathlib import Path

from tests.torture.calls import call_storm
from tests.torture.kills import Size

BOUNDED = Size(groups=4, commands=60, kills=2)


async def test_kills_lose_and_double_no_call_and_every_chat_is_told(
    book: str, tmp_path: Path
) -> None:
    verdict = await call_storm(book, tmp_path, BOUNDED, seed=20240216)
    verdict.check()
    assert verdict.recorded == verdict.commands
