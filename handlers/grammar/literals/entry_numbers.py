"""Entries' numbers: `12` or `#12`, as /show, /delete, /restore and /edit take them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NoReturn

from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import written_at
from ledger.core.errors import Code, LedgerError

_COMMANDS = frozenset({"/split", "/settle"})
_ONE_OF_MANY = frozenset({"edit", "copy", "every"})
"""Commands with words of their own behind the number."""
_LATEST = frozenset({"last", "latest", "it", "that", "this"})
_NUMBER = re.compile(r"[#№]?(\d{1,9})\Z")


def read_number(line: Line) -> tuple[int, Line]:
    """Read an entry's number before anything else; return it and the line behind it.

    Raises NUMBER_MISSING(found: str, the word in its place or "", or all of several numbers
    where one is changed at a time; deleted: whether it is a deleted entry's; examples).
    """
    match = _NUMBER.match(line.words[0].low) if line.words else None
    if match is None or not int(match[1]):
        _refuse(line)
    behind = line.behind(1)
    if line.command == "edit":
        # A whole line pasted behind the number says what it says without its command.
        again = bool(behind.words) and behind.words[0].low in _COMMANDS
        return int(match[1]), replace(behind, words=behind.words[again:])
    if line.command not in _ONE_OF_MANY:
        _refuse_several(line)
    return int(match[1]), behind


def _refuse(line: Line) -> NoReturn:
    """Refuse what is no number, with a line that finds the entry, never another entry's."""
    words = [word.text for word in line.words]
    if not line.words or line.command not in {*_ONE_OF_MANY, "restore"}:
        _refuse_several(line)
    latest = bool(words) and line.words[0].low in _LATEST
    if line.command == "edit":
        example = line.example("12", *((words[1:] if latest else words) or ["1300", "dinner"]))
    elif line.command == "every":
        example = "/every"
    elif line.command == "restore" and words:
        example = "/log"
    elif line.command == "undo" and latest:
        example = line.example()
    elif latest or not words:
        example = line.example("12")
    else:
        example = f"/history {' '.join(words)}"
    found, deleted = "".join(words[:1]), line.command == "restore"
    raise LedgerError(Code.NUMBER_MISSING, found=found, deleted=deleted, examples=(example,))


def _refuse_several(line: Line) -> None:
    texts = [text for word in line.words for text in word.low.split(",") if text]
    numbers = [known[1] for text in texts if (known := _NUMBER.match(text))]
    if len(numbers) > 1:
        examples = tuple(line.example(number) for number in numbers)
        written = written_at(line.words, 0, len(line.words))
        raise LedgerError(Code.NUMBER_MISSING, found=written, examples=examples)
