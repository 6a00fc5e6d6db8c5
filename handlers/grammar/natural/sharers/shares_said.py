"""Shares in words: `double for bob`, `the rest is chen's`, `bob's share 20`, `50/50`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.headcounts import headcount_at
from handlers.grammar.natural.phrases.taking import SPLIT, Reader
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import Sender


class SharesSaidReader(Reader):
    """Takes shares that are no number behind a name."""

    def _double(self, at: int) -> int:
        """Read `double for bob`; return the index behind it, or 0."""
        stop = self._phrases.role(at, Role.DOUBLE)
        one = self._phrases.person(self._phrases.role(stop, Role.FOR) or stop) if stop else None
        if one is None or len(one.members) > 1 or self._phrases.with_part(one).part:
            return 0
        self._done.words += [replace(one.word, joined=False), word_of("x2")]
        return one.stop

    def _rest(self, at: int) -> int:
        """Skip "the rest" before people who have no part: `bob 40, the rest me and chen`."""
        rest = self._phrases.role(at, Role.REST)
        if not rest:
            return 0
        stop = self._phrases.role(rest, Role.EQUALLY) or rest
        stop += stop < len(self._words) and self._words[stop].low in SPLIT
        stop = self._phrases.role(stop, Role.EQUALLY) or stop
        behind = self._phrases.role(stop, Role.WITH, Role.FOR, Role.BETWEEN, Role.BY) or stop
        people = self._phrases.people(behind)
        if stop > rest and self._phrases.ends(stop) and people is None:
            self._done.words.append(Word("all", "all", "", everyone=True))
            return stop  # "bob 100, rest split": nobody can split it alone.
        if people is None or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        self._take(people)
        self._done.among = True  # All of the rest is theirs.
        return people.stop

    def _share_of(self, at: int) -> int:
        """Read `bob's share 20`, `bob's part is 20`; return the index behind it, or 0."""
        phrases = self._phrases
        word = self._words[at]
        bare = word.plain.removesuffix("'s") if word.whom is None else ""
        members = self._circle.members(bare) if bare and bare != word.plain else ()
        mine = phrases.is_a(at, Sense.MY) and self._circle.sender is not None
        start = at + 1 + phrases.is_a(at + 1, Sense.OWNED)
        is_ = phrases.is_a(start, Sense.IS)
        if (len(members) != 1 and not mine) or not (is_ or start > at + 1):
            return 0
        start += is_
        stop = self._number(start)
        if stop:
            name = Word("me", "me", "", Sender()) if mine else phrases.named(members[0])
            self._done.words += [name, *self._words[start:stop]]
        return stop

    def _halves(self, at: int) -> int:
        """Skip `half` and `50/50` before people, and `equally` behind them: as it is anyway."""
        phrases = self._phrases
        stop = phrases.role(at, Role.HALF, Role.EQUALLY)
        if not stop:
            return 0
        if phrases.half(at) and (own := phrases.person(stop)) and len(own.members) < 2:
            rest = range(own.stop, len(self._words))
            if any(phrases.half(one) and phrases.person(one + 1) for one in rest) or (
                self._done.words and self._done.words[-1].plain == "50%"
            ):
                self._done.words += [replace(own.word, joined=False), word_of("50%")]
                return phrases.joiner_at(own.stop) or own.stop
        before = phrases.role(stop, Role.WITH, Role.BETWEEN, Role.FOR)
        if not before and (people := phrases.people(stop)):
            self._take_or_keep(people, stop)  # "50/50 bob"
            return self._past_behind(people.stop)
        if phrases.people(before or stop) or (before and phrases.role(before, Role.US)):
            return stop
        if not phrases.ends(stop) or phrases.person(stop):
            return 0
        named = any(word.whom is not None for word in self._done.words)
        if not named and (not phrases.role(at, Role.EQUALLY) or headcount_at(phrases, at)):
            return 0  # "на троих" says for how many it was.
        self._drop_split()
        return stop
