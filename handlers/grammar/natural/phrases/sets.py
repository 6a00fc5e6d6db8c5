"""Sets of people in a line: `@flat2` is each of those who live there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.parts import is_part, part_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.printer import write_part
from handlers.grammar.suggestions import correct_number
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.folding import fold
from ledger.core.members import MemberId, Name, Sender
from ledger.core.money import Currency

_BEFORE = (Role.WITH, Role.FOR, Role.BETWEEN, Role.WITHOUT, Role.ONLY)


def with_sets(line: Line, circle: Circle, home: Currency, today: date) -> Line:
    """Return the line with its people for each set that it names.

    Without an @ a set is named where people would be: `with flat2`, `for flat2 only`.

    A part behind a set is that of all of it: each has an equal piece, to the last unit.

    Raises what `parts.part_at` raises, with `name` None.
    """
    if not circle.sets:
        return line
    words: list[Word] = []
    bare = _bare(line, circle, home, today)
    behind = 0
    for at, word in enumerate(line.words):
        if at < behind:
            continue
        whom = word.whom
        if at in bare:
            members = bare[at]
            word = replace(word, joined=word.plain[-1:] in (",", ";"))
        else:
            named = isinstance(whom, Name) and whom.person is None
            members = circle.set_called(whom.text) if named and isinstance(whom, Name) else ()
        if not members:
            words.append(word)
            continue
        pieces: Sequence[str] = ("",) * len(members)
        if not word.joined and not word.out and is_part(line.words, at + 1, home):
            pieces, behind = _pieces(line, at + 1, len(members), home)
        for member, piece in zip(members, pieces, strict=True):
            someone = circle.whom(member)
            if isinstance(someone, Sender):
                words.append(word_of("-me") if word.out else Word("me", "me", "", Sender()))
            else:
                text = f"{'-' if word.out else ''}@{'_'.join(someone.text.split())}"
                words.append(Word(text, text, "", someone, out=word.out))
            words += [word_of(piece)] if piece else []
        last = line.words[max(at, behind - 1)]
        words[-1] = replace(words[-1], joined=last.joined, breaks=last.breaks)
    return replace(line, words=tuple(words))


def _pieces(line: Line, at: int, count: int, home: Currency) -> tuple[list[str], int]:
    """Return what each of so many has of the part at an index, and the index behind it."""
    try:
        found = part_at(line.words, at, home)
    except LedgerError as error:
        error.details.setdefault("name", None)
        correct_number(line, error, at, home)
        raise
    assert found is not None
    part, stop = found
    least, more = divmod(abs(part.value), count)
    sign = -1 if part.value < 0 else 1
    values = (sign * (least + (place < more)) for place in range(count))
    return [write_part(replace(part, value=value), home).strip() for value in values], stop


def names_due(text: str, circle: Circle) -> list[str]:
    """Return the words of a text that stand where people or a set are named without an @."""
    words = [word.strip("(),;.") for word in text.split()]
    roles = circle.words.roles
    return [
        word
        for before, word in pairwise(words)
        if word[:1].isalpha() and any(role in _BEFORE for role in roles.get((fold(before),), ()))
    ]


def _bare(
    line: Line, circle: Circle, home: Currency, today: date
) -> dict[int, tuple[MemberId, ...]]:
    """Return the sets that are named without an @, by the index of the word."""
    phrases = Phrases(line.words, circle, home, today)
    found: dict[int, tuple[MemberId, ...]] = {}
    for at, word in enumerate(line.words):
        if word.whom is not None or word.escaped or word.everyone:
            continue
        members = circle.set_called(word.plain.rstrip(",;."))
        before = any(phrases.role(start, *_BEFORE) == at for start in range(max(0, at - 3), at))
        whole = _is_whole(phrases, at + 1) or is_part(line.words, at + 1, home)
        if members and before and (word.plain[-1:] in ",;." or whole):
            found[at] = members
    return found


def _is_whole(phrases: Phrases, stop: int) -> bool:
    """Tell whether what stands before an index is no beginning of something longer."""
    return phrases.ends(stop) or bool(phrases.joiner_at(stop))
