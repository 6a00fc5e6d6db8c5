"""A line cut into pieces for sentences about debts: names with their marks, and other words.

"An mia" is a name to which something goes, "von mia" one from which; "Ali'den" and "с саши" have
endings that say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.lexer import Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.debt_words import is_name
from ledger.core.errors import LedgerError
from ledger.core.folding import fold
from ledger.core.members import Name

_FROM_ALI: Final = re.compile(r"'?[dt][ae]n\Z")
_OF_ALI: Final = re.compile(r"(.+?)'?n?[iıuü]n\Z")
_GENITIVES: Final = frozenset({"ru", "uk"})
_OF_SASHA: Final = frozenset("аяиыії")
"""What names end in behind "с" where something is from them: with them they end otherwise."""
_PLAIN, _TO, _FROM, _OF = "<", ">", "~", "'"


@dataclass(frozen=True, slots=True)
class Piece:
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


class Cut:
    """One line cut into pieces: names with their marks, other words, and the amount apart."""

    def __init__(self, phrases: Phrases, *, strangers: bool) -> None:
        self.phrases = phrases
        self._strangers = strangers
        self.still = phrases.circle.words.debts.still
        self.money: tuple[int, int] | None = None
        self.pieces: list[Piece] = []
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
                or Piece(phrases.folded(at), at, at + 1)
            )
            self.pieces.append(replace(piece, money=money))
            at, money = piece.stop, False

    def _amount(self, at: int) -> int | None:
        """Return the index behind an amount, 0 where it is none to book, None where none stands."""
        phrases = self.phrases
        if phrases.words[at].whom is not None or phrases.day(at) or phrases.dated(at):
            return None
        try:
            figure = figure_at(phrases.words, at, phrases.currency)
        except LedgerError:
            return 0
        if figure is None:
            return 0 if phrases.words[at].plain[:1].isdigit() else None
        return figure.stop if figure.minor > 0 else 0

    def _named(self, at: int) -> Piece | None:
        phrases = self.phrases
        for role, mark in ((Role.TO, _TO), (Role.FROM, _FROM)):
            if (stop := phrases.role(at, role)) and (one := self._person(stop)) is not None:
                stop, also = self._and_others(one.stop)
                return Piece("", at, stop, one=one, mark=mark, also=also)
        one = self._person(at)
        if one is None:
            return None
        stop, also = self._and_others(one.stop)
        return Piece("", at, stop, one=one, mark=self._mark(one), also=also)

    def _and_others(self, stop: int) -> tuple[int, tuple[Somebody, ...]]:
        """Return those who are joined to a name that ends there, and the index behind them."""
        phrases = self.phrases
        also: list[Somebody] = []
        while joiner := phrases.joiner_at(stop):
            other = self._person(phrases.role(joiner, Role.TO) or joiner) or self._person(joiner)
            if other is None:
                break
            also.append(other)
            stop = other.stop
        return stop, tuple(also)

    def _everybody(self, at: int) -> Piece | None:
        stop = self.phrases.role(at, Role.EVERYONE)
        if not stop:
            return None
        everybody = Word("all", "all", "", everyone=True)
        one = Somebody(everybody, stop, typed=True)
        return Piece("", at, stop, one=one, mark=_PLAIN)

    def _of_each(self, at: int) -> Piece | None:
        stop = self.phrases.role(at, Role.EACH, Role.EACH_BEFORE)
        return Piece("", at, stop, each=True) if stop else None

    def _strange(self, at: int) -> Piece | None:
        """Return a word in a name's place that may be somebody who is not known."""
        phrases = self.phrases
        for role, mark in ((Role.TO, _TO), (Role.FROM, _FROM), (None, _PLAIN)):
            start = phrases.role(at, role) if role else at
            text = phrases.stranger_at(start) if self._strangers and (start or not role) else ""
            if text and not (
                guessed_category(text) or fold(text) in phrases.circle.words.debts.said
            ):
                word = Word(f"@{text}", f"@{text}", "", Name(text))
                one = Somebody(word, start + 1, typed=False)
                return Piece("", at, start + 1, one=one, mark=mark)
        return None

    def _mark(self, one: Somebody) -> str:
        word = self.phrases.words[one.stop - 1]
        if "tr" in self.phrases.circle.spoken and one.bent:
            text = word.plain.rstrip(",;:.").casefold()
            if _FROM_ALI.search(text):
                return _FROM
            return _OF if _OF_ALI.match(text) else _TO
        return _TO if one.bent else _PLAIN

    def _person(self, at: int) -> Somebody | None:
        """Return who is named at an index, also behind an article; whoever writes is nobody."""
        phrases = self.phrases
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
        phrases = self.phrases
        if "tr" not in phrases.circle.spoken:
            return None
        word = _OF_ALI.match(phrases.words[at].plain.rstrip(",;:.").casefold())
        members = phrases.circle.members(word[1], oblique=False) if word else ()
        if not members:
            return None
        return Somebody(phrases.named(members[0]), at + 1, False, members, bent=True)

    def fits(self, piece: Piece, word: str) -> bool:
        """Tell whether a piece is a word of a sentence, which may be a name with its mark."""
        if is_name(word) and word[0] == _OF and _GENITIVES & self.phrases.circle.spoken:
            last = self.phrases.words[piece.stop - 1].low.rstrip(",;:.")[-1:]
            return piece.one is not None and piece.one.bent and last in _OF_SASHA
        if is_name(word):
            return piece.one is not None and (len(word) == 1 or piece.mark == word[0])
        return piece.one is None and not piece.each and piece.text == word
