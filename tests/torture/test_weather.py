"""Telegram fails, stalls, repeats itself and says what nobody understands."""

from __future__ import annotations

from tests.torture.weather import bad_weather

STORMS = 2


async def test_bad_weather_loses_and_doubles_nothing(book: str) -> None:
    verdict = await bad_weather(book, groups=10, commands=64, storms=STORMS, seed=7)
    verdict.check(aside=STORMS)
