"""The Goa trip, played by the page itself; what it looks like is the README's pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize, expect

from tests.browser.chatting import ChatPage

DESK = ViewportSize(width=1280, height=910)
PHONE = ViewportSize(width=360, height=740)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_the_goa_trip_plays_with_the_documents_numbers(
    open_page: Callable[..., ChatPage], tmp_path: Path
) -> None:
    chat = open_page(title=None, viewport=DESK, device_scale_factor=1.5)
    chat.page.get_by_role("button", name="Play the Goa trip").click()
    expect(chat.message("Bob paid Alice")).to_contain_text("₹1,900")
    expect(chat.page.get_by_text("Playing the Goa trip")).to_be_hidden()
    balances = chat.messages.filter(has_text="Balances")
    expect(balances).to_have_count(2)
    expect(balances.first).to_contain_text(re.compile(r"Alice\s+\+₹2,500"))
    expect(balances.first).to_contain_text("Bob → Alice ₹1,900")
    expect(balances.first).to_contain_text("Charlie → Alice ₹600")
    expect(balances.last).to_contain_text("Charlie → Alice ₹600")
    expect(balances.last).not_to_contain_text("Bob →")
    take_pictures(chat, Path(os.environ.get("ALL_SQUARE_PICTURES") or tmp_path))


def take_pictures(chat: ChatPage, folder: Path) -> None:
    """Save the chat wide and narrow, light and dark; `make pictures` names the README's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chat.page.mouse.move(0, 0)
    for name, size, first in (("chat", DESK, "/split 6000"), ("phone", PHONE, "/split 6000")):
        chat.page.set_viewport_size(size)
        for scheme in SCHEMES:
            chat.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            chat.message(first).evaluate("message => message.scrollIntoView({block: 'start'})")
            chat.come_to_rest()
            chat.page.screenshot(path=folder / f"{name}-{scheme}.png", animations="disabled")
