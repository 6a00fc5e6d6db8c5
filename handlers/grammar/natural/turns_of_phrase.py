"""English turns of phrase, in words that the rules know: `dee only pays 6`, `i put 20`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.bought_for import name_of, possessor
from ledger.core.folding import fold
from ledger.core.members import Sender

_NUMBER: Final = re.compile(r"[^\w\s]?\d[\d.,]*k?[,;]?\Z")
_ONLY: Final = frozenset({"only", "just"})
_PAYS: Final = frozenset({"pays", "pay", "owes", "owe", "gives"})
_GIVES: Final = frozenset({"pays", "pay", "gives", "give"})
_WILL: Final = frozenset({"will", "should", "must", "to", "has", "needs", "gonna", "shall", "can"})
_SHARES: Final = frozenset({"share", "part", "portion", "half"})
_ADJUSTING: Final = {"more": "+", "extra": "+", "less": "-"}
_EACH: Final = frozenset({"each", "apiece", "pp"})
_AND: Final = frozenset({"and", "n", "&", "nd"})
_ONE_EACH: Final = frozenset({"1", "one"})
_OTHERS: Final = (
    ("the", "others"), ("others",), ("everyone", "else"), ("everybody", "else"),
    ("the", "rest", "of", "us"), ("rest", "of", "us"), ("the", "rest"), ("all", "others"),
)  # fmt: skip
_IN_WORDS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_EVERYBODY: Final = Word("all", "all", "", everyone=True)
_FEWEST: Final = 2

_Turn = tuple[int, list[Word]]
"""The index behind what was said, and the words for it."""


def in_known_words(line: Line, circle: Circle) -> Line:
    """Return the line with the words that the rules know for such as say the same."""
    said = _Said(line, circle)
    words: list[Word] = []
    parts: list[Word] = []
    at = 0
    turns: list[Callable[[int], _Turn | None]] = [
        said.pays_me_back, said.others_one_each, said.put, said.remaining, said.all_of_us,
        said.share_of, said.paid_the_rest, said.each_paid, said.only_these_each,
    ]  # fmt: skip
    while at < said.end:
        if (found := said.pays_only(at)) is not None:
            at, part = found
            parts += part
            continue
        found = next(filter(None, (turn(at) for turn in turns)), None)
        stop, instead = (at + 1, [line.words[at]]) if found is None else found
        if found is not None and instead:
            instead[-1] = replace(instead[-1], breaks=line.words[stop - 1].breaks)
        words += instead
        at = stop
    return replace(line, words=(*words, *parts, *line.words[said.end :]))


class _Said:
    """One line's words, asked what is said at an index."""

    def __init__(self, line: Line, circle: Circle) -> None:
        words = line.words
        self.end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
        self._words = words
        self._circle = circle
        self._texts = ["" if _is_claimed(word) else fold(word.low) for word in words[: self.end]]
        self._numbers = sum(self._is_number(at) for at in range(self.end))

    def pays_me_back(self, at: int) -> _Turn | None:
        """Read `bob pays me back 9` beside the amount of all, which he owes then."""
        verb = at
        while self._text(verb) in _WILL:
            verb += 1
        back = [self._text(verb + 1), self._text(verb + 2)] == ["me", "back"]
        if self._numbers < _FEWEST or not back or self._text(verb) not in _GIVES:
            return None
        return (verb + 3, [word_of("owes"), word_of("me")]) if self._is_named(at - 1) else None

    def pays_only(self, at: int) -> _Turn | None:
        """Read `dee only pays 6`, `dee pays 6 of it` and `dee pays 6 more` beside an amount.

        What is left is everybody's, unless others are named.
        """
        if self._numbers < _FEWEST or not self._is_named(at):
            return None
        verbs = [self._text(at + 1), self._text(at + 2)]
        only = verbs[0] in _ONLY and verbs[1] in _PAYS
        only |= verbs[0] in _PAYS and verbs[1] in _ONLY
        number = at + 3 if only else at + 2
        if not self._is_number(number) or not (only or verbs[0] in _PAYS):
            return None
        stop, part = number + 1, self._words[number]
        if sign := _ADJUSTING.get(self._text(stop), ""):
            stop, part = stop + 1, word_of(f"{sign}{part.plain.rstrip(',;')}")
        elif self._text(stop) == "of" and self._text(stop + 1) in ("it", "that", "this", "them"):
            stop += 2
        elif not only:
            return None
        everybody = [] if self._names_others(at) else [_EVERYBODY]
        return stop, [*everybody, _alone(self._words[at]), part]

    def others_one_each(self, at: int) -> _Turn | None:
        """Read `the others 1 each` beside somebody's shares: everybody has one otherwise."""
        stop = self._others(at)
        stop += self._text(stop) in ("get", "have", "pay", "take")
        if not stop or self._text(stop) not in _ONE_EACH:
            return None
        stop += 1 + (self._text(stop + 1) in ("share", "part"))
        return (stop + 1, [_EVERYBODY]) if self._text(stop) == "each" else None

    def put(self, at: int) -> _Turn | None:
        """Read `i put 20`, `bob put in 15`: that is paid."""
        if self._text(at) != "put" or not (self._text(at - 1) == "i" or self._is_named(at - 1)):
            return None
        stop = at + 1 + (self._text(at + 1) == "in")
        return (stop, [word_of("paid")]) if self._is_number(stop) else None

    def remaining(self, at: int) -> _Turn | None:
        """Read `paid the remaining 40`: that much."""
        paid = self._text(at - 1) in PAID or self._text(at - 1) in ("put", "in")
        stop = at + (self._text(at) == "the") + 1
        said = paid and self._text(stop - 1) == "remaining" and self._is_number(stop)
        return (stop + 1, [self._words[stop]]) if said else None

    def all_of_us(self, at: int) -> _Turn | None:
        """Read `all 4` and `for all four of us` where so many are here."""
        at += self._text(at) in ("for", "between", "among", "with")
        if self._text(at) != "all":
            return None
        text = self._text(at + 1).rstrip(",.;")
        count = int(text) if text.isdigit() else _IN_WORDS.get(text, 0)
        of_us = [self._text(at + 2), self._text(at + 3)] == ["of", "us"]
        stop = at + (4 if of_us else 2)
        ends = stop >= self.end or of_us or self._words[stop - 1].plain[-1:] in ",;"
        here = count == len(self._circle.roster.active) and count >= _FEWEST
        return (stop, [_EVERYBODY]) if here and ends else None

    def share_of(self, at: int) -> _Turn | None:
        """Read `bobs share 300`, `my part 20` and `mine 20` beside other numbers: a part."""
        text = self._text(at)
        number = at + 1 + (self._text(at + 1) in _SHARES)
        number += self._text(number) in ("is", "was")
        if self._numbers < _FEWEST or not self._is_number(number):
            return None
        if text == "mine" or (text == "my" and number > at + 1):
            return number + 1, [Word("me", "me", "", Sender()), self._words[number]]
        whom = possessor(text, self._circle) if number > at + 1 else None
        if whom is None or (member := self._circle.member_of(whom)) is None:
            return None
        return number + 1, [name_of(member, self._circle), self._words[number]]

    def each_paid(self, at: int) -> _Turn | None:
        """Read `bob and i paid 650 each` where nothing says how much it was in all."""
        people, stop = self._list(at)
        each = self._text(stop) in ("each", "both")
        number = stop + 1 + each
        stop = number + 1 + (not each)
        if len(people) < _FEWEST or self._text(number - 1) not in PAID or self._numbers > 1:
            return None
        if not self._is_number(number) or not (each or self._text(number + 1) in _EACH):
            return None
        words: list[Word] = []
        for one in people:
            words += [one, word_of("paid"), self._words[number], word_of("and")]
        return stop, words[:-1]

    def only_these_each(self, at: int) -> _Turn | None:
        """Read `bob and dee 12 each, chen paid`: whoever paid is not among them."""
        people, stop = self._list(at)
        if len(people) < _FEWEST or not self._is_number(stop) or self._numbers > 1:
            return None
        behind = range(stop + 2, self.end)
        paid = any(
            self._text(one) in PAID and (self._is_named(one - 1) or self._is_named(one + 1))
            for one in behind
        )
        if not paid or self._text(stop + 1) not in _EACH:
            return None
        return stop, [word_of("only"), *self._words[at:stop]]

    def _list(self, at: int) -> tuple[list[Word], int]:
        """Return the people of a list that begins at a word, and the index behind it."""
        people: list[Word] = []
        while at < self.end and (self._is_named(at) or self._text(at) in ("i", "me")):
            people.append(_alone(self._words[at]))
            at += 1
            if self._text(at) in _AND and at + 1 < self.end:
                at += 1
        return people, at

    def paid_the_rest(self, at: int) -> _Turn | None:
        """Read `i paid 200 and bob the rest`: he paid that, too."""
        at += self._text(at) in ("and", "&", "n")
        stop = at + 1 + (self._text(at + 1) == "the")
        paid = any(self._text(one) in PAID for one in range(at))
        if not paid or self._text(stop).rstrip(",.") not in ("rest", "remainder"):
            return None
        ends = stop + 1 >= self.end or self._words[stop].plain[-1:] in ",;"
        if not (ends and (self._is_named(at) or self._text(at) in ("i", "me"))):
            return None
        name = self._words[at] if self._is_named(at) else Word("me", "me", "", Sender())
        return stop + 1, [word_of("rest"), word_of("by"), _alone(name)]

    def _others(self, at: int) -> int:
        """Return the index behind "the others", or 0."""
        for run in _OTHERS:
            if tuple(self._texts[at : at + len(run)]) == run:
                return at + len(run)
        return 0

    def _text(self, at: int) -> str:
        return self._texts[at] if 0 <= at < self.end else ""

    def _is_number(self, at: int) -> bool:
        return (
            0 <= at < self.end
            and bool(self._text(at))
            and bool(_NUMBER.match(self._words[at].plain))
        )

    def _is_named(self, at: int) -> bool:
        """Tell whether somebody's name ends at a word."""
        if not 0 <= at < self.end:
            return False
        word = self._words[at]
        if word.whom is not None:
            return not word.out
        return bool(self._text(at)) and len(self._circle.members(word.low, oblique=False)) == 1

    def _names_others(self, at: int) -> bool:
        """Tell whether others than whoever stands at an index are named, and have not only paid."""
        others = (one for one in range(self.end) if one != at and self._is_named(one))
        return any(
            self._text(one + 1) not in PAID and self._text(one - 1) not in (*PAID, "by")
            for one in others
        )


def _is_claimed(word: Word) -> bool:
    return word.whom is not None or word.escaped or word.everyone


def _alone(word: Word) -> Word:
    """Return a name without the comma behind it."""
    return word_of(word.plain.rstrip(",;")) if word.whom is None else replace(word, joined=False)
