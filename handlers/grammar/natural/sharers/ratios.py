"""Ratios: `60/40 with bob`, `2:1:1`, `3 to 1`, and how many ways a bill is split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NoReturn

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.parts_behind import ratio_in
from handlers.grammar.natural.phrases.taking import Reader
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_SMALL = re.compile(r"\d{1,2}\Z")
PAYER = Word("me", "me", "payer", Sender())
"""Whoever paid, in the first place of a ratio; put in when all of the line is read."""


class RatioReader(Reader):
    """Takes the words that weigh those who share."""

    def _ratio(self, at: int) -> int:
        """Read `60/40 with bob` as weights of the payer and those named, in order.

        Raises BAD_PART(reason="ratio", count, people: int) where they are not as many.
        """
        numbers, stop = self._numbers_of_ratio(at)
        if not numbers:
            return 0
        phrases = self._phrases
        before = phrases.role(stop, Role.WITH, Role.BETWEEN, Role.FOR) or stop
        people = phrases.people(before)
        if people is not None:
            if any(one.part or len(one.members) > 1 for one in people.people):
                return 0
            only = bool(phrases.role(people.stop, Role.ONLY))
            words = [one.word for one in people.people]
            self._weigh(at, people.stop, words, numbers, only=only)
            self._done.only |= only
            return self._past_behind(people.stop)
        if not phrases.ends(stop):
            return 0
        if (first := self._named_last()) is not None:
            words = self._done.words[first:]
            del self._done.words[first:]
        else:
            active = self._circle.roster.active
            others = [one.id for one in active if one.id != self._circle.sender]
            words = [phrases.named(one) for one in others]
        self._weigh(at, stop, words, numbers, only=False)
        return stop

    def _ways(self, at: int) -> int:
        """Skip `split 3 ways` where so many share; raise as `_ratio` does where others do."""
        phrases = self._phrases
        start = at + (self._words[at].low in ("split", "shared", "divided"))
        if start >= len(self._words) or not _SMALL.match(self._words[start].plain):
            return 0
        if not phrases.is_word(start + 1, "ways"):
            return 0
        stop, count = start + 2, int(self._words[start].plain)
        people = phrases.people(phrases.role(stop, Role.WITH, Role.BETWEEN, Role.FOR) or stop)
        if people is not None:
            words = [one.word for one in people.people]
        elif not phrases.ends(stop):
            return 0
        else:
            first = self._named_last()
            words = [] if first is None else self._done.words[first:]
        active = len(self._circle.roster.active) - self._count_out()
        sharing = _with_payer(words) if words else active
        if count != sharing:
            self._refuse(at, stop, count, sharing, ())
        return stop

    def _count_out(self) -> int:
        """Return how many people a line leaves out, before or behind."""
        phrases = self._phrases
        out: set[str] = set()
        for at in range(len(self._words)):
            stop = phrases.role(at, Role.WITHOUT)
            people = phrases.people(stop) if stop else phrases.people(at)
            if people is not None and (stop or phrases.role(people.stop, Role.BEHIND_WITHOUT)):
                out |= {one.word.text for one in people.people}
        return len(out)

    def _numbers_of_ratio(self, at: int) -> tuple[list[str], int]:
        """Return the numbers of `2:1`, `60/40`, `60-40` or `3 to 1`, and the index behind."""
        word = self._words[at]
        if self._phrases.is_word(at + 1, "to") and at + 2 < len(self._words):
            pair = [word.plain, self._words[at + 2].plain]
            people = self._phrases.role(at + 3, Role.WITH, Role.BETWEEN) or at + 3
            if all(_SMALL.match(text) for text in pair) and self._phrases.people(people):
                return pair, at + 3
        halves = self._phrases.role(at, Role.HALF)
        if halves > at + 1 and not self._phrases.people(halves):
            mixed = any(self._phrases.is_a(one, Sense.MIXING) for one in range(at, halves))
            return ([] if mixed else ["1", "1"]), halves
        return ratio_in(word), at + 1

    def _named_last(self) -> int | None:
        """Return where the names begin that were taken last and have no parts; None for none."""
        words = self._done.words
        first = len(words)
        while first and words[first - 1].whom is not None and not words[first - 1].out:
            first -= 1
        if first == len(words) or (first and words[first - 1].low == "paid"):
            return None
        return first

    def _weigh(
        self, at: int, stop: int, words: list[Word], numbers: list[str], *, only: bool
    ) -> None:
        self._drop_split()
        payer = next(self._payer_words(), None)
        has_payer = payer is None and any(isinstance(word.whom, Sender) for word in words)
        only |= any(word.low == "-me" for word in self._words)
        if len(numbers) == len(words) + 1 and not (has_payer or only):
            words, has_payer = [PAYER, *words], True
        if len(numbers) != len(words) or not (has_payer or only):
            fits = len(numbers) == len(words)
            instead = [*_weighed(words, numbers), word_of("-me")] if fits and not payer else []
            self._refuse(at, stop, len(numbers), _with_payer(words), instead)
        done = self._done.words
        paid = next((place for place, word in enumerate(done) if word.low == "paid"), len(done))
        done[paid:paid] = _weighed(words, numbers)

    def _refuse(
        self, at: int, stop: int, count: int, people: int, instead: Sequence[Word]
    ) -> NoReturn:
        before, behind = self._words[:at], self._words[stop:]
        raise LedgerError(
            Code.BAD_PART,
            reason="ratio",
            written=" ".join(word.text for word in self._words[at:stop] if word.whom is None),
            name=None,
            count=count,
            people=people,
            words=(tuple(one.text for one in (*before, *instead, *behind)),) if instead else (),
        )

    def _put_payer(self) -> None:
        """Put whoever paid into the place that a ratio left for them."""
        payers = list(self._payer_words())
        payer = replace(payers[0], joined=False) if len(payers) == 1 else replace(PAYER, low="")
        self._done.words = [payer if word is PAYER else word for word in self._done.words]

    def _payer_words(self) -> Iterator[Word]:
        words = self._done.words
        for paid, named in pairwise(words):
            if paid.low == "paid" and named.whom is not None:
                yield named


def _with_payer(words: Sequence[Word]) -> int:
    return len(words) + (not any(isinstance(word.whom, Sender) for word in words))


def _weighed(words: Sequence[Word], numbers: Sequence[str]) -> list[Word]:
    return [
        part
        for word, number in zip(words, numbers, strict=True)
        for part in (word if word is PAYER else replace(word, joined=False), word_of(f"x{number}"))
    ]
