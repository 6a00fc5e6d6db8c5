"""Which tests of sending keep time of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import pytest

from tests.bot.delivery.virtual_time import VirtualTimeLoop


def pytest_asyncio_loop_factories(
    item: pytest.Item,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Let `virtual_time` tests wait no real seconds, and be delayed by no busy machine."""
    is_virtual = item.get_closest_marker("virtual_time") is not None
    return {"loop": VirtualTimeLoop if is_virtual else asyncio.new_event_loop}
