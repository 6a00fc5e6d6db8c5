"""kill -9 at random moments: nothing lost, nothing twice, everybody answered."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url

from tests.torture.kills import Size, kill_loop

BOUNDED = {
    # A file is also killed under while programs call (test_calls.py).
    "sqlite": Size(groups=6, commands=70, kills=2),
    "postgresql": Size(groups=6, commands=105, kills=3),
}


async def test_kills_lose_and_double_nothing(book: str, tmp_path: Path) -> None:
    size = BOUNDED[make_url(book).get_backend_name()]
    verdict = await kill_loop(book, tmp_path, size, seed=20240216)
    verdict.check()
