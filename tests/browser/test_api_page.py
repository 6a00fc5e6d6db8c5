"""The page that shows the API: every call is there and can be tried, of our own files alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from main import PLAYGROUND_SERVICE_TOKEN


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_call_can_be_tried_with_and_without_a_token(
    new_page: Callable[..., Page], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = new_page()
    page.emulate_media(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/api/docs")
    call = page.locator("details", has_text="List my groups")
    call.locator("summary").click()
    said = call.locator("pre")
    call.get_by_role("button", name="Try it").click()
    expect(said).to_contain_text("401")
    page.get_by_label("Token").fill(PLAYGROUND_SERVICE_TOKEN)
    call.get_by_role("button", name="Try it").click()
    expect(said).to_contain_text('"success": true')
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {
        urlsplit(address).netloc
    }
