"""Runs of words that mean something in a line: the vocabulary's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.folding import fold
from ledger.core.money import Currency

BEHIND = (
    Role.BEHIND_WITH,
    Role.BEHIND_FOR,
    Role.BEHIND_BETWEEN,
    Role.BEHIND_WITHOUT,
    Role.BEHIND_BY,
)


class Runs:
    """One line's words, asked which runs of them mean something."""

    def __init__(
        self, words: Sequence[Word], circle: Circle, currency: Currency, today: date
    ) -> None:
        self.words = words
        self.circle = circle
        self.currency = currency
        self.today = today
        self._folded = [self._fold(word) for word in words]
        self._found: dict[int, dict[Role, int]] = {}

    @staticmethod
    def _fold(word: Word) -> str:
        if word.whom is not None or word.everyone or word.escaped:
            return ""
        return fold(word.low.lstrip("([{\"'"))

    def folded(self, at: int) -> str:
        """Return a word as the vocabulary has it; empty where it is a name, escaped or none."""
        return self._folded[at] if 0 <= at < len(self._folded) else ""

    def is_word(self, at: int, text: str) -> bool:
        """Tell whether a word is that one."""
        return at < len(self.words) and self._folded[at] == text

    def is_a(self, at: int, *senses: Sense) -> bool:
        """Tell whether a word means so beside others."""
        return any(self.folded(at) in self.circle.words.senses[sense] for sense in senses)

    def role(self, at: int, *roles: Role) -> int:
        """Return the index behind the longest run of words with one of the roles, or 0."""
        found = self._roles(at)
        if not found:  # As most words of most lines.
            return 0
        return max((found[role] for role in roles if role in found), default=0)

    def any_role(self, at: int) -> int:
        """Return the index behind the longest run of words with whatever role, or 0."""
        return max(self._roles(at).values(), default=0)

    def _roles(self, at: int) -> dict[Role, int]:
        found = self._found.get(at)
        if found is None:
            found = self._found[at] = self._roles_at(at)
        return found

    def _roles_at(self, at: int) -> dict[Role, int]:
        """Return what begins at a word, each with the index behind its longest run."""
        found: dict[Role, int] = {}
        run: tuple[str, ...] = ()
        for stop in range(at, min(len(self.words), at + self.circle.words.longest)):
            if not self._folded[stop]:
                break
            run = (*run, *self._folded[stop].split())
            for role in self.circle.words.roles.get(run, ()):
                found[role] = stop + 1
            if self.words[stop].plain.endswith((",", ";", ".")):
                break
        return found
