"""The application as people start it, and a browser that opens its page."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import subprocess
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.runtime.settings import READERS
from tests.browser.chatting import ChatPage
from tests.browser.phone import Phone

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 120_000
_EXPECTED = re.compile(
    r"status of (401|409|422|404 .*/api/groups/)|ERR_(INTERNET_DISCONNECTED|FAILED)"
)
"""What a browser says by itself of what the API refuses, of a group that somebody has just left,
and of a line that a test cut."""
DESK = {"width": 1280, "height": 800}
_USUAL = {
    "viewport": DESK,
    "locale": "en-GB",
    "timezone_id": "Asia/Kolkata",
    # What moves is drawn sixty times a second.
    "reduced_motion": "reduce",
}
_TRIPS = itertools.count(1)
PHONE = {"width": 360, "height": 740}
ON_PHONE = {**_USUAL, "viewport": PHONE, "has_touch": True}
_HOTEL = (
    ("Bob", "/balance"),
    ("Charlie", "/balance"),
    ("Alice", "/role @alice admin"),
    ("Alice", "/split 6000 hotel"),
)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The playground that the tests share."""
    with running_playground(tmp_path_factory.mktemp("playground")) as address:
        yield address


@contextmanager
def running_playground(folder: Path) -> Iterator[str]:
    """`main.py playground` in a process of its own, with nobody's settings."""
    ours = {name.upper() for name in READERS}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    # A person who waits for the pace of Telegram's limits shows nothing.
    unhindered = {"COMMANDS_PER_MINUTE": "0", "TELEGRAM_LIMITS": "off"}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "playground", "--port", "0"],
        cwd=folder,
        env={**environment, "PYTHONUNBUFFERED": "1", **unhindered},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        opened = process.stdout.readline()
        assert "http://" in opened, "the playground did not start"
        yield next(word for word in opened.split() if word.startswith("http://"))
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture(scope="session")
def _launched() -> Iterator[tuple[Contexts, AbstractEventLoop]]:
    """A browser for all these tests of a worker, and the event loop that Playwright runs in."""
    names = ("chromium", "google-chrome", "chromium-browser")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if program is None:
        if os.environ.get("ALL_SQUARE_REQUIRE_ALL"):
            pytest.fail("Chromium is missing: install it or name it in CHROMIUM")
        pytest.skip("Chromium is missing: install it or name it in CHROMIUM")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        loop = asyncio.get_running_loop()
        with _running(None):
            yield Contexts(browser), loop
        browser.close()


@pytest.fixture(scope="package")
def contexts(_launched: tuple[Contexts, AbstractEventLoop]) -> Iterator[Contexts]:
    """The contexts of all these tests, which fetch and compile a page's scripts once in each."""
    contexts, loop = _launched
    with _running(loop):
        yield contexts


@contextmanager
def _running(loop: AbstractEventLoop | None) -> Iterator[None]:
    """Have Playwright's loop be the thread's running one, or none.

    From its start to its end Playwright has its own be that, and the asynchronous tests that
    come between these in the same process could start none.
    """
    before = asyncio._get_running_loop()
    asyncio._set_running_loop(loop)
    try:
        yield
    finally:
        asyncio._set_running_loop(before)


