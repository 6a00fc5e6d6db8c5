"""Serves the Mini App's page below `/app`.

The files stand below a version that is their own digest, so that a browser keeps them for ever
and never mixes modules of two versions; only the page itself is asked for anew. They are there
without a version too, for the playground's page, which shares what draws.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.app.held_files import Held, answer_with, held, imported, page_files, version_of

TELEGRAMS_SCRIPT: Final = "https://telegram.org/js/telegram-web-app.js"
"""What connects a page to the Telegram around it; it must come from Telegram."""
_TELEGRAMS_FRAMES: Final = ("https://web.telegram.org", "https://*.web.telegram.org")
_INDEX: Final = "index.html"
_FIRST_SEEN: Final = ("script/app.js", "script/pages/home.js", "script/pages/group.js")
"""The modules that the first view needs: asked for at once, not when an import is met."""
_VERSIONED: Final = re.compile(r"v-(?P<version>[0-9a-f]+)/(?P<path>.+)")
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASKED_ANEW: Final = "no-cache"


class MiniApp:
    """The page and its files; `routes` are below `/app`.

    `telegram_script` and `framed_by` differ where a local Telegram shows the page.
    """

    def __init__(
        self, telegram_script: str = TELEGRAMS_SCRIPT, framed_by: tuple[str, ...] = ()
    ) -> None:
        self._telegram_script = telegram_script
        self._framed_by = (*_TELEGRAMS_FRAMES, *framed_by)

    @property
    def routes(self) -> list[Route]:
        """Return what answers for the page and its files."""
        return [Route("/app", self._answer), Route("/app/{path:path}", self._answer)]

    @cached_property
    def _files(self) -> Mapping[str, Held]:
        return page_files()

    @cached_property
    def _version(self) -> str:
        return version_of(self._files)

    @cached_property
    def _index(self) -> Held:
        page, at = self._files[_INDEX], f"/app/v-{self._version}"
        links = "\n  ".join(
            f'<link rel="modulepreload" href="{at}/{name}">'
            for name in imported(self._files, _FIRST_SEEN)
        )
        told = {"{preloaded}": links, "{files}": at, "{telegram}": self._telegram_script}
        filled = page.content.decode()
        for placeholder, value in told.items():
            filled = filled.replace(placeholder, value)
        return held(filled.encode(), page.media_type)

    async def _answer(self, request: Request) -> Response:
        path = request.path_params.get("path", "")
        named = _VERSIONED.fullmatch(path)
        file = self._file(named["path"] if named else path)
        if file is None:
            return Response("There is nothing here.", 404, self._headers, "text/plain")
        # Another process of another version may be asked for ours: it answers with its own.
        kept = named is not None and named["version"] == self._version
        caching = {"Cache-Control": _FOR_EVER if kept else _ASKED_ANEW}
        return answer_with(file, request, {**self._headers, **caching})

    def _file(self, path: str) -> Held | None:
        return self._index if path in {"", _INDEX} else self._files.get(path)

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        policy = {
            "default-src": "'none'",
            "script-src": "'self' https://telegram.org",
            "style-src": "'self'",
            "img-src": "'self' data: blob:",
            "connect-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": " ".join(self._framed_by),
        }
        return {
            "Content-Security-Policy": "; ".join(f"{name} {of}" for name, of in policy.items()),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }
