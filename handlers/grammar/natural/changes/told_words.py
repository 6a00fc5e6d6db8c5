"""A reply's words as the sentences of the vocabulary have them, names and numbers set apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import Figure, figure_at
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.folding import fold
from ledger.core.members import MemberId, Sender
from ledger.core.money import Money

_MINE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("i", "me", "myself"), ()),
    **dict.fromkeys(("my", "mine"), ("'s",)),
    "im": ("am",),
    "ive": ("have",),
}
"""Words of the writer, and what stands behind them where a name would."""
_NAME: Final = re.compile(r"<(\d+)>")
_PERCENT: Final = re.compile(r"\+?\d{1,2}(\.\d+)?%")
_RATIO: Final = re.compile(r"\d+/\d+")
_STOPS: Final = (",", ";", ":", ".", "!")
_LONGEST: Final = 5
"""Words at most that say nothing together."""


def people_in(text: str, told: ToldWords, circle: Circle) -> tuple[MemberId, ...]:
    """Return who stands in some words of a reply as its sentences have them, each once."""
    words = (told.people[int(one)] for one in _NAME.findall(text))
    found = (circle.member_of(word.whom) for word in words if word.whom is not None)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def bare(word: Word) -> str:
    """Return a word as the sentences have it."""
    return fold(word.low).replace("'", "")


class ToldWords:
    """One reply: its words as the sentences have them, each with where it stands in the line.

    A person is `<0>` with the index among the `people`, a number `#0#` with that among the
    `numbers`, a percentage `%10%`, and what can't be read `?`.
    """

    def __init__(self, line: Line, kept: Money, today: date, circle: Circle) -> None:
        self._line, self._kept, self._circle = line, kept, circle
        self._phrases = Phrases(line.words, circle, kept.currency, today)
        self._replies = circle.words.replies
        self.people: list[Word] = []
        self.numbers: list[Figure] = []
        self.words: list[str] = []
        self._places: list[tuple[int, int]] = []
        at = 0
        while at < len(line.words):
            stop, said = self._said(at)
            if line.words[stop - 1].joined or line.words[stop - 1].text.endswith(_STOPS):
                said = [*said, ","]
            self.words += said
            self._places += [(at, stop)] * len(said)
            at = stop
        while self.words and self.words[-1] == ",":
            self.words.pop()

    def _said(self, at: int) -> tuple[int, list[str]]:
        """Return the index behind what stands at an index, and how the sentences have that."""
        word = self._line.words[at]
        if word.whom is None and self._phrases.role(at, Role.AND) == at + 1:
            return at + 1, ["and"]
        return self._somebody(at) or self._number(at) or (at + 1, bare(word).split())

    def _somebody(self, at: int) -> tuple[int, list[str]] | None:
        word, sender = self._line.words[at], self._circle.sender
        if word.whom is None and bare(word) in _MINE and sender is not None:
            return at + 1, [self._person(sender), *_MINE[bare(word)]]
        if sender is not None and self._phrases.role(at, Role.ME) == at + 1:
            return at + 1, [self._person(sender)]
        one = self._phrases.person(at, oblique=False)
        if one is not None and len(one.members) <= 1 and one.word.whom is not None:
            member = self._circle.member_of(one.word.whom)
            return None if member is None else (one.stop, [self._person(member)])
        whose = None if word.whom else possessor(fold(word.low), self._circle)
        member = None if whose is None else self._circle.member_of(whose)
        return None if member is None else (at + 1, [self._person(member), "'s"])

    def _number(self, at: int) -> tuple[int, list[str]] | None:
        low = self._line.words[at].low
        if _RATIO.fullmatch(low):
            return at + 1, [low]
        if _PERCENT.fullmatch(low):
            return at + 1, [*(["plus"] if low.startswith("+") else []), f"%{low.lstrip('+')}"]
        try:
            figure = figure_at(self._line.words, at, self._kept.currency)
        except LedgerError:
            return at + 1, ["?"]
        if figure is None or figure.minor <= 0:
            return None
        self.numbers.append(figure)
        return figure.stop, [f"#{len(self.numbers) - 1}#"]

    def _person(self, member: MemberId) -> str:
        self.people.append(name_of(member, self._circle))
        return f"<{len(self.people) - 1}>"

    @property
    def plain(self) -> list[str]:
        """The words as phrases have them."""
        return [self._plain(word) for word in self.words]

    def cores(self) -> list[tuple[int, int]]:
        """Return where in the words the reply begins and ends, without more and more of talk."""
        starts = self._starts()
        spans = {(start, stop) for start in starts for stop in self._stops(starts[-1])}
        return sorted((one for one in spans if one[0] < one[1]), key=lambda one: one[0] - one[1])

    def _starts(self) -> list[int]:
        starts = [0]
        while (at := starts[-1]) < len(self.words):
            stop = at + self._counted("openings", self.words[at:])
            comma = next((one for one in range(at, len(self.words)) if self.words[one] == ","), 0)
            if stop == at and comma and self._is_excuse(self.words[at:comma]):
                stop = comma
            while self.words[stop : stop + 1] == [","]:
                stop += 1
            if stop in (at, len(self.words)):
                break
            starts.append(stop)
        return starts

    def _stops(self, start: int) -> list[int]:
        stops = [len(self.words)]
        for at in range(start + 1, len(self.words)):
            behind = self.words[at:]
            told = self._counted("story", behind) and not self._is_of_money(behind)
            if told or (self.words[at - 1] == "," and self._is_excuse(behind)):
                stops.append(self._before_commas(at))
                break
        while (stop := stops[-1]) > start:
            counts = range(1, min(_LONGEST, stop - start) + 1)
            words = self.words[:stop]
            closing = next(
                (one for one in counts if self._counted("closings", words[-one:]) == one), 0
            )
            if not closing:
                break
            stops.append(self._before_commas(stop - closing))
        return stops

    def _counted(self, kind: str, words: Sequence[str]) -> int:
        """Return of how many words a list begins with a phrase of a kind, or 0."""
        return self._replies.counted(kind, [self._plain(word) for word in words[:_LONGEST]])

    def _plain(self, word: str) -> str:
        """Return a word as phrases have it: the writer is i."""
        return "i" if self._is_writer(word) else word

    def _is_writer(self, word: str) -> bool:
        found = _NAME.fullmatch(word)
        return found is not None and isinstance(self.people[int(found[1])].whom, Sender)

    def _before_commas(self, stop: int) -> int:
        while self.words[stop - 1 : stop] == [","]:
            stop -= 1
        return stop

    def _is_excuse(self, words: Sequence[str]) -> bool:
        plain = [self._plain(word) for word in words]
        return self._replies.says("excuses", plain) and not self._is_of_money(words)

    def _is_of_money(self, words: Sequence[str]) -> bool:
        """Tell whether words speak of others than the writer, of a number or of paying."""
        return self._replies.says("of_money", words) or any(
            word[0] in "<#%?" and not self._is_writer(word) for word in words
        )

    def text(self, start: int, stop: int) -> str:
        """Return some of the words as one text."""
        return " ".join(self.words[start:stop])

    def in_line(self, start: int, stop: int) -> tuple[int, int]:
        """Return the indices in the line for those of some of the words."""
        return self._places[start][0], self._places[stop - 1][1]

    def is_joke(self, start: int, stop: int) -> bool:
        """Tell whether a number alone is left of what may have been a joke: `lol 50`."""
        around = [*self.words[:start], *self.words[stop:]]
        alone = stop - start == 1 and self.words[start][0] in "#%"
        return alone and not self._replies.says("excuses", around)
