"""Debts in whole sentences: `ich muss mia noch 12 geben`, `sari masih utang 50rb`, `لي عند علي 20`.

The words of each language say who owes whom (`vocabulary.debt_words`), with the amount and what
it was for anywhere among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.natural.debts.pieces import Cut, Piece
from handlers.grammar.natural.figures.said_amounts import in_figures
from handlers.grammar.natural.phrases.persons import DATIVES
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.natural.tokens.attached import detached
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.debt_words import DebtKind, DebtSentence, is_name
from ledger.core.folding import fold
from ledger.core.money import Currency

_LONGEST: Final = 20
_MOST_BETWEEN: Final = 4
"""Words of what it was for that may stand within a sentence."""
_NO_MORE: Final = frozenset({"plus", "nichts", "nada", "degil", "yok", "lunas", "nix", "niente"})
_OWING: Final = (DebtKind.OWES_ME, DebtKind.OWES_ANOTHER)
_PAID_FOR: Final = (DebtKind.PAID_MINE, DebtKind.PAID_THEIRS)
_NOT_BESIDES: Final = (
    Role.PAID, Role.I_PAID, Role.WITH, Role.BETWEEN, Role.WITHOUT, Role.EVERYONE, Role.EACH,
    Role.HALF, Role.PLUS, Role.MINUS, Role.EACH_BEFORE, Role.REFUND, Role.UNIT, Role.US,
)  # fmt: skip
"""What says more than a debt."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What a line says: who owes, or may owe, `other`; `rest` are the words of what it was for.

    `creditor` is whom a third one owes, and `also` are those who owe together with `other`, or
    are owed. `each` says that the amount is of each of several, `other` being everybody perhaps.
    """

    kind: DebtKind
    amount: tuple[Word, ...]
    rest: tuple[Word, ...]
    other: Somebody
    creditor: Somebody | None = None
    also: tuple[Somebody, ...] = ()
    each: bool = False

    @property
    def strangers(self) -> list[str]:
        """The words in names' places that are nobody's."""
        people = (self.other, self.creditor)
        return [
            one.word.text.lstrip("@")
            for one in people
            if one is not None and not (one.members or one.typed)
        ]


def debt_in(line: Line, home: Currency, today: date, circle: Circle) -> Debt | None:
    """Return the debt that a whole line is about; None where it says none, or more."""
    known = circle.words.debts.sentences
    if not known or not 2 <= len(line.words) <= _LONGEST or any(w.breaks for w in line.words):
        return None
    line = detached(in_figures(line, circle, home), circle)
    phrases = Phrases(line.words, circle, home, today)
    keys = {phrases.folded(at) for at in range(len(line.words))} & known.keys()
    if not keys:
        return None
    sentences = [sentence for key in keys for sentence in known[key]]
    for strangers in (False, True):
        # Somebody who is not known stands there only where nobody who is known could.
        cut = _Sentences(phrases, strangers=strangers)
        if cut.money is not None and (found := cut.debt(sentences)) is not None:
            return found
    return None


class _Sentences(Cut):
    """One line's pieces, asked which sentence about a debt they are."""

    def debt(self, sentences: Sequence[DebtSentence]) -> Debt | None:
        """Return what the one of the sentences says that takes most of the line, if any does."""
        found = [
            (sentence.kind is not DebtKind.UNCLEAR, len(used), len(sentence.words), sentence, used)
            for sentence in sentences
            for start in range(len(self.pieces))
            if (used := self._match(sentence, start)) is not None
        ]
        if self.money is None:
            return None
        words = self.phrases.words[self.money[0] : self.money[1]]
        amount = tuple(replace(word, joined=False) for word in words)
        for *_, sentence, used in sorted(found, key=lambda one: one[:3], reverse=True):
            named = [piece for at in used if (piece := self.pieces[at]).one is not None]
            people = [piece.one for piece in named if piece.one is not None]
            also = next((piece.also for piece in named if piece.also), ())
            called = [word[-1] for word in sentence.words if is_name(word)]
            each = any(piece.each for piece in self.pieces)
            rest = self._rest(frozenset(used), spare=self._is_to_anybody(sentence))
            everyone = (*people, *also)
            mine = self.phrases.circle.sender in {id_ for one in everyone for id_ in one.members}
            owing = called[0] == "X" and sentence.kind in _OWING
            both = owing and bool(named[0].also)
            mine |= bool(also) and not (both or sentence.kind is DebtKind.I_OWE)
            if everybody := any(one.word.everyone for one in everyone):
                alone = sum(one.word.everyone for one in everyone) == 1 and not also
                mine |= not (owing and alone and people[0].word.everyone)
            mine |= each and not (also or everybody)
            bought = sentence.kind in _PAID_FOR
            if rest is not None and not mine and (not bought or self._is_something(rest)):
                names = dict(zip(called, people, strict=True))
                kind = DebtKind.UNCLEAR if self._denies(frozenset(used)) else sentence.kind
                each |= everybody
                return Debt(kind, amount, rest, names["X"], names.get("Y"), also, each)
        return None

    def _denies(self, used: frozenset[int]) -> bool:
        """Tell whether a word that is left says that it is not so: "lea me doit pas 20"."""
        return any(self._is_denial(piece) for at, piece in enumerate(self.pieces) if at not in used)

    def _is_denial(self, piece: Piece) -> bool:
        said = self.phrases.role(piece.start, Role.DID_NOT, Role.NOT_BEHIND)
        said = said or piece.text in _NO_MORE
        return piece.one is None and bool(said)

    def _is_something(self, rest: tuple[Word, ...]) -> bool:
        """Tell whether the words that are left begin with an article: "la entrada", "l'entrée"."""
        roles = self.phrases.circle.words.roles.get((fold(rest[0].low),), ()) if rest else ()
        return Role.ARTICLE in roles or (bool(rest) and rest[0].low.startswith("l'"))

    def _is_to_anybody(self, sentence: DebtSentence) -> bool:
        """Tell whether a sentence leaves out to whom it is, which is the writer."""
        roles = self.phrases.circle.words.roles
        return sentence.kind is DebtKind.OWES_ME and not any(
            word in DATIVES or Role.ME in roles.get((word,), ()) for word in sentence.words
        )

    def _match(self, sentence: DebtSentence, start: int) -> list[int] | None:
        """Return the pieces at which the words stand; between them may be what it was for."""
        used: list[int] = []
        at, gap = start, 0
        bought = sentence.kind in _PAID_FOR
        for word in sentence.words:
            while at < len(self.pieces) and not self.fits(self.pieces[at], word):
                piece = self.pieces[at]
                if not used or piece.one is not None:
                    return None
                if not (piece.each or piece.text in self.still or self._is_denial(piece)):
                    gap += 1
                    may = piece.money or bought or self.phrases.role(piece.start, Role.FOR)
                    if gap == 1 and not may:
                        return None
                at += 1
            if at >= len(self.pieces) or gap > _MOST_BETWEEN:
                return None
            used.append(at)
            at += 1
        return used

    def _rest(self, used: frozenset[int], *, spare: bool) -> tuple[Word, ...] | None:
        """Return the words that are left, None where these say more.

        `spare` is whether "to" among them would say more, too.
        """
        phrases = self.phrases
        pieces = [
            piece
            for at, piece in enumerate(self.pieces)
            if at not in used
            and not piece.each
            and (piece.one is not None or piece.text not in self.still)
            and not self._is_denial(piece)
        ]
        roles = (*_NOT_BESIDES, Role.TO, Role.FROM) if spare else _NOT_BESIDES
        if any(piece.one is not None or phrases.role(piece.start, *roles) for piece in pieces):
            return None
        if any(piece.text in DATIVES or phrases.role(piece.start, Role.ME) for piece in pieces):
            return None
        words = [word for piece in pieces for word in phrases.words[piece.start : piece.stop]]
        begun = pieces[0].start if pieces else 0
        if stop := phrases.role(begun, Role.FOR) if words else 0:
            del words[: stop - begun]
        return (*words, *self._tail)
