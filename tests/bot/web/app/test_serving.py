"""The Mini App's files as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.web.app.held_files import PAGE, imported, page_files
from bot.web.app.serving import MiniApp

IMPORTED_LATER = re.compile(r'import\("(\.[^"]+)"\)')
NAMED = re.compile(r"^import \{([^}]+)\} from", re.MULTILINE)
VERSIONED = re.compile(r"/app/v-[0-9a-f]+/script/app\.js")


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=MiniApp().routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as browser:
        yield browser


@pytest.mark.parametrize("path", ["/app", "/app/", "/app/?tgWebAppStartParam=abc"])
async def test_the_page_lets_telegram_alone_frame_it(browser: httpx.AsyncClient, path: str) -> None:
    page = await browser.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"
    policy = dict(
        part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";")
    )
    assert policy["frame-ancestors"] == "https://web.telegram.org https://*.web.telegram.org"
    assert policy["script-src"] == "'self' https://telegram.org"
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert 'src="https://telegram.org/js/telegram-web-app.js"' in page.text


async def test_files_of_this_version_are_kept_for_ever_and_the_page_is_asked_for_anew(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/app/")
    assert page.headers["cache-control"] == "no-cache"
    found = VERSIONED.search(page.text)
    assert found is not None
    script = await browser.get(found[0])
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in script.headers["cache-control"]
    assert script.headers["content-encoding"] == "gzip"
    other = await browser.get("/app/v-0123456789abcdef/script/app.js")
    assert other.headers["cache-control"] == "no-cache"
    assert other.content == script.content


async def test_what_a_browser_has_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    first = await browser.get("/app/")
    again = await browser.get("/app/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_nothing_but_the_page_is_served(browser: httpx.AsyncClient) -> None:
    for path in ("/app/../serving.py", "/app/%2e%2e/strings.py", "/app/nothing.js", "/app/v-12/"):
        assert (await browser.get(path)).status_code == 404


def test_every_import_leads_to_a_file_of_the_page() -> None:
    files = page_files()
    scripts = [name for name in files if name.endswith(".js")]
    # Raises KeyError for one that leads nowhere.
    assert set(imported(files, scripts)) == set(scripts)
    for name in scripts:
        for path in IMPORTED_LATER.findall(files[name].content.decode()):
            assert (PAGE / name).parent.joinpath(path).resolve().is_file(), path


async def test_the_first_view_is_small(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/app/")
    names = set(re.findall(r'(?:href|src)="(/app/[^"]+)"', page.text))
    assert len(names) > 10
    total = int(page.headers["content-length"])
    for name in names:
        total += int((await browser.get(name)).headers["content-length"])
    assert total < 50_000


def test_every_script_uses_what_it_imports() -> None:
    files = page_files()
    for name in (name for name in files if name.endswith(".js")):
        written = files[name].content.decode()
        for names in NAMED.findall(written):
            for one in names.split(","):
                used = one.split(" as ")[-1].strip()
                assert len(re.findall(rf"\b{used}\b", written)) > 1, f"{name}: {used}"
