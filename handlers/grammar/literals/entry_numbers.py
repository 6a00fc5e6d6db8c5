"""Entries' numbers: `12` or `#12`, as /show, /delete, /restore and /edit take them."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import written_at
from ledger.core.errors import Code, LedgerError

_COMMANDS = frozenset({"/split", "/settle"})
_NUMBER = re.compile(r"[#№]?(\d{1,9})\Z")


def read_number(line: Line) -> tuple[int, Line]:
    """Read an entry's number before anything else; return it and the line behind it.

    Raises NUMBER_MISSING(found: str, the word in its place or "", or all of several numbers
    where one is changed at a time; deleted: whether it is a deleted entry's; examples).
    """
    found = line.words[0].text if line.words else ""
    match = _NUMBER.match(line.words[0].low) if line.words else None
    if match is None or not int(match[1]):
        rest = [word.text for word in line.words] or ["1300", "dinner"]
        example = line.example("12", *(rest if line.command == "edit" else ()))
        deleted = line.command == "restore"
        raise LedgerError(Code.NUMBER_MISSING, found=found, deleted=deleted, examples=(example,))
    behind = line.behind(1)
    if line.command == "edit":
        # A whole line pasted behind the number says what it says without its command.
        again = bool(behind.words) and behind.words[0].low in _COMMANDS
        return int(match[1]), replace(behind, words=behind.words[again:])
    numbers = [known[1] for word in line.words if (known := _NUMBER.match(word.low))]
    if len(numbers) > 1 and line.command != "every":
        examples = tuple(line.example(number) for number in numbers)
        written = written_at(line.words, 0, len(line.words))
        raise LedgerError(Code.NUMBER_MISSING, found=written, examples=examples)
    return int(match[1]), behind
