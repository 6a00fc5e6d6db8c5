"""One line's words, asked what is said with them; and a turn of phrase that was found so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.folding import fold
from ledger.core.members import Sender, Whom

EVERYBODY: Final = Word("all", "all", "", everyone=True)
ME: Final = Word("me", "me", "", Sender())
_NUMBER: Final = re.compile(r"[^\w\s]?\d[\d.,]*k?[,;]?\Z")
_LONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase up to an index: the words instead of it, and the parts it tells.

    Parts go behind the line, where no number but the amount stands.
    """

    stop: int
    instead: tuple[Word, ...] = ()
    parts: tuple[Word, ...] = ()


class Said:
    """One line's words, asked what is said at an index."""

    def __init__(self, line: Line, circle: Circle) -> None:
        words = line.words
        self.line = line
        self.words = words
        self.circle = circle
        self.end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
        self._runs: dict[int, list[tuple[int, tuple[TurnRole, ...]]]] = {}
        self._texts = [
            "" if _is_claimed(word) else fold(word.low.lstrip("([")) for word in words[: self.end]
        ]
        self.number_places = [at for at in range(self.end) if self._is_number(at)]
        self.numbers = len(self.number_places)
        self._places = frozenset(self.number_places)

    def text(self, at: int) -> str:
        """Return a word as the vocabulary has it; empty where it is a name, escaped or none."""
        return self._texts[at] if 0 <= at < self.end else ""

    def means(self, at: int, *roles: TurnRole) -> int:
        """Return the index behind the longest run of words with one of the roles, or 0."""
        if not self.text(at):
            return 0
        runs = self._runs.get(at)
        if runs is None:
            runs = self._runs[at] = list(self._runs_at(at))
        return next(
            (stop for stop, found in runs if any(role in roles for role in found)),
            0,
        )

    def _runs_at(self, at: int) -> Iterator[tuple[int, tuple[TurnRole, ...]]]:
        """Yield the runs that begin at a word and mean anything, the longest first."""
        last = min(self.end, at + _LONGEST)
        # A name ends a phrase.
        last = next((one for one in range(at, last) if not self._texts[one]), last)
        for stop in range(last, at, -1):
            run = tuple(" ".join(self._texts[at:stop]).split())
            if found := self.circle.words.turns.get(run):
                yield stop, found

    def ends(self, stop: int, *roles: TurnRole) -> bool:
        """Tell whether a run with one of the roles ends right before an index."""
        before = range(max(0, stop - _LONGEST), stop)
        return any(self.means(at, *roles) == stop for at in before)

    def past(self, at: int, *roles: TurnRole) -> int:
        """Return the index behind a run with one of the roles, which may be missing."""
        return self.means(at, *roles) or at

    def paid(self, at: int) -> bool:
        """Tell whether the grammar's own "paid" stands at a word."""
        return self.text(at) in PAID

    def pays(self, at: int) -> bool:
        """Tell whether any verb of paying stands at a word."""
        return self.paid(at) or bool(self.means(at, TurnRole.PAY))

    def is_word(self, at: int, text: str) -> bool:
        """Tell whether a word is that one, as it looks."""
        return 0 <= at < self.end and self.words[at].plain == text

    def is_done(self, at: int) -> bool:
        """Tell whether a word says what somebody did."""
        text, senses = self.text(at), self.circle.words.senses
        known = text in senses[Sense.DOING] or text in senses[Sense.HANDLING]
        return known or (text.endswith("ed") and not self.pays(at))

    def is_number(self, at: int) -> bool:
        """Tell whether a number stands at a word."""
        return at in self._places

    def _is_number(self, at: int) -> bool:
        return bool(self.text(at)) and bool(_NUMBER.match(self.words[at].plain))

    def is_number_before(self, at: int) -> bool:
        """Tell whether a number stands anywhere before a word."""
        return bool(self.number_places) and self.number_places[0] < at

    def is_named(self, at: int) -> bool:
        """Tell whether somebody's name ends at a word."""
        if not 0 <= at < self.end:
            return False
        word = self.words[at]
        if word.whom is not None:
            return not word.out
        return bool(self.text(at)) and len(self.circle.members(word.low, oblique=False)) == 1

    def is_whose(self, at: int) -> bool:
        """Tell whether somebody stands at a word, or the writer as one of them."""
        return self.is_named(at) or bool(self.means(at, TurnRole.ME))

    def somebody(self, at: int) -> Word:
        """Return the word for whoever stands at a word, as the grammar names them."""
        if not self.is_named(at):
            return ME
        word = self.words[at]
        if word.whom is not None:
            return replace(word, joined=False)
        (member,) = self.circle.members(word.low, oblique=False)
        return name_of(member, self.circle)

    def possessor(self, at: int) -> Whom | None:
        """Return whose a word says that something is: `bob's`, `bobs`; None where nobody's."""
        return possessor(self.text(at), self.circle) if self.text(at) else None

    def owner(self, at: int) -> Word | None:
        """Return the word for whose a word says that something is; None where nobody's."""
        member = None
        if (whom := self.possessor(at)) is not None:
            member = self.circle.member_of(whom)
        return None if member is None else name_of(member, self.circle)

    def is_weighed(self, at: int) -> bool:
        """Tell whether shares of somebody stand behind their name: `bob 2 parts`, `bob x2`."""
        if not self.is_whose(at):
            return False
        unit = self.is_number(at + 1) and self.means(at + 2, TurnRole.PORTIONS)
        double = self.means(at + 1, TurnRole.DOUBLE)
        return bool(unit or double) or self.text(at + 1) in ("x2", "x3")

    def has_part(self, at: int) -> bool:
        """Tell whether a number stands right behind somebody."""
        return self.numbers > 1 and self.is_number(at + 1)

    def is_somebody(self, at: int) -> bool:
        """Tell whether somebody stands at a word, or the writer as who does something."""
        return self.is_named(at) or self.text(at) == "me" or bool(self.means(at, TurnRole.I))

    def names_others(self, at: int) -> bool:
        """Tell whether others than whoever stands at an index are named, and have not only paid."""
        who = self.owner(at) or self.somebody(at)
        named = (one for one in range(self.end) if one != at and self.is_named(one))
        others = (one for one in named if self.somebody(one).text != who.text)
        return any(
            not (self.paid(one + 1) or self.paid(one - 1) or self.means(one - 1, TurnRole.BY))
            for one in others
        )

    def everybody_but(self, at: int) -> tuple[Word, ...]:
        """Return the word for everybody unless others than whoever stands there are named."""
        return () if self.names_others(at) else (EVERYBODY,)

    def people(self, at: int) -> tuple[list[Word], int]:
        """Return the people of a list that begins at a word, and the index behind it."""
        people: list[Word] = []
        while at < self.end and self.is_somebody(at):
            people.append(alone(self.words[at]))
            at += 1
            if self.means(at, TurnRole.AND) and at + 1 < self.end:
                at += 1
        return people, at


ReadTurn = Callable[[Said, int], Turn | None]
"""Reads one kind of turn that begins at an index; None where none does."""


def alone(word: Word) -> Word:
    """Return a name without the comma behind it."""
    return word_of(word.plain.rstrip(",;")) if word.whom is None else replace(word, joined=False)


def _is_claimed(word: Word) -> bool:
    return word.whom is not None or word.escaped or word.everyone
