"""Debts in whole sentences: `ich muss mia noch 12 geben`, `sari masih utang 50rb`, `لي عند علي 20`.

The words of each language say who owes whom (`vocabulary.debt_words`), with the amount and what
it was for anywhere among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.figures.said_amounts import in_figures
from handlers.grammar.natural.phrases.persons import DATIVES
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.natural.tokens.attached import detached
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.debt_words import DebtKind, DebtSentence, is_name
from ledger.core.errors import LedgerError
from ledger.core.folding import fold
from ledger.core.members import Name
from ledger.core.money import Currency

_LONGEST: Final = 20
_MOST_BETWEEN: Final = 4
"""Words of what it was for that may stand within a sentence."""
_FROM_ALI: Final = re.compile(r"'?[dt][ae]n\Z")
_OF_ALI: Final = re.compile(r"(.+?)'?n?[iıuü]n\Z")
_GENITIVES: Final = frozenset({"ru", "uk"})
_OF_SASHA: Final = frozenset("аяиыії")
"""What names end in behind "с" where something is from them: with them they end otherwise."""
_NO_MORE: Final = frozenset({"plus", "nichts", "nada", "degil", "yok", "lunas", "nix", "niente"})
_OWING: Final = (DebtKind.OWES_ME, DebtKind.OWES_ANOTHER)
_PAID_FOR: Final = (DebtKind.PAID_MINE, DebtKind.PAID_THEIRS)
_PLAIN, _TO, _FROM, _OF = "<", ">", "~", "'"
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a line, or a name with its mark; `money` is whether the amount stood before it.

    `each` are the words that say that it is of each.
    """

    text: str
    start: int
    stop: int
    money: bool = False
    one: Somebody | None = None
    mark: str = ""
    also: tuple[Somebody, ...] = ()
    each: bool = False


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
        cut = _Cut(phrases, strangers=strangers)
        if cut.money is not None and (found := cut.debt(sentences)) is not None:
            return found
    return None