@pytest.fixture
def new_page(
    contexts: Contexts, address: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Return a page that is open nowhere yet; keywords are Playwright's for a context.

    Whatever its scripts complain of fails the test at its end.
    """
    contexts.complaints.clear()

    def new_page(**settings: object) -> Page:
        return contexts.new_page({**_USUAL, **settings}, address)

    failed = request.session.testsfailed
    yield new_page
    contexts.tidy(keep=request.session.testsfailed == failed)
    assert not contexts.complaints


@pytest.fixture
def open_page(new_page: Callable[..., Page], address: str) -> Callable[..., ChatPage]:
    """Open the page on a new group of Alice, Bob and Charlie; without a title, as it opens.

    There they have `said` something by then. Keywords are Playwright's for a context.
    """

    def open_page(
        title: str | None = "Tea", said: tuple[tuple[str, str], ...] = (), **settings: object
    ) -> ChatPage:
        chat = ChatPage(new_page(**settings), address)
        if title is None:
            chat.open()
        else:
            chat.open_new_group(title, said=said)
        return chat

    return open_page


class Contexts:
    """What a browser keeps apart, one for each way to open a page.

    A page begins as in a context of its own: nothing is stored, no way is cut, no call is
    caught. Only the files are there already, and the window, which takes longer to open
    than a page does: it stays open on an empty page. One chat page stays open below the phones.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows: dict[str, Page] = {}
        self._kept: ChatPage | None = None
        self.complaints: list[str] = []

    def new_page(self, settings: dict[str, object], address: str) -> Page:
        """Return a page that is open nowhere."""
        key = repr(sorted(settings.items()))
        if key not in self._windows:
            context = self._browser.new_context(**settings)  # type: ignore[arg-type]  # keywords
            context.set_default_timeout(PATIENCE_MS)
            self._windows[key] = context.new_page()
        window = self._windows[key]
        if all(self._stays(page) for page in window.context.pages):
            self._forget_stored(window, address)
        page = window.context.new_page()
        _listen(page, self.complaints)
        return page

    def kept_chat(self, address: str) -> ChatPage:
        """Return the chat page below the phones, which takes longer to open than what they show.

        It stays open from test to test, as somebody leaves it open from day to day.
        """
        kept = self._kept
        if kept is None:
            kept = self._kept = ChatPage(self.new_page(ON_PHONE, address), address)
        else:
            self._forget_stored(kept.page, address)
            kept.page.evaluate("sessionStorage.clear()")
        return kept

    def tidy(self, *, keep: bool = True) -> None:
        """End what a test has done; where it failed, `keep` no page in what state it may be."""
        if not keep:
            self._kept = None
        for window in self._windows.values():
            window.context.set_offline(False)
            for page in window.context.pages:
                if not self._stays(page):
                    page.close()
            window.context.unroute_all()
        if self._kept is not None:
            self._kept.put_away_phone()

    def _stays(self, page: Page) -> bool:
        kept = self._kept
        return page in self._windows.values() or (kept is not None and page == kept.page)

    def _forget_stored(self, page: Page, address: str) -> None:
        browsing = page.context.new_cdp_session(page)
        forgotten = {"origin": address.rstrip("/"), "storageTypes": "cookies,local_storage"}
        browsing.send("Storage.clearDataForOrigin", forgotten)
        browsing.detach()


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type == "error"
            and _EXPECTED.search(f"{message.text} {message.location['url']}") is None
            else None
        ),
    )


@pytest.fixture
def chat(open_page: Callable[..., ChatPage]) -> ChatPage:
    return open_page()


@pytest.fixture
def open_phone(
    open_page: Callable[..., ChatPage], contexts: Contexts, address: str
) -> Iterator[Callable[..., Phone]]:
    """Open the Mini App on a phone, as Alice of a group in which Bob owes her 2,000 for a hotel.

    `name` is who opens it: at the group, or where there is none yet. The chat page below it is
    the one of the tests before, or is opened `anew`; there keywords are Playwright's for a
    context.
    """
    opened: list[Phone] = []

    def open_phone(
        name: str = "Alice", *, at_home: bool = False, anew: bool = False, **settings: object
    ) -> Phone:
        title = f"Goa {next(_TRIPS)}"
        if anew or settings:
            on_phone = {"viewport": PHONE, "has_touch": True, **settings}
            chat = open_page(title, said=_HOTEL, **on_phone)
        else:
            chat = contexts.kept_chat(address)
            chat.open_new_group(title, said=_HOTEL)
        expect(chat.message("#1 hotel")).to_contain_text("₹2,000 each")
        phone = Phone(chat, name, at_group=not at_home)
        opened.append(phone)
        if at_home:
            phone.open_group(title)
        else:
            phone.see_group(title)
        return phone

    yield open_phone
    for phone in opened:
        phone.hear_no_more()
