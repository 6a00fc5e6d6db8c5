"""kill -9 while programs call by HTTP: nothing lost, nothing twice, every chat told."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url

from tests.torture.calls import call_storm
from tests.torture.kills import Size

BOUNDED = {
    "sqlite": Size(groups=4, commands=60, kills=2),
    # The programs and what the bot says of them are the same; a server is killed under above all
    # by people (test_kills.py).
    "postgresql": Size(groups=4, commands=30, kills=1),
}


async def test_kills_lose_and_double_no_call_and_every_chat_is_told(
    book: str, tmp_path: Path
) -> None:
    size = BOUNDED[make_url(book).get_backend_name()]
    verdict = await call_storm(book, tmp_path, size, seed=20240216)
    verdict.check()
    assert verdict.recorded == verdict.commands
