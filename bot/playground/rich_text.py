"""Rich messages: the blocks that a bot sends, checked, and the plain text that they show.

A picture among them is uploaded beside them, or known by its id.

https://core.telegram.org/bots/api#rich-messages, as far as this bot uses them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from bot.playground.api_versions import COMPACT_TABLES, RICH_BLOCKS, Version
from bot.playground.wire import Call, Json, bad_request, utf16_length

MOST_CHARACTERS: Final = 32_768
MOST_BLOCKS: Final = 500
MOST_COLUMNS: Final = 20
_ALIGN = {"left", "center", "right"}
_VALIGN = {"top", "middle", "bottom"}
_SPANS = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "url", "text_mention"}
)
CELL_GAP: Final = "  "
"""Between the cells of a row where a table is written as plain text."""


Stored = Callable[[Json], list[Json]]
"""Keeps the picture of an InputMediaPhoto and returns its sizes. Raises `ApiError`."""


def rich_content(call: Call, version: Version, stored: Stored) -> Json:
    """Return `rich_message` of a call. Raises `ApiError`."""
    given = call.mapping("rich_message")
    blocks = given.get("blocks") if version >= RICH_BLOCKS else None
    if not isinstance(blocks, list) or not blocks:
        raise bad_request("rich message must be non-empty")
    if len(blocks) > MOST_BLOCKS:
        raise bad_request("RICH_MESSAGE_TOO_MANY_BLOCKS")
    kept = [_block(block, version, stored) for block in blocks]
    if utf16_length(plain_text({"blocks": kept})) > MOST_CHARACTERS:
        raise bad_request("message is too long")
    message: Json = {"blocks": kept}
    if given.get("is_rtl"):
        message["is_rtl"] = True
    return {"rich_message": message}


def plain_text(message: Json) -> str:
    """Return the text of a rich message: a line a block, a line a row of a table."""
    return "\n".join(line for block in message["blocks"] for line in _lines(block))


def has_photo(content: Json) -> bool:
    """Tell whether a message's content has a picture among its blocks."""
    return any(block["type"] == "photo" for block in content["rich_message"]["blocks"])


def _lines(block: Json) -> list[str]:
    if block["type"] == "photo":
        return []
    if block["type"] == "table":
        return [
            CELL_GAP.join(_plain(cell.get("text", "")) for cell in row) for row in block["cells"]
        ]
    return [_plain(block.get("text", ""))]


def _plain(text: Any) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(_plain, text))
    return _plain(text["text"])


def _block(block: object, version: Version, stored: Stored) -> Json:
    if not isinstance(block, dict) or block.get("type") not in {*_BLOCKS, "photo"}:
        raise bad_request("can't parse InputRichBlock: unsupported type specified")
    if block["type"] == "photo":
        return _photo(block, stored)
    return _BLOCKS[block["type"]](block, version)


def _paragraph(block: Json, version: Version) -> Json:
    return {"type": block["type"], "text": _text(block.get("text"))}


def _heading(block: Json, version: Version) -> Json:
    if block.get("size") not in range(1, 7):
        raise bad_request("heading size must be between 1 and 6")
    return {**_paragraph(block, version), "size": block["size"]}


def _photo(block: Json, stored: Stored) -> Json:
    photo = block.get("photo")
    if not isinstance(photo, dict) or photo.get("type") != "photo" or not photo.get("media"):
        raise bad_request("can't parse InputRichBlock: photo must be an InputMediaPhoto")
    return {"type": "photo", "photo": stored(photo)}


def _table(block: Json, version: Version) -> Json:
    rows = block.get("cells")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        raise bad_request("table must have cells")
    if max(map(len, rows)) > MOST_COLUMNS:
        raise bad_request("RICH_MESSAGE_TOO_MANY_COLUMNS")
    kept: Json = {"type": "table", "cells": [[_cell(cell) for cell in row] for row in rows]}
    names = ["is_bordered", "is_striped"]
    if version >= COMPACT_TABLES:
        names.append("is_compact")
    kept |= {name: True for name in names if block.get(name)}
    return kept


def _cell(cell: object) -> Json:
    if not isinstance(cell, dict):
        raise bad_request("can't parse RichBlockTableCell: expected an Object")
    if cell.get("align") not in _ALIGN or cell.get("valign") not in _VALIGN:
        raise bad_request("can't parse RichBlockTableCell: invalid alignment specified")
    kept: Json = {"align": cell["align"], "valign": cell["valign"]}
    if cell.get("text"):
        kept["text"] = _text(cell["text"])
    kept |= {name: cell[name] for name in ("is_header", "colspan", "rowspan") if cell.get(name)}
    return kept


def _text(text: object) -> Any:
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return [_text(part) for part in text]
    if not isinstance(text, dict) or text.get("type") not in _SPANS:
        raise bad_request("can't parse RichText: unsupported type specified")
    return {**text, "text": _text(text.get("text"))}


_BLOCKS: Final[dict[str, Callable[[Json, Version], Json]]] = {
    "paragraph": _paragraph,
    "footer": _paragraph,
    "heading": _heading,
    "table": _table,
}
