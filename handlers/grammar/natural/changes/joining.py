"""Who joins and who leaves, as people say it of an entry: `+dia`, `remove chen`, `dev for chen`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, from_text, word_of
from handlers.grammar.literals.parts import part_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import People
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Whom
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part

_PLUS = re.compile(r"\+(?=[^\W\d_@])")


@dataclass(frozen=True, slots=True)
class Joining:
    """A line without the words that say who joins, with which part, and who leaves."""

    line: Line
    added: tuple[tuple[Whom, Part], ...] = ()
    removed: tuple[Whom, ...] = ()


def joining_read(line: Line, kept: Money, today: date, circle: Circle) -> Joining:
    """Take out of a line that changes an entry who joins and who leaves; the rest stays.

    Raises NAME_AMBIGUOUS(name: str, members) where that may be several.
    """
    reader = _Reader(line, kept, today, circle)
    return reader.read()


class _Reader:
    """Reads one line from left to right."""

    def __init__(self, line: Line, kept: Money, today: date, circle: Circle) -> None:
        self._line = replace(line, words=_unsigned(line.words, circle))
        self._words = self._line.words
        self._circle = circle
        self._phrases = Phrases(self._words, circle, kept.currency, today)
        self._added: list[tuple[Whom, Part]] = []
        self._removed: list[Whom] = []
        self._rest: list[Word] = []
        self._dropped = False

    def read(self) -> Joining:
        """Read the line."""
        at = 0
        while at < len(self._words):
            if self._words[at].plain == "//":
                self._rest += self._words[at:]
                break
            stop = self._swapped(at) or self._before(at) or self._behind(at)
            if not stop:
                self._rest.append(self._words[at])
            at = stop or at + 1
        if not (self._added or self._removed or self._dropped):
            return Joining(self._named() or self._line)
        line = replace(self._line, words=tuple(self._rest))
        return Joining(line, tuple(self._added), tuple(self._removed))

    def _named(self) -> Line | None:
        """Return a line of nothing but names as one that marks them."""
        people = self._phrases.people(0)
        if people is None or people.stop < len(self._words):
            return None
        if any(len(one.members) > 1 for one in people.people):
            return None
        return replace(self._line, words=people.words)

    def _swapped(self, at: int) -> int:
        """Take `swap chen for dev`, `dev instead of chen`; return the index behind it.

        Of who paid it is said as well: "paid by dev instead of chen" has no more to tell.
        """
        phrases = self._phrases
        swap = phrases.role(at, Role.SWAP)
        pairs = (
            (swap or at, Role.SWAPPED_FOR, swap),
            (at, Role.INSTEAD, 1),
            (at, Role.IN_PLACE, 1),
        )
        for start, role, said in pairs:
            one = phrases.person(start)
            stop = phrases.role(one.stop, role) if one is not None and said else 0
            other = phrases.person(stop) if stop else None
            if one is None or other is None or self._has_paid(at):
                continue
            gone, comes = (other, one) if role is Role.INSTEAD else (one, other)
            self._take(People((gone,), gone.stop, joined=False), added=False)
            self._take(People((comes,), comes.stop, joined=False), added=True)
            return other.stop
        stop = phrases.role(at, Role.INSTEAD)
        paid = phrases.person(stop) if stop else None
        self._dropped |= paid is not None
        return 0 if paid is None else paid.stop

    def _has_paid(self, at: int) -> bool:
        """Tell whether the words before an index say that who stands there paid."""
        before = range(max(0, at - self._circle.words.longest), at)
        return any(self._phrases.role(start, Role.PAID, Role.BY) == at for start in before)

    def _before(self, at: int) -> int:
        """Take `add dia and bob`, `remove chen`, `take chen out`."""
        phrases = self._phrases
        for role, ending in ((Role.ADD, Role.BEHIND_ADD), (Role.REMOVE, Role.BEHIND_REMOVE)):
            stop = phrases.role(at, role)
            people = phrases.people(phrases.role(stop, Role.TO) or stop) if stop else None
            people = people or (phrases.people(stop) if stop else None)
            if people is None:
                continue
            behind = phrases.role(people.stop, ending) or people.stop
            further = phrases.joiner_at(behind)
            if phrases.role(further or behind, Role.ADD, Role.REMOVE):
                behind = further or behind  # "add dia and remove chen"
            elif not (phrases.ends(behind) or self._words[at].plain == "+"):
                continue
            self._take(people, added=role is Role.ADD)
            return behind
        return 0

    def _behind(self, at: int) -> int:
        """Take `dia too`, `with dia as well`, `chen out`; Turkish and Hindi have verbs there."""
        phrases = self._phrases
        start = phrases.role(at, Role.WITH) or at
        people = phrases.people(start)
        if people is None or any(one.part for one in people.people):
            return 0
        for role, added in ((Role.BEHIND_ADD, True), (Role.BEHIND_REMOVE, False)):
            stop = phrases.role(people.stop, role)
            if stop and phrases.ends(stop):
                self._take(people, added=added)
                return stop
        return 0

    def _take(self, people: People, *, added: bool) -> None:
        for one in people.people:
            if len(one.members) > 1:
                members = tuple(self._circle.roster[member] for member in one.members)
                name = one.word.text.lstrip("@")
                raise LedgerError(Code.NAME_AMBIGUOUS, name=name, members=members, examples=())
            assert one.word.whom is not None
            if not added:
                self._removed.append(one.word.whom)
                continue
            found = part_at(one.part, 0, self._phrases.currency) if one.part else None
            self._added.append((one.word.whom, found[0] if found else EQUAL_PART))


def _unsigned(words: tuple[Word, ...], circle: Circle) -> tuple[Word, ...]:
    """Return the words with a plus of its own before each name that one touches: `+dia`."""
    found: list[Word] = []
    for word in words:
        plus = _PLUS.match(word.plain) if word.whom is None and not word.escaped else None
        if plus and circle.members(word.low[1:]):
            bare = from_text(word.text[1:]).words
            found += [word_of("+"), *bare[:-1], replace(bare[-1], breaks=word.breaks)]
        elif word.whom is not None and word.text.startswith("+"):
            found += [word_of("+"), replace(word, text=word.text[1:], plain=word.plain[1:])]
        else:
            found.append(word)
    return tuple(found)
