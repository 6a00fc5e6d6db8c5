"""The page's files, held in memory as they are sent: compressed once, each with its ETag."""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

PAGE: Final = Path(__file__).parent / "page"

_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_IMPORTED: Final = re.compile(r'^import (?:[^"]*? from )?"(\.[^"]+)";$', re.MULTILINE)
_SMALLEST_COMPRESSED: Final = 256
"""Bytes; less than that gzip's own head would outweigh."""


@dataclass(frozen=True, slots=True)
class Held:
    """One file as it is sent; `compressed` is None where that would not be smaller."""

    content: bytes
    compressed: bytes | None
    media_type: str
    etag: str


def held(content: bytes, media_type: str) -> Held:
    """Return content ready to be sent."""
    packed = gzip.compress(content, 9, mtime=0) if len(content) >= _SMALLEST_COMPRESSED else None
    smaller = packed if packed is not None and len(packed) < len(content) else None
    return Held(content, smaller, media_type, f'"{_digest(content)}"')


def answer_with(file: Held, request: Request, headers: Mapping[str, str]) -> Response:
    """Return what answers for a file: nothing new where the browser has it, else all of it."""
    told = {**headers, "ETag": file.etag, "Vary": "Accept-Encoding"}
    if file.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=told)
    if file.compressed is None or "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(file.content, 200, told, file.media_type)
    return Response(file.compressed, 200, {**told, "Content-Encoding": "gzip"}, file.media_type)


def page_files(folder: Path = PAGE) -> Mapping[str, Held]:
    """Return the page's files by their path below the page: "script/app.js"."""
    return {
        path.relative_to(folder).as_posix(): held(path.read_bytes(), _TYPES[path.suffix])
        for path in sorted(folder.rglob("*"))
        if path.suffix in _TYPES
    }


def version_of(files: Mapping[str, Held]) -> str:
    """Return what names these very files: another one with any change to any of them."""
    together = "\n".join(f"{name} {file.etag}" for name, file in sorted(files.items()))
    return _digest(together.encode())


def imported(files: Mapping[str, Held], begun: Iterable[str]) -> tuple[str, ...]:
    """Return the modules that a browser meets by itself from those begun with, these included.

    What a script imports later, when it is needed, is not among them.
    """
    met: dict[str, None] = {}
    ahead = list(begun)
    while ahead:
        name = ahead.pop(0)
        if name not in met:
            met[name] = None
            folder = posixpath.dirname(name)
            found = _IMPORTED.findall(files[name].content.decode())
            ahead += [posixpath.normpath(posixpath.join(folder, one)) for one in found]
    return tuple(met)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
