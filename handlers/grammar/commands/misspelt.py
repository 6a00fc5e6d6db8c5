"""A command one slip away from ours: `/spilt 20 pizza`, `/split-20 pizza`."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.lexer import Line, from_text

_WITH_WORDS = ("split", "settle", "balance", "history", "expense", "delete", "restore", "members")
_OURS = (
    *_WITH_WORDS,
    *("undo", "refund", "remind", "convert", "weekly", "currency", "timezone", "simplify"),
)
_NUMBERED = {*_WITH_WORDS, "undo", "refund", "spent", "pay", "paid", "show", "edit", "del", "log"}
"""Commands behind which a number may stand."""
_DASHED = re.compile(r"/([A-Za-z]+)[-‐‑‒–—−+](?=\d)")


def meant_line(line: Line) -> Line | None:
    """Return the line with the one command that its own is a slip from; None where none is.

    A slip is a letter more, less, another, or two swapped.
    """
    command = line.command or ""
    found = [one for one in _OURS if _one_slip(command, one)]
    return line.as_command(found[0]) if len(found) == 1 else None


def undashed(text: str, line: Line) -> Line | None:
    """Return the line that `/split-5 tea` means: hardly money that came back, so it is asked."""
    dashed = _DASHED.match(text)
    if dashed is None or dashed[1].lower() not in _NUMBERED or not line.words:
        return None
    first, *rest = line.words
    number = from_text(f"/x {first.text[1:]}").words
    return replace(line, words=(*number, *rest))


def _one_slip(typed: str, meant: str) -> bool:
    if typed == meant:
        return False
    at = 0
    while at < min(len(typed), len(meant)) and typed[at] == meant[at]:
        at += 1
    rest, wanted = typed[at:], meant[at:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return swapped or wanted == rest[1:] or rest == wanted[1:] or rest[1:] == wanted[1:]
