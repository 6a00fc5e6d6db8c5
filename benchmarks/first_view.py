"""The Mini App's first view in a headless Chromium: until there is content, and what came over.

Run alone as `python -m benchmarks.first_view`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, urlencode

from playwright.async_api import Browser, Page, async_playwright

from benchmarks.api_calls import serving
from benchmarks.contenders import ROOT, TOKEN, all_square
from benchmarks.table import Row, verdict
from bot.web.api.init_data import signed_init_data
from bot.web.app.serving import TELEGRAMS_SCRIPT

VIEWS = 5
WANTED_SECONDS = 1.0
WANTED_KB = 80
PHONE = {"width": 360, "height": 740}
_ASHA = {"id": 100000, "first_name": "Asha", "username": "asha0", "language_code": "en"}
"""Somebody of the first group, as the server of the commands has her."""
_STAND_IN = ROOT / "bot" / "playground" / "page" / "phone" / "telegram-web-app.js"

# A frame asked for in a frame begins when the first has been painted.
_WATCH = """
window.content = new Promise((seen) => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#place .row")) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.now())));
  }).observe(document, { childList: true, subtree: true });
});
"""

NOTE = (
    f"First view: the Mini App served by `main.py run` on the same machine, opened {VIEWS} times "
    "in a headless Chromium that has nothing kept, at 360 × 740: the median from the beginning "
    "of the navigation until the list of groups, signed in and fetched, is painted, and all "
    "that came from the service by then, compressed, with headers and the answers of the API. "
    "Telegram's own script is replaced by the playground's stand-in, and neither counts. The "
    "way over a network is not in it."
)


def measure() -> list[Row]:
    """Return the rows of the first view; none where there is no Chromium."""
    program = chromium()
    if program is None:
        print("Chromium is missing, so the first view is left out", file=sys.stderr)
        return []
    return asyncio.run(_measure(program))


def chromium() -> str | None:
    """Return where Chromium is, or what CHROMIUM names."""
    names = ("chromium", "google-chrome", "chromium-browser")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


async def _measure(program: str) -> list[Row]:
    contender = next(one for one in all_square() if one.name == "SQLite")
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        assert contender.new_book is not None
        book = files.enter_context(contender.new_book(directory, "view"))
        async with serving(contender, book, directory) as port, async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=program, args=["--no-sandbox"]
            )
            # The first of all also starts the browser's own processes.
            views = [await _view(browser, f"http://127.0.0.1:{port}") for _ in range(VIEWS + 1)]
            await browser.close()
    return _rows(views[1:])


def _rows(views: list[tuple[float, int]]) -> list[Row]:
    seconds = statistics.median(view[0] for view in views)
    kb = statistics.median(view[1] for view in views) / 1000
    return [
        Row(
            "First view",
            "SQLite, until the groups are there",
            verdict(f"{seconds:.2f} s", seconds < WANTED_SECONDS),
            wanted=f"< {WANTED_SECONDS:.0f} s",
        ),
        Row(
            "First view",
            "what comes over, compressed",
            verdict(f"{kb:.1f} kB", kb < WANTED_KB),
            wanted=f"< {WANTED_KB} kB",
        ),
    ]


async def _view(browser: Browser, address: str) -> tuple[float, int]:
    """Open the page with nothing kept; return the seconds to its content and the bytes by then."""
    context = await browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]  # a dict
    page = await context.new_page()
    await page.route(
        TELEGRAMS_SCRIPT,
        lambda route: route.fulfill(path=_STAND_IN, content_type="text/javascript"),
    )
    await page.add_init_script(_WATCH)
    received = await _count_bytes(page, address)
    await page.goto(f"{address}/app#tgWebAppData={quote(_init_data())}")
    milliseconds = await asyncio.wait_for(page.evaluate("() => window.content"), 20)
    total = sum(received)
    await context.close()
    return float(milliseconds) / 1000, total


async def _count_bytes(page: Page, address: str) -> list[int]:
    """Return a list to which the bytes of every answer of the service are added."""
    received: list[int] = []
    ours: set[str] = set()
    network = await page.context.new_cdp_session(page)

    def answered(event: dict[str, Any]) -> None:
        if event["response"]["url"].startswith(address):
            ours.add(event["requestId"])

    def loaded(event: dict[str, Any]) -> None:
        if event["requestId"] in ours:
            received.append(int(event["encodedDataLength"]))

    network.on("Network.responseReceived", answered)
    network.on("Network.loadingFinished", loaded)
    await network.send("Network.enable")
    return received


def _init_data() -> str:
    said = {"auth_date": str(int(time.time())), "user": json.dumps(_ASHA), "query_id": "AAH"}
    return urlencode(signed_init_data(said, TOKEN))


def main() -> None:
    """Measure the first view alone and print its rows."""
    for row in measure():
        print(row.markdown())


if __name__ == "__main__":
    main()
