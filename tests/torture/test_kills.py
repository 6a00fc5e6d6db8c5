"""kill -9 at random moments: nothing lost, nothing twice, everybody answered."""

from __future__ import annotations

from pathlib import Path

from tests.torture.kills import Size, kill_loop

BOUNDED = Size(groups=6, commands=105, kills=3)


async def test_kills_lose_and_double_nothing(book: str, tmp_path: Path) -> None:
    verdict = await kill_loop(book, tmp_path, BOUNDED, seed=20240216)
    verdict.check()
