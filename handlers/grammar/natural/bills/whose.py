"""Whose an item of a bill is: those who are named as such, and whose name only stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NoReturn

from handlers.grammar.circle import Circle
from handlers.grammar.clauses.value import Clauses
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.taking import Rewritten
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import Named
from ledger.core.folding import fold
from ledger.core.members import MemberId
from ledger.core.shares import EQUAL_PART

_POSSESSIVE: Final = re.compile(r"'s?\Z")
_MARKS: Final = ",;:.!?()[]\"'"


def named_in(clauses: Clauses, read: Rewritten, circle: Circle) -> Named:
    """Return whose an item is, each with their part; nobody where no name is in it.

    Raises NAME_AMBIGUOUS(name, members) for a name of several.
    """
    description = clauses.description or ""
    if read.which:
        _refuse_several(circle, tuple(read.which), description)
    if clauses.everyone or (clauses.left_out and not clauses.participants):
        out = {circle.member_of(whom) for whom in clauses.left_out}
        given = {circle.member_of(whom): part for whom, part in clauses.participants}
        return tuple(
            (circle.whom(one.id), given.get(one.id, EQUAL_PART))
            for one in circle.roster.active
            if one.id not in out
        )
    named = {circle.member_of(whom) or whom: (whom, part) for whom, part in clauses.participants}
    seen = {circle.sender, *read.seen}
    for members, text in _told(description, circle):
        if not seen & set(members):
            continue  # Who paid is no word of the description.
        if len(members) > 1:
            _refuse_several(circle, members, text)
        named.setdefault(members[0], (circle.whom(members[0]), EQUAL_PART))
    return tuple(named.values())


def _refuse_several(circle: Circle, ids: tuple[MemberId, ...], text: str) -> NoReturn:
    members = tuple(circle.roster[one] for one in ids)
    raise LedgerError(Code.NAME_AMBIGUOUS, name=text, members=members, examples=())


def _is_me(word: Word, circle: Circle) -> bool:
    """Tell whether a word is whoever writes, or says that something is theirs: `my pasta`."""
    folded = fold(word.low)
    mine = folded in circle.words.senses[Sense.MY]
    return mine or Role.ME in circle.words.roles.get((folded,), ())


def _told(description: str, circle: Circle) -> Iterator[tuple[tuple[MemberId, ...], str]]:
    """Return whose names stand in a description, each with the name as written there."""
    words = tuple(map(word_of, description.split()))
    at = 0
    while at < len(words):
        found = circle.find(words, at)
        bare = _POSSESSIVE.sub("", words[at].plain.strip(_MARKS))
        if found is not None:
            yield found.members, " ".join(word.text for word in words[at : found.stop])
        elif bare != words[at].plain and (members := circle.members(bare)):
            yield members, bare
        elif circle.sender is not None and _is_me(words[at], circle):
            yield (circle.sender,), words[at].text
        at = at + 1 if found is None else found.stop
