"""Paragraphs, tables and the picture above them as the blocks of a rich message.

https://core.telegram.org/bots/api#inputrichblock; what is written in Telegram HTML becomes
RichText, the same as values.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any, Final

from markupsafe import Markup
from telegram import InputFile

from bot.views.reply import Reply, Table

_SPANS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "code",
}


_PICTURE: Final = "picture"
"""The parameter that carries a picture's bytes."""


def rich_message(reply: Reply) -> dict[str, Any]:
    """Return the parameters that make a message of what a reply shows, but for its buttons."""
    blocks = [
        _table(part, reply.right_to_left) if isinstance(part, Table) else _paragraph(part)
        for part in reply.rich
    ]
    message: dict[str, Any] = {"blocks": blocks}
    if reply.right_to_left:
        message["is_rtl"] = True
    if reply.picture is None:
        return {"rich_message": message}
    photo = {"type": "photo", "media": f"attach://{_PICTURE}"}
    blocks.insert(0, {"type": "photo", "photo": photo})
    return {
        "rich_message": message,
        _PICTURE: InputFile(reply.picture, filename="picture.png", attach=False),
    }


def _paragraph(markup: Markup) -> dict[str, Any]:
    return {"type": "paragraph", "text": rich_text(markup)}


def _table(table: Table, right_to_left: bool) -> dict[str, Any]:
    begin, end = ("right", "left") if right_to_left else ("left", "right")
    return {
        "type": "table",
        "cells": [
            [_cell(cell, end if place else begin) for place, cell in enumerate(row)]
            for row in table.rows
        ],
        "is_compact": True,
    }


def _cell(markup: Markup, align: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"align": align, "valign": "top"}
    if markup:
        cell["text"] = rich_text(markup)
    return cell


def rich_text(markup: Markup) -> Any:
    """Return Telegram HTML as RichText: a string, a span, or a list of these."""
    reader = _Reader()
    reader.feed(str(markup))
    reader.close()
    return _whole(reader.open[0][1])


def _whole(parts: list[Any]) -> Any:
    return parts[0] if len(parts) == 1 else parts or ""


class _Reader(HTMLParser):
    """Reads spans into one another; a tag that has none of its own leaves its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[dict[str, Any] | None, list[Any]]] = [(None, [])]

    def handle_data(self, data: str) -> None:
        self.open[-1][1].append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs).get("href")
        if tag == "a" and link:
            self.open.append(({"type": "url", "url": link}, []))
        else:
            kind = _SPANS.get(tag)
            self.open.append(({"type": kind} if kind else None, []))

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) == 1:
            return
        span, parts = self.open.pop()
        around = self.open[-1][1]
        if span is None:
            around.extend(parts)
        else:
            around.append({**span, "text": _whole(parts)})
