"""What Telegram marks by itself in a text: commands, names, hashtags, links.

The patterns follow TDLib's `MessageEntity.cpp` (find_bot_commands, find_mentions,
find_hashtags, find_cashtags, find_urls), simplified where nobody would notice. Each comes with
the signs without which a text can't hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.playground.wire import Json, utf16_length

_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "bot_command",
        "/",
        re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])"),
    ),
    # Fewer than four characters and other scripts get no entity: telegram.org allows four
    # for names bought as collectibles, and clients mark everything that could be a name.
    ("mention", "@", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{4,32}(?!\w)")),
    ("hashtag", "#", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", "$", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    (
        "email",
        "@",
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,24}(?!\w)"),
    ),
    (
        "url",
        ".:",
        re.compile(
            r"(?<![\w@.])(?:(?:https?|tg|ftp)://[^\s<>\"]+[^\s<>\".,;:!?)\]'»”]"
            r"|(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|io|me|dev|in|de|uk|eu|info|app)"
            r"(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]'»”])?(?![\w@]))"
        ),
    ),
)


def find(text: str, taken: Iterable[Json] = ()) -> list[Json]:
    """Return the entities Telegram adds to a text, in order, offsets in UTF-16 units.

    Nothing is marked inside the `taken` entities that bear no others (code, links, people).
    """
    patterns = [
        (kind, pattern) for kind, signs, pattern in _PATTERNS if any(sign in text for sign in signs)
    ]
    if not patterns:
        return []
    widths = None if text.isascii() else _offsets(text)
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in taken
        if entity["type"] in {"pre", "code", "text_link", "text_mention"}
    ]
    found: list[Json] = []
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span()
            if widths is not None:
                start, end = widths[start], widths[end]
            if all(end <= first or start >= last for first, last in closed):
                found.append({"type": kind, "offset": start, "length": end - start})
                closed.append((start, end))
    return sorted(found, key=_position)


def merged(given: Iterable[Json], found: Iterable[Json]) -> list[Json]:
    """Return all entities in Telegram's order: by offset, the longer first."""
    return sorted((*given, *found), key=_position)


def parts(text: str, entities: Iterable[Json], kind: str) -> list[str]:
    """Return the parts of a text that entities of a kind mark."""
    units = text.encode("utf-16-le", "surrogatepass")
    return [
        units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode(
            "utf-16-le", "surrogatepass"
        )
        for entity in entities
        if entity["type"] == kind
    ]


def marked(text: str, part: str, kind: str, **attributes: object) -> Json:
    """Return an entity over the first occurrence of a part; ValueError where there is none."""
    start = text.index(part)
    entity = {
        "type": kind,
        "offset": utf16_length(text[:start]),
        "length": utf16_length(part),
    }
    return {**entity, **attributes}


def _position(entity: Json) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _offsets(text: str) -> list[int]:
    """Return for every index of a text (and its end) the offset in UTF-16 units."""
    widths = [0]
    for char in text:
        widths.append(widths[-1] + (2 if char > "\uffff" else 1))
    return widths


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return the text without white space around it, its entities moved and cut to fit."""
    body = text.strip()
    if body == text:
        return text, entities
    start = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(body)
    kept: list[Json] = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return body, kept
