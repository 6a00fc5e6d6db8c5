"""People in a line as they were found: somebody, and several in a list."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.grammar.lexer import Word
from ledger.core.members import MemberId


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a line: the word that says so in the grammar, and what follows.

    `members` are several where the name is of several. `typed` is whether an @ says so, `rest`
    whether "the rest" does that all of it is theirs, `weighed` whether the part counts nights or
    the like, `bent` whether their name has an ending
    that it has not by itself: "Бобу" is said of whom money goes to, hardly of who pays.
    """

    word: Word
    stop: int
    typed: bool
    members: tuple[MemberId, ...] = ()
    part: tuple[Word, ...] = ()
    rest: bool = False
    weighed: bool = False
    bent: bool = False

    @property
    def joined(self) -> bool:
        """Whether a comma follows."""
        return self.word.joined


@dataclass(frozen=True, slots=True)
class People:
    """A list of people: who, what stands behind it, and single words that are nobody's name."""

    people: tuple[Somebody, ...]
    stop: int
    joined: bool
    unknown: tuple[str, ...] = ()

    @property
    def bent(self) -> bool:
        """Whether one of the names has an ending that it has not by itself."""
        return any(one.bent for one in self.people)

    @property
    def words(self) -> tuple[Word, ...]:
        """The list in the grammar's own words."""
        return tuple(word for one in self.people for word in (one.word, *one.part))
