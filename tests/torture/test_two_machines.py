"""Growing past one machine: order, nothing twice, and somebody who takes over."""

from __future__ import annotations

from pathlib import Path

from tests.torture.two_machines import two_machines


async def test_two_bots_share_the_work_and_survive_each_other(
    server_book: str, tmp_path: Path
) -> None:
    verdict = await two_machines(server_book, tmp_path, groups=6, commands=120, kills=1, seed=11)
    verdict.check()
