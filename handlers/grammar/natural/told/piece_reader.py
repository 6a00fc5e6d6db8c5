"""Finds what stands in a line of several amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.literals.amounts import Figure, figure_at, write_number
from handlers.grammar.natural.figures.currency_words import may_be_currency, with_codes
from handlers.grammar.natural.told.people_reader import ENDS, PeopleReader, UnclearError
from handlers.grammar.natural.told.pieces import Kind, Piece
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import LedgerError
from ledger.core.money import Money

_COUNT: Final = re.compile(r"[1-9]\d?\Z")
_OFTEN: Final = re.compile(r"[xX]([1-9]\d?)[,;.]?\Z")
_PERCENT: Final = re.compile(r"\d{1,3}%[,;.]?\Z")
_OF_SEVERAL: Final = re.compile(r"[-+/xX:]")
_NEAR: Final = 3
"""Words between what says that something is in the amount and its number: `incl bob's wine 9`."""
_OTHERWISE: Final = (Role.HALF, Role.DOUBLE, Role.I_TREAT)
"""What such words say of people is told by other rules, or nobody's."""


@dataclass
class PieceReader(PeopleReader):
    """Reads the pieces of one line; `on` is the day that it says, `heads` how many pay each."""

    on: date | None = None
    heads: int | None = None

    def read(self) -> list[Piece] | None:
        """Return the pieces in order; None where other words say something of people."""
        at = 0
        try:
            while at < self._said.end:
                stop = self._next(at)
                assert stop > at
                if self._words[stop - 1].plain[-1:] in ENDS or self._words[stop - 1].joined:
                    self._found.append(Piece(Kind.BREAK))
                at = stop
        except (UnclearError, LedgerError):
            return None
        return self._found

    def _next(self, at: int) -> int:
        word = self._words[at]
        if word.out or (word.whom is not None and self.circle.member_of(word.whom) is None):
            raise UnclearError
        if word.escaped:
            return self._add(at, at + 1, Kind.WORD)
        return (
            self._day(at)
            or self._number(at)
            or self._within(at)
            or self._people(at)
            or self._verb(at)
            or self._small(at)
            or self._add(at, at + 1, Kind.WORD)
        )

    def _day(self, at: int) -> int:
        """Take a day: one a line."""
        phrases = self._phrases
        start = phrases.role(at, Role.ON_DAY) or at
        dated = phrases.dated(start)
        stop = dated[1] if dated else phrases.day(at)
        relative = phrases.role(at, Role.YESTERDAY, Role.BEFORE_YESTERDAY, Role.TODAY)
        ended = stop >= self._said.end or (stop and self._words[stop - 1].plain[-1:] in ENDS)
        if not stop or not (ended or relative or start > at or not at):
            return 0
        if not at and stop == 1 and not ended and not relative:
            return 0  # "sunday roast"
        if self.on is not None:
            raise UnclearError
        self.on = dated[0] if dated else phrases.day_meant(at)
        return stop

    def _number(self, at: int) -> int:
        """Take a number and what says that it is of each."""
        plain = self._words[at].plain
        if not any(map(str.isdigit, plain)):
            return 0
        if often := _OFTEN.match(plain):
            if not (self._found and self._found[-1].each and self.heads is None):
                raise UnclearError
            self.heads = int(often[1])
            return at + 1
        if _PERCENT.match(plain):
            return self._add(at, at + 1, Kind.PERCENT)
        if "%" in plain or _OF_SEVERAL.search(plain):
            raise UnclearError
        figure = self._figure(at)
        if figure is None or figure.minor <= 0:
            if plain[:1].isdigit() and plain[-1:].isdigit():
                raise UnclearError  # A ratio, or the like.
            return self._add(at, at + 1, Kind.WORD)
        if stop := self._headcount(at, figure):
            return stop
        stop = self._phrases.role(figure.stop, Role.EACH)
        per = "" if stop else self._per(figure.stop)
        money = Money(figure.minor, figure.currency)
        piece = Piece(
            Kind.NUMBER,
            minor=figure.minor,
            currency=figure.currency,
            each=bool(stop),
            all=self._said.text(at - 1) == "all",
            typed=sum_ if "*" in (sum_ := figure.arithmetic or "") else write_number(money),
            per=per,
            head=any(self._phrases.is_a(one, Sense.HEAD) for one in range(figure.stop, stop)),
        )
        self._found.append(piece)
        return stop or figure.stop + 2 * bool(per)

    def _per(self, at: int) -> str:
        """Return of which thing a price is: `3200 per night`."""
        if not self._phrases.is_a(at, Sense.PER) or self._said.text(at) in ("a", "the"):
            return ""
        return self._said.text(at + 1).removesuffix("s")

    def _figure(self, at: int) -> Figure | None:
        """Return the number at a word, with the currency in words that stands behind it."""
        behind = self._words[at + 1 : at + 2]
        if behind and may_be_currency(behind[0]) and self._words[at].plain[-1:] not in ENDS:
            named = with_codes(replace(self.line, words=(self._words[at], *behind)), self.home)
            figure = figure_at(named.words, 0, self.home)
            return None if figure is None else replace(figure, stop=at + figure.stop)
        return figure_at(self._words, at, self.home)

    def _headcount(self, at: int, figure: Figure) -> int:
        """Pass over how many we are where it is all of us: `4 of us`, `split 4 ways`."""
        number = self._words[at].plain
        if not _COUNT.match(number):
            return 0
        stop = self._said.means(figure.stop, TurnRole.OF_US)
        stop = stop or self._phrases.role(figure.stop, Role.PEOPLE)
        if self._said.text(figure.stop) in ("way", "ways"):
            stop = figure.stop + 1
        before = self._phrases.role(at - 1, Role.US) == at if at else False
        if not stop and not before:
            return 0
        if int(number) != len(self.circle.roster.active):
            raise UnclearError
        if before:
            self._found.append(self._everybody())
        return stop or figure.stop

    def _within(self, at: int) -> int:
        """Take what says that a number is in the amount: `incl 9 wine`, `15 of that is mine`."""
        stop = self._said.means(at, TurnRole.OF_WHICH)
        if not stop:
            return 0
        before = [place for place, one in enumerate(self._found) if one.kind is Kind.NUMBER]
        if len(before) > 1 and before[-1] == len(self._found) - 1:
            but = self._found[before[-1] - 1].kind is Kind.NOT  # "but 15 of that is mine"
            self._found[before[-1] - but : before[-1]] = [Piece(Kind.BREAK)]
        elif any(self._said.is_number(one) for one in range(stop, stop + 1 + _NEAR)):
            self._found.append(Piece(Kind.BREAK))
        else:
            return 0
        return self._add(at, stop, Kind.WITHIN)

    def _verb(self, at: int) -> int:
        """Take a verb of paying or having, or what denies something."""
        phrases, said = self._phrases, self._said
        if phrases.role(at, *_OTHERWISE):
            raise UnclearError
        minus = phrases.role(at, Role.MINUS) and said.is_number(at + 1)
        if minus or self._is_employer(at):
            return 0
        if phrases.is_a(at, Sense.DENYING) or phrases.role(at, Role.NOT_BEHIND, Role.WITHOUT):
            return self._add(at, at + 1, Kind.NOT)
        for kind, stop in (
            (Kind.PAID, phrases.role(at, Role.BY)),
            (Kind.BOUGHT, (at + 1) * phrases.is_a(at, Sense.BUYING)),
            (Kind.PAYS, said.means(at, TurnRole.PAYS)),
            (Kind.HAD, said.means(at, TurnRole.HAD)),
            (Kind.WHOLE, self._all_of_it(at)),
            (Kind.PAID, self._having_paid(at)),
        ):
            if stop:
                return self._add(at, stop, kind)
        return self._pronoun(at)

    def _is_employer(self, at: int) -> bool:
        """Tell whether somebody else pays: `company pays 3000`, but no "office dinner"."""
        pays = self._phrases.role(at + 1, Role.PAID)
        pays = pays or self._said.means(at + 1, TurnRole.PAYS, TurnRole.PAY)
        return bool(pays) and self._phrases.is_a(at, Sense.EMPLOYER)

    def _all_of_it(self, at: int) -> int:
        """Return the index behind "both" or "it all" that somebody paid; or 0."""
        before = [one.kind for one in self._found[-2:] if one.kind is not Kind.FOR]
        if before[-1:] != [Kind.PAID] or self._said.is_number(at + 1):
            return 0
        return self._said.means(at, TurnRole.WHOLE, TurnRole.THEM)

    def _having_paid(self, at: int) -> int:
        phrases = self._phrases
        stop = phrases.role(at, Role.PAID, Role.BEHIND_BY)
        stop = stop or self._said.means(at, TurnRole.PAYING)
        gave = phrases.role(at, Role.GAVE, Role.BEHIND_GAVE, Role.I_GAVE)
        ended = self._words[at].plain[-1:] in ENDS or gave >= self._said.end
        if not (self._said.is_number(gave) or self._said.is_number(at - 1) or ended):
            gave = 0  # "dropped bob"
        if self._found and self._found[-1].kind is Kind.EMPLOYER:
            stop = stop or self._said.means(at, TurnRole.PAY)
        return stop or gave

    def _pronoun(self, at: int) -> int:
        """Pass over what "she" did, and over "they" who pay; "dee's treat" is told by others."""
        phrases = self._phrases
        if stop := phrases.role(at, Role.PRONOUN):
            return stop if self._said.means(stop, TurnRole.PAYS) else self._story(stop)
        if phrases.role(at, Role.TREAT) and self._found and self._found[-1].whose:
            raise UnclearError
        return 0

    def _story(self, at: int) -> int:
        """Pass over what is said of "she": `dee 52 she got the vip`; nobody's money."""
        while at < self._said.end and self._words[at - 1].plain[-1:] not in ENDS:
            pays = self._phrases.role(at, Role.PAID, Role.GAVE, Role.WITHOUT, Role.NOT_BEHIND)
            named = self._somebody(at)[0] or self._phrases.is_a(at, Sense.DENYING)
            if pays or named or any(map(str.isdigit, self._words[at].plain)):
                raise UnclearError
            at += 1
        return at

    def _small(self, at: int) -> int:
        """Take the small words between the others."""
        phrases = self._phrases
        if phrases.role(at, Role.PLUS) or (
            self._said.is_number(at - 1) and phrases.role(at, Role.MORE, Role.LESS)
        ):
            raise UnclearError  # "i pay 2k more than the others"
        if stop := self._said.means(at, TurnRole.ONLY):
            return self._add(at, stop, Kind.ONLY)
        if stop := self._joiner(at):
            return stop
        if stop := phrases.role(at, Role.FOR, Role.BETWEEN, Role.WITH):
            if self._may_be_new(stop):
                raise UnclearError
            return self._add(at, stop, Kind.FOR)
        return self._of_money(at)

    def _joiner(self, at: int) -> int:
        """Take a dash or an "and", which begins a clause; behind people no new name."""
        sign = self._words[at].plain in ("-", "+")
        and_ = self._phrases.role(at, Role.AND)
        if not (sign or and_):
            return 0
        people = self._found[-1:] and self._found[-1].kind is Kind.PEOPLE
        number = at + 1 >= self._said.end or self._words[at + 1].plain[:1].isdigit()
        if (sign and (people or (number and self._found))) or (
            people and self._may_be_new(and_ or at + 1)
        ):
            raise UnclearError
        self._found.append(Piece(Kind.BREAK))
        return and_ or at + 1

    def _of_money(self, at: int) -> int:
        """Take what says that a number is taken off, that it came back, or who else paid it."""
        phrases = self._phrases
        if phrases.role(at, Role.MINUS) == at + 1 and self._said.is_number(at + 1):
            return self._add(at, at + 1, Kind.MINUS)
        reduced = any(piece.kind is Kind.MINUS for piece in self._found)
        if phrases.is_a(at, Sense.REDUCTION) and not reduced:
            raise UnclearError
        if self._is_employer(at):
            return self._add(at, at + 1, Kind.EMPLOYER)
        stop = phrases.role(at, Role.BACK)
        return self._add(at, stop, Kind.BACK) if stop else 0