class _Cut:
    """One line cut into pieces: names with their marks, other words, and the amount apart."""

    def __init__(self, phrases: Phrases, *, strangers: bool) -> None:
        self._phrases = phrases
        self._strangers = strangers
        self._still = phrases.circle.words.debts.still
        self.money: tuple[int, int] | None = None
        self._pieces: list[_Piece] = []
        self._tail: tuple[Word, ...] = ()
        at, money = 0, False
        while at < len(phrases.words):
            if phrases.words[at].plain == "//" or phrases.words[at].plain.startswith("#"):
                self._tail = tuple(phrases.words[at:])
                break
            if (stop := self._amount(at)) is not None:
                if not stop or self.money is not None:
                    self.money = None
                    return
                self.money, at, money = (at, stop), stop, True
                continue
            piece = (
                self._named(at)
                or self._everybody(at)
                or self._of_each(at)
                or self._strange(at)
                or _Piece(phrases.folded(at), at, at + 1)
            )
            self._pieces.append(replace(piece, money=money))
            at, money = piece.stop, False

    def _amount(self, at: int) -> int | None:
        """Return the index behind an amount, 0 where it is none to book, None where none stands."""
        phrases = self._phrases
        if phrases.words[at].whom is not None or phrases.day(at) or phrases.dated(at):
            return None
        try:
            figure = figure_at(phrases.words, at, phrases.currency)
        except LedgerError:
            return 0
        if figure is None:
            return 0 if phrases.words[at].plain[:1].isdigit() else None
        return figure.stop if figure.minor > 0 else 0

    def _named(self, at: int) -> _Piece | None:
        phrases = self._phrases
        for role, mark in ((Role.TO, _TO), (Role.FROM, _FROM)):
            if (stop := phrases.role(at, role)) and (one := self._person(stop)) is not None:
                stop, also = self._and_others(one.stop)
                return _Piece("", at, stop, one=one, mark=mark, also=also)
        one = self._person(at)
        if one is None:
            return None
        stop, also = self._and_others(one.stop)
        return _Piece("", at, stop, one=one, mark=self._mark(one), also=also)

    def _and_others(self, stop: int) -> tuple[int, tuple[Somebody, ...]]:
        """Return those who are joined to a name that ends there, and the index behind them."""
        phrases = self._phrases
        also: list[Somebody] = []
        while joiner := phrases.joiner_at(stop):
            other = self._person(phrases.role(joiner, Role.TO) or joiner) or self._person(joiner)
            if other is None:
                break
            also.append(other)
            stop = other.stop
        return stop, tuple(also)

    def _everybody(self, at: int) -> _Piece | None:
        stop = self._phrases.role(at, Role.EVERYONE)
        if not stop:
            return None
        everybody = Word("all", "all", "", everyone=True)
        one = Somebody(everybody, stop, typed=True)
        return _Piece("", at, stop, one=one, mark=_PLAIN)

    def _of_each(self, at: int) -> _Piece | None:
        stop = self._phrases.role(at, Role.EACH, Role.EACH_BEFORE)
        return _Piece("", at, stop, each=True) if stop else None

    def _strange(self, at: int) -> _Piece | None:
        """Return a word in a name's place that may be somebody who is not known."""
        phrases = self._phrases
        for role, mark in ((Role.TO, _TO), (Role.FROM, _FROM), (None, _PLAIN)):
            start = phrases.role(at, role) if role else at
            text = phrases.stranger_at(start) if self._strangers and (start or not role) else ""
            if text and not (
                guessed_category(text) or fold(text) in phrases.circle.words.debts.said
            ):
                word = Word(f"@{text}", f"@{text}", "", Name(text))
                one = Somebody(word, start + 1, typed=False)
                return _Piece("", at, start + 1, one=one, mark=mark)
        return None

    def _mark(self, one: Somebody) -> str:
        word = self._phrases.words[one.stop - 1]
        if "tr" in self._phrases.circle.spoken and one.bent:
            text = word.plain.rstrip(",;:.").casefold()
            if _FROM_ALI.search(text):
                return _FROM
            return _OF if _OF_ALI.match(text) else _TO
        return _TO if one.bent else _PLAIN

    def _person(self, at: int) -> Somebody | None:
        """Return who is named at an index, also behind an article; whoever writes is nobody."""
        phrases = self._phrases
        if at >= len(phrases.words) or phrases.words[at].escaped:
            return None
        word = phrases.words[at]
        if word.whom is not None:
            return phrases.person(at) if isinstance(word.whom, Name) else None
        if word.everyone:
            return None
        found = phrases.circle.find(phrases.words, at, oblique=phrases.asks_ending(at))
        if found is None and phrases.role(at, Role.BEFORE_NAME) == at + 1:
            found = phrases.circle.find(phrases.words, at + 1, oblique=phrases.asks_ending(at))
        found = found or phrases.circle.find(phrases.words, at, oblique=True)
        if found is None:
            return self._of_somebody(at)
        return Somebody(
            phrases.named(found.members[0]), found.stop, False, found.members, bent=found.bent
        )

    def _of_somebody(self, at: int) -> Somebody | None:
        """Return whose something is in Turkish without an apostrophe: "mehmetin"."""
        phrases = self._phrases
        if "tr" not in phrases.circle.spoken:
            return None
        word = _OF_ALI.match(phrases.words[at].plain.rstrip(",;:.").casefold())
        members = phrases.circle.members(word[1], oblique=False) if word else ()
        if not members:
            return None
        return Somebody(phrases.named(members[0]), at + 1, False, members, bent=True)

    def debt(self, sentences: Sequence[DebtSentence]) -> Debt | None:
        """Return what the one of the sentences says that takes most of the line, if any does."""
        found = [
            (sentence.kind is not DebtKind.UNCLEAR, len(used), len(sentence.words), sentence, used)
            for sentence in sentences
            for start in range(len(self._pieces))
            if (used := self._match(sentence, start)) is not None
        ]
        if self.money is None:
            return None
        words = self._phrases.words[self.money[0] : self.money[1]]
        amount = tuple(replace(word, joined=False) for word in words)
        for *_, sentence, used in sorted(found, key=lambda one: one[:3], reverse=True):
            named = [piece for at in used if (piece := self._pieces[at]).one is not None]
            people = [piece.one for piece in named if piece.one is not None]
            also = next((piece.also for piece in named if piece.also), ())
            called = [word[-1] for word in sentence.words if is_name(word)]
            each = any(piece.each for piece in self._pieces)
            rest = self._rest(frozenset(used), spare=self._is_to_anybody(sentence))
            everyone = (*people, *also)
            mine = self._phrases.circle.sender in {id_ for one in everyone for id_ in one.members}
            owing = bool(named[0].also) and called[0] == "X" and sentence.kind in _OWING
            mine |= bool(also) and not (owing or sentence.kind is DebtKind.I_OWE)
            if everybody := any(one.word.everyone for one in everyone):
                mine |= not (owing or called[0] == "X") or sentence.kind not in _OWING
                mine |= sum(one.word.everyone for one in everyone) > 1 or bool(also)
                mine |= not people[0].word.everyone
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
        return any(
            self._is_denial(piece) for at, piece in enumerate(self._pieces) if at not in used
        )

    def _is_denial(self, piece: _Piece) -> bool:
        said = self._phrases.role(piece.start, Role.DID_NOT, Role.NOT_BEHIND)
        said = said or piece.text in _NO_MORE
        return piece.one is None and bool(said)

    def _is_something(self, rest: tuple[Word, ...]) -> bool:
        """Tell whether the words that are left begin with an article: "la entrada", "l'entrée"."""
        roles = self._phrases.circle.words.roles.get((fold(rest[0].low),), ()) if rest else ()
        return Role.ARTICLE in roles or (bool(rest) and rest[0].low.startswith("l'"))

    def _is_to_anybody(self, sentence: DebtSentence) -> bool:
        """Tell whether a sentence leaves out to whom it is, which is the writer."""
        roles = self._phrases.circle.words.roles
        return sentence.kind is DebtKind.OWES_ME and not any(
            word in DATIVES or Role.ME in roles.get((word,), ()) for word in sentence.words
        )

    def _match(self, sentence: DebtSentence, start: int) -> list[int] | None:
        """Return the pieces at which the words stand; between them may be what it was for."""
        used: list[int] = []
        at, gap = start, 0
        bought = sentence.kind in _PAID_FOR
        for word in sentence.words:
            while at < len(self._pieces) and not self._is(self._pieces[at], word):
                piece = self._pieces[at]
                if not used or piece.one is not None:
                    return None
                if not (piece.each or piece.text in self._still or self._is_denial(piece)):
                    gap += 1
                    may = piece.money or bought or self._phrases.role(piece.start, Role.FOR)
                    if gap == 1 and not may:
                        return None
                at += 1
            if at >= len(self._pieces) or gap > _MOST_BETWEEN:
                return None
            used.append(at)
            at += 1
        return used

    def _is(self, piece: _Piece, word: str) -> bool:
        if is_name(word) and word[0] == _OF and _GENITIVES & self._phrases.circle.spoken:
            last = self._phrases.words[piece.stop - 1].low.rstrip(",;:.")[-1:]
            return piece.one is not None and piece.one.bent and last in _OF_SASHA
        if is_name(word):
            return piece.one is not None and (len(word) == 1 or piece.mark == word[0])
        return piece.one is None and not piece.each and piece.text == word

    def _rest(self, used: frozenset[int], *, spare: bool) -> tuple[Word, ...] | None:
        """Return the words that are left, None where these say more.

        `spare` is whether "to" among them would say more, too.
        """
        phrases = self._phrases
        pieces = [
            piece
            for at, piece in enumerate(self._pieces)
            if at not in used
            and not piece.each
            and (piece.one is not None or piece.text not in self._still)
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
