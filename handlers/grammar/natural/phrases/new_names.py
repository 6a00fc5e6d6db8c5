"""Words that could be the name of somebody whom we don't know yet."""

from __future__ import annotations

import re

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.natural.phrases.persons import MOST_BEFORE, Persons
from handlers.grammar.vocabulary.sense_words import Sense

_A_NAME = re.compile(r"[^\W\d_][\w'-]{1,31}\Z")


class NewNames(Persons):
    """One line's words, asked which of them could be new names."""

    def stranger(self, at: int) -> str | None:
        """Return the word at the end, or before a clause, that could be a new name.

        Two that begin with capitals may be one: "with Shivani Rao".
        """
        if (bare := self.name_alone(at)) is None:
            return None
        last = at
        if self.words[at].plain == bare and bare[0].isupper() and not self.joiner_at(at + 1):
            further = self._could_be_name(at + 1)
            last += further is not None and further[0].isupper() and self.person(at + 1) is None
            bare = f"{bare} {further}" if last > at else bare
        word = self.words[last]
        behind = self.ends(last + 1) or self.joiner_at(last + 1)
        return bare if behind or word.plain[-1:] in (",", ";") else None

    def name_alone(self, at: int) -> str | None:
        """Return a word that could be a new name, whatever follows it."""
        bare = None if self.person(at) is not None else self._could_be_name(at)
        return None if bare is None or self.circle.members(bare) else bare

    def _could_be_name(self, at: int) -> str | None:
        bare = self.stranger_at(at)
        if not bare or bare.lower().endswith("'s") or guessed_category(bare):
            return None
        if self.is_a(at - 1, Sense.OF_THINGS):
            return None  # "to the beach and bob paid"
        return bare

    def stranger_at(self, at: int) -> str:
        """Return the word at an index if it could be a name and means nothing else, else ""."""
        if at >= len(self.words):
            return ""
        word = self.words[at]
        bare = word.plain.rstrip(",;.!?")
        is_somebody = word.whom is not None or word.everyone or word.low == "all"
        if is_somebody or word.escaped or not _A_NAME.match(bare):
            return ""
        return "" if self._is_vocabulary(at) else bare

    def _is_vocabulary(self, at: int) -> bool:
        before = range(max(0, at - MOST_BEFORE), at + 1)
        return any(self.any_role(start) > at for start in before) or bool(self.day(at))
